package openapi_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

// many is an API of n endpoints under paths of their own.
func many(n int) *ir.Document {
	user := userType()
	doc := &ir.Document{Types: []*ir.TypeDecl{user}}
	file := shop().Inferred[0].From.File
	for i := range n {
		e := createOrder(user, file)
		e.Path.Value = fmt.Sprintf("/shop/%d/orders", i)
		doc.Endpoints = append(doc.Endpoints, e)
	}
	return doc
}

func BenchmarkJSON(b *testing.B) {
	doc := many(300)
	for b.Loop() {
		_ = openapi.Export(doc).JSON(io.Discard)
	}
}

func BenchmarkYAML(b *testing.B) {
	doc := many(300)
	for b.Loop() {
		_ = openapi.Export(doc).YAML(io.Discard)
	}
}
