package generator

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// TestSampleMisfits: what the types of a package do not take of a sample, loosely where samples contradict the declaration.
func TestSampleMisfits(t *testing.T) {
	of := func(kind templates.Kind, loose bool) *templates.Type {
		return &templates.Type{Kind: kind, Loose: loose}
	}
	text := func(s string) *ir.JSON { return &ir.JSON{Kind: ir.String, Text: s} }
	number := func(s string) *ir.JSON { return &ir.JSON{Kind: ir.Number, Text: s} }
	object, array := &ir.JSON{Kind: ir.ObjectKind}, &ir.JSON{Kind: ir.ArrayKind}
	full := &ir.JSON{Kind: ir.ArrayKind, Elems: []*ir.JSON{text("x")}}
	ints := &templates.Type{Kind: templates.List, Elem: of(templates.Integer, true), Loose: true}
	for _, c := range []struct {
		t    *templates.Type
		j    *ir.JSON
		fits bool
	}{
		{nil, full, true}, {of(templates.Raw, false), full, true}, {of(templates.Integer, false), &ir.JSON{Kind: ir.Null}, true},
		{of(templates.Text, false), text(""), true}, {of(templates.Text, false), number("1"), false}, {of(templates.Text, true), number("1"), true},
		{of(templates.Text, true), object, false},
		{of(templates.Integer, false), number("1.0"), true}, {of(templates.Integer, false), number("1.5"), false},
		{of(templates.Integer, false), number("9223372036854775808"), false}, {of(templates.Integer, false), text("1"), false},
		{of(templates.Integer, true), text("1"), true}, {of(templates.Integer, true), text(""), true}, {of(templates.Integer, true), text("01"), false},
		{of(templates.Integer, true), text("一"), false}, {of(templates.Number, true), text("1.5"), true}, {of(templates.Number, true), text(" 1"), false},
		{of(templates.Boolean, true), number("1"), true}, {of(templates.Boolean, true), number("2"), false}, {of(templates.Boolean, true), text("false"), true},
		{of(templates.Boolean, true), text("1 0"), false},
		{of(templates.Object, false), text(""), false}, {of(templates.Object, true), text(""), true}, {of(templates.Object, true), array, true},
		{of(templates.Object, true), full, false}, {of(templates.Map, false), object, true},
		{ints, number("1"), true}, {ints, text(""), true}, {ints, object, true}, {ints, text("x"), false},
	} {
		if got := misfit(c.t, c.j); (got == "") != c.fits {
			t.Errorf("%+v, %s %q: %q", c.t, c.j.Kind, c.j.Text, got)
		}
	}
}

// TestWitnessed: what samples show besides the declared kind decides what Go value holds both.
func TestWitnessed(t *testing.T) {
	const sample = `{"code": 0, "msg": "ok", "data": {"a": "0071", "b": 1.5, "c": [1], "d": "数量", "e": "7", "f": 1.0, "g": {"x": 1}, "h": "2021-02-03", "i": "B1", "j": "int32"}}`
	rows := ""
	for _, name := range []string{"a", "b", "d", "e", "f", "h", "i", "j"} {
		rows += "|data." + name + "|Integer|数|\n"
	}
	p := planned(t, "## 查询\n\nPOST /v1/query\n\n返回参数：\n\n|参数|类型|说明|\n|--|--|--|\n|code|Integer|码|\n|msg|String|提示|\n|data|Object|数据|\n"+rows+
		"|data.c|String|串|\n|data.g|String|串|\n\n返回示例：\n\n```json\n"+sample+"\n```\n")
	want := map[string]templates.Kind{
		"a": templates.Text, "b": templates.Number, "c": templates.Raw, "d": templates.Integer, "e": templates.Integer, "f": templates.Integer,
		"g": templates.Raw, "h": templates.Text, "i": templates.Text, "j": templates.Integer,
	}
	for _, f := range p.pkg.Operations[0].Result.Type.Struct.Fields {
		if kind, ok := want[f.Wire]; !ok || f.Type.Kind != kind {
			t.Errorf("%s is of kind %d, want %d", f.Wire, f.Type.Kind, kind)
		}
		delete(want, f.Wire)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// TestSampleText: what a sample comes to in a test, and what is said of it.
func TestSampleText(t *testing.T) {
	page := "## 查询\n\nPOST /v1/query\n\n请求参数：\n\n|参数|类型|必填|\n|--|--|--|\n|id|Integer|是|\n|token|String|是|\n|url|String|否|\n\n请求示例：\n\n```json\n"
	for _, c := range []struct{ sample, want, without string }{
		{`{"id": 1, "token": "b1c5a7d3e9f04826", "url": "http://a.cn/x?id=1&access_token=b1c5a7d3"}`, `{"id":1,"token":"***","url":"http://a.cn/x?id=1&access_token=***"}`, ""},
		{`{id: 1, token: 't', }`, `{"id":1,"token":"***"}`, ""},
		{`{"id": "编号", "url": ...}`, `{}`, "id (a string where an integer belongs)"},
		{"{\"id\": 1, \"url\": \"`\u202e\"}", `{"id":1,"url":"\u0060\u202e"}`, ""},
		{`{"id": 1, "id": 2}`, `{"id":1}`, ""},
	} {
		p := planned(t, page+c.sample+"\n```\n")
		if len(p.pkg.Operations[0].Samples) > 0 {
			t.Fatal("samples are planned that nobody asked for")
		}
		p.opts.Tests = true
		p = plan(p.doc, p.opts, nil)
		if len(p.pkg.Operations[0].Samples) != 1 {
			t.Errorf("%s: %d samples", c.sample, len(p.pkg.Operations[0].Samples))
			continue
		}
		s := p.pkg.Operations[0].Samples[0]
		if got := strings.NewReplacer("\n", "", "\t", "", ": ", ":").Replace(s.Text); got != c.want || s.Without != c.without {
			t.Errorf("%s: got %s without %q", c.sample, got, s.Without)
		}
	}
}
