package generator

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// enumLines are the lines of generated code that declare an enumeration or one of its constants, and the comment above a type.
var enumLines = regexp.MustCompile(`(?m)^(// .*\n(// .*\n)*)?type .*\n|^\t\w+ +\w+ += .*\n`)

// TestComments: what the comments of enumerations say.
func TestComments(t *testing.T) {
	paths, err := filepath.Glob("testdata/comments/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		page := archive.Files[0]
		doc, _ := parser.Parse([]*source.File{source.NewFile(page.Name, string(page.Data))}, parser.Options{})
		got := enumDeclarations(t, doc)
		if *update {
			archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if len(archive.Files) < 2 {
			t.Fatalf("%s: nothing is expected; run with -update", path)
		}
		if d := cmp.Diff(string(archive.Files[1].Data), got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", path, d)
		}
	}
}

func enumDeclarations(t *testing.T, doc *ir.Document) string {
	t.Helper()
	made, _, err := Generate(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range made.Files {
		if f.Name == "enums_gen.go" {
			return strings.Join(enumLines.FindAllString(string(f.Content), -1), "")
		}
	}
	t.Fatal("there are no enumerations")
	return ""
}
