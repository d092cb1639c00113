package parser

import (
	"slices"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// account sees to it that nothing in a table is dropped silently: each row is in the document, or a diagnostic speaks of it,
// or it is reported here as not used.
func (r *reader) account() {
	used := map[*source.File][]int{}
	note := func(s source.Span) {
		if s.Known() {
			used[s.File] = append(used[s.File], s.Start)
		}
	}
	ir.Walk(r.doc, func(n ir.Node) { note(n.Text.Span) })
	for _, d := range r.diags {
		note(d.Span)
	}
	for _, list := range r.lists.all {
		if list.told {
			for _, row := range list.rows {
				note(row)
			}
		}
	}
	for _, p := range r.pages {
		starts := used[p.file]
		slices.Sort(starts)
		for _, c := range p.cues {
			if c.table != nil {
				r.accountTable(c.table, starts)
			}
		}
	}
}

// accountTable reports the rows of a table that nothing was made of.
func (r *reader) accountTable(t *table, starts []int) {
	var unused []*block.Row
	for _, row := range t.rows {
		if !within(starts, row.Span) && !r.empty(t, row) && !r.knownFact(t, row) {
			unused = append(unused, row)
		}
	}
	switch {
	case len(unused) == 0:
	case len(unused) == len(t.rows):
		at := t.rows[0].Span
		if t.Header != nil {
			at = t.Header.Span
		}
		r.diags.Add(tableNotUsed.At(at.Trim(), len(unused)))
	default:
		for _, row := range unused {
			r.diags.Add(rowNotUsed.At(row.Span.Trim()))
		}
	}
}

// knownFact reports whether a row of facts is understood, though nothing in the document points at it: how the body is encoded.
func (r *reader) knownFact(t *table, row *block.Row) bool {
	if t.kind != factTable || len(row.Cells) < 2 {
		return false
	}
	reading := r.lex.Section(row.Texts()[0].Text)
	return reading.Pieces == 0 && roleOf(reading) == roleMedia || lexicon.Placeholder(row.Texts()[1].Text)
}

// within reports whether one of the sorted places lies in the span.
func within(starts []int, s source.Span) bool {
	i, _ := slices.BinarySearch(starts, s.Start)
	return i < len(starts) && starts[i] < s.End
}

// empty reports whether a row says nothing: placeholders, or the header once more.
func (r *reader) empty(t *table, row *block.Row) bool {
	cells := row.Texts()
	if _, open, ok := bracketRow(t, cells); r.repeatsHeader(t, cells) || ok && open < 0 {
		return true
	}
	for _, c := range cells {
		if !lexicon.Placeholder(c.Text) && !lexicon.Continuation(c.Text) {
			return false
		}
	}
	return true
}
