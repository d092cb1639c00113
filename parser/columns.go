package parser

import (
	"unicode"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

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
	// caption is all of such a row that holds nothing else: 订单状态枚举.
	caption ir.Text
	facts   []fact
	seen    []evidence // of each column
	// swapped are the columns of the names and of the types, where the header has them the other way round.
	swapped []int
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
		t.header = b.Header.Texts()
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

// liftHeader deals with tables whose first row only names the table: the real header is the row below.
func (r *reader) liftHeader(t *table) {
	if len(t.rows) == 0 || r.knownHeads(t.header) >= 2 && r.knownHeads(t.rows[0].Texts()) < 3 {
		return
	}
	first := t.rows[0].Texts()
	if r.knownHeads(first) < max(2, r.knownHeads(t.header)+1) || !r.headlike(first) {
		return
	}
	for _, h := range t.header {
		if identifier(h.Text) && len(r.lex.Columns(h.Text)) == 0 {
			t.title = whole(h)
		}
	}
	t.caption = caption(t.Header)
	t.header, t.rows = first, t.rows[1:]
}

// caption is the one text of a row, empty where it has several.
func caption(row *block.Row) ir.Text {
	var only ir.Text
	if row == nil {
		return only
	}
	for i, c := range row.Cells {
		text := whole(row.Texts()[i])
		if text.Empty() || c.Covered {
			continue
		}
		if !only.Empty() {
			return ir.Text{}
		}
		only = text
	}
	return only
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

// chooseColumns decides what each column holds: by its header word where that is plain, by what stands in it where the word
// has several meanings or none.
func (r *reader) chooseColumns(t *table) []lexicon.Column {
	width := len(t.header)
	for _, row := range t.rows {
		width = max(width, len(row.Cells))
	}
	width = min(width, maxColumns)
	t.seen = make([]evidence, max(width, 1))
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
	c.swap()
	return c.cols
}

const maxColumns = 64

type columnChoice struct {
	r     *reader
	t     *table
	words [][]lexicon.Column
	cols  []lexicon.Column
}

func (c *columnChoice) share(i int, what trait) float64 { return c.r.share(c.t, i, what) }

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

// ambiguous takes the words whose meaning shows in the cells: 类型 may be a place, 格式 a type or a remark, 选项 a name or 必填.
func (c *columnChoice) ambiguous() {
	for i, words := range c.words {
		if len(words) < 2 {
			continue
		}
		c.cols[i] = words[0]
		for _, w := range words {
			if w == lexicon.LocationColumn && c.share(i, asLocation) > 0.5 && c.share(i, asType) < 0.9 ||
				w == lexicon.MethodColumn && c.share(i, asMethod) > 0.5 || w == lexicon.RequiredColumn && c.share(i, asPresence) > 0.8 {
				c.cols[i] = w
			}
		}
		switch {
		case words[0] == lexicon.TypeColumn && words[1] == lexicon.TextColumn && c.share(i, asType) < 0.4:
			c.cols[i] = lexicon.TextColumn
		case words[0] == lexicon.NameColumn && words[1] == lexicon.TypeColumn && c.share(i, asType) > 0.5:
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
		s := c.share(i, asName) - float64(i)/100
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
		if (col == lexicon.CodeColumn || col == lexicon.LabelColumn || col == lexicon.TypeColumn) && c.share(i, asName) > 0.7 && c.share(i, asNumber) < 0.3 && c.share(i, asType) < 0.5 && c.has(lexicon.TypeColumn) && len(c.cols) > 2 {
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
		switch {
		case c.r.filled(c.t, i) == 0:
		case !c.has(lexicon.NameColumn) && i == 0 && c.share(i, asName) > 0.6 && len(c.cols) > 1:
			c.cols[i] = lexicon.NameColumn
			if i < len(c.t.header) && identifier(c.t.header[i].Text) {
				c.t.title = whole(c.t.header[i]) // |tps|类型|说明|: the members of tps
			}
		case !c.has(lexicon.TypeColumn) && i > 0 && c.share(i, asType) > 0.6:
			c.cols[i] = lexicon.TypeColumn
		case !c.has(lexicon.RequiredColumn) && !c.has(lexicon.NullableColumn) && i > 0 && c.share(i, asPresence) > 0.8:
			c.cols[i] = lexicon.RequiredColumn
		case i > 0 && c.cols[i-1] == lexicon.NameColumn && c.share(i, asName) > 0.6 && c.level(i):
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
		case !c.has(lexicon.TypeColumn) && c.share(i, asType) > 0.7:
			c.cols[i] = lexicon.TypeColumn
		case !c.has(lexicon.RequiredColumn) && !c.has(lexicon.NullableColumn) && c.share(i, asPresence) > 0.9 && c.r.filled(c.t, i) > 1:
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

// swap exchanges the columns of names and types where the header has them the other way round: below the word for names stand
// types alone, and below that for types only names that no class has.
func (c *columnChoice) swap() {
	name, typ := c.first(lexicon.NameColumn), c.first(lexicon.TypeColumn)
	if name < 0 || typ < 0 || max(name, typ) >= len(c.t.header) || c.share(name, asType) < 1 || c.share(typ, asName) < 1 || c.share(typ, asType) > 0 {
		return
	}
	for text := range c.t.cells(typ) {
		if text != "" && unicode.IsUpper(rune(text[0])) {
			return
		}
	}
	c.cols[name], c.cols[typ] = lexicon.TypeColumn, lexicon.NameColumn
	c.t.swapped = []int{typ, name}
}

// twoTypes settles two columns that are both called a type: one may be the place or a schema.
func (c *columnChoice) twoTypes(a, b int) {
	switch {
	case c.share(a, asLocation) > c.share(a, asType):
		c.cols[a] = lexicon.LocationColumn
	case c.share(b, asLocation) > c.share(b, asType):
		c.cols[b] = lexicon.LocationColumn
	case c.share(a, asType) >= c.share(b, asType):
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
