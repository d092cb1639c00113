package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/parser/sample"
)

// identify sets what names the endpoint: number, title, method, path.
func (r *reader) identify(d *draft, p *page, s *segment) {
	ep := d.ep
	ep.Number, ep.Title = splitNumber(s.title)
	if p.title.Span.Known() && s.only && p.title.Span.Start < p.cues[s.anchorOr(s.from)].Whole.End && (ep.Title.Empty() || len(p.orphansOf(s)) > 0) {
		ep.Number, ep.Title = splitNumber(p.title)
	}
	ep.Title = withoutMethod(ep.Title)
	ep.Deprecated = deprecation(ep.Title)
	ep.Group = p.chapter(s)
	for _, m := range s.methods {
		if ep.Method.Empty() {
			ep.Method = m
		} else if m.Value != ep.Method.Value {
			ep.Methods = append(ep.Methods, m)
		}
	}
	for _, u := range s.urls {
		d.address(r, u, ir.Text{})
	}
	if p.gateway != nil && (ep.Path.Empty() || samePath(ep.Path.Value, p.gateway.url.Value)) {
		d.viaGateway(r, s)
	}
	ep.Name = r.nameOf(ep, p)
}

// entitle takes the first line of a description for the title of an endpoint without one, where it is no sentence but says what the
// endpoint does: 发送验证码。
func entitle(ep *ir.Endpoint) {
	line, rest, more := strings.Cut(ep.Doc.Value, "\n")
	title := strings.TrimRight(line, "。.；; ")
	if !ep.Title.Empty() || title == "" || utf8.RuneCountInString(title) > maxTitle || strings.ContainsAny(title, "，。；：？！,;:?!|") {
		return
	}
	span := ep.Doc.Span
	if at := strings.Index(span.Text(), title); at >= 0 {
		span = span.Sub(at, len(title))
	} else if more {
		return
	}
	ep.Title, ep.Doc = ir.Text{Value: title, Span: span}, ir.Text{Value: rest, Span: ep.Doc.Span}
	if rest == "" {
		ep.Doc = ir.Text{}
	}
}

// maxTitle is how many characters a line has at most that is taken for a title without being marked as one.
const maxTitle = 24

// deprecation is what a title says against using what it names: that it is struck out, or （已废弃）.
func deprecation(title ir.Text) *ir.Text {
	if struckOut(title) {
		return &title
	}
	return prose.Mine(title, ir.String).Deprecated
}

// struckOut reports whether all of a title stands between the marks of what is struck out.
func struckOut(title ir.Text) bool {
	s := title.Span
	if !s.Known() || title.Empty() {
		return false
	}
	page := s.File.Text
	return s.Text() == title.Value && strings.HasSuffix(page[:s.Start], "~~") && strings.HasPrefix(page[s.End:], "~~")
}

// withoutMethod takes the method off a title: "POST 注册".
func withoutMethod(t ir.Text) ir.Text {
	m := methodAt(t.Value, 0)
	if m == "" || t.Value[:len(m)] != m {
		return t
	}
	rest := strings.TrimLeft(t.Value[len(m):], " :：-")
	if rest == "" || strings.HasPrefix(rest, "/") {
		return t
	}
	at := len(t.Value) - len(rest)
	if t.Span.Text() == t.Value {
		t.Span = t.Span.Sub(at, len(rest))
	}
	t.Value = rest
	return t
}

// chapter is the heading above a family of endpoints, as long as it is not the page's own title.
func (p *page) chapter(s *segment) ir.Text {
	i := p.headingAbove(s.from, s.level)
	if i < 0 {
		return ir.Text{}
	}
	c := p.cues[i]
	if t := c.title(); c.titled() && t.Span != p.title.Span && !c.call.found() {
		_, t = splitNumber(t)
		return t
	}
	return ir.Text{}
}

