package parser

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// unifying are the rules that speak of what several pages repeat.
var unifying = []*source.Rule{sharedTypeMerged, sharedTypeDiffers, sharedTypeUnrelated, sharedTypeAmbiguous, endpointCopied}

// unified is what became of types and routes, and what was said of that.
func unified(doc *ir.Document, diags source.Diagnostics) string {
	var b strings.Builder
	for _, d := range diags {
		if slices.Contains(unifying, d.Rule) {
			fmt.Fprintf(&b, "%s %s: %s\n  at %s\n", d.Severity, d.Rule.Code, d.Message.EN, paged(d.Span))
			for _, r := range d.Related {
				fmt.Fprintf(&b, "  also %s: %s\n", paged(r.Span), r.Message.EN)
			}
		}
	}
	var dump bytes.Buffer
	ir.Dump(&dump, &ir.Document{Types: doc.Types})
	b.WriteString(dump.String())
	for _, e := range doc.Endpoints {
		fmt.Fprintf(&b, "%s %s (%s)\n", e.Method, e.Path, e.Span.File.Path)
		for _, r := range e.Responses {
			for _, f := range ir.Fields(r.Type) {
				if ref, ok := f.Type.(*ir.Ref); ok {
					fmt.Fprintf(&b, "  %s is the %s of %s\n", f.Name, ref.Target.Name, ref.Target.Span.File.Path)
				}
			}
		}
	}
	return b.String()
}

func paged(s source.Span) string { return s.File.Path + ":" + placed(s) }

func TestUnify(t *testing.T) { cases(t, "unify", unified) }

// TestUnifyInAnyOrder: the order in which pages are given has no part in what becomes of them.
func TestUnifyInAnyOrder(t *testing.T) {
	paths, err := filepath.Glob("testdata/unify/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var pages []*source.File
		for _, f := range archive.Files {
			if f.Name != "want" {
				pages = append(pages, source.NewFile(f.Name, string(f.Data)))
			}
		}
		one := settled(Parse(pages, Options{}))
		slices.Reverse(pages)
		if diff := cmp.Diff(one, settled(Parse(pages, Options{}))); diff != "" {
			t.Errorf("%s, in the other order (-one +other)\n%s", path, diff)
		}
	}
}

// settled is unified with its lines sorted: the document has its pages in the order in which they were given.
func settled(doc *ir.Document, diags source.Diagnostics) string {
	slices.SortStableFunc(doc.Types, func(a, b *ir.TypeDecl) int { return byPlace(a.Span, b.Span) })
	slices.SortStableFunc(doc.Endpoints, func(a, b *ir.Endpoint) int { return byPlace(a.Span, b.Span) })
	return unified(doc, diags)
}
