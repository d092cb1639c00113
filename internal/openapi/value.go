package openapi

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// exampleOf is a field's example; nil when it has none or must not show it.
func exampleOf(f *ir.Field) node {
	if f.Example == nil || f.Secret {
		return nil
	}
	return typed(ir.KindOf(f.Type), f.Shown(f.Example))
}

// defaultOf states a field's default: as default where it is of the field's type, else as the page's words.
func defaultOf(s *object, f *ir.Field) {
	if f.Default == nil || f.Secret {
		return
	}
	kind := ir.KindOf(f.Type)
	value := typed(kind, f.Shown(f.Default))
	if _, isText := value.(text); isText && kind != ir.String && kind != ir.Any {
		s.set("x-default", value)
		return
	}
	s.set("default", value)
}

// typed is a literal of the page as a value of the kind; text where it cannot be one.
func typed(kind ir.Kind, value string) node {
	switch kind {
	case ir.Integer, ir.Number:
		if isNumber(value) && (kind == ir.Number || !strings.ContainsAny(value, ".eE")) {
			return literal(value)
		}
	case ir.Boolean:
		switch value {
		case "true", "True", "TRUE":
			return flag(true)
		case "false", "False", "FALSE":
			return flag(false)
		}
	case ir.Null:
		return null{}
	}
	return text(value)
}

// isNumber reports whether the text is a number as JSON has it.
func isNumber(s string) bool {
	rest := s
	if rest != "" && rest[0] == '-' {
		rest = rest[1:]
	}
	whole, rest := digits(rest)
	if whole == "" || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	if rest != "" && rest[0] == '.' {
		fraction, after := digits(rest[1:])
		if fraction == "" {
			return false
		}
		rest = after
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		rest = rest[1:]
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			rest = rest[1:]
		}
		exponent, after := digits(rest)
		return exponent != "" && after == ""
	}
	return rest == ""
}

func digits(s string) (run, rest string) {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// sampleNames are the names that samples of each kind go by, before their number.
var sampleNames = [...]string{ir.RequestSample: "request", ir.ResponseSample: "response", ir.ErrorSample: "error"}

// samplesOf are an endpoint's JSON samples of one kind as examples.
func samplesOf(e *ir.Endpoint, kind ir.SampleKind) *object {
	out := new(object)
	for _, s := range e.Samples {
		if s.Kind != kind || s.JSON == nil {
			continue
		}
		name := sampleNames[kind]
		if n := len(out.members); n > 0 {
			name += strconv.Itoa(n + 1)
		}
		out.set(name, new(object).setText("summary", s.Name.Value).set("value", example(s.JSON)))
	}
	return out
}

// example is a sample as a value, secrets masked. Of a member that comes twice the first counts; a literal that is no
// JSON becomes text.
func example(j *ir.JSON) node {
	switch j.Kind {
	case ir.ObjectKind:
		out, seen := new(object), make(map[string]bool, len(j.Members))
		for _, m := range j.Members {
			if name := m.Name.Value; !seen[name] {
				seen[name] = true
				out.set(name, example(m.Value))
			}
		}
		return out
	case ir.ArrayKind:
		out := make(list, len(j.Elems))
		for i, elem := range j.Elems {
			out[i] = example(elem)
		}
		return out
	}
	return typed(j.Kind, j.Shown())
}
