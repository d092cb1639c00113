package runtime

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// Failure is what a server answers in place of a result. A handler may return one to choose the status and the text.
type Failure struct {
	// Status is the HTTP status.
	Status int
	// Message is the text for the caller.
	Message string
	// Problems are what is wrong with the request, field by field, when that is the matter.
	Problems Problems
	// Err is the cause, for the server's own log; it is never shown to the caller.
	Err error
	// Allow lists the methods that a resource knows, with status 405.
	Allow string
}

// Error is the status with the message.
func (f *Failure) Error() string {
	text := fmt.Sprintf("%d %s: %s", f.Status, http.StatusText(f.Status), f.Message)
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Err }

// PanicError is a handler's panic, as it is reported.
type PanicError struct {
	Value any
	Stack []byte
}

// Error is the panic's value.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

var errNoResult = errors.New("the handler returned neither a result nor an error")

//go:noinline
func notImplemented(operation string) error {
	return &Failure{Status: http.StatusNotImplemented, Message: defaultLanguage.pick("没有实现 "+operation, operation+" is not implemented")}
}

// answerer is an error that knows how it is answered.
type answerer interface {
	error
	answer() *Failure
}

// failureOf makes a failure of whatever a handler returned; what a caller is not to know is left out of the message.
func failureOf(err error) *Failure {
	if f := (*Failure)(nil); errors.As(err, &f) {
		return f
	}
	if answering := answerer(nil); errors.As(err, &answering) {
		return answering.answer()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &Failure{Status: http.StatusGatewayTimeout, Message: defaultLanguage.pick("超时", "timed out"), Err: err}
	}
	return &Failure{Status: http.StatusInternalServerError, Message: defaultLanguage.pick("内部错误", "internal error"), Err: err}
}

// plainFailure is a failure where the API has no envelope: its message, and what is wrong with which field.
type plainFailure struct{ *Failure }

func failedPlain(f *Failure) jsonEncoder { return plainFailure{f} }

func (f plainFailure) appendJSON(b []byte) []byte {
	b = appendText(b, `{"message":`, f.Message)
	if len(f.Problems) == 0 {
		return append(b, '}')
	}
	b = append(b, `,"problems":`...)
	start := len(b)
	for _, p := range f.Problems {
		b = appendText(append(b, ','), `{"path":`, p.Path)
		b = append(appendText(b, `,"code":`, string(p.Code)), '}')
	}
	return append(endList(b, start, false), '}')
}
