package specs

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// setsFolder has folders of pages that make one API together.
const setsFolder = "sets"

// TestSets reads the pages of each set as the command does, in the order of their names.
func TestSets(t *testing.T) {
	folders, err := os.ReadDir(setsFolder)
	if err != nil || len(folders) == 0 {
		t.Fatalf("no sets: %v", err)
	}
	for _, folder := range folders {
		t.Run(folder.Name(), func(t *testing.T) {
			dir := path.Join(setsFolder, folder.Name())
			doc, diags := parser.Parse(readSet(t, dir), parser.Options{})
			var tree, said, export bytes.Buffer
			ir.Dump(&tree, doc)
			golden(t, dir+"/SET.ir.txt", tree.String())
			report.Text(&said, diags, report.Options{Lang: source.Chinese, Verbose: true})
			golden(t, dir+"/SET.diagnostics.txt", said.String())
			if err := openapi.Export(doc).YAML(&export); err != nil {
				t.Fatal(err)
			}
			golden(t, dir+"/SET.openapi.yaml", export.String())
		})
	}
}

func readSet(t *testing.T, dir string) (files []*source.File) {
	t.Helper()
	pages, err := filepath.Glob(dir + "/*.md")
	if err != nil || len(pages) < 2 {
		t.Fatalf("%s has %d pages", dir, len(pages))
	}
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, source.NewFile(path.Base(filepath.ToSlash(page)), string(raw)))
	}
	return files
}
