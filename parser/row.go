package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// row is a table row read as a field. One row makes several when its name cell lists several names.
type row struct {
	steps    []step
	written  ir.Text // the whole name, dots and all
	width    int     // how far the name is indented, in no unit; only comparisons within a table mean something
	span     source.Span
	label    ir.Text
	docs     []ir.Text
	limits   []limitCell
	note     ir.Text
	def      *ir.Text
	example  *ir.Text
	declared ir.Text
	typ      *typeExpr
	schema   *typeExpr
	ref      *mention
	presence ir.Presence
	when     ir.Text
	in       string
	rules    []ir.Rule
	struck   bool
	alone    bool // no other cell says anything
	part     int  // how many headers and titles the table has above the row
}

// step is one part of a dotted name: list counts its array levels.
type step struct {
	name ir.Text
	list int
}

// limitCell is a cell of a column of lengths, ranges or values, which says nothing without its header.
type limitCell struct {
	header string
	length bool
	ir.Text
}

func (w *row) name() ir.Text { return w.steps[len(w.steps)-1].name }

// mention is a type or section that a description points at.
type mention struct {
	name ir.Text
	// alone says that the cell holds the reference and nothing else: it says nothing about the field itself.
	alone bool
}

// readRows reads the body of a field table. Each row becomes fields, goes on with the description above it, or is reported.
func (r *reader) readRows(t *table) []*row {
	rows := make([]*row, 0, len(t.rows))
	inside, part := 0, 0 // brackets of rows that are open: <list> … </list>
	for _, b := range t.rows {
		b = r.mended(t, b)
		cells := b.Texts()
		if r.repeatsHeader(t, cells) {
			part++
			continue
		}
		if name, open, ok := bracketRow(t, cells); ok {
			if inside += open; open > 0 {
				rows = append(rows, r.bracketField(t, name, b, cells, inside))
			}
			inside = max(inside, 0)
			continue
		}
		before := len(rows)
		rows = r.readRow(rows, t, b, cells)
		for _, w := range rows[before:] {
			w.width += inside * bracketWidth
			w.part = part
		}
		switch {
		case len(rows) > before:
			count(&part, rows[before].alone)
		case len(rows) > 0 && r.elementRow(t, b, cells, rows[len(rows)-1]):
		case len(rows) > 0 && r.continues(t, cells):
			appendDoc(rows[len(rows)-1], cells)
		default:
			part++
			r.strayRow(t, b, cells)
		}
	}
	return r.foldParts(rows)
}

// bracketWidth is how far the rows between <list> and </list> are indented: more than any marks could.
const bracketWidth = 1000

// bracketRow reads a row that opens or closes a group: "<list>(属性名称: data)", "</list>".
func bracketRow(t *table, cells []block.Inline) (name ir.Text, open int, ok bool) {
	at := t.column(lexicon.NameColumn)
	if at < 0 || at >= len(cells) {
		return name, 0, false
	}
	c := cells[at]
	end := strings.IndexByte(c.Text, '>')
	if end < 2 || c.Text[0] != '<' {
		return name, 0, false
	}
	if c.Text[1] == '/' {
		return name, -1, true
	}
	rest := c.Text[end+1:]
	for i := len(rest); i > 0; i-- {
		if !wordByte(rest[i-1]) {
			continue
		}
		from := i
		for from > 0 && wordByte(rest[from-1]) {
			from--
		}
		return textAt(c, end+1+from, end+1+i), 1, true
	}
	if tag := c.Text[1:end]; identifier(tag) {
		return textAt(c, 1, end), 1, true
	}
	return name, 0, false
}

// bracketField is the list (or object) that the rows up to the closing bracket are the members of.
func (r *reader) bracketField(t *table, name ir.Text, b *block.Row, cells []block.Inline, depth int) *row {
	w := &row{steps: []step{{name: name, list: 1}}, written: name, width: (depth - 1) * bracketWidth, span: b.Span.Trim()}
	tag := strings.ToLower(cells[t.column(lexicon.NameColumn)].Text)
	for _, object := range []string{"<dict", "<object", "<data", "<map"} {
		if strings.HasPrefix(tag, object) {
			w.steps[0].list = 0
		}
	}
	for i, c := range cells {
		if i < len(t.cols) && t.cols[i] != lexicon.NameColumn {
			r.readCell(w, t.cols[i], c)
		}
	}
	return w
}

