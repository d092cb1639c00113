package parser

import (
	"slices"
	"strings"

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
		r.shown[f] = append(r.shown[f], memberValues(seen)...)
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
