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
		if len(l.entries) > 1 && len(l.entries) > len(best.entries) && r.distinctLabels(l) && !r.moreNumbers(g, l) {
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
	if r.tokens[i].kind != han || i > g.from && r.glued(i) && !r.isMark(i-1, ",;/|、\n:([") {
		return e, 0, 0
	}
	e.label = stretch{r.tokens[i].start, r.tokens[i].end}
	v := i + 1
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
	value := r.s[e.value.start:e.value.end]
	if class != '(' && !isInteger(value) || class == '(' && r.kind == ir.ArrayKind {
		return e, 0, 0
	}
	if value == "" || strings.Contains(value, " ") || !r.endsItem(next, g) {
		return e, 0, 0
	}
	return e, class, next
}

// endsItem reports whether an item can end before token i.
func (r *reader) endsItem(i int, g region) bool {
	return i >= g.to || r.tokens[i].gap || r.isMark(i, ",;/|、\n。…")
}

// isLink reports a word that joins values or introduces them.
func isLink(text string) bool {
	_, ok := endsWithAny(text, introducers)
	return ok || text == "或" || text == "或者" || text == "和" || text == "至" || text == "到"
}

func (r *reader) distinctLabels(l listing) bool {
	seen := map[string]bool{}
	for _, e := range l.entries {
		text := r.s[e.label.start:e.label.end]
		if seen[text] || len(text) > 48 || isLink(text) || containsAny(text, []string{"最大", "最小", "最多", "默认", "范围", "长度", "版本", "第", "小于", "大于", "超过"}) {
			return false
		}
		seen[text] = true
	}
	return true
}
