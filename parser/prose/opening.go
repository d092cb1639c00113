package prose

import "strings"

// offers stand before values that are parted from each other by 或: 可选 in 或 out. Other lists behind them are of things that
// one may choose: 可选 a/b 的个数.
var offers = []string{"可选", "可填", "可传", "可为", "可以为", "可以是", "可以传", "可以填", "只支持", "仅支持"}

// offered reads "可选 in 或 out".
func (r *reader) offered(g region) listing {
	for i := g.from; i+1 < g.to; i++ {
		if r.tokens[i].kind != han {
			continue
		}
		text := r.textOf(i)
		if _, ok := endsWithAny(text, offers); !ok && text != "传" && text != "填" && text != "取" {
			continue
		}
		at := i + 1
		if r.isMark(at, ":") {
			at++
		}
		l, end := r.values(at, g, false)
		if len(l.entries) > 1 && r.joinedByOr(l) && (r.strange(l) < len(l.entries) || r.allQuoted(region{at, end})) && (end >= g.to || r.isMark(end, ",。;\n)")) {
			return l
		}
	}
	return listing{}
}

// joinedByOr reports whether 或 stands between the last two values.
func (r *reader) joinedByOr(l listing) bool {
	n := len(l.entries)
	return strings.Contains(r.s[l.entries[n-2].value.end:l.entries[n-1].value.start], "或")
}

// joinedByBars reports whether nothing but bars stands between words: increase|decrease.
func (r *reader) joinedByBars(l listing) bool {
	for i, e := range l.entries {
		if !isAlpha(r.s[e.value.start]) || i > 0 && strings.TrimSpace(r.s[l.entries[i-1].value.end:e.value.start]) != "|" {
			return false
		}
	}
	return true
}

// everyday are words that are values wherever they stand in a row: a field that is described as "asc/desc" is one of the two,
// while "id/name" could be anything.
var everyday = func() map[string]bool {
	words := make(map[string]bool)
	for _, w := range strings.Fields(`
		ok error success succeed successful succeeded fail failed failure pass passed reject rejected pending processing running finished done
		complete completed cancel canceled cancelled closed open expired active inactive enabled disabled enable disable normal valid invalid
		asc desc ascending descending true false yes no y n on off up down left right in out and or all none any unknown
		male female man woman day week month year hour minute daily weekly monthly yearly
		online offline read unread public private internal external read write low medium middle high urgent
		http https tcp udp ws wss ios android web wap h5 app pc miniprogram windows mac linux get post put delete patch
		buy sell taker maker long short limit market accept drop allow deny ingress egress inbound outbound
		zh en zh-cn en-us zh_cn en_us zh-tw cn tw us json xml csv txt text html markdown image video audio voice file
		alipay wechat weixin unionpay wxpay prod test dev uat sit sandbox debug info warn warning fatal trace start stop pause resume
		add remove create update insert login logout register`) {
		words[w] = true
	}
	return words
}()

// opening reads a list of everyday values or constants with which the text begins, and which is all that its first clause says.
func (r *reader) opening(g region) listing {
	if g.from != 0 {
		return listing{}
	}
	l, end := r.values(0, g, false)
	if r.isMark(end, "/") {
		end++
	}
	if len(l.entries) < 2 || end < g.to && !r.isMark(end, "\n。,;(") {
		return listing{}
	}
	strange := r.strange(l)
	if strange == 0 || end == g.to && r.joinedByBars(l) || strange == 1 && len(l.entries) > 2 || r.constants(l) && (r.joinedByOr(l) || strange < len(l.entries)) {
		return l
	}
	return listing{}
}

// strange is how many values of a list are none of the everyday ones.
func (r *reader) strange(l listing) int {
	n := 0
	for _, e := range l.entries {
		if !everyday[strings.ToLower(r.sliceOf(e.value))] {
			n++
		}
	}
	return n
}
