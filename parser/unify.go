package parser

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// unify makes one type of those of a name that fit: several pages make one API, and repeat its tables. Exact copies are one
// silently, others that fit with a note, and those that do not fit stay two, with a message. Then endpoints that are copies of
// another page's are left out.
//
// Types that refer to each other are one if they are where all that they refer to is, and this may be themselves: so all types
// of a name are one to begin with, and are taken apart until nothing tells them apart any more.
func (r *reader) unify() {
	u := &unifier{reader: r, class: make(map[*ir.TypeDecl]int)}
	groups := u.group()
	for changed := true; changed; {
		changed = false
		for _, g := range groups {
			changed = u.split(g) || changed
		}
	}
	u.yield(groups)
	u.report(groups)
	u.ambiguous(groups)
	u.merge(groups)
	r.dropCopies(u.class)
}

type unifier struct {
	*reader
	class map[*ir.TypeDecl]int // from 1
	last  int
	told  map[string]*source.Diagnostic // that types of a name differ, by the folded name
}

// namesakes are the types of one name, in classes of those that fit, each in the order of places.
type namesakes struct {
	name    string
	classes [][]*ir.TypeDecl
}

// byPlace orders by page, and not by which was given first: the first of two that fit is the one that stays.
func byPlace(a, b source.Span) int {
	path := func(s source.Span) string {
		if s.File == nil {
			return ""
		}
		return s.File.Path
	}
	return cmp.Or(cmp.Compare(path(a), path(b)), cmp.Compare(a.Start, b.Start))
}

// group takes all types of a name for one.
func (u *unifier) group() []*namesakes {
	var groups []*namesakes
	byName, class := make(map[string]*namesakes), make(map[*namesakes]int)
	types := slices.Clone(u.doc.Types)
	slices.SortStableFunc(types, func(a, b *ir.TypeDecl) int { return byPlace(a.Span, b.Span) })
	for _, d := range types {
		name := lexicon.Fold(d.Name.Value)
		g := byName[name]
		if g == nil {
			g = &namesakes{name: name, classes: make([][]*ir.TypeDecl, 1)}
			byName[name] = g
			groups = append(groups, g)
			u.last++
			class[g] = u.last
		}
		g.classes[0] = append(g.classes[0], d)
		u.class[d] = class[g]
	}
	return groups
}

// split takes apart what does not fit, and reports whether there was such.
func (u *unifier) split(g *namesakes) bool {
	var classes [][]*ir.TypeDecl
	for _, class := range g.classes {
		classes = append(classes, u.parts(class)...)
	}
	if len(classes) == len(g.classes) {
		return false
	}
	g.classes = classes
	for _, class := range classes {
		u.last++
		for _, d := range class {
			u.class[d] = u.last
		}
	}
	return true
}

// parts are the pieces of a class in which all fit. Copies of what a piece has need not be compared with the rest of it.
func (u *unifier) parts(class []*ir.TypeDecl) [][]*ir.TypeDecl {
	var parts, models [][]*ir.TypeDecl
next:
	for _, d := range class {
		for i := range parts {
			fits, copied := u.fitsAll(models[i], d)
			if !fits {
				continue
			}
			parts[i] = append(parts[i], d)
			if !copied {
				models[i] = append(models[i], d)
			}
			continue next
		}
		parts, models = append(parts, []*ir.TypeDecl{d}), append(models, []*ir.TypeDecl{d})
	}
	return parts
}

func (u *unifier) fitsAll(models []*ir.TypeDecl, d *ir.TypeDecl) (fits, copied bool) {
	for _, m := range models {
		l, ok := u.compare(m, d)
		if !ok {
			return false, false
		}
		if l.exact() {
			return true, true
		}
	}
	return true, false
}

func (u *unifier) compare(a, b *ir.TypeDecl) (*likeness, bool) {
	l := &likeness{class: u.class}
	return l, l.types(a.Type, b.Type, nil)
}

// report tells of types that differ, and of those that are made one.
func (u *unifier) report(groups []*namesakes) {
	u.told = make(map[string]*source.Diagnostic)
	var waiting []*namesakes
	for _, g := range groups {
		for _, class := range g.classes {
			if !u.inPlace[class[0]] {
				u.reportMerged(class)
			}
			for _, d := range class {
				d.Rival = len(g.classes) > 1
			}
		}
		if !u.reportApart(g, false) {
			waiting = append(waiting, g)
		}
	}
	for len(waiting) > 0 {
		left := slices.DeleteFunc(slices.Clone(waiting), func(g *namesakes) bool { return u.reportApart(g, false) })
		if len(left) == len(waiting) {
			u.reportApart(left[0], true)
			left = left[1:]
		}
		waiting = left
	}
}

