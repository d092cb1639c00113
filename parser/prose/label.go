package prose

import (
	"strings"
	"unicode/utf8"
)

// inBracket is the label that a bracket holds: (代收); (0,已支付) repeats a code.
func (r *reader) inBracket(i int, label stretch) stretch {
	p := r.tokens[i].pair
	if p < 0 || r.tokens[i].mark != '(' || r.tokens[p].end > label.end && label.end > r.tokens[i].end {
		return label
	}
	in := stretch{r.tokens[i].end, r.tokens[p].start}
	if i+3 < p && r.isMark(i+2, ",") && isInteger(r.sliceOf(r.inner(i+1))) {
		in.start = r.tokens[i+3].start
		if i+4 == p {
			in = r.inner(i + 3)
		}
	}
	return r.trim(in)
}

const separators = ",;/|、\n.*…"

// cutLabel is the range of the label of head k, which ends before token next.
func (r *reader) cutLabel(list []head, k, next int) stretch {
	h := list[k]
	end := next
	if k+1 < len(list) {
		if r.isKind(end-1, han) && end-1 > h.label && r.tokens[end-1].gap && (r.textOf(end-1) == "为" || r.textOf(end-1) == "是") {
			end--
		}
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
			if r.tokens[i].gap && (r.stops(i) && r.tokens[i].kind == han || (sep == ' ' || !spaced) && !r.phrase(i)) {
				return i
			}
			if r.isMark(i, ";\n。e?") || r.isMark(i, "…") {
				return i
			}
			if r.isMark(i, "/|、") && r.tokens[i].mark == sep {
				return i
			}
			if r.isMark(i, ",") && (sep != '\n' || r.stops(i+1)) && (sep != ',' || !sepGap || i+1 >= end || r.tokens[i+1].gap || r.stops(i+1)) {
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

// presenceMarks say of the field, in brackets behind its last label, whether it has to be there.
var presenceMarks = []string{"必填", "选填", "可选", "必传", "可空"}

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
		} else if containsAny(remark, presenceMarks) && utf8.RuneCountInString(remark) <= 6 {
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
func (r *reader) closeList(l listing) listing {
	if len(l.entries) == 0 {
		return l
	}
	rest := strings.TrimLeft(r.s[l.span.end:], blanks+",，;；、")
	if r.isKind(r.tokenFrom(l.span.end), word) && rest != "" && isDigit(rest[0]) {
		l.open = true // one more that could not be read: 6post_only
	}
	if strings.HasPrefix(rest, "…") || strings.HasPrefix(rest, "...") || strings.HasPrefix(rest, "..") || strings.HasPrefix(rest, "等") {
		l.open = true
	}
	before := r.s[:l.span.start]
	if containsAny(before, []string{"见", "参考", "参照"}) && !strings.Contains(before, "意见") && !strings.Contains(before, "可见") {
		l.open = true
	}
	return l
}
