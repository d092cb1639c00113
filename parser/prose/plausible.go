package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// counters are words that make a number in front of them an amount: 3天, 2位.
const counters = "年月日天个条次位元分秒时小周层级号名米度岁倍万千百台组份折种类项点"

// proseWords give away that a numbered list is prose and not the values of the field.
var proseWords = []string{"必填", "不能", "必须", "请", "如果", "不可", "字段", "参数", "长度", "返回错误", "建议", "然后", "最后", "若"}

// plausible judges a list of values with labels.
func (r *reader) plausible(g region, list []head, l *listing, class rune) bool {
	switch n := len(l.entries); {
	case n == 0:
		return false
	case n == 1 && !(l.open && (strings.ContainsRune(":=-v", class) || list[0].isNumber && r.shortLabels(*l, 8))):
		return r.single(g, l, class)
	}
	explained := 0
	for _, e := range l.entries {
		if !r.isLabel(e.label, class) {
			return false
		}
		if strings.ContainsAny(r.s[e.label.start:e.label.end], ":：") {
			explained++
		}
	}
	if explained == len(l.entries) {
		return false // each is about something of its own
	}
	switch class {
	case '.', '、', ')':
		first := list[0].n <= 1 || r.announced(*l) || list[0].at == 0 && r.kind == ir.Integer
		return r.kind != ir.ArrayKind && countsUp(list) && first && r.shortLabels(*l, 16)
	case byComma:
		return r.kind != ir.ArrayKind && consecutive(list) && r.shortLabels(*l, 16)
	case byBrackets:
		return countsUp(list) && r.shortLabels(*l, 16)
	case byPlace:
		return r.placed(list, *l)
	case byPlaceOfWord:
		return r.placedWords(list, *l)
	case byWeakVerb:
		return sameSort(list) && list[0].isNumber && r.shortLabels(*l, 12)
	case '>':
		return sameSort(list)
	case '=':
		return sameSort(list) && (list[0].isNumber || r.hanLabels(*l) || r.behindFew(list[0].at))
	case '(':
		if r.amongNames(g, list[0].at) {
			return false
		}
		fallthrough
	case ':', '-':
		return sameSort(list) && (list[0].isNumber || r.announced(*l) || r.hanLabels(*l) && r.namesValues(*l))
	}
	return sameSort(list) && (list[0].isNumber || !containsAny(r.s[:l.span.start], []string{"json", "JSON", "Map"}))
}

// single reports a list of one: "[1表示已删除，默认值0]", where the default is the other value.
func (r *reader) single(g region, l *listing, class rune) bool {
	if g.from == 0 || !isInteger(r.s[l.entries[0].value.start:l.entries[0].value.end]) || !strings.ContainsRune(strongClasses, class) {
		return false
	}
	end := r.tokens[g.to-1].end
	i := strings.Index(r.s[l.span.end:end], "默认")
	if i < 0 {
		return false
	}
	cur := cursor{r.s[:end], l.span.end + i + len("默认")}
	cur.skip(defaultLinks)
	p, ok := cur.number()
	if !ok || !cur.ended() || !isInteger(r.s[p.start:p.end]) || !r.isLabel(l.entries[0].label, class) {
		return false
	}
	l.entries = append(l.entries, entry{value: p, label: stretch{p.end, p.end}})
	return true
}

func (r *reader) isLabel(p stretch, class rune) bool {
	text := r.s[p.start:p.end]
	limit := 24
	if strings.ContainsRune(strongClasses, class) {
		limit = 80
	}
	n := utf8.RuneCountInString(text)
	return n > 0 && n <= limit && strings.ContainsFunc(text, unicode.IsLetter)
}

// sameSort reports whether the values are all numbers or all names.
func sameSort(list []head) bool {
	for _, h := range list {
		if !h.other && h.isNumber != list[0].isNumber {
			return false
		}
	}
	return true
}

// countsUp reports whether the values are numbers in rising order.
func countsUp(list []head) bool {
	for i, h := range list {
		if !h.other && (!h.isNumber || i > 0 && h.n <= list[i-1].n && !(list[i-1].n == 9 || list[i-1].other)) {
			return false
		}
	}
	return true
}

// consecutive reports whether the values count on by one from -1, 0 or 1.
func consecutive(list []head) bool {
	for i, h := range list {
		if h.other {
			continue
		}
		if i == 0 && (h.n < -1 || h.n > 1) || i > 0 && h.n != list[i-1].n+1 {
			return false
		}
	}
	return true
}

func (r *reader) shortLabels(l listing, limit int) bool {
	for _, e := range l.entries {
		text := r.s[e.label.start:e.label.end]
		if utf8.RuneCountInString(text) > limit || strings.ContainsAny(text, ",，") || containsAny(text, proseWords) {
			return false
		}
	}
	return true
}

