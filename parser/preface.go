package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
)

// front reads what stands on a page outside of its endpoints: the breadcrumb, the title, base addresses, shared parameters,
// type sections.
func (r *reader) front(p *page) {
	called := false
	for i, c := range p.cues {
		if i == 0 {
			r.breadcrumb(c)
		}
		if c.label && !c.misspelt.Empty() {
			r.diags.Add(misspeltHeading.At(c.misspelt.Span, c.misspelt.Value, c.meant).Replace(c.misspelt.Span, c.meant))
		}
		r.baseOf(p, i)
		if !called {
			r.saidBase(p, i)
		}
		if c.call.found() && !c.call.weak {
			called = true
		}
		if c.titled() && p.title.Empty() && !called {
			p.title = c.title()
		}
	}
}

// title names the API by the title of its pages. Where they have several, each is that of a page, but for one that speaks of an API.
func (r *reader) title() {
	var all, ofAPI []ir.Text
	seen := map[string]bool{}
	for _, p := range r.pages {
		_, t := splitNumber(p.title)
		if t.Empty() || seen[t.Value] {
			continue
		}
		seen[t.Value] = true
		all = append(all, t)
		if lexicon.NamesAPI(t.Value) {
			ofAPI = append(ofAPI, t)
		}
	}
	switch {
	case len(all) == 1:
		r.doc.Title = all[0]
	case len(ofAPI) == 1:
		r.doc.Title = ofAPI[0]
	}
}

// baseOf reads the address under which the paths of a page live, from the block at i on: behind its label, or below in a code block,
// a line, or a list with one for each environment.
func (r *reader) baseOf(p *page, i int) {
	c := p.cues[i]
	if !c.label || c.role != roleBase {
		return
	}
	if !c.opens {
		p.base(baseURL{at: i, url: sample.SplitURL(c.value)})
		return
	}
	for k := i + 1; k < len(p.cues); k++ {
		c := p.cues[k]
		if c.Kind > block.Code || c.table != nil || c.label && c.role == roleBase || k > i+1 && (c.Kind != block.Text || c.Marker == "") {
			return
		}
		b := baseIn(c)
		b.at, b.further = i, k > i+1
		p.base(b)
		if c.Marker == "" {
			return
		}
	}
}

// saidBase reads an address that running text calls the one of the API: 接口的 baseurl: https://host, 访问域名为 https://host.
func (r *reader) saidBase(p *page, i int) {
	c := p.cues[i]
	if c.Kind != block.Text || len(p.bases) > 0 {
		return
	}
	u := urlIn(c.text, 0, false)
	if !strings.Contains(u.Value, "://") || !hostOnly(u) {
		return
	}
	before := strings.TrimRight(c.text.Text[:offsetIn(c.text, u)], " :：为是`")
	for at := range before {
		word := before[at:]
		if utf8.RuneCountInString(word) > maxBaseWord {
			continue
		}
		if reading := r.lex.Section(word); reading.Pieces == 0 && reading.Has(lexicon.Prefix) {
			p.base(baseURL{at: i, url: sample.SplitURL(u)})
			return
		}
	}
}

// maxBaseWord is how many characters the word has at most that tells what an address is.
const maxBaseWord = 8

// baseIn reads an address and what stands before it, its environment: "* 测试环境: http://…". In an HTML link it may stand in the
// tag alone.
func baseIn(c *cue) baseURL {
	if c.Kind != block.Text {
		span := c.Span.Trim()
		return baseURL{url: sample.SplitURL(ir.Text{Value: span.Text(), Span: span})}
	}
	if t := urlIn(c.text, 0, false); !t.Empty() {
		name := c.text.Text[:offsetIn(c.text, t)]
		return baseURL{url: sample.SplitURL(t), name: textAt(c.text, 0, len(strings.TrimRight(name, " :：-—=(（")))}
	}
	for _, link := range c.text.Links() {
		if strings.Contains(link.Target, "://") {
			return baseURL{url: sample.SplitURL(ir.Text{Value: link.Target, Span: link.Span}), name: whole(c.text)}
		}
	}
	return baseURL{url: sample.SplitURL(whole(c.text))}
}

