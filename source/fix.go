package source

import "slices"

// Compatible takes fixes in their order and leaves out those that touch an edit of one before: their edits can be made together.
func Compatible(fixes []*Fix) []*Fix {
	taken := map[*File]*[]Span{}
	return slices.DeleteFunc(slices.Clone(fixes), func(f *Fix) bool {
		for _, e := range f.Edits {
			if spans := taken[e.Span.File]; spans != nil && touches(*spans, e.Span) {
				return true
			}
		}
		for _, e := range f.Edits {
			spans := taken[e.Span.File]
			if spans == nil {
				spans = new([]Span)
				taken[e.Span.File] = spans
			}
			*spans = slices.Insert(*spans, placeOf(*spans, e.Span), e.Span)
		}
		return false
	})
}

// placeOf is where a span belongs among sorted ones that do not overlap.
func placeOf(spans []Span, s Span) int {
	at, _ := slices.BinarySearchFunc(spans, s, func(a, b Span) int { return a.Start - b.Start })
	return at
}

// touches reports whether a span overlaps one of sorted ones that do not overlap each other, or lies directly beside it.
func touches(spans []Span, s Span) bool {
	at := placeOf(spans, s)
	return at < len(spans) && spans[at].Start <= s.End || at > 0 && spans[at-1].End >= s.Start
}
