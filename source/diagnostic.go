package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity orders diagnostics; the most severe is the largest.
type Severity uint8

const (
	// Info is something the reader repaired or inferred and is sure of.
	Info Severity = iota
	// Warning is a mistake on the page that the reader worked around.
	Warning
	// Error is something on the page that could not be understood and is missing from the result.
	Error
)

func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Lang is a language in which wenma speaks.
type Lang uint8

const (
	// Chinese is the language of the pages.
	Chinese Lang = iota
	// English is the other one.
	English
)

// Message is one text in both languages.
type Message struct{ ZH, EN string }

// In returns the text in the language asked for.
func (m Message) In(lang Lang) string {
	if lang == English {
		return m.EN
	}
	return m.ZH
}

// Rule is the standing part of a diagnostic: what it is called, how serious it is, what it says and what to do.
// The diagnostics reference is made from these.
//
// Style of the messages: no capital at the start, no full stop at the end; what is wrong, not who did it; page text in
// quotes with %q or ‘%s’. Help says what to do, in the imperative.
type Rule struct {
	// Code is the stable name, kebab-case.
	Code string
	// Severity is the default one.
	Severity Severity
	// Message is a format; the arguments of At fill it, the same ones in both languages.
	Message Message
	// Help says what the page's author can do about it. It is a format too, filled with the same arguments where it
	// has verbs (use %[1]s and so on).
	Help Message
	// Why says, for the reference, what wenma does with such a page and why that matters.
	Why Message
	// Before and After show the smallest piece of a page with and without the mistake.
	Before, After string
	// Fold says that many of these on one page are shown as one, with a count.
	Fold bool
	// Secret says that the marked text must not be shown: excerpts of the page mask it wherever it stands.
	Secret bool
}

// At makes the diagnostic for one place: span is the smallest text that is wrong.
func (r *Rule) At(span Span, args ...any) *Diagnostic {
	return &Diagnostic{
		Rule: r, Severity: r.Severity, Span: span,
		Message: format(r.Message, args), Help: format(r.Help, args),
	}
}

func format(m Message, args []any) Message {
	fill := func(s string) string {
		if !strings.Contains(s, "%") || len(args) == 0 {
			return s
		}
		return fmt.Sprintf(s, args...)
	}
	return Message{fill(m.ZH), fill(m.EN)}
}

// Diagnostic is one thing to tell the page's author.
type Diagnostic struct {
	Rule     *Rule
	Severity Severity
	Message  Message
	Help     Message
	Span     Span
	Related  []Related
	// Fix mends the page safely; nil when only a person can.
	Fix *Fix
}

// Related is another place that a diagnostic speaks of.
type Related struct {
	Span    Span
	Message Message
}

// Fix is a set of edits that belong together, in no particular order, none overlapping another.
type Fix struct {
	Title Message
	Edits []Edit
}

// Edit replaces the text of a span.
type Edit struct {
	Span Span
	Text string
}

// Also adds a related place and returns the diagnostic, so that calls chain.
func (d *Diagnostic) Also(span Span, zh, en string) *Diagnostic {
	d.Related = append(d.Related, Related{span, Message{zh, en}})
	return d
}

// Replace attaches a fix that puts text in place of span.
func (d *Diagnostic) Replace(span Span, text string) *Diagnostic {
	d.Fix = &Fix{
		Title: Message{fmt.Sprintf("改为 %q", text), fmt.Sprintf("replace with %q", text)},
		Edits: []Edit{{span, text}},
	}
	return d
}

// Diagnostics is what one run has to say.
type Diagnostics []*Diagnostic

// Add appends diagnostics, nil ones left out.
func (ds *Diagnostics) Add(more ...*Diagnostic) {
	for _, d := range more {
		if d != nil {
			*ds = append(*ds, d)
		}
	}
}

// Has reports whether any diagnostic is at least as severe as the given one.
func (ds Diagnostics) Has(s Severity) bool {
	return slices.ContainsFunc(ds, func(d *Diagnostic) bool { return d.Severity >= s })
}

// Count counts the diagnostics of exactly this severity.
func (ds Diagnostics) Count(s Severity) (n int) {
	for _, d := range ds {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sort puts diagnostics in reading order: file, place, then code.
func (ds Diagnostics) Sort() {
	slices.SortStableFunc(ds, func(a, b *Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.path(), b.Span.path()), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Rule.Code, b.Rule.Code),
		)
	})
}

func (s Span) path() string {
	if s.File == nil {
		return ""
	}
	return s.File.Path
}

// Apply carries out edits on the text of a file. Edits that overlap an earlier one, or belong to another file, are left out.
func Apply(file *File, edits []Edit) string {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out strings.Builder
	at := 0
	for _, e := range sorted {
		if e.Span.File != file || e.Span.Start < at {
			continue
		}
		out.WriteString(file.Text[at:e.Span.Start])
		out.WriteString(e.Text)
		at = e.Span.End
	}
	out.WriteString(file.Text[at:])
	return out.String()
}
