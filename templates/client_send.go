package templates

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// send prints how a request is put on its way.
func (op *Operation) send(f *jen.File, sel *Selector) {
	function(f, "func (x *", op.Request.Name, ") send(o *outbound)").BlockFunc(func(g *jen.Group) {
		op.sendPath(g)
		if op.Action != "" && sel.In != "body" {
			g.Add(line("o.add", strings.ToUpper(sel.In[:1]), sel.In[1:], "(", quote(sel.Wire), ", ", quote(op.Action), ")"))
		}
		for _, field := range op.Request.Fields {
			switch field.In {
			case "query":
				field.send(g, "x."+field.Name, "o.addQuery(")
			case "header":
				field.send(g, "x."+field.Name, "o.addHeader(")
			case "cookie":
				field.send(g, "x."+field.Name, "o.addCookie(")
			}
		}
		op.sendBody(g, sel)
	})
}

func (op *Operation) sendPath(g *jen.Group) {
	if len(op.Params) == 0 {
		if escaped := op.Pieces[0]; escaped != op.Path {
			g.Add(line("o.path = ", quote(escaped)))
		}
		return
	}
	args := []string{quote(op.Pieces[0])}
	for i, field := range op.Params {
		args = append(args, field.Type.textOf("x."+field.Name), quote(op.Pieces[i+1]))
	}
	g.Add(line("o.setPath(", strings.Join(args, ", "), ")"))
}

// textOf is a value as the text that a path, query, header or form carries.
func (t *Type) textOf(value string) string {
	switch {
	case t.Kind == Text:
		return t.plain("", value)
	case t.Kind.IsScalar():
		return scalars[t.Kind].text + "(" + t.plain("", value) + ")"
	}
	return "string(" + t.document("nil", value) + ")"
}

// send prints how a parameter is added by a call: each element of a list is one value; what has members goes as JSON.
func (f *Field) send(g *jen.Group, value, add string) {
	one := func(value string) *jen.Statement {
		return line(add, quote(f.Wire), ", ", f.Type.textOf(value), ")")
	}
	switch t := f.Type; {
	case t.Kind == List && t.Elem.Kind.IsScalar():
		g.Add(line("for _, v := range ", value)).Block(line(add, quote(f.Wire), ", ", t.Elem.textOf("v"), ")"))
	case f.Pointer && t.Kind.IsScalar():
		g.Add(line("if ", value, " != nil")).Block(one("*" + value))
	case f.Pointer, t.Kind == List, t.Kind == Map, t.Kind == Raw:
		g.Add(line("if ", value, " != nil")).Block(one(value))
	case t.Kind.IsScalar() && !f.Required:
		g.Add(line("if ", t.nonZero(value))).Block(one(value))
	default:
		g.Add(one(value))
	}
}

func (op *Operation) sendBody(g *jen.Group, sel *Selector) {
	switch op.Body {
	case JSONBody:
		g.Add(line("o.setJSON(x)"))
	case JSONWhole:
		g.Add(line("o.setDocument(", op.whole().Type.document("nil", "x."+op.whole().Name), ")"))
	case FormBody:
		g.Add(line("form := []byte{}"))
		op.sendFields(g, sel, "form = appendPair(form, ")
		g.Add(line(`o.setBody("application/x-www-form-urlencoded", form)`))
	case MultipartBody:
		g.Add(line("form := new(parts)"))
		op.sendFields(g, sel, "form.add(")
		g.Add(line("o.setParts(form)"))
	case TextBody:
		g.Add(line(`o.setBody("text/plain; charset=utf-8", []byte(x.`, op.whole().Name, "))"))
	case StreamBody:
		g.Add(line("o.setFile(x.", op.whole().Name, ")"))
	}
}

// whole is the field that is the whole body.
func (op *Operation) whole() *Field {
	for _, f := range op.Request.Fields {
		if f.In == "body" {
			return f
		}
	}
	return nil
}

func (op *Operation) sendFields(g *jen.Group, sel *Selector, add string) {
	if op.Action != "" && sel.In == "body" {
		g.Add(line(add, quote(sel.Wire), ", ", quote(op.Action), ")"))
	}
	for _, f := range op.Request.Fields {
		switch {
		case f.In != "body":
		case f.Type.Kind == Stream:
			g.Add(line("form.addFile(", quote(f.Wire), ", x.", f.Name, ")"))
		case f.Type.Kind == List && f.Type.Elem.Kind == Stream:
			g.Add(line("for _, file := range x.", f.Name)).Block(line("form.addFile(", quote(f.Wire), ", file)"))
		default:
			f.send(g, "x."+f.Name, add)
		}
	}
}
