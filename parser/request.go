package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// request puts the parameters of an endpoint where they travel.
func (r *reader) request(d *draft) {
	b := &requestBuilder{r: r, d: d, bodyOK: !queryMethod(d.ep.Method.Value), placed: map[destination]rowOf{}}
	for _, s := range r.shared {
		if s.of(d) {
			b.section(s.fields, true)
		}
	}
	types := typesAsked(d)
	for _, f := range d.fields {
		if requestRole(f.role) && !types.declaredBy(f) {
			b.section(f, f.shared)
		}
	}
	b.finish()
}

// askedTypes are the names of types that rows of the request spell: for each a table that does, and whether there is another.
type askedTypes map[string]struct {
	in   *fieldSection
	more bool
}

func typesAsked(d *draft) askedTypes {
	asked := askedTypes{}
	for _, f := range d.fields {
		if !requestRole(f.role) {
			continue
		}
		for _, w := range f.rows {
			for e := w.typ; e != nil; e = e.elem {
				if have := asked[e.name]; have.in == nil {
					have.in = f
					asked[e.name] = have
				} else if have.in != f {
					have.more = true
					asked[e.name] = have
				}
			}
		}
	}
	return asked
}

// declaredBy reports whether a table is titled after the type of a field that another table of the request has: then a reference leads to it.
func (a askedTypes) declaredBy(f *fieldSection) bool {
	have := a[f.subject.Value]
	return f.decl != nil && f.subject.Value != "" && have.in != nil && (have.in != f || have.more)
}

func requestRole(r role) bool {
	switch r {
	case roleRequest, roleHeaders, rolePath, roleQuery, roleCookie, roleBody, roleForm, roleFields:
		return true
	}
	return false
}

// queryMethod: parameters of these methods go into the URL where a page does not say; so do those of no method at all.
func queryMethod(m string) bool { return m == "" || m == "GET" || m == "DELETE" || m == "HEAD" }

type requestBuilder struct {
	r      *reader
	d      *draft
	bodyOK bool
	body   node
	whole  *node // the row that is the body itself
	byName map[string][]*ir.Field
	filed  int // how many of the endpoint's parameters are in there
	placed map[destination]rowOf
}

// named are the endpoint's parameters of a name.
func (b *requestBuilder) named(name string) []*ir.Field {
	if b.byName == nil {
		b.byName = map[string][]*ir.Field{}
	}
	for ; b.filed < len(b.d.ep.Params); b.filed++ {
		f := b.d.ep.Params[b.filed]
		b.byName[f.Name.Value] = append(b.byName[f.Name.Value], f)
	}
	return b.byName[name]
}

// destination is a name and where it travels.
type destination struct {
	in   ir.In
	name string
}

// rowOf is a row of one of the request's tables.
type rowOf struct {
	node    *node
	section *fieldSection
}

// section takes one table of request fields.
func (b *requestBuilder) section(s *fieldSection, shared bool) {
	root := b.r.nest(s.rows)
	b.r.healParents(root, valuesOf(b.r.requestSamples(b.d)))
	if !s.subject.Empty() && b.attach(s, root) {
		return
	}
	for _, n := range root.kids {
		b.place(n, s, shared)
	}
}

// attach puts a table that is titled after a field below that field, when the endpoint has one.
func (b *requestBuilder) attach(s *fieldSection, root *node) bool {
	if roleOf(b.r.lex.Section(s.subject.Value)) != noRole && !identifier(s.subject.Value) {
		return false
	}
	target := find(&b.body, s.subject.Value)
	if target == nil || len(target.kids) > 0 {
		return false
	}
	target.kids = root.kids
	return true
}

// find looks for the node that a title means: a path, or a name anywhere, the shallowest first.
func find(n *node, title string) *node {
	name := titlePath(title)
	level := n.kids
	for len(level) > 0 {
		var next []*node
		for _, k := range level {
			if strings.EqualFold(k.name.Value, name) || strings.HasSuffix(strings.ToLower(name), "."+strings.ToLower(k.name.Value)) {
				return k
			}
			next = append(next, k.kids...)
		}
		level = next
	}
	return nil
}

