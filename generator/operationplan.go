package generator

import (
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// declareOperations names the operations and their requests.
func (p *planner) declareOperations() []*operation {
	var ops []*operation
	wishes := operationNames(p.doc.Endpoints, p.namer, p.opts.Operations)
	names := make(map[*ir.Endpoint]string)
	for _, e := range claimOrder(p.doc.Endpoints) {
		names[e] = p.operationName(e, wishes[e])
	}
	for _, e := range p.doc.Endpoints {
		op := &operation{endpoint: e, Operation: &templates.Operation{Name: names[e]}}
		op.Var = "op" + op.Name
		op.Method, op.Methods = methodsOf(e)
		op.Path = cleanPath(e.Path.Value)
		op.Doc = operationDoc(e, op.Method, op.Path)
		op.Action = e.Action.Value
		if e.Deprecated != nil {
			op.Deprecated = p.deprecation(*e.Deprecated, e.Title.Value, e.Doc.Value)
		}
		op.Request = &templates.Struct{
			Name: op.Name + "Request", Request: true,
			Doc: "is the request of " + op.Name + ": " + op.Method + " " + clean(op.Path),
		}
		p.pkg.Operations = append(p.pkg.Operations, op.Operation)
		op.key = p.record(OperationName, operationKey(e), op.Name, e, spanOf(e.Name.Span, e.Span))
		p.record(RequestName, op.key, op.Request.Name, e, spanOf(e.Name.Span, e.Span))
		ops = append(ops, op)
	}
	return ops
}

// operationName is the name of the methods. What is derived from it must be free in the package, and so must the methods in
// their types, which a prefix that no identifier has keeps apart.
func (p *planner) operationName(e *ir.Endpoint, wish string) string {
	return p.names.take(claim{
		name: wish, suffix: "Call", text: clean(e.Name.Value), span: e.Name.Span, only: true,
		also: func(name string) []string {
			return []string{
				name + "Request", name + "RequestBuilder", "New" + name + "Request", "op" + name, "serve" + name,
				"." + name, "." + name + "Envelope",
			}
		},
	}, &p.diags)
}

// methodsOf is the method that the client uses, and all that the server takes. A page that names none means POST where there is a
// body, else GET.
func methodsOf(e *ir.Endpoint) (string, []string) {
	var methods []string
	for _, m := range append([]ir.Text{e.Method}, e.Methods...) {
		if name := strings.ToUpper(m.Value); isToken(name) && !slices.Contains(methods, name) {
			methods = append(methods, name)
		}
	}
	if len(methods) > 0 {
		return methods[0], methods
	}
	if e.Body != nil {
		return http.MethodPost, []string{http.MethodPost}
	}
	return http.MethodGet, []string{http.MethodGet}
}

func isToken(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

// cleanPath is a path without empty and dotted segments, which no server would ever see.
func cleanPath(value string) string {
	cleaned := path.Clean("/" + value)
	if strings.HasSuffix(value, "/") && cleaned != "/" {
		cleaned += "/"
	}
	return cleaned
}

func operationDoc(e *ir.Endpoint, method, path string) string {
	what := strings.TrimSuffix(sentence(source.Span{}, e.Title, e.Doc), ":")
	place := e.Title.Span
	if !place.Known() {
		place = e.Span
	}
	route := method + " " + clean(path)
	if at := placeOf(place); at != "" {
		route += " (" + at + ")"
	}
	if what == "" {
		return "is " + route
	}
	return what + ": " + route
}
