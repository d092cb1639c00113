package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

// tableKind is what a table is for.
type tableKind uint8

const (
	otherTable tableKind = iota
	fieldTable
	factTable // facts about the endpoint, one a row: |访问地址|/x|
	callTable // endpoints, one a row: |地址|请求方式|
	errorTable
	historyTable
	statusTable // HTTP statuses and the type of each answer
)

func (k tableKind) String() string {
	return [...]string{"other", "fields", "facts", "calls", "errors", "history", "statuses"}[k]
}

// table is a table with its columns understood.
type table struct {
	*block.Table
	kind   tableKind
	cols   []lexicon.Column
	header []block.Inline
	rows   []*block.Row
	// title is what the table calls itself in a title row above its real header.
	title ir.Text
	facts []fact
	seen  []*evidence // of each column, once looked at
}

// fact is a row of a fact table.
type fact struct {
	role  role
	value block.Inline
}

// column is the index of the first column of that kind, -1 for none.
func (t *table) column(kind lexicon.Column) int {
	for i, c := range t.cols {
		if c == kind {
			return i
		}
	}
	return -1
}

func (t *table) has(kinds ...lexicon.Column) bool {
	for _, k := range kinds {
		if t.column(k) >= 0 {
			return true
		}
	}
	return false
}

func (r *reader) readTable(b *block.Table) *table {
	t := &table{Table: b, rows: b.Rows}
	if b.Header != nil {
		t.header = readCells(b.Header)
	}
	if t.Header != nil && !t.HTML && !t.Delimiter.Known() && r.knownHeads(t.header) < 2 {
		t.header, t.rows = nil, append([]*block.Row{t.Header}, t.rows...) // no row of dashes, no header words: data from the first row on
	}
	if t.facts = r.readFacts(b); t.facts != nil {
		t.kind = factTable
		return t
	}
	r.liftHeader(t)
	t.cols = r.chooseColumns(t)
	t.kind = r.kindOf(t)
	return t
}

func readCells(row *block.Row) []block.Inline {
	cells := make([]block.Inline, len(row.Cells))
	for i, c := range row.Cells {
		cells[i] = block.Read(c.Span)
	}
	return cells
}

// liftHeader deals with tables whose first row only names the table: the real header is the row below.
func (r *reader) liftHeader(t *table) {
	if len(t.rows) == 0 || r.knownHeads(t.header) >= 2 && r.knownHeads(readCells(t.rows[0])) < 3 {
		return
	}
	first := readCells(t.rows[0])
	if r.knownHeads(first) < max(2, r.knownHeads(t.header)+1) || !r.headlike(first) {
		return
	}
	for _, h := range t.header {
		if identifier(h.Text) && len(r.lex.Columns(h.Text)) == 0 {
			t.title = whole(h)
		}
	}
	t.header, t.rows = first, t.rows[1:]
}

func (r *reader) knownHeads(cells []block.Inline) (n int) {
	for _, c := range cells {
		if len(r.lex.Columns(c.Text)) > 0 {
			n++
		}
	}
	return n
}

// headlike guards against taking a field row such as |code|string|status| for a header: a header has a type or name word that
// is no field name.
func (r *reader) headlike(cells []block.Inline) bool {
	for _, c := range cells {
		if len(c.Text) > 0 && c.Text[0] >= 0x80 && len(r.lex.Columns(c.Text)) > 0 {
			return true
		}
	}
	return false
}

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

// chooseColumns decides what each column holds: by its header word where that is plain, by what stands in it where the word
// has several meanings or none.
func (r *reader) chooseColumns(t *table) []lexicon.Column {
	width := len(t.header)
	for _, row := range t.rows {
		width = max(width, len(row.Cells))
	}
	width = min(width, maxColumns)
	c := &columnChoice{r: r, t: t, cols: make([]lexicon.Column, width)}
	c.words = make([][]lexicon.Column, width)
	for i := range c.words {
		if i < len(t.header) {
			c.words[i] = r.lex.Columns(t.header[i].Text)
		}
	}
	c.plain()
	c.ambiguous()
	c.names()
	c.unknown()
	c.texts()
	return c.cols
}

const maxColumns = 64

type columnChoice struct {
	r     *reader
	t     *table
	words [][]lexicon.Column
	cols  []lexicon.Column
}

func (c *columnChoice) look(i int) *evidence { return c.r.evidence(c.t, i) }

func (c *columnChoice) has(kind lexicon.Column) bool {
	for _, have := range c.cols {
		if have == kind {
			return true
		}
	}
	return false
}

// plain takes the words that mean one thing.
func (c *columnChoice) plain() {
	for i, words := range c.words {
		if len(words) == 1 {
			c.cols[i] = words[0]
		}
	}
}

// ambiguous takes the words whose meaning shows in the cells: 类型 may be a place, 格式 a type or a remark.
func (c *columnChoice) ambiguous() {
	for i, words := range c.words {
		if len(words) < 2 {
			continue
		}
		c.cols[i] = words[0]
		e := c.look(i)
		for _, w := range words {
			if w == lexicon.LocationColumn && e.location > 0.5 && e.typ < 0.9 ||
				w == lexicon.MethodColumn && e.method > 0.5 {
				c.cols[i] = w
			}
		}
		switch {
		case words[0] == lexicon.TypeColumn && words[1] == lexicon.TextColumn && e.typ < 0.4:
			c.cols[i] = lexicon.TextColumn
		case words[0] == lexicon.NameColumn && words[1] == lexicon.TypeColumn && e.typ > 0.5:
			c.cols[i] = lexicon.TypeColumn
		}
	}
}

