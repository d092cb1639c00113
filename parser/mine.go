package parser

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// remark is one of several texts that describe a field, or a cell that says nothing without its header.
type remark struct {
	limitCell
	cell bool // the header introduces it
}

// keepRemarks notes what describes a field where its Doc alone does not tell: several cells, or cells of limits.
func (r *reader) keepRemarks(f *ir.Field, w *row) {
	if len(w.docs) < 2 && len(w.limits) == 0 && w.label.Empty() && !w.typ.sized() {
		return
	}
	var out []remark
	for _, d := range w.docs {
		if !isLimit(w, d) {
			out = append(out, remark{limitCell: limitCell{Text: d}})
		}
	}
	for _, l := range w.limits {
		out = append(out, remark{l, true})
	}
	if w.typ.sized() {
		inside := strings.LastIndex(w.declared.Span.Text(), w.typ.length)
		if inside >= 0 {
			out = append(out, remark{limitCell{"长度", true, ir.Text{Value: w.typ.length, Span: w.declared.Span.Sub(inside, len(w.typ.length))}}, true})
		}
	}
	if !w.label.Empty() {
		out = append(out, remark{limitCell: limitCell{Text: w.label}})
	}
	r.remarks[f] = out
}

// sized reports whether a type's spelling gives a string's length: varchar(50).
func (e *typeExpr) sized() bool {
	return e != nil && e.base == lexicon.StringBase && e.length != "" && len(e.length) < 6 && strings.Trim(e.length, "0123456789") == ""
}

func isLimit(w *row, doc ir.Text) bool {
	for _, l := range w.limits {
		if l.Span == doc.Span {
			return true
		}
	}
	return false
}

// mine takes the rules that descriptions state into the fields, now that the samples have settled what kind each is of.
func (r *reader) mine() {
	for _, e := range r.doc.Endpoints {
		r.mineFields(e.Params, true)
		together, shown := e.Params, r.calls[e]
		if e.Body != nil {
			if o, ok := e.Body.Type.(*ir.Object); ok {
				r.mineFields(o.Fields, true)
				together, shown = slices.Concat(e.Params, o.Fields), append(shown, r.instances(o)...)
			} else {
				r.mineType(e.Body.Type, true)
			}
		}
		r.conditions(together, shown)
		for _, resp := range e.Responses {
			r.mineType(resp.Type, false)
		}
	}
	for _, t := range r.doc.Types {
		r.mineType(t.Type, false)
	}
}

func (r *reader) mineType(t ir.Type, request bool) {
	switch t := t.(type) {
	case *ir.List:
		r.mineType(t.Elem, request)
	case *ir.Map:
		r.mineType(t.Elem, request)
	case *ir.Object:
		r.mineFields(t.Fields, request)
		r.conditions(t.Fields, r.instances(t))
	}
}

func (r *reader) mineFields(fields []*ir.Field, request bool) {
	for _, f := range fields {
		r.worded(f)
		if request {
			textMember(f)
		}
		m := &miner{r: r, f: f}
		for _, said := range r.remarksOn(f) {
			m.take(said.rules(ir.KindOf(f.Type)))
		}
		m.finish()
		r.contradicted(f)
		if request {
			optionalByDefault(f)
		}
		r.mineType(f.Type, request)
	}
}

func (r *reader) remarksOn(f *ir.Field) []remark {
	if said, ok := r.remarks[f]; ok {
		return said
	}
	if f.Doc.Empty() {
		return nil
	}
	return []remark{{limitCell: limitCell{Text: f.Doc}}}
}

func (m *remark) rules(kind ir.Kind) prose.Rules {
	switch {
	case m.length:
		return prose.Length(m.header, m.Text, kind)
	case m.cell:
		return prose.Under(m.header, m.Text, kind)
	}
	return prose.Mine(m.Text, kind)
}

// miner puts the rules of one field's description into the field. What was said first holds.
type miner struct {
	r         *reader
	f         *ir.Field
	enum      *prose.Enum
	low, high *prose.Bound
}

