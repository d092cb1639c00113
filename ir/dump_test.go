package ir_test

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "rewrite the expected results")

// page is a place to take texts from: the document of these tests is built by hand, as a parser would build it.
const page = `# 商城接口 > 3.1

## 3.1 创建订单
https://api.example.com/shop/orders/{shopId}
POST

|字段|类型|必填|说明|
|shopId|Long|是|店铺|
|kind|int|是|1:普通,2:团购|
|title|String|否|标题，6到20字节|
|price|Double|是|单价，大于0|
|code|String||激活码，kind为2时必填|
|tags|List|否||
|buyer|Object|是|参考Usr|
|extra|Map<String,Object>|||
|password|String|否|密码 */order.Password|

{"code": 0, "data": {"orderId": "9", "tags": null}}

User
|id|Integer|编号|
|parent|User|上级|

|40001|库存不足|稍后再试|
|1.0|2024-01-02|初版|小林|
`

// builder makes the pieces of a document with the places at which they stand in a page.
type builder struct{ file *source.File }

// span finds text in the page; what is not there is nowhere.
func (b builder) span(text string) source.Span {
	at := strings.Index(b.file.Text, text)
	if at < 0 {
		return source.Span{}
	}
	return b.file.Span(at, at+len(text))
}

func (b builder) text(s string) ir.Text { return ir.Text{Value: s, Span: b.span(s)} }

func (b builder) some(s string) *ir.Text {
	t := b.text(s)
	return &t
}

// field makes a field from a row of the page and the words of its name and description.
func (b builder) field(row, name, doc string, t ir.Type, more ...func(*ir.Field)) *ir.Field {
	span := b.span(row)
	f := &ir.Field{Name: ir.Text{Value: name, Span: span.Sub(strings.Index(row, name), len(name))}, Type: t, Span: span}
	if at := strings.Index(row, doc); doc != "" && at >= 0 {
		f.Doc = ir.Text{Value: doc, Span: span.Sub(at, len(doc))}
	}
	for _, change := range more {
		change(f)
	}
	return f
}

func required(f *ir.Field) { f.Presence = ir.Required }
func optional(f *ir.Field) { f.Presence = ir.Optional }

func (b builder) declared(s string) func(*ir.Field) {
	return func(f *ir.Field) { f.Declared = b.text(s) }
}

func rules(all ...ir.Rule) func(*ir.Field) { return func(f *ir.Field) { f.Rules = all } }

func scalar(kind ir.Kind) *ir.Scalar { return &ir.Scalar{Kind: kind} }

func number(n int64) *int64 { return &n }

func (b builder) document() *ir.Document {
	user := b.user()
	return &ir.Document{
		Title:     b.text("商城接口"),
		Servers:   []*ir.Server{{URL: b.text("https://api.example.com"), Span: b.span("https://api.example.com")}, {Name: ir.Text{Value: "线上环境"}}},
		Endpoints: []*ir.Endpoint{b.endpoint(user)},
		Types:     []*ir.TypeDecl{user},
		Errors:    []*ir.ErrorCode{{Value: b.text("40001"), Doc: b.text("库存不足"), Remedy: b.text("稍后再试"), Span: b.span("|40001|库存不足|稍后再试|")}},
		History: []*ir.Revision{{
			Version: b.text("1.0"), Date: b.text("2024-01-02"), Doc: b.text("初版"), Author: b.text("小林"), Span: b.span("|1.0|2024-01-02|初版|小林|"),
		}},
	}
}

func (b builder) user() *ir.TypeDecl {
	user := &ir.TypeDecl{Name: b.text("User"), Recursive: true, Span: b.span("User\n|id|Integer|编号|\n|parent|User|上级|")}
	user.Type = &ir.Object{Fields: []*ir.Field{
		b.field("|id|Integer|编号|", "id", "编号", &ir.Scalar{Kind: ir.Integer, Bits: 32}, b.declared("Integer")),
		b.field("|parent|User|上级|", "parent", "上级", &ir.Ref{Target: user}),
	}}
	return user
}

