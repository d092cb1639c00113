package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Affix is how a text begins or ends: one of the texts.
type Affix struct {
	Texts []ir.Text
	Span  source.Span
}

var (
	startWords = []string{"开头", "打头", "作为开头", "为开头", "开始"}
	endWords   = []string{"结尾", "作为结尾", "为结尾"}
	affixLinks = []string{"或者以", "或者", "或以", "或", "、", "和"}
	// affixOwners may stand before what a text begins with, where 以 does not: 必须08开头.
	affixOwners = []string{"", "必须", "须", "需", "应", "固定", "统一", "一律", "必须是", "必须为"}
	// joinedBy are words that end in 以 and mean another thing.
	joinedBy = []string{"可", "所", "难", "加", "予", "得", "足", "何"}
	// otherAffixes in a clause make it no statement about all values.
	otherAffixes = []string{"不", "非", "禁", "勿", "避免", "如果", "若", "当", "假如", "一般", "通常", "建议", "推荐", "可", "默认", "自动", "则", "去掉", "除", "凡", "部分", "多数", "有的", "时"}
	// affixMeanings behind 以X开头 tell what such values are: 62开头的为银联.
	affixMeanings = []string{"表示", "代表", "为", "是", "属于", "则", "不", "时", "会", "将", "都", "才", "可"}
)

// mineAffixes reads 以08开头, 必须以http://或https://开头, 以.jpg结尾. Of several statements each is about some of the values.
func (r *reader) mineAffixes() {
	if r.isPlainText() {
		r.rules.Prefix, r.rules.Suffix = r.affixOf(startWords), r.affixOf(endWords)
	}
}

func (r *reader) affixOf(words []string) *Affix {
	var found *Affix
	for _, c := range r.clauses {
		if !containsAny(r.clauseText(c), words) {
			continue
		}
		a := r.affixIn(c, words)
		if a == nil || found != nil {
			return nil
		}
		found = a
	}
	return found
}

// affixIn reads the statement of a clause; nil when the clause says something else.
func (r *reader) affixIn(c clause, words []string) *Affix {
	text := r.clauseText(c)
	if containsAny(text, otherAffixes) || r.listed.meets(c.stretch) {
		return nil
	}
	for at := range text {
		before := strings.TrimRight(text[:at], blanks)
		bare, led := strings.CutSuffix(before, "以")
		if _, other := endsWithAny(bare, joinedBy); led && other || !led && !r.leadsAffix(c, before) {
			continue
		}
		cur := cursor{r.s, c.start + at}
		if a := r.affixAt(&cur, words, led); a != nil && cur.at <= c.end {
			if containsAny(r.s[cur.at:c.end], affixMeanings) || !(cur.ended() || startsAny(cur.rest(), "的", "，", "且", "并")) || startsAny(cur.rest(), affixLinks...) {
				return nil
			}
			return a
		}
	}
	return nil
}

func startsAny(s string, words ...string) bool {
	_, ok := startsWithAny(s, words)
	return ok
}

// leadsAffix reports whether the words before a literal leave it the beginning of the field's value: nothing, 必须, the field's name.
func (r *reader) leadsAffix(c clause, before string) bool {
	for _, w := range affixOwners {
		if before == w {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return c.first && len(before) <= 8*len("名") && last >= utf8.RuneSelf && sign(last) == 0 && !strings.ContainsAny(before, "为是")
}

// affixAt reads literals and the word that says at which end they stand.
func (r *reader) affixAt(cur *cursor, words []string, led bool) *Affix {
	a, start := &Affix{}, cur.at
	for {
		p, ok := cur.literal()
		if !ok {
			return nil
		}
		a.Texts = append(a.Texts, r.split(p)...)
		cur.blanks()
		word, ended := cur.take(words)
		if ended && word == "开始" && !led {
			return nil
		}
		a.Span = r.at(stretch{start, cur.at})
		at := *cur
		if _, more := cur.take(affixLinks); !more {
			if !ended {
				return nil
			}
			*cur = at
			return a
		}
		cur.blanks()
	}
}

// literal passes over a text that is written out: between quotes, or a run of Latin letters, digits and signs.
func (c *cursor) literal() (stretch, bool) {
	open, size := utf8.DecodeRuneInString(c.rest())
	if closing := quotes[open]; closing != "" {
		i := strings.IndexAny(c.rest()[size:], closing)
		if i < 0 {
			return stretch{}, false
		}
		p := stretch{c.at + size, c.at + size + i}
		_, last := utf8.DecodeRuneInString(c.s[p.end:])
		c.at = p.end + last
		return p, isAffix(c.s[p.start:p.end])
	}
	p := stretch{c.at, c.at}
	for p.end < len(c.s) && (isAlnum(c.s[p.end]) || strings.IndexByte("_:/.#@$-", c.s[p.end]) >= 0) {
		p.end++
	}
	c.at = p.end
	return p, isAffix(c.s[p.start:p.end])
}

// maxAffix is how long a beginning or an end is that somebody asks for.
const maxAffix = 24

// isAffix reports whether a text can be what values begin or end with, and is no stand-in for it (XX, {n}).
func isAffix(s string) bool {
	if s == "" || len(s) > maxAffix || strings.ContainsAny(s, "{}<>*,|\"\\ ") || strings.Trim(s, "xXnN") == "" {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf || c < ' ' }) < 0
}

// split parts what slashes join: http/https. A path stays whole.
func (r *reader) split(p stretch) []ir.Text {
	parts := strings.Split(r.s[p.start:p.end], "/")
	if !allAlike(parts) {
		return []ir.Text{r.piece(p)}
	}
	var out []ir.Text
	for _, part := range parts {
		out = append(out, r.piece(stretch{p.start, p.start + len(part)}))
		p.start += len(part) + len("/")
	}
	return out
}

// allAlike reports whether all parts are letters or all are digits, a point before them aside; those of a path are not.
func allAlike(parts []string) bool {
	letters, digits := 0, 0
	for _, part := range parts {
		switch part = strings.TrimPrefix(part, "."); {
		case part == "":
			return false
		case strings.Trim(part, "0123456789") == "":
			digits++
		case strings.IndexFunc(part, func(c rune) bool { return !isAlphaRune(c) }) < 0:
			letters++
		}
	}
	return letters == len(parts) || digits == len(parts)
}
