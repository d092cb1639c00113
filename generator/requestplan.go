package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// common collects the parameters that belong to the client and not to any request: those that all endpoints share, and the
// signature.
func (p *planner) common() {
	c, names, seen := &templates.Common{}, p.scope("common", nil), make(map[string]source.Span)
	for _, e := range p.doc.Endpoints {
		for _, f := range e.Params {
			if !ofClient(f) || !p.sendable(f) {
				continue
			}
			if key := f.In.String() + " " + f.Name.Value; hasKey(seen, key) {
				continue
			} else {
				seen[key] = f.Span
			}
			p.addCommon(c, names, f)
		}
	}
	if len(c.Fields) > 0 || c.Signature != nil {
		p.pkg.Common = c
	}
}

func hasKey(m map[string]source.Span, key string) bool {
	_, ok := m[key]
	return ok
}

func (p *planner) addCommon(c *templates.Common, names *scope, f *ir.Field) {
	if f.Signature {
		if c.Signature == nil {
			c.Signature = &templates.Field{Wire: f.Name.Value, Label: clean(f.Name.Value) + ".", In: f.In.String()}
		}
		return
	}
	field := p.field(names, f, place{name: "CommonParams", owner: "CommonParams", key: "common", within: "CommonParams", text: true, request: true})
	field.In, field.Omit = f.In.String(), false
	c.Fields = append(c.Fields, field)
}

// ofClient reports whether the client supplies the parameter. Common members of a body stay in the requests: only they know
// where in the body it stands.
func ofClient(f *ir.Field) bool {
	carried := f.In == ir.InQuery || f.In == ir.InHeader || f.In == ir.InCookie
	return carried && (f.Common || f.Signature) && f.Name.Value != ""
}

// request gives an operation's request its fields: parameters first, then the body's.
func (p *planner) request(op *operation) {
	r := &requester{
		planner: p, op: op, names: p.scope(op.key+" request", structMethods), seen: make(map[string]map[string]source.Span),
		ways: address.Ways(op.endpoint),
	}
	r.path()
	for _, f := range op.endpoint.Params {
		if !ofClient(f) {
			r.param(f)
		}
	}
	r.body()
}

// requester plans one request.
type requester struct {
	*planner
	op    *operation
	names *scope
	seen  map[string]map[string]source.Span // by where they travel
	ways  map[string]ir.In                  // the first way in which parameters of a name travel
}

func (r *requester) unique(f *ir.Field, in string) bool {
	if r.seen[in] == nil {
		r.seen[in] = make(map[string]source.Span)
	}
	return r.planner.unique(r.seen[in], f)
}

func (r *requester) at() place {
	return place{
		name: r.op.Name, owner: r.op.Request.Name, member: "body", request: true,
		key: r.op.key + " request", within: r.op.Request.Name,
	}
}

// add puts a field into the request.
func (r *requester) add(f *ir.Field, in string, at place) *templates.Field {
	if in != r.ways[f.Name.Value].String() {
		at.key += "." + in
	}
	field := r.field(r.names, f, at)
	field.In = in
	r.op.Request.Fields = append(r.op.Request.Fields, field)
	r.note(r.op.Request, f, field)
	return field
}

// path adds the parameters in the path, in their order, whether or not a table documents them.
func (r *requester) path() {
	segments := parsePath(r.op.Path)
	for _, name := range segments.params() {
		f := r.documented(name)
		if !r.unique(f, "path") {
			continue
		}
		at := r.at()
		at.text = true
		field := r.add(f, "path", at)
		field.Required, field.Pointer, field.Omit = true, false, false
		if !field.Type.Kind.IsScalar() {
			field.Type = &templates.Type{Kind: templates.Text}
		}
		field.Checks = r.checks(f, field)
		if field.Type.Kind == templates.Text && len(field.Checks) == 0 {
			field.Checks = []templates.Check{{Kind: templates.NotEmpty}} // an empty segment is another path
		}
		r.op.Params = append(r.op.Params, field)
	}
}

func (r *requester) documented(name string) *ir.Field {
	for _, f := range r.op.endpoint.Params {
		if f.In == ir.InPath && f.Name.Value == name {
			return f
		}
	}
	f := &ir.Field{Name: ir.Text{Value: name}, Type: &ir.Scalar{Kind: ir.String}, In: ir.InPath, Presence: ir.Required}
	for _, t := range r.op.endpoint.Path.Params {
		if t.Value == name {
			f.Name, f.Span = t, t.Span
		}
	}
	return f
}

