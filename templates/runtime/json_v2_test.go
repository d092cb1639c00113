//go:build goexperiment.jsonv2

package runtime

import (
	"encoding/json/jsontext"
	"math/rand/v2"
	"testing"
)

// TestAgainstJSONv2 holds the engine's verdict against that of encoding/json/v2, which is as strict. Run it with
// GOEXPERIMENT=jsonv2.
func TestAgainstJSONv2(t *testing.T) {
	agree := func(doc []byte) {
		t.Helper()
		syntax := syntaxOf(skipAll(string(doc)))
		if strict := jsontext.Value(doc).IsValid(); strict != (syntax == nil) {
			t.Errorf("%q: encoding/json/v2 decides %v, here it is %v", doc, strict, syntax)
		}
	}
	for _, c := range conformanceCases(t) {
		agree([]byte(c.doc))
	}
	r := rand.New(rand.NewPCG(3, 4))
	sample := compacted(t, sampleResponse(t))
	for range 30_000 {
		agree(mutated(r, sample))
	}
}
