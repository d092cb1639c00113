package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// dimension is what a limit limits.
type dimension uint8

const (
	noDimension dimension = iota
	characters
	bytesLong
	items
	value
)

// Words that tell the dimension before a number, and units that tell it behind one.
var (
	lengthWords = []string{"长度", "字数", "字符数", "位数", "字符", "字长", "length", "Length"}
	byteUnits   = []string{"个字节", "字节", "bytes", "byte", "Bytes", "Byte", "个bytes", "个byte", "BYTE"}
	charUnits   = []string{"个字符", "字符", "个汉字", "汉字", "个中文", "个文字", "个字母", "个数字", "个字", "字", "位字符", "位", "char", "长度", "个英文", "个中英文"}
	itemUnits   = []string{"个", "张", "条", "项", "件", "人", "名", "枚", "组", "份", "台", "笔", "种", "位", "部", "家"}
	timeAmounts = []string{"毫秒", "秒", "分钟", "小时", "天", "周", "个月", "年", "日"}
	plainUnits  = []string{"次", "页", "条", "个", "人", "张", "元", "分", "行", "米", "公里", "倍", "%", "％", "件", "项", "位"}
	// notUnits make another thing of a number: a size on disk, a great amount.
	notUnits = []string{"万", "亿", "千", "kb", "KB", "Kb", "k", "K", "M", "G", "T", "兆", "px", "像素", "*", "x", "×", "/"}
)

// measure reads the unit behind a number and passes over it; ok is false for one that makes no limit of it.
func (r *reader) measure(c *cursor, dim dimension) (dimension, bool) {
	start := c.at
	c.blanks()
	if _, ok := startsWithAny(c.rest(), notUnits); ok {
		return 0, false
	}
	dim, ok := r.unitOf(c, dim)
	if strings.HasPrefix(c.rest(), "小数") && strings.HasSuffix(c.s[start:c.at], "位") {
		return 0, false // how many digits, not how much
	}
	if !ok && c.at > start && !isAlphaRune(c.peek()) && strings.Trim(c.s[start:c.at], blanks) == "" {
		return dim, true // a blank ends the number
	}
	return dim, ok
}

func (r *reader) unitOf(c *cursor, dim dimension) (dimension, bool) {
	if _, ok := c.take(byteUnits); ok {
		return bytesLong, true
	}
	switch {
	case r.numeric() || r.kind == ir.Any && dim == value:
		return r.amount(c, dim)
	case r.kind == ir.ArrayKind:
		if _, ok := c.take(itemUnits); ok || c.endsAmount() || isAlphaRune(c.peek()) {
			return items, dim == noDimension || dim == characters || dim == items
		}
		return dim, false
	}
	if _, ok := c.take(charUnits); ok {
		return characters, true
	}
	if _, ok := c.take(timeAmounts); ok {
		return dim, false
	}
	if _, ok := c.take(itemUnits); ok {
		return items, dim == noDimension
	}
	return dim, c.endsAmount()
}

// amount reads the unit of a number: one of time must be the unit that the text states.
func (r *reader) amount(c *cursor, dim dimension) (dimension, bool) {
	if dim == characters {
		return dim, false
	}
	if w, ok := c.take(timeAmounts); ok {
		if r.rules.Unit != nil {
			return value, r.rules.Unit.Value == w
		}
		head, _ := r.headText()
		return value, strings.Contains(head, strings.TrimPrefix(w, "个"))
	}
	_, ok := c.take(plainUnits)
	return value, ok || c.endsAmount()
}

func isAlphaRune(r rune) bool { return r < utf8.RuneSelf && isAlpha(byte(r)) }

// endsAmount reports whether nothing more belongs to the amount.
func (c *cursor) endsAmount() bool {
	if c.ended() {
		return true
	}
	_, ok := startsWithAny(c.rest(), []string{"之间", "以内", "之内", "以下", "范围", "内", "的", "以上", "且", "并", "，", "及以下", "或", "可", "不"})
	return ok
}

// conditions behind a limit make it a condition for something else: 大于0时有效.
var conditions = []string{"则", "时", "的时候", "表示", "代表", "的话", "就", "会", "将", "为有", "为无", "后", "=", "：", ":", "前"}

// dimensionOf tells the dimension from the words before the limit.
func (r *reader) dimensionOf(before string) dimension {
	if containsAny(before, lengthWords) && !strings.Contains(before, "播放长度") {
		return characters
	}
	switch {
	case r.numeric():
		return value
	case r.kind == ir.Any && containsAny(before, []string{"数值", "每页", "条数", "页码", "页数", "金额", "费率", "整数", "价格", "取值", "值"}):
		return value
	case r.kind == ir.String && containsAny(before, []string{"整数", "数值", "取值范围"}):
		return value
	}
	return noDimension
}

// subjects may be what a limit in a later clause is about: the value itself.
var subjects = []string{"值", "取值", "数值", "大小", "数量", "每页", "条数", "页数", "个数", "金额", "价格", "次数", "天数", "单次", "一次", "每次", "支持", "可", "必须", "需", "应", "只能", "限制", "目前", "范围", "且", "并且", "并", "请求", "要求", "长度",
	"字数", "字符数", "整数", "数字", "名称", "内容", "字符串", "最大", "最小", "系统", "该", "：", ":", "数组", "列表", "要在", "不允许", "页面大小", "每批", "批量", "推送", "列表长度"}

// isSubject judges what stands before a limit in its clause.
func (r *reader) isSubject(c clause, before string) bool {
	if containsAny(before, []string{"如果", "当", "若", "超过", "时间跨度", "跨度", "间隔", "非", "后", "之和", "总和", "文件", "图片", "图标", "每个用户", "播放", "大小不", "小数", "每个群", "只能", "跟", "每一个", "单个", "整数部分", "整数位"}) {
		if !strings.HasPrefix(before, "只能") {
			return false
		}
	}
	trimmed := strings.TrimRight(before, blanks+"：:-*、是为在")
	if c.opener != 0 && !r.followsHead(c) {
		return false
	}
	if trimmed == "" || c.line || c.first {
		return true
	}
	if name := strings.TrimRight(trimmed, blanks); isNameOnly(name) {
		return true
	}
	if head, _ := r.headText(); len(trimmed) >= 2*len("名") && strings.Contains(head, trimmed) {
		return true
	}
	_, ok := endsWithAny(trimmed, subjects)
	return ok
}

// followsHead reports whether the bracket that a clause starts belongs to the first clause or to that of a line.
func (r *reader) followsHead(c clause) bool {
	for i, o := range r.clauses {
		if o.start == c.start {
			return i == 0 || r.clauses[i-1].line
		}
	}
	return false
}

// isNameOnly reports a Latin name: "start 起始值为0" speaks of the field itself.
func isNameOnly(s string) bool {
	return s != "" && wordEnd(s, 0) == len(s)
}

// isLetterBefore reports whether a number is part of a longer word.
func isLetterBefore(s string, at int) bool {
	if at == 0 {
		return false
	}
	c := lastRune(s[:at])
	return c < utf8.RuneSelf && (isAlnum(byte(c)) || c == '_' || c == '.' || c == '$') || c == '第' || unicode.IsDigit(c)
}
