package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// conditions turns what descriptions say of several fields at once into rules that can be checked: "type为1时必填",
// "orderId和outTradeNo二选一". The fields stand beside each other; what names a field or value that is not there stays words.
func (r *reader) conditions(fields []*ir.Field, shown []*instance) {
	g := &group{reader: r, fields: fields, shown: shown, byWord: map[string]*ir.Field{}}
	if !slices.ContainsFunc(fields, func(f *ir.Field) bool { return !f.When.Empty() }) {
		return
	}
	g.name()
	for _, f := range fields {
		if !f.When.Empty() && !g.depends(f) {
			g.choice(f)
		}
	}
	g.choose()
}

// add takes a rule into a field, once, unless the samples are against it; it reports whether the field has it now.
func (g *group) add(f *ir.Field, rule ir.Rule) bool {
	text := ir.RuleText(rule)
	if slices.ContainsFunc(f.Rules, func(have ir.Rule) bool { return ir.RuleText(have) == text }) {
		return true
	}
	if rule = g.upheld(f, rule); rule == nil {
		return false
	}
	f.Rules = append(f.Rules, rule)
	text = strings.TrimPrefix(ir.RuleText(rule), "required ")
	f.Inferred = append(f.Inferred, &ir.Inference{About: "condition", Value: text, From: rule.Where(), Why: proseWhy})
	return true
}

// group is the fields among which a condition finds its names.
type group struct {
	*reader
	fields []*ir.Field
	shown  []*instance
	// byWord finds a field by its name on the wire, by another spelling of it, or by the words that label it where they label no
	// other.
	byWord  map[string]*ir.Field
	lengths []int // of the keys, in bytes, the longest first
	choices []*choice
}

func (g *group) name() {
	labels := map[string]int{}
	for _, f := range g.fields {
		g.byWord[strings.ToLower(f.Name.Value)] = f
		labels[labelOf(f)]++
	}
	for _, f := range g.fields {
		for _, other := range g.spelt[f] {
			if word := strings.ToLower(other); g.byWord[word] == nil {
				g.byWord[word] = f
			}
		}
	}
	for _, f := range g.fields {
		label := labelOf(f)
		if _, taken := g.byWord[label]; !taken && labels[label] == 1 && utf8.RuneCountInString(label) > 1 {
			g.byWord[label] = f
		}
	}
	for w := range g.byWord {
		g.lengths = append(g.lengths, len(w))
	}
	slices.SortFunc(g.lengths, func(a, b int) int { return b - a })
	g.lengths = slices.Compact(g.lengths)
}

// labelOf is what people call a field: its label, or what its description says first.
func labelOf(f *ir.Field) string {
	if !f.Label.Empty() {
		return strings.ToLower(f.Label.Value)
	}
	head := f.Doc.Value
	if end := strings.IndexAny(head, "，,。；;：:（( \n\t"); end >= 0 {
		head = head[:end]
	}
	return strings.ToLower(head)
}

// at finds the field that a text names at its start, and how long the name is.
func (g *group) at(text string) (*ir.Field, int) {
	for _, n := range g.lengths {
		if n > len(text) || wordByte(text[n-1]) && n < len(text) && wordByte(text[n]) {
			continue
		}
		word := strings.ToLower(text[:n])
		if f, ok := g.byWord[word]; ok && len(word) == n {
			return f, n
		}
	}
	return nil, 0
}

// clauseReader reads on in the words of a condition.
type clauseReader struct {
	text ir.Text
	at   int
}

func (c *clauseReader) rest() string { return c.text.Value[c.at:] }

func (c *clauseReader) skip(words []string) {
	for {
		c.at += len(c.rest()) - len(strings.TrimLeft(c.rest(), quotes))
		if _, ok := c.take(words); !ok {
			return
		}
	}
}

func (c *clauseReader) take(words []string) (string, bool) {
	for _, w := range words {
		if strings.HasPrefix(c.rest(), w) {
			c.at += len(w)
			return w, true
		}
	}
	return "", false
}

