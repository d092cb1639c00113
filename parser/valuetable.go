package parser

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// valueList is a table, or a part of one, that lists the values of something and what each means.
type valueList struct {
	listName
	values  []ir.EnumValue
	rows    []source.Span
	owner   *draft
	own     bool // stands among the endpoint's own sections
	sure    bool // its title or its header says that it lists values
	codes   bool // it looks like one of the codes of answers
	failing bool // its values are those of errors
	open    bool // there are further values
	items   bool // its rows are items of bullets
	decl    *ir.TypeDecl
	placed  bool // a field has it
	told    bool // a diagnostic says why it is not used
}

// valueLists are all lists of values, and the ways to find one.
type valueLists struct {
	all     []*valueList
	byKey   map[string][]*valueList
	byTable map[*cue][]*valueList // also by the first item of a list of bullets
	long    int                   // the longest key, in runes
	values  map[source.Span]bool  // rows that list values and no codes
	names   *speller              // the identifiers of the first lists, once asked for
	spelt   int                   // of how many lists
}

func (v *valueLists) add(p *page, at int, lists []*valueList) {
	if len(lists) == 0 {
		return
	}
	if v.byKey == nil {
		v.byKey, v.byTable, v.values = map[string][]*valueList{}, map[*cue][]*valueList{}, map[source.Span]bool{}
	}
	v.all = append(v.all, lists...)
	v.byTable[p.cues[at]] = lists
	for _, list := range lists {
		for _, row := range list.rows {
			v.values[row] = list.sure
		}
		for _, key := range list.keys() {
			v.byKey[key] = append(v.byKey[key], list)
			v.long = max(v.long, utf8.RuneCountInString(key))
		}
	}
}

// maxValues is how many values a list may have that becomes a type: a list of all towns is data.
const maxValues = 200

// valueColumns are the columns of a table of values; dict and name are -1 for none.
type valueColumns struct {
	value, label int
	dict         int  // names what the values are of: one table holds several lists
	headed       bool // the header says so
}

// valueTable notes the lists of values that a table holds. It reports whether the table is that and can be nothing else, though
// its columns could be those of fields.
func (sc *scan) valueTable(c *cue) bool {
	t := c.table
	cols, ok := sc.r.valueColumns(t)
	if !ok {
		return false
	}
	at := sc.p.indexOf(c)
	title := sc.r.calledBy(t, cols, sc.r.valueTitle(sc.p, at))
	failing := lexicon.FailureTitle(title.title.Value) || sc.role == roleErrors || sc.r.statusColumn(t, cols.value) >= 0
	says := title.saysValues()
	if t.kind == fieldTable && !(says && !failing && cols.dict < 0 && (cols.headed || sc.r.constants(t, cols.value))) && cols.dict < 0 {
		return false
	}
	lists := sc.r.readValues(t, cols)
	for _, l := range lists {
		if cols.dict < 0 {
			l.listName = title
			// TCloud status: the values of one kind of several
			l.open = l.open || lexicon.Partial(title.title.Value) || len(title.idents) > 1
		}
		l.owner, l.own = sc.d, !sc.outside
		l.failing = l.failures()
		l.codes = failing || l.failing
		l.sure = !l.codes && (says || cols.headed || cols.dict >= 0)
	}
	sc.r.lists.add(sc.p, at, lists)
	return len(lists) > 0 && t.kind == fieldTable
}

// indexOf is the place of a block in its page.
func (p *page) indexOf(c *cue) int {
	return sort.Search(len(p.cues), func(i int) bool { return p.cues[i].Whole.Start >= c.Whole.Start })
}

// noValues are the columns that a table of values does not have.
var noValues = []lexicon.Column{
	lexicon.RequiredColumn, lexicon.NullableColumn, lexicon.LocationColumn, lexicon.VersionColumn, lexicon.DateColumn, lexicon.AuthorColumn,
	lexicon.AddressColumn, lexicon.RemedyColumn, lexicon.SchemaColumn, lexicon.DefaultColumn, lexicon.SinceColumn, lexicon.LengthColumn,
}

