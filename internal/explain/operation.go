package explain

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// operation tells about an endpoint.
func (a *API) operation(s *Subject, e *ir.Endpoint) {
	s.state("number", e.Number)
	s.state("title", e.Title)
	s.state("group", e.Group)
	s.state("method", e.Method)
	for _, m := range e.Methods {
		s.state("method", m)
	}
	s.state("path", e.Path.Text)
	s.state("action", e.Action)
	s.state("doc", e.Doc)
	s.stateOptional("deprecated", e.Deprecated)
	if e.Body != nil {
		s.Stated = append(s.Stated, Fact{"body", contentOf(e.Body.Media, e.Body.Type), placeOf(e.Body.Span)})
	}
	if r := e.Success(); r != nil {
		s.Stated = append(s.Stated, Fact{"response", contentOf(r.Media, r.Type), placeOf(r.Span)})
		s.enveloped(r)
	}
	for _, sample := range e.Samples {
		s.Stated = append(s.Stated, Fact{"sample", sampleKinds[sample.Kind], placeOf(firstLine(sample.Span))})
	}
	for _, c := range e.Errors {
		s.Stated = append(s.Stated, errorFact(c))
	}
	s.infer(e.Inferred)
	a.repairsWithin(s, e.Span)
	s.cells = []source.Span{e.Number.Span, e.Title.Span}
	if e.Title.Span.Known() {
		s.Places = append([]*Place{placeOf(e.Title.Span)}, s.Places...)
	}
	s.Places = a.appendPlace(s.Places, e.Method.Span)
}

var sampleKinds = [...]string{ir.RequestSample: "request", ir.ResponseSample: "response", ir.ErrorSample: "error"}

func contentOf(m ir.Media, t ir.Type) string {
	if t == nil {
		return m.ContentType()
	}
	return m.ContentType() + " " + ir.TypeText(t)
}

// firstLine is where a piece of several lines begins.
func firstLine(s source.Span) source.Span {
	text := s.Text()
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		return s.Sub(0, end)
	}
	return s
}

// response tells about all of an answer.
func (a *API) response(s *Subject, r *ir.Response) {
	s.Type = ir.TypeText(r.Type)
	s.state("status", r.Status)
	s.state("doc", r.Doc)
	s.Stated = append(s.Stated, Fact{"response", contentOf(r.Media, r.Type), placeOf(firstLine(r.Span))})
	s.enveloped(r)
}

// enveloped lists what each member of an envelope is for.
func (s *Subject) enveloped(r *ir.Response) {
	if r.Envelope != nil {
		s.parts(r.Envelope)
	}
}

func (s *Subject) parts(e *ir.Envelope) {
	for _, part := range []struct {
		what  string
		field *ir.Field
	}{{"head", e.Head}, {"code", e.Code}, {"message", e.Message}, {"data", e.Data}, {"passed", e.Passed}} {
		if part.field != nil {
			s.state(part.what, part.field.Name)
		}
	}
	for _, v := range e.Success {
		s.state("success", v.Text)
	}
	for _, f := range e.Rest {
		s.state("beside", f.Name)
	}
}

func (a *API) envelope(s *Subject, e *ir.Envelope) {
	s.parts(e)
	for _, f := range []*ir.Field{e.Head, e.Code, e.Message, e.Data, e.Passed} {
		if f != nil {
			s.Places = a.appendPlace(s.Places, f.Name.Span)
		}
	}
}

// decl tells about a type that has a section of its own.
func (a *API) decl(s *Subject, d *ir.TypeDecl) {
	s.state("name", d.Name)
	s.state("doc", d.Doc)
	s.Type = ir.TypeText(d.Type)
	if n := len(ir.Fields(d.Type)); n > 0 {
		s.Stated = append(s.Stated, Fact{"members", strconv.Itoa(n), nil})
	}
	if d.Recursive {
		s.Stated = append(s.Stated, Fact{"recursive", d.Name.Value, nil})
	}
	s.statedValues(d.Type)
	a.repairsWithin(s, d.Span)
}

func (a *API) object(s *Subject, o *ir.Object) {
	s.Type = ir.TypeText(o)
	s.Stated = append(s.Stated, Fact{"members", strconv.Itoa(len(o.Fields)), nil})
}

func (a *API) enum(s *Subject, t *ir.Enum) {
	s.Type = ir.TypeText(t.Base)
	s.statedValues(t)
	if t.Open {
		s.Stated = append(s.Stated, Fact{"open", "true", nil})
	}
}

func (a *API) value(s *Subject, v *ir.EnumValue) {
	s.state("value", v.Value)
	s.state("label", v.Label)
	s.cells = []source.Span{v.Label.Span}
}

func (a *API) errorCode(s *Subject, c *ir.ErrorCode) {
	s.state("value", c.Value)
	s.state("name", c.Name)
	s.state("status", c.Status)
	s.state("doc", c.Doc)
	s.state("remedy", c.Remedy)
	s.cells = []source.Span{c.Value.Span, c.Name.Span, c.Status.Span, c.Doc.Span, c.Remedy.Span}
	a.repairs(s, c.Span)
}

func errorFact(c *ir.ErrorCode) Fact {
	return Fact{"error", strings.TrimSpace(c.Value.Value + " " + c.Doc.Value), placeOf(c.Value.Span)}
}
