package templates

import (
	"slices"

	"github.com/dave/jennifer/jen"
)

// Page is what a page of the documentation comes to: its sections, in the order in which they are read, and what is needed to send and
// read its types.
type Page struct {
	Sections []Section
	Lists    []*Helper
}

// Section is an operation with the types that it brings, or types that no operation of the page uses.
type Section struct {
	Operation *Operation // nil for none
	Structs   []*Struct  // besides the operation's request
	Enums     []*Enum
}

// PageTypes prints what people read of a page: each operation's request and answer with their types, its builder, and its methods of
// the client.
func PageTypes(p *Package, page *Page) *jen.File {
	f := newFile(p)
	for i := range page.Sections {
		page.Sections[i].print(f)
	}
	return f
}

func (s *Section) print(f *jen.File) {
	op := s.Operation
	if op != nil {
		structType(f, op.Request)
	}
	for _, t := range s.Structs {
		structType(f, t)
	}
	for _, e := range s.Enums {
		e.print(f)
	}
	if op != nil {
		op.Request.builder(f)
		op.call(f)
		op.callEnvelope(f)
	}
}

// PageCodec prints what nobody reads of a page: how its types are read, written and checked, and how its operations are sent and
// served.
func PageCodec(p *Package, page *Page) *jen.File {
	f := newFile(p)
	part := page.part()
	part.operationVars(f)
	f.Line()
	part.codec(f)
	for _, e := range part.Enums {
		e.validate(f)
	}
	part.validation(f)
	for _, op := range part.Operations {
		op.send(f, p.Selector)
	}
	part.serving(f)
	return f
}

// HasCodec reports whether PageCodec has something to print: open lists of values need nothing.
func (page *Page) HasCodec() bool {
	part := page.part()
	closed := slices.ContainsFunc(part.Enums, func(e *Enum) bool { return e.Checked })
	return closed || len(part.Operations)+len(part.Structs)+len(part.Lists) > 0
}

// part is all of the page.
func (page *Page) part() *Part {
	part := &Part{Lists: page.Lists}
	for _, s := range page.Sections {
		if s.Operation != nil {
			part.Operations = append(part.Operations, s.Operation)
		}
		part.Structs = append(part.Structs, s.Structs...)
		part.Enums = append(part.Enums, s.Enums...)
	}
	return part
}
