package address

import (
	"slices"
	"testing"

	"github.com/wenma/wenma/ir"
)

func text(s string) ir.Text { return ir.Text{Value: s} }

func field(name string, in ir.In, t ir.Type) *ir.Field {
	return &ir.Field{Name: text(name), In: in, Type: t}
}

func scalar() ir.Type { return &ir.Scalar{Kind: ir.String} }

// chat is an API whose types mention each other in a circle.
func chat() *ir.Document {
	user := &ir.TypeDecl{Name: text("User")}
	user.Type = &ir.Object{Fields: []*ir.Field{
		field("user_name", ir.InBody, scalar()), field("a.b", ir.InBody, scalar()), field("friends", ir.InBody, &ir.List{Elem: &ir.Ref{Target: user}}),
		field("x_y", ir.InBody, scalar()), field("xY", ir.InBody, scalar()),
	}}
	loop := &ir.TypeDecl{Name: text("Loop")}
	loop.Type = &ir.List{Elem: &ir.Ref{Target: loop}}
	get := &ir.Endpoint{
		Name: text("getChat"), Title: text("会话 详情"), Method: text("POST"), Methods: []ir.Text{text("GET")}, Path: ir.Path{Text: text("/v1//op/getChat")},
		Params: []*ir.Field{field("id", ir.InQuery, scalar()), field("page", ir.InQuery, scalar()), {Name: text("token"), In: ir.InHeader, Common: true, Type: scalar()}},
		Body:   &ir.Body{Type: &ir.Object{Fields: []*ir.Field{field("id", ir.InBody, scalar())}}},
		Responses: []*ir.Response{{Type: &ir.Object{Fields: []*ir.Field{
			field("list", ir.InResponse, &ir.List{Elem: &ir.Object{Fields: []*ir.Field{field("owner", ir.InResponse, &ir.Ref{Target: user})}}}),
		}}}},
	}
	twin := &ir.Endpoint{Name: text("getOther"), Title: text("会话 详情"), Method: text("GET"), Path: ir.Path{Text: text("/other")}}
	return &ir.Document{Types: []*ir.TypeDecl{user, loop, {Name: text("User"), Type: &ir.Object{}}}, Endpoints: []*ir.Endpoint{get, twin}}
}

func TestFind(t *testing.T) {
	exported := func(name string) string { return map[string]string{"xY": "Go"}[name] }
	book := NewBook(chat(), exported)
	for addr, want := range map[string]string{
		"User": "User", "User#2": "User#2", "User.user_name": "User.user_name", "user.USER_NAME": "User.user_name", "User.a.b": "User.a.b",
		"User.friends": "User.friends", "User.friends[]": "User.friends[]", "User.friends[].friends[].user_name": "User.user_name", "User.friends.a.b": "User.a.b",
		"POST /v1/op/getChat": "POST /v1/op/getChat", "GET /v1/op/getChat": "POST /v1/op/getChat", "/op/getChat": "POST /v1/op/getChat", "getchat": "POST /v1/op/getChat",
		"POST  /v1/op/getChat  request.page": "POST /v1/op/getChat request.page", "getChat query.page": "POST /v1/op/getChat request.page",
		"getChat request.query.page": "POST /v1/op/getChat request.page", "getChat request.query.id": "POST /v1/op/getChat request.query.id",
		"getChat body.id": "POST /v1/op/getChat request.id", "getChat request.id": "POST /v1/op/getChat request.id", "getChat request.token": "POST /v1/op/getChat request.token", "common.token": "common.token",
		"getChat response.list[].owner.user_name": "User.user_name", "getChat response.list.owner": "POST /v1/op/getChat response.list[].owner",
		"getChat response": "POST /v1/op/getChat response",
		// nothing, or no telling which
		"会话 详情": "", "": "", ".": "", "User.": "", "User.nobody": "", "Loop.x.y": "", "Loop[].x": "", "POST /v1/op/getChat request": "", "getChat response.list[].owner.nobody": "",
	} {
		got := ""
		if found := book.Find(addr); len(found) > 0 {
			got = found[0].Key
		}
		if got != want {
			t.Errorf("%q leads to %q, want %q", addr, got, want)
		}
	}
	for addr, want := range map[string]string{
		"User.user_nme": "User.user_name", "Usr": "User", "POST /v1/op/getChat request.pag": "POST /v1/op/getChat request.page",
		"getChat response.list[].owner.user_nam": "User.user_name", "天气": "", "": "",
	} {
		if got := book.Nearest(addr); got != want {
			t.Errorf("near %q is %q, want %q", addr, got, want)
		}
	}
}

func TestOperations(t *testing.T) {
	names := Operations(chat().Endpoints[0])
	for _, want := range []string{"POST /v1/op/getChat", "GET /v1/op/getChat", "/v1/op/getChat", "POST /op/getChat", "/op/getChat", "getChat", "会话 详情"} {
		if !slices.Contains(names, want) {
			t.Errorf("%q is not among %q", want, names)
		}
	}
	if names[0] != Operation(chat().Endpoints[0]) {
		t.Errorf("%q comes first", names[0])
	}
}
