package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// introducers stand before the values of the field; those that end in ':' need the colon.
var introducers = []string{
	"枚举值", "枚举值有", "枚举值为", "可用值", "可用值有", "可用值为", "固定值", "可选值", "可选值有", "可选值为", "取值", "取值范围", "取值有", "取值为", "取值范围为", "可取值", "可取值为", "可取值有", "值有", "值为", "值域",
	"只能为", "只能是", "只能取", "有效值", "有效值为", "合法值", "允许值", "可选项", "可选范围", "枚举", "参数值", "枚举类型", "可能的值", "可能值", "类型有",
	"可选:", "可选有:", "类型:", "允许的值", "目前支持", "这些值", "以下值", "可取:", "可选为", "可取的值",
}

// kindWords end the name of something that has a few values.
var kindWords = []string{
	"类型", "状态", "方式", "方向", "模式", "等级", "级别", "排序", "性别", "种类", "类别", "渠道", "平台", "周期", "角色", "操作", "选项", "枚举", "形式", "策略", "动作", "语言", "环境", "倍数",
	"档位", "顺序", "系统", "终端", "粒度", "场景", "协议", "规则", "来源", "规格", "结果", "标志", "开关",
	"快递公司", "物流公司", "承运商", "运营商", "厂商", "币种", "证件", "频率", "阶段",
}

// kindTails may follow a kind word in the name of the same thing: 状态值, 类型代码.
var kindTails = []string{"值", "码", "代码", "编码", "标识", "组合", "列表", "集合", "字段"}

// bare reads lists of values without labels: behind an introducer, in a bracket, or at the end of the text.
func (r *reader) bare(g region) listing {
	for i := g.from; i < g.to; i++ {
		if start := r.introduced(i, g); start > 0 {
			if l, _ := r.values(start, g, true); len(l.entries) > 1 {
				return l
			}
		}
	}
	if g.from > 0 {
		return r.bracketed(g)
	}
	for _, read := range []func(region) listing{r.offered, r.trailing, r.opening, r.lined, r.slashed} {
		if l := read(g); len(l.entries) > 0 {
			return l
		}
	}
	return r.joint(g)
}

// joint reads constants that a bracket behind them labels one by one: ID/TRANSPORT(身份证、护照).
func (r *reader) joint(g region) listing {
	for i := g.from; i < g.to; i++ {
		if !r.isKind(i, word) || i > g.from && !r.isMark(i-1, ":,\n") {
			continue
		}
		l, end := r.values(i, g, false)
		if len(l.entries) > 1 && end < g.to && len(r.jointly(end)) == len(l.entries) && r.constants(l) {
			return l
		}
	}
	return listing{}
}

// constants reports whether all values are written as constants are: in capitals.
func (r *reader) constants(l listing) bool {
	for _, e := range l.entries {
		value := r.s[e.value.start:e.value.end]
		if len(value) < 2 || !isAlpha(value[0]) || strings.ToUpper(value) != value {
			return false
		}
	}
	return true
}

// introduced reports where the list starts that token i introduces, 0 for none.
func (r *reader) introduced(i int, g region) int {
	if r.tokens[i].kind != han {
		return 0
	}
	text, colon := r.textOf(i), r.isMark(i+1, ":")
	next := i + 1
	if colon {
		next++
		text += ":"
	}
	plain := strings.TrimSuffix(text, ":")
	_, ok := endsWithAny(plain, introducers)
	if !ok && colon {
		_, ok = endsWithAny(text, introducers)
		ok = ok || i > 0 && r.isKind(i-1, number) && (plain == "类" || plain == "种" || plain == "种类型")
	}
	for ok && next < g.to && r.isMark(next, "\n-*") {
		next++
	}
	if !ok || next >= g.to || strings.HasSuffix(plain, "默认值为") {
		return 0
	}
	return next
}

// bracketed reads a bracket that holds nothing but values: （new/hot） behind a word for something that has a few.
func (r *reader) bracketed(g region) listing {
	l, end := r.values(g.from, g, false)
	if len(l.entries) < 2 || end < g.to {
		return listing{}
	}
	before := g.from - 2
	for r.isMark(before, "\n:") {
		before--
	}
	if r.ofFewValues(before) || r.allQuoted(g) && r.kind != ir.ArrayKind || len(l.entries) > 2 && r.headOfFew() && r.names(l) {
		return l
	}
	return listing{}
}

func (r *reader) allQuoted(g region) bool {
	for i := g.from; i < g.to; i++ {
		if k := r.tokens[i].kind; k != quoted && k != mark {
			return false
		}
	}
	return true
}

// ofFewValues reports whether token i ends the name of something that has a few values.
func (r *reader) ofFewValues(i int) bool {
	if i < 0 || r.tokens[i].kind != han {
		return false
	}
	text := r.textOf(i)
	if tail, ok := endsWithAny(text, kindTails); ok {
		text = strings.TrimSuffix(text, tail)
	}
	if _, ok := endsWithAny(text, kindWords); ok {
		return true
	}
	return strings.HasPrefix(text, "是否")
}

