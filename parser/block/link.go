package block

import (
	"slices"
	"strings"
)

func (m *marker) bracket(start, end int) {
	m.brackets = append(m.brackets, len(m.marks))
	m.add(mark{role: literal, start: start, end: end})
}

// closeBracket makes a link or an image of the brackets that end at i, if a target follows.
func (m *marker) closeBracket(i int) int {
	n := len(m.brackets) - 1
	if n < 0 {
		return i + 1
	}
	index := m.brackets[n]
	m.brackets = m.brackets[:n]
	if i+1 >= len(m.text) || m.text[i+1] != '(' || m.lastParen() < i {
		return i + 1
	}
	target, end := linkTarget(m.text, i+2)
	if end < 0 {
		return i + 1
	}
	open := &m.marks[index]
	isImage := open.end-open.start == 2
	if !isImage && !m.isLink(open.start, i, target) {
		return i + 1
	}
	m.dropOpeners(index)
	if isImage {
		m.codes = slices.DeleteFunc(m.codes, func(code int) bool { return code >= index })
		m.marks = m.marks[:index]
		return m.add(mark{role: dropped, start: open.start, end: end})
	}
	open.role, open.text = linkStart, target
	return m.add(mark{role: linkEnd, start: i, end: end})
}

func (m *marker) lastParen() int {
	if m.paren == 0 {
		m.paren = strings.LastIndexByte(m.text, ')')
	}
	return m.paren
}

// isLink tells [User](#user) from ids[](数组): something must be linked, and what follows a name's index must look like a
// target.
func (m *marker) isLink(start, closing int, target string) bool {
	if strings.TrimSpace(m.text[start+1:closing]) == "" {
		return false
	}
	if start == 0 || !isNameByte(m.text[start-1]) {
		return true
	}
	return strings.ContainsAny(target, "#/.?")
}

// linkTarget reads a link's target from behind its parenthesis; end is behind the closing one, -1 if there is none.
func linkTarget(s string, start int) (target string, end int) {
	depth := 1
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return "", -1
		case '(':
			if depth++; depth > 32 {
				return "", -1
			}
		case ')':
			if depth--; depth == 0 {
				return cleanTarget(s[start:i]), i + 1
			}
		}
	}
	return "", -1
}

// cleanTarget leaves out a link's title and angle brackets.
func cleanTarget(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, " \t"); i >= 0 && strings.HasSuffix(s, `"`) {
		s = s[:i]
	}
	return strings.Trim(s, "<>")
}
