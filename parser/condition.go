package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// conditions turns what descriptions say of several fields at once into rules that can be checked: "type为1时必填",
// "orderId和outTradeNo二选一". The fields stand beside each other; what names a field or value that is not there stays words.
func conditions(fields []*ir.Field) {
	g := &group{fields: fields, byWord: map[string]*ir.Field{}}
	asked := false
	for _, f := range fields {
		asked = asked || !f.When.Empty()
	}
	if !asked {
		return
	}
	g.name()
	for _, f := range fields {
		if f.When.Empty() {
			continue
		}
		if rule := g.requiredIf(f); rule != nil && f.Presence == ir.Conditional {
			addCondition(f, rule)
		} else if rule == nil {
			g.oneOf(f)
		}
	}
	g.bareOneOf()
}

func addCondition(f *ir.Field, rule ir.Rule) {
	f.Rules = append(f.Rules, rule)
	text := strings.TrimPrefix(ir.RuleText(rule), "required ")
	f.Inferred = append(f.Inferred, &ir.Inference{About: "condition", Value: text, From: rule.Where(), Why: proseWhy})
}

func joinValues(texts []ir.Text, sep string) string {
	values := make([]string, len(texts))
	for i, t := range texts {
		values[i] = t.Value
	}
	return strings.Join(values, sep)
}

// group is the fields among which a condition finds its names.
type group struct {
	fields []*ir.Field
	// byWord finds a field by its name on the wire, or by the words that label it where they label no other.
	byWord map[string]*ir.Field
	words  []string // the keys, the longest first
	groups []string // the sets of names that have a rule
}