// spelt is a name or value that the next n bytes mean. It has a place where they spell it so and do not say it in other words.
func (c *clauseReader) spelt(value string, n int) ir.Text {
	t := c.piece(c.at, c.at+n)
	if !strings.EqualFold(t.Value, value) {
		t.Span = source.Span{}
	}
	t.Value = value
	return t
}

// piece is a part of the text with its place, where the page has it so.
func (c *clauseReader) piece(from, to int) ir.Text {
	t := ir.Text{Value: c.text.Value[from:to], Span: c.text.Span}
	if c.text.Span.Text() == c.text.Value {
		t.Span = c.text.Span.Sub(from, to-from)
	} else if raw := c.text.Span.Text(); strings.Count(raw, t.Value) == 1 {
		t.Span = c.text.Span.Sub(strings.Index(raw, t.Value), len(t.Value))
	}
	return t
}

// The words of conditions; longer ones come before those that they start with.
var (
	conditionStarts = []string{"只有当", "只有在", "仅当", "仅在", "只在", "如果", "若是", "若", "当", "在", "只有", "如", "字段", "参数", "选项", "（", "("}
	onlyStarts      = []string{"只有", "仅当", "仅在", "只在"}
	filledFirst     = []string{"传了", "填了", "填写了", "传入了", "有传"}
	unfilledFirst   = []string{"不传", "未传", "没传", "不填写", "未填写", "不填", "未填", "没有填", "没有"}
	equals          = []string{"的值为", "的值是", "值为", "值是", "取值为", "等于", "选择为", "选择", "设置为", "设为", "修改为", "改为", "传入", "==", "=", "为", "是", "传", "选", "：", ":"}
	differs         = []string{"的值不为", "的值不是", "值不为", "值不是", "取值不为", "不等于", "!=", "<>", "≠", "不为", "不是", "非"}
	filled          = []string{"不为空", "非空", "有值", "有传值", "有传", "传了", "传值", "传入", "存在", "已填", "填写了", "填了"}
	unfilled        = []string{"为空", "没有传", "没传", "不传", "未传", "不填", "未填", "不存在", "没有值", "无值"}
	valueSeparators = []string{"、", "，", ",", "/", "|", "或者", "或", "和", "及"}
	conditionEnds   = []string{"的情况下", "的时候", "情况下", "这种情况", "的话", "时", "则", "，", ",", "）", ")", "此字段", "该字段", "本字段", "此参数", "该参数", "此项", "该项", "才", "方", "需要", "为", "是"}
	mustWords       = []string{"必填", "必传", "必须传", "必须填", "必选", "必输", "不能为空", "不可为空", "不为空", "非空", "必须有值", "必须"}
	// mustGoesOn may follow mustWords: 必填项; any other word makes them say something else (必须大于).
	mustGoesOn  = []string{"写", "入", "项", "字段", "参数", "传", "填", "提供", "且", "并", "其他", "其它", "否则"}
	allowWords  = []string{"可以传", "可以填", "可传", "可填", "能传", "能填", "允许传", "允许填", "可以设置", "可设置", "能设置"}
	allowGoesOn = []string{"入", "写", "此", "该", "本", "值", "参数", "字段", "递"}
	// forbidWords say of all other cases that the field must not be there.
	forbidWords = []string{"不能传", "不能填", "不可传", "不可填", "不允许传", "不允许填", "禁止传", "请勿传", "不得传"}
	otherCases  = []string{"其他情况下", "其它情况下", "其他情况", "其它情况", "其他时候", "其他值时", "其他时", "其它时", "否则", "其他", "其它"}
	// changeWords come before the label of a value; labelNouns follow it.
	changeWords = []string{"修改为", "改为", "变更为", "选择", "选", "为", "是", "使用"}
	labelNouns  = []string{"类型", "方式", "模式", "的"}
	// vagueLabels are words that need no value to mean something.
	vagueLabels = []string{"其他", "其它", "全部", "所有", "不限", "默认", "正常", "通用", "以上", "都"}
	// exceptions make a condition other than it reads.
	exceptions = []string{"除非", "除了", "除外"}
)

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// depends takes the rules that f's words state on one other field: "当type为1时必填", "只有type为1时才能传". It reports whether
// they state any.
func (g *group) depends(f *ir.Field) bool {
	if containsAny(f.When.Value+f.Doc.Value, exceptions) {
		return false
	}
	c := &clauseReader{text: f.When}
	only := slices.ContainsFunc(onlyStarts, func(w string) bool { return strings.HasPrefix(f.When.Value, w) })
	c.skip(conditionStarts)
	when := g.condition(c, f)
	if when == nil {
		return false
	}
	holds := c.at
	c.skip(conditionEnds)
	only = only || strings.ContainsAny(c.text.Value[holds:c.at], "才方")
	subject := f
	if other, n := g.at(c.rest()); n > 0 { // 传了邮箱则手机号必填
		subject, c.at = other, c.at+n
		c.skip(conditionEnds)
	}
	if when.Field.Value == subject.Name.Value {
		return false
	}
	switch {
	case c.must():
		g.require(f, subject, when, c)
	case only && subject == f && c.allows():
		g.allow(f, when)
	default:
		return false
	}
	return true
}

