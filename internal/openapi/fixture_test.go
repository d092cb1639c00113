package openapi_test

import (
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// The documents of these tests are built by hand: they hold every shape that the IR has, whether or not a page has yet
// been seen that needs it.

func text(s string) ir.Text { return ir.Text{Value: s} }

func some(s string) *ir.Text { return &ir.Text{Value: s} }

func number(n int64) *int64 { return &n }

func scalar(kind ir.Kind, seen ...ir.Kind) *ir.Scalar { return see(&ir.Scalar{Kind: kind}, seen...) }

func see[T interface{ See(ir.Kind, source.Span) }](t T, seen ...ir.Kind) T {
	for _, k := range seen {
		t.See(k, source.Span{})
	}
	return t
}

func field(name string, t ir.Type, more ...func(*ir.Field)) *ir.Field {
	f := &ir.Field{Name: text(name), Type: t}
	for _, change := range more {
		change(f)
	}
	return f
}

func object(fields ...*ir.Field) *ir.Object { return &ir.Object{Fields: fields} }

func required(f *ir.Field) { f.Presence = ir.Required }

func nullable(f *ir.Field) { f.Nullable = &ir.Sighting{Kind: ir.Null} }

func fromSample(f *ir.Field) { f.Origin = ir.FromSample }

func in(place ir.In) func(*ir.Field) { return func(f *ir.Field) { f.In = place } }

func doc(s string) func(*ir.Field) { return func(f *ir.Field) { f.Doc = text(s) } }

func rules(all ...ir.Rule) func(*ir.Field) { return func(f *ir.Field) { f.Rules = all } }

func endpoint(name, method, path string) *ir.Endpoint {
	return &ir.Endpoint{Name: text(name), Method: text(method), Path: ir.Path{Text: text(path)}}
}

func object2json(members ...*ir.Member) *ir.JSON {
	return &ir.JSON{Kind: ir.ObjectKind, Members: members}
}

func pair(name string, value *ir.JSON) *ir.Member { return &ir.Member{Name: text(name), Value: value} }

func value(kind ir.Kind, s string) *ir.JSON { return &ir.JSON{Kind: kind, Text: s} }

// shop is an API with everything.
func shop() *ir.Document {
	file := source.NewFile("pages/shop.md", "# 商城\n\n订单 User 示例\n")
	user := userType()
	status := &ir.TypeDecl{Name: text("订单状态"), Doc: text("订单的状态"), Type: orderStatus()}
	return &ir.Document{
		Title: text("商城接口"), Group: text("商城"),
		Servers: []*ir.Server{
			{Name: text("开发环境"), URL: text("http://127.0.0.1:8080")}, {Name: text("线上环境")},
			{URL: text("https://{{domain}}/api/${version}")}, {URL: text("api.example.com:8443/v1")},
		},
		Endpoints: []*ir.Endpoint{createOrder(user, file), getOrder(user, status), upload(), gateway("DescribeZones"), gateway("CreateZone"), bare()},
		Types:     []*ir.TypeDecl{user, status},
		Errors:    []*ir.ErrorCode{{Value: text("40001"), Doc: text("库存不足"), Remedy: text("稍后再试")}, {Value: text("40002"), Doc: text("店铺已关闭")}},
		History: []*ir.Revision{
			{Version: text("1.1"), Date: text("2024-03-01"), Doc: text("增加团购"), Author: text("小林")},
			{Version: text("1.0"), Date: text("2024-01-02"), Doc: text("初版")},
		},
		Inferred: []*ir.Inference{{About: "envelope", Value: "success=0", From: file.Span(2, 4), Why: source.Message{ZH: "所有示例如此", EN: "all samples have it"}}},
	}
}

// userType mentions itself, as declared and as samples show it.
func userType() *ir.TypeDecl {
	user := &ir.TypeDecl{Name: text("User"), Recursive: true}
	user.Type = object(
		field("id", &ir.Scalar{Kind: ir.Integer, Bits: 64}, required, doc("编号")),
		field("parent", &ir.Ref{Target: user}, nullable, doc("上级")),
		field("substitute", see(&ir.Ref{Target: user}, ir.String), doc("代理人")),
		field("team", &ir.List{Elem: &ir.Ref{Target: user}}),
		field("token", scalar(ir.String), func(f *ir.Field) { f.Secret, f.Example = true, some("s3cr3t") }),
	)
	return user
}

func orderStatus() *ir.Enum {
	return &ir.Enum{Base: scalar(ir.Integer), Values: []ir.EnumValue{
		{Value: text("0"), Label: text("未付款")}, {Value: text("1"), Label: text("已付款")}, {Value: text("1"), Label: text("重复")},
	}}
}

func createOrder(user *ir.TypeDecl, file *source.File) *ir.Endpoint {
	e := endpoint("orders", "POST", "/shop/orders")
	e.Title, e.Doc, e.Number = text("创建订单"), text("下单。\n\n- 团购单需要激活码"), text("3.1")
	e.Methods = []ir.Text{text("PUT"), text("POST"), text("SUBSCRIBE")}
	e.Params = []*ir.Field{
		field("X-Token", scalar(ir.String), in(ir.InHeader), required, func(f *ir.Field) { f.Secret, f.Common = true, true }),
		field("x-token", scalar(ir.String), in(ir.InHeader)),
		field("sign", scalar(ir.String), in(ir.InQuery), func(f *ir.Field) { f.Signature, f.Origin = true, ir.FromURL }),
	}
	e.Body = &ir.Body{Type: orderBody(user, file), Doc: text("订单")}
	code, message := field("code", scalar(ir.Integer, ir.String), fromSample), field("msg", scalar(ir.String), fromSample)
	data := field("data", see(object(field("orderId", scalar(ir.String), fromSample)), ir.ArrayKind), fromSample)
	page := field("page", scalar(ir.Any), fromSample, nullable)
	e.Responses = []*ir.Response{
		{Type: object(code, message, data, page), Envelope: &ir.Envelope{
			Code: code, Message: message, Data: data, Rest: []*ir.Field{page},
			Success: []ir.Value{{Kind: ir.Integer, Text: text("0")}, {Kind: ir.String, Text: text("SUCCESS")}},
		}},
		{Status: text("200"), Doc: text("团购单"), Type: object(field("groupId", scalar(ir.Integer)))},
		{Status: text("200"), Media: ir.MediaText},
		{Status: text("404 Not Found"), Doc: text("没有此店铺"), Type: object(code, message)},
		{Doc: text("其他失败"), Type: object(code)},
		{Doc: text("再一种失败"), Type: object(message)},
	}
	e.Samples = orderSamples()
	e.Errors = []*ir.ErrorCode{{Value: text("1"), Doc: text("参数错误")}}
	e.Deprecated = some("改用 v2")
	e.Inferred = []*ir.Inference{{About: "envelope", Value: "success=0", From: file.Span(9, 15), Why: source.Message{ZH: "示例中 code 为 0", EN: "code is 0 in the sample"}}}
	return e
}

func orderBody(user *ir.TypeDecl, file *source.File) *ir.Object {
	nine, closed := int64(9), int64(20)
	return object(
		field("kind", &ir.Enum{Base: scalar(ir.String), Open: true, Values: []ir.EnumValue{{Value: text("NORMAL"), Label: text("普通")}, {Value: text("GROUP")}}}, required),
		field("status", see(orderStatus(), ir.String), nullable),
		field("title", scalar(ir.String), doc("标题"), rules(&ir.NotEmpty{}, &ir.Length{Min: number(6), Max: &closed}), func(f *ir.Field) { f.Label = text("订单标题") }),
		field("remark", scalar(ir.String), rules(&ir.Length{Min: number(0), Max: number(1024), Bytes: true}, &ir.Pattern{Expr: `[a-z]+`})),
		field("price", &ir.Scalar{Kind: ir.Number, Format: "decimal"}, rules(&ir.Range{Min: "0", ExclusiveMin: true, Max: "99.5"}), func(f *ir.Field) { f.Default, f.Example = some("1.5"), some("9.90") }),
		field("count", &ir.Scalar{Kind: ir.Integer, Bits: 32}, func(f *ir.Field) { f.Default = some("当前库存") }),
		field("urgent", scalar(ir.Boolean), func(f *ir.Field) { f.Default = some("False") }),
		field("code", scalar(ir.String), func(f *ir.Field) { f.Presence, f.When = ir.Conditional, text("kind为GROUP时必填") }),
		field("photos", &ir.List{Elem: scalar(ir.String)}, rules(&ir.NotEmpty{}, &ir.Length{Max: &nine})),
		field("grid", &ir.List{Elem: &ir.List{Elem: scalar(ir.Integer, ir.Null)}}),
		field("ids", see(&ir.List{Elem: scalar(ir.Integer)}, ir.String), func(f *ir.Field) { f.Declared = text("List<Long>") }),
		field("attributes", &ir.Map{Elem: scalar(ir.String)}, rules(&ir.NotEmpty{})),
		field("extra", &ir.Object{Open: true}, func(f *ir.Field) { f.Absent, f.Note = true, text("*/order.Extra") }),
		field("buyer", &ir.Ref{Name: text("Usr"), Target: user}, required, doc("买家")),
		field("seller", see(&ir.Ref{Target: user}, ir.String, ir.Null)),
		field("createTime", &ir.Scalar{Kind: ir.String, Format: "date-time", Layout: text("yyyy-MM-dd HH:mm:ss")}),
		field("day", &ir.Scalar{Kind: ir.String, Format: "date", Layout: text("yyyy-MM-dd")}),
		field("expires", &ir.Scalar{Kind: ir.Integer, Bits: 64, Format: "unix-millis"}),
		field("picture", &ir.Scalar{Kind: ir.String, Format: "byte"}),
		field("注释", scalar(ir.Any), func(f *ir.Field) {
			f.Deprecated = some("不再使用")
			f.Inferred = []*ir.Inference{{About: "type", Value: "any", From: file.Span(9, 15), Why: source.Message{ZH: "页面没有说明", EN: "the page does not say"}}}
		}),
		field("kind", scalar(ir.Integer)),
	)
}

func orderSamples() []*ir.Sample {
	success := object2json(
		pair("code", value(ir.Integer, "0")), pair("msg", value(ir.String, "\"好\"\n")), pair("page", value(ir.Null, "null")),
		pair("data", object2json(pair("orderId", value(ir.String, "9")))), pair("code", value(ir.Integer, "1")),
	)
	request := object2json(
		pair("kind", value(ir.String, "NORMAL")), pair("price", value(ir.Number, "9.9")), pair("urgent", value(ir.Boolean, "False")),
		pair("buyer", object2json(pair("id", value(ir.Integer, "7")), pair("token", &ir.JSON{Kind: ir.String, Text: "s3cr3t", Secret: true}))),
		pair("grid", &ir.JSON{Kind: ir.ArrayKind, Elems: []*ir.JSON{{Kind: ir.ArrayKind, Elems: []*ir.JSON{value(ir.Null, "null"), value(ir.Integer, "1")}}}}),
	)
	failure := object2json(pair("code", value(ir.Integer, "0123")), pair("msg", value(ir.String, "库存不足")))
	return []*ir.Sample{
		{Kind: ir.RequestSample, Name: text("普通单"), JSON: request},
		{Kind: ir.RequestSample, Body: text("curl -X POST")},
		{Kind: ir.ResponseSample, JSON: success}, {Kind: ir.ResponseSample, Name: text("又一个"), JSON: object2json()},
		{Kind: ir.ErrorSample, JSON: failure},
	}
}

func getOrder(user, status *ir.TypeDecl) *ir.Endpoint {
	e := endpoint("order", "GET", "/shop/orders/{orderId}/{lang}")
	e.Title = text("查询订单")
	e.Params = []*ir.Field{
		field("orderId", &ir.Scalar{Kind: ir.Integer, Bits: 64}, in(ir.InPath), doc("订单号"), func(f *ir.Field) { f.Example = some("1001") }),
		field("shopId", scalar(ir.String), in(ir.InPath)),
		field("ids", &ir.List{Elem: scalar(ir.Integer)}, in(ir.InQuery), required),
		field("session", scalar(ir.String), in(ir.InCookie), func(f *ir.Field) { f.Label, f.Deprecated = text("会话"), some("") }),
	}
	wrapped := &ir.TypeDecl{Name: text("Result«List«用户»»"), Type: object(field("list", &ir.List{Elem: &ir.Ref{Target: user}}), field("status", &ir.Ref{Target: status}, nullable))}
	e.Responses = []*ir.Response{{Status: text("2xx"), Type: &ir.List{Elem: &ir.Ref{Target: wrapped}}}, {Status: text("500"), Doc: text("服务器错误")}}
	return e
}

func upload() *ir.Endpoint {
	e := endpoint("上传图片", "ANY", "/files")
	e.Title, e.Group = text("上传图片"), text("文件")
	e.Body = &ir.Body{Media: ir.MediaMultipart, Type: object(field("file", scalar(ir.File), required), field("files", &ir.List{Elem: scalar(ir.File)}))}
	e.Responses = []*ir.Response{{Media: ir.MediaBinary}, {Media: ir.MediaForm, Status: text("422"), Type: object(field("why", scalar(ir.Null)))}}
	return e
}

func gateway(action string) *ir.Endpoint {
	e := endpoint(action, "GET", "/")
	e.Action = text(action)
	e.Params = []*ir.Field{field("Action", scalar(ir.String), in(ir.InQuery), required, func(f *ir.Field) { f.Example = some(action) })}
	e.Responses = []*ir.Response{{Media: ir.MediaXML, Type: scalar(ir.Any)}}
	return e
}

// bare is an endpoint of which the page says next to nothing.
func bare() *ir.Endpoint {
	e := endpoint("查询 余额", "", "")
	e.Params = []*ir.Field{field("userId", scalar(ir.String), in(ir.InPath))}
	return e
}
