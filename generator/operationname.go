package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

// operationNames gives every endpoint the name that its methods get, before clashes with other names of the package are
// settled. An author's own verb is kept (getChatInfo). A bare verb or a word as common as "list" takes the segment before it
// (user/list is UserList). A REST path, which has its verb in the method, gets one (DELETE /files/{id} is DeleteFile), and so
// do endpoints that differ in nothing else. A name depends on the order of the endpoints only when all of that fails.
func operationNames(endpoints []*ir.Endpoint) map[*ir.Endpoint]string {
	names := make(map[*ir.Endpoint]string, len(endpoints))
	for _, e := range endpoints {
		names[e] = operationWords(e).name(false)
	}
	for _, better := range []func(*pathWords) string{
		func(w *pathWords) string { return w.name(true) },
		func(w *pathWords) string { return w.parentName() },
	} {
		for _, group := range clashing(endpoints, names) {
			for _, e := range group {
				names[e] = better(operationWords(e))
			}
		}
	}
	return names
}

// clashing lists the endpoints that share a name, group by group in source order.
func clashing(endpoints []*ir.Endpoint, names map[*ir.Endpoint]string) (groups [][]*ir.Endpoint) {
	at := map[string]int{}
	for _, e := range endpoints {
		i, ok := at[names[e]]
		if !ok {
			i = len(groups)
			at[names[e]] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], e)
	}
	kept := groups[:0]
	for _, g := range groups {
		if len(g) > 1 {
			kept = append(kept, g)
		}
	}
	return kept
}

// pathWords are the parts of a path that a name is made of.
type pathWords struct {
	method string
	own    string // the last fixed segment, or what else names the endpoint
	parent string // the fixed segment before it
	item   bool   // a parameter follows the last fixed segment: the path is that of one thing
	rest   bool   // the verb stands in the method
	whole  bool   // own is a name in itself (a gateway's action, a title), not a piece of the path
}

func operationWords(e *ir.Endpoint) *pathWords {
	w := &pathWords{method: strings.ToUpper(e.Method.Value), own: withoutSuffix(e.Name.Value)}
	if e.Path.Empty() || !e.Action.Empty() {
		w.whole = true
		return w
	}
	if !strings.Contains(e.Path.Value, "/"+e.Name.Value) {
		w.whole = true // a name of its own, not one taken from the path
		return w
	}
	var fixed []string
	for s := range strings.SplitSeq(e.Path.Value, "/") {
		switch {
		case s == "":
		case strings.HasPrefix(s, "{"):
			if w.item = len(fixed) > 0; w.item {
				fixed[len(fixed)-1] = singular(fixed[len(fixed)-1]) // what stands before an identifier is one thing
			}
		case !version(s):
			fixed, w.item = append(fixed, withoutSuffix(s)), false
		}
	}
	if len(fixed) > 0 {
		w.own = fixed[len(fixed)-1]
	}
	if len(fixed) > 1 {
		w.parent = fixed[len(fixed)-2]
	}
	w.rest = len(e.Path.Params) > 0 || w.method == "PUT" || w.method == "PATCH" || w.method == "DELETE"
	return w
}

// version reports whether a segment is a version: v1, v2.0.
func version(s string) bool {
	return len(s) > 1 && (s[0] == 'v' || s[0] == 'V') && strings.Trim(s[1:], "0123456789.") == ""
}

var pathSuffixes = []string{".do", ".json", ".action", ".htm", ".html", ".php", ".aspx", ".jsp", ".xml"}

func withoutSuffix(s string) string {
	for _, suffix := range pathSuffixes {
		if rest, ok := strings.CutSuffix(s, suffix); ok && rest != "" {
			return rest
		}
	}
	return s
}

// name is the endpoint's name; verb asks for one even where the path needs none.
func (w *pathWords) name(verb bool) string {
	own := goname.Exported(w.own)
	words := goname.Words(w.own)
	switch {
	case w.whole:
		return own
	case w.parent != "" && len(words) == 1 && (verbs[strings.ToLower(words[0])] || generic[strings.ToLower(words[0])]):
		return goname.Exported(w.parent + " " + w.own)
	case len(words) > 0 && verbs[strings.ToLower(words[0])]:
		return own
	case w.rest || verb:
		return w.verb() + w.noun()
	}
	return own
}

// parentName is the name with the segment before it.
func (w *pathWords) parentName() string {
	if w.whole || w.parent == "" {
		return w.name(true)
	}
	longer := *w
	longer.own, longer.parent = w.parent+" "+w.own, ""
	return longer.name(w.rest)
}

// verb is what a method does to what the path names.
func (w *pathWords) verb() string {
	switch w.method {
	case "POST":
		return "Create"
	case "PUT", "PATCH":
		return "Update"
	case "DELETE":
		return "Delete"
	}
	if !w.item && strings.HasSuffix(w.own, "s") {
		return "List"
	}
	return "Get"
}

// noun is what the path names: one thing where the method or the path speaks of one.
func (w *pathWords) noun() string {
	if w.item || w.method == "POST" {
		return goname.Exported(singular(w.own))
	}
	return goname.Exported(w.own)
}

// singular takes the plural's ending off an English word.
func singular(s string) string {
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is") && len(s) > 3:
		return s[:len(s)-1]
	}
	return s
}

var verbs = wordSet("get list query find search fetch load create add new insert save update modify edit set delete remove del cancel close open send upload download import export login logout signin signout register bind unbind check verify validate submit apply approve reject start stop sync batch count pay refund notify push pull reset change confirm enable disable copy move do is has test join leave invite accept publish revoke renew grant generate build make issue exchange transfer report")

var generic = wordSet("info detail details page all index data status state config result item items view one")

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
