package parser

import (
	"slices"

	"github.com/wenma/wenma/ir"
)

// relocation looks for fields that a table has at one level and the sample at another: the same name, in an object around
// it or below it, found nowhere else.
type relocation struct {
	*comparison
	extras  map[string]*surplus // by name; nil for names that are several's
	missing map[string]int      // how many absent fields have a name
	shown   map[string]int      // how many objects of the samples have a name
}

// maxRelocated is how many absent fields are looked for elsewhere: moving one is linear in its object.
const maxRelocated = 1000

// relocate puts fields where the samples have them. What stands in a named type is only reported: other fields have it too.
func (r *reader) relocate(c *comparison, values []*ir.JSON) {
	l := &relocation{comparison: c, extras: c.extras()}
	if len(c.absent) == 0 || len(c.absent) > maxRelocated || len(l.extras) == 0 {
		return
	}
	l.count(values)
	for _, a := range c.absent {
		if a.named {
			continue
		}
		if s := l.elsewhere(a.f, a.in); s != nil {
			r.moved(l, a, s)
		} else if t, ok := inner(a.f.Type).(*ir.Object); ok {
			r.unwrapped(l, a, t)
		}
	}
}

func (c *comparison) extras() map[string]*surplus {
	out := map[string]*surplus{}
	for _, p := range c.order {
		for _, s := range p.extra {
			name := s.f.Name.Value
			if _, again := out[name]; again || s.named {
				out[name] = nil
				continue
			}
			out[name] = s
		}
	}
	return out
}

func (l *relocation) count(values []*ir.JSON) {
	l.missing, l.shown = map[string]int{}, map[string]int{}
	for _, a := range l.absent {
		l.missing[a.f.Name.Value]++
		if t, ok := inner(a.f.Type).(*ir.Object); ok {
			for _, f := range t.Fields {
				l.missing[f.Name.Value]++
			}
		}
	}
	level := []*shape{shapeOf(values)}
	for len(level) > 0 {
		var next []*shape
		for _, s := range level {
			for _, k := range s.order {
				l.shown[k.name.Value]++
			}
			next = append(next, s.order...)
		}
		level = next
	}
}

// elsewhere is the one member that an absent field must be; nil when that is not certain.
func (l *relocation) elsewhere(f *ir.Field, in *place) *surplus {
	name := f.Name.Value
	s := l.extras[name]
	if s == nil || l.missing[name] != 1 || l.shown[name] != 1 || s.in.lost() || !fitAll(ir.KindOf(f.Type), s.values) {
		return nil
	}
	if s.in == in || !s.in.within(in) && !in.within(s.in) {
		return nil
	}
	return s
}

func fitAll(kind ir.Kind, values []*ir.JSON) bool {
	return !slices.ContainsFunc(values, func(v *ir.JSON) bool {
		return v.Kind != ir.Null && v.Kind != ir.Any && !fits(kind, v)
	})
}

// moved reports a field that stands at another level, and puts it there.
func (r *reader) moved(l *relocation, a *absence, s *surplus) {
	a.named, s.named = true, true
	r.diags.Add(nestingDiffers.At(inTable(a.f), a.in.path(a.f.Name.Value), s.in.path(s.f.Name.Value)).Also(s.f.Name.Span, "样例里在这里", "the sample has it here"))
	if a.in.shared || s.in.shared {
		return
	}
	a.in.object.Fields = slices.DeleteFunc(a.in.object.Fields, func(f *ir.Field) bool { return f == a.f })
	r.replace(l.comparison, s, a.f)
}

// replace puts a documented field in the place of the one that was made of a member.
func (r *reader) replace(c *comparison, s *surplus, f *ir.Field) {
	s.in.object.Fields[slices.Index(s.in.object.Fields, s.f)] = f
	if t, ok := inner(s.f.Type).(*ir.Object); ok && c.places[t] != nil {
		c.places[t].gone = true
	}
	f.Absent = false
	f.Inferred = slices.DeleteFunc(f.Inferred, func(i *ir.Inference) bool { return i.About == "presence" && i.Why == notSeenWhy })
	f.Inferred = append(f.Inferred, &ir.Inference{About: "nesting", Value: s.in.path(f.Name.Value), From: s.f.Name.Span, Why: nestingWhy})
	if f.Doc.Empty() {
		f.Doc = s.f.Doc
	}
	r.shown[f] = append(r.shown[f], s.values...)
	c.stack = append(c.stack, s.in)
	f.Type = r.align(f.Type, s.values, f, c.a)
	c.leave()
}

// unwrapped puts the members of an object that the sample does not have where the sample has them, when all are in one place.
func (r *reader) unwrapped(l *relocation, a *absence, t *ir.Object) {
	in := &place{object: t, name: a.f.Name.Value, parent: a.in, shared: a.in.shared}
	var found []*surplus
	for _, f := range t.Fields {
		s := l.elsewhere(f, in)
		if s == nil || s.in != a.in || s.in.shared {
			return
		}
		found = append(found, s)
	}
	if len(found) == 0 {
		return
	}
	a.named = true
	first := found[0].f.Name
	r.diags.Add(nestingDiffers.At(inTable(a.f), in.path(first.Value), a.in.path(first.Value)).Also(first.Span, "样例里在这里", "the sample has it here"))
	a.in.object.Fields = slices.DeleteFunc(a.in.object.Fields, func(f *ir.Field) bool { return f == a.f })
	for i, s := range found {
		s.named = true
		r.replace(l.comparison, s, t.Fields[i])
	}
}
