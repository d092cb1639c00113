package generator

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

func TestOperationNames(t *testing.T) {
	const cases = `
POST /op/v2/getChatInfo            GetChatInfo
POST /files                        CreateFile
GET /files                         ListFiles
GET /files/{id}                    GetFile
PATCH /files/{id}                  UpdateFile
DELETE /files/{id}                 DeleteFile
GET /folders/{id}/files            ListFolderFiles
GET /files/{id}/content            GetContent
POST /files/batch                  FilesBatch
GET /user/list                     UserList
GET /order/list                    OrderList
POST /user/login.do                UserLogin
POST /api/v1/parking/slot          Slot
GET /weather/today                 Today
GET /categories/{id}               GetCategory
`
	var endpoints []*ir.Endpoint
	var want []string
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		f := strings.Fields(line)
		e := &ir.Endpoint{Method: ir.Text{Value: f[0]}, Path: ir.Path{Text: ir.Text{Value: f[1]}}}
		if strings.Contains(f[1], "{") {
			e.Path.Params = []ir.Text{{Value: "id"}}
		}
		e.Name.Value = f[1][strings.LastIndex(f[1], "/")+1:]
		endpoints, want = append(endpoints, e), append(want, f[2])
	}
	names := operationNames(endpoints, nil, AutoNames)
	for i, e := range endpoints {
		if names[e] != want[i] {
			t.Errorf("%s %s is %s, want %s", e.Method.Value, e.Path.Value, names[e], want[i])
		}
	}
}

// TestNameStyles: an endpoint has an action or "-", a path or "-", a title or "-", and then its names by path, auto and title.
func TestNameStyles(t *testing.T) {
	const cases = `
-            /user/list         查询用户              UserList UserList QueryUser
-            /user/list         银杏用户              UserList UserList UserList
user.v1.get  /gateway           获取用户              UserGet UserGet GetUser
com.get.do   /gateway           -                     ComGet ComGet ComGet
v2           /gateway           -                     V2 V2 V2
-            /v2                根据用户编号查询订单  QueryOrderByUserNo QueryOrderByUserNo QueryOrderByUserNo
-            /v1/{id}           通过手机号获取用户    GetUserByMobile GetUserByMobile GetUserByMobile
-            /v3/               -                     GetRoot GetRoot GetRoot
-            -                  通过好友申请          PassFriendApply PassFriendApply PassFriendApply
-            -                  银杏列表接口          YinXingList YinXingList YinXingList
-            /a/pet.do          新增（后台）          Pet Pet Add
-            /a/b.JSON          -                     B B B
-            /a/draw.php.{fmt}  -                     Draw Draw Draw
-            /blog/show         -                     BlogShow BlogShow BlogShow
`
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		f := strings.Fields(line)
		for i := range f[:3] {
			f[i] = strings.TrimPrefix(f[i], "-")
		}
		for i, style := range []NameStyle{PathNames, AutoNames, TitleNames} {
			e := routed(f[0], f[1], f[2])
			if got := operationNames([]*ir.Endpoint{e}, nil, style)[e]; got != f[3+i] {
				t.Errorf("%s: %s in style %d, want %s", strings.TrimSpace(line), got, style, f[3+i])
			}
		}
	}
}

// routed is an endpoint as the parser makes it.
func routed(action, path, title string) *ir.Endpoint {
	e := &ir.Endpoint{Method: name("GET"), Action: name(action), Path: ir.Path{Text: name(path)}, Title: name(title)}
	e.Name = e.Title
	for s := range strings.SplitSeq(path, "/") {
		if s != "" && !strings.HasPrefix(s, "{") {
			e.Name = name(s)
		}
	}
	if action != "" {
		e.Name = e.Action
	}
	return e
}

