package openapi

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// paths is the Paths Object under construction. OpenAPI keys operations by path and method alone. A page may have
// several operations under one such pair: gateways select them by an action, and pages repeat themselves. Those get a
// fragment, as the published descriptions of such gateways do (`/#Action=DescribeZones`): it is never sent, the part
// before it is the real path.
type paths struct {
	object *object
	items  map[string]*object // by key
	shapes map[string]string  // the key that first took a path, by the path without its parameters' names
}

func newPaths() *paths {
	return &paths{new(object), map[string]*object{}, map[string]string{}}
}

// free reports whether the method can be set under the key. Two paths that differ in the names of their parameters
// alone are one path to OpenAPI.
func (p *paths) free(key, method string) bool {
	if first, taken := p.shapes[shapeOf(key)]; taken && first != key {
		return false
	}
	item := p.items[key]
	return item == nil || item.get(method) == nil
}

// add sets an operation under the key, or, where that is taken, under the key with the operation's id as its fragment.
func (p *paths) add(key, method, id string, operation *object) {
	if !p.free(key, method) {
		key = p.apart(key, method, id)
	}
	item := p.items[key]
	if item == nil {
		item = new(object)
		p.items[key] = item
		p.shapes[shapeOf(key)] = key
		p.object.set(key, item)
	}
	item.set(method, operation)
}

// apart finds a fragment under which the method is free.
func (p *paths) apart(key, method, id string) string {
	base := key + "#" + fragment(id)
	if strings.Contains(key, "#") {
		base = key + "&" + fragment(id)
	}
	for n, try := 2, base; ; n++ {
		if p.free(try, method) {
			return try
		}
		try = base + "_" + strconv.Itoa(n)
	}
}

// keyOf is the path under which an endpoint is to be found: its path, and its action where it has one.
func keyOf(e *ir.Endpoint) string {
	key := e.Path.Value
	if key == "" {
		key = undocumentedPath(e)
	}
	if !strings.HasPrefix(key, "/") {
		key = "/" + key
	}
	if e.Action.Empty() {
		return key
	}
	return key + "#" + fragment(actionName(e)) + "=" + fragment(e.Action.Value)
}

// undocumentedPath stands in for a path that the page does not give: the endpoint's name, and its path parameters, so
// that they have a place.
func undocumentedPath(e *ir.Endpoint) string {
	key := "/" + strings.ReplaceAll(fragment(e.Name.Value), "/", "_")
	for _, f := range e.Params {
		if f.In == ir.InPath {
			key += "/{" + f.Name.Value + "}"
		}
	}
	return key
}

// actionName is the parameter that carries the action: the one that the page gives this very value.
func actionName(e *ir.Endpoint) string {
	fields := e.Params
	if e.Body != nil {
		fields = append(fields[:len(fields):len(fields)], ir.Fields(e.Body.Type)...)
	}
	for _, f := range fields {
		for _, value := range []*ir.Text{f.Default, f.Example} {
			if value != nil && value.Value == e.Action.Value {
				return f.Name.Value
			}
		}
	}
	return "Action"
}

// fragment makes text fit to stand in a key: without blanks and without what would be a parameter, a query or another
// fragment.
func fragment(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u3000' || strings.ContainsRune("{}#?", r) {
			return '_'
		}
		return r
	}, s)
}

// shapeOf is a path without the names of its parameters: "/a/{id}" -> "/a/{}".
func shapeOf(key string) string {
	if !strings.Contains(key, "{") {
		return key
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(key, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		_, after, closed := strings.Cut(rest, "}")
		if !closed {
			out.WriteString("{" + rest)
			return out.String()
		}
		out.WriteString("{}")
		key = after
	}
}

// placeholders are the names of the parameters in a path, each once.
func placeholders(path string) []string {
	var out []string
	for {
		_, rest, found := strings.Cut(path, "{")
		if !found {
			return out
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return out
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
		path = after
	}
}
