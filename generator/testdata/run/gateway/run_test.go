package gateway_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gen.test/gateway"
)

type handler struct{ gateway.UnimplementedHandler }

func (handler) OrderGet(ctx context.Context, req *gateway.OrderGetRequest) (*gateway.OrderGetData, error) {
	if p, _ := gateway.CommonParamsFrom(ctx); p.XToken != "t" {
		return nil, &gateway.APIError{Message: "no token"}
	}
	return &gateway.OrderGetData{OrderNo: req.ID}, nil
}

func (handler) OrderClose(context.Context, *gateway.OrderCloseRequest) (bool, error) {
	return true, nil
}

func TestActions(t *testing.T) {
	var signed string
	mux := gateway.NewServer(handler{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		signed = r.Header.Get("X-Sign")
		mux.ServeHTTP(w, r)
	}))
	defer s.Close()
	c := gateway.NewClient(gateway.WithBaseURL(s.URL), gateway.WithCommonParams(gateway.CommonParams{XToken: "t"}),
		gateway.WithSigner(gateway.SignerFunc(func(r *http.Request, body []byte) (string, error) { return "over " + string(body), nil })))
	order, err := c.OrderGet(t.Context(), &gateway.OrderGetRequest{ID: "o1"})
	if err != nil || order.OrderNo != "o1" || signed != `over {"method":"order.get","id":"o1"}` {
		t.Errorf("got %+v, %v, signed %s", order, err, signed)
	}
	if closed, err := c.OrderClose(t.Context(), &gateway.OrderCloseRequest{ID: "o1"}); err != nil || !closed {
		t.Errorf("got %v, %v", closed, err)
	}
	_, err = gateway.NewClient(gateway.WithBaseURL(s.URL)).OrderGet(t.Context(), &gateway.OrderGetRequest{ID: "o1"})
	if apiErr := (*gateway.APIError)(nil); !errors.As(err, &apiErr) || apiErr.Message != "no token" || apiErr.Code != "false" {
		t.Errorf("got %v", err)
	}
	resp, err := http.Post(s.URL+"/gateway.do", "application/json", strings.NewReader(`{"method":"order.lose","id":"1"}`))
	if err != nil || resp.StatusCode != 404 {
		t.Errorf("%v %v", resp, err)
	}
}

// TestEnglish has the package speak the language that it was generated in.
func TestEnglish(t *testing.T) {
	w := httptest.NewRecorder()
	gateway.NewServer(handler{}).ServeHTTP(w, httptest.NewRequest("POST", "/gateway.do", strings.NewReader(`{"method":"order.get"}`)))
	body, _ := io.ReadAll(w.Body)
	if w.Code != 400 || !strings.Contains(string(body), "id is required but missing") {
		t.Errorf("%d %s", w.Code, body)
	}
}
