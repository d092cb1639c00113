package ir

import "github.com/wenma/wenma/source"

// Node is one place that a document points to: a whole node of the tree, or a text that belongs to one.
type Node struct {
	// Of is the node: *Document, *Server, *Endpoint, *Field, *Body, *Response, *Envelope, *Sample, *JSON, *Member,
	// *ErrorCode, *Revision, *Inference, *TypeDecl, a Type or a Rule.
	Of any
	// Part says which text of the node this is ("name", "doc", "path" …). It is empty for the node as a whole, which
	// has a span and no value.
	Part string
	// Text is what was read and where. A text that the page does not have is not visited; one that wenma made up has
	// an unknown span.
	Text
}

// Walk visits every place of a document: each node as a whole before its texts, and these before the nodes beneath it,
// otherwise in source order. Types that are mentioned are visited where they are declared, once; so are declarations
// that are only reachable by a mention, at the end.
func Walk(doc *Document, visit func(Node)) {
	w := &walker{visit: visit, seen: map[*TypeDecl]bool{}}
	w.text(doc, "title", doc.Title)
	w.text(doc, "group", doc.Group)
	for _, s := range doc.Servers {
		w.whole(s, s.Span)
		w.text(s, "name", s.Name)
		w.text(s, "url", s.URL)
	}
	for _, e := range doc.Endpoints {
		w.endpoint(e)
	}
	for _, t := range doc.Types {
		w.decl(t)
	}
	w.errors(doc.Errors)
	w.history(doc.History)
	w.inferred(doc.Inferred)
	for _, s := range doc.Secrets {
		w.text(doc, "secret", Text{Span: s})
	}
	for i := 0; i < len(w.mentioned); i++ {
		w.decl(w.mentioned[i])
	}
}

type walker struct {
	visit     func(Node)
	seen      map[*TypeDecl]bool
	mentioned []*TypeDecl
}

func (w *walker) whole(of any, span source.Span) { w.visit(Node{of, "", Text{Span: span}}) }

func (w *walker) text(of any, part string, t Text) {
	if !t.Empty() || t.Span.Known() {
		w.visit(Node{of, part, t})
	}
}

func (w *walker) option(of any, part string, t *Text) {
	if t != nil {
		w.text(of, part, *t)
	}
}

func (w *walker) endpoint(e *Endpoint) {
	w.whole(e, e.Span)
	w.text(e, "name", e.Name)
	w.text(e, "number", e.Number)
	w.text(e, "title", e.Title)
	w.text(e, "doc", e.Doc)
	w.text(e, "group", e.Group)
	w.text(e, "method", e.Method)
	for _, m := range e.Methods {
		w.text(e, "method", m)
	}
	w.text(e, "path", e.Path.Text)
	for _, p := range e.Path.Params {
		w.text(e, "path parameter", p)
	}
	w.text(e, "action", e.Action)
	w.option(e, "deprecated", e.Deprecated)
	w.inferred(e.Inferred)
	w.fields(e.Params)
	w.body(e.Body)
	for _, r := range e.Responses {
		w.response(r)
	}
	for _, s := range e.Samples {
		w.sample(s)
	}
	w.errors(e.Errors)
	w.history(e.History)
}

func (w *walker) body(b *Body) {
	if b == nil {
		return
	}
	w.whole(b, b.Span)
	w.text(b, "doc", b.Doc)
	w.typ(b.Type)
}

func (w *walker) response(r *Response) {
	w.whole(r, r.Span)
	w.text(r, "status", r.Status)
	w.text(r, "doc", r.Doc)
	if r.Envelope != nil {
		for _, v := range r.Envelope.Success {
			w.text(r.Envelope, "success", v.Text)
		}
	}
	w.typ(r.Type)
}

func (w *walker) fields(fields []*Field) {
	for _, f := range fields {
		w.field(f)
	}
}

