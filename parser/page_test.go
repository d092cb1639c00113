package parser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// specPages are the project's own pages.
func specPages(tb testing.TB) []*source.File {
	paths, err := filepath.Glob("../specs/*/*.md")
	if err != nil || len(paths) < 20 {
		tb.Fatalf("%d pages, %v", len(paths), err)
	}
	return readAll(tb, paths)
}

// otherPages are those under the folder that WENMA_PAGES names, for trying the parser on pages that people wrote.
func otherPages(tb testing.TB) []*source.File {
	dir := os.Getenv("WENMA_PAGES")
	if dir == "" {
		tb.Skip("WENMA_PAGES names no folder of pages")
	}
	var paths []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".md") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return readAll(tb, paths)
}

func readAll(tb testing.TB, paths []string) []*source.File {
	var files []*source.File
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		if f, _ := Decode(filepath.ToSlash(path), raw); f != nil {
			files = append(files, f)
		}
	}
	return files
}

// TestEveryRowIsAccountedFor: each row of each table is in the document or in a diagnostic.
func TestEveryRowIsAccountedFor(t *testing.T) {
	rows := 0
	for _, f := range specPages(t) {
		rows += accountFor(t, f)
	}
	if rows < 700 {
		t.Errorf("only %d rows were looked at", rows)
	}
}

func TestEveryRowOfOtherPagesIsAccountedFor(t *testing.T) {
	for _, f := range otherPages(t) {
		accountFor(t, f)
	}
}

// accountFor looks for the rows of a page itself, without the parser's own account. Tables that list endpoints, or have no fields, need
// not be used.
func accountFor(t *testing.T, f *source.File) (rows int) {
	doc, diags := Parse([]*source.File{f}, Options{})
	var places []source.Span
	ir.Walk(doc, func(n ir.Node) { places = append(places, n.Text.Span) })
	whole := map[int]bool{} // tables that are reported as a whole, by the start of their header
	for _, d := range diags {
		places = append(places, d.Span)
		if d.Rule == tableNotUsed || d.Rule == fieldsNotUsed {
			whole[d.Span.Start] = true
		}
	}
	blocks, _ := block.Parse(f)
	for _, b := range blocks {
		if b.Table == nil || b.Table.Header != nil && whole[b.Table.Header.Span.Trim().Start] || len(b.Table.Rows) > 0 && whole[b.Table.Rows[0].Span.Trim().Start] {
			continue
		}
		if kind := newReader(Options{}).readTable(b.Table).kind; kind == callTable || kind == otherTable {
			continue
		}
		for _, row := range b.Table.Rows {
			rows++
			named := slices.ContainsFunc(places, func(s source.Span) bool {
				return s.File == f && s.Start >= row.Span.Start && s.Start < row.Span.End
			})
			if !named && says(row, b.Table) {
				t.Errorf("%s:%d: the row %q is neither in the document nor in a diagnostic", f.Path, row.Span.Line(), row.Span.Text())
			}
		}
	}
	return rows
}

// says reports whether a row says anything that is not understood: letters or digits, and not the header's over again.
func says(row *block.Row, t *block.Table) bool {
	if t.Header != nil && strings.ReplaceAll(row.Span.Text(), " ", "") == strings.ReplaceAll(t.Header.Span.Text(), " ", "") {
		return false
	}
	r := newReader(Options{})
	if cells := row.Texts(); r.knownHeads(cells) == len(cells) {
		return false // the real header, below a title row
	}
	read := r.readTable(t)
	return !r.empty(read, row) && !r.knownFact(read, row)
}

