package prose

import (
	"sort"
	"strings"

	"github.com/wenma/wenma/ir"
)

// listOpeners stand before the first label: 分别有图片（image）.
var listOpeners = []string{"分别有", "分别为", "分别是", "目前有", "包括", "包含", "分为", "有", "为", "是"}

// labelFirst reads "男1 女2", "成功:0，失败:1", "图片（image）、语音（voice）" in a region.
func (r *reader) labelFirst(g region) listing {
	var l, best listing
	var class rune
	flush := func() {
		last := r.tokenAt(l.span.end, g)
		if class == byPlace && r.isKind(last, han) {
			l = listing{} // the value belongs to what follows
		}
		if len(l.entries) > 1 && len(l.entries) > len(best.entries) && r.distinctLabels(l) && r.ownValues(l) && !r.moreNumbers(g, l) {
			l.open = l.open || class != '(' && !isInteger(r.sliceOf(l.entries[0].value)) && r.goesOn(l.span.end, g)
			best = r.closeList(l)
		}
		l = listing{}
	}
	for i := g.from; i < g.to; i++ {
		e, c, next := r.labelled(i, g)
		if next == 0 {
			if !r.isMark(i, ",;/|、\n") {
				flush()
			}
			if p := r.tokens[i].pair; p > i {
				i = p
			}
			continue
		}
		if len(l.entries) > 0 && c != class {
			flush()
		}
		class = c
		if len(l.entries) == 0 {
			if class == '(' {
				e.label = r.openLabel(e.label)
			}
			l.span.start = e.label.start
		}
		l.entries = append(l.entries, e)
		l.span.end = r.tokens[next-1].end
		i = next - 1
	}
	flush()
	return best
}

// moreNumbers reports whether the region has numbers beside the list: then it is likely a part of a longer one.
func (r *reader) moreNumbers(g region, l listing) bool {
	for i := g.from; i < g.to; i++ {
		if p := r.tokens[i].pair; p > i {
			i = p
			continue
		}
		if r.isKind(i, number) && !l.span.has(r.tokens[i].start) && !strings.Contains(r.s[:r.tokens[i].start], "默认") {
			return true
		}
	}
	return false
}

// tokenFrom is the first token behind a byte that is no separator.
func (r *reader) tokenFrom(at int) int {
	i := r.tokenAt(at, region{0, len(r.tokens)})
	for r.isMark(i, ",;、") {
		i++
	}
	return i
}

// tokenAt is the token of the region that starts at a byte or behind it.
func (r *reader) tokenAt(at int, g region) int {
	return g.from + sort.Search(g.to-g.from, func(i int) bool { return r.tokens[g.from+i].start >= at })
}

// openLabel takes what opens the list off the first label.
func (r *reader) openLabel(label stretch) stretch {
	text := r.s[label.start:label.end]
	for _, w := range listOpeners {
		i := strings.Index(text, w)
		if i < 0 || i+len(w) == len(text) {
			continue
		}
		if _, ok := endsWithAny(text[:i], kindWords); ok || i == 0 {
			label.start += i + len(w)
			break
		}
	}
	return label
}

// labelled reads one label and its value at token i; next is the token behind it, 0 when there is none.
func (r *reader) labelled(i int, g region) (e entry, class rune, next int) {
	if i > g.from && r.glued(i) && !r.isMark(i-1, ",;/|、\n:([") {
		return e, 0, 0
	}
	v := r.labelEnd(i, g)
	if v == i {
		return e, 0, 0
	}
	e.label = stretch{r.tokens[i].start, r.tokens[v-1].end}
	switch {
	case r.isMark(v, "("):
		class, v = '(', v+1
		if r.tokens[v-1].pair != v+1 || !r.isKind(v, word) && !r.isKind(v, quoted) && !r.isKind(v, number) {
			return e, 0, 0
		}
		next = v + 2
	case r.isMark(v, ":-=>"):
		class, v = r.tokens[v].mark, v+1
		next = v + 1
	default:
		class, next = byPlace, v+1
	}
	if v >= g.to || next > g.to {
		return e, 0, 0
	}
	e.value = r.inner(v)
	if !r.valueBehind(v, class) || !r.endsItem(next, g) {
		return e, 0, 0
	}
	return e, class, next
}

