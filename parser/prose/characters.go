package prose

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// characterWords name the characters that a text is made of; of two that fit, the longer comes first.
var characterWords = []struct {
	class string
	words []string
}{
	{"0-9", []string{"阿拉伯数字", "半角数字", "纯数字", "全数字", "数字字符", "数字"}},
	{"A-Z", []string{"大写英文字母", "英文大写字母", "大写字母", "大写英文"}},
	{"a-z", []string{"小写英文字母", "英文小写字母", "小写字母", "小写英文"}},
	{"A-Z a-z", []string{"大小写英文字母", "英文大小写字母", "大小写的英文字母", "大小写字母", "大小写英文", "拉丁字母", "纯英文字母", "纯字母", "英文字母", "字母", "英文"}},
	{"_", []string{"英文下划线", "下划线"}},
	{"-", []string{"英文中划线", "中划线", "短横线", "连接线", "连字符", "中横线", "短线", "减号", "横杠", "横线"}},
	{".", []string{"英文句点", "英文点号", "点号", "句点", "小数点"}},
	{"@", []string{"@符号", "@"}},
	{"#", []string{"井号"}},
	{"/", []string{"正斜杠", "斜杠", "斜线"}},
	{"*", []string{"星号"}},
	{"+", []string{"加号"}},
	{":", []string{"英文冒号", "冒号"}},
}

var (
	// characterLinks stand between two of them, and so do commas.
	characterLinks = []string{"以及", "或者", "和/或", "和", "与", "及", "或", "、", "+", "＋", "&", "/", "／", "加"}
	// composed end a list that says what a text is made of.
	composed = []string{"的任意组合", "任意组合", "的混合组合", "混合组合", "的组合", "组合而成", "组合", "组成", "构成", "混合", "的混合"}
	// madeThings may stand right behind: 6位数字验证码.
	madeThings = []string{"字符串", "字符", "串", "编号", "编码", "代码", "验证码", "校验码", "密码", "口令", "号码", "账号", "帐号", "卡号", "工号", "手机号码", "手机号", "订单号", "流水号", "序列号", "ID", "id", "Id"}
	// onlyWords say that nothing else is in the text, with a verb behind them or without.
	onlyWords = []string{"只能", "仅能", "只可", "仅可", "只允许", "仅允许", "仅限于", "仅限", "只限", "只", "仅"}
	onlyVerbs = []string{"由", "为", "是", "包含", "含有", "含", "支持", "允许", "可以", "使用", "用", "输入", "填写", "填", "有"}
	// composition ends the title of such a list.
	composition = []string{"格式：", "格式:", "组成：", "组成:", "字符集：", "字符集:", "字符范围：", "字符范围:", "允许字符：", "允许字符:", "可用字符：", "可用字符:"}
	// partOfText before a count make it part of the text, or one of several things.
	partOfText = append([]string{"首", "其中", "包含", "包括", "含", "含有", "带", "带有", "开头", "中间", "连续", "其余", "剩余", "加", "拼接", "接", "追加", "再", "和", "及", "与", "+", "＋", "-", "_", "）", ")", "组", "段"}, partWordsBefore...)
	// otherCharacters before a list make it no statement about all of the text.
	otherCharacters = []string{"不", "非", "禁", "勿", "除", "如果", "若", "假如", "建议", "推荐", "一般", "通常", "默认", "至少", "最少", "必须包含", "需包含", "须包含", "同时", "或", "/", "|", "、"}
	// furtherCharacters behind a list belong to it, although no word of ours names them.
	furtherCharacters = []string{"特殊", "符号", "标点", "汉字", "中文", "空格", "下划线", "横线", "表情", "小数", "负"}
)

// made is a list of characters in the text: what it takes, and the class that it makes.
type made struct {
	stretch
	class    string
	composed bool // 组成, 组合 stands behind it
}

// mineCharacters reads what a text is made of: 6位数字, 由字母和数字组成, 只能是数字、大小写字母. Lists that differ are about different things.
func (r *reader) mineCharacters() {
	if !r.isPlainText() || r.rules.Layout != nil || !containsAny(r.s, []string{"数字", "字母", "英文"}) {
		return
	}
	var found *made
	for _, c := range r.clauses {
		if r.listed.meets(c.stretch) {
			continue
		}
		m := r.madeOf(c)
		if m == nil {
			continue
		}
		if found != nil && found.class != m.class {
			return
		}
		if found == nil {
			found = m
		}
	}
	if found != nil {
		r.rules.Characters = &ir.Text{Value: found.class, Span: r.at(found.stretch)}
	}
}

// isPlainText reports whether the value can be one piece of text: neither one of a list of values, nor several put together.
func (r *reader) isPlainText() bool {
	return (r.kind == ir.String || r.kind == ir.Any) && r.rules.Enum == nil && r.rules.Format != "csv" && r.rules.Format != "json"
}

