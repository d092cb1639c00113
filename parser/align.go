package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// alignment says what is being compared.
type alignment uint8

const (
	alignRequest alignment = iota
	alignResponse
)

// align compares a type with the values that samples show for it: it fills in what the page leaves open, notes what
// contradicts, and adds members that only the samples have. f is the field whose type it is, nil at the root.
func (r *reader) align(t ir.Type, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	var known []*ir.JSON
	for _, v := range values {
		switch {
		case v.Kind == ir.Null:
			if f != nil && f.Nullable == nil {
				f.Nullable = &ir.Sighting{Kind: ir.Null, Span: v.Span}
				f.Inferred = append(f.Inferred, &ir.Inference{About: "nullable", Value: "null", From: v.Span, Why: nullSeenWhy})
			}
		case v.Kind != ir.Any:
			known = append(known, v)
		}
	}
	if len(known) == 0 {
		return t
	}
	switch t := t.(type) {
	case *ir.Scalar:
		return r.alignScalar(t, known, f, a)
	case *ir.List:
		return r.alignList(t, known, f, a)
	case *ir.Map:
		r.sightings(t, ir.ObjectKind, known, f)
	case *ir.Object:
		return r.alignObject(t, known, f, a)
	case *ir.Ref:
		r.alignRef(t, known, f, a)
	case *ir.Enum:
		r.sightings(t, t.Base.Kind, known, f)
	}
	return t
}

func (r *reader) alignScalar(t *ir.Scalar, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	if t.Kind == ir.Any && (f == nil || f.Declared.Empty() || placeholderType(f.Declared.Value)) {
		made := r.fromJSON(values, a)
		r.inferType(f, made, values[0])
		return made
	}
	if t.Kind == ir.Any {
		return t
	}
	r.soften(t, values, f)
	r.sightings(t, t.Kind, values, f)
	r.layout(t, values, f)
	return t
}

// soften lets samples decide what a declared word leaves open: an enum is of whatever its values are, a timestamp is text or a
// number, and a number that counts or identifies is a whole one.
func (r *reader) soften(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	if f == nil || f.Declared.Empty() || slices.ContainsFunc(values, func(v *ir.JSON) bool { return v.Kind != ir.Integer }) {
		return
	}
	w, ok := r.lex.Type(f.Declared.Value)
	switch {
	case !ok:
		return
	case w.Base == lexicon.EnumBase:
		t.Kind = ir.Integer
	case w.Format == "date-time" && t.Kind == ir.String:
		t.Kind, t.Format = ir.Integer, "unix"
	case w.Base == lexicon.NumberBase && lexicon.Whole(f.Name.Value) && strings.HasPrefix(strings.ToLower(f.Declared.Value), "num"):
		t.Kind = ir.Integer
	default:
		return
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: "integer", From: values[0].Span, Why: wholeSeenWhy})
}

func placeholderType(s string) bool { return strings.Trim(s, `\-/* `) == "" || s == "null" }

func (r *reader) inferType(f *ir.Field, t ir.Type, from *ir.JSON) {
	if f == nil {
		return
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: typeName(t), From: from.Span, Why: typeSeenWhy})
}

// typeName is a type in a short neutral form.
func typeName(t ir.Type) string {
	switch t := t.(type) {
	case *ir.List:
		return "[]" + typeName(t.Elem)
	case *ir.Map:
		return "map[" + typeName(t.Elem) + "]"
	case *ir.Ref:
		return t.Target.Name.Value
	}
	return ir.KindOf(t).String()
}

// seer is a type that can record what samples show.
type seer interface {
	See(ir.Kind, source.Span)
}

// sightings records and reports kinds of values that are not the declared one.
func (r *reader) sightings(t seer, kind ir.Kind, values []*ir.JSON, f *ir.Field) {
	var odd *ir.JSON
	for _, v := range values {
		if fits(kind, v) {
			continue
		}
		t.See(seenKind(v), v.Span)
		if odd == nil {
			odd = v
		}
	}
	if odd != nil && f != nil && f.Origin == ir.FromTable {
		span := f.Declared.Span
		if !span.Known() {
			span = f.Name.Span
		}
		r.diags.Add(typeConflict.At(span, f.Name.Value, kind.String(), seenKind(odd).String()).Also(odd.Span, "样例中是这个值", "the sample shows this value"))
	}
}

