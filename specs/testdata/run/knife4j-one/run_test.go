package pknife4jone

import (
	"encoding/json"
	"strings"
	"testing"

	"gen.test/wire"
)

// TestOne has the client read an object where a list belongs, a list where an object does, and text in the place of numbers.
func TestOne(t *testing.T) {
	for i, cells := range []int{1, 2} {
		got, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[i]))).GetCabinet(t.Context(), &GetCabinetRequest{CabinetID: 1})
		if err != nil {
			t.Fatal(err)
		}
		if got.CabinetID != 9007199254740993 || len(got.Cells) != cells || len(got.Address) != 1 || got.Address[0].Street != "学苑路 8 号" || !got.Online || got.Faults[0] != "门锁" {
			t.Errorf("sample %d is read as %+v", i, got)
		}
		text, err := json.Marshal(got)
		if err != nil || !strings.Contains(string(text), `"cabinetId":9007199254740993,`) {
			t.Errorf("written, it is %s, %v", text, err)
		}
	}
	got, _ := NewClient(WithBaseURL(wire.Answer(t, 200, responses[1]))).GetCabinet(t.Context(), &GetCabinetRequest{CabinetID: 1})
	if got.Address[0].Floor != "B1" || got.Keeper == nil || got.Keeper.Name != "周" || got.Cells[1].PickupCode != nil {
		t.Errorf("the second sample is read as %+v", got)
	}
}
