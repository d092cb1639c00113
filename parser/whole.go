package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// wholes makes integers of the numbers that are whole ones. JavaScript's word for a number, and 数字, leave that open: what the field
// is, its values, its limits and its default tell. A whole number in a sample does not: a price of 100 may be 99.5 tomorrow.
func (r *reader) wholes() {
	w := &wholeFinder{r: r, exact: map[*source.File]bool{}, words: map[string]lexicon.Base{}}
	var loose []*ir.Field
	r.eachField(func(f *ir.Field) {
		if f.Declared.Empty() {
			return
		}
		if w.base(f.Declared.Value) == lexicon.IntegerBase {
			w.exact[f.Declared.Span.File] = true
		}
		if r.looseNumber(f) != nil {
			loose = append(loose, f)
		}
	})
	for _, f := range loose {
		w.settle(f)
	}
}

// eachField visits the fields of all endpoints and types.
func (r *reader) eachField(visit func(*ir.Field)) {
	var typ func(ir.Type)
	fields := func(fields []*ir.Field) {
		for _, f := range fields {
			visit(f)
			typ(f.Type)
		}
	}
	typ = func(t ir.Type) {
		if o, ok := inner(t).(*ir.Object); ok {
			fields(o.Fields)
		}
	}
	for _, e := range r.doc.Endpoints {
		fields(e.Params)
		if e.Body != nil {
			typ(e.Body.Type)
		}
		for _, resp := range e.Responses {
			typ(resp.Type)
		}
	}
	for _, t := range r.doc.Types {
		typ(t.Type)
	}
}

// looseNumber is the number of a field, or of the list that it is, whose declared word leaves open whether it is a whole one; nil for
// any other field.
func (r *reader) looseNumber(f *ir.Field) *ir.Scalar {
	s := listedScalar(f.Type)
	if s == nil || s.Kind != ir.Number || s.Format != "" || f.Declared.Empty() {
		return nil
	}
	e := r.parseType(f.Declared.Value, 0)
	for e != nil && e.elem != nil {
		e = e.elem
	}
	if e != nil && e.guess != "" {
		e = r.parseType(e.guess, 0)
	}
	if e == nil || !e.loose || e.also != nil || strings.ContainsAny(e.length, ",，.") { // number(10,2)
		return nil
	}
	return s
}

// wholeFinder finds out which numbers are whole ones.
type wholeFinder struct {
	r     *reader
	exact map[*source.File]bool   // pages that have a word for integers too: there, a number is another thing
	words map[string]lexicon.Base // what declared types came to
}

func (w *wholeFinder) base(declared string) lexicon.Base {
	base, known := w.words[declared]
	if !known {
		if e := w.r.parseType(declared, 0); e != nil {
			base = e.base
		}
		w.words[declared] = base
	}
	return base
}

// settle makes an integer of a field's number where there is a reason to.
func (w *wholeFinder) settle(f *ir.Field) {
	why, from := w.reason(f)
	if why == nil {
		return
	}
	s := listedScalar(f.Type)
	s.Kind = ir.Integer
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: typeName(f.Type), From: from, Why: *why})
	if f.Type == ir.Type(s) {
		w.r.stamp(s, w.r.shown[f], f)
	}
}

// reason is why a number is whole, nil for none, and where the page says so.
func (w *wholeFinder) reason(f *ir.Field) (*source.Message, source.Span) {
	said := w.r.said(f)
	for _, s := range said {
		if s.Unit != nil && lexicon.WholeUnit(s.Unit.Value) {
			return &wholeUnitWhy, s.Unit.Span
		}
	}
	if w.fraction(f, said) {
		return nil, source.Span{}
	}
	exact := w.exact[f.Declared.Span.File]
	switch role, from := numberRole(f); {
	case role == lexicon.IdentifierRole, role == lexicon.CountRole && !exact:
		return &wholeRoleWhy, from
	case role == lexicon.AmountRole:
		return nil, source.Span{}
	}
	for _, s := range said {
		switch {
		case s.Enum != nil:
			return &wholeListedWhy, s.Enum.Span
		case strings.HasPrefix(s.Format, "unix-"):
			return &proseWhy, s.FormatAt
		}
	}
	if exact {
		return nil, source.Span{}
	}
	if f.Default != nil && telling(f.Default.Value) {
		return &wholeDefaultWhy, f.Default.Span
	}
	for _, s := range said {
		switch {
		case s.Default != nil && telling(s.Default.Value):
			return &wholeDefaultWhy, s.Default.Span
		case s.Max != nil && telling(s.Max.Literal):
			return &wholeLimitWhy, s.Max.Span
		}
	}
	return nil, source.Span{}
}

