package block

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/wenma/wenma/source"
)

// tableParser reads pipe tables as blocks: a header line with a bar and a row of dashes below it, with whatever number of
// cells; or several lines of one shape that start with a bar.
type tableParser struct{}

func (tableParser) Trigger() []byte             { return nil }
func (tableParser) CanInterruptParagraph() bool { return true }
func (tableParser) CanAcceptIndentedLine() bool { return true }

func (tableParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pageOf(pc)
	start, end := p.line(reader)
	form := p.tableForm(start, end, parent, reader, pc)
	if form == noTable || form == bareTable {
		if above, row := p.interrupted(start, end, parent); above != nil {
			reader.AdvanceToEOL()
			return p.resume(above, row, start, end), parser.NoChildren
		}
	}
	if form == noTable || form == bareTable && pc.BlockIndent() > 3 {
		return nil, parser.NoChildren
	}
	n := &piece{kind: TableBlock, open: start, start: start, end: end, whole: end, table: &Table{}, lead: p.barAt(start), rowFrom: -1}
	n.closed, n.indent = p.endsInBar(start, end), p.indentWidth(reader)
	if form == headlessTable {
		n.table.Columns, _ = p.dashes(start, end, false)
		n.table.Delimiter = p.span(start, end).Trim()
	} else {
		n.table.Header = p.readRow(start, end, p.columnsBelow(parent, reader, pc))
	}
	if form == bareTable {
		p.diags.Add(p.withoutDelimiter(n.table.Header))
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (tableParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, p := node.(*piece), pageOf(pc)
	start, end := p.line(reader)
	if start == end {
		return parser.Close
	}
	if p.addDelimiter(n.table, start, end) {
		n.end, n.whole = end, end
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	if p.beginsOther(n, start, end) || !p.takeLine(n, start, end, node.Parent(), reader, pc) {
		return parser.Close
	}
	n.end, n.whole = end, end
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (tableParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	n, p := node.(*piece), pageOf(pc)
	if n.rowFrom >= 0 { // the row that it seemed to begin did not come
		n.table.Rows = append(n.table.Rows, p.bodyRow(n, n.rowFrom, n.end))
	}
	p.straighten(n.table)
	if n.above == nil {
		p.diags.Add(p.delimiterMismatch(n.table))
	}
}

type tableForm uint8

const (
	noTable       tableForm = iota
	plainTable              // a header with a delimiter row below
	headlessTable           // the line is the delimiter row
	bareTable               // rows without a delimiter row
)

// tableForm decides whether a table starts on the current line.
func (p *page) tableForm(start, end int, parent ast.Node, reader text.Reader, pc parser.Context) tableForm {
	if !hasBar(p.src[start:end]) {
		return noTable
	}
	_, at := reader.Position()
	from, to, ok := p.peek(at.Stop, parent, pc)
	if !ok {
		return noTable
	}
	lead := p.barAt(start)
	if n, _ := p.dashes(start, end, false); n > 0 {
		if lead && p.barAt(from) {
			return headlessTable
		}
		return noTable
	}
	if n, _ := p.dashes(from, to, lead && p.rowAfter(to, parent, pc)); n > 0 && len(p.barsIn(start, end)) > 0 {
		return plainTable
	}
	if lead && p.barAt(from) && p.sameShape(start, end, from, to) && !p.delimiterAfter(to, parent, pc) {
		return bareTable
	}
	return noTable
}

// opensTable reports whether a table with a delimiter row starts on the current line.
func (p *page) opensTable(parent ast.Node, reader text.Reader, pc parser.Context) bool {
	start, end := p.line(reader)
	return p.tableForm(start, end, parent, reader, pc) == plainTable
}

func (p *page) barAt(pos int) bool {
	return pos < len(p.src) && (p.src[pos] == '|' || strings.HasPrefix(p.file.Text[pos:], wideBar))
}

// rowAfter reports whether the line after the one that ends at end starts with a bar.
func (p *page) rowAfter(end int, parent ast.Node, pc parser.Context) bool {
	from, _, ok := p.peek(end+1, parent, pc)
	return ok && p.barAt(from)
}

func (p *page) delimiterAfter(end int, parent ast.Node, pc parser.Context) bool {
	from, to, ok := p.peek(end+1, parent, pc)
	if !ok {
		return false
	}
	n, _ := p.dashes(from, to, false)
	return n > 0
}

// sameShape reports whether two lines have the same number of cells, and more than one.
func (p *page) sameShape(start, end, from, to int) bool {
	end, to = p.trimRight(start, end), p.trimRight(from, to)
	n := cellCount(p.barsIn(start, end), start, end)
	return n > 1 && n == cellCount(p.barsIn(from, to), from, to)
}

func (p *page) trimRight(start, end int) int {
	for end > start && isBlank(p.src[end-1]) {
		end--
	}
	return end
}

// columnsBelow is how many cells the delimiter row on the next line has, 0 if there is none.
func (p *page) columnsBelow(parent ast.Node, reader text.Reader, pc parser.Context) int {
	_, at := reader.Position()
	from, to, ok := p.peek(at.Stop, parent, pc)
	if !ok {
		return 0
	}
	n, _ := p.dashes(from, to, false)
	return n
}

// addDelimiter takes a row of dashes: the first one is the table's delimiter, another means nothing if it can only be one.
func (p *page) addDelimiter(t *Table, start, end int) bool {
	first := len(t.Rows) == 0 && t.Header != nil && !t.Delimiter.Known()
	n, long := p.dashes(start, end, first)
	if n == 0 || !first && !long {
		return false
	}
	p.reportWide(p.barsIn(start, end))
	if !t.Delimiter.Known() {
		t.Delimiter, t.Columns = p.span(start, end).Trim(), n
	}
	return true
}

// takeLine adds a line to the table: as a row, or as more of a cell that goes on over several lines. It returns false for
// a line that is neither.
func (p *page) takeLine(n *piece, start, end int, parent ast.Node, reader text.Reader, pc parser.Context) bool {
	broken := n.hardBreak // the line before breaks inside of its last cell
	n.hardBreak = !p.endsInBar(start, end) && p.hardBreak(end)
	switch {
	case hasBar(p.src[start:end]) && len(p.barsIn(start, end)) > 0:
		if n.rowFrom < 0 && p.join(n, start, end) {
			return true
		}
		if n.rowFrom >= 0 {
			start = n.rowFrom
			n.rowFrom = -1
		}
		row := p.bodyRow(n, start, end)
		if !n.lead {
			row.Cells[0].Indent += max(0, p.indentWidth(reader)-n.indent)
		}
		n.table.Rows = append(n.table.Rows, row)
	case n.rowFrom >= 0:
	case broken && len(n.table.Rows) > 0:
		n.table.Rows[len(n.table.Rows)-1].extend(p.span(start, p.trimRight(start, end)))
	case !n.closed && n.hardBreak && listMarker(p.file.Text[start:end]) == 0 && p.barBelow(parent, reader, pc):
		n.rowFrom = start // the first cell of the next row has several lines
	default:
		return false
	}
	return true
}

// extend makes a row's last cell go on with more text.
func (r *Row) extend(more source.Span) {
	last := &r.Cells[len(r.Cells)-1]
	if last.Span.Start == last.Span.End {
		last.Span.Start = more.Start
	}
	last.Span.End, r.Span.End = more.End, max(r.Span.End, more.End)
}

// join reports whether a line is the end of the row above it: that row misses its closing bar, this one brings it, and
// together they have no more cells than the table.
func (p *page) join(n *piece, start, end int) bool {
	if !n.closed || !n.lead || len(n.table.Rows) == 0 || p.barAt(start) || !p.endsInBar(start, end) {
		return false
	}
	last := n.table.Rows[len(n.table.Rows)-1]
	if p.endsInBar(last.Span.Start, last.Span.End) || n.table.Header == nil {
		return false
	}
	end = p.trimRight(start, end)
	if len(last.Cells)+cellCount(p.barsIn(start, end), start, end)-1 > len(n.table.Header.Cells) {
		return false
	}
	rest := p.readRow(start, end, 0)
	last.extend(rest.Cells[0].Span)
	last.Cells = append(last.Cells, rest.Cells[1:]...)
	last.Span.End = rest.Span.End
	return true
}

func (p *page) endsInBar(start, end int) bool {
	end = p.trimRight(start, end)
	return end > start && (p.src[end-1] == '|' || strings.HasSuffix(p.file.Text[start:end], wideBar))
}

// hardBreak reports whether the line that ends at end asks for a line break behind it.
func (p *page) hardBreak(end int) bool {
	before := p.file.Text[max(0, end-6):end]
	return strings.HasSuffix(before, "  ") || strings.HasSuffix(before, `\`) ||
		strings.HasSuffix(before, "<br>") || strings.HasSuffix(before, "<br/>") || strings.HasSuffix(before, "<br />")
}

// barBelow reports whether the next line has a bar.
func (p *page) barBelow(parent ast.Node, reader text.Reader, pc parser.Context) bool {
	_, at := reader.Position()
	from, to, ok := p.peek(at.Stop, parent, pc)
	return ok && hasBar(p.src[from:to])
}

// bodyRow reads a row below the header.
func (p *page) bodyRow(n *piece, start, end int) *Row {
	want := n.table.Columns
	if n.table.Header != nil {
		want = len(n.table.Header.Cells)
	}
	row := p.readRow(start, end, want)
	if n.table.Header != nil && !n.lead && p.barAt(start) && len(row.Cells)+1 == want {
		// Rows here have no bar at the start: this one parts an empty cell from the rest.
		first := Cell{Span: p.span(start, start)}
		row.Cells = append([]Cell{first}, row.Cells...)
	}
	return row
}

// beginsOther reports whether a line is plainly something else than more of the table.
func (p *page) beginsOther(n *piece, start, end int) bool {
	line := p.file.Text[start:end]
	bar := hasBar(p.src[start:end])
	switch line[0] {
	case '#':
		h, ok := readHeading(line)
		return ok && !h.number && (h.spaced || h.level > 1)
	case '`', '~':
		_, ok := readFence(line)
		return ok
	case '<':
		return hasFold(p.src[start:end], "<table") || hasFold(p.src[start:end], "<pre")
	case '>':
		return n.lead || !bar
	case '-', '*', '=', '_':
		if !bar && isRule(strings.TrimRight(line, blanks)) {
			return true
		}
	}
	return n.lead && listMarker(line) > 0
}