// valueColumns finds out whether a table could list values, and in which columns.
func (r *reader) valueColumns(t *table) (valueColumns, bool) {
	none := valueColumns{}
	switch t.kind {
	case factTable, callTable, historyTable, statusTable:
		return none, false
	}
	if t.has(noValues...) || len(t.cols) < 2 || len(t.cols) > 5 || len(t.rows) == 0 {
		return none, false
	}
	if kind := t.column(lexicon.TypeColumn); kind >= 0 && r.share(t, kind, asType) >= 0.8 {
		return none, false // a column of types, which are no values and do not stand beside any
	}
	c := valueColumns{value: r.valueColumn(t), label: -1, dict: -1}
	if c.value < 0 {
		return none, false
	}
	head := t.head(c.value)
	c.headed = lexicon.ValueColumn(head) && !lexicon.FailureTitle(head) && !strings.EqualFold(head, "code")
	for i := range t.cols {
		switch head := t.head(i); {
		case i == c.value || t.cols[i] == lexicon.NumberColumn:
		case i < c.value && c.dict < 0 && lexicon.DictionaryColumn(head) && r.repeats(t, i, c.value):
			c.dict = i
		case c.label < 0 && (lexicon.MeaningColumn(head) || i > c.value):
			c.label = i
		case t.cols[i] == lexicon.NameColumn && !r.constants(t, i):
			return none, false // |参数|值|说明|: values of different things
		}
		if t.cols[i] == lexicon.TypeColumn && i != c.value {
			return none, false
		}
	}
	c.headed = c.headed && c.label >= 0 && lexicon.MeaningColumn(t.head(c.label))
	listed := c.label >= 0 && (c.dict >= 0 || t.kind != fieldTable || t.cols[c.value] == lexicon.NameColumn || c.headed)
	return c, listed && r.holdsValues(t, c.value)
}

// head is the header of a column; "" for none.
func (t *table) head(i int) string {
	if i < len(t.header) {
		return t.header[i].Text
	}
	return ""
}

// valueColumn is the column that holds values: the one whose header says so, or a first column of numbers, or constants below a
// header that names things. -1 for none.
func (r *reader) valueColumn(t *table) int {
	for i := range t.cols {
		if lexicon.ValueColumn(t.head(i)) && t.cols[i] != lexicon.NumberColumn && r.holdsValues(t, i) {
			return i
		}
	}
	first := 0
	if t.cols[0] == lexicon.NumberColumn && len(t.cols) > 2 {
		first = 1
	}
	if (r.share(t, first, asNumber) == 1 || t.cols[first] == lexicon.NameColumn && r.share(t, first, asName) == 1) && r.holdsTokens(t, first) {
		return first // unless they are names of types, which is asked last
	}
	return -1
}

// holdsValues reports whether the cells of a column are values as they go over the wire, and no names of types.
func (r *reader) holdsValues(t *table, col int) bool {
	return r.holdsTokens(t, col) && r.share(t, col, asType) < 0.8
}

// holdsTokens reports whether the cells of a column are written as values are.
func (r *reader) holdsTokens(t *table, col int) bool {
	found := 0
	if numberHead(t.head(col)) {
		found++
	}
	for _, row := range t.rows {
		if col >= len(row.Cells) {
			continue
		}
		for piece := range strings.SplitSeq(row.Texts()[col].Text, "\n") {
			piece = strings.Trim(piece, valueQuotes)
			if piece == "" || lexicon.Placeholder(piece) || lexicon.Continuation(piece) {
				continue
			}
			if !valueToken(piece) {
				return false
			}
			found++
		}
	}
	return found > 1
}

// numberHead reports whether what stands in the place of a header is a number, and so the first value.
func numberHead(head string) bool { return head != "" && strings.Trim(head, "-0123456789") == "" }

const valueQuotes = " \"'“”‘’`"

// valueToken reports whether a text is one value: a word or number without blanks, and no range.
func valueToken(s string) bool {
	if s == "" || len(s) > 48 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !wordByte(c) && c != '.' && c != '/' && c != ':' && c != '+' {
			return false
		}
	}
	if i := strings.IndexByte(s[1:], '-'); i >= 0 && strings.Trim(s, "0123456789-") == "" {
		return false // 1-100
	}
	return strings.Trim(s, "-./:+_") != ""
}

// repeats reports whether a column names fewer things than there are rows: each is the heading of the rows below it.
func (r *reader) repeats(t *table, col, value int) bool {
	names, values := 0, 0
	last := ""
	for _, row := range t.rows {
		if value < len(row.Cells) {
			values += 1 + strings.Count(row.Texts()[value].Text, "\n")
		}
		if col >= len(row.Cells) {
			continue
		}
		if name := row.Texts()[col].Text; name != "" && name != last {
			names, last = names+1, name
		}
	}
	return names > 0 && names*2 <= values
}

