package openapi_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

// keys lists an export's operations as "METHOD path operationId".
func keys(t *testing.T, endpoints ...*ir.Endpoint) []string {
	t.Helper()
	root := mustBeValid(t, openapi.Export(&ir.Document{Endpoints: endpoints}))
	var out []string
	for path, item := range members(root["paths"]) {
		for method, op := range members(item) {
			out = append(out, strings.ToUpper(method)+" "+path+" "+members(op)["operationId"].(string))
		}
	}
	slices.Sort(out)
	return out
}

func TestOperations(t *testing.T) {
	both := endpoint("list", "GET", "/users")
	both.Methods = []ir.Text{text("POST")}
	action := endpoint("运行", "GET", "/")
	action.Action = text("Run {it}")
	for name, c := range map[string]struct {
		endpoints []*ir.Endpoint
		want      []string
	}{
		"one path, two methods": {
			[]*ir.Endpoint{endpoint("get", "GET", "/users"), endpoint("add", "POST", "/users")},
			[]string{"GET /users get", "POST /users add"},
		},
		"the same method and path again": {
			[]*ir.Endpoint{endpoint("a", "GET", "/users"), endpoint("b", "GET", "/users"), endpoint("b", "GET", "/users")},
			[]string{"GET /users a", "GET /users#get_users get_users", "GET /users#get_users_2 get_users_2"},
		},
		"further methods": {
			[]*ir.Endpoint{both, endpoint("add", "POST", "/users")},
			[]string{"GET /users list", "POST /users list_post", "POST /users#add add"},
		},
		"one path to OpenAPI, though the parameters differ in name": {
			[]*ir.Endpoint{endpoint("get", "GET", "/users/{id}"), endpoint("drop", "DELETE", "/users/{userId}")},
			[]string{"DELETE /users/{userId}#drop drop", "GET /users/{id} get"},
		},
		"a name that others have": {
			[]*ir.Endpoint{endpoint("list", "GET", "/users/list"), endpoint("list", "GET", "/orders/list")},
			[]string{"GET /orders/list get_orders_list", "GET /users/list get_users_list"},
		},
		"a gateway": {
			[]*ir.Endpoint{gateway("A"), gateway("B"), gateway("B"), action},
			[]string{"GET /#Action=A A", "GET /#Action=B get_B", "GET /#Action=B&get_B_2 get_B_2", "GET /#Action=Run__it_ get_Run_it"},
		},
		"no method, no path": {
			[]*ir.Endpoint{endpoint("查询 余额", "", ""), endpoint("a/b?c", "", "")},
			[]string{"GET /a_b_c a_b_c", "GET /查询_余额 u67e5u8be2_u4f59u989d"},
		},
		"a parameter twice in a path": {
			[]*ir.Endpoint{endpoint("a", "GET", "x/{id}/y/{id}")},
			[]string{"GET /x/{id}/y/{id} a"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, keys(t, c.endpoints...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestServers(t *testing.T) {
	for address, want := range map[string]string{
		"http://127.0.0.1:8080/op": "http://127.0.0.1:8080/op",
		"https://{domain}/v1":      "https://{domain}/v1 domain",
		"https://{{ host }}":       "https://{host} host",
		"${base}/api":              "{base}/api base",
		"http://[[域名]]/<ver>":      "http://{域名}/{ver} ver 域名",
		"http://{a}.{a}.com":       "http://{a}.{a}.com a",
		"api.example.com/v1":       "//api.example.com/v1",
		"localhost:8080":           "//localhost:8080",
		"/v1":                      "/v1",
		"//cdn.example.com":        "//cdn.example.com",
		"{host}:8080":              "{host}:8080 host",
		"http://[::1]:80/{":        "http://[::1]:80/{",
	} {
		root := mustBeValid(t, openapi.Export(&ir.Document{Servers: []*ir.Server{{URL: text(address)}}}))
		server := root["servers"].([]any)[0].(map[string]any)
		got := append([]string{server["url"].(string)}, slices.Sorted(maps.Keys(members(server["variables"])))...)
		slices.Sort(got[1:])
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func TestVersion(t *testing.T) {
	revision := func(version, date string) *ir.Revision {
		return &ir.Revision{Version: text(version), Date: text(date)}
	}
	for want, history := range map[string][]*ir.Revision{
		"0":      nil,
		"01":     {revision("01", "2015-12-16")},
		"2.0":    {revision("1.0", "2015-12-16"), revision("2.0", "2016年1月3日")},
		"3.0":    {revision("3.0", "2016/1/3"), revision("2.9", "2015-12-16")},
		"V1.10":  {revision("V1.9", ""), revision("V1.10", ""), revision("V1.2", "")},
		"1.1":    {revision("1.1", "20160103"), revision("1.2", "2015.12.16"), revision("", "2020-01-01")},
		"第一版":    {revision("第一版", "")},
		"最新 9.9": {revision("最新 9.9", "99999999999999999999"), revision("1", "1")},
	} {
		for _, doc := range []*ir.Document{{History: history}, {Endpoints: []*ir.Endpoint{{Name: text("x"), History: history}}}} {
			root := mustBeValid(t, openapi.Export(doc))
			if got := members(root["info"])["version"]; got != want {
				t.Errorf("got %v, want %s", got, want)
			}
		}
	}
}

func TestTitle(t *testing.T) {
	named := []*ir.Endpoint{{Name: text("getChatInfo")}}
	titled := []*ir.Endpoint{{Name: text("getChatInfo"), Title: text("获取会话信息")}}
	for want, doc := range map[string]*ir.Document{
		"API":         {},
		"getChatInfo": {Endpoints: named},
		"获取会话信息":      {Endpoints: titled},
		"Op Api":      {Endpoints: titled, Group: text("Op Api")},
		"接口文档":        {Endpoints: titled, Group: text("Op Api"), Title: text("接口文档")},
	} {
		if got := members(mustBeValid(t, openapi.Export(doc))["info"])["title"]; got != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestComponentNames(t *testing.T) {
	var types []*ir.TypeDecl
	names := []string{"User", "用户", "User", "Page«User»", "Result<List<X>>", "Map<String, Object>", "a b", "", "é", "com.x.User", "😀"}
	for _, n := range names {
		types = append(types, &ir.TypeDecl{Name: text(n), Type: object()})
	}
	root := mustBeValid(t, openapi.Export(&ir.Document{Types: types}))
	got := slices.Sorted(maps.Keys(members(members(root["components"])["schemas"])))
	want := []string{"Map_String_Object", "Page_User", "Result_List_X", "User", "User_2", "a_b", "com.x.User", "u00e9", "u7528u6237", "unnamed", "unnamed_2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
