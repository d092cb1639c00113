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
				r.nullSeen(f, v)
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
		return r.alignRef(t, known, f, a)
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
	if f != nil {
		r.stamp(t, values, f)
	}
	return t
}

// nullSeen reports a null where the table rules it out.
func (r *reader) nullSeen(f *ir.Field, v *ir.JSON) {
	if f.Origin != ir.FromTable || f.Presence != ir.Required {
		return
	}
	at := inTable(f)
	for _, rule := range f.Rules {
		if filled, ok := rule.(*ir.NotEmpty); ok {
			at = filled.Span
		}
	}
	r.diags.Add(nullInSample.At(at, f.Name.Value).Also(v.Span, "样例中是 null", "the sample shows null"))
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
	objects, _ := objectsIn(values)
	undeclared := f == nil || f.Declared.Empty()
	asList := fullArray(values) || undeclared && !anyOf(ir.ObjectKind, values) && anyOf(ir.ArrayKind, values)
	var other []*ir.JSON
	for _, v := range values {
		switch {
		case v.Kind == ir.ObjectKind:
		case v.Kind == ir.ArrayKind && f != nil && undeclared: // no contradiction: nothing says that it is an object
			t.See(v.Kind, v.Span)
		default:
			other = append(other, v)
		}
	}
	r.sightings(t, ir.ObjectKind, other, f)
	if t.Open && len(t.Fields) == 0 && len(objects) == 0 {
		return r.alignOpen(t, values, f, a)
	}
	if len(objects) > 0 {
		r.members(t, objects, false, a)
	}
	if asList && (undeclared || len(t.Fields) > 0) {
		t.Seen = nil
		return r.listOf(t, values, f)
	}
	return t
}

// fullArray reports whether there is an array with anything in it; an empty one is how PHP sends an object that is absent.
func fullArray(values []*ir.JSON) bool {
	return slices.ContainsFunc(values, func(v *ir.JSON) bool { return len(v.Elems) > 0 })
}

// anyOf reports whether some of the values are of a kind.
func anyOf(kind ir.Kind, values []*ir.JSON) bool {
	return slices.ContainsFunc(values, func(v *ir.JSON) bool { return v.Kind == kind })
}

// alignOpen: an object of which nothing is known takes the sample's word when that shows something else.
func (r *reader) alignOpen(t *ir.Object, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	if f != nil && !f.Declared.Empty() {
		return t
	}
	return r.fromJSON(values, a)
}

// listOf: the members are documented, and the sample shows that they are those of an array's elements. Where an object is declared,
// or shown as well, the list is one that may come without brackets.
func (r *reader) listOf(t ir.Type, values []*ir.JSON, f *ir.Field) ir.Type {
	list := ir.At(&ir.List{Elem: t}, t.Where())
	switch {
	case f != nil && !f.Declared.Empty():
		list.See(ir.ObjectKind, f.Declared.Span)
	case anyOf(ir.ObjectKind, values):
		list.See(ir.ObjectKind, values[0].Span)
	}
	if f != nil {
		array := slices.IndexFunc(values, func(v *ir.JSON) bool { return v.Kind == ir.ArrayKind })
		f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: typeName(list), From: values[array].Span, Why: arraySeenWhy})
	}
	return list
}

// objectsIn are the objects among values, those in arrays included.
func objectsIn(values []*ir.JSON) (objects []*ir.JSON, inArray bool) {
	for _, v := range values {
		if v.Kind == ir.ObjectKind {
			objects = append(objects, v)
		}
		for _, e := range v.Elems {
			if e.Kind == ir.ObjectKind {
				objects, inArray = append(objects, e), true
			}
		}
	}
	return objects, inArray
}

