package main

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// TestPagesWithErrors generates from a page on which something was not understood: the rest is written, unless --strict.
func TestPagesWithErrors(t *testing.T) {
	text, err := os.ReadFile("testdata/pages/stock.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	page, found := parser.Decode("stock.md", text)
	doc, more := parser.Parse([]*source.File{page}, parser.Options{})
	found.Add(more...)
	lost := &source.Rule{Code: "lost", Severity: source.Error, Message: source.Message{ZH: "丢失", EN: "lost"}}
	found.Add(lost.At(page.Span(0, 1)))

	for _, strict := range []bool{true, false} {
		var stderr strings.Builder
		a := &app{stdout: io.Discard, stderr: &stderr, getenv: os.Getenv, lang: source.English, progress: newProgress(&stderr, 0)}
		g := &generation{app: a, doc: doc, found: found, flags: genFlags{pkg: "shop", strict: strict}}
		err := g.carryOut()
		if !errors.Is(err, errPages) || a.conclude(err) != statusPages {
			t.Errorf("strict %v: %v, want that the pages have errors", strict, err)
		}
		if !strings.Contains(stderr.String(), "error[lost]: lost\n") {
			t.Errorf("strict %v: the error is not shown:\n%s", strict, stderr.String())
		}
		if _, err := os.Stat("shop"); (err == nil) == strict {
			t.Errorf("strict %v: output written: %v", strict, err == nil)
		}
	}
}
