package generator

import (
	"slices"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// head plans the member of an envelope that has code and message in it. Both are plain values, as in an envelope without a head.
func (p *planner) head(names *scope, s *templates.Struct, shape *shape, at place) *templates.Field {
	e := shape.envelope
	at.name = s.Name
	field := p.field(names, shape.headMember(), at)
	field.Pointer, field.Omit, field.Nullable = false, false, false
	for _, f := range []*ir.Field{e.Code, e.Message, e.Passed} {
		if f == nil {
			continue
		}
		i := slices.IndexFunc(field.Type.Struct.Fields, func(m *templates.Field) bool { return m.Wire == f.Name.Value })
		plain(field.Type.Struct.Fields[i], e, f)
		p.noteFailure(s, shape, f, field.Type.Struct.Fields[i])
	}
	s.Failure.Head = field
	return field
}

// headMember is the head of the shape's envelope with what the heads of its other answers have besides, which is optional then.
func (s *shape) headMember() *ir.Field {
	own := s.envelope.Head
	members := slices.Clone(ir.Fields(own.Type))
	for i, f := range members {
		if !s.always(f) {
			members[i] = withoutDuty(f)
		}
	}
	for _, a := range s.answers {
		for _, f := range ir.Fields(a.Envelope.Head.Type) {
			if !slices.ContainsFunc(members, func(m *ir.Field) bool { return m.Name.Value == f.Name.Value }) {
				members = append(members, withoutDuty(f))
			}
		}
	}
	if object, ok := own.Type.(*ir.Object); ok && slices.Equal(members, object.Fields) {
		return own
	}
	merged := *own
	merged.Type = ir.At(&ir.Object{Fields: members}, own.Type.Where())
	return &merged
}

// always reports whether all heads have a member.
func (s *shape) always(f *ir.Field) bool {
	return !slices.ContainsFunc(s.answers, func(a *enveloped) bool {
		return !slices.ContainsFunc(ir.Fields(a.Envelope.Head.Type), func(m *ir.Field) bool { return m.Name.Value == f.Name.Value })
	})
}

// withoutDuty is the field as one that may be left out.
func withoutDuty(f *ir.Field) *ir.Field {
	if f.Presence == ir.Optional {
		return f
	}
	out := *f
	out.Presence = ir.Optional
	return &out
}
