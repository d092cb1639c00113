package photel

import (
	"context"
	"errors"
	"net/http/httptest"
	"testing"

	"gen.test/wire"
)

type desk struct {
	UnimplementedHandler
	err error
}

func (d desk) Checkin(context.Context, *CheckinRequest) (*CheckinData, error) {
	return &CheckinData{OrderStatus: OrderStatus1, PayChannels: []PayChannel{}}, d.err
}

// TestErrors: an error of the page on codes, and one of the call's own table, is the same error at both ends.
func TestErrors(t *testing.T) {
	req := &CheckinRequest{RoomNo: "801", RoomType: RoomType(1)}
	for _, want := range []ErrorCode{ErrSystem, ErrParam, ErrSignInvalid, Err10004, ErrRoomCheckedIn, Err20102} {
		server := httptest.NewServer(NewServer(desk{err: want}))
		_, err := NewClient(WithBaseURL(server.URL)).Checkin(t.Context(), req)
		server.Close()
		var failed *APIError
		if !errors.Is(err, want) || errors.Is(err, Err20201) || !errors.As(err, &failed) || failed.Message != want.Text() || want.Text() == "" {
			t.Errorf("%v arrives as %v", want, err)
		}
	}
	if ErrParam.Text() != "参数错误" {
		t.Errorf("10002 is called %s", ErrParam.Text())
	}
	for answer, text := range map[string]string{
		responses[2]: "有未结清的消费",
		`{"code": 20201, "msg": "先结账", "data": {}}`: "先结账",
	} {
		_, err := NewClient(WithBaseURL(wire.Answer(t, 200, answer))).Checkout(t.Context(), &CheckoutRequest{OrderID: "1"})
		var failed *APIError
		if !errors.Is(err, Err20201) || !errors.As(err, &failed) || failed.Message != text {
			t.Errorf("%s arrives as %v", answer, err)
		}
	}
}

// TestDictionary: fields of both pages have the types of the dictionary.
func TestDictionary(t *testing.T) {
	var a CheckinData
	var b CheckoutData
	a.OrderStatus, b.OrderStatus = OrderStatusCheckedOut, a.OrderStatus
	if a.OrderStatus.Label() != "已退房" || b.OrderStatus.Known() {
		t.Errorf("%v is %s", a.OrderStatus, a.OrderStatus.Label())
	}
	gold := MemberLevelGold
	if err := (&CheckinRequest{RoomNo: "801", RoomType: 3, GuestLevel: &gold}).Validate(); err != nil {
		t.Error(err)
	}
	if err := (&CheckinRequest{RoomNo: "801", RoomType: 4}).Validate(); err == nil {
		t.Error("a room of type 4 is taken")
	}
}