func (m *miner) take(said prose.Rules) {
	if m.enum == nil && m.believes(said.Enum) {
		m.enum = said.Enum
	}
	if said.Twice != nil {
		m.r.once(valueListedTwice.At(said.Twice.Span, said.Twice.Value))
	}
	if m.low == nil && m.high == nil {
		m.low, m.high = said.Min, said.Max
	}
	m.format(&said)
	m.length(said.MinLength, said.MaxLength, ir.Length{})
	m.length(said.MinBytes, said.MaxBytes, ir.Length{Bytes: true})
	m.length(said.MinItems, said.MaxItems, ir.Length{Parts: ir.KindOf(m.f.Type) == ir.String})
	m.words(&said)
	if said.Pattern != nil && !m.has("pattern") {
		m.rule("pattern", said.Pattern.Value, &ir.Pattern{Expr: said.Pattern.Value, Span: said.Pattern.Span})
	}
	if said.Unit != nil && m.f.Unit == nil {
		m.f.Unit = said.Unit
		m.infer("unit", said.Unit.Value, said.Unit.Span)
	}
	if said.Default != nil && m.f.Default == nil {
		m.f.Default = said.Default
		m.infer("default", m.shown(said.Default.Value), said.Default.Span)
	}
	if said.Deprecated != nil && m.f.Deprecated == nil {
		m.f.Deprecated = said.Deprecated
		m.infer("deprecated", said.Deprecated.Value, said.Deprecated.Span)
	}
	if said.When != nil && m.f.When.Empty() {
		m.f.When = *said.When
	}
}

// believes reports whether a list is one of values: words that may be what the values mean are, where a sample or an example shows one
// of them.
// The one value of a secret is for nobody to read.
func (m *miner) believes(list *prose.Enum) bool {
	if list == nil || m.f.Secret && len(list.Values) == 1 {
		return false
	}
	values := &ir.Enum{Values: list.Values}
	return !list.Heard || m.f.Example != nil && listed(values, m.f.Example.Value) || slices.ContainsFunc(m.r.shown[m.f], func(v *ir.JSON) bool {
		return v.Kind == ir.String && listed(values, v.Text)
	})
}

// words takes the rules about how a value is written.
func (m *miner) words(said *prose.Rules) {
	if n := said.Decimals; n != nil && !m.has("decimals") {
		m.rule("decimals", ".."+strconv.FormatInt(n.N, 10), &ir.Decimals{Max: n.N, Span: n.Span})
	}
	if class := said.Characters; class != nil && !m.has("characters") {
		m.rule("characters", class.Value, &ir.Characters{Class: class.Value, Span: class.Span})
	}
	m.affix("prefix", said.Prefix, false)
	m.affix("suffix", said.Suffix, true)
}

func (m *miner) affix(about string, said *prose.Affix, end bool) {
	if said == nil || m.has(about) {
		return
	}
	texts := make([]string, len(said.Texts))
	for i, t := range said.Texts {
		texts[i] = t.Value
	}
	m.rule(about, strings.Join(texts, "|"), &ir.Affix{Texts: said.Texts, End: end, Span: said.Span})
}

func (m *miner) shown(value string) string {
	if m.f.Secret {
		return "***"
	}
	return value
}

// infer records what a description states: reading prose is a conclusion, however plain the words.
func (m *miner) infer(about, value string, from source.Span) {
	m.f.Inferred = append(m.f.Inferred, &ir.Inference{About: about, Value: value, From: from, Why: proseWhy})
}

func (m *miner) rule(about, value string, rule ir.Rule) {
	m.f.Rules = append(m.f.Rules, rule)
	m.infer(about, value, rule.Where())
}

func (m *miner) has(about string) bool {
	for _, i := range m.f.Inferred {
		if i.About == about {
			return true
		}
	}
	return false
}

// length takes the bounds of what bounds counts. What was said before and leaves room for them is made narrower: at most 13 and
// exactly 13 are exactly 13.
func (m *miner) length(low, high *prose.Count, bounds ir.Length) {
	if low != nil || high != nil {
		further := bounds
		m.bound(low, high, &further)
	}
}

