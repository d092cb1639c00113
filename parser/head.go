package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// maxHead is how many members the head of an answer has at most.
const maxHead = 8

// headed is the envelope of an answer whose code and message stand in an object of their own: {"head": {"code": 0, "msg": ""},
// "body": {}}. An empty one where there is no such object, or several.
func headed(fields []*ir.Field, values []*ir.JSON) *ir.Envelope {
	e := &ir.Envelope{}
	var rest []*ir.Field
	for _, f := range fields {
		found := headOf(f, values)
		switch {
		case found == nil:
			rest = append(rest, f)
		case e.Head != nil:
			return &ir.Envelope{}
		default:
			e = found
		}
	}
	if e.Head != nil {
		_, e.Data = codeAndData(rest, values)
	}
	return e
}

// headOf reads a member as the head of an answer: an object of scalars, a code and a message among them. By another name than one
// that heads have, it has nothing else, and a code that is known for a success.
func headOf(head *ir.Field, values []*ir.JSON) *ir.Envelope {
	members := ir.Fields(head.Type)
	if ir.KindOf(head.Type) != ir.ObjectKind || len(members) < 2 || len(members) > maxHead || lexicon.FailureWord(head.Name.Value) {
		return nil
	}
	inside := within(values, head.Name.Value)
	e := &ir.Envelope{Head: head}
	e.Code, _ = codeAndData(members, nil) // 200 in a head is no HTTP status
	e.Passed = passed(e.Code, members, inside)
	others := 0
	for _, f := range members {
		role := lexicon.Envelope(f.Name.Value)
		switch {
		case !scalarMember(f):
			return nil
		case f == e.Code || f == e.Passed:
		case role == lexicon.EnvelopeMessage && e.Message == nil:
			e.Message = f
		case role != lexicon.EnvelopeCode && role != lexicon.EnvelopeMessage:
			others++
		}
	}
	if e.Code == nil || e.Message == nil {
		return nil
	}
	if !lexicon.Head(head.Name.Value) && (others > 0 || !plainEnvelope(e) || !showsSuccess(e, values)) {
		return nil
	}
	return e
}

// within are the values of a member.
func within(values []*ir.JSON, name string) (out []*ir.JSON) {
	for _, v := range values {
		if m := v.Get(name); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// showsSuccess reports whether a sample has a code that is known to mean success.
func showsSuccess(e *ir.Envelope, values []*ir.JSON) bool {
	_, ok := shownSuccess(e, values, nil, nil)
	return ok
}

// headText names the members of a head after it: result.code.
func headText(e *ir.Envelope, f *ir.Field) string {
	if e.Head == nil || f == e.Data {
		return f.Name.Value
	}
	return strings.Join([]string{e.Head.Name.Value, f.Name.Value}, ".")
}
