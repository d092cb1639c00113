package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// mended is a row with its cells below the header's words: one in which bars are missing is parted at its blanks, one that lacks a cell
// gets an empty one, and one that has a cell too many loses an empty one, where type and presence then stand in their columns. Any
// other row stays as it is.
func (r *reader) mended(t *table, b *block.Row) *block.Row {
	lacks := len(t.header) - len(b.Cells)
	if t.HTML || len(t.header) < 3 || !t.Delimiter.Known() || lacks >= 0 && lacks != 1 && len(b.Cells) != 1 {
		return b
	}
	if lacks < 0 {
		if lacks == -1 {
			b = r.shortened(t, b)
		}
		return r.unbarred(t, b)
	}
	if _, wrong := r.suits(t, b); lacks == 1 && wrong == 0 || r.swapped(t, b.Texts()) {
		return b
	}
	m := &mending{r: r, t: t, old: b, row: b}
	m.part(lacks + 1)
	if lacks == 1 {
		m.fill()
	}
	if m.told != nil {
		r.once(m.told)
	}
	return m.row
}

// shortened is a row with one cell too many: the two of a type with a bar in it are one, and an empty one goes where others are below the
// wrong words for it.
func (r *reader) shortened(t *table, b *block.Row) *block.Row {
	if i := t.column(lexicon.TypeColumn); i >= 0 && i+1 < len(b.Cells) && r.typeLike(b.Texts()[i].Text) && r.typeLike(b.Texts()[i+1].Text) {
		both := block.Cell{Span: b.Cells[i].Span.To(b.Cells[i+1].Span)}
		r.once(rowTooLong.At(both.Span, len(b.Cells), len(t.header)).Replace(both.Span, b.Cells[i].Span.Text()+"\\|"+b.Cells[i+1].Span.Text()))
		return &block.Row{Span: b.Span, Cells: slices.Replace(slices.Clone(b.Cells), i, i+2, both)}
	}
	if _, wrong := r.suits(t, b); wrong == 0 || r.swapped(t, b.Texts()) {
		return b
	}
	m := &mending{r: r, t: t, old: b, row: b}
	for i, cell := range b.Cells {
		if cell.Span.Text() == "" && i+1 < len(b.Cells) {
			m.try(slices.Delete(slices.Clone(b.Cells), i, i+1), cellTooMany.At(b.Cells[i+1].Span))
		}
	}
	if m.told != nil {
		r.once(m.told)
	}
	return m.row
}

// unbarred is a row whose last text has bars in it, with that text in one cell: increase|decrease.
func (r *reader) unbarred(t *table, b *block.Row) *block.Row {
	last := len(t.header) - 1
	if len(b.Cells) <= last+1 || t.cols[last] != lexicon.TextColumn && t.cols[last] != lexicon.NoteColumn {
		return b
	}
	texts := []string{}
	for _, c := range b.Cells[last:] {
		if !lowerWord(c.Span.Text()) {
			return b
		}
		texts = append(texts, c.Span.Text())
	}
	whole := block.Cell{Span: b.Cells[last].Span.To(b.Cells[len(b.Cells)-1].Span)}
	r.once(rowTooLong.At(b.Cells[last+1].Span, len(b.Cells), len(t.header)).Replace(whole.Span, strings.Join(texts, `\|`)))
	return &block.Row{Span: b.Span, Cells: append(slices.Clone(b.Cells[:last]), whole)}
}

// mending is the search for the row that was meant.
type mending struct {
	r     *reader
	t     *table
	old   *block.Row
	row   *block.Row // the best so far
	right int        // how many of its cells suit their columns
	told  *source.Diagnostic
}

// try takes the cells for the row if they suit the columns better than any before.
func (m *mending) try(cells []block.Cell, d *source.Diagnostic) {
	row := &block.Row{Span: m.old.Span, Cells: cells}
	if right, wrong := m.r.suits(m.t, row); wrong == 0 && right > m.right {
		m.row, m.right, m.told = row, right, d
	}
}

// part tries to cut a cell at its blanks.
func (m *mending) part(want int) {
	for i, cell := range m.old.Cells {
		parts := blankParted(cell, want)
		if parts == nil || len(m.old.Cells) == 1 && !identifier(parts[0].Span.Text()) {
			continue
		}
		m.try(slices.Replace(slices.Clone(m.old.Cells), i, i+1, parts...), barMissing.At(cell.Span).Replace(cell.Span, joined(parts)))
	}
}

// fill tries an empty cell before each but the first.
func (m *mending) fill() {
	for i, cell := range m.old.Cells[1:] {
		empty := block.Cell{Span: cell.Span.Sub(0, 0)}
		m.try(slices.Insert(slices.Clone(m.old.Cells), i+1, empty), cellMissing.At(cell.Span, m.t.header[i+1].Text))
	}
}

// blankParted cuts a cell at its blanks into as many as are wanted; nil if it has fewer words. The last one takes what is left where the
// row is one cell, whose last column may be a text.
func blankParted(c block.Cell, want int) []block.Cell {
	text := c.Span.Text()
	words := strings.Fields(text)
	if len(words) < want || want == 2 && len(words) > 2 {
		return nil
	}
	var out []block.Cell
	at := 0
	for i := range want {
		at += strings.Index(text[at:], words[i])
		end := at + len(words[i])
		if i == want-1 {
			end = len(text)
		}
		out = append(out, block.Cell{Span: c.Span.Sub(at, end-at)})
		at = end
	}
	out[0].Indent = c.Indent
	return out
}

// joined writes cells with bars between them.
func joined(cells []block.Cell) string {
	var texts []string
	for _, c := range cells {
		texts = append(texts, c.Span.Text())
	}
	return strings.Join(texts, " | ")
}

// suits counts the cells for type and presence that hold what they should, and those that hold something else.
func (r *reader) suits(t *table, b *block.Row) (right, wrong int) {
	for i, c := range b.Texts() {
		if i >= len(t.cols) || c.Text == "" || lexicon.Placeholder(c.Text) {
			continue
		}
		p, rest := r.lex.Presence(c.Text)
		switch t.cols[i] {
		case lexicon.TypeColumn:
			count(&right, r.typeLike(c.Text))
			count(&wrong, !r.typeLike(c.Text) && (p != lexicon.NoPresence && !rest || !ascii(c.Text)))
		case lexicon.RequiredColumn, lexicon.NullableColumn:
			count(&right, p != lexicon.NoPresence)
			count(&wrong, p == lexicon.NoPresence)
		}
	}
	return right, wrong
}
