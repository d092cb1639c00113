package runtime

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// Operation is an endpoint as errors and hooks name it.
type Operation struct {
	// Name is the name of its method: GetChatInfo.
	Name string
	// Method is the HTTP method.
	Method string
	// Path is the path as it is documented, parameters in braces, never their values.
	Path string
}

// String is the operation in one line: GetChatInfo: POST /op/v2/getChatInfo.
func (o *Operation) String() string { return o.Name + ": " + o.Method + " " + o.Path }

// CallError is a call that failed: which one, what was being done, and why. Its text never holds a query string or a header,
// so that no token or signature reaches a log.
type CallError struct {
	Operation *Operation
	// Doing is what failed: "check request", "sign request", "send request", "read answer", "decode answer".
	Doing string
	// Err is the cause: Problems for a request that is not valid, *HTTPError for an HTTP status, a context's error ...
	Err error
}

// Error names the operation and what went wrong.
func (e *CallError) Error() string {
	return e.Operation.String() + ": " + e.Doing + ": " + hideQueries(e.Err.Error())
}

// Unwrap gives the cause.
func (e *CallError) Unwrap() error { return e.Err }

// HTTPError is an answer with an HTTP status that is not a success.
type HTTPError struct {
	Status int
	// ContentType is the answer's content type, Body what it said; neither is part of the error's text.
	ContentType string
	Body        []byte
}

// Error names the status.
func (e *HTTPError) Error() string {
	return "HTTP status " + strconv.Itoa(e.Status) + " (" + strconv.Itoa(len(e.Body)) + " bytes of " + orUnknown(e.ContentType) + ")"
}

func orUnknown(contentType string) string {
	if contentType == "" {
		return "unknown type"
	}
	return contentType
}

// TooLargeError is an answer longer than the client accepts (WithResponseLimit).
type TooLargeError struct{ Limit int64 }

// Error names the limit.
func (e *TooLargeError) Error() string {
	return "answer is larger than " + strconv.FormatInt(e.Limit, 10) + " bytes"
}

// causeOf takes off the *url.Error that net/http puts around a failure, since its text quotes the URL.
func causeOf(err error) error {
	if wrapped := (*url.Error)(nil); errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

// hideQueries cuts query strings out of a text that may quote a URL.
func hideQueries(text string) string {
	at := strings.IndexByte(text, '?')
	if at < 0 {
		return text
	}
	end := strings.IndexAny(text[at:], "\" \t\n")
	if end < 0 {
		return text[:at] + "?…"
	}
	return text[:at] + "?…" + hideQueries(text[at+end:])
}
