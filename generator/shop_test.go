package generator

import (
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// The documents here have no page: they hold every shape that the seed page has not.

func name(words string) ir.Text { return ir.Text{Value: words} }

func member(name string, t ir.Type, more ...func(*ir.Field)) *ir.Field {
	f := &ir.Field{Name: ir.Text{Value: name}, Type: t}
	for _, m := range more {
		m(f)
	}
	return f
}

func scalar(k ir.Kind) *ir.Scalar { return &ir.Scalar{Kind: k} }

func ref(d *ir.TypeDecl) *ir.Ref { return &ir.Ref{Name: d.Name, Target: d} }

func required(f *ir.Field) { f.Presence = ir.Required }

func notEmpty(f *ir.Field) { f.Rules = append(f.Rules, &ir.NotEmpty{}) }

func in(where ir.In) func(*ir.Field) { return func(f *ir.Field) { f.In = where } }

func optional(f *ir.Field) { f.Presence = ir.Optional }

func rule(r ir.Rule) func(*ir.Field) {
	return func(f *ir.Field) { f.Rules = append(f.Rules, r) }
}

func length(low, high int64) func(*ir.Field) { return rule(&ir.Length{Min: &low, Max: &high}) }

func object(fields ...*ir.Field) *ir.Object { return &ir.Object{Fields: fields} }

func list(t ir.Type) *ir.List { return &ir.List{Elem: t} }

// seenAs is a type of which a sample shows another kind.
func seenAs[T interface {
	ir.Type
	See(ir.Kind, source.Span)
}](t T, k ir.Kind) T {
	t.See(k, source.Span{})
	return t
}

func endpoint(method, path, called string, params ...*ir.Field) *ir.Endpoint {
	e := &ir.Endpoint{Name: name(called), Method: name(method), Path: ir.Path{Text: name(path)}, Params: params}
	return e
}

func body(e *ir.Endpoint, m ir.Media, t ir.Type) *ir.Endpoint {
	e.Body = &ir.Body{Media: m, Type: t}
	return e
}

func answers(e *ir.Endpoint, m ir.Media, t ir.Type) *ir.Endpoint {
	e.Responses = []*ir.Response{{Media: m, Type: t}}
	return e
}

// result answers in the shop's envelope; without a payload the further members stand beside the code.
func result(e *ir.Endpoint, payload *ir.Field, beside ...*ir.Field) *ir.Endpoint {
	env := &ir.Envelope{
		Code: member("retCode", scalar(ir.String)), Message: member("retMsg", scalar(ir.String)), Data: payload, Rest: beside,
		Success: []ir.Value{{Kind: ir.String, Text: name("0")}, {Kind: ir.String, Text: name("00")}},
	}
	root := object(env.Code, env.Message)
	if payload != nil {
		root.Fields = append(root.Fields, payload)
	}
	root.Fields = append(root.Fields, beside...)
	e.Responses = []*ir.Response{{Type: root, Envelope: env}}
	return e
}

func enum(base ir.Kind, values ...string) *ir.Enum {
	e := &ir.Enum{Base: scalar(base)}
	for _, v := range values {
		e.Values = append(e.Values, ir.EnumValue{Value: name(v)})
	}
	return e
}

func shop() *ir.Document {
	str, integer, number, boolean, file := scalar(ir.String), scalar(ir.Integer), scalar(ir.Number), scalar(ir.Boolean), scalar(ir.File)
	status := &ir.TypeDecl{Name: name("Status"), Type: enum(ir.String, "on", "off", "on", "停用")}
	level := &ir.TypeDecl{Name: name("Level"), Type: enum(ir.Integer, "1", "2", "-1")}
	level.Type.(*ir.Enum).Open = true
	node := &ir.TypeDecl{Name: name("Node"), Recursive: true}
	node.Type = object(
		member("name", str, required, notEmpty), member("children", list(ref(node))), member("parent", ref(node), optional),
		member("twin", ref(node)), member("byName", &ir.Map{Elem: ref(node)}), member("status", ref(status)), member("level", ref(level), optional),
	)
	language := &ir.TypeDecl{Name: name("Language"), Type: object(member("code", str), member("validate", str), member("build", boolean))}
	anything := &ir.TypeDecl{Name: name("Anything"), Type: &ir.Object{Open: true}}
	loose := &ir.TypeDecl{Name: name("Loose"), Type: object(
		member("n", seenAs(scalar(ir.Integer), ir.String)), member("s", seenAs(scalar(ir.String), ir.Integer)),
		member("o", seenAs(object(member("x", integer)), ir.ArrayKind)), member("l", seenAs(list(str), ir.String)),
		member("p", seenAs(scalar(ir.Number), ir.String), optional), member("ls", list(seenAs(scalar(ir.Integer), ir.String))),
	)}
	limits := &ir.TypeDecl{Name: name("limits"), Type: object(
		member("name", str, required, length(2, 4)), member("bytes", str, rule(&ir.Length{Max: new(int64(6)), Bytes: true})),
		member("age", integer, required, rule(&ir.Range{Min: "0", Max: "150", ExclusiveMin: true})),
		member("ratio", number, required, rule(&ir.Range{Min: "0", Max: "1", ExclusiveMax: true})),
		member("low", number, optional, rule(&ir.Range{Min: "-1.5"})), member("count", integer, optional, rule(&ir.Range{Max: "2.5"})),
		member("phone", str, optional, rule(&ir.Pattern{Expr: `1\d{10}`})), member("bad", str, rule(&ir.Pattern{Expr: `(?=x)`})),
		member("tags", list(str), optional, length(1, 2)), member("must", list(str), required), member("any", scalar(ir.Any), required),
		member("color", enum(ir.String, "red", "blue"), required), member("size", enum(ir.Integer, "1", "2"), optional),
		member("status", ref(status), required), member("grid", list(list(ref(node)))), member("names", &ir.Map{Elem: str}, notEmpty),
		member("states", list(ref(status))),
		member("price", number, optional, rule(&ir.Decimals{Max: 2})), member("discount", number, rule(&ir.Range{Min: "0", Max: "1"}), rule(&ir.Decimals{Max: 1})),
		member("amount", str, optional, rule(&ir.Range{Min: "0", ExclusiveMin: true}), rule(&ir.Decimals{Max: 2})), member("fee", str, optional, rule(&ir.Decimals{Max: 2})),
		member("pin", str, optional, length(6, 6), rule(&ir.Characters{Class: ir.OnlyDigits})), member("sku", str, rule(&ir.Characters{Class: "0-9 A-Z - _"})),
		member("link", str, optional, rule(&ir.Affix{Texts: []ir.Text{name("http://"), name("https://")}})),
		member("photo", str, rule(&ir.Affix{Texts: []ir.Text{name(".png")}, End: true})),
		member("pieces", integer, rule(&ir.Decimals{Max: 2})), member("prices", list(number), rule(&ir.Decimals{Max: 2})),
	)}
	words := &ir.TypeDecl{Name: name("类型"), Type: object(
		member("type", str), member("func", str), member("user_id", str), member("userId", str), member("名称", str), member("2fa", boolean),
		member(`quo"te`, str), member("back`quote", str), member("a,b", str), member("-", str), member("user-name", str), member("*/", str),
		member("userId", integer), member("", str),
	)}
	user := object(member("id", integer), member("name", str), member("node", ref(node)), member("loose", ref(loose), optional))
	pathID, avatar := member("id", integer, in(ir.InPath)), member("avatar", file, required)
	return &ir.Document{
		Title: name("商城"), Types: []*ir.TypeDecl{status, level, node, language, anything, loose, limits, words},
		Endpoints: []*ir.Endpoint{
			answers(endpoint("GET", "/users/{id}", "getUser", pathID,
				member("verbose", boolean, in(ir.InQuery)), member("fields", list(str), in(ir.InQuery), optional),
				member("page", integer, in(ir.InQuery), required, rule(&ir.Range{Min: "1"})), member("ratio", number, in(ir.InQuery), optional),
				member("state", ref(status), in(ir.InQuery), optional), member("states", list(ref(status)), in(ir.InQuery), optional),
				member("filter", object(member("from", str), member("to", str)), in(ir.InQuery), optional),
				member("X-Tenant", str, in(ir.InHeader), required), member("sid", str, in(ir.InCookie)), member("Content-Type", str, in(ir.InHeader)),
				member("what", scalar(ir.Any), in(ir.InQuery)),
			), ir.MediaJSON, user),
			answers(endpoint("GET", "/users", "listUsers"), ir.MediaJSON, list(ref(node))),
			result(body(endpoint("POST", "/users", "createUser"), ir.MediaJSON, object(
				member("limits", ref(limits), required), member("detail", object(member("a", str), member("b", list(object(member("c", str)))))),
				member("open", ref(anything)), member("anything", scalar(ir.Any)), member("words", ref(words), optional),
				member("language", ref(language), optional),
			)), member("result", list(object(member("id", integer))))),
			endpoint("POST", "/users", "createUserAgain"),
			result(body(endpoint("POST", "/users/{userId}/avatar", "setAvatar", member("userId", str, in(ir.InPath))), ir.MediaMultipart, object(
				avatar, member("more", list(file)), member("name", str, required), member("scores", list(integer)),
				member("meta", object(member("k", str)), optional), member("public", boolean),
			)), member("result", str)),
			result(body(endpoint("POST", "/login", "login"), ir.MediaForm, object(
				member("user", str, required, notEmpty), member("password", str, required), member("remember", boolean), member("tags", list(str)),
			)), nil, member("token", str), member("expires", integer)),
			answers(endpoint("GET", "/export/{name}.{kind}", "export"), ir.MediaBinary, nil),
			answers(body(endpoint("PUT", "/note", "note"), ir.MediaText, nil), ir.MediaText, nil),
			body(endpoint("POST", "/blob", "blob"), ir.MediaBinary, nil),
			endpoint("GET", "/a/{x}", "first"), endpoint("GET", "/{y}/b", "second"), endpoint("POST", "/{z}/b/", "third"),
			endpoint("", "", "ping"),
			answers(body(endpoint("POST", "/batch", "batch"), ir.MediaJSON, list(integer)), ir.MediaJSON, &ir.Map{Elem: number}),
			answers(body(endpoint("POST", "/raw", "raw"), ir.MediaJSON, &ir.Object{Open: true}), ir.MediaJSON, scalar(ir.Any)),
			answers(endpoint("GET", "/count", "count"), ir.MediaJSON, integer),
			answers(body(endpoint("PATCH", "/node", "patchNode"), ir.MediaJSON, ref(node)), ir.MediaJSON, ref(node)),
		},
	}
}

// gateway has one path for all, an action in the body, a boolean success, and common headers.
func gateway() *ir.Document {
	str := scalar(ir.String)
	action := func(called string, payload *ir.Field) *ir.Endpoint {
		e := body(endpoint("POST", "/gateway.do", called), ir.MediaJSON, object(member("method", str, required), member("id", str, required)))
		e.Action = name(called)
		e.Params = []*ir.Field{
			member("X-Token", str, in(ir.InHeader), func(f *ir.Field) { f.Common, f.Secret = true, true }),
			member("X-Sign", str, in(ir.InHeader), func(f *ir.Field) { f.Common, f.Signature = true, true }),
		}
		env := &ir.Envelope{
			Code: member("success", scalar(ir.Boolean)), Message: member("error", str), Data: payload,
			Success: []ir.Value{{Kind: ir.Boolean, Text: name("true")}},
		}
		e.Responses = []*ir.Response{{Type: object(env.Code, env.Message, payload), Envelope: env}}
		return e
	}
	return &ir.Document{Endpoints: []*ir.Endpoint{
		action("order.get", member("data", object(member("orderNo", str)), func(f *ir.Field) { f.Nullable = &ir.Sighting{Kind: ir.Null} })),
		action("order.close", member("data", scalar(ir.Boolean))),
	}}
}
