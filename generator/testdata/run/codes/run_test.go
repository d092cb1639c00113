package codes_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"gen.test/codes"
)

type handler struct {
	codes.UnimplementedHandler
	err error
}

func (h *handler) QueryShop(context.Context, *codes.QueryShopRequest) (*codes.QueryShopData, error) {
	return &codes.QueryShopData{}, h.err
}

// TestErrorCodes has a handler fail with an error: the wire has its code and text, and the client's error is that code.
func TestErrorCodes(t *testing.T) {
	for _, c := range []struct {
		name   string
		err    error
		is     codes.ErrorCode
		status int
		msg    string
	}{
		{"constant", codes.ErrStoreNotFound, codes.ErrStoreNotFound, 200, "门店不存在"},
		{"with a status", codes.ErrTokenExpired, codes.ErrTokenExpired, 401, "token已过期"},
		{"wrapped", fmt.Errorf("shop 7 of tenant 3: %w", codes.ErrSystem), codes.ErrSystem, 500, "系统错误"},
		{"with a text", &codes.APIError{Code: codes.ErrStoreNotFound, Message: "朝阳店不存在"}, codes.ErrStoreNotFound, 200, "朝阳店不存在"},
		{"without a text", &codes.APIError{Code: codes.ErrInvalidSign}, codes.ErrInvalidSign, 401, "签名错误"},
		{"other status", &codes.APIError{Code: codes.ErrTokenExpired, HTTPStatus: 200}, codes.ErrTokenExpired, 200, "token已过期"},
		{"failure around it", &codes.Failure{Status: 403, Message: "m", Err: codes.ErrInvalidSign}, codes.ErrInvalidSign, 403, "m"},
		{"not listed", codes.ErrorCode(777), 777, 200, ""},
		{"negative", codes.ErrUnknown, -1, 500, "未知错误"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(codes.NewServer(&handler{err: c.err}, codes.WithErrorReport(func(*http.Request, error) {})))
			defer server.Close()
			_, err := codes.NewClient(codes.WithBaseURL(server.URL)).QueryShop(t.Context(), &codes.QueryShopRequest{ShopID: 1})
			var failed *codes.APIError
			if !errors.Is(err, c.is) || !errors.As(err, &failed) {
				t.Fatalf("the client's error is %v", err)
			}
			if failed.Code != c.is || failed.Message != c.msg || failed.HTTPStatus != c.status {
				t.Errorf("got %+v", failed)
			}
			if errors.Is(err, codes.ErrUserNotFound) {
				t.Error("it is another error too")
			}
		})
	}
}

func TestErrorTexts(t *testing.T) {
	for err, want := range map[codes.ErrorCode]string{
		codes.ErrStoreNotFound: "code 20001: 门店不存在", codes.ErrUnknown: "code -1: 未知错误", 777: "code 777",
	} {
		if err.Error() != want {
			t.Errorf("%d: %s", err, err)
		}
	}
	err := error(&codes.APIError{Operation: "QueryShop", Code: codes.Err20002, Message: "m"})
	if err.Error() != "QueryShop: code 20002: m" {
		t.Error(err)
	}
	text, _ := json.Marshal(codes.ErrStoreNotFound)
	if string(text) != "20001" {
		t.Errorf("a code is written as %s", text)
	}
}
