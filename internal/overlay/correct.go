package overlay

import (
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// correction is one thing that an overlay can say.
type correction struct {
	key     string
	asked   func(*config.Overlay) bool
	correct func(*target) outcome
}

// corrections are all that an overlay can say, in the order in which it is done: values are of the corrected type, and what
// is dropped needs no more.
var corrections = []correction{
	{"type", func(o *config.Overlay) bool { return o.Type != "" }, (*target).retype},
	{"values", func(o *config.Overlay) bool { return len(o.Values) > 0 }, (*target).list},
	{"open", func(o *config.Overlay) bool { return o.Open && len(o.Values) == 0 }, (*target).open},
	{"required", func(o *config.Overlay) bool { return o.Required != "" }, (*target).require},
	{"doc", func(o *config.Overlay) bool { return o.Doc != "" }, (*target).describe},
	{"default", func(o *config.Overlay) bool { return o.Default != "" }, (*target).preset},
	{"wire", func(o *config.Overlay) bool { return o.Wire != "" }, (*target).rename},
	{"drop", func(o *config.Overlay) bool { return o.Drop }, (*target).drop},
}

// kinds are the words for types.
var kinds = map[string]ir.Kind{
	"string": ir.String, "integer": ir.Integer, "number": ir.Number, "boolean": ir.Boolean, "raw": ir.Any,
}

// retype gives a value another kind. A list of values stays one; what the samples show otherwise is still read.
func (t *target) retype() outcome {
	if t.Field == nil && !t.Element {
		return unfit
	}
	kind := kinds[t.Type]
	values, listed := valuesOf(*t.Slot)
	if scalar, ok := (*t.Slot).(*ir.Scalar); ok && scalar.Kind == kind || listed && values.Base != nil && values.Base.Kind == kind {
		return same
	}
	made := ir.At(&ir.Scalar{Kind: kind}, t.span)
	if old, ok := (*t.Slot).(*ir.Scalar); ok && (kind == ir.String || old.Kind != ir.String) && !strings.HasPrefix(old.Format, "unix-") {
		made.Bits, made.Format, made.Layout, made.Evident = old.Bits, old.Format, old.Layout, old.Evident
	}
	if kind != ir.Integer {
		made.Bits = 0
	}
	if listed && kind != ir.Any {
		t.put(ir.At(&ir.Enum{Base: made, Values: values.Values, Open: values.Open}, t.span))
	} else {
		t.put(made)
	}
	return t.note("type", t.Type)
}

// valuesOf is the list of values that a type is, itself or by mention.
func valuesOf(typ ir.Type) (*ir.Enum, bool) {
	for range maxMentions {
		ref, ok := typ.(*ir.Ref)
		if !ok {
			break
		}
		typ = ref.Target.Type
	}
	e, ok := typ.(*ir.Enum)
	return e, ok
}

// maxMentions is how many mentions lead to a type; mentions in a circle lead to none.
const maxMentions = 16

// put makes a type that of the target, and lets it know what samples show otherwise.
func (t *target) put(made interface {
	ir.Type
	See(ir.Kind, source.Span)
}) {
	want := ir.KindOf(made)
	for _, j := range t.samples() {
		if j.Kind != want && want != ir.Any && j.Kind != ir.Null && !(want == ir.Number && j.Kind == ir.Integer) {
			made.See(j.Kind, j.Span)
		}
	}
	*t.Slot = made
}

// samples are the values that samples show for the target.
func (t *target) samples() []*ir.JSON {
	shown := t.shown[t.Field]
	if !t.Element {
		return shown
	}
	var elems []*ir.JSON
	for _, j := range shown {
		elems = append(elems, j.Elems...)
	}
	return elems
}

// list gives a value the list of what it can be.
func (t *target) list() outcome {
	base, ok := t.base()
	if !ok {
		return unfit
	}
	made := ir.At(&ir.Enum{Base: base, Open: t.Open}, t.span)
	for _, v := range t.Values {
		value, label, _ := strings.Cut(v, "=")
		made.Values = append(made.Values, ir.EnumValue{Value: t.text(strings.TrimSpace(value)), Label: t.text(strings.TrimSpace(label))})
		if !fits(base.Kind, strings.TrimSpace(value)) {
			return unfit
		}
	}
	if old, listed := valuesOf(*t.Slot); listed && sameValues(old, made) {
		return same
	}
	t.put(made)
	return t.note("enum", ir.TypeText(made))
}

// base is what the values of the target are, text where nobody says.
func (t *target) base() (*ir.Scalar, bool) {
	if t.Field == nil && !t.Element && t.Decl == nil {
		return nil, false
	}
	if old, listed := valuesOf(*t.Slot); listed && old.Base != nil {
		return old.Base, true
	}
	old, ok := (*t.Slot).(*ir.Scalar)
	if !ok || t.Decl != nil {
		return nil, false
	}
	if old.Kind == ir.Any {
		return ir.At(&ir.Scalar{Kind: ir.String}, t.span), true
	}
	return old, true
}

func sameValues(a, b *ir.Enum) bool {
	if len(a.Values) != len(b.Values) || a.Open != b.Open {
		return false
	}
	for i := range a.Values {
		if a.Values[i].Value.Value != b.Values[i].Value.Value || a.Values[i].Label.Value != b.Values[i].Label.Value {
			return false
		}
	}
	return true
}

// fits reports whether a text can be a value of the kind.
func fits(k ir.Kind, text string) bool {
	var err error
	switch k {
	case ir.Integer:
		_, err = strconv.ParseInt(text, 10, 64)
	case ir.Number:
		_, err = strconv.ParseFloat(text, 64)
	case ir.Boolean:
		return text == "true" || text == "false"
	}
	return err == nil
}

// open says that there are further values.
func (t *target) open() outcome {
	if t.Slot == nil {
		return unfit
	}
	old, listed := valuesOf(*t.Slot)
	if !listed {
		return unfit
	}
	if old.Open {
		return same
	}
	made := *old
	made.Open = true
	*t.Slot = &made
	return t.note("enum", ir.TypeText(&made))
}

func (t *target) require() outcome {
	if t.Field == nil || t.Element || t.Field.In == ir.InPath {
		return unfit
	}
	want := ir.Optional
	if t.Required == "yes" {
		want = ir.Required
	}
	if t.Field.Presence == want {
		return same
	}
	t.Field.Presence = want
	t.Field.Rules = without(t.Field.Rules, func(r ir.Rule) bool {
		_, conditional := r.(*ir.RequiredIf)
		_, allowed := r.(*ir.AllowedIf)
		return conditional || allowed && want == ir.Required
	})
	return t.note("presence", want.String())
}

// describe gives a description; to an operation, its title.
func (t *target) describe() outcome {
	doc := (*ir.Text)(nil)
	switch {
	case t.Element:
	case t.Field != nil:
		doc = &t.Field.Doc
	case t.Decl != nil:
		doc = &t.Decl.Doc
	case t.Slot == nil:
		doc = &t.Endpoint.Title
	}
	if doc == nil {
		return unfit
	}
	if doc.Value == t.Doc {
		return same
	}
	*doc = t.text(t.Doc)
	return t.note("doc", t.Doc)
}

func (t *target) preset() outcome {
	if t.Field == nil || t.Element || !fits(ir.KindOf(t.Field.Type), t.Default) {
		return unfit
	}
	if old := t.Field.Default; old != nil && old.Value == t.Default {
		return same
	}
	text := t.text(t.Default)
	t.Field.Default = &text
	return t.note("default", t.Field.Shown(&text))
}

// rename gives a field another name on the wire. What is in the path is named there.
func (t *target) rename() outcome {
	if t.Field == nil || t.Element || t.Field.In == ir.InPath {
		return unfit
	}
	if t.Field.Name.Value == t.Wire {
		return same
	}
	for _, f := range *t.List {
		for _, r := range f.Rules {
			renameIn(r, t.Field.Name.Value, t.text(t.Wire))
		}
	}
	t.Field.Name = t.text(t.Wire)
	return t.note("wire-name", t.Wire)
}

func renameCondition(c *ir.Condition, old string, name ir.Text) {
	if c.Field.Value == old {
		c.Field = name
	}
}

// renameIn lets a rule speak of a field by its new name.
func renameIn(r ir.Rule, old string, name ir.Text) {
	switch r := r.(type) {
	case *ir.RequiredIf:
		renameCondition(&r.Condition, old, name)
	case *ir.AllowedIf:
		renameCondition(&r.Condition, old, name)
	case *ir.OneOf:
		for i := range r.Fields {
			if r.Fields[i].Value == old {
				r.Fields[i] = name
			}
		}
	}
}
