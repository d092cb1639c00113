package block

import (
	"html"
	"strings"
)

// role is what a mark does.
type role uint8

const (
	literal role = iota // nothing: it is text
	dropped
	escape // a backslash and the character that stays
	entity // stands for text
	softBreak
	code // a code span; more is the length of its marks
	codeStart
	boldStart
	boldEnd
	struckStart
	struckEnd
	linkStart // text is the target
	linkEnd
)

// mark is one piece of markup in a text.
type mark struct {
	role       role
	start, end int
	text       string
	more       int
}

// marker finds the markup of a text in one pass.
type marker struct {
	text  string
	marks []mark
	open  [kinds]int // index of the mark that may open emphasis of a kind, -1 if none
	runs  codeRuns
	// brackets are the indexes of the marks for [ and ![ that may start a link.
	brackets  []int
	closers   map[string]int // name -> place of its last closing tag
	anchors   []bool         // open <a>: whether it has a target
	codes     []int          // open <code>: index of its mark
	noComment bool           // no --> follows
	paren     int            // place of the last ), -1 if there is none; 0 if nobody has looked
}

func (m *marker) scan() {
	for i := 0; i < len(m.text); {
		c := m.text[i]
		if !marked[c] && c != ']' && c != '!' {
			i++
			continue
		}
		i = max(m.at(i, c), i+1)
	}
}

// at reads the mark at i and returns where the next one may be.
func (m *marker) at(i int, c byte) int {
	switch c {
	case '\\':
		if i+1 < len(m.text) && isPunct(m.text[i+1]) {
			return m.add(mark{role: escape, start: i, end: i + 2})
		}
	case '\n':
		return m.lineBreak(i)
	case '`':
		return m.codeSpan(i)
	case '&':
		return m.reference(i)
	case '<':
		return m.angle(i)
	case '[':
		m.bracket(i, i+1)
	case '!':
		if i+1 < len(m.text) && m.text[i+1] == '[' {
			m.bracket(i, i+2)
			return i + 2
		}
	case ']':
		return m.closeBracket(i)
	case '*', '_', '~':
		return m.emphasis(i, c)
	}
	return i + 1
}

func (m *marker) add(k mark) int {
	m.marks = append(m.marks, k)
	return k.end
}

// lineBreak leaves out the blanks around a line break.
func (m *marker) lineBreak(i int) int {
	start, end := i, i+1
	floor := 0
	if n := len(m.marks); n > 0 {
		floor = m.marks[n-1].end
	}
	for start > floor && isBlank(m.text[start-1]) {
		start--
	}
	for end < len(m.text) && isBlank(m.text[end]) {
		end++
	}
	return m.add(mark{role: entity, start: start, end: end, text: "\n"})
}

func (m *marker) codeSpan(i int) int {
	run := m.runs.enter(m.text, i)
	if m.runs.end <= i {
		return i + run
	}
	return m.add(mark{role: code, start: i, end: m.runs.end, more: run})
}

// reference reads a character reference. Those of blanks may lack their semicolon.
func (m *marker) reference(i int) int {
	rest := m.text[i:]
	if n, _ := blankEntity(rest); n > 0 {
		return m.add(mark{role: entity, start: i, end: i + n, text: " "})
	}
	end := strings.IndexByte(rest[:min(len(rest), 34)], ';')
	if end < 2 {
		return i + 1
	}
	decoded := html.UnescapeString(rest[:end+1])
	if decoded == rest[:end+1] || strings.HasSuffix(decoded, ";") && len(decoded) > 1 {
		return i + 1
	}
	if decoded == "\u00a0" {
		decoded = " "
	}
	return m.add(mark{role: entity, start: i, end: i + end + 1, text: decoded})
}

// angle reads a tag, a comment or an address in angle brackets.
func (m *marker) angle(i int) int {
	rest := m.text[i:]
	if strings.HasPrefix(rest, "<!--") {
		if m.noComment {
			return i + 1
		}
		if n := commentLength(rest); n > 0 {
			return m.add(mark{role: dropped, start: i, end: i + n})
		}
		m.noComment = true
		return i + 1
	}
	if t, ok := readTag(rest); ok && m.isElement(t, i) {
		return m.tag(t, i)
	}
	if n := addressLength(rest); n > 0 {
		m.add(mark{role: linkStart, start: i, end: i + 1, text: rest[1:n]})
		return m.add(mark{role: linkEnd, start: i + n, end: i + n + 1})
	}
	return i + 1
}

// addressLength is where the > of <http://...> stands, 0 if s does not start with one.
func addressLength(s string) int {
	if !strings.HasPrefix(s, "<http://") && !strings.HasPrefix(s, "<https://") {
		return 0
	}
	n := strings.IndexAny(s[1:], "<> ")
	if n < 0 || s[n+1] != '>' {
		return 0
	}
	return n + 1
}

// isElement decides whether a tag with a known name is one, or a word in angle brackets.
func (m *marker) isElement(t tag, i int) bool {
	if t.close || t.attrs != "" || t.use == breaking || t.use == image {
		return true
	}
	generic := i > 0 && isNameByte(m.text[i-1]) // List<a>
	if !generic && t.use != ambiguous && t.use != codeTag && t.use != anchor {
		return true
	}
	return m.lastCloser(t.name) > i
}

func isNameByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func (m *marker) lastCloser(name string) int {
	if at, ok := m.closers[name]; ok {
		return at
	}
	if m.closers == nil {
		m.closers = make(map[string]int, 2)
	}
	at := strings.LastIndex(strings.ToLower(m.text), "</"+name)
	m.closers[name] = at
	return at
}

func (m *marker) tag(t tag, i int) int {
	k := mark{role: dropped, start: i, end: i + t.length}
	switch t.use {
	case breaking:
		k.role, k.text = entity, "\n"
	case block:
		k.role, k.text = softBreak, "\n"
	case bold:
		k.role = either(t.close, boldEnd, boldStart)
	case struck:
		k.role = either(t.close, struckEnd, struckStart)
	case codeTag:
		m.codeTag(t, &k)
	case anchor:
		m.anchor(t, &k)
	}
	return m.add(k)
}

func either(is bool, yes, no role) role {
	if is {
		return yes
	}
	return no
}

// codeTag notes where <code> starts; its mark learns where the content ends when it is closed.
func (m *marker) codeTag(t tag, k *mark) {
	if !t.close {
		m.codes = append(m.codes, len(m.marks))
		return
	}
	if n := len(m.codes) - 1; n >= 0 {
		open := &m.marks[m.codes[n]]
		open.role, open.more = codeStart, k.start
		m.codes = m.codes[:n]
	}
}

func (m *marker) anchor(t tag, k *mark) {
	if !t.close {
		target := t.attr("href")
		m.anchors = append(m.anchors, target != "")
		if target != "" {
			k.role, k.text = linkStart, target
		}
		return
	}
	if n := len(m.anchors) - 1; n >= 0 {
		if m.anchors[n] {
			k.role = linkEnd
		}
		m.anchors = m.anchors[:n]
	}
}
