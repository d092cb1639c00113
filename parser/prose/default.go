package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

var (
	defaultWords = []string{"默认", "缺省", "default"}
	// defaultLinks stand between 默认 and the value.
	defaultLinks = []string{"值为", "值是", "值", "取值", "取", "请传", "请填", "为", "是", "传", "填", "使用", "采用", "按", "设置为", "设为", "等于", "当前", "：", ":", "=", "＝", "的", "（", "(", "【", "["}
	// defaultOwners may stand right before 默认.
	defaultOwners = []string{"不填", "不传", "不输", "不输入", "不写", "不设置", "不指定", "不选", "为空", "未传", "未填", "未指定", "空", "系统", "可选", "选填", "非必填", "非必传", "分页", "页码", "条数", "页", "则", "时", "不传值", "不传参", "不传递", "不提供",
		"缺失", "没有", "没传", "没填", "留空", "无", "值", "数", "量", "数量", "大小", "会", "方式", "类型", "状态", "排序"}
	// unlessGiven are the only conditions under which a default is one.
	unlessGiven = []string{"不填", "不传", "不输", "不输入", "不写", "不设置", "不指定", "不选", "为空", "未传", "未填", "未指定", "不提供", "缺失", "没传", "没填", "留空", "如果不传", "若不传", "不传值", "空"}
)

// mineDefault reads 默认10, 不传默认为 1, 默认"asc".
func (r *reader) mineDefault() {
	if r.rules.Default != nil || r.kind == ir.ObjectKind || r.kind == ir.ArrayKind || r.kind == ir.File {
		return
	}
	for _, c := range r.clauses {
		text := r.clauseText(c)
		for _, w := range defaultWords {
			i := strings.Index(text, w)
			if i < 0 || !r.statesDefault(r.behindList(c.start, c.start+i), w) {
				continue
			}
			if r.listed.has(c.start+i) && !r.listed.has(c.start) {
				continue
			}
			if r.readDefault(c, c.start+i+len(w)) {
				r.defaultAt = c.stretch
				return
			}
		}
	}
}

// behindList is what stands in the text from one byte to another, behind the list of values if that is in between.
func (r *reader) behindList(from, to int) string {
	if r.listed.end > from && r.listed.end <= to {
		from = r.listed.end
	}
	return r.s[from:to]
}

// statesDefault judges what stands before 默认 in its clause: "第一次进来默认传0" is no default, "不传时默认10" is.
func (r *reader) statesDefault(before, w string) bool {
	before = strings.TrimRight(before, blanks+"\"：:、-*")
	if before == "" {
		return true
	}
	if w == "default" {
		return !isAlnum(before[len(before)-1]) && before[len(before)-1] != '_'
	}
	bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(before, "则"), "时"), "的话")
	if bare != before {
		_, ok := endsWithAny(bare, unlessGiven)
		return ok
	}
	return !containsAny(before, []string{"首次", "第一次", "是否", "恢复", "设为", "设置", "如果", "其他", "没有"})
}

// readDefault reads the value at an offset.
func (r *reader) readDefault(c clause, at int) bool {
	cur := cursor{r.s, at}
	start := cur.at
	cur.skip(defaultLinks)
	linked, from := cur.at > start, cur.at
	if p, value, ok := r.literal(&cur); ok {
		if !linked && !r.ownDefault(c, at) {
			return false
		}
		text := r.piece(p)
		text.Value = value
		r.rules.Default = &text
		r.unitOfDefault(cur)
		return true
	}
	return r.defaultByLabel(from)
}

// unitOfDefault takes the unit that ends the clause behind a number: 默认 30 秒.
func (r *reader) unitOfDefault(cur cursor) {
	if r.rules.Unit != nil || !r.numeric() {
		return
	}
	cur.blanks()
	end := cur.at + len(cur.rest()) - len(strings.TrimLeftFunc(cur.rest(), unicode.IsLetter))
	p := stretch{cur.at, end}
	if cur.at = end; !p.empty() && units[r.s[p.start:p.end]] && cur.ended() {
		r.setUnit(p)
	}
}

// ownDefault reports whether 默认 may have its value right behind it: 群组默认500人 says something else.
func (r *reader) ownDefault(c clause, at int) bool {
	before := r.s[c.start:at]
	for _, w := range defaultWords {
		before = strings.TrimSuffix(before, w)
	}
	if before == "" || strings.TrimRight(before, blanks+":：、") != before {
		return true
	}
	_, ok := endsWithAny(before, defaultOwners)
	return ok || isDigit(before[len(before)-1])
}

