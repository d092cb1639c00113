package specs

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// rulesIn are the folders whose want files tell the rules of each field, all of them.
var rulesIn = []string{"rules", "samples", projectsIn}

// ruleLines are the rules of a field in the form of a want file, one to a line.
func ruleLines(f *ir.Field) []string {
	var out []string
	add := func(words ...string) { out = append(out, strings.Join(words, " ")) }
	typeRules(f.Type, add)
	for _, r := range f.Rules {
		add(ir.RuleText(r))
	}
	if f.Default != nil {
		add("default", f.Shown(f.Default))
	}
	if f.Unit != nil {
		add("unit", f.Unit.Value)
	}
	if !f.When.Empty() {
		add("when", strings.Join(strings.Fields(f.When.Value), " "))
	}
	if f.Deprecated != nil {
		add("deprecated")
	}
	return out
}

// typeRules tells what a type has beyond its kind.
func typeRules(t ir.Type, add func(words ...string)) {
	switch t := t.(type) {
	case *ir.List:
		typeRules(t.Elem, add)
	case *ir.Ref:
		if e, ok := t.Target.Type.(*ir.Enum); ok {
			typeRules(e, add)
		}
	case *ir.Enum:
		add("enum", valueWords(t))
		typeRules(t.Base, add)
	case *ir.Scalar:
		evident := ""
		if t.Evident {
			evident = " evident"
		}
		if t.Format != "" && t.Format != "decimal" {
			add("format", t.Format+evident)
		}
		if !t.Layout.Empty() {
			add("layout", t.Layout.Value+evident)
		}
	}
}

func valueWords(t *ir.Enum) string {
	var values []string
	for _, v := range t.Values {
		value := v.Value.Value
		if !v.Label.Empty() {
			value += "=" + v.Label.Value
		}
		values = append(values, value)
	}
	if t.Open {
		values = append(values, "…")
	}
	return strings.Join(values, " | ")
}
