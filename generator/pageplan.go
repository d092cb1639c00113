package generator

import (
	"cmp"
	"maps"
	"slices"

	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// shared is the page of what belongs to no single one.
const shared = ""

// ownership tells which page each part of a package belongs to. An operation belongs to its page, a type that a page declares to that
// page, and a type without a name on the pages to the page that uses it, if there is just one.
type ownership struct {
	operations map[*templates.Operation]string
	structs    map[*templates.Struct]string
	named      map[*templates.Named]string
	declared   map[any]bool // the structs and named types that have their page whoever uses them
}

// pageOf is the path of the page that a place is on.
func pageOf(spans ...source.Span) string {
	if at := spanOf(spans...); at.Known() {
		return at.File.Path
	}
	return shared
}

// own finds the owners. It goes by what is planned alone: the order of pages and of plans has no part in it.
func (p *planner) own() *ownership {
	o := &ownership{
		operations: make(map[*templates.Operation]string), structs: make(map[*templates.Struct]string),
		named: make(map[*templates.Named]string), declared: make(map[any]bool),
	}
	for _, t := range p.pkg.Times {
		declare(o, o.named, &t.Named, shared)
	}
	for _, d := range p.doc.Types {
		page := pageOf(d.Name.Span, d.Span)
		if s := p.structs[d]; s != nil {
			declare(o, o.structs, s, page)
		}
		if e := p.enums[d]; e != nil {
			declare(o, o.named, &e.Named, page)
		}
	}
	for _, s := range p.pkg.Structs {
		if o.declared[s] {
			o.reachFields(s, o.structs[s])
		}
	}
	o.reachPackage(p.pkg)
	for i, op := range p.pkg.Operations {
		e := p.doc.Endpoints[i]
		o.operations[op] = pageOf(e.Span, e.Name.Span)
		o.reachOperation(op, o.operations[op])
	}
	return o
}

// declare gives a declared type its page. One that several pages declare belongs to none of them.
func declare[T comparable](o *ownership, owners map[T]string, t T, page string) {
	if have := owners[t]; o.declared[t] && have != page {
		page = shared
	}
	owners[t], o.declared[t] = page, true
}

// reachPackage gives what the package's own declarations use to no page.
func (o *ownership) reachPackage(pkg *templates.Package) {
	for _, s := range pkg.Envelopes {
		o.reachFields(s, shared)
	}
	if pkg.Common != nil {
		for _, f := range pkg.Common.Fields {
			o.reach(f.Type, shared)
		}
	}
}

func (o *ownership) reachOperation(op *templates.Operation, page string) {
	o.reachFields(op.Request, page)
	if op.Result.Root != nil {
		o.reach(&templates.Type{Kind: templates.Object, Struct: op.Result.Root}, page)
	}
	o.reach(op.Result.Type, page)
}

func (o *ownership) reachFields(s *templates.Struct, page string) {
	for _, f := range s.Fields {
		o.reach(f.Type, page)
	}
}

// reach notes that a page uses a type.
func (o *ownership) reach(t *templates.Type, page string) {
	switch {
	case t == nil:
	case t.Named != nil:
		use(o, o.named, t.Named, page)
	case t.Struct != nil:
		if fresh, page := use(o, o.structs, t.Struct, page); fresh {
			o.reachFields(t.Struct, page)
		}
	default:
		o.reach(t.Elem, page)
	}
}

// use tells whose a type is that a page uses, and whether that is news.
func use[T comparable](o *ownership, owners map[T]string, t T, page string) (fresh bool, owner string) {
	have, used := owners[t]
	if o.declared[t] || used && (have == page || have == shared) {
		return false, have
	}
	if used {
		page = shared
	}
	owners[t] = page
	return true, page
}

// ofHelper is the page of a list or map: that of what is in it.
func (o *ownership) ofHelper(h *templates.Helper) string {
	t := h.Type
	for t.Elem != nil {
		t = t.Elem
	}
	switch {
	case t.Named != nil:
		return o.named[t.Named]
	case t.Struct != nil:
		return o.structs[t.Struct]
	}
	return shared
}

// sharedPart is what belongs to no single page.
func (p *planner) sharedPart() *templates.Part {
	o := p.owners
	return &templates.Part{
		Operations: kept(p.pkg.Operations, func(op *templates.Operation) bool { return o.operations[op] == shared }),
		Envelopes:  p.pkg.Envelopes,
		Structs:    kept(p.pkg.Structs, func(s *templates.Struct) bool { return o.structs[s] == shared }),
		Enums:      kept(p.pkg.Enums, func(e *templates.Enum) bool { return o.named[&e.Named] == shared }),
		Lists:      kept(p.pkg.Lists, func(h *templates.Helper) bool { return o.ofHelper(h) == shared }),
	}
}

func kept[T any](list []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(t T) bool { return !keep(t) })
}

