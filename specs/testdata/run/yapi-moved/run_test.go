package pyapimoved

import (
	"testing"

	"gen.test/wire"
)

// TestMoved has the client find fields where, and as, the sample has them.
func TestMoved(t *testing.T) {
	got, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[0]))).PlantDetail(t.Context(), &PlantDetailRequest{PlantID: 1024})
	if err != nil {
		t.Fatal(err)
	}
	if got.LatinName != "Acer palmatum" || *got.Height != 2.4 || *got.Plot.Acreage != 1.5 || *got.Plot.Soil != "沙壤" || *got.PhotoCount != 1 {
		t.Errorf("the sample is read as %+v", got)
	}
	if got.SowedAt != nil || got.SownOn != "2021-03-12" || got.Line1 != nil || got.Line2 != "园林级" {
		t.Errorf("names that are too far apart are taken for one: %+v", got)
	}
}
