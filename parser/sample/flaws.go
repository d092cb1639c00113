package sample

import (
	"fmt"

	"github.com/wenma/wenma/source"
)

// maxEdits bounds a fix; a sample with more places of one kind takes several rounds to mend.
const maxEdits = 2000

// flaws gathers what is wrong with one sample: each kind once, at the first place where it shows, with a fix that mends
// all places.
type flaws struct {
	found source.Diagnostics
	index map[*source.Rule]*source.Diagnostic
}

// note records a flaw. The edits must be safe: with all of them carried out the sample means what was read.
func (f *flaws) note(rule *source.Rule, span source.Span, edits []source.Edit, args ...any) {
	d := f.index[rule]
	if d == nil {
		d = rule.At(span, args...)
		if f.index == nil {
			f.index = map[*source.Rule]*source.Diagnostic{}
		}
		f.index[rule] = d
		f.found.Add(d)
	}
	if len(edits) == 0 || d.Fix != nil && len(d.Fix.Edits) >= maxEdits {
		return
	}
	if d.Fix == nil {
		d.Fix = &source.Fix{}
	}
	d.Fix.Edits = append(d.Fix.Edits, edits...)
}

// report gives the diagnostics in reading order and names their fixes.
func (f *flaws) report() source.Diagnostics {
	for _, d := range f.found {
		if d.Fix != nil {
			d.Fix.Title = fixTitle(d.Fix.Edits)
		}
	}
	f.found.Sort()
	return f.found
}

func fixTitle(edits []source.Edit) source.Message {
	if len(edits) > 1 {
		return source.Message{ZH: fmt.Sprintf("改正 %d 处", len(edits)), EN: fmt.Sprintf("mend %d places", len(edits))}
	}
	old, text := edits[0].Span.Text(), edits[0].Text
	switch {
	case old == "":
		return source.Message{ZH: fmt.Sprintf("补上 %s", text), EN: fmt.Sprintf("insert %s", text)}
	case text == "":
		return source.Message{ZH: fmt.Sprintf("删去 %s", old), EN: fmt.Sprintf("delete %s", old)}
	}
	return source.Message{ZH: fmt.Sprintf("改为 %s", text), EN: fmt.Sprintf("replace with %s", text)}
}

func replace(span source.Span, text string) []source.Edit {
	return []source.Edit{{Span: span, Text: text}}
}
