package specs

import (
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
)

// TestNamesAreAddresses: on each page, what a type, an operation or a field is called in the table of names leads to it.
func TestNamesAreAddresses(t *testing.T) {
	seen := 0
	for _, path := range pages(t) {
		doc, _ := parse(t, path)
		made, _, err := generator.Generate(doc, generator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		book := address.NewBook(doc, nil)
		for _, n := range made.Names {
			if n.Kind != generator.TypeName && n.Kind != generator.OperationName && n.Kind != generator.FieldName {
				continue
			}
			seen++
			if !leadsTo(book.Find(n.Key), n.Of) {
				t.Errorf("%s: %s %q leads elsewhere", path, n.Kind, n.Key)
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d names", seen)
	}
}

func leadsTo(nodes []address.Node, of any) bool {
	for _, n := range nodes {
		switch of := of.(type) {
		case *ir.Endpoint:
			if n.Endpoint == of && n.Slot == nil {
				return true
			}
		case *ir.TypeDecl:
			if n.Decl == of {
				return true
			}
		case *ir.Field:
			if n.Field == of && !n.Element {
				return true
			}
		}
	}
	return false
}
