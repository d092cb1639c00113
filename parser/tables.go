package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// tableBlock takes a table of the segment to where it belongs.
func (sc *scan) tableBlock(c *cue) {
	t := c.table
	if sc.valueTable(c) {
		sc.title, sc.unread = ir.Text{}, ir.Text{}
		return
	}
	switch t.kind {
	case factTable:
		sc.facts(t)
	case historyTable:
		sc.history(t)
	case errorTable:
		sc.errors(t)
	case statusTable:
		sc.statuses(t)
	case fieldTable:
		sc.fieldTable(t)
	default:
		if sc.role == roleErrors {
			sc.errors(t)
		} else if sc.role == roleHistory {
			sc.history(t)
		}
	}
	sc.title, sc.unread = ir.Text{}, ir.Text{}
}

// facts takes what a vertical table says besides method and URL, which segment has read.
func (sc *scan) facts(t *table) {
	for _, f := range t.facts {
		switch f.role {
		case roleMedia:
			sc.media(f.value.Text)
		case roleDescription:
			if sc.d.ep.Doc.Empty() && !lexicon.Placeholder(f.value.Text) {
				sc.d.ep.Doc = whole(f.value)
			}
		case roleName:
			if sc.d.ep.Title.Empty() {
				sc.d.ep.Title = whole(f.value)
			}
		}
	}
}

// fieldTable decides what a field table describes and keeps its rows.
func (sc *scan) fieldTable(t *table) {
	role, subject := sc.role, sc.subject
	if role == roleErrors || role == roleHistory || role == roleStatus {
		if !t.has(lexicon.RequiredColumn, lexicon.LocationColumn) && (role == roleErrors || !t.has(lexicon.TypeColumn)) {
			sc.errors(t)
			return
		}
		role = noRole
	}
	title := sc.title
	if title.Empty() && sc.outside && (role == noRole || role == roleFields || role == roleTypes) {
		if role = noRole; subject.Empty() {
			title = sc.section
		}
	}
	if title.Empty() || !t.title.Empty() && !identifier(sc.r.subjectOf(title).Value) {
		title = t.title
	}
	if !title.Empty() {
		subject = sc.r.subjectOf(title)
	}
	if sc.foreign() && !sc.shared && role != noRole && role != roleTypes && role != roleFields {
		return
	}
	if role == roleDescription && sc.topic&lexicon.Signing != 0 {
		return // tells how to sign, not what to send
	}
	sc.r.judgeHeader(t)
	rows := sc.r.readRows(t)
	if len(rows) == 0 {
		return
	}
	if sc.outside && !sc.shared && role == noRole || role == roleTypes || !title.Empty() && (role == noRole || sc.shared && role == roleFields && upperCamel(subject.Value)) {
		sc.declare(title, subject, rows, t)
		return
	}
	if role == roleFields {
		role = sc.roleOfHolder(subject)
	}
	f := &fieldSection{role: sc.direction(role, t), subject: subject, rows: rows, table: t, status: sc.status, shared: sc.shared, above: sc.unread, at: sc.at}
	if f.shared && sc.outside && sc.level > 0 && requestRole(f.role) {
		sc.r.keepShared(sc.p, f)
		return
	}
	f.doubt = subject.Empty() && (sc.tabled || wayOf(role) == noRole)
	sc.tabled = true
	sc.p.placesMembers = sc.p.placesMembers || f.role == roleResponse && slices.ContainsFunc(rows, func(w *row) bool { return w.in == "body" })
	sc.d.fields = append(sc.d.fields, f)
	if sc.request != nil {
		sc.request.filled = true
	}
}

// roleOfHolder is what the table above is about that has the field a table is titled after, and roleFields where none has.
func (sc *scan) roleOfHolder(subject ir.Text) role {
	name := lastStep(titlePath(subject.Value))
	for _, f := range slices.Backward(sc.d.fields) {
		if name != "" && slices.ContainsFunc(f.rows, func(w *row) bool { return w.name().Value == name }) {
			return f.role
		}
	}
	return roleFields
}

// upperCamel reports whether the name of a class is written as most are: LocationDto.
func upperCamel(s string) bool {
	return classLike(s) && len(s) > 2 && s[0] <= 'Z' && strings.ToUpper(s) != s && !strings.ContainsAny(s, "-.")
}

