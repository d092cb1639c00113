package generator

import (
	"go/format"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// hostileLines would be something else than a paragraph in a doc comment, or in Go.
const hostileLines = `# 标题
Create the order
[见这里]: 签名一节
//go:build ignore
Deprecated: 是页面说的
- 第一点
-第二点
* Third point
1. 第四步
2) 第五步
2024.5 起可用
-1 表示不限
	缩进的代码
*/ func init() {}
TODO 补充
` + "``引用''"

// TestRemarks: what a page says in several lines is paragraphs and points, which gofmt leaves as they are.
func TestRemarks(t *testing.T) {
	lines := remarks(hostileLines)
	src := "// Package p is.\npackage p\n\n// F is.\n//\n"
	for _, line := range lines {
		src += strings.TrimRight("// "+line, " ") + "\n"
	}
	src += "//\n// It fails.\nfunc F() {}\n"
	formatted, err := format.Source([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("``", "“", "''", "”").Replace(src) // gofmt mends quotation marks
	if diff := cmp.Diff(want, string(formatted)); diff != "" {
		t.Errorf("gofmt changes it (-made +formatted):\n%s", diff)
	}
	got := strings.Join(remarks("说明：\n- 一点\n- 两点\n\n# Note\nEnd of it\n1、先付款"), "|")
	if want := "说明：|  - 一点|  - 两点||Note.|End of it.|  - 1、先付款"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestRemarksOfLists: a list of values is left to the constants, with the line that leads up to it.
func TestRemarksOfLists(t *testing.T) {
	e := &ir.Enum{Base: &ir.Scalar{Kind: ir.String}}
	for _, v := range []string{"open", "closed", "10"} {
		e.Values = append(e.Values, ir.EnumValue{Value: ir.Text{Value: v}})
	}
	const said = "门店状态\n可选值有：\n- open：营业\n- `closed` 停业\n10-装修\n- openly 不是值\n默认为 open"
	for _, typ := range []ir.Type{e, &ir.List{Elem: e}, &ir.Ref{Target: &ir.TypeDecl{Type: e}}} {
		if got, want := withoutValues(said, typ), "门店状态\n- openly 不是值\n默认为 open"; got != want {
			t.Errorf("%T: %q, want %q", typ, got, want)
		}
	}
	for _, all := range []string{"open 营业，closed 停业", "可选值：\n- open：营业\n- closed：停业"} {
		if got := withoutValues(all, e); got != all {
			t.Errorf("of %q nothing but %q is left", all, got)
		}
	}
	if got := withoutValues(said, &ir.Scalar{Kind: ir.String}); got != said {
		t.Errorf("of a text: %q", got)
	}
}

// TestOperationDoc: the first sentence is what an operation is called, or what its description begins with; the rest follows.
func TestOperationDoc(t *testing.T) {
	for _, c := range []struct{ title, doc, sentence, more string }{
		{"查询会员", "", "查询会员: GET /m", ""},
		{"查询会员", "按编号查询。\n只查自己的", "查询会员: GET /m", "按编号查询。|只查自己的"},
		{"查询会员", "查询会员的资料。\n只查自己的", "查询会员的资料: GET /m", "只查自己的"},
		{"", "按编号查询，或者按手机号。\n- 只查自己的", "按编号查询，或者按手机号: GET /m", "  - 只查自己的"},
		{"", "", "is GET /m", ""},
	} {
		e := &ir.Endpoint{Title: ir.Text{Value: c.title}, Doc: ir.Text{Value: c.doc}}
		sentence, more := PlaceLines.operationDoc(e, "GET", "/m")
		if sentence != c.sentence || strings.Join(more, "|") != c.more {
			t.Errorf("%q %q: %q %q", c.title, c.doc, sentence, more)
		}
	}
}

// TestFieldRemarks: a description of several lines stands above its field, unless it is as well in one. Values are left out where there
// are constants for them.
func TestFieldRemarks(t *testing.T) {
	e := &ir.Enum{Base: &ir.Scalar{Kind: ir.String}, Values: []ir.EnumValue{{Value: ir.Text{Value: "a"}}, {Value: ir.Text{Value: "b"}}}}
	long := strings.Repeat("每月一日更新", 6)
	for _, c := range []struct {
		doc           string
		typ           *templates.Type
		comment, more string
	}{
		{"会员的等级\n长度不大于10", &templates.Type{Kind: templates.Text}, "等级 会员的等级 长度不大于10", ""},
		{"会员的等级\n" + long, &templates.Type{Kind: templates.Text}, "等级 会员的等级", long},
		{"会员的等级\n- 按月\n- 按年", &templates.Type{Kind: templates.Text}, "等级 会员的等级", "  - 按月|  - 按年"},
		{"会员的等级\na：普通\nb：贵宾", &templates.Type{Kind: templates.Text, Named: new(templates.Named)}, "等级 会员的等级", ""},
		{"会员的等级\na：普通\nb：贵宾", &templates.Type{Kind: templates.Text}, "等级 会员的等级 a：普通 b：贵宾", ""},
		{"a：普通 b：贵宾", &templates.Type{Kind: templates.Text, Named: new(templates.Named)}, "等级 a：普通 b：贵宾", ""},
	} {
		p, out := &planner{}, &templates.Field{Type: c.typ}
		p.describe(out, &ir.Field{Name: ir.Text{Value: "level"}, Label: ir.Text{Value: "等级"}, Doc: ir.Text{Value: c.doc}, Type: e})
		if out.Comment != c.comment || strings.Join(out.Remarks, "|") != c.more || out.Long != (c.more != "") || out.Label != "level: "+c.comment {
			t.Errorf("%q: %+v", c.doc, out)
		}
	}
}
