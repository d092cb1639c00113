package explain

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

const page = `# 商城

## 下单

请求地址：POST /v1/order/create

请求参数

| 参数名 | 类型 | 必填 | 说明 | 示例 |
|---|---|---|---|---|
| type | int | 是 | 类型：1-普通 2-团购 | 1 |
| groupId | string | 否 | 团编号，type为2时必填，长度 6~20 | |
| token | string | 是 | 令牌 | 7f3a9c |
| user | User | 是 | 下单人 | |

返回参数

| 参数名 | 类型 | 说明 |
|---|---|---|
| code | int | 0 成功 |
| msg | string | 提示 |
| data | object | 结果 |
| data.orderId | int | 订单号 |
| data.tags | array | 标签 |
| data.tags[].name | string | 名称 |

返回示例

` + "```json" + `
{"code": 0, "msg": "ok", "data": {"orderId": "12", "tags": [{"name": "a"}, {"name": "b"}, {"name": null}, {"name": "c"}, {"name": "d"}]}}
` + "```" + `

错误码

| 错误码 | 说明 |
|---|---|
| 1001 | 库存不足 |

# User

| 字段 | 类型 | 说明 |
|---|---|---|
| userId | string | 编号 |
| parent | User | 上级 |
`

// asking prepares pages, which are called a.md, b.md and so on.
func asking(t testing.TB, pages ...string) *API {
	t.Helper()
	var files []*source.File
	for i, text := range pages {
		files = append(files, source.NewFile(string(rune('a'+i))+".md", text))
	}
	doc, found := parser.Parse(files, parser.Options{})
	made, more, err := generator.Generate(doc, generator.Options{Package: "shop"})
	if err != nil {
		t.Fatal(err)
	}
	found.Add(more...)
	return New(doc, found, made)
}

func golang(things []*Thing) (names []string) {
	for _, t := range things {
		names = append(names, t.Go)
	}
	slices.Sort(names)
	return names
}

func TestFind(t *testing.T) {
	api := asking(t, page)
	for _, c := range []struct{ asked, want, more string }{
		{"User.userId", "User.UserID", ""},
		{"USER.USERID", "User.UserID", ""},
		{"userId", "User.UserID", ""},
		{"User", "User", "OrderCreateRequest.User"},
		{"OrderCreate", "OrderCreate", ""},
		{"OrderCreateRequest", "OrderCreate", ""},
		{"OrderCreateResponse", "OrderCreateResponse", ""},
		{"POST /v1/order/create", "OrderCreate", ""},
		{" post  /order/create ", "OrderCreate", ""},
		{"/order/create", "OrderCreate", ""},
		{"order/create", "OrderCreate", ""},
		{"下单", "OrderCreate", ""},
		{"OrderCreate.request.groupId", "OrderCreateRequest.GroupID", ""},
		{"/order/create.groupId", "OrderCreateRequest.GroupID", ""},
		{"OrderCreate.groupId", "OrderCreateRequest.GroupID", ""},
		{"下单.data.tags.name", "OrderCreateDataTagsItem.Name", ""},
		{"tags[].name", "OrderCreateDataTagsItem.Name", ""},
		{"OrderCreateDataTagsItem", "OrderCreateDataTagsItem", ""},
		{"type=2", "OrderCreateTypeGroupBuy", ""},
		{"团购", "OrderCreateTypeGroupBuy", ""},
		{"code", "Envelope.Code", ""},
		{"1001", "ErrOutOfStock", ""},
		{"Id", "", ""}, // a name ends where a part of it does
		{"Create", "OrderCreate", ""},
		{"", "", ""},
		{".", "", ""},
		{"request", "", ""},
	} {
		things, more := api.Find(c.asked)
		if got := strings.Join(golang(things), " "); got != c.want {
			t.Errorf("%q is %q, want %q", c.asked, got, c.want)
		}
		if got := strings.Join(golang(more), " "); got != c.more {
			t.Errorf("%q ends %q, want %q", c.asked, got, c.more)
		}
	}
}