func (r *reader) repeatsHeader(t *table, cells []block.Inline) bool {
	same := 0
	for i, c := range cells {
		if i < len(t.header) && c.Text != "" && lexicon.Same(c.Text, t.header[i].Text) {
			same++
		}
	}
	return same >= 2 && same*2 > len(cells)
}

// continues reports whether a row only carries on with the description of the row above: no name, or a lone cell.
func (r *reader) continues(t *table, cells []block.Inline) bool {
	name := t.column(lexicon.NameColumn)
	text := false
	for _, c := range cells {
		text = text || c.Text != ""
	}
	return text && (len(cells) == 1 && len(t.cols) > 1 || name < len(cells) && cells[name].Text == "")
}

// elementRow takes a row without a name but with a type, below a row that is a list, for what that list's elements are.
func (r *reader) elementRow(t *table, b *block.Row, cells []block.Inline, list *row) bool {
	at, name := t.column(lexicon.TypeColumn), t.column(lexicon.NameColumn)
	if at < 0 || at >= len(cells) || name >= len(cells) || strings.Trim(cells[name].Text, nestingMarks) != "" || !r.typeLike(cells[at].Text) {
		return false
	}
	if list.typ == nil || list.typ.base != lexicon.ArrayBase || list.typ.elem != nil || b.Cells[name].Indent <= list.width {
		return false
	}
	list.typ.elem = r.typeCell(cells[at])
	for i, c := range cells {
		if i != at && i != name && i < len(t.cols) && t.cols[i] == lexicon.TextColumn && !lexicon.Placeholder(c.Text) {
			list.docs = append(list.docs, whole(c))
		}
	}
	r.once(elementOfList.At(b.Span.Trim(), list.name().Value))
	return true
}

func appendDoc(w *row, cells []block.Inline) {
	for _, c := range cells {
		if c.Text == "" || lexicon.Placeholder(c.Text) {
			continue
		}
		if rest := w.labelled(c); rest != nil {
			w.docs = append(w.docs, rest...)
		} else {
			w.docs = append(w.docs, whole(c))
		}
	}
}

// strayRow reports a row that is no field. Rows that say nothing at all are passed over: there is nothing to lose.
func (r *reader) strayRow(t *table, b *block.Row, cells []block.Inline) {
	for _, c := range cells {
		if !lexicon.Placeholder(c.Text) && !r.saysNone(c.Text) {
			r.once(rowNotField.At(b.Span.Trim()))
			return
		}
	}
}

// readRow adds what a row is as fields, if it is one.
func (r *reader) readRow(rows []*row, t *table, b *block.Row, cells []block.Inline) []*row {
	at := t.column(lexicon.NameColumn)
	for at+1 < len(t.cols) && at+1 < len(cells) && cells[at].Text == "" && t.cols[at+1] == lexicon.NameColumn {
		at++
	}
	if at >= len(cells) || b.Cells[at].Covered {
		return rows
	}
	names, width := r.readNames(cells[at], b.Cells[at].Indent+4*(at-t.column(lexicon.NameColumn)))
	if len(names.paths) == 0 {
		return rows
	}
	if !names.ascii && (r.groupTitle(t, cells, at) || len(cells) == 1) {
		return rows
	}
	base := r.room.rows.put(row{width: width, span: b.Span.Trim(), presence: names.presence, when: names.when, struck: cells[at].Struck(), alone: true})
	if !names.remark.Empty() {
		base.docs = append(base.docs, names.remark)
	}
	for i, c := range cells {
		if i < len(t.cols) && i != at && !b.Cells[i].Covered {
			base.alone = base.alone && c.Text == ""
			r.readCell(base, t.cols[i], c)
			base.addLimit(t, i, c)
		}
	}
	for _, c := range cells[min(len(cells), len(t.cols)):] {
		r.readCell(base, lexicon.NoteColumn, c)
	}
	r.swappedCells(base, t, cells)
	presenceInText(base)
	if len(cells) > len(t.header) && len(t.header) > 0 && !t.HTML {
		r.surplusCells(t, b, cells)
	}
	return base.called(rows, names)
}

