package apidiff

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Change is one difference between two states, and whom it breaks.
type Change struct {
	Kind      Kind
	Operation string // key
	Title     string // of the operation
	Path      string // of the field; empty for a change of the operation itself
	From, To  string // what it was and what it is, where that says more than Kind
	// BreaksCallers: a caller written against the old state may fail. BreaksServers: a server written against the old state no
	// longer answers as the new one says, or has to handle what it did not.
	BreaksCallers, BreaksServers bool
	Old, New                     source.Span // nowhere on a side that does not have it, or is a snapshot
}

// Kind is what changed.
type Kind string

// The kinds of changes, by the stable names that JSON has.
const (
	OperationAdded      Kind = "operation-added"
	OperationRemoved    Kind = "operation-removed"
	OperationDeprecated Kind = "operation-deprecated"
	SuccessChanged      Kind = "success-changed"
	FieldAdded          Kind = "field-added"
	FieldRemoved        Kind = "field-removed"
	FieldRenamed        Kind = "field-renamed"
	FieldMoved          Kind = "field-moved"
	TypeChanged         Kind = "type-changed"
	RequiredAdded       Kind = "required-added"
	RequiredRemoved     Kind = "required-removed"
	NullableAdded       Kind = "nullable-added"
	NullableRemoved     Kind = "nullable-removed"
	ValueAdded          Kind = "value-added"
	ValueRemoved        Kind = "value-removed"
	ValuesClosed        Kind = "values-closed"
	ValuesOpened        Kind = "values-opened"
	RuleAdded           Kind = "rule-added"
	RuleRemoved         Kind = "rule-removed"
	DefaultChanged      Kind = "default-changed"
)

// Breaking reports whether the change breaks anybody.
func (c *Change) Breaking() bool { return c.BreaksCallers || c.BreaksServers }

// Diff lists the changes from one state to another: operation by operation, in the order of their keys.
func Diff(from, to *Surface) []*Change {
	d := &differ{}
	merge(from.Operations, to.Operations, func(o *Operation) string { return o.Key }, d.operation)
	return d.changes
}

// merge walks two sorted lists together.
func merge[T any](a, b []*T, key func(*T) string, visit func(old, new *T)) {
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && key(a[0]) < key(b[0]):
			visit(a[0], nil)
			a = a[1:]
		case len(a) == 0 || key(b[0]) < key(a[0]):
			visit(nil, b[0])
			b = b[1:]
		default:
			visit(a[0], b[0])
			a, b = a[1:], b[1:]
		}
	}
}

type differ struct {
	changes []*Change
	op      *Operation // the one being compared, as it is now
}

func (d *differ) add(kind Kind, from, to string, callers, servers bool, old, new *Field) {
	c := &Change{Kind: kind, Operation: d.op.Key, Title: d.op.Title, From: from, To: to, BreaksCallers: callers, BreaksServers: servers}
	if old != nil {
		c.Path, c.Old = old.Path, old.At
	}
	if new != nil {
		c.Path, c.New = new.Path, new.At
	}
	if old == nil && new == nil {
		c.New = d.op.At
	}
	d.changes = append(d.changes, c)
}

func (d *differ) operation(old, new *Operation) {
	switch {
	case new == nil:
		d.op = old
		d.add(OperationRemoved, "", "", true, false, nil, nil)
		last := d.changes[len(d.changes)-1]
		last.Old, last.New = old.At, source.Span{}
		return
	case old == nil:
		d.op = new
		d.add(OperationAdded, "", "", false, false, nil, nil)
		return
	}
	d.op = new
	if new.Deprecated && !old.Deprecated {
		d.add(OperationDeprecated, "", "", false, false, nil, nil)
	}
	if len(old.Success) > 0 && len(new.Success) > 0 && !slices.Equal(old.Success, new.Success) {
		d.add(SuccessChanged, strings.Join(old.Success, ", "), strings.Join(new.Success, ", "), true, true, nil, nil)
	}
	d.fields(old.Fields, new.Fields)
}

// fields compares the fields of an operation. One that is gone and one that is new may be the same under another name.
func (d *differ) fields(old, new []*Field) {
	var gone, come []*Field
	merge(old, new, func(f *Field) string { return f.Path }, func(o, n *Field) {
		switch {
		case n == nil:
			gone = append(gone, o)
		case o == nil:
			come = append(come, n)
		default:
			d.field(o, n)
		}
	})
	gone, come = d.moved(outermost(gone), outermost(come))
	gone, come = d.renamed(gone, come)
	for _, f := range gone {
		// A server that read a member gets it no longer; a caller that read a member of the answer gets it no longer.
		d.add(FieldRemoved, f.Type, "", f.Response(), !f.Response(), f, nil)
	}
	for _, f := range come {
		d.add(FieldAdded, "", f.Type, f.Required && !f.Response(), f.Required && f.Response(), nil, f)
	}
}

