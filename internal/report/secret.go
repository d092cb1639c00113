package report

import "github.com/wenma/wenma/source"

// hushed gives the diagnostics as they may be shown: on all pages that they point into, the secrets that some of them speak of
// are masked.
func hushed(found source.Diagnostics) source.Diagnostics {
	var secrets []string
	for _, d := range found {
		if d.Rule.Secret {
			secrets = append(secrets, d.Span.Text())
		}
	}
	if len(secrets) == 0 {
		return found
	}
	m := masks{secrets, map[*source.File]*source.File{}}
	out := make(source.Diagnostics, len(found))
	for i, d := range found {
		shown := *d
		shown.Span, shown.Related = m.span(d.Span), make([]source.Related, len(d.Related))
		for j, r := range d.Related {
			shown.Related[j] = source.Related{Span: m.span(r.Span), Message: r.Message}
		}
		out[i] = &shown
	}
	return out
}

// masks has the pages without their secrets, each made when it is first asked for.
type masks struct {
	secrets []string
	pages   map[*source.File]*source.File
}

// span is the same place on the masked page.
func (m *masks) span(s source.Span) source.Span {
	if !s.Known() {
		return s
	}
	if m.pages[s.File] == nil {
		m.pages[s.File] = s.File.Masked(m.secrets)
	}
	s.File = m.pages[s.File]
	return s
}
