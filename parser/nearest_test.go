package parser

import (
	"math/rand/v2"
	"testing"

	"github.com/hbollon/go-edlib"
)

func TestNearest(t *testing.T) {
	s := newSpeller([]string{"Channel", "Client", "clientType", "line1", "orderList", "orderLost", "用户地址"})
	for word, want := range map[string]string{
		"Channle": "Channel", "channel": "Channel", "Clint": "Client", "clientTpye": "clientType", "line2": "", "orderLust": "", "orderLst": "",
		"Cat": "", "用户地扯": "用户地址", "serviceCount": "",
	} {
		if got := s.nearest(word); got != want {
			t.Errorf("%s is taken for %q, want %q", word, got, want)
		}
	}
}

// TestEdits: up to the limit, edits counts what the library counts.
func TestEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := make([]byte, random.IntN(10))
		for i := range w {
			w[i] = "abc"[random.IntN(3)]
		}
		return string(w)
	}
	for range 20000 {
		a, b := word(), word()
		for limit := 1; limit <= 2; limit++ {
			got, want := edits(a, b, limit), edlib.OSADamerauLevenshteinDistance(a, b)
			if min(got, limit+1) != min(want, limit+1) {
				t.Fatalf("%q and %q: %d edits, want %d (limit %d)", a, b, got, want, limit)
			}
		}
	}
}