func (b builder) endpoint(user *ir.TypeDecl) *ir.Endpoint {
	return &ir.Endpoint{
		Name: ir.Text{Value: "orders", Span: b.span("orders")}, Number: b.text("3.1"), Title: b.text("创建订单"),
		Method: b.text("POST"),
		Path:   ir.Path{Text: b.text("/shop/orders/{shopId}"), Params: []ir.Text{b.text("shopId")}},
		Params: []*ir.Field{b.field("|shopId|Long|是|店铺|", "shopId", "店铺", &ir.Scalar{Kind: ir.Integer, Bits: 64}, required, b.declared("Long"), func(f *ir.Field) { f.In = ir.InPath })},
		Body:   &ir.Body{Type: b.bodyType(user), Span: b.span("|kind|")},
		Responses: []*ir.Response{
			b.response(),
			{Status: ir.Text{Value: "404"}, Media: ir.MediaText, Doc: ir.Text{Value: "没有\n此店铺"}},
		},
		Samples: []*ir.Sample{b.sample(), {Kind: ir.RequestSample, Name: ir.Text{Value: "调用示例"}, Body: ir.Text{Value: "curl\n-X POST"}}},
		Span:    b.span(page[strings.Index(page, "## 3.1"):strings.Index(page, "User\n")]),
	}
}

func (b builder) bodyType(user *ir.TypeDecl) *ir.Object {
	tags := &ir.List{Elem: scalar(ir.String)}
	tags.See(ir.String, b.span("null"))
	return &ir.Object{Fields: []*ir.Field{
		b.field("|kind|int|是|1:普通,2:团购|", "kind", "", &ir.Enum{Base: scalar(ir.Integer), Values: []ir.EnumValue{{Value: b.text("1"), Label: b.text("普通")}, {Value: b.text("2"), Label: b.text("团购")}}}, required),
		b.field("|title|String|否|标题，6到20字节|", "title", "标题，6到20字节", scalar(ir.String), optional, b.declared("String"), rules(&ir.Length{Min: number(6), Max: number(20), Bytes: true})),
		b.field("|price|Double|是|单价，大于0|", "price", "单价，大于0", &ir.Scalar{Kind: ir.Number, Bits: 64}, required, rules(&ir.Range{Min: "0", ExclusiveMin: true}), func(f *ir.Field) { f.Example = b.some("9") }),
		b.field("|code|String||激活码，kind为2时必填|", "code", "激活码，kind为2时必填", scalar(ir.String), rules(&ir.NotEmpty{}, &ir.Pattern{Expr: `\d+`}), func(f *ir.Field) {
			f.Presence, f.When = ir.Conditional, b.text("kind为2时必填")
			f.Default = &ir.Text{Value: "0 0"}
		}),
		b.field("|tags|List|否||", "tags", "", tags, optional, b.declared("List"), func(f *ir.Field) {
			f.Nullable = &ir.Sighting{Kind: ir.Null, Span: b.span("null")}
			f.Inferred = []*ir.Inference{{About: "items", Value: "[]string", From: b.span("null"), Why: source.Message{EN: "the sample shows it"}}}
		}),
		b.field("|buyer|Object|是|参考Usr|", "buyer", "", &ir.Ref{Name: b.text("Usr"), Target: user}, required),
		b.field("|extra|Map<String,Object>|||", "extra", "", &ir.Map{Elem: &ir.Object{Open: true}}, func(f *ir.Field) { f.Absent = true }),
		b.field("|password|String|否|密码 */order.Password|", "password", "密码", scalar(ir.String), func(f *ir.Field) {
			f.Note, f.Secret, f.Deprecated = b.text("*/order.Password"), true, &ir.Text{}
		}),
	}}
}

func (b builder) response() *ir.Response {
	data := &ir.Object{Fields: []*ir.Field{b.field(`"orderId": "9"`, "orderId", "", scalar(ir.String), func(f *ir.Field) { f.Origin = ir.FromSample })}}
	code := b.field(`"code": 0`, "code", "", scalar(ir.Integer), func(f *ir.Field) { f.Origin = ir.FromSample })
	payload := b.field(`"data": {"orderId": "9", "tags": null}`, "data", "", &ir.List{Elem: data}, func(f *ir.Field) { f.Origin = ir.FromSample })
	return &ir.Response{
		Type:     &ir.Object{Fields: []*ir.Field{code, payload}},
		Envelope: &ir.Envelope{Code: code, Data: payload, Success: []ir.Value{{Kind: ir.Integer, Text: b.text("0")}, {Kind: ir.String, Text: b.text("0")}}},
		Span:     b.span(`{"code": 0`),
	}
}

func (b builder) sample() *ir.Sample {
	body := `{"code": 0, "data": {"orderId": "9", "tags": null}}`
	return &ir.Sample{Kind: ir.ResponseSample, Body: b.text(body), Span: b.span(body), JSON: &ir.JSON{
		Kind: ir.ObjectKind, Strict: true, Span: b.span(body),
		Members: []*ir.Member{
			{Name: b.text("code"), Value: &ir.JSON{Kind: ir.Integer, Text: "0", Span: b.span(`0, "data"`).Sub(0, 1)}},
			{Name: b.text("data"), Value: &ir.JSON{Kind: ir.ObjectKind, Span: b.span(`{"orderId": "9", "tags": null}`)}},
		},
	}}
}

