package apidiff

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// TestLimits: of two rules, which is the tighter, and that two of one key are one that changed.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"length 1..32", "length 1..64", "looser"},
		{"length 2..32", "length 4..16", "tighter"},
		{"length 1..10", "length 5..20", "other"},
		{"length ..5", "length 1..5", "tighter"},
		{"length 1..5", "length 01..5", "same"},
		{"length 1..5", "length 1..5 bytes", "apart"},
		{"length 1..5 bytes", "length ..5 bytes", "looser"},
		{"length ..5 parts", "length ..3 parts", "tighter"},
		{"range >=1 <=100", "range >0 <=100", "looser"},
		{"range >=1 <=100", "range >1 <=100", "tighter"},
		{"range <=9.5", "range <=10", "looser"},
		{"range >=-5", "range <=5", "other"},
		{"decimals ..2", "decimals ..4", "looser"},
		{"only 0-9", "only 0-9 a-z", "looser"},
		{"only 0-9 A-F", "only 0-9 a-f", "other"},
		{"begins with http|ftp", "begins with http", "tighter"},
		{"ends with .jpg", "ends with .jpg|.png", "looser"},
		{"begins with a", "ends with a", "apart"},
		{"pattern ^a$", "pattern ^b$", "other"},
		{"required if type=1", "required if type=1|2", "tighter"},
		{"required if type=1", "required if type", "tighter"},
		{"required unless type=1|2", "required unless type=1", "tighter"},
		{"required if type=1", "required if kind=1", "apart"},
		{"allowed if type=1", "allowed if type=1|2", "looser"},
		{"allowed unless type=1", "allowed unless type=1|2", "tighter"},
		{"one of a|b", "only one of a|b", "tighter"},
		{"only one of a|b", "at most one of a|b", "looser"},
		{"one of a|b", "at most one of a|b", "other"},
		{"one of a|b", "one of a|c", "apart"},
	} {
		if got := relation(limitOf(c.from), limitOf(c.to)); got != c.want {
			t.Errorf("%q > %q is %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func relation(from, to limit) string {
	tighter, looser := to.extent.within(from.extent), from.extent.within(to.extent)
	switch {
	case from.key != to.key:
		return "apart"
	case tighter && looser:
		return "same"
	case tighter:
		return "tighter"
	case looser:
		return "looser"
	}
	return "other"
}

// TestLimitsMeet: that a text is not empty is part of how long it is, and several limits of one kind are the strictest.
func TestLimitsMeet(t *testing.T) {
	for _, c := range []struct {
		kind  string
		rules []string
		want  string
	}{
		{"string", []string{"length ..20", "not empty"}, "length 1..20"},
		{"string", []string{"length 2..20", "not empty"}, "length 2..20"},
		{"array", []string{"not empty"}, "length 1.."},
		{"integer", []string{"not empty"}, ""},
		{"string", []string{"length ..20 bytes", "length ..8 bytes"}, "length ..8 bytes"},
		{"number", []string{"range >0", "range >=1"}, "range >=1"},
	} {
		got := ""
		for _, l := range limitsOf(&Field{Type: c.kind, Rules: c.rules}) {
			got += l.text
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.kind, c.rules, got, c.want)
		}
	}
}

// TestLimitWords: every kind of rule has words in both languages.
func TestLimitWords(t *testing.T) {
	n := func(n int64) *int64 { return &n }
	texts := func(all ...string) (out []ir.Text) {
		for _, s := range all {
			out = append(out, text(s))
		}
		return out
	}
	kind := ir.Condition{Field: text("kind"), Values: texts("1", "2")}
	not := ir.Condition{Field: text("kind"), Values: texts("1"), Not: true}
	for _, c := range []struct {
		rule   ir.Rule
		zh, en string
	}{
		{&ir.Length{Min: n(1), Max: n(32)}, "长度 1～32", "length 1 to 32"},
		{&ir.Length{Min: n(1)}, "不能为空", "not empty"},
		{&ir.Length{Min: n(6), Max: n(6)}, "长度 6", "length 6"},
		{&ir.Length{Max: n(32), Bytes: true}, "长度至多 32 字节", "length at most 32 bytes"},
		{&ir.Length{Max: n(5), Parts: true}, "逗号之间至多 5 项", "at most 5 parts between commas"},
		{&ir.Range{Min: "0", ExclusiveMin: true, Max: "1"}, "范围 >0 且 ≤1", "range >0 and ≤1"},
		{&ir.Decimals{Max: 2}, "至多 2 位小数", "at most 2 decimals"},
		{&ir.Decimals{}, "没有小数", "no decimals"},
		{&ir.Characters{Class: "0-9 a-z"}, "只含 0-9 a-z", "only 0-9 a-z"},
		{&ir.Affix{Texts: texts("http", "ftp")}, "以 http 或 ftp 开头", "begins with http or ftp"},
		{&ir.Affix{Texts: texts(".jpg"), End: true}, "以 .jpg 结尾", "ends with .jpg"},
		{&ir.Pattern{Expr: "^a$"}, "匹配 ^a$", "matches ^a$"},
		{&ir.RequiredIf{Condition: kind}, "kind 为 1 或 2 时必填", "required if kind is 1 or 2"},
		{&ir.RequiredIf{Condition: not}, "kind 不为 1 时必填", "required unless kind is 1"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: text("id")}}, "有 id 时必填", "required if id is there"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: text("id"), Not: true}}, "没有 id 时必填", "required unless id is there"},
		{&ir.AllowedIf{Condition: kind}, "kind 为 1 或 2 时才可传", "allowed only if kind is 1 or 2"},
		{&ir.AllowedIf{Condition: not}, "kind 不为 1 时才可传", "not allowed if kind is 1"},
		{&ir.OneOf{Fields: texts("a", "b")}, "a、b 至少有一个", "at least one of a, b"},
		{&ir.OneOf{Fields: texts("a", "b"), HowMany: ir.ExactlyOne}, "a、b 必须且只能有一个", "exactly one of a, b"},
		{&ir.OneOf{Fields: texts("a", "b"), HowMany: ir.AtMostOne}, "a、b 至多有一个", "at most one of a, b"},
	} {
		got := limitWords(ir.RuleText(c.rule))
		if zh, en := strings.TrimSpace(got.In(source.Chinese)), got.In(source.English); zh != c.zh || en != c.en {
			t.Errorf("%s: %q, %q; want %q, %q", ir.RuleText(c.rule), zh, en, c.zh, c.en)
		}
	}
}
