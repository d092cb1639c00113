package parser

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// worded gives a field of which neither a type cell nor a sample tells the kind the one that its words tell: a layout is that of a text,
// listed integers are integers, a signature is a text. What is left may be anything.
func (r *reader) worded(f *ir.Field) {
	s, ok := f.Type.(*ir.Scalar)
	if !ok || s.Kind != ir.Any || !f.Declared.Empty() && !placeholderType(f.Declared.Value) || f.Doc.Empty() && f.Label.Empty() && f.Origin != ir.FromTable {
		return
	}
	kind, from, why := r.kindInWords(f)
	if kind == ir.Any {
		return
	}
	s.Kind = kind
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: kind.String(), From: from, Why: why})
}

// kindInWords is the kind that the words of a field tell, Any for none, and where and why.
func (r *reader) kindInWords(f *ir.Field) (ir.Kind, source.Span, source.Message) {
	remarks := r.remarksOn(f)
	for _, tell := range []kindTeller{r.writtenKind, r.listedKind, countedKind} {
		for i := range remarks {
			said := remarks[i].rules(ir.Any)
			switch kind, from := tell(f, &remarks[i], &said); {
			case kind == ir.Integer && r.digitsAreText(f.Span.File):
				return ir.String, from, digitsTextWhy
			case kind != ir.Any:
				return kind, from, wordedWhy
			}
		}
	}
	if lexicon.Envelope(f.Name.Value) == lexicon.EnvelopeData {
		return ir.Any, source.Span{}, source.Message{}
	}
	heads := [...]ir.Text{f.Label, f.Doc}
	if slices.ContainsFunc(heads[:], func(t ir.Text) bool { return lexicon.SeveralThings(firstClause(t.Value)) }) {
		return ir.Any, source.Span{}, source.Message{}
	}
	if lexicon.TextName(f.Name.Value) {
		return ir.String, f.Name.Span, textNameWhy
	}
	for _, t := range heads {
		if lexicon.TextHead(firstClause(t.Value)) && !lexicon.Several(f.Name.Value) {
			return ir.String, t.Span, textNameWhy
		}
	}
	for i := range remarks {
		if remarks[i].longText() {
			return ir.String, remarks[i].Span, longTextWhy
		}
	}
	if oneValue(f) && r.digitsAreText(f.Span.File) {
		return ir.String, f.Name.Span, digitsTextWhy
	}
	return ir.Any, source.Span{}, source.Message{}
}

// numberDigits is how many digits a whole number of 64 bits has at most.
const numberDigits = 19

// longText reports whether a cell of a column of lengths has a bare one that is beyond all numbers.
func (m *remark) longText() bool {
	n, err := strconv.Atoi(m.Value)
	return m.length && err == nil && n > numberDigits
}

// oneValue reports whether a field is, by its name or what people call it, one value without parts: a number, a date, a code.
func oneValue(f *ir.Field) bool {
	if lexicon.Several(f.Name.Value) {
		return false
	}
	if name := f.Name.Value; lexicon.Identifies(name) || lexicon.Counts(name) || lexicon.Fraction(name) {
		return true
	}
	head := firstClause(cmp.Or(f.Label.Value, f.Doc.Value))
	return lexicon.NumberRole(head) != lexicon.NoRole || lexicon.PlainHead(head)
}

// kindTeller tells the kind of a field by what one of its texts says, and where; Any for none.
type kindTeller func(*ir.Field, *remark, *prose.Rules) (ir.Kind, source.Span)

// writtenKind: how a value is written, and how long it is, is said of texts. A number since 1970 is one.
func (r *reader) writtenKind(f *ir.Field, m *remark, said *prose.Rules) (ir.Kind, source.Span) {
	switch {
	case said.Format == "unix-seconds", said.Format == "unix-millis":
		return ir.Integer, said.FormatAt
	case said.Layout != nil:
		return ir.String, said.Layout.Span
	case said.Format != "" && !lexicon.Several(f.Name.Value):
		return ir.String, said.FormatAt
	case m.length && (said.MinLength != nil || said.MaxLength != nil):
		return ir.String, m.Span
	case said.Characters != nil:
		return ir.String, said.Characters.Span
	case said.Prefix != nil:
		return ir.String, said.Prefix.Span
	case said.Suffix != nil:
		return ir.String, said.Suffix.Span
	case said.Pattern != nil:
		return ir.String, said.Pattern.Span
	}
	return ir.Any, source.Span{}
}

// listedKind: the field is what its values are. One number alone may be anything.
func (r *reader) listedKind(f *ir.Field, _ *remark, said *prose.Rules) (ir.Kind, source.Span) {
	if !(&miner{r: r, f: f}).believes(said.Enum) {
		return ir.Any, source.Span{}
	}
	kind := literalsKind(said.Enum.Values)
	if len(said.Enum.Values) < 2 && kind != ir.String {
		return ir.Any, source.Span{}
	}
	return kind, said.Enum.Span
}

// literalsKind is the kind of all of some values: integers that are written as such, truth values, or texts.
func literalsKind(values []ir.EnumValue) ir.Kind {
	all := func(is func(string) bool) bool {
		return !slices.ContainsFunc(values, func(v ir.EnumValue) bool { return !is(v.Value.Value) })
	}
	switch {
	case all(func(s string) bool { n, err := strconv.Atoi(s); return err == nil && strconv.Itoa(n) == s }):
		return ir.Integer
	case all(func(s string) bool { return s == "true" || s == "false" }):
		return ir.Boolean
	}
	return ir.String
}

// countedKind: what has such a unit is a whole number.
func countedKind(_ *ir.Field, _ *remark, said *prose.Rules) (ir.Kind, source.Span) {
	if said.Unit != nil && lexicon.WholeUnit(said.Unit.Value) {
		return ir.Integer, said.Unit.Span
	}
	return ir.Any, source.Span{}
}

// digitsAreText reports whether the samples of a page show numbers between quotes, and none without, where its tables have no types.
func (r *reader) digitsAreText(file *source.File) bool {
	if r.digits == nil {
		r.digits = map[*source.File]map[ir.Kind]bool{}
		r.eachField(func(f *ir.Field) {
			if f.Origin != ir.FromTable || !f.Declared.Empty() {
				return
			}
			for _, v := range r.shown[f] {
				if v.Kind == ir.Integer || v.Kind == ir.String && literalKind(v.Text) == ir.Integer {
					if r.digits[f.Span.File] == nil {
						r.digits[f.Span.File] = map[ir.Kind]bool{}
					}
					r.digits[f.Span.File][v.Kind] = true
				}
			}
		})
	}
	shown := r.digits[file]
	return shown[ir.String] && !shown[ir.Integer]
}

// The reasons for a type that nothing but words tell.
var (
	wordedWhy     = source.Message{ZH: "页面没有写类型，说明里看得出", EN: "the page states no type; the description tells it"}
	digitsTextWhy = source.Message{ZH: "页面没有写类型，样例里的数字都带引号", EN: "the page states no type; its samples have numbers between quotes"}
	longTextWhy   = source.Message{ZH: "页面没有写类型，这么长的只能是文本", EN: "the page states no type; nothing but text is as long"}
	textNameWhy   = source.Message{ZH: "页面没有写类型，叫这个名字的总是文本", EN: "the page states no type; what is called so is always text"}
)
