package apidiff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// edit is what one edit of the pages changed. A row of a type that many operations have is one edit with many changes. The
// Change that it embeds speaks for all of them.
type edit struct {
	Change
	operations []operation
	members    []string  // names of what moved together
	route      [2]string // of what moved: the object where it was, and where it is
}

// operation is one that an edit is about.
type operation struct{ key, title string }

// editsOf gathers the changes that are one edit, each where its first change stands.
func editsOf(changes []*Change) []*edit {
	var out []*edit
	byKey := map[string]*edit{}
	for _, c := range changes {
		key := c.editKey()
		e := byKey[key]
		if e == nil {
			e = &edit{Change: *c}
			if c.Kind == FieldMoved {
				e.members, e.route = []string{name(c.From)}, [2]string{parent(c.From), parent(c.To)}
			}
			byKey[key] = e
			out = append(out, e)
		} else if e.Path != c.Path {
			e.speakForType()
		}
		if op := (operation{c.Operation, c.Title}); !slices.Contains(e.operations, op) {
			e.operations = append(e.operations, op)
		}
	}
	return joined(out)
}

// editKey is the same for changes that come of one edit: the same was done to the same row. Without places they stay apart.
func (c *Change) editKey() string {
	from, to := c.From, c.To
	if c.Kind == FieldRenamed || c.Kind == FieldMoved {
		from, to = name(from), name(to)
	}
	where := placeOf(c.Old) + "\n" + placeOf(c.New)
	if where == "\n" || c.Path == "" {
		where = c.Operation + "\n" + c.Path
	}
	return strings.Join([]string{string(c.Kind), name(c.Path), from, to, c.Harm().EN, where}, "\n")
}

// speakForType calls the field by its place in its type, since its paths differ.
func (e *edit) speakForType() {
	if e.Member == "" || e.Path == e.Member {
		return
	}
	if e.Kind == FieldRenamed {
		e.From, e.To = parent(e.Member)+"."+name(e.From), e.Member
	}
	e.Path = e.Member
}

// joined makes one edit of those that say the same of several values of a field, or of several members that moved together.
func joined(edits []*edit) []*edit {
	var out []*edit
	for _, e := range edits {
		i := slices.IndexFunc(out, func(o *edit) bool { return o.takes(e) })
		if i < 0 {
			out = append(out, e)
			continue
		}
		switch o := out[i]; e.Kind {
		case ValueAdded:
			o.To += ", " + e.To
		case ValueRemoved:
			o.From += ", " + e.From
		case FieldMoved:
			o.gather(e)
		}
	}
	return out
}

// gather makes "response.{list, total}, now in response.data" of several moves.
func (e *edit) gather(o *edit) {
	e.members = append(e.members, o.members...)
	e.From = e.route[0] + ".{" + strings.Join(e.members, ", ") + "}"
	e.To = e.route[1]
}

// takes reports whether an edit is to be told with this one.
func (e *edit) takes(o *edit) bool {
	if e.Kind != o.Kind || !slices.Equal(e.operations, o.operations) {
		return false
	}
	switch e.Kind {
	case ValueAdded, ValueRemoved:
		return e.Path == o.Path && e.Harm() == o.Harm()
	case FieldMoved:
		return e.route == o.route
	}
	return false
}

// section is the edits of the same operations.
type section struct {
	operations []operation
	edits      []*edit
}

func sectionsOf(edits []*edit) []*section {
	var out []*section
	for _, e := range edits {
		i := slices.IndexFunc(out, func(s *section) bool { return slices.Equal(s.operations, e.operations) })
		if i < 0 {
			i, out = len(out), append(out, &section{operations: e.operations})
		}
		out[i].edits = append(out[i].edits, e)
	}
	return out
}

// manyOperations is how many operations a section names; of more, it names the first and counts the rest.
const manyOperations = 4

// headings name the operations, each as show writes it.
func (s *section) headings(lang source.Lang, show func(operation) string) []string {
	shown := s.operations
	if len(shown) > manyOperations {
		shown = shown[:manyOperations-1]
	}
	var out []string
	for _, op := range shown {
		out = append(out, show(op))
	}
	if rest := len(s.operations) - len(shown); rest > 0 {
		out = append(out, source.Message{ZH: fmt.Sprintf("以及另外 %d 个接口", rest), EN: fmt.Sprintf("and %d more endpoints", rest)}.In(lang))
	}
	return out
}