func (b *requestBuilder) place(n *node, s *fieldSection, shared bool) {
	in, stated := b.where(n, s)
	if in == ir.InBody && b.body.member(n.name.Value) != nil && b.holdsItself(n.name.Value) {
		b.body.add(n) // settle finds the place of each
		return
	}
	b.noteRepeated(in, n, s)
	if in == ir.InBody {
		if stated && n.row != nil && n.row.in == "body" && b.isWhole(n, s) {
			b.whole = n
			return
		}
		if n.row != nil && n.row.in == "form" && !b.d.stated {
			b.d.media = ir.MediaForm
		}
		if old := b.body.member(n.name.Value); old == nil {
			b.body.add(n)
		}
		return
	}
	if n.row == nil { // dots mean nothing outside of a body: Disks.0.Size is one name
		for _, k := range n.kids {
			b.place(k, s, shared)
		}
		return
	}
	if len(n.row.steps) > 1 {
		n = &node{name: n.row.written, row: n.row, kids: n.kids}
	}
	for _, p := range b.named(n.name.Value) {
		if p.In == in {
			return
		}
	}
	if in == ir.InHeader && strings.EqualFold(n.name.Value, "Content-Type") {
		b.contentType(n.row)
	}
	f := b.r.field(n, b.d, n.name.Value)
	f.In, f.Common = in, shared && in != ir.InPath
	if in == ir.InPath {
		f.Presence = ir.Required
	}
	b.d.ep.Params = append(b.d.ep.Params, f)
}

// holdsItself reports whether a sample of the body has a member of a name within that of the same name: speech.speech.
func (b *requestBuilder) holdsItself(name string) bool {
	return slices.ContainsFunc(valuesOf(b.r.requestSamples(b.d)), func(v *ir.JSON) bool {
		outer := v.Get(name)
		return outer != nil && outer.Get(name) != nil
	})
}

// noteRepeated reports a name that a table has twice. One that two tables have may be common to all endpoints, or be told in more
// than one way.
func (b *requestBuilder) noteRepeated(in ir.In, n *node, s *fieldSection) {
	if n.row == nil {
		return
	}
	key := destination{in, n.row.written.Value}
	if first, ok := b.placed[key]; !ok {
		b.placed[key] = rowOf{n, s}
	} else if first.section == s && s.table.Table != nil {
		b.r.repeated(n, first.node)
	}
}

// contentType lets a Content-Type header say how the body is encoded, where no label does.
func (b *requestBuilder) contentType(w *row) {
	texts := append([]ir.Text{}, w.docs...)
	for _, t := range []*ir.Text{w.example, w.def} {
		if t != nil {
			texts = append(texts, *t)
		}
	}
	for _, t := range texts {
		if m, ok := mediaIn(t.Value); ok && !b.d.stated {
			b.d.media, b.d.stated = m, true
		}
	}
}

var placeOf = map[string]ir.In{"path": ir.InPath, "query": ir.InQuery, "header": ir.InHeader, "cookie": ir.InCookie, "body": ir.InBody, "form": ir.InBody}

// where decides where a field travels: its own cell, a placeholder of that name in the path, the label above the table, the
// URL that shows it, the method.
func (b *requestBuilder) where(n *node, s *fieldSection) (in ir.In, stated bool) {
	name := n.name.Value
	if b.inPath(name) && (n.row == nil || n.row.in == "" || n.row.in == "path" || n.row.in == "query") && s.role != roleBody && s.role != roleHeaders {
		return ir.InPath, true
	}
	if n.row != nil && n.row.in != "" {
		if n.row.in == "path" && !b.inPath(name) && !b.d.ep.Path.Empty() && len(b.d.ep.Path.Params) > 0 {
			b.r.diags.Add(notInPath.At(n.name.Span, name, b.d.ep.Path.Value).Also(b.d.ep.Path.Span, "路径在这里", "the path is here"))
		}
		return placeOf[n.row.in], true
	}
	switch s.role {
	case roleHeaders:
		return ir.InHeader, true
	case roleQuery:
		if b.sentAsForm(s) {
			return ir.InBody, true
		}
		return ir.InQuery, true
	case roleCookie:
		return ir.InCookie, true
	case roleBody, roleForm:
		return ir.InBody, true
	case rolePath:
		return ir.InPath, true
	}
	if b.inQueryOfURL(name) {
		return ir.InQuery, true
	}
	if b.bodyOK || b.d.stated && (b.d.media == ir.MediaMultipart) {
		return ir.InBody, false
	}
	return ir.InQuery, false
}

