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
	f.Type().Id(s.Type).Struct(s.from("UnimplementedHandler"))
	f.Var().Id("_").Add(s.from("Handler")).Op("=").Parens(jen.Op("*").Id(s.Type)).Parens(jen.Nil())
	return f
}

// StubMethod prints the handler of one operation.
func StubMethod(p *Package, s *Stub, op *Operation) *jen.File {
	f := s.file(p)
	f.Add(comment(op.Name, " ", op.Doc))
	f.Func().Params(line("h *", s.Type)).Id(op.Name).
		Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("req").Op("*").Add(s.from(op.Request.Name))).
		Params(op.Result.codeFrom(s), jen.Error()).
		Block(line("return h.UnimplementedHandler.", op.Name, "(ctx, req)"))
	return f
}

// codeFrom is the type that the operation's methods return, as another package writes it.
func (r *Result) codeFrom(s *Stub) *jen.Statement {
	if r.pointer() {
		return jen.Op("*").Add(r.Type.codeFrom(s))
	}
	return r.Type.codeFrom(s)
}

func (t *Type) codeFrom(s *Stub) *jen.Statement {
	switch {
	case t.Kind == List:
		return jen.Index().Add(t.Elem.codeFrom(s))
	case t.Kind == Map:
		return jen.Map(jen.String()).Add(t.Elem.codeFrom(s))
	case t.Kind == Object:
		return s.from(t.Struct.Name)
	case t.Named != nil:
		return s.from(t.Named.Name)
	case t.Kind == Stream:
		return jen.Op("*").Add(s.from("FileStream"))
	}
	return t.code()
}
