package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
)

// segment is the run of blocks that documents one endpoint.
type segment struct {
	from, to int // indexes of blocks
	// anchors are the blocks that hold the method and the URL.
	anchors []int
	methods []ir.Text
	urls    []ir.Text
	title   ir.Text
	level   int  // of the heading that names the endpoint; 7 when no heading does
	only    bool // the page has no other endpoint
}

// segment cuts a page into endpoints. What stands before the first endpoint is left to front; everything behind an endpoint's
// start belongs to it up to the start of the next.
func (r *reader) segment(p *page) []*segment {
	p.setAside(r.lex)
	p.promote()
	strong := func(c *cue) bool { return !c.call.weak }
	found := r.groups(p, strong)
	if p.nameHeadings(found) {
		found = r.groups(p, strong)
	}
	found = append(found, r.unanchored(p, found)...)
	if len(found) == 0 {
		found = r.fromCallTables(p)
	}
	if len(found) == 0 {
		found = r.groups(p, func(*cue) bool { return true })
	}
	if len(found) == 0 {
		p.socket = p.socketAddress()
	}
	if len(found) == 0 && !p.socket.Known() {
		found = r.pageWide(p)
	}
	sortSegments(found)
	for i, s := range found {
		s.to, s.only = len(p.cues), len(found) == 1
		if i+1 < len(found) {
			s.to = found[i+1].from
		}
	}
	p.share(found)
	return found
}

// share gives endpoints whose calls stand together the same content: a list of two URLs above one set of tables, or two headings.
func (p *page) share(found []*segment) {
	for i := len(found) - 2; i >= 0; i-- {
		s, next := found[i], found[i+1]
		if p.headingsTogether(s, next) {
			s.from, s.to = next.from, next.to
			continue
		}
		if len(s.urls) == 0 || len(next.urls) == 0 || next.from != next.anchors[0] || next.title.Value != "" {
			continue
		}
		last := s.anchors[len(s.anchors)-1]
		if next.from == last+1 && p.cues[last].List == p.cues[next.from].List && p.cues[last].Quote == p.cues[next.from].Quote {
			s.to = next.to
			next.from, next.title, next.level = s.from, s.title, s.level
		}
	}
}

// headingsTogether reports whether the headings of two endpoints, each with its call in it, stand one right below the other.
func (p *page) headingsTogether(s, next *segment) bool {
	if len(s.anchors) != 1 || s.anchors[0] != s.from || len(next.anchors) == 0 || next.anchors[0] != s.from+1 || next.from != s.from+1 {
		return false
	}
	a, b := p.cues[s.from], p.cues[next.from]
	return a.Kind == block.Heading && b.Kind == block.Heading && a.Level == b.Level && !a.call.url.Empty() && !b.call.url.Empty()
}

// setAside takes out the sections that speak of calls without documenting any: change logs name endpoints, WebSocket chapters
// describe messages.
func (p *page) setAside(lex *lexicon.Lexicon) {
	until := 0 // level of the heading that opened the section
	for _, c := range p.cues {
		if c.Kind == block.Heading {
			if until > 0 && c.Level <= until {
				until = 0
			}
			if until == 0 && (c.role == roleHistory || c.titled() && lex.OtherProtocol(c.text.Text)) {
				until = c.Level
			}
		}
		if until > 0 || !c.call.url.Empty() && lex.OtherProtocol(c.call.url.Value) {
			c.aside, c.call = true, call{}
		}
	}
}

// promote lets weak evidence of a URL count where a section states a method or has fields, and no URL of its own.
func (p *page) promote() {
	for i := 0; i < len(p.cues); {
		end := i + 1
		for end < len(p.cues) && !p.cues[end].titled() {
			end++
		}
		p.promoteWithin(i, end)
		i = end
	}
}

func (p *page) promoteWithin(from, to int) {
	method, fields := false, false
	var weak *cue
	for _, c := range p.cues[from:to] {
		switch {
		case c.call.weak && !c.call.url.Empty():
			if weak == nil {
				weak = c
			}
		case !c.call.url.Empty():
			return
		case len(c.call.methods) > 0:
			method = true
		case c.table != nil && c.table.kind == fieldTable:
			fields = true
		}
	}
	if weak == nil || !method && !fields {
		return
	}
	weak.call.weak = false
	for _, c := range p.cues[from:to] {
		if c.call.weak && len(c.call.methods) > 0 && samePath(c.call.url.Value, weak.call.url.Value) {
			c.call.weak = false
			return
		}
	}
}

func sortSegments(s []*segment) {
	slices.SortStableFunc(s, func(a, b *segment) int { return a.from - b.from })
}

