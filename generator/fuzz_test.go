package generator

import (
	"bytes"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// reader makes a document of any bytes.
type reader struct {
	data  []byte
	decls []*ir.TypeDecl
}

func (r *reader) byte() int {
	if len(r.data) == 0 {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return int(b)
}

// text is one of the nasty texts, or the bytes up to the next zero.
func (r *reader) text() ir.Text {
	n := r.byte()
	if n < 2*len(nasty) {
		return ir.Text{Value: nasty[n/2]}
	}
	end := bytes.IndexByte(r.data, 0)
	if end < 0 {
		end = len(r.data)
	}
	s := string(r.data[:end])
	r.data = r.data[end:]
	f := source.NewFile("p.md", s)
	return ir.Text{Value: s, Span: f.Span(0, len(s))}
}

func (r *reader) typ(depth int) ir.Type {
	if depth > 40 {
		return &ir.Scalar{}
	}
	kind := ir.Kind(r.byte() % 9)
	switch r.byte() % 8 {
	case 0:
		return &ir.List{Elem: r.typ(depth + 1)}
	case 1:
		return &ir.Map{Elem: r.typ(depth + 1)}
	case 2:
		return r.object(depth + 1)
	case 3:
		return &ir.Enum{Base: scalar(kind), Open: r.byte()%2 == 0, Values: []ir.EnumValue{{Value: r.text(), Label: r.text()}, {Value: r.text()}}}
	case 4:
		return ref(r.decls[r.byte()%len(r.decls)])
	case 5:
		return seenAs(scalar(kind), ir.Kind(r.byte()%9))
	}
	s := scalar(kind)
	switch r.byte() % 8 {
	case 0:
		s.Layout = r.text()
	case 1:
		s.Layout.Value = []string{"yyyy-MM-dd", "yyyy/MM/dd HH", "HH:mm", "dd.MM.yyyy"}[r.byte()%4]
	case 2:
		s.Format = []string{"unix-seconds", "unix-millis", "date-time", "date"}[r.byte()%4]
	}
	return s
}

func (r *reader) object(depth int) *ir.Object {
	o := &ir.Object{Open: r.byte()%4 == 0}
	for range r.byte() % 5 {
		o.Fields = append(o.Fields, r.field(depth))
	}
	return o
}

func (r *reader) field(depth int) *ir.Field {
	flags := r.byte()
	f := &ir.Field{
		Name: r.text(), Doc: r.text(), In: ir.In(r.byte() % 6), Type: r.typ(depth), Presence: ir.Presence(flags % 4),
		Common: flags&4 != 0, Signature: flags&8 != 0, Absent: flags&16 != 0,
	}
	if flags&32 != 0 {
		f.Nullable = &ir.Sighting{Kind: ir.Null}
	}
	if flags&64 != 0 {
		low, high := int64(r.byte()-128), int64(r.byte()-128)
		f.Rules = []ir.Rule{
			&ir.NotEmpty{}, &ir.Length{Min: &low, Max: &high, Bytes: flags&1 != 0}, &ir.Pattern{Expr: r.text().Value},
			&ir.Decimals{Max: low}, &ir.Characters{Class: r.text().Value}, &ir.Affix{Texts: []ir.Text{r.text(), r.text()}, End: flags&1 != 0},
			&ir.Range{Min: r.text().Value, Max: r.text().Value, ExclusiveMin: flags&1 != 0, ExclusiveMax: flags&2 != 0},
		}
	}
	return f
}

func (r *reader) endpoint() *ir.Endpoint {
	e := &ir.Endpoint{Name: r.text(), Title: r.text(), Method: r.text(), Action: r.text()}
	e.Path.Value = "/" + r.text().Value + "/{" + r.text().Value + "}" + r.text().Value
	for range r.byte() % 4 {
		e.Params = append(e.Params, r.field(0))
	}
	if r.byte()%2 == 0 {
		e.Body = &ir.Body{Media: ir.Media(r.byte() % 6), Type: r.typ(0)}
	}
	if r.byte()%4 != 0 {
		e.Responses = []*ir.Response{r.response()}
	}
	for range r.byte() % 3 {
		e.Samples = append(e.Samples, &ir.Sample{Kind: ir.SampleKind(r.byte() % 3), JSON: r.json(0)})
	}
	for range r.byte() % 3 {
		e.Errors = append(e.Errors, &ir.ErrorCode{Value: r.text(), Name: r.text(), Status: r.text(), Doc: r.text(), Remedy: r.text()})
	}
	return e
}

func (r *reader) json(depth int) *ir.JSON {
	j := &ir.JSON{Kind: ir.Kind(r.byte() % 9), Text: r.text().Value, Secret: r.byte()%8 == 0}
	for range r.byte() % 4 {
		if depth < 4 {
			j.Members = append(j.Members, &ir.Member{Name: r.text(), Value: r.json(depth + 1)})
			j.Elems = append(j.Elems, r.json(depth+1))
		}
	}
	return j
}

func (r *reader) response() *ir.Response {
	resp := &ir.Response{Media: ir.Media(r.byte() % 6), Type: r.typ(0)}
	if r.byte()%2 == 0 {
		return resp
	}
	env := &ir.Envelope{Success: []ir.Value{{Kind: ir.Kind(r.byte() % 9), Text: r.text()}}}
	root := &ir.Object{}
	for i, f := range []**ir.Field{&env.Code, &env.Message, &env.Data} {
		if r.byte()%4 != 0 || i == 2 && env.Code == nil {
			*f = r.field(0)
			root.Fields = append(root.Fields, *f)
		}
	}
	for range r.byte() % 3 {
		f := r.field(0)
		env.Rest, root.Fields = append(env.Rest, f), append(root.Fields, f)
	}
	resp.Type, resp.Envelope = root, env
	return resp
}

func (r *reader) document() *ir.Document {
	doc := &ir.Document{Title: r.text(), Group: r.text()}
	for range 1 + r.byte()%3 {
		r.decls = append(r.decls, &ir.TypeDecl{Name: r.text(), Type: &ir.Object{}})
	}
	doc.Types = r.decls
	for _, d := range r.decls {
		if d.Type = r.object(0); r.byte()%4 == 0 {
			d.Type = &ir.Enum{Base: scalar(ir.Kind(r.byte() % 9)), Values: []ir.EnumValue{{Value: r.text()}, {Value: r.text()}}}
		}
	}
	for range r.byte() % 8 {
		doc.Endpoints = append(doc.Endpoints, r.endpoint())
	}
	doc.Servers = []*ir.Server{{Name: r.text(), URL: r.text()}}
	return doc
}

// FuzzGenerate wants of any document that its package parses, holds no directive, and is in gofmt's form, which the layout
// gives to it as go/format would.
func FuzzGenerate(f *testing.F) {
	f.Add([]byte{})
	for seed := range 40 {
		data := make([]byte, 600)
		state := uint32(seed)*2654435761 + 1
		for i := range data {
			state ^= state << 13
			state ^= state >> 17
			state ^= state << 5
			data[i] = byte(state)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		made, _, err := Generate((&reader{data: data}).document(), Options{Package: "p", Tests: true, Stubs: &Stubs{}})
		if err != nil {
			t.Fatal(err)
		}
		checkFiles(t, made.Files)
		compareLayout(t, (&reader{data: data}).document(), Options{Layout: ByPage, Tests: true, Stubs: &Stubs{Package: "h", Import: "gen.test/p"}})
	})
}
