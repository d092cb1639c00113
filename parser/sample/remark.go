package sample

import (
	"strings"
)

// remark reads words that stand where a comma, a member or an element belongs. Beside a value they are a comment that
// lacks its slashes, else they make no sense.
func (r *reader) remark(b *box) {
	r.judgeSeparator(b)
	start := r.pos
	end := r.remarkEnd(b.sep < 0)
	i, j := r.trim(start, end)
	j = max(r.withoutTail(i, j), min(i+1, j))
	text := r.commentText(r.unwrap(i, j))
	beside := !r.fresh && (b.items > 0 || isHan(text.Value))
	commented := r.commented
	r.take(end - start)
	if beside || isHan(text.Value) {
		r.oddity(sampleRemark, i, j)
		r.fresh = !beside && !commented
		r.about(text, false)
		return
	}
	r.junk++
	b.sep, b.sepLen = start, 0
	r.oddity(sampleStrayText, i, j, shorten(r.text[i:j]))
}

// remarkEnd is where words end: at the end of the line, at a bracket that closes the value, before a member, and at a
// comma if one is due. It is always past pos.
func (r *reader) remarkEnd(due bool) int {
	c, n := r.peek()
	depth := 0
	if c == '(' || c == '（' || c == '【' {
		depth++
	}
	for i := r.pos + n; i < r.limit; i += n {
		var c rune
		c, n = r.char(i)
		switch k := mark(c); {
		case c == '\n', c == '/' && strings.HasPrefix(r.text[i:], "//"):
			return i
		case c == '(' || c == '（' || k == '[' || k == '{':
			depth++
		case c == ')' || c == '）' || k == ']' || k == '}':
			if depth--; depth < 0 && k != 0 {
				return i
			}
		case due && depth <= 0 && c == ',', c == '"' && r.keyAhead(i):
			return i
		}
	}
	return r.limit
}

// unwrap narrows text[i:j] to what is within 【】 or （） around all of it.
func (r *reader) unwrap(i, j int) (int, int) {
	text := r.text[i:j]
	for _, pair := range [][2]string{{"【", "】"}, {"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(text, pair[0]) && strings.HasSuffix(text, pair[1]) {
			return i + len(pair[0]), j - len(pair[1])
		}
	}
	return i, j
}

// shorten cuts text for a message.
func shorten(text string) string {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	n := 0
	for i := range text {
		if n++; n > 24 {
			return text[:i] + "…"
		}
	}
	return text
}
