package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/source"
)

// interrupted is the table that a line goes on with below a blank line, and the line's row: the last thing before it is a table with as
// many cells in its header, and the line is a row like that table's and no header. It is nil where the line is something of its own.
func (p *page) interrupted(start, end int, parent ast.Node) (above *piece, row *Row) {
	above, ok := parent.LastChild().(*piece)
	if !ok || above.kind != TableBlock || above.markup != notMarkup || !above.lead || !p.barAt(start) {
		return nil, nil
	}
	t := above.table
	end = p.trimRight(start, end)
	if t.Header == nil || !t.Delimiter.Known() || len(t.Header.Cells) < 2 || cellCount(p.barsIn(start, end), start, end) != len(t.Header.Cells) {
		return nil, nil
	}
	told := len(p.diags)
	row = p.readRow(start, end, len(t.Header.Cells))
	if !t.named() || !row.named() || row.heads() {
		p.diags = p.diags[:told]
		return nil, nil
	}
	return above, row
}

// named reports whether most rows begin with a name or number, as those do that a header in Chinese cannot be mistaken for.
func (t *Table) named() bool {
	n := 0
	for _, row := range t.Rows {
		if row.named() {
			n++
		}
	}
	return n*2 > len(t.Rows)
}

// named reports whether the first thing that a row says is in ASCII.
func (r *Row) named() bool {
	text := r.Cells[0].Span.Text()
	i := strings.IndexFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
	return i >= 0 && text[i] < utf8.RuneSelf
}

// heads reports whether a row has the words of a header.
func (r *Row) heads() bool {
	n := 0
	for _, cell := range r.Texts() {
		if len(lexicon.Default().Columns(cell.Text)) > 0 {
			n++
		}
	}
	return n > 1
}

// resume makes a piece of a row of a table above, and those that may follow. It shares that table.
func (p *page) resume(above *piece, row *Row, start, end int) *piece {
	first := above
	if above.above != nil {
		first = above.above
	}
	first.table.Rows = append(first.table.Rows, row)
	d := blankLineInTable.At(row.Span)
	if gap := p.span(p.lineEnd(above.end), p.lineStart(start)); strings.TrimSpace(gap.Text()) == "" {
		d.Fix = &source.Fix{
			Title: source.Message{ZH: "删去空行", EN: "delete the blank line"},
			Edits: []source.Edit{{Span: gap, Text: "\n"}},
		}
	}
	p.diags.Add(d)
	return &piece{kind: TableBlock, open: start, start: start, end: end, whole: end, table: first.table, lead: true, closed: above.closed, rowFrom: -1, above: first}
}
