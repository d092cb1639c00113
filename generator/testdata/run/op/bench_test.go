package op_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"gen.test/op"
)

// answering returns what the sample holds.
func answering(tb testing.TB, opts ...op.ServerOption) http.Handler {
	var whole op.GetChatInfoResponse
	if err := json.Unmarshal([]byte(sample), &whole); err != nil {
		tb.Fatal(err)
	}
	return op.NewServer(handler{serve: func(context.Context, *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
		return &whole.Data, nil
	}}, opts...)
}

// discard is a writer of answers that keeps the header alone.
type discard struct {
	header http.Header
	status int
}

func (w *discard) Header() http.Header         { return w.header }
func (w *discard) Write(b []byte) (int, error) { return len(b), nil }
func (w *discard) WriteHeader(status int)      { w.status = status }

// again is a body that can be read more than once.
type again struct{ *strings.Reader }

func (again) Close() error { return nil }

const call, callBody = "/op/v2/getChatInfo", `{"chatId":"c1","isMsg":true}`

// served runs a handler on one request, without a network.
func served(h http.Handler) func() {
	w := &discard{header: make(http.Header)}
	r := httptest.NewRequest("POST", call, strings.NewReader(callBody))
	r.Header.Set("Content-Type", "application/json")
	body := again{strings.NewReader(callBody)}
	return func() {
		body.Reset(callBody)
		r.Body, r.Form = body, nil
		clear(w.header)
		h.ServeHTTP(w, r)
	}
}

// canned is a transport that answers with the sample.
type canned struct{}

func (canned) RoundTrip(r *http.Request) (*http.Response, error) {
	_, err := io.Copy(io.Discard, r.Body)
	return &http.Response{
		StatusCode: 200, Status: "200 OK", Header: http.Header{"Content-Type": {"application/json"}}, Request: r,
		Body: io.NopCloser(strings.NewReader(sample)), ContentLength: int64(len(sample)),
	}, err
}

// plainCall posts a body and reads the answer, as one would without any JSON.
func plainCall(tb testing.TB, client *http.Client, url string) func() {
	answer := make([]byte, 4096)
	return func() {
		r, err := http.NewRequestWithContext(tb.Context(), "POST", url+call, strings.NewReader(callBody))
		if err != nil {
			tb.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		resp, err := client.Do(r)
		if err != nil {
			tb.Fatal(err)
		}
		if n, err := io.ReadFull(resp.Body, answer); n == 0 {
			tb.Fatal(err)
		}
		resp.Body.Close()
	}
}

func ourCall(tb testing.TB, client *http.Client, url string) func() {
	c := op.NewClient(op.WithBaseURL(url), op.WithHTTPClient(client))
	return func() {
		if _, err := c.GetChatInfo(tb.Context(), request); err != nil {
			tb.Fatal(err)
		}
	}
}

func TestAllocations(t *testing.T) {
	inMemory := &http.Client{Transport: canned{}}
	plain := testing.AllocsPerRun(100, plainCall(t, inMemory, "http://127.0.0.1"))
	data := new(op.GetChatInfoData)
	for _, c := range []struct {
		name string
		most float64
		run  func()
	}{
		{"a handler", 6, served(answering(t))},
		{"a client's call", plain + 10, ourCall(t, inMemory, "http://127.0.0.1")},
		{"validation", 0, func() { _ = request.Validate(); _ = data.Validate() }},
	} {
		if n := testing.AllocsPerRun(100, c.run); n > c.most {
			t.Errorf("%s allocates %v times, want at most %v", c.name, n, c.most)
		}
	}
}

func BenchmarkHandler(b *testing.B) {
	b.ReportAllocs()
	serve := served(answering(b))
	for b.Loop() {
		serve()
	}
}

// BenchmarkRoundTrip reports the time of calls over the loopback as a share of that of net/http without any JSON. The two take
// turns, because a machine's speed drifts: the share is the median over many short rounds.
func BenchmarkRoundTrip(b *testing.B) {
	plain := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, sample)
	})
	one, other := httptest.NewServer(answering(b)), httptest.NewServer(plain)
	defer one.Close()
	defer other.Close()
	ours, theirs := ourCall(b, one.Client(), one.URL), plainCall(b, other.Client(), other.URL)
	timed := func(call func()) float64 {
		start := time.Now()
		for range 20 {
			call()
		}
		return float64(time.Since(start)) / 20
	}
	var times, shares []float64
	for b.Loop() {
		t := timed(ours)
		times, shares = append(times, t), append(shares, t/timed(theirs))
	}
	slices.Sort(times)
	slices.Sort(shares)
	b.ReportMetric(shares[len(shares)/2], "share")
	b.ReportMetric(times[len(times)/2], "median-ns")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkValidate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if err := request.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}
