package parser

import (
	"iter"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// refIn is the reference that a type is, or that it is a list of.
func refIn(t ir.Type) *ir.Ref {
	switch t := t.(type) {
	case *ir.Ref:
		return t
	case *ir.List:
		return refIn(t.Elem)
	}
	return nil
}

// referred looks for the section that a field without members means: by the type's name, by a mention in the description, by
// the schema column, by a section titled after the field.
func (r *reader) referred(e *typeExpr, n *node, d *draft, path string, span source.Span) ir.Type {
	list := e != nil && e.base == lexicon.ArrayBase
	wrap := func(t ir.Type) ir.Type {
		if list {
			return ir.At(&ir.List{Elem: t}, span)
		}
		return t
	}
	if e != nil && e.base == lexicon.NoBase {
		return nil // fromExpr looks the name up
	}
	if w := n.row; w != nil {
		if w.ref != nil {
			if ref := r.reference(w.ref.name, d, e != nil); ref != nil {
				return wrap(ref)
			}
		}
		if w.schema.known() && w.schema.base == lexicon.NoBase {
			if dec := r.lookup(w.schema.name, d); dec != nil {
				return wrap(r.refTo(dec, ir.Text{Value: w.schema.name, Span: w.schema.span}))
			}
		}
	}
	if sub := r.sectionOf(path, d); sub != nil {
		sub.used, sub.building = true, true
		object := ir.At(&ir.Object{Fields: r.fields(r.nest(sub.rows), d, path)}, sub.name.Span)
		sub.building = false
		return wrap(object)
	}
	return nil
}

// sectionOf finds the endpoint's own section that is titled after a field: by its last name or by its whole path.
func (r *reader) sectionOf(path string, d *draft) *decl {
	if d == nil {
		return nil
	}
	found, at := (*decl)(nil), len(d.subs)
	for title := range endsOfPath(strings.ToLower(path)) {
		for _, i := range d.titled(title) {
			if i >= at && len(title) < len(path) {
				break
			}
			if d.subs[i].building {
				continue
			}
			if len(title) == len(path) {
				return d.subs[i]
			}
			found, at = d.subs[i], i
			break
		}
	}
	return found
}

// endsOfPath are a path and what is left of it when names are taken off its start, down to the last name.
func endsOfPath(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for yield(path) {
			dot := strings.IndexByte(path, '.')
			if dot < 0 {
				return
			}
			path = path[dot+1:]
		}
	}
}

// titled are the endpoint's own sections with a title, letter case and the marks of lists aside, by their places.
func (d *draft) titled(title string) []int {
	if d.byTitle == nil {
		d.byTitle = map[string][]int{}
	}
	for ; d.indexed < len(d.subs); d.indexed++ {
		name := strings.ToLower(titlePath(d.subs[d.indexed].name.Value))
		d.byTitle[name] = append(d.byTitle[name], d.indexed)
	}
	return d.byTitle[title]
}

// fromExpr makes the type that a cell spells.
func (r *reader) fromExpr(e *typeExpr, d *draft, span source.Span) ir.Type {
	if e == nil {
		return ir.At(&ir.Scalar{Kind: ir.Any}, span)
	}
	if arg := r.argument(e); arg != nil {
		outer := r.args
		r.args = nil
		defer func() { r.args = outer }()
		return r.fromExpr(arg, d, r.argsAt)
	}
	if dec := r.lookup(e.word, d); e.word != "" && dec != nil && dec.name.Value == e.word {
		return r.refTo(dec, ir.Text{Value: e.word, Span: span}) // a section called File is meant, not a file
	}
	switch e.base {
	case lexicon.ArrayBase:
		return ir.At(&ir.List{Elem: r.fromExpr(e.elem, d, span)}, span)
	case lexicon.MapBase:
		return ir.At(&ir.Map{Elem: r.fromExpr(e.elem, d, span)}, span)
	case lexicon.ObjectBase:
		return ir.At(&ir.Object{Open: true}, span)
	case lexicon.NoBase:
		return r.named(e, d, span)
	}
	s := ir.At(&ir.Scalar{Kind: scalarKinds[e.base], Bits: e.bits, Format: e.format}, span)
	if e.also != nil {
		s.See(ir.KindOf(r.fromExpr(e.also, d, span)), span)
	}
	return s
}

