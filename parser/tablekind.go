package parser

import (
	"iter"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/parser/block"
)

// tableKind is what a table is for.
type tableKind uint8

// readFacts reads a vertical table of facts about an endpoint; nil when the table is none.
func (r *reader) readFacts(b *block.Table) []fact {
	if r.headsFields(b.Header) {
		return nil
	}
	var facts []fact
	found := false
	take := func(row *block.Row) {
		if len(row.Cells) < 2 {
			return
		}
		reading := r.lex.Section(row.Texts()[0].Text)
		if reading.Pieces > 0 || reading.Topic == 0 {
			return
		}
		value := row.Texts()[1]
		role := roleOf(reading)
		switch role {
		case roleURL:
			found = found || !urlIn(value, 0, true).Empty() && !identifier(value.Text)
		case roleMethod:
			found = found || onlyMethods(value.Text)
		}
		facts = append(facts, fact{role, value})
	}
	if b.Header != nil {
		take(b.Header)
	}
	for _, row := range b.Rows {
		take(row)
	}
	if !found {
		return nil
	}
	return facts
}

// headsFields reports whether a row is the header of fields: it has a name, and a type or whether it is required.
func (r *reader) headsFields(row *block.Row) bool {
	if row == nil {
		return false
	}
	found := map[lexicon.Column]bool{}
	for _, c := range row.Texts() {
		for _, col := range r.lex.Columns(c.Text) {
			found[col] = true
		}
	}
	return found[lexicon.NameColumn] && found[lexicon.RequiredColumn] && found[lexicon.TypeColumn]
}

// onlyMethods reports whether a cell holds HTTP methods and nothing else of weight.
func onlyMethods(s string) bool {
	found, rest := false, len(s)
	for i := 0; i < len(s); i++ {
		if m := methodAt(s, i); m != "" {
			found = true
			rest -= len(m)
			i += len(m)
		}
	}
	return found && rest <= 8
}

// trait is something that a column's cells may look like.
type trait uint8

const (
	asName trait = iota
	asType
	asPresence
	asLocation
	asMethod
	asURL
	asNumber
	traits
)

// evidence is what the cells of a column look like.
type evidence struct {
	cells   int // those of the first rows that hold anything
	read    bool
	counted [traits]bool
	shares  [traits]float64
}

const evidenceRows = 40

// share is how many of the cells of a column that hold anything look like this, from 0 to 1. Each is counted when it is asked for:
// most columns say by their header what they hold.
func (r *reader) share(t *table, col int, what trait) float64 {
	e := &t.seen[col]
	if e.counted[what] {
		return e.shares[what]
	}
	n := 0
	e.cells, e.read = 0, true
	for text := range t.cells(col) {
		if bare := strings.TrimLeft(text, nestingMarks); bare != "" {
			e.cells++
			count(&n, r.looks(text, bare, what))
		}
	}
	e.counted[what] = true
	if n > 0 {
		e.shares[what] = float64(n) / float64(e.cells)
	}
	return e.shares[what]
}

// cells goes through the texts of the first cells of a column.
func (t *table) cells(col int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, row := range t.rows[:min(len(t.rows), evidenceRows)] {
			if col < len(row.Cells) && !yield(row.Texts()[col].Text) {
				return
			}
		}
	}
}

// filled counts the first cells of a column that hold anything.
func (r *reader) filled(t *table, col int) int {
	if e := &t.seen[col]; e.read {
		return e.cells
	}
	r.share(t, col, asNumber)
	return t.seen[col].cells
}

// looks reports whether a cell looks like this. Bare is its text without the marks that show the depth of a name.
func (r *reader) looks(text, bare string, what trait) bool {
	switch what {
	case asName:
		first, _, _ := strings.Cut(bare, "\n")
		return identifier(strings.TrimSpace(strings.TrimRight(first, "*")))
	case asType:
		return r.typeLike(bare)
	case asPresence:
		return r.lex.SaysPresence(bare)
	case asLocation:
		return r.lex.Location(bare) != ""
	case asMethod:
		return onlyMethods(text)
	case asURL:
		return strings.HasPrefix(bare, "/") || strings.Contains(bare, "://")
	default:
		return strings.Trim(bare, "0123456789-") == ""
	}
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
	case name >= 0 && r.share(t, name, asNumber) > 0.8 && !t.has(lexicon.TypeColumn, lexicon.RequiredColumn):
		return errorTable
	case name >= 0 && t.has(lexicon.TypeColumn, lexicon.RequiredColumn, lexicon.NullableColumn, lexicon.LocationColumn):
		return fieldTable
	case t.column(lexicon.CodeColumn) >= 0 && (name < 0 || t.column(lexicon.CodeColumn) < name) && len(t.cols) > 1:
		return errorTable
	case name >= 0 && (r.share(t, name, asName) < 0.3 || r.strange(t, name)):
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
		if s := row.Texts()[code].Text; len(s) != 3 || s[0] < '1' || s[0] > '5' {
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
	return r.columnOf(t, asURL) && (t.has(lexicon.AddressColumn) || r.columnOf(t, asMethod))
}

// columnOf reports whether a column besides those of fields looks like this for the most part.
func (r *reader) columnOf(t *table, what trait) bool {
	for i, col := range t.cols {
		if col == lexicon.NameColumn || col == lexicon.TypeColumn && t.has(lexicon.NameColumn) {
			continue
		}
		if r.share(t, i, what) > 0.6 {
			return true
		}
	}
	return false
}
