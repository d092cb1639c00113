package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// maxClassName is how many letters the name of a class has at most.
const maxClassName = 40

// state notes that the page calls an object in place by the name of a class: i18n_content[] in a type cell, with the members below it.
func state(t ir.Type, e *typeExpr, span source.Span) {
	for ; e != nil && e.elem != nil; e = e.elem {
		list, ok := t.(*ir.List)
		if !ok {
			return
		}
		t = list.Elem
	}
	object, ok := t.(*ir.Object)
	if !ok || !e.isClass() {
		return
	}
	if at := strings.Index(span.Text(), e.name); at >= 0 {
		span = span.Sub(at, len(e.name))
	}
	object.Class = ir.Text{Value: e.name, Span: span}
}

// isClass reports whether a spelling is the name of a class and nothing else.
func (e *typeExpr) isClass() bool {
	return e != nil && e.base == lexicon.NoBase && len(e.args) == 0 && e.guess == "" && classLike(e.name)
}

// classLike reports whether a word of a type cell is the name of a class.
func classLike(s string) bool {
	return identifier(s) && len(s) <= maxClassName && letterAt(s, 0) && !lexicon.Placeholder(s) && !strings.ContainsAny(s, "[]$@:")
}

// classes makes types of the objects in answers that pages call by the name of a class, which no section declares. The objects of
// requests stay where they are: what one request requires another may not.
func (r *reader) classes() {
	for _, e := range r.doc.Endpoints {
		for _, resp := range e.Responses {
			resp.Type = rewritten(resp.Type, r.classOf)
		}
	}
}

// classOf is a reference to the type of an object that has the name of a class, and nil for any other type.
func (r *reader) classOf(t ir.Type) ir.Type {
	object, ok := t.(*ir.Object)
	if !ok || object.Class.Empty() || len(object.Fields) == 0 || len(r.decls[lexicon.Fold(object.Class.Value)]) > 0 {
		return nil
	}
	decl := &ir.TypeDecl{Name: object.Class, Type: object, Span: object.Class.Span}
	r.inPlace[decl] = true
	r.doc.Types = append(r.doc.Types, decl)
	ref := ir.At(&ir.Ref{Name: object.Class, Target: decl}, object.Where())
	ref.Seen, object.Seen = object.Seen, nil
	return ref
}

// rewritten is a type with others in the places of those that one is made for, the inner ones first.
func rewritten(t ir.Type, make func(ir.Type) ir.Type) ir.Type {
	switch t := t.(type) {
	case *ir.List:
		t.Elem = rewritten(t.Elem, make)
	case *ir.Map:
		t.Elem = rewritten(t.Elem, make)
	case *ir.Object:
		for _, f := range t.Fields {
			f.Type = rewritten(f.Type, make)
		}
	}
	if t == nil {
		return nil
	}
	if other := make(t); other != nil {
		return other
	}
	return t
}

// yield puts objects back into their places that pages call by one name although they do not fit: the first keep it.
func (u *unifier) yield(groups []*namesakes) {
	back := map[*ir.TypeDecl]bool{}
	for _, g := range groups {
		if len(g.classes) == 1 || !u.inPlace[g.classes[0][0]] {
			continue
		}
		for _, class := range g.classes[1:] {
			for _, d := range class {
				back[d] = true
			}
		}
		g.classes = g.classes[:1]
	}
	if len(back) == 0 {
		return
	}
	object := func(t ir.Type) ir.Type {
		ref, ok := t.(*ir.Ref)
		if !ok || !back[ref.Target] {
			return nil
		}
		object := ref.Target.Type.(*ir.Object)
		object.Seen = ref.Seen
		return object
	}
	for _, e := range u.doc.Endpoints {
		for _, resp := range e.Responses {
			resp.Type = rewritten(resp.Type, object)
		}
	}
	for _, d := range u.doc.Types {
		if u.inPlace[d] {
			d.Type = rewritten(d.Type, object)
		}
	}
	u.doc.Types = slices.DeleteFunc(u.doc.Types, func(d *ir.TypeDecl) bool { return back[d] })
}
