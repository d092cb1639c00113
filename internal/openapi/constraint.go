package openapi

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// isStandardFormat tells the formats that JSON Schema and OpenAPI define for strings.
func isStandardFormat(name string) bool {
	switch name {
	case "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference",
		"iri", "iri-reference", "uuid", "regex", "json-pointer", "password":
		return true
	}
	return false
}

// format says what else is known of a scalar: its size, its format, its layout.
func format(s *object, t *ir.Scalar) {
	switch {
	case t.Kind == ir.File:
		s.setText("format", "binary")
		return
	case t.Kind == ir.Integer && t.Bits != 0:
		s.setText("format", "int"+strconv.Itoa(t.Bits))
	case t.Kind == ir.Number && t.Bits == 32:
		s.setText("format", "float")
	case t.Kind == ir.Number && t.Bits == 64:
		s.setText("format", "double")
	}
	stringFormat(s, t)
	s.setText("x-layout", t.Layout.Value)
}

// stringFormat states the format: as format where it is the standard's and the page's values meet the standard, as
// x-format otherwise. A time with a layout of its own is not RFC 3339, which date-time demands.
func stringFormat(s *object, t *ir.Scalar) {
	name := t.Format
	switch {
	case name == "":
	case name == "decimal":
		s.mark("x-decimal", true)
	case name == "byte" || name == "base64":
		s.setText("contentEncoding", "base64").setText("x-format", "base64")
	case t.Kind == ir.String && isStandardFormat(name) && standardLayout(name, t.Layout.Value):
		s.setText("format", name)
	default:
		s.setText("x-format", name)
	}
}

// standardLayout reports whether values of the layout meet the standard's format of that name.
func standardLayout(format, layout string) bool {
	if layout == "" {
		return true
	}
	switch format {
	case "date":
		return strings.EqualFold(layout, "yyyy-MM-dd")
	case "date-time", "time":
		return strings.ContainsAny(layout, "TtZXx+")
	}
	return true
}

// values lists an enumeration's values and what they mean. Those of a text between commas are values of its parts, which
// enum cannot say. A closed list where samples show another kind of value holds
// each value in both spellings, so that the samples fit.
func values(s *object, e *ir.Enum, kinds []string) {
	var literals, labels list
	seen := map[string]bool{}
	for _, v := range e.Values {
		if seen[v.Value.Value] {
			continue
		}
		seen[v.Value.Value] = true
		literals = append(literals, typed(e.Base.Kind, v.Value.Value))
		labels = append(labels, text(v.Label.Value))
	}
	literals, labels = alternatives(literals, labels, kinds)
	name := "enum"
	if e.Open || e.Base.Format == "csv" {
		name = "x-extensible-enum"
	}
	s.setList(name, literals)
	s.setList("x-enum-descriptions", labels)
}

// alternatives adds each value's spelling in the further kinds that are allowed, and null at the end.
func alternatives(literals, labels list, kinds []string) (list, list) {
	declared := len(literals)
	for _, kind := range kinds[min(1, len(kinds)):] {
		for i, value := range literals[:declared] {
			if other := respell(value, kind); other != nil {
				literals, labels = append(literals, other), append(labels, labels[i])
			}
		}
		if kind == "null" && declared > 0 {
			literals = append(literals, null{})
		}
	}
	return literals, labels
}

// respell is the value as another kind writes it; nil where it cannot.
func respell(value node, kind string) node {
	switch v := value.(type) {
	case literal:
		if kind == "string" {
			return text(v)
		}
	case text:
		if (kind == "integer" || kind == "number") && isNumber(string(v)) {
			return literal(v)
		}
	}
	return nil
}

