package prose

import (
	"slices"
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

// otherStarts start what is said of all further values: 其它失败, 其他值代表错误.
var otherStarts = []string{"其他", "其它", "其余", "非零"}

// otherVerbs stand between them and what they say; otherBars say that there are no further values.
var (
	otherVerbs = []string{"表示", "代表", "标识", "对应", "为", "是", "均", "都", "返回码", "状态码"}
	otherBars  = []string{"无效", "无法", "不支持", "非法", "不允许", "报错", "参数", "字段", "接口", "说明", "时", "情况"}
)

// linkWords join two values: 0或1 is no 0 that is called 或.
var linkWords = map[string]bool{"或": true, "或者": true, "和": true, "及": true, "至": true, "到": true, "与": true}

// Classes of what stands between a value and its label: the sign itself, or
const (
	byVerb        = 'v' // 1表示男
	byWeakVerb    = 'w' // 1为男
	byPlace       = 'a' // 1男, 1 男
	byPlaceOfWord = 'b' // up上, up 上
	byBrackets    = 'n' // (1) 男
	byComma       = ',' // 1，男；2，女
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
	none     bool // null, which is no value
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
	if h, ok := r.otherAt(i, g); ok {
		return h, true
	}
	if h, ok := r.inBrackets(i, g); ok {
		return h, true
	}
	t := r.tokens[i]
	h := head{at: i, value: r.inner(i)}
	text := r.s[h.value.start:h.value.end]
	h.other = otherWords[text]
	if t.kind == mark || t.kind == han && !h.other || i+1 >= g.to || text == "" || strings.ContainsAny(text, " :,，") {
		return h, false
	}
	h.none = strings.EqualFold(text, "null")
	if isInteger(text) {
		h.n, _ = strconv.ParseInt(text, 10, 64)
		h.isNumber = true
	} else if t.kind == number {
		return h, false
	}
	return h, r.classify(&h, g) && r.startsItem(h, g)
}

// otherAt reads what is said of all further values, the word for them and what it says in one: 其它失败.
func (r *reader) otherAt(i int, g region) (head, bool) {
	h := head{at: i, label: i, class: byPlace, other: true}
	if r.notZero(i) && i+2 < g.to {
		h.label, h.labelAt = i+2, r.tokens[i+2].start
		return h, true
	}
	if r.tokens[i].kind != han || i == g.from || !r.tokens[i].gap && !r.isMark(i-1, ",;\n") {
		return h, false
	}
	text := r.textOf(i)
	w, ok := startsWithAny(text, otherStarts)
	rest := strings.TrimPrefix(text[len(w):], "值")
	if !ok || rest == "" || containsAny(rest, otherBars) {
		return h, false
	}
	_, says := startsWithAny(rest, otherVerbs)
	h.labelAt = r.tokens[i].end - len(rest)
	return h, says || utf8.RuneCountInString(rest) <= 6
}

// notZero reports 非0.
func (r *reader) notZero(i int) bool {
	return r.isKind(i, han) && r.textOf(i) == "非" && r.isKind(i+1, number) && r.glued(i+1)
}

// inBrackets reads a number in brackets before its label: (1) 男, [1]男.
func (r *reader) inBrackets(i int, g region) (head, bool) {
	if !r.isMark(i, "([") || r.tokens[i].pair != i+2 || i+3 >= g.to || !r.isKind(i+1, number) || !r.isKind(i+3, han) {
		return head{}, false
	}
	h := head{at: i, value: r.inner(i + 1), class: byBrackets, label: i + 3, labelAt: r.tokens[i+3].start, isNumber: true}
	h.n, _ = strconv.ParseInt(r.sliceOf(h.value), 10, 64)
	return h, isInteger(r.sliceOf(h.value)) && (i == g.from || r.tokens[i].gap || r.isKind(i-1, mark))
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
			return r.byVerb(h, h.at+2, g, verbs, byVerb) || r.byComma(h, g)
		default:
			return false
		}
		if h.label >= g.to {
			return false
		}
		h.labelAt = r.tokens[h.label].start
		return true
	case han:
		return r.byVerb(h, h.at+1, g, verbs, byVerb) || r.byVerb(h, h.at+1, g, weakVerbs, byWeakVerb) || r.byPlace(h) || r.byPlaceOfWord(h)
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
		if h.label++; h.label >= g.to || class == byWeakVerb && r.glued(i) && (r.tokens[h.label].gap || r.isNo(i+2)) {
			return false // 1是 默认1, 1是0否: the label is 是
		}
		if class == byWeakVerb && r.isKind(h.label, number) && r.tokens[h.label].gap {
			return false // 0 是 1 不是
		}
		h.labelAt = r.tokens[h.label].start
	}
	return true
}