// reportApart tells what keeps the classes of a name apart. Where it is only that they refer to types which are apart, this belongs
// to what is said of those; false if nothing is said yet.
func (u *unifier) reportApart(g *namesakes, anyway bool) bool {
	for _, class := range g.classes[1:] {
		first, other := g.classes[0][0], class[0]
		l := &likeness{class: u.class, trust: func(string) bool { return true }}
		if !l.types(first.Type, other.Type, nil) || anyway {
			u.told[g.name] = differing(l, first, other)
			u.diags.Add(u.told[g.name])
			continue
		}
		l = &likeness{class: u.class, trust: func(name string) bool { return name == g.name }}
		l.types(first.Type, other.Type, nil)
		if l.because == nil || u.told[lexicon.Fold(l.because.Name.Value)] == nil {
			return false
		}
		d := u.told[lexicon.Fold(l.because.Name.Value)]
		u.told[g.name] = d.Also(other.Span, "因此这里也是另一个类型", "so this is another type as well")
	}
	return true
}

// differing tells what keeps two types apart.
func differing(l *likeness, first, other *ir.TypeDecl) *source.Diagnostic {
	switch {
	case l.a != nil && l.b != nil:
		return sharedTypeDiffers.At(memberSpan(l.b), other.Name.Value, l.b.Name.Value).Also(memberSpan(l.a), "另一处", "the other place")
	case l.a != nil || l.b != nil:
		f := cmp.Or(l.b, l.a)
		d := sharedTypeUnrelated.At(other.Name.Span, other.Name.Value).Also(first.Name.Span, "另一处", "the other place")
		return d.Also(memberSpan(f), "只有一处有", "only one of them has this")
	}
	return sharedTypeUnrelated.At(other.Name.Span, other.Name.Value).Also(first.Name.Span, "另一处", "the other place")
}

func memberSpan(f *ir.Field) source.Span {
	if f.Name.Span.Known() {
		return f.Name.Span
	}
	return f.Span
}

// reportMerged tells in what the types of a class differ that is made one, once for each way in which they do.
func (u *unifier) reportMerged(class []*ir.TypeDecl) {
	told := make(map[string]bool)
	for _, d := range class[1:] {
		l, _ := u.compare(class[0], d)
		what := strings.Join(slices.DeleteFunc(l.differences, func(s string) bool { return s == "" }), ", ")
		if l.exact() || told[what] {
			continue
		}
		told[what] = true
		u.diags.Add(sharedTypeMerged.At(d.Name.Span, d.Name.Value, cmp.Or(what, d.Name.Value)).Also(class[0].Name.Span, "另一处", "the other place"))
	}
}

// ambiguous tells of references to a type that several other pages declare, each in its own way: once for a page and name.
func (u *unifier) ambiguous(groups []*namesakes) {
	rivals := make(map[*ir.TypeDecl]*ir.TypeDecl)
	for _, g := range groups {
		for i, class := range g.classes {
			for _, d := range class {
				if len(g.classes) > 1 {
					rivals[d] = g.classes[(i+1)%len(g.classes)][0]
				}
			}
		}
	}
	if len(rivals) == 0 {
		return
	}
	type mention struct {
		page   *source.File
		target *ir.TypeDecl
	}
	told := make(map[mention]bool)
	ir.Walk(u.doc, func(n ir.Node) {
		ref, ok := n.Of.(*ir.Ref)
		if !ok || n.Part != "" || rivals[ref.Target] == nil || ref.Where().File == ref.Target.Span.File {
			return
		}
		if m := (mention{ref.Where().File, ref.Target}); !told[m] {
			told[m] = true
			u.diags.Add(sharedTypeAmbiguous.At(ref.Where(), ref.Name.Value).
				Also(ref.Target.Name.Span, "采用这一处", "this one is taken").Also(rivals[ref.Target].Name.Span, "另一处", "the other place"))
		}
	})
}

