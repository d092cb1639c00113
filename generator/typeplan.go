package generator

import (
	"strconv"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// maxDepth is how deep inline types nest before the rest is taken as raw JSON.
const maxDepth = 24

// place is where a type stands: what an inline object in it would be called, and how its values travel.
type place struct {
	name string
	part string // of what is called so: Item, Value
	// owner and member say what an inline object is.
	owner, member string
	// text says that values travel as text (a query, a form), not as JSON.
	text bool
	// files says that a file can be sent here.
	files bool
	// request says that members nobody calls required are left out when they are not set.
	request bool
	// plain says that enumerations and times get no types of their own.
	plain  bool
	depth  int
	key    string  // how Name.Key calls it
	within string  // the struct that it is a member of
	wire   ir.Text // the name on the wire of the field that it is the type of
	about  string  // what the page calls that field
}

// elementMarks are what keys have for the elements of a list and of a map.
var elementMarks = map[string]string{"Item": "[]", "Value": "{}"}

func (at place) inner(name string) place {
	at.depth++
	at.part += name
	if mark := elementMarks[name]; mark != "" {
		at.member, at.key = "element of "+at.member, at.key+mark
	}
	return at
}

// kindOf is the Go kind for values of a kind on the wire.
func kindOf(k ir.Kind) templates.Kind {
	switch k {
	case ir.String, ir.File:
		return templates.Text
	case ir.Integer:
		return templates.Integer
	case ir.Number:
		return templates.Number
	case ir.Boolean:
		return templates.Boolean
	}
	return templates.Raw
}

// typeOf is the Go type for a type.
func (p *planner) typeOf(t ir.Type, at place) *templates.Type {
	if at.depth > maxDepth {
		if t != nil && t.Where().Known() {
			p.diags.Add(tooDeep.At(t.Where()))
		}
		return at.any()
	}
	switch t := t.(type) {
	case *ir.Scalar:
		if seenComposite(t) && !at.text {
			return at.any()
		}
		if m := p.timeOf(t, at); m != nil {
			return named(&m.Named, t, at)
		}
		return p.scalarOf(t.Kind, t, at)
	case *ir.Enum:
		if seenComposite(t) && !at.text {
			return at.any()
		}
		if e := p.enumOf(t, at); e != nil {
			return named(&e.Named, t, at)
		}
		if t.Base != nil {
			return p.scalarOf(t.Base.Kind, t, at)
		}
	case *ir.List:
		elem := p.typeOf(t.Elem, at.inner("Item"))
		if at.text && at.part == "" && elem.Kind.IsScalar() {
			return &templates.Type{Kind: templates.List, Elem: elem} // each element is a parameter
		}
		return p.collection(templates.List, elem, t)
	case *ir.Map:
		at = at.inner("Value")
		at.text, at.files = false, false
		return p.collection(templates.Map, p.typeOf(t.Elem, at), t)
	case *ir.Object:
		if len(t.Fields) > 0 {
			return &templates.Type{Kind: templates.Object, Struct: p.inline(t, at), Loose: loose(t)}
		}
	case *ir.Ref:
		return p.refOf(t, at)
	}
	return at.any()
}

// named is a scalar that has a type of its own.
func named(n *templates.Named, t ir.Type, at place) *templates.Type {
	return &templates.Type{Kind: n.Kind, Named: n, Loose: loose(t) && !at.text}
}

// any is the type of values of which nothing is known.
func (at place) any() *templates.Type {
	if at.text {
		return &templates.Type{Kind: templates.Text}
	}
	return &templates.Type{Kind: templates.Raw}
}

func (p *planner) scalarOf(k ir.Kind, t ir.Type, at place) *templates.Type {
	if k == ir.File && at.files {
		return &templates.Type{Kind: templates.Stream}
	}
	kind := kindOf(k)
	if !at.text {
		kind = witnessed(kind, t)
	}
	if kind == templates.Raw {
		return at.any()
	}
	return &templates.Type{Kind: kind, Loose: loose(t) && !at.text}
}

// loose reports whether samples show another kind than the declaration.
func loose(t ir.Type) bool {
	for _, s := range t.Sightings() {
		if s.Kind != ir.Null && s.Kind != ir.KindOf(t) {
			return true
		}
	}
	return false
}

func (p *planner) refOf(t *ir.Ref, at place) *templates.Type {
	d := t.Target
	if d == nil {
		return at.any()
	}
	p.declare(d)
	if e := p.enums[d]; e != nil {
		return named(&e.Named, t, at)
	}
	if s := p.structs[d]; s != nil {
		p.define(d)
		return &templates.Type{Kind: templates.Object, Struct: s, Loose: loose(t)}
	}
	if _, again := d.Type.(*ir.Ref); again || d.Type == nil {
		return at.any()
	}
	return p.typeOf(d.Type, at.inner(""))
}

// inline makes a struct of an object that has no name on the page: it is called by its path.
func (p *planner) inline(t *ir.Object, at place) *templates.Struct {
	name := p.claimed(ObjectName, at.key, claim{name: at.name + at.part, suffix: "Model"}, t, t.Where())
	doc := "is the " + at.member + " of " + at.owner
	if where := p.opts.Places.sentence(t.Where()); where != "" {
		doc += " " + where
	} else {
		doc += "."
	}
	s := p.newStruct(name, doc)
	p.fill(s, t.Fields, place{name: name, owner: name, request: at.request, plain: at.plain, depth: at.depth, key: at.key})
	return s
}

// collection is a list or map type; elements beyond plain scalars take functions of their own to read and write.
func (p *planner) collection(kind templates.Kind, elem *templates.Type, from ir.Type) *templates.Type {
	t := &templates.Type{Kind: kind, Elem: elem, Loose: loose(from)}
	if elem.Kind == templates.Stream || kind == templates.List && elem.Kind.IsScalar() && elem.Named == nil && !elem.Loose && !t.Loose {
		return t
	}
	key := typeKey(t, p.identity, func(s *templates.Struct) string { return "*" + s.Name })
	if p.helpers[key] == nil {
		p.helpers[key] = &templates.Helper{Type: t}
		p.pkg.Lists = append(p.pkg.Lists, p.helpers[key])
	}
	t.Helper = p.helpers[key]
	return t
}

// identity is a word for a named type, which may have no name yet.
func (p *planner) identity(n *templates.Named) string {
	if p.ids[n] == 0 {
		p.ids[n] = len(p.ids) + 1
	}
	return "#" + strconv.Itoa(p.ids[n])
}

// nameHelpers names the functions for lists and maps, once all that they hold has its name.
func (p *planner) nameHelpers() {
	for _, h := range p.pkg.Lists {
		word := typeKey(h.Type, func(n *templates.Named) string { return n.Name }, func(s *templates.Struct) string { return s.Name })
		h.Name = p.names.take(claim{name: word, only: true, also: func(name string) []string {
			return []string{"decode" + name, "append" + name}
		}}, &p.diags)
	}
}

// typeKey is a word for a type, made of those for the types in it.
func typeKey(t *templates.Type, named func(*templates.Named) string, object func(*templates.Struct) string) string {
	word := ""
	switch {
	case t.Named != nil:
		word = named(t.Named)
	case t.Kind == templates.Object:
		word = object(t.Struct)
	case t.Kind == templates.List:
		word = typeKey(t.Elem, named, object) + "List"
	case t.Kind == templates.Map:
		word = typeKey(t.Elem, named, object) + "Map"
	default:
		word = [...]string{"Raw", "Text", "Integer", "Number", "Boolean"}[t.Kind]
	}
	if t.Loose {
		return "Loose" + word
	}
	return word
}