// labelEnd is the token behind the label that starts at token i, i for none: a word, or several in one piece that a colon
// parts from the value (最优5档：best_5).
func (r *reader) labelEnd(i int, g region) int {
	end, letters := i, false
	for end < g.to && (end == i || r.glued(end)) && (r.isKind(end, han) || r.isKind(end, number) || r.isKind(end, word)) {
		letters = letters || r.isKind(end, han)
		end++
	}
	if letters && end > i+1 && r.isMark(end, ":=") {
		return end
	}
	if r.isKind(i, han) {
		return i + 1
	}
	return i
}

// valueBehind reports whether token v can be a value behind its label.
func (r *reader) valueBehind(v int, class rune) bool {
	p := r.inner(v)
	value := r.sliceOf(p)
	switch {
	case value == "" || strings.Contains(value, " "):
		return false
	case class == '(':
		return r.kind != ir.ArrayKind
	case isInteger(value):
		return true
	case r.kind != ir.String && r.kind != ir.Any || hasHan(value) || !isAlnum(value[0]):
		return false
	}
	return strings.ContainsRune(":=->", class) && (r.isKind(v, quoted) || r.isKind(v, word)) || class == byPlace && r.isKind(v, word)
}

// ownValues judges a list of names behind their labels: so are the members of a structure written, and what the parts of an
// answer are called. What stands before must be the name of something that has a few values, unless quotes show what is a value.
func (r *reader) ownValues(l listing) bool {
	quotes := 0
	for _, e := range l.entries {
		value := r.sliceOf(e.value)
		if isInteger(value) || strings.ContainsAny(r.s[e.label.end:e.value.start], "(（") {
			return true
		}
		if quoteBefore(r.s[:e.value.start]) {
			quotes++
		}
	}
	if !r.namesValues(l) {
		return false
	}
	first := r.tokenAt(l.span.start, region{0, len(r.tokens)})
	return quotes == len(l.entries) || r.behindFew(first) || first > 0 && r.headOfFew()
}

// goesOn reports whether the line goes on behind a list of names with what could be one more of them.
func (r *reader) goesOn(at int, g region) bool {
	for i := r.tokenAt(at, g); i < g.to && !r.isMark(i, "\n。"); i++ {
		if r.isKind(i, word) && (r.isMark(i-1, ":=") || r.isKind(i-1, han)) {
			return true
		}
	}
	return false
}

func quoteBefore(s string) bool { return quotes[lastRune(s)] != "" }

// endsItem reports whether an item can end before token i.
func (r *reader) endsItem(i int, g region) bool {
	return i >= g.to || r.tokens[i].gap || r.isMark(i, ",;/|、\n。…")
}

// isLink reports a word that joins values or introduces them.
func isLink(text string) bool {
	_, ok := endsWithAny(text, introducers)
	return ok || text == "或" || text == "或者" || text == "和" || text == "至" || text == "到"
}

// boundWords are words of a limit, a version, a place in a row or a condition, with whose numbers no value is meant.
var boundWords = []string{"固定", "如果", "若", "最大", "最小", "最多", "默认", "范围", "长度", "版本", "第", "小于", "大于", "超过"}

// orders reports whether a label ends in what to do with the number behind it: 首次传0，之后每次加1.
func (r *reader) orders(text string) bool {
	_, ok := endsWithAny(text, []string{"传", "填", "加", "减", "乘以", "除以", "等于", "取", "返回"})
	return ok
}

func (r *reader) distinctLabels(l listing) bool {
	seen := map[string]bool{}
	for _, e := range l.entries {
		text := r.s[e.label.start:e.label.end]
		if seen[text] || len(text) > 48 || isLink(text) || containsAny(text, boundWords) || r.orders(text) {
			return false
		}
		seen[text] = true
	}
	return true
}
