package report

import (
	"encoding/json"
	"io"

	"github.com/wenma/wenma/source"
)

// schemaVersion changes only when a program that reads the present form could misread the new one; members may be added
// at any time.
const schemaVersion = 1

// jsonReport is what JSON writes.
type jsonReport struct {
	// Version is that of this form.
	Version     int              `json:"version"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
	Summary     jsonSummary      `json:"summary"`
}

type jsonSummary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

type jsonDiagnostic struct {
	// File is the page's path as it was given, with slashes; empty when the diagnostic belongs to no page.
	File     string      `json:"file"`
	Code     string      `json:"code"`
	Severity string      `json:"severity"` // error, warning, info
	Message  jsonMessage `json:"message"`
	Help     jsonMessage `json:"help,omitzero"`
	// Span is null when the diagnostic is about no place in particular.
	Span    *jsonSpan     `json:"span"`
	Related []jsonRelated `json:"related,omitempty"`
	Fix     *jsonFix      `json:"fix,omitempty"`
}

type jsonMessage struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// jsonSpan is half-open. Offsets are bytes of the decoded page: UTF-8, no byte order mark, lines ending in \n. Lines and
// columns are 1-based; column counts characters (code points), displayColumn the cells of a terminal, a Chinese
// character being two and tab stops four apart.
type jsonSpan struct {
	Start place `json:"start"`
	End   place `json:"end"`
}

type jsonRelated struct {
	File    string      `json:"file"`
	Span    *jsonSpan   `json:"span"`
	Message jsonMessage `json:"message"`
}

// jsonFix is a set of edits to be made together.
type jsonFix struct {
	Title jsonMessage `json:"title"`
	Edits []jsonEdit  `json:"edits"`
}

type jsonEdit struct {
	File string    `json:"file"`
	Span *jsonSpan `json:"span"`
	Text string    `json:"text"`
}

// JSON writes diagnostics for programs: one object, every diagnostic once and by itself, in the order of paths and then
// of places, texts in both languages. The form is described in docs/diagnostics.md. Write errors are left to w.
func JSON(w io.Writer, found source.Diagnostics) {
	found = distinct(found)
	out := jsonReport{
		Version:     schemaVersion,
		Diagnostics: make([]jsonDiagnostic, 0, len(found)),
		Summary:     jsonSummary{found.Count(source.Error), found.Count(source.Warning), found.Count(source.Info)},
	}
	var l spanLocators
	for _, d := range found {
		out.Diagnostics = append(out.Diagnostics, l.diagnostic(d))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	// The form holds nothing that cannot be encoded; what remains is a write error, which w keeps.
	_ = enc.Encode(out)
}

// spanLocators find places of each sort with a locator of their own: each sort comes in order, or nearly.
type spanLocators struct{ main, related, edit struct{ start, end locator } }

func (l *spanLocators) diagnostic(d *source.Diagnostic) jsonDiagnostic {
	out := jsonDiagnostic{
		File: pathOf(d.Span), Code: d.Rule.Code, Severity: d.Severity.String(),
		Message: jsonMessage(d.Message), Help: jsonMessage(d.Help),
		Span: spanOf(d.Span, &l.main.start, &l.main.end),
	}
	for _, r := range d.Related {
		out.Related = append(out.Related, jsonRelated{
			pathOf(r.Span), spanOf(r.Span, &l.related.start, &l.related.end), jsonMessage(r.Message),
		})
	}
	if d.Fix != nil {
		out.Fix = &jsonFix{Title: jsonMessage(d.Fix.Title)}
		for _, e := range d.Fix.Edits {
			out.Fix.Edits = append(out.Fix.Edits, jsonEdit{pathOf(e.Span), spanOf(e.Span, &l.edit.start, &l.edit.end), e.Text})
		}
	}
	return out
}

func spanOf(span source.Span, start, end *locator) *jsonSpan {
	if !span.Known() {
		return nil
	}
	return &jsonSpan{start.at(span.File, span.Start), end.at(span.File, span.End)}
}

func pathOf(span source.Span) string {
	if span.File == nil {
		return ""
	}
	return span.File.Path
}
