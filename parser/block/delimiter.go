package block

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/source"
)

// What a delimiter row is made of, as people type it.
const (
	dashMarks  = "-=－–—―─━"
	colonMarks = ":：﹕"
)

// dashes counts the cells of a delimiter row; 0 if the line is not one. Without any bar it is one only if that is allowed.
// long says that it cannot be a row of placeholders.
func (p *page) dashes(start, end int, barless bool) (cells int, long bool) {
	d := dashRow{}
	if !d.read(p.file.Text[start:end]) {
		return 0, false
	}
	if d.bars == 0 && (!barless || d.most < 3) {
		return 0, false
	}
	return d.cells(), d.most > 2 || d.colons > 0
}

// dashRow counts what stands in a line that may be a delimiter row.
type dashRow struct {
	bars, filled int // bars; cells with a dash
	colons, most int // colons; most dashes in a cell
	run          int // dashes in this cell
	lead, trail  bool
}

// read takes a line. It fails at the first character that cannot stand in a delimiter row.
func (d *dashRow) read(line string) bool {
	for i := 0; i < len(line); {
		c, n := rune(line[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(line[i:])
		}
		if !d.take(c, i == 0) {
			return false
		}
		i += n
	}
	if d.run > 0 {
		d.filled++
	}
	return d.filled > 0
}

func (d *dashRow) take(c rune, first bool) bool {
	switch {
	case c == '|' || c == '｜' || c == '+' && d.bars > 0:
		d.bars++
		d.lead = d.lead || first
		d.trail = true
		if d.run > 0 {
			d.filled++
		}
		d.run = 0
	case c == '-' || strings.ContainsRune(dashMarks, c):
		d.run++
		d.most = max(d.most, d.run)
		d.trail = false
	case c == ':' || strings.ContainsRune(colonMarks, c):
		d.colons++
		d.trail = false
	case !strings.ContainsRune(blanks, c):
		return false
	}
	return true
}

func (d *dashRow) cells() int {
	n := d.bars + 1
	if d.lead {
		n--
	}
	if d.trail {
		n--
	}
	return max(n, 1)
}

// delimiterMismatch reports a delimiter row with other than the header's number of cells.
func (p *page) delimiterMismatch(t *Table) *source.Diagnostic {
	if t.Header == nil || !t.Delimiter.Known() || t.Columns == len(t.Header.Cells) {
		return nil
	}
	have, want := t.Columns, len(t.Header.Cells)
	wrong, mended := p.mendedDelimiter(t.Delimiter, have, want)
	d := tableDelimiterMismatch.At(wrong, want, have).Also(t.Header.Span, "表头在这里", "the header is here")
	if have > want && t.contentBeyond(want) {
		return d // it may be the header that lacks a cell
	}
	d.Fix = &source.Fix{
		Title: source.Message{ZH: "让分隔行和表头列数一致", EN: "give the delimiter row the header's number of cells"},
		Edits: []source.Edit{mended},
	}
	return d
}

// mendedDelimiter gives the part of a delimiter row that is wrong and the edit that makes it right: what is beyond the
// header, or the end, where cells are lacking.
func (p *page) mendedDelimiter(row source.Span, have, want int) (wrong source.Span, mended source.Edit) {
	trail := p.barAt(row.End - 1)
	if have < want {
		cells := strings.Repeat("|---", want-have)
		if trail {
			cells = cells[1:] + "|"
		}
		return row, source.Edit{Span: p.span(row.End, row.End), Text: cells}
	}
	inner := want // bars to step over: those before the last cell that stays, and the one at the start
	if !p.barAt(row.Start) {
		inner--
	}
	for _, b := range p.barsIn(row.Start, row.End) {
		if inner > 0 {
			inner--
			continue
		}
		if wrong = p.span(b.at, row.End); trail {
			wrong = p.span(b.at+b.width, row.End)
		}
		if wrong.Start < wrong.End {
			return wrong, source.Edit{Span: wrong}
		}
	}
	return row, source.Edit{Span: row, Text: strings.Repeat("|---", want) + "|"}
}

// contentBeyond reports whether a row says something in a column that the header does not have.
func (t *Table) contentBeyond(columns int) bool {
	for _, row := range t.Rows {
		for _, cell := range row.Cells[min(columns, len(row.Cells)):] {
			if cell.Span.Start < cell.Span.End {
				return true
			}
		}
	}
	return false
}

// withoutDelimiter reports rows that have no delimiter row; the fix puts one below the first.
func (p *page) withoutDelimiter(header *Row) *source.Diagnostic {
	d := tableWithoutDelimiter.At(header.Span)
	start, end := header.Span.Start, header.Span.End
	prefix := p.file.Text[p.lineStart(start):start]
	if strings.Trim(prefix, "> \t") != "" || !header.heads() {
		return d // a list marker cannot be repeated, and what is no header must not become one
	}
	row := "\n" + prefix + "|" + strings.Repeat(" --- |", len(header.Cells))
	d.Fix = &source.Fix{
		Title: source.Message{ZH: "补上分隔行", EN: "add the delimiter row"},
		Edits: []source.Edit{{Span: p.span(end, end), Text: row}},
	}
	return d
}