// one is the subject of a name that is that of one thing.
func one(t *testing.T, api *API, name string) *Subject {
	t.Helper()
	things, _ := api.Find(name)
	if len(things) != 1 {
		t.Fatalf("%q is the name of %v", name, golang(things))
	}
	return api.Explain(things[0])
}

func facts(s *Subject) []string {
	var out []string
	for _, f := range s.Stated {
		out = append(out, f.What+"="+f.Value)
	}
	return out
}

func TestField(t *testing.T) {
	api := asking(t, page)
	s := one(t, api, "groupId")
	for _, want := range []string{"name=groupId", "type=string", "when=type为2时必填"} {
		if !slices.ContainsFunc(facts(s), func(fact string) bool { return strings.HasPrefix(fact, want) }) {
			t.Errorf("%v lacks %s", facts(s), want)
		}
	}
	var rules []string
	for _, r := range s.Rules {
		rules = append(rules, r.words.EN)
		if r.At == nil || r.At.Line != 12 {
			t.Errorf("%s was read at %v", r.Rule, r.At)
		}
	}
	if want := []string{"length 6 ~ 20", "required if type is 2"}; !slices.Equal(rules, want) {
		t.Errorf("rules %v, want %v", rules, want)
	}
	if len(s.Inferred) < 2 || s.Inferred[0].Why.ZH == "" || s.Inferred[0].From == nil {
		t.Errorf("inferred %+v", s.Inferred)
	}
	if len(s.Declarations) != 1 || !strings.HasPrefix(s.Declarations[0].Text, "GroupID ") {
		t.Errorf("declared as %+v", s.Declarations)
	}
}

func TestSamples(t *testing.T) {
	api := asking(t, page)
	id := one(t, api, "orderId")
	if len(id.Samples) != 1 || id.Samples[0].Value != "12" || !id.Samples[0].Unlike {
		t.Errorf("orderId: %+v", id.Samples)
	}
	if len(id.Repaired) != 1 || id.Repaired[0].Code != "type-conflict" {
		t.Errorf("orderId: %+v", id.Repaired)
	}
	name := one(t, api, "tags.name")
	var shown []string
	for _, s := range name.Samples {
		shown = append(shown, s.Kind+" "+s.Value)
	}
	if want := []string{"string a", "string b", "null "}; !slices.Equal(shown, want) {
		t.Errorf("name: %q", shown)
	}
	if !name.Nullable {
		t.Error("name may be null")
	}
}

// TestSecrets: a secret value is shown nowhere, be it in a cell, a frame or a sample.
func TestSecrets(t *testing.T) {
	api := asking(t, page)
	s := one(t, api, "token")
	if !s.Secret || !slices.Contains(facts(s), "example=***") {
		t.Errorf("token: %v", facts(s))
	}
	var out bytes.Buffer
	api.Text(&out, []*Subject{s}, report.Options{})
	JSON(&out, []*Subject{s})
	if strings.Contains(out.String(), "7f3a9c") || !strings.Contains(out.String(), "| 令牌 | ****** |") {
		t.Errorf("the secret is not hidden:\n%s", out.String())
	}
}

func TestMask(t *testing.T) {
	f := source.NewFile("p.md", "ab密cd\nef\n")
	got := masked(f, []source.Span{f.Span(8, 10), f.Span(1, 5), f.Span(0, 3), f.Span(2, 3)})
	if want := "*****cd\n**\n"; got.Text != want || got.Path != f.Path {
		t.Errorf("%q, want %q", got.Text, want)
	}
}

