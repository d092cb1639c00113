//go:build generated

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"

	"github.com/wenma/wenma/bench/gen/n1/oapi"
	"github.com/wenma/wenma/bench/gen/n1/ogen"
	"github.com/wenma/wenma/bench/gen/n1/wenma"
	"github.com/wenma/wenma/bench/plain"
)

// clients are functions that call the endpoint at an address.
func clients(address string, through *http.Client) map[string]func() error {
	ctx := context.Background()
	w := wenma.NewClient(wenma.WithBaseURL(address), wenma.WithHTTPClient(through))
	g := must(ogen.NewClient(address, ogen.WithClient(through)))
	o := must(oapi.NewClientWithResponses(address, oapi.WithHTTPClient(through)))
	return map[string]func() error{
		"wenma": func() error {
			_, err := w.GetChatInfo1(ctx, &wenma.GetChatInfo1Request{ChatID: chatID, IsMsg: true})
			return err
		},
		"ogen": func() error {
			_, err := g.GetChatInfo1(ctx, &ogen.ChatInfoQuery1{ChatId: chatID, IsMsg: true}, ogen.GetChatInfo1Params{})
			return err
		},
		"oapi-codegen": func() error {
			r, err := o.GetChatInfo1WithResponse(ctx, &oapi.GetChatInfo1Params{}, oapi.ChatInfoQuery1{ChatId: chatID, IsMsg: true})
			if err == nil && r.JSON200 == nil {
				err = errors.New(r.Status())
			}
			return err
		},
		"net/http+encoding/json": func() error {
			body, err := json.Marshal(plain.Query{ChatID: chatID, IsMsg: true})
			if err != nil {
				return err
			}
			return post(ctx, through, address, body, func(r io.Reader) error { return json.NewDecoder(r).Decode(new(plain.Answer)) })
		},
		"net/http": func() error {
			return post(ctx, through, address, []byte(queryBody), func(r io.Reader) error {
				_, err := io.Copy(io.Discard, r)
				return err
			})
		},
	}
}

func post(ctx context.Context, through *http.Client, address string, body []byte, read func(io.Reader) error) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := through.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return read(resp.Body)
}

// canned answers every request with the sample.
type canned []byte

func (c canned) RoundTrip(r *http.Request) (*http.Response, error) {
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return nil, err
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(c)), ContentLength: int64(len(c)),
	}, nil
}

// clientCases call without a network.
func clientCases() []timedCase {
	var cases []timedCase
	calls := clients("http://127.0.0.1:1", &http.Client{Transport: canned(compact(seedSample()))})
	for _, who := range slices.Sorted(maps.Keys(calls)) {
		call := calls[who]
		check(call())
		cases = append(cases, repeat("client/alone/"+who, func() { check(call()) }))
	}
	return cases
}

// roundTripCases call a server of the same making on the loopback interface: from one goroutine, and from enough of them to keep all
// processors busy.
func roundTripCases() []timedCase {
	var cases []timedCase
	through := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	for _, s := range servers() {
		call := clients(httptest.NewServer(s.handler).URL, through)[s.who]
		one := repeat("roundtrip/one/"+s.who, func() { check(call()) })
		one.threads = true
		cases = append(cases, one, timedCase{name: "roundtrip/parallel/" + s.who, threads: true, run: func(n int) {
			var all sync.WaitGroup
			for g := range callers {
				all.Go(func() {
					for range (n + g) / callers {
						check(call())
					}
				})
			}
			all.Wait()
		}})
	}
	return cases
}

// callers is how many goroutines call at the same time.
const callers = 8
