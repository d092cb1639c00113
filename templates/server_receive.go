package templates

import (
	"github.com/dave/jennifer/jen"
)

// receive prints how the server reads a request.
func (op *Operation) receive(f *jen.File) {
	function(f, "func (x *", op.Request.Name, ") receive(in *inbound) error").BlockFunc(func(g *jen.Group) {
		for i, field := range op.Params {
			field.receive(g, "in.pathParam("+quote(field.Wire)+", "+quote(op.Wild[i])+")")
		}
		for _, field := range op.Request.Fields {
			if field.In != "body" && field.In != "path" {
				field.receive(g, "in."+field.In+"Param("+quote(field.Wire)+")")
			}
		}
		op.receiveBody(g)
	})
}

// receive prints how a parameter is read.
func (f *Field) receive(g *jen.Group, param string) {
	if f.Required {
		param += ".required()"
	}
	f.Type.receive(g, param, "x."+f.Name, f.Pointer)
}

func (t *Type) receive(g *jen.Group, param, target string, pointer bool) {
	read := scalars[t.Kind].decode
	switch {
	case t.Kind == List && t.Elem.Kind.IsScalar():
		t.Elem.receiveList(g, param, target)
	case t.Kind.IsScalar() && t.Named != nil && pointer:
		g.Add(line("if param := ", param, "; len(param.values) > 0")).Block(line(target, " = new(", t.text(), ")"), line("param.", read, "(", t.plain("*", target), ")"))
	case t.Kind.IsScalar() && pointer:
		g.Add(line(param, ".", read, "Ptr(&", target, ")"))
	case t.Kind.IsScalar():
		g.Add(line(param, ".", read, "(", t.plain("*", "&"+target), ")"))
	default:
		g.Add(joined(param, ".json(func(d *decoder) ", jen.BlockFunc(func(g *jen.Group) { t.decode(g, target, pointer) }), ")"))
	}
}

// receiveList reads a parameter that may come more than once; t is the type of one value.
func (t *Type) receiveList(g *jen.Group, param, target string) {
	read := scalars[t.Kind].decode + "s(&"
	if t.Named == nil {
		g.Add(line(param, ".", read, target, ")"))
		return
	}
	g.Block(
		line("var plain []", scalars[t.Kind].golang),
		line(param, ".", read, "plain)"),
		line("for _, v := range plain").Block(line(target, " = append(", target, ", ", t.Named.Name, "(v))")))
}

func (op *Operation) receiveBody(g *jen.Group) {
	switch op.Body {
	case NoBody:
		g.Add(line("return nil"))
	case JSONBody:
		g.Add(line("return in.readJSON(x)"))
	case JSONWhole:
		f := op.whole()
		g.Add(joined("return in.readJSON(decodeFunc(func(d *decoder) ", jen.BlockFunc(func(g *jen.Group) { f.decode(g) }), "))"))
	case FormBody, MultipartBody:
		g.Add(line("if err := in.readForm(); err != nil")).Block(line("return err"))
		for _, f := range op.Request.Fields {
			if f.In != "body" {
				continue
			}
			switch {
			case f.Type.Kind == Stream:
				g.Add(line("x.", f.Name, " = in.fileParam(", quote(f.Wire), ")"))
			case f.Type.Kind == List && f.Type.Elem.Kind == Stream:
				g.Add(line("x.", f.Name, " = in.fileParams(", quote(f.Wire), ")"))
			default:
				f.receive(g, "in.formParam("+quote(f.Wire)+")")
			}
		}
		g.Add(line("return nil"))
	case TextBody:
		g.Add(line("return in.readText(&x.", op.whole().Name, ")"))
	case StreamBody:
		g.Add(line("return in.readFile(&x.", op.whole().Name, ")"))
	}
}
