package prose

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

var (
	// numerals are how authors write small counts besides digits.
	numerals = map[rune]int64{'一': 1, '两': 2, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8}
	// behindPoint may stand between 小数 and how many there are, besides the comparators of a maximum.
	behindPoint = []string{"点后面", "点后", "点以后", "点", "位数", "位", "部分", "后面", "后", "保留", "精确到", "精确至", "为", "是", "有", "：", ":", "固定", "限制", "支持", "允许", "可以", "可", "长度"}
	// exactTo stand before the smallest step: 精确到0.01, 精确到分.
	exactTo = []string{"精确到", "精确至", "精度为", "精度是", "精度：", "精度:"}
	// coins are the parts of a yuan, by how many digits they take behind the point.
	coins = []struct {
		word string
		n    int64
	}{{"元", 0}, {"角", 1}, {"分", 2}, {"厘", 3}}
	// moneyWords are in descriptions of amounts of money, where 精确到分 is no matter of minutes.
	moneyWords = []string{"金额", "价", "费", "余额", "款", "钱", "人民币", "押金", "工资", "薪", "总额", "应付", "实付"}
	timeWords  = []string{"时间", "日期", "时刻", "时长", "时分", "年月", "HH", "hh"}
	// rounded say that what has more digits is taken all the same.
	rounded = []string{"四舍五入", "舍去", "舍弃", "舍入", "截断", "截取", "抹零", "进位", "取整"}
	// noNumber say that a text holds more than one number, or more than a number.
	noNumber = []string{"经纬度", "坐标", "分隔", "隔开", "百分", "%", "％", "‰", "千分位"}
	// otherDecimals before a number of decimals make it no limit of the value's.
	otherDecimals = []string{"不", "非", "无", "没", "勿", "至少", "最少", "最低", "超过", "大于", "高于", "多于", "小于", "少于", "第", "前", "展示", "显示", "页面", "计算", "内部", "如果", "若", "当", "建议", "推荐",
		"一般", "通常", "默认", "会保留", "将保留", "自动", "后台", "系统", "或", "根据", "各"}
	// decimalTails go on behind 两位小数 without making another thing of it.
	decimalTails = []string{"的", "数字", "数值", "点", "以内", "之内", "内", "即可", "格式", "精度", "或整数"}
	// notDecimalTails anywhere behind it do.
	notDecimalTails = []string{"部分", "时", "则", "会", "将", "后", "以上", "不", "或者", "的位"}
)

// mineDecimals reads how many digits a number has behind the point: 保留两位小数, 小数点后最多4位, 精确到0.01. Two statements that
// differ are about different things.
func (r *reader) mineDecimals() {
	if r.kind != ir.Number && r.kind != ir.String && r.kind != ir.Any || r.rules.Enum != nil || containsAny(r.s, rounded) || !containsAny(r.s, []string{"小数", "精确", "精度"}) {
		return
	}
	if r.kind != ir.Number && (r.rules.Format != "" || r.rules.Layout != nil || containsAny(r.s, noNumber)) {
		return
	}
	var found *Count
	for _, c := range r.clauses {
		for _, shape := range []func(clause, string) *Count{r.placesBefore, r.placesBehind, r.smallestStep} {
			n := shape(c, r.clauseText(c))
			if n == nil {
				continue
			}
			if found != nil && found.N != n.N {
				return
			}
			if found == nil {
				found = n
			}
			break
		}
	}
	r.rules.Decimals = found
}

// placesBefore reads 两位小数, 0-4位小数.
func (r *reader) placesBefore(c clause, text string) *Count {
	const word = "位小数"
	i := strings.Index(text, word)
	if i < 0 {
		return nil
	}
	n, p, ok := r.numeralBefore(c.start, c.start+i)
	if !ok || !r.limitsDecimals(r.s[c.start:p.start], c, c.start+i+len(word)) {
		return nil
	}
	return &Count{N: n, Span: r.at(p)}
}

// placesBehind reads 小数点后最多2位, 小数位数：2.
func (r *reader) placesBehind(c clause, text string) *Count {
	for at := 0; ; {
		i := strings.Index(text[at:], "小数")
		if i < 0 {
			return nil
		}
		start := at + i
		at = start + len("小数")
		cur := cursor{r.s, c.start + at}
		cur.skip(slices.Concat(behindPoint, comparators[0].words))
		n, p, ok := cur.numeral()
		if !ok || p.end > c.end {
			continue
		}
		if _, ok := cur.take(rangeSigns); ok {
			if n, p, ok = cur.numeral(); !ok {
				continue
			}
		}
		cur.blanks()
		if _, ok := cur.take([]string{"位"}); !ok && (!cur.ended() || !strings.HasSuffix(strings.TrimRight(r.s[:p.start], blanks), "：") && !strings.HasSuffix(strings.TrimRight(r.s[:p.start], blanks), ":")) {
			continue
		}
		if r.limitsDecimals(text[:start], c, cur.at) {
			return &Count{N: n, Span: r.at(p)}
		}
	}
}

