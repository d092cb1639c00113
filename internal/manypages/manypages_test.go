package manypages_test

import (
	"testing"

	"github.com/wenma/wenma/internal/manypages"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// TestPages: each page documents one endpoint of its own with all its fields, and nothing on it is worth a warning.
func TestPages(t *testing.T) {
	var files []*source.File
	for _, p := range manypages.Pages(160) {
		files = append(files, source.NewFile(p.Name, p.Text))
	}
	doc, diags := parser.Parse(files, parser.Options{})
	if len(doc.Endpoints) != len(files) {
		t.Errorf("%d endpoints on %d pages", len(doc.Endpoints), len(files))
	}
	calls := map[string]bool{}
	for _, e := range doc.Endpoints {
		calls[e.Path.Value] = true
		if e.Body == nil || len(ir.Fields(e.Body.Type)) < 4 || e.Success() == nil || e.Success().Envelope == nil {
			t.Errorf("%s: a part is missing", e.Path.Value)
		}
	}
	if len(calls) != len(files) {
		t.Errorf("%d different paths on %d pages", len(calls), len(files))
	}
	for _, d := range diags {
		if d.Severity > source.Info {
			t.Errorf("%s:%d: %s", d.Span.File.Path, d.Span.Line(), d.Message.EN)
		}
	}
}
