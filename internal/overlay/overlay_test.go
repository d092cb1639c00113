package overlay

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/gotest"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// TestApply: each case is a configuration for testdata/page.md. What it says and which lines of the document it changes is
// expected.
func TestApply(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			doc, before := page(t), dumped(page(t))
			diags := apply(t, doc, string(archive.Files[0].Data))
			got := said(diags) + "\n" + changedLines(before, dumped(doc))
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 {
				t.Fatal("nothing is expected; run with -update")
			}
			if d := cmp.Diff(string(archive.Files[1].Data), got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// TestRules: every rule's Before has the mistake and its After has not.
func TestRules(t *testing.T) {
	for _, rule := range Rules {
		has := func(text string) bool {
			diags := apply(t, page(t), text)
			return slices.ContainsFunc(diags, func(d *source.Diagnostic) bool { return d.Rule == rule })
		}
		for _, d := range apply(t, page(t), rule.Before) {
			if text := d.Message.ZH + d.Message.EN + d.Help.ZH + d.Help.EN; strings.Contains(text, "%!") {
				t.Error(text)
			}
		}
		if !has(rule.Before) || has(rule.After) {
			t.Errorf("%s: before %v, after %v", rule.Code, has(rule.Before), has(rule.After))
		}
	}
}

func page(t *testing.T) *ir.Document {
	t.Helper()
	text, err := os.ReadFile("testdata/page.md")
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := parser.Parse([]*source.File{source.NewFile("page.md", string(text))}, parser.Options{})
	return doc
}

func apply(t *testing.T, doc *ir.Document, text string) source.Diagnostics {
	t.Helper()
	c, diags := config.Read(source.NewFile(config.Name, text))
	if len(diags) > 0 {
		t.Fatal(diags[0].Message.EN)
	}
	return Apply(doc, c)
}

func dumped(doc *ir.Document) []string {
	var b bytes.Buffer
	ir.Dump(&b, doc)
	return strings.Split(strings.TrimSpace(b.String()), "\n")
}

// said lists diagnostics with the text that each marks.
func said(diags source.Diagnostics) string {
	var b strings.Builder
	for _, d := range diags {
		fmt.Fprintf(&b, "%d %s %s: ‘%s’ %s\n", d.Span.Line(), d.Severity, d.Rule.Code, d.Span.Text(), d.Message.ZH)
	}
	return b.String()
}

// changedLines are the lines that went, and those that came.
func changedLines(before, after []string) string {
	var b strings.Builder
	for _, l := range before {
		if !slices.Contains(after, l) {
			b.WriteString("-" + l + "\n")
		}
	}
	for _, l := range after {
		if !slices.Contains(before, l) {
			b.WriteString("+" + l + "\n")
		}
	}
	return b.String()
}

// TestGenerated: what is generated from a corrected document compiles, and reads the samples of the page.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := gotest.New(t)
	for _, name := range []string{"types", "fields", "drop", "choose"} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		doc := page(t)
		apply(t, doc, string(archive.Files[0].Data))
		made, _, err := generator.Generate(doc, generator.Options{Package: name, Tests: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range made.Files {
			m.Write(name+"/"+f.Name, f.Content)
		}
	}
	m.Go("vet", "./...")
	m.Go("test", "./...")
}
