package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// roles are the members of a root object that could wrap a payload.
type roles struct{ code, message, data string }

// envelopeRoles finds the wrapping members of a sample.
func envelopeRoles(v *ir.JSON) (out roles) {
	if v.Kind != ir.ObjectKind {
		return out
	}
	best := codeUnlikely + 1
	for _, m := range v.Members {
		switch lexicon.Envelope(m.Name.Value) {
		case lexicon.EnvelopeCode:
			if rank := codeRank(m.Name.Value, m.Value.Kind, httpStatus(m.Value)); rank < best {
				out.code, best = m.Name.Value, rank
			}
		case lexicon.EnvelopeMessage:
			out.message = firstOf(out.message, m.Name.Value)
		case lexicon.EnvelopeData:
			out.data = firstOf(out.data, m.Name.Value)
		}
	}
	return out
}

func firstOf(have, next string) string {
	if have != "" {
		return have
	}
	return next
}

// codeUnlikely is the highest rank of a member that could be the code.
const codeUnlikely = 15

// codeRank says how unlikely a member is the business code where there are several that could be: one that repeats the HTTP status
// is not, a word that things in general have less so than code, and a boolean beside a code only sums it up.
func codeRank(name string, kind ir.Kind, http bool) (rank int) {
	if http {
		rank += 4
	}
	if lexicon.CommonWord(name) {
		rank += 2
	}
	if kind == ir.Boolean {
		rank++
	}
	return rank
}

// httpStatus reports whether a value could be an HTTP status.
func httpStatus(v *ir.JSON) bool {
	return len(v.Text) == 3 && v.Text[0] >= '1' && v.Text[0] <= '5' && digit(v.Text[1]) && digit(v.Text[2])
}

// onlyStatus reports whether a member is said or shown to hold HTTP statuses.
func onlyStatus(f *ir.Field, values []*ir.JSON) bool {
	if strings.Contains(strings.ToLower(f.Doc.Value+f.Label.Value), "http") {
		return true
	}
	shown := false
	for _, v := range values {
		if c := v.Get(f.Name.Value); c != nil && c.Kind != ir.Null {
			if !httpStatus(c) {
				return false
			}
			shown = true
		}
	}
	return shown
}

// neverShown reports whether samples of answers that went well lack a member: the code of an error, and none of all answers.
func neverShown(f *ir.Field, values []*ir.JSON) bool {
	for _, v := range values {
		if v.Get(f.Name.Value) != nil {
			return false
		}
	}
	return len(values) > 0
}

// besideMessage reports whether a member is called like the message: retCode beside retInfo, code beside msg.
func besideMessage(f *ir.Field, fields []*ir.Field) bool {
	prefix := codePrefix(f.Name.Value)
	for _, m := range fields {
		lower := strings.ToLower(m.Name.Value)
		if lexicon.Envelope(lower) == lexicon.EnvelopeMessage && strings.HasPrefix(lower, prefix) && (prefix != "" || lower[0] == 'm') {
			return true
		}
	}
	return false
}

// codePrefix is what stands before code in the name of one: ret in retCode.
func codePrefix(name string) string {
	lower := strings.ToLower(name)
	return strings.TrimSuffix(lower, "code")
}

// scalarMember reports whether a member's value has no parts.
func scalarMember(f *ir.Field) bool {
	kind := ir.KindOf(f.Type)
	return kind != ir.ObjectKind && kind != ir.ArrayKind
}

// codeAndData picks the members that are the code and the payload among those that are called so. With several, the payload
// is the one called data, or the first with parts.
func codeAndData(fields []*ir.Field, values []*ir.JSON) (code, data *ir.Field) {
	bestCode, bestData := codeUnlikely+1, 3
	for _, f := range fields {
		switch lexicon.Envelope(f.Name.Value) {
		case lexicon.EnvelopeCode:
			rank := 2 * codeRank(f.Name.Value, ir.KindOf(f.Type), onlyStatus(f, values) || neverShown(f, values))
			if !besideMessage(f, fields) {
				rank++
			}
			if scalarMember(f) && rank < bestCode {
				code, bestCode = f, rank
			}
		case lexicon.EnvelopeData:
			rank := 1
			if kind := ir.KindOf(f.Type); kind != ir.ObjectKind && kind != ir.ArrayKind && kind != ir.Any {
				rank = 2
			} else if strings.EqualFold(f.Name.Value, "data") {
				rank = 0
			}
			if rank < bestData {
				data, bestData = f, rank
			}
		}
	}
	return code, data
}

