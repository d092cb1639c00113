package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

func TestDefaultPackage(t *testing.T) {
	for _, c := range []struct{ path, group, title, want string }{
		{"/op/v2/getChatInfo", "Op Api接口文档", "", "op"},
		{"/api/v1/users/{id}", "", "", "users"},
		{"/{tenant}/v1/login", "Order Api", "", "order"},
		{"/login", "", "API 登录", "login"},
		{"", "开放平台接口文档", "用户中心", "user"},
		{"", "", "购物车系统", "shoppingcart"},
		{"/v1/order", "", "查询订单", "order"},
		{"/wechat/login /user/info /user/list", "", "", "user"},
		{"/wechat/login /user/info /coupon/list", "", "", "api"},
		{"/wechat/login /user/info /coupon/list", "商城", "", "mall"},
		{"", "", "银杏系统接口文档", "yinxing"},
		{"", "", "系统接口文档", "api"},
		{"", "", "", "api"},
		{"/func/x", "Package", "Main", "api"},
	} {
		doc := &ir.Document{Group: name(c.group), Title: name(c.title)}
		for path := range strings.SplitSeq(c.path, " ") {
			doc.Endpoints = append(doc.Endpoints, endpoint("GET", path, "x"))
		}
		if got := DefaultPackage(doc, nil); got != c.want {
			t.Errorf("%s, %s, %s: %s, want %s", c.path, c.group, c.title, got, c.want)
		}
	}
}

func TestPackageName(t *testing.T) {
	for _, bad := range []string{"func", "main", "a-b", "2x", "_", "a.b", "error"} {
		if _, _, err := Generate(shop(), Options{Package: bad}); err == nil {
			t.Errorf("%q is a package name", bad)
		}
	}
	if made, _, err := Generate(&ir.Document{}, Options{}); made.Files != nil || err != nil {
		t.Errorf("a document with nothing in it gives %v, %v", made, err)
	}
}

// spanned gives every name in a document a place, so that there is something to report.
func spanned(d *ir.Document) *ir.Document {
	place := func(t *ir.Text) { t.Span = source.NewFile("p.md", t.Value+" ").Span(0, len(t.Value)) }
	var fields func([]*ir.Field)
	fields = func(list []*ir.Field) {
		for _, f := range list {
			place(&f.Name)
			f.Span = source.NewFile("p.md", "row").Span(0, 3)
			if o, ok := f.Type.(*ir.Object); ok {
				fields(o.Fields)
			}
			for _, r := range f.Rules {
				if p, ok := r.(*ir.Pattern); ok {
					p.Span = f.Span
				}
			}
		}
	}
	for _, t := range d.Types {
		place(&t.Name)
		fields(ir.Fields(t.Type))
	}
	for _, e := range d.Endpoints {
		place(&e.Name)
		fields(e.Params)
		if e.Body != nil {
			fields(ir.Fields(e.Body.Type))
			e.Body.Span = e.Name.Span
		}
	}
	return d
}

func codes(diags source.Diagnostics) []string {
	var got []string
	for _, d := range diags {
		got = append(got, d.Rule.Code+" "+d.Span.Text())
	}
	slices.Sort(got)
	return got
}