// sentAsForm reports whether a page calls parameters those of a query which a file is among: no query can carry it, so they are those of a
// form.
func (b *requestBuilder) sentAsForm(s *fieldSection) bool {
	return b.bodyOK && slices.ContainsFunc(s.rows, func(w *row) bool { return w.typ.holdsFile() })
}

func (b *requestBuilder) inPath(name string) bool {
	for _, p := range b.d.ep.Path.Params {
		if strings.EqualFold(p.Value, name) {
			return true
		}
	}
	return false
}

func (b *requestBuilder) inQueryOfURL(name string) bool {
	for _, c := range b.d.calls {
		for _, q := range c.Query {
			if q.Name.Value == name {
				return !b.inSample(name)
			}
		}
	}
	return false
}

// inSample reports whether a sample of the request body has a member of that name.
func (b *requestBuilder) inSample(name string) bool {
	for _, v := range valuesOf(b.r.requestSamples(b.d)) {
		if v.Get(name) != nil {
			return true
		}
	}
	return false
}

// isWhole reports whether a row in a body column is the body itself and not a member of it: |user|用户|body|true|UserDTO|.
func (b *requestBuilder) isWhole(n *node, s *fieldSection) bool {
	bodies := 0
	for _, w := range s.rows {
		if w.in == "body" && w.width == n.row.width {
			bodies++
		}
	}
	if bodies != 1 || b.d.page.placesMembers {
		return false
	}
	for _, ex := range b.d.samples {
		if ex.role == roleRequestSample && ex.values[0].Get(n.name.Value) != nil {
			return false
		}
	}
	e := n.row.typ
	if e != nil && e.base == lexicon.ArrayBase {
		return s.table.has(lexicon.SchemaColumn) // as swagger exporters have it; by hand it is a member
	}
	if strings.EqualFold(n.name.Value, "body") || len(n.kids) > 0 {
		return true
	}
	return e != nil && e.base == lexicon.NoBase || n.row.schema.known() && n.row.schema.base == lexicon.NoBase
}

// finish makes the body and adds what only URLs and samples show.
func (b *requestBuilder) finish() {
	b.fromURLs()
	b.fromHeaders()
	b.makeBody()
	b.pathParams()
	for _, f := range b.d.ep.Params {
		completeParam(f)
	}
	if b.d.ep.Body != nil {
		for _, f := range ir.Fields(b.d.ep.Body.Type) {
			if m := b.d.ep.Body.Media; m == ir.MediaForm || m == ir.MediaMultipart {
				completeParam(f)
			}
			optionalByDefault(f)
			textMember(f)
			if !b.sometimes(f.Name.Value) {
				b.requireParent(f)
			}
		}
	}
}

// requireParent makes an object required that no row is about, and one of whose members is: user.name must be sent, so must user.
func (b *requestBuilder) requireParent(f *ir.Field) bool {
	object, ok := f.Type.(*ir.Object)
	if ok && f.Origin == ir.FromSample && f.Presence == ir.Unstated {
		for _, member := range object.Fields {
			if member.Origin == ir.FromTable && member.Presence == ir.Required || b.requireParent(member) {
				f.Presence = ir.Required
				f.Inferred = append(f.Inferred, &ir.Inference{About: "presence", Value: "required", From: member.Span, Why: requiredMemberWhy})
				break
			}
		}
	}
	return f.Presence == ir.Required
}