// madeOf reads the list of a clause; it may go on behind a comma.
func (r *reader) madeOf(c clause) *made {
	for at := c.start; at < c.end; {
		if m := r.charactersAt(at); m != nil && r.isWholeText(c, m) {
			return m
		}
		if _, n := characterWord(r.s[at:]); n > 0 {
			for n > 0 { // what is left of a list that says nothing is none either
				at += n
				cur := cursor{r.s, at}
				cur.take(characterLinks)
				_, n = characterWord(cur.rest())
			}
			continue
		}
		_, size := runeAt(r.s, at)
		at += size
	}
	return nil
}

// characterWord is the class that a text starts with the name of, and how long the name is.
func characterWord(s string) (class string, n int) {
	for _, k := range characterWords {
		if w, ok := startsWithAny(s, k.words); ok && len(w) > n {
			class, n = k.class, len(w)
		}
	}
	return class, n
}

// maxCharacters bounds a list: nobody names more kinds of characters.
const maxCharacters = 16

// charactersAt reads a list of characters at an offset and what ends it; nil when there is none, or when it goes on with what
// is no character.
func (r *reader) charactersAt(at int) *made {
	cur := cursor{r.s, at}
	var classes []string
	var shorter *made // the list up to a comma
	for linked := true; ; {
		before := cur
		cur.blanks()
		class, ok := cur.characters()
		if !ok {
			if linked {
				return shorter
			}
			cur = before
			break
		}
		if classes = append(classes, class); len(classes) > maxCharacters {
			return nil
		}
		before = cur
		cur.blanks()
		if _, linked = cur.take([]string{"，", ","}); linked {
			shorter = r.endCharacters(before, at, classes)
		} else if _, linked = cur.take(characterLinks); !linked {
			cur = before
		}
	}
	if m := r.endCharacters(cur, at, classes); m != nil {
		return m
	}
	return shorter
}

// characters passes over the name of one class, or over signs in quotes; a bracket or quote that repeats the sign is passed over too.
func (c *cursor) characters() (class string, ok bool) {
	if class, n := characterWord(c.rest()); n > 0 {
		c.at += n
		if signs, n := quotedSigns(c.rest()); n > 0 && signs == class {
			c.at += n
		}
		return class, true
	}
	signs, n := quotedSigns(c.rest())
	c.at += n
	return strings.Join(strings.Split(signs, ""), " "), n > 0
}

// quotedSigns reads signs in quotes or brackets: “_”, (-), and how much of the text they take.
func quotedSigns(s string) (signs string, n int) {
	open, size := utf8.DecodeRuneInString(s)
	closing := quotes[open]
	if open == '(' || open == '（' {
		closing = ")）"
	}
	if closing == "" {
		return "", 0
	}
	i := strings.IndexAny(s[size:], closing)
	if i < 1 || i > 16 || strings.Trim(s[size:size+i], `_-.@#/*+:`) != "" {
		return "", 0
	}
	_, last := utf8.DecodeRuneInString(s[size+i:])
	return s[size : size+i], size + i + last
}

// endCharacters judges what stands behind a list that began at an offset.
func (r *reader) endCharacters(cur cursor, at int, classes []string) *made {
	m := &made{stretch: r.trim(stretch{at, cur.at}), class: joinClasses(classes)}
	behind := cur
	behind.blanks()
	if _, m.composed = behind.take(composed); m.composed {
		cur, m.end = behind, behind.at
	}
	_, thing := cur.take(madeThings)
	if !cur.ended() {
		if !strings.HasPrefix(cur.rest(), "的") || thing || containsAny(r.restOfClause(cur.at), []string{"或", "和", "及", "与", "不", "、"}) {
			return nil
		}
	}
	if _, linked := startsWithAny(strings.TrimLeft(cur.rest(), blanks), characterLinks); linked || r.furtherBehind(cur.at) {
		return nil
	}
	return m
}

// joinClasses puts classes together, each once, digits first.
func joinClasses(classes []string) string {
	parts := strings.Fields(strings.Join(classes, " "))
	slices.SortFunc(parts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a) // ranges before signs
		}
		return strings.Compare(a, b)
	})
	return strings.Join(slices.Compact(parts), " ")
}

func (r *reader) restOfClause(at int) string {
	i := sort.Search(len(r.clauses), func(i int) bool { return r.clauses[i].end > at })
	if i == len(r.clauses) || at < r.clauses[i].start {
		return ""
	}
	return r.s[at:r.clauses[i].end]
}

// furtherBehind reports whether the text allows characters behind an offset that no word of ours names.
func (r *reader) furtherBehind(at int) bool {
	if r.further == 0 {
		r.further = r.lastFurther()
	}
	return r.further >= at
}