// require takes the rule that subject must be there when a condition holds, as the words of f say, and the rest of which c reads.
func (g *group) require(f, subject *ir.Field, when *ir.Condition, c *clauseReader) {
	if subject.Presence == ir.Required || subject == f && f.Presence != ir.Conditional {
		return
	}
	g.add(subject, &ir.RequiredIf{Condition: *when, Span: f.When.Span})
	if subject == f && c.forbidsOthers() {
		g.allow(f, when)
	}
}

func (g *group) allow(f *ir.Field, when *ir.Condition) {
	if f.Presence != ir.Required {
		g.add(f, &ir.AllowedIf{Condition: *when, Span: f.When.Span})
	}
}

// condition reads what must hold: another field by its name and what it must be (type为1), or only the label of a value that one
// of the others can have (对公账户). In words that speak of another field, f's own name can be left out (为1时).
func (g *group) condition(c *clauseReader, f *ir.Field) *ir.Condition {
	_, there := c.take(filledFirst)
	missing := false
	if !there {
		_, missing = c.take(unfilledFirst)
	}
	other, n := g.at(c.rest())
	when := &ir.Condition{Not: missing}
	switch {
	case n > 0:
		when.Field = c.spelt(other.Name.Value, n)
		c.at += n
	case there || missing:
		when.Field.Value = f.Name.Value
	default:
		if byLabel := g.labelled(c, f); byLabel != nil {
			return byLabel
		}
		other, when.Field.Value = f, f.Name.Value
	}
	if there || missing || c.state(when, other) {
		return when
	}
	return nil
}

// labelled reads the label of a value that one field beside f, and no other, can have.
func (g *group) labelled(c *clauseReader, f *ir.Field) *ir.Condition {
	c.skip(changeWords)
	var when *ir.Condition
	n := 0
	for _, other := range g.fields {
		enum, ok := other.Type.(*ir.Enum)
		if !ok || other == f {
			continue
		}
		for _, v := range enum.Values {
			label := v.Label.Value
			if len(label) < n || utf8.RuneCountInString(label) < 2 || slices.Contains(vagueLabels, label) || !strings.HasPrefix(c.rest(), label) {
				continue
			}
			if len(label) == n { // two values have the label
				when = nil
				continue
			}
			n = len(label)
			when = &ir.Condition{Field: ir.Text{Value: other.Name.Value}, Values: []ir.Text{{Value: v.Value.Value}}}
		}
	}
	if when != nil {
		c.at += n
		c.skip(labelNouns)
	}
	return when
}

// must reports whether the words go on with 必填.
func (c *clauseReader) must() bool {
	_, ok := c.take(mustWords)
	return ok && c.ends(mustGoesOn)
}

// allows reports whether the words go on with 可传.
func (c *clauseReader) allows() bool {
	_, ok := c.take(allowWords)
	return ok && c.ends(allowGoesOn)
}