// sometimes reports whether a sample of the body goes without a member: then it may belong to one kind of request among several.
func (b *requestBuilder) sometimes(name string) bool {
	return slices.ContainsFunc(valuesOf(b.r.requestSamples(b.d)), func(v *ir.JSON) bool { return v.Get(name) == nil })
}

var requiredMemberWhy = source.Message{ZH: "它的成员必填", EN: "a member of it is required"}

func (b *requestBuilder) pathParams() {
	ep := b.d.ep
	for _, p := range ep.Path.Params {
		known := false
		for _, f := range ep.Params {
			if f.In == ir.InPath && strings.EqualFold(f.Name.Value, p.Value) {
				f.Name.Value = p.Value
				known = true
			}
		}
		if !known {
			ep.Params = append(ep.Params, &ir.Field{Name: p, In: ir.InPath, Type: ir.At(&ir.Scalar{Kind: ir.String}, p.Span), Presence: ir.Required, Origin: ir.FromURL, Span: p.Span})
		}
	}
}

// fromURLs adds query parameters that stand in a URL on the page and in no table. On an endpoint that takes its own
// parameters in the body they belong to all calls alike: version, token, signature.
func (b *requestBuilder) fromURLs() {
	for _, c := range b.d.calls {
		for _, q := range c.Query {
			if b.documented(q) {
				continue
			}
			f := &ir.Field{Name: q.Name, In: ir.InQuery, Origin: ir.FromURL, Span: q.Name.Span, Type: ir.At(&ir.Scalar{Kind: ir.String}, q.Value.Span)}
			if plainValue(q.Value.Value) {
				f.Example = &ir.Text{Value: q.Value.Value, Span: q.Value.Span}
			}
			f.Common = len(b.body.kids) > 0 || b.whole != nil
			f.Secret, f.Signature = lexicon.Secret(f.Name.Value), lexicon.Signature(f.Name.Value)
			b.d.ep.Params = append(b.d.ep.Params, f)
		}
	}
	b.shownInURLs()
	common := 0
	for _, f := range b.d.ep.Params {
		if f.Common && f.Origin == ir.FromURL {
			common++
		}
	}
	if common > 0 {
		b.reportCommon()
	}
}

// shownInURLs keeps what calls on the page have in their query. What they do not have may just have been left out.
func (b *requestBuilder) shownInURLs() {
	for _, c := range b.d.calls {
		object := &ir.JSON{Kind: ir.ObjectKind, Span: c.URL.Span}
		for _, q := range c.Query {
			if plainValue(q.Value.Value) && q.Value.Value != q.Name.Value {
				object.Members = append(object.Members, &ir.Member{Name: q.Name, Value: &ir.JSON{Kind: ir.String, Text: q.Value.Value, Span: q.Value.Span}})
			}
		}
		if len(object.Members) > 0 {
			b.r.calls[b.d.ep] = append(b.r.calls[b.d.ep], &instance{object: object})
		}
	}
}

func (b *requestBuilder) reportCommon() {
	var names []string
	var first ir.Text
	for _, f := range b.d.ep.Params {
		if f.Common && f.Origin == ir.FromURL {
			if first.Empty() {
				first = f.Name
			}
			names = append(names, f.Name.Value)
			f.Inferred = append(f.Inferred, &ir.Inference{About: "common-parameter", Value: f.Name.Value, From: f.Name.Span, Why: undocumentedQueryWhy})
		}
	}
	b.r.diags.Add(undocumentedQuery.At(first.Span, strings.Join(names, ", ")))
}

// documented reports whether a table has a parameter that a URL shows; the URL's value becomes its example.
func (b *requestBuilder) documented(q sample.Pair) bool {
	for _, f := range b.named(q.Name.Value) {
		if f.In == ir.InHeader {
			continue
		}
		if f.Example == nil && f.Origin == ir.FromTable && plainValue(q.Value.Value) {
			f.Example = &ir.Text{Value: q.Value.Value, Span: q.Value.Span}
		}
		return true
	}
	root, _, part := strings.Cut(q.Name.Value, "[")
	return b.body.member(q.Name.Value) != nil || part && len(b.named(root)) > 0
}