// lastFurther is where the last word for such characters begins that its clause does not exclude, -1 for none.
func (r *reader) lastFurther() int {
	for _, c := range slices.Backward(r.clauses) {
		text, last := r.clauseText(c), -1
		for _, w := range furtherCharacters {
			last = max(last, strings.LastIndex(text, w))
		}
		if last >= 0 && !containsAny(text, []string{"不", "禁", "勿", "无"}) {
			return c.start + last
		}
	}
	return -1
}

// isWholeText reports whether a list says what all of the field's text is made of.
func (r *reader) isWholeText(c clause, m *made) bool {
	before := strings.TrimRight(r.s[c.start:m.start], blanks)
	bare := before
	for _, w := range comparators[0].words {
		bare = strings.ReplaceAll(bare, w, "")
	}
	if containsAny(bare, otherCharacters) || r.joined(m.stretch) || r.s[m.start:m.end] == "英文" {
		return false
	}
	if _, titled := endsWithAny(before, composition); titled {
		return true
	}
	for _, words := range []func(string, *made) (string, bool){r.countBefore, r.pureBefore, r.onlyBefore, r.composedBefore} {
		if subject, ok := words(before, m); ok {
			return r.isField(c, subject)
		}
	}
	return false
}

// joined reports whether the text puts several pieces together outside of the list: 日期+6位数字.
func (r *reader) joined(p stretch) bool {
	return strings.ContainsAny(r.s[:p.start]+r.s[p.end:], "+＋")
}

// isField reports whether a subject can be the field itself: left out, its name, 长度, or what stands before them.
func (r *reader) isField(c clause, subject string) bool {
	for _, w := range comparators[0].words {
		subject = strings.TrimSuffix(subject, w)
	}
	subject = strings.TrimRight(subject, blanks+"必须需应当为是由的：:")
	if subject == "" || c.first || strings.HasSuffix(subject, "开头") {
		return true
	}
	if head, _ := r.headText(); strings.Contains(head, subject) {
		return true
	}
	_, ok := endsWithAny(subject, subjects)
	return ok
}

// pureBefore: the list itself says that there is nothing else (纯数字). Each of these returns what the statement is about.
func (r *reader) pureBefore(before string, m *made) (subject string, ok bool) {
	_, ok = startsWithAny(r.s[m.start:], []string{"纯", "全数字"})
	return before, ok && !strings.Contains(before, "可")
}

// onlyBefore: 只能包含 or the like stands before the list. 只能是数字 may be said of a number with a sign or a point.
func (r *reader) onlyBefore(before string, m *made) (subject string, ok bool) {
	verb, ok := endsWithAny(before, onlyVerbs)
	for ok {
		before = strings.TrimSuffix(before, verb)
		if m.class == ir.OnlyDigits && (verb == "为" || verb == "是") {
			return "", false
		}
		verb, ok = endsWithAny(before, onlyVerbs)
	}
	before = strings.TrimRight(before, blanks)
	word, ok := endsWithAny(before, onlyWords)
	return strings.TrimSuffix(before, word), ok
}

// composedBefore: 组成 or the like stands behind the list, and before it nothing that makes it a part of the text.
func (r *reader) composedBefore(before string, m *made) (subject string, ok bool) {
	subject = strings.TrimRight(before, blanks+"的为是由0123456789位个-~～")
	_, part := endsWithAny(subject, partOfText)
	return subject, m.composed && !part
}

// countBefore: a number of characters stands before the list (6位, 4~8 个, 长度为18的).
func (r *reader) countBefore(before string, _ *made) (subject string, ok bool) {
	text := strings.TrimSuffix(before, "的")
	for _, w := range []string{"以内", "之内", "以下", "内", "以上"} {
		text = strings.TrimSuffix(text, w)
	}
	unit, counted := endsWithAny(text, []string{"位", "个"})
	if !counted && !(len(text) < len(before) && strings.Contains(before, "长度")) {
		return "", false
	}
	if subject, ok = cutCount(strings.TrimSuffix(text, unit)); !ok {
		return "", false
	}
	if _, part := endsWithAny(subject, partOfText); part && !strings.HasSuffix(subject, "超过") || isLetterBefore(subject+"0", len(subject)) {
		return "", false
	}
	return subject, unit != "个" || r.fewWords(subject)
}

// cutCount cuts a number or a range of numbers off the end of a text.
func cutCount(text string) (before string, ok bool) {
	number := func(text string) (string, bool) {
		text = strings.TrimRight(text, blanks)
		before := strings.TrimRight(text, "0123456789")
		return strings.TrimRight(before, blanks), before != text
	}
	if before, ok = number(text); !ok {
		return "", false
	}
	if sign, ranged := endsWithAny(before, rangeSigns); ranged {
		return number(strings.TrimSuffix(before, sign))
	}
	return before, true
}

// fewWords reports whether the words before 4个数字 leave no doubt that there is nothing else.
func (r *reader) fewWords(before string) bool {
	_, ok := endsWithAny(before, []string{"支持", "为", "由", "是", "仅", "长度"})
	return ok || before == ""
}
