package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// TestDescriptions shows what is said of endpoints and of the fields in their answers.
func TestDescriptions(t *testing.T) {
	cases(t, "description", func(doc *ir.Document, _ source.Diagnostics) string {
		var b strings.Builder
		for _, e := range doc.Endpoints {
			fmt.Fprintf(&b, "%s %s: %q %q\n", e.Method.Value, e.Path.Value, e.Title.Value, e.Doc.Value)
			for _, r := range e.Responses {
				for _, f := range ir.Fields(r.Type) {
					fmt.Fprintf(&b, "  %s: %q\n", f.Name.Value, f.Doc.Value)
				}
			}
		}
		return b.String()
	})
}