// readValues reads the lists of a table. A list that has a value twice, or but one, is none.
func (r *reader) readValues(t *table, cols valueColumns) []*valueList {
	var lists []*valueList
	var open *valueList
	for _, row := range t.valueRows(cols) {
		cells := row.Texts()
		if cols.value >= len(cells) || row != t.Header && r.repeatsHeader(t, cells) || r.headRow(cells, cols) {
			continue
		}
		if cols.dict >= 0 && cols.dict < len(cells) {
			if name := cells[cols.dict]; name.Text != "" && (open == nil || name.Text != open.title.Value) {
				open = &valueList{listName: r.listNames(whole(name))}
				lists = append(lists, open)
			}
		}
		if open == nil {
			open = &valueList{}
			lists = append(lists, open)
		}
		open.add(cells, cols, row)
	}
	kept := lists[:0]
	for _, l := range lists {
		if l.distinct() && len(l.values) > 1 && len(l.values) <= maxValues {
			kept = append(kept, l)
		}
	}
	return kept
}

// valueRows are the rows of the list; of a table without header words, what stands in the place of the header is a row too.
func (t *table) valueRows(cols valueColumns) []*block.Row {
	if t.Header == nil || len(t.header) == 0 || cols.value >= len(t.header) || cols.headed {
		return t.rows
	}
	if numberHead(t.header[cols.value].Text) {
		return append([]*block.Row{t.Header}, t.rows...)
	}
	return t.rows
}

// headRow reports whether a row is the header of a table whose notation has none.
func (r *reader) headRow(cells []block.Inline, cols valueColumns) bool {
	return cols.label < len(cells) && lexicon.ValueColumn(cells[cols.value].Text) && len(r.lex.Columns(cells[cols.label].Text)) > 0
}

// add takes the values of a row: one, or several on lines of their own.
func (l *valueList) add(cells []block.Inline, cols valueColumns, row *block.Row) {
	values := linesOf(cells[cols.value])
	var labels []ir.Text
	if cols.label < len(cells) {
		if labels = linesOf(cells[cols.label]); len(values) == 1 && len(labels) > 1 {
			labels = []ir.Text{whole(cells[cols.label])}
		}
	}
	for i, v := range values {
		trimmed := unquoted(v)
		switch {
		case lexicon.Continuation(v.Value), strings.Trim(v.Value, ".…") == "":
			l.open = true
			continue
		case lexicon.Placeholder(trimmed.Value):
			continue
		}
		value := ir.EnumValue{Value: trimmed}
		if i < len(labels) && len(labels) == len(values) && !lexicon.Placeholder(labels[i].Value) {
			value.Label = labels[i]
		}
		l.values = append(l.values, value)
	}
	l.rows = append(l.rows, row.Span.Trim())
}

// linesOf are the lines of a cell, each with its place.
func linesOf(in block.Inline) []ir.Text {
	var out []ir.Text
	at := 0
	for line := range strings.SplitSeq(in.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, textAt(in, at, at+len(line)))
		}
		at += len(line) + 1
	}
	return out
}

// unquoted is a text without the quotes around it.
func unquoted(t ir.Text) ir.Text {
	inside := strings.Trim(t.Value, valueQuotes)
	if inside == t.Value || t.Span.Text() != t.Value {
		return ir.Text{Value: inside, Span: t.Span}
	}
	return ir.Text{Value: inside, Span: t.Span.Sub(strings.Index(t.Value, inside), len(inside))}
}

func (l *valueList) distinct() bool {
	seen := make(map[string]bool, len(l.values))
	for _, v := range l.values {
		if seen[v.Value.Value] {
			return false
		}
		seen[v.Value.Value] = true
	}
	return true
}

// failures reports whether a good part of the values mean that something went wrong.
func (l *valueList) failures() bool {
	n := 0
	for _, v := range l.values {
		count(&n, lexicon.FailureText(v.Label.Value))
	}
	return n*3 >= len(l.values)
}

// whole numbers, all of them.
func (l *valueList) integers() bool {
	for _, v := range l.values {
		if !integerLiteral(v.Value.Value) {
			return false
		}
	}
	return true
}

// integerLiteral reports whether a text is a JSON integer: 01 is none.
func integerLiteral(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || len(digits) > 18 || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	return digits[0] != '0' || len(digits) == 1
}

// span is all of the list.
func (l *valueList) span() source.Span { return l.rows[0].To(l.rows[len(l.rows)-1]) }

// same reports whether two lists say the same.
func (l *valueList) same(o *valueList) bool {
	if len(l.values) != len(o.values) || l.open != o.open {
		return false
	}
	for i, v := range l.values {
		if v.Value.Value != o.values[i].Value.Value || v.Label.Value != o.values[i].Label.Value {
			return false
		}
	}
	return true
}
