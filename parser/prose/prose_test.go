package prose

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// describe writes rules on one line, parts in a fixed order: "enum 1=男 2=女 …; default 1; unit 秒".
func describe(r Rules) string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text := func(name string, t *ir.Text) {
		if t != nil {
			add("%s %q", name, t.Value)
		}
	}
	if r.Enum != nil {
		add("enum %s", describeEnum(r.Enum))
	}
	text("default", r.Default)
	describeLimits(r, add)
	describeWords(r, add)
	text("pattern", r.Pattern)
	if r.Format != "" {
		add("%s", r.Format)
	}
	text("layout", r.Layout)
	text("unit", r.Unit)
	if r.Presence != ir.Unstated {
		add("%s", r.Presence)
	}
	text("when", r.When)
	text("deprecated", r.Deprecated)
	return strings.Join(out, "; ")
}

func describeWords(r Rules, add func(string, ...any)) {
	if r.Decimals != nil {
		add("decimals ..%d", r.Decimals.N)
	}
	if r.Characters != nil {
		add("only %s", r.Characters.Value)
	}
	affix := func(verb string, a *Affix) {
		if a == nil {
			return
		}
		texts := make([]string, len(a.Texts))
		for i, t := range a.Texts {
			texts[i] = t.Value
		}
		add("%s %s", verb, strings.Join(texts, "|"))
	}
	affix("begins with", r.Prefix)
	affix("ends with", r.Suffix)
}

func describeEnum(e *Enum) string {
	var values []string
	for _, v := range e.Values {
		text := v.Value.Value
		if v.Label.Value != "" {
			text += "=" + v.Label.Value
		}
		values = append(values, text)
	}
	if e.Open {
		values = append(values, "…")
	}
	if e.Heard {
		values = append(values, "(heard)")
	}
	return strings.Join(values, " ")
}

func describeLimits(r Rules, add func(string, ...any)) {
	bound := func(sign string, b *Bound) {
		if b == nil {
			return
		}
		if !b.Exclusive {
			sign += "="
		}
		add("%s%s", sign, b.Literal)
	}
	bound(">", r.Min)
	bound("<", r.Max)
	for _, c := range []struct {
		name     string
		min, max *Count
	}{{"length", r.MinLength, r.MaxLength}, {"bytes", r.MinBytes, r.MaxBytes}, {"items", r.MinItems, r.MaxItems}} {
		if c.min == nil && c.max == nil {
			continue
		}
		ends := [2]string{}
		for i, n := range []*Count{c.min, c.max} {
			if n != nil {
				ends[i] = fmt.Sprint(n.N)
			}
		}
		add("%s %s..%s", c.name, ends[0], ends[1])
	}
}

// mine reads a text that stands in a page with something around it.
func mine(kind ir.Kind, text string) Rules {
	file := source.NewFile("page.md", "| 名 | "+text+" |")
	at := strings.Index(file.Text, text)
	return Mine(ir.Text{Value: text, Span: file.Span(at, at+len(text))}, kind)
}

type sentence struct {
	kind ir.Kind
	text string
	want string
}

func checkAll(t *testing.T, cases []sentence) {
	t.Helper()
	for _, c := range cases {
		rules := mine(c.kind, c.text)
		if diff := cmp.Diff(c.want, describe(rules)); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.kind, c.text, diff)
		}
		if err := placed(rules, c.text); err != "" {
			t.Errorf("%s: %s", c.text, err)
		}
	}
}

// placed checks that every finding re-reads at its place.
func placed(r Rules, text string) string {
	check := func(value string, span source.Span) string {
		switch {
		case !span.Known():
			return fmt.Sprintf("%q has no place", value)
		case span.Text() == value, booleans[span.Text()] == value, value == "":
			return ""
		case strings.HasPrefix(span.Text(), "一") && value == "1":
			return ""
		}
		return fmt.Sprintf("%q stands at %q", value, span.Text())
	}
	var found []string
	for _, t := range []*ir.Text{r.Pattern, r.Layout, r.Unit, r.When, r.Deprecated} {
		if t != nil {
			found = append(found, check(t.Value, t.Span))
		}
	}
	for _, b := range []*Bound{r.Min, r.Max} {
		if b != nil && b.Span.Text() != "正整数" && b.Span.Text() != "非负整数" {
			found = append(found, check(b.Literal, b.Span))
		}
	}
	for _, c := range []*Count{r.MinLength, r.MaxLength, r.MinBytes, r.MaxBytes, r.MinItems, r.MaxItems} {
		if c != nil && !strings.ContainsAny(text, "<>大小少") {
			found = append(found, check(fmt.Sprint(c.N), c.Span))
		}
	}
	if r.Enum != nil {
		for _, v := range r.Enum.Values {
			found = append(found, check(v.Value.Value, v.Value.Span))
			if v.Label.Value != "" {
				found = append(found, check(v.Label.Value, v.Label.Span))
			}
		}
	}
	if r.Decimals != nil {
		found = append(found, check(r.Decimals.Span.Text(), r.Decimals.Span))
	}
	if r.Characters != nil {
		found = append(found, check(r.Characters.Span.Text(), r.Characters.Span))
	}
	for _, a := range []*Affix{r.Prefix, r.Suffix} {
		if a == nil {
			continue
		}
		for _, t := range a.Texts {
			found = append(found, check(t.Value, t.Span))
			if !strings.Contains(a.Span.Text(), t.Value) {
				found = append(found, fmt.Sprintf("%q is not in %q", t.Value, a.Span.Text()))
			}
		}
	}
	if r.Format != "" {
		found = append(found, check(r.FormatAt.Text(), r.FormatAt))
	}
	return strings.Trim(strings.Join(found, "\n"), "\n")
}

// TestPlaces reads cells whose markup is gone from the text.
func TestPlaces(t *testing.T) {
	file := source.NewFile("page.md", "| kind | 种类 `1`:**甲** `2`:[乙](#b2) |")
	span := file.Span(9, len(file.Text)-2)
	rules := Mine(ir.Text{Value: "种类 1:甲 2:乙", Span: span}, ir.Integer)
	if got := describe(rules); got != "enum 1=甲 2=乙" {
		t.Fatal(got)
	}
	var places []string
	for _, v := range rules.Enum.Values {
		places = append(places, v.Value.Span.Text(), v.Label.Span.Text())
	}
	want := []string{"1", "甲", span.Text(), "乙"} // there are two 2s in the page
	if diff := cmp.Diff(want, places); diff != "" {
		t.Error(diff)
	}
}

// TestLongText keeps the work bounded.
func TestLongText(t *testing.T) {
	for _, piece := range []string{"1:甲,", "(", "((1:甲,2:乙", "最大", "默认", "不超过9", "如", "-", "单位", "、2", "1-2-", "以,", "\n", "数字，", "数字、", "6位数字，", "由数字组成，", "字母数字", "两位小数，", "小数点后", "以a开头，", "以a或"} {
		mine(ir.Any, strings.Repeat(piece, 1<<20/len(piece)))
	}
}

func BenchmarkMine(b *testing.B) {
	for name, text := range map[string]string{"plain": "收货人所在的城市名称", "enum": "状态（0：未上架，1：上架，2：已删除），默认为0", "long": strings.Repeat("说明文字，没有规则；", 40)} {
		t := ir.Text{Value: text}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Mine(t, ir.String)
			}
		})
	}
}
