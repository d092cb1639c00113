package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// mineSort reads 正整数 and 非负整数 at the end of a clause.
func (r *reader) mineSort(c clause, text string) {
	if r.kind == ir.ArrayKind || r.kind == ir.Any && !c.whole && c.opener != 0 {
		return
	}
	for _, k := range []struct{ word, low string }{{"非负整数", "0"}, {"自然数", "0"}, {"正整数", "1"}} {
		i := strings.Index(text, k.word)
		if i < 0 || i+len(k.word) != len(text) || strings.HasSuffix(text[:i], "非") || containsAny(text[:i], []string{"不", "或", "输入"}) {
			continue
		}
		if containsAny(r.s, []string{"大于", "小于等于", ">"}) || r.rules.Min != nil {
			return
		}
		r.rules.Min = &Bound{Literal: k.low, Span: r.at(stretch{c.start + i, c.start + i + len(k.word)})}
	}
}

// mineStart reads 从1开始.
func (r *reader) mineStart(c clause, text string) bool {
	i := strings.LastIndex(text, "从")
	if i < 0 || !r.numeric() && !strings.Contains(r.s, "页") {
		return false
	}
	cur := cursor{r.s, c.start + i + len("从")}
	cur.skip([]string{"第"})
	p, ok := cur.number()
	if !ok {
		return false
	}
	cur.skip([]string{"页"})
	if w, ok := cur.take([]string{"开始", "起", "算起"}); !ok || w == "开始" && !cur.ended() {
		return false
	}
	r.set(value, p, false, false)
	return true
}

// partWordsBefore make a number of characters a part of the whole: 小数点后2位, 后4位.
var partWordsBefore = []string{"后", "前", "末", "第", "保留", "精确到", "小数", "小数位", "小数位数", "部分", "整数位", "尾", "到", "最后", "头", "左", "右", "每", "超过", "满", "精度固定为", "精度为", "精度", "中间", "开头为", "加", "和", "及", "与", "或"}

// exactEnds may stand behind 32位.
var exactEnds = []string{"字符", "数字", "字母", "随机", "长度", "的", "md5", "MD5", "大写", "小写", "整数", "唯一", "uuid", "UUID", "编码", "代码", "号码", "手机", "纯数字", "英文", "字符串", "字", "以", "固定", "或", "及", "编号", "十六进制", "哈希"}

// mineExact reads 32位, 长度18位的数字, 长度为32, 40位以内, varchar(40).
func (r *reader) mineExact(c clause, text string) {
	if r.kind != ir.String && r.kind != ir.Any || r.rules.Format == "csv" {
		return
	}
	for i, t := range r.tokens {
		if t.start < c.start || t.kind != number || t.start >= c.end {
			continue
		}
		if r.varchar(i, c) {
			return
		}
		before := strings.TrimRight(r.s[c.start:t.start], blanks)
		if _, part := endsWithAny(before, partWordsBefore); part || isLetterBefore(r.s, t.start) || i > 0 && r.isMark(i-1, "-~+=<>") {
			continue
		}
		if r.exactly(before, r.inner(i), c) {
			return
		}
	}
}

// exactly reads the length that a number states by itself.
func (r *reader) exactly(before string, p stretch, c clause) bool {
	cur := cursor{r.s, p.end}
	cur.blanks()
	trimmed := strings.TrimRight(before, "为是：:=固定 ")
	trimmed, limited := strings.CutSuffix(trimmed, "限制") // 长度限制为32位: no more than that
	_, long := endsWithAny(trimmed, []string{"长度", "字数", "字符数"})
	long = long && !containsAny(before, []string{"列表", "播放", "时间"})
	dim := characters
	if _, ok := cur.take(byteUnits); ok {
		dim = bytesLong
	} else if _, ok := cur.take([]string{"位", "个字符", "字符", "个汉字", "个字", "字"}); !ok && (!long || !cur.endsAmount()) {
		return false
	} else if ok && !long && !strings.HasSuffix(r.s[:cur.at], "位") && !strings.HasSuffix(r.s[:cur.at], "字符") {
		long = true
	}
	switch _, within := cur.take([]string{"以内", "之内", "以下", "内"}); {
	case within || limited && long:
		r.set(dim, p, true, false)
		return true
	case strings.HasPrefix(cur.rest(), "以上"):
		r.set(dim, p, false, false)
		return true
	}
	if dim == bytesLong && !long || !r.exactTail(&cur, long) || strings.Contains(before, "时间戳") || containsAny(before, loose) {
		return false
	}
	r.several = r.several || dim == characters && r.exact != "" && r.exact != r.s[p.start:p.end]
	r.exact = r.s[p.start:p.end]
	r.set(dim, p, false, false)
	r.set(dim, p, true, false)
	return true
}

// loose before a length say that there are others.
var loose = []string{"一般", "通常", "建议", "推荐", "默认", "如果"}

// exactTail judges what stands behind 32位.
func (r *reader) exactTail(cur *cursor, long bool) bool {
	if r.charactersAt(cur.at) == nil && containsAny(r.restOfClause(cur.at), []string{"或", "+", "＋", "后面", "前面", "之后", "之前"}) {
		return false // 6位数字或手机号, 6位数字后面的文案: of something else than the field
	}
	if cur.ended() {
		return !strings.ContainsRune("、", cur.peek())
	}
	_, ok := startsWithAny(cur.rest(), exactEnds)
	return ok && !strings.HasPrefix(cur.rest(), "小数") && !strings.HasPrefix(cur.rest(), "以") || long && cur.endsAmount()
}

// varchar reads the length of a database column: varchar(40).
func (r *reader) varchar(i int, c clause) bool {
	if i < 2 || !r.isMark(i-1, "(") || !r.isKind(i-2, word) || !r.isMark(i+1, ")") {
		return false
	}
	switch strings.ToLower(r.textOf(i - 2)) {
	case "varchar", "varchar2", "nvarchar", "nvarchar2":
		r.set(characters, r.inner(i), true, false)
		return true
	}
	return false
}
