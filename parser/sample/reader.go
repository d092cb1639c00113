package sample

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// maxDepth is how deep values may be nested; what is deeper is skipped.
const maxDepth = 200

// reader reads JSON, or what a person meant as JSON, from a view.
type reader struct {
	*view
	flaws
	pos   int
	limit int // where the text of the document at hand ends at the latest

	open []byte // the brackets that are open: '{' and '['

	// owner is what a comment on this line is about. fresh says that only blanks stand between the start of the line and
	// pos, comma that a comma stands between the owner and pos.
	owner *ir.Text
	fresh bool
	comma bool
	// pending are comments that stand before what they are about.
	pending []ir.Text

	read, junk int // how many values were read, and how many pieces of text made no sense

	unclosedComment bool // there is no */ any more
	goesTo          int  // the string at hand has its closing quote there
	unquotedTo      int  // no JSON in quotes ends before
	commented       bool // nothing but blanks stands between a comment beside a value and pos
}

func newReader(v *view) *reader {
	return &reader{view: v, limit: len(v.text), fresh: true}
}

func (r *reader) done() bool { return r.pos >= r.limit }

func (r *reader) peek() (rune, int) { return r.char(r.pos) }

// take moves over a token of n bytes.
func (r *reader) take(n int) {
	r.pos += n
	r.fresh, r.commented = false, false
}

// flaw notes a flaw at text[i:j] and the text that mends it.
func (r *reader) flaw(rule *source.Rule, i, j int, mend string, args ...any) {
	r.note(rule, r.span(i, j), replace(r.span(i, j), mend), args...)
}

// oddity notes a flaw that only a person can mend.
func (r *reader) oddity(rule *source.Rule, i, j int, args ...any) {
	r.note(rule, r.span(i, j), nil, args...)
}

// skip moves over blanks, comments and what HTML and curl put between tokens.
func (r *reader) skip() {
	for !r.done() {
		c, n := r.peek()
		switch {
		case c == '\n':
			r.fresh = true
			r.pos++
		case c == ' ' || c == '\t' || c == '\r':
			r.pos++
		case isOddSpace(c):
			r.flaw(sampleOddSpace, r.pos, r.pos+n, " ", c)
			r.pos += n
		case r.fresh && (c == '>' || c == '<') && r.linePrefix():
			r.pos++
		case !r.comment() && !r.tag():
			return
		}
	}
}

// linePrefix reports whether the > or < at pos is what curl and quotations put before each line.
func (r *reader) linePrefix() bool {
	c, n := r.char(r.pos + 1)
	return n == 0 || isBlank(c) || c == '\n' || mark(c) != 0 || c == '"'
}

// tag moves over an HTML tag or &nbsp; between tokens.
func (r *reader) tag() bool {
	c := r.text[r.pos]
	if c != '<' && c != '&' {
		return false
	}
	piece := markupAt(r.text[r.pos:r.limit])
	text := shown(piece)
	if piece == "" || strings.Trim(text, " \n\u00a0\u2002\u2003") != "" {
		return false
	}
	r.pos += len(piece)
	r.fresh = r.fresh || text == "\n"
	return true
}

// remarkMarks open a comment, with what ends it; "" is the end of the line.
var remarkMarks = []struct{ open, close string }{
	{"//", ""}, {"／／", ""}, {"/*", "*/"}, {"<!--", "-->"}, {"#", ""},
}

// comment moves over a comment and gives it to what it is about.
func (r *reader) comment() bool {
	switch r.text[r.pos] {
	case '/', '#', '<', 0xef: // the first bytes of remarkMarks
	default:
		return false
	}
	for _, m := range remarkMarks {
		if !strings.HasPrefix(r.text[r.pos:r.limit], m.open) {
			continue
		}
		start := r.pos
		body := start + len(m.open)
		end, next := r.commentEnd(body, m.close)
		r.oddity(sampleComment, start, next)
		r.pos = next
		r.about(r.commentText(body, end), m.close != "")
		return true
	}
	return false
}

