package explain

import (
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// field tells about a field. A member of an envelope is one in each answer: what a later one says again is left out.
func (a *API) field(s *Subject, f *ir.Field) {
	if s.Type == "" {
		s.Type, s.Presence, s.Nullable, s.Secret, s.Absent = ir.TypeText(f.Type), f.Presence.String(), f.Nullable != nil, f.Secret, f.Absent
		s.cells = cellsOf(f)
		for _, r := range f.Rules {
			s.Rules = append(s.Rules, Rule{ir.RuleText(r), placeOf(r.Where()), ruleWords(r)})
		}
		s.statedBy(f)
		s.infer(f.Inferred)
	}
	if s.told[f] {
		return
	}
	s.told[f] = true
	rows := []source.Span{f.Span, f.Name.Span}
	for _, v := range a.samples.of(f) {
		s.show(v)
		if len(v.json.Members)+len(v.json.Elems) == 0 {
			rows = append(rows, v.json.Span)
		}
	}
	a.repairs(s, rows...)
}

// cellsOf are the parts of a row.
func cellsOf(f *ir.Field) []source.Span {
	spans := []source.Span{f.Name.Span, f.Label.Span, f.Declared.Span, f.When.Span, f.Doc.Span, f.Note.Span}
	for _, t := range []*ir.Text{f.Default, f.Example, f.Unit, f.Deprecated} {
		if t != nil {
			spans = append(spans, t.Span)
		}
	}
	for _, r := range f.Rules {
		spans = append(spans, r.Where())
	}
	return spans
}

// statedBy lists what a field's row says, cell by cell.
func (s *Subject) statedBy(f *ir.Field) {
	s.state("name", f.Name)
	if f.In != ir.InBody && f.In != ir.InResponse {
		s.Stated = append(s.Stated, Fact{"in", f.In.String(), nil})
	}
	s.state("label", f.Label)
	s.state("doc", f.Doc)
	s.state("type", f.Declared)
	s.state("when", f.When)
	s.stateOptional("default", secret(f, f.Default))
	s.stateOptional("example", secret(f, f.Example))
	s.stateOptional("unit", f.Unit)
	s.stateOptional("deprecated", f.Deprecated)
	s.state("note", f.Note)
	if f.Origin != ir.FromTable {
		s.Stated = append(s.Stated, Fact{"origin", f.Origin.String(), nil})
	}
	s.statedValues(f.Type)
}

// secret is a value as it may be shown.
func secret(f *ir.Field, value *ir.Text) *ir.Text {
	if value == nil {
		return nil
	}
	return &ir.Text{Value: f.Shown(value), Span: value.Span}
}

// statedValues lists the values of an enumeration, and where an element of a list has them, of that.
func (s *Subject) statedValues(t ir.Type) {
	switch t := t.(type) {
	case *ir.List:
		s.statedValues(t.Elem)
	case *ir.Scalar:
		if !t.Evident {
			s.state("layout", t.Layout)
		}
	case *ir.Ref:
		if t.Name.Value != "" {
			s.state("reference", t.Name)
		}
	case *ir.Enum:
		for _, v := range t.Values {
			s.Stated = append(s.Stated, valueFact(v))
		}
	}
}

func valueFact(v ir.EnumValue) Fact {
	text := v.Value.Value
	if !v.Label.Empty() {
		text += " " + v.Label.Value
	}
	return Fact{"value", strings.TrimSpace(text), placeOf(v.Value.Span)}
}
