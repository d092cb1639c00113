package templates

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// lexeme is a token of a row. Its kind is the sign, or one sign for all that are alike.
type lexeme struct {
	kind       byte
	start, end int
}

// The kinds that have no sign of their own.
const (
	ident    = 'w' // and numbers
	quoted   = '"'
	keyword  = 'k'
	fun      = 'f' // the keyword func
	equals   = '=' // operators between blanks
	prefix   = '*' // operators before what they are for
	infix    = '-' // operators without blanks
	ellipsis = '~'
)

// follow says what may follow a token, without a blank and with one. What else there is in Go is unknown here.
var follow = [...]struct{ tight, spaced string }{
	0:        {tight: `w"kf([{*)]}`},
	ident:    {tight: `([{)]},:.~-`, spaced: `w"kf[{=*~}`},
	quoted:   {tight: `)]},:~`, spaced: `{=}`},
	keyword:  {tight: `[{:`, spaced: `w"kf([{*}`},
	fun:      {tight: `(`, spaced: `w(`},
	'(':      {tight: `w"kf([*)`},
	'[':      {tight: `w"([*]~`},
	'{':      {tight: `w"kf([*{}`, spaced: `w"kf([*`},
	')':      {tight: `([)]},:.~-`, spaced: `wkf([{=*}`},
	']':      {tight: `wkf([{*)]},:.~`, spaced: `{=}`},
	'}':      {tight: `)]},.(`, spaced: `k{}`},
	',':      {spaced: `w"kf([*{`},
	':':      {spaced: `w"kf([*`},
	'.':      {tight: `w(`},
	equals:   {spaced: `w"kf([*`},
	prefix:   {tight: `w"k([*`},
	infix:    {tight: `w"(`},
	ellipsis: {tight: `wk[*)`},
}

const (
	maxFunction = 100 // how long a function on one line gets
	maxKey      = 40  // how long keys get that stand in one column whatever their lengths
)

// scanner reads a row of code: up to the end of the line on which its last literal ends.
type scanner struct {
	*layout
	depth, lowest       int // how many brackets are open at the beginning, and at least
	within              bracket
	indent              int
	first, second, last lexeme
	equals, tag         int  // where they are, outside of the row's brackets
	colons              int  // outside of the row's brackets
	header, body        int  // where a function on one line begins, and its body
	tested              bool // the last token closes what may be a condition
	end, stop           int  // of the code, and of the line; there is a comment in between, or nothing
}

// scan reads the row, and says whether it knows its tokens and the blanks between them.
func (s *scanner) scan() bool {
	s.depth, s.lowest, s.within, s.header = len(s.open), len(s.open), s.top(), -1
	s.indent = s.within.indent + 1
	for {
		s.end = s.at
		s.skipBlanks()
		if s.ends() || bytes.HasPrefix(s.src[s.at:], []byte("//")) {
			return s.finish()
		}
		kind, length := s.token(s.src[s.at:])
		t, gap := lexeme{kind, s.at, s.at + length}, s.at-s.end
		s.at = t.end
		may := follow[s.last.kind].tight
		if gap == 1 && s.last.kind != 0 {
			may = follow[s.last.kind].spaced
		}
		if kind == 0 || gap > 1 || strings.IndexByte(may, kind) < 0 || !s.take(t, gap == 1) {
			return false
		}
		s.tested = s.tested && kind == ')'
		s.last = t
	}
}

// finish takes the end of the line, with the comment that may stand there.
func (s *scanner) finish() bool {
	gap := s.at - s.end
	s.stop = s.end
	if !s.ends() {
		s.stop = s.at + lengthUntil(s.src[s.at:], '\n')
		s.at = s.stop
	}
	s.at++
	return (s.stop == s.end || gap == 1) && strings.IndexByte("*-=~.[f", s.last.kind) < 0
}

// ends reports whether nothing else is on the line.
func (s *scanner) ends() bool { return s.src[s.at] == '\n' }

func (s *scanner) text(t lexeme) string { return string(s.src[t.start:t.end]) }

// token is the kind and the length of the token at hand; of kind 0 for what is unknown.
func (s *scanner) token(code []byte) (kind byte, length int) {
	c := code[0]
	switch {
	case isLetterOrDigit(c) || c >= utf8.RuneSelf:
		return wordKind(code)
	case c == '"' || c == '`' || c == '\'':
		return quoted, tokenLength(code)
	case c == ';':
		return ',', 1
	case strings.IndexByte("()[]{},", c) >= 0:
		return c, 1
	}
	return s.operator(code)
}

// wordKind tells keywords from other words. A number that gofmt would write in another way is unknown.
func wordKind(code []byte) (kind byte, length int) {
	number, capitals := '0' <= code[0] && code[0] <= '9', false
	for length < len(code) {
		c := code[length]
		exponent := number && (c == '-' || c == '+') && code[length-1] == 'e' && code[1] != 'x'
		if !isLetterOrDigit(c) && c < utf8.RuneSelf && !exponent && (!number || c != '.') {
			break
		}
		capitals = capitals || 'A' <= c && c <= 'Z'
		length++
	}
	switch string(code[:length]) {
	case "func":
		return fun, length
	case "case", "const", "default", "else", "for", "if", "import", "interface", "map", "package", "range", "return", "struct", "switch", "type", "var":
		return keyword, length
	case "break", "chan", "continue", "defer", "fallthrough", "go", "goto", "select":
		return 0, length
	}
	if number && capitals {
		return 0, length
	}
	return ident, length
}

