package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// gateway is one address for all endpoints of a page; a common parameter (Action, method) says which is meant.
type gateway struct {
	url     ir.Text
	methods []ir.Text
	param   string
}

// findGateway recognizes a gateway in what stands before a page's endpoints: common parameters with a selector among them, and
// an address.
func (p *page) findGateway(fields []*fieldSection, to int) {
	g := &gateway{}
	for _, f := range fields {
		for _, w := range f.rows {
			if f.shared && lexicon.Selector(w.name().Value) && g.param == "" {
				g.param = w.name().Value
			}
		}
	}
	if g.param == "" {
		return
	}
	for _, c := range p.cues[:to] {
		if u := urlIn(c.text, 0, false); g.url.Empty() && strings.Contains(u.Value, "://") {
			g.url = u
		}
		if c.table == nil && len(g.methods) == 0 {
			g.methods = methodsIn(c.text, 0)
		}
	}
	if !g.url.Empty() {
		p.gateway = g
	}
}

// viaGateway gives an endpoint the gateway's address and finds its action: the identifier in its title, or the value in an
// example.
func (d *draft) viaGateway(r *reader, s *segment) {
	g := d.page.gateway
	d.address(r, g.url, ir.Text{})
	if d.ep.Path.Empty() {
		d.ep.Path = ir.Path{Text: ir.Text{Value: "/", Span: g.url.Span}}
	}
	if d.ep.Method.Empty() && len(g.methods) > 0 {
		d.ep.Method, d.ep.Methods = g.methods[0], g.methods[1:]
	}
	d.ep.Action = identifierIn(d.ep.Title)
	for i := s.from; i < s.to && d.ep.Action.Empty(); i++ {
		d.ep.Action = valueAfter(d.page.cues[i], g.param+"=")
	}
}

// identifierIn finds an identifier of some length in a title: "创建主机 CreateHost".
func identifierIn(t ir.Text) ir.Text {
	for word := range strings.FieldsFuncSeq(t.Value, func(c rune) bool { return c > 127 || c == ' ' || c == '(' || c == ')' }) {
		if len(word) > 3 && identifier(word) {
			at := strings.Index(t.Span.Text(), word)
			if at < 0 {
				return ir.Text{Value: word, Span: t.Span}
			}
			return ir.Text{Value: word, Span: t.Span.Sub(at, len(word))}
		}
	}
	return ir.Text{}
}

// valueAfter finds the value of a parameter in a block's text.
func valueAfter(c *cue, prefix string) ir.Text {
	text := c.Span.Text()
	at := strings.Index(text, prefix)
	if at < 0 {
		return ir.Text{}
	}
	from := at + len(prefix)
	end := from
	for end < len(text) && (wordByte(text[end]) || text[end] == '.') {
		end++
	}
	return ir.Text{Value: text[from:end], Span: c.Span.Sub(from, end-from)}
}
