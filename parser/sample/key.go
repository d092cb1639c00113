package sample

import (
	"unicode"

	"github.com/wenma/wenma/ir"
)

// maxKey is how far a name is looked for, in bytes.
const maxKey = 160

// keyAhead reports whether the quote at i opens the name of a member: its string is closed soon and a colon follows.
func (r *reader) keyAhead(i int) bool {
	quote, n := r.char(i)
	set := closersOf(quote)
	for j := i + n; j < min(r.limit, i+maxKey); j += n {
		var c rune
		c, n = r.char(j)
		switch {
		case c == '\n':
			return false
		case c == '\\':
			n++
		case closes(set, c) || c == '”' || c == '“':
			after := r.space(j + n)
			next, _ := r.char(after)
			if colon := after < r.limit && mark(next) == ':'; colon || c < 0x80 || quote >= 0x80 {
				return colon
			}
		}
	}
	return false
}

// bareKey reports whether a name without (all of) its quotes stands at pos, a colon after it. A Chinese name is
// taken for one only where it starts its line or follows a comma, and something that is clearly a value follows.
func (r *reader) bareKey(first bool) bool {
	end, next := r.bareKeyEnd()
	if end == r.pos {
		return false
	}
	c, _ := r.char(next)
	if next >= r.limit || mark(c) != ':' {
		return false
	}
	return !isHan(r.text[r.pos:end]) || first && r.clearValue(next)
}

// bareKeyEnd is where the name at pos ends, and where its colon is if it has one.
func (r *reader) bareKeyEnd() (end, next int) {
	end = r.pos
	for limit := min(r.limit, end+maxKey); end < limit; {
		c, n := r.char(end)
		if !isName(c) {
			break
		}
		end += n
	}
	next = end
	if c, n := r.char(next); next < r.limit && isQuote(c) && end > r.pos {
		next += n // the closing quote of a name that has no opening one
	}
	return end, r.blanks(next)
}

// clearValue reports whether a literal, string, object or array stands after the colon at i.
func (r *reader) clearValue(i int) bool {
	_, n := r.char(i)
	c, _ := r.char(r.blanks(i + n))
	return isQuote(c) || mark(c) == '{' || mark(c) == '[' || unicode.IsDigit(c) || c == '-'
}

// key reads the name of a member.
func (r *reader) key() ir.Text {
	if c, _ := r.peek(); !isQuote(c) {
		return r.unquotedKey()
	}
	t := r.stringToken(true)
	r.take(t.next - t.open)
	return ir.Text{Value: r.contents(t), Span: r.span(t.start, t.end)}
}

// unquotedKey reads a name without quotes, or with the closing one only.
func (r *reader) unquotedKey() ir.Text {
	start := r.pos
	end, _ := r.bareKeyEnd()
	name := ir.Text{Value: r.text[start:end], Span: r.span(start, end)}
	c, n := r.char(end)
	if end < r.limit && isQuote(c) {
		r.flaw(sampleUnopenedString, start, start, `"`, name.Value)
		r.judgeClosing(end, n)
		r.take(end + n - start)
		return name
	}
	r.note(sampleUnquotedKey, name.Span, append(replace(r.span(start, start), `"`), replace(r.span(end, end), `"`)...), name.Value)
	r.take(end - start)
	return name
}
