package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

// schemaOf is the schema that a member of a body gets, on one line.
func schemaOf(t *testing.T, f *ir.Field) string {
	t.Helper()
	e := endpoint("x", "POST", "/x")
	e.Body = &ir.Body{Type: object(f)}
	root := mustBeValid(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}}))
	var at any = root
	for _, step := range []string{"paths", "/x", "post", "requestBody", "content", "application/json", "schema", "properties", f.Name.Value} {
		at = members(at)[step]
	}
	line, err := json.Marshal(at)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

func TestFieldSchemas(t *testing.T) {
	dated := func(format, layout string) *ir.Scalar {
		return &ir.Scalar{Kind: ir.String, Format: format, Layout: text(layout)}
	}
	given := func(value string) func(*ir.Field) {
		return func(f *ir.Field) { f.Default, f.Example = some(value), some(value) }
	}
	self := &ir.TypeDecl{Name: text("Node"), Type: object(field("id", scalar(ir.Integer)))}
	for _, c := range []struct {
		want string
		f    *ir.Field
	}{
		{`{}`, field("x", scalar(ir.Any))},
		{`{}`, field("x", scalar(ir.Any, ir.String), nullable)},
		{`{"type":["integer","string"]}`, field("x", scalar(ir.Integer, ir.String))},
		{`{"type":["string","integer","null"]}`, field("x", scalar(ir.String, ir.Null, ir.Integer))},
		{`{"type":["string","null"]}`, field("x", scalar(ir.String), nullable)},
		{`{"type":"number"}`, field("x", scalar(ir.Number, ir.Integer))},
		{`{"type":["integer","number"]}`, field("x", scalar(ir.Integer, ir.Number))},
		{`{"items":{"type":"string"},"type":["array","string"]}`, field("x", see(&ir.List{Elem: scalar(ir.String)}, ir.String))},
		{`{"items":{},"type":"array"}`, field("x", &ir.List{Elem: scalar(ir.Any)})},
		{`{"type":"object"}`, field("x", object())},
		{`{"$ref":"#/components/schemas/Node"}`, field("x", &ir.Ref{Target: self})},
		{`{"$ref":"#/components/schemas/Node_or_array_or_string"}`, field("x", see(&ir.Ref{Target: self}, ir.ArrayKind, ir.String))},
		{`{"anyOf":[{"$ref":"#/components/schemas/Node"},{"type":"null"}]}`, field("x", &ir.Ref{Target: self}, nullable)},
		{`{"format":"date-time","type":"string"}`, field("x", dated("date-time", ""))},
		{`{"format":"date-time","type":"string","x-layout":"yyyy-MM-dd'T'HH:mm:ssXXX"}`, field("x", dated("date-time", "yyyy-MM-dd'T'HH:mm:ssXXX"))},
		{`{"type":"string","x-format":"date","x-layout":"yyyyMMdd"}`, field("x", dated("date", "yyyyMMdd"))},
		{`{"type":"string","x-format":"json"}`, field("x", dated("json", ""))},
		{`{"type":"string","x-format":"phone"}`, field("x", dated("phone", ""))},
		{`{"type":"integer","x-format":"unix-seconds"}`, field("x", &ir.Scalar{Kind: ir.Integer, Format: "unix-seconds"})},
		{`{"type":"integer","x-format":"date-time"}`, field("x", &ir.Scalar{Kind: ir.Integer, Format: "date-time"})},
		{`{"format":"double","type":"number"}`, field("x", &ir.Scalar{Kind: ir.Number, Bits: 64})},
		{`{"format":"float","type":"number"}`, field("x", &ir.Scalar{Kind: ir.Number, Bits: 32})},
		{`{"minLength":1,"type":"string"}`, field("x", scalar(ir.String), rules(&ir.NotEmpty{}))},
		{`{"type":"integer"}`, field("x", scalar(ir.Integer), rules(&ir.NotEmpty{}))},
		{`{"maxLength":11,"minLength":11,"type":"integer"}`, field("x", scalar(ir.Integer), rules(&ir.Length{Min: number(11), Max: number(11)}))},
		{`{"minLength":1,"type":"string","x-maxBytes":9,"x-minBytes":2}`, field("x", scalar(ir.String), rules(&ir.NotEmpty{}, &ir.Length{Min: number(2), Max: number(9), Bytes: true}))},
		{`{"maximum":1e3,"minimum":-0.5,"type":"number"}`, field("x", scalar(ir.Number), rules(&ir.Range{Min: "-0.5", Max: "1e3"}))},
		{`{"type":"number"}`, field("x", scalar(ir.Number), rules(&ir.Range{Min: "很小", Max: "01"}))},
		{`{"type":"number","x-decimals":2}`, field("x", scalar(ir.Number), rules(&ir.Decimals{Max: 2}))},
		{`{"type":"string","x-digits":true}`, field("x", scalar(ir.String), rules(&ir.Characters{Class: "0-9"}))},
		{`{"type":"string","x-characters":"0-9 A-Z _"}`, field("x", scalar(ir.String), rules(&ir.Characters{Class: "0-9 A-Z _"}))},
		{`{"type":"string","x-prefix":["08","09"],"x-suffix":["\""]}`, field("x", scalar(ir.String), rules(
			&ir.Affix{Texts: []ir.Text{{Value: "08"}, {Value: "09"}}}, &ir.Affix{Texts: []ir.Text{{Value: `"`}}, End: true}))},
		{`{"pattern":"^https?://","type":"string"}`, field("x", scalar(ir.String), rules(&ir.Pattern{Expr: "^https?://"}))},
		{`{"default":20,"examples":[20],"type":"integer"}`, field("x", scalar(ir.Integer), given("20"))},
		{`{"examples":["1.5"],"type":"integer","x-default":"1.5"}`, field("x", scalar(ir.Integer), given("1.5"))},
		{`{"default":true,"examples":[true],"type":"boolean"}`, field("x", scalar(ir.Boolean), given("TRUE"))},
		{`{"default":"007","examples":["007"],"type":"string"}`, field("x", scalar(ir.String), given("007"))},
		{`{"examples":["007"],"type":"integer","x-default":"007"}`, field("x", scalar(ir.Integer), given("007"))},
		{`{"type":"string","x-secret":true}`, field("x", scalar(ir.String), given("s3cr3t"), func(f *ir.Field) { f.Secret = true })},
		{`{"enum":["a",null],"type":["string","null"],"x-enum-descriptions":[""]}`, field("x", &ir.Enum{Base: scalar(ir.String), Values: []ir.EnumValue{{Value: text("a")}}}, nullable)},
		{`{"type":"string"}`, field("x", &ir.Enum{Base: scalar(ir.String)})},
		{`{"type":"string","x-enum-descriptions":["",""],"x-extensible-enum":["a","b"],"x-format":"csv"}`, field("x", &ir.Enum{Base: &ir.Scalar{Kind: ir.String, Format: "csv"}, Values: []ir.EnumValue{{Value: text("a")}, {Value: text("b")}}})},
	} {
		if got := schemaOf(t, c.f); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// A type that mentions a variant of itself, and of a type that mentions it, is described once for each.
func TestVariantsAreFinite(t *testing.T) {
	a, b := &ir.TypeDecl{Name: text("A")}, &ir.TypeDecl{Name: text("B")}
	a.Type = object(field("b", see(&ir.Ref{Target: b}, ir.String)), field("a", see(&ir.Ref{Target: a}, ir.String)))
	b.Type = object(field("a", see(&ir.Ref{Target: a}, ir.ArrayKind)))
	root := mustBeValid(t, openapi.Export(&ir.Document{Types: []*ir.TypeDecl{a, b}}))
	var got []string
	for name := range members(members(root["components"])["schemas"]) {
		got = append(got, name)
	}
	if len(got) != 5 {
		t.Errorf("got %d schemas: %v", len(got), got)
	}
}

// hostile is text that some form of writing would trip over.
var hostile = []string{
	"", " ", "-", "- a", "a: b", "a:", "a #b", "#a", "*", "&a", "!a", "|", ">", "%a", "@a", "`a", "'a'", `"a"`, "a\"b", `a\b`,
	"null", "Yes", "ON", "y", "~", "1", "1.0", "0x1F", "1e3", "12:30", "2024-01-02", ".inf", "1_000", "-1", "+1", "=", "<<", "---", "...",
	"a\nb", "a\n\nb", "\na", "a\n", " a\nb", "a \nb", "a\n b", "a\n- b\n# c", "a\r\nb", "a\tb", "\ta\nb", "a\x00b", "\x7f", "\u0085", "\u2028", "\ufeffa",
	"\u202e", "a\u200bb", "\xff\xfe", "\ufffd", "中文：说明", "，", "（a）", "😀", "{a}", "[a]", "a, b", "? a", "?a", ":a", "a\u00a0", "\u3000a", "a\ufffe",
	strings.Repeat("长", 600), strings.Repeat("k: ", 500),
}

// Whatever stands in names and texts, both forms stay valid and say the same.
func TestHostileText(t *testing.T) {
	var fields []*ir.Field
	for _, s := range hostile {
		fields = append(fields, field(s, scalar(ir.String), doc(s), func(f *ir.Field) { f.Default = some(s) }))
	}
	e := endpoint("x", "POST", "/x")
	e.Body = &ir.Body{Type: object(fields...)}
	e.Title, e.Doc, e.Group = text(hostile[4]), text("a\n# b"), text("- c")
	root := mustBeValid(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}, Title: text("\x00")}))
	if len(root) == 0 {
		t.Error("nothing was exported")
	}
}

