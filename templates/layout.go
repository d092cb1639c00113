package templates

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a bracket holds.
type shape uint8

const (
	statements shape = iota
	cases
	fields
	methods
	specs
	elements
)

// bracket is one that is not closed yet.
type bracket struct {
	sign   byte
	inside shape
	spaced bool // a block, with blanks inside where it is one line
	indent int  // of the row that it is on
	tested bool // it may be all of a condition, from which gofmt takes brackets
}

// layout is the state between two rows.
type layout struct {
	src  []byte
	at   int
	out  []byte
	open []bracket
	rows []row // those whose columns are not settled

	keyword  string // of the last declaration
	blank    bool   // the source has a blank line here
	opened   bool   // the last row ended in an open bracket
	comments int    // comment lines since the last row
}

// Layout gives rendered code gofmt's form, byte for byte. It is not ok for code with anything in it that it does not know. It knows what
// templates print: they put blanks where gofmt does, so that indentation, columns and blank lines are left to do.
func Layout(src []byte) (laid []byte, ok bool) {
	l := &layout{src: append(src, '\n'), out: make([]byte, 0, len(src)+len(src)/4)}
	for l.at < len(src) {
		known := true
		switch l.skipBlanks(); {
		case l.src[l.at] == '\n':
			l.at++
			l.blank = true
		case bytes.HasPrefix(l.src[l.at:], []byte("//")):
			known = l.comment()
		default:
			known = l.code()
		}
		if !known {
			return nil, false
		}
	}
	l.settle()
	return l.out, len(l.open) == 0 && l.comments == 0
}

// top is the innermost bracket.
func (l *layout) top() bracket {
	if len(l.open) == 0 {
		return bracket{indent: -1}
	}
	return l.open[len(l.open)-1]
}

func (l *layout) skipBlanks() {
	for l.at < len(l.src) && l.src[l.at] == ' ' {
		l.at++
	}
}

// comment takes the comment lines that follow each other.
func (l *layout) comment() bool {
	in := l.top()
	if in.inside < fields && in.indent >= 0 || in.sign == '(' && in.inside != specs {
		return false
	}
	l.settle()
	l.gap(in.indent < 0)
	var lines [][]byte
	for bytes.HasPrefix(l.src[l.at:], []byte("//")) {
		line := l.src[l.at : l.at+lengthUntil(l.src[l.at:], '\n')]
		l.at += len(line) + 1
		lines = append(lines, trimRight(line))
		l.skipBlanks()
	}
	for _, line := range lines {
		l.write(in.indent+1, line)
	}
	l.comments = len(lines)
	return l.at == len(l.src) || l.src[l.at] == '\n' || isPlain(lines)
}

// code takes a row of code.
func (l *layout) code() bool {
	s := scanner{layout: l}
	if !s.scan() {
		return false
	}
	r, ok := s.row()
	if top := s.depth == 0; !ok || top && s.first.kind != keyword && s.first.kind != fun {
		return false
	} else if top {
		word := s.text(s.first)
		l.gap(l.comments == 0 && word != l.keyword)
		l.keyword = word
	}
	l.blank = l.blank && strings.IndexByte(")]}", s.first.kind) < 0
	l.gap(false)
	l.opened = strings.IndexByte("([{", s.last.kind) >= 0
	l.comments = 0
	l.add(r)
	return true
}

// gap puts a blank line where the source has one, or where gofmt wants one in any case.
func (l *layout) gap(wanted bool) {
	if (l.blank && !l.opened || wanted) && (len(l.out) > 0 || len(l.rows) > 0) {
		l.settle()
		l.out = append(l.out, '\n')
	}
	l.blank, l.opened = false, false
}

// row is a line of code in cells: those of lines that follow each other stand in columns, but for the last ones.
type row struct {
	indent int
	cells  [5][]byte
	n      int
}

// add writes a row, once it is known what it shares columns with.
func (l *layout) add(r row) {
	if len(l.rows) > 0 && (r.n == 1 || l.rows[0].indent != r.indent) {
		l.settle()
	}
	if l.rows = append(l.rows, r); r.n == 1 {
		l.settle()
	}
}

// settle writes the rows that share columns.
func (l *layout) settle() {
	for column := 0; column < len(row{}.cells) && len(l.rows) > 1; column++ {
		for from := 0; from < len(l.rows); {
			to, widest := from, 0
			for ; to < len(l.rows) && l.rows[to].n > column+1; to++ {
				widest = max(widest, utf8.RuneCount(l.rows[to].cells[column]))
			}
			for ; from < to; from++ {
				cell := &l.rows[from].cells[column]
				*cell = append(slices.Clip(*cell), bytes.Repeat([]byte(" "), widest-utf8.RuneCount(*cell))...)
			}
			from++
		}
	}
	for i := range l.rows {
		l.write(l.rows[i].indent, l.rows[i].cells[:l.rows[i].n]...)
	}
	l.rows = l.rows[:0]
}

func (l *layout) write(indent int, cells ...[]byte) {
	for range indent {
		l.out = append(l.out, '\t')
	}
	for i, cell := range cells {
		if i > 0 {
			l.out = append(l.out, ' ')
		}
		l.out = append(l.out, cell...)
	}
	l.out = append(l.out, '\n')
}

func trimRight(text []byte) []byte { return bytes.TrimRightFunc(text, unicode.IsSpace) }

// isPlain reports whether gofmt, which lays doc comments out too, leaves one as it is: paragraphs of words, lists as it writes them, and
// no headings.
func isPlain(lines [][]byte) bool {
	list := false
	for i, line := range lines {
		text, ok := bytes.CutPrefix(line, []byte("// "))
		if len(line) == 2 {
			if list = false; i == 0 || i == len(lines)-1 || len(lines[i-1]) == 2 {
				return false
			}
			continue
		}
		point, isPoint := bytes.CutPrefix(text, []byte("  - "))
		switch {
		case !ok, isPoint && len(point) == 0, !isPoint && (list || !isLetter(text[0]) && text[0] < 0x80):
			return false
		case bytes.Contains(text, []byte("``")), bytes.Contains(text, []byte("''")), !isPoint && isHeading(lines, i):
			return false
		}
		list = isPoint
	}
	return true
}

// isHeading reports whether a line stands alone as headings once did, which gofmt marks as such: from a capital to a letter or digit.
func isHeading(lines [][]byte, i int) bool {
	if i == 0 || i+2 >= len(lines) || len(lines[i-1]) > 2 || len(lines[i+1]) > 2 {
		return false
	}
	first, _ := utf8.DecodeRune(lines[i][len("// "):])
	last, _ := utf8.DecodeLastRune(lines[i])
	return unicode.IsUpper(first) && (unicode.IsLetter(last) || unicode.IsDigit(last))
}