// page is what a page comes to.
type page struct {
	path string
	stem string // what its files are called
	templates.Page
	seen  map[any]bool    // the types that stand in a section
	needs map[string]bool // the pages that have other types which it uses
	owner *ownership
	enums map[*templates.Named]*templates.Enum
}

// pages are the pages by the names of their files, each with its operations in their order, and with its types where they are first used. Nothing in a page
// depends on what the others are. What belongs to no page makes one too, which comes on its own: not to be printed, but for what it needs.
func (p *planner) pages() (shares *page, all []*page) {
	byPath, enums := make(map[string]*page), make(map[*templates.Named]*templates.Enum)
	for _, e := range p.pkg.Enums {
		enums[&e.Named] = e
	}
	at := func(path string) *page {
		if byPath[path] == nil {
			byPath[path] = &page{path: path, seen: make(map[any]bool), needs: make(map[string]bool), owner: p.owners, enums: enums}
		}
		return byPath[path]
	}
	for _, op := range p.pkg.Operations {
		at(p.owners.operations[op]).addOperation(op)
	}
	for _, d := range p.doc.Types {
		if s := p.structs[d]; s != nil {
			at(p.owners.structs[s]).addType(&templates.Type{Kind: templates.Object, Struct: s})
		}
		if e := p.enums[d]; e != nil {
			at(p.owners.named[&e.Named]).addType(&templates.Type{Kind: e.Kind, Named: &e.Named})
		}
	}
	for _, h := range p.pkg.Lists {
		of := at(p.owners.ofHelper(h))
		of.Lists = append(of.Lists, h)
	}
	shares = at(shared)
	for _, s := range slices.Concat(p.pkg.Envelopes, kept(p.pkg.Structs, func(s *templates.Struct) bool { return p.owners.structs[s] == shared })) {
		shares.addType(&templates.Type{Kind: templates.Object, Struct: s})
		shares.addFields(&templates.Section{}, s)
	}
	delete(byPath, shared)
	names := stems(slices.Collect(maps.Keys(byPath)), p.namer)
	for path, of := range byPath {
		of.stem = names[path]
		slices.SortFunc(of.Lists, func(a, b *templates.Helper) int { return cmp.Compare(a.Name, b.Name) })
		all = append(all, of)
	}
	slices.SortFunc(all, func(a, b *page) int { return cmp.Compare(a.stem, b.stem) })
	return shares, all
}

// addOperation makes a section of an operation and of those of its types that no other has brought.
func (p *page) addOperation(op *templates.Operation) {
	s := templates.Section{Operation: op}
	p.addFields(&s, op.Request)
	if root := op.Result.Root; root != nil && root.Hidden {
		p.addFields(&s, root)
	} else if root != nil {
		p.add(&s, &templates.Type{Kind: templates.Object, Struct: root})
	}
	p.add(&s, op.Result.Type)
	p.Sections = append(p.Sections, s)
}

// addType adds a declared type that no operation of the page uses to the last section, which is that of such types.
func (p *page) addType(t *templates.Type) {
	if n := len(p.Sections); n == 0 || p.Sections[n-1].Operation != nil {
		p.Sections = append(p.Sections, templates.Section{})
	}
	p.add(&p.Sections[len(p.Sections)-1], t)
}

func (p *page) addFields(s *templates.Section, of *templates.Struct) {
	for _, f := range of.Fields {
		p.add(s, f.Type)
	}
}

// add adds a type of the page and the types in it, the outer before the inner.
func (p *page) add(s *templates.Section, t *templates.Type) {
	switch {
	case t == nil:
	case t.Named != nil:
		if e := p.enums[t.Named]; e != nil && p.isNew(e, p.owner.named[t.Named]) {
			s.Enums = append(s.Enums, e)
		}
	case t.Struct != nil:
		if p.isNew(t.Struct, p.owner.structs[t.Struct]) {
			s.Structs = append(s.Structs, t.Struct)
			p.addFields(s, t.Struct)
		}
	default:
		p.add(s, t.Elem)
	}
}

// isNew reports whether a type is the page's and was not seen before. One that is another page's is noted.
func (p *page) isNew(t any, owner string) bool {
	if owner != p.path {
		if owner != shared {
			p.needs[owner] = true
		}
		return false
	}
	before := p.seen[t]
	p.seen[t] = true
	return !before
}

// operations are those of the page, in their order.
func (p *page) operations() []*templates.Operation {
	var ops []*templates.Operation
	for _, s := range p.Sections {
		if s.Operation != nil {
			ops = append(ops, s.Operation)
		}
	}
	return ops
}