// literal reads a value of the field's kind. What it means may be spelled otherwise: 第一页 is 1.
func (r *reader) literal(c *cursor) (stretch, string, bool) {
	start := c.at
	switch {
	case r.kind == ir.Boolean:
		if w, ok := c.take(booleanSpellings); ok && (c.ended() || w == "0" || w == "1") {
			return stretch{start, c.at}, booleans[w], true
		}
		return stretch{}, "", false
	case strings.HasPrefix(c.rest(), "第"):
		return r.ordinal(c)
	}
	if p, ok := c.number(); ok {
		return p, r.s[p.start:p.end], r.numberStands(c, p)
	}
	if r.kind != ir.String && r.kind != ir.Any {
		return stretch{}, "", false
	}
	if w, ok := c.take(emptyWords); ok && c.ended() && r.kind == ir.String {
		return stretch{start, start + len(w)}, "", true
	}
	return r.wordLiteral(c)
}

var (
	booleanSpellings = []string{"true", "false", "True", "False", "TRUE", "FALSE", "是", "否", "0", "1"}
	booleans         = map[string]string{"true": "true", "True": "true", "TRUE": "true", "是": "true", "1": "true", "false": "false", "False": "false", "FALSE": "false", "否": "false", "0": "false"}
	emptyWords       = []string{"空字符串", "空串", "空", "''", "\"\"", "“”"}
	// amountWords may stand right behind a default that counts something.
	amountWords = []string{"条", "个", "页", "张", "次", "件", "项", "行", "秒", "毫秒", "分钟", "小时", "天", "元", "分", "人", "米", "公里", "字节", "%", "％", "年", "月", "倍"}
)

// numberStands reports whether a number is a whole value of the field's kind.
func (r *reader) numberStands(c *cursor, p stretch) bool {
	value := r.s[p.start:p.end]
	if r.kind == ir.Integer && !isInteger(value) {
		return false
	}
	after := cursor{c.s, c.at}
	after.blanks()
	if w, ok := startsWithAny(after.rest(), timeAmounts); ok && r.rules.Unit != nil && r.rules.Unit.Value != w {
		return false
	}
	if c.ended() {
		return !strings.ContainsAny(string(c.peek()), ".:：/、*") || strings.ContainsAny(string(c.peek()), "、") || c.peek() == ':'
	}
	if c.peek() < utf8.RuneSelf {
		return false
	}
	if w, ok := startsWithAny(c.rest(), amountWords); ok {
		return r.kind != ir.String || w == "条" || w == "个" || w == "页"
	}
	return r.inEnum(value) || r.numeric() && !strings.HasPrefix(c.rest(), "万") && !strings.HasPrefix(c.rest(), "亿")
}

func (r *reader) inEnum(value string) bool {
	if r.rules.Enum == nil {
		return false
	}
	for _, v := range r.rules.Enum.Values {
		if v.Value.Value == value {
			return true
		}
	}
	return false
}

// ordinal reads 第1页, 第一页.
func (r *reader) ordinal(c *cursor) (stretch, string, bool) {
	start := c.at
	c.at += len("第")
	value := ""
	if strings.HasPrefix(c.rest(), "一") {
		value = "1"
		c.at += len("一")
	} else if p, ok := c.number(); ok {
		value = r.s[p.start:p.end]
		start = p.start
	}
	end := c.at
	if value == "" || !strings.HasPrefix(c.rest(), "页") {
		return stretch{}, "", false
	}
	return stretch{start, end}, value, true
}

// wordLiteral reads a Latin word or something in quotes.
func (r *reader) wordLiteral(c *cursor) (stretch, string, bool) {
	for i, t := range r.tokens {
		if t.start < c.at || t.kind != word && t.kind != quoted {
			if t.end > c.at {
				break
			}
			continue
		}
		p := r.inner(i)
		c.at = t.end
		value := r.s[p.start:p.end]
		known := r.inEnum(value)
		if !known && t.kind == word && !c.ended() || value == "" || hasHan(value) && !known {
			break
		}
		if !known && i+1 < len(r.tokens) && (r.tokens[i+1].kind == word || r.tokens[i+1].kind == han && r.glued(i+1)) {
			break // part of a sentence
		}
		return p, value, true
	}
	return stretch{}, "", false
}

// defaultByLabel takes the value whose label the text gives as the default: 默认为电子协议.
func (r *reader) defaultByLabel(at int) bool {
	if r.rules.Enum == nil {
		return false
	}
	end := at + strings.IndexAny(r.s[at:]+"。", ",，;；。)）]】\n ")
	said := strings.Trim(r.s[at:min(end, len(r.s))], blanks+"\"'`“”‘’")
	if said == "" {
		return false
	}
	meant := r.byLabel(said)
	if meant == "" {
		return false
	}
	at += strings.Index(r.s[at:], said)
	r.rules.Default = &ir.Text{Value: meant, Span: r.at(stretch{at, at + len(said)})}
	return true
}

// byLabel is the value of that label; the start of a label will do when no other starts like it.
func (r *reader) byLabel(said string) string {
	meant, starts := "", 0
	for _, v := range r.rules.Enum.Values {
		if v.Label.Value == said {
			return v.Value.Value
		}
		if strings.HasPrefix(v.Label.Value, said) && len(said) > 3 {
			meant, starts = v.Value.Value, starts+1
		}
	}
	if starts != 1 {
		return ""
	}
	return meant
}
