package shop_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"gen.test/shop"
)

// handler notes what reaches it, and answers with what the test gives it.
type handler struct {
	shop.UnimplementedHandler
	got any
}

func (h *handler) GetUser(_ context.Context, req *shop.GetUserRequest) (*shop.GetUserResponse, error) {
	h.got = req
	return &shop.GetUserResponse{ID: req.ID, Node: shop.Node{Name: "n"}}, nil
}

func (h *handler) ListUsers(context.Context, *shop.ListUsersRequest) ([]shop.Node, error) {
	return []shop.Node{{Name: "a"}, {Name: "b", Parent: &shop.Node{Name: "c"}}}, nil
}

func (h *handler) CreateUser(_ context.Context, req *shop.CreateUserRequest) ([]shop.CreateUserResultItem, error) {
	h.got = req
	return []shop.CreateUserResultItem{{ID: 7}}, nil
}

// upload is what is left of a request with files.
type upload struct {
	req   shop.SetAvatarRequest
	files []string
}

func (h *handler) SetAvatar(_ context.Context, req *shop.SetAvatarRequest) (string, error) {
	u := upload{req: *req}
	for _, f := range append([]*shop.FileStream{req.Avatar}, req.More...) {
		content, err := io.ReadAll(f.Content)
		if err != nil {
			return "", err
		}
		u.files = append(u.files, f.Name+" "+f.ContentType+" "+string(content))
	}
	u.req.Avatar, u.req.More = nil, nil
	h.got = u
	return "ok", nil
}

func (h *handler) Login(_ context.Context, req *shop.LoginRequest) (*shop.LoginResponse, error) {
	h.got = req
	return &shop.LoginResponse{Envelope: shop.Envelope{RetCode: "00"}, Token: "t", Expires: 60}, nil
}

func (h *handler) Export(_ context.Context, req *shop.ExportRequest) (*shop.FileStream, error) {
	h.got = *req
	return &shop.FileStream{Name: "报表.csv", ContentType: "text/csv", Content: strings.NewReader("a,b")}, nil
}

func (h *handler) UpdateNote(_ context.Context, req *shop.UpdateNoteRequest) (string, error) {
	return "got " + req.Body, nil
}

func (h *handler) Blob(_ context.Context, req *shop.BlobRequest) ([]byte, error) {
	content, err := io.ReadAll(req.Body.Content)
	h.got = req.Body.ContentType + " " + string(content)
	return []byte(`{"ok":true}`), err
}

func (h *handler) First(_ context.Context, req *shop.FirstRequest) ([]byte, error) {
	return []byte("first " + req.X), nil
}

func (h *handler) Second(_ context.Context, req *shop.SecondRequest) ([]byte, error) {
	return []byte("second " + req.Y), nil
}

func (h *handler) Third(_ context.Context, req *shop.ThirdRequest) ([]byte, error) {
	return []byte("third " + req.Z), nil
}

func (h *handler) Ping(context.Context, *shop.PingRequest) ([]byte, error) {
	return []byte("pong"), nil
}

func (h *handler) Batch(_ context.Context, req *shop.BatchRequest) (map[string]float64, error) {
	return map[string]float64{"n": float64(len(req.Body))}, nil
}

func (h *handler) Raw(_ context.Context, req *shop.RawRequest) (json.RawMessage, error) {
	return req.Body, nil
}

func (h *handler) Count(context.Context, *shop.CountRequest) (int64, error) { return 3, nil }

func (h *handler) PatchNode(_ context.Context, req *shop.PatchNodeRequest) (*shop.Node, error) {
	return &req.Body, nil
}

func start(t *testing.T, opts ...shop.ServerOption) (*handler, *shop.APIClient, string) {
	h := new(handler)
	s := httptest.NewServer(shop.NewServer(h, opts...))
	t.Cleanup(s.Close)
	return h, shop.NewClient(shop.WithBaseURL(s.URL)), s.URL
}

