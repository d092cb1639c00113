package runtime

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"reflect"
	"slices"
	"testing"
	"time"
)

// sampleResponse is the response that the page of getChatInfo shows.
func sampleResponse(tb testing.TB) []byte {
	page, err := os.ReadFile("../../specs/op/getChatInfo.md")
	if err != nil {
		tb.Fatal(err)
	}
	_, rest, ok := bytes.Cut(page, []byte("```\n"))
	sample, _, closed := bytes.Cut(rest, []byte("\n```"))
	if !ok || !closed {
		tb.Fatal("the page has no fenced sample")
	}
	return sample
}

// compacted is a sample without white space, as servers send it.
func compacted(tb testing.TB, sample []byte) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, sample); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// plainEnvelope is chatEnvelope without its methods, for encoding/json.
type plainEnvelope chatEnvelope

// BenchmarkAgainstEncodingJSON reports the engine's time as a share of encoding/json's. The two run in turns,
// because a machine's speed drifts: the share is the median over many short rounds, the least times show
// what disturbance there was.
func BenchmarkAgainstEncodingJSON(b *testing.B) {
	sample := sampleResponse(b)
	for _, doc := range []struct {
		name string
		data []byte
	}{{"printed", sample}, {"compact", compacted(b, sample)}} {
		var x chatEnvelope
		if err := decode(doc.data, &x, 0); err != nil {
			b.Fatal(err)
		}
		buffer := make([]byte, 0, 4096)
		b.Run("decode/"+doc.name, func(b *testing.B) {
			reportShare(b,
				func() { _ = decode(doc.data, new(chatEnvelope), 0) },
				func() { _ = json.Unmarshal(doc.data, new(plainEnvelope)) })
		})
		b.Run("encode/"+doc.name, func(b *testing.B) {
			reportShare(b,
				func() { buffer, _ = encode(buffer[:0], &x) },
				func() { _, _ = json.Marshal((*plainEnvelope)(&x)) })
		})
	}
}

func reportShare(b *testing.B, one, other func()) {
	const runs = 200
	timed := func(f func()) float64 {
		start := time.Now()
		for range runs {
			f()
		}
		return float64(time.Since(start)) / runs
	}
	var shares []float64
	least, otherLeast := math.Inf(1), math.Inf(1)
	for b.Loop() {
		t, u := timed(one), timed(other)
		shares = append(shares, t/u)
		least, otherLeast = min(least, t), min(otherLeast, u)
	}
	slices.Sort(shares)
	b.ReportMetric(shares[len(shares)/2], "share")
	b.ReportMetric(least/otherLeast, "least-share")
	b.ReportMetric(least, "least-ns")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkDecode(b *testing.B) {
	data := compacted(b, sampleResponse(b))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := decode(data, new(chatEnvelope), 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	var x chatEnvelope
	if err := decode(sampleResponse(b), &x, 0); err != nil {
		b.Fatal(err)
	}
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer, _ = encode(buffer[:0], &x)
	}
}

func BenchmarkValidate(b *testing.B) {
	var x chatEnvelope
	if err := decode(sampleResponse(b), &x, 0); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := x.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSampleResponse(t *testing.T) {
	sample := sampleResponse(t)
	for _, data := range [][]byte{sample, compacted(t, sample)} {
		var ours chatEnvelope
		if err := decode(data, &ours, checkPresence|refuseUnknown); err != nil {
			t.Fatal(err)
		}
		var theirs plainEnvelope
		if err := json.Unmarshal(data, &theirs); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(ours, chatEnvelope(theirs)) {
			t.Errorf("decoded\n%+v\nwant\n%+v", ours, theirs)
		}
		b, err := encode(nil, &ours)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(anyOf(t, b), anyOf(t, data)) {
			t.Errorf("encoded\n%s\nwant\n%s", b, data)
		}
	}
}

func anyOf(t *testing.T, data []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}
