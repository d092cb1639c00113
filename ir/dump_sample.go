package ir

import (
	"fmt"
	"strings"
)

func (k SampleKind) String() string { return [...]string{"request", "response", "error"}[k] }

// sample writes what an example is and what is at its root; the tree of the response says the rest.
func (d *dumper) sample(s *Sample) {
	d.line("sample", s.Kind.String(), quoted(s.Name.Value), shape(s), d.at(s.Span))
}

func shape(s *Sample) string {
	if s.JSON == nil {
		return fmt.Sprintf("text of %d lines", strings.Count(s.Body.Value, "\n")+1)
	}
	text := jsonShape(s.JSON)
	if !s.JSON.Strict {
		text += " (not strict JSON)"
	}
	return text
}

func jsonShape(j *JSON) string {
	switch j.Kind {
	case ObjectKind:
		names := make([]string, len(j.Members))
		for i, m := range j.Members {
			names[i] = name(m.Name)
		}
		return "{" + strings.Join(names, ", ") + "}"
	case ArrayKind:
		if len(j.Elems) == 0 {
			return "[]"
		}
		return fmt.Sprintf("[%d × %s]", len(j.Elems), j.Elems[0].Kind)
	}
	return j.Kind.String()
}