// plainValue reports whether a value in a URL is one, and not a placeholder.
func plainValue(s string) bool { return s != "" && !strings.ContainsAny(s, "{}<>[]$*") }

// makeBody builds the body from tables, then from samples.
func (b *requestBuilder) makeBody() {
	ep := b.d.ep
	samples := b.r.requestSamples(b.d)
	b.formCalls()
	if values := valuesOf(samples); len(values) > 0 && b.whole == nil && !b.body.nested() {
		tree := b.body
		b.body = node{}
		b.r.settle(&b.body, &tree, similar(values, nodeNames(tree.kids)))
	}
	var t ir.Type
	switch {
	case b.whole != nil:
		t = b.r.typeOf(b.whole, b.d, "", nil)
		if list, ok := t.(*ir.Scalar); ok && list.Kind == ir.Any && len(samples) > 0 {
			t = nil
		}
	case len(b.body.kids) > 0:
		span := b.body.kids[0].name.Span
		t = ir.At(&ir.Object{Fields: b.r.fields(&b.body, b.d, "")}, span)
		if b.body.lists > 0 {
			t = ir.At(&ir.List{Elem: t}, span)
		}
	}
	values := valuesOf(samples)
	switch {
	case t == nil && len(values) > 0 && b.bodyOK:
		t = b.r.fromJSON(values, alignRequest)
	case t != nil && len(values) > 0:
		t = b.r.compare(t, ofBody(t, values), ep, alignRequest)
	}
	t = b.fromForms(t)
	if t == nil {
		b.alignQuery(values)
		return
	}
	if b.d.either && (len(values) > 0 || b.whole != nil || b.nestedBody(t)) {
		b.d.media = ir.MediaJSON
	}
	b.media(t)
	ep.Body = &ir.Body{Media: b.d.media, Type: t, Span: t.Where()}
}

// nestedBody reports whether a body has objects in it, which a form cannot carry.
func (b *requestBuilder) nestedBody(t ir.Type) bool {
	for _, f := range ir.Fields(t) {
		if kindDeep(f.Type) == ir.ObjectKind {
			return true
		}
	}
	return false
}

// alignQuery lets a JSON sample of a request without a body tell the types of its parameters.
func (b *requestBuilder) alignQuery(values []*ir.JSON) {
	if len(values) == 0 {
		return
	}
	b.r.calls[b.d.ep] = append(b.r.calls[b.d.ep], &instance{object: values[0], fields: b.d.ep.Params})
	for _, f := range b.d.ep.Params {
		if v := values[0].Get(f.Name.Value); v != nil {
			f.Type = b.r.align(f.Type, []*ir.JSON{v}, f, alignRequest)
		}
	}
}

// fromForms adds to a body what examples send in a form and no table has. Letter case does not tell names apart here: tables and examples
// are written by hand.
func (b *requestBuilder) fromForms(t ir.Type) ir.Type {
	if !b.bodyOK || b.whole != nil || b.d.media != ir.MediaForm && b.d.media != ir.MediaMultipart {
		return t
	}
	object, ok := t.(*ir.Object)
	if t != nil && !ok {
		return t
	}
	known := knownNames{}
	known.add(ir.Fields(t)...)
	known.add(b.d.ep.Params...)
	for _, c := range b.d.calls {
		for _, p := range c.Form {
			if !identifier(p.Name.Value) || known.has(p.Name.Value) {
				continue
			}
			if object == nil {
				object = ir.At(&ir.Object{}, p.Name.Span)
			}
			object.Fields = append(object.Fields, shownPart(p))
			known.add(object.Fields[len(object.Fields)-1])
		}
	}
	if object == nil {
		return t
	}
	return object
}

// knownNames are the names of fields in lower case.
type knownNames map[string]bool

func (k knownNames) add(fields ...*ir.Field) {
	for _, f := range fields {
		k[strings.ToLower(f.Name.Value)] = true
	}
}

