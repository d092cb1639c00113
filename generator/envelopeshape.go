package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
)

// collectShapes brings the answers together whose code and message agree. An answer that shows no message, or no code of
// success, is like one that does.
func (p *planner) collectShapes() []*shape {
	var shapes []*shape
	byHead := make(map[string]*shape)
	for _, e := range p.doc.Endpoints {
		r := e.Success()
		if r == nil || r.Envelope == nil || r.Media != ir.MediaJSON || len(envelopeFields(r.Envelope)) == 0 {
			continue
		}
		head := envelopeHead(r.Envelope)
		if byHead[head] == nil {
			byHead[head] = &shape{envelope: r.Envelope}
			shapes = append(shapes, byHead[head])
		}
		byHead[head].answers = append(byHead[head].answers, &enveloped{e, r})
	}
	shapes = joined(shapes)
	for _, s := range shapes {
		s.settle()
	}
	return shapes
}

// settle takes an answer with a payload for the model of the shape, if one says as much as the first: that which describes most of
// the members.
func (s *shape) settle() {
	head, best := s.head(), -1
	for _, a := range s.answers {
		if a.Envelope.Data == nil || envelopeHead(a.Envelope) != head {
			continue
		}
		if n := described(a.Envelope); n > best {
			s.envelope, best = a.Envelope, n
		}
	}
}

// described counts the members around the payload that the page has words for.
func described(e *ir.Envelope) int {
	n := 0
	for _, f := range append([]*ir.Field{e.Head, e.Code, e.Message, e.Passed}, e.Rest...) {
		if f != nil && !f.Doc.Empty() {
			n++
		}
	}
	return n
}