// operator is the kind of a sign. How blanks stand around arithmetic depends on what it is part of: little of it is known.
func (s *scanner) operator(code []byte) (kind byte, length int) {
	c, next := code[0], code[1]
	operand := s.last.kind != 0 && strings.IndexByte(`w")}]`, s.last.kind) >= 0
	spaced := s.src[s.at-1] == ' '
	within := s.top().sign
	switch {
	case bytes.HasPrefix(code, []byte("...")):
		return ellipsis, 3
	case next == '=' && strings.IndexByte(":=!<>", c) >= 0, c == next && (c == '&' || c == '|'):
		return equals, 2
	case c == '.', c == ':' && within != '[':
		return c, 1
	case c == '=', (c == '<' || c == '>') && next == ' ':
		return equals, 1
	case !operand && strings.IndexByte("!&*-", c) >= 0 && next != c, c == '*' && (s.last.kind == ']' || spaced && next != ' '):
		return prefix, 1
	case c == '+' && spaced && operand && len(s.open) == s.depth:
		return equals, 1
	case c == '-' && within == '[' && !spaced, c == '*' && !spaced && '0' <= s.src[s.last.start] && s.src[s.last.start] <= '9':
		return infix, 1
	}
	return 0, 1
}

// take notes what is to know of a token.
func (s *scanner) take(t lexeme, spaced bool) bool {
	if s.last.kind == 0 {
		s.first = t
		if text := s.text(t); s.within.inside == cases && (text == "case" || text == "default") {
			s.indent--
		}
	} else if s.second.kind == 0 {
		s.second = t
	}
	if s.last.kind == '{' && t.kind != '}' && s.top().spaced != spaced {
		return false
	}
	outside := len(s.open) == s.depth
	switch {
	case strings.IndexByte("([{", t.kind) >= 0:
		return s.push(t, spaced)
	case strings.IndexByte(")]}", t.kind) >= 0:
		return s.pop(t, spaced)
	case t.kind == fun:
		s.header = t.start
	case t.kind == ':' && outside:
		s.colons++
	case t.kind == equals && outside && s.equals == 0:
		s.equals = t.start
	case t.kind == quoted && outside && s.src[t.start] == '`':
		s.tag = t.start
	}
	return true
}

func (s *scanner) push(t lexeme, spaced bool) bool {
	b := bracket{sign: t.kind, inside: elements, indent: s.indent}
	head, last := s.text(s.first), s.text(s.last)
	switch {
	case t.kind == '(' && s.last == s.first && (head == "var" || head == "const" || head == "import"):
		b.inside = specs
	case t.kind == '(':
		b.tested = s.last.kind == keyword || s.last.kind == ','
	case t.kind == '{' && (spaced || s.last.kind == 0 && s.within.inside < fields):
		b.spaced, b.inside = true, statements
		switch {
		case last == "struct":
			b.inside = fields
		case last == "interface":
			b.inside = methods
		case head == "switch":
			b.inside = cases
		}
		if !s.ends() {
			s.body = t.start
		}
		if s.tested || !s.ends() && (s.header < 0 || b.inside != statements) { // gofmt takes brackets off a condition
			return false
		}
	}
	s.open = append(s.open, b)
	return true
}

func (s *scanner) pop(t lexeme, spaced bool) bool {
	if len(s.open) == 0 {
		return false
	}
	b := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	s.tested, s.lowest = b.tested, min(s.lowest, len(s.open))
	if s.last.kind == 0 {
		s.indent = b.indent
		return true
	}
	if t.kind != '}' || !b.spaced {
		return t.kind != '}' || !spaced
	}
	size := s.body - 1 - s.header
	if spaced {
		size += t.start - s.body - len("{  ")
	}
	return spaced == (s.last.kind != '{') && size <= maxFunction
}

// row is the row in cells. It is not known with a comment where there are none.
func (s *scanner) row() (r row, known bool) {
	r.indent = s.indent
	at := s.first.start
	cut := func(end int) {
		r.cells[r.n], at = s.src[at:end-1], end
		r.n++
	}
	open := len(s.open) != s.depth || s.lowest != s.depth || bytes.IndexByte(s.src[at:s.end], '\n') >= 0
	commented, pair := s.end != s.stop, false
	switch in := s.within.inside; {
	case s.depth == 0 && s.first.kind == fun && s.body > 0 && !open:
		cut(s.body)
	case s.depth == 0:
	case open && (in == specs || in == fields) && s.lowest == s.depth:
		return r, false
	case open:
	case in == fields && s.second.kind != 0:
		if pair = s.second.start > s.first.end && s.first.kind == ident; pair {
			cut(s.second.start)
		}
		if s.tag > 0 {
			cut(s.tag)
		}
	case in == specs && s.keyword != "import":
		if pair = s.equals > 0; s.second.kind != equals {
			cut(s.second.start)
		}
		cut(max(s.equals, s.second.start))
	case in == elements && s.within.sign == '{' && s.second.kind == ':' && s.colons == 1 && s.last.kind == ',':
		pair = s.first.end-s.first.start <= maxKey
		cut(s.second.end + 1)
	}
	if commented {
		cut(s.end + 1)
	}
	cut(len(trimRight(s.src[:s.stop])) + 1)
	return r, pair || !commented
}
