//go:build generated

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"

	"github.com/go-faster/jx"

	"github.com/wenma/wenma/bench/gen/n1/oapi"
	"github.com/wenma/wenma/bench/gen/n1/ogen"
	"github.com/wenma/wenma/bench/gen/n1/wenma"
	"github.com/wenma/wenma/bench/plain"
)

const (
	path = "/op/v2/getChatInfo1"
	// query is like the one of the call on the seed page.
	query     = "apiVersion=01&client=70374ddd0f3641368d419b2d93127b8f&version=2.0&token=o00015804&sign=8D98FA32"
	chatID    = "u0001d6ddfcbef27e45aeaee5bf7db6ac83b5"
	queryBody = `{"chatId":"` + chatID + `","isMsg":true}`
)

type wenmaHandler struct{ data *wenma.GetChatInfo1Data }

func (h wenmaHandler) GetChatInfo1(context.Context, *wenma.GetChatInfo1Request) (*wenma.GetChatInfo1Data, error) {
	return h.data, nil
}

type ogenHandler struct{ answer *ogen.ChatInfoAnswer1 }

func (h ogenHandler) GetChatInfo1(context.Context, *ogen.ChatInfoQuery1, ogen.GetChatInfo1Params) (*ogen.ChatInfoAnswer1, error) {
	return h.answer, nil
}

type oapiHandler struct{ answer oapi.ChatInfoAnswer1 }

func (h oapiHandler) GetChatInfo1(context.Context, oapi.GetChatInfo1RequestObject) (oapi.GetChatInfo1ResponseObject, error) {
	return oapi.GetChatInfo1200JSONResponse(h.answer), nil
}

// served is a server of the seed's endpoint; all of them answer with the sample.
type served struct {
	who     string
	handler http.Handler
}

func servers() []served {
	text := seedSample()
	var w wenma.GetChatInfo1Response
	check(w.UnmarshalJSON(text))
	g := new(ogen.ChatInfoAnswer1)
	check(g.Decode(jx.DecodeBytes(text)))
	var o oapi.ChatInfoAnswer1
	check(json.Unmarshal(text, &o))
	return []served{
		{"wenma", wenma.NewServer(wenmaHandler{&w.Data}, wenma.WithEnvelope(func(_ context.Context, e *wenma.Envelope) { e.Foot = w.Foot }))},
		{"ogen", must(ogen.NewServer(ogenHandler{g}))},
		{"oapi-codegen", oapi.Handler(oapi.NewStrictHandler(oapiHandler{o}, nil))},
		{"net/http+encoding/json", byHand(text)},
		{"net/http", withoutJSON(compact(text))},
	}
}

// byHand is what a programmer without a generator writes.
func byHand(text []byte) http.Handler {
	var answer plain.Answer
	check(json.Unmarshal(text, &answer))
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
		var q plain.Query
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(&answer)
	})
	return mux
}

// withoutJSON reads a request's body and writes an answer that is there already.
func withoutJSON(answer []byte) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer)
	})
	return mux
}

// sink is a ResponseWriter that costs nothing.
type sink struct {
	header http.Header
	status int
	body   []byte
}

func (s *sink) Header() http.Header         { return s.header }
func (s *sink) WriteHeader(status int)      { s.status = status }
func (s *sink) Write(b []byte) (int, error) { s.body = append(s.body, b...); return len(b), nil }

// rewound is a body that can be read again and again.
type rewound struct{ bytes.Reader }

func (*rewound) Close() error { return nil }

// handlerCases call the handlers without a network: what they allocate is all that is allocated.
func handlerCases() []timedCase {
	var cases []timedCase
	for _, v := range []struct{ name, query string }{{"alone", ""}, {"with-query", query}} {
		for _, s := range servers() {
			w, call := calling(s.handler, v.query)
			call()
			if w.status != 0 && w.status != http.StatusOK || len(w.body) == 0 {
				panic(s.who + " refuses the request: " + string(w.body))
			}
			cases = append(cases, repeat("handler/"+v.name+"/"+s.who, call))
		}
	}
	return cases
}

// calling returns a function that sends the seed's request to a handler, and where the answer goes.
func calling(h http.Handler, query string) (*sink, func()) {
	w, body := &sink{header: http.Header{}}, new(rewound)
	r := &http.Request{
		Method: http.MethodPost, URL: &url.URL{Path: path, RawQuery: query}, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, Host: "127.0.0.1", Body: body, ContentLength: int64(len(queryBody)),
		RequestURI: path,
	}
	text := []byte(queryBody)
	return w, func() {
		clear(w.header)
		w.body, w.status = w.body[:0], 0
		body.Reset(text)
		r.Form, r.PostForm = nil, nil // no request comes with its query taken apart
		h.ServeHTTP(w, r)
	}
}
