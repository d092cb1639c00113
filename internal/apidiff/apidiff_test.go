package apidiff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

func text(s string) ir.Text { return ir.Text{Value: s} }

// field makes a field of "name! type" ("!" for required, "?" for optional).
func field(spec string, more ...func(*ir.Field)) *ir.Field {
	name, kind, _ := strings.Cut(spec, " ")
	f := &ir.Field{Presence: ir.Optional}
	if rest, ok := strings.CutSuffix(name, "!"); ok {
		name, f.Presence = rest, ir.Required
	}
	f.Name = text(name)
	kinds := map[string]ir.Kind{"string": ir.String, "integer": ir.Integer, "number": ir.Number}
	f.Type = &ir.Scalar{Kind: kinds[kind]}
	for _, m := range more {
		m(f)
	}
	return f
}

func listing(open bool, list ...string) func(*ir.Field) {
	return func(f *ir.Field) {
		e := &ir.Enum{Base: f.Type.(*ir.Scalar), Open: open}
		for _, v := range list {
			e.Values = append(e.Values, ir.EnumValue{Value: text(v)})
		}
		f.Type = e
	}
}

func longest(n int64) func(*ir.Field) {
	return func(f *ir.Field) { f.Rules = append(f.Rules, &ir.Length{Max: &n}) }
}

func object(fields ...*ir.Field) *ir.Object { return &ir.Object{Fields: fields} }

// call is POST /x with a body and an answer.
func call(body, answer *ir.Object) *ir.Document {
	return &ir.Document{Endpoints: []*ir.Endpoint{{
		Name: text("x"), Method: text("POST"), Path: ir.Path{Text: text("/x")},
		Body: &ir.Body{Type: body}, Responses: []*ir.Response{{Type: answer}},
	}}}
}