func (w *walker) field(f *Field) {
	w.whole(f, f.Span)
	w.text(f, "name", f.Name)
	w.text(f, "label", f.Label)
	w.text(f, "doc", f.Doc)
	w.text(f, "note", f.Note)
	w.text(f, "declared", f.Declared)
	w.text(f, "when", f.When)
	w.option(f, "default", f.Default)
	w.option(f, "example", f.Example)
	w.option(f, "unit", f.Unit)
	w.option(f, "deprecated", f.Deprecated)
	if f.Nullable != nil {
		w.text(f, "sighting", Text{Span: f.Nullable.Span})
	}
	for _, r := range f.Rules {
		w.rule(r)
	}
	w.inferred(f.Inferred)
	w.typ(f.Type)
}

func (w *walker) rule(r Rule) {
	w.whole(r, r.Where())
	switch r := r.(type) {
	case *Affix:
		for _, t := range r.Texts {
			w.text(r, "text", t)
		}
	case *RequiredIf:
		w.condition(r, &r.Condition)
	case *AllowedIf:
		w.condition(r, &r.Condition)
	case *OneOf:
		for _, f := range r.Fields {
			w.text(r, "field", f)
		}
	}
}

func (w *walker) condition(r Rule, c *Condition) {
	w.text(r, "field", c.Field)
	for _, v := range c.Values {
		w.text(r, "value", v)
	}
}

func (w *walker) typ(t Type) {
	if t == nil {
		return
	}
	w.whole(t, t.Where())
	for _, s := range t.Sightings() {
		w.text(t, "sighting", Text{Span: s.Span})
	}
	switch t := t.(type) {
	case *Scalar:
		w.text(t, "layout", t.Layout)
	case *List:
		w.typ(t.Elem)
	case *Map:
		w.typ(t.Elem)
	case *Object:
		w.text(t, "class", t.Class)
		w.fields(t.Fields)
	case *Enum:
		w.typ(t.Base)
		for _, v := range t.Values {
			w.text(t, "value", v.Value)
			w.text(t, "label", v.Label)
		}
	case *Ref:
		w.text(t, "name", t.Name)
		w.mentioned = append(w.mentioned, t.Target)
	}
}

func (w *walker) decl(t *TypeDecl) {
	if t == nil || w.seen[t] {
		return
	}
	w.seen[t] = true
	w.whole(t, t.Span)
	w.text(t, "name", t.Name)
	w.text(t, "doc", t.Doc)
	for _, s := range t.Also {
		w.text(t, "also", Text{Span: s})
	}
	w.typ(t.Type)
}

func (w *walker) sample(s *Sample) {
	w.whole(s, s.Span)
	w.text(s, "name", s.Name)
	w.text(s, "body", s.Body)
	w.json(s.JSON)
}

func (w *walker) json(j *JSON) {
	if j == nil {
		return
	}
	w.whole(j, j.Span)
	w.text(j, "comment", j.Comment)
	for _, m := range j.Members {
		w.text(m, "name", m.Name)
		w.text(m, "comment", m.Comment)
		w.json(m.Value)
	}
	for _, elem := range j.Elems {
		w.json(elem)
	}
}

func (w *walker) errors(codes []*ErrorCode) {
	for _, c := range codes {
		w.whole(c, c.Span)
		w.text(c, "value", c.Value)
		w.text(c, "name", c.Name)
		w.text(c, "status", c.Status)
		w.text(c, "doc", c.Doc)
		w.text(c, "remedy", c.Remedy)
	}
}

func (w *walker) history(revisions []*Revision) {
	for _, r := range revisions {
		w.whole(r, r.Span)
		w.text(r, "version", r.Version)
		w.text(r, "date", r.Date)
		w.text(r, "doc", r.Doc)
		w.text(r, "author", r.Author)
	}
}

func (w *walker) inferred(inferences []*Inference) {
	for _, i := range inferences {
		w.text(i, "from", Text{Span: i.From})
	}
}
