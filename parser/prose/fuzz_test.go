package prose

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// FuzzMine: no text makes it panic, and every place lies in the text.
func FuzzMine(f *testing.F) {
	for _, s := range []string{"灯 1:红,2:绿(默认)，默认1", "6-20位；最多9张", "yyyy-MM-dd HH:mm", "（枚举值：a、b…", "如果\"是，'“", "1-(2,x)\n- 3：y", "正则^a$", "单位(秒", "第一页默认第", "默认'", "以为单位", "[1,2)", "以\",\"分隔", "\xff1:\xe4"} {
		for kind := ir.Any; kind <= ir.File; kind++ {
			f.Add(s, uint8(kind))
		}
	}
	for _, path := range said(f) {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, line := range lines(archive) {
			f.Add(line.text, uint8(line.kind))
		}
	}
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		file := source.NewFile("page.md", "|"+text+"|")
		span := file.Span(1, 1+len(text))
		r := Mine(ir.Text{Value: text, Span: span}, ir.Kind(kind)%(ir.File+1))
		inside := func(s source.Span) {
			if s.File != file || s.Start < span.Start || s.End > span.End || s.End < s.Start {
				t.Errorf("place %d..%d is outside", s.Start, s.End)
			}
		}
		for _, x := range []*ir.Text{r.Default, r.Pattern, r.Layout, r.Unit, r.When, r.Deprecated} {
			if x != nil {
				inside(x.Span)
			}
		}
		if r.Enum != nil {
			inside(r.Enum.Span)
			for _, v := range r.Enum.Values {
				inside(v.Value.Span)
				if v.Label.Value != "" {
					inside(v.Label.Span)
				}
			}
		}
		for _, b := range []*Bound{r.Min, r.Max} {
			if b != nil {
				inside(b.Span)
			}
		}
		for _, c := range []*Count{r.MinLength, r.MaxLength, r.MinBytes, r.MaxBytes, r.MinItems, r.MaxItems} {
			if c != nil {
				inside(c.Span)
			}
		}
		if r.Decimals != nil {
			inside(r.Decimals.Span)
		}
		if r.Characters != nil {
			inside(r.Characters.Span)
		}
		for _, a := range []*Affix{r.Prefix, r.Suffix} {
			if a == nil {
				continue
			}
			inside(a.Span)
			for _, t := range a.Texts {
				inside(t.Span)
			}
		}
		if r.Format != "" {
			inside(r.FormatAt)
		}
		if r.Presence != ir.Unstated {
			inside(r.PresenceAt)
		}
	})
}