func (r *reader) alignRef(t *ir.Ref, values []*ir.JSON, f *ir.Field, a alignment) ir.Type {
	var other []*ir.JSON
	for _, v := range values {
		if v.Kind != ir.ObjectKind {
			other = append(other, v)
		}
	}
	r.sightings(t, ir.ObjectKind, other, f)
	object, ok := t.Target.Type.(*ir.Object)
	objects, inArray := objectsIn(values)
	if !ok || len(objects) == 0 {
		return t
	}
	r.members(object, objects, true, a)
	if !inArray {
		return t
	}
	t.Seen = nil
	return r.listOf(t, values, f)
}

// shownMembers are the members that samples show of one object, by name in the order of appearance.
type shownMembers struct {
	byName map[string][]*ir.Member
	order  []string
	told   map[string]bool // names, of either side, that a message speaks of
	at     source.Span     // where the first object that has any begins
}

func membersIn(objects []*ir.JSON) *shownMembers {
	seen := &shownMembers{byName: make(map[string][]*ir.Member, len(objects[0].Members)), told: map[string]bool{}}
	for _, o := range objects {
		if len(o.Members) > 0 && !seen.at.Known() {
			seen.at = opening(o.Span)
		}
		for i, m := range o.Members {
			if shown := seen.byName[m.Name.Value]; shown != nil {
				seen.byName[m.Name.Value] = append(shown, m)
				continue
			}
			seen.order = append(seen.order, m.Name.Value)
			seen.byName[m.Name.Value] = o.Members[i : i+1 : i+1] // most names are shown once
		}
	}
	return seen
}

// rename counts a member as one of another name.
func (s *shownMembers) rename(from, to string) {
	s.byName[to] = s.byName[from]
	delete(s.byName, from)
	s.order[slices.Index(s.order, from)] = to
}

// members compares the members of an object with those that samples show. An object that is shared is that of a named type.
func (r *reader) members(t *ir.Object, objects []*ir.JSON, shared bool, a alignment) {
	seen := membersIn(objects)
	if len(seen.order) == 0 {
		return
	}
	if d := r.unknown[t]; d != nil {
		d.Severity = source.Info // the sample says what the type is
	}
	r.compared.enter(t, shared)
	defer r.compared.leave()
	r.objects[t] = append(r.objects[t], objects...)
	r.respell(t, seen, a)
	have := make(map[string]bool, len(t.Fields))
	for _, f := range t.Fields {
		have[f.Name.Value] = true
		shown := seen.byName[f.Name.Value]
		if shown == nil {
			r.absent(f, seen, a)
			continue
		}
		f.Absent = false
		r.document(f, shown)
		values := memberValues(shown)
		r.shown[f] = append(r.shown[f], values...)
		f.Type = r.align(f.Type, values, f, a)
		r.compared.called(f)
	}
	fromTable := documented(t)
	for _, name := range seen.order {
		if !have[name] {
			r.extra(t, name, seen, a)
		}
	}
	if !fromTable { // only samples show this object: their order is the page's
		place := make(map[string]int, len(seen.order))
		for i, name := range seen.order {
			place[name] = i + 1
		}
		slices.SortStableFunc(t.Fields, func(a, b *ir.Field) int { return place[a.Name.Value] - place[b.Name.Value] })
	}
}

// extra makes a field of a member that no table has.
func (r *reader) extra(t *ir.Object, name string, seen *shownMembers, a alignment) {
	f := r.memberField(seen.byName[name], a)
	t.Fields = append(t.Fields, f)
	if c := r.compared; c != nil {
		c.called(f)
		p := c.at()
		p.extra = append(p.extra, &surplus{f: f, in: p, values: memberValues(seen.byName[name]), named: seen.told[name]})
	}
}

// absent notes a documented field that the samples do not have.
func (r *reader) absent(f *ir.Field, seen *shownMembers, a alignment) {
	if f.Origin != ir.FromTable || f.Absent {
		return
	}
	if f.Absent = a == alignResponse; f.Absent && f.Presence == ir.Unstated {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "presence", Value: "optional", From: f.Name.Span, Why: notSeenWhy})
	}
	if c := r.compared; c != nil {
		c.absent = append(c.absent, &absence{f: f, in: c.at(), from: seen.at, named: seen.told[f.Name.Value]})
	}
}
