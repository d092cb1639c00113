package parser

import (
	"fmt"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
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
	// Why is what decided it: the notions that a label's words stand for, how a column was recognized, why a call is only an
	// example. Empty where As says it all.
	Why source.Message
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
			out = append(out, Taken{c.Span, blockNames[c.Kind], "endpoint " + s.title.Value, p.whyEndpoint(s)})
		}
		if as := c.takenFor(); as != "" {
			out = append(out, Taken{c.Span, blockNames[c.Kind], as, r.why(c)})
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

// whyEndpoint says what makes a run of blocks an endpoint.
func (p *page) whyEndpoint(s *segment) source.Message {
	if len(s.anchors) == 0 {
		return source.Message{ZH: "有请求和返回的字段，没有写怎么调用", EN: "it has request and response fields, and no call"}
	}
	line := p.cues[s.anchors[0]].Span.Line()
	return source.Message{ZH: fmt.Sprintf("第 %d 行写着怎么调用", line), EN: fmt.Sprintf("line %d says how it is called", line)}
}

// why says what decided what a block was taken for.
func (r *reader) why(c *cue) source.Message {
	switch {
	case c.aside:
		return source.Message{ZH: "在更新日志或别的协议的章节里", EN: "in a change log or a chapter on another protocol"}
	case c.table != nil:
		return r.whyColumns(c.table)
	case c.call.weak:
		return source.Message{ZH: "只是示例，或没有标签的地址", EN: "an example, or an address without a label"}
	case c.titled():
		return source.Message{ZH: "标题里有词表之外的字，是名字", EN: "it has words that the lexicon does not know: a name"}
	case c.label && c.reading.Topic != 0:
		return source.Message{ZH: "词义：" + c.reading.Topic.String(), EN: "its words mean " + c.reading.Topic.String()}
	}
	return source.Message{}
}

// whyColumns names the columns that their cells decided, or their neighbours, and not their header words alone.
func (r *reader) whyColumns(t *table) source.Message {
	var cells []string
	for i, col := range t.cols {
		if col == lexicon.NoColumn {
			continue
		}
		head := ""
		if i < len(t.header) {
			head = t.header[i].Text
		}
		if words := r.lex.Columns(head); len(words) == 0 || words[0] != col {
			cells = append(cells, fmt.Sprintf("%d", i+1))
		}
	}
	if len(cells) == 0 {
		return source.Message{}
	}
	list := strings.Join(cells, ", ")
	return source.Message{ZH: "第 " + list + " 列由内容和相邻的列决定", EN: "column " + list + " was decided by its cells and neighbours"}
}
