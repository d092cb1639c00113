package generator

import (
	"slices"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// misfit says why a type of the package does not take a value of a sample; "" if it does. It knows what the generated decoder is
// to take, so that what the page itself contradicts makes no test, and everything else does.
func misfit(t *templates.Type, j *ir.JSON) string {
	if t == nil || t.Kind == templates.Raw || j.Kind == ir.Null {
		return ""
	}
	if j.Kind == ir.Any || j.Kind == ir.File {
		return "" // left out as words
	}
	if takes(t, j) || t.Loose && takesLoosely(t, j) {
		return ""
	}
	return kindWords[jsonKind(j)] + " where " + wanted[t.Kind] + " belongs"
}

func jsonKind(j *ir.JSON) ir.Kind {
	if j.Kind == ir.Integer {
		return ir.Number
	}
	return j.Kind
}

var kindWords = [ir.File + 1]string{
	ir.String: "a string", ir.Number: "a number", ir.Boolean: "a boolean", ir.ObjectKind: "an object", ir.ArrayKind: "an array",
}

var wanted = [templates.Bytes + 1]string{
	templates.Text: "a string", templates.Integer: "an integer", templates.Number: "a number", templates.Boolean: "a boolean",
	templates.Object: "an object", templates.List: "an array", templates.Map: "an object",
}

// takes reports whether a type takes a value as the page declares it.
func takes(t *templates.Type, j *ir.JSON) bool {
	switch t.Kind {
	case templates.Text:
		return j.Kind == ir.String
	case templates.Integer:
		return (j.Kind == ir.Integer || j.Kind == ir.Number) && isWhole(numberLiteral(j.Shown()))
	case templates.Number:
		return j.Kind == ir.Integer || j.Kind == ir.Number
	case templates.Boolean:
		return j.Kind == ir.Boolean
	case templates.Object, templates.Map:
		return j.Kind == ir.ObjectKind
	case templates.List:
		return j.Kind == ir.ArrayKind
	}
	return false
}

// flags are the texts and numbers that are read as a boolean where one is read loosely.
var flags = []string{"true", "false", "1", "0", ""}

// takesLoosely reports whether a type takes a value that is of another kind and says the same.
func takesLoosely(t *templates.Type, j *ir.JSON) bool {
	blank := j.Kind == ir.String && j.Text == "" || j.Kind == ir.ArrayKind && len(j.Elems) == 0
	scalar := j.Kind == ir.Integer || j.Kind == ir.Number || j.Kind == ir.Boolean
	switch t.Kind {
	case templates.Text:
		return scalar
	case templates.Integer:
		return j.Kind == ir.String && (j.Text == "" || isNumeral(j.Shown()) && isWhole(j.Shown()))
	case templates.Number:
		return j.Kind == ir.String && (j.Text == "" || isNumeral(j.Shown()))
	case templates.Boolean:
		return (j.Kind == ir.String || scalar) && slices.Contains(flags, j.Text)
	case templates.Object, templates.Map:
		return blank
	case templates.List:
		return blank || j.Kind == ir.ObjectKind && len(j.Members) == 0 || misfit(t.Elem, j) == ""
	}
	return false
}

// memberType is the type of a member, nil for one that is no field. A list that is shown as its one element has the element's members.
func memberType(t *templates.Type, name string) *templates.Type {
	switch {
	case t == nil:
		return nil
	case t.Kind == templates.Map:
		return t.Elem
	case t.Kind == templates.List:
		return memberType(t.Elem, name)
	case t.Kind != templates.Object:
		return nil
	}
	for _, f := range t.Struct.Wire {
		if f.Wire == name && f.Const == "" {
			return f.Type
		}
	}
	return nil
}

// hasMember reports whether an object of a type can have such a member.
func hasMember(t *templates.Type, name string) bool {
	switch {
	case t == nil || t.Kind == templates.Map || t.Kind == templates.Raw:
		return true
	case t.Kind == templates.List:
		return hasMember(t.Elem, name)
	case t.Kind != templates.Object:
		return true
	}
	return slices.ContainsFunc(t.Struct.Wire, func(f *templates.Field) bool { return f.Wire == name })
}

func elemType(t *templates.Type) *templates.Type {
	if t != nil && t.Kind == templates.List {
		return t.Elem
	}
	return nil
}
