package generator

import (
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
var structMethods = append([]string{"Build", "Validate"}, standardMethods...)

// fill gives a struct its fields, which are members of a JSON object.
func (p *planner) fill(s *templates.Struct, fields []*ir.Field, at place) {
	names := newScope(structMethods...)
	seen := make(map[string]source.Span)
	for _, f := range fields {
		if p.unique(seen, f) {
			field := p.field(names, f, at)
			s.Fields = append(s.Fields, field)
			s.Wire = append(s.Wire, field)
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
	out := &templates.Field{
		Name: p.fieldName(names, f), Wire: f.Name.Value, In: "body",
		Required: f.Presence == ir.Required, Nullable: f.Nullable != nil,
	}
	inner := at
	inner.name, inner.member, inner.depth = at.name+out.Name, clean(f.Name.Value), at.depth+1
	out.Type = p.typeOf(f.Type, inner)
	optional := f.Presence == ir.Optional || f.Presence == ir.Conditional || f.Absent || at.request && f.Presence == ir.Unstated
	out.Omit = optional && !out.Nullable
	out.Pointer = (optional || out.Nullable) && (out.Type.Kind.IsScalar() || out.Type.Kind == templates.Object)
	if at.text && out.Type.Kind == templates.Text && out.Type.Enum == nil {
		out.Pointer = false // as text, the empty string is as good as none
	}
	out.Checks = p.checks(f, out)
	p.describe(out, f)
	return out
}

func (p *planner) fieldName(names *scope, f *ir.Field) string {
	return names.take(claim{
		name: goname.Exported(f.Name.Value), suffix: "Value", text: clean(f.Name.Value), span: f.Name.Span,
	}, &p.diags)
}

// describe writes the field's comment.
func (p *planner) describe(out *templates.Field, f *ir.Field) {
	out.Comment = sentence(f.Span, f.Label, f.Doc)
	out.Label = clean(f.Name.Value) + "."
	if said := sentence(source.Span{}, f.Label, f.Doc); said != "" {
		out.Label = clean(f.Name.Value) + ": " + said
	}
	out.Long = len([]rune(out.Comment)) > shortComment+len(placeOf(f.Span))
	if f.Deprecated != nil {
		out.Deprecated = deprecation(f.Deprecated)
	}
}

func deprecation(text *ir.Text) string {
	if said := harmless(text.Value); said != "" {
		return said
	}
	return "the documentation calls it so."
}
