package templates

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// print prints the check of a rule between two fields.
func (r *Condition) print(g *jen.Group) {
	test, code := r.holds()+" && "+r.Field.absent(), "ProblemCondition"
	if r.Allowed {
		test, code = r.fails()+" && "+r.Field.present(), "ProblemForbidden"
	}
	g.Add(line("if ", test)).BlockFunc(func(g *jen.Group) {
		within(g, r.Field.In, func(g *jen.Group) { g.Add(line("c.add(", quote(r.Field.Wire), ", ", code, ", ", quote(r.Want), ")")) })
	})
}

// print prints the check of how many of several fields are there, where the first of them travels.
func (r *Choice) print(g *jen.Group) {
	method := "anyOf"
	switch {
	case r.Least && r.Most:
		method = "oneOf"
	case r.Most:
		method = "notBoth"
	}
	args := []string{quote(r.Fields[0].Wire), quote(r.Want)}
	for _, f := range r.Fields {
		args = append(args, f.present())
	}
	inPlace(g, r.Fields[0].In, func(g *jen.Group) { g.Add(line("c.", method, "(", strings.Join(args, ", "), ")")) })
}

// holds is the Go condition under which Field must be there.
func (r *Condition) holds() string {
	switch {
	case len(r.Values) == 0 && r.Not:
		return r.Other.absent()
	case len(r.Values) == 0:
		return r.Other.present()
	case r.Other.Pointer && r.Not: // what is absent has none of the values
		return "(x." + r.Other.Name + " == nil || " + r.compare(true) + ")"
	}
	return r.given(r.compare(r.Not), len(r.Values) > 1 && !r.Not)
}

// fails is the Go condition under which Field must not be there. It asks for a value other than those that allow it.
func (r *Condition) fails() string {
	switch {
	case len(r.Values) == 0 && r.Not:
		return r.Other.present()
	case len(r.Values) == 0:
		return r.Other.absent()
	case r.Not:
		return r.given(r.compare(false), len(r.Values) > 1)
	}
	if there := r.Other.present(); !r.Other.Pointer && there != "" {
		return there + " && " + r.compare(true)
	}
	return r.given(r.compare(true), false)
}

// given puts the condition that Other is there before a comparison that follows its pointer; alternatives are put in brackets.
func (r *Condition) given(comparison string, alternatives bool) string {
	if alternatives {
		comparison = "(" + comparison + ")"
	}
	if r.Other.Pointer {
		comparison = "x." + r.Other.Name + " != nil && " + comparison
	}
	return comparison
}

// compare is the Go condition that Other has one of the values, or none of them.
func (r *Condition) compare(differs bool) string {
	value, sign, glue := "x."+r.Other.Name, " == ", " || "
	if r.Other.Pointer {
		value = "*" + value
	}
	if differs {
		sign, glue = " != ", " && "
	}
	tests := make([]string, len(r.Values))
	for i, v := range r.Values {
		tests[i] = value + sign + v
		if r.Other.Type.Kind == Boolean {
			tests[i] = value
			if differs == (v == "true") {
				tests[i] = "!" + value
			}
		}
	}
	return strings.Join(tests, glue)
}

// present is the Go condition that the field was given, with something in it; "" for one that always is.
func (f *Field) present() string {
	value := "x." + f.Name
	switch {
	case f.Pointer && f.Type.Kind == Text:
		return "hasText(" + value + ")"
	case f.Pointer, f.Type.Kind == Stream, f.Type.Kind == Bytes:
		return value + " != nil"
	case f.Type.Kind == List, f.Type.Kind == Map, f.Type.Kind == Raw:
		return "len(" + value + ") > 0"
	case f.Type.Kind == Text:
		return value + ` != ""`
	case f.Type.Kind == Integer && !f.Required, f.Type.Kind == Number && !f.Required:
		return value + " != 0"
	}
	return ""
}

// absent is the opposite of present.
func (f *Field) absent() string {
	there := f.present()
	if strings.HasPrefix(there, "hasText(") {
		return "!" + there
	}
	return strings.NewReplacer(" != ", " == ", " > ", " == ").Replace(there)
}

// CanMiss reports whether a field can be seen to be absent.
func (f *Field) CanMiss() bool { return f.present() != "" }