// joined adds each shape that leaves something open to the shape that says it, if just one has more answers than the others.
func joined(shapes []*shape) []*shape {
	slices.SortStableFunc(shapes, func(a, b *shape) int {
		return cmp.Or(cmp.Compare(b.known(), a.known()), cmp.Compare(len(b.answers), len(a.answers)), strings.Compare(a.head(), b.head()))
	})
	var kept []*shape
	for _, s := range shapes {
		if full := fuller(s, kept); full != nil {
			full.answers = append(full.answers, s.answers...)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// fuller is the shape that says what another leaves open and nothing else.
func fuller(s *shape, kept []*shape) *shape {
	var best *shape
	for _, k := range kept {
		if k.known() <= s.known() || !covers(k.envelope, s.envelope) {
			continue
		}
		if best == nil || len(k.answers) > len(best.answers) {
			best = k
		}
	}
	return best
}

// covers reports whether an envelope has all that another says.
func covers(e, part *ir.Envelope) bool {
	return wireName(e.Head) == wireName(part.Head) && rootMember(e.Code) == rootMember(part.Code) && rootMember(e.Passed) == rootMember(part.Passed) &&
		(part.Message == nil || rootMember(e.Message) == rootMember(part.Message)) &&
		(len(part.Success) == 0 || successesOf(e) == successesOf(part))
}

// known counts what a shape says.
func (s *shape) known() (n int) {
	if s.envelope.Message != nil {
		n++
	}
	if len(s.envelope.Success) > 0 {
		n++
	}
	return n
}

func (s *shape) head() string { return envelopeHead(s.envelope) }

// rootMember is the same for members that one field serves.
func rootMember(f *ir.Field) string {
	if f == nil {
		return ""
	}
	return f.Name.Value + ":" + typeSignature(f.Type, 0)
}

// envelopeHead is the same for envelopes whose code, message and success agree.
func envelopeHead(e *ir.Envelope) string {
	return wireName(e.Head) + rootMember(e.Code) + " " + rootMember(e.Message) + rootMember(e.Passed) + successesOf(e)
}

func successesOf(e *ir.Envelope) string {
	var b strings.Builder
	for _, v := range e.Success {
		b.WriteString("=" + v.Text.Value)
	}
	return b.String()
}

// distinction is what an envelope has that no other has: the name of its head, its code, its message or its sign of success, else its success,
// else all of it.
func (p *planner) distinction(s *shape, shapes []*shape) string {
	for _, part := range []func(*ir.Envelope) string{
		func(e *ir.Envelope) string { return wireName(e.Head) },
		func(e *ir.Envelope) string { return wireName(e.Code) },
		func(e *ir.Envelope) string { return wireName(e.Message) },
		func(e *ir.Envelope) string { return wireName(e.Passed) },
		successesOf,
		func(e *ir.Envelope) string { return codeWord(e.Code) },
	} {
		mine := part(s.envelope)
		others := 0
		for _, o := range shapes {
			if part(o.envelope) == mine {
				others++
			}
		}
		if mine != "" && others == 1 {
			return p.namer.Exported("x " + mine)[1:]
		}
	}
	return p.namer.Exported(wireName(s.envelope.Code)) + p.namer.Exported(wireName(s.envelope.Message))
}

func codeWord(f *ir.Field) string {
	if f == nil {
		return ""
	}
	return ir.KindOf(f.Type).String() + " code"
}

func wireName(f *ir.Field) string {
	if f == nil {
		return ""
	}
	return f.Name.Value
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
		return ir.KindOf(t).String()
	}
	return "any"
}

// order are the members of the shape's answers: those of the first with a payload, then what others have besides. Code,
// message and payload are those of the shape's own envelope.
func (s *shape) order() []*ir.Field {
	e := s.envelope
	answers := slices.Clone(s.answers)
	slices.SortStableFunc(answers, func(a, b *enveloped) int { return cmp.Compare(rank(a, e), rank(b, e)) })
	var out []*ir.Field
	seen := map[string]bool{}
	for _, a := range answers {
		for _, f := range ir.Fields(a.Type) {
			own := a.Envelope == e && (f == e.Data || decides(f, e))
			payload := a.Envelope.Data == nil || f == a.Envelope.Data
			if seen[f.Name.Value] || !own && (payload || decides(f, a.Envelope)) {
				continue
			}
			seen[f.Name.Value] = true
			out = append(out, f)
		}
	}
	return out
}

// decides reports whether a member is one of those that make an answer what it is.
func decides(f *ir.Field, e *ir.Envelope) bool {
	return f == e.Head || f == e.Code || f == e.Message || f == e.Passed
}

func rank(a *enveloped, e *ir.Envelope) int {
	if a.Envelope == e {
		return 0
	}
	return 1
}

// rest are the members besides code, message and payload that belong to the envelope and not to one answer: those of all answers
// with a payload, and those of several. What is not the same in all is left to each answer; what some do not have is optional.
func (s *shape) rest() map[string]*ir.Field {
	out, uses, odd := map[string]*ir.Field{}, map[string]int{}, map[string]bool{}
	answers := 0
	for _, a := range s.answers {
		if a.Envelope.Data == nil {
			continue
		}
		answers++
		odd[a.Envelope.Data.Name.Value] = true
		seen := map[string]bool{}
		for _, f := range a.Envelope.Rest {
			name := f.Name.Value
			if name == "" || seen[name] {
				continue
			}
			seen[name] = true
			uses[name]++
			out[name] = agreed(out[name], f)
			odd[name] = odd[name] || out[name] == nil
		}
	}
	for name, f := range out {
		switch {
		case odd[name] || uses[name] < min(answers, 2):
			delete(out, name)
		case uses[name] < answers && f.Presence != ir.Optional:
			optional := *f
			optional.Presence = ir.Optional
			out[name] = &optional
		}
	}
	return out
}

// agreed is the member that serves for two of one name; nil when they are of different types.
func agreed(have, f *ir.Field) *ir.Field {
	if have == nil {
		return f
	}
	if typeSignature(have.Type, 0) != typeSignature(f.Type, 0) {
		return nil
	}
	if have.Presence == f.Presence && (have.Nullable == nil) == (f.Nullable == nil) {
		return have
	}
	either := *have
	if either.Presence != f.Presence {
		either.Presence = ir.Optional
	}
	if either.Nullable == nil {
		either.Nullable = f.Nullable
	}
	return &either
}