func check[T any](t *testing.T, got T, err error, want any) {
	t.Helper()
	if err != nil {
		t.Error(err)
	} else if !reflect.DeepEqual(any(got), want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func ptr[T any](v T) *T { return &v }

func TestParameters(t *testing.T) {
	h, c, _ := start(t)
	want := &shop.GetUserRequest{
		ID: -5, Verbose: ptr(false), Fields: []string{"a b", "c&d"}, Page: 1, Ratio: ptr(0.5), State: shop.StatusDisable,
		States: []shop.Status{"on", "off"}, Filter: &shop.GetUserFilter{From: ptr("é")}, XTenant: "t 1", Sid: "s", What: "中文",
	}
	got, err := c.GetUser(t.Context(), want)
	check(t, got, err, &shop.GetUserResponse{ID: -5, Node: shop.Node{Name: "n"}})
	check(t, h.got, nil, any(want))
}

func TestBodies(t *testing.T) {
	h, c, _ := start(t)
	nodes, err := c.ListUsers(t.Context(), &shop.ListUsersRequest{})
	check(t, nodes, err, []shop.Node{{Name: "a"}, {Name: "b", Parent: &shop.Node{Name: "c"}}})

	login := &shop.LoginRequest{User: "u&=", Password: "密", Remember: ptr(true), Tags: []string{"x", "y"}}
	token, err := c.Login(t.Context(), login)
	check(t, token, err, &shop.LoginResponse{Envelope: shop.Envelope{RetCode: "00"}, Token: "t", Expires: 60})
	check(t, h.got, nil, any(login))

	note, err := c.UpdateNote(t.Context(), &shop.UpdateNoteRequest{Body: "记"})
	check(t, note, err, "got 记")
	raw, err := c.Blob(t.Context(), &shop.BlobRequest{Body: &shop.FileStream{Content: strings.NewReader("\x00\x01")}})
	check(t, string(raw), err, `{"ok":true}`)
	check(t, h.got, nil, any("application/octet-stream \x00\x01"))

	sums, err := c.Batch(t.Context(), &shop.BatchRequest{Body: []int64{1, 2}})
	check(t, sums, err, map[string]float64{"n": 2})
	echo, err := c.Raw(t.Context(), &shop.RawRequest{Body: json.RawMessage(`[1,{"a":null}]`)})
	check(t, string(echo), err, `[1,{"a":null}]`)
	count, err := c.Count(t.Context(), &shop.CountRequest{})
	check(t, count, err, int64(3))
}

func TestFiles(t *testing.T) {
	h, c, _ := start(t)
	req, err := shop.NewSetAvatarRequest().UserID("u/1 ü").Name("n").Scores([]int64{1, 2}).Meta(shop.SetAvatarMeta{K: ptr("v")}).Public(true).
		Avatar(&shop.FileStream{Name: `a"b.png`, ContentType: "image/png", Content: strings.NewReader("PNG")}).
		More([]*shop.FileStream{{Name: "x", Content: strings.NewReader("X")}, {Name: "y", Content: strings.NewReader("Y")}}).Build()
	if err != nil {
		t.Fatal(err)
	}
	said, err := c.SetAvatar(t.Context(), req)
	check(t, said, err, "ok")
	plain := *req
	plain.Avatar, plain.More = nil, nil
	check(t, h.got, nil, any(upload{plain, []string{`a"b.png image/png PNG`, "x application/octet-stream X", "y application/octet-stream Y"}}))

	f, err := c.Export(t.Context(), &shop.ExportRequest{Name: "all", Kind: "csv"})
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f.Content)
	check(t, string(content), errors.Join(err, f.Close()), "a,b")
	check(t, f.Name+" "+f.ContentType, nil, "报表.csv text/csv")
	check(t, h.got, nil, any(shop.ExportRequest{Name: "all", Kind: "csv"}))
}

func TestPathsThatConflict(t *testing.T) {
	_, c, address := start(t)
	for path, want := range map[string]string{"/a/b": "first b", "/a/x": "first x", "/x/b": "second x", "/": "pong"} {
		resp, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(resp.Body)
		check(t, string(b), errors.Join(err, resp.Body.Close()), want)
	}
	third, err := c.Third(t.Context(), &shop.ThirdRequest{Z: "z"})
	check(t, string(third), err, "third z")
	resp, err := http.Post(address+"/a/b", "", nil)
	if err != nil || resp.StatusCode != 405 || resp.Header.Get("Allow") != "GET" {
		t.Errorf("%v %v", resp, err)
	}
	if resp, err = http.Get(address + "/export/nodot"); err != nil || resp.StatusCode != 404 {
		t.Errorf("%v %v", resp, err)
	}
}

func TestDottedPathParameter(t *testing.T) {
	_, c, _ := start(t)
	for _, id := range []string{"..", "."} {
		if _, err := c.First(t.Context(), &shop.FirstRequest{X: id}); err == nil || !strings.Contains(err.Error(), "build request") {
			t.Errorf("%q: %v", id, err)
		}
	}
	if _, err := c.First(t.Context(), &shop.FirstRequest{}); err == nil || !strings.Contains(err.Error(), "path.x") {
		t.Errorf("empty: %v", err)
	}
}

// TestAllProblemsAtOnce sends a request in which nothing is right.
func TestAllProblemsAtOnce(t *testing.T) {
	var failure *shop.Failure
	_, _, address := start(t, shop.WithErrorEncoder(func(w http.ResponseWriter, r *http.Request, f *shop.Failure) { failure = f }))
	_, err := http.Get(address + "/users/x?verbose=maybe&ratio=x&state=unknown&states=on&states=no&filter={&page=0")
	if err != nil {
		t.Fatal(err)
	}
	wantProblems(t, failure, "path.id type", "query.verbose type", "query.ratio type", "query.filter format", "header.X-Tenant missing",
		"query.page range", "query.state enum", "query.states[1] enum")
}

func wantProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var problems shop.Problems
	var got []string
	if f := (*shop.Failure)(nil); errors.As(err, &f) {
		problems = f.Problems
	} else if !errors.As(err, &problems) && err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		got = append(got, p.Path+" "+string(p.Code))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("problems\n%q, want\n%q", got, want)
	}
}