func TestOperation(t *testing.T) {
	s := one(t, asking(t, page), "OrderCreate")
	for _, want := range []string{"title=下单", "method=POST", "code=code", "message=msg", "data=data", "success=0", "sample=response"} {
		if !slices.Contains(facts(s), want) {
			t.Errorf("%v lacks %s", facts(s), want)
		}
	}
	if len(s.Declarations) != 2 || !strings.HasSuffix(s.Declarations[0].Text, "(*OrderCreateData, error)") ||
		!strings.Contains(s.Declarations[1].Text, "type OrderCreateRequest struct {\n\tType ") {
		t.Errorf("declared as %+v", s.Declarations)
	}
}

// TestEverything tells about every thing there is, in both languages and as JSON, on the real page and the one above.
func TestEverything(t *testing.T) {
	seed, err := os.ReadFile("../../specs/op/getChatInfo.md")
	if err != nil {
		t.Fatal(err)
	}
	api := asking(t, page, string(seed))
	kindsSeen := make(map[generator.NameKind]bool)
	for _, thing := range api.things {
		s := api.Explain(thing)
		kindsSeen[s.Kind] = true
		if len(s.Declarations) == 0 {
			t.Errorf("%s %s (%s) is declared nowhere", s.Kind, s.Key, s.Go)
		}
		for _, f := range s.Stated {
			if labels()[f.What].ZH == "" || labels()[f.What].EN == "" {
				t.Errorf("no label for %q", f.What)
			}
		}
		for _, i := range s.Inferred {
			if abouts()[i.About].ZH == "" {
				t.Errorf("no word for an inference about %q", i.About)
			}
		}
		if kinds()[s.Kind].ZH == "" || kinds()[s.Kind].EN == "" {
			t.Errorf("no word for %q", s.Kind)
		}
		checkText(t, api, s)
		var b bytes.Buffer
		JSON(&b, []*Subject{s})
		if !json.Valid(b.Bytes()) || bytes.Count(b.Bytes(), []byte("\n")) != 1 {
			t.Errorf("not one JSON object: %s", b.String())
		}
		for _, name := range []string{thing.Go, thing.names[0].Key} {
			if found, _ := api.Find(name); len(found) == 0 {
				t.Errorf("%q finds nothing", name)
			}
		}
	}
	for _, kind := range []generator.NameKind{"type", "object", "enum", "constant", "operation", "response", "field", "envelope", "time", "server", "error"} {
		if !kindsSeen[kind] {
			t.Errorf("nothing of kind %s was told of", kind)
		}
	}
}

// checkText looks at the lines: none ends in a blank.
func checkText(t *testing.T, api *API, s *Subject) {
	for _, lang := range []source.Lang{source.Chinese, source.English} {
		var b strings.Builder
		api.Text(&b, []*Subject{s}, report.Options{Lang: lang})
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%s: %q ends in a blank", s.Go, line)
			}
		}
	}
}

