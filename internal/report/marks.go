package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Frame writes where the first span is, and its line with marks: ^ under it, - under the others on the same line. A first
// span of several lines stands alone, as does one on a line too long to be shown whole. Write errors are left to w.
func Frame(w io.Writer, spans []source.Span, opts Options) {
	if len(spans) == 0 || !spans[0].Known() {
		return
	}
	p, main := &printer{w: w, Options: opts}, spans[0]
	n := lineAt(main.File, main.Start)
	gutter := len(fmt.Sprint(lastLine(main)))
	line := main.File.Line(n)
	if end, _ := ahead(line, 0, lineLimit); lastLine(main) > n || end < len(line) || len(spans) == 1 {
		p.frame(main, gutter, '^', cyan)
		return
	}
	at := p.places.at(main.File, main.Start)
	fmt.Fprintf(p.w, "%*s%s %s:%d:%d\n", gutter, "", p.paint(blue, "-->"), Plain(main.File.Path, messageLimit), at.Line, at.Column)
	p.bar(gutter)
	p.source(n, gutter, "", excerptOf(line, 0, 0).text)
	fmt.Fprintf(p.w, "%*s %s %s\n", gutter, "", p.paint(blue, "|"), p.marks(n, spans))
}

// marks is the line below a line of the page: what overlaps an earlier span is left out.
func (p *printer) marks(n int, spans []source.Span) string {
	main := spans[0]
	start, line := main.File.LineStart(n), main.File.Line(n)
	sorted := slices.DeleteFunc(slices.Clone(spans), func(s source.Span) bool {
		return s.File != main.File || lineAt(s.File, s.Start) != n || lastLine(s) != n || s != main && s.Start < main.End && main.Start < s.End
	})
	slices.SortStableFunc(sorted, func(a, b source.Span) int { return a.Start - b.Start })
	var b strings.Builder
	column := 0
	for _, s := range sorted {
		e := excerptOf(line, s.Start-start, s.End-start)
		if e.from < column {
			continue
		}
		b.WriteString(strings.Repeat(" ", e.from-column))
		if s == main {
			b.WriteString(p.paint(cyan, strings.Repeat("^", e.to-e.from)))
		} else {
			b.WriteString(p.paint(blue, strings.Repeat("-", e.to-e.from)))
		}
		column = e.to
	}
	return b.String()
}

// Bold makes a text stand out, where colour is wanted.
func Bold(text string, opts Options) string {
	p := printer{Options: opts}
	return p.paint(bold, text)
}

// Width is how many cells of a terminal a text takes that Plain has made safe.
func Width(text string) int {
	column := 0
	for _, r := range text {
		column += cells(r, column)
	}
	return column
}
