package block

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fenceParser reads fenced code. Where a fence ends is settled when it opens, by the fenceIndex.
type fenceParser struct{}

func (fenceParser) Trigger() []byte             { return []byte{'`', '~'} }
func (fenceParser) CanInterruptParagraph() bool { return true }
func (fenceParser) CanAcceptIndentedLine() bool { return false }

func (fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pageOf(pc)
	start, end := p.line(reader)
	f, ok := readFence(p.file.Text[start:end])
	if !ok {
		return nil, parser.NoChildren
	}
	if p.fences == nil {
		p.fences = indexFences(p.file.Text)
	}
	f.at = start
	until, limit := p.fences.extent(p.file.Text, f)
	if until < 0 {
		p.diags.Add(fenceNotClosed.At(p.span(start, start+f.length)))
	} else {
		p.hold = max(p.hold, until+1)
	}
	reader.AdvanceToEOL()
	content := min(end+1, len(p.src))
	return &piece{
		kind: Code, info: f.info, open: start, start: content, end: content, whole: end, until: until, limit: limit,
	}, parser.NoChildren
}

func (fenceParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, p := node.(*piece), pageOf(pc)
	_, at := reader.Position()
	start, end := p.line(reader)
	switch {
	case n.limit >= 0 && at.Start >= n.limit:
		return parser.Close
	case n.until >= 0 && start >= n.until:
		n.whole = end
		reader.AdvanceToEOL()
		return parser.Close
	}
	n.extend(at.Start, end)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close leaves out the blank lines after code whose end is a guess.
func (fenceParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if n := node.(*piece); n.until < 0 && n.start < n.end {
		code := strings.TrimRight(pageOf(pc).file.Text[n.start:n.end], " \t\n")
		n.end = n.start + len(code)
		n.whole = max(n.end, n.start)
	}
}

// extend adds a line to the content.
func (n *piece) extend(start, end int) {
	if n.whole < n.start {
		n.start = max(n.start, start)
	}
	n.end = max(end, n.start)
	n.whole = max(n.whole, n.end)
}

// fence is one line of back-quotes or tildes.
type fence struct {
	at     int // place of the first mark
	mark   byte
	length int
	info   string
	bare   bool // it can close another
	closer int  // index of the next one that can close it, -1 if none
	left   int  // how many bare ones stand between it and the next that is not bare
	next   int  // index of the next of the same mark, -1 if none
}

// readFence reads a line that starts with its marks.
func readFence(line string) (fence, bool) {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return fence{}, false
	}
	info := strings.TrimLeft(line, line[:1])
	f := fence{mark: line[0], length: len(line) - len(info), info: strings.Trim(info, blanks)}
	if f.length < 3 || strings.IndexByte(info, f.mark) >= 0 {
		return fence{}, false
	}
	f.bare = f.info == ""
	return f, true
}

// fenceIndex holds all fences of a page, so that one that was never closed is told from one that was: fences with an info
// string can only open, and between two of them the others must pair up.
type fenceIndex struct {
	fences []fence
	last   int // index that was asked for last; fences are asked for in order
}

func indexFences(src string) *fenceIndex {
	index := &fenceIndex{}
	for at := 0; at < len(src); {
		end := len(src)
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i
		}
		if f, ok := fenceInLine(src[at:end]); ok {
			f.at += at
			index.fences = append(index.fences, f)
		}
		at = end + 1
	}
	index.link()
	return index
}

// fenceInLine finds a fence behind indentation, quotation and list markers. Behind a list marker it can only open.
func fenceInLine(line string) (fence, bool) {
	rest := strings.TrimLeft(line, " \t>")
	inItem := false
	for rest != "" && rest[0] != '`' && rest[0] != '~' {
		n := listMarker(rest)
		if n == 0 {
			return fence{}, false
		}
		rest, inItem = strings.TrimLeft(rest[n:], " \t>"), true
	}
	f, ok := readFence(rest)
	f.at = len(line) - len(rest)
	f.bare = f.bare && !inItem
	return f, ok
}

// listMarker is the length of the list marker at the start of s, its blank included; 0 if there is none.
func listMarker(s string) int {
	i := 0
	if s != "" && strings.IndexByte("-*+", s[0]) >= 0 {
		i = 1
	} else {
		for i < len(s) && i < 10 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == 0 || i == len(s) || s[i] != '.' && s[i] != ')' {
			return 0
		}
		i++
	}
	if i < len(s) && isBlank(s[i]) {
		return i + 1
	}
	return 0
}

const longFence = 8 // fences of this length and longer are told apart no further

// link fills in what each fence knows of those after it, from the last to the first.
func (x *fenceIndex) link() {
	var closers [2][longFence + 1]int // by mark and length: index+1 of the next bare fence
	var left, next [2]int
	for i := len(x.fences) - 1; i >= 0; i-- {
		f := &x.fences[i]
		m := 0
		if f.mark == '~' {
			m = 1
		}
		f.closer, f.left, f.next = -1, left[m], next[m]-1
		for _, c := range closers[m][min(f.length, longFence):] {
			if c > 0 && (f.closer < 0 || c-1 < f.closer) {
				f.closer = c - 1
			}
		}
		next[m] = i + 1
		if f.bare {
			closers[m][min(f.length, longFence)] = i + 1
			left[m]++
		} else {
			left[m] = 0
		}
	}
}

// extent settles where the fence ends: until is the place of the fence that closes it, or -1 and then limit is where
// something plainly new begins, -1 for the end of the page.
func (x *fenceIndex) extent(src string, f fence) (until, limit int) {
	for x.last < len(x.fences) && x.fences[x.last].at < f.at {
		x.last++
	}
	if x.last == len(x.fences) || x.fences[x.last].at != f.at {
		return -1, newSection(src, f, len(src), true)
	}
	f = x.fences[x.last]
	switch {
	case f.closer >= 0 && f.length > 3:
		return x.fences[f.closer].at, -1
	case f.left == 0 && f.next >= 0:
		return -1, newSection(src, f, lineStart(src, x.fences[f.next].at), true)
	case f.closer < 0:
		return -1, newSection(src, f, len(src), true)
	}
	closer := x.fences[f.closer].at
	if f.left%2 == 0 {
		bound := lineStart(src, closer)
		if limit := newSection(src, f, bound, false); limit < bound {
			return -1, limit
		}
	}
	return closer, -1
}

func lineStart(src string, at int) int { return strings.LastIndexByte(src[:at], '\n') + 1 }
