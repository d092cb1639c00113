package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// optionalByDefault: a field with a default value may be left out.
func optionalByDefault(f *ir.Field) {
	if f.Presence == ir.Unstated && f.Default != nil {
		f.Presence = ir.Optional
		f.Inferred = append(f.Inferred, &ir.Inference{About: "presence", Value: "optional", From: f.Default.Span, Why: defaultWhy})
	}
}

// textMember takes a member of a body of which neither table nor sample tells the type for text, and those within it.
func textMember(f *ir.Field) {
	t := f.Type
	for list, ok := t.(*ir.List); ok; list, ok = t.(*ir.List) {
		t = list.Elem
	}
	if object, ok := t.(*ir.Object); ok {
		for _, member := range object.Fields {
			textMember(member)
		}
	}
	if s, ok := f.Type.(*ir.Scalar); ok && s.Kind == ir.Any && f.Declared.Empty() && f.Origin == ir.FromTable {
		s.Kind = ir.String
		f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: "string", From: f.Name.Span, Why: untypedWhy})
	}
}

// fileMember takes a member of a body without a type for a file where both its name and the words about it say so: file, 上传文件.
func fileMember(f *ir.Field) {
	s, ok := f.Type.(*ir.Scalar)
	if !ok || s.Kind != ir.Any || !f.Declared.Empty() || f.Origin != ir.FromTable || !lexicon.FileName(f.Name.Value) {
		return
	}
	for _, t := range []ir.Text{f.Label, f.Doc} {
		if lexicon.FileHead(t.Value) {
			s.Kind = ir.File
			f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: "file", From: t.Span, Why: wordedWhy})
			return
		}
	}
}

// completeParam settles what a page leaves open about a parameter outside of the body: what travels there is text, unless
// its example is plainly a number or a truth value.
func completeParam(f *ir.Field) {
	optionalByDefault(f)
	switch t := f.Type.(type) {
	case *ir.List:
		if s, ok := t.Elem.(*ir.Scalar); ok && s.Kind == ir.Any {
			s.Kind = ir.String
		}
	case *ir.Scalar:
		if t.Kind != ir.Any || !f.Declared.Empty() {
			return
		}
		t.Kind = ir.String
		why, from := textParamWhy, f.Name.Span
		for _, example := range []*ir.Text{f.Example, f.Default} {
			if example == nil || f.Origin == ir.FromURL {
				continue
			}
			if k := literalKind(example.Value); k != ir.String {
				t.Kind, why, from = k, exampleWhy, example.Span
				break
			}
		}
		f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: t.Kind.String(), From: from, Why: why})
	}
}

// literalKind is the kind of value that an example shows. Long runs of digits and those with a leading zero are numbers of
// things, not numbers.
func literalKind(s string) ir.Kind {
	switch {
	case s == "true" || s == "false":
		return ir.Boolean
	case len(s) > 0 && len(s) < 7 && strings.Trim(s, "0123456789") == "" && (s == "0" || s[0] != '0'):
		return ir.Integer
	}
	return ir.String
}
