package openapi

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// parameters exports an endpoint's parameters, each once. Every placeholder of the path has a parameter, documented or
// not; path parameters for which the path has no place are given apart, since OpenAPI allows none.
func (x *exporter) parameters(e *ir.Endpoint) (placed, unplaced list) {
	names := placeholders(keyOf(e))
	inPath := map[string]bool{}
	for _, n := range names {
		inPath[n] = true
	}
	seen := map[string]bool{}
	for _, f := range e.Params {
		switch id := parameterID(f.In, f.Name.Value); {
		case seen[id]:
		case f.In == ir.InPath && !inPath[f.Name.Value]:
			unplaced = append(unplaced, x.parameter(f))
		default:
			seen[id] = true
			placed = append(placed, x.parameter(f))
		}
	}
	for _, n := range names {
		if !seen[parameterID(ir.InPath, n)] {
			placed = append(placed, undocumentedPlaceholder(n))
		}
	}
	return placed, unplaced
}

// parameterID tells parameters apart as OpenAPI does; the names of headers have no case.
func parameterID(in ir.In, name string) string {
	if in == ir.InHeader {
		name = strings.ToLower(name)
	}
	return in.String() + ":" + name
}

func (x *exporter) parameter(f *ir.Field) *object {
	p := new(object).
		set("name", text(f.Name.Value)).
		setText("in", parameterPlace(f.In))
	if f.Doc.Empty() {
		p.setText("description", f.Label.Value)
	}
	p.setText("description", f.Doc.Value).
		mark("required", f.In == ir.InPath || f.Presence == ir.Required).
		mark("deprecated", f.Deprecated != nil).
		set("schema", x.parameterSchema(f))
	if value := exampleOf(f); value != nil {
		p.set("example", value)
	}
	return p
}

// parameterPlace is OpenAPI's word for a place outside of the body.
func parameterPlace(in ir.In) string {
	switch in {
	case ir.InPath, ir.InHeader, ir.InCookie:
		return in.String()
	}
	return ir.InQuery.String()
}

func undocumentedPlaceholder(name string) *object {
	return new(object).
		set("name", text(name)).
		setText("in", "path").
		mark("required", true).
		set("schema", new(object).setText("type", "string").setText("x-origin", ir.FromURL.String()))
}
