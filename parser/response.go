package parser

import (
	"slices"
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
		if len(values) > 0 {
			r.settle(root, tree, values)
		} else {
			for _, k := range tree.kids {
				root.add(k)
			}
			root.lists = max(root.lists, tree.lists)
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
		return r.align(t, values, nil, alignResponse)
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
	for _, f := range d.fields {
		if f.role != roleResponse || f.failure() {
			continue
		}
		if f.decl == nil || len(main) == 0 && len(rest) == 0 && !r.partOf(f.subject.Value, d) {
			main = append(main, f)
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
	name, _ := arrayMarks(strings.ReplaceAll(title, "[]", ""))
	if strings.EqualFold(name, "data") {
		return true
	}
	for _, v := range valuesOf(responseSamples(d)) {
		if s := shapeOf([]*ir.JSON{v}).search(name[strings.LastIndexByte(name, '.')+1:], nil); s != nil {
			return true
		}
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

// sortSamples settles what samples show that stand under no plain label: the members tell.
func (r *reader) sortSamples(d *draft) {
	for _, s := range d.samples {
		if s.role != roleSample && s.role != noRole {
			continue
		}
		request, response := d.matches(s, true), d.matches(s, false)
		switch {
		case request > response:
			s.role = roleRequestSample
		case response > 0 || s.enveloped():
			s.role = roleResponseSample
		case s.role == roleSample && len(d.fields) == 0:
			s.role = roleResponseSample
		case s.role == noRole && request == 0:
			s.role = noRole
		default:
			s.role = roleResponseSample
		}
	}
	for _, s := range d.samples {
		if s.role == roleRequestSample && s.enveloped() && d.matches(s, true) == 0 && d.matches(s, false) > 0 {
			s.role = roleResponseSample
		}
	}
}

// matches counts the root members of a sample that the tables of the request or the response name.
func (d *draft) matches(s *example, request bool) (n int) {
	for _, f := range d.fields {
		if requestRole(f.role) != request {
			continue
		}
		for _, w := range f.rows {
			for _, v := range s.values {
				if v.Get(w.name().Value) != nil || len(w.steps) > 1 && v.Get(w.steps[0].name.Value) != nil {
					n++
				}
			}
		}
	}
	return n
}

// enveloped reports whether a sample looks like an answer: a code or message and something beside it.
func (s *example) enveloped() bool {
	for _, v := range s.values {
		roles := envelopeRoles(v)
		if roles.code != "" && (roles.message != "" || roles.data != "") || roles.message != "" && roles.data != "" {
			return true
		}
	}
	return false
}

// responseSamples are the samples of successful answers, the fullest kept when several disagree about success.
func responseSamples(d *draft) []*example {
	var out []*example
	d.splitFailures()
	for _, s := range d.samples {
		if s.role == roleResponseSample && !(s.status.Value != "" && s.status.Value[0] >= '4') {
			out = append(out, s)
		}
	}
	return related(out)
}

// related leaves out samples that have no root member in common with one that is enveloped: they show a part, or something else.
func related(samples []*example) []*example {
	main := slices.IndexFunc(samples, (*example).enveloped)
	if main < 0 {
		return samples
	}
	var out []*example
	for _, s := range samples {
		if s.values[0].Kind != ir.ObjectKind || s == samples[main] || sharesMember(s.values[0], samples[main].values[0]) {
			out = append(out, s)
		}
	}
	return out
}

func sharesMember(a, b *ir.JSON) bool {
	return slices.ContainsFunc(a.Members, func(m *ir.Member) bool { return b.Get(m.Name.Value) != nil })
}

// splitFailures takes samples out of the successful ones when another has a code of success and they have a different one.
func (d *draft) splitFailures() {
	good := false
	codeOf := func(s *example) string {
		if c := s.values[0].Get(envelopeRoles(s.values[0]).code); c != nil && (c.Kind == ir.Integer || c.Kind == ir.String) {
			return c.Text
		}
		return ""
	}
	for _, s := range d.samples {
		good = good || s.role == roleResponseSample && lexicon.SuccessValue(codeOf(s))
	}
	for _, s := range d.samples {
		if code := codeOf(s); good && s.role == roleResponseSample && code != "" && !lexicon.SuccessValue(code) {
			s.role = roleErrorSample
		}
	}
}

// settle puts a response table where the sample has its fields: at the root, or inside of data, or wherever the names are.
func (r *reader) settle(root, tree *node, values []*ir.JSON) {
	s := shapeOf(values)
	root.lists = max(root.lists, s.lists, tree.lists)
	cursor := s.best(tree)
	nested := tree.nested()
	for _, n := range tree.kids {
		home := s.home(cursor, n.name.Value, nested)
		switch {
		case home != nil:
			cursor = home
		case lexicon.Envelope(n.name.Value) == lexicon.EnvelopeCode || lexicon.Envelope(n.name.Value) == lexicon.EnvelopeMessage:
			cursor = s // a code that the sample spells differently still stands at the root
		}
		home = cursor
		into := home.materialize(root)
		adopt(into, n)
		if kid := home.kid(n.name.Value); kid != nil {
			kid.taken = true
			if !nested && len(kid.order) > 0 {
				cursor.last = kid
			} else {
				cursor.last = nil
			}
		} else {
			cursor.last = nil
		}
	}
}

// adopt adds a node to a parent, on top of an implied one of the same name.
func adopt(parent, n *node) {
	k := parent.member(n.name.Value)
	if k == nil || k.row != nil {
		parent.add(n)
		return
	}
	n.lists = max(n.lists, k.lists)
	for _, kk := range k.kids {
		adopt(n, kk)
	}
	parent.kids[slices.Index(parent.kids, k)] = n
	if parent.byName != nil {
		parent.byName[n.name.Value] = n
	}
}

// settleSubs places tables that are titled after a part of the response which only the sample has.
func (r *reader) settleSubs(root *node, d *draft, values []*ir.JSON) {
	s := shapeOf(values)
	for _, sub := range d.subs {
		name, _ := arrayMarks(strings.ReplaceAll(sub.name.Value, "[]", ""))
		last := name[strings.LastIndexByte(name, '.')+1:]
		if sub.section != roleResponse || find(root, name) != nil {
			continue
		}
		if len(values) > 0 {
			if at := s.search(last, nil); at != nil && len(at.kidOf(last).order) > 0 {
				n := at.kidOf(last).materialize(root)
				if len(n.kids) == 0 {
					sub.used = true
					n.kids = r.nest(sub.rows).kids
				}
			}
			continue
		}
		if strings.EqualFold(last, "data") {
			sub.used = true
			n := root.child(ir.Text{Value: last, Span: sub.name.Span})
			n.kids = r.nest(sub.rows).kids
		}
	}
}

// shape is the structure that samples show: objects by member, arrays seen through and counted.
type shape struct {
	name   ir.Text
	lists  int
	kids   map[string]*shape
	order  []*shape
	parent *shape
	taken  bool
	last   *shape // the container that was documented last
}

const maxShapeDepth = 32

func shapeOf(values []*ir.JSON) *shape {
	s := &shape{}
	for _, v := range values {
		s.add(v, 0)
	}
	return s
}

func (s *shape) add(v *ir.JSON, depth int) {
	lists := 0
	for v != nil && v.Kind == ir.ArrayKind && depth < maxShapeDepth {
		lists++
		s.lists = max(s.lists, lists)
		if len(v.Elems) == 0 {
			return
		}
		for _, e := range v.Elems[1:] {
			if e.Kind == ir.ObjectKind {
				s.add(e, depth+1)
			}
		}
		v = v.Elems[0]
		depth++
	}
	if v == nil || v.Kind != ir.ObjectKind || depth >= maxShapeDepth {
		return
	}
	for _, m := range v.Members {
		k := s.kids[m.Name.Value]
		if k == nil {
			k = &shape{name: m.Name, parent: s}
			if s.kids == nil {
				s.kids = map[string]*shape{}
			}
			s.kids[m.Name.Value] = k
			s.order = append(s.order, k)
		}
		k.add(m.Value, depth+1)
	}
}

func (s *shape) kid(name string) *shape { return s.kids[name] }

func (s *shape) kidOf(name string) *shape {
	if k := s.kids[name]; k != nil {
		return k
	}
	for _, k := range s.order {
		if strings.EqualFold(k.name.Value, name) {
			return k
		}
	}
	return nil
}

// home finds the container in which a table's next field belongs: the one in use, the one just documented, one around, or any.
func (s *shape) home(cursor *shape, name string, nested bool) *shape {
	if k := cursor.kid(name); k != nil && !k.taken {
		return cursor
	}
	if cursor.last != nil && cursor.last.kid(name) != nil && !cursor.last.kid(name).taken {
		return cursor.last
	}
	for p := cursor.parent; p != nil; p = p.parent {
		if k := p.kid(name); k != nil && !k.taken {
			return p
		}
	}
	if nested && cursor == s && s.anyTaken() && s.holders(name) != 1 {
		return nil
	}
	return s.search(name, func(k *shape) bool { return !k.taken })
}

// best is the container that has the most of a table's names; the shallowest of equals.
func (s *shape) best(tree *node) *shape {
	best, most := s, s.knows(tree)
	for _, k := range tree.kids {
		if s.kid(k.name.Value) != nil && s.holders(k.name.Value) == 1 {
			return s // the table has a member that only the root has
		}
	}
	level := s.order
	for len(level) > 0 {
		var next []*shape
		for _, c := range level {
			if n := c.knows(tree); n > most {
				best, most = c, n
			}
			next = append(next, c.order...)
		}
		level = next
	}
	return best
}

// holders counts the containers that have a member of that name.
func (s *shape) holders(name string) (n int) {
	level := []*shape{s}
	for len(level) > 0 {
		var next []*shape
		for _, c := range level {
			count(&n, c.kid(name) != nil)
			next = append(next, c.order...)
		}
		level = next
	}
	return n
}

// knows counts the names at the top of a table that the container has.
func (s *shape) knows(tree *node) (n int) {
	for _, k := range tree.kids {
		count(&n, s.kid(k.name.Value) != nil)
	}
	return n
}

func (s *shape) anyTaken() bool {
	for _, k := range s.order {
		if k.taken {
			return true
		}
	}
	return false
}

// search finds the shallowest container that has a member of that name.
func (s *shape) search(name string, accept func(*shape) bool) *shape {
	level := []*shape{s}
	for len(level) > 0 {
		var next []*shape
		for _, c := range level {
			if k := c.kidOf(name); k != nil && (accept == nil || accept(k)) {
				return c
			}
			next = append(next, c.order...)
		}
		level = next
	}
	return nil
}

// materialize makes the implied nodes from the root down to this container.
func (s *shape) materialize(root *node) *node {
	if s.parent == nil {
		return root
	}
	n := s.parent.materialize(root).child(s.name)
	if n.row == nil || n.row.typ == nil {
		n.lists = max(n.lists, s.lists)
	}
	return n
}
