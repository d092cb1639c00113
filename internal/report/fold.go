package report

import (
	"cmp"
	"slices"

	"github.com/wenma/wenma/source"
)

// entry is one message as it is shown: a diagnostic and, for a rule that folds, the others like it on the page.
type entry struct {
	*source.Diagnostic
	more  int   // diagnostics folded into this one
	lines []int // the first lines on which those stand
}

// foldedLines is how many lines of a folded message are named.
const foldedLines = 8

// distinct sorts diagnostics into reading order and leaves out repetitions.
func distinct(found source.Diagnostics) source.Diagnostics {
	type identity struct {
		rule    *source.Rule
		span    source.Span
		message string
	}
	seen := make(map[identity]bool, len(found))
	out := slices.DeleteFunc(slices.Clone(found), func(d *source.Diagnostic) bool {
		id := identity{d.Rule, d.Span, d.Message.EN}
		again := seen[id]
		seen[id] = true
		return again
	})
	out.Sort()
	return out
}

// byPage splits sorted diagnostics into those of each page. Diagnostics that are nowhere come first.
func byPage(found source.Diagnostics) []source.Diagnostics {
	var pages []source.Diagnostics
	for i, d := range found {
		if i == 0 || d.Span.File != found[i-1].Span.File {
			pages = append(pages, nil)
		}
		last := len(pages) - 1
		pages[last] = append(pages[last], d)
	}
	return pages
}

// fold makes the messages of one page, the most severe first and otherwise in reading order.
func fold(page source.Diagnostics) []entry {
	type kind struct {
		rule     *source.Rule
		severity source.Severity
	}
	var entries []entry
	first := map[kind]int{}
	for _, d := range page {
		k := kind{d.Rule, d.Severity}
		if at, again := first[k]; again && d.Rule.Fold {
			entries[at].add(d)
			continue
		}
		first[k] = len(entries)
		entries = append(entries, entry{Diagnostic: d})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(b.Severity, a.Severity) })
	return entries
}

func (e *entry) add(d *source.Diagnostic) {
	e.more++
	if len(e.lines) < foldedLines && d.Span.Known() {
		e.lines = append(e.lines, lineAt(d.Span.File, d.Span.Start))
	}
}