// direction settles whether a table without a plain label is about the request or the response.
func (sc *scan) direction(role role, t *table) role {
	switch role {
	case roleFields, noRole, roleInfo, roleDescription, roleSample, roleURL, roleMethod, roleMedia, roleName, roleMeta, roleEnvironment:
	case roleRequestSample:
		return roleRequest
	case roleResponseSample, roleErrorSample:
		return roleResponse
	default:
		return role
	}
	if sc.way == roleResponse && (role == roleDescription || role == roleInfo) {
		return roleResponse // "list 说明" below 返回参数
	}
	for _, f := range sc.d.fields {
		if f.role == roleRequest || f.role == roleBody || f.role == roleQuery || f.role == roleForm {
			if !t.has(lexicon.RequiredColumn, lexicon.LocationColumn, lexicon.NullableColumn) || role == noRole {
				return roleResponse
			}
		}
	}
	if len(sc.d.samples) > 0 && !t.has(lexicon.RequiredColumn, lexicon.LocationColumn, lexicon.NullableColumn) && sc.d.samples[len(sc.d.samples)-1].role == roleResponseSample {
		return roleResponse
	}
	return roleRequest
}

// declare keeps a table as the declaration of a named thing.
func (sc *scan) declare(title, subject ir.Text, rows []*row, t *table) {
	if subject.Empty() {
		subject = title
	}
	if subject.Empty() {
		return
	}
	d := &decl{name: subject, rows: rows, owner: sc.d, table: t, outside: sc.outside, within: sc.request}
	if title.Value != subject.Value {
		d.doc = title
	}
	sc.d.subs = append(sc.d.subs, d)
	key := lexicon.Fold(subject.Value)
	sc.r.decls[key] = append(sc.r.decls[key], d)
	sc.r.order = append(sc.r.order, d)
}

// subjectOf cuts the name out of a title: "返回 data 说明" is about data, "User 用户" about User.
func (r *reader) subjectOf(title ir.Text) ir.Text {
	if identifier(title.Value) || strings.ContainsAny(title.Value, "«<") && !strings.Contains(title.Value, " ") {
		return title
	}
	from := -1
	s := title.Value
	for i := 0; i <= len(s); i++ {
		inWord := i < len(s) && (wordByte(s[i]) || s[i] == '.' || s[i] == '[' || s[i] == ']' || s[i] == '$')
		switch {
		case inWord && from < 0 && !digit(s[i]) && s[i] != '.' && s[i] != '[' && s[i] != ']' && s[i] != '-':
			from = i
		case !inWord && from >= 0:
			word := strings.TrimRight(s[from:i], ".-[")
			if !strings.Contains(word, "[") {
				word = strings.TrimRight(word, "]")
			}
			if _, known := r.lex.Type(word); (!known || strings.EqualFold(word, "data") || strings.EqualFold(word, "list")) && len(word) > 1 && r.lex.Section(word).Topic&^lexicon.Fields == 0 {
				span := title.Span
				if span.Text() == s {
					span = span.Sub(from, len(word))
				}
				return ir.Text{Value: word, Span: span}
			}
			from = -1
		}
	}
	reading := r.lex.Section(s)
	if reading.Pieces == 1 && reading.Topic != 0 {
		return ir.Text{Value: reading.Rest, Span: title.Span}
	}
	return title
}

// history takes the rows of a version table.
func (sc *scan) history(t *table) {
	for _, row := range t.rows {
		rev := &ir.Revision{Span: row.Span.Trim()}
		for i, c := range row.Texts() {
			if i >= len(t.cols) || c.Text == "" {
				continue
			}
			switch t.cols[i] {
			case lexicon.VersionColumn, lexicon.SinceColumn:
				rev.Version = whole(c)
			case lexicon.DateColumn:
				rev.Date = whole(c)
			case lexicon.AuthorColumn:
				rev.Author = whole(c)
			default:
				if rev.Doc.Empty() {
					rev.Doc = whole(c)
				}
			}
		}
		if rev.Version.Empty() && rev.Date.Empty() && rev.Doc.Empty() {
			continue
		}
		if sc.outside {
			sc.r.doc.History = append(sc.r.doc.History, rev)
		} else {
			sc.d.ep.History = append(sc.d.ep.History, rev)
		}
	}
}

// errors takes the rows of a table of codes.
func (sc *scan) errors(t *table) {
	codeAt := sc.r.codeColumn(t)
	statusAt := sc.r.statusColumn(t, codeAt)
	nameAt := sc.r.codeNameColumn(t, codeAt)
	for _, row := range t.rows {
		cells := row.Texts()
		if codeAt >= len(cells) || cells[codeAt].Text == "" || lexicon.Placeholder(cells[codeAt].Text) {
			continue
		}
		e := &ir.ErrorCode{Value: whole(cells[codeAt]), Span: row.Span.Trim()}
		for i, c := range cells {
			switch {
			case i == codeAt || lexicon.Placeholder(c.Text):
			case i == statusAt:
				e.Status = whole(c)
			case i == nameAt:
				e.Name = whole(c)
			case i < len(t.cols) && t.cols[i] == lexicon.CodeColumn && sc.r.share(t, i, asNumber) > 0.5:
			case i < len(t.cols) && t.cols[i] == lexicon.RemedyColumn:
				e.Remedy = whole(c)
			case e.Doc.Empty():
				e.Doc = whole(c)
			}
		}
		sc.keepError(e)
	}
}