func FuzzParse(f *testing.F) {
	for _, page := range specPages(f) {
		f.Add(page.Text)
	}
	for _, rule := range Rules {
		f.Add(frame(rule.Before))
	}
	archives, _ := filepath.Glob("testdata/*/*.txtar")
	for _, path := range archives {
		if archive, err := txtar.ParseFile(path); err == nil {
			f.Add(string(archive.Files[0].Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("page.md", text)
		doc, diags := Parse([]*source.File{file}, Options{})
		inside := func(s source.Span) {
			if s.Known() && (s.Start < 0 || s.End > len(text) || s.Start > s.End) {
				t.Errorf("span %d-%d is outside of the page", s.Start, s.End)
			}
		}
		ir.Walk(doc, func(n ir.Node) { inside(n.Text.Span) })
		for _, d := range diags {
			inside(d.Span)
		}
	})
}

func BenchmarkSeed(b *testing.B) {
	files := readAll(b, []string{"../specs/op/getChatInfo.md"})
	b.SetBytes(int64(len(files[0].Text)))
	for b.Loop() {
		Parse(files, Options{})
	}
}

// BenchmarkHostile shows whether work stays linear: each input is given at two sizes, whose times per byte should agree.
func BenchmarkHostile(b *testing.B) {
	head := "## x\n\nPOST /x\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n"
	inputs := map[string]func(n int) string{
		"rows":      func(n int) string { return head + strings.Repeat("|a|int|b|\n", n/10) },
		"wide-cell": func(n int) string { return head + "|a|int|" + strings.Repeat("说", n/3) + "|\n" },
		"deep":      func(n int) string { return head + deepRows(n/40) },
		"endpoints": func(n int) string { return strings.Repeat("## x\n\nPOST /x\n\n", n/15) },
		"types":     func(n int) string { return head + strings.Repeat("|a|List<|b|\n", n/12) },
		"sample":    func(n int) string { return head + "\n```json\n" + strings.Repeat("{\"a\":[", n/6) + "\n```\n" },
		"sections":  func(n int) string { return head + repeated(n/100, "|a%d|object|b|\n") + repeated(n/100, sectionOfOne) },
		"members": func(n int) string {
			return head + repeated(n/50, "|a%d|int|b|\n") + "\n```json\n{" + repeated(n/50, "\"b%d\":1,") + "\"c\":1}\n```\n"
		},
		"brackets": func(n int) string { return "# x\n\n" + strings.Repeat("[", n) + "\n" },
		"slashes":  func(n int) string { return "# x\n\n" + strings.Repeat("/.,", n/3) + "\n" },
		"query":    func(n int) string { return "## x\n\nGET /x?a=1" + repeated(n/10, "&b%d=1") + "\n" },
		"servers":  func(n int) string { return repeated(n/50, "## x\n\nPOST http://h%d.example.com/x\n\n") },
		"secrets": func(n int) string {
			return "## x\n\nPOST /x\n\n" + repeated(n/50, "http://a.example.com/b?token=9f3Kq7Zr2LmX8vTb4Wc1Yd6N%06d\n\n")
		},
		"conditions": func(n int) string {
			return "## x\n\nPOST /x\n\n请求参数：\n\n|参数|类型|说明|\n|--|--|--|\n" + repeated(n/40, "|a%d|int|当a%[1]d为1时必填|\n")
		},
	}
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		for _, size := range []int{1 << 17, 1 << 19} {
			b.Run(fmt.Sprintf("%s/%dK", name, size>>10), func(b *testing.B) {
				files := []*source.File{source.NewFile("x.md", inputs[name](size))}
				b.SetBytes(int64(len(files[0].Text)))
				for b.Loop() {
					Parse(files, Options{})
				}
			})
		}
	}
}

// sectionOfOne is a section of one field, titled after a number.
const sectionOfOne = "\nb%d说明：\n\n|字段|类型|说明|\n|--|--|--|\n|a|int|b|\n"

// repeated writes a piece n times, each with its number in it.
func repeated(n int, piece string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, piece, i)
	}
	return b.String()
}

func deepRows(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("|" + strings.Repeat("»", i%30) + "a|object|b|\n")
	}
	return b.String()
}

func BenchmarkOtherPages(b *testing.B) {
	files := otherPages(b)
	for b.Loop() {
		for _, f := range files {
			Parse([]*source.File{f}, Options{})
		}
	}
}
