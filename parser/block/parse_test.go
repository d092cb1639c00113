package block

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "write the results into testdata")

// cases gives the pages in testdata by name.
func cases(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	all := map[string]*txtar.Archive{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[path] = archive
	}
	return all
}

func markdownOf(a *txtar.Archive) string {
	// Blanks at the end of lines and tabs are written visibly, since editors remove them.
	return strings.NewReplacer("␠", " ", "→", "\t").Replace(string(a.Files[0].Data))
}

func TestParse(t *testing.T) {
	for path, archive := range cases(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			got := dump(Parse(source.NewFile("page.md", markdownOf(archive))))
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "blocks", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 {
				t.Fatal("no result; run with -update")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("blocks differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSpans holds every block of every case against the page.
func TestSpans(t *testing.T) {
	for path, archive := range cases(t) {
		f := source.NewFile("page.md", markdownOf(archive))
		blocks, diags := Parse(f)
		if problem := checkSpans(f, blocks, diags); problem != "" {
			t.Errorf("%s: %s", path, problem)
		}
	}
}

// TestFixes applies all fixes of a case: what they mend must not be reported again, and the words must stay the same.
func TestFixes(t *testing.T) {
	for path, archive := range cases(t) {
		f := source.NewFile("page.md", markdownOf(archive))
		blocks, diags := Parse(f)
		var edits []source.Edit
		fixed := map[string]bool{}
		for _, d := range diags {
			if d.Fix != nil {
				edits = append(edits, d.Fix.Edits...)
				fixed[d.Rule.Code] = true
			}
		}
		again, left := Parse(source.NewFile("page.md", source.Apply(f, edits)))
		for _, d := range left {
			if d.Fix != nil {
				t.Errorf("%s: after its fix still %s at %q", path, d.Rule.Code, d.Span.Text())
			}
		}
		if diff := cmp.Diff(words(blocks), words(again)); len(fixed) > 0 && diff != "" {
			t.Errorf("%s: fixes change the page (-before +after):\n%s", path, diff)
		}
	}
}

func words(blocks []*Block) (all []string) {
	for _, b := range blocks {
		if b.Table == nil {
			all = append(all, b.Span.Text())
			continue
		}
		for _, r := range rowsOf(b.Table) {
			for _, c := range r.Cells {
				all = append(all, c.Span.Text())
			}
		}
	}
	return all
}

func rowsOf(t *Table) []*Row {
	if t.Header == nil {
		return t.Rows
	}
	return append([]*Row{t.Header}, t.Rows...)
}

// TestNothingIsLost looks for every visible word of the cases in the blocks and cells. Lines that are not to be seen are
// named in the case's comment.
func TestNothingIsLost(t *testing.T) {
	for path, archive := range cases(t) {
		f := source.NewFile("page.md", markdownOf(archive))
		blocks, _ := Parse(f)
		taken := []byte(f.Text)
		for _, b := range blocks {
			blank(taken, b.Whole, b.Table)
		}
		hidden := strings.Split(strings.TrimSpace(string(archive.Comment)), "\nhidden: ")[1:]
		for i, rest := range strings.Split(string(taken), "\n") {
			if says(rest) && !slices.Contains(hidden, strings.TrimSpace(f.Line(i+1))) {
				t.Errorf("%s: line %d: %q is in no block", path, i+1, rest)
			}
		}
	}
}

// says reports whether a text has a letter or digit outside of tags.
func says(s string) bool {
	for s != "" {
		if t, ok := readTag(s); s[0] == '<' && ok {
			s = s[t.length:]
			continue
		}
		if n, _ := blankAt(s); n > 0 {
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		s = s[n:]
	}
	return false
}

// blank overwrites what a block says: all of it, or the cells and the delimiter row of a table.
func blank(taken []byte, whole source.Span, table *Table) {
	spans := []source.Span{whole}
	if table != nil {
		spans = []source.Span{table.Delimiter}
		for _, r := range rowsOf(table) {
			for _, c := range r.Cells {
				spans = append(spans, c.Span)
			}
		}
	}
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			if taken[i] != '\n' {
				taken[i] = ' '
			}
		}
	}
}

func TestRules(t *testing.T) {
	for _, r := range Rules {
		codes := func(page string) (codes []string) {
			_, diags := Parse(source.NewFile("page.md", page))
			for _, d := range diags {
				codes = append(codes, d.Rule.Code)
			}
			return codes
		}
		if got := codes(r.Before); len(got) != 1 || got[0] != r.Code {
			t.Errorf("%s: its own example gives %v", r.Code, got)
		}
		if got := codes(r.After); len(got) != 0 {
			t.Errorf("%s: its mended example gives %v", r.Code, got)
		}
	}
}

// checkSpans says what is wrong with the places of blocks, "" if nothing is.
func checkSpans(f *source.File, blocks []*Block, diags source.Diagnostics) string {
	inside := func(s, outer source.Span) bool {
		return s.File == f && s.Start >= outer.Start && s.End <= outer.End && s.Start <= s.End
	}
	all := f.Span(0, len(f.Text))
	end := 0
	for _, b := range blocks {
		switch {
		case !inside(b.Whole, all) || !inside(b.Span, b.Whole):
			return "block outside: " + dumpBlock(b)
		case b.Whole.Start < end:
			return "blocks overlap: " + dumpBlock(b)
		case b.Kind <= Heading && (b.Span.Trim() != b.Span || strings.Contains(b.Span.Text(), "\n") || b.Span.Text() == ""):
			return "text not trimmed, of several lines or empty: " + dumpBlock(b)
		case (b.Kind == TableBlock) != (b.Table != nil):
			return "table without its rows: " + dumpBlock(b)
		}
		end = b.Whole.End
		if b.Table != nil {
			if problem := checkTable(b, inside); problem != "" {
				return problem + ": " + dumpBlock(b)
			}
		}
	}
	for _, d := range diags {
		if !inside(d.Span, all) || d.Span.Start == d.Span.End {
			return "diagnostic outside or nowhere: " + d.Rule.Code
		}
	}
	return ""
}

func checkTable(b *Block, inside func(s, outer source.Span) bool) string {
	end := b.Span.Start
	for _, r := range rowsOf(b.Table) {
		if !inside(r.Span, b.Span) || r.Span.Start < end {
			return "row outside or out of order"
		}
		end = r.Span.End
		at := r.Span.Start
		for _, c := range r.Cells {
			if c.Covered {
				continue
			}
			if !inside(c.Span, r.Span) || c.Span.Start < at || c.Span.Trim() != c.Span || c.Indent < 0 {
				return "cell outside, out of order or not trimmed"
			}
			at = c.Span.End
		}
	}
	return ""
}

func FuzzParse(f *testing.F) {
	for _, archive := range cases(f) {
		f.Add(markdownOf(archive))
	}
	f.Fuzz(func(t *testing.T, page string) {
		file := source.NewFile("page.md", strings.ToValidUTF8(page, "\ufffd"))
		blocks, diags := Parse(file)
		if problem := checkSpans(file, blocks, diags); problem != "" {
			t.Fatal(problem)
		}
		for _, b := range blocks {
			i := Read(b.Span)
			if s := i.Span(0, len(i.Text)); s.Start < b.Span.Start || s.End > b.Span.End {
				t.Fatalf("inline text outside of %q", b.Span.Text())
			}
		}
	})
}

func BenchmarkPage(b *testing.B) {
	for path, archive := range cases(b) {
		if !strings.Contains(path, "endpoint") {
			continue
		}
		page := markdownOf(archive)
		b.Run("wenma", func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				Parse(source.NewFile("page.md", page))
			}
		})
		b.Run("goldmark", func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(page)))
			md := goldmark.New(goldmark.WithExtensions(extension.GFM))
			for b.Loop() {
				md.Parser().Parse(text.NewReader([]byte(page)))
			}
		})
	}
}