func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e := endpoint(s, s, s)
		e.Title, e.Doc, e.Action = text(s), text(s), text(s)
		e.Params = []*ir.Field{field(s, scalar(ir.Integer), in(ir.InPath), doc(s)), field(s, scalar(ir.Boolean), in(ir.InQuery), doc(s))}
		e.Body = &ir.Body{Type: object(field(s, scalar(ir.Number), doc(s), func(f *ir.Field) { f.Default = some(s) }))}
		asJSON, asYAML := written(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}, Servers: []*ir.Server{{URL: text(s)}}}))
		sameAsJSON(t, asJSON, asYAML)
	})
}

// A sample nested without end costs no more than its text does.
func TestDeepSample(t *testing.T) {
	deep := value(ir.Integer, "1")
	for range 20_000 {
		deep = object2json(pair("a", &ir.JSON{Kind: ir.ArrayKind, Elems: []*ir.JSON{deep}}))
	}
	e := endpoint("x", "GET", "/x")
	e.Responses = []*ir.Response{{Type: scalar(ir.Any)}}
	e.Samples = []*ir.Sample{{Kind: ir.ResponseSample, JSON: deep}}
	asJSON, asYAML := written(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}}))
	if len(asJSON) > 20_000*2*(2*64+10)*2 || len(asYAML) > 400_000 {
		t.Errorf("%d bytes of JSON, %d of YAML", len(asJSON), len(asYAML))
	}
}

