package generator

import (
	"maps"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

// NameStyle says what operations are named by.
type NameStyle uint8

const (
	// AutoNames are by action or path, and by the title where there is neither, or where several endpoints share one.
	AutoNames NameStyle = iota
	// PathNames are by action or path, and by the title only where there is neither.
	PathNames
	// TitleNames are by the title, where all its words are understood, else as with AutoNames.
	TitleNames
)

// operationNames gives every endpoint the name that its methods get, before clashes with other names of the package are
// settled. An author's own verb is kept (getChatInfo). A bare verb or a word as common as "list" takes the segment before it
// (user/list is UserList). A REST path, which has its verb in the method, gets one (DELETE /files/{id} is DeleteFile), and so
// do endpoints that differ in nothing else. Of endpoints that differ in the version alone the first version has the plain name,
// and the others have theirs at the end. A name depends on the order of the endpoints only when all of that fails.
func operationNames(endpoints []*ir.Endpoint, namer *goname.Namer, style NameStyle) map[*ir.Endpoint]string {
	names := make(map[*ir.Endpoint]string, len(endpoints))
	words := make(map[*ir.Endpoint]*pathWords, len(endpoints))
	for _, e := range endpoints {
		words[e] = operationWords(e, namer, style)
		names[e] = words[e].name(false)
	}
	later := laterVersions(endpoints, names)
	first := slices.DeleteFunc(slices.Clone(endpoints), func(e *ir.Endpoint) bool { return later[e] != nil })
	for _, a := range attempts(words, style) {
		for _, group := range clashing(first, names) {
			a.rename(group, words, names)
		}
	}
	for e, plain := range later {
		names[e] = names[plain] + namer.Exported(versionOf(e))
	}
	return names
}

// attempt is a way to tell endpoints of one name apart: a way to name all of them, and further ones for those that still share a name.
type attempt struct {
	ways []func(*pathWords) string
	all  bool // that it counts only where it tells all of them apart
}

// attempts are made one after the other. Titles come before longer pieces of the paths, which say less.
func attempts(words map[*ir.Endpoint]*pathWords, style NameStyle) []attempt {
	titles := []func(*pathWords) string{
		func(w *pathWords) string { return w.titleName(w.title) },
		func(w *pathWords) string { return w.titleName(withoutBrackets(w.title)) },
	}
	longest := 0
	for _, w := range words {
		longest = max(longest, len(w.above))
	}
	list := []attempt{{ways: []func(*pathWords) string{func(w *pathWords) string { return w.name(true) }}}, {ways: []func(*pathWords) string{(*pathWords).parentName}}}
	if style != PathNames {
		list = append(list, attempt{titles, true})
	}
	for n := 2; n <= longest; n++ {
		list = append(list, attempt{[]func(*pathWords) string{func(w *pathWords) string { return w.longName(n) }}, true})
	}
	for n := 0; n <= longest; n++ {
		list = append(list, attempt{[]func(*pathWords) string{func(w *pathWords) string { return w.methodName(n) }}, true})
	}
	if style != PathNames {
		list = append(list, attempt{ways: titles})
	}
	return list
}

// rename names endpoints that share a name.
func (a *attempt) rename(group []*ir.Endpoint, words map[*ir.Endpoint]*pathWords, names map[*ir.Endpoint]string) {
	better := make(map[*ir.Endpoint]string, len(group))
	left := [][]*ir.Endpoint{group}
	for _, name := range a.ways {
		for _, group := range left {
			for _, e := range group {
				better[e] = name(words[e])
			}
		}
		left = clashing(group, better)
	}
	if len(left) == 0 || !a.all {
		maps.Copy(names, better)
	}
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
	namer  *goname.Namer
	method string
	own    string   // the last fixed segment, or what else names the endpoint
	above  []string // the fixed segments before it
	title  string
	item   bool // a parameter follows the last fixed segment: the path is that of one thing
	rest   bool // the verb stands in the method
	whole  bool // own is a name in itself (a gateway's action, a title), not a piece of the path
}

func operationWords(e *ir.Endpoint, namer *goname.Namer, style NameStyle) *pathWords {
	w := &pathWords{namer: namer, method: strings.ToUpper(e.Method.Value), title: e.Title.Value}
	switch {
	case style == TitleNames && w.byTitle(true):
	case !e.Action.Empty():
		w.own, w.whole = withoutVersion(e.Action.Value), true
	case w.byPath(e):
		w.rest = len(e.Path.Params) > 0 || w.method == "PUT" || w.method == "PATCH" || w.method == "DELETE"
	case w.byTitle(false):
	case version(e.Name.Value):
		w.own, w.rest = "root", true
	default:
		w.own, w.whole = withoutSuffix(e.Name.Value), true
	}
	return w
}

// byPath takes the last fixed segments of the path, if there are any. A name that is not one of them is the author's own.
func (w *pathWords) byPath(e *ir.Endpoint) bool {
	if e.Path.Empty() || !strings.Contains(e.Path.Value, "/"+e.Name.Value) {
		return false
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
	if len(fixed) == 0 {
		return false
	}
	w.own, w.above = fixed[len(fixed)-1], fixed[:len(fixed)-1]
	return true
}

// byTitle takes the title for a name, if it says something; understood asks for all its words to be in a glossary.
func (w *pathWords) byTitle(understood bool) bool {
	words, whole := w.namer.Translate(w.title)
	if len(words) == 0 || understood && !whole {
		return false
	}
	w.own, w.whole = strings.Join(inOrder(words), " "), true
	return true
}

// inOrder puts what a title goes by where English has it: 根据编号查询订单 is By No Query Order, and in order Query Order By No.
func inOrder(words []string) []string {
	if !strings.EqualFold(words[0], "by") && !strings.EqualFold(words[0], "pass") { // 通过 is both
		return words
	}
	for i, word := range words {
		if i > 1 && lookups.has(strings.ToLower(word)) {
			return slices.Concat(words[i:], []string{"By"}, words[1:i])
		}
	}
	return words
}

// version reports whether a segment is a version: v1, v2.0.
func version(s string) bool {
	return len(s) > 1 && (s[0] == 'v' || s[0] == 'V') && strings.Trim(s[1:], "0123456789.") == "" && s[1] != '.'
}

// withoutVersion takes the versions out of an action: user.v1.get is user.get.
func withoutVersion(action string) string {
	pieces := strings.FieldsFunc(withoutSuffix(action), func(r rune) bool { return strings.ContainsRune("./:", r) })
	if kept := slices.DeleteFunc(pieces, version); len(kept) > 0 {
		return strings.Join(kept, ".")
	}
	return action
}

// pathSuffixes are endings of segments that say how the server is made or what it sends.
const pathSuffixes wordList = " do json action htm html shtml php asp aspx ashx asmx jsp jspx xml cgi svc "

// withoutSuffix takes such endings off a segment, and the one that a parameter chooses: list.{format}.
func withoutSuffix(s string) string {
	for {
		dot := strings.LastIndexByte(s, '.')
		if dot <= 0 || !pathSuffixes.has(strings.ToLower(s[dot+1:])) && !strings.HasPrefix(s[dot+1:], "{") {
			return s
		}
		s = s[:dot]
	}
}

// name is the endpoint's name; verb asks for one even where the path needs none.
func (w *pathWords) name(verb bool) string {
	own := w.namer.Exported(w.own)
	words := w.namer.Words(w.own)
	switch {
	case w.whole:
		return own
	case len(w.above) > 0 && len(words) == 1 && (verbs.has(strings.ToLower(words[0])) || generic.has(strings.ToLower(words[0]))):
		return w.namer.Exported(w.above[len(w.above)-1] + " " + w.own)
	case len(words) > 0 && verbs.has(strings.ToLower(words[0])):
		return own
	case w.rest || verb:
		return w.verb() + w.noun()
	}
	return own
}

// parentName is the name with the segment before it.
func (w *pathWords) parentName() string {
	if w.whole || len(w.above) == 0 {
		return w.name(true)
	}
	return w.longName(1)
}

// longName is the name with so many segments before it, or as many as there are.
func (w *pathWords) longName(n int) string {
	longer := w.with(n)
	return longer.name(w.rest)
}

// methodName is such a name with the method as the verb: what else tells them apart if all are the same path's.
func (w *pathWords) methodName(n int) string {
	longer := w.with(n)
	return w.namer.Exported(strings.ToLower(w.method)) + longer.noun()
}

// with makes segments before the name a part of it.
func (w *pathWords) with(n int) *pathWords {
	longer := *w
	longer.own = strings.Join(append(slices.Clone(w.above[max(0, len(w.above)-n):]), w.own), " ")
	longer.above = nil
	return &longer
}

// titleName is the name by the title, where that is understood; else nothing better is left.
func (w *pathWords) titleName(title string) string {
	if words, whole := w.namer.Translate(title); whole {
		return w.namer.Exported(strings.Join(inOrder(words), " "))
	}
	return w.parentName()
}

// withoutBrackets makes remarks a part of the title.
func withoutBrackets(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("()（）[]【】", r) {
			return ' '
		}
		return r
	}, title)
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
		return w.namer.Exported(singular(w.own))
	}
	return w.namer.Exported(w.own)
}

// singular takes the plural's ending off an English word.
func singular(s string) string {
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "tuses"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is") && len(s) > 3:
		return s[:len(s)-1]
	}
	return s
}

const verbs wordList = " " +
	"get list query find search fetch load create add new insert save update modify edit set delete remove del cancel close open " +
	"send upload download import export login logout signin signout register bind unbind check verify validate submit apply " +
	"approve reject start stop sync batch count pay refund notify push pull reset change confirm enable disable copy move do is " +
	"has test join leave invite accept publish revoke renew grant generate build make issue exchange transfer report "

const generic wordList = " " +
	"info detail details page all index data status state config result item items view one show code num number total " +
	"in out on off my me self new use or "

// lookups are the verbs that may follow what a thing is looked up by.
const lookups wordList = " get query find search fetch export delete update batch page exact fuzzy "
