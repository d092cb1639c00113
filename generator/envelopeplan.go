package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// shape is one kind of envelope, and who uses it.
type shape struct {
	signature string
	uses      int
	envelope  *ir.Envelope
	endpoint  *ir.Endpoint
	order     []*ir.Field // the members of the root of the first answer
}

// envelopes makes a struct for each shape of envelope. The one that most answers have is called Envelope; each other is called by
// what it holds.
func (p *planner) envelopes() {
	shapes := p.collectShapes()
	slices.SortStableFunc(shapes, func(a, b *shape) int {
		return cmp.Or(cmp.Compare(b.uses, a.uses), strings.Compare(a.signature, b.signature))
	})
	for i, s := range shapes {
		name := "Envelope"
		if i > 0 {
			name = envelopeName(s.envelope)
		}
		if p.shapes[s.signature] = p.sharedEnvelope(s, shapes[:i]); p.shapes[s.signature] == nil {
			p.shapes[s.signature] = p.envelope(name, s)
		}
	}
	p.settleCode()
}

// sharedEnvelope finds the envelope that answers without a payload share with those that have one and nothing else.
func (p *planner) sharedEnvelope(s *shape, earlier []*shape) *templates.Struct {
	if s.envelope.Data != nil {
		return nil
	}
	for _, other := range earlier {
		if head(other.signature) == head(s.signature) && len(envelopeFields(other.envelope)) == len(envelopeFields(s.envelope)) {
			return p.shapes[other.signature]
		}
	}
	return nil
}

// head is the part of a signature that speaks of code, message and success.
func head(signature string) string {
	before, _, _ := strings.Cut(signature, "|")
	return before
}

func (p *planner) collectShapes() []*shape {
	var shapes []*shape
	for _, e := range p.doc.Endpoints {
		r := e.Success()
		if r == nil || r.Envelope == nil || r.Media != ir.MediaJSON || len(envelopeFields(r.Envelope)) == 0 {
			continue
		}
		signature := p.signature(r)
		at := slices.IndexFunc(shapes, func(s *shape) bool { return s.signature == signature })
		if at < 0 {
			at = len(shapes)
			shapes = append(shapes, &shape{signature: signature, envelope: r.Envelope, endpoint: e, order: ir.Fields(r.Type)})
		}
		shapes[at].uses++
	}
	return shapes
}

// envelopeFields are the members that an envelope's struct has. Where the payload stands beside the code, the rest belongs to it.
func envelopeFields(e *ir.Envelope) []*ir.Field {
	var fields []*ir.Field
	for _, f := range []*ir.Field{e.Code, e.Message} {
		if f != nil {
			fields = append(fields, f)
		}
	}
	if e.Data != nil {
		fields = append(fields, e.Rest...)
	}
	return fields
}

// signature is the same for envelopes that one struct serves.
func (p *planner) signature(r *ir.Response) string {
	e := r.Envelope
	var b strings.Builder
	for _, f := range []*ir.Field{e.Code, e.Message} {
		b.WriteByte(' ')
		if f != nil {
			b.WriteString(f.Name.Value + ":" + typeSignature(f.Type, 0))
		}
	}
	var rest []string
	if e.Data != nil {
		rest = append(rest, "data "+e.Data.Name.Value)
		for _, f := range e.Rest {
			rest = append(rest, memberSignature(f, 0))
		}
	}
	slices.Sort(rest)
	for _, v := range e.Success {
		b.WriteString("=" + v.Text.Value)
	}
	return b.String() + "|" + strings.Join(rest, ",")
}

func memberSignature(f *ir.Field, depth int) string {
	s := f.Name.Value + ":" + typeSignature(f.Type, depth)
	if f.Nullable != nil {
		s += "?"
	}
	return s + f.Presence.String()
}

func typeSignature(t ir.Type, depth int) string {
	if depth > maxDepth {
		return "…"
	}
	switch t := t.(type) {
	case *ir.Scalar:
		return t.Kind.String()
	case *ir.List:
		return "[]" + typeSignature(t.Elem, depth+1)
	case *ir.Map:
		return "map " + typeSignature(t.Elem, depth+1)
	case *ir.Ref:
		return "*" + t.Target.Name.Value
	case *ir.Object:
		members := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			members[i] = memberSignature(f, depth+1)
		}
		slices.Sort(members)
		return "{" + strings.Join(members, ",") + "}"
	case *ir.Enum:
		return "enum " + t.Base.Kind.String()
	}
	return "any"
}

// envelope makes the struct of a shape.
func (p *planner) envelope(name string, shape *shape) *templates.Struct {
	e := shape.envelope
	s := &templates.Struct{Doc: "is what surrounds the result of each answer."}
	s.Name = p.names.take(claim{name: name, suffix: "Model", also: func(name string) []string {
		return []string{"With" + name, "success" + name, "failed" + name}
	}}, &p.diags)
	names, seen := newScope(structMethods...), newMembers()
	for _, f := range shape.order {
		switch {
		case f == e.Data:
			s.Wire = append(s.Wire, &templates.Field{Wire: f.Name.Value})
		case e.Data == nil && f != e.Code && f != e.Message, !p.unique(seen, f):
		default:
			field := p.envelopeMember(names, e, f)
			s.Fields, s.Wire = append(s.Fields, field), append(s.Wire, field)
			p.noteFailure(s, shape, f, field)
		}
	}
	p.pkg.Envelopes = append(p.pkg.Envelopes, s)
	if s.Failure != nil && s.Failure.Code == nil {
		s.Failure = nil
	}
	return s
}

// envelopeMember is a field of an envelope. Code and message are plain values: they decide what an answer is.
func (p *planner) envelopeMember(names *scope, e *ir.Envelope, f *ir.Field) *templates.Field {
	field := p.field(names, f, place{owner: "Envelope"})
	if f != e.Code && f != e.Message {
		return field
	}
	field.Pointer, field.Omit, field.Nullable, field.Checks = false, false, false, nil
	kind := kindOf(ir.KindOf(f.Type))
	if kind == templates.Raw && f == e.Code && len(e.Success) > 0 {
		kind = kindOf(e.Success[0].Kind)
	}
	if kind == templates.Raw {
		kind = templates.Text
	}
	field.Type = &templates.Type{Kind: kind, Loose: field.Type.Loose || f == e.Message && kind == templates.Text && field.Type.Kind == templates.Raw}
	return field
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
	case shape.envelope.Message:
		if field.Type.Kind == templates.Text {
			s.Failure.Message = field
			s.Failure.Text = successText(shape.endpoint, f)
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
