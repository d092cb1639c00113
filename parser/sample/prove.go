package sample

import (
	"slices"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// ambiguous are the flaws that could be mended in several ways: where brackets do not match, what was read is a guess, and the edits
// that go with it need not lead there.
var ambiguous = []*source.Rule{sampleExtraBracket, sampleWrongBracket, sampleMissingBracket, sampleMissingColon, sampleInnerQuote, sampleStrayText}

// proveFixes takes away the fixes of a sample with ambiguous flaws that do not do what they are to do: the mended sample must be read as this
// one was, whether one fix is carried out or all are.
func (r *reader) proveFixes(found source.Diagnostics, values []*ir.JSON) {
	isAmbiguous := func(d *source.Diagnostic) bool { return slices.Contains(ambiguous, d.Rule) }
	if r.from != nil || !slices.ContainsFunc(found, isAmbiguous) {
		return
	}
	var all []source.Edit
	for _, d := range found {
		if d.Fix != nil && !r.proved(d.Fix.Edits, values) {
			d.Fix = nil
		}
		if d.Fix != nil {
			all = append(all, d.Fix.Edits...)
		}
	}
	if len(all) == 0 || r.proved(all, values) {
		return
	}
	for _, d := range found {
		if isAmbiguous(d) {
			d.Fix = nil
		}
	}
}

// proved reports whether the sample is read as the same values once edits are made.
func (r *reader) proved(edits []source.Edit, values []*ir.JSON) bool {
	text := source.NewFile("", r.text)
	own := make([]source.Edit, len(edits))
	for i, e := range edits {
		own[i] = source.Edit{Span: text.Span(e.Span.Start-r.base, e.Span.End-r.base), Text: e.Text}
	}
	mended := source.NewFile("", source.Apply(text, own))
	again := newReader(plainView(mended.Span(0, len(mended.Text)))).documents()
	return slices.EqualFunc(values, again, sameValue)
}

// sameValue compares what two samples say, wherever they stand and whatever is said beside them.
func sameValue(a, b *ir.JSON) bool {
	return a.Kind == b.Kind && a.Text == b.Text && slices.EqualFunc(a.Elems, b.Elems, sameValue) &&
		slices.EqualFunc(a.Members, b.Members, func(a, b *ir.Member) bool { return a.Name.Value == b.Name.Value && sameValue(a.Value, b.Value) })
}