// constraints states a field's rules. The strictest of several wins where they say the same thing.
func constraints(s *object, f *ir.Field) {
	kind := ir.KindOf(f.Type)
	least := int64(-1) // of characters, items or members
	for _, rule := range f.Rules {
		switch r := rule.(type) {
		case *ir.NotEmpty:
			least = max(least, 1)
		case *ir.Length:
			least = max(least, length(s, kind, r))
		case *ir.Range:
			bounds(s, r)
		case *ir.Decimals:
			setOnce(s, "x-decimals", literal(strconv.FormatInt(r.Max, 10)))
		case *ir.Characters:
			characters(s, r)
		case *ir.Affix:
			affix(s, r)
		case *ir.Pattern:
			setOnce(s, "pattern", text(anchored(r.Expr)))
		case *ir.RequiredIf:
			setOnce(s, "x-required-if", condition(&r.Condition))
		case *ir.AllowedIf:
			setOnce(s, "x-allowed-if", condition(&r.Condition))
		case *ir.OneOf:
			setOnce(s, "x-one-of", oneOf(r))
		}
	}
	if name := "min" + counted(kind); least >= 0 && kind != ir.Boolean && kind != ir.Integer && kind != ir.Number {
		setOnce(s, name, literal(strconv.FormatInt(least, 10)))
	} else if least > 1 {
		setOnce(s, name, literal(strconv.FormatInt(least, 10)))
	}
}

// condition states on which other field a field's presence depends.
func condition(c *ir.Condition) *object {
	return new(object).setText("field", c.Field.Value).setList("values", textList(c.Values)).mark("not", c.Not)
}

// oneOf states how many of several fields there must be.
func oneOf(r *ir.OneOf) *object {
	return new(object).setList("fields", textList(r.Fields)).mark("exclusive", r.HowMany != ir.AtLeastOne).mark("optional", r.HowMany == ir.AtMostOne)
}

func textList(texts []ir.Text) list {
	out := make(list, len(texts))
	for i, t := range texts {
		out[i] = text(t.Value)
	}
	return out
}

// counted is what a length counts, as JSON Schema's keywords end.
func counted(kind ir.Kind) string {
	switch kind {
	case ir.ArrayKind:
		return "Items"
	case ir.ObjectKind:
		return "Properties"
	}
	return "Length"
}

// length states a length's upper bound, and its lower one where that counts bytes; it returns the other lower bound, -1
// for none.
func length(s *object, kind ir.Kind, r *ir.Length) (least int64) {
	if r.Parts {
		kind = ir.ArrayKind
	}
	if r.Bytes {
		if r.Min != nil {
			setOnce(s, "x-minBytes", literal(strconv.FormatInt(*r.Min, 10)))
		}
		if r.Max != nil {
			setOnce(s, "x-maxBytes", literal(strconv.FormatInt(*r.Max, 10)))
		}
		return -1
	}
	if r.Max != nil {
		setOnce(s, "max"+counted(kind), literal(strconv.FormatInt(*r.Max, 10)))
	}
	switch {
	case r.Min == nil:
		return -1
	case r.Parts:
		setOnce(s, "minItems", literal(strconv.FormatInt(*r.Min, 10)))
		return -1
	}
	return *r.Min
}

func bounds(s *object, r *ir.Range) {
	bound := func(name, value string, exclusive bool) {
		if !isNumber(value) {
			return
		}
		if exclusive {
			name = "exclusive" + strings.ToUpper(name[:1]) + name[1:]
		}
		setOnce(s, name, literal(value))
	}
	bound("minimum", r.Min, r.ExclusiveMin)
	bound("maximum", r.Max, r.ExclusiveMax)
}

// characters says what a string is made of. It is no pattern: the page has none, and an expression made of its words would
// pass for the author's own.
func characters(s *object, r *ir.Characters) {
	if r.Class == ir.OnlyDigits {
		setOnce(s, "x-digits", flag(true))
		return
	}
	setOnce(s, "x-characters", text(r.Class))
}

func affix(s *object, r *ir.Affix) {
	name := "x-prefix"
	if r.End {
		name = "x-suffix"
	}
	setOnce(s, name, textList(r.Texts))
}

func setOnce(s *object, name string, value node) {
	if s.get(name) == nil {
		s.set(name, value)
	}
}

// anchored is an expression that the whole string matches, as JSON Schema writes it: there, a match anywhere will do.
// An expression that its author anchored at one end says what it means.
func anchored(expr string) string {
	if strings.HasPrefix(expr, "^") || strings.HasSuffix(expr, "$") {
		return expr
	}
	return "^(?:" + expr + ")$"
}