// groups gathers the blocks with a method or a URL into endpoints and finds where each starts.
func (r *reader) groups(p *page, counts func(*cue) bool) []*segment {
	var out []*segment
	var open *segment
	last := -1 // last anchor of the segment before
	for i, c := range p.cues {
		if !c.call.found() || !counts(c) {
			continue
		}
		if open != nil && open.takes(p, i, c.call) {
			open.add(i, c.call)
			continue
		}
		if open != nil {
			last = open.anchors[len(open.anchors)-1]
		}
		open = &segment{level: 7}
		open.add(i, c.call)
		r.locateStart(p, open, last)
		out = append(out, open)
	}
	return keepUseful(p, out)
}

// keepUseful drops groups that are only a method mentioned somewhere, or a base address among endpoints that have methods.
func keepUseful(p *page, in []*segment) []*segment {
	var out []*segment
	methods, taken := false, 0 // the addresses of families
	for _, s := range in {
		methods = methods || len(s.methods) > 0
	}
	for i, s := range in {
		end := len(p.cues)
		if i+1 < len(in) {
			end = in[i+1].from
		}
		if methods && len(s.methods) == 0 && (!p.documents(s.anchors[0], end) || above(s, in[i+1:])) {
			if len(p.bases) == taken && (len(out) == 0 && taken == 0 || above(s, in[i+1:])) {
				p.addBase(s.anchors[0], s.urls)
				taken = len(p.bases)
			}
			continue
		}
		if len(s.urls) > 0 || p.cues[s.anchors[0]].call.labelled || p.cues[s.anchors[0]].table != nil {
			out = append(out, s)
		}
	}
	return out
}

// above reports whether the address of a group is the one under which those of the next groups live: it names a host and a folder, and
// they are paths with a method.
func above(s *segment, next []*segment) bool {
	if !s.folder() || len(next) == 0 || next[0].folder() {
		return false
	}
	for _, o := range next {
		if o.folder() {
			break
		}
		if len(o.methods) == 0 || len(o.urls) == 0 || strings.Contains(o.urls[0].Value, "://") {
			return false
		}
	}
	return true
}

// folder reports whether a group is an address with a host that ends with a slash, without a method.
func (s *segment) folder() bool {
	return len(s.methods) == 0 && len(s.urls) > 0 && strings.HasSuffix(s.urls[0].Value, "/") && strings.Contains(s.urls[0].Value, "://")
}

// addBase takes an address before all endpoints, which is that of none, for the one under which they live.
func (p *page) addBase(at int, urls []ir.Text) {
	for _, t := range urls {
		if u := sample.SplitURL(t); !u.Base.Empty() {
			p.bases = append(p.bases, baseURL{at: at, url: u})
			return
		}
	}
}

// documents reports whether blocks hold anything that an endpoint is made of: fields or a code block.
func (p *page) documents(from, to int) bool {
	for _, c := range p.cues[from:max(from, to)] {
		if c.Kind == block.Code || c.table != nil && c.table.kind == fieldTable {
			return true
		}
	}
	return false
}

// anchorOr is the first block with a call, or another where there is none.
func (s *segment) anchorOr(i int) int {
	if len(s.anchors) > 0 {
		return s.anchors[0]
	}
	return i
}

func (s *segment) add(i int, c call) {
	s.anchors = append(s.anchors, i)
	if len(s.methods) == 0 {
		s.methods = c.methods
	}
	if !c.url.Empty() {
		s.urls = append(s.urls, c.url)
	}
}

// takes reports whether further evidence belongs to the same endpoint: it adds what was missing, or names the same path again
// (another environment, an example).
func (s *segment) takes(p *page, i int, c call) bool {
	between, below := false, false
	for j := s.anchors[len(s.anchors)-1] + 1; j <= i; j++ {
		if p.cues[j].titled() {
			between = between || p.cues[j].Level <= s.level
			below = true
		}
	}
	complement := len(s.methods) == 0 && c.url.Empty() || len(s.urls) == 0 && len(c.methods) == 0
	switch {
	case between && !(complement && s.level == 7 && !p.documents(s.anchors[len(s.anchors)-1], i)):
		return false
	case c.url.Empty():
		if below && len(s.methods) > 0 && len(s.urls) > 0 && c.labelled && p.documents(i, p.sectionEnd(p.headingOf(i))) {
			return false // a chapter with a method and fields of its own: a callback
		}
		return len(s.methods) == 0 || sameMethods(s.methods, c.methods)
	case len(s.urls) == 0:
		return len(c.methods) == 0 || sameMethods(s.methods, c.methods) || len(s.methods) == 0
	}
	return samePath(s.urls[0].Value, c.url.Value) && (len(c.methods) == 0 || len(s.methods) == 0 || sameMethods(s.methods, c.methods))
}

// headingOf is the nearest heading above block i that names something, or the first block.
func (p *page) headingOf(i int) int {
	for i > 0 && !p.cues[i].titled() {
		i--
	}
	return i
}

func sameMethods(a, b []ir.Text) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Value == y.Value {
				return true
			}
		}
	}
	return false
}

// samePath reports whether two URLs differ in their host or query only.
func samePath(a, b string) bool {
	x, y := barePath(a), barePath(b)
	return x == y || len(x) > 4 && len(y) > 4 && (strings.HasSuffix(x, y) || strings.HasSuffix(y, x))
}