func seenKind(v *ir.JSON) ir.Kind { return v.Kind }

// fits reports whether a value is of a kind: whole numbers are numbers too, and a file is named by a string.
func fits(kind ir.Kind, v *ir.JSON) bool {
	return kind == v.Kind || kind == ir.Any || kind == ir.Number && v.Kind == ir.Integer || kind == ir.File && v.Kind == ir.String
}

func (r *reader) alignList(t *ir.List, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	var elems, other []*ir.JSON
	for _, v := range values {
		if v.Kind == ir.ArrayKind {
			elems = append(elems, v.Elems...)
		} else {
			other = append(other, v)
		}
	}
	r.sightings(t, ir.ArrayKind, other, f)
	if len(elems) == 0 {
		for _, v := range other { // an object where a list is declared still shows the element
			if v.Kind == ir.ObjectKind {
				elems = append(elems, v)
			}
		}
	}
	if len(elems) == 0 {
		return t
	}
	if s, ok := t.Elem.(*ir.Scalar); ok && s.Kind == ir.Any {
		t.Elem = r.fromJSON(elems, a)
		r.inferType(f, t, elems[0])
		return t
	}
	t.Elem = r.align(t.Elem, elems, elementOf(f), a)
	return t
}

// elementOf lends a field's declaration to the elements of its list, for messages.
func elementOf(f *ir.Field) *ir.Field {
	if f == nil {
		return nil
	}
	return &ir.Field{Name: f.Name, Declared: f.Declared, Origin: f.Origin, Nullable: &ir.Sighting{}}
}

func (r *reader) alignObject(t *ir.Object, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	var objects, other []*ir.JSON
	arrays := false
	for _, v := range values {
		switch v.Kind {
		case ir.ObjectKind:
			objects = append(objects, v)
		case ir.ArrayKind:
			arrays = true
			for _, e := range v.Elems {
				if e.Kind == ir.ObjectKind {
					objects = append(objects, e)
				}
			}
			if f == nil || !f.Declared.Empty() {
				other = append(other, v)
			}
		default:
			other = append(other, v)
		}
	}
	r.sightings(t, ir.ObjectKind, other, f)
	if t.Open && len(t.Fields) == 0 && len(objects) == 0 {
		return r.alignOpen(t, values, f, a)
	}
	if len(objects) > 0 {
		r.members(t, objects, f, a)
	}
	if arrays && (f == nil || f.Declared.Empty() || len(t.Fields) > 0) && !anyObject(values) {
		return r.listOf(t, values, f)
	}
	return t
}

func anyObject(values []*ir.JSON) bool {
	return slices.ContainsFunc(values, func(v *ir.JSON) bool { return v.Kind == ir.ObjectKind })
}

// alignOpen: an object of which nothing is known takes the sample's word when that shows something else.
func (r *reader) alignOpen(t *ir.Object, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	if f != nil && !f.Declared.Empty() {
		return t
	}
	return r.fromJSON(values, a)
}

// listOf: the members are documented, and the sample shows that they are those of an array's elements.
func (r *reader) listOf(t *ir.Object, values []*ir.JSON, f *ir.Field) ir.Type {
	list := ir.At(&ir.List{Elem: t}, t.Where())
	if f != nil && !f.Declared.Empty() {
		list.Seen = t.Seen
	}
	t.Seen = nil
	if f != nil {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: "[]object", From: values[0].Span, Why: arraySeenWhy})
	}
	return list
}

func (r *reader) alignRef(t *ir.Ref, values []*ir.JSON, f *ir.Field, a alignment) {
	var objects, other []*ir.JSON
	for _, v := range values {
		if v.Kind == ir.ObjectKind {
			objects = append(objects, v)
		} else {
			other = append(other, v)
		}
	}
	r.sightings(t, ir.ObjectKind, other, f)
	if object, ok := t.Target.Type.(*ir.Object); ok && len(objects) > 0 {
		r.members(object, objects, f, a)
	}
}