// commentEnd gives the ends of a comment's text and of the comment. A block comment that is never closed ends with its line.
func (r *reader) commentEnd(body int, closer string) (end, next int) {
	if closer != "" && !r.unclosedComment {
		if n := strings.Index(r.text[body:r.limit], closer); n >= 0 {
			return body + n, body + n + len(closer)
		}
		r.unclosedComment = true
	}
	line := min(r.lineEnd(body), r.limit)
	if b, n := r.before(r.blanksBefore(r.pos)); n > 0 && (mark(b) == '{' || mark(b) == '[') {
		line = r.beforeCloser(body, line, mark(b))
	}
	return line, line
}

// beforeCloser is the end of a comment after an opening bracket whose line also closes it: `"sort": { // 同上 },`.
func (r *reader) beforeCloser(body, line int, opener byte) int {
	text := strings.TrimRight(r.text[body:line], " \t,")
	closer := string(opener + 2) // } follows { by two places, ] follows [
	if !strings.HasSuffix(text, closer) || strings.Count(text, closer) != 1 || strings.IndexByte(text, opener) >= 0 {
		return line
	}
	return body + len(text) - 1
}

// about gives a comment to what stands before it on the line, or keeps it for what follows.
func (r *reader) about(text ir.Text, block bool) {
	if text.Value == "" {
		return
	}
	before := r.fresh || r.owner == nil
	if c, n := r.char(r.blanks(r.pos)); block && r.comma && n > 0 && c != '\n' {
		before = true // `"a": 1, /* about b */ "b": 2`
	}
	if before {
		r.pending = append(r.pending, text)
		return
	}
	join(r.owner, text)
	r.commented = true
}

// commentText is the text of a comment without decoration; "" for code that was commented out and for lines of dashes.
func (r *reader) commentText(i, j int) ir.Text {
	i, j = r.trim(i, j)
	for i < j && strings.IndexByte("/*#!< \t", r.text[i]) >= 0 {
		i++
	}
	j = i + len(strings.TrimRight(r.text[i:j], "/* \t,，")) // a comma is the member's
	value := r.text[i:j]
	if strings.Contains(value, "\n") {
		value = oneLine(value)
	}
	if !strings.ContainsFunc(value, isName) || strings.Trim(value, "-.") == "" || r.isMember(i, j) {
		return ir.Text{}
	}
	return ir.Text{Value: html.UnescapeString(value), Span: r.span(i, j)}
}

// isMember reports whether the text starts as a member of an object does.
func (r *reader) isMember(i, j int) bool {
	c, _ := r.char(i)
	return i < j && isQuote(c) && r.keyAhead(i)
}

// oneLine joins the lines of a block comment, each without the star that decorates it.
func oneLine(text string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Trim(line, " \t*"); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, " ")
}

// join adds a further comment to a text.
func join(to *ir.Text, more ir.Text) {
	if to.Value == "" {
		*to = more
		return
	}
	to.Value += " " + more.Value
	to.Span = to.Span.To(more.Span)
}

// adopt gives the pending comments to what follows them.
func (r *reader) adopt(to *ir.Text) {
	for _, text := range r.pending {
		join(to, text)
	}
	r.pending = r.pending[:0]
}

// settle gives comments that nothing follows to what stands above them, unless that has its own.
func (r *reader) settle(above *ir.Text) {
	if above != nil && above.Value == "" {
		r.adopt(above)
	}
	r.pending = r.pending[:0]
}

// ellipsis moves over "..." or "……" and reports whether there was one.
func (r *reader) ellipsis() bool {
	end := r.pos
	for end < r.limit {
		c, n := r.char(end)
		if c != '.' && c != '…' && c != '。' && c != '·' {
			break
		}
		end += n
	}
	text := r.text[r.pos:end]
	if !strings.Contains(text, "…") && utf8.RuneCountInString(text) < 2 {
		return false
	}
	r.oddity(sampleEllipsis, r.pos, end)
	r.take(end - r.pos)
	return true
}