// called adds a row for each name that a cell has.
func (w *row) called(rows []*row, n *names) []*row {
	for i, path := range n.paths {
		named := w
		if i > 0 {
			further := *w
			named = &further
		}
		named.steps, named.written = path, n.written[i]
		rows = append(rows, named)
	}
	return rows
}

// addLimit keeps a cell of a column of limits with its header.
func (w *row) addLimit(t *table, i int, c block.Inline) {
	length := t.cols[i] == lexicon.LengthColumn
	if (length || t.cols[i] == lexicon.LimitColumn) && i < len(t.header) && !lexicon.Placeholder(c.Text) {
		w.limits = append(w.limits, limitCell{t.header[i].Text, length, whole(c)})
	}
}

// surplusCells reports a row with more cells than the header: mostly a bar in the text that should have been escaped.
func (r *reader) surplusCells(t *table, b *block.Row, cells []block.Inline) {
	for i := len(t.header); i < len(cells); i++ {
		if cells[i].Text != "" {
			r.once(rowTooLong.At(b.Cells[i].Span, len(cells), len(t.header)))
			return
		}
	}
}

// groupTitle: a Chinese-only name and nothing that a field has beside it is a title for the rows below ("data 参数").
func (r *reader) groupTitle(t *table, cells []block.Inline, at int) bool {
	for i, c := range cells {
		if i == at || i >= len(t.cols) || c.Text == "" {
			continue
		}
		switch t.cols[i] {
		case lexicon.TypeColumn, lexicon.RequiredColumn, lexicon.NullableColumn, lexicon.LocationColumn, lexicon.TextColumn, lexicon.NoteColumn, lexicon.ExampleColumn:
			if !lexicon.Placeholder(c.Text) && c.Text != cells[at].Text {
				return false
			}
		}
	}
	return true
}

// readCell puts one cell where it belongs.
func (r *reader) readCell(w *row, col lexicon.Column, c block.Inline) {
	text := whole(c)
	if text.Empty() {
		return
	}
	switch col {
	case lexicon.TypeColumn:
		w.declared, w.typ = text, r.typeCell(c)
	case lexicon.SchemaColumn:
		w.schema = r.typeCell(c)
	case lexicon.RequiredColumn:
		r.readPresence(w, text, r.lex.Presence)
	case lexicon.NullableColumn:
		r.readPresence(w, text, r.lex.Nullable)
		if w.presence == ir.Required {
			w.rules = append(w.rules, &ir.NotEmpty{Span: text.Span})
		}
	case lexicon.LocationColumn:
		w.in = r.lex.Location(text.Value)
	case lexicon.LabelColumn:
		if !lexicon.Placeholder(text.Value) {
			w.label = text
		}
	case lexicon.TextColumn, lexicon.NoteColumn, lexicon.LimitColumn, lexicon.LengthColumn, lexicon.RemedyColumn, lexicon.NoColumn, lexicon.CodeColumn:
		r.readText(w, col, c)
	case lexicon.DefaultColumn:
		switch {
		case lexicon.Placeholder(text.Value):
		case oneLiteral(text.Value):
			def := text
			w.def = &def
		default: // "0为成功, 1为错误"
			w.docs = append(w.docs, text)
		}
	case lexicon.ExampleColumn:
		if !lexicon.Placeholder(text.Value) {
			example := text
			w.example = &example
		}
	}
}

// oneLiteral reports whether a cell holds one value and no prose.
func oneLiteral(s string) bool {
	return len(s) <= 64 && !strings.ContainsAny(s, " \n;；，。：、") && !strings.Contains(s, "为")
}