func (g *group) name() {
	labels := map[string]int{}
	for _, f := range g.fields {
		g.byWord[strings.ToLower(f.Name.Value)] = f
		labels[labelOf(f)]++
	}
	for _, f := range g.fields {
		label := labelOf(f)
		if _, taken := g.byWord[label]; !taken && labels[label] == 1 && utf8.RuneCountInString(label) > 1 {
			g.byWord[label] = f
		}
	}
	for w := range g.byWord {
		g.words = append(g.words, w)
	}
	slices.SortFunc(g.words, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
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
	lower := strings.ToLower(text)
	for _, w := range g.words {
		if strings.HasPrefix(lower, w) && len(lower) == len(text) && !(wordByte(w[len(w)-1]) && len(text) > len(w) && wordByte(text[len(w)])) {
			return g.byWord[w], len(w)
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
		c.at += len(c.rest()) - len(strings.TrimLeft(c.rest(), " \t`'\"“”‘’「」"))
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
	conditionStarts = []string{"仅当", "只有当", "如果", "若是", "若", "当", "仅在", "在", "只有", "字段", "参数", "选项", "（", "("}
	equals          = []string{"的值为", "的值是", "值为", "值是", "取值为", "等于", "选择为", "选择", "设置为", "设为", "==", "=", "为", "是", "传", "选", "：", ":"}
	differs         = []string{"的值不为", "值不为", "不等于", "!=", "<>", "≠", "不为", "不是", "非"}
	filled          = []string{"不为空", "非空", "有值", "有传", "传了", "传入", "存在", "已填"}
	unfilled        = []string{"为空", "没有传", "没传", "不传", "未传", "不填", "未填", "不存在", "没有值", "无值"}
	valueSeparators = []string{"、", "，", ",", "/", "|", "或者", "或", "和", "及"}
	conditionEnds   = []string{"的情况下", "的时候", "情况下", "这种情况", "的话", "时", "则", "，", ",", "）", ")", "此字段", "该字段", "本字段", "此参数", "该参数", "此项", "该项", "才", "需要", "为", "是"}
	mustWords       = []string{"必填", "必传", "必须传", "必须填", "必选", "必输", "不能为空", "不可为空", "必须有值", "必须"}
	conjunctions    = []string{"且", "并且", "同时", "&&", " and "}
)

// requiredIf reads "当type为1时必填" where it names a field beside f and values of it; nil for anything else.
func (g *group) requiredIf(f *ir.Field) *ir.RequiredIf {
	for _, w := range conjunctions {
		if strings.Contains(f.When.Value, w) {
			return nil
		}
	}
	c := &clauseReader{text: f.When}
	c.skip(conditionStarts)
	other, n := g.at(c.rest())
	if other == nil || other == f {
		return nil
	}
	rule := &ir.RequiredIf{Field: ir.Text{Value: other.Name.Value, Span: c.piece(c.at, c.at+n).Span}, Span: f.When.Span}
	c.at += n
	if !c.state(rule, other) {
		return nil
	}
	c.skip(conditionEnds)
	if _, ok := c.take(mustWords); !ok {
		return nil
	}
	return rule
}

// state reads what the other field must be: 为1, 不为空, ≠2.
func (c *clauseReader) state(rule *ir.RequiredIf, other *ir.Field) bool {
	c.skip(nil)
	if _, ok := c.take(filled); ok {
		return true
	}
	if _, rule.Not = c.take(unfilled); rule.Not {
		return true
	}
	if _, rule.Not = c.take(differs); !rule.Not {
		if _, ok := c.take(equals); !ok {
			return false
		}
	}
	return c.values(rule, other)
}

// values reads one value or several, each of which the other field can have.
func (c *clauseReader) values(rule *ir.RequiredIf, other *ir.Field) bool {
	for {
		c.skip(nil)
		value, n := valueOf(other, c.rest())
		if n == 0 {
			return false
		}
		rule.Values = append(rule.Values, ir.Text{Value: value, Span: c.piece(c.at, c.at+n).Span})
		c.at += n
		c.skip(nil)
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
	for n < len(text) && (wordByte(text[n]) || n == 0 && text[n] == '-') {
		n++
	}
	value = text[:n]
	switch ir.KindOf(f.Type) {
	case ir.Integer, ir.Number:
		if strings.Trim(value, "-0123456789") != "" {
			return "", 0
		}
	case ir.Boolean:
		if value != "true" && value != "false" {
			return "", 0
		}
	case ir.String:
	default:
		return "", 0
	}
	return value, n
}

// choices are the words that ask for one of several fields; number is how many there are, 0 where they do not say.
var choices = []struct {
	words  []string
	number int
}{
	{[]string{"二选一", "二者选一", "两者选一", "两者必填一", "二者必填", "两个必填一个", "二者不能同时为空", "两者不能同时为空"}, 2},
	{[]string{"三选一"}, 3},
	{[]string{"任选其一", "必填一个", "必填其一", "至少填一个", "至少传一个", "至少一个", "至少有一个", "必传其一", "必须填一个", "不能同时为空", "不可同时为空", "不能都为空"}, 0},
}

// choice reports whether words ask for one of several fields.
func choice(text string) (number int, ok bool) {
	for _, c := range choices {
		for _, w := range c.words {
			if strings.Contains(text, w) {
				return c.number, true
			}
		}
	}
	return 0, false
}

// oneOf reads "orderId和outTradeNo二选一", "与mobile不能同时为空".
func (g *group) oneOf(f *ir.Field) {
	number, ok := choice(f.When.Value)
	if !ok || depends(f.When.Value) {
		return
	}
	named := []*ir.Field{f}
	text := f.When.Value
	for i := 0; i < len(text); {
		other, n := g.at(text[i:])
		if n == 0 || i > 0 && wordByte(text[i-1]) && wordByte(text[i]) {
			_, n = utf8.DecodeRuneInString(text[i:])
			other = nil
		}
		if other != nil && !slices.Contains(named, other) {
			named = append(named, other)
		}
		i += n
	}
	if len(named) > 1 && (number == 0 || number == len(named)) {
		g.choose(named, f.When.Span)
	}
}

// depends reports whether a choice is itself under a condition.
func depends(text string) bool {
	for _, w := range []string{"如果", "若", "当", "情况"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return strings.Contains(strings.ReplaceAll(text, "同时", ""), "时")
}

// bareOneOf takes fields that say 二选一 and name no other for the choice, where they are as many as the words say.
func (g *group) bareOneOf() {
	for _, c := range choices {
		var named []*ir.Field
		for _, f := range g.fields {
			if number, ok := choice(f.When.Value); ok && number == c.number && !depends(f.When.Value) && !hasChoice(g, f) {
				named = append(named, f)
			}
		}
		if c.number > 0 && len(named) == c.number {
			g.choose(named, named[0].When.Span)
		}
	}
}

func hasChoice(g *group, f *ir.Field) bool {
	for _, names := range g.groups {
		if slices.Contains(strings.Split(names, "\n"), f.Name.Value) {
			return true
		}
	}
	return false
}

// choose states the rule on the first of the fields, once for each set of them.
func (g *group) choose(named []*ir.Field, span source.Span) {
	slices.SortFunc(named, func(a, b *ir.Field) int { return slices.Index(g.fields, a) - slices.Index(g.fields, b) })
	rule := &ir.OneOf{Span: span}
	for _, f := range named {
		rule.Fields = append(rule.Fields, f.Name)
	}
	key := joinValues(rule.Fields, "\n")
	if slices.Contains(g.groups, key) {
		return
	}
	g.groups = append(g.groups, key)
	for _, f := range named {
		if f.Presence == ir.Required { // the page says both: the words know better than the cell
			f.Presence = ir.Conditional
		}
	}
	addCondition(named[0], rule)
}