func limits() shop.Limits {
	return shop.Limits{
		Name: "名字", Age: 1, Ratio: 0.5, Must: []string{}, Any: json.RawMessage("1"), Color: "red", Status: "on",
		Names: map[string]string{"a": "b"},
	}
}

func TestLimits(t *testing.T) {
	ok := limits()
	wantProblems(t, ok.Validate())
	for _, c := range []struct {
		change func(*shop.Limits)
		want   []string
	}{
		{func(l *shop.Limits) { l.Name = "名" }, []string{"name length"}},
		{func(l *shop.Limits) { l.Name = "12345" }, []string{"name length"}},
		{func(l *shop.Limits) { l.Bytes = "三个字" }, []string{"bytes bytes"}},
		{func(l *shop.Limits) { l.Age = 0 }, []string{"age range"}},
		{func(l *shop.Limits) { l.Ratio = 1 }, []string{"ratio range"}},
		{func(l *shop.Limits) { l.Low = ptr(-1.6) }, []string{"low range"}},
		{func(l *shop.Limits) { l.Count = ptr(int64(3)) }, []string{"count range"}},
		{func(l *shop.Limits) { l.Phone = ptr("x13800000000") }, []string{"phone pattern"}},
		{func(l *shop.Limits) { l.Phone = ptr("13800000000") }, nil},
		{func(l *shop.Limits) { l.Tags = []string{} }, []string{"tags items"}},
		{func(l *shop.Limits) { l.Must, l.Any = nil, nil }, []string{"must missing", "any missing"}},
		{func(l *shop.Limits) { l.Color = "green" }, []string{"color enum"}},
		{func(l *shop.Limits) { l.Size = ptr(shop.LimitsSize(3)) }, []string{"size enum"}},
		{func(l *shop.Limits) { l.Status = "" }, []string{"status enum"}},
		{func(l *shop.Limits) { l.Grid = [][]shop.Node{{}, {{Name: "n"}, {}}} }, []string{"grid[1][1].name empty"}},
		{func(l *shop.Limits) { l.States = []shop.Status{"on", "x"} }, []string{"states[1] enum"}},
		{func(l *shop.Limits) { l.Price = ptr(12.34) }, nil},
		{func(l *shop.Limits) { l.Price = ptr(12.345) }, []string{"price decimals"}},
		{func(l *shop.Limits) { l.Discount = 1.25 }, []string{"discount range", "discount decimals"}},
		{func(l *shop.Limits) { l.Amount = ptr("12.34") }, nil},
		{func(l *shop.Limits) { l.Amount = ptr("12.345") }, []string{"amount decimals"}},
		{func(l *shop.Limits) { l.Amount = ptr("十二") }, []string{"amount range"}},
		{func(l *shop.Limits) { l.Fee = ptr("12.3元") }, []string{"fee decimals"}},
		{func(l *shop.Limits) { l.PIN = ptr("012345") }, nil},
		{func(l *shop.Limits) { l.PIN = ptr("01234x") }, []string{"pin characters"}},
		{func(l *shop.Limits) { l.SKU = "A-1_B" }, nil},
		{func(l *shop.Limits) { l.SKU = "a-1" }, []string{"sku characters"}},
		{func(l *shop.Limits) { l.Link = ptr("https://a") }, nil},
		{func(l *shop.Limits) { l.Link = ptr("//a") }, []string{"link prefix"}},
		{func(l *shop.Limits) { l.Photo = "a.png" }, nil},
		{func(l *shop.Limits) { l.Photo = "a.jpg" }, []string{"photo suffix"}},
	} {
		l := limits()
		c.change(&l)
		wantProblems(t, l.Validate(), c.want...)
	}
}

