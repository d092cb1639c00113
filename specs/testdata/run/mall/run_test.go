package pmall

import (
	"errors"
	"testing"

	"gen.test/wire"
)

var _ = []Envelope{CouponCountResponse{}.Envelope, OrderCancelResponse{}.Envelope, OrderCreateResponse{}.Envelope, OrderPageResponse{}.Envelope, SKUListResponse{}.Envelope}

// TestSuccess: 0 is success in the frame that most calls have, and 200 in that of the odd one out.
func TestSuccess(t *testing.T) {
	zero, ok := `{"code": 0, "msg": "ok", "message": "ok", "data": %s}`, `{"code": 200, "msg": "ok", "message": "ok", "data": %s}`
	client := func(answer, data string) *APIClient {
		return NewClient(WithBaseURL(wire.Answer(t, 200, wire.With(answer, data))))
	}
	if n, err := client(zero, "3").CouponCount(t.Context(), &CouponCountRequest{}); err != nil || n != 3 {
		t.Error(n, err)
	}
	if _, err := client(ok, "3").CouponCount(t.Context(), &CouponCountRequest{}); !errors.Is(err, ErrorCode(200)) {
		t.Errorf("200 is success for the coupons: %v", err)
	}
	if s, err := client(ok, `{"left": 12}`).StockGet(t.Context(), &StockGetRequest{SKUID: 1}); err != nil || s.Left != 12 {
		t.Error(s, err)
	}
	if _, err := client(zero, `{"left": 12}`).StockGet(t.Context(), &StockGetRequest{SKUID: 1}); !errors.Is(err, ErrorCode(0)) {
		t.Errorf("0 is success for the stock: %v", err)
	}
}

// TestPayloads reads the samples of all pages.
func TestPayloads(t *testing.T) {
	client := func(i int) *APIClient { return NewClient(WithBaseURL(wire.Answer(t, 200, responses[i]))) }
	if n, err := client(0).CouponCount(t.Context(), &CouponCountRequest{}); err != nil || n != 3 {
		t.Error(n, err)
	}
	if err := client(1).OrderCancel(t.Context(), &OrderCancelRequest{OrderNo: "1"}); err != nil {
		t.Error(err)
	}
	if o, err := client(2).OrderCreate(t.Context(), &OrderCreateRequest{SKUID: 301, Num: 1}); err != nil || o.Amount != 9900 {
		t.Error(o, err)
	}
	if _, err := client(3).OrderCreate(t.Context(), &OrderCreateRequest{SKUID: 301, Num: 1}); !errors.Is(err, ErrorCode(3001)) {
		t.Error(err)
	}
	if p, err := client(4).OrderPage(t.Context(), &OrderPageRequest{}); err != nil || p.Total != 37 || len(p.List) != 1 {
		t.Error(p, err)
	}
	if l, err := client(5).SKUList(t.Context(), &SKUListRequest{GoodsID: 1}); err != nil || len(l) != 2 {
		t.Error(l, err)
	}
}
