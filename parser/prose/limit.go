package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// comparators say which end of a range follows; the longest come first, as 大于 is part of 不大于.
var comparators = []struct {
	words     []string
	max       bool
	exclusive bool
}{
	{[]string{"小于或等于", "小于等于", "不能超过", "不得超过", "不可超过", "不要超过", "不允许超过", "最多不超过", "不超过", "不能大于", "不得大于", "不可大于", "不大于", "不得多于", "不能多于", "不多于", "不高于", "不能高于",
		"不长于", "不超", "最大值", "最大", "最多", "最长", "至多", "上限", "最高", "<=", "≤", "≦", "max:", "max："}, true, false},
	{[]string{"大于或等于", "大于等于", "不能小于", "不得小于", "不可小于", "不小于", "不能少于", "不得少于", "不少于", "不低于", "不能低于", "不得低于", "不短于", "至少", "最小值", "最小", "最少", "最短", "最低", "下限", "起始值", "起始页码", "起始页", ">=", "≥", "≧", "min:", "min："}, false, false},
	{[]string{"小于", "少于", "低于", "<"}, true, true},
	{[]string{"大于", "高于", ">"}, false, true},
}

// limitLinks stand between a comparator and its number.
var limitLinks = []string{"长度", "字数", "字符数", "个数", "数量", "数目", "条数", "支持", "可以", "可", "设置", "上传", "添加", "传入", "传", "填写", "填", "输入", "为", "是", "限制", "限", "：", ":", "=", "允许", "不超过", "不能超过", "只能", "包含", "有", "值", "返回",
	"获取", "查询", "撤消", "撤销", "取消", "删除", "操作", "提交", "发送", "选择", "选", "存", "不能", "到", "显示", "条目"}

// mineLimits reads the limits of each clause.
func (r *reader) mineLimits() {
	if r.kind == ir.Boolean || r.kind == ir.ObjectKind || r.kind == ir.File {
		return
	}
	for _, c := range r.clauses {
		if r.listed.meets(c.stretch) && r.rules.Enum != nil {
			continue
		}
		text := r.clauseText(c)
		if strings.HasPrefix(text, "format") {
			continue
		}
		r.mineSort(c, text)
		if strings.ContainsAny(text, "0123456789") && !r.mineComparators(c, text) && !r.mineRange(c) && !r.mineStart(c, text) {
			r.mineExact(c, text)
		}
	}
	if r.several {
		r.rules.MinLength, r.rules.MaxLength = nil, nil
	}
	r.mineInterval()
}

// mineComparators reads 不超过32, 最多9张, >= 0 in a clause.
func (r *reader) mineComparators(c clause, text string) bool {
	found := false
	for at := 0; at < len(text); {
		n := r.comparatorAt(c, text, at)
		if n == 0 {
			_, n = runeAt(text, at)
		} else {
			found = true
		}
		at += n
	}
	return found
}

// comparatorAt reads the limit at an offset of a clause and returns how much it took; 0 when there is none.
func (r *reader) comparatorAt(c clause, text string, at int) int {
	for _, k := range comparators {
		w, ok := startsWithAny(text[at:], k.words)
		if !ok || at > 0 && w[0] < utf8.RuneSelf && (strings.IndexByte("=-<>", text[at-1]) >= 0 || isAlpha(w[0]) && isAlnum(text[at-1])) {
			continue
		}
		cur := cursor{r.s, c.start + at + len(w)}
		cur.skip(limitLinks)
		p, ok := cur.number()
		if !ok || p.end > c.end {
			return len(w)
		}
		r.limit(c, text[:at], cur, p, k.max, k.exclusive)
		return max(p.end-c.start-at, len(w))
	}
	return 0
}

