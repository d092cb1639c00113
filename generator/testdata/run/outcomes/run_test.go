package outcomes_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"gen.test/outcomes"
)

// answering is a client of a server that answers everything with a text.
func answering(t *testing.T, text string) *outcomes.APIClient {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, text)
	}))
	t.Cleanup(server.Close)
	return outcomes.NewClient(outcomes.WithBaseURL(server.URL))
}

// TestPassed: the boolean tells how a call went, the code does not.
func TestPassed(t *testing.T) {
	client := answering(t, `{"success": true, "code": "99999", "message": "", "data": {"points": 3}}`)
	if p, err := client.Points(t.Context(), &outcomes.PointsRequest{}); err != nil || p.Points != 3 {
		t.Errorf("got %v, %v", p, err)
	}
	client = answering(t, `{"success": false, "code": "99999", "message": "停机", "data": {}}`)
	_, err := client.Points(t.Context(), &outcomes.PointsRequest{})
	wantFailure(t, err, "99999", "停机")
	if _, err := answering(t, `{"data": {"points": 3}}`).Points(t.Context(), &outcomes.PointsRequest{}); err == nil {
		t.Error("an answer that does not say how the call went is taken for a success")
	}
}

// TestHead: code and message stand in an object of their own.
func TestHead(t *testing.T) {
	client := answering(t, `{"response": {"level": 2}, "result": {"code": "200", "message": "ok"}}`)
	if l, err := client.Level(t.Context(), &outcomes.LevelRequest{}); err != nil || l.Level != 2 {
		t.Errorf("got %v, %v", l, err)
	}
	client = answering(t, `{"response": null, "result": {"code": "500", "message": "忙"}}`)
	_, err := client.Level(t.Context(), &outcomes.LevelRequest{})
	wantFailure(t, err, "500", "忙")
	for _, text := range []string{`{"response": {"level": 2}}`, `{"response": {"level": 2}, "result": {"code": {}}}`} {
		_, err := answering(t, text).Level(t.Context(), &outcomes.LevelRequest{})
		if failed := (*outcomes.APIError)(nil); err == nil || errors.As(err, &failed) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func wantFailure(t *testing.T, err error, code outcomes.ErrorCode, message string) {
	t.Helper()
	var failed *outcomes.APIError
	if !errors.As(err, &failed) || failed.Code != code || failed.Message != message {
		t.Errorf("the error is %v", err)
	}
}

type handler struct {
	outcomes.UnimplementedHandler
	err error
}

func (h *handler) Points(context.Context, *outcomes.PointsRequest) (*outcomes.PointsData, error) {
	return &outcomes.PointsData{Points: 7}, h.err
}

func (h *handler) Level(context.Context, *outcomes.LevelRequest) (*outcomes.LevelResponseResponse, error) {
	return &outcomes.LevelResponseResponse{Level: 5}, h.err
}

// TestServed: what a server answers is what a client takes it for.
func TestServed(t *testing.T) {
	h := &handler{}
	server := httptest.NewServer(outcomes.NewServer(h, outcomes.WithErrorReport(func(*http.Request, error) {})))
	defer server.Close()
	client := outcomes.NewClient(outcomes.WithBaseURL(server.URL))
	if p, err := client.Points(t.Context(), &outcomes.PointsRequest{}); err != nil || p.Points != 7 {
		t.Errorf("got %v, %v", p, err)
	}
	if l, err := client.Level(t.Context(), &outcomes.LevelRequest{}); err != nil || l.Level != 5 {
		t.Errorf("got %v, %v", l, err)
	}
	h.err = &outcomes.APIError{Code: "20001", Message: "没有"}
	_, err := client.Points(t.Context(), &outcomes.PointsRequest{})
	wantFailure(t, err, "20001", "没有")
	_, err = client.Level(t.Context(), &outcomes.LevelRequest{})
	wantFailure(t, err, "20001", "没有")
}

// adding has new members added.
type adding struct{ outcomes.UnimplementedHandler }

func (adding) Members(_ context.Context, req *outcomes.MembersRequest) (*outcomes.MembersData, error) {
	return &outcomes.MembersData{No: req.Name + "1"}, nil
}

// TestCreated: an answer has the status that the page gives it; another operation's, and a failure, have their own.
func TestCreated(t *testing.T) {
	status := 0
	handler := outcomes.NewServer(adding{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, r)
		status = recorder.Code
		for name, values := range recorder.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(recorder.Code)
		_, _ = w.Write(recorder.Body.Bytes())
	}))
	defer server.Close()
	client := outcomes.NewClient(outcomes.WithBaseURL(server.URL))
	if added, err := client.Members(t.Context(), &outcomes.MembersRequest{Name: "M"}); err != nil || added.No != "M1" || status != http.StatusCreated {
		t.Errorf("%v, %v with status %d", added, err, status)
	}
	if _, err := client.Points(t.Context(), &outcomes.PointsRequest{}); err == nil || status != http.StatusNotImplemented {
		t.Errorf("%v with status %d", err, status)
	}
}
