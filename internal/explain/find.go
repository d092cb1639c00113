package explain

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
)

// Thing is something that has a name in Go: one identifier, and all that it is the name of.
type Thing struct {
	Kind generator.NameKind
	Go   string

	names   []generator.Name
	aliases []string // whole names, as they are compared
	// owners are names of what a field is in, and rest, for each of them, the path from there: any name of an operation
	// goes with request.chatId.
	owners, rest []string
}

// Keys are what the pages call it.
func (t *Thing) Keys() []string {
	keys := make([]string, len(t.names))
	for i, n := range t.names {
		keys[i] = n.Key
	}
	return keys
}

// Place is where the page has it first; nil for what no page states.
func (t *Thing) Place() *Place { return placeOf(t.names[0].Span) }

// collect makes things of names. A request is told of with its operation.
func collect(names []generator.Name) []*Thing {
	operations := make(map[*ir.Endpoint]*Thing)
	byKey := make(map[string][]string)
	var things []*Thing
	seen := make(map[string]*Thing)
	for _, n := range names {
		id := string(n.Kind) + "\n" + n.Go
		if n.Kind == generator.RequestName || n.Kind == generator.HomeName {
			continue
		}
		if seen[id] == nil {
			seen[id] = &Thing{Kind: n.Kind, Go: n.Go}
			things = append(things, seen[id])
		}
		seen[id].names = append(seen[id].names, n)
		if e, ok := n.Of.(*ir.Endpoint); ok {
			operations[e] = seen[id]
			byKey[n.Key] = operationAliases(n, e)
		}
	}
	for _, n := range names {
		if e, ok := n.Of.(*ir.Endpoint); ok && n.Kind == generator.RequestName && operations[e] != nil {
			operations[e].aliases = append(operations[e].aliases, folded(n.Go))
		}
	}
	for _, t := range things {
		t.settle(byKey)
	}
	for _, t := range things {
		if v, ok := t.names[0].Of.(*ir.EnumValue); ok {
			typ, value, _ := strings.Cut(t.names[0].Key, "=")
			t.valueOf(seen[string(generator.EnumName)+"\n"+typ], value, v)
		}
	}
	return things
}

// valueOf lets a constant be asked for by a field and a value (status=1), and by its label.
func (t *Thing) valueOf(enum *Thing, value string, v *ir.EnumValue) {
	if label := folded(v.Label.Value); label != "" {
		t.aliases = append(t.aliases, label)
	}
	if enum != nil {
		for _, n := range enum.names {
			t.aliases = append(t.aliases, folded(n.Key+"="+value))
		}
	}
}

// settle finds all by which a thing may be asked for.
func (t *Thing) settle(operations map[string][]string) {
	t.aliases = append(t.aliases, folded(t.Go))
	for _, n := range t.names {
		switch n.Kind {
		case generator.ObjectName, generator.ResponseName, generator.EnumName:
			continue // what the page calls so is the field or the operation
		case generator.OperationName:
			t.aliases = append(t.aliases, operations[n.Key]...)
			continue
		}
		t.aliases = append(t.aliases, folded(n.Key))
		if n.Kind == generator.FieldName {
			t.below(n.Key, operations)
		}
	}
}

// below splits a field's key into what it is in and the path in there.
func (t *Thing) below(key string, operations map[string][]string) {
	for _, part := range []string{" request", " response"} {
		if at := strings.LastIndex(key, part); at > 0 && operations[key[:at]] != nil {
			for _, owner := range operations[key[:at]] {
				t.owners, t.rest = append(t.owners, owner), append(t.rest, folded(key[at:]))
			}
			return
		}
	}
	if owner, rest, ok := strings.Cut(key, "."); ok {
		t.owners, t.rest = append(t.owners, folded(owner)), append(t.rest, folded(rest))
	}
}

// operationAliases are the names of an operation, folded.
func operationAliases(n generator.Name, e *ir.Endpoint) []string {
	out := []string{folded(n.Key), folded(n.Go)}
	for _, alias := range address.Operations(e) {
		if alias = folded(alias); alias != "" && !slices.Contains(out, alias) {
			out = append(out, alias)
		}
	}
	return out
}

var marks = strings.NewReplacer("[]", "", "{}", "")

// folded is a name without what need not be typed: case, marks of lists and maps, white space.
func folded(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(marks.Replace(name))), " ")
}

// Find lists the things of a name, and those that have it only as the end of a longer one: whole names win over those. Names
// are compared without regard to case.
func (a *API) Find(name string) (things, more []*Thing) {
	asked := folded(name)
	if asked == "" {
		return nil, nil
	}
	for _, t := range a.things {
		switch {
		case t.called(asked):
			things = append(things, t)
		case t.endsIn(asked):
			more = append(more, t)
		}
	}
	if len(things) == 0 {
		return more, nil
	}
	return things, more
}

// called reports whether a name is all of one of the thing's.
func (t *Thing) called(asked string) bool {
	if slices.Contains(t.aliases, asked) {
		return true
	}
	for i, owner := range t.owners {
		if rest, ok := strings.CutPrefix(asked, owner); ok && strings.TrimLeft(rest, ". ") == t.rest[i] && rest != t.rest[i] {
			return true
		}
	}
	return false
}

// endsIn reports whether a name is the last part of one of the thing's, or the first and the last of it.
func (t *Thing) endsIn(asked string) bool {
	for _, alias := range t.aliases {
		if endsIn(alias, asked) {
			return true
		}
	}
	for i, owner := range t.owners {
		rest, ok := strings.CutPrefix(asked, owner)
		if part := strings.TrimLeft(rest, ". "); ok && part != "" && part != rest && endsIn(t.rest[i], part) {
			return true
		}
	}
	return false
}

// endsIn reports whether part is the end of name and begins where a part of it does.
func endsIn(name, part string) bool {
	head, ok := strings.CutSuffix(name, part)
	return ok && head != "" && strings.ContainsRune(". /", rune(head[len(head)-1]))
}

// Words are names that may have been meant: all things' Go names and the last parts of what the pages call them.
func (a *API) Words() []string {
	seen := make(map[string]bool)
	var words []string
	for _, t := range a.things {
		for _, word := range []string{t.Go, last(t.Go), last(t.names[0].Key)} {
			if word != "" && !seen[word] {
				seen[word] = true
				words = append(words, word)
			}
		}
	}
	return words
}

func last(name string) string {
	return strings.Trim(name[strings.LastIndexAny(name, ". /")+1:], "[]{}")
}
