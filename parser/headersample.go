package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// fromHeaders adds header parameters that a block of headers has and no table. What a client sends of itself is none, and what an
// example of a whole call sends says nothing of other calls. A secret is the same for all calls, and the client's.
func (b *requestBuilder) fromHeaders() {
	for _, h := range b.d.headers {
		address := strings.HasPrefix(h.Value.Value, "//") // of a URL that stands on a line of its own
		if address || lexicon.ClientHeader(h.Name.Value) || !headerName(h.Name.Value) || b.hasHeader(h.Name.Value) {
			continue
		}
		b.d.ep.Params = append(b.d.ep.Params, shownHeader(h))
	}
}

// hasHeader reports whether a header parameter of that name is known; case does not matter to headers. One that a table has
// elsewhere was put there by somebody who may know better.
func (b *requestBuilder) hasHeader(name string) bool {
	for _, f := range b.d.ep.Params {
		if strings.EqualFold(f.Name.Value, name) {
			return true
		}
	}
	return b.body.member(name) != nil
}

func shownHeader(h sample.Pair) *ir.Field {
	f := &ir.Field{Name: h.Name, In: ir.InHeader, Origin: ir.FromSample, Span: h.Name.Span, Type: ir.At(&ir.Scalar{Kind: ir.String}, h.Value.Span)}
	f.Secret, f.Signature = lexicon.Secret(h.Name.Value), lexicon.Signature(h.Name.Value)
	if plainValue(h.Value.Value) && h.Name.Span.Text() == h.Name.Value {
		f.Example = &ir.Text{Value: h.Value.Value, Span: h.Value.Span}
	}
	if f.Secret && !f.Signature {
		f.Common = true
		f.Inferred = append(f.Inferred, &ir.Inference{About: "common-parameter", Value: h.Name.Value, From: h.Name.Span, Why: shownHeaderWhy})
	}
	return f
}

// headerName reports whether a text is the name of a header, and not that of a part of an example (Body, 参数).
func headerName(name string) bool {
	for i := range len(name) {
		if c := name[i]; !wordByte(c) && c != '-' || i == 0 && !letter(c) {
			return false
		}
	}
	return name != ""
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// headerBlock takes a block below the label of headers, or one that begins with it, for the headers of a call: a JSON object of them,
// or a line for each. What stands there is no answer.
func (sc *scan) headerBlock(span source.Span) bool {
	text := span.Text()
	at := headerLabel(text)
	if sc.role != roleHeaders && at == 0 || sc.foreign() {
		return false
	}
	var headers []sample.Pair
	if start := strings.IndexByte(text, '{'); start >= 0 && strings.TrimSpace(text[at:start]) == "" {
		values, _ := sample.JSON(span.Sub(start, len(text)-start))
		headers = headersOf(values)
	} else if at == 0 {
		headers = headerLines(span)
	}
	if len(headers) == 0 {
		return at > 0
	}
	sc.d.headers = append(sc.d.headers, headers...)
	sc.d.calls = append(sc.d.calls, &sample.Call{Headers: headers, Span: span})
	return true
}

// headerLabel is where a block goes on behind "headers:" at its start; 0 where it does not begin so.
func headerLabel(text string) int {
	trimmed := strings.TrimLeft(text, " \t\r\n")
	word := trimmed[:len(trimmed)-len(strings.TrimLeftFunc(trimmed, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }))]
	rest := strings.TrimLeft(trimmed[len(word):], " \t")
	if !lexicon.HeaderLabel(word) || rest == "" || rest[0] != ':' && rest[0] != '=' || !strings.HasPrefix(strings.TrimLeft(rest[1:], " \t\r\n"), "{") {
		return 0
	}
	return len(text) - len(rest) + 1
}

// headersOf are the members of an object of headers. A value that is no literal, such as a call of a function, shows the name alone.
func headersOf(values []*ir.JSON) (out []sample.Pair) {
	if len(values) != 1 {
		return nil
	}
	for _, m := range values[0].Members {
		p := sample.Pair{Name: m.Name, Value: ir.Text{Span: m.Value.Span}}
		switch m.Value.Kind {
		case ir.ObjectKind, ir.ArrayKind:
			return nil
		case ir.String, ir.Integer:
			p.Value = ir.Text{Value: m.Value.Text, Span: literal(m.Value)}
		}
		out = append(out, p)
	}
	return out
}

// headerLines reads a block that has a header on each line.
func headerLines(span source.Span) (out []sample.Pair) {
	at := 0
	for line := range strings.Lines(span.Text()) {
		start := at
		at += len(line)
		name, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ":")
		if strings.TrimSpace(line) == "" {
			continue
		}
		lead := len(name) - len(strings.TrimLeft(name, " \t"))
		name = strings.TrimSpace(name)
		if !ok || !headerName(name) {
			return nil
		}
		skip := lead + len(name) + strings.IndexByte(line[lead+len(name):], ':') + 1
		skip += len(value) - len(strings.TrimLeft(value, " \t"))
		value = strings.TrimSpace(value)
		out = append(out, sample.Pair{
			Name:  ir.Text{Value: name, Span: span.Sub(start+lead, len(name))},
			Value: ir.Text{Value: value, Span: span.Sub(start+skip, len(value))},
		})
	}
	return out
}

var shownHeaderWhy = source.Message{ZH: "只有请求示例里有这个请求头；它对所有接口都一样", EN: "only an example shows this header, and it is the same for all calls"}
