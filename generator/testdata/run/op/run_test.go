package op_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"gen.test/op"
)

var request = &op.GetChatInfoRequest{ChatID: "c1", IsMsg: true}

// handler answers with what the test gives it.
type handler struct {
	op.UnimplementedHandler
	serve func(ctx context.Context, req *op.GetChatInfoRequest) (*op.GetChatInfoData, error)
}

func (h handler) GetChatInfo(ctx context.Context, req *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
	return h.serve(ctx, req)
}

func start(t *testing.T, h http.Handler) string {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func client(t *testing.T, h http.Handler, opts ...op.ClientOption) *op.APIClient {
	return op.NewClient(append([]op.ClientOption{op.WithBaseURL(start(t, h))}, opts...)...)
}

func plain(status int, contentType, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

func TestRoundTrip(t *testing.T) {
	phone := "1"
	want := op.GetChatInfoData{User: op.User{UserID: "u1", Phone: &phone, Tags: []string{"a"}}, Location: op.Location{Lat: 40.050735}}
	h := op.NewServer(handler{serve: func(ctx context.Context, req *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
		if *req != *request {
			t.Errorf("got %+v", req)
		}
		if p, ok := op.CommonParamsFrom(ctx); !ok || p.Token != "secret-token" || p.APIVersion != "01" {
			t.Errorf("common parameters: %+v, %v", p, ok)
		}
		return &want, nil
	}}, op.WithEnvelope(func(ctx context.Context, e *op.Envelope) { e.Foot.Host = "here" }))
	c := client(t, h, op.WithCommonParams(op.CommonParams{APIVersion: "01", Token: "secret-token"}))
	got, err := c.GetChatInfo(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, &want) {
		t.Errorf("got %+v", got)
	}
	envelope, err := c.GetChatInfoEnvelope(t.Context(), request)
	if err != nil || envelope.Code != 200 || envelope.Message != "成功" || envelope.Foot.Host != "here" {
		t.Errorf("envelope: %+v, %v", envelope, err)
	}
}

func TestSampleSurvives(t *testing.T) {
	c := client(t, plain(200, "application/json", sample), op.WithStrictAnswers())
	got, err := c.GetChatInfoEnvelope(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if !sameJSON(t, []byte(sample), again) {
		t.Errorf("the sample came back as %s", again)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
}

func sameJSON(t *testing.T, a, b []byte) bool {
	var x, y any
	if err := errors.Join(json.Unmarshal(a, &x), json.Unmarshal(b, &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

func TestBuilder(t *testing.T) {
	if req, err := op.NewGetChatInfoRequest().ChatID("c1").IsMsg(true).Build(); err != nil || *req != *request {
		t.Errorf("got %+v, %v", req, err)
	}
	wantProblems(t, buildError(op.NewGetChatInfoRequest()), "chatId missing", "isMsg missing")
	wantProblems(t, buildError(op.NewGetChatInfoRequest().ChatID("").IsMsg(false)), "chatId empty")
}

func buildError(b *op.GetChatInfoRequestBuilder) error {
	_, err := b.Build()
	return err
}

func wantProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var problems op.Problems
	if !errors.As(err, &problems) {
		t.Errorf("no problems but %v", err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Path+" "+string(p.Code))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
}

func TestValidateAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { _ = request.Validate() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestServerRefuses sends what a server must not let through to a handler.
func TestServerRefuses(t *testing.T) {
	h := op.NewServer(handler{serve: func(context.Context, *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
		t.Error("the handler was called")
		return nil, nil
	}}, op.WithBodyLimit(64))
	for _, c := range []struct {
		name, method, path, contentType, body string
		status                                int
		says                                  []string
	}{
		{"path", "POST", "/op/v2/other", "application/json", `{}`, 404, nil},
		{"method", "GET", "/op/v2/getChatInfo", "", ``, 405, nil},
		{"content type", "POST", "/op/v2/getChatInfo", "text/xml", `<a/>`, 415, []string{"application/json"}},
		{"too large", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"` + strings.Repeat("x", 64) + `"}`, 413, []string{"64"}},
		{"malformed", "POST", "/op/v2/getChatInfo", "application/json", "{\n  \"chatId\": nope}", 400, []string{"第 2 行第 14 列"}},
		{"trailing", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"a","isMsg":true} x`, 400, []string{"多余"}},
		{"nothing", "POST", "/op/v2/getChatInfo", "application/json", ``, 400, []string{"chatId：缺少", "isMsg：缺少"}},
		{"missing", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"a"}`, 400, []string{"isMsg：缺少"}},
		{"null", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"a","isMsg":null}`, 400, []string{"isMsg：不能为 null"}},
		{"wrong type", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"a","isMsg":"yes"}`, 400, []string{"isMsg：类型应为布尔值"}},
		{"all at once", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":"","isMsg":1}`, 400, []string{"chatId：不能为空", "isMsg：类型"}},
		{"one mistake once", "POST", "/op/v2/getChatInfo", "application/json", `{"chatId":7,"isMsg":true}`, 400, []string{"chatId：类型应为字符串，实际为数字\""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
			r.Header.Set("Content-Type", c.contentType)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != c.status {
				t.Errorf("status %d, want %d: %s", w.Code, c.status, w.Body)
			}
			if c.status == 405 && w.Header().Get("Allow") != "POST" {
				t.Errorf("Allow: %q", w.Header().Get("Allow"))
			}
			var e op.Envelope
			if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e.Code != int64(c.status) {
				t.Errorf("no envelope: %s", w.Body)
			}
			for _, s := range c.says {
				if !strings.Contains(w.Body.String(), s) {
					t.Errorf("%s does not say %q", w.Body, s)
				}
			}
		})
	}
}

func TestHandlerErrors(t *testing.T) {
	for _, c := range []struct {
		name          string
		err           error
		panics        any
		status        int
		code          int64
		message, logs string
	}{
		{"business", &op.APIError{Code: 1001, Message: "会话不存在"}, nil, 200, 1001, "会话不存在", ""},
		{"business with status", &op.APIError{Code: 1001, Message: "m", HTTPStatus: 409}, nil, 409, 1001, "m", ""},
		{"chosen", &op.Failure{Status: 403, Message: "no"}, nil, 403, 403, "no", ""},
		{"unknown", errors.New("database is down"), nil, 500, 500, "内部错误", "database is down"},
		{"panic", nil, "oops", 500, 500, "内部错误", "panic: oops"},
		{"neither", nil, nil, 500, 500, "内部错误", "neither a result"},
	} {
		t.Run(c.name, func(t *testing.T) {
			logged := ""
			h := op.NewServer(handler{serve: func(context.Context, *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
				if c.panics != nil {
					panic(c.panics)
				}
				return nil, c.err
			}}, op.WithErrorReport(func(r *http.Request, err error) { logged = err.Error() }))
			_, err := client(t, h).GetChatInfo(t.Context(), request)
			var apiErr *op.APIError
			if !errors.As(err, &apiErr) || int64(apiErr.Code) != c.code || apiErr.Message != c.message || apiErr.HTTPStatus != c.status {
				t.Errorf("got %+v", err)
			}
			if !strings.Contains(logged, c.logs) || c.logs == "" && logged != "" {
				t.Errorf("logged %q", logged)
			}
		})
	}
}

func TestUnimplemented(t *testing.T) {
	_, err := client(t, op.NewServer(op.UnimplementedHandler{})).GetChatInfo(t.Context(), request)
	if apiErr := (*op.APIError)(nil); !errors.As(err, &apiErr) || apiErr.HTTPStatus != 501 {
		t.Errorf("got %v", err)
	}
}

func TestErrorEncoder(t *testing.T) {
	h := op.NewServer(op.UnimplementedHandler{}, op.WithErrorEncoder(func(w http.ResponseWriter, r *http.Request, f *op.Failure) {
		w.WriteHeader(418)
		_, _ = io.WriteString(w, f.Problems.In(op.English))
	}))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("POST", "/op/v2/getChatInfo", strings.NewReader(`{"chatId":""}`)))
	if w.Code != 418 || w.Body.String() != "isMsg is required but missing; chatId must not be empty" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestClientErrors serves what a client must not take for a result. No error may hold the token or the signature.
func TestClientErrors(t *testing.T) {
	truncated := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, sample[:100])
	})
	for _, c := range []struct {
		name   string
		server http.Handler
		opts   []op.ClientOption
		says   []string
	}{
		{"HTTP status", plain(502, "text/html", "<html>"), nil, []string{"HTTP status 502", "text/html"}},
		{"HTTP status with JSON", plain(500, "application/json", `{"error":"x"}`), nil, []string{"HTTP status 500"}},
		{"not JSON", plain(200, "text/html", "<html>"), nil, []string{"text/html", "第 1 行第 1 列"}},
		{"cut JSON", plain(200, "application/json", sample[:200]), nil, []string{"内容不完整"}},
		{"cut body", truncated, nil, []string{"read answer", "unexpected EOF"}},
		{"empty", plain(200, "application/json", ""), nil, []string{"decode answer"}},
		{"too large", plain(200, "application/json", sample), []op.ClientOption{op.WithResponseLimit(10)}, []string{"larger than 10 bytes"}},
		{"wrong type", plain(200, "application/json", `{"code":200,"data":{"user":{"userId":5}}}`), nil, []string{"data.user.userId"}},
		{"no code", plain(200, "application/json", `{"message":"x"}`), nil, []string{"code：缺少"}},
		{"unknown member", plain(200, "application/json", `{"code":200,"data":{"x":5}}`), []op.ClientOption{op.WithStrictAnswers()}, []string{"data.x"}},
		{"business", plain(200, "application/json", `{"code":40001,"message":"令牌过期","data":"oops"}`), nil, []string{"40001", "令牌过期"}},
		{"redirect", http.RedirectHandler("http://127.0.0.1:1/?token=secret-token", http.StatusFound), nil, []string{"send request"}},
		{"hook", plain(200, "application/json", sample), []op.ClientOption{op.WithRequestHook(func(*op.Operation, *http.Request) error { return errors.New("no way") })}, []string{"request hook", "no way"}},
		{"signer", plain(200, "application/json", sample), []op.ClientOption{op.WithSigner(op.SignerFunc(func(*http.Request, []byte) (string, error) { return "", errors.New("no key") }))}, []string{"sign request", "no key"}},
		{"bad address", nil, []op.ClientOption{op.WithBaseURL("127.0.0.1")}, []string{"base URL"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sign := op.WithSigner(op.SignerFunc(func(*http.Request, []byte) (string, error) { return "secret-sign", nil }))
			opts := append([]op.ClientOption{sign, op.WithCommonParams(op.CommonParams{Token: "secret-token"})}, c.opts...)
			_, err := client(t, c.server, opts...).GetChatInfo(t.Context(), request)
			if err == nil {
				t.Fatal("no error")
			}
			for _, s := range append(c.says, "GetChatInfo") {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("%q holds a secret", err)
			}
		})
	}
}

func TestUnreachable(t *testing.T) {
	c := op.NewClient(op.WithBaseURL("http://127.0.0.1:1"), op.WithCommonParams(op.CommonParams{Token: "secret-token"}))
	_, err := c.GetChatInfo(t.Context(), request)
	if err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "POST /op/v2/getChatInfo: send request") {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { cancel(); <-done }))
	_, err := c.GetChatInfo(ctx, request)
	close(done)
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "GetChatInfo: POST /op/v2/getChatInfo") {
		t.Errorf("got %v", err)
	}
}

