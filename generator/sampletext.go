package generator

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// sampleWriter lays a sample out as strict JSON. What its type does not take is left out and named, and so are members that are no
// fields and words in the place of values; a member that comes again is left out. It stops when there is more than anybody wants to read.
type sampleWriter struct {
	b     []byte
	depth int
	path  string
	left  []string // what is left out: its path, and why
}

// maxSampleDepth is how deep a sample may nest; what lies further in is left out.
const maxSampleDepth = 64

// value writes a value and reports whether there is one. The type is nil where the package has none.
func (w *sampleWriter) value(t *templates.Type, j *ir.JSON) bool {
	if why := misfit(t, j); why != "" {
		w.left = append(w.left, w.path+" ("+why+")")
		return false
	}
	switch j.Kind {
	case ir.ObjectKind:
		return w.nested('{', '}', func() { w.members(t, j) })
	case ir.ArrayKind:
		return w.nested('[', ']', func() { w.elements(t, j) })
	}
	literal := literalIn(j)
	w.b = append(w.b, literal...)
	return literal != ""
}

// literalIn is a scalar as JSON has it; "" for words in its place.
func literalIn(j *ir.JSON) string {
	switch j.Kind {
	case ir.Null:
		return "null"
	case ir.String:
		return quoted(j.Shown())
	case ir.Integer, ir.Number:
		return numberLiteral(j.Shown())
	case ir.Boolean:
		if lower := strings.ToLower(j.Text); lower == "true" || lower == "false" {
			return lower
		}
	}
	return ""
}

func (w *sampleWriter) nested(open, closing byte, inner func()) bool {
	if w.depth >= maxSampleDepth {
		return false
	}
	w.b = append(w.b, open)
	w.depth++
	before := len(w.b)
	inner()
	w.depth--
	if len(w.b) > before {
		w.line()
	}
	w.b = append(w.b, closing)
	return true
}

func (w *sampleWriter) line() {
	w.b = append(w.b, '\n')
	for range w.depth {
		w.b = append(w.b, '\t')
	}
}

// item writes one member or element on a line of its own; nothing if it has no value.
func (w *sampleWriter) item(first bool, name string, t *templates.Type, j *ir.JSON) bool {
	start := len(w.b)
	if start > maxSample {
		return false
	}
	if !first {
		w.b = append(w.b, ',')
	}
	w.line()
	w.b = append(w.b, name...)
	if !w.value(t, j) {
		w.b = w.b[:start]
		return false
	}
	return true
}

func (w *sampleWriter) members(t *templates.Type, j *ir.JSON) {
	seen, around := make(map[string]bool), w.path
	for _, m := range j.Members {
		name := m.Name.Value
		if seen[name] {
			continue
		}
		w.path = strings.TrimPrefix(around+"."+clean(name), ".")
		if !hasMember(t, name) {
			w.left = append(w.left, w.path+" (no field)")
			continue
		}
		if w.item(len(seen) == 0, quoted(name)+": ", memberType(t, name), m.Value) {
			seen[name] = true
		}
	}
	w.path = around
}

func (w *sampleWriter) elements(t *templates.Type, j *ir.JSON) {
	first, around := true, w.path
	w.path += "[]"
	for _, e := range j.Elems {
		first = !w.item(first, "", elemType(t), e) && first
	}
	w.path = around
}

// maxLeft is how many of the places are named that a sample is written without.
const maxLeft = 4

// without names what is left out, each place once.
func (w *sampleWriter) without() string {
	places := slices.Clone(w.left)
	slices.Sort(places)
	places = slices.Compact(places)
	more := ""
	if len(places) > maxLeft {
		places, more = places[:maxLeft], " and others"
	}
	return strings.Join(places, ", ") + more
}

// numberLiteral is a number as JSON has it; "" for what is none.
func numberLiteral(text string) string {
	if json.Valid([]byte(text)) {
		return text
	}
	negative := strings.HasPrefix(text, "-")
	text = strings.TrimLeft(text, "+-")
	if text = strings.TrimLeft(text, "0"); text == "" || text[0] == '.' || text[0] == 'e' || text[0] == 'E' {
		text = "0" + text
	}
	if negative {
		text = "-" + text
	}
	if json.Valid([]byte(text)) {
		return text
	}
	return ""
}

// quoted is a JSON string.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}