// headingAbove is the last heading before a block whose level is less than this one; -1 for none.
func (p *page) headingAbove(i, level int) int {
	if p.above == nil {
		p.outline()
	}
	i--
	if i >= 0 && p.cues[i].Kind != block.Heading {
		i = p.above[i]
	}
	for i >= 0 && p.cues[i].Level >= level {
		i = p.above[i]
	}
	return i
}

// outline notes for each heading the last one before it of a lesser level, and for each other block the last heading before it. So a
// heading above is found in as many steps as there are levels, however long the page is.
func (p *page) outline() {
	p.above = make([]int, len(p.cues))
	last := -1
	for i, c := range p.cues {
		p.above[i] = last
		if c.Kind == block.Heading {
			for up := last; up >= 0 && p.cues[up].Level >= c.Level; up = p.above[i] {
				p.above[i] = p.above[up]
			}
			last = i
		}
	}
}

// splitNumber takes a section number off a title: "2.16 获取会话信息".
func splitNumber(t ir.Text) (number, title ir.Text) {
	s := t.Value
	i := 0
	if n := chineseNumber(s); n > 0 {
		i = n
	}
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	rest := strings.TrimLeft(s[i:], " 、.)）．\t:：-")
	if i == 0 || rest == "" || i < len(s) && wordByte(s[i]) {
		return ir.Text{}, t
	}
	n := strings.TrimRight(s[:i], ".")
	span := t.Span
	if span.Text() == s {
		return ir.Text{Value: n, Span: span.Sub(0, len(n))}, ir.Text{Value: rest, Span: span.Sub(len(s)-len(rest), len(rest))}
	}
	return ir.Text{Value: n, Span: span}, ir.Text{Value: rest, Span: span}
}

// chineseNumber is the length of a number in Chinese numerals that counts a title: "二、". It must have its own punctuation.
func chineseNumber(s string) int {
	rest := strings.TrimLeft(s, "一二三四五六七八九十")
	if n := len(s) - len(rest); n > 0 && (strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "．") || strings.HasPrefix(rest, ".")) {
		return n
	}
	return 0
}

// address takes a URL of the endpoint apart: server, path, parameters in path and query.
func (d *draft) address(r *reader, t ir.Text, env ir.Text) {
	u := sample.SplitURL(t)
	if !u.Base.Empty() || !env.Empty() {
		d.servers = append(d.servers, &ir.Server{Name: env, URL: u.Base, Span: t.Span})
	}
	if d.ep.Path.Empty() && !u.Path.Empty() {
		d.ep.Path = normalPath(u.Path)
		d.ep.Path.Value = d.page.based(u, d.ep.Path.Value)
	}
	d.calls = append(d.calls, &sample.Call{URL: t, Query: u.Query, Span: t.Span})
}

// based puts the page's base path before a path that has no host of its own and does not start with it already.
func (p *page) based(u sample.URL, path string) string {
	prefix := ""
	for i, b := range p.bases {
		if i == 0 || !b.further && p.cues[b.at].Span.Start < u.Path.Span.Start {
			prefix = strings.TrimRight(b.url.Path.Value, "/")
		}
	}
	if prefix == "" || !u.Base.Empty() || strings.HasPrefix(path, prefix+"/") {
		return path
	}
	return prefix + path
}

// nameOf is the author's own identifier for an endpoint: the last fixed segment of its path, else its title, else the file name.
func (r *reader) nameOf(ep *ir.Endpoint, p *page) ir.Text {
	if !ep.Action.Empty() {
		return ep.Action
	}
	segments := strings.Split(ep.Path.Value, "/")
	for i := len(segments) - 1; i >= 0; i-- {
		if s := segments[i]; s != "" && !strings.HasPrefix(s, "{") {
			return ir.Text{Value: s, Span: ep.Path.Span}
		}
	}
	if !ep.Title.Empty() {
		return ep.Title
	}
	base := p.file.Path[strings.LastIndexByte(p.file.Path, '/')+1:]
	return ir.Text{Value: strings.TrimSuffix(base, ".md"), Span: p.file.Span(0, 0)}
}