func TestValidateAllocatesNothing(t *testing.T) {
	l := limits()
	l.Grid = [][]shop.Node{{{Name: "n", Children: []shop.Node{{Name: "c"}}}}}
	l.Price, l.Discount, l.Amount, l.Fee = ptr(12.34), 0.5, ptr("12.34"), ptr("1")
	l.PIN, l.SKU, l.Link, l.Photo = ptr("012345"), "A-1", ptr("https://a"), "a.png"
	wantProblems(t, l.Validate())
	if n := testing.AllocsPerRun(100, func() { _ = l.Validate() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestRequestProblems(t *testing.T) {
	h, c, address := start(t)
	_, err := shop.NewCreateUserRequest().Build()
	wantProblems(t, err, "limits missing")
	_, err = shop.NewCreateUserRequest().Limits(shop.Limits{}).Build()
	wantProblems(t, err, "limits.name length", "limits.age range", "limits.must missing", "limits.any missing", "limits.color enum", "limits.status enum", "limits.names items")
	_, err = c.SetAvatar(t.Context(), &shop.SetAvatarRequest{UserID: "u", Name: "n"})
	wantProblems(t, err, "avatar missing")
	resp, err := http.Post(address+"/login", "application/x-www-form-urlencoded", strings.NewReader("remember=x"))
	if err != nil || resp.StatusCode != 400 {
		t.Fatalf("%v %v", resp, err)
	}
	body, _ := io.ReadAll(resp.Body)
	if s := string(body); !strings.Contains(s, "user：缺少") || !strings.Contains(s, "password：缺少") || !strings.Contains(s, "remember：类型") {
		t.Errorf("got %s", s)
	}
	if h.got != nil {
		t.Error("the handler was called")
	}
}

// TestLoose reads what samples show where the declaration says otherwise.
func TestLoose(t *testing.T) {
	var l shop.Loose
	if err := json.Unmarshal([]byte(`{"n":"12","s":3.50,"o":[],"l":"","p":"1.5","ls":["1",2]}`), &l); err != nil {
		t.Fatal(err)
	}
	if l.N != 12 || l.S != "3.50" || *l.P != 1.5 || !reflect.DeepEqual(l.Ls, []int64{1, 2}) {
		t.Errorf("got %+v", l)
	}
	if err := json.Unmarshal([]byte(`{"n":"x"}`), &l); err == nil {
		t.Error("a word was taken for a number")
	}
}

func TestRecursiveType(t *testing.T) {
	_, c, _ := start(t)
	node := shop.Node{Name: "a", Status: "on", Twin: &shop.Node{Name: "b", Status: "off"}, ByName: map[string]shop.Node{"k": {Name: "c", Status: "on"}}}
	got, err := c.PatchNode(t.Context(), &shop.PatchNodeRequest{Body: node})
	check(t, got, err, &node)
}

func TestNamesOfAllKinds(t *testing.T) {
	text := `{"type":"1","func":"2","user_id":"3","userId":"4","名称":"5","2fa":true,"quo\"te":"6","back` + "`" + `quote":"7","a,b":"8","-":"9","user-name":"10","*/":"11"}`
	var w shop.Type
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(w)
	check(t, string(b), err, text)
}
