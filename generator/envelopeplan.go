package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// shape is one kind of envelope, and the answers that have it.
type shape struct {
	envelope *ir.Envelope // of the first answer, the code of which says most
	answers  []*enveloped
}

// enveloped is an answer in an envelope.
type enveloped struct {
	endpoint *ir.Endpoint
	*ir.Response
}

// envelopes makes a struct for each shape of envelope. The one that most answers have is called Envelope; each other is called by
// what tells it from the rest.
func (p *planner) envelopes() []*shape {
	shapes := p.collectShapes()
	slices.SortStableFunc(shapes, func(a, b *shape) int {
		return cmp.Or(cmp.Compare(len(b.answers), len(a.answers)), strings.Compare(a.head(), b.head()))
	})
	keys := p.keyEnvelopes(shapes)
	for i, s := range shapes {
		name := "Envelope"
		if i > 0 || p.names.isPromised(name) {
			name += p.distinction(s, shapes)
		}
		made := p.envelope(name, keys[s], s)
		for _, a := range s.answers {
			p.shapes[a.Envelope] = made
		}
	}
	p.settleCode()
	return shapes
}

// reportSilent tells of envelopes in which a client never finds a failure: nobody says which codes are successes, or which errors.
func (p *planner) reportSilent(shapes []*shape) {
	for _, s := range shapes {
		e := s.envelope
		if made := p.shapes[e]; !made.Failure.Found(p.pkg.Code) && made.Failure != nil && e.Code.Name.Span.Known() {
			p.diags.Add(successUnknown.At(e.Code.Name.Span, clean(e.Code.Name.Value)))
		}
	}
}

// envelopeFields are the members that an envelope's struct has. Where the payload stands beside the code, the rest belongs to it.
func envelopeFields(e *ir.Envelope) []*ir.Field {
	fields := e.Root()
	if e.Data == nil {
		fields = slices.DeleteFunc(fields, func(f *ir.Field) bool { return !decides(f, e) })
	}
	return slices.DeleteFunc(fields, func(f *ir.Field) bool { return f == e.Data })
}

// envelopeKey is the address of an envelope, without the word for what it is.
func envelopeKey(e *ir.Envelope) string { return strings.TrimPrefix(address.Envelope(e), "envelope ") }

// envelope makes the struct of a shape.
func (p *planner) envelope(name, key string, shape *shape) *templates.Struct {
	e := shape.envelope
	s := &templates.Struct{Doc: "is what surrounds the result of each answer."}
	s.Name = p.claimed(EnvelopeName, key, claim{name: name, suffix: "Model", also: func(name string) []string {
		return []string{"With" + name, "failed" + name}
	}}, e, source.Span{})
	p.noteHomes(key, p.plainEnvelopeKey(shape), s.Name, []string{clean(shape.head())}, e, source.Span{})
	at := place{owner: "Envelope", plain: true, within: s.Name, key: "envelope " + key}
	names := p.scope(at.key, structMethods)
	rest := shape.rest()
	for _, f := range shape.order() {
		switch {
		case f == e.Head:
			field := p.head(names, s, shape, at)
			s.Fields, s.Wire = append(s.Fields, field), append(s.Wire, field)
		case decides(f, e):
			field := p.envelopeMember(names, e, f, at)
			s.Fields, s.Wire = append(s.Fields, field), append(s.Wire, field)
			p.noteFailure(s, shape, f, field)
		case f == e.Data:
			s.Wire = append(s.Wire, &templates.Field{Wire: f.Name.Value})
		case rest[f.Name.Value] != nil:
			field := p.envelopeMember(names, e, rest[f.Name.Value], at)
			s.Fields, s.Wire = append(s.Fields, field), append(s.Wire, field)
			p.restTypes[field] = typeSignature(f.Type, 0)
			delete(rest, f.Name.Value)
		}
	}
	p.pkg.Envelopes = append(p.pkg.Envelopes, s)
	if s.Failure != nil && s.Failure.Code == nil {
		s.Failure = nil
	}
	return s
}

// envelopeMember is a field of an envelope. Code, message and the sign of success are plain values: they decide what an answer is.
func (p *planner) envelopeMember(names *scope, e *ir.Envelope, f *ir.Field, at place) *templates.Field {
	field := p.field(names, f, at)
	if decides(f, e) {
		plain(field, e, f)
	}
	return field
}

// plain makes a field one that always has a value.
func plain(field *templates.Field, e *ir.Envelope, f *ir.Field) {
	field.Pointer, field.Omit, field.Nullable, field.Checks = false, false, false, nil
	kind := kindOf(ir.KindOf(f.Type))
	if kind == templates.Raw && f == e.Code && len(e.Success) > 0 {
		kind = kindOf(e.Success[0].Kind)
	}
	if kind == templates.Raw {
		kind = templates.Text
	}
	field.Type = &templates.Type{Kind: kind, Loose: field.Type.Loose || f == e.Message && kind == templates.Text && field.Type.Kind == templates.Raw}
}

// noteFailure fills in how the envelope tells success from failure.
func (p *planner) noteFailure(s *templates.Struct, shape *shape, f *ir.Field, field *templates.Field) {
	if s.Failure == nil {
		s.Failure = &templates.Failure{}
	}
	switch f {
	case shape.envelope.Code:
		s.Failure.Code = field
		for _, v := range shape.envelope.Success {
			if literal, ok := literalOf(field.Type.Kind, v.Text.Value); ok && !slices.Contains(s.Failure.Success, literal) {
				s.Failure.Success = append(s.Failure.Success, literal)
			}
		}
	case shape.envelope.Passed:
		s.Failure.Passed = field
	case shape.envelope.Message:
		if field.Type.Kind == templates.Text {
			s.Failure.Message = field
			s.Failure.Text = successText(shape.answers[0])
		}
	}
}

// settleCode decides the type of business codes: integers if all envelopes have such, else text.
func (p *planner) settleCode() {
	for _, s := range p.pkg.Envelopes {
		if s.Failure == nil {
			continue
		}
		kind := templates.Text
		if s.Failure.Code.Type.Kind == templates.Integer && (p.pkg.Code == nil || p.pkg.Code.Kind == templates.Integer) {
			kind = templates.Integer
		}
		p.pkg.Code = &templates.Code{Kind: kind}
	}
}

func newMembers() map[string]source.Span { return make(map[string]source.Span) }