// isNo reports whether token i is 否.
func (r *reader) isNo(i int) bool { return r.isKind(i, han) && r.textOf(i) == "否" }

// byPlace reads a label that stands right behind a number.
func (r *reader) byPlace(h *head) bool {
	h.class, h.label, h.labelAt = byPlace, h.at+1, r.tokens[h.at+1].start
	return h.isNumber && !linkWords[r.textOf(h.label)]
}

// byPlaceOfWord reads a label that stands right behind a name.
func (r *reader) byPlaceOfWord(h *head) bool {
	h.class, h.label, h.labelAt = byPlaceOfWord, h.at+1, r.tokens[h.at+1].start
	return (r.isKind(h.at, word) || r.isKind(h.at, quoted)) && !linkWords[r.textOf(h.label)] && !r.isMark(h.label+1, ":")
}

// byComma reads a label that a comma parts from its number.
func (r *reader) byComma(h *head, g region) bool {
	h.class, h.label = byComma, h.at+2
	if !h.isNumber || h.label >= g.to || !r.isKind(h.label, han) && !r.isKind(h.label, word) || h.at > g.from && r.isKind(h.at-1, han) && r.glued(h.at) {
		return false
	}
	h.labelAt = r.tokens[h.label].start
	return true
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
		return r.tokens[i].kind != word && h.class != '.' && h.class != byWeakVerb && !r.notZero(i-1)
	case mark:
		more := r.s[prev.start:prev.end] == ">" && r.glued(i) // >1 is no value
		return !more && !strings.ContainsRune("+%#&?<≤≥", prev.mark)
	}
	return prev.kind != number && h.class != byPlace && h.class != byPlaceOfWord
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
			if h.class != class && (h.class == byComma || !r.continues(last, h)) || r.named(h) {
				continue
			}
		} else if h.class != class || h.other || h.none {
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
	if h.none {
		return false
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
		if h.other || h.none {
			l.open = l.open || h.other
			continue
		}
		r.dressLabel(&e, &l)
		l.entries = r.once(l.entries, e)
		l.span.end = max(e.label.end, h.value.end)
	}
	if len(list) > 0 {
		l.span.start = r.tokens[list[0].at].start
	}
	if !r.plausible(g, list, &l, class) {
		return listing{}
	}
	r.unlabelled(g, list[0].at, &l)
	return r.closeList(l)
}

// once adds an entry unless its value is there already with the same label, or the start of it.
func (r *reader) once(entries []entry, e entry) []entry {
	for i := range entries {
		if r.sliceOf(entries[i].value) != r.sliceOf(e.value) {
			continue
		}
		old, again := r.sliceOf(entries[i].label), r.sliceOf(e.label)
		switch {
		case strings.HasPrefix(old, again):
			return entries
		case strings.HasPrefix(again, old):
			entries[i] = e
			return entries
		}
	}
	return append(entries, e)
}

func (r *reader) sliceOf(p stretch) string { return r.s[p.start:p.end] }

// unlabelled adds the names without a label before and behind a list of names: "a, b：乙, c：丙, d".
func (r *reader) unlabelled(g region, first int, l *listing) {
	if isInteger(r.sliceOf(l.entries[0].value)) {
		return
	}
	for i := first; r.amongNames(g, i) && (i-3 < g.from || r.isMark(i-3, ",、/:\n")); i -= 2 {
		name := r.inner(i - 2)
		l.entries = slices.Insert(l.entries, 0, entry{value: name, label: stretch{name.end, name.end}})
		l.span.start = name.start
	}
	for i := r.tokenAt(l.span.end, g); i+1 < g.to && r.isMark(i, ",、/") && r.isKind(i+1, word); i += 2 {
		if i+2 < g.to && !r.isMark(i+2, ",、/;(。\n…") {
			return
		}
		name := r.inner(i + 1)
		l.entries = append(l.entries, entry{value: name, label: stretch{name.end, name.end}})
		l.span.end = name.end
	}
}