func TestInvalidRequestIsNotSent(t *testing.T) {
	c := client(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("sent") }))
	for _, req := range []*op.GetChatInfoRequest{{}, nil} {
		if _, err := c.GetChatInfo(t.Context(), req); err == nil || !strings.Contains(err.Error(), "check request") {
			t.Errorf("got %v", err)
		}
	}
}

// TestSigner signs what is sent, and sees all of it.
func TestSigner(t *testing.T) {
	var signed, body string
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent, _ := io.ReadAll(r.Body)
		if want := signed + "&sign=s%26"; r.URL.String() != want || string(sent) != body || r.Header.Get("X-Trace") != "t" {
			t.Errorf("sent %s %s", r.URL, sent)
		}
		plain(200, "application/json", sample).ServeHTTP(w, r)
	}), op.WithCommonParams(op.CommonParams{Token: "a b"}),
		op.WithRequestHook(func(o *op.Operation, r *http.Request) error { r.Header.Set("X-Trace", "t"); return nil }),
		op.WithSigner(op.SignerFunc(func(r *http.Request, b []byte) (string, error) {
			if r.Method != "POST" || r.Header.Get("X-Trace") != "t" {
				t.Error("the request is not complete")
			}
			signed, body = r.URL.RequestURI(), string(b)
			return "s&", nil
		})))
	if _, err := c.GetChatInfo(t.Context(), request); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(signed, "/op/v2/getChatInfo?token=a+b") || body != `{"chatId":"c1","isMsg":true}` {
		t.Errorf("signed %s %s", signed, body)
	}
}

// TestTypesWithEncodingJSON uses the types as anybody would who knows nothing of the engine.
func TestTypesWithEncodingJSON(t *testing.T) {
	var user op.User
	if err := json.Unmarshal([]byte(`{"userId":"u","phone":null,"address":[{"remark":"r"}],"other":1}`), &user); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(map[string]any{"user": user})
	if err != nil || !bytes.Contains(b, []byte(`"phone":null`)) || !bytes.Contains(b, []byte(`"remark":"r"`)) {
		t.Errorf("%s, %v", b, err)
	}
}

var _ op.Handler = (*op.APIClient)(nil)