// members compares the members of an object with those that samples show.
func (r *reader) members(t *ir.Object, objects []*ir.JSON, parent *ir.Field, a alignment) {
	byName := map[string][]*ir.Member{}
	var order []string
	filled := false
	for _, o := range objects {
		filled = filled || len(o.Members) > 0
		for _, m := range o.Members {
			if byName[m.Name.Value] == nil {
				order = append(order, m.Name.Value)
			}
			byName[m.Name.Value] = append(byName[m.Name.Value], m)
		}
	}
	if !filled {
		return
	}
	for _, f := range t.Fields {
		seen := byName[f.Name.Value]
		if seen == nil {
			r.absent(t, f, order, byName, a)
			continue
		}
		f.Absent = false
		r.document(f, seen)
		f.Type = r.align(f.Type, memberValues(seen), f, a)
	}
	documented := false
	for _, f := range t.Fields {
		documented = documented || f.Origin == ir.FromTable
	}
	for _, name := range order {
		if t.Field(name) == nil {
			t.Fields = append(t.Fields, r.memberField(byName[name], a))
		}
	}
	if !documented { // only samples show this object: their order is the page's
		slices.SortStableFunc(t.Fields, func(a, b *ir.Field) int {
			return slices.Index(order, a.Name.Value) - slices.Index(order, b.Name.Value)
		})
	}
}

// absent notes a documented field that the samples do not have.
func (r *reader) absent(t *ir.Object, f *ir.Field, order []string, byName map[string][]*ir.Member, a alignment) {
	if f.Origin != ir.FromTable || f.Absent {
		return
	}
	if f.Absent = a == alignResponse; f.Absent && f.Presence == ir.Unstated {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "presence", Value: "optional", From: f.Name.Span, Why: notSeenWhy})
	}
	if near := nearest(f.Name.Value, undocumentedNames(t, order)); near != "" {
		m := byName[near][0]
		r.diags.Add(nameDiffers.At(f.Name.Span, f.Name.Value, near).Also(m.Name.Span, "样例中的写法", "as the sample spells it"))
		return
	}
	if a == alignResponse {
		r.diags.Add(notInSample.At(f.Name.Span, f.Name.Value))
	}
}

func undocumentedNames(t *ir.Object, order []string) []string {
	var out []string
	for _, name := range order {
		if t.Field(name) == nil {
			out = append(out, name)
		}
	}
	return out
}

// document takes the comment beside a member for the description of a field that has none.
func (r *reader) document(f *ir.Field, seen []*ir.Member) {
	for _, m := range seen {
		if f.Doc.Empty() && !m.Comment.Empty() {
			f.Doc = m.Comment
		}
	}
}

func memberValues(seen []*ir.Member) []*ir.JSON {
	out := make([]*ir.JSON, len(seen))
	for i, m := range seen {
		out[i] = m.Value
	}
	return out
}

// memberField makes a field of a member that only samples show.
func (r *reader) memberField(seen []*ir.Member, a alignment) *ir.Field {
	m := seen[0]
	f := &ir.Field{Name: m.Name, Origin: ir.FromSample, Span: m.Name.Span.To(m.Value.Span)}
	f.Type = r.fromJSON(memberValues(seen), a)
	r.document(f, seen)
	for _, s := range seen {
		if f.Doc.Empty() && s.Value.Kind == ir.Any && !s.Value.Comment.Empty() {
			f.Doc = s.Value.Comment
		}
		if s.Value.Kind == ir.Null && f.Nullable == nil {
			f.Nullable = &ir.Sighting{Kind: ir.Null, Span: s.Value.Span}
		}
	}
	r.elementsInText(f)
	if a == alignRequest {
		f.Presence, _ = statedPresence(f.Doc.Value)
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: typeName(f.Type), From: m.Value.Span, Why: typeSeenWhy})
	return f
}