// names settles which of several name columns holds the wire names; the others label them.
func (c *columnChoice) names() {
	best, score := -1, -1.0
	if c.first(lexicon.NameColumn) >= 0 && c.first(lexicon.NameColumn) == c.last(lexicon.NameColumn) {
		return
	}
	for i, col := range c.cols {
		if col != lexicon.NameColumn {
			continue
		}
		s := c.look(i).name - float64(i)/100
		if len(c.words[i]) == 1 {
			s += 0.3
		}
		if s > score {
			best, score = i, s
		}
	}
	for i, col := range c.cols {
		if col == lexicon.NameColumn && i != best {
			c.cols[i] = lexicon.LabelColumn
		}
	}
	if best >= 0 {
		return
	}
	// 编码|名称|类型: a code column of identifiers is the name column
	for i, col := range c.cols {
		if (col == lexicon.CodeColumn || col == lexicon.LabelColumn || col == lexicon.TypeColumn) && c.look(i).name > 0.7 && c.look(i).number < 0.3 && c.look(i).typ < 0.5 && c.has(lexicon.TypeColumn) && len(c.cols) > 2 {
			c.cols[i] = lexicon.NameColumn
			return
		}
	}
}

// unknown settles columns without a header word, or with one that we do not know.
func (c *columnChoice) unknown() {
	for i, words := range c.words {
		if len(words) > 0 {
			continue
		}
		e := c.look(i)
		switch {
		case e.cells == 0:
		case !c.has(lexicon.NameColumn) && i == 0 && e.name > 0.6 && len(c.cols) > 1:
			c.cols[i] = lexicon.NameColumn
			if i < len(c.t.header) && identifier(c.t.header[i].Text) {
				c.t.title = whole(c.t.header[i]) // |tps|类型|说明|: the members of tps
			}
		case !c.has(lexicon.TypeColumn) && e.typ > 0.6 && i > 0:
			c.cols[i] = lexicon.TypeColumn
		case !c.has(lexicon.RequiredColumn) && !c.has(lexicon.NullableColumn) && e.presence > 0.8 && i > 0:
			c.cols[i] = lexicon.RequiredColumn
		case i > 0 && c.cols[i-1] == lexicon.NameColumn && e.name > 0.6 && c.level(i):
			c.cols[i] = lexicon.NameColumn
		case !c.has(lexicon.TextColumn):
			c.cols[i] = lexicon.TextColumn
		default:
			c.cols[i] = lexicon.NoteColumn
		}
	}
}

// level reports whether a column without a header continues the name column: it has names where that one is empty.
func (c *columnChoice) level(i int) bool {
	for _, row := range c.t.rows {
		if i < len(row.Cells) && row.Cells[i].Span.Text() != "" && row.Cells[i-1].Span.Text() != "" && !row.Cells[i-1].Covered {
			return false
		}
	}
	return true
}

// texts keeps one description column and makes notes of the others; one that in truth holds types becomes the type column.
func (c *columnChoice) texts() {
	first := true
	for i, col := range c.cols {
		if col != lexicon.TextColumn {
			continue
		}
		switch {
		case !c.has(lexicon.TypeColumn) && c.look(i).typ > 0.7:
			c.cols[i] = lexicon.TypeColumn
		case !c.has(lexicon.RequiredColumn) && !c.has(lexicon.NullableColumn) && c.look(i).presence > 0.9 && c.look(i).cells > 1:
			c.cols[i] = lexicon.RequiredColumn
		case first:
			first = false
		default:
			c.cols[i] = lexicon.NoteColumn
		}
	}
	if second := c.last(lexicon.TypeColumn); second >= 0 && c.first(lexicon.TypeColumn) != second {
		c.twoTypes(c.first(lexicon.TypeColumn), second)
	}
}

// twoTypes settles two columns that are both called a type: one may be the place or a schema.
func (c *columnChoice) twoTypes(a, b int) {
	switch {
	case c.look(a).location > c.look(a).typ:
		c.cols[a] = lexicon.LocationColumn
	case c.look(b).location > c.look(b).typ:
		c.cols[b] = lexicon.LocationColumn
	case c.look(a).typ >= c.look(b).typ:
		c.cols[b] = lexicon.NoteColumn
	default:
		c.cols[a] = lexicon.NoteColumn
	}
}

func (c *columnChoice) first(kind lexicon.Column) int { return c.find(kind, 0, len(c.cols), 1) }
func (c *columnChoice) last(kind lexicon.Column) int  { return c.find(kind, len(c.cols)-1, -1, -1) }

func (c *columnChoice) find(kind lexicon.Column, from, to, step int) int {
	for i := from; i != to; i += step {
		if c.cols[i] == kind {
			return i
		}
	}
	return -1
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
	case name >= 0 && r.evidence(t, name).name < 0.3:
		return otherTable // words for people, not names on the wire
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
