package zero_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"gen.test/zero"
)

type handler struct {
	zero.UnimplementedHandler
	listed  *zero.ListTasksRequest
	created *zero.CreateTaskRequest
}

func (h *handler) ListTasks(_ context.Context, req *zero.ListTasksRequest) (*zero.ListTasksResponse, error) {
	h.listed = req
	return &zero.ListTasksResponse{}, nil
}

func (h *handler) CreateTask(_ context.Context, req *zero.CreateTaskRequest) (*zero.CreateTaskResponse, error) {
	h.created = req
	return &zero.CreateTaskResponse{ID: 1}, nil
}

// TestZeroIsAbsent: what has its zero value is not sent, the rest arrives.
func TestZeroIsAbsent(t *testing.T) {
	h, query := &handler{}, ""
	serve := zero.NewServer(h)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query = r.URL.RawQuery
		serve.ServeHTTP(w, r)
	}))
	defer server.Close()
	client := zero.NewClient(zero.WithBaseURL(server.URL))
	for want, req := range map[string]*zero.ListTasksRequest{
		"":                    {},
		"page=2&price=1.5":    {Page: 2, Price: 1.5},
		"keyword=a&mine=true": {Keyword: "a", Mine: true},
		"state=0":             {State: new(zero.StateNotStarted)},
	} {
		if _, err := client.ListTasks(t.Context(), req); err != nil {
			t.Fatal(err)
		}
		if query != want {
			t.Errorf("sent %q, want %q", query, want)
		}
		if h.listed.Page != req.Page || h.listed.Mine != req.Mine || (h.listed.State == nil) != (req.State == nil) {
			t.Errorf("%q arrived as %+v", want, h.listed)
		}
	}
}

// TestBody: the builder takes values, and the document has those that are set.
func TestBody(t *testing.T) {
	req, err := zero.NewCreateTaskRequest().Title("t").Level(2).Hidden(false).Notify(false).Build()
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(req)
	if want := `{"title":"t","level":2,"notify":false,"parent":null}`; err != nil || string(got) != want {
		t.Errorf("got %s, want %s: %v", got, want, err)
	}
	if _, err := zero.NewCreateTaskRequest().Title("t").Level(9).Build(); err == nil {
		t.Error("a level of 9 is no problem")
	}
	var null zero.CreateTaskRequest
	if err := json.Unmarshal([]byte(`{"title":"t","level":null,"hidden":null}`), &null); err != nil || null.Level != 0 {
		t.Errorf("null: %v, %+v", err, null)
	}
}