func (m *miner) bound(low, high *prose.Count, bounds *ir.Length) {
	about, text := "length", ""
	if low != nil {
		bounds.Min, bounds.Span = &low.N, low.Span
		text = strconv.FormatInt(low.N, 10)
	}
	text += ".."
	if high != nil {
		bounds.Max = &high.N
		if bounds.Span = high.Span; low != nil {
			bounds.Span = between(low.Span, high.Span)
		}
		text += strconv.FormatInt(high.N, 10)
	}
	switch {
	case bounds.Bytes:
		about, text = "bytes", text+" bytes"
	case bounds.Parts || ir.KindOf(m.f.Type) == ir.ArrayKind:
		about = "items"
	}
	if before := m.lengthOf(bounds); before == nil {
		m.rule(about, text, bounds)
	} else if narrow(before, bounds) {
		m.infer(about, text, bounds.Span)
	}
}

// lengthOf is the rule that a description before this one stated about what bounds counts.
func (m *miner) lengthOf(bounds *ir.Length) *ir.Length {
	for _, rule := range m.f.Rules {
		if r, ok := rule.(*ir.Length); ok && r.Bytes == bounds.Bytes && r.Parts == bounds.Parts {
			return r
		}
	}
	return nil
}

// narrow takes further bounds into a rule that leaves room for them: those of the ends that it leaves open, or both. It reports
// whether they say more than it does. Two different bounds of one end, at most 12 and at most 30, do not agree.
func narrow(rule, further *ir.Length) bool {
	inside := func(n *int64) bool {
		return n == nil || (rule.Min == nil || *rule.Min <= *n) && (rule.Max == nil || *n <= *rule.Max)
	}
	low, high := cmp.Or(further.Min, rule.Min), cmp.Or(further.Max, rule.Max)
	if !inside(further.Min) || !inside(further.Max) || same(rule.Min, low) && same(rule.Max, high) {
		return false
	}
	if further.Min != nil && further.Max != nil {
		rule.Span = further.Span // which says all of it
	} else if rule.Min != nil && further.Min != nil || rule.Max != nil && further.Max != nil {
		return false
	}
	rule.Min, rule.Max = low, high
	return true
}

