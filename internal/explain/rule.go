package explain

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// ruleWords says a rule in a person's words.
func ruleWords(r ir.Rule) source.Message {
	switch r := r.(type) {
	case *ir.NotEmpty:
		return source.Message{ZH: "不能为空", EN: "not empty"}
	case *ir.Length:
		return lengthWords(r)
	case *ir.Range:
		limits := strings.Join([]string{limit(">", r.Min, r.ExclusiveMin), limit("<", r.Max, r.ExclusiveMax)}, " ")
		return source.Message{ZH: "范围 " + strings.TrimSpace(limits), EN: "range " + strings.TrimSpace(limits)}
	case *ir.Decimals:
		n := strconv.FormatInt(r.Max, 10)
		return source.Message{ZH: "小数 ≤ " + n + " 位", EN: "decimals ≤ " + n}
	case *ir.Characters:
		return source.Message{ZH: "只含 " + r.Class, EN: "only " + r.Class}
	case *ir.Affix:
		return affixWords(r)
	case *ir.Pattern:
		return source.Message{ZH: "匹配 " + r.Expr, EN: "matches " + r.Expr}
	case *ir.RequiredIf:
		when := conditionWords(&r.Condition)
		return source.Message{ZH: when.ZH + " 时必填", EN: "required " + when.EN}
	case *ir.AllowedIf:
		when := conditionWords(&r.Condition)
		return source.Message{ZH: "仅 " + when.ZH + " 时可填", EN: "allowed only " + when.EN}
	case *ir.OneOf:
		words := numberWords[r.HowMany]
		return source.Message{ZH: joined(r.Fields, "、") + words.ZH, EN: words.EN + joined(r.Fields, ", ")}
	}
	return source.Message{ZH: ir.RuleText(r), EN: ir.RuleText(r)}
}

func lengthWords(r *ir.Length) source.Message {
	unit := source.Message{}
	switch {
	case r.Bytes:
		unit = source.Message{ZH: " 字节", EN: " bytes"}
	case r.Parts:
		unit = source.Message{ZH: " 段", EN: " parts"}
	}
	var bounds string
	switch {
	case r.Min != nil && r.Max != nil && *r.Min == *r.Max:
		bounds = strconv.FormatInt(*r.Min, 10)
	case r.Min != nil && r.Max != nil:
		bounds = strconv.FormatInt(*r.Min, 10) + " ~ " + strconv.FormatInt(*r.Max, 10)
	case r.Min != nil:
		bounds = "≥ " + strconv.FormatInt(*r.Min, 10)
	case r.Max != nil:
		bounds = "≤ " + strconv.FormatInt(*r.Max, 10)
	}
	return source.Message{ZH: "长度 " + bounds + unit.ZH, EN: "length " + bounds + unit.EN}
}

func affixWords(r *ir.Affix) source.Message {
	zh, en := joined(r.Texts, " 或 "), joined(r.Texts, " or ")
	if r.End {
		return source.Message{ZH: "以 " + zh + " 结尾", EN: "ends with " + en}
	}
	return source.Message{ZH: "以 " + zh + " 开头", EN: "begins with " + en}
}

// limit is one side of a range; nothing for an open one.
func limit(sign, bound string, exclusive bool) string {
	switch {
	case bound == "":
		return ""
	case exclusive:
		return sign + " " + bound
	case sign == ">":
		return "≥ " + bound
	}
	return "≤ " + bound
}

// numberWords stand behind the fields in Chinese, before them in English.
var numberWords = [...]source.Message{
	ir.AtLeastOne: {ZH: " 中至少要有一个", EN: "at least one of "},
	ir.ExactlyOne: {ZH: " 中要有一个，且只能有一个", EN: "exactly one of "},
	ir.AtMostOne:  {ZH: " 中最多只能有一个", EN: "at most one of "},
}

func conditionWords(c *ir.Condition) source.Message {
	name := c.Field.Value
	values := source.Message{ZH: joined(c.Values, "、"), EN: joined(c.Values, " or ")}
	switch {
	case len(c.Values) == 0 && c.Not:
		return source.Message{ZH: "没有 " + name, EN: "without " + name}
	case len(c.Values) == 0:
		return source.Message{ZH: "有 " + name, EN: "with " + name}
	case c.Not:
		return source.Message{ZH: name + " 不是 " + values.ZH, EN: "unless " + name + " is " + values.EN}
	}
	return source.Message{ZH: name + " 为 " + values.ZH, EN: "if " + name + " is " + values.EN}
}

func joined(texts []ir.Text, by string) string {
	words := make([]string, len(texts))
	for i, t := range texts {
		words[i] = t.Value
	}
	return strings.Join(words, by)
}