func barePath(u string) string {
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	u, _, _ = strings.Cut(u, "?")
	u = strings.TrimRight(u, "{[") // of {?page,size}
	if i := strings.IndexByte(u, '/'); i >= 0 {
		u = u[i:]
	}
	return strings.TrimRight(u, "/")
}

// locateStart finds the heading or line that names the endpoint, no further back than the anchor of the one before.
func (r *reader) locateStart(p *page, s *segment, last int) {
	first := s.anchors[0]
	c := p.cues[first]
	s.from = first
	if c.Kind == block.Heading && !c.label {
		s.level = c.Level
		s.title = c.call.rest
		if next := first + 1; s.title.Empty() && next < len(p.cues) && p.cues[next].titled() && p.cues[next].Level == c.Level && !p.cues[next].call.found() {
			s.title = p.cues[next].title() // "## GET /x", then "## 查询"
			s.anchors = append(s.anchors, next)
		}
		if s.title.Empty() {
			r.titleAbove(p, s, first, last)
		}
		return
	}
	for i := first - 1; i > last; i-- {
		if p.cues[i].titled() {
			s.from, s.level = i, p.cues[i].Level
			s.title = p.cues[i].title()
			if !c.call.rest.Empty() && p.crowded(i, s.level, first) {
				s.from, s.title, s.level = first, c.call.rest, 7
			} else if bold := p.boldAbove(first, i); bold > 0 && p.boldTitles(first, s.level) {
				s.from, s.title, s.level = bold, whole(p.cues[bold].text), 7
			}
			return
		}
	}
	if s.title = c.call.rest; s.title.Empty() {
		r.lineAbove(p, s, first, last)
	}
	if s.title.Empty() && !p.describedAbove(s, first, last) && last < 0 {
		s.from = r.firstRole(p, first)
	}
}

// describedAbove takes a section that describes the endpoint and stands right before its address for its beginning: pages that have no
// title begin so.
func (p *page) describedAbove(s *segment, first, last int) bool {
	for i := first - 1; i > last; i-- {
		switch c := p.cues[i]; {
		case c.opens && c.role == roleDescription:
			s.from = i
			return true
		case c.opens && c.role != roleURL && c.role != roleMethod, c.Kind > block.Text && c.Kind != block.Heading:
			return false
		}
	}
	return false
}

// boldAbove is the bold line right above a call, which is no label; 0 for none.
func (p *page) boldAbove(first, after int) int {
	if i := first - 1; i > after && i > 0 {
		if c := p.cues[i]; c.Kind == block.Text && !c.label && !c.call.found() && c.text.Bold() {
			return i
		}
	}
	return 0
}

// boldTitles reports whether the next call in a section has a bold line above it too: then these are the titles, and the heading names
// a family.
func (p *page) boldTitles(first, level int) bool {
	for i := first + 1; i < len(p.cues); i++ {
		c := p.cues[i]
		if c.titled() && c.Level <= level {
			return false
		}
		if c.call.found() && !c.call.weak && !c.call.url.Empty() && !samePath(c.call.url.Value, p.cues[first].call.url.Value) {
			return p.boldAbove(i, first) > 0
		}
	}
	return false
}

// crowded reports whether the section of heading h holds a further call with a title of its own: then the heading names a family.
func (p *page) crowded(h, level, first int) bool {
	for i := first + 1; i < len(p.cues); i++ {
		c := p.cues[i]
		if c.Kind == block.Heading && c.role == noRole && c.Level <= level {
			return false
		}
		if c.call.found() && !c.call.weak && !c.call.rest.Empty() {
			return true
		}
	}
	return false
}

// titleAbove: a heading that is only "POST /x" takes its title from the heading right above it.
func (r *reader) titleAbove(p *page, s *segment, first, last int) {
	if first-1 > last && first > 0 && p.cues[first-1].titled() && p.cues[first-1].Level < s.level {
		s.from, s.level, s.title = first-1, p.cues[first-1].Level, p.cues[first-1].title()
	}
}

// lineAbove takes a plain line right above the anchor for the title.
func (r *reader) lineAbove(p *page, s *segment, first, last int) {
	for i := first - 1; i > last && i >= first-3; i-- {
		c := p.cues[i]
		if c.Kind != block.Text {
			return
		}
		if c.label && c.role != roleName {
			continue
		}
		if len(c.text.Text) < maxLabel && len(c.text.Text) > 0 {
			s.from, s.title = i, whole(c.text)
			if c.role == roleName {
				s.title = c.value
			}
		}
		return
	}
}

// firstRole is the first block of the page that opens a section, for pages whose tables stand before the URL.
func (r *reader) firstRole(p *page, first int) int {
	for i := range first {
		if p.cues[i].opens && p.cues[i].role >= roleFields {
			return i
		}
	}
	return first
}
