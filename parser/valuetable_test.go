package parser

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// pagesCases is cases for several pages: all files of an archive before "want" make one API.
func pagesCases(t *testing.T, folder string, show func(*ir.Document, source.Diagnostics) string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var pages []*source.File
			want := ""
			kept := archive.Files[:0]
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				kept = append(kept, f)
				pages = append(pages, source.NewFile(f.Name, string(f.Data)))
			}
			got := show(Parse(pages, Options{}))
			if *update {
				archive.Files = append(kept, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// TestValueTables shows which fields have listed values, where from, and the types that tables of values become.
func TestValueTables(t *testing.T) {
	pagesCases(t, "values", func(doc *ir.Document, diags source.Diagnostics) string {
		var b strings.Builder
		b.WriteString(diagnosed(diags))
		ir.Walk(doc, func(n ir.Node) {
			f, ok := n.Of.(*ir.Field)
			if !ok || n.Part != "" {
				return
			}
			for _, i := range f.Inferred {
				if i.About == "enum" {
					fmt.Fprintf(&b, "%s %s: %s\n  from %s: %s\n", f.Name.Value, typeName(f.Type), i.Value, placed(i.From), i.Why.EN)
				}
			}
		})
		for _, d := range doc.Types {
			if e, ok := d.Type.(*ir.Enum); ok {
				fmt.Fprintf(&b, "type %s %s: %s\n", d.Name.Value, e.Base.Kind, valuesText(e))
			}
		}
		for _, e := range doc.Errors {
			fmt.Fprintf(&b, "error %s %s\n", e.Value.Value, e.Doc.Value)
		}
		for _, ep := range doc.Endpoints {
			for _, e := range ep.Errors {
				fmt.Fprintf(&b, "error %s %s\n", e.Value.Value, e.Doc.Value)
			}
		}
		return b.String()
	})
}

// TestEnvelopes shows the wrapper of each answer and what tells its success.
func TestEnvelopes(t *testing.T) {
	pagesCases(t, "envelope", func(doc *ir.Document, diags source.Diagnostics) string {
		var b strings.Builder
		b.WriteString(diagnosed(diags))
		for _, ep := range doc.Endpoints {
			fmt.Fprintf(&b, "%s\n", ep.Name.Value)
			for _, i := range ep.Inferred {
				fmt.Fprintf(&b, "  %s %s\n    from %s: %s\n", i.About, i.Value, placed(i.From), i.Why.EN)
			}
		}
		return b.String()
	})
}

// TestLabelledExamples: the example leaves the description, the rest stays.
func TestLabelledExamples(t *testing.T) {
	for _, c := range []struct{ cell, doc, example string }{
		{"手机号；示例值：13800138000", "手机号", "13800138000"},
		{"用户标识<br>**示例值**：\"ou_7d8a\"<br>长度不超过 64", "用户标识\n长度不超过 64", "ou_7d8a"},
		{"示例：2020-01-02 10:00:00", "", "2020-01-02 10:00:00"},
		{"类型<br>example: pay;refund", "类型\nrefund", "pay"},
		{"内容类型<br>示例值：\"a; b=1\"", "内容类型", "a; b=1"},
		{"状态；示例：0：停用 1：启用", "状态；示例：0：停用 1：启用", ""},
		{"按示例：格式填写", "按示例：格式填写", ""},
		{"参考示例中的写法，示例值：，", "参考示例中的写法，示例值：，", ""},
		{"城市，示例：北京", "城市，示例：北京", ""},
		{"名称；示例值：张三，李四", "名称；示例值：张三，李四", ""},
	} {
		page := "## 查询\n\nPOST /q\n\n请求参数：\n\n|字段|类型|说明|\n|--|--|--|\n|x|string|" + c.cell + "|\n"
		doc, _ := Parse([]*source.File{source.NewFile("page.md", page)}, Options{})
		f := doc.Endpoints[0].Body.Type.(*ir.Object).Fields[0]
		example := ""
		if f.Example != nil {
			example = f.Example.Value
		}
		if f.Doc.Value != c.doc || example != c.example {
			t.Errorf("%s\n got %q, example %q\nwant %q, example %q", c.cell, f.Doc.Value, example, c.doc, c.example)
		}
		if f.Example != nil && !bytes.Contains([]byte(page), []byte(f.Example.Span.Text())) {
			t.Errorf("%s: the example is nowhere on the page", c.cell)
		}
	}
}