// The sample of 60 levels crosses from block style to flow style.
func TestDeepYAML(t *testing.T) {
	deep := value(ir.String, "a: b")
	for range 60 {
		deep = object2json(pair("a b", &ir.JSON{Kind: ir.ArrayKind, Elems: []*ir.JSON{deep, object2json()}}))
	}
	e := endpoint("x", "GET", "/x")
	e.Responses = []*ir.Response{{Type: scalar(ir.Any)}}
	e.Samples = []*ir.Sample{{Kind: ir.ResponseSample, JSON: deep}}
	asJSON, asYAML := written(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}}))
	sameAsJSON(t, asJSON, asYAML)
}

// The checks of these tests would notice: each of these documents breaks one rule.
func TestOracleNotices(t *testing.T) {
	schema, err := officialSchema()
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range []string{
		`{"openapi":"3.1.0","info":{"title":"x"},"paths":{}}`,
		`{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"x":{}}}`,
		`{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"/x":{"get":{"responses":{"200":{}}}}}}`,
		`{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{},"components":{"schemas":{"用户":{}}}}`,
		`{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{},"servers":[{"url":"{a}","variables":{"a":{}}}]}`,
		`{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"/x":{"get":{"layout":"x"}}}}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(value) == nil {
			t.Errorf("accepted: %s", broken)
		}
	}
}

func TestYAMLIsReadable(t *testing.T) {
	_, asYAML := written(t, openapi.Export(shop()))
	for _, line := range []string{
		"  /shop/orders/{orderId}/{lang}:\n", "        \"404\":\n", "  title: 商城接口\n",
		"                buyer:\n                  $ref: \"#/components/schemas/User\"\n                  description: 买家\n",
		"      description: |-\n        下单。\n\n        - 团购单需要激活码\n",
	} {
		if !strings.Contains(asYAML, line) {
			t.Errorf("the YAML lacks\n%s", line)
		}
	}
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(asYAML), &node); err != nil {
		t.Error(err)
	}
}

func TestOutputIsRepeatable(t *testing.T) {
	first, firstYAML := written(t, openapi.Export(shop()))
	for range 20 {
		again, againYAML := written(t, openapi.Export(shop()))
		if diff := cmp.Diff(first, again); diff != "" || firstYAML != againYAML {
			t.Fatalf("(-first +again):\n%s", diff)
		}
	}
}
