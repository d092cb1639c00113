package address

import (
	"slices"

	"github.com/wenma/wenma/ir"
)

// wayRanks order the ways in which parameters travel: of those of one name, the first has the plain key. A header that comes to
// a page, as those of a gateway do, does not move it.
var wayRanks = []ir.In{ir.InPath, ir.InBody, ir.InQuery, ir.InHeader, ir.InCookie}

// Ways tells for each name the first of the ways in which parameters of it travel.
func Ways(e *ir.Endpoint) map[string]ir.In {
	ways := make(map[string]ir.In)
	add := func(name string, in ir.In) {
		have, known := ways[name]
		if !known || slices.Index(wayRanks, in) < slices.Index(wayRanks, have) {
			ways[name] = in
		}
	}
	for _, t := range e.Path.Params {
		add(t.Value, ir.InPath)
	}
	for _, f := range e.Params {
		add(f.Name.Value, wayOf(e, f))
	}
	if e.Body != nil {
		for _, f := range ir.Fields(e.Body.Type) {
			add(f.Name.Value, ir.InBody)
		}
	}
	return ways
}

// wayOf is how a parameter travels. One that is said to be in the path, and is not, can only be in the query.
func wayOf(e *ir.Endpoint, f *ir.Field) ir.In {
	inPath := slices.ContainsFunc(e.Path.Params, func(t ir.Text) bool { return t.Value == f.Name.Value })
	if f.In == ir.InPath && !inPath || f.In == ir.InBody || f.In == ir.InResponse {
		return ir.InQuery
	}
	return f.In
}
