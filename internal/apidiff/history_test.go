package apidiff_test

import (
	"testing"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// site makes a document of pages, by their paths.
func site(t *testing.T, pages ...[2]string) *ir.Document {
	t.Helper()
	var files []*source.File
	for _, p := range pages {
		file, _ := parser.Decode(p[0], []byte(p[1]))
		files = append(files, file)
	}
	doc, _ := parser.Parse(files, parser.Options{})
	return doc
}

// kept is a page that keeps a history: an endpoint with rows of answers, and rows of the history.
func kept(path, fields, history string) string {
	return "# 查询\n\nGET " + path + "\n\n返回参数：\n\n|参数|类型|\n|--|--|\n" + fields + "\n## 变更记录\n\n|版本|日期|更新内容|\n|--|--|--|\n" + history
}

const (
	first  = "|1.0|2024-01-02|初版|\n"
	second = "|1.1|2024-02-03|改了返回|\n"
)

func TestUnrecorded(t *testing.T) {
	type page = [2]string
	a := func(dir, fields, history string) page { return page{dir + "/a.md", kept("/a", fields, history)} }
	b := func(dir, fields, history string) page { return page{dir + "/b.md", kept("/b", fields, history)} }
	plain := func(dir, fields string) page {
		return page{dir + "/plain.md", "# 普通\n\nGET /plain\n\n返回参数：\n\n|参数|类型|\n|--|--|\n" + fields}
	}
	pair := func(dir string) page {
		return page{dir + "/a.md", "# 两个\n\n## 另一个\n\nGET /also\n\n返回参数：\n\n|参数|类型|\n|--|--|\n|z|int|\n\n#" + kept("/a", "|x|int|\n", first)}
	}
	two, one, other := "|x|int|\n|y|int|\n", "|x|int|\n", "|x|string|\n"
	for _, c := range []struct {
		name     string
		old, new []page
		want     string // the pages that are reported
	}{
		{"nothing changed", []page{a("docs", two, first)}, []page{a("docs", two, first)}, ""},
		{"a field changed", []page{a("docs", one, first)}, []page{a("docs", other, first)}, "docs/a.md"},
		{"a field is gone", []page{a("docs", two, first)}, []page{a("docs", one, first)}, "docs/a.md"},
		{"an endpoint is gone", []page{pair("old"), plain("old", one)}, []page{a("new", one, first), plain("new", one)}, "new/a.md"},
		{"and it was recorded", []page{a("docs", two, first)}, []page{a("docs", one, first+second)}, ""},
		{"the last row is another", []page{a("docs", two, first)}, []page{a("docs", one, second)}, ""},
		{"two directories", []page{a("old", one, first)}, []page{a("new", other, first)}, "new/a.md"},
		{"another page's row", []page{a("docs", one, first), b("docs", one, first+second)}, []page{a("docs", other, first+second), b("docs", one, first+second)}, ""},
		{"a row on another page", []page{a("docs", one, first), b("docs", one, first)}, []page{a("docs", other, first), b("docs", one, first+second)}, "docs/a.md"},
		{"both pages", []page{a("docs", one, first), b("docs", one, first)}, []page{a("docs", other, first), b("docs", other, first)}, "docs/a.md docs/b.md"},
		{"the page has another name", []page{a("docs", one, first)}, []page{{"docs/c.md", kept("/a", other, first)}}, "docs/c.md"},
		{"a page without a history changed", []page{a("docs", one, first), plain("docs", one)}, []page{a("docs", one, first), plain("docs", other)}, ""},
		{"a page without a history is gone", []page{a("docs", one, first), plain("docs", one)}, []page{a("docs", one, first)}, ""},
		{"the history is new", []page{plain("docs", one), a("docs", one, first)}, []page{plain("docs", one), a("docs", one, first), b("docs", one, first)}, ""},
	} {
		from, to := site(t, c.old...), site(t, c.new...)
		got := ""
		for _, d := range apidiff.Unrecorded(from, to, apidiff.Diff(apidiff.Of(from), apidiff.Of(to))) {
			if got != "" {
				got += " "
			}
			got += d.Span.File.Path
		}
		if got != c.want {
			t.Errorf("%s: %q is reported, want %q", c.name, got, c.want)
		}
	}
}
