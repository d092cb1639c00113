package openapi

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// components are the named types: each declared one, and variants of them that samples call for. A variant allows
// further kinds of value ("User_or_string"); it is a type of its own rather than written out where it is mentioned, so
// that recursive types stay finite.
type components struct {
	names map[mention]string
	used  map[string]bool
	queue []mention // in the order in which they were first mentioned
}

// mention is a type and the kinds that it allows besides its own, joined by "_or_".
type mention struct {
	decl *ir.TypeDecl
	more string
}

func newComponents() *components {
	return &components{names: map[mention]string{}, used: map[string]bool{}}
}

// declare names the document's types, in order, before any mention can take a name.
func (c *components) declare(types []*ir.TypeDecl) {
	for _, t := range types {
		c.name(t, nil)
	}
}

// name is the component that describes the type. Kinds are what it is to allow, its own first; nil for its own alone.
func (c *components) name(decl *ir.TypeDecl, kinds []string) string {
	m := mention{decl: decl}
	if len(kinds) > 1 {
		m.more = strings.Join(kinds[1:], "_or_")
	}
	if name, ok := c.names[m]; ok {
		return name
	}
	name := key(decl.Name.Value)
	if m.more != "" {
		name = c.name(decl, nil) + "_or_" + m.more
	}
	name = unique(name, c.used)
	c.names[m] = name
	c.queue = append(c.queue, m)
	return name
}

// schemas describes every type that is declared or mentioned; describing one may mention others.
func (x *exporter) schemas() *object {
	out := new(object)
	for i := 0; i < len(x.components.queue); i++ {
		m := x.components.queue[i]
		out.set(x.components.names[m], x.component(m))
	}
	return out
}

func (x *exporter) component(m mention) *object {
	t := m.decl.Type
	allowed := kinds(t, t.Sightings(), false)
	if m.more != "" {
		for _, kind := range strings.Split(m.more, "_or_") {
			if !slices.Contains(allowed, kind) {
				allowed = append(allowed, kind)
			}
		}
	}
	s := x.inline(t, allowed)
	if x.components.names[m] != m.decl.Name.Value {
		s.setText("title", m.decl.Name.Value)
	}
	s.setText("description", m.decl.Doc.Value)
	if m.more != "" {
		s.setText("x-variant-of", "#/components/schemas/"+x.components.names[mention{decl: m.decl}])
	}
	return s
}

// key makes a name of the characters that OpenAPI allows for one. Letters of other scripts are spelled by their code
// points, so that different names stay different whatever else is on the page: "用户" -> "u7528u6237"; other characters
// part words: "Result«List«X»»" -> "Result_List_X".
func key(name string) string {
	var out strings.Builder
	gap := false
	for _, r := range name {
		ascii := r < 0x80
		switch {
		case ascii && (isDigit(byte(r)) || r|0x20 >= 'a' && r|0x20 <= 'z' || strings.ContainsRune("._-", r)), isLetter(r):
		default:
			gap = out.Len() > 0
			continue
		}
		if gap {
			out.WriteByte('_')
			gap = false
		}
		if ascii {
			out.WriteByte(byte(r))
		} else {
			fmt.Fprintf(&out, "u%04x", r)
		}
	}
	if out.Len() == 0 {
		return "unnamed"
	}
	return out.String()
}

// isLetter reports whether a character that is not ASCII belongs to a name: a letter or digit of any script.
func isLetter(r rune) bool { return r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