func same(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

// between covers two pieces of one text, whichever comes first.
func between(a, b source.Span) source.Span {
	if b.Start < a.Start {
		a, b = b, a
	}
	return a.To(b)
}

// finish makes the field's type an enumeration, or bounds its number: a list of values needs no bounds.
func (m *miner) finish() {
	if m.enum != nil && m.enumerate() || m.low == nil && m.high == nil {
		return
	}
	if k := ir.KindOf(m.f.Type); k != ir.Integer && k != ir.Number && k != ir.String {
		return
	}
	rule, text := &ir.Range{}, ""
	if b := m.low; b != nil {
		rule.Min, rule.ExclusiveMin, rule.Span = b.Literal, b.Exclusive, b.Span
		text = ">" + orEqual(b.Exclusive) + b.Literal
	}
	if b := m.high; b != nil {
		rule.Max, rule.ExclusiveMax = b.Literal, b.Exclusive
		if rule.Span = b.Span; m.low != nil {
			rule.Span = between(m.low.Span, b.Span)
		}
		text = strings.TrimSpace(text + " <" + orEqual(b.Exclusive) + b.Literal)
	}
	m.rule("range", text, rule)
}

func orEqual(exclusive bool) string {
	if exclusive {
		return ""
	}
	return "="
}

// enumerate puts the listed values in the place of the scalar that they are values of.
func (m *miner) enumerate() bool {
	enum := &ir.Enum{Values: m.enum.Values, Open: m.enum.Open || m.f.Default != nil && lacks(m.enum.Values, m.f.Default.Value)}
	switch t := m.f.Type.(type) {
	case *ir.Scalar:
		if !enumerable(t, enum) {
			return false
		}
		enum.Base, enum.Seen, t.Seen = t, t.Seen, nil
		m.f.Type = ir.At(enum, m.enum.Span)
	case *ir.List:
		elem, ok := t.Elem.(*ir.Scalar)
		if ok && elem.Kind == ir.Any && words(enum) { // what is written in letters is text
			elem.Kind = ir.String
		}
		if !ok || !enumerable(elem, enum) {
			return false
		}
		enum.Base, enum.Seen, elem.Seen = elem, elem.Seen, nil
		t.Elem = ir.At(enum, m.enum.Span)
	default:
		return false
	}
	m.infer("enum", valuesText(enum), m.enum.Span)
	return true
}

// lacks reports whether a list of values lacks the default, under the name of its meaning too: it cannot have all values then.
func lacks(values []ir.EnumValue, def string) bool {
	return !slices.ContainsFunc(values, func(v ir.EnumValue) bool { return v.Value.Value == def || v.Label.Value == def })
}

// words reports whether every value has a letter.
func words(enum *ir.Enum) bool {
	for _, v := range enum.Values {
		if !strings.ContainsFunc(v.Value.Value, unicode.IsLetter) {
			return false
		}
	}
	return true
}

// enumerable reports whether the values are values of the scalar.
func enumerable(t *ir.Scalar, enum *ir.Enum) bool {
	if t.Kind == ir.String {
		return true
	}
	if t.Kind != ir.Integer && t.Kind != ir.Number {
		return false
	}
	for _, v := range enum.Values {
		if _, err := strconv.ParseInt(v.Value.Value, 10, 64); err != nil {
			return false
		}
	}
	return true
}

// maxListed is how many values a ledger line shows.
const maxListed = 8

func valuesText(enum *ir.Enum) string {
	var parts []string
	for i, v := range enum.Values {
		if i == maxListed {
			break
		}
		part := v.Value.Value
		if !v.Label.Empty() {
			part += "=" + v.Label.Value
		}
		parts = append(parts, part)
	}
	if enum.Open || len(enum.Values) > maxListed {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

// formatWords are the words of the tree for formats, where they differ from those of prose.
var formatWords = map[string]string{"url": "uri"}

// format takes a stated format and layout. What the page states in words is not merely evident.
func (m *miner) format(said *prose.Rules) {
	t, ok := m.f.Type.(*ir.Scalar)
	if !ok {
		return
	}
	format := said.Format
	if word, ok := formatWords[format]; ok {
		format = word
	}
	if said.Layout != nil && t.Kind == ir.String && (t.Layout.Empty() || t.Evident) {
		m.layout(t, *said.Layout)
	}
	counted := t.Evident && strings.HasPrefix(format, "unix-")
	if format == "" || t.Format == format && !counted || t.Format == "decimal" || t.Format != "" && !m.stamp(t, format) {
		return
	}
	t.Format = format
	if counted {
		t.Evident = false
	}
	m.infer("format", format, said.FormatAt)
}

// stamp reports whether a format tells more than the type's word for it did: 时间戳 is in seconds unless the text says otherwise.
func (m *miner) stamp(t *ir.Scalar, format string) bool {
	return strings.HasPrefix(t.Format, "unix-") && strings.HasPrefix(format, "unix-") || t.Format == "date-time" || t.Evident
}

// layout takes the stated layout. Where a sample is written otherwise, the sample shows what is sent.
func (m *miner) layout(t *ir.Scalar, stated ir.Text) {
	if !t.Layout.Empty() && !sameLayout(t.Layout.Value, stated.Value) {
		m.r.diags.Add(layoutDiffers.At(stated.Span, stated.Value, t.Layout.Value).Also(t.Layout.Span, "样例中是这样写的", "the sample writes it so"))
		return
	}
	t.Layout, t.Evident = stated, false
	m.infer("layout", stated.Value, stated.Span)
}

// sameLayout compares layouts of times, whose letters people write in either case; quotes and blanks around T mean nothing.
func sameLayout(a, b string) bool {
	bare := strings.NewReplacer("'", "", " ", "", "\u3000", "")
	return strings.EqualFold(bare.Replace(a), bare.Replace(b))
}
