package parser

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// valueUse is a field that has the values of a list.
type valueUse struct {
	f    *ir.Field
	list *valueList
	from source.Span // what says so
}

// valueSite is where a field stands.
type valueSite struct {
	d     *draft
	owner string // of the members of a named object or type
}

// lister gives fields the lists of values that are theirs.
type lister struct {
	r     *reader
	seen  map[*ir.Field]bool
	types map[*ir.TypeDecl]bool
	uses  []valueUse
	on    map[*page]int // how many endpoints a page has
}

// valueTables attaches the tables of values to the fields that they belong to. It comes when the samples have settled what kind
// each field is of, and before descriptions are read: a table that a description points at says more than the description.
func (r *reader) valueTables() {
	l := &lister{r: r, seen: map[*ir.Field]bool{}, types: map[*ir.TypeDecl]bool{}, on: map[*page]int{}}
	for _, d := range r.drafts {
		l.on[d.page]++
	}
	for _, d := range r.drafts {
		l.endpoint(d)
	}
	for _, dec := range r.order {
		if dec.made != nil {
			l.decl(dec.made, dec.owner)
		}
	}
	for _, u := range l.uses {
		u.list.placed = true
	}
	l.declare()
	for _, u := range l.uses {
		l.apply(u)
	}
	r.forgetCodes()
	slices.SortStableFunc(r.doc.Types, func(a, b *ir.TypeDecl) int { return r.before(a.Span, b.Span) })
}

func (l *lister) endpoint(d *draft) {
	at := valueSite{d: d}
	l.fields(d.ep.Params, at)
	if d.ep.Body != nil {
		l.typ(d.ep.Body.Type, at)
	}
	for _, resp := range d.ep.Responses {
		l.typ(resp.Type, at)
	}
}

func (l *lister) decl(t *ir.TypeDecl, d *draft) {
	if l.types[t] {
		return
	}
	l.types[t] = true
	l.typ(t.Type, valueSite{d, t.Name.Value})
}

func (l *lister) typ(t ir.Type, at valueSite) {
	switch t := t.(type) {
	case *ir.List:
		l.typ(t.Elem, at)
	case *ir.Map:
		l.typ(t.Elem, at)
	case *ir.Object:
		l.fields(t.Fields, at)
	}
}

func (l *lister) fields(fields []*ir.Field, at valueSite) {
	for _, f := range fields {
		if l.seen[f] {
			continue
		}
		l.seen[f] = true
		if s := listedScalar(f.Type); s != nil && !f.Secret && !f.Signature {
			l.field(f, s, at)
		}
		l.typ(f.Type, valueSite{at.d, f.Name.Value})
	}
}

// listedScalar is the scalar that a field is of, or that it is a list of.
func listedScalar(t ir.Type) *ir.Scalar {
	switch t := t.(type) {
	case *ir.Scalar:
		if t.Kind == ir.Boolean || t.Kind == ir.File {
			return nil
		}
		return t
	case *ir.List:
		return listedScalar(t.Elem)
	}
	return nil
}

// field finds the list of a field: what its type cell names, what its description points at, what is titled after it.
func (l *lister) field(f *ir.Field, s *ir.Scalar, at valueSite) {
	if list := l.declared(f, at); list != nil {
		l.use(f, s, list, f.Declared.Span)
		return
	}
	if l.inCell(f, s) || len(l.r.lists.all) == 0 || forPeople(f) {
		return
	}
	if found := l.pointed(f, at); len(found) > 0 {
		list := l.choose(found, at)
		if list == nil {
			l.ambiguous(f, found)
			return
		}
		l.use(f, s, list, f.Doc.Span)
		return
	}
	if list := l.titled(f, s, at); list != nil {
		l.use(f, s, list, list.title.Span)
	}
}

