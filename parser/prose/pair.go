package prose

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// verbs stand between a value and what it means. The weak ones mean much else besides.
var (
	verbs     = []string{"表示", "代表", "标识", "对应", "意为", "指的是"}
	weakVerbs = []string{"为", "是"}
)

// otherWords stand for all further values.
var otherWords = map[string]bool{"其他": true, "其它": true, "其余": true, "其他值": true, "其它值": true, "other": true, "others": true}

// Classes of what stands between a value and its label: the sign itself, or
const (
	byVerb     = 'v' // 1表示男
	byWeakVerb = 'w' // 1为男
	byPlace    = 'a' // 1男, 1 男
)

const strongClasses = ":>=-(v"

// head is a value with the start of its label.
type head struct {
	at       int // its token
	class    rune
	label    int // token that the label starts in
	labelAt  int // byte that the label starts at
	value    stretch
	other    bool // 其他
	n        int64
	isNumber bool
}

// valueFirst reads "1:男 2:女", "LOW-低 HIGH-高", "PAYIN (代收), PAYOUT (代付)", "1正常 2纪念日" in a region.
func (r *reader) valueFirst(g region) listing {
	heads := r.heads(g)
	var best listing
	tried := ""
	for _, h := range heads {
		if strings.ContainsRune(tried, h.class) || r.kind == ir.ArrayKind && h.class == '(' {
			continue
		}
		tried += string(h.class)
		if l := r.pairs(g, heads, h.class); len(l.entries) > len(best.entries) {
			best = l
		}
	}
	return best
}

// heads finds all that may be a value before its label.
func (r *reader) heads(g region) []head {
	var out []head
	for i := g.from; i < g.to; i++ {
		if h, ok := r.headAt(i, g); ok {
			out = append(out, h)
		}
		if p := r.tokens[i].pair; p > i {
			i = p
		}
	}
	return out
}

func (r *reader) headAt(i int, g region) (head, bool) {
	t := r.tokens[i]
	h := head{at: i, value: r.inner(i)}
	text := r.s[h.value.start:h.value.end]
	h.other = otherWords[text]
	if t.kind == mark || t.kind == han && !h.other || i+1 >= g.to || text == "" || strings.ContainsAny(text, " :,，") {
		return h, false
	}
	if isInteger(text) {
		h.n, _ = strconv.ParseInt(text, 10, 64)
		h.isNumber = true
	} else if t.kind == number {
		return h, false
	}
	return h, r.classify(&h, g) && r.startsItem(h, g)
}

// classify finds what parts the value from its label.
func (r *reader) classify(h *head, g region) bool {
	next := r.tokens[h.at+1]
	h.label = h.at + 2
	switch next.kind {
	case mark:
		switch next.mark {
		case '(':
			h.label = h.at + 1
			h.class = '('
		case ':', '=', '>', '-', '.', '、':
			h.class = next.mark
		case ')':
			h.class = next.mark
			if next.pair >= 0 {
				return false
			}
		case ',':
			return r.byVerb(h, h.at+2, g, verbs, byVerb)
		default:
			return false
		}
		if h.label >= g.to {
			return false
		}
		h.labelAt = r.tokens[h.label].start
		return true
	case han:
		return r.byVerb(h, h.at+1, g, verbs, byVerb) || r.byVerb(h, h.at+1, g, weakVerbs, byWeakVerb) || r.byPlace(h)
	case word:
		return next.gap && r.byPlace(h)
	}
	return false
}

// byVerb reads a label that starts with one of the verbs in token i.
func (r *reader) byVerb(h *head, i int, g region, verbs []string, class rune) bool {
	if i >= g.to || r.tokens[i].kind != han {
		return false
	}
	verb, ok := startsWithAny(r.textOf(i), verbs)
	if !ok {
		return false
	}
	h.class, h.label, h.labelAt = class, i, r.tokens[i].start+len(verb)
	if h.labelAt == r.tokens[i].end {
		if h.label++; h.label >= g.to {
			return false
		}
		h.labelAt = r.tokens[h.label].start
	}
	return true
}

// byPlace reads a label that stands right behind a number.
func (r *reader) byPlace(h *head) bool {
	h.class, h.label, h.labelAt = byPlace, h.at+1, r.tokens[h.at+1].start
	return h.isNumber
}

// startsItem reports whether a value stands where one can.
func (r *reader) startsItem(h head, g region) bool {
	i := h.at
	if i == g.from || r.tokens[i].gap {
		return true
	}
	prev := r.tokens[i-1]
	switch prev.kind {
	case han:
		return r.tokens[i].kind != word && h.class != '.' && h.class != byWeakVerb
	case mark:
		return !strings.ContainsRune("+%#&?<≤≥", prev.mark)
	}
	return prev.kind != number && h.class != byPlace
}

// pairs reads the list whose values are parted from their labels in one way. A number that continues the count is
// taken whatever stands behind it: authors are not that careful.
func (r *reader) pairs(g region, heads []head, class rune) listing {
	var list []head
	for _, h := range heads {
		if len(list) > 0 {
			last := list[len(list)-1]
			if h.at <= last.label && h.at != last.at+1 || h.at == last.label && h.class == class {
				continue
			}
			if h.class != class && !r.continues(last, h) || r.named(h) {
				continue
			}
		} else if h.class != class || h.other {
			continue
		}
		if r.labelStarts(h) {
			list = append(list, h)
		}
	}
	return r.listOf(g, list, class)
}

// named reports whether a number behind the first belongs to the word before it: "附件1:…,附件2:…".
func (r *reader) named(h head) bool {
	return r.isKind(h.at-1, han) && r.glued(h.at) && r.isMark(h.at-2, separators)
}

// continues reports whether h is the next number after last and stands behind a separator.
func (r *reader) continues(last, h head) bool {
	if h.other {
		return true
	}
	if !last.isNumber || !h.isNumber || h.n != last.n+1 {
		return false
	}
	return r.tokens[h.at].gap || r.isMark(h.at-1, ",;/|、\n")
}

// labelStarts reports whether a label can start where it does: not with a number alone, as in a range, a time or a date.
func (r *reader) labelStarts(h head) bool {
	t := r.tokens[h.label]
	switch t.kind {
	case mark:
		return t.mark == '(' || t.mark == '[' || t.mark == '<'
	case number:
		return h.class != '-' && h.class != byPlace && r.isKind(h.label+1, han)
	}
	return true
}

// listOf cuts the labels and judges the whole.
func (r *reader) listOf(g region, list []head, class rune) listing {
	l := listing{}
	for k, h := range list {
		next := g.to
		if k+1 < len(list) {
			next = list[k+1].at
		}
		e := entry{value: h.value}
		e.label = r.cutLabel(list, k, next)
		if h.class == '(' || h.class == '-' && r.tokens[h.label].mark == '(' {
			e.label = r.inBracket(h.label, e.label)
		}
		if h.other {
			l.open = true
			continue
		}
		r.dressLabel(&e, &l)
		l.entries = append(l.entries, e)
		l.span.end = max(e.label.end, h.value.end)
	}
	if len(list) > 0 {
		l.span.start = r.tokens[list[0].at].start
	}
	if !r.plausible(g, list, &l, class) {
		return listing{}
	}
	return r.closeList(l)
}
