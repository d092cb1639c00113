package parser

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// merger makes one declaration of two that fit. What both pages allow is allowed: a member that one of them does not require, or
// does not have, may be missing; of limits that differ none is kept.
type merger struct {
	fields map[*ir.Field]*ir.Field // by those that were merged into others
}

func (m *merger) decl(into, other *ir.TypeDecl) {
	into.Also = append(append(into.Also, other.Span), other.Also...)
	into.Doc = cmp.Or(into.Doc, other.Doc)
	into.Recursive = into.Recursive || other.Recursive
	into.Type = m.types(into.Type, other.Type)
}

func (m *merger) types(a, b ir.Type) ir.Type {
	switch {
	case vague(b, a):
		return seenToo(a, b)
	case vague(a, b):
		return seenToo(b, a)
	}
	switch a := a.(type) {
	case *ir.List:
		a.Elem = m.types(a.Elem, b.(*ir.List).Elem)
	case *ir.Map:
		a.Elem = m.types(a.Elem, b.(*ir.Map).Elem)
	case *ir.Object:
		b := b.(*ir.Object)
		a.Fields, a.Open = m.members(a.Fields, b.Fields), a.Open || b.Open
	case *ir.Scalar, *ir.Enum:
		return seenToo(m.scalars(a, b), b)
	}
	return seenToo(a, b)
}

// seenToo adds what samples show for another.
func seenToo(t, other ir.Type) ir.Type {
	if t == other {
		return t
	}
	see := t.(interface{ See(ir.Kind, source.Span) })
	for _, s := range other.Sightings() {
		see.See(s.Kind, s.Span)
	}
	return t
}

func (m *merger) members(a, b []*ir.Field) []*ir.Field {
	for _, f := range without(a, b) {
		mayLack(f)
	}
	more := without(b, a)
	for _, f := range more {
		mayLack(f)
	}
	for _, f := range b {
		if mine := fieldNamed(a, f.Name.Value); mine != nil {
			m.fields[f] = mine
			m.field(mine, f)
		}
	}
	return append(a, more...)
}

// mayLack lets a member be missing.
func mayLack(f *ir.Field) {
	if f.Presence != ir.Conditional {
		f.Presence = ir.Optional
	}
	f.Rules = slices.DeleteFunc(f.Rules, isNotEmpty)
}

func isNotEmpty(r ir.Rule) bool {
	_, ok := r.(*ir.NotEmpty)
	return ok
}

func (m *merger) field(into, other *ir.Field) {
	into.Label, into.Doc, into.Note = cmp.Or(into.Label, other.Label), cmp.Or(into.Doc, other.Doc), cmp.Or(into.Note, other.Note)
	into.Declared = cmp.Or(into.Declared, other.Declared)
	into.Presence = weaker(into.Presence, other.Presence)
	into.When = cmp.Or(into.When, other.When)
	into.Nullable = cmp.Or(into.Nullable, other.Nullable)
	into.Default, into.Example, into.Unit = cmp.Or(into.Default, other.Default), cmp.Or(into.Example, other.Example), cmp.Or(into.Unit, other.Unit)
	into.Deprecated = cmp.Or(into.Deprecated, other.Deprecated)
	into.Secret, into.Private = into.Secret || other.Secret, into.Private || other.Private
	into.Absent = into.Absent || other.Absent
	m.rules(into, other)
	into.Type = m.types(into.Type, other.Type)
}

// byStrength orders what pages say of presence, from what asks for most.
var byStrength = []ir.Presence{ir.Required, ir.Conditional, ir.Unstated, ir.Optional}

func weaker(a, b ir.Presence) ir.Presence {
	return byStrength[max(slices.Index(byStrength, a), slices.Index(byStrength, b))]
}

// rules keeps what holds for both, with the conclusions that it comes from.
func (m *merger) rules(into, other *ir.Field) {
	rules := mergedRules(into.Rules, other.Rules)
	for _, r := range into.Rules {
		if !slices.Contains(rules, r) {
			into.Inferred = slices.DeleteFunc(into.Inferred, func(i *ir.Inference) bool { return i.From == r.Where() })
		}
	}
	for _, i := range other.Inferred {
		if slices.ContainsFunc(rules, func(r ir.Rule) bool { return r.Where() == i.From && slices.Contains(other.Rules, r) }) {
			into.Inferred = append(into.Inferred, i)
		}
	}
	into.Rules = rules
}

// mergedRules are those that both have, and of the kinds that one does not speak of, the other's. That something is not empty must
// be said by both.
func mergedRules(a, b []ir.Rule) []ir.Rule {
	var out []ir.Rule
	keep := func(rules, others []ir.Rule, both bool) {
		for _, r := range rules {
			same := slices.ContainsFunc(others, func(o ir.Rule) bool { return sameRule(r, o) })
			silent := !slices.ContainsFunc(others, func(o ir.Rule) bool { return reflect.TypeOf(o) == reflect.TypeOf(r) })
			if same && both || silent && !isNotEmpty(r) {
				out = append(out, r)
			}
		}
	}
	keep(a, b, true)
	keep(b, a, false)
	return out
}

// scalars makes one of two scalars: values that either lists are listed.
func (m *merger) scalars(a, b ir.Type) ir.Type {
	mergeScalar(scalarOf(a), scalarOf(b))
	ea, isEnum := a.(*ir.Enum)
	eb, isOther := b.(*ir.Enum)
	switch {
	case isOther && !isEnum:
		eb.Base = scalarOf(a)
		return seenToo(eb, a)
	case isOther:
		for _, v := range eb.Values {
			if !listed(ea, v.Value.Value) {
				ea.Values = append(ea.Values, v)
			}
		}
		ea.Open = ea.Open || eb.Open
	}
	return a
}

func mergeScalar(into, other *ir.Scalar) {
	if into.Bits != other.Bits {
		into.Bits = max(into.Bits, other.Bits)
	}
	switch {
	case into.Format == "" || into.Evident && !other.Evident && other.Format != "":
		into.Format, into.Layout, into.Evident = other.Format, other.Layout, other.Evident
	case into.Evident && other.Evident && (clash(into.Format, other.Format) || clash(into.Layout.Value, other.Layout.Value)):
		into.Format, into.Layout, into.Evident = "", ir.Text{}, false
	case into.Layout.Empty() && into.Format == other.Format:
		into.Layout = other.Layout
	}
}
