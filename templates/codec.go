package templates

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Codec prints how each type is read from and written to JSON.
func Codec(p *Package, part *Part) *jen.File {
	f := newFile(p)
	part.codec(f)
	return f
}

func (p *Part) codec(f *jen.File) {
	for _, s := range p.Envelopes {
		appendStruct(f, s)
	}
	for _, s := range p.coded() {
		decodeStruct(f, s)
		encodeStruct(f, s)
	}
	for _, op := range p.Operations {
		if root := op.Result.Root; root != nil && root.Hidden {
			root.hidden(f, op)
		}
	}
	for _, h := range p.Lists {
		h.decode(f)
		h.encode(f)
	}
}

// coded lists the structs that travel as JSON.
func (p *Part) coded() []*Struct {
	var out []*Struct
	for _, op := range p.Operations {
		if op.Body == JSONBody {
			out = append(out, op.Request)
		}
	}
	return append(out, p.Structs...)
}

func decodeStruct(f *jen.File, s *Struct) {
	f.Add(joined("var keysOf", s.Name, " = keySet", jen.BlockFunc(func(g *jen.Group) {
		g.Add(line("names: []string{", wrapped(s.Wire), "},"))
		if required := places(s.Wire, func(f *Field) bool { return f.Required }); required != "" {
			g.Add(line("required: []uint16{", required, "},"))
		}
		if nullable := places(s.Wire, func(f *Field) bool { return f.Required && f.Nullable }); nullable != "" {
			g.Add(line("nullable: []uint16{", nullable, "},"))
		}
		if code := s.code(); code != nil {
			g.Add(line("code: ", quote(code.Wire), ","))
		}
	})))
	function(f, "func (x *", s.Name, ") decodeJSON(d *decoder)").BlockFunc(func(g *jen.Group) {
		g.Add(line("for i := d.object(&keysOf", s.Name, "); i >= 0; i = d.next()")).Block(jen.Switch(jen.Id("i")).BlockFunc(func(g *jen.Group) {
			for i, field := range s.Wire {
				g.Case(jen.Lit(i)).BlockFunc(func(g *jen.Group) { field.decode(g) })
			}
		}))
	})
	f.Add(comment("UnmarshalJSON reads the JSON object."))
	f.Add(line("func (x *", s.Name, ") UnmarshalJSON(data []byte) error")).Block(
		line("d := newDecoder(data, 0)"),
		line("x.decodeJSON(d)"),
		line("return d.end()"))
}

// code is the member of an answer without which nobody could tell whether it is a success, mostly the business code; nil for none.
func (s *Struct) code() *Field {
	if s.Envelope == nil || s.Envelope.Failure == nil {
		return nil
	}
	fail := s.Envelope.Failure
	code := cmp.Or(fail.Head, fail.sign())
	if !slices.Contains(s.Wire, code) {
		return nil
	}
	return code
}

// maxLine is how long a line of names gets.
const maxLine = 110

// wrapped lists the wire names of fields, on one line or as many as they take.
func wrapped(fields []*Field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = quote(f.Wire)
	}
	if list := strings.Join(names, ", "); len(list) <= maxLine {
		return list
	}
	var b strings.Builder
	length := maxLine
	for _, name := range names {
		if length+len(name) > maxLine {
			b.WriteString("\n")
			length = 0
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(name + ",")
		length += len(name) + 2
	}
	return b.String() + "\n"
}

func places(fields []*Field, holds func(*Field) bool) string {
	var texts []string
	for i, f := range fields {
		if holds(f) {
			texts = append(texts, strconv.Itoa(i))
		}
	}
	return strings.Join(texts, ", ")
}

func (f *Field) decode(g *jen.Group) {
	if f.Const != "" {
		g.Add(line("d.skip()"))
		return
	}
	f.Type.decode(g, "x."+f.Name, f.Pointer)
}

// decode reads a value into target.
func (t *Type) decode(g *jen.Group, target string, pointer bool) {
	switch {
	case pointer && (t.Named != nil || t.Kind == Object):
		g.Add(line("if !d.", t.nullReader(), "()")).BlockFunc(func(g *jen.Group) {
			g.Add(line(target, " = new(", t.text(), ")"))
			t.decodePlain(g, target, target)
		})
	case t.Kind == Object && t.Loose:
		g.Add(line("if !d.looseNull()")).Block(line(target, ".decodeJSON(d)"))
	case pointer:
		g.Add(line("d.", t.reader(), "Ptr(&", target, ")"))
	case t.Helper != nil:
		g.Add(line(target, " = decode", t.Helper.Name, "(d)"))
	case t.Kind == List:
		g.Add(line("d.", t.Elem.reader(), "s(&", target, ")"))
	case t.Kind == Raw:
		g.Add(line("d.raw(&", target, ")"))
	default:
		t.decodePlain(g, target, "&"+target)
	}
}

// decodePlain reads a struct or scalar through a pointer to it.
func (t *Type) decodePlain(g *jen.Group, target, pointer string) {
	if t.Kind == Object {
		g.Add(line(target, ".decodeJSON(d)"))
		return
	}
	g.Add(line("d.", t.reader(), "(", t.plain("*", pointer), ")"))
}

// nullReader is the decoder's method that takes what stands for no value.
func (t *Type) nullReader() string {
	switch {
	case !t.Loose || t.Kind == Text:
		return "null"
	case t.Kind == Object:
		return "looseNull"
	}
	return "nullOrBlank"
}

