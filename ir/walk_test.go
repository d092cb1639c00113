package ir_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Every text of the hand-built document was taken from the page as it stands, so that each must re-read at its span.
func TestWalkRereads(t *testing.T) {
	doc := builder{source.NewFile("pages/shop.md", page)}.document()
	read := 0
	ir.Walk(doc, func(n ir.Node) {
		if n.Empty() || !n.Span.Known() {
			return
		}
		read++
		if got := n.Span.Text(); got != n.Value {
			t.Errorf("%T %s: the span reads %q, the text is %q", n.Of, n.Part, got, n.Value)
		}
	})
	if read < 50 {
		t.Errorf("only %d texts were visited", read)
	}
}

// Walk must reach each span that the tree holds; reflection finds those that a new field of the IR brings.
func TestWalkReachesEverySpan(t *testing.T) {
	doc, want := filled()
	var got []int
	ir.Walk(doc, func(n ir.Node) { got = append(got, n.Span.Start) })
	for i := 1; i <= want; i++ {
		if !slices.Contains(got, i) {
			t.Errorf("span number %d of %d was not visited: %s", i, want, whereSpan(doc, i))
		}
	}
}

// filled makes a document in which every pointer, slice and interface holds something and every span has a number.
func filled() (doc *ir.Document, spans int) {
	f := &filler{file: source.NewFile("x.md", strings.Repeat("x", 5000))}
	doc = new(ir.Document)
	f.fill(reflect.ValueOf(doc).Elem(), 0)
	return doc, f.spans
}

type filler struct {
	file  *source.File
	spans int
}

var types = []ir.Type{&ir.Scalar{}, &ir.Map{}, &ir.Enum{}, &ir.Ref{}, &ir.Object{}, &ir.List{}}
var allRules = []ir.Rule{&ir.NotEmpty{}, &ir.Length{}, &ir.Range{}, &ir.Decimals{}, &ir.Characters{}, &ir.Affix{}, &ir.Pattern{}}

// ofEnvelope are members of a response's root object, which is where they are visited.
var ofEnvelope = []string{"Head", "Code", "Message", "Data", "Passed", "Rest"}

func (f *filler) fill(v reflect.Value, depth int) {
	switch {
	case v.Type() == reflect.TypeFor[source.Span]():
		f.spans++
		v.Set(reflect.ValueOf(f.file.Span(f.spans, f.spans)))
	case v.Type() == reflect.TypeFor[ir.Type]():
		f.fillType(v, depth)
	case v.Type() == reflect.TypeFor[[]ir.Rule]():
		for _, r := range allRules {
			rule := reflect.New(reflect.TypeOf(r).Elem())
			f.fill(rule.Elem(), depth+1)
			v.Set(reflect.Append(v, rule))
		}
	case v.Kind() == reflect.Pointer && depth < 14:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case v.Kind() == reflect.Slice && depth < 14:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), depth+1)
	case v.Kind() == reflect.Struct:
		f.fillStruct(v, depth)
	case v.Kind() == reflect.String:
		v.SetString("x")
	}
}

func (f *filler) fillStruct(v reflect.Value, depth int) {
	envelope := v.Type() == reflect.TypeFor[ir.Envelope]()
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if !field.IsExported() || envelope && slices.Contains(ofEnvelope, field.Name) {
			continue
		}
		f.fill(v.Field(i), depth+1)
	}
}

// fillType gives each place for a type another one, so that all are met; deep down only scalars.
func (f *filler) fillType(v reflect.Value, depth int) {
	t := reflect.TypeOf(types[depth%len(types)]).Elem()
	if depth > 9 {
		t = reflect.TypeFor[ir.Scalar]()
	}
	typ := reflect.New(t)
	f.fill(typ.Elem(), depth+1)
	f.spans++
	see := typ.Interface().(interface{ See(ir.Kind, source.Span) })
	see.See(ir.Null, f.file.Span(f.spans, f.spans))
	v.Set(typ)
}

// whereSpan names the place of a span in the tree, for the message.
func whereSpan(doc *ir.Document, number int) string {
	var find func(v reflect.Value, path string) string
	find = func(v reflect.Value, path string) string {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				return find(v.Elem(), path)
			}
		case reflect.Slice:
			for i := range v.Len() {
				if found := find(v.Index(i), fmt.Sprintf("%s[%d]", path, i)); found != "" {
					return found
				}
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[source.Span]() {
				if int(v.FieldByName("Start").Int()) == number {
					return path
				}
				return ""
			}
			if v.Type() == reflect.TypeFor[source.File]() {
				return ""
			}
			for i := range v.NumField() {
				if found := find(v.Field(i), path+"."+v.Type().Field(i).Name); found != "" {
					return found
				}
			}
		}
		return ""
	}
	return find(reflect.ValueOf(doc), "doc")
}

func TestWalkVisitsRecursiveTypesOnce(t *testing.T) {
	node := &ir.TypeDecl{Name: ir.Text{Value: "Node"}, Recursive: true}
	node.Type = &ir.Object{Fields: []*ir.Field{{Name: ir.Text{Value: "next"}, Type: &ir.Ref{Target: node}}}}
	doc := &ir.Document{Endpoints: []*ir.Endpoint{{Body: &ir.Body{Type: &ir.Ref{Target: node}}}}}
	visits := 0
	ir.Walk(doc, func(n ir.Node) {
		if n.Of == node && n.Part == "" {
			visits++
		}
	})
	if visits != 1 {
		t.Errorf("the declaration was visited %d times, want once", visits)
	}
}