// merge makes one type of each class, the first.
func (u *unifier) merge(groups []*namesakes) {
	m := &merger{fields: make(map[*ir.Field]*ir.Field)}
	into := make(map[*ir.TypeDecl]*ir.TypeDecl)
	for _, g := range groups {
		for _, class := range g.classes {
			for _, d := range class[1:] {
				into[d] = class[0]
				m.decl(class[0], d)
			}
		}
	}
	if len(into) == 0 {
		return
	}
	ir.Walk(u.doc, func(n ir.Node) {
		if ref, ok := n.Of.(*ir.Ref); ok && into[ref.Target] != nil {
			ref.Target = into[ref.Target]
		}
	})
	for _, e := range u.doc.Endpoints {
		for _, resp := range e.Responses {
			m.envelope(resp.Envelope)
		}
	}
	u.doc.Types = slices.DeleteFunc(u.doc.Types, func(d *ir.TypeDecl) bool { return into[d] != nil })
}

// envelope lets an envelope have the members that are left.
func (m *merger) envelope(e *ir.Envelope) {
	if e == nil {
		return
	}
	for _, f := range []**ir.Field{&e.Head, &e.Code, &e.Message, &e.Data, &e.Passed} {
		*f = cmp.Or(m.fields[*f], *f)
	}
	for i, f := range e.Rest {
		e.Rest[i] = cmp.Or(m.fields[f], f)
	}
}

// dropCopies leaves out endpoints that another page has just so, with one message for each page of such.
func (r *reader) dropCopies(class map[*ir.TypeDecl]int) {
	first := make(map[string]*ir.Endpoint)
	copies := make(map[*ir.Endpoint]bool)
	told := make(map[[2]*source.File]*copiedPage)
	var order []*copiedPage
	sorted := slices.Clone(r.doc.Endpoints)
	slices.SortStableFunc(sorted, func(a, b *ir.Endpoint) int { return byPlace(a.Span, b.Span) })
	for _, e := range sorted {
		route := strings.Join([]string{e.Method.Value, e.Path.Value, e.Action.Value}, " ")
		other := first[route]
		if other == nil || e.Path.Empty() {
			first[route] = e
			continue
		}
		if other.Span.File == e.Span.File || !sameCall(class, other, e) {
			continue
		}
		copies[e] = true
		key := [2]*source.File{other.Span.File, e.Span.File}
		if told[key] == nil {
			told[key] = &copiedPage{e: e, other: other}
			order = append(order, told[key])
		}
		told[key].count++
	}
	for _, c := range order {
		r.diags.Add(c.diagnostic())
	}
	r.doc.Endpoints = slices.DeleteFunc(r.doc.Endpoints, func(e *ir.Endpoint) bool { return copies[e] })
}

// copiedPage is a page with endpoints that another has too: the first of them, and how many.
type copiedPage struct {
	e, other *ir.Endpoint
	count    int
}

func (c *copiedPage) diagnostic() *source.Diagnostic {
	return endpointCopied.At(endpointSpan(c.e), c.count).Also(endpointSpan(c.other), "先有的一处", "the one that is read")
}

func endpointSpan(e *ir.Endpoint) source.Span {
	for _, s := range []source.Span{e.Title.Span, e.Path.Span, e.Name.Span} {
		if s.Known() {
			return s
		}
	}
	return e.Span
}

// sameCall reports whether two endpoints of a route are called and answer alike.
func sameCall(class map[*ir.TypeDecl]int, a, b *ir.Endpoint) bool {
	l := &likeness{class: class}
	if len(a.Params) != len(b.Params) || (a.Body == nil) != (b.Body == nil) || len(a.Responses) != len(b.Responses) || !l.members(a.Params, b.Params) {
		return false
	}
	if a.Body != nil && (a.Body.Media != b.Body.Media || !l.optional(a.Body.Type, b.Body.Type)) {
		return false
	}
	for i, resp := range a.Responses {
		if resp.Media != b.Responses[i].Media || !l.optional(resp.Type, b.Responses[i].Type) {
			return false
		}
	}
	codes := func(e *ir.Endpoint) (out []string) {
		for _, c := range e.Errors {
			out = append(out, c.Value.Value)
		}
		slices.Sort(out)
		return out
	}
	return l.exact() && slices.Equal(codes(a), codes(b))
}

// optional is types for what may be unknown.
func (l *likeness) optional(a, b ir.Type) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return l.types(a, b, nil)
}
