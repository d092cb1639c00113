// Package explain answers where something in the generated package comes from: the cells that state it, what was repaired on
// the way, what was inferred and why, what samples show, and the Go that came of it all.
//
// An API is asked by name, either side's: the page's (serviceCount, POST /op/getChatInfo) or Go's (User.ServiceCount). What
// comes out is a Subject, which is written for people (Text) or for programs (JSON). Values that the page calls secret are
// masked in both.
package explain

import (
	"slices"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// API is what pages came to, ready to be asked.
type API struct {
	doc     *ir.Document
	found   map[*source.File]source.Diagnostics
	made    generator.Result
	things  []*Thing
	samples *sampled
	golang  *declarations
	masks   *masks
	rows    map[line]bool       // lines on which fields stand
	enums   map[string][]*Thing // enumerations in place, by what the page calls the field
}

// line is a line of a page.
type line struct {
	file   *source.File
	number int
}

// New prepares a document, all that was found on its pages, and what was generated from it.
func New(doc *ir.Document, found source.Diagnostics, made generator.Result) *API {
	a := &API{
		doc: doc, found: make(map[*source.File]source.Diagnostics), made: made, golang: newDeclarations(made.Files),
		rows: make(map[line]bool), enums: make(map[string][]*Thing),
	}
	for _, d := range found {
		a.found[d.Span.File] = append(a.found[d.Span.File], d)
	}
	a.samples = showSamples(doc)
	a.masks = newMasks(doc)
	a.things = collect(made.Names)
	for _, t := range a.things {
		for _, n := range t.names {
			if key := folded(n.Key); t.Kind == generator.EnumName && !slices.Contains(a.enums[key], t) {
				a.enums[key] = append(a.enums[key], t)
			}
		}
	}
	ir.Walk(doc, func(n ir.Node) {
		if _, field := n.Of.(*ir.Field); field && n.Span.Known() {
			a.rows[lineOf(n.Span)] = true
		}
	})
	return a
}

func lineOf(s source.Span) line { return line{s.File, s.Line()} }

// Explain tells all about a thing.
func (a *API) Explain(t *Thing) *Subject {
	s := &Subject{Kind: t.Kind, Key: t.names[0].Key, Go: t.Go, Package: a.made.Package, told: make(map[*ir.Field]bool)}
	for _, n := range t.names {
		s.Places = a.appendPlace(s.Places, n.Span)
	}
	switch of := t.names[0].Of.(type) {
	case *ir.Field:
		for _, n := range t.names {
			if f, ok := n.Of.(*ir.Field); ok {
				a.field(s, f)
			}
		}
	case *ir.Endpoint:
		a.operation(s, of)
	case *ir.Response:
		a.response(s, of)
	case *ir.TypeDecl:
		a.decl(s, of)
	case *ir.Object:
		a.object(s, of)
	case *ir.Enum:
		a.enum(s, of)
	case *ir.EnumValue:
		a.value(s, of)
	case *ir.Envelope:
		a.envelope(s, of)
	case *ir.ErrorCode:
		a.errorCode(s, of)
	case *ir.Server:
		s.state("server", of.Name)
		s.state("url", of.URL)
	case *ir.Scalar:
		s.Type = ir.TypeText(of)
		s.state("layout", of.Layout)
	}
	a.masks.subject(s)
	s.Declarations = a.golang.of(t)
	for _, e := range a.enumsOf(t) {
		s.Declarations = append(s.Declarations, a.golang.of(e)...)
	}
	return s
}

// enumsOf are the types of a field's values, or of its elements'.
func (a *API) enumsOf(t *Thing) (enums []*Thing) {
	if t.Kind != generator.FieldName {
		return nil
	}
	for _, n := range t.names {
		for _, e := range a.enums[folded(n.Key)] {
			if !slices.Contains(enums, e) {
				enums = append(enums, e)
			}
		}
	}
	return enums
}

func (a *API) appendPlace(places []*Place, span source.Span) []*Place {
	p := placeOf(span)
	if p == nil {
		return places
	}
	if slices.ContainsFunc(places, p.is) {
		return places
	}
	return append(places, p)
}