// codeColumn is the column of business codes: of several, not the one that only holds HTTP statuses.
func (r *reader) codeColumn(t *table) int {
	best := -1
	for i, col := range t.cols {
		if col == lexicon.CodeColumn && (best < 0 || r.statuses(t, best) && !r.statuses(t, i)) {
			best = i
		}
	}
	if best < 0 {
		best = max(t.column(lexicon.NameColumn), 0)
	}
	return best
}

// statusColumn is the column of HTTP statuses beside the codes; -1 for none.
func (r *reader) statusColumn(t *table, code int) int {
	if r.statuses(t, code) {
		return -1
	}
	for i := range t.cols {
		if i != code && r.statuses(t, i) {
			return i
		}
	}
	return -1
}

// codeNameColumn is the column of identifiers for the codes, which are numbers; -1 for none. A text must stand beside it: what is
// the only thing said of a code describes it.
func (r *reader) codeNameColumn(t *table, code int) int {
	if r.share(t, code, asNumber) < 0.8 {
		return -1
	}
	name, texts := -1, 0
	for i := range t.cols {
		switch {
		case i == code || r.filled(t, i) == 0 || r.share(t, i, asNumber) > 0.5:
		case name < 0 && r.share(t, i, asName) == 1 && r.constants(t, i):
			name = i
		default:
			texts++
		}
	}
	if texts == 0 {
		return -1
	}
	return name
}

// constants reports whether the words of a column are written as constants are: in capitals or of several parts, not all of them
// plain words.
func (r *reader) constants(t *table, col int) bool {
	for _, row := range t.rows {
		if col >= len(row.Cells) {
			continue
		}
		word := row.Texts()[col].Text
		if lexicon.Placeholder(word) {
			continue
		}
		if strings.Contains(word, "_") || word == strings.ToUpper(word) && len(word) > 2 || strings.ToLower(word[1:]) != word[1:] {
			return true
		}
	}
	return false
}

// statuses reports whether a column holds HTTP statuses and nothing else.
func (r *reader) statuses(t *table, col int) bool {
	found := false
	for _, row := range t.rows {
		if col >= len(row.Cells) {
			continue
		}
		s := row.Texts()[col].Text
		if lexicon.Placeholder(s) {
			continue
		}
		if len(s) != 3 || s[0] < '1' || s[0] > '5' || !digit(s[1]) || !digit(s[2]) {
			return false
		}
		found = true
	}
	return found
}

// keepError takes a code to the document or the endpoint, whichever the section is about.
func (sc *scan) keepError(e *ir.ErrorCode) {
	if sc.outside || sc.general || sc.above {
		sc.r.doc.Errors = append(sc.r.doc.Errors, e)
	} else {
		sc.d.ep.Errors = append(sc.d.ep.Errors, e)
	}
}

// statuses takes a table of HTTP statuses with the type of each answer: |200|OK|User|.
func (sc *scan) statuses(t *table) {
	code, schema := t.column(lexicon.CodeColumn), max(t.column(lexicon.SchemaColumn), t.column(lexicon.TypeColumn))
	for _, row := range t.rows {
		cells := row.Texts()
		if code >= len(cells) {
			continue
		}
		a := &answer{status: whole(cells[code]), span: row.Span.Trim()}
		for i, c := range cells {
			if i == schema && !lexicon.Placeholder(c.Text) {
				a.declared, a.typ = whole(c), sc.r.typeCell(c)
			} else if i != code && a.doc.Empty() && !lexicon.Placeholder(c.Text) {
				a.doc = whole(c)
			}
		}
		sc.d.answers = append(sc.d.answers, a)
	}
}

// judgeHeader reports a header that has the words for names and types the other way round.
func (r *reader) judgeHeader(t *table) {
	if t.swapped == nil {
		return
	}
	name, typ := whole(t.header[t.swapped[0]]), whole(t.header[t.swapped[1]])
	d := columnsSwapped.At(name.Span.To(typ.Span), name.Value, typ.Value)
	d.Fix = &source.Fix{
		Title: source.Message{ZH: "交换这两个表头", EN: "exchange the two words"},
		Edits: []source.Edit{{Span: name.Span, Text: typ.Span.Text()}, {Span: typ.Span, Text: name.Span.Text()}},
	}
	r.once(d)
}
