package overlay

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// choose leaves out the endpoints that are not wanted, and the types that only they use.
func (a *applier) choose(c *config.Config) {
	if len(c.Endpoints.Include)+len(c.Endpoints.Exclude) == 0 {
		return
	}
	wanted := func(*ir.Endpoint) bool { return true }
	if len(c.Endpoints.Include) > 0 {
		wanted = a.matcher(c, "include", c.Endpoints.Include)
	}
	unwanted := a.matcher(c, "exclude", c.Endpoints.Exclude)
	before := used(a.doc)
	a.doc.Endpoints = without(a.doc.Endpoints, func(e *ir.Endpoint) bool { return !wanted(e) || unwanted(e) })
	after := used(a.doc)
	a.doc.Types = without(a.doc.Types, func(d *ir.TypeDecl) bool { return before[d] && !after[d] })
	if len(a.doc.Endpoints) == 0 {
		a.diags.Add(nothingChosen.At(c.Positions.Key("endpoints")))
	}
}

// matcher tells which endpoints one of the patterns matches; a pattern that matches none is reported.
func (a *applier) matcher(c *config.Config, key string, patterns []string) func(*ir.Endpoint) bool {
	for i, p := range patterns {
		if !slices.ContainsFunc(a.doc.Endpoints, func(e *ir.Endpoint) bool { return matches(p, e) }) {
			a.unmatched(c.Positions.Value("endpoints", key, strconv.Itoa(i)), p)
		}
	}
	return func(e *ir.Endpoint) bool {
		return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, e) })
	}
}

func (a *applier) unmatched(at source.Span, pattern string) {
	var words []string
	for _, e := range a.doc.Endpoints {
		words = append(words, address.Operations(e)...)
	}
	if near := nearest.Of(pattern, words); near != "" && !strings.Contains(pattern, "*") {
		a.diags.Add(misspeltPattern.At(at, pattern, near).Replace(at, strconv.Quote(near)))
		return
	}
	a.diags.Add(unmatchedPattern.At(at, pattern))
}

// matches reports whether a pattern is of an endpoint: of its address, with each method or none.
func matches(pattern string, e *ir.Endpoint) bool {
	pattern = strings.Join(strings.Fields(pattern), " ")
	method, rest, ok := strings.Cut(pattern, " ")
	if ok {
		pattern = strings.ToUpper(method) + " " + rest
	}
	return slices.ContainsFunc(address.Routes(e), func(route string) bool { return wild(pattern, route) })
}

// wild reports whether a pattern, in which * is any text, is all of a text.
func wild(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(text, parts[0])
	if len(parts) == 1 {
		return ok && rest == ""
	}
	for _, part := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(rest, part)
		ok, rest = ok && found, after
	}
	return ok && strings.HasSuffix(rest, parts[len(parts)-1])
}

// used are the types that endpoints mention, also by way of other types.
func used(doc *ir.Document) map[*ir.TypeDecl]bool {
	seen := make(map[*ir.TypeDecl]bool)
	ir.Walk(&ir.Document{Endpoints: doc.Endpoints}, func(n ir.Node) {
		if d, ok := n.Of.(*ir.TypeDecl); ok {
			seen[d] = true
		}
	})
	return seen
}
