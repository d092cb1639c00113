package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

// exampleLabels introduce an example in a description that has labelled lines, as some exporters write them.
var exampleLabels = []string{"示例值", "示例", "样例值", "样例", "参考示例", "例值", "example value", "example", "Example"}

// maxExample is how long an example in a description may be, in bytes.
const maxExample = 200

// labelled takes the example out of a description where it stands on a line of its own or behind a semicolon: 示例值：abc. It
// returns what else the cell says; nil when there is no such piece.
func (w *row) labelled(c block.Inline) []ir.Text {
	from, value, end := labelledExample(c.Text)
	if end == 0 || w.example != nil {
		return nil
	}
	example := unquoted(textAt(c, value, end))
	if example.Empty() {
		return nil
	}
	w.example = &example
	rest := []ir.Text{}
	for _, t := range []ir.Text{textAt(c, 0, from), textAt(c, end, len(c.Text))} {
		if t = trimText(t, " \n;；,，"); !t.Empty() {
			rest = append(rest, t)
		}
	}
	return rest
}

// labelledExample finds the piece of a text that is an example: where its label begins, where its value stands, where that ends.
func labelledExample(s string) (from, value, end int) {
	for at := 0; at < len(s); {
		label := strings.TrimLeft(s[at:], " *>-")
		for _, word := range exampleLabels {
			rest, ok := strings.CutPrefix(label, word)
			if !ok {
				continue
			}
			text := strings.TrimLeft(rest, ":： *")
			if size := exampleLen(text); size > 0 && strings.ContainsAny(rest[:len(rest)-len(text)], ":：") {
				return at, len(s) - len(text), len(s) - len(text) + size
			}
			break
		}
		next := strings.IndexAny(s[at:], "\n;；")
		if next < 0 {
			break
		}
		at += next
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return 0, 0, 0
}

// exampleLen is the length of the one value that a text begins with, up to the end of its line, a semicolon, or the quote that
// closes it; 0 for a sentence and for a list of values with their meanings.
func exampleLen(s string) int {
	line, _, _ := strings.Cut(s, "\n")
	if len(line) > 1 && line[0] == '"' {
		if end := strings.IndexByte(line[1:], '"'); end > 0 && end < maxExample {
			return end + 2
		}
	}
	if i := strings.IndexAny(line, ";；"); i >= 0 {
		line = line[:i]
	}
	if len(line) > maxExample || strings.TrimSpace(line) == "" || strings.ContainsAny(line, "，。：、") || strings.Contains(line, " 或 ") {
		return 0
	}
	return len(line)
}