func TestDiagnostics(t *testing.T) {
	str := scalar(ir.String)
	deep := ir.Type(str)
	for range 40 {
		deep = ir.At(&ir.List{Elem: deep}, source.NewFile("p.md", "deep").Span(0, 4))
	}
	for _, c := range []struct {
		doc  *ir.Document
		want []string
	}{
		{shop(), []string{
			"bad-pattern row", "duplicate-member userId", "duplicate-route createUserAgain", "name-clash */", "name-clash userId",
			"name-reserved Language", "name-reserved build", "name-reserved validate", "nameless-member row",
		}},
		{&ir.Document{Endpoints: []*ir.Endpoint{
			endpoint("GET", "/a", "get_user"), endpoint("GET", "/b", "getUser"), endpoint("GET", "/c", "getUserEnvelope"),
			endpoint("GET", "/d", "unmarshalJSON", member("令牌", str, in(ir.InHeader))), body(endpoint("POST", "/e", "xml"), ir.MediaXML, nil),
			answers(endpoint("GET", "/f", "f"), ir.MediaJSON, deep),
		}}, []string{"bad-header-name 令牌", "name-clash getUser", "name-clash getUserEnvelope", "name-reserved unmarshalJSON", "type-too-deep deep", "xml-not-generated xml"}},
	} {
		_, diags, err := Generate(spanned(c.doc), Options{Package: "p"})
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(diags); !slices.Equal(got, c.want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestRules wants every rule listed once, with everything that the reference shows.
func TestRules(t *testing.T) {
	seen := make(map[string]bool)
	for _, r := range Rules {
		if seen[r.Code] || r.Message.ZH == "" || r.Message.EN == "" || r.Help.ZH == "" || r.Help.EN == "" || r.Why.ZH == "" || r.Why.EN == "" || r.Before == "" {
			t.Errorf("rule %+v", r)
		}
		seen[r.Code] = true
	}
}

// TestEnvelopes gives answers that agree one envelope, and the others their own.
func TestEnvelopes(t *testing.T) {
	str := scalar(ir.String)
	paged := result(endpoint("GET", "/c", "c"), member("result", str), member("page", object(member("total", scalar(ir.Integer)))))
	doc := &ir.Document{Endpoints: []*ir.Endpoint{
		paged, result(endpoint("GET", "/a", "a"), member("result", str)), result(endpoint("GET", "/b", "b"), member("result", scalar(ir.Integer))),
		result(endpoint("GET", "/d", "d"), nil, member("token", str)),
	}}
	pkg := plan(doc, Options{Package: "p"}, nil).pkg
	var got []string
	for _, op := range pkg.Operations {
		got = append(got, op.Result.Root.Envelope.Name)
	}
	if want := []string{"Envelope", "Envelope", "Envelope", "Envelope"}; !slices.Equal(got, want) {
		t.Errorf("envelopes %q, want %q", got, want)
	}
	if kind := pkg.Code.Kind; kind != templates.Text {
		t.Errorf("codes are of kind %d", kind)
	}
}

// TestEnvelopeNames: each further envelope is called by what tells it from the others; one that leaves something open is no other.
func TestEnvelopeNames(t *testing.T) {
	answer := func(path, code, message, success string, rest ...*ir.Field) *ir.Endpoint {
		e := endpoint("GET", path, path[1:])
		env := &ir.Envelope{Code: member(code, scalar(ir.Integer)), Data: member("data", scalar(ir.String)), Rest: rest}
		fields := []*ir.Field{env.Code}
		if message != "" {
			env.Message = member(message, scalar(ir.String))
			fields = append(fields, env.Message)
		}
		if success != "" {
			env.Success = []ir.Value{{Kind: ir.Integer, Text: ir.Text{Value: success}}}
		}
		e.Responses = []*ir.Response{{Envelope: env, Type: object(append(append(fields, env.Data), rest...)...)}}
		return e
	}
	pkg := plan(&ir.Document{Endpoints: []*ir.Endpoint{
		answer("/a", "code", "msg", "0", member("ts", scalar(ir.Integer))), answer("/b", "code", "msg", "0", member("ts", scalar(ir.Integer))),
		answer("/c", "code", "msg", ""), answer("/d", "code", "", "0", member("ts", scalar(ir.String))),
		answer("/e", "code", "msg", "200"), answer("/f", "code", "message", "0"), answer("/g", "retCode", "retInfo", "0"),
	}}, Options{Package: "p"}, nil).pkg
	var got []string
	for _, op := range pkg.Operations {
		text := op.Result.Root.Envelope.Name
		for _, f := range op.Result.Root.Wire {
			text += " " + f.Wire
		}
		got = append(got, text)
	}
	want := []string{
		"Envelope code msg data ts", "Envelope code msg data ts", "Envelope code msg data", "Envelope code data ts",
		"Envelope200 code msg data", "EnvelopeMessage code message data", "EnvelopeRetCode retCode retInfo data",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestIntegerBounds(t *testing.T) {
	for _, c := range []struct {
		r    ir.Range
		want string
	}{
		{ir.Range{Min: "1", Max: "5"}, "1..5"},
		{ir.Range{Min: "1", Max: "5", ExclusiveMin: true, ExclusiveMax: true}, "2..4"},
		{ir.Range{Min: "1.5", Max: "5.5"}, "2..5"},
		{ir.Range{Min: "-1.5", Max: "-0.5"}, "-1..-1"},
		{ir.Range{Min: "-1.5", Max: "5.5", ExclusiveMin: true, ExclusiveMax: true}, "-1..5"},
		{ir.Range{Min: "99999999999999999999"}, ""},
		{ir.Range{Min: "1e999999999"}, ""},
		{ir.Range{Max: "x"}, ""},
		{ir.Range{Max: "0"}, "..0"},
	} {
		got := ""
		for _, check := range integerRange(&c.r) {
			got = check.Low + ".." + check.High
		}
		if got != c.want {
			t.Errorf("%+v: %s, want %s", c.r, got, c.want)
		}
	}
}

func TestRoutes(t *testing.T) {
	doc := &ir.Document{}
	for i, path := range []string{
		"/a/{x}", "/{y}/b", "/{z}/{w}/", "/a/b", "/a/{other}", "/f/{n}.json", "/f/{n}.xml", "//dou//ble/../x", "/中文/{用户}", "", "/q?a=b", "/{}", "/{",
	} {
		doc.Endpoints = append(doc.Endpoints, endpoint("GET", path, "op"+string(rune('a'+i))))
	}
	var got []string
	for _, op := range plan(doc, Options{Package: "p"}, nil).pkg.Operations {
		line := op.Pattern
		if op.Level > 0 {
			line += " next"
		}
		if op.Unserved {
			line += " again"
		}
		got = append(got, line)
	}
	want := []string{
		"/a/{x}", "/{y}/b next", "/{z}/{w}/{$} next", "/a/b", "/a/{x} again", "/f/{part}", "/f/{part}", "/dou/x", "/%E4%B8%AD%E6%96%87/{user}", "/{$}",
		"/q%3Fa=b", "/%7B%7D", "/%7B",
	}
	if !slices.Equal(got, want) {
		t.Errorf("patterns\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestSameBytes generates again and again: maps must not show.
func TestSameBytes(t *testing.T) {
	first, _, err := Generate(hostile(), Options{Package: "p", Stubs: &Stubs{}})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, _, err := Generate(hostile(), Options{Package: "p", Stubs: &Stubs{}})
		if err != nil {
			t.Fatal(err)
		}
		for i := range first.Files {
			if string(first.Files[i].Content) != string(again.Files[i].Content) {
				t.Fatalf("%s differs", first.Files[i].Name)
			}
		}
	}
	for range 20 {
		a, _, _ := Generate(shop(), Options{Package: "p"})
		b, _, _ := Generate(shop(), Options{Package: "p"})
		for i := range a.Files {
			if string(a.Files[i].Content) != string(b.Files[i].Content) {
				t.Fatalf("%s differs", a.Files[i].Name)
			}
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	doc := read(b, seedPage)
	for b.Loop() {
		if _, _, err := Generate(doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