// has reports whether a name is known, letter case and a slip aside, or part of one: roles[0].id.
func (k knownNames) has(name string) bool {
	name = strings.ToLower(name)
	root, _, _ := strings.Cut(strings.Replace(name, ".", "[", 1), "[")
	if k[name] || k[root] || len(k) > maxRespelt {
		return k[name] || k[root]
	}
	for have := range k {
		if len(have) > 4 && oneLetter(have, name) {
			return true
		}
	}
	return false
}

// shownPart is a field that only an example of a form has.
func shownPart(p sample.Pair) *ir.Field {
	kind := ir.String
	if p.File {
		kind = ir.File
	}
	f := &ir.Field{Name: p.Name, In: ir.InBody, Origin: ir.FromSample, Span: p.Name.Span, Type: ir.At(&ir.Scalar{Kind: kind}, p.Name.Span)}
	f.Secret, f.Signature = lexicon.Secret(p.Name.Value), lexicon.Signature(p.Name.Value)
	if !p.File && plainValue(p.Value.Value) {
		f.Example = &ir.Text{Value: p.Value.Value, Span: p.Value.Span}
	}
	return f
}

// formCalls notes that an example sends a form.
func (b *requestBuilder) formCalls() {
	for _, c := range b.d.calls {
		for _, h := range c.Headers {
			if m, ok := mediaIn(h.Value.Value); ok && strings.EqualFold(h.Name.Value, "Content-Type") && !b.d.stated && !c.Method.Empty() && m != ir.MediaJSON {
				b.d.media, b.d.stated = m, true
			}
		}
		if c.Multipart && (!b.d.stated || b.d.media == ir.MediaForm) {
			b.d.media, b.d.stated = ir.MediaMultipart, true // "表单" says less
		}
		if len(c.Form) == 0 || b.d.stated {
			continue
		}
		b.d.media = ir.MediaForm
		for _, p := range c.Form {
			if p.File {
				b.d.media = ir.MediaMultipart
			}
		}
	}
}

// media settles the encoding: a file needs multipart.
func (b *requestBuilder) media(t ir.Type) {
	for _, f := range ir.Fields(t) {
		if !b.d.stated || b.d.media == ir.MediaMultipart {
			fileMember(f)
		}
		if kindDeep(f.Type) == ir.File {
			b.d.media = ir.MediaMultipart
		}
	}
}

func kindDeep(t ir.Type) ir.Kind {
	if l, ok := t.(*ir.List); ok {
		return kindDeep(l.Elem)
	}
	return ir.KindOf(t)
}

// requestSamples are the samples that show a request body.
func (r *reader) requestSamples(d *draft) []*example {
	var out []*example
	for _, s := range d.samples {
		if s.role == roleRequestSample {
			out = append(out, s)
		}
	}
	return out
}

func valuesOf(samples []*example) []*ir.JSON {
	var out []*ir.JSON
	for _, s := range samples {
		for _, v := range s.values {
			if v.Kind == ir.ObjectKind || v.Kind == ir.ArrayKind {
				out = append(out, v)
			}
		}
	}
	return out
}

// similar leaves out samples that have none of the members, misspelt ones included: they show something else.
func similar(values []*ir.JSON, names []string) []*ir.JSON {
	var out []*ir.JSON
	for _, v := range values {
		near := len(names)+len(v.Members) <= maxRespelt
		if slices.ContainsFunc(names, func(name string) bool { return v.Get(name) != nil || near && hasNear(v, name) }) {
			out = append(out, v)
		}
	}
	return out
}

// hasNear reports whether an object has a member of the name that a slip of the finger makes of one.
func hasNear(v *ir.JSON, name string) bool {
	return len(name) > 4 && slices.ContainsFunc(v.Members, func(m *ir.Member) bool { return oneLetter(m.Name.Value, name) })
}

func nodeNames(nodes []*node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, n.name.Value)
	}
	return out
}

// ofBody leaves out samples that share no member with the body.
func ofBody(t ir.Type, values []*ir.JSON) []*ir.JSON {
	fields := ir.Fields(t)
	if fields == nil {
		return values
	}
	var names []string
	for _, f := range fields {
		names = append(names, f.Name.Value)
	}
	return similar(values, names)
}
