package openapi

import (
	"slices"

	"github.com/wenma/wenma/ir"
)

// schema is the schema of a type: what is declared, and what the samples show besides. The caller may add to it.
func (x *exporter) schema(t ir.Type, nullable bool) *object {
	if ref, ok := t.(*ir.Ref); ok {
		return x.refSchema(ref, nullable)
	}
	return x.inline(t, kinds(t, t.Sightings(), nullable))
}

// refSchema mentions a named type. Where samples show other kinds than the type's, the mention is of a variant of it
// that allows them; null is allowed beside the mention.
func (x *exporter) refSchema(ref *ir.Ref, nullable bool) *object {
	seen := kinds(ref, ref.Sightings(), nullable)
	nullable = slices.Contains(seen, "null")
	seen = slices.DeleteFunc(seen, func(kind string) bool { return kind == "null" })
	mention := new(object).setText("$ref", "#/components/schemas/"+x.components.name(ref.Target, seen))
	if !nullable || len(seen) == 0 {
		return mention
	}
	return new(object).set("anyOf", list{mention, new(object).setText("type", "null")})
}

// inline is the schema of a type that is written out in place, allowing the kinds given.
func (x *exporter) inline(t ir.Type, kinds []string) *object {
	s := new(object)
	switch len(kinds) {
	case 0:
	case 1:
		s.setText("type", kinds[0])
	default:
		s.set("type", texts(kinds))
	}
	switch t := t.(type) {
	case *ir.Scalar:
		format(s, t)
	case *ir.List:
		s.set("items", x.schema(t.Elem, false))
	case *ir.Map:
		s.set("additionalProperties", x.schema(t.Elem, false))
	case *ir.Object:
		x.properties(s, t)
	case *ir.Enum:
		format(s, t.Base)
		values(s, t, kinds)
	case *ir.Ref:
		s.setText("$ref", "#/components/schemas/"+x.components.name(t.Target, nil))
	}
	return s
}

// kinds are JSON Schema's names of the kinds that a value can be of: the declared one first, then those that samples
// show, null last. None means any.
func kinds(t ir.Type, seen []ir.Sighting, nullable bool) []string {
	declared := kindName(ir.KindOf(t))
	if declared == "" {
		return nil
	}
	out := []string{declared}
	for _, s := range seen {
		kind := kindName(s.Kind)
		nullable = nullable || kind == "null"
		known := slices.Contains(out, kind) || kind == "integer" && slices.Contains(out, "number")
		if kind != "" && kind != "null" && !known {
			out = append(out, kind)
		}
	}
	if nullable && declared != "null" {
		out = append(out, "null")
	}
	return out
}

// kindName is JSON Schema's name of a kind; "" for any.
func kindName(k ir.Kind) string {
	switch k {
	case ir.Any:
		return ""
	case ir.File:
		return "string"
	}
	return k.String()
}

func file() *object { return new(object).setText("type", "string").setText("format", "binary") }

// properties describes the members of an object. A name that comes twice is described once.
func (x *exporter) properties(s *object, o *ir.Object) {
	members, required := new(object), list(nil)
	seen := make(map[string]bool, len(o.Fields))
	for _, f := range o.Fields {
		name := f.Name.Value
		if seen[name] {
			continue
		}
		seen[name] = true
		members.set(name, x.property(f))
		if f.Presence == ir.Required {
			required = append(required, text(name))
		}
	}
	s.setObject("properties", members).setList("required", required)
	if o.Open {
		s.set("additionalProperties", flag(true))
	}
}

// property is the schema of a member, with its documentation.
func (x *exporter) property(f *ir.Field) *object {
	s := x.schema(f.Type, f.Nullable != nil).
		setText("title", f.Label.Value).
		setText("description", f.Doc.Value).
		mark("deprecated", f.Deprecated != nil)
	details(s, f)
	if value := exampleOf(f); value != nil {
		s.set("examples", list{value})
	}
	provenance(s, f)
	return s
}

// parameterSchema is the schema of a parameter's value; its documentation stands beside it, in the parameter.
func (x *exporter) parameterSchema(f *ir.Field) *object {
	s := x.schema(f.Type, f.Nullable != nil).setText("title", f.Label.Value)
	details(s, f)
	provenance(s, f)
	return s
}

// details states what the page says of a field's value besides its type.
func details(s *object, f *ir.Field) {
	constraints(s, f)
	defaultOf(s, f)
}

// provenance marks how the page came to say what it says of a field, and what it means to a client.
func provenance(s *object, f *ir.Field) {
	s.setText("x-when", f.When.Value)
	if f.Origin != ir.FromTable {
		s.setText("x-origin", f.Origin.String())
	}
	if f.Unit != nil {
		s.setText("x-unit", f.Unit.Value)
	}
	if len(f.Type.Sightings()) > 0 {
		s.setText("x-declared", f.Declared.Value)
	}
	s.mark("x-absent-from-sample", f.Absent).
		mark("x-common", f.Common).
		mark("x-secret", f.Secret).
		mark("x-signature", f.Signature).
		setText("x-note", f.Note.Value)
	if f.Deprecated != nil {
		s.setText("x-deprecated", f.Deprecated.Value)
	}
	s.setList("x-inferred", inferred(f.Inferred))
}
