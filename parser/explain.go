package parser

import (
	"strings"

	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// Taken says what one block of a page was taken for.
type Taken struct {
	Span source.Span
	// Block is the kind of block: heading, text, table, code.
	Block string
	// As is what it was taken for: a role ("response"), "title", a kind of table with its columns, a call.
	As string
}

// Explain reads a page as Parse does and tells what each heading, label, table and column was taken for. Lines that play no
// part are left out.
func Explain(f *source.File, opts Options) []Taken {
	r := newReader(opts)
	blocks, _ := block.Parse(f)
	p := &page{file: f, cues: r.cues(blocks)}
	starts := map[int]*segment{}
	for _, s := range r.segment(p) {
		starts[s.from] = s
	}
	var out []Taken
	for i, c := range p.cues {
		if s := starts[i]; s != nil {
			out = append(out, Taken{c.Span, blockNames[c.Kind], "endpoint " + s.title.Value})
		}
		if as := c.takenFor(); as != "" {
			out = append(out, Taken{c.Span, blockNames[c.Kind], as})
		}
	}
	return out
}

var blockNames = map[block.Kind]string{block.Text: "text", block.Heading: "heading", block.TableBlock: "table", block.Code: "code", block.Break: "break"}

func (c *cue) takenFor() string {
	var parts []string
	switch {
	case c.table != nil:
		parts = append(parts, c.table.kind.String()+":")
		for i, col := range c.table.cols {
			head := ""
			if i < len(c.table.header) {
				head = c.table.header[i].Text
			}
			parts = append(parts, head+"="+col.String())
		}
	case c.titled():
		parts = append(parts, "title")
	case c.role != noRole:
		parts = append(parts, c.role.String())
	}
	if !c.subject.Empty() {
		parts = append(parts, "of "+c.subject.Value)
	}
	if c.call.found() {
		parts = append(parts, "call")
		for _, m := range c.call.methods {
			parts = append(parts, m.Value)
		}
		parts = append(parts, c.call.url.Value)
		if c.call.weak {
			parts = append(parts, "(example)")
		}
	}
	return strings.Join(parts, " ")
}
