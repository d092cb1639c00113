package parser

import (
	"math/bits"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// places are offsets into a file: a bit for each byte.
type places []uint64

func (p places) add(at int) { p[at/64] |= 1 << (at % 64) }

// within reports whether one of the places lies in a span.
func (p places) within(s source.Span) bool {
	for at := s.Start; at < s.End && p != nil; {
		rest := p[at/64] >> (at % 64)
		if rest != 0 {
			return at+bits.TrailingZeros64(rest) < s.End
		}
		at += 64 - at%64
	}
	return false
}

// survey goes through the finished document once, for those who ask what it says where and what fields it has.
func (r *reader) survey() {
	r.used = map[*source.File]places{}
	var file *source.File // of the place before: mostly that of the next one
	var inFile places
	ir.Walk(r.doc, func(n ir.Node) {
		if f, ok := n.Of.(*ir.Field); ok && n.Part == "" {
			r.fieldsMade = append(r.fieldsMade, f)
		}
		if n.Span.Known() {
			if n.Span.File != file {
				file = n.Span.File
				inFile = r.placesIn(file)
			}
			inFile.add(n.Span.Start)
		}
	})
}

// placesIn are the places of a file that the document or a diagnostic speaks of.
func (r *reader) placesIn(f *source.File) places {
	if r.used[f] == nil {
		r.used[f] = make(places, len(f.Text)/64+1)
	}
	return r.used[f]
}

// account sees to it that nothing in a table is dropped silently: each row is in the document, or a diagnostic speaks of it,
// or it is reported here as not used.
func (r *reader) account() {
	for _, d := range r.diags {
		if d.Span.Known() {
			r.placesIn(d.Span.File).add(d.Span.Start)
		}
	}
	for _, s := range r.joined {
		r.placesIn(s.File).add(s.Start)
	}
	for _, list := range r.lists.all {
		if list.told {
			for _, row := range list.rows {
				r.placesIn(row.File).add(row.Start)
			}
		}
	}
	for _, p := range r.pages {
		for i, c := range p.cues {
			if c.table != nil && !p.socket.Known() {
				r.accountTable(p, i, r.used[p.file])
			}
		}
	}
}

// accountTable reports the rows of a table that nothing was made of.
func (r *reader) accountTable(p *page, i int, used places) {
	t := p.cues[i].table
	var unused []*block.Row
	for _, row := range t.rows {
		if !used.within(row.Span) && !r.empty(t, row) && !r.knownFact(t, row) {
			unused = append(unused, row)
		}
	}
	switch {
	case len(unused) == 0:
	case len(unused) == len(t.rows):
		r.accountWhole(p, i)
	default:
		for _, row := range unused {
			r.diags.Add(rowNotUsed.At(row.Span.Trim()))
		}
	}
}

// accountWhole reports a table that nothing was made of: with a warning where it has fields below the label of a request or response,
// not at all where it lists endpoints or holds no fields.
func (r *reader) accountWhole(p *page, i int) {
	c := p.cues[i]
	t, role := c.table, p.roleAt(i)
	at := t.rows[0].Span
	if t.Header != nil {
		at = t.Header.Span
	}
	switch {
	case t.kind == callTable, t.kind == otherTable && len(r.lists.byTable[c]) == 0:
	case !c.aside && role != roleFields && fieldRole(role) && t.has(lexicon.NameColumn) && t.has(lexicon.TypeColumn, lexicon.RequiredColumn):
		r.diags.Add(fieldsNotUsed.At(at.Trim(), len(t.rows)))
	default:
		r.diags.Add(tableNotUsed.At(at.Trim(), len(t.rows)))
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

// empty reports whether a row says nothing: placeholders, or the header once more.
func (r *reader) empty(t *table, row *block.Row) bool {
	cells := row.Texts()
	if _, open, ok := bracketRow(t, cells); r.repeatsHeader(t, cells) || ok && open < 0 {
		return true
	}
	for _, c := range cells {
		if !lexicon.Placeholder(c.Text) && !lexicon.Continuation(c.Text) && !r.saysNone(c.Text) {
			return false
		}
	}
	return true
}

// saysNone reports whether a cell says that there is nothing: 无请求参数.
func (r *reader) saysNone(s string) bool {
	what, ok := strings.CutPrefix(s, "无")
	reading := r.lex.Section(what)
	return ok && reading.Pieces == 0 && reading.Topic != 0
}
