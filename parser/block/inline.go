package block

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/source"
)

// Inline is the text of a cell, heading or line as a reader of the page sees it, with the way back to the source.
type Inline struct {
	// Text is without markup: emphasis, code marks, escapes, character references, known HTML tags, link targets and
	// images are gone, <br> is a line break, and there are no blanks around it.
	Text string

	from  source.Span
	marks *notation // nil when Text is a stretch of the source as it stands
}

// notation is the markup that was taken out of a text.
type notation struct {
	codes        []source.Span
	links        []Link
	bold, struck bool
	parts        []part
}

// Codes are the contents of the code spans, in order.
func (i Inline) Codes() []source.Span {
	if i.marks == nil {
		return nil
	}
	return i.marks.codes
}

// Links are the links, in order.
func (i Inline) Links() []Link {
	if i.marks == nil {
		return nil
	}
	return i.marks.links
}

// Bold reports whether all of the text is bold.
func (i Inline) Bold() bool { return i.marks != nil && i.marks.bold }

// Struck reports whether all of the text is struck out.
func (i Inline) Struck() bool { return i.marks != nil && i.marks.struck }

// parts are where the stretches of the text stand; none when it is a stretch of the source as it stands.
func (i Inline) parts() []part {
	if i.marks == nil {
		return nil
	}
	return i.marks.parts
}

// Link is a link in a text: its words, where it leads, and all of its notation.
type Link struct {
	Text, Target string
	Span         source.Span
}

// part is a stretch of Text with where it comes from: the source bytes as they are, or some that stand for it.
type part struct {
	at, src  int
	length   int // in Text
	replaced int // bytes in the source if they are other ones, 0 if they are the same
}

// Span is where Text[from:to] stands in the source, markup inside of it included. Offsets beyond the text are its end.
func (i Inline) Span(from, to int) source.Span {
	from = min(max(from, 0), len(i.Text))
	to = min(max(to, from), len(i.Text))
	if i.marks == nil {
		return i.from.File.Span(i.from.Start+from, i.from.Start+to)
	}
	start := i.start(from)
	if from == to {
		return i.from.File.Span(start, start)
	}
	return i.from.File.Span(start, i.end(to))
}

// Whole is the source of all of the text, its markup included.
func (i Inline) Whole() source.Span { return i.from }

func partAt(parts []part, at int) part {
	n := sort.Search(len(parts), func(n int) bool { return parts[n].at > at }) - 1
	return parts[max(n, 0)]
}

func (i Inline) start(at int) int {
	parts := i.parts()
	if len(parts) == 0 {
		return i.from.Start + at
	}
	if at == len(i.Text) {
		return i.end(at)
	}
	p := partAt(parts, at)
	if p.replaced > 0 {
		return p.src
	}
	return p.src + at - p.at
}

// end is where the character before at ends in the source.
func (i Inline) end(at int) int {
	parts := i.parts()
	if len(parts) == 0 {
		return i.from.Start + at
	}
	if at == 0 {
		return parts[0].src
	}
	p := partAt(parts, at-1)
	if p.replaced > 0 {
		return p.src + p.replaced
	}
	return p.src + at - p.at
}

// marked are the bytes that can start markup; text without them is taken as it stands.
var marked = func() (set [256]bool) {
	for _, c := range "*_~`\\<&[\n" {
		set[c] = true
	}
	return set
}()

// Read cleans a piece of a page of its inline markup. It reads leniently: bold text next to Chinese words and
// punctuation is bold, a lone star, snake_case, a*b, List<Object> and <id> are text.
func Read(span source.Span) Inline {
	text := span.Text()
	for n := 0; n < len(text); n++ {
		if marked[text[n]] {
			return readMarked(span, text)
		}
	}
	return plain(span)
}

// plain is the text of a span as it stands.
func plain(span source.Span) Inline {
	text := span.Text()
	left, right := trimmed(text)
	return Inline{Text: text[left:right], from: span.Sub(left, right-left)}
}

// trimmed is where a text begins and ends without what is invisible around it.
func trimmed(text string) (left, right int) {
	if text == "" || visible(text[0]) && visible(text[len(text)-1]) {
		return 0, len(text)
	}
	rest := strings.TrimLeft(text, invisible)
	left = len(text) - len(rest)
	return left, left + len(strings.TrimRight(rest, invisible))
}

// visible is a quick look at a byte: an ASCII character that is no blank.
func visible(c byte) bool { return c > ' ' && c < utf8.RuneSelf }

// invisible is what is trimmed around a text.
const invisible = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u2002\u2003\u2009"

