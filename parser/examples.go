package parser

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// statusIn finds an HTTP status in a label: "响应 200", "Status 404".
func statusIn(in block.Inline) ir.Text {
	s := in.Text
	for i := 0; i+3 <= len(s); i++ {
		if s[i] >= '1' && s[i] <= '5' && digit(s[i+1]) && digit(s[i+2]) && (i == 0 || !wordByte(s[i-1]) && s[i-1] != '.') && (i+3 == len(s) || !wordByte(s[i+3]) && s[i+3] != '.') {
			return ir.Text{Value: s[i : i+3], Span: in.Span(i, i+3)}
		}
	}
	return ir.Text{}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// jsonLines takes lines of text that hold JSON outside of any fence.
func (sc *scan) jsonLines(i int, c *cue) bool {
	t := c.text.Text
	if t == "" || t[0] != '{' && t[0] != '[' || c.call.found() || len(c.text.Links()) > 0 {
		return false
	}
	if t[0] == '{' && !strings.ContainsAny(t, "\":：'“") && t != "{" || t[0] == '[' && len(t) > 1 && !strings.ContainsAny(t, "{\"") {
		return false
	}
	depth, end := 0, i
	for j := i; j < len(sc.p.cues) && sc.p.cues[j].Kind == block.Text; j++ {
		depth += balance(sc.p.cues[j].Span.Text())
		end = j
		if depth <= 0 {
			break
		}
	}
	sc.lineSet = end + 1
	sc.code(c, c.Span.To(sc.p.cues[end].Span))
	return true
}

func balance(s string) int {
	return strings.Count(s, "{") + strings.Count(s, "[") - strings.Count(s, "}") - strings.Count(s, "]")
}

// code takes a code block: a sample in JSON, or a call.
func (sc *scan) code(c *cue, span source.Span) {
	if sc.headerBlock(span) {
		return
	}
	if calls := sample.Calls(span); len(calls) > 0 {
		response := sc.role == roleResponse || sc.role == roleResponseSample
		if !response || !calls[0].Method.Empty() && calls[0].JSON != nil {
			sc.d.calls = append(sc.d.calls, calls...)
			for _, call := range calls {
				sc.r.diags.Add(call.Diags...)
				if call.JSON != nil {
					sc.keep(roleRequestSample, []*ir.JSON{call.JSON}, call.Body.Span)
				}
			}
			sc.answerBehind(calls, span)
			return
		}
		if !calls[0].Method.Empty() { // the call that is answered
			sc.d.calls = append(sc.d.calls, calls...)
		}
	}
	if sc.foreign() {
		return
	}
	values, diags := sample.JSON(span)
	if len(values) == 0 {
		sc.listCode(span)
		return
	}
	if sc.sampleRole() != noRole || !sc.outside {
		sc.r.diags.Add(diags...)
	}
	sc.keep(sc.sampleRole(), values, span)
}

// answerBehind keeps a document that stands in one block with calls and is the body of none: what is answered.
func (sc *scan) answerBehind(calls []*sample.Call, span source.Span) {
	for _, c := range calls {
		if !c.Body.Empty() || c.JSON != nil || len(c.Form) > 0 {
			return
		}
	}
	values, _ := sample.JSON(span)
	if len(values) == 0 || sc.foreign() {
		return
	}
	before := span.Text()[:values[0].Span.Start-span.Start]
	if strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == "" {
		sc.keep(roleResponseSample, values[:1], values[0].Span)
	}
}

func (sc *scan) keep(role role, values []*ir.JSON, span source.Span) {
	for _, v := range values {
		trimNames(v)
	}
	for _, v := range values {
		text := ir.Text{Value: span.Text(), Span: span}
		if len(values) > 1 {
			text = ir.Text{Value: v.Span.Text(), Span: v.Span}
		}
		sc.d.samples = append(sc.d.samples, &example{role: introduced(v, role), status: cmp.Or(sc.status, statusBefore(v)), values: []*ir.JSON{v}, text: text})
	}
}

// statusBefore is the HTTP status in the words before a document in a block: "// Status Codes 201 成功返回".
func statusBefore(v *ir.JSON) ir.Text {
	intro := strings.ToLower(v.Comment.Value)
	if !strings.Contains(intro, "status") && !strings.Contains(intro, "状态码") && !strings.Contains(intro, "http") {
		return ir.Text{}
	}
	return statusIn(block.Read(v.Comment.Span))
}

// shownStatus is the HTTP status that the samples of an answer which went well stand under, where they agree on one.
func (d *draft) shownStatus() (status ir.Text) {
	for _, s := range d.samples {
		if s.role != roleResponseSample || s.status.Empty() || s.status.Value[0] != '2' {
			continue
		}
		if !status.Empty() && status.Value != s.status.Value {
			return ir.Text{}
		}
		status = s.status
	}
	return status
}

// introduced lets the words before a document in a block say what it shows: "// Status Codes 400 失败返回".
func introduced(v *ir.JSON, r role) role {
	intro := strings.ToLower(v.Comment.Value)
	for _, word := range []string{"失败", "错误", "异常", "error", "fail", " 400", " 401", " 403", " 404", " 500"} {
		if strings.Contains(intro, word) && r != roleRequestSample {
			return roleErrorSample
		}
	}
	return r
}

func (sc *scan) sampleRole() role {
	switch sc.role {
	case roleRequest, roleBody, roleForm, roleRequestSample, roleEnvironment, roleQuery:
		return roleRequestSample
	case roleResponse, roleResponseSample:
		return roleResponseSample
	case roleErrorSample, roleErrors:
		return roleErrorSample
	case roleTypes, roleHeaders:
		return noRole
	}
	return roleSample
}

// sortSamples settles what samples show that stand under no plain label: the members tell.
func (r *reader) sortSamples(d *draft) {
	for _, s := range d.samples {
		if s.role != roleSample && s.role != noRole {
			continue
		}
		request, response := d.matches(s, true), d.matches(s, false)
		switch {
		case request > response:
			s.role = roleRequestSample
		case response > 0 || s.enveloped():
			s.role = roleResponseSample
		case s.role == roleSample && len(d.fields) == 0:
			s.role = roleResponseSample
		case s.role == noRole && request == 0:
			s.role = noRole
		default:
			s.role = roleResponseSample
		}
	}
	for _, s := range d.samples {
		if s.role == roleRequestSample && s.enveloped() && d.matches(s, true) == 0 && d.matches(s, false) > 0 {
			s.role = roleResponseSample
		}
	}
}

// matches counts the root members of a sample that the tables of the request or the response name.
func (d *draft) matches(s *example, request bool) (n int) {
	for _, f := range d.fields {
		if requestRole(f.role) != request {
			continue
		}
		for _, w := range f.rows {
			for _, v := range s.values {
				if v.Get(w.name().Value) != nil || len(w.steps) > 1 && v.Get(w.steps[0].name.Value) != nil {
					n++
				}
			}
		}
	}
	return n
}

// enveloped reports whether a sample looks like an answer: a code or message and something beside it.
func (s *example) enveloped() bool {
	for _, v := range s.values {
		roles := envelopeRoles(v)
		if roles.code != "" && (roles.message != "" || roles.data != "") || roles.message != "" && roles.data != "" {
			return true
		}
	}
	return false
}

// responseSamples are the samples of successful answers, the fullest kept when several disagree about success.
func responseSamples(d *draft) []*example {
	var out []*example
	d.splitFailures()
	for _, s := range d.samples {
		if s.role == roleResponseSample && !(s.status.Value != "" && s.status.Value[0] >= '4') {
			out = append(out, s)
		}
	}
	return d.related(out)
}

// related leaves out samples that have no root member in common with one that is enveloped: they show a part, or something else. So do
// lists whose elements have nothing that the tables of the answer document.
func (d *draft) related(samples []*example) []*example {
	main := slices.IndexFunc(samples, (*example).enveloped)
	if main < 0 {
		return samples
	}
	var out []*example
	for _, s := range samples {
		if s == samples[main] || sharesMember(s.values[0], samples[main].values[0]) || d.documents(s.values[0].Elems) {
			out = append(out, s)
		}
	}
	return out
}

// documents reports whether a table of the answer has a name that one of some values has for a member.
func (d *draft) documents(values []*ir.JSON) bool {
	return slices.ContainsFunc(d.fields, func(f *fieldSection) bool {
		return f.role == roleResponse && slices.ContainsFunc(f.rows, func(w *row) bool {
			return slices.ContainsFunc(values, func(v *ir.JSON) bool { return v.Get(w.name().Value) != nil })
		})
	})
}

func sharesMember(a, b *ir.JSON) bool {
	return slices.ContainsFunc(a.Members, func(m *ir.Member) bool { return b.Get(m.Name.Value) != nil })
}

// splitFailures takes samples out of the successful ones when another has a code of success and they have a different one.
func (d *draft) splitFailures() {
	good := false
	codeOf := func(s *example) string {
		if c := s.values[0].Get(envelopeRoles(s.values[0]).code); c != nil && (c.Kind == ir.Integer || c.Kind == ir.String) {
			return c.Text
		}
		return ""
	}
	for _, s := range d.samples {
		good = good || s.role == roleResponseSample && lexicon.SuccessValue(codeOf(s))
	}
	if d.shows("true") {
		for _, s := range d.samples {
			if s.role == roleResponseSample && s.passed() == "false" {
				s.role = roleErrorSample
			}
		}
	}
	for _, s := range d.samples {
		if code := codeOf(s); good && s.role == roleResponseSample && code != "" && !lexicon.SuccessValue(code) {
			s.role = roleErrorSample
		}
	}
}

// passed is what the sample's root says of whether the call went well: true or false; "" for nothing.
func (s *example) passed() string {
	for _, m := range s.values[0].Members {
		if m.Value.Kind == ir.Boolean && lexicon.Passed(m.Name.Value) {
			return m.Value.Text
		}
	}
	return ""
}

// shows reports whether a sample of an answer says so of whether the call went well.
func (d *draft) shows(passed string) bool {
	return slices.ContainsFunc(d.samples, func(s *example) bool { return s.role == roleResponseSample && s.passed() == passed })
}