func said(changes []*Change) string {
	var out []string
	for _, c := range changes {
		line := string(c.Kind) + " " + c.Path
		if c.From != "" || c.To != "" {
			line += fmt.Sprintf(" %s>%s", c.From, c.To)
		}
		if c.BreaksCallers {
			line += " !callers"
		}
		if c.BreaksServers {
			line += " !servers"
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestFieldChanges(t *testing.T) {
	none := object()
	for _, c := range []struct {
		name     string
		old, new *ir.Object
		request  string
		response string
	}{
		{"the same", object(field("a! string")), object(field("a! string")), "", ""},
		{"optional added", none, object(field("a string")), "field-added body.a >string", "field-added response.a >string"},
		{"required added", none, object(field("a! string")), "field-added body.a >string !callers", "field-added response.a >string !servers"},
		{"removed", object(field("a string")), none, "field-removed body.a string> !servers", "field-removed response.a string> !callers"},
		{"type", object(field("a string")), object(field("a integer")), "type-changed body.a string>integer !callers !servers", "type-changed response.a string>integer !callers !servers"},
		{"now required", object(field("a string")), object(field("a! string")), "required-added body.a !callers", "required-added response.a !servers"},
		{"no longer required", object(field("a! string")), object(field("a string")), "required-removed body.a !servers", "required-removed response.a !callers"},
		{
			"value added", object(field("a string", listing(false, "x"))), object(field("a string", listing(false, "x", "y"))),
			"value-added body.a >y !servers", "value-added response.a >y !callers",
		},
		{
			"value removed", object(field("a string", listing(false, "x", "y"))), object(field("a string", listing(false, "x"))),
			"value-removed body.a y> !callers", "value-removed response.a y> !servers",
		},
		{"open list", object(field("a string", listing(true, "x"))), object(field("a string", listing(true, "x", "y"))), "", ""},
		{"closed", object(field("a string")), object(field("a string", listing(false, "x"))), "values-closed body.a >x !callers", "values-closed response.a >x !servers"},
		{"limit", object(field("a string")), object(field("a string", longest(5))), "rule-added body.a >length ..5 !callers", "rule-added response.a >length ..5 !servers"},
		{"renamed", object(field("user_name! string")), object(field("userName! string")), "field-renamed body.userName body.user_name>body.userName !callers !servers", "field-renamed response.userName response.user_name>response.userName !callers !servers"},
		{"replaced", object(field("cat! string")), object(field("dog! string")), "field-removed body.cat string> !servers; field-added body.dog >string !callers", "field-removed response.cat string> !callers; field-added response.dog >string !servers"},
	} {
		if got := said(Diff(Of(call(c.old, none)), Of(call(c.new, none)))); got != c.request {
			t.Errorf("%s, request:\ngot  %s\nwant %s", c.name, got, c.request)
		}
		if got := said(Diff(Of(call(none, c.old)), Of(call(none, c.new)))); got != c.response {
			t.Errorf("%s, answer:\ngot  %s\nwant %s", c.name, got, c.response)
		}
	}
}

func TestOperationChanges(t *testing.T) {
	empty, one := &ir.Document{}, call(object(), object(field("a string")))
	if got := said(Diff(Of(empty), Of(one))); got != "operation-added " {
		t.Error(got)
	}
	if got := said(Diff(Of(one), Of(empty))); got != "operation-removed  !callers" {
		t.Error(got)
	}
	renamed := call(object(), object(field("a string")))
	renamed.Endpoints[0].Path = ir.Path{Text: text("/x/{id}"), Params: []ir.Text{text("id")}}
	other := call(object(), object(field("a string")))
	other.Endpoints[0].Path = ir.Path{Text: text("/x/{userId}"), Params: []ir.Text{text("userId")}}
	if got := said(Diff(Of(renamed), Of(other))); got != "" {
		t.Errorf("a path parameter by another name is %s", got)
	}
}

// TestNesting: what is within a removed object is not said again, and recursion ends.
func TestNesting(t *testing.T) {
	inner := object(field("b string"), field("c string"))
	a := &ir.Field{Name: text("a"), Type: &ir.List{Elem: inner}, Presence: ir.Optional}
	if got := said(Diff(Of(call(object(), object(a))), Of(call(object(), object())))); got != "field-removed response.a array> !callers" {
		t.Error(got)
	}
	d := &ir.TypeDecl{Name: text("Node")}
	d.Type = object(&ir.Field{Name: text("next"), Type: &ir.Ref{Name: text("Node"), Target: d}})
	tree := call(object(), object(&ir.Field{Name: text("root"), Type: &ir.Ref{Name: text("Node"), Target: d}}))
	if got := said(Diff(Of(tree), Of(tree))); got != "" {
		t.Error(got)
	}
}

// TestSentences: every kind has its words in both languages, and none keeps a placeholder.
func TestSentences(t *testing.T) {
	for kind := range sentences() {
		c := &Change{Kind: kind, Path: "body.a", From: "x", To: "y"}
		for _, lang := range []source.Lang{source.Chinese, source.English} {
			if s := c.Sentence().In(lang); s == "" || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %q", kind, s)
			}
		}
	}
}

// TestSnapshot: what is written is read back, and so nothing has changed.
func TestSnapshot(t *testing.T) {
	doc := call(
		object(field("a! string", listing(true, "1", `x "y" = z`, "")), field("用户 名 integer", longest(5)), field("c number", func(f *ir.Field) { v := text("a\\b"); f.Default = &v })),
		object(field("d! string", func(f *ir.Field) { f.Nullable = &ir.Sighting{} })),
	)
	doc.Endpoints[0].Title = text(`会话 "详情"`)
	s := Of(doc)
	back, err := ParseLines(s.Lines())
	if err != nil {
		t.Fatal(err)
	}
	if got := said(Diff(s, back)); got != "" {
		t.Error(got)
	}
	if diff := strings.Join(s.Lines(), "\n"); diff != strings.Join(back.Lines(), "\n") {
		t.Error(diff)
	}
}

func FuzzParseLines(f *testing.F) {
	f.Add(`field "POST /x" body.a string required value=1 rule="length ..5"`)
	f.Add(`call "POST /x" title=y success=0`)
	f.Add(`call "`)
	f.Add(`field x body.a string rule= also= format=`)
	f.Add(`field x body.a integer also=string format=int64 deprecated`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseLines(strings.Split(text, "\n"))
		if err != nil {
			return
		}
		again, err := ParseLines(s.Lines())
		if err != nil {
			t.Fatalf("%v\n%s", err, strings.Join(s.Lines(), "\n"))
		}
		if got := said(Diff(s, again)); got != "" {
			t.Error(got)
		}
	})
}
