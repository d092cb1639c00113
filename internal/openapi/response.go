package openapi

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

func (x *exporter) requestBody(e *ir.Endpoint) *object {
	b := e.Body
	if b == nil {
		return nil
	}
	media := x.media(b.Type, b.Media)
	if b.Media == ir.MediaJSON {
		media.setObject("examples", samplesOf(e, ir.RequestSample))
	}
	return new(object).
		setText("description", b.Doc.Value).
		set("content", new(object).set(b.Media.ContentType(), media)).
		mark("required", hasRequired(b.Type))
}

// hasRequired reports whether a body must be there: one of its members must.
func hasRequired(t ir.Type) bool {
	for _, f := range ir.Fields(t) {
		if f.Presence == ir.Required {
			return true
		}
	}
	return false
}

// media describes a body of one media type. Text and files need no description by the page.
func (x *exporter) media(t ir.Type, media ir.Media) *object {
	switch {
	case t != nil:
		return new(object).set("schema", x.schema(t, false))
	case media == ir.MediaText:
		return new(object).set("schema", new(object).setText("type", "string"))
	case media == ir.MediaBinary:
		return new(object).set("schema", file())
	}
	return new(object)
}

// responses exports the answers, the success first. OpenAPI has one answer per status; a further one of another media
// type stands beside it, one of the same kind in x-further-responses.
func (x *exporter) responses(e *ir.Endpoint) *object {
	out := new(object)
	for i, r := range e.Responses {
		status := statusOf(r, i == 0)
		if earlier, ok := out.get(status).(*object); ok {
			x.further(earlier, r)
			continue
		}
		out.set(status, x.response(e, r, i))
	}
	if len(out.members) == 0 {
		out.set("default", new(object).setText("description", "页面没有描述响应").mark("x-undocumented", true))
	}
	return out
}

func (x *exporter) response(e *ir.Endpoint, r *ir.Response, n int) *object {
	description := r.Doc.Value
	switch {
	case description != "":
	case n == 0:
		description = "成功"
	default:
		description = "失败"
	}
	out := new(object).setText("description", description)
	if r.Type != nil || r.Media == ir.MediaText || r.Media == ir.MediaBinary {
		media := x.media(r.Type, r.Media)
		if r.Media == ir.MediaJSON {
			media.setObject("examples", responseSamples(e, n))
		}
		out.set("content", new(object).set(r.Media.ContentType(), media))
	}
	return out.setObject("x-envelope", envelope(r.Envelope))
}

// responseSamples are the samples that belong to the n-th response: successes to the first, failures to the one after
// it, or to the first where there is no other.
func responseSamples(e *ir.Endpoint, n int) *object {
	var kinds []ir.SampleKind
	if n == 0 {
		kinds = append(kinds, ir.ResponseSample)
	}
	if n == min(1, len(e.Responses)-1) {
		kinds = append(kinds, ir.ErrorSample)
	}
	out := new(object)
	for _, kind := range kinds {
		out.members = append(out.members, samplesOf(e, kind).members...)
	}
	return out
}

// further adds an answer to one of the same status.
func (x *exporter) further(earlier *object, r *ir.Response) {
	kind := r.Media.ContentType()
	if content, ok := earlier.get("content").(*object); ok && content.get(kind) == nil {
		content.set(kind, x.media(r.Type, r.Media))
		return
	}
	more := new(object).setText("description", r.Doc.Value).
		set("content", new(object).set(kind, x.media(r.Type, r.Media))).
		setObject("x-envelope", envelope(r.Envelope))
	for i, m := range earlier.members {
		if all, ok := m.value.(list); ok && m.key == "x-further-responses" {
			earlier.members[i].value = append(all, more)
			return
		}
	}
	earlier.set("x-further-responses", list{more})
}

// statusOf is the key of a response: its status, 200 for a success that has none, else default.
func statusOf(r *ir.Response, success bool) string {
	status := r.Status.Value
	if len(status) >= 3 && status[0] >= '1' && status[0] <= '5' {
		head := strings.ToUpper(status[:3])
		if head[1:] == "XX" || isDigit(head[1]) && isDigit(head[2]) {
			return head
		}
	}
	if success {
		return "200"
	}
	return "default"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// envelope names the members of the root object that wrap the payload.
func envelope(e *ir.Envelope) *object {
	if e == nil {
		return nil
	}
	out := new(object)
	for _, m := range []struct {
		key   string
		field *ir.Field
	}{{"head", e.Head}, {"code", e.Code}, {"message", e.Message}, {"data", e.Data}, {"passed", e.Passed}} {
		if m.field != nil {
			out.setText(m.key, m.field.Name.Value)
		}
	}
	var success, rest list
	for _, v := range e.Success {
		success = append(success, typed(v.Kind, v.Text.Value))
	}
	for _, f := range e.Rest {
		rest = append(rest, text(f.Name.Value))
	}
	return out.setList("success", success).setList("rest", rest)
}
