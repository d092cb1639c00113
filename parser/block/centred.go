package block

import "strings"

// straighten takes the indentation from columns that a formatter has centred: the delimiter row says so (:--:), and every cell is as wide as the others, with as many
// blanks on its left as on its right, so that none is pushed below another.
func (p *page) straighten(t *Table) {
	columns := 0
	for _, row := range t.Rows {
		columns = max(columns, len(row.Cells))
	}
	marks := strings.Split(strings.Trim(t.Delimiter.Text(), "| \t"), "|")
	for i := range min(columns, len(marks)) {
		mark := strings.TrimSpace(marks[i])
		if !strings.HasPrefix(mark, ":") || !strings.HasSuffix(mark, ":") || !p.centred(t.Rows, i) {
			continue
		}
		for _, row := range t.Rows {
			if i < len(row.Cells) {
				row.Cells[i].Indent = 0
			}
		}
	}
}

// centred reports whether the cells of a column are.
func (p *page) centred(rows []*Row, i int) bool {
	width, cells := 0, 0
	for _, row := range rows {
		if i >= len(row.Cells) || row.Cells[i].Span.Start == row.Cells[i].Span.End {
			continue
		}
		left, right := p.padding(row.Cells[i])
		whole := left + row.Cells[i].Span.End - row.Cells[i].Span.Start + right
		if left-right > 1 || right-left > 1 || cells > 0 && whole != width {
			return false
		}
		width = whole
		cells++
	}
	return cells > 1
}

// padding counts the plain blanks around a cell's content.
func (p *page) padding(c Cell) (left, right int) {
	before, after := p.file.Text[:c.Span.Start], p.file.Text[c.Span.End:]
	return len(before) - len(strings.TrimRight(before, " ")), len(after) - len(strings.TrimLeft(after, " "))
}