func TestDump(t *testing.T) {
	var out strings.Builder
	doc := builder{source.NewFile("pages/shop.md", page)}.document()
	if err := ir.Dump(&out, doc); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/shop.dump", out.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestDumpTypes(t *testing.T) {
	union := func(kind ir.Kind, seen ...ir.Kind) *ir.Scalar {
		s := scalar(kind)
		for _, k := range seen {
			s.See(k, source.Span{})
		}
		return s
	}
	decl := &ir.TypeDecl{Name: ir.Text{Value: "Channel"}, Type: &ir.Object{}}
	for want, typ := range map[string]ir.Type{
		"x any":                              scalar(ir.Any),
		"x file":                             scalar(ir.File),
		"x integer(64)":                      &ir.Scalar{Kind: ir.Integer, Bits: 64},
		"x string(date-time yyyy-MM-dd)":     &ir.Scalar{Kind: ir.String, Format: "date-time", Layout: ir.Text{Value: "yyyy-MM-dd"}},
		"x integer|string|null":              union(ir.Integer, ir.String, ir.Null),
		"x [][]string":                       &ir.List{Elem: &ir.List{Elem: scalar(ir.String)}},
		"x [](integer|string)":               &ir.List{Elem: union(ir.Integer, ir.String)},
		"x map[]object{…}":                   &ir.Map{Elem: &ir.Object{Open: true}},
		"x string enum{a, \"b c\"=乙, …}":     &ir.Enum{Base: scalar(ir.String), Open: true, Values: []ir.EnumValue{{Value: ir.Text{Value: "a"}}, {Value: ir.Text{Value: "b c"}, Label: ir.Text{Value: "乙"}}}},
		"x Channel(\"Channle\")":             &ir.Ref{Name: ir.Text{Value: "Channle"}, Target: decl},
		"x Channel":                          &ir.Ref{Name: ir.Text{Value: "Channel"}, Target: decl},
		"x string, \"字符串\"":                  scalar(ir.String),
		"x boolean?":                         scalar(ir.Boolean),
		"x number, length ..5":               scalar(ir.Number),
		"x number, range >=0.5 <100":         scalar(ir.Number),
		"x string, conditional, from url":    scalar(ir.String),
		"x string, common, signature":        scalar(ir.String),
		"x string, deprecated \"改用 y\"":      scalar(ir.String),
		"x string, optional, from prose":     scalar(ir.String),
		"x string, default \"***\", secret":  scalar(ir.String),
		"x string, default \"***\", private": scalar(ir.String),
	} {
		f := &ir.Field{Name: ir.Text{Value: "x"}, Type: typ}
		adorn(f, want)
		var out strings.Builder
		if err := ir.Dump(&out, &ir.Document{Endpoints: []*ir.Endpoint{{Params: []*ir.Field{f}}}}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(out.String(), "\n")
		if got := strings.TrimSpace(lines[3]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// adorn gives the field what the expected line says besides its type.
func adorn(f *ir.Field, want string) {
	set := map[string]func(){
		"字符串":           func() { f.Declared.Value = "字符串" },
		"?":             func() { f.Nullable = &ir.Sighting{Kind: ir.Null} },
		"length ..5":    func() { f.Rules = []ir.Rule{&ir.Length{Max: number(5)}} },
		"range >=0.5":   func() { f.Rules = []ir.Rule{&ir.Range{Min: "0.5", Max: "100", ExclusiveMax: true}} },
		"conditional":   func() { f.Presence = ir.Conditional },
		"from url":      func() { f.Origin = ir.FromURL },
		"common":        func() { f.Common = true },
		"signature":     func() { f.Signature = true },
		"deprecated":    func() { f.Deprecated = &ir.Text{Value: "改用 y"} },
		"optional":      func() { f.Presence = ir.Optional },
		"from prose":    func() { f.Origin = ir.FromProse },
		`default "***"`: func() { f.Default = &ir.Text{Value: "\t"} },
		", secret":      func() { f.Secret = true },
		", private":     func() { f.Private = true },
	}
	for words, apply := range set {
		if strings.Contains(want, words) {
			apply()
		}
	}
	f.In = ir.InQuery
}

func TestDumpReportsTheWriter(t *testing.T) {
	full := errors.New("disk full")
	if err := ir.Dump(failing{full}, &ir.Document{Title: ir.Text{Value: "x"}}); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