// BenchmarkHostile shows whether the time grows with the size or faster: MB/s must stay about the same down the list.
func BenchmarkHostile(b *testing.B) {
	for name, page := range hostile {
		for _, size := range []int{250_000, 1_000_000} {
			text := page(size)
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Parse(source.NewFile("page.md", text))
				}
			})
		}
	}
}

func repeated(unit string) func(int) string {
	return func(size int) string { return strings.Repeat(unit, size/len(unit)) }
}

var hostile = map[string]func(int) string{
	"bars":           repeated("|"),
	"wide-bars":      repeated("｜"),
	"bar-lines":      repeated("|a|b|\n"),
	"headers":        repeated("a|b\n-|-\n\n"),
	"row-cells":      func(n int) string { return "|a|b|\n|-|-|\n" + strings.Repeat("|`x", n/3) },
	"row-code":       func(n int) string { return "|a|b|\n|-|-|\n|" + strings.Repeat("\\``|", n/4) },
	"dashes":         repeated("---"),
	"dash-lines":     repeated("|---|\n"),
	"quotes":         repeated(">"),
	"quote-lines":    repeated(">>>>>>>>>>>> a\n"),
	"lists":          repeated("- "),
	"mixed-lists":    repeated("- + * 1. "),
	"list-stairs":    stairs,
	"list-blank":     func(n int) string { return strings.Repeat("- ", 40) + "a" + strings.Repeat("\n", n) },
	"one-line":       repeated("字段 a|b "),
	"spaces":         repeated("  "),
	"fences":         repeated("```\n"),
	"fence-infos":    repeated("```json\n"),
	"fence-both":     repeated("```\n## a\n~~~ x\n"),
	"fence-lengths":  repeated("```\n````\n`````\n``````\n"),
	"comments":       repeated("<!--\n"),
	"tables":         repeated("<table>\n"),
	"table-last":     func(n int) string { return strings.Repeat("<table>\n", n/8) + "</table>" },
	"table-line":     repeated("<table><tr><td>"),
	"table-spans":    func(n int) string { return "<table>" + strings.Repeat("<tr><td rowspan=999 colspan=99>", n/31) },
	"table-headings": repeated("<table>\n# a\n"),
	"pres":           repeated("<pre>\n"),
	"scripts":        repeated("<script>\n<style>\n"),
	"tags":           repeated("<a <b <div "),
	"headings":       repeated("##a\n"),
	"hashes":         repeated("#"),
	"definitions":    repeated("[a]: /b\n"),
	"brackets":       repeated("["),
	"setext":         repeated("a\n-\n"),
	"json":           repeated("```\n{\"a\":[\n"),
}

func stairs(size int) string {
	var w bytes.Buffer
	for depth := 0; w.Len() < size; depth = (depth + 1) % 60 {
		w.WriteString(strings.Repeat(" ", 2*depth) + "- a\n")
	}
	return w.String()
}
