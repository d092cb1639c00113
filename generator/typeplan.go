package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// maxDepth is how deep inline types nest before the rest is taken as raw JSON.
const maxDepth = 24

// place is where a type stands: what an inline object in it would be called, and how its values travel.
type place struct {
	name string
	// owner and member say what an inline object is.
	owner, member string
	// text says that values travel as text (a query, a form), not as JSON.
	text bool
	// files says that a file can be sent here.
	files bool
	// request says that members nobody calls required are left out when they are not set.
	request bool
	depth   int
}

func (at place) inner(name string) place {
	at.name += name
	at.depth++
	if name == "Item" || name == "Value" {
		at.member = "element of " + at.member
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
		return p.scalarOf(t.Kind, t, at)
	case *ir.Enum:
		if t.Base != nil {
			return p.scalarOf(t.Base.Kind, t, at)
		}
	case *ir.List:
		return p.collection(templates.List, p.typeOf(t.Elem, at.inner("Item")), t)
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
		return &templates.Type{Kind: e.Kind, Enum: e, Loose: loose(t) && !at.text}
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
	name := p.names.take(claim{name: at.name, suffix: "Model"}, &p.diags)
	doc := "is the " + at.member + " of " + at.owner
	if where := sentence(t.Where()); where != "" {
		doc += " " + where
	} else {
		doc += "."
	}
	s := p.newStruct(name, doc)
	p.fill(s, t.Fields, place{name: name, owner: name, request: at.request, depth: at.depth})
	return s
}

// collection is a list or map type; elements beyond plain scalars take functions of their own to read and write.
func (p *planner) collection(kind templates.Kind, elem *templates.Type, from ir.Type) *templates.Type {
	t := &templates.Type{Kind: kind, Elem: elem, Loose: loose(from) && kind == templates.List}
	if elem.Kind == templates.Stream || kind == templates.List && elem.Kind.IsScalar() && elem.Enum == nil && !elem.Loose && !t.Loose {
		return t
	}
	key := typeKey(t)
	if p.helpers[key] == nil {
		h := &templates.Helper{Type: t}
		h.Name = p.names.take(claim{name: key, also: func(name string) []string {
			return []string{"decode" + name, "append" + name}
		}}, &p.diags)
		p.helpers[key] = h
		p.pkg.Lists = append(p.pkg.Lists, h)
	}
	t.Helper = p.helpers[key]
	return t
}

// typeKey is a word for a type, the same for equal types alone.
func typeKey(t *templates.Type) string {
	word := ""
	switch {
	case t.Enum != nil:
		word = t.Enum.Name
	case t.Kind == templates.Object:
		word = t.Struct.Name
	case t.Kind == templates.List:
		word = typeKey(t.Elem) + "List"
	case t.Kind == templates.Map:
		word = typeKey(t.Elem) + "Map"
	default:
		word = [...]string{"Raw", "Text", "Integer", "Number", "Boolean"}[t.Kind]
	}
	if t.Loose {
		return "Loose" + word
	}
	return word
}

// newEnum makes a named type with its values.
func (p *planner) newEnum(d *ir.TypeDecl, t *ir.Enum) *templates.Enum {
	e := &templates.Enum{Name: p.typeName(d.Name), Doc: typeDoc(d), Kind: kindOf(t.Base.Kind), Open: t.Open}
	seen := make(map[string]bool)
	for _, v := range t.Values {
		literal, ok := literalOf(e.Kind, v.Value.Value)
		if !ok || seen[literal] {
			continue
		}
		seen[literal] = true
		word := strings.TrimPrefix(goname.Exported(v.Value.Value), "X")
		if e.Kind != templates.Text && strings.HasPrefix(literal, "-") {
			word = "Minus" + word
		}
		e.Values = append(e.Values, templates.EnumValue{
			Const:   p.names.take(claim{name: e.Name + word, suffix: "Value", text: clean(v.Value.Value), span: v.Value.Span}, &p.diags),
			Literal: literal, Comment: sentence(v.Value.Span, v.Label),
		})
	}
	p.pkg.Enums = append(p.pkg.Enums, e)
	return e
}