// fromJSON makes the type that values show.
func (r *reader) fromJSON(values []*ir.JSON, a alignment) ir.Type {
	var known, elems, objects []*ir.JSON
	for _, v := range values {
		switch v.Kind {
		case ir.Null, ir.Any:
			continue
		case ir.ArrayKind:
			elems = append(elems, v.Elems...)
		case ir.ObjectKind:
			objects = append(objects, v)
		}
		known = append(known, v)
	}
	if len(known) == 0 {
		return ir.At(&ir.Scalar{Kind: ir.Any}, values[0].Span)
	}
	first := known[0]
	for _, v := range known { // an empty array beside an object is how PHP sends an absent object
		if first.Kind == ir.ArrayKind && len(elems) == 0 && v.Kind == ir.ObjectKind {
			first = v
		}
	}
	switch first.Kind {
	case ir.ArrayKind:
		list := ir.At(&ir.List{Elem: ir.At(&ir.Scalar{Kind: ir.Any}, first.Span)}, first.Span)
		if len(elems) > 0 {
			list.Elem = r.fromJSON(elems, a)
		}
		r.sightings(list, ir.ArrayKind, known, nil)
		return list
	case ir.ObjectKind:
		if len(first.Members) == 1 && first.Members[0].Name.Value == "$ref" {
			return ir.At(&ir.Object{Open: true}, first.Span) // a serializer's mark for what it has written before
		}
		object := ir.At(&ir.Object{}, first.Span)
		r.members(object, objects, nil, a)
		object.Open = len(object.Fields) == 0
		r.sightings(object, ir.ObjectKind, known, nil)
		return object
	}
	s := ir.At(&ir.Scalar{Kind: first.Kind}, first.Span)
	for _, v := range known {
		if v.Kind == ir.Number && s.Kind == ir.Integer {
			s.Kind = ir.Number
		}
	}
	r.sightings(s, s.Kind, known, nil)
	r.layout(s, known, nil)
	return s
}

// layout recognizes dates and times in the samples of a string.
func (r *reader) layout(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	if t.Kind != ir.String || t.Layout.Value != "" || t.Format == "decimal" {
		return
	}
	layout := ""
	for _, v := range values {
		l := layoutOf(v.Text)
		if v.Kind != ir.String || l == "" || layout != "" && l != layout {
			return
		}
		layout = l
	}
	t.Layout = ir.Text{Value: layout, Span: values[0].Span}
	if f != nil {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "layout", Value: layout, From: values[0].Span, Why: layoutSeenWhy})
	}
}

// layouts are the shapes of dates and times, a digit written as 0.
var layouts = map[string]string{
	"0000-00-00 00:00:00": "yyyy-MM-dd HH:mm:ss", "0000-00-00": "yyyy-MM-dd", "0000/00/00 00:00:00": "yyyy/MM/dd HH:mm:ss",
	"0000/00/00": "yyyy/MM/dd", "0000-00-00 00:00": "yyyy-MM-dd HH:mm", "0000-00-00T00:00:00Z": "yyyy-MM-dd'T'HH:mm:ss'Z'",
	"0000-00-00 00:00:00.000": "yyyy-MM-dd HH:mm:ss.SSS", "0000-00-00T00:00:00": "yyyy-MM-dd'T'HH:mm:ss",
	"0000-00-00T00:00:00+00:00": "yyyy-MM-dd'T'HH:mm:ssXXX", "0000年00月00日": "yyyy年MM月dd日",
}

func layoutOf(s string) string {
	if len(s) < 8 || len(s) > 32 {
		return ""
	}
	return layouts[strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return '0'
		}
		return c
	}, s)]
}

// trimNames takes stray blanks off the names of members, throughout.
func trimNames(v *ir.JSON) {
	for _, m := range v.Members {
		if trimmed := strings.TrimSpace(m.Name.Value); trimmed != m.Name.Value {
			m.Name = ir.Text{Value: trimmed, Span: m.Name.Span.Trim()}
		}
		trimNames(m.Value)
	}
	for _, e := range v.Elems {
		trimNames(e)
	}
}