// outermost leaves out what is within another field of the list: it came or went with that.
func outermost(fields []*Field) []*Field {
	var out []*Field
	for _, f := range fields {
		if n := len(out); n > 0 && within(f.Path, out[n-1].Path) {
			continue
		}
		out = append(out, f)
	}
	return out
}

func within(path, outer string) bool {
	rest, ok := strings.CutPrefix(path, outer)
	return ok && rest != "" && strings.ContainsRune(".[{", rune(rest[0]))
}

// moved pairs parameters that travel elsewhere than before under the same name: query.page and body.page.
func (d *differ) moved(gone, come []*Field) (g, c []*Field) {
	return d.pair(gone, come, FieldMoved, func(o, n *Field) bool {
		if o.Response() != n.Response() || place(o.Path) == place(n.Path) {
			return false
		}
		return strings.TrimPrefix(o.Path, place(o.Path)) == strings.TrimPrefix(n.Path, place(n.Path))
	})
}

func place(path string) string {
	before, _, _ := strings.Cut(path, ".")
	return before
}

// renamed pairs fields of one object that differ in little but the name.
func (d *differ) renamed(gone, come []*Field) (g, c []*Field) {
	return d.pair(gone, come, FieldRenamed, func(o, n *Field) bool {
		return parent(o.Path) == parent(n.Path) && o.Type == n.Type && o.Required == n.Required && alike(name(o.Path), name(n.Path))
	})
}

func parent(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }

func name(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// alike reports whether names are one name: but for case and marks, or one within the other.
func alike(a, b string) bool {
	bare := func(s string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", "[]", "").Replace(s))
	}
	a, b = bare(a), bare(b)
	return a == b || len(a) > 3 && len(b) > 3 && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a) || strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// pair takes the pairs that match, where each has only one match, out of both lists.
func (d *differ) pair(gone, come []*Field, kind Kind, same func(o, n *Field) bool) (g, c []*Field) {
	taken := map[*Field]bool{}
	for _, o := range gone {
		var found []*Field
		for _, n := range come {
			if !taken[n] && same(o, n) {
				found = append(found, n)
			}
		}
		if len(found) != 1 {
			g = append(g, o)
			continue
		}
		taken[found[0]] = true
		d.add(kind, o.Path, found[0].Path, true, true, o, found[0])
	}
	for _, n := range come {
		if !taken[n] {
			c = append(c, n)
		}
	}
	return g, c
}

// field compares a field that both states have. What one side gives, the other takes: callers give requests and servers
// answers, so what narrows a request breaks callers and what widens it breaks servers; for answers it is the other way round.
func (d *differ) field(old, new *Field) {
	giver, taker := true, false // whom a narrowing breaks: callers, of a request
	if new.Response() {
		giver, taker = false, true
	}
	narrower := func(kind Kind, from, to string) { d.add(kind, from, to, giver, taker, old, new) }
	wider := func(kind Kind, from, to string) { d.add(kind, from, to, taker, giver, old, new) }
	if old.Type != new.Type {
		d.add(TypeChanged, old.Type, new.Type, true, true, old, new)
		return
	}
	switch {
	case new.Required && !old.Required:
		narrower(RequiredAdded, "", "")
	case old.Required && !new.Required:
		wider(RequiredRemoved, "", "")
	}
	switch {
	case new.Nullable && !old.Nullable:
		wider(NullableAdded, "", "")
	case old.Nullable && !new.Nullable:
		narrower(NullableRemoved, "", "")
	}
	values(old, new, narrower, wider)
	for _, rule := range without(new.Rules, old.Rules) {
		narrower(RuleAdded, "", rule)
	}
	for _, rule := range without(old.Rules, new.Rules) {
		wider(RuleRemoved, rule, "")
	}
	if old.Default != new.Default {
		d.add(DefaultChanged, old.Default, new.Default, false, false, old, new)
	}
}

// values compares lists of values. No list means any value; so does an open one.
func values(old, new *Field, narrower, wider func(kind Kind, from, to string)) {
	wasClosed, isClosed := len(old.Values) > 0 && !old.Open, len(new.Values) > 0 && !new.Open
	switch {
	case isClosed && !wasClosed:
		narrower(ValuesClosed, "", strings.Join(new.Values, ", "))
	case wasClosed && !isClosed:
		wider(ValuesOpened, strings.Join(old.Values, ", "), strings.Join(new.Values, ", "))
	case isClosed:
		for _, v := range without(new.Values, old.Values) {
			wider(ValueAdded, "", v)
		}
		for _, v := range without(old.Values, new.Values) {
			narrower(ValueRemoved, v, "")
		}
	}
}

// without are the texts of a that b does not have.
func without(a, b []string) []string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}
