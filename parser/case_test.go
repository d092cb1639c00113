package parser

import (
	"bytes"
	"flag"
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

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// cases runs the pages of a folder of testdata: the files of each archive are the pages, the last is what show makes of them.
func cases(t *testing.T, folder string, show func(*ir.Document, source.Diagnostics) string) {
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
			want, known := "", false
			for _, f := range archive.Files {
				if f.Name == "want" {
					want, known = string(f.Data), true
				} else {
					pages = append(pages, source.NewFile(f.Name, string(f.Data)))
				}
			}
			got := show(Parse(pages, Options{}))
			if *update {
				archive.Files = append(archive.Files[:len(pages)], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if !known {
				t.Fatal("nothing is expected; run with -update")
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestCompare(t *testing.T) { cases(t, "compare", dumped) }

// TestMinedRules: what several texts say of one field, and what a sample shows against it.
func TestMinedRules(t *testing.T) { cases(t, "rules", dumped) }

// TestTables: what becomes of tables that stand in an odd place or have something wrong with them.
func TestTables(t *testing.T) { cases(t, "tables", dumped) }

// dumped shows the diagnostics and the whole document.
func dumped(doc *ir.Document, diags source.Diagnostics) string {
	var dump bytes.Buffer
	ir.Dump(&dump, doc)
	return diagnosed(diags) + "\n" + dump.String()
}

func TestSecrets(t *testing.T) {
	cases(t, "secret", func(doc *ir.Document, diags source.Diagnostics) string {
		var b strings.Builder
		b.WriteString(diagnosed(diags))
		for _, s := range doc.Secrets {
			fmt.Fprintf(&b, "masked %s\n", placed(s))
		}
		for _, e := range doc.Endpoints {
			for _, s := range e.Samples {
				fmt.Fprintf(&b, "sample %s\n", shownJSON(s.JSON))
			}
		}
		ir.Walk(doc, func(n ir.Node) {
			if f, ok := n.Of.(*ir.Field); ok && (n.Part == "default" || n.Part == "example") {
				fmt.Fprintf(&b, "%s %s %s\n", n.Part, f.Name.Value, f.Shown(&n.Text))
			}
		})
		return b.String()
	})
}

// diagnosed writes each diagnostic with what its places mark.
func diagnosed(diags source.Diagnostics) string {
	var b strings.Builder
	for _, d := range diags {
		fmt.Fprintf(&b, "%s %s: %s\n  at %s\n", d.Severity, d.Rule.Code, d.Message.EN, placed(d.Span))
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  also %s: %s\n", placed(r.Span), r.Message.EN)
		}
	}
	return b.String()
}

func placed(s source.Span) string {
	p := s.Position()
	return fmt.Sprintf("%d:%d %q", p.Line, p.Column, s.Text())
}

// shownJSON writes a value as it may be shown.
func shownJSON(j *ir.JSON) string {
	var parts []string
	switch j.Kind {
	case ir.ObjectKind:
		for _, m := range j.Members {
			parts = append(parts, m.Name.Value+": "+shownJSON(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case ir.ArrayKind:
		for _, e := range j.Elems {
			parts = append(parts, shownJSON(e))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case ir.String:
		return fmt.Sprintf("%q", j.Shown())
	}
	return j.Shown()
}
