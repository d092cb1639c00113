package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasis kinds: a character and how often it stands there.
const (
	starOne = iota
	starTwo
	starThree
	lineOne
	lineTwo
	lineThree
	tildeTwo
	kinds
)

var noOpeners = [kinds]int{-1, -1, -1, -1, -1, -1, -1}

// emphasis reads a run of *, _ or ~: it closes the emphasis of its kind that is open, or may open one.
func (m *marker) emphasis(i int, c byte) int {
	end := i
	for end < len(m.text) && m.text[end] == c {
		end++
	}
	kind := kindOf(c, end-i)
	if kind < 0 {
		return end
	}
	before, _ := utf8.DecodeLastRuneInString(m.text[:i])
	after, _ := utf8.DecodeRuneInString(m.text[end:])
	left, right := flanks(before, i == 0), flanks(after, end == len(m.text))
	open := m.open[kind]
	if open >= 0 && m.canClose(kind, open, i, before, left, right) {
		m.pair(kind, open, i, end)
		return end
	}
	if m.canOpen(kind, i, end, after, left, right) {
		m.open[kind] = len(m.marks)
		m.add(mark{role: literal, start: i, end: end})
	}
	return end
}

func kindOf(c byte, n int) int {
	switch {
	case c == '~' && n == 2:
		return tildeTwo
	case n > 3 || c == '~':
		return -1
	case c == '*':
		return starOne + n - 1
	}
	return lineOne + n - 1
}

// flank is what stands beside a run.
type flank uint8

const (
	space flank = iota // or the edge of the text
	punct
	han  // a letter outside of ASCII: Chinese has no spaces between words
	word // an ASCII letter or digit
)

func flanks(r rune, edge bool) flank {
	switch {
	case edge || unicode.IsSpace(r) || strings.ContainsRune(invisible, r):
		return space
	case r < utf8.RuneSelf && isNameByte(byte(r)) && r != '_':
		return word
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return han
	}
	return punct
}

// Marks that hardly follow the start or precede the end of emphasis, unless there is space on the other side.
const (
	closingPunct = ",.;:!?)]}，。；：！？）】」》、|"
	openingPunct = "([{（【「《"
)

// canOpen decides by what is before and after the run.
func (m *marker) canOpen(kind, start, end int, next rune, before, after flank) bool {
	switch {
	case after == space:
		return start == 0 && end < len(m.text) && end-start == 2 // ** 标题 **
	case before == word && after == word: // 5*3, 138***21
		return false
	case isUnderline(kind) && before != space && before != punct:
		return false
	case after == punct && before != space:
		return !strings.ContainsRune(closingPunct, next) && (end-start > 1 || before == punct)
	}
	return true
}

func isUnderline(kind int) bool { return kind >= lineOne && kind <= lineThree }

// canClose decides whether the run at start closes the emphasis that the mark open opens.
func (m *marker) canClose(kind, open, start int, previous rune, before, after flank) bool {
	opener := m.marks[open]
	body := m.text[opener.end:start]
	switch {
	case strings.TrimSpace(body) == "" || before == word && after == word:
		return false
	case before == space:
		return opener.start == 0 && (kind == starTwo || kind == lineTwo) && after == space
	case isUnderline(kind):
		return after == space || after == punct
	case kind == starOne:
		return m.singleStar(opener, body, before, after)
	}
	return before != punct || after == space || !strings.ContainsRune(openingPunct, previous)
}

// singleStar is careful: a star is a sign of multiplication, a wildcard or a mask as often as a mark.
func (m *marker) singleStar(opener mark, body string, before, after flank) bool {
	if after == word || after == han && (before == punct || m.afterLetter(opener.start)) {
		return false
	}
	return strings.ContainsFunc(body, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func (m *marker) afterLetter(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(m.text[:at])
	f := flanks(r, at == 0)
	return f == word || f == han
}

// pair makes emphasis of an opener and the run from start to end. What was opened between them stays text.
func (m *marker) pair(kind, open, start, end int) {
	from, to := dropped, dropped
	switch kind {
	case starTwo, starThree, lineTwo, lineThree:
		from, to = boldStart, boldEnd
	case tildeTwo:
		from, to = struckStart, struckEnd
	}
	m.marks[open].role = from
	m.add(mark{role: to, start: start, end: end})
	m.dropOpeners(open)
}

// dropOpeners forgets the openers from an index on.
func (m *marker) dropOpeners(index int) {
	for k := range m.open {
		if m.open[k] >= index {
			m.open[k] = -1
		}
	}
}
