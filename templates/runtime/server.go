package runtime

import (
	"context"
	"log"
	"net/http"
)

// defaultBodyLimit is how many bytes of a request's body a server reads unless WithBodyLimit says otherwise.
const defaultBodyLimit = 10 << 20

// server is what NewServer returns: the routes, and what the options say.
type server struct {
	router
	handler any // the Handler that NewServer was given
	limit   int64
	encode  func(http.ResponseWriter, *http.Request, *Failure)
	report  func(*http.Request, error)
	fill    []func(ctx context.Context, envelope any)
	common  func(context.Context, *inbound) context.Context
	failed  failedFunc // for a request that belongs to no operation
}

// ServerOption changes how a server works.
type ServerOption func(*server)

// WithBodyLimit sets how many bytes a request's body may have; a longer one is answered with 413. The default is 10 MiB.
func WithBodyLimit(bytes int64) ServerOption {
	return func(s *server) { s.limit = bytes }
}

// WithErrorEncoder sets how failures are written in place of the usual envelope.
func WithErrorEncoder(encode func(w http.ResponseWriter, r *http.Request, f *Failure)) ServerOption {
	return func(s *server) { s.encode = encode }
}

// WithErrorReport sets where panics (*PanicError) and the errors behind answers of 500 and above go; the default is the log
// package's standard logger.
func WithErrorReport(report func(r *http.Request, err error)) ServerOption {
	return func(s *server) { s.report = report }
}

func newServer(handler any, routes []route, failed failedFunc, opts []ServerOption) *server {
	s := &server{handler: handler, limit: defaultBodyLimit, report: logError, failed: failed}
	for i := range routes {
		s.handle(&routes[i])
	}
	for _, opt := range opts {
		opt(s)
	}
	return s
}

func logError(r *http.Request, err error) {
	if p, ok := err.(*PanicError); ok {
		log.Printf("%s %s: %v\n%s", r.Method, r.URL.Path, err, p.Stack)
		return
	}
	log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
}

// fillEnvelope lets the server's options complete an envelope.
func (s *server) fillEnvelope(ctx context.Context, envelope any) {
	for _, fill := range s.fill {
		fill(ctx, envelope)
	}
}