// reader is the decoder's method for a scalar.
func (t *Type) reader() string {
	if t.Loose {
		return "loose" + scalars[t.Kind].encodeTitle()
	}
	return scalars[t.Kind].decode
}

func (s scalar) encodeTitle() string { return strings.ToUpper(s.decode[:1]) + s.decode[1:] }

func encodeStruct(f *jen.File, s *Struct) {
	appendStruct(f, s)
	f.Add(comment("MarshalJSON writes the JSON object."))
	f.Add(line("func (x ", s.Name, ") MarshalJSON() ([]byte, error)")).Block(line("return encoded(x.appendJSON(nil))"))
}

func appendStruct(f *jen.File, s *Struct) {
	function(f, "func (x *", s.Name, ") appendJSON(b []byte) []byte").BlockFunc(func(g *jen.Group) {
		g.Add(line("start := len(b)"))
		for _, field := range s.Wire {
			field.encode(g)
		}
		g.Add(line("return endObject(b, start)"))
	})
}

// encode writes the member.
func (f *Field) encode(g *jen.Group) {
	key, value := memberKey(f.Wire), "x."+f.Name
	t := f.Type
	if f.Const != "" {
		g.Add(line("b = appendText(b, ", key, ", ", quote(f.Const), ")"))
		return
	}
	if t == nil {
		g.Add(line("b = appendNull(b, ", key, ")"))
		return
	}
	if !f.Omit || t.plainAppend() {
		f.encodeAlways(g, key, value)
		return
	}
	g.Add(line("if ", value, " != nil")).BlockFunc(func(g *jen.Group) { f.Type.encode(g, key, value, "") })
}

func (f *Field) encodeAlways(g *jen.Group, key, value string) {
	suffix := ""
	switch {
	case f.Omit && !f.Pointer && f.Type.Kind.IsScalar():
		g.Add(line("if ", f.Type.nonZero(value))).BlockFunc(func(g *jen.Group) { f.Type.encode(g, key, value, "") })
		return
	case f.Omit:
		suffix = "Omit"
	case f.Pointer && f.Type.Kind == Object:
		g.Add(line("if ", value, " == nil")).Block(line("b = appendNull(b, ", key, ")")).
			Else().BlockFunc(func(g *jen.Group) { f.Type.encode(g, key, value, "") })
		return
	case f.Pointer:
		suffix = "Ptr"
	}
	f.Type.encode(g, key, value, suffix)
}

// nonZero is the Go condition that a scalar has another value than the zero one.
func (t *Type) nonZero(value string) string {
	switch t.Kind {
	case Text:
		return value + ` != ""`
	case Boolean:
		return value
	}
	return value + " != 0"
}

// plainAppend reports whether the engine's own append functions write the type.
func (t *Type) plainAppend() bool {
	return t.Kind == Raw || t.Kind.IsScalar() || t.Kind == List && t.Helper == nil
}

// encode writes a value after its key; suffix is Ptr, Omit or "".
func (t *Type) encode(g *jen.Group, key, value, suffix string) {
	switch {
	case t.Kind == Object:
		g.Add(line("b = ", value, ".appendJSON(", after(key), ")"))
	case t.Helper != nil:
		g.Add(line("b = append", t.Helper.Name, "(", after(key), ", ", value, ")"))
	case t.Kind == Raw:
		g.Add(line("b = appendRaw", suffix, "(b, ", key, ", ", value, ")"))
	case t.Kind == List:
		g.Add(line("b = append", scalars[t.Elem.Kind].encode, "s", suffix, "(b, ", key, ", ", value, ")"))
	case suffix != "":
		g.Add(line("b = append", scalars[t.Kind].encode, suffix, "(b, ", key, ", ", t.plain("*", value), ")"))
	default:
		g.Add(line("b = append", scalars[t.Kind].encode, "(b, ", key, ", ", t.plain("", value), ")"))
	}
}

// after is the buffer with a key appended.
func after(key string) string {
	switch key {
	case `""`:
		return "b"
	}
	return "appendMember(b, " + key + ")"
}

// hidden prints the struct around an answer whose root is not an object.
func (s *Struct) hidden(f *jen.File, op *Operation) {
	value := s.Fields[0]
	f.Add(comment(s.Name, " is the answer to ", op.Name, ", whose root is not an object."))
	f.Add(line("type ", s.Name, " struct")).Block(jen.Id(value.Name).Add(value.code()))
	function(f, "func (x *", s.Name, ") decodeJSON(d *decoder)").BlockFunc(func(g *jen.Group) { value.decode(g) })
	function(f, "func (x *", s.Name, ") appendJSON(b []byte) []byte").Block(line("return ", value.Type.document("b", "x."+value.Name)))
}

// document is an expression that appends a value to a buffer as JSON.
func (t *Type) document(buffer, value string) string {
	switch {
	case t.Kind == Object:
		return value + ".appendJSON(" + buffer + ")"
	case t.Helper != nil:
		return "append" + t.Helper.Name + "(" + buffer + ", " + value + ")"
	case t.Kind == Raw:
		return "appendRaw(" + buffer + `, "", ` + value + ")"
	case t.Kind == List:
		return "append" + scalars[t.Elem.Kind].encode + "s(" + buffer + `, "", ` + value + ")"
	}
	return "append" + scalars[t.Kind].encode + "(" + buffer + `, "", ` + t.plain("", value) + ")"
}