// placed judges numbers with a label right behind them, where amounts and prose look much the same.
func (r *reader) placed(list []head, l listing) bool {
	if !r.shortLabels(l, 16) {
		return false
	}
	amounts, same := 0, 0
	for _, e := range l.entries {
		label := r.s[e.label.start:e.label.end]
		if first := l.entries[0].label; label == r.s[first.start:first.end] {
			same++
		}
		if isAmount(label) {
			amounts++
		}
	}
	steady, few := consecutive(list), r.behindFew(list[0].at)
	if same == len(l.entries) && same > 1 {
		return false
	}
	if amounts == 0 && r.toggles(list, l) {
		return true
	}
	if amounts > 0 && !(steady && len(l.entries) > 2 && amounts < len(l.entries)) {
		return false
	}
	if loose := few || r.numeric() && len(l.entries) > 2; !countsUp(list) && !loose {
		return false
	}
	for i, h := range list {
		if !steady && !few && r.tokens[h.label].gap && countsUp(list) || i > 0 && !(few && steady) && !r.tokens[h.at].gap && !r.isMark(h.at-1, ",;/|、\n") {
			return false
		}
		if i == 0 && r.isKind(h.at-1, han) && r.glued(h.at) && list[0].n > 1 {
			return false
		}
	}
	return steady || len(l.entries) > 1
}

// toggles reports a switch that ends the text of a number: 1开0关.
func (r *reader) toggles(list []head, l listing) bool {
	if len(list) != 2 || list[0].n+list[1].n != 1 || list[0].n*list[1].n != 0 || !r.numeric() || !r.shortLabels(l, 4) {
		return false
	}
	rest := strings.TrimLeft(r.s[l.span.end:], blanks)
	return rest == "" || rest[0] == '\n' || strings.ContainsRune(")）", firstRune(rest))
}

// placedWords judges names with a label right behind them, which is how the things of a sentence look too: what stands before
// them must be the name of something that has a few values.
func (r *reader) placedWords(list []head, l listing) bool {
	few := r.behindFew(list[0].at) || r.headOfFew() || r.strange(l) == 0 && !r.things(l)
	if !few || len(l.entries) < 2 || !r.hanLabels(l) || !r.shortLabels(l, 12) || !r.namesValues(l) {
		return false
	}
	first := r.sliceOf(l.entries[0].label)
	same := 0
	for i, h := range list {
		if i > 0 && !r.isMark(h.at-1, ",;/|、\n") && r.tokens[h.label].gap {
			return false
		}
		if i < len(l.entries) && r.sliceOf(l.entries[i].label) == first {
			same++
		}
	}
	return same < len(l.entries)
}

// things reports whether a label is what something is called or identified by: "app应用名，web站点名" speaks of two fields.
func (r *reader) things(l listing) bool {
	return slices.ContainsFunc(l.entries, func(e entry) bool {
		_, ok := endsWithAny(r.sliceOf(e.label), []string{"名", "名称", "号", "地址", "码", "值", "列表", "参数", "时间"})
		return ok
	})
}

// behindFew reports whether the name of something that has a few values stands before token i.
func (r *reader) behindFew(i int) bool {
	for i--; r.isMark(i, ":,\n(["); i-- {
	}
	return r.ofFewValues(i)
}

// headOfFew reports whether the text begins with such a name.
func (r *reader) headOfFew() bool { return len(r.tokens) > 1 && r.ofFewValues(0) }

// amongNames reports whether the name at token i is the last of several: a, b, c（丙） lists three.
func (r *reader) amongNames(g region, i int) bool {
	return i-2 >= g.from && r.isMark(i-1, ",、/") && (r.isKind(i-2, word) || r.isKind(i-2, quoted)) && (r.isKind(i, word) || r.isKind(i, quoted))
}

// isAmount reports whether a label makes an amount of the number before it.
func isAmount(label string) bool {
	first, size := utf8.DecodeRuneInString(label)
	if !strings.ContainsRune(counters, first) {
		return false
	}
	next, n := utf8.DecodeRuneInString(label[size:])
	return n == 0 || strings.ContainsRune("以内前后之间级时钟月", next)
}

// hanLabels reports whether each label has a letter that is not Latin: then the names before them are not.
func (r *reader) hanLabels(l listing) bool {
	for _, e := range l.entries {
		if !hasHan(r.s[e.label.start:e.label.end]) {
			return false
		}
	}
	return true
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return c >= 0x3400 && unicode.IsLetter(c) })
}

// announced reports whether an introducer stands before the list.
func (r *reader) announced(l listing) bool {
	return containsAny(r.s[:l.span.start], []string{"可选值", "枚举值", "取值", "枚举"}) && !strings.Contains(r.s[:l.span.start], "{")
}

// structure are words of a text that explains the members of a structure and not the values of a field.
var structure = []string{"json", "JSON", "Json", "对象", "结构", "字段", "参数", "格式", "属性", "数组", "包含", "header"}

// namesValues reports whether names with labels are values, and not the members of something.
func (r *reader) namesValues(l listing) bool {
	if strings.ContainsAny(r.s, "{}") {
		return false
	}
	for _, e := range l.entries {
		if containsAny(r.s[e.label.start:e.label.end], []string{"必填", "选填", "可选"}) {
			return false
		}
	}
	return !containsAny(r.s[:l.span.start], structure)
}