// TestSharedPaths: endpoints that share a path are told apart by their titles, in whatever order they stand.
func TestSharedPaths(t *testing.T) {
	titles := []string{"查询用户（分页）", "删除用户", "删除用户（后台）", "银杏"}
	want := []string{"QueryUser", "DeleteUser", "DeleteUserBackend", "GetCall"}
	for turn := range titles {
		var endpoints []*ir.Endpoint
		for i := range titles {
			endpoints = append(endpoints, routed("", "/call", titles[(turn+i)%len(titles)]))
		}
		names := operationNames(endpoints, nil, AutoNames)
		for i, e := range endpoints {
			if at := (turn + i) % len(titles); names[e] != want[at] {
				t.Errorf("%s is %s, want %s", e.Title.Value, names[e], want[at])
			}
		}
		if names := operationNames(endpoints, nil, PathNames); names[endpoints[0]] != "GetCall" {
			t.Errorf("by path alone, %s is %s", titles[turn], names[endpoints[0]])
		}
	}
}

// TestLongNames: what the titles do not tell apart the paths do, with as many segments as it takes for all of them, and then the methods.
func TestLongNames(t *testing.T) {
	const cases = `
GET    /admin/user/group/update    更新      AdminUserGroupUpdate
GET    /open/user/group/update     更新      OpenUserGroupUpdate
GET    /admin/system/group/update  更新      AdminSystemGroupUpdate
GET    /user/role/remove           删除角色  UserRoleRemove
GET    /system/role/remove         删除角色  SystemRoleRemove
GET    /a/menu/sort                菜单排序  MenuSort
GET    /b/menu/sort                排序菜单  SortMenu
GET    /profile                    资料      GetProfile
PUT    /profile                    资料      PutProfile
PATCH  /profile                    资料      PatchProfile
HEAD   /profile                    资料      HeadProfile
`
	var endpoints []*ir.Endpoint
	var want []string
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		f := strings.Fields(line)
		e := routed("", f[1], f[2])
		e.Method.Value = f[0]
		endpoints, want = append(endpoints, e), append(want, f[3])
	}
	names := operationNames(endpoints, nil, AutoNames)
	for i, e := range endpoints {
		if names[e] != want[i] {
			t.Errorf("%s %s is %s, want %s", e.Method.Value, e.Path.Value, names[e], want[i])
		}
	}
}

// TestVersions: endpoints that differ in the version alone are told apart by it, in whatever order they stand, and by nothing
// else; others by what they differ in.
func TestVersions(t *testing.T) {
	const cases = `
-            /api/v2/x/query    查询      XQuery
-            /api/v3/x/query    新查询    XQueryV3
-            /api/v10/x/query   -         XQueryV10
-            /users             -         ListUsers
-            /v2/users          -         ListUsersV2
-            /v2/a/users        -         AUsers
-            /v3/b/users        -         BUsers
-            /v1/call           删除用户  DeleteUser
-            /v1/call           查询用户  QueryUser
-            /v2/call           -         GetCall
-            /v1.2/y            -         Y
-            /v1.10/y           -         YV110
com.v1.ship  /gateway           -         ComShip
com.v2.ship  /gateway           -         ComShipV2
`
	var rows [][]string
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		rows = append(rows, strings.Fields(line))
	}
	for turn := range rows {
		var endpoints []*ir.Endpoint
		var want []string
		for i := range rows {
			f := rows[(turn+i)%len(rows)]
			endpoints = append(endpoints, routed(strings.TrimPrefix(f[0], "-"), f[1], strings.TrimPrefix(f[2], "-")))
			want = append(want, f[3])
		}
		names := operationNames(endpoints, nil, AutoNames)
		for i, e := range endpoints {
			if names[e] != want[i] {
				t.Errorf("%s%s is %s, want %s", e.Action.Value, e.Path.Value, names[e], want[i])
			}
		}
	}
}

func TestProjectWords(t *testing.T) {
	namer, err := goname.New(map[string]string{"银杏": "Ginkgo"})
	if err != nil {
		t.Fatal(err)
	}
	e := routed("", "", "银杏列表")
	if got := operationNames([]*ir.Endpoint{e}, namer, AutoNames)[e]; got != "GinkgoList" {
		t.Error(got)
	}
	doc := &ir.Document{Title: name("银杏管理系统接口文档")}
	if got := DefaultPackage(doc, map[string]string{"银杏": "Ginkgo"}); got != "ginkgo" {
		t.Error(got)
	}
	if _, _, err := Generate(shop(), Options{Glossary: map[string]string{"银杏": "a-b"}}); err == nil || !strings.Contains(err.Error(), "a-b") {
		t.Errorf("a-b was taken for a word: %v", err)
	}
}