// limit sets one end from the number at p, with what stands before the comparator and behind the number.
func (r *reader) limit(c clause, before string, cur cursor, p stretch, isMax, exclusive bool) {
	dim := r.dimensionOf(before + r.s[c.start+len(before):p.start])
	if dim == noDimension && r.kind == ir.String && r.isWhole() {
		dim = value
	}
	dim, ok := r.measure(&cur, dim)
	if !ok || dim == noDimension || dim == characters && r.numeric() {
		return
	}
	if _, ok := startsWithAny(cur.rest(), conditions); ok || !r.isSubject(c, before) {
		return
	}
	r.set(dim, p, isMax, exclusive)
}

// isWhole reports whether the text says that a string holds a whole number.
func (r *reader) isWhole() bool { return strings.Contains(r.s, "整数") }

// set records one end of a range; what was said first holds.
func (r *reader) set(dim dimension, p stretch, isMax, exclusive bool) {
	switch {
	case dim == value:
		slot := &r.rules.Min
		if isMax {
			slot = &r.rules.Max
		}
		if *slot == nil && r.agrees(p, isMax) && (r.kind != ir.Integer || isInteger(r.s[p.start:p.end])) {
			*slot = &Bound{Literal: r.s[p.start:p.end], Exclusive: exclusive, Span: r.at(p)}
		}
	case dim == items && r.kind == ir.String && r.rules.Format != "csv":
	case dim == items && r.kind != ir.ArrayKind && r.kind != ir.String:
	case dim != items && r.kind == ir.ArrayKind:
	default:
		r.setCount(r.slot(dim, isMax), p, isMax, exclusive)
	}
}

// agrees reports whether a bound leaves room for the one at the other end.
func (r *reader) agrees(p stretch, isMax bool) bool {
	literal := r.s[p.start:p.end]
	if isMax {
		return r.rules.Min == nil || rises(r.rules.Min.Literal, literal)
	}
	return r.rules.Max == nil || rises(literal, r.rules.Max.Literal)
}

func (r *reader) slot(dim dimension, isMax bool) **Count {
	pairs := map[dimension][2]**Count{
		characters: {&r.rules.MinLength, &r.rules.MaxLength},
		bytesLong:  {&r.rules.MinBytes, &r.rules.MaxBytes},
		items:      {&r.rules.MinItems, &r.rules.MaxItems},
	}
	if isMax {
		return pairs[dim][1]
	}
	return pairs[dim][0]
}

func (r *reader) setCount(slot **Count, p stretch, isMax, exclusive bool) {
	n, err := strconv.ParseInt(r.s[p.start:p.end], 10, 64)
	if exclusive {
		n++
		if isMax {
			n -= 2
		}
	}
	if err == nil && n >= 0 && *slot == nil {
		*slot = &Count{N: n, Span: r.at(p)}
	}
}

// rangeSigns part the ends of a range.
var rangeSigns = []string{"~", "～", "-", "—", "–", "至", "到", "－", "∼", "〜", "--", "…", "...", "−"}

// mineRange reads 6-20位, 范围1-1000, 长度为0~64个字符 in a clause.
func (r *reader) mineRange(c clause) bool {
	for i, t := range r.tokens {
		if t.start < c.start {
			continue
		}
		if t.start >= c.end {
			break
		}
		if t.kind != number || isLetterBefore(r.s, t.start) || r.partOfSequence(i) {
			continue
		}
		cur := cursor{r.s, t.start}
		low, _ := cur.number()
		cur.blanks()
		if _, ok := cur.take(rangeSigns); !ok {
			continue
		}
		cur.take(rangeSigns)
		cur.blanks()
		high, ok := cur.number()
		if !ok || high.end > c.end || !rises(r.s[low.start:low.end], r.s[high.start:high.end]) || strings.HasPrefix(cur.rest(), "-") && !strings.HasPrefix(cur.rest(), "-_") {
			continue
		}
		return r.setRange(c, cur, low, high)
	}
	return false
}

func rises(low, high string) bool {
	a, err1 := strconv.ParseFloat(low, 64)
	b, err2 := strconv.ParseFloat(high, 64)
	return err1 == nil && err2 == nil && a < b
}

