package overlay

import (
	"slices"

	"github.com/wenma/wenma/ir"
)

// drop takes an operation or a field away. What is in the path cannot go, nor what has no list that it stands in.
func (t *target) drop() outcome {
	switch {
	case t.Decl == nil && t.Slot == nil:
		t.doc.Endpoints = without(t.doc.Endpoints, func(e *ir.Endpoint) bool { return e == t.Endpoint })
	case t.List != nil && t.Field.In != ir.InPath:
		*t.List = without(*t.List, func(f *ir.Field) bool { return f == t.Field })
		t.forget()
	default:
		return unfit
	}
	t.doc.Inferred = append(t.doc.Inferred, &ir.Inference{About: "drop", Value: t.Key, From: t.span, Why: because})
	return changed
}

// forget takes a dropped field out of what speaks of it: rules of the fields beside it, and envelopes.
func (t *target) forget() {
	for _, f := range *t.List {
		f.Rules = without(f.Rules, func(r ir.Rule) bool { return speaksOf(r, t.Field.Name.Value) })
	}
	for _, e := range t.doc.Endpoints {
		for _, r := range e.Responses {
			r.Envelope = withoutMember(r.Envelope, t.Field)
		}
	}
}

// speaksOf reports whether a rule makes no sense without the field.
func speaksOf(r ir.Rule, name string) bool {
	switch r := r.(type) {
	case *ir.RequiredIf:
		return r.Field.Value == name
	case *ir.AllowedIf:
		return r.Field.Value == name
	case *ir.OneOf:
		r.Fields = without(r.Fields, func(t ir.Text) bool { return t.Value == name })
		return len(r.Fields) < 2
	}
	return false
}

// withoutMember is an envelope without a member; nil when nothing is left that makes it one.
func withoutMember(e *ir.Envelope, f *ir.Field) *ir.Envelope {
	if e == nil || e.Head == f {
		return nil
	}
	for _, member := range []**ir.Field{&e.Code, &e.Message, &e.Data, &e.Passed} {
		if *member == f {
			*member = nil
		}
	}
	e.Rest = without(e.Rest, func(other *ir.Field) bool { return other == f })
	if e.Code == nil && e.Message == nil {
		return nil
	}
	return e
}

// without is a list without some of its elements; the list itself stays as it is.
func without[T any](list []T, gone func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), gone)
}
