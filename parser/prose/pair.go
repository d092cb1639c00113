package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

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
	return r.closeList(g, l)
}

// inBracket is the label that a bracket holds: (代收); (0,已支付) repeats a code.
func (r *reader) inBracket(i int, label stretch) stretch {
	p := r.tokens[i].pair
	if p < 0 || r.tokens[i].mark != '(' || r.tokens[p].end > label.end && label.end > r.tokens[i].end {
		return label
	}
	in := stretch{r.tokens[i].end, r.tokens[p].start}
	if r.isKind(i+1, number) && r.isMark(i+2, ",") && i+3 < p {
		in.start = r.tokens[i+3].start
	}
	return r.trim(in)
}

const separators = ",;/|、\n.*…"

// cutLabel is the range of the label of head k, which ends before token next.
func (r *reader) cutLabel(list []head, k, next int) stretch {
	h := list[k]
	end := next
	if k+1 < len(list) {
		for end > h.label && (r.isMark(end-1, separators) || r.isMark(end-1, "-[(") && r.tokens[end-1].pair < 0) {
			end--
		}
	} else {
		end = r.lastEnd(list, k, next)
	}
	for i := h.label; i < end; i++ {
		if p := r.tokens[i].pair; p > i && p < end {
			i = p
		} else if i > h.label && (r.isMark(i, "\n。") || r.isMark(i, "e") || r.isMark(i, ",;") && r.stops(i+1)) {
			end = i
			break
		}
	}
	if end <= h.label {
		return stretch{h.labelAt, h.labelAt}
	}
	return r.trim(stretch{h.labelAt, r.tokens[end-1].end})
}

// separator is what stands before the value of head k: a sign, ' ' for a gap, 0 for nothing.
func (r *reader) separator(list []head, k int) (sep rune, gap bool) {
	at := list[k].at
	gap = r.tokens[at].gap
	for i := at - 1; i > list[k-1].label; i-- {
		if r.isMark(i, separators) {
			return r.tokens[i].mark, gap
		}
		if !r.isMark(i, "-*") {
			break
		}
	}
	if gap {
		return ' ', gap
	}
	return 0, gap
}

// lastEnd is the token before which the last label ends: at what parts the items, or where something else begins.
func (r *reader) lastEnd(list []head, k, end int) int {
	h := list[k]
	sep, sepGap := rune(0), false
	if k > 0 {
		sep, sepGap = r.separator(list, 1)
	}
	spaced := r.spacedLabels(list)
	for i := h.label; i < end; i++ {
		if i > h.label {
			if r.tokens[i].gap && (sep == ' ' || r.stops(i) || !spaced) && !r.phrase(i) {
				return i
			}
			if r.isMark(i, ";\n。e?") || r.isMark(i, "…") {
				return i
			}
			if r.isMark(i, "/|、") && r.tokens[i].mark == sep {
				return i
			}
			if r.isMark(i, ",") && (sep != ',' || !sepGap || i+1 >= end || r.tokens[i+1].gap || r.stops(i+1)) {
				return i
			}
		}
		if p := r.tokens[i].pair; p > i && p < end {
			i = p
		}
	}
	return end
}

// phrase reports whether the blank before token i parts words of one phrase: both sides Latin, or one of them with Han
// behind a label's first word ("kmarkdown 消息").
func (r *reader) phrase(i int) bool {
	if r.tokens[i].kind == mark {
		return r.tokens[i].mark == '('
	}
	return r.isKind(i-1, word) || r.isKind(i-1, number) || r.tokens[i].kind == word && r.isKind(i-1, han)
}

// spacedLabels reports whether a label other than the last has a blank inside.
func (r *reader) spacedLabels(list []head) bool {
	for k := 0; k+1 < len(list); k++ {
		for i := list[k].label + 1; i < list[k+1].at; i++ {
			if r.tokens[i].gap && r.isKind(i, han) && r.isKind(i-1, han) {
				return true
			}
		}
	}
	return false
}

// stopWords start what is no part of a label.
var stopWords = []string{"默认", "缺省", "不传", "不填", "必填", "选填", "可选", "非必填", "注意", "注", "备注", "说明", "其中", "若", "如", "请", "当", "则", "详见", "参考", "见", "只读", "单位", "可组合", "支持", "仅", "只", "多个", "为空", "不选", "此", "该", "后续", "目前"}

func (r *reader) stops(i int) bool {
	if i >= len(r.tokens) {
		return true
	}
	if r.tokens[i].kind == mark {
		return r.tokens[i].mark == 'e'
	}
	_, ok := startsWithAny(r.textOf(i), stopWords)
	return ok
}

// dressLabel takes a remark in brackets off the label's end, notes 等 and (默认).
func (r *reader) dressLabel(e *entry, l *listing) {
	text := r.s[e.label.start:e.label.end]
	if verb, ok := startsWithAny(text, verbs); ok && len(verb) < len(text) {
		e.label.start += len(verb)
		text = text[len(verb):]
	}
	if open := strings.LastIndexAny(text, "(（"); open > 0 && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "）")) {
		remark := text[open:]
		if strings.Contains(remark, "默认") && utf8.RuneCountInString(remark) <= 6 {
			e.marked = true
			e.label.end = e.label.start + open
		} else if containsAny(remark, []string{"、", "，", ",", "如", "等"}) {
			e.label.end = e.label.start + open
		}
		text = r.s[e.label.start:e.label.end]
	}
	for _, w := range []string{"等等", "等"} {
		if strings.HasSuffix(text, w) && len(text) > len(w)+3 && !strings.HasSuffix(text, "平等") && !strings.HasSuffix(text, "高等") {
			e.label.end -= len(w)
			l.open = true
			break
		}
	}
	e.label = r.trim(e.label)
	text = r.s[e.label.start:e.label.end]
	if first, size := utf8.DecodeRuneInString(text); quotes[first] != "" && len(text) > 2*size {
		if last, n := utf8.DecodeLastRuneInString(text); strings.ContainsRune(quotes[first], last) {
			e.label.start, e.label.end = e.label.start+size, e.label.end-n
		}
	}
}

// closeList notes what stands behind the list and makes it open.
func (r *reader) closeList(g region, l listing) listing {
	if len(l.entries) == 0 {
		return l
	}
	rest := strings.TrimLeft(r.s[l.span.end:], blanks+",，;；、")
	if strings.HasPrefix(rest, "…") || strings.HasPrefix(rest, "...") || strings.HasPrefix(rest, "..") || strings.HasPrefix(rest, "等") {
		l.open = true
	}
	before := r.s[:l.span.start]
	if containsAny(before, []string{"见", "参考", "参照"}) && !strings.Contains(before, "意见") && !strings.Contains(before, "可见") {
		l.open = true
	}
	return l
}