// envelope recognizes a wrapper around the payload: at least two of code, message and data at the root.
func (r *reader) envelope(d *draft, resp *ir.Response, values []*ir.JSON) {
	defer r.paged(d, resp)
	fields := ir.Fields(resp.Type)
	e := &ir.Envelope{}
	e.Code, e.Data = codeAndData(fields, values)
	if e.Code == nil {
		e.Code, e.Message = r.saidCode(fields)
	}
	e.Passed = passed(e.Code, fields, values)
	if e.Code == nil {
		e = headed(fields, values)
	}
	for _, f := range fields {
		switch {
		case f == e.Head || f == e.Code || f == e.Data || f == e.Passed || f == e.Message:
		case lexicon.Envelope(f.Name.Value) == lexicon.EnvelopeMessage && scalarMember(f) && e.Message == nil:
			e.Message = f
		default:
			e.Rest = append(e.Rest, f)
		}
	}
	parts := 0
	count(&parts, e.Code != nil)
	count(&parts, e.Message != nil)
	count(&parts, e.Data != nil)
	if parts < 2 || e.Code == nil || e.Data == nil && e.Head == nil && !plainEnvelope(e) {
		return
	}
	r.success(d, e, values)
	resp.Envelope = e
	d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "envelope", Value: envelopeText(e), From: e.Code.Span, Why: envelopeWhy})
}

// saidCode is the member that is a code by its description, which says what of it is a success and what a failure, whatever it is
// called; and the message beside it, which shares the beginning of its name: ev_result, ev_message. There is just one such.
func (r *reader) saidCode(fields []*ir.Field) (code, message *ir.Field) {
	for _, f := range fields {
		if !scalarMember(f) {
			continue
		}
		good, bad := r.statedCodes(f)
		if len(good) != 1 || len(bad) == 0 {
			continue
		}
		for _, m := range fields {
			if m == f || !scalarMember(m) || !messageOf(m.Name.Value, f.Name.Value) {
				continue
			}
			if code != nil {
				return nil, nil
			}
			code, message = f, m
		}
	}
	return code, message
}

// messageOf reports whether a name is that of the message beside a code: message itself, or with the word before it that the code has.
func messageOf(name, code string) bool {
	if lexicon.CommonWord(name) {
		return false
	}
	if lexicon.Envelope(name) == lexicon.EnvelopeMessage {
		return true
	}
	owner, _, ok := strings.Cut(code, "_")
	rest, same := strings.CutPrefix(name, owner+"_")
	return ok && same && lexicon.Envelope(rest) == lexicon.EnvelopeMessage && !lexicon.CommonWord(rest)
}

// passed is the boolean beside the code that says whether a call went well. Codes in samples are often made up, and success is not.
func passed(code *ir.Field, fields []*ir.Field, values []*ir.JSON) *ir.Field {
	for _, f := range fields {
		if code != nil && f != code && lexicon.Passed(f.Name.Value) && ir.KindOf(f.Type) == ir.Boolean && !neverShown(f, values) {
			return f
		}
	}
	return nil
}

// plainEnvelope reports whether a root object without a data member is a wrapper all the same: its code and message are called
// so, and not by words that a user or an order has too (status, description).
func plainEnvelope(e *ir.Envelope) bool {
	return e.Message != nil && !lexicon.CommonWord(e.Code.Name.Value) && !lexicon.CommonWord(e.Message.Name.Value)
}

// literal is the place of a value without its quotes.
func literal(j *ir.JSON) source.Span {
	if j.Kind == ir.String && len(j.Span.Text()) == len(j.Text)+2 {
		return j.Span.Sub(1, len(j.Text))
	}
	return j.Span
}

func envelopeText(e *ir.Envelope) string {
	var parts []string
	for _, f := range []*ir.Field{e.Code, e.Message, e.Data} {
		if f != nil {
			parts = append(parts, headText(e, f))
		}
	}
	text := strings.Join(parts, ", ")
	if e.Passed != nil {
		text += "; success by " + headText(e, e.Passed)
	}
	for _, s := range e.Success {
		text += "; success=" + s.Text.Value
	}
	return text
}