// forPeople reports whether a field holds the words for a value and not the value: statusName, 状态名称.
func forPeople(f *ir.Field) bool {
	name := strings.ToLower(f.Name.Value)
	for _, end := range []string{"name", "desc", "text", "label", "str", "title", "msg", "message", "description", "remark"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	head := headClause(f)
	for _, end := range []string{"名称", "描述", "文本", "中文", "文案"} {
		if strings.HasSuffix(head, end) {
			return true
		}
	}
	return false
}

// use notes that a field has the values of a list, if they are of its kind.
func (l *lister) use(f *ir.Field, s *ir.Scalar, list *valueList, from source.Span) {
	if (s.Kind == ir.Integer || s.Kind == ir.Number) && !list.integers() || s.Kind == ir.String && several(f) {
		return
	}
	if !from.Known() {
		from = f.Name.Span
	}
	l.uses = append(l.uses, valueUse{f, list, from})
}

// several reports whether a text holds more than one value at once.
func several(f *ir.Field) bool {
	for _, w := range []string{"逗号", "多个", "多选", "分隔"} {
		if strings.Contains(f.Doc.Value, w) {
			return true
		}
	}
	return false
}

// declared is the list that a type cell names: OrderStatus, enum OrderStatus, List<OrderStatus>.
func (l *lister) declared(f *ir.Field, at valueSite) *valueList {
	if f.Declared.Empty() || len(f.Declared.Value) > maxTypeLen || len(l.r.lists.all) == 0 {
		return nil
	}
	for word := range strings.FieldsFuncSeq(f.Declared.Value, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '-' }) {
		if _, known := l.r.lex.Type(word); known || len(word) < 2 {
			continue
		}
		if list := l.r.listNamed(word, at.d); list != nil {
			return list
		}
		if near := l.r.listNear(word); near != "" {
			return l.r.listNamed(near, at.d)
		}
	}
	return nil
}

// listNamed is the list that goes by a name; nil when several do.
func (r *reader) listNamed(name string, d *draft) *valueList {
	var found []*valueList
	for _, list := range r.lists.byKey[lexicon.Fold(name)] {
		for _, id := range slices.Concat(list.idents, list.words) {
			if id.Value == name || strings.EqualFold(id.Value, name) && list.sure {
				found = append(found, list)
				break
			}
		}
	}
	return chooseList(found, d)
}

func (l *lister) choose(found []*valueList, at valueSite) *valueList { return chooseList(found, at.d) }

// chooseList is the nearest of several lists: the endpoint's own, then the page's, then any. Lists that say the same are one;
// nil when two that are equally near do not.
func chooseList(found []*valueList, d *draft) *valueList {
	var best *valueList
	distance, tie := 3, false
	for _, c := range found {
		far := 2
		switch {
		case d != nil && c.owner == d:
			far = 0
		case d != nil && c.owner.page == d.page:
			far = 1
		}
		switch {
		case far < distance:
			best, distance, tie = c, far, false
		case far == distance && !c.same(best):
			tie = true
		}
	}
	if tie {
		return nil
	}
	return best
}

// ambiguous reports a reference that leads to several lists.
func (l *lister) ambiguous(f *ir.Field, found []*valueList) {
	at := f.Doc.Span
	if !at.Known() {
		at = f.Name.Span
	}
	d := ambiguousReference.At(at, f.Name.Value)
	for _, list := range found {
		list.told = true
		place := list.title.Span
		if !place.Known() {
			place = list.rows[0]
		}
		d = d.Also(place, "可能指这里", "this may be meant")
	}
	l.r.diags.Add(d)
}

// titled is the list that is titled after a field: by its name or its label in the endpoint's own sections, by a name or label
// that can mean nothing else anywhere.
func (l *lister) titled(f *ir.Field, s *ir.Scalar, at valueSite) *valueList {
	name, head := lexicon.Fold(f.Name.Value), lexicon.Fold(headClause(f))
	var found []*valueList
	for _, key := range []string{name, lexicon.Fold(at.owner + "." + f.Name.Value), head} {
		if key == "" {
			continue
		}
		for _, list := range l.r.lists.byKey[key] {
			if !list.codes && !slices.Contains(found, list) && l.titledAfter(list, f, at, key == head) {
				found = append(found, list)
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	list := chooseList(found, at.d)
	if list == nil || prose.Mine(f.Doc, s.Kind).Enum != nil {
		return nil
	}
	return list
}

func (l *lister) titledAfter(list *valueList, f *ir.Field, at valueSite, byLabel bool) bool {
	own := list.owner == at.d && (list.own || l.on[at.d.page] == 1)
	if byLabel {
		return own || list.sure && distinctive(headClause(f)) && len(list.idents) < 2
	}
	if len(list.idents) != 1 {
		return false
	}
	id := list.idents[0].Value
	if owner, _, dotted := strings.Cut(id, "."); dotted {
		return strings.EqualFold(owner, at.owner)
	}
	return own || list.sure && distinctive(id) && distinctive(f.Name.Value)
}

// headClause is what a field is called in its description: the words before the first mark.
func headClause(f *ir.Field) string {
	text := f.Label.Value
	if text == "" {
		text = f.Doc.Value
	}
	return firstClause(text)
}

// firstClause is what stands before the first mark of a text; nothing where that is no name of anything.
func firstClause(text string) string {
	if i := strings.IndexAny(text, "，,。；;：:（( \n[【"); i >= 0 {
		text = text[:i]
	}
	if len(text) > 48 {
		return ""
	}
	return text
}
