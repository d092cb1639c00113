package openapi_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// Every page of the project exports validly.
func TestPages(t *testing.T) {
	specs := filepath.Join("..", "..", "specs")
	pages := 0
	err := filepath.WalkDir(specs, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".md" {
			return err
		}
		pages++
		t.Run(strings.TrimPrefix(filepath.ToSlash(file), "../../specs/"), func(t *testing.T) {
			mustBeValid(t, openapi.Export(parsed(t, file)))
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 10 {
		t.Errorf("only %d pages were found", pages)
	}
}

func parsed(t *testing.T, file string) *ir.Document {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := parser.Decode(filepath.ToSlash(file), raw)
	if page == nil {
		t.Fatalf("%s is not text", file)
	}
	doc, _ := parser.Parse([]*source.File{page}, parser.Options{})
	return doc
}
