package pticket

import (
	"errors"
	"testing"

	"gen.test/wire"
)

// TestStatus: the business code decides, whatever the HTTP status; without one it is the status.
func TestStatus(t *testing.T) {
	req := &TicketRefundRequest{TicketNo: "1"}
	for _, c := range []struct {
		status int
		answer string
		is     error
		code   ErrorCode
	}{
		{200, `{"retCode": "T001", "retMsg": "票号不存在"}`, ErrTicketNoNotFound, "T001"},
		{409, `{"retCode": "T002", "retMsg": "已检票"}`, ErrT002, "T002"},
		{500, `{"retCode": "X9", "retMsg": "坏了"}`, ErrorCode("X9"), "X9"},
	} {
		_, err := NewClient(WithBaseURL(wire.Answer(t, c.status, c.answer))).TicketRefund(t.Context(), req)
		var failed *APIError
		if !errors.Is(err, c.is) || !errors.As(err, &failed) || failed.Code != c.code || failed.HTTPStatus != c.status {
			t.Errorf("%d %s arrives as %v", c.status, c.answer, err)
		}
	}
	if _, err := NewClient(WithBaseURL(wire.Answer(t, 502, "<html>"))).TicketRefund(t.Context(), req); err == nil || errors.As(err, new(*APIError)) {
		t.Errorf("502 without an envelope arrives as %v", err)
	}
}

// TestPayloads: beside the code, under result, a list.
func TestPayloads(t *testing.T) {
	list, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[0]))).TicketRefund(t.Context(), &TicketRefundRequest{TicketNo: "1"})
	if err != nil || len(list) != 1 || list[0].Fee != 3500 {
		t.Errorf("%+v, %v", list, err)
	}
	lock, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[1]))).Lock(t.Context(), &LockRequest{ShowID: 1, Seats: []string{"A1"}})
	if err != nil || lock.LockID != "LK88" || lock.RetCode != "0000" {
		t.Errorf("%+v, %v", lock, err)
	}
	if _, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[2]))).Lock(t.Context(), &LockRequest{ShowID: 1, Seats: []string{"A1"}}); !errors.Is(err, ErrorCode("S102")) {
		t.Errorf("S102 arrives as %v", err)
	}
	show, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[3]))).TicketShow(t.Context(), &TicketShowRequest{ShowID: "7"})
	if err != nil || show.Title != "海边的一天" || show.Halls[0].No != 3 {
		t.Errorf("%+v, %v", show, err)
	}
}
