package sample

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// token is a string in quotes: its contents are text[start:end], and reading goes on at next.
type token struct {
	open, start, end, next int
	quote                  rune
	unclosed, broken       bool // no closing quote; a line break inside
	inner                  []int
	escaped                bool
}

// quoted reads a string as a value.
func (r *reader) quoted() *ir.JSON {
	t := r.stringToken(false)
	r.take(t.next - t.open)
	return &ir.JSON{Kind: ir.String, Text: r.contents(t), Span: r.span(t.open, t.next)}
}

// stringToken finds the end of the string at pos. A key also ends at the colon before a quote that belongs to its value.
func (r *reader) stringToken(key bool) token {
	quote, n := r.peek()
	t := token{open: r.pos, start: r.pos + n, quote: quote}
	set := closersOf(quote)
	from := t.start
	if end := r.quotedJSONEnd(t.start); !key && end > 0 {
		from = end
		for i := t.start; i < end; i++ {
			if r.text[i] == '"' {
				t.inner = append(t.inner, i)
			}
		}
	}
	for i := from; i < r.limit; {
		c, n := r.char(i)
		switch {
		case c == '\\' && i+1 < r.limit:
			t.escaped = true
			_, more := r.char(i + 1)
			n += more
		case c == '\n' && (key || !r.goesOn(i, set)):
			return r.unclosed(t, i, key)
		case c < 0x20:
			t.broken = true
		case key && quote == '"' && (c == '”' || c == '“') && r.endsString(i+n, true):
			t.end, t.next = i, i+n
			return t
		case (c == quote || c >= 0x80 || c == '"' || c == '\'') && closes(set, c):
			switch r.quoteRole(i, n, quote, c, key) {
			case closing:
				t.end, t.next = i, i+n
				return t
			case opening:
				return r.unclosed(t, i, key)
			}
			t.inner = append(t.inner, i)
		}
		i += n
	}
	return r.unclosed(t, r.limit, key)
}

// holdsJSON reports whether an object stands at i, in a string whose quotes were not escaped: `"{"a":1}"`.
func (r *reader) holdsJSON(i int) bool {
	for i < r.limit && r.text[i] == '[' {
		i++
	}
	return strings.HasPrefix(r.text[i:r.limit], `{"`) && r.keyAhead(i+1)
}

// quotedJSONEnd is where the closing quote of a string stands that holds JSON from i on; 0 if it does not, or is not
// closed on its line.
func (r *reader) quotedJSONEnd(i int) int {
	if i < r.unquotedTo || !r.holdsJSON(i) {
		return 0
	}
	for ; i < r.limit && r.text[i] != '\n'; i++ {
		if (r.text[i] == '}' || r.text[i] == ']') && strings.HasPrefix(r.text[i+1:r.limit], `"`) && r.endsString(i+2, false) {
			return i + 1
		}
	}
	r.unquotedTo = i
	return 0
}

// quotesJSON reports whether the quote at pos stands before an object for no reason: nothing closes it.
func (r *reader) quotesJSON(c rune, n int) bool {
	i := r.blanks(r.pos + n)
	start := i
	if r.holdsJSON(i) {
		return r.quotedJSONEnd(i) == 0
	}
	for i < r.limit && (r.text[i] == '{' || r.text[i] == '[') {
		i++
	}
	after := r.blanks(i)
	return i > start && after < r.limit && r.text[after] == '\n' && !r.goesOn(after, closersOf(c))
}

// role is what a quote inside of a string does.
type role uint8

const (
	closing role = iota
	// inside: it belongs to the contents and lacks its backslash.
	inside
	// opening: it opens the next string, and this one was never closed.
	opening
)

// quoteRole decides what the quote at i does.
func (r *reader) quoteRole(i, n int, quote, c rune, key bool) role {
	if r.endsString(i+n, key) {
		return closing
	}
	if c != quote && c < 0x80 {
		return inside // an ASCII quote within “ ”
	}
	if c >= 0x80 {
		return closing
	}
	if r.opensMember(i) {
		return opening
	}
	after := r.blanks(i + n)
	if a, _ := r.char(after); key && (isQuote(a) || mark(a) == '{' || mark(a) == '[') || a == quote && r.keyAhead(after) {
		return closing
	}
	if b, _ := r.before(r.blanksBefore(i)); key && mark(b) == ':' {
		return opening
	}
	next := r.nextQuote(i+n, quote)
	if next < 0 {
		return closing
	}
	if b, _ := r.before(r.blanksBefore(next)); mark(b) == ',' || mark(b) == ':' {
		return closing
	}
	return inside
}