// readText reads a description: the reference it makes, the note to the author's own code, or the text itself.
func (r *reader) readText(w *row, col lexicon.Column, c block.Inline) {
	text := whole(c)
	if lexicon.Placeholder(text.Value) {
		return
	}
	if ownCode(text.Value) {
		w.note = text
		return
	}
	if m := r.mentionIn(c); m != nil && w.ref == nil {
		w.ref = m
		if m.alone {
			return
		}
	}
	if col == lexicon.LengthColumn && len(text.Value) < 8 {
		return // a bare length is a rule, not a description
	}
	if rest := w.labelled(c); rest != nil {
		w.docs = append(w.docs, rest...)
		return
	}
	w.docs = append(w.docs, text)
}

// ownCode reports whether a remark only points into the author's own source: a comment mark and a path of identifiers
// ("*/userChat.Subtitle").
func ownCode(s string) bool {
	rest, ok := strings.CutPrefix(s, "*")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(rest, "/")
	return identifier(rest)
}

// typeCell reads the cell of a type column; a link's text is the type's name.
func (r *reader) typeCell(c block.Inline) *typeExpr {
	e := r.parseType(c.Text, 0)
	if e != nil {
		e.span = c.Span(0, len(c.Text))
	}
	return e
}

// mentionIn finds the type or section that a description points at: 详细信息参考`User`, 见 [User](#user), 参考User.
func (r *reader) mentionIn(c block.Inline) *mention {
	for _, mark := range lexicon.RefMarks {
		i := strings.Index(c.Text, mark)
		if i < 0 {
			continue
		}
		from := i + len(mark)
		for from < len(c.Text) {
			ch, size := utf8.DecodeRuneInString(c.Text[from:])
			if !strings.ContainsRune(" :：的`\"“‘'《〈【[下方面表", ch) {
				break
			}
			from += size
		}
		end := from
		for end < len(c.Text) && (wordByte(c.Text[end]) || c.Text[end] == '.') {
			end++
		}
		name := strings.TrimRight(c.Text[from:end], ".-")
		if name != "" && identifier(name) {
			alone := referenceWords(c.Text[:i]) && referenceWords(c.Text[end:])
			return &mention{ir.Text{Value: name, Span: c.Span(from, from+len(name))}, alone}
		}
	}
	return nil
}

// referenceWords reports whether the text around a reference only leads to it: 详细信息, 请.
func referenceWords(s string) bool {
	for _, w := range []string{"详细", "具体", "信息", "内容", "参数", "字段", "说明", "结构", "定义", "请", "对象", "类型", "表", "类", "的", "详情", "数据", "模型"} {
		s = strings.ReplaceAll(s, w, "")
	}
	return strings.Trim(s, " `。.，,：:\"“”'()（）[]") == ""
}

// swappedCells mends a row whose type and required cells changed places.
func (r *reader) swappedCells(w *row, t *table, cells []block.Inline) {
	if !r.swapped(t, cells) {
		return
	}
	typ, required := cells[t.column(lexicon.RequiredColumn)], cells[t.column(lexicon.TypeColumn)]
	p, _ := r.lex.Presence(required.Text)
	w.docs = dropText(w.docs, typ.Text)
	w.declared, w.typ = whole(typ), r.typeCell(typ)
	w.presence = ir.Presence(p)
	r.once(cellsSwapped.At(w.declared.Span.To(whole(required).Span)))
}

// swapped reports whether a row has its type and whether it is required in each other's column.
func (r *reader) swapped(t *table, cells []block.Inline) bool {
	ti, ri := t.column(lexicon.TypeColumn), t.column(lexicon.RequiredColumn)
	if ti < 0 || ri < 0 || ti >= len(cells) || ri >= len(cells) || !r.typeLike(cells[ri].Text) {
		return false
	}
	p, rest := r.lex.Presence(cells[ti].Text)
	return p != lexicon.NoPresence && !rest
}

func dropText(texts []ir.Text, value string) []ir.Text {
	for i, t := range texts {
		if t.Value == value {
			return append(texts[:i:i], texts[i+1:]...)
		}
	}
	return texts
}