func TestLedger(t *testing.T) {
	api := asking(t, page)
	entries := api.Ledger()
	inferences := 0
	ir.Walk(api.doc, func(n ir.Node) {
		if _, ok := n.Of.(*ir.Inference); ok {
			inferences++
		}
	})
	if len(entries) != inferences || inferences < 5 {
		t.Errorf("%d entries of %d inferences", len(entries), inferences)
	}
	var out bytes.Buffer
	JSON(&out, entries)
	for line := range bytes.Lines(out.Bytes()) {
		var e struct {
			Owner, Go, About string
			Why              struct{ ZH, EN string }
			From             *struct {
				File         string
				Line, Column int
			}
		}
		if err := json.Unmarshal(line, &e); err != nil || e.Owner == "" || e.About == "" || e.Why.ZH == "" || e.Why.EN == "" || e.From == nil || e.From.Line == 0 {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestBroken(t *testing.T) {
	for _, c := range []struct {
		text       string
		room       int
		line, rest string
	}{
		{"short", 10, "short", ""},
		{"two words", 5, "two", "words"},
		{"中文没有空格", 7, "中文没", "有空格"},
		{"unbreakable", 4, "unbr", "eakable"},
		{"写作（甲）", 6, "写作", "（甲）"},
		{"", 4, "", ""},
	} {
		if line, rest := broken(c.text, c.room); line != c.line || rest != c.rest {
			t.Errorf("%q in %d: %q and %q", c.text, c.room, line, rest)
		}
	}
}

func TestRuleWords(t *testing.T) {
	one, two := int64(1), int64(2)
	word := func(s string) ir.Text { return ir.Text{Value: s} }
	for _, c := range []struct {
		rule   ir.Rule
		zh, en string
	}{
		{&ir.NotEmpty{}, "不能为空", "not empty"},
		{&ir.Length{Min: &one, Max: &two, Bytes: true}, "长度 1 ~ 2 字节", "length 1 ~ 2 bytes"},
		{&ir.Length{Min: &two, Max: &two}, "长度 2", "length 2"},
		{&ir.Length{Max: &two, Parts: true}, "长度 ≤ 2 段", "length ≤ 2 parts"},
		{&ir.Length{Min: &one}, "长度 ≥ 1", "length ≥ 1"},
		{&ir.Range{Min: "0", ExclusiveMin: true, Max: "9.5"}, "范围 > 0 ≤ 9.5", "range > 0 ≤ 9.5"},
		{&ir.Range{Max: "9", ExclusiveMax: true}, "范围 < 9", "range < 9"},
		{&ir.Decimals{Max: 2}, "小数 ≤ 2 位", "decimals ≤ 2"},
		{&ir.Characters{Class: "0-9 A-Z _"}, "只含 0-9 A-Z _", "only 0-9 A-Z _"},
		{&ir.Affix{Texts: []ir.Text{word("http://"), word("https://")}}, "以 http:// 或 https:// 开头", "begins with http:// or https://"},
		{&ir.Affix{Texts: []ir.Text{word(".jpg")}, End: true}, "以 .jpg 结尾", "ends with .jpg"},
		{&ir.Pattern{Expr: "a+"}, "匹配 a+", "matches a+"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: word("t"), Values: []ir.Text{word("1"), word("2")}}}, "t 为 1、2 时必填", "required if t is 1 or 2"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: word("t"), Values: []ir.Text{word("1")}, Not: true}}, "t 不是 1 时必填", "required unless t is 1"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: word("t")}}, "有 t 时必填", "required with t"},
		{&ir.RequiredIf{Condition: ir.Condition{Field: word("t"), Not: true}}, "没有 t 时必填", "required without t"},
		{&ir.OneOf{Fields: []ir.Text{word("a"), word("b")}}, "a、b 中至少要有一个", "at least one of a, b"},
		{&ir.OneOf{Fields: []ir.Text{word("a"), word("b")}, HowMany: ir.ExactlyOne}, "a、b 中要有一个，且只能有一个", "exactly one of a, b"},
		{&ir.OneOf{Fields: []ir.Text{word("a"), word("b")}, HowMany: ir.AtMostOne}, "a、b 中最多只能有一个", "at most one of a, b"},
		{&ir.AllowedIf{Condition: ir.Condition{Field: word("t"), Values: []ir.Text{word("1")}}}, "仅 t 为 1 时可填", "allowed only if t is 1"},
	} {
		if got := ruleWords(c.rule); got.ZH != c.zh || got.EN != c.en {
			t.Errorf("%s: %q, %q", ir.RuleText(c.rule), got.ZH, got.EN)
		}
	}
}

// FuzzFind asks for anything: no name breaks it, and what is found has that name's letters.
func FuzzFind(f *testing.F) {
	api := asking(f, page)
	for _, seed := range []string{"User.userId", "post /order/create", "..", "[]{}", "type=2", "下单.", "\xff", "request."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		things, _ := api.Find(name)
		if len(things) > 0 && folded(name) == "" {
			t.Errorf("%q is the name of %v", name, golang(things))
		}
	})
}
