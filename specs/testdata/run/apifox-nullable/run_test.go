package papifoxnullable

import (
	"encoding/json"
	"strings"
	"testing"

	"gen.test/wire"
)

// TestNulls tells null from a value in what samples show as either.
func TestNulls(t *testing.T) {
	req := &BookingsRequest{PersonName: "沈一", PackageID: 7, VisitDate: "2024-05-20"}
	first, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[0]))).Bookings(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	if first.QueueNo != nil || first.Doctor != nil || first.Report == nil || first.Report.URL != nil || first.Coupons != nil {
		t.Errorf("the first sample is read as %+v", first)
	}
	second, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[1]))).Bookings(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	if *second.QueueNo != 14 || second.Doctor.Name != "何医生" || second.Doctor.Title != nil || second.Report != nil || second.Coupons[0].UsedAt != nil {
		t.Errorf("the second sample is read as %+v", second)
	}
	// A required field that may be null is sent as null.
	if text, err := json.Marshal(req); err != nil || !strings.Contains(string(text), `"company":null`) {
		t.Errorf("the request is %s, %v", text, err)
	}
}
