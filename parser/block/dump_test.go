package block

import (
	"fmt"
	"strings"

	"github.com/wenma/wenma/source"
)

// dump writes blocks and diagnostics as text that a person can check.
func dump(blocks []*Block, diags source.Diagnostics) string {
	var w strings.Builder
	for _, b := range blocks {
		w.WriteString(dumpBlock(b))
	}
	for _, d := range diags {
		at, end := d.Span.Position(), d.Span.EndPosition()
		fmt.Fprintf(&w, "! %d:%d-%d:%d %s %s: %s\n", at.Line, at.Column, end.Line, end.Column, d.Severity, d.Rule.Code, d.Message.EN)
		if d.Fix != nil {
			for _, e := range d.Fix.Edits {
				fmt.Fprintf(&w, "    fix %q -> %q\n", e.Span.Text(), e.Text)
			}
		}
	}
	return w.String()
}

var kindNames = [...]string{"text", "heading", "table", "code", "break"}

func dumpBlock(b *Block) string {
	var w strings.Builder
	fmt.Fprintf(&w, "%d %s", b.Span.Line(), kindNames[b.Kind])
	if b.Level > 0 {
		fmt.Fprintf(&w, " %d", b.Level)
	}
	for name, n := range orderedAttrs(b) {
		fmt.Fprintf(&w, " %s%d", name, n)
	}
	if b.Marker != "" {
		fmt.Fprintf(&w, " %s", b.Marker)
	}
	if b.Gap {
		w.WriteString(" gap")
	}
	if b.Info != "" {
		fmt.Fprintf(&w, " info=%s", b.Info)
	}
	if b.Table == nil {
		if b.Kind == Code || strings.Contains(b.Span.Text(), "\n") {
			fmt.Fprintf(&w, "\n%s", indentLines(b.Span.Text()))
		} else if b.Kind != Break {
			fmt.Fprintf(&w, " ‹%s›", b.Span.Text())
		}
		w.WriteString("\n")
		return w.String()
	}
	dumpTable(&w, b.Table)
	return w.String()
}

func orderedAttrs(b *Block) func(func(string, int) bool) {
	return func(yield func(string, int) bool) {
		for _, a := range []struct {
			name string
			n    int
		}{{"list=", b.List}, {"quote=", b.Quote}, {"indent=", b.Indent}} {
			if a.n > 0 && !yield(a.name, a.n) {
				return
			}
		}
	}
}

func dumpTable(w *strings.Builder, t *Table) {
	if t.HTML {
		w.WriteString(" html")
	} else {
		fmt.Fprintf(w, " delimiter=%d", t.Columns)
	}
	w.WriteString("\n")
	if t.Header != nil {
		fmt.Fprintf(w, "    = %s\n", dumpRow(t.Header))
	}
	for _, r := range t.Rows {
		fmt.Fprintf(w, "    - %s\n", dumpRow(r))
	}
}

func dumpRow(r *Row) string {
	var cells []string
	for _, c := range r.Cells {
		text := strings.ReplaceAll(c.Span.Text(), "\n", "⏎")
		if c.Indent > 0 {
			text = fmt.Sprintf("+%d %s", c.Indent, text)
		}
		if c.Covered {
			text = "^" + text
		}
		if c.Head {
			text = "*" + text
		}
		cells = append(cells, text)
	}
	return strings.Join(cells, " ¦ ")
}

func indentLines(s string) string {
	return "    " + strings.ReplaceAll(s, "\n", "\n    ")
}
