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
	Member    string // the field within its declared type ("User.addr.city"), where it has one
	From, To  string // what it was and what it is, where that says more than Kind
	// BreaksCallers: a caller written against the old state may fail. BreaksServers: a server written against the old state no
	// longer answers as the new one says, or has to handle what it did not.
	BreaksCallers, BreaksServers bool
	Old, New                     source.Span // nowhere on a side that does not have it, or is a snapshot
	Page                         source.Span // the operation itself, as it is now; as it was where it is gone
}

// Kind is what changed.
type Kind string

// The kinds of changes, by the stable names that JSON has.
const (
	OperationAdded      Kind = "operation-added"
	OperationRemoved    Kind = "operation-removed"
	OperationMoved      Kind = "operation-moved"
	OperationDeprecated Kind = "operation-deprecated"
	SuccessChanged      Kind = "success-changed"
	StatusChanged       Kind = "status-changed"
	FailureAdded        Kind = "failure-added"
	FailureRemoved      Kind = "failure-removed"
	FieldAdded          Kind = "field-added"
	FieldRemoved        Kind = "field-removed"
	FieldRenamed        Kind = "field-renamed"
	FieldMoved          Kind = "field-moved"
	FieldDeprecated     Kind = "field-deprecated"
	TypeChanged         Kind = "type-changed"
	AlternativeAdded    Kind = "alternative-added" // samples show another type too
	AlternativeRemoved  Kind = "alternative-removed"
	FormatChanged       Kind = "format-changed"
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
	RuleTightened       Kind = "rule-tightened"
	RuleLoosened        Kind = "rule-loosened"
	RuleChanged         Kind = "rule-changed" // neither tighter nor looser, as far as can be told
	DefaultChanged      Kind = "default-changed"
)

// Breaking reports whether the change breaks anybody.
func (c *Change) Breaking() bool { return c.BreaksCallers || c.BreaksServers }

// Diff lists the changes from one state to another: operation by operation, in the order of their keys.
func Diff(from, to *Surface) []*Change {
	d := &differ{}
	old, new := paired(from.Operations, to.Operations)
	merge(from.Operations, to.Operations, func(o *Operation) string { return o.Key }, func(o, n *Operation) {
		switch {
		case n == nil && new[o] != nil: // told where it is now
		case o == nil && old[n] != nil:
			d.moved(old[n], n)
		default:
			d.operation(o, n)
		}
	})
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
	c := &Change{
		Kind: kind, Operation: d.op.Key, Title: d.op.Title, Page: d.op.At,
		From: from, To: to, BreaksCallers: callers, BreaksServers: servers,
	}
	if old != nil {
		c.Path, c.Member, c.Old = old.Path, old.Member, old.At
	}
	if new != nil {
		c.Path, c.Member, c.New = new.Path, new.Member, new.At
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
	d.promises(old, new)
}

// moved compares an endpoint with what it is under another method or path.
func (d *differ) moved(old, new *Operation) {
	d.op = new
	d.add(OperationMoved, old.Key, new.Key, true, false, nil, nil)
	d.changes[len(d.changes)-1].Old = old.At
	d.promises(old, new)
}

func (d *differ) promises(old, new *Operation) {
	if new.Deprecated && !old.Deprecated {
		d.add(OperationDeprecated, "", "", false, false, nil, nil)
	}
	if len(old.Success) > 0 && len(new.Success) > 0 && !slices.Equal(old.Success, new.Success) {
		d.add(SuccessChanged, strings.Join(old.Success, ", "), strings.Join(new.Success, ", "), true, true, nil, nil)
	}
	d.statuses(old, new)
}

// statuses compares which HTTP statuses there are, and the fields. A failure that is announced breaks nobody, since every caller has
// to expect some, nor does one that no longer is; what comes with it is not told apart from that.
func (d *differ) statuses(old, new *Operation) {
	if old.Status != "" && new.Status != "" && old.Status != new.Status {
		d.add(StatusChanged, old.Status, new.Status, true, true, nil, nil)
	}
	come, gone := without(new.Failures, old.Failures), without(old.Failures, new.Failures)
	for _, status := range come {
		d.add(FailureAdded, "", status, false, false, nil, nil)
	}
	for _, status := range gone {
		d.add(FailureRemoved, status, "", false, false, nil, nil)
	}
	d.fields(beside(old.Fields, gone), beside(new.Fields, come))
}

// beside are the fields that do not come with one of the statuses.
func beside(fields []*Field, statuses []string) []*Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f *Field) bool {
		status, ok := strings.CutPrefix(place(f.Path), failure)
		return ok && slices.Contains(statuses, status)
	})
}