// smallestStep reads 精确到0.01, and 精确到分 of money.
func (r *reader) smallestStep(c clause, text string) *Count {
	for _, w := range exactTo {
		i := strings.Index(text, w)
		if i < 0 {
			continue
		}
		cur := cursor{r.s, c.start + i + len(w)}
		cur.blanks()
		n, p, ok := r.step(&cur)
		if ok && p.end <= c.end && r.limitsDecimals(text[:i], c, cur.at) {
			return &Count{N: n, Span: r.at(p)}
		}
	}
	return nil
}

func (r *reader) step(cur *cursor) (n int64, p stretch, ok bool) {
	if p, ok = cur.number(); ok {
		literal := r.s[p.start:p.end]
		cur.take(plainUnits)
		return int64(len(literal) - len("0.")), p, strings.HasPrefix(literal, "0.") && strings.Trim(literal[len("0."):len(literal)-1], "0") == "" && strings.HasSuffix(literal, "1")
	}
	if !r.isMoney() {
		return 0, p, false
	}
	for _, coin := range coins {
		if strings.HasPrefix(cur.rest(), coin.word) {
			p = stretch{cur.at, cur.at + len(coin.word)}
			cur.at = p.end
			cur.take([]string{"位"})
			return coin.n, p, true
		}
	}
	return 0, p, false
}

// isMoney reports whether the field is an amount of money in yuan.
func (r *reader) isMoney() bool {
	if r.rules.Format != "" || r.rules.Layout != nil || containsAny(r.s, timeWords) {
		return false
	}
	if r.rules.Unit != nil {
		return r.rules.Unit.Value == "元"
	}
	return containsAny(r.s, moneyWords)
}

// limitsDecimals judges what stands around a number of decimals in its clause.
func (r *reader) limitsDecimals(before string, c clause, end int) bool {
	for _, w := range comparators[0].words {
		before = strings.ReplaceAll(before, w, "")
	}
	if containsAny(before, otherDecimals) || r.listed.meets(c.stretch) {
		return false
	}
	rest := strings.TrimLeft(r.s[end:max(end, c.end)], blanks)
	if rest == "" {
		return true
	}
	_, ok := startsWithAny(rest, decimalTails)
	return (ok || len(rest) < c.end-end) && !containsAny(rest, notDecimalTails)
}

// numeral passes over a small number, in digits or as people say it.
func (c *cursor) numeral() (n int64, p stretch, ok bool) {
	first, size := utf8.DecodeRuneInString(c.rest())
	if n, ok = numerals[first]; ok {
		p = stretch{c.at, c.at + size}
		c.at = p.end
		return n, p, true
	}
	if p, ok = c.number(); !ok {
		return 0, p, false
	}
	n, err := strconv.ParseInt(c.s[p.start:p.end], 10, 8)
	return n, p, err == nil && n >= 0
}

// numeralBefore reads the small number that ends before an offset. Of a range it is the upper end, and the place is that
// of both.
func (r *reader) numeralBefore(from, end int) (n int64, p stretch, ok bool) {
	p.end = len(strings.TrimRight(r.s[:end], blanks))
	text := r.s[from:max(from, p.end)]
	digits := strings.TrimRight(text, "0123456789")
	switch last, size := utf8.DecodeLastRuneInString(text); {
	case len(digits) < len(text):
		p.start = from + len(digits)
	case numerals[last] > 0:
		p.start = p.end - size
	default:
		return 0, p, false
	}
	cur := cursor{r.s, p.start}
	if n, p, ok = cur.numeral(); !ok {
		return 0, p, false
	}
	before := strings.TrimRight(r.s[from:p.start], blanks)
	if sign, ok := endsWithAny(before, rangeSigns); ok {
		if _, low, ok := r.numeralBefore(from, from+len(before)-len(sign)); ok {
			p.start = low.start
		}
	}
	last, _ := utf8.DecodeLastRuneInString(r.s[from:p.start])
	return n, p, numerals[last] == 0 && !strings.ContainsRune("十百千.+", last)
}