// partOfSequence reports whether number i goes on from another: a date, a time, a fraction.
func (r *reader) partOfSequence(i int) bool {
	return r.glued(i) && (r.isMark(i-1, "-~/.*") || r.isMark(i-1, ":") && r.isKind(i-2, number))
}

// rangeOwners may stand before a range of values.
var rangeOwners = []string{"范围", "取值", "取值范围", "值", "在", "为", "介于", "区间", "取值范围为", "有效范围", "限制", "从", "是", "取"}

// rangeMeanings go on behind a range of codes: 1～7 分别表示周一到周日.
var rangeMeanings = []string{"分别表示", "分别代表", "分别对应", "依次表示", "依次代表", "依次对应"}

func (r *reader) setRange(c clause, cur cursor, low, high stretch) bool {
	before := strings.TrimRight(r.s[c.start:low.start], blanks+"：:")
	context := before
	if before == "" && c.opener == 0 && !c.line {
		context = r.previous(c)
	}
	dim := r.dimensionOf(context)
	unitAt := cur.at
	dim, ok := r.measure(&cur, dim)
	if !ok && dim == value && r.rules.Unit == nil && cur.endsAmount() {
		ok = true // the unit of a range is the field's
	}
	_, explained := startsWithAny(strings.TrimLeft(r.s[unitAt:], blanks), rangeMeanings)
	if explained = explained && r.numeric() && before == ""; explained {
		dim, ok = value, true
	}
	if !ok || dim == noDimension {
		return false
	}
	if dim == value {
		_, owned := endsWithAny(before, rangeOwners)
		alone := before == "" && (cur.ended() || cur.at > unitAt) && (r.numeric() || strings.Contains(r.s, "取值范围"))
		if !owned && !explained && !(alone && c.end-cur.at < 12) {
			return false
		}
		r.rangeUnit(stretch{unitAt, cur.at})
	}
	if strings.HasSuffix(before, "第") || containsAny(before, []string{"前", "后", "小数"}) && !strings.Contains(before, "长度") {
		return false
	}
	r.set(dim, low, false, false)
	r.set(dim, high, true, false)
	return true
}

// rangeUnit takes the unit behind a range for the field's.
func (r *reader) rangeUnit(p stretch) {
	p = r.trim(p)
	if word := r.s[p.start:p.end]; r.rules.Unit == nil && timeUnits[word] {
		r.setUnit(p)
	}
}

// previous is the text of the clause before c.
func (r *reader) previous(c clause) string {
	last := ""
	for _, o := range r.clauses {
		if o.start >= c.start {
			break
		}
		last = r.clauseText(o)
	}
	return last
}

// mineInterval reads [1,200] and 取值范围 [0,1]: both ends are in brackets of their own kind.
func (r *reader) mineInterval() {
	if !r.numeric() && !strings.Contains(r.s, "范围") || r.rules.Min != nil || r.rules.Max != nil || r.kind == ir.ArrayKind {
		return
	}
	for i := 0; i+4 < len(r.tokens); i++ {
		if !r.isMark(i, "[(") || !r.isKind(i+1, number) || !r.isMark(i+2, ",~-") || !r.isKind(i+3, number) || !r.isMark(i+4, "])") {
			continue
		}
		low, high := r.inner(i+1), r.inner(i+3)
		square := r.tokens[i].mark == '[' || r.tokens[i+4].mark == ']'
		ruled := i > 0 && r.isKind(i-1, han) && strings.HasSuffix(r.textOf(i-1), "范围")
		if !square && !ruled || r.tokens[i+2].mark != ',' && !ruled || !rises(r.s[low.start:low.end], r.s[high.start:high.end]) || i+5 < len(r.tokens) && r.isKind(i+5, han) && r.glued(i+5) {
			continue
		}
		dim := value
		if i > 0 && r.kind == ir.String {
			if dim = r.dimensionOf(r.textOf(i - 1)); dim != characters {
				return
			}
		}
		r.set(dim, low, false, r.tokens[i].mark == '(')
		r.set(dim, high, true, r.tokens[i+4].mark == ')')
		return
	}
}
