package parser

import (
	"cmp"
	"maps"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// response builds what an endpoint answers: from its tables, placed in the sample's structure, completed by the sample.
func (r *reader) response(d *draft) {
	main, rest := r.responseTables(d)
	for _, f := range rest {
		d.subs = append(d.subs, f.decl)
	}
	values := valuesOf(responseSamples(d))
	root := &node{}
	for _, f := range main {
		tree := r.nest(f.rows)
		r.healParents(tree, values)
		switch {
		case len(values) == 0:
			for _, k := range tree.kids {
				root.add(k)
			}
			root.lists = max(root.lists, tree.lists)
		case !r.titledFor(tree, d, values):
			r.settle(root, tree, values)
		}
	}
	r.settleSubs(root, d, values)
	if d.returns != ir.MediaJSON {
		r.streamed(d)
		return
	}
	resp := &ir.Response{}
	t := r.responseType(root, d, values, resp)
	t = r.framed(r.wrap(t, d, values), d)
	if t != nil {
		resp.Type, resp.Span = t, t.Where()
		d.ep.Responses = append(d.ep.Responses, resp)
		r.envelope(d, resp, values)
	}
	r.otherAnswers(d)
	if t != nil {
		resp.Status = cmp.Or(resp.Status, d.shownStatus())
	}
}

// streamed makes the response of an endpoint that sends a file or text.
func (r *reader) streamed(d *draft) {
	kind := ir.File
	if d.returns == ir.MediaText {
		kind = ir.String
	}
	t := ir.At(&ir.Scalar{Kind: kind}, d.ep.Name.Span)
	d.ep.Responses = append(d.ep.Responses, &ir.Response{Media: d.returns, Type: t, Span: d.ep.Name.Span})
}

// success is the answer to a call that went well, as far as a status table or a label names its type.
func (d *draft) success() *answer {
	for _, a := range d.answers {
		if (a.status.Empty() || a.status.Value[0] == '2') && a.typ.known() {
			return a
		}
	}
	return nil
}

// otherAnswers keeps the statuses of failures, with their types where the page gives them.
func (r *reader) otherAnswers(d *draft) {
	for _, f := range d.fields {
		if f.failure() {
			object := ir.At(&ir.Object{Fields: r.fields(r.nest(f.rows), d, "")}, f.rows[0].span)
			d.ep.Responses = append(d.ep.Responses, &ir.Response{Status: f.status, Type: object, Span: object.Where()})
		}
	}
	for _, a := range d.answers {
		if a.status.Empty() || a.status.Value[0] == '2' && len(d.ep.Responses) > 0 {
			if a.status.Value != "" && d.ep.Responses[0].Status.Empty() {
				d.ep.Responses[0].Status, d.ep.Responses[0].Doc = a.status, a.doc
			}
			continue
		}
		resp := &ir.Response{Status: a.status, Doc: a.doc, Span: a.span}
		if a.typ.known() {
			resp.Type = r.fromExpr(a.typ, d, a.declared.Span)
		}
		d.ep.Responses = append(d.ep.Responses, resp)
	}
}

// framed adds the members that the page says all its responses have.
func (r *reader) framed(t ir.Type, d *draft) ir.Type {
	frame := d.page.frame
	if frame == nil {
		return t
	}
	fields := r.fields(r.nest(frame.rows), d, "")
	object, ok := t.(*ir.Object)
	switch {
	case t == nil:
		return ir.At(&ir.Object{Fields: fields}, frame.rows[0].span)
	case !ok:
		for _, f := range fields {
			if lexicon.Envelope(f.Name.Value) == lexicon.EnvelopeData {
				f.Type = t
				return ir.At(&ir.Object{Fields: fields}, frame.rows[0].span)
			}
		}
		return t
	}
	for _, f := range fields {
		if have := object.Field(f.Name.Value); have == nil {
			object.Fields = append(object.Fields, f)
		} else if have.Origin != ir.FromTable {
			have.Doc, have.Presence, have.Declared, have.Origin, have.Span, have.Label = f.Doc, f.Presence, f.Declared, ir.FromTable, f.Span, f.Label
			if k, ok := f.Type.(*ir.Scalar); ok && k.Kind != ir.Any {
				have.Type = f.Type
			}
		}
	}
	return object
}

func (r *reader) responseType(root *node, d *draft, values []*ir.JSON, resp *ir.Response) ir.Type {
	var t ir.Type
	if a := d.success(); a != nil && len(root.kids) == 0 {
		t = r.fromExpr(a.typ, d, a.declared.Span)
		resp.Status, resp.Doc = a.status, a.doc
	}
	if len(root.kids) > 0 {
		span := root.kids[0].name.Span
		t = ir.At(&ir.Object{Fields: r.fields(root, d, "")}, span)
		for range root.lists {
			t = ir.At(&ir.List{Elem: t}, span)
		}
	}
	switch {
	case t == nil && len(values) > 0:
		return r.fromJSON(values, alignResponse)
	case t != nil && len(values) > 0:
		return r.compare(t, values, d.ep, alignResponse)
	}
	return t
}

// failure reports whether a table stands under the status of a failure.
func (f *fieldSection) failure() bool {
	return f.role == roleResponse && f.status.Value != "" && f.status.Value[0] >= '4'
}

// wrap puts the wrapper that the page states for all its responses around one that is documented without.
func (r *reader) wrap(t ir.Type, d *draft, values []*ir.JSON) ir.Type {
	env := d.page.envelope
	if env == nil {
		return t
	}
	names := envelopeRoles(env)
	for _, v := range values {
		if v.Get(names.code) != nil {
			return t
		}
	}
	for _, f := range ir.Fields(t) {
		if f.Name.Value == names.code || f.Name.Value == names.data {
			return t
		}
	}
	object := r.fromJSON([]*ir.JSON{env}, alignResponse).(*ir.Object)
	if data := object.Field(names.data); t != nil {
		data.Type = t
	} else {
		data.Type = ir.At(&ir.Scalar{Kind: ir.Any}, data.Span)
	}
	return object
}

// responseTables separates the tables of the response itself from those that are titled after a part of it.
func (r *reader) responseTables(d *draft) (main, rest []*fieldSection) {
	names := map[string]bool{} // at the first level of the tables of the response itself
	for _, f := range d.fields {
		if f.role != roleResponse || f.failure() {
			continue
		}
		if f.decl != nil && len(main) > 0 && f.repeats(names) && !r.mentioned(f.decl, d) {
			for _, w := range f.rows {
				r.joined = append(r.joined, w.span)
			}
			continue
		}
		if f.decl == nil || len(main) == 0 && len(rest) == 0 && !r.partOf(f.subject.Value, d) {
			main = append(main, f)
			maps.Copy(names, topNames(f.rows))
		} else {
			rest = append(rest, f)
		}
	}
	if len(main) == 0 && len(rest) == 1 && !r.partOf(rest[0].subject.Value, d) {
		return rest, nil
	}
	return main, rest
}

// partOf reports whether a title is the name of something within the response: a member in a sample, or data.
func (r *reader) partOf(title string, d *draft) bool {
	name := titlePath(title)
	if strings.EqualFold(name, "data") {
		return true
	}
	if d.shown == nil {
		d.shown = shapeOf(valuesOf(responseSamples(d)))
	}
	if d.shown.search(lastStep(name), nil) != nil {
		return true
	}
	for _, f := range d.fields {
		for _, w := range f.rows {
			if f.role == roleResponse && strings.EqualFold(w.name().Value, name) {
				return true
			}
		}
	}
	return false
}