// ends reports whether what is read ends a phrase, or goes on with one of the words.
func (c *clauseReader) ends(words []string) bool {
	next, _ := utf8.DecodeRuneInString(c.rest())
	if !unicode.Is(unicode.Han, next) {
		return true
	}
	_, ok := c.take(words)
	return ok
}

// forbidsOthers reports whether the words go on to say that the field must not be there in all other cases.
func (c *clauseReader) forbidsOthers() bool {
	c.skip([]string{"，", ",", "；", ";", "。"})
	if _, ok := c.take(otherCases); !ok {
		return false
	}
	c.skip([]string{"，", ",", "则", "均", "都", "下", "时"})
	_, ok := c.take(forbidWords)
	return ok
}

// state reads what the other field must be: 为1, 不为空, ≠2.
func (c *clauseReader) state(when *ir.Condition, other *ir.Field) bool {
	c.skip(nil)
	if _, ok := c.take(filled); ok {
		return true
	}
	if _, when.Not = c.take(unfilled); when.Not {
		return true
	}
	if _, when.Not = c.take(differs); !when.Not {
		if _, ok := c.take(equals); !ok {
			return false
		}
	}
	return c.values(when, other)
}

// values reads one value or several, each of which the other field can have.
func (c *clauseReader) values(when *ir.Condition, other *ir.Field) bool {
	for {
		c.skip(nil)
		value, n := valueOf(other, c.rest())
		if n == 0 {
			return false
		}
		when.Values = append(when.Values, c.spelt(value, n))
		c.at += n
		c.skip(nil)
		c.remark()
		before := c.at
		if _, ok := c.take(valueSeparators); !ok {
			return true
		}
		c.skip(nil)
		if _, n := valueOf(other, c.rest()); n == 0 {
			c.at = before
			return true
		}
	}
}

// remark passes over what a value means: 1（自动）.
func (c *clauseReader) remark() {
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		inside, ok := strings.CutPrefix(c.rest(), pair[0])
		if end := strings.Index(inside, pair[1]); ok && end >= 0 {
			c.at += len(pair[0]) + end + len(pair[1])
			c.skip(nil)
		}
	}
}

// booleans are the words for the two values of a boolean; longer ones come first.
var booleans = []struct{ word, value string }{
	{"true", "true"}, {"True", "true"}, {"TRUE", "true"}, {"是", "true"}, {"真", "true"}, {"1", "true"},
	{"false", "false"}, {"False", "false"}, {"FALSE", "false"}, {"否", "false"}, {"假", "false"}, {"0", "false"},
}

// valueOf is the value of a field that a text starts with, by its label too, and its length in the text.
func valueOf(f *ir.Field, text string) (value string, n int) {
	if enum, ok := f.Type.(*ir.Enum); ok {
		for _, v := range enum.Values {
			for _, word := range []string{v.Value.Value, v.Label.Value} {
				if len(word) > n && strings.HasPrefix(text, word) && !(wordByte(word[len(word)-1]) && len(text) > len(word) && wordByte(text[len(word)])) {
					value, n = v.Value.Value, len(word)
				}
			}
		}
		if n > 0 || !enum.Open {
			return value, n
		}
	}
	if ir.KindOf(f.Type) == ir.Boolean {
		return booleanOf(text)
	}
	for n < len(text) && (wordByte(text[n]) || n == 0 && text[n] == '-') {
		n++
	}
	value = text[:n]
	switch ir.KindOf(f.Type) {
	case ir.Integer, ir.Number:
		if strings.Trim(value, "-0123456789") != "" {
			return "", 0
		}
	case ir.String:
	default:
		return "", 0
	}
	return value, n
}

func booleanOf(text string) (value string, n int) {
	for _, b := range booleans {
		if rest, ok := strings.CutPrefix(text, b.word); ok && (rest == "" || !wordByte(rest[0])) {
			return b.value, len(b.word)
		}
	}
	return "", 0
}
