package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// declare makes a type of each list that a field has, or that calls itself one of values by an identifier. Its kind is what the
// values are, unless all its fields hold texts.
func (l *lister) declare() {
	named := map[string]*valueList{}
	for _, list := range l.r.lists.all {
		if !list.placed && !(list.sure && len(list.idents) == 1 && lexicon.ValueName(list.idents[0].Value)) {
			continue
		}
		name := list.name()
		if name.Empty() || !distinctive(name.Value) && list.placed {
			continue // status: each field's type is called after its own place
		}
		key := lexicon.Fold(name.Value)
		if first := named[key]; first != nil {
			if first.same(list) {
				list.decl = first.decl
			}
			continue
		}
		if l.r.decls[key] != nil {
			continue // a table of fields has that name
		}
		named[key] = list
		l.makeType(list, name)
	}
}

func (l *lister) makeType(list *valueList, name ir.Text) {
	base := ir.At(&ir.Scalar{Kind: l.kind(list)}, list.span())
	enum := ir.At(&ir.Enum{Base: base, Values: list.values, Open: list.open}, list.span())
	list.decl = &ir.TypeDecl{Name: name, Type: enum, Span: name.Span}
	if _, title := splitNumber(list.title); title.Value != name.Value {
		list.decl.Doc = title
	}
	l.r.doc.Types = append(l.r.doc.Types, list.decl)
	if !list.placed {
		l.r.diags.Add(unusedType.At(name.Span, name.Value))
	}
}

// kind is the kind of a list's type.
func (l *lister) kind(list *valueList) ir.Kind {
	if !list.integers() {
		return ir.String
	}
	texts, others := 0, 0
	for _, u := range l.uses {
		if u.list == list || u.list.decl != nil && u.list.decl == list.decl {
			if s := listedScalar(u.f.Type); s.Kind == ir.String && !onlyEnum(u.f) {
				texts++
			} else {
				others++
			}
		}
	}
	if texts > 0 && others == 0 {
		return ir.String
	}
	return ir.Integer
}

// onlyEnum reports whether a type cell says no more than that there is a list of values: enum OrderStatus.
func onlyEnum(f *ir.Field) bool {
	lower := strings.ToLower(f.Declared.Value)
	return (strings.Contains(lower, "enum") || strings.Contains(lower, "枚举")) && !strings.Contains(lower, "str") && !strings.Contains(lower, "字符")
}

// apply gives a field its list: the named type where the kinds agree, else a list in place.
func (l *lister) apply(u valueUse) {
	l.set(u.f, listedScalar(u.f.Type), u.list, u.from)
	from := u.list.title.Span
	if !from.Known() {
		from = u.list.span()
	}
	enum, why := &ir.Enum{Values: u.list.values, Open: u.list.open}, valueTableWhy
	if u.list.items {
		why = valueItemsWhy
	}
	u.f.Inferred = append(u.f.Inferred, &ir.Inference{About: "enum", Value: valuesText(enum), From: from, Why: why})
}

// set puts a list in the place of a field's scalar, or of the one at the heart of its lists.
func (l *lister) set(f *ir.Field, s *ir.Scalar, list *valueList, from source.Span) {
	made := l.listType(f, s, list, from)
	outer, ok := f.Type.(*ir.List)
	if !ok {
		f.Type = made
		return
	}
	for {
		inside, ok := outer.Elem.(*ir.List)
		if !ok {
			outer.Elem = made
			return
		}
		outer = inside
	}
}

func (l *lister) listType(f *ir.Field, s *ir.Scalar, list *valueList, from source.Span) ir.Type {
	if s.Kind == ir.Any || onlyEnum(f) {
		s.Kind = ir.String
		if list.integers() {
			s.Kind = ir.Integer
		}
	}
	if s.Kind == ir.Number && list.integers() && l.r.looseNumber(f) == s {
		s.Kind = ir.Integer
	}
	if list.decl != nil && ir.KindOf(list.decl.Type) == s.Kind {
		ref := ir.At(&ir.Ref{Name: list.decl.Name, Target: list.decl}, from)
		ref.Seen = s.Seen
		return ref
	}
	enum := ir.At(&ir.Enum{Base: s, Values: list.values, Open: list.open}, list.span())
	enum.Seen, s.Seen = s.Seen, nil
	return enum
}

// forgetCodes takes the rows of tables that turned out to list the values of a field out of the error codes.
func (r *reader) forgetCodes() {
	rows := map[source.Span]bool{}
	for _, list := range r.lists.all {
		if list.placed || list.decl != nil {
			for _, row := range list.rows {
				rows[row] = true
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	gone := func(e *ir.ErrorCode) bool { return rows[e.Span] }
	r.doc.Errors = slices.DeleteFunc(r.doc.Errors, gone)
	for _, d := range r.drafts {
		d.ep.Errors = slices.DeleteFunc(d.ep.Errors, gone)
	}
}

// scalar is what a type cell that names the list says of a field's kind.
func (l *valueList) scalar(at source.Span) *ir.Scalar {
	kind := ir.String
	if l.integers() {
		kind = ir.Integer
	}
	return ir.At(&ir.Scalar{Kind: kind}, at)
}
