package nothing_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gen.test/nothing"
)

// handler does what is asked for, but for setting less than nothing.
type handler struct{ nothing.UnimplementedHandler }

func (handler) PointsSet(_ context.Context, req *nothing.PointsSetRequest) error {
	if req.Value < 0 {
		return nothing.ErrorCode(4001)
	}
	return nil
}

func (handler) PointsRemove(context.Context, *nothing.PointsRemoveRequest) error { return nil }
func (handler) Clear(context.Context, *nothing.ClearRequest) error               { return nil }

func (handler) PointsGet(context.Context, *nothing.PointsGetRequest) (json.RawMessage, error) {
	return json.RawMessage(`{"points":3}`), nil
}

// TestNothing: what an answer has no result in is an error or none, on both sides, and travels as the page shows it.
func TestNothing(t *testing.T) {
	s := httptest.NewServer(nothing.NewServer(handler{}))
	defer s.Close()
	ctx, c := context.Background(), nothing.NewClient(nothing.WithBaseURL(s.URL))
	if err := c.PointsSet(ctx, &nothing.PointsSetRequest{Value: 3}); err != nil {
		t.Error(err)
	}
	if err := c.PointsSet(ctx, &nothing.PointsSetRequest{Value: -3}); !errors.Is(err, nothing.ErrorCode(4001)) {
		t.Errorf("the handler's error came as %v", err)
	}
	whole, err := c.ClearEnvelope(ctx, &nothing.ClearRequest{})
	if err != nil || whole.Code != 200 || whole.Msg != "好" {
		t.Errorf("%+v, %v", whole, err)
	}
	if data, err := c.PointsGet(ctx, &nothing.PointsGetRequest{}); err != nil || string(data) != `{"points":3}` {
		t.Errorf("what a table speaks of is a result: %s, %v", data, err)
	}
	for path, want := range map[string]string{
		"/points/set": `{"code":200,"msg":"好","data":null}`, "/points/clear": `{"code":200,"msg":"好"}`,
	} {
		resp, err := http.Post(s.URL+path, "application/json", strings.NewReader(`{"value":1}`))
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if got := strings.TrimSpace(string(body)); err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", path, got, err, want)
		}
	}
}