// param adds a parameter of the query, a header or a cookie. One that is said to be in the path, and is not, can only be in the
// query.
func (r *requester) param(f *ir.Field) {
	in := f.In.String()
	switch f.In {
	case ir.InPath:
		if hasKey(r.seen["path"], f.Name.Value) {
			return
		}
		in = "query"
	case ir.InBody, ir.InResponse:
		in = "query"
	}
	if !r.sendable(f) || r.isSelector(f, in) || !r.unique(f, in) {
		return
	}
	at := r.at()
	at.text = true
	r.add(f, in, at)
}

// sendable refuses headers and cookies whose names cannot be sent, and headers that the transport sets by itself.
func (p *planner) sendable(f *ir.Field) bool {
	if f.In != ir.InHeader && f.In != ir.InCookie {
		return true
	}
	if f.In == ir.InHeader && transportHeaders.has(strings.ToLower(f.Name.Value)) {
		return false
	}
	ok := isHeaderName(f.Name.Value)
	if !ok && f.Name.Span.Known() && !f.Name.Empty() {
		p.diags.Add(badHeader.At(f.Name.Span, clean(f.Name.Value)))
	}
	return ok
}

// transportHeaders are set by net/http, after the body and the address.
const transportHeaders wordList = " content-type content-length host transfer-encoding connection accept-encoding "

func isHeaderName(name string) bool {
	for _, r := range name {
		if r <= ' ' || r > '~' || strings.ContainsRune("()<>@,;:\\\"/[]?={}", r) {
			return false
		}
	}
	return name != ""
}

// isSelector reports whether the parameter carries the gateway's action, which the client sends by itself.
func (r *requester) isSelector(f *ir.Field, in string) bool {
	sel := r.pkg.Selector
	return sel != nil && r.op.Action != "" && sel.Wire == f.Name.Value && sel.In == in
}

// body adds what the request's body carries.
func (r *requester) body() {
	b := r.op.endpoint.Body
	if b == nil {
		return
	}
	switch b.Media {
	case ir.MediaForm, ir.MediaMultipart:
		r.form(b)
	case ir.MediaText:
		r.op.Body = templates.TextBody
		r.whole(b, &templates.Type{Kind: templates.Text})
	case ir.MediaBinary, ir.MediaXML:
		if b.Media == ir.MediaXML && b.Span.Known() {
			r.diags.Add(xmlBody.At(b.Span))
		}
		r.op.Body = templates.StreamBody
		r.whole(b, &templates.Type{Kind: templates.Stream})
	default:
		r.json(b)
	}
}

// whole adds one field for all of the body.
func (r *requester) whole(b *ir.Body, t *templates.Type) {
	name := r.names.take(claim{name: "Body", suffix: "Value"}, &r.diags)
	r.op.Request.Fields = append(r.op.Request.Fields, &templates.Field{
		Name: name, Wire: "body", In: "body", Type: t, Required: t.Kind != templates.Text,
		Label: "the body of the request.", Comment: r.opts.Places.sentence(r.opts.Places.row(b.Span), b.Doc),
	})
}

func (r *requester) json(b *ir.Body) {
	object, ok := b.Type.(*ir.Object)
	if !ok || len(object.Fields) == 0 {
		if b.Type == nil {
			return
		}
		r.op.Body = templates.JSONWhole
		at := r.at()
		at.name += "Body"
		r.whole(b, r.typeOf(b.Type, at))
		return
	}
	r.op.Body = templates.JSONBody
	for _, f := range object.Fields {
		if r.isSelector(f, "body") {
			r.op.Request.Wire = append(r.op.Request.Wire, &templates.Field{Wire: f.Name.Value, Const: r.op.Action})
		} else if r.unique(f, "body") {
			r.op.Request.Wire = append(r.op.Request.Wire, r.add(f, "body", r.at()))
		}
	}
}

func (r *requester) form(b *ir.Body) {
	r.op.Body = templates.FormBody
	at := r.at()
	at.text = true
	if b.Media == ir.MediaMultipart {
		r.op.Body, at.files = templates.MultipartBody, true
	}
	for _, f := range ir.Fields(b.Type) {
		if !r.isSelector(f, "body") && r.unique(f, "body") {
			r.add(f, "body", at)
		}
	}
}
