package templates

import "github.com/dave/jennifer/jen"

// Stub says where the handlers of a scaffold live.
type Stub struct {
	Package string // the package's name
	Import  string // the import path of the generated package; "" when the handlers stand in that package itself
	Type    string // the struct that the methods hang on
}

const stubHeader = "// Scaffolded once by wenma. This file is yours to edit: wenma never writes it again."

func (s *Stub) file(p *Package) *jen.File {
	f := jen.NewFile(s.Package)
	f.HeaderComment(stubHeader)
	if s.Import != "" {
		f.ImportName(s.Import, p.Name)
	}
	return f
}

// from is a name of the generated package.
func (s *Stub) from(name string) *jen.Statement {
	if s.Import == "" {
		return jen.Id(name)
	}
	return jen.Qual(s.Import, name)
}

// StubType prints the struct that a scaffold's handlers hang on.
func StubType(p *Package, s *Stub) *jen.File {
	f := s.file(p)
	f.Add(comment(s.Type, " handles the operations; those that it has no method for answer with status 501."))
	f.Add(line("type ", s.Type, " struct")).Block(s.from("UnimplementedHandler"))
	f.Add(joined("var _ ", s.from("Handler"), " = (*", s.Type, ")(nil)"))
	return f
}

// StubMethod prints the handler of one operation.
func StubMethod(p *Package, s *Stub, op *Operation) *jen.File {
	f := s.file(p)
	f.Add(comment(op.Name, " ", op.Doc))
	signature := joined("(ctx ", jen.Qual("context", "Context"), ", req *", s.from(op.Request.Name), ") ", op.Result.returned(s))
	f.Add(joined("func (h *", s.Type, ") ", op.Name, signature)).Block(line("return h.UnimplementedHandler.", op.Name, "(ctx, req)"))
	return f
}

// codeFrom is the type as a scaffold's package writes it; as the generated one does for nil.
func (t *Type) codeFrom(s *Stub) *jen.Statement {
	switch {
	case s == nil:
		return t.code()
	case t.Kind == List:
		return joined("[]", t.Elem.codeFrom(s))
	case t.Kind == Map:
		return joined("map[string]", t.Elem.codeFrom(s))
	case t.Kind == Object:
		return s.from(t.Struct.Name)
	case t.Named != nil:
		return s.from(t.Named.Name)
	case t.Kind == Stream:
		return joined("*", s.from("FileStream"))
	}
	return t.code()
}
