package generator

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

const seedPage = "../specs/op/getChatInfo.md"

// read is what the parser makes of a page.
func read(t testing.TB, page string) *ir.Document {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := parser.Parse([]*source.File{source.NewFile(page, string(text))}, parser.Options{})
	return doc
}

// sampleOf is the first fenced block of a page.
func sampleOf(t *testing.T, page string) string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "```\n")[1]
}

// TestGolden compares the package for the page with the one in testdata, which people have read.
func TestGolden(t *testing.T) {
	made, diags, err := Generate(read(t, seedPage), Options{Stubs: &Stubs{Package: "handlers", Import: "gen.test/op"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("%s: %s", d.Rule.Code, d.Message.EN)
	}
	dir := filepath.Join("testdata", "golden", "op")
	if *update {
		writeGolden(t, dir, made.Files)
	}
	left := goldenNames(t, dir)
	for _, f := range made.Files {
		name := goldenName(f)
		delete(left, name)
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(f.Content)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name := range left {
		t.Errorf("%s is no longer generated", name)
	}
}

// goldenName keeps the scaffold apart.
func goldenName(f File) string {
	if f.Kind == Scaffold {
		return filepath.Join("handlers", f.Name)
	}
	return f.Name
}

func writeGolden(t *testing.T, dir string, files []File) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		path := filepath.Join(dir, goldenName(f))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func goldenNames(t *testing.T, dir string) map[string]bool {
	t.Helper()
	names := make(map[string]bool)
	for _, pattern := range []string{"*.go", "*/*.go"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			name, _ := filepath.Rel(dir, path)
			names[name] = true
		}
	}
	return names
}
