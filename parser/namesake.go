package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

var namesakeWhy = source.Message{ZH: "样例里是 null，同一页的返回里叫这个名字的都是这个类型", EN: "the sample shows null; whatever else the page's answers call so is of this type"}

// namesake is a name on a page.
type namesake struct {
	file *source.File
	name string
}

// namesakes gives members of answers of which nothing but null is shown the kind of those that the page's answers have by their name,
// where these are all of one kind.
func (r *reader) namesakes() {
	known := map[namesake]*ir.Scalar{}
	var nulls []*ir.Field
	r.eachAnswered(func(f *ir.Field) {
		s, scalar := f.Type.(*ir.Scalar)
		if scalar && s.Kind == ir.Any {
			if f.Nullable != nil && (f.Declared.Empty() || placeholderType(f.Declared.Value)) && lexicon.Envelope(f.Name.Value) != lexicon.EnvelopeData {
				nulls = append(nulls, f)
			}
			return
		}
		key := namesakeOf(f)
		have, met := known[key]
		switch {
		case !scalar || met && (have == nil || have.Kind != s.Kind):
			known[key] = nil // of several kinds, or no plain value
		case !met:
			known[key] = s
		}
	})
	for _, f := range nulls {
		other := known[namesakeOf(f)]
		if other == nil {
			continue
		}
		f.Type.(*ir.Scalar).Kind = other.Kind
		f.Inferred = slices.DeleteFunc(f.Inferred, func(i *ir.Inference) bool { return i.About == "type" })
		f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: other.Kind.String(), From: other.Where(), Why: namesakeWhy})
	}
}

func namesakeOf(f *ir.Field) namesake {
	return namesake{f.Name.Span.File, strings.ToLower(f.Name.Value)}
}

// eachAnswered visits the members of all answers, outside of named types.
func (r *reader) eachAnswered(visit func(*ir.Field)) {
	var members func(ir.Type)
	members = func(t ir.Type) {
		if o, ok := inner(t).(*ir.Object); ok {
			for _, f := range o.Fields {
				visit(f)
				members(f.Type)
			}
		}
	}
	for _, e := range r.doc.Endpoints {
		for _, resp := range e.Responses {
			members(resp.Type)
		}
	}
}
