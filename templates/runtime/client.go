package runtime

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// defaultResponseLimit is how many bytes of an answer a client reads unless WithResponseLimit says otherwise.
const defaultResponseLimit = 32 << 20

// APIClient calls the API over HTTP. It is safe for concurrent use.
type APIClient struct {
	base    *url.URL
	baseErr error
	http    *http.Client
	limit   int64
	mode    decodeMode
	common  func(*outbound)
	hooks   []func(*Operation, *http.Request) error
	sign    func(*http.Request, []byte) error
}

// ClientOption changes how an APIClient works.
type ClientOption func(*APIClient)

// WithBaseURL sets the address that the paths are put behind; it may have a path of its own.
func WithBaseURL(address string) ClientOption {
	return func(c *APIClient) { c.base, c.baseErr = parseBase(address) }
}

// WithHTTPClient sets the client that requests go through; the default is http.DefaultClient.
func WithHTTPClient(client *http.Client) ClientOption {
	return func(c *APIClient) { c.http = client }
}

// WithRequestHook adds a function that sees, and may change, each request before it is signed and sent. Its error ends the
// call.
func WithRequestHook(hook func(op *Operation, r *http.Request) error) ClientOption {
	return func(c *APIClient) { c.hooks = append(c.hooks, hook) }
}

// WithResponseLimit sets how many bytes of an answer are read; a longer one is a *TooLargeError. The default is 32 MiB.
func WithResponseLimit(bytes int64) ClientOption {
	return func(c *APIClient) { c.limit = bytes }
}

// WithStrictAnswers refuses answers that have members which the documentation does not; the default passes over them.
func WithStrictAnswers() ClientOption {
	return func(c *APIClient) { c.mode = refuseUnknown }
}

func newAPIClient(address string, opts []ClientOption) *APIClient {
	c := &APIClient{http: http.DefaultClient, limit: defaultResponseLimit}
	c.base, c.baseErr = parseBase(address)
	for _, opt := range opts {
		opt(c)
	}
	return c
}

func parseBase(address string) (*url.URL, error) {
	if address == "" {
		return nil, errors.New("no base URL: set one with WithBaseURL")
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.RawQuery != "" {
		return nil, errors.New("base URL is not an address such as https://host/path")
	}
	return u, nil
}

// outgoing is a request as an endpoint's method gives it to the client.
type outgoing interface {
	Validate() error
	send(*outbound)
}

// call sends a request and decodes the answer, which is JSON.
func (c *APIClient) call(ctx context.Context, op *Operation, req outgoing, into jsonDecoder) error {
	resp, err := c.roundTrip(ctx, op, req)
	if err != nil {
		return err
	}
	buffer := lend()
	defer giveBack(buffer)
	if *buffer, err = c.readAnswer(op, resp, *buffer); err != nil {
		return err
	}
	return c.decode(op, resp, *buffer, into)
}

// failing is an answer that may say that the call failed although it arrived.
type failing interface {
	// failure is the business error that the answer holds; nil for success. err is what decoding it met.
	failure(op *Operation, status int, err error) error
}

func (c *APIClient) decode(op *Operation, resp *http.Response, body []byte, into jsonDecoder) error {
	err := decode(body, into, c.mode)
	if answer, ok := into.(failing); ok {
		if failure := answer.failure(op, resp.StatusCode, err); failure != nil {
			return failure
		}
	}
	if !isSuccess(resp.StatusCode) {
		return statusError(op, resp, body)
	}
	if err != nil {
		return &CallError{op, "decode answer (" + resp.Status + ", " + orUnknown(resp.Header.Get("Content-Type")) + ")", err}
	}
	return nil
}

// callRaw sends a request and returns the answer's bytes.
func (c *APIClient) callRaw(ctx context.Context, op *Operation, req outgoing) ([]byte, error) {
	resp, err := c.roundTrip(ctx, op, req)
	if err != nil {
		return nil, err
	}
	body, err := c.readAnswer(op, resp, nil)
	if err == nil && !isSuccess(resp.StatusCode) {
		err = statusError(op, resp, body)
	}
	if err != nil {
		return nil, err
	}
	return body, nil
}

// roundTrip checks, builds, signs and sends a request. The caller closes the answer's body.
func (c *APIClient) roundTrip(ctx context.Context, op *Operation, req outgoing) (*http.Response, error) {
	if c.baseErr != nil {
		return nil, &CallError{op, "build request", c.baseErr}
	}
	if err := req.Validate(); err != nil {
		return nil, &CallError{op, "check request", err}
	}
	out := outbounds.Get().(*outbound)
	defer out.done()
	out.path = op.Path
	req.send(out)
	if c.common != nil {
		c.common(out)
	}
	r, err := c.prepare(ctx, op, out)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return nil, &CallError{op, "send request", causeOf(err)}
	}
	return resp, nil
}

// prepare makes the HTTP request as it will be sent: hooks first, the signature last.
func (c *APIClient) prepare(ctx context.Context, op *Operation, out *outbound) (*http.Request, error) {
	if err := out.settleBody(c.sign != nil); err != nil {
		return nil, &CallError{op, "build request", err}
	}
	r, err := out.request(ctx, op.Method, c.base)
	if err != nil {
		return nil, &CallError{op, "build request", causeOf(err)}
	}
	for _, hook := range c.hooks {
		if err := hook(op, r); err != nil {
			out.discard()
			return nil, &CallError{op, "request hook", err}
		}
	}
	if c.sign != nil {
		if err := c.sign(r, out.body); err != nil {
			out.discard()
			return nil, &CallError{op, "sign request", err}
		}
	}
	return r, nil
}

// readAnswer appends the whole of an answer's body, within the limit, and closes it.
func (c *APIClient) readAnswer(op *Operation, resp *http.Response, b []byte) ([]byte, error) {
	defer resp.Body.Close()
	body, err := readInto(b, resp.Body, c.limit)
	if err == nil && int64(len(body)-len(b)) > c.limit {
		err = &TooLargeError{c.limit}
	}
	if err != nil {
		return b, &CallError{op, "read answer (" + resp.Status + ")", causeOf(err)}
	}
	return body, nil
}

func isSuccess(status int) bool { return 200 <= status && status < 300 }

func statusError(op *Operation, resp *http.Response, body []byte) error {
	contentType, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	return &CallError{op, "answer", &HTTPError{resp.StatusCode, contentType, bytes.Clone(body)}}
}
