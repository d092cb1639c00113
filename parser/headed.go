package parser

import (
	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

// nameHeadings makes titles of headings which consist of known words and yet name an endpoint: 详情, 回复, 枚举响应. It reports whether it
// found any.
func (p *page) nameHeadings(found []*segment) bool {
	named := p.nameByRank(found)
	return p.nameAmong(found) || named || p.nameInTurn(found) || p.nameFirst(found)
}

// nameAmong takes a heading of the rank of titles that has an address of its own below it, as the one before it has: 回复列表 between 评论列表
// and 删除评论.
func (p *page) nameAmong(found []*segment) bool {
	rank := commonLevel(found)
	named, called := false, false // whether the heading before is a title with an address
	for i, c := range p.cues {
		if c.Kind != block.Heading || c.Level > rank {
			continue
		}
		own := c.Level == rank && p.addressed(i)
		if own && called && !c.titled() && c.mayName() {
			c.names()
			named = true
		}
		called = own && c.titled()
	}
	return named
}

// addressed reports whether an address that is no example stands below a heading, before any heading of its level.
func (p *page) addressed(h int) bool {
	for _, c := range p.cues[h+1:] {
		if c.Kind == block.Heading && c.Level <= p.cues[h].Level {
			return false
		}
		if !c.call.url.Empty() && !c.call.weak {
			return true
		}
	}
	return false
}

// nameFirst takes the first heading of a page without a title, which documents one endpoint, where that heading stands above all others.
func (p *page) nameFirst(found []*segment) bool {
	if len(found) != 1 || !p.title.Empty() {
		return false
	}
	var first *cue
	for _, c := range p.cues {
		switch {
		case c.Kind != block.Heading:
		case first == nil:
			first = c
		case c.Level <= first.Level:
			return false
		}
	}
	if first == nil || !first.mayName() || first.reading.Any(lexicon.Description) || first.reading.Topic == lexicon.Call|lexicon.Filler {
		return false
	}
	first.names()
	p.title = first.title()
	return true
}

// nameByRank takes the heading between the call of an endpoint without a title and the call before, where it is of the rank that the
// titles of other endpoints have.
func (p *page) nameByRank(found []*segment) bool {
	rank := commonLevel(found)
	named, last := false, -1
	for _, s := range found {
		if s.level == 7 && s.title.Empty() {
			if c := p.headingOfRank(s.anchors[0], last, rank); c != nil && c.mayName() {
				c.names()
				named = true
			}
		}
		last = s.anchors[len(s.anchors)-1]
	}
	return named
}

// headingOfRank is the last heading of a level between two blocks; nil for none.
func (p *page) headingOfRank(before, after, rank int) *cue {
	for i := before - 1; i > after; i-- {
		if c := p.cues[i]; c.Kind == block.Heading && c.Level == rank {
			return c
		}
	}
	return nil
}

// nameInTurn takes the headings right above all calls, where they are of one rank and no two of them are the same: 1. 通知列表, 2. 详情接口.
func (p *page) nameInTurn(found []*segment) bool {
	var heads []*cue
	seen, last, unnamed := map[string]bool{}, -1, false
	for _, s := range found {
		i := s.anchors[0]
		for i > last && p.cues[i].Kind != block.Heading {
			i--
		}
		if i == last || i == s.anchors[0] {
			return false
		}
		c := p.cues[i]
		_, words := splitNumber(whole(c.text))
		if seen[words.Value] || !c.titled() && !c.mayName() || len(heads) > 0 && heads[0].Level != c.Level {
			return false
		}
		seen[words.Value], unnamed = true, unnamed || !c.titled()
		heads = append(heads, c)
		last = s.anchors[len(s.anchors)-1]
	}
	if !unnamed || len(heads) < 2 {
		return false
	}
	for _, c := range heads {
		c.names()
	}
	return true
}

// mayName reports whether the words of a heading may be a name: they do not say where the parts of a call stand.
func (c *cue) mayName() bool {
	switch c.role {
	case noRole, roleURL, roleMethod, roleBase, roleEnvironment, roleRequest, roleRequestSample, roleSample, roleHistory, roleErrors:
		return false
	}
	return c.opens
}

// names makes a heading one that names something.
func (c *cue) names() {
	c.role, c.label, c.opens, c.value, c.subject = noRole, false, false, ir.Text{}, ir.Text{}
}
