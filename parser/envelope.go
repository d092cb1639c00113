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
	for _, m := range v.Members {
		switch lexicon.Envelope(m.Name.Value) {
		case lexicon.EnvelopeCode:
			out.code = firstOf(out.code, m.Name.Value)
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

// envelope recognizes a wrapper around the payload: at least two of code, message and data at the root.
func (r *reader) envelope(d *draft, resp *ir.Response, values []*ir.JSON) {
	e := &ir.Envelope{}
	for _, f := range ir.Fields(resp.Type) {
		kind := ir.KindOf(f.Type)
		scalar := kind != ir.ObjectKind && kind != ir.ArrayKind
		switch role := lexicon.Envelope(f.Name.Value); {
		case role == lexicon.EnvelopeCode && scalar && e.Code == nil:
			e.Code = f
		case role == lexicon.EnvelopeMessage && scalar && e.Message == nil:
			e.Message = f
		case role == lexicon.EnvelopeData && e.Data == nil:
			e.Data = f
		default:
			e.Rest = append(e.Rest, f)
		}
	}
	parts := 0
	count(&parts, e.Code != nil)
	count(&parts, e.Message != nil)
	count(&parts, e.Data != nil)
	if parts < 2 || e.Code == nil || e.Data == nil && !plainEnvelope(e) {
		return
	}
	r.success(e, values)
	resp.Envelope = e
	d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "envelope", Value: envelopeText(e), From: e.Code.Span, Why: envelopeWhy})
}

// plainEnvelope reports whether a root object without a data member is a wrapper all the same: its code and message are called
// so, and not by words that a user or an order has too (status, description).
func plainEnvelope(e *ir.Envelope) bool {
	return e.Message != nil && !lexicon.CommonWord(e.Code.Name.Value) && !lexicon.CommonWord(e.Message.Name.Value)
}

// success takes the code of the samples of successful answers for the code of success.
func (r *reader) success(e *ir.Envelope, values []*ir.JSON) {
	for _, v := range values {
		c := v.Get(e.Code.Name.Value)
		if c == nil || c.Kind == ir.Any || c.Kind == ir.Null {
			continue
		}
		if !lexicon.SuccessValue(c.Text) && !stated(e.Code, c.Text) {
			continue
		}
		for _, s := range e.Success {
			if s.Text.Value == c.Text {
				return
			}
		}
		e.Success = append(e.Success, ir.Value{Kind: c.Kind, Text: ir.Text{Value: c.Text, Span: literal(c)}})
		return
	}
}

// stated reports whether the description of the code names a value as the one of success: "1000 请求成功", "成功返回 100".
func stated(code *ir.Field, value string) bool {
	doc := code.Doc.Value
	at := strings.Index(doc, value)
	if at < 0 {
		return false
	}
	around := doc[max(0, at-24):min(len(doc), at+len(value)+24)]
	return strings.Contains(around, "成功") || strings.Contains(around, "正常") || strings.Contains(strings.ToLower(around), "success")
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
			parts = append(parts, f.Name.Value)
		}
	}
	text := strings.Join(parts, ", ")
	for _, s := range e.Success {
		text += "; success=" + s.Text.Value
	}
	return text
}
