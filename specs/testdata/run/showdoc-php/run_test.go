package pshowdocphp

import (
	"errors"
	"reflect"
	"testing"

	"gen.test/wire"
)

// TestPHP has the client read what the page's samples show, whatever the table says.
func TestPHP(t *testing.T) {
	full, empty := "维护中", (*string)(nil)
	for i, want := range []PileDetailData{
		{
			PileNo: "20240017", Power: 7, GunCount: 2, IsBusy: true, Price: PileDetailDataPrice{0.85, 0.4}, LastOrder: PileDetailDataLastOrder{"C0001", 1250},
			Tags: map[string]string{"1": "夜间", "3": "地库"}, Notice: empty, QRURL: "/qr/20240017.png", Version: 3,
		},
		{
			PileNo: "20240018", Power: 120, GunCount: 1, Price: PileDetailDataPrice{1.2, 0}, Station: PileDetailDataStation{31, "东门停车场"},
			Owner: PileDetailDataOwner{"林"}, Photos: []string{"/p/1.png"}, Notice: &full, QRURL: "/qr/20240018.png", Version: 3,
		},
	} {
		server := wire.Answer(t, 200, responses[i])
		got, err := NewClient(WithBaseURL(server)).PileDetail(t.Context(), &PileDetailRequest{PileNo: "1"})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Photos) == 0 {
			got.Photos = nil
		}
		if len(got.Tags) == 0 {
			got.Tags = nil
		}
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("sample %d is read as\n%+v, want\n%+v", i, *got, want)
		}
	}
	_, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[2]))).PileDetail(t.Context(), &PileDetailRequest{PileNo: "1"})
	var failed *APIError
	if !errors.As(err, &failed) || failed.Code != "404" || failed.HTTPStatus != 200 {
		t.Errorf("the failure is %v", err)
	}
}
