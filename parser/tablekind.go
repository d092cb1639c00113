package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/parser/block"
)

// tableKind is what a table is for.
type tableKind uint8

// readFacts reads a vertical table of facts about an endpoint; nil when the table is none.
func (r *reader) readFacts(b *block.Table) []fact {
	var facts []fact
	found := false
	rows := b.Rows
	if b.Header != nil {
		rows = append([]*block.Row{b.Header}, rows...)
	}
	for _, row := range rows {
		if len(row.Cells) < 2 {
			continue
		}
		reading := r.lex.Section(block.Read(row.Cells[0].Span).Text)
		if reading.Pieces > 0 || reading.Topic == 0 {
			continue
		}
		value := block.Read(row.Cells[1].Span)
		role := roleOf(reading)
		switch role {
		case roleURL:
			found = found || !urlIn(value, 0, true).Empty() && !identifier(value.Text)
		case roleMethod:
			found = found || onlyMethods(value)
		}
		facts = append(facts, fact{role, value})
	}
	if !found {
		return nil
	}
	return facts
}

// onlyMethods reports whether a cell holds HTTP methods and nothing else of weight.
func onlyMethods(in block.Inline) bool {
	rest := len(in.Text)
	found := methodsIn(in, 0)
	for _, m := range found {
		rest -= len(m.Value)
	}
	return len(found) > 0 && rest <= 8
}

// evidence counts what stands in the cells of a column, in shares of the cells that hold anything.
type evidence struct {
	cells                                                             int
	name, typ, presence, location, method, url, number, chinese, long float64
}

const evidenceRows = 40

// evidence looks at a column's cells, once.
func (r *reader) evidence(t *table, col int) *evidence {
	if t.seen == nil {
		t.seen = make([]*evidence, max(col+1, maxColumns))
	}
	if t.seen[col] == nil {
		e := r.weigh(t, col)
		t.seen[col] = &e
	}
	return t.seen[col]
}

func (r *reader) weigh(t *table, col int) (e evidence) {
	var name, typ, presence, location, method, url, number, chinese, long int
	for i, row := range t.rows {
		if i >= evidenceRows || col >= len(row.Cells) {
			continue
		}
		in := block.Read(row.Cells[col].Span)
		text := strings.TrimLeft(in.Text, nestingMarks)
		if text == "" {
			continue
		}
		e.cells++
		first, _, _ := strings.Cut(text, "\n")
		count(&name, identifier(strings.TrimSpace(strings.TrimRight(first, "*"))))
		count(&typ, r.typeLike(text))
		p, rest := r.lex.Presence(text)
		count(&presence, p != lexicon.NoPresence && !rest)
		count(&location, r.lex.Location(text) != "")
		count(&method, onlyMethods(in))
		count(&url, strings.HasPrefix(text, "/") || strings.Contains(text, "://"))
		count(&number, strings.Trim(text, "0123456789-") == "")
		count(&chinese, text[0] >= 0x80)
		count(&long, len(text) > 30)
	}
	share := func(n int) float64 {
		if e.cells == 0 {
			return 0
		}
		return float64(n) / float64(e.cells)
	}
	e.name, e.typ, e.presence, e.location, e.method = share(name), share(typ), share(presence), share(location), share(method)
	e.url, e.number, e.chinese, e.long = share(url), share(number), share(chinese), share(long)
	return e
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

// kindOf decides what the table is for.
func (r *reader) kindOf(t *table) tableKind {
	history := 0
	for _, k := range []lexicon.Column{lexicon.VersionColumn, lexicon.DateColumn, lexicon.AuthorColumn} {
		count(&history, t.has(k))
	}
	name := t.column(lexicon.NameColumn)
	switch {
	case history >= 2 && !t.has(lexicon.TypeColumn, lexicon.RequiredColumn):
		return historyTable
	case r.statusRows(t):
		return statusTable
	case t.has(lexicon.RemedyColumn):
		return errorTable
	case r.callRows(t):
		return callTable
	case name >= 0 && r.evidence(t, name).number > 0.8 && !t.has(lexicon.TypeColumn, lexicon.RequiredColumn):
		return errorTable
	case name >= 0 && t.has(lexicon.TypeColumn, lexicon.RequiredColumn, lexicon.NullableColumn, lexicon.LocationColumn):
		return fieldTable
	case t.column(lexicon.CodeColumn) >= 0 && (name < 0 || t.column(lexicon.CodeColumn) < name) && len(t.cols) > 1:
		return errorTable
	case name >= 0 && (r.evidence(t, name).name < 0.3 || r.strange(t, name)):
		return otherTable // words for people or values, not names on the wire
	case name >= 0 && t.has(lexicon.TextColumn, lexicon.NoteColumn, lexicon.LabelColumn, lexicon.ExampleColumn, lexicon.LimitColumn, lexicon.SchemaColumn, lexicon.DefaultColumn):
		return fieldTable
	}
	return otherTable
}

// statusRows reports whether a table lists HTTP statuses with the type of each answer.
func (r *reader) statusRows(t *table) bool {
	code := t.column(lexicon.CodeColumn)
	if code < 0 || !t.has(lexicon.SchemaColumn, lexicon.TypeColumn) || len(t.rows) == 0 {
		return false
	}
	for _, row := range t.rows {
		if code >= len(row.Cells) {
			continue
		}
		if s := block.Read(row.Cells[code].Span).Text; len(s) != 3 || s[0] < '1' || s[0] > '5' {
			return strings.EqualFold(s, "default")
		}
	}
	return true
}

// strange reports whether a column was taken for names only because its cells look so, while its header speaks of values: 输出值,
// 订单状态.
func (r *reader) strange(t *table, name int) bool {
	if name >= len(t.header) {
		return false
	}
	head := t.header[name].Text
	return len(r.lex.Columns(head)) == 0 && lexicon.ValueHead(head)
}

// callRows reports whether each row is an endpoint: a column of addresses, and mostly one of methods.
func (r *reader) callRows(t *table) bool {
	urls, methods := false, false
	for i, col := range t.cols {
		if col == lexicon.NameColumn || col == lexicon.TypeColumn && t.has(lexicon.NameColumn) {
			continue
		}
		e := r.evidence(t, i)
		urls = urls || e.url > 0.6
		methods = methods || e.method > 0.6
	}
	return urls && (methods || t.has(lexicon.AddressColumn))
}
