package generator

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/manypages"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// TestLayoutIsGofmts compares each file with what go/format makes of it, and wants the layout to know almost all of them. The variable
// WENMA_PAGES names a directory with more pages.
func TestLayoutIsGofmts(t *testing.T) {
	var many []*source.File
	for _, p := range manypages.Pages(300) {
		many = append(many, source.NewFile(p.Name, p.Text))
	}
	doc, _ := parser.Parse(many, parser.Options{})
	files, unknown := 0, 0
	compare := func(doc *ir.Document) {
		for _, opts := range []Options{
			{Layout: ByKind, Tests: true, Stubs: &Stubs{}},
			{Layout: ByPage, Tests: true, Stubs: &Stubs{Package: "h", Import: "gen.test/p"}, Optional: OptionalZeros},
		} {
			n, missed := compareLayout(t, doc, opts)
			files, unknown = files+n, unknown+missed
		}
	}
	compare(doc)
	compare(hostile())
	for _, dir := range []string{"../specs", "testdata", os.Getenv("WENMA_PAGES")} {
		for _, page := range pagesIn(t, dir) {
			compare(read(t, page))
		}
	}
	t.Logf("%d of %d files went through go/format", unknown, files)
	if unknown > files/500 {
		t.Error("the layout does not know what the templates print")
	}
}

func pagesIn(t *testing.T, dir string) []string {
	t.Helper()
	var pages []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".md") {
			pages = append(pages, path)
		}
		return err
	})
	if err != nil && dir != "" {
		t.Fatal(err)
	}
	return pages
}

// compareLayout compares what the layout makes of a package's files with what go/format does, and counts those it does not know.
func compareLayout(t testing.TB, doc *ir.Document, opts Options) (files, unknown int) {
	t.Helper()
	opts.Package = "p"
	p, _, err := Decide(doc, opts)
	if p.planner == nil {
		return 0, 0
	}
	if err != nil {
		t.Fatal(err)
	}
	all := p.artefacts()
	for i := range all {
		a := &all[i]
		got, ok := templates.Layout(notLaidOut(t, a))
		if !ok {
			unknown++
			continue
		}
		var want bytes.Buffer
		if err := a.build().Render(&want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%s (-gofmt +layout):\n%s", a.name, diff)
		}
	}
	return len(all), unknown
}

// artefacts are all files but the runtime.
func (p *Plan) artefacts() []artefact {
	all := append(p.byKind(p.part), p.unread(p.part)...)
	for _, of := range p.pages {
		all = append(all, p.filesOf(of)...)
	}
	return all
}

// notLaidOut is a file as it is rendered, before it is laid out.
func notLaidOut(t testing.TB, a *artefact) []byte {
	t.Helper()
	var b bytes.Buffer
	f := a.build()
	f.NoFormat = true
	if err := f.Render(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
