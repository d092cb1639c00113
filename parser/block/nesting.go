package block

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxOpen is how many containers may be open at once. What is nested deeper is text; without an end to nesting, the time
// for a line of markers would grow with its square.
const maxOpen = 32

func tooDeep(pc parser.Context) bool { return len(pc.OpenedBlocks()) >= maxOpen }

// listParser is goldmark's, except that lists end at maxOpen and stay open around an element that has its end further down.
type listParser struct{ parser.BlockParser }

func (l listParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := l.BlockParser.Open(parent, reader, pc)
	if node != nil && tooDeep(pc) {
		return nil, parser.NoChildren
	}
	return node, state
}

func (l listParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if pageOf(pc).holding(reader) {
		return parser.Continue | parser.HasChildren
	}
	return l.BlockParser.Continue(node, reader, pc)
}

// itemParser is goldmark's, except that an item stays open around an element that has its end further down.
type itemParser struct{ parser.BlockParser }

func (i itemParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if !pageOf(pc).holding(reader) {
		return i.BlockParser.Continue(node, reader, pc)
	}
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		reader.AdvanceToEOL()
	} else if pos, padding := util.IndentPosition(line, reader.LineOffset(), node.(*ast.ListItem).Offset); pos >= 0 {
		reader.AdvanceAndSetPadding(pos, padding)
	}
	return parser.Continue | parser.HasChildren
}

// quoteParser is goldmark's, with the same two exceptions as lists.
type quoteParser struct{ parser.BlockParser }

func (q quoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if tooDeep(pc) {
		return nil, parser.NoChildren
	}
	return q.BlockParser.Open(parent, reader, pc)
}

func (q quoteParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := q.BlockParser.Continue(node, reader, pc)
	if state == parser.Close && pageOf(pc).holding(reader) {
		return parser.Continue | parser.HasChildren
	}
	return state
}

// breakParser is goldmark's, with an exact place for the break.
type breakParser struct{ parser.BlockParser }

func (b breakParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start, end := pageOf(pc).line(reader)
	if node, _ := b.BlockParser.Open(parent, reader, pc); node == nil {
		return nil, parser.NoChildren
	}
	return &piece{kind: Break, open: start, start: start, end: end, whole: end}, parser.NoChildren
}

// peek gives the line that starts at pos as it would be read inside parent: the markers of the quotations and the
// indentation of the list items around it left out. It fails at the end of the text and where the line leaves them.
func (p *page) peek(pos int, parent ast.Node, pc parser.Context) (start, end int, ok bool) {
	if pos >= len(p.src) {
		return 0, 0, false
	}
	end = p.lineEnd(pos)
	if parent.Kind() != ast.KindDocument {
		for _, open := range pc.OpenedBlocks() {
			if pos, ok = p.enter(open.Node, pos, end); !ok {
				return 0, 0, false
			}
			if open.Node == parent {
				break
			}
		}
	}
	for pos < end && isBlank(p.src[pos]) {
		pos++
	}
	return pos, end, pos < end
}

// enter steps over what a container puts before a line.
func (p *page) enter(container ast.Node, pos, end int) (int, bool) {
	switch n := container.(type) {
	case *ast.Blockquote:
		for pos < end && isBlank(p.src[pos]) {
			pos++
		}
		return min(pos+1, end), pos < end && p.src[pos] == '>'
	case *ast.ListItem:
		need := n.Offset
		for ; need > 0 && pos < end && isBlank(p.src[pos]); pos++ {
			if need--; p.src[pos] == '\t' {
				need -= 3
			}
		}
		return pos, need <= 0
	}
	return pos, true
}
