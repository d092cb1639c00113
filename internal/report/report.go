// Package report shows diagnostics: to people as code frames (Text), to programs as JSON (JSON), and as the reference of
// all rules (Reference).
//
// Page text is untrusted. Whatever of it reaches a terminal has its control characters and invisible characters made
// visible, and is cut to a bounded length; no work here is more than linear in the page, however long its lines are.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Options say how Text shows diagnostics.
type Options struct {
	Lang source.Lang
	// Color writes ANSI colours.
	Color bool
	// Verbose shows infos one by one and every message of a page, however many there are.
	Verbose bool
}

// pageLimit is how many messages of one page are shown unless Verbose: who has more to mend mends these first.
const pageLimit = 50

// Text writes diagnostics for people: page by page in the order of paths, the most severe first within a page, each
// once, rules that fold as one message with a count; infos are only counted unless Verbose. A line with the counts comes
// last. Write errors are left to w (a bufio.Writer keeps them).
func Text(w io.Writer, found source.Diagnostics, opts Options) {
	found = hushed(distinct(found))
	p := &printer{w: w, Options: opts}
	shown := slices.DeleteFunc(slices.Clone(found), func(d *source.Diagnostic) bool {
		return d.Severity == source.Info && !opts.Verbose
	})
	for _, page := range byPage(shown) {
		p.page(fold(page))
	}
	if len(found) > 0 {
		fmt.Fprintln(w, Count(found, opts))
	}
}

// printer writes messages in one language and style.
type printer struct {
	Options
	w      io.Writer
	places locator
}

func (p *printer) page(entries []entry) {
	limit := pageLimit
	if p.Verbose {
		limit = len(entries)
	}
	for _, e := range entries[:min(limit, len(entries))] {
		p.entry(e)
	}
	if more := len(entries) - limit; more > 0 {
		fmt.Fprintf(p.w, p.in("……此页另有 %d 条（-v 全部列出）\n\n", "... and %d more on this page (-v shows all)\n\n"), more)
	}
}

func (p *printer) in(zh, en string) string { return source.Message{ZH: zh, EN: en}.In(p.Lang) }

// entry writes one message: header, frame, related places, what to do.
func (p *printer) entry(e entry) {
	d := e.Diagnostic
	label := severities[d.Severity]
	fmt.Fprintf(p.w, "%s%s%s\n",
		p.paint(label.style, label.In(p.Lang)+"["+d.Rule.Code+"]"),
		p.in("：", ": "), p.paint(bold, Plain(d.Message.In(p.Lang), messageLimit)))
	gutter := gutterOf(d)
	framed := p.frame(d.Span, gutter, '^', label.style)
	for _, r := range d.Related {
		fmt.Fprintf(p.w, "%s%s\n", p.paint(bold, p.in("相关：", "note: ")), Plain(r.Message.In(p.Lang), messageLimit))
		framed = p.frame(r.Span, gutter, '-', blue) || framed
	}
	if framed && (e.more > 0 || d.Fix != nil || d.Help.In(p.Lang) != "") {
		p.bar(gutter)
	}
	p.remark(gutter, p.in("同样的问题", "also"), p.elsewhere(e))
	p.remark(gutter, p.in("改法", "help"), d.Help.In(p.Lang))
	if d.Fix != nil {
		p.remark(gutter, p.in("可自动修正", "fix"), d.Fix.Title.In(p.Lang))
	}
	fmt.Fprintln(p.w)
}

// remark writes a line below the frame, or several.
func (p *printer) remark(gutter int, kind, text string) {
	if text == "" {
		return
	}
	sign := p.paint(blue, "=")
	for i, line := range strings.Split(text, "\n") {
		lead := p.paint(bold, kind) + p.in("：", ": ")
		if i > 0 {
			sign, lead = " ", ""
		}
		fmt.Fprintf(p.w, "%*s %s %s%s\n", gutter, "", sign, lead, Plain(line, messageLimit))
	}
}

// elsewhere names the other places of a folded message.
func (p *printer) elsewhere(e entry) string {
	if e.more == 0 {
		return ""
	}
	var numbers []string
	for _, n := range e.lines {
		numbers = append(numbers, fmt.Sprint(n))
	}
	lines := strings.Join(numbers, p.in("、", ", "))
	if e.more > len(e.lines) {
		return fmt.Sprintf(p.in("另有 %d 处，在第 %s……行", "in %d more places: lines %s ..."), e.more, lines)
	}
	if e.more == 1 {
		return fmt.Sprintf(p.in("第 %s 行", "on line %s"), lines)
	}
	return fmt.Sprintf(p.in("另有 %d 处，在第 %s 行", "in %d more places: lines %s"), e.more, lines)
}

// Count says how many diagnostics of each severity there are, and how to see those that Text hides.
func Count(found source.Diagnostics, opts Options) string {
	p := printer{Options: opts}
	var parts []string
	for s := source.Error; ; s-- {
		if n := found.Count(s); n > 0 {
			text := fmt.Sprintf(severities[s].count(n).In(opts.Lang), n)
			if s == source.Info && !opts.Verbose {
				text += p.in("（-v 列出）", " (-v shows them)")
			}
			parts = append(parts, text)
		}
		if s == source.Info {
			return strings.Join(parts, p.in("，", ", "))
		}
	}
}