// opensMember reports whether the quote at i stands where a name does and one follows.
func (r *reader) opensMember(i int) bool {
	b, _ := r.before(r.blanksBefore(i))
	return (mark(b) == ',' || mark(b) == '{') && r.keyAhead(i)
}

func (r *reader) blanksBefore(i int) int {
	for limit := i - 64; i > limit; {
		c, n := r.before(i)
		if n == 0 || !isBlank(c) {
			break
		}
		i -= n
	}
	return i
}

// nextQuote is the next such quote on the line, -1 for none.
func (r *reader) nextQuote(i int, quote rune) int {
	for i < r.limit {
		c, n := r.char(i)
		switch c {
		case '\n':
			return -1
		case '\\':
			n++
		case quote:
			return i
		}
		i += n
	}
	return -1
}

// endsString reports whether what stands at i can follow a string.
func (r *reader) endsString(i int, key bool) bool {
	after := r.blanks(i)
	c, n := r.char(after)
	if after >= r.limit || n == 0 || c == '\n' {
		return !key
	}
	switch mark(c) {
	case ':':
		return true
	case 0:
		if key {
			return false
		}
		return after > i || c == '/' || c == '#' || c == ')' || c == '<' || c == '&' || c == '|'
	}
	return mark(c) != '{' && mark(c) != '['
}

// goesOn decides at a line break in a string whether the string continues: the next quote then ends a string rather
// than opening one.
func (r *reader) goesOn(i int, set string) bool {
	if i < r.goesTo {
		return true
	}
	for j := i + 1; j < r.limit; {
		c, n := r.char(j)
		switch {
		case c == '\\':
			n++
		case closes(set, c):
			after := r.blanks(j + n)
			next, _ := r.char(after)
			m := mark(next)
			ends := after >= r.limit || next == '\n' || m == ',' || m == '}' || m == ']'
			if !ends || r.opensLine(j) {
				return false
			}
			r.goesTo = j
			return true
		}
		j += n
	}
	return false
}

// opensLine reports whether only blanks stand before i on its line and something that is no structure after the quote.
func (r *reader) opensLine(i int) bool {
	b, n := r.before(r.blanksBefore(i))
	if n != 0 && b != '\n' {
		return false
	}
	_, n = r.char(i)
	c, _ := r.char(r.blanks(i + n))
	return mark(c) == 0 && c != '\n' && c != 0
}

// unclosed ends a string that lacks its closing quote: at the end of its line, less the punctuation there, or, for a key,
// at its colon.
func (r *reader) unclosed(t token, at int, key bool) token {
	t.unclosed, t.inner, t.broken = true, nil, false
	end := at
	if n := strings.IndexByte(r.text[t.start:at], '\n'); n >= 0 {
		end = t.start + n
	}
	if t.quote == '"' && !key {
		if n := strings.LastIndexAny(r.text[t.start:end], "“”"); n >= 0 && r.endsString(t.start+n+len("”"), false) {
			t.unclosed, t.end, t.next = false, t.start+n, t.start+n+len("”")
			return t
		}
	}
	if key {
		if n := strings.IndexAny(r.text[t.start:end], ":："); n >= 0 {
			end = t.start + n
		}
	} else if n := strings.Index(r.text[t.start:end], " //"); n >= 0 {
		end = t.start + n
	}
	end = max(r.withoutTail(t.start, end), t.start)
	t.end, t.next = end, end
	if end == t.open {
		t.next = t.start
	}
	return t
}

// withoutTail is end less the blanks, commas and closing brackets before it.
func (r *reader) withoutTail(start, end int) int {
	for end > start {
		c, n := r.before(end)
		m := mark(c)
		if !isBlank(c) && m != ',' && m != '}' && (m != ']' || c == '】') {
			break
		}
		end -= n
	}
	return end
}
