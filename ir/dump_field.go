package ir

import (
	"fmt"
	"strconv"
	"strings"
)

func (d *dumper) field(f *Field) {
	words := []string{typeName(f.Type)}
	if plain, _, _ := strings.Cut(words[0], "("); !f.Declared.Empty() && !strings.EqualFold(f.Declared.Value, plain) {
		words = append(words, strconv.Quote(f.Declared.Value))
	}
	if f.Nullable != nil {
		words[0] += "?"
	}
	words = append(words, traits(f)...)
	d.line(name(f.Name), strings.Join(words, ", "), d.at(f.Span), remark(f.Label), remark(f.Doc))
	d.under(func() {
		if !f.Note.Empty() {
			d.line("note", oneLine(f.Note.Value))
		}
		d.inferred(f.Inferred)
		d.children(f.Type)
	})
}

// traits are what is known of a field besides its name and type.
func traits(f *Field) []string {
	var out []string
	add := func(holds bool, words ...string) {
		if holds {
			out = append(out, strings.TrimSpace(strings.Join(words, " ")))
		}
	}
	switch f.Presence {
	case Conditional:
		add(true, "conditional", quoted(f.When.Value))
	case Required, Optional:
		add(true, f.Presence.String())
	}
	add(f.Presence != Conditional && !f.When.Empty(), "when", quoted(f.When.Value))
	for _, r := range f.Rules {
		add(true, RuleText(r))
	}
	if f.Default != nil {
		add(true, "default", quoted(f.Shown(f.Default)))
	}
	if f.Example != nil {
		add(true, "example", quoted(f.Shown(f.Example)))
	}
	if f.Unit != nil {
		add(true, "unit", quoted(f.Unit.Value))
	}
	add(f.Origin != FromTable, "from", f.Origin.String())
	add(f.Absent, "absent from sample")
	add(f.Common, "common")
	add(f.Secret, "secret")
	add(f.Private, "private")
	add(f.Signature, "signature")
	if f.Deprecated != nil {
		add(true, "deprecated", quoted(f.Deprecated.Value))
	}
	return out
}

// RuleText writes a rule: "not empty", "length 6..20 bytes", "range >0 <=100", "decimals ..2", "only 0-9 A-Z",
// "begins with http|ftp", "ends with .jpg", "pattern ^a+$".
func RuleText(r Rule) string {
	switch r := r.(type) {
	case *NotEmpty:
		return "not empty"
	case *Length:
		text := "length " + count(r.Min) + ".." + count(r.Max)
		if r.Bytes {
			text += " bytes"
		}
		if r.Parts {
			text += " parts"
		}
		return text
	case *Range:
		return "range" + bound(" >", r.Min, r.ExclusiveMin) + bound(" <", r.Max, r.ExclusiveMax)
	case *Decimals:
		return "decimals .." + strconv.FormatInt(r.Max, 10)
	case *Characters:
		return "only " + oneLine(r.Class)
	case *Affix:
		if r.End {
			return "ends with " + valueList(r.Texts)
		}
		return "begins with " + valueList(r.Texts)
	case *Pattern:
		return "pattern " + oneLine(r.Expr)
	case *RequiredIf:
		return "required " + r.String()
	case *AllowedIf:
		return "allowed " + r.String()
	case *OneOf:
		return [...]string{"one of ", "only one of ", "at most one of "}[r.HowMany] + valueList(r.Fields)
	}
	return fmt.Sprintf("%T", r)
}

// String writes a condition: "if type=1|2", "unless type=1", "if orderId", "unless orderId".
func (c *Condition) String() string {
	text := "if "
	if c.Not {
		text = "unless "
	}
	text += oneLine(c.Field.Value)
	if len(c.Values) > 0 {
		text += "=" + valueList(c.Values)
	}
	return text
}

func valueList(texts []Text) string {
	values := make([]string, len(texts))
	for i, t := range texts {
		values[i] = oneLine(t.Value)
	}
	return strings.Join(values, "|")
}

// count is a bound of a length; nothing for an open one.
func count(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// bound is one side of a range; nothing for an open one.
func bound(sign, limit string, exclusive bool) string {
	switch {
	case limit == "":
		return ""
	case exclusive:
		return sign + limit
	}
	return sign + "=" + limit
}

// children writes the fields that a type declares in place.
func (d *dumper) children(t Type) {
	switch t := t.(type) {
	case *Object:
		for _, f := range t.Fields {
			d.field(f)
		}
	case *List:
		d.children(t.Elem)
	case *Map:
		d.children(t.Elem)
	}
}

// typeName writes a type on one line; the fields of objects stand on lines of their own.
func typeName(t Type) string {
	if t == nil {
		return "(no type)"
	}
	text := bareName(t)
	for _, s := range t.Sightings() {
		text += "|" + s.Kind.String()
	}
	return text
}

func bareName(t Type) string {
	switch t := t.(type) {
	case *Scalar:
		return scalarName(t)
	case *List:
		return "[]" + elemName(t.Elem)
	case *Map:
		return "map[]" + elemName(t.Elem)
	case *Object:
		if t.Open {
			return "object{…}"
		}
		return "object"
	case *Enum:
		return enumName(t)
	case *Ref:
		return refName(t)
	}
	return "any"
}

// elemName sets a part's own alternatives apart from those of the whole: "[](integer|string)".
func elemName(t Type) string {
	text := typeName(t)
	if t != nil && len(t.Sightings()) > 0 {
		return "(" + text + ")"
	}
	return text
}

func scalarName(t *Scalar) string {
	var details []string
	if t.Bits != 0 {
		details = append(details, strconv.Itoa(t.Bits))
	}
	if t.Format != "" {
		details = append(details, t.Format)
	}
	if !t.Layout.Empty() {
		details = append(details, oneLine(t.Layout.Value))
	}
	if len(details) == 0 {
		return t.Kind.String()
	}
	return t.Kind.String() + "(" + strings.Join(details, " ") + ")"
}

func enumName(t *Enum) string {
	var values []string
	for _, v := range t.Values {
		text := name(v.Value)
		if !v.Label.Empty() {
			text += "=" + oneLine(v.Label.Value)
		}
		values = append(values, text)
	}
	if t.Open {
		values = append(values, "…")
	}
	return scalarName(t.Base) + " enum{" + strings.Join(values, ", ") + "}"
}

// refName is the name of the type that is meant, and the page's spelling where it is another.
func refName(t *Ref) string {
	meant := name(t.Target.Name)
	if t.Name.Empty() || t.Name.Value == t.Target.Name.Value {
		return meant
	}
	return meant + "(" + quoted(t.Name.Value) + ")"
}

// name is a name as it stands, in quotes where it would not read as one word.
func name(t Text) string {
	if t.Value == "" || strings.ContainsAny(t.Value, " \t\n\",") {
		return strconv.Quote(t.Value)
	}
	return t.Value
}

// quoted puts a page's words in quotes; nothing for none.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

func remark(t Text) string {
	if t.Empty() {
		return ""
	}
	return "— " + oneLine(t.Value)
}

// oneLine keeps text of several lines on one.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r") {
		return s
	}
	return strings.NewReplacer("\r", "", "\n", " ⏎ ").Replace(s)
}
