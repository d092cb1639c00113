package apidiff_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "write the expected results anew")

// pair is two states of a page.
type pair struct {
	path     string
	archive  *txtar.Archive
	old, new *ir.Document
}

func pairs(t *testing.T) map[string]*pair {
	t.Helper()
	files, err := filepath.Glob("testdata/pairs/*.txtar")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d pairs, %v", len(files), err)
	}
	out := map[string]*pair{}
	for _, path := range files {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := map[string]string{}
		for _, f := range archive.Files {
			text[f.Name] = string(f.Data)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".txtar")] = &pair{path, archive, read(t, "old.md", text["old.md"]), read(t, "new.md", text["new.md"])}
	}
	return out
}

// read is the document of a page, which has at least one endpoint.
func read(t *testing.T, name, text string) *ir.Document {
	t.Helper()
	doc := parsed(t, name, text)
	if len(doc.Endpoints) == 0 {
		t.Fatalf("%s has no endpoint:\n%s", name, text)
	}
	return doc
}

func parsed(t *testing.T, name, text string) *ir.Document {
	t.Helper()
	file, _ := parser.Decode(name, []byte(text))
	if file == nil {
		t.Fatalf("%s is no text", name)
	}
	doc, _ := parser.Parse([]*source.File{file}, parser.Options{})
	return doc
}

// TestPairs: each txtar holds two states of a page and what is said of them, in both languages; as Markdown too where it has want.md.
func TestPairs(t *testing.T) {
	for name, p := range pairs(t) {
		t.Run(name, func(t *testing.T) {
			changes := apidiff.Diff(apidiff.Of(p.old), apidiff.Of(p.new))
			var said strings.Builder
			apidiff.Text(&said, changes, source.Chinese)
			said.WriteByte('\n')
			apidiff.Text(&said, changes, source.English)
			p.compare(t, "want.txt", said.String())
			if p.has("want.md") {
				said.Reset()
				apidiff.Markdown(&said, changes, source.Chinese)
				said.WriteString("\n---\n\n")
				apidiff.Markdown(&said, changes, source.English)
				p.compare(t, "want.md", said.String())
			}
		})
	}
}

func (p *pair) has(name string) bool {
	return slices.ContainsFunc(p.archive.Files, func(f txtar.File) bool { return f.Name == name })
}

func (p *pair) compare(t *testing.T, name, got string) {
	t.Helper()
	for i, f := range p.archive.Files {
		if f.Name != name {
			continue
		}
		if *update {
			p.archive.Files[i].Data = []byte(got)
			p.write(t)
		} else if d := cmp.Diff(string(f.Data), got); d != "" {
			t.Errorf("%s differs (-want +got):\n%s", p.path, d)
		}
		return
	}
	if !*update {
		t.Fatalf("%s has no %s", p.path, name)
	}
	p.archive.Files = append(p.archive.Files, txtar.File{Name: name, Data: []byte(got)})
	p.write(t)
}

func (p *pair) write(t *testing.T) {
	if err := os.WriteFile(p.path, txtar.Format(p.archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSnapshots: what a snapshot of a page says is what the page says.
func TestSnapshots(t *testing.T) {
	for name, p := range pairs(t) {
		for _, doc := range []*ir.Document{p.old, p.new} {
			pages := apidiff.Of(doc)
			back, err := apidiff.ParseLines(pages.Lines())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, c := range append(apidiff.Diff(pages, back), apidiff.Diff(back, pages)...) {
				t.Errorf("%s: the snapshot says otherwise: %s %s %s>%s", name, c.Kind, c.Path, c.From, c.To)
			}
		}
	}
}
