package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// Under reads the rules in a cell of a column of limits or values, whose header introduces what stands in it: below
// 取值范围, "1-100" is a range and "a, b" a list of values.
func Under(header string, t ir.Text, kind ir.Kind) Rules {
	if kind == ir.Null || t.Empty() {
		return Rules{}
	}
	t.Value, t.Span = clip(t)
	lead := strings.Join(strings.Fields(header), "") + "："
	return (&reader{text: t, s: lead + t.Value, lead: len(lead), kind: kind}).read()
}

// Length reads a cell of a column of lengths: a bare number is the most characters that a string may have. For other kinds
// it is how many digits a database keeps, which is no rule.
func Length(header string, t ir.Text, kind ir.Kind) Rules {
	if kind != ir.String {
		return Rules{}
	}
	if named := strings.Contains(header, "长度") || strings.Contains(strings.ToLower(header), "length"); !named {
		return Rules{}
	}
	if strings.Trim(t.Value, "0123456789") == "" {
		return Under("最大长度", t, kind)
	}
	return Under("长度", t, kind)
}

// Presence reads whether a description says that its field must be there. The condition is set with ir.Conditional.
func Presence(t ir.Text) (ir.Presence, *ir.Text) {
	if !speaksOfPresence(t.Value) || !promising(t.Value) {
		return ir.Unstated, nil
	}
	t.Value, t.Span = clip(t)
	r := &reader{text: t, s: t.Value}
	r.tokenize()
	r.mineEnum()
	r.splitClauses()
	r.minePresence()
	return r.rules.Presence, r.rules.When
}