// readMarked reads in two steps: find the marks, then write what they leave.
func readMarked(span source.Span, text string) Inline {
	m := marker{text: text, open: noOpeners}
	m.scan()
	w := writer{span: span, text: text}
	w.write(m.marks)
	return w.finish()
}

// writer puts the text together from what the marks leave.
type writer struct {
	span  source.Span
	text  string
	out   strings.Builder
	parts []part
	last  byte // that was written

	result              notation
	links               []openLink
	boldDepth           int
	struckDepth         int
	visible             int // bytes that are not blank
	visibleBold, struck int // of those, how many are bold and struck out
}

type openLink struct {
	out    int
	src    int
	target string
}

func (w *writer) write(marks []mark) {
	at := 0
	for _, m := range marks {
		if m.start < at || m.role == literal {
			continue
		}
		w.verbatim(at, m.start)
		w.mark(m)
		at = m.end
	}
	w.verbatim(at, len(w.text))
}

// verbatim writes source text as it stands.
func (w *writer) verbatim(start, end int) {
	if start >= end {
		return
	}
	w.parts = append(w.parts, part{at: w.out.Len(), src: w.span.Start + start, length: end - start})
	w.emit(w.text[start:end])
}

// replace writes other text in place of the source's.
func (w *writer) replace(start, end int, text string) {
	if text == "" {
		return
	}
	w.parts = append(w.parts, part{w.out.Len(), w.span.Start + start, len(text), end - start})
	w.emit(text)
}

func (w *writer) emit(text string) {
	w.out.WriteString(text)
	w.last = text[len(text)-1]
	n := 0
	for i := 0; i < len(text); i++ {
		if text[i] > ' ' {
			n++
		}
	}
	w.visible += n
	if w.boldDepth > 0 {
		w.visibleBold += n
	}
	if w.struckDepth > 0 {
		w.struck += n
	}
}

func (w *writer) mark(m mark) {
	switch m.role {
	case escape:
		w.verbatim(m.start+1, m.end)
	case entity:
		w.replace(m.start, m.end, m.text)
	case softBreak:
		if w.visible > 0 && w.last != '\n' {
			w.replace(m.start, m.end, m.text)
		}
	case code:
		w.code(m)
	case codeStart:
		w.result.codes = append(w.result.codes, w.span.Sub(m.end, m.more-m.end))
	case boldStart:
		w.boldDepth++
	case boldEnd:
		w.boldDepth = max(w.boldDepth-1, 0)
	case struckStart:
		w.struckDepth++
	case struckEnd:
		w.struckDepth = max(w.struckDepth-1, 0)
	case linkStart:
		w.links = append(w.links, openLink{w.out.Len(), m.start, m.text})
	case linkEnd:
		w.link(m)
	}
}

// code writes a code span: everything in it is text, except for the escaped bars of tables.
func (w *writer) code(m mark) {
	start, end := m.start+m.more, m.end-m.more
	body := w.text[start:end]
	trimmed := strings.TrimLeft(body, " ")
	start += len(body) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, " ")
	w.result.codes = append(w.result.codes, w.span.Sub(start, len(trimmed)))
	for {
		i := strings.Index(trimmed, `\|`)
		if i < 0 {
			break
		}
		w.verbatim(start, start+i)
		start, trimmed = start+i+1, trimmed[i+1:]
		w.verbatim(start, start+1)
		start, trimmed = start+1, trimmed[1:]
	}
	w.verbatim(start, start+len(trimmed))
}

func (w *writer) link(m mark) {
	n := len(w.links) - 1
	if n < 0 {
		return
	}
	open := w.links[n]
	w.links = w.links[:n]
	w.result.links = append(w.result.links, Link{
		Text:   strings.Trim(w.out.String()[open.out:], invisible),
		Target: open.target,
		Span:   w.span.Sub(open.src, m.end-open.src),
	})
}

// finish trims the text and the way back with it.
func (w *writer) finish() Inline {
	text := w.out.String()
	trimmed := strings.TrimLeft(text, invisible)
	left := len(text) - len(trimmed)
	marks := w.result
	r := Inline{Text: strings.TrimRight(trimmed, invisible), from: w.span.Trim(), marks: &marks}
	for _, p := range w.parts {
		from, to := max(p.at, left), min(p.at+p.length, left+len(r.Text))
		if from >= to {
			continue
		}
		if p.replaced == 0 {
			p.src += from - p.at
		}
		p.length, p.at = to-from, from-left
		marks.parts = append(marks.parts, p)
	}
	if len(marks.parts) == 0 {
		r.from = r.from.Sub(0, 0)
	}
	marks.bold = w.visible > 0 && w.visibleBold == w.visible
	marks.struck = w.visible > 0 && w.struck == w.visible
	return r
}
