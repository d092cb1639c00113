package report

import (
	"fmt"
	"strings"

	"github.com/wenma/wenma/source"
)

// gutterOf is how wide the line numbers of a message are.
func gutterOf(d *source.Diagnostic) int {
	last := 0
	for _, r := range d.Related {
		last = max(last, lastLine(r.Span))
	}
	return len(fmt.Sprint(max(last, lastLine(d.Span))))
}

// lastLine is the line on which a span's last character stands.
func lastLine(span source.Span) int {
	if !span.Known() {
		return 0
	}
	return lineAt(span.File, max(span.Start, span.End-1))
}

// frame writes where a span is and the lines that it covers, marked. It says whether there was anything to show.
func (p *printer) frame(span source.Span, gutter int, mark byte, s style) bool {
	if !span.Known() {
		return false
	}
	if span.File.Text == "" { // such as a file that could not be decoded: the path is all there is to show
		fmt.Fprintf(p.w, "%*s%s %s\n", gutter, "", p.paint(blue, "-->"), Plain(span.File.Path, messageLimit))
		return true
	}
	at := p.places.at(span.File, span.Start)
	fmt.Fprintf(p.w, "%*s%s %s:%d:%d\n", gutter, "", p.paint(blue, "-->"), Plain(span.File.Path, messageLimit), at.Line, at.Column)
	p.bar(gutter)
	if last := lastLine(span); last > at.Line {
		p.block(span, at.Line, last, gutter, s)
	} else {
		p.line(span, at.Line, gutter, mark, s)
	}
	return true
}

// bar writes a line with nothing but the gutter.
func (p *printer) bar(gutter int) {
	fmt.Fprintf(p.w, "%*s %s\n", gutter, "", p.paint(blue, "|"))
}

// line shows the one line of a span, with marks under what it covers.
func (p *printer) line(span source.Span, n, gutter int, mark byte, s style) {
	start := span.File.LineStart(n)
	e := excerptOf(span.File.Line(n), span.Start-start, span.End-start)
	p.source(n, gutter, "", e.text)
	marks := strings.Repeat(string(mark), e.to-e.from)
	fmt.Fprintf(p.w, "%*s %s %s%s\n", gutter, "", p.paint(blue, "|"), strings.Repeat(" ", e.from), p.paint(s, marks))
}

// blockHead is how many lines at the start of a span of several are shown when its middle is left out.
const blockHead = 3

// block shows a span of several lines, with a bracket on the left.
func (p *printer) block(span source.Span, first, last, gutter int, s style) {
	for n := first; n <= last; n++ {
		if skipped := last - n; n == first+blockHead && skipped > 1 {
			omitted := fmt.Sprintf(p.in("……（%d 行）", "... (%d lines)"), skipped)
			fmt.Fprintf(p.w, "%*s %s %s %s\n", gutter, "", p.paint(blue, "|"), p.paint(s, "|"), omitted)
			n = last
		}
		bracket := "| "
		if n == first {
			bracket = "/ "
		}
		p.source(n, gutter, p.paint(s, bracket), excerptOf(span.File.Line(n), 0, 0).text)
	}
	fmt.Fprintf(p.w, "%*s %s %s\n", gutter, "", p.paint(blue, "|"), p.paint(s, "|___^"))
}

// source writes a line of the page with its number.
func (p *printer) source(n, gutter int, bracket, text string) {
	line := fmt.Sprintf("%s %s %s%s", p.paint(blue, fmt.Sprintf("%*d", gutter, n)), p.paint(blue, "|"), bracket, text)
	fmt.Fprintln(p.w, strings.TrimRight(line, " "))
}
