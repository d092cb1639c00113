package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// laterVersions are the endpoints that differ from another one in the version alone (/v2/order/query, /v3/order/query), and would
// have its name: each with the one of the first version. Endpoints that share version and all are told apart by other means.
func laterVersions(endpoints []*ir.Endpoint, names map[*ir.Endpoint]string) map[*ir.Endpoint]*ir.Endpoint {
	var routes []string
	of := map[string][]*ir.Endpoint{}
	for _, e := range endpoints {
		route := names[e] + "\n" + unversioned(e)
		if of[route] == nil {
			routes = append(routes, route)
		}
		of[route] = append(of[route], e)
	}
	later := map[*ir.Endpoint]*ir.Endpoint{}
	for _, route := range routes {
		family := of[route]
		slices.SortStableFunc(family, compareVersions)
		if once := slices.CompactFunc(slices.Clone(family), func(a, b *ir.Endpoint) bool { return compareVersions(a, b) == 0 }); len(once) < len(family) {
			continue
		}
		for _, e := range family[1:] {
			later[e] = family[0]
		}
	}
	return later
}

// routeParts are the method, and the pieces of path and action.
func routeParts(e *ir.Endpoint) []string {
	action := strings.FieldsFunc(e.Action.Value, func(r rune) bool { return strings.ContainsRune("./:", r) })
	return slices.Concat([]string{strings.ToUpper(e.Method.Value)}, strings.Split(e.Path.Value, "/"), []string{"\n"}, action)
}

func unversioned(e *ir.Endpoint) string {
	return strings.Join(slices.DeleteFunc(routeParts(e), version), "/")
}

// versionOf is what an endpoint's route has for versions, in words: v3; empty for none.
func versionOf(e *ir.Endpoint) string {
	return strings.Join(slices.DeleteFunc(routeParts(e), func(s string) bool { return !version(s) }), " ")
}

// compareVersions puts v2 before v10, and what has no version first.
func compareVersions(a, b *ir.Endpoint) int {
	return slices.CompareFunc(versionNumbers(a), versionNumbers(b), func(a, b string) int {
		m, _ := strconv.Atoi(a)
		n, _ := strconv.Atoi(b)
		return cmp.Or(cmp.Compare(m, n), cmp.Compare(a, b))
	})
}

func versionNumbers(e *ir.Endpoint) []string {
	return strings.FieldsFunc(versionOf(e), func(r rune) bool { return strings.ContainsRune("vV. ", r) })
}