// trailing reads values at the end of the text or line: 风险等级 LOW / MIDDLE / HIGH.
func (r *reader) trailing(g region) listing {
	for i := g.from + 1; i < g.to; i++ {
		at := i
		if r.isMark(i, ":,\n") {
			at = i + 1
		} else if !r.tokens[i].gap {
			continue
		}
		named := r.ofFewValues(i - 1)
		if at >= g.to || !named && (at == i || !r.headOfFew()) {
			continue
		}
		l, end := r.values(at, g, false)
		if len(l.entries) < 2 || !named && (len(l.entries) < 3 || !r.names(l)) {
			continue
		}
		if end >= g.to || r.isMark(end, "\n。(;") || r.isMark(end, ",") && r.isKind(end+1, han) {
			return l
		}
	}
	return listing{}
}

// names reports whether no value is a number.
func (r *reader) names(l listing) bool {
	return !slices.ContainsFunc(l.entries, func(e entry) bool { return isInteger(r.sliceOf(e.value)) })
}

// values reads values with one separator between them, from token i on; end is the token behind the list. Words that are
// not Latin are values only behind an introducer.
func (r *reader) values(i int, g region, introduced bool) (l listing, end int) {
	var sep string
	for at := i; at < g.to && r.isValue(at, introduced); {
		if r.isKind(at, han) != r.isKind(i, han) {
			if otherWords[r.textOf(at)] && len(l.entries) > 1 {
				l.open, end = true, at+1
			}
			break
		}
		value := r.inner(at)
		if rest, ok := strings.CutSuffix(r.sliceOf(value), "等"); ok && rest != "" && r.isKind(at, han) && len(l.entries) > 0 {
			l.open, value.end = true, value.start+len(rest)
		}
		l.entries = append(l.entries, entry{value: value})
		l.span.end = value.end
		end = at + 1
		s := r.listSeparator(end, g)
		if s == "" && introduced && r.kind != ir.ArrayKind && (sep == " " || len(l.entries) == 1) && r.isKind(at, word) && r.isKind(end, word) && r.tokens[end].gap {
			sep, at = " ", end // 可取值：a b c
			continue
		}
		if s == "" || sep != "" && s != sep && !strings.Contains("或和及", s[:min(3, len(s))]) {
			break
		}
		if sep == "" {
			sep = s
		}
		at = end + 1
	}
	if len(l.entries) < 2 || sep == "/" && mediaTypes[strings.ToLower(r.textOf(i))] {
		return listing{}, 0
	}
	l.span.start = r.tokens[i].start
	return r.endValues(l, end, g, introduced)
}

// mediaTypes stand before a slash that parts no values: application/json.
var mediaTypes = map[string]bool{"application": true, "text": true, "image": true, "audio": true, "video": true, "multipart": true}

// listSeparator is the separator at token i, "" for none.
func (r *reader) listSeparator(i int, g region) string {
	if i+1 >= g.to {
		return ""
	}
	if r.isMark(i, `、,/|\;`) && !r.isMark(i+1, "\n") {
		return string(r.tokens[i].mark)
	}
	if r.tokens[i].kind == han {
		switch text := r.textOf(i); text {
		case "或", "或者", "和", "及", "或是":
			return text
		}
	}
	return ""
}

// endValues judges what stands behind the values.
func (r *reader) endValues(l listing, end int, g region, introduced bool) (listing, int) {
	if end >= g.to {
		return l, end
	}
	for end < g.to && r.isMark(end, ",、") && r.isMark(end+1, "…") {
		end++
	}
	if r.isMark(end, "…") {
		l.open, end = true, end+1
		return l, end
	}
	t := r.tokens[end]
	if t.kind == han {
		if !strings.HasPrefix(r.textOf(end), "等") {
			if introduced && t.gap {
				return l, end
			}
			return listing{}, 0
		}
		l.open, end = true, end+1
		return l, end
	}
	if t.kind == mark && strings.ContainsRune("\n。,;()", t.mark) || t.gap && introduced && t.kind != mark {
		return l, end
	}
	return listing{}, 0
}

// isValue reports whether token i can be a value of a list.
func (r *reader) isValue(i int, introduced bool) bool {
	p := r.inner(i)
	text := r.s[p.start:p.end]
	switch r.tokens[i].kind {
	case word:
		return len(text) <= 40
	case number:
		return isInteger(text)
	case quoted:
		return text != "" && !strings.ContainsAny(text, " ,，/")
	case han:
		return introduced && (r.kind == ir.String || r.kind == ir.Any) && utf8.RuneCountInString(text) <= 8 && !containsAny(text, stopWords)
	}
	return false
}
