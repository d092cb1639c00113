package generator

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// standardMethods are names that go vet wants the standard library's signature of: neither a setter nor an operation has it.
var standardMethods = []string{
	"GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "ReadByte", "ReadRune", "UnmarshalJSON", "UnmarshalXML", "UnreadByte",
	"UnreadRune", "WriteByte",
}

// structMethods are methods of generated structs and their builders: fields cannot be called so.
var structMethods = setOf(append([]string{"Build", "Validate"}, standardMethods...))

// fill gives a struct its fields, which are members of a JSON object.
func (p *planner) fill(s *templates.Struct, fields []*ir.Field, at place) {
	names := p.scope(at.key, structMethods)
	seen := make(map[string]source.Span)
	at.within = s.Name
	for _, f := range fields {
		if p.unique(seen, f) {
			field := p.field(names, f, at)
			s.Fields = append(s.Fields, field)
			s.Wire = append(s.Wire, field)
			p.note(s, f, field)
		}
	}
}

// unique refuses a member that stands there twice, or has no name.
func (p *planner) unique(seen map[string]source.Span, f *ir.Field) bool {
	key := f.Name.Value
	if key == "" {
		if f.Span.Known() {
			p.diags.Add(nameless.At(f.Span))
		}
		return false
	}
	if first, ok := seen[key]; ok {
		if f.Name.Span.Known() {
			p.diags.Add(duplicateMember.At(f.Name.Span, clean(key)).Also(first, "第一个", "the first one"))
		}
		return false
	}
	seen[key] = f.Name.Span
	return true
}

// field is a member of a struct.
func (p *planner) field(names *scope, f *ir.Field, at place) *templates.Field {
	inner := at
	inner.key = p.ledger.number(FieldName, at.key+"."+clean(f.Name.Value))
	out := &templates.Field{
		Name: p.fieldName(names, f, inner), Wire: f.Name.Value, In: "body",
		Required: f.Presence == ir.Required, Nullable: f.Nullable != nil,
	}
	p.enter(FieldName, inner.key, at.within+"."+out.Name, f, spanOf(f.Span, f.Name.Span))
	inner.name, inner.part, inner.member, inner.depth = at.name+at.part+out.Name, "", clean(f.Name.Value), at.depth+1
	inner.wire, inner.about = f.Name, calledOn(f)
	out.Type = p.typeOf(f.Type, inner)
	optional := f.Presence == ir.Optional || f.Presence == ir.Conditional || f.Absent || at.request && f.Presence == ir.Unstated
	out.Omit = optional && !out.Nullable
	out.Pointer = (optional || out.Nullable) && (out.Type.Kind.IsScalar() || out.Type.Kind == templates.Object)
	if at.text && out.Type.Kind == templates.Text || p.opts.Optional == OptionalZeros && zeroIsAbsent(f, out) {
		out.Pointer = false // as text, the empty string is as good as none
	}
	out.Checks = p.checks(f, out)
	p.describe(out, f)
	return out
}

// zeroIsAbsent reports whether an optional scalar can do without a pointer: its zero value is none that anybody would send.
func zeroIsAbsent(f *ir.Field, out *templates.Field) bool {
	if !out.Omit || !out.Type.Kind.IsScalar() {
		return false
	}
	if out.Type.Kind == templates.Boolean {
		return f.Default == nil || f.Default.Value != "true"
	}
	for _, v := range listed(f.Type) {
		if literal, ok := literalOf(out.Type.Kind, v.Value.Value); ok && (literal == "0" || literal == `""`) {
			return false
		}
	}
	return true
}

// listed are the values that a type lists, itself or by mention.
func listed(t ir.Type) []ir.EnumValue {
	if ref, ok := t.(*ir.Ref); ok && ref.Target != nil {
		t = ref.Target.Type
	}
	if e, ok := t.(*ir.Enum); ok {
		return e.Values
	}
	return nil
}

// calledOn is what the page calls a field: its label, or what its description says first.
func calledOn(f *ir.Field) string {
	if !f.Label.Empty() {
		return clean(f.Label.Value)
	}
	head, before := withoutLimits(f.Doc.Value), ' '
	for i, r := range head {
		if strings.ContainsRune("，,。；;：:（([【=<>≤≥\n\t0123456789", r) || r == ' ' && unicode.Is(unicode.Han, before) && !goesOn(head[i+1:]) {
			head = head[:i]
			break
		}
		before = r
	}
	if first, _ := utf8.DecodeRuneInString(head); !unicode.IsLetter(first) {
		return "" // it lists values at once
	}
	return clean(head)
}

// goesOn reports whether a name goes on behind a blank: with a word such as ID that more of the name follows (用户 ID 类型).
func goesOn(rest string) bool {
	end := strings.IndexFunc(rest, func(r rune) bool { return r < 'A' || r > 'Z' })
	if end < 1 || !goname.IsInitialism(rest[:end]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[end:], " "))
	return unicode.Is(unicode.Han, next)
}

// withoutLimits is a description without the lines before it that have no letter: cells of limits, such as >=1.
func withoutLimits(doc string) string {
	doc = strings.TrimSpace(doc)
	for {
		line, rest, more := strings.Cut(doc, "\n")
		if !more || strings.ContainsFunc(line, unicode.IsLetter) {
			return doc
		}
		doc = strings.TrimSpace(rest)
	}
}

func (p *planner) fieldName(names *scope, f *ir.Field, at place) string {
	return names.take(claim{
		ids: []nameID{{FieldName, at.key}}, within: at.within, name: p.namer.Exported(f.Name.Value), suffix: "Value", text: clean(f.Name.Value), span: f.Name.Span,
	}, &p.diags)
}
