package runtime

import (
	"context"
	"net/http"
	"slices"
	"strings"
)

// route is one operation of a server.
type route struct {
	op *Operation
	// under is its pattern of http.ServeMux, level the mux that it stands in.
	under string
	level int
	// methods are the HTTP methods that it answers.
	methods []string
	// match looks closer at a request whose path fits the pattern; nil when there is nothing more to see.
	match func(*inbound) bool
	serve serveFunc
	// status is that of an answer to a call that went well; 0 for 200.
	status int
	// failed writes the operation's failures.
	failed failedFunc
}

// serveFunc runs one operation.
type serveFunc func(ctx context.Context, in *inbound) (reply, error)

// failedFunc makes the document that tells of a failure.
type failedFunc func(f *Failure) jsonEncoder

func (rt *route) takes(method string) bool {
	return slices.Contains(rt.methods, method) || method == http.MethodHead && slices.Contains(rt.methods, http.MethodGet)
}

// router finds the operation for a request. A pattern that conflicts with one of the first mux stands in the second, and so
// on: a request that one mux has no path or no method for goes on to the next.
type router struct {
	muxes     []*http.ServeMux
	resources map[string]*resource // by level and pattern
}

// resource is what stands behind one pattern.
type resource struct {
	server *server
	level  int
	routes []*route
}

// handle adds a route.
func (s *server) handle(r *route) {
	for len(s.muxes) <= r.level {
		mux, next := http.NewServeMux(), len(s.muxes)+1
		mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { s.serveLevel(next, w, r) })
		s.muxes = append(s.muxes, mux)
	}
	key := string(rune('0'+r.level)) + r.under
	res := s.resources[key]
	if res == nil {
		res = &resource{server: s, level: r.level}
		if s.resources == nil {
			s.resources = make(map[string]*resource)
		}
		s.resources[key] = res
		s.muxes[r.level].Handle(r.under, res)
	}
	res.routes = append(res.routes, r)
}

// ServeHTTP answers one request.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.serveLevel(0, w, r) }

func (s *server) serveLevel(level int, w http.ResponseWriter, r *http.Request) {
	if level < len(s.muxes) {
		s.muxes[level].ServeHTTP(w, r)
		return
	}
	in := s.inbound(w, r)
	defer in.done()
	if allow := allowed(r.Context()); len(allow) > 0 {
		in.fail(s.failed, &Failure{Status: http.StatusMethodNotAllowed, Message: defaultLanguage.pick("不支持 "+r.Method+" 方法", "method "+r.Method+" is not allowed"), Allow: strings.Join(allow, ", ")})
		return
	}
	in.fail(s.failed, &Failure{Status: http.StatusNotFound, Message: defaultLanguage.pick("没有这个地址", "no such path")})
}

// ServeHTTP runs the operation of the resource that the method and the rest of the request select.
func (res *resource) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	in := res.server.inbound(w, r)
	matched := false
	for _, rt := range res.routes {
		if rt.match != nil && !rt.match(in) {
			continue
		}
		matched = true
		if rt.takes(r.Method) {
			in.serve(rt)
			in.done()
			return
		}
	}
	in.done()
	if matched {
		r = r.WithContext(res.allowing(r.Context()))
	}
	res.server.serveLevel(res.level+1, w, r)
}

type allowedKey struct{}

func allowed(ctx context.Context) []string {
	methods, _ := ctx.Value(allowedKey{}).([]string)
	return methods
}

// allowing notes the methods that the resource would have taken.
func (res *resource) allowing(ctx context.Context) context.Context {
	methods := slices.Clone(allowed(ctx))
	for _, rt := range res.routes {
		methods = append(methods, rt.methods...)
	}
	slices.Sort(methods)
	return context.WithValue(ctx, allowedKey{}, slices.Compact(methods))
}
