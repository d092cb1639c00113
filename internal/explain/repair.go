package explain

import "github.com/wenma/wenma/source"

// repairs adds the diagnostics that touch one of the places: a row, or a value in a sample.
func (a *API) repairs(s *Subject, spans ...source.Span) {
	for i, span := range spans {
		if i > 0 && span.File == spans[i-1].File {
			continue
		}
		for _, d := range a.found[span.File] {
			if touchesAny(d.Span, spans) {
				s.repair(d)
			}
		}
	}
}

// repairsWithin adds the diagnostics of a section that are about no row in it.
func (a *API) repairsWithin(s *Subject, section source.Span) {
	for _, d := range a.found[section.File] {
		if touches(d.Span, section) && !a.rows[lineOf(d.Span)] {
			s.repair(d)
		}
	}
}

func (s *Subject) repair(d *source.Diagnostic) {
	r := Repair{d.Rule.Code, d.Severity.String(), Both(d.Message), placeOf(d.Span)}
	for _, other := range s.Repaired {
		if other.Code == r.Code && other.At.is(r.At) {
			return
		}
	}
	s.Repaired = append(s.Repaired, r)
}

func touchesAny(s source.Span, spans []source.Span) bool {
	for _, other := range spans {
		if touches(s, other) {
			return true
		}
	}
	return false
}

// touches reports whether two spans share a place. An empty span is at one.
func touches(a, b source.Span) bool {
	return a.Known() && a.File == b.File && a.Start < max(b.End, b.Start+1) && b.Start < max(a.End, a.Start+1)
}