// named looks up a type by its name; generics by their whole name first, then by their argument.
func (r *reader) named(e *typeExpr, d *draft, span source.Span) ir.Type {
	text := ir.Text{Value: e.name, Span: span}
	if dec := r.lookup(e.name, d); dec != nil {
		return r.refTo(dec, text)
	}
	if list := r.listNamed(e.name, d); list != nil {
		return list.scalar(span)
	}
	if w, ok := r.lex.Type(e.guess); ok && e.guess != "" {
		r.diags.Add(misspeltType.At(span, e.name, e.guess))
		return r.fromExpr(word(w), d, span)
	}
	if dec := r.lookup(e.head, d); dec != nil && e.head != "" && !dec.building {
		return r.instance(dec, e, d, span)
	}
	if near := r.listNear(e.name); near != "" {
		if list := r.listNamed(near, d); list != nil {
			r.diags.Add(list.healed(text, near))
			return list.scalar(span)
		}
	}
	if dec := r.lookupNear(e.name, d); dec != nil {
		r.diags.Add(misspeltReference.At(span, e.name, dec.name.Value).Also(dec.name.Span, "可能指这里", "this is probably meant").Replace(span, dec.name.Value))
		return r.refTo(dec, text)
	}
	object := ir.At(&ir.Object{Open: true}, span)
	r.unknown[object] = unknownType.At(span, e.name)
	r.diags.Add(r.unknown[object])
	state(object, e, span)
	return object
}

// instance makes the type of a generic section for its arguments: Page<User> from the section Page, whose members speak of T.
func (r *reader) instance(dec *decl, e *typeExpr, d *draft, span source.Span) ir.Type {
	outer, outerAt := r.args, r.argsAt
	r.args, r.argsAt = e.args, span
	dec.used, dec.building = true, true
	object := ir.At(&ir.Object{Fields: r.fields(r.nest(dec.rows), d, e.name)}, span)
	dec.building = false
	r.args, r.argsAt = outer, outerAt
	return object
}

// typeParams are the names by which generic sections call their arguments, by position.
var typeParams = [...]string{"T", "E", "K", "V"}

// argument is what a type parameter stands for within an instance; nil outside of one.
func (r *reader) argument(e *typeExpr) *typeExpr {
	if len(r.args) == 0 {
		return nil
	}
	name := e.name + e.word
	for i, p := range typeParams {
		if name == p {
			return r.args[min(i, len(r.args)-1)]
		}
	}
	return nil
}

// reference is a mention in a description, healed when it is misspelt. A mention that leads nowhere is reported only where the
// field needs it.
func (r *reader) reference(name ir.Text, d *draft, needed bool) ir.Type {
	if dec := r.lookup(name.Value, d); dec != nil {
		return r.refTo(dec, name)
	}
	if dec := r.lookupNear(name.Value, d); dec != nil {
		r.diags.Add(misspeltReference.At(name.Span, name.Value, dec.name.Value).Also(dec.name.Span, "可能指这里", "this is probably meant").Replace(name.Span, dec.name.Value))
		return r.refTo(dec, name)
	}
	if needed && r.listNamed(name.Value, d) == nil {
		r.diags.Add(unknownReference.At(name.Span, name.Value))
	}
	return nil
}

// lookup finds the section that declares a name: the endpoint's own first, then the page's, then that of the page that is first by
// its path, whichever was given first.
func (r *reader) lookup(name string, d *draft) *decl {
	var found *decl
	for _, c := range r.decls[lexicon.Fold(name)] {
		switch {
		case d != nil && c.owner == d:
			return c
		case found == nil || c.nearer(found, d):
			found = c
		}
	}
	return found
}

// nearer reports whether a section is meant rather than another of the name, which is none of the endpoint's own.
func (c *decl) nearer(other *decl, d *draft) bool {
	mine, others := c.owner.page, other.owner.page
	if d != nil && (mine == d.page) != (others == d.page) {
		return mine == d.page
	}
	return mine != others && mine.file.Path < others.file.Path
}

// lookupNear finds the section whose name a word most likely misspells.
func (r *reader) lookupNear(name string, d *draft) *decl {
	if r.sections == nil {
		r.sections = newSpeller(nil)
	}
	for _, c := range r.order[r.sections.words:] {
		r.sections.add(c.name.Value)
	}
	if near := r.sections.nearest(name); near != "" {
		return r.lookup(near, d)
	}
	return nil
}

// refTo makes a reference to a section, whose type is built once.
func (r *reader) refTo(dec *decl, name ir.Text) ir.Type {
	dec.used = true
	if dec.made == nil {
		dec.made = &ir.TypeDecl{Name: dec.name, Doc: dec.doc, Span: dec.name.Span}
		object := ir.At(&ir.Object{}, dec.name.Span)
		dec.made.Type = object
		dec.building = true
		object.Fields = r.fields(r.nest(dec.rows), dec.owner, dec.name.Value)
		dec.building = false
		r.doc.Types = append(r.doc.Types, dec.made)
	} else if dec.building {
		dec.made.Recursive = true
	}
	return ir.At(&ir.Ref{Name: name, Target: dec.made}, name.Span)
}
