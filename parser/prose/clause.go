package prose

import (
	"strings"
	"unicode/utf8"
)

// clause is a piece of the text between commas, stops, line breaks and brackets.
type clause struct {
	stretch
	opener rune // the bracket that it starts in; 0 for none
	whole  bool // it is all that the bracket or the text holds
	first  bool // it starts the text
	line   bool // it starts a line or a sentence
	next   rune // the sign behind it; 0 at the end
}

const clauseEnds = ",;。\n()[]{}e"

func (r *reader) splitClauses() {
	start, before := 0, rune(0)
	emit := func(end int, after rune) {
		p := r.trim(stretch{start, end})
		if p.empty() {
			return
		}
		c := clause{stretch: p, next: after, first: len(r.clauses) == 0}
		c.line = c.first || before == '\n' || before == '。' || before == ';'
		if before == '(' || before == '[' || before == '{' {
			c.opener = before
		}
		c.whole = c.opener != 0 && (after == ')' || after == ']' || after == '}') || c.first && after == 0
		r.clauses = append(r.clauses, c)
	}
	for _, t := range r.tokens {
		if t.kind == mark && (strings.ContainsRune(clauseEnds, t.mark) || t.mark == ':' && r.announces(t, start)) {
			emit(t.start, t.mark)
			start, before = t.end, t.mark
		}
	}
	emit(len(r.s), 0)
}

// announces reports whether a colon ends a condition that stands before the list of values: "type为2时必填：1 上午 2 下午".
func (r *reader) announces(colon token, start int) bool {
	before := r.s[start:colon.start]
	_, ok := endsWithAny(strings.TrimRight(before, blanks), must)
	return ok && strings.TrimLeft(r.s[colon.end:max(colon.end, r.listed.start)], blanks) == "" && r.listed.start >= colon.end
}

func (r *reader) clauseText(c clause) string { return r.s[c.start:c.end] }

// headText is what the description says first: the name of the field, in most.
func (r *reader) headText() (string, clause) {
	if len(r.clauses) == 0 || r.clauses[0].opener != 0 {
		return "", clause{}
	}
	return r.clauseText(r.clauses[0]), r.clauses[0]
}

// cursor reads on in the text from a byte.
type cursor struct {
	s  string
	at int
}

func (c *cursor) rest() string { return c.s[c.at:] }

// skip passes over blanks and any of the words, as often as they come.
func (c *cursor) skip(words []string) {
	for {
		c.blanks()
		w, ok := startsWithAny(c.rest(), words)
		if !ok {
			return
		}
		c.at += len(w)
	}
}

func (c *cursor) blanks() {
	c.at += len(c.rest()) - len(strings.TrimLeft(c.rest(), blanks))
}

// take passes over the first of the words that comes next.
func (c *cursor) take(words []string) (string, bool) {
	w, ok := startsWithAny(c.rest(), words)
	c.at += len(w)
	return w, ok
}

// number passes over a decimal literal; quotes around it are passed over too.
func (c *cursor) number() (stretch, bool) {
	open := len(c.rest()) - len(strings.TrimLeft(c.rest(), "\"'`“‘”"))
	start := c.at + open
	i := start
	if i < len(c.s) && c.s[i] == '-' {
		i++
	}
	digits := i
	for i < len(c.s) && (isDigit(c.s[i]) || c.s[i] == '.' && i > digits && i+1 < len(c.s) && isDigit(c.s[i+1])) {
		i++
	}
	if i == digits || i-start > 19 || i < len(c.s) && (c.s[i] == '.' && i+1 < len(c.s) && isDigit(c.s[i+1]) || c.s[i] == '_') {
		return stretch{}, false
	}
	if strings.Count(c.s[start:i], ".") > 1 {
		return stretch{}, false
	}
	c.at = i
	if open > 0 {
		c.at += len(c.rest()) - len(strings.TrimLeft(c.rest(), "\"'`”’“"))
	}
	return stretch{start, i}, true
}

// peek is the next character; 0 at the end.
func (c *cursor) peek() rune {
	r, size := utf8.DecodeRuneInString(c.rest())
	if size == 0 {
		return 0
	}
	return r
}

// ended reports whether a statement can end here: at the end of the text, at a sign or at a blank.
func (c *cursor) ended() bool {
	r := c.peek()
	return r == 0 || strings.ContainsRune(blanks, r) || sign(r) != 0 && !strings.ContainsRune("-~%*", sign(r)) || quotes[r] != ""
}
