package templates

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// Builders prints a builder for each operation's request.
func Builders(p *Package, part *Part) *jen.File {
	f := newFile(p)
	for _, op := range part.Operations {
		op.Request.builder(f)
	}
	return f
}

func (s *Struct) builder(f *jen.File) {
	builder, required := s.Name+"Builder", s.required()
	f.Add(comment(builder, " builds one ", s.Name, "; start with New", s.Name, "."))
	f.Add(line("type ", builder, " struct")).BlockFunc(func(g *jen.Group) {
		g.Add(line("req ", s.Name))
		if len(required) > 0 {
			g.Add(line("set [", strconv.Itoa(len(required)), "]bool")).Comment("// the required fields, in order")
		}
	})
	f.Add(comment("New", s.Name, " starts a request."))
	f.Add(line("func New", s.Name, "() *", builder)).Block(line("return new(", builder, ")"))
	for _, field := range s.Fields {
		s.setter(f, builder, field, required)
	}
	s.build(f, builder, required)
}

// required maps the fields that must be set to their places.
func (s *Struct) required() map[*Field]int {
	places := make(map[*Field]int)
	for _, field := range s.Fields {
		if field.Required {
			places[field] = len(places)
		}
	}
	return places
}

func (s *Struct) setter(f *jen.File, builder string, field *Field, required map[*Field]int) {
	f.Add(comment(field.Name, " sets ", field.Label))
	f.Add(joined("func (b *", builder, ") ", field.Name, "(v ", field.Type.code(), ") *", builder)).BlockFunc(func(g *jen.Group) {
		value := "v"
		if field.Pointer {
			value = "&" + value
		}
		if i, ok := required[field]; ok {
			g.Add(line("b.req.", field.Name, ", b.set[", strconv.Itoa(i), "] = ", value, ", true"))
		} else {
			g.Add(line("b.req.", field.Name, " = ", value))
		}
		g.Add(line("return b"))
	})
}

func (s *Struct) build(f *jen.File, builder string, required map[*Field]int) {
	f.Add(comment("Build returns the request, or Problems that name every field which is missing or not valid."))
	f.Add(line("func (b *", builder, ") Build() (*", s.Name, ", error)")).BlockFunc(func(g *jen.Group) {
		g.Add(line("req := b.req"))
		if len(required) == 0 {
			g.Add(line("if err := req.Validate(); err != nil")).Block(line("return nil, err"))
			g.Add(line("return &req, nil"))
			return
		}
		g.Add(line("var c checker"))
		perPlace(g, s.Fields, func(f *Field) bool { return f.Required }, func(g *jen.Group, f *Field) {
			g.Add(line("c.required(", quote(f.Wire), ", b.set[", strconv.Itoa(required[f]), "])"))
		})
		g.Add(line("if err := c.and(req.Validate()); err != nil")).Block(line("return nil, err"))
		g.Add(line("return &req, nil"))
	})
}