// telling reports whether a default or a limit is one of a whole number: an integer, and not one that a share begins or ends with.
func telling(literal string) bool {
	return allDigits(literal) && literal != "0" && literal != "1" && literal != "100"
}

// fraction reports whether a field has a fraction somewhere: in what is said of it, or in a sample.
func (w *wholeFinder) fraction(f *ir.Field, said []prose.Rules) bool {
	for _, s := range said {
		if s.Decimals != nil || s.Unit != nil && lexicon.MeasuredUnit(s.Unit.Value) || fractional(s.Default) || s.Min != nil && broken(s.Min.Literal) || s.Max != nil && broken(s.Max.Literal) {
			return true
		}
	}
	return fractional(f.Default) || fractional(f.Example) || slices.ContainsFunc(w.r.shown[f], brokenIn)
}

func fractional(t *ir.Text) bool { return t != nil && broken(t.Value) }

// broken reports whether a text is a number that has a fraction, or is written as one that may have: 1.0.
func broken(text string) bool {
	_, ok := number(text)
	return ok && strings.Contains(text, ".")
}

// brokenIn reports whether a sample's value is or holds a number with a fraction.
func brokenIn(v *ir.JSON) bool {
	return broken(v.Text) || slices.ContainsFunc(v.Elems, brokenIn)
}

// said are the rules that the words of a field state, each text on its own.
func (r *reader) said(f *ir.Field) (out []prose.Rules) {
	for _, m := range r.remarksOn(f) {
		out = append(out, m.rules(ir.KindOf(f.Type)))
	}
	return out
}

// numberRole is the role of a number by its name and by what it is called in words. The two that do not agree say nothing.
func numberRole(f *ir.Field) (lexicon.Role, source.Span) {
	if lexicon.Fraction(f.Name.Value) {
		return lexicon.AmountRole, f.Name.Span
	}
	role, from := lexicon.NoRole, f.Name.Span
	switch {
	case lexicon.Identifies(f.Name.Value):
		role = lexicon.IdentifierRole
	case lexicon.Counts(f.Name.Value):
		role = lexicon.CountRole
	}
	for _, t := range [...]ir.Text{f.Label, f.Doc} {
		switch said := lexicon.NumberRole(firstClause(t.Value)); {
		case said == lexicon.AmountRole:
			return said, t.Span
		case said != lexicon.NoRole && role == lexicon.NoRole:
			role, from = said, t.Span
		}
	}
	return role, from
}

// The reasons why a number is a whole one.
var (
	wholeRoleWhy    = source.Message{ZH: "类型词没有说死，它是编号、计数或选项", EN: "the declared word leaves it open; it identifies, counts or chooses"}
	wholeListedWhy  = source.Message{ZH: "类型词没有说死，列出的取值都是整数", EN: "the declared word leaves it open; the values that are listed are whole numbers"}
	wholeUnitWhy    = source.Message{ZH: "类型词没有说死，这个单位没有小数", EN: "the declared word leaves it open; what has this unit is counted"}
	wholeDefaultWhy = source.Message{ZH: "类型词没有说死，默认值是整数", EN: "the declared word leaves it open; the default is a whole number"}
	wholeLimitWhy   = source.Message{ZH: "类型词没有说死，上限是整数", EN: "the declared word leaves it open; the limit is a whole number"}
)
