package openapi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// methods are the HTTP methods for which OpenAPI 3.1 has a place.
var methods = []string{"get", "put", "post", "delete", "options", "head", "patch", "trace"}

// endpoint exports an endpoint: an operation for each method that the page allows.
func (x *exporter) endpoint(e *ir.Endpoint, doc *ir.Document) {
	key, id := keyOf(e), x.ids[e]
	method, other := methodOf(e)
	operation := x.operation(e, id, doc).mark("x-method-undocumented", e.Method.Empty()).setText("x-method", other)
	x.paths.add(key, method, id, operation)
	for _, further := range e.Methods {
		name := strings.ToLower(further.Value)
		if name == method || !slices.Contains(methods, name) {
			continue
		}
		id := unique(id+"_"+name, x.used)
		x.paths.add(key, name, id, x.operation(e, id, doc))
	}
}

// methodOf is the method under which the endpoint stands, and the page's own where OpenAPI has no place for that. An
// endpoint without one stands under the method that its body suggests.
func methodOf(e *ir.Endpoint) (method, other string) {
	method = strings.ToLower(e.Method.Value)
	if slices.Contains(methods, method) {
		return method, ""
	}
	if e.Body != nil {
		return "post", e.Method.Value
	}
	return "get", e.Method.Value
}

// summaryOf is an endpoint's title, else the first sentence of its description if that is short, else its name.
func summaryOf(e *ir.Endpoint) string {
	sentence := strings.TrimSpace(e.Doc.Value)
	if end := strings.IndexAny(sentence, "。；;\n"); end >= 0 {
		sentence = sentence[:end]
	}
	if n := utf8.RuneCountInString(sentence); n < minSummary || n > maxSummary {
		sentence = ""
	}
	return cmp.Or(e.Title.Value, sentence, e.Name.Value)
}

// minSummary and maxSummary are the lengths, in characters, of a sentence that can stand for a title.
const minSummary, maxSummary = 4, 40

func (x *exporter) operation(e *ir.Endpoint, id string, doc *ir.Document) *object {
	op := new(object)
	if tag := tagOf(e, doc); tag != "" {
		op.set("tags", list{text(tag)})
	}
	placed, unplaced := x.parameters(e)
	op.setText("summary", summaryOf(e)).
		setText("description", e.Doc.Value).
		setText("operationId", id).
		setList("parameters", placed).
		setObject("requestBody", x.requestBody(e)).
		set("responses", x.responses(e)).
		mark("deprecated", e.Deprecated != nil).
		mark("x-path-undocumented", e.Path.Empty()).
		setText("x-number", e.Number.Value).
		setText("x-action", e.Action.Value)
	if e.Deprecated != nil {
		op.setText("x-deprecated", e.Deprecated.Value)
	}
	return op.
		setList("x-path-parameters-without-place", unplaced).
		setList("x-errors", errorCodes(e.Errors)).
		setList("x-history", history(e.History)).
		setList("x-inferred", inferred(e.Inferred))
}

// operationIDs names the operations: by the endpoint's name where no other has it, else by method and path, and by a
// number where that is shared too. Names do not depend on the order of the endpoints as long as methods and paths differ.
func operationIDs(endpoints []*ir.Endpoint, used map[string]bool) map[*ir.Endpoint]string {
	count := map[string]int{}
	for _, e := range endpoints {
		count[e.Name.Value]++
	}
	ids := make(map[*ir.Endpoint]string, len(endpoints))
	for _, e := range endpoints {
		id := key(e.Name.Value)
		if count[e.Name.Value] > 1 || id != e.Name.Value {
			id = longID(e)
		}
		ids[e] = unique(id, used)
	}
	return ids
}

// longID names an operation by its method and path: "post_op_v2_getChatInfo".
func longID(e *ir.Endpoint) string {
	method, _ := methodOf(e)
	path := strings.Trim(e.Path.Value, "/")
	switch {
	case path == "" && e.Action.Empty():
		return key(e.Name.Value)
	case path == "":
		return key(method + "/" + e.Action.Value)
	case e.Action.Empty():
		return key(method + "/" + path)
	}
	return key(method + "/" + path + "/" + e.Action.Value)
}

// unique is the name, with a number where it is taken, and takes it.
func unique(name string, used map[string]bool) string {
	taken := name
	for n := 2; used[taken]; n++ {
		taken = name + "_" + strconv.Itoa(n)
	}
	used[taken] = true
	return taken
}
