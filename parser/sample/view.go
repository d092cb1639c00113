package sample

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// view is the text that a reader sees, with the way back to the page. Usually it is a piece of the page as it stands;
// entities, tags and shell quoting that were read through make it another text.
type view struct {
	file *source.File
	text string
	base int
	// from and to give the page's bytes that each byte of text was made of; nil while the text is the page's own.
	from, to []int
}

// span is the place of text[i:j] on the page.
func (v *view) span(i, j int) source.Span {
	if v.from == nil {
		return v.file.Span(v.base+i, v.base+j)
	}
	start := v.offset(i)
	if j <= i {
		return v.file.Span(start, start)
	}
	return v.file.Span(start, v.to[j-1])
}

func (v *view) offset(i int) int {
	if i < len(v.from) {
		return v.from[i]
	}
	if len(v.to) == 0 {
		return v.base
	}
	return v.to[len(v.to)-1]
}

func plainView(span source.Span) *view {
	return &view{file: span.File, text: span.Text(), base: span.Start}
}

// put appends text that the page's bytes start to end stand for.
func (v *view) put(out *strings.Builder, text string, start, end int) {
	out.WriteString(text)
	for range len(text) {
		v.from = append(v.from, start)
		v.to = append(v.to, end)
	}
}

// copy appends bytes of the page as they stand.
func (v *view) copy(out *strings.Builder, text string, start int) {
	out.WriteString(text)
	for i := range len(text) {
		v.from = append(v.from, start+i)
		v.to = append(v.to, start+i+1)
	}
}

// newView is the view of a span: through entities and tags where the page writes the sample in HTML.
func newView(span source.Span) *view {
	if inHTML(span) {
		return htmlView(span)
	}
	return plainView(span)
}

var preBefore = lazily(`(?i)<(?:pre|code)\b[^<>]*>\s*$`)

// inHTML reports whether the text of the span is HTML: it stands in <pre> or <code>, or its quotes are entities.
func inHTML(span source.Span) bool {
	text := span.Text()
	if !strings.ContainsAny(text, "&<") {
		return false
	}
	before := span.File.Text[max(0, span.Start-200):span.Start]
	if preBefore().MatchString(before) {
		return true
	}
	head := strings.TrimLeft(text, " \t\n")
	if strings.HasPrefix(head, "<pre") || strings.HasPrefix(head, "<code") {
		return true
	}
	return strings.Contains(text, "&quot;") && !strings.Contains(text, `"`)
}

const markupExpr = `&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});|</?[A-Za-z][A-Za-z0-9-]{0,15}(?:\s[^<>\n]{0,300})?/?>`

var (
	markup      = lazily(markupExpr)
	markupStart = lazily("^(?:" + markupExpr + ")")
)

// markupAt is the entity or tag that the text starts with, "" if there is none.
func markupAt(text string) string {
	return markupStart().FindString(text[:min(len(text), 340)])
}

func htmlView(span source.Span) *view {
	v := &view{file: span.File, base: span.Start, from: []int{}, to: []int{}}
	text, at := span.Text(), 0
	var out strings.Builder
	for _, m := range markup().FindAllStringIndex(text, -1) {
		v.copy(&out, text[at:m[0]], span.Start+at)
		v.put(&out, shown(text[m[0]:m[1]]), span.Start+m[0], span.Start+m[1])
		at = m[1]
	}
	v.copy(&out, text[at:], span.Start+at)
	v.text = out.String()
	return v
}

// shown is what a browser shows for an entity or a tag. Tags that are no HTML element are words of the author
// ("List<String>") and stay.
func shown(piece string) string {
	if piece == "" {
		return ""
	}
	if piece[0] == '&' {
		return html.UnescapeString(piece)
	}
	name := strings.ToLower(strings.TrimLeft(piece, "</"))
	name = name[:strings.IndexFunc(name, func(c rune) bool { return c == ' ' || c == '\t' || c == '/' || c == '>' })]
	newline, known := shownTags[name]
	if !known {
		return piece
	}
	if newline && (name == "br" || piece[1] == '/') {
		return "\n"
	}
	return ""
}

// shownTags are the elements that people and highlighters put around samples; true for those that end a line.
var shownTags = map[string]bool{
	"br": true, "p": true, "div": true, "li": true, "tr": true,
	"pre": false, "code": false, "span": false, "b": false, "i": false, "em": false, "strong": false, "font": false,
	"a": false, "u": false, "s": false, "del": false, "mark": false, "small": false, "sub": false, "sup": false, "td": false,
}

// char decodes the character at i; 0 at the end of the text.
func (v *view) char(i int) (rune, int) {
	if i >= len(v.text) {
		return 0, 0
	}
	if c := v.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(v.text[i:])
}

// before decodes the character that ends at i; 0 at the start of the text.
func (v *view) before(i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	return utf8.DecodeLastRuneInString(v.text[:i])
}

// blanks is the end of the blanks of one line that start at i.
func (v *view) blanks(i int) int {
	for {
		c, n := v.char(i)
		if n == 0 || !isBlank(c) {
			return i
		}
		i += n
	}
}

// lineEnd is where the line of i ends, before its line break.
func (v *view) lineEnd(i int) int {
	if n := strings.IndexByte(v.text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(v.text)
}

// trim narrows text[i:j] to what is not blank.
func (v *view) trim(i, j int) (int, int) {
	for i < j {
		c, n := v.char(i)
		if !isBlank(c) && c != '\n' {
			break
		}
		i += n
	}
	for i < j {
		c, n := v.before(j)
		if !isBlank(c) && c != '\n' {
			break
		}
		j -= n
	}
	return i, j
}

// sub is the view of text[i:j].
func (v *view) sub(i, j int) *view {
	if v.from == nil {
		return &view{file: v.file, text: v.text[i:j], base: v.base + i}
	}
	return &view{file: v.file, text: v.text[i:j], base: v.offset(i), from: v.from[i:j:j], to: v.to[i:j:j]}
}

// piece is text[i:j] with its place.
func (v *view) piece(i, j int) ir.Text {
	return ir.Text{Value: v.text[i:j], Span: v.span(i, j)}
}

// viewOf is the view of a text that was read from a page already. Where its value cannot be found at its place, because
// markup was cleaned away, every part of it has the place of the whole.
func viewOf(t ir.Text) *view {
	if !t.Span.Known() {
		t.Span = source.NewFile("", t.Value).Span(0, len(t.Value))
	}
	for _, read := range []func(source.Span) *view{plainView, htmlView} {
		v := read(t.Span)
		if n := strings.Index(v.text, t.Value); n >= 0 {
			return v.sub(n, n+len(t.Value))
		}
	}
	v := &view{file: t.Span.File, base: t.Span.Start, text: t.Value, from: []int{}}
	for range len(t.Value) {
		v.from = append(v.from, t.Span.Start)
		v.to = append(v.to, t.Span.End)
	}
	return v
}
