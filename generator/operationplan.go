package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// declareOperations names the operations and their requests.
func (p *planner) declareOperations() []*operation {
	var ops []*operation
	wishes := operationNames(p.doc.Endpoints, p.namer, p.opts.Operations)
	names, keys := make(map[*ir.Endpoint]string), p.keyOperations()
	for _, e := range claimOrder(p.doc.Endpoints) {
		names[e] = p.operationName(e, wishes[e], keys[e])
	}
	for _, e := range p.doc.Endpoints {
		op := &operation{endpoint: e, Operation: &templates.Operation{Name: names[e]}}
		op.Var = "op" + op.Name
		op.Method, op.Methods = address.Methods(e)
		op.Path = address.Path(e.Path.Value)
		op.Doc, op.Remarks = p.opts.Places.operationDoc(e, op.Method, op.Path)
		op.Action = e.Action.Value
		if e.Deprecated != nil {
			op.Deprecated = p.deprecation(*e.Deprecated, e.Title.Value, e.Doc.Value)
		}
		op.Request = &templates.Struct{
			Name: op.Name + "Request", Request: true,
			Doc: "is the request of " + op.Name + ": " + op.Method + " " + clean(op.Path),
		}
		p.pkg.Operations = append(p.pkg.Operations, op.Operation)
		op.key = keys[e]
		span := spanOf(e.Name.Span, e.Span)
		p.enter(OperationName, op.key, op.Name, e, span)
		p.enter(RequestName, op.key, op.Request.Name, e, span)
		p.noteHomes(op.key, address.Operation(e), op.Name, endpointHomes(e), e, span)
		ops = append(ops, op)
	}
	return ops
}

// operationName is the name of the methods. What is derived from it must be free in the package, and so must the methods in
// their types, which a prefix that no identifier has keeps apart.
func (p *planner) operationName(e *ir.Endpoint, wish, key string) string {
	return p.names.take(claim{
		ids: []nameID{{OperationName, key}}, name: wish, suffix: "Call", text: clean(e.Name.Value), span: e.Name.Span, only: true, told: p.sharesRoute(e),
		also: func(name string) []string {
			return []string{
				name + "Request", name + "RequestBuilder", "New" + name + "Request", "op" + name, "serve" + name,
				"." + name, "." + name + "Envelope",
			}
		},
	}, &p.diags)
}

// sharesRoute reports whether another endpoint has the same route: that is told as such.
func (p *planner) sharesRoute(e *ir.Endpoint) bool {
	return address.Path(e.Path.Value) != "/" && p.sharing[address.Operation(e)] > 1
}

// operationDoc is the sentence that says what an operation is for and where, and what the page says besides.
func (p Places) operationDoc(e *ir.Endpoint, method, path string) (sentence string, more []string) {
	what, rest := e.Title.Value, e.Doc.Value
	if first, others, _ := strings.Cut(rest, "\n"); what == "" || strings.HasPrefix(first, what) { // the description begins with the title
		what, rest = first, others
	}
	what = strings.TrimRight(harmless(what), ":：。；;，,")
	place := e.Title.Span
	if !place.Known() {
		place = e.Span
	}
	route := method + " " + clean(path)
	if at := p.of(place); at != "" {
		route += " (" + at + ")"
	}
	if what == "" {
		return "is " + route, remarks(rest)
	}
	return what + ": " + route, remarks(rest)
}
