package explain

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// masks has the pages as they may be shown: a secret value has a star for each byte, so that all places stay what they are.
type masks struct {
	secrets map[*source.File][]source.Span
	files   map[*source.File]*source.File
}

func newMasks(doc *ir.Document) *masks {
	m := &masks{secrets: make(map[*source.File][]source.Span), files: make(map[*source.File]*source.File)}
	for _, span := range doc.Secrets {
		m.secrets[span.File] = append(m.secrets[span.File], span)
	}
	return m
}

// subject takes secrets out of what is said about something. Values have been masked already, as values are.
func (m *masks) subject(s *Subject) {
	for i := range s.Stated {
		if f := &s.Stated[i]; f.What != "default" && f.What != "example" {
			f.Value = m.text(f.At, f.Value)
		}
	}
	for i := range s.Inferred {
		s.Inferred[i].Value = m.text(s.Inferred[i].From, s.Inferred[i].Value)
	}
}

// text is a value as it may be shown: what stands at its place is masked as the page is, and what was concluded from there is not
// the page's text.
func (m *masks) text(at *Place, value string) string {
	if at == nil || !strings.Contains(value, at.span.Text()) {
		return value
	}
	return strings.ReplaceAll(value, at.span.Text(), m.span(at.span).Text())
}

// span is the same place on the page as it may be shown.
func (m *masks) span(s source.Span) source.Span {
	if !s.Known() || len(m.secrets[s.File]) == 0 {
		return s
	}
	if m.files[s.File] == nil {
		m.files[s.File] = masked(s.File, m.secrets[s.File])
	}
	return m.files[s.File].Span(s.Start, s.End)
}

func masked(f *source.File, secrets []source.Span) *source.File {
	slices.SortFunc(secrets, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	at := 0
	for _, s := range secrets {
		if s.End <= at {
			continue
		}
		start := max(s.Start, at)
		b.WriteString(f.Text[at:start])
		b.WriteString(stars(f.Text[start:s.End]))
		at = s.End
	}
	b.WriteString(f.Text[at:])
	return source.NewFile(f.Path, b.String())
}

// stars hides a text, line ends aside.
func stars(text string) string {
	hidden := []byte(text)
	for i, c := range hidden {
		if c != '\n' {
			hidden[i] = '*'
		}
	}
	return string(hidden)
}
