package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// comparison gathers what a body's tables and its samples do not have in common, until all of both is seen: what a table
// puts at one level and a sample at another is one difference and not two.
type comparison struct {
	ep     *ir.Endpoint
	a      alignment
	root   *ir.Object
	places map[*ir.Object]*place
	stack  []*place
	order  []*place
	absent []*absence
}

// place is an object that both a table and a sample may have.
type place struct {
	object *ir.Object
	name   string // of the member that it is the value of
	parent *place
	shared bool // it belongs to a named type, which other fields have too
	extra  []*surplus
	gone   bool // its field was replaced
}

// absence is a documented field that the sample's object does not have.
type absence struct {
	f     *ir.Field
	in    *place
	from  source.Span // where the object begins in the sample
	named bool        // a message speaks of it already
}

// surplus is a member that only the sample has.
type surplus struct {
	f      *ir.Field
	in     *place
	values []*ir.JSON
	named  bool // a message speaks of it already
}

// compare aligns a body's type with its samples, and puts fields where the samples have them.
func (r *reader) compare(t ir.Type, values []*ir.JSON, ep *ir.Endpoint, a alignment) ir.Type {
	c := &comparison{ep: ep, a: a, places: map[*ir.Object]*place{}}
	r.compared = c
	t = r.align(t, values, nil, a)
	r.relocate(c, values)
	r.compared = nil
	r.comparisons = append(r.comparisons, c)
	return t
}

// enter notes that the members of an object are about to be compared; leave must follow.
func (c *comparison) enter(t *ir.Object, shared bool) {
	if c == nil {
		return
	}
	p := c.places[t]
	if p == nil {
		p = &place{object: t, shared: shared}
		if n := len(c.stack); n > 0 {
			p.parent = c.stack[n-1]
			p.shared = p.shared || p.parent.shared
		} else {
			c.root = t
		}
		c.places[t] = p
		c.order = append(c.order, p)
	}
	c.stack = append(c.stack, p)
}

func (c *comparison) leave() {
	if c != nil {
		c.stack = c.stack[:len(c.stack)-1]
	}
}

// called gives the object that is a field's value its name.
func (c *comparison) called(f *ir.Field) {
	if c == nil {
		return
	}
	t := inner(f.Type)
	if ref, ok := t.(*ir.Ref); ok {
		t = ref.Target.Type
	}
	if t, ok := t.(*ir.Object); ok && c.places[t] != nil && c.places[t].name == "" {
		c.places[t].name = f.Name.Value
	}
}

func (c *comparison) at() *place { return c.stack[len(c.stack)-1] }

// inner is the type inside of lists and maps.
func inner(t ir.Type) ir.Type {
	for {
		switch l := t.(type) {
		case *ir.List:
			t = l.Elem
		case *ir.Map:
			t = l.Elem
		default:
			return t
		}
	}
}

// within reports whether a place is below another.
func (p *place) within(outer *place) bool {
	for ; p != nil; p = p.parent {
		if p == outer {
			return true
		}
	}
	return false
}

func (p *place) lost() bool {
	for ; p != nil; p = p.parent {
		if p.gone {
			return true
		}
	}
	return false
}

// path spells a member of a place out from the root.
func (p *place) path(name string) string {
	for ; p != nil; p = p.parent {
		if p.name != "" {
			name = p.name + "." + name
		}
	}
	return name
}

// documented reports whether a table describes the object.
func documented(t *ir.Object) bool {
	return slices.ContainsFunc(t.Fields, func(f *ir.Field) bool { return f.Origin == ir.FromTable })
}

// differences reports what tables have and samples do not, and the reverse, now that all samples are seen.
func (r *reader) differences() {
	for _, c := range r.comparisons {
		for _, a := range c.absent {
			if a.f.Absent && !a.named && !maybeAbsent(a.f) {
				r.diags.Add(notInSample.At(a.f.Name.Span, a.f.Name.Value).Also(a.from, "样例里的这个对象没有它", "this object of the sample does not have it"))
			}
		}
		for _, p := range c.order {
			r.undocumented(c, p)
		}
	}
}

// maybeAbsent reports whether the page itself says that a field is not always there.
func maybeAbsent(f *ir.Field) bool {
	return f.Presence == ir.Optional || f.Presence == ir.Conditional || !f.When.Empty() || f.Deprecated != nil || lexicon.NotAlways(f.Doc.Value)
}

// opening is the place where an object begins; all of it where it stands on one line.
func opening(s source.Span) source.Span {
	if !s.Known() || !strings.Contains(s.Text(), "\n") {
		return s
	}
	return s.Sub(0, 1)
}

// undocumented reports the members of a documented object that only a sample has.
func (r *reader) undocumented(c *comparison, p *place) {
	if !documented(p.object) || p.lost() || p.object == c.root && onlyData(p.object) {
		return
	}
	var names []string
	var first *ir.Field
	for _, s := range p.extra {
		f := s.f
		if s.named || f.Origin != ir.FromSample || !f.Doc.Empty() || p.object == c.root && c.outside(f.Name.Value) {
			continue
		}
		if first == nil {
			first = f
		}
		names = append(names, f.Name.Value)
	}
	if first == nil {
		return
	}
	r.diags.Add(undocumentedMember.At(first.Name.Span, listNames(names)).Also(p.documentedAt(), "这个对象在这里说明", "the object is documented here"))
}

// outside reports whether a root member is one that a table of the payload leaves out: of the wrapper, or a parameter that
// travels with each call.
func (c *comparison) outside(name string) bool {
	if c.a == alignResponse {
		return lexicon.Envelope(name) != lexicon.NoEnvelopeRole
	}
	return slices.ContainsFunc(c.ep.Params, func(f *ir.Field) bool { return f.Name.Value == name })
}

// onlyData reports whether of a root object only the payload is documented.
func onlyData(t *ir.Object) bool {
	return !slices.ContainsFunc(t.Fields, func(f *ir.Field) bool {
		return f.Origin == ir.FromTable && lexicon.Envelope(f.Name.Value) != lexicon.EnvelopeData
	})
}

// documentedAt is the name of the first documented member.
func (p *place) documentedAt() source.Span {
	for _, f := range p.object.Fields {
		if f.Origin == ir.FromTable {
			return inTable(f)
		}
	}
	return source.Span{}
}

// inTable is where a documented field's name stands in the table; its row where its name is the sample's.
func inTable(f *ir.Field) source.Span {
	if f.Name.Span.File == f.Span.File && f.Name.Span.Start >= f.Span.Start && f.Name.Span.End <= f.Span.End {
		return f.Name.Span
	}
	return f.Span
}

// maxNamed is how many names a message lists.
const maxNamed = 6

func listNames(names []string) string {
	if len(names) > maxNamed {
		return strings.Join(names[:maxNamed], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
