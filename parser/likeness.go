package parser

import (
	"reflect"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// likeness is how two types compare that go by one name. They are exact where a caller sees no difference: members, kinds on the
// wire, presence and rules agree; descriptions may differ. They fit where one type can serve for both.
type likeness struct {
	class map[*ir.TypeDecl]int // named types that are taken for one
	// trust says by their name which types are taken for one although they are not, to find out what else there is; nil for none.
	trust func(name string) bool
	// differences are the members that keep them from being exact.
	differences []string
	// a and b are the members that keep them from fitting; one of them is nil where only one type has such a member.
	a, b *ir.Field
	// because are the types that they refer to, where those are two although they have one name.
	because *ir.TypeDecl
}

func (l *likeness) exact() bool { return len(l.differences) == 0 }

// differ notes a member by which the two are not exact.
func (l *likeness) differ(f *ir.Field) {
	name := ""
	if f != nil {
		name = f.Name.Value
	}
	if !slices.Contains(l.differences, name) {
		l.differences = append(l.differences, name)
	}
}

// types reports whether two types fit, which are those of members named by in.
func (l *likeness) types(a, b ir.Type, in *ir.Field) bool {
	if vague(a, b) || vague(b, a) {
		if !vague(a, b) || !vague(b, a) {
			l.differ(in)
		}
		return true
	}
	switch a := a.(type) {
	case *ir.Ref:
		b, ok := b.(*ir.Ref)
		return ok && l.named(a.Target, b.Target)
	case *ir.List:
		b, ok := b.(*ir.List)
		return ok && l.types(a.Elem, b.Elem, in)
	case *ir.Map:
		b, ok := b.(*ir.Map)
		return ok && l.types(a.Elem, b.Elem, in)
	case *ir.Object:
		b, ok := b.(*ir.Object)
		return ok && l.members(a.Fields, b.Fields)
	}
	return l.scalars(a, b, in)
}

// named reports whether two named types are taken for one.
func (l *likeness) named(a, b *ir.TypeDecl) bool {
	name := lexicon.Fold(b.Name.Value)
	switch {
	case a == b || l.class[a] != 0 && l.class[a] == l.class[b]:
		return true
	case lexicon.Fold(a.Name.Value) != name:
		return false
	case l.trust != nil && l.trust(name):
		return true
	}
	l.because = b
	return false
}

// vague reports whether a type says nothing that another does not say better.
func vague(t, other ir.Type) bool {
	switch t := t.(type) {
	case *ir.Scalar:
		return t.Kind == ir.Any
	case *ir.Object:
		return len(t.Fields) == 0 && ir.KindOf(other) == ir.ObjectKind
	}
	return false
}

// members reports whether the members of two objects fit: those that both have, and there are enough of them.
func (l *likeness) members(a, b []*ir.Field) bool {
	shared := 0
	for _, f := range b {
		mine := fieldNamed(a, f.Name.Value)
		if mine == nil {
			continue
		}
		shared++
		if !l.types(mine.Type, f.Type, f) {
			if l.a == nil && l.b == nil {
				l.a, l.b = mine, f
			}
			return false
		}
		if mine.Presence != f.Presence || (mine.Nullable == nil) != (f.Nullable == nil) || mine.Absent != f.Absent || !sameRules(mine.Rules, f.Rules) {
			l.differ(f)
		}
	}
	onlyA, onlyB := without(a, b), without(b, a)
	for _, f := range slices.Concat(onlyA, onlyB) {
		l.differ(f)
	}
	if !alikeEnough(shared, onlyA, onlyB) {
		l.missing(onlyA, onlyB)
		return false
	}
	return true
}

// missing notes the first member that only one of the two has.
func (l *likeness) missing(onlyA, onlyB []*ir.Field) {
	if len(onlyB) > 0 {
		l.b = onlyB[0]
	} else {
		l.a = onlyA[0]
	}
}

// alikeEnough reports whether objects of one name are one thing: one of them has all that the other has, and besides it only what
// may be left out; or two thirds of all their members are in both.
func alikeEnough(shared int, onlyA, onlyB []*ir.Field) bool {
	more := len(onlyA) + len(onlyB)
	if more == 0 {
		return true
	}
	mayLack := func(f *ir.Field) bool { return f.Presence == ir.Optional || f.Presence == ir.Conditional }
	required := func(fields []*ir.Field) bool {
		return slices.ContainsFunc(fields, func(f *ir.Field) bool { return !mayLack(f) })
	}
	if len(onlyA) == 0 && !required(onlyB) || len(onlyB) == 0 && !required(onlyA) {
		return shared > 0
	}
	return shared >= 2*more
}

func fieldNamed(fields []*ir.Field, name string) *ir.Field {
	for _, f := range fields {
		if f.Name.Value == name {
			return f
		}
	}
	return nil
}

// without are the fields whose names the others do not have.
func without(fields, others []*ir.Field) (out []*ir.Field) {
	for _, f := range fields {
		if fieldNamed(others, f.Name.Value) == nil {
			out = append(out, f)
		}
	}
	return out
}

// scalars reports whether values of both travel alike, and mean the same as far as the pages say.
func (l *likeness) scalars(a, b ir.Type, in *ir.Field) bool {
	sa, sb := scalarOf(a), scalarOf(b)
	if sa == nil || sb == nil || sa.Kind != sb.Kind {
		return false
	}
	if sa.Format != sb.Format || sa.Layout.Value != sb.Layout.Value || sa.Bits != sb.Bits {
		l.differ(in)
	}
	if !sa.Evident && !sb.Evident && (clash(sa.Format, sb.Format) || clash(sa.Layout.Value, sb.Layout.Value)) {
		return false
	}
	ea, _ := a.(*ir.Enum)
	eb, _ := b.(*ir.Enum)
	switch {
	case ea == nil && eb == nil:
	case ea == nil || eb == nil:
		l.differ(in)
	default:
		return l.values(ea, eb, in)
	}
	return true
}

// clash reports whether two statements cannot both hold.
func clash(a, b string) bool { return a != "" && b != "" && a != b }

func scalarOf(t ir.Type) *ir.Scalar {
	switch t := t.(type) {
	case *ir.Scalar:
		return t
	case *ir.Enum:
		return t.Base
	}
	return nil
}

// values reports whether two lists are of one thing: half of the shorter is in both, and most of that is called alike.
func (l *likeness) values(a, b *ir.Enum, in *ir.Field) bool {
	shared, other := 0, 0
	for _, v := range b.Values {
		for _, o := range a.Values {
			if o.Value.Value == v.Value.Value {
				shared++
				if calledOtherwise(o.Label.Value, v.Label.Value) {
					other++
				}
			}
		}
	}
	if shared != len(a.Values) || shared != len(b.Values) || a.Open != b.Open {
		l.differ(in)
	}
	return 2*shared >= min(len(a.Values), len(b.Values)) && 2*other <= shared
}

func calledOtherwise(a, b string) bool {
	a, b = lexicon.Fold(a), lexicon.Fold(b)
	return clash(a, b) && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// sameRules reports whether the rules agree, in any order.
func sameRules(a, b []ir.Rule) bool {
	has := func(rules []ir.Rule, rule ir.Rule) bool {
		return slices.ContainsFunc(rules, func(r ir.Rule) bool { return sameRule(r, rule) })
	}
	return !slices.ContainsFunc(a, func(r ir.Rule) bool { return !has(b, r) }) && !slices.ContainsFunc(b, func(r ir.Rule) bool { return !has(a, r) })
}

// sameRule reports whether two rules say the same, wherever they stand.
func sameRule(a, b ir.Rule) bool {
	return reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.DeepEqual(placeless(reflect.ValueOf(a)).Interface(), placeless(reflect.ValueOf(b)).Interface())
}

// placeless is a copy without places.
func placeless(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch {
	case v.Type() == reflect.TypeFor[source.Span]():
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(placeless(v.Elem()).Addr())
	case v.Kind() == reflect.Interface && !v.IsNil():
		out.Set(placeless(v.Elem()))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(placeless(v.Field(i)))
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(placeless(v.Index(i)))
		}
	default:
		out.Set(v)
	}
	return out
}