// base takes an address of the page, if it is one.
func (p *page) base(b baseURL) {
	known := !b.url.Base.Empty() && !lexicon.Placeholder(b.url.Base.Value)
	if !known && !strings.HasPrefix(b.url.Path.Value, "/") {
		return
	}
	if n := len(p.bases); n > 0 && p.bases[n-1].url.Path.Empty() && b.url.Base.Empty() { // 域名 and 基础路径 on lines of their own
		b.url.Base = p.bases[n-1].url.Base
	}
	p.bases = append(p.bases, b)
}

// breadcrumb reads the trail at the top of a page: "* [Op 接口文档](/x) > 2.16".
func (r *reader) breadcrumb(c *cue) {
	if c.Kind != block.Text || len(c.text.Links()) != 1 {
		return
	}
	link := c.text.Links()[0]
	at := strings.Index(c.text.Text, link.Text)
	rest := strings.TrimSpace(c.text.Text[at+len(link.Text):])
	if !strings.HasPrefix(rest, ">") && !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "»") {
		return
	}
	if r.doc.Group.Empty() {
		r.doc.Group = ir.Text{Value: link.Text, Span: link.Span}
	}
}

// preface reads the blocks before the first endpoint of a page.
func (r *reader) preface(p *page, to int) {
	sc := &scan{r: r, d: &draft{ep: &ir.Endpoint{}, page: p}, p: p, outside: true}
	for i := range to {
		sc.block(i)
	}
	for _, f := range sc.d.fields {
		switch f.role {
		case roleHeaders, roleQuery, roleCookie, roleBody, roleForm:
			f.shared = true
		case roleResponse:
			if p.frame == nil {
				p.frame = f
			}
			continue
		}
		switch {
		case f.shared:
			r.keepShared(p, f)
		case f.role == roleRequest && !f.doubt:
			p.orphans = append(p.orphans, f)
		}
	}
	for i := range to {
		sc.proseSample(p.cues[i])
	}
	p.findGateway(sc.d.fields, to)
	for _, s := range sc.d.samples {
		for _, v := range s.values {
			if w := envelopeRoles(v); w.code != "" && w.data != "" && p.envelope == nil {
				p.envelope = v
			}
		}
	}
}

// keepShared keeps parameters that are said to be common: to the endpoints of the chapter that they stand in, where it has any and others stand
// outside of it, else to all of the page.
func (r *reader) keepShared(p *page, f *fieldSection) {
	s := &sharedParams{page: p, fields: f, to: len(p.cues)}
	if h := p.headingOf(f.at); p.cues[h].titled() {
		end := p.sectionEnd(h)
		if slices.ContainsFunc(p.starts, func(i int) bool { return i > f.at && i < end }) {
			s.from, s.to = h, end
		}
	}
	r.shared = append(r.shared, s)
}

// orphansOf are the tables of a request before an endpoint that are its own: it is the only one of the page and has none below. Headings
// of no meaning may part the two.
func (p *page) orphansOf(s *segment) []*fieldSection {
	if !s.only || p.gateway != nil {
		return nil
	}
	for i := s.from; i < s.to && len(p.orphans) > 0; i++ {
		if t := p.cues[i].table; t != nil && t.kind == fieldTable && requestRole(p.roleAt(i)) {
			return nil
		}
	}
	return p.orphans
}

// proseSample keeps JSON in a code span of running text: 所有接口返回 `{"code": 0, "data": …}`.
func (sc *scan) proseSample(c *cue) {
	if c.Kind != block.Text {
		return
	}
	for _, code := range c.text.Codes() {
		if strings.HasPrefix(code.Text(), "{") && strings.Contains(code.Text(), ":") {
			if values, _ := sample.JSON(code); len(values) > 0 {
				sc.keep(roleSample, values, code)
			}
		}
	}
}
