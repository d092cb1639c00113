package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/parser/block"
)

// unanchored finds endpoints without a URL among others that have one: a heading of the same rank with request fields below it.
func (r *reader) unanchored(p *page, found []*segment) []*segment {
	rank := commonLevel(found)
	if rank == 0 {
		return nil
	}
	var out []*segment
	taken := anchored(found)
	for i, c := range p.cues {
		if !c.titled() || c.aside || c.Level > rank || anyWithin(taken, i, i+1) {
			continue
		}
		end := p.sectionEnd(i)
		if anyWithin(taken, i, end) || p.partOf(found, i) || !p.requests(i, end) && !p.exampleCall(i, end) {
			continue
		}
		s := &segment{from: i, level: c.Level, title: c.title()}
		for j := i; j < end; j++ {
			if call := p.cues[j].call; call.found() && len(s.urls) == 0 {
				s.add(j, call)
			}
		}
		out = append(out, s)
	}
	return out
}

// partOf reports whether a heading stands within the section of an endpoint's heading: then it is a part of that endpoint.
func (p *page) partOf(found []*segment, i int) bool {
	for _, s := range found {
		if s.from < i && s.level < p.cues[i].Level && i < p.sectionEnd(s.from) {
			return true
		}
	}
	return false
}

// exampleCall reports whether a section has an example of a call with its method, and an answer to it.
func (p *page) exampleCall(from, to int) bool {
	call, answer := false, false
	for i, c := range p.cues[from:to] {
		if c.titled() && i > 0 {
			break
		}
		call = call || c.call.weak && len(c.call.methods) > 0 && !c.call.url.Empty()
		answer = answer || c.opens && (c.role == roleResponse || c.role == roleResponseSample)
	}
	return call && answer
}

// commonLevel is the level of most endpoints' headings, the deeper of equals; 0 when none has a heading.
func commonLevel(found []*segment) (level int) {
	var counts [8]int
	for _, s := range found {
		counts[s.level]++
	}
	for l := 1; l < 7; l++ {
		if counts[l] > 0 && counts[l] >= counts[level] {
			level = l
		}
	}
	return level
}

// anchored lists the blocks that endpoints start with or have their calls in, sorted.
func anchored(found []*segment) []int {
	var out []int
	for _, s := range found {
		out = append(out, s.from)
		out = append(out, s.anchors...)
	}
	slices.Sort(out)
	return out
}

// anyWithin reports whether one of the sorted indexes lies in a range.
func anyWithin(sorted []int, from, to int) bool {
	i, _ := slices.BinarySearch(sorted, from)
	return i < len(sorted) && sorted[i] < to
}

// sectionEnd is the index behind the section that the heading at i opens.
func (p *page) sectionEnd(i int) int {
	for j := i + 1; j < len(p.cues); j++ {
		if p.cues[j].titled() && p.cues[j].Level <= p.cues[i].Level {
			return j
		}
	}
	return len(p.cues)
}

// requests reports whether a section has a table of request fields and either a method or an answer, before any further
// heading that names something.
func (p *page) requests(from, to int) bool {
	role := noRole
	shared, method, request, response := false, false, false, false
	for i, c := range p.cues[from:to] {
		method = method || len(c.call.methods) > 0
		response = response || c.opens && (c.role == roleResponse || c.role == roleResponseSample)
		switch {
		case c.titled() && i > 0:
			return request && (method || response)
		case c.titled():
			shared = c.shares()
		case c.opens:
			role = c.role
			shared = shared || c.reading.Has(lexicon.Shared)
		case c.Kind == block.TableBlock && c.table.kind == fieldTable && !shared:
			request = request || role == roleRequest || role == roleBody || role == roleQuery || role == roleForm || role == rolePath
		}
	}
	return request && (method || response)
}

// fromCallTables makes an endpoint of each row of a table of calls, on pages that have nothing else.
func (r *reader) fromCallTables(p *page) []*segment {
	var out []*segment
	for i, c := range p.cues {
		if c.table == nil || c.table.kind != callTable {
			continue
		}
		for _, row := range c.table.rows {
			call := r.callOfRow(c.table, row)
			if call.url.Empty() || hostOnly(call.url) || linked(row) {
				continue // a row that links to the endpoint's own page only lists it
			}
			s := &segment{from: i, level: 7, title: call.rest}
			s.add(i, call)
			out = append(out, s)
		}
	}
	return out
}

// listsSection reports whether a row leads to a section of its page: it lists the endpoint that stands there.
func listsSection(row *block.Row) bool {
	for _, cell := range row.Texts() {
		if slices.ContainsFunc(cell.Links(), func(l block.Link) bool { return strings.HasPrefix(l.Target, "#") }) {
			return true
		}
	}
	return false
}

func linked(row *block.Row) bool {
	for _, cell := range row.Texts() {
		if len(cell.Links()) > 0 {
			return true
		}
	}
	return false
}

// callOfRow reads the address and the method of a row in a table of calls.
func (r *reader) callOfRow(t *table, row *block.Row) (c call) {
	for i, cell := range row.Texts() {
		switch {
		case onlyMethods(cell.Text) && len(c.methods) == 0:
			c.methods = methodsIn(cell, 0)
		case c.url.Empty() && i < len(t.cols) && (t.cols[i] == lexicon.AddressColumn || strings.Contains(cell.Text, "/")) && !urlIn(cell, 0, t.cols[i] == lexicon.AddressColumn).Empty():
			c.url = urlIn(cell, 0, t.cols[i] == lexicon.AddressColumn)
			if len(c.methods) == 0 {
				c.methods = methodsBefore(cell, c.url)
			}
		case c.rest.Empty() && i < len(t.cols) && (t.cols[i] == lexicon.TextColumn || t.cols[i] == lexicon.LabelColumn || t.cols[i] == lexicon.NameColumn):
			c.rest = whole(cell)
		}
	}
	return c
}

// pageWide takes a page without any call for endpoints without an address, one for each heading with request or response fields.
func (r *reader) pageWide(p *page) []*segment {
	var out []*segment
	var title *segment
	for i, c := range p.cues {
		if c.titled() && (title == nil || c.Level <= title.level || len(out) == 0 || out[len(out)-1] != title) {
			title = &segment{from: i, level: c.Level, title: c.title()}
		}
		if c.Kind != block.TableBlock || c.table.kind != fieldTable || c.aside {
			continue
		}
		if role := p.roleAt(i); role != roleRequest && role != roleResponse && role != roleBody && role != roleQuery && role != roleForm {
			continue
		}
		if title == nil {
			title = &segment{level: 7}
		}
		if len(out) == 0 || out[len(out)-1] != title {
			out = append(out, title)
		}
	}
	return out
}

// roleAt is the role of the label above block i, up to the nearest heading that names something.
func (p *page) roleAt(i int) role {
	for j := i - 1; j >= 0; j-- {
		if p.cues[j].opens {
			return p.cues[j].role
		}
		if p.cues[j].titled() {
			break
		}
	}
	return noRole
}
