package block

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// htmlParser reads the HTML that is a block of its own: tables and <pre> with all lines up to their closing tags, and
// comments, scripts and style sheets, which say nothing. Other tags are left in the text lines that they stand in.
type htmlParser struct{}

func (htmlParser) Trigger() []byte             { return []byte{'<'} }
func (htmlParser) CanInterruptParagraph() bool { return true }
func (htmlParser) CanAcceptIndentedLine() bool { return true }

func (htmlParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pageOf(pc)
	start, end := p.line(reader)
	m, at := p.findMarkup(start, end)
	if m == notMarkup || m != htmlTable && pc.BlockIndent() > 3 {
		return nil, parser.NoChildren
	}
	until := p.markupEnd(m, at)
	switch {
	case until < 0 && m != htmlTable:
		return nil, parser.NoChildren
	case until < 0:
		p.diags.Add(tableNotClosed.At(p.span(at, at+len("<table"))))
	case m == htmlHidden && until <= end && hasWords(p.file.Text[until:end]):
		return nil, parser.NoChildren // a line of text with a comment in it
	}
	if bare := "<table>"; m == htmlTable && until >= 0 && strings.HasSuffix(p.file.Text[at+1:until], bare) {
		mistyped := p.span(until-len(bare), until)
		p.diags.Add(tableNotClosed.At(mistyped).Replace(mistyped, "</table>"))
	}
	p.hold = max(p.hold, until)
	reader.AdvanceToEOL()
	return &piece{kind: TableBlock, markup: m, open: at, start: at, end: end, whole: end, until: until}, parser.NoChildren
}

func (htmlParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, p := node.(*piece), pageOf(pc)
	_, at := reader.Position()
	start, end := p.line(reader)
	if n.until >= 0 && at.Start >= n.until {
		return parser.Close
	}
	if n.until < 0 && (start == end || plainHeading(p.file.Text[start:end], 1)) {
		return parser.Close
	}
	n.end, n.whole = end, end
	reader.AdvanceToEOL()
	if n.until >= 0 && end >= n.until {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

func (htmlParser) Close(ast.Node, text.Reader, parser.Context) {}

var markups = []struct {
	start string
	markup
}{{"<table", htmlTable}, {"<pre", htmlPre}, {"<!--", htmlHidden}, {"<script", htmlHidden}, {"<style", htmlHidden}}

// findMarkup looks for block HTML at the start of a line, behind other tags.
func (p *page) findMarkup(at, end int) (markup, int) {
	for at < end && p.src[at] == '<' {
		for _, m := range markups {
			after := at + len(m.start)
			if hasFold(p.src[at:end], m.start) && (m.start[1] == '!' || after == end || !isWord(p.src[after])) {
				return m.markup, at
			}
		}
		t, ok := readTag(p.file.Text[at:end])
		if !ok {
			break
		}
		at += t.length
		for at < end && isBlank(p.src[at]) {
			at++
		}
	}
	return notMarkup, at
}

// markupEnd is where the element that starts at pos ends, -1 if it does not.
func (p *page) markupEnd(m markup, pos int) int {
	switch {
	case m == htmlTable:
		return p.tablesEnd(pos)
	case m == htmlPre:
		return p.tagAfter(&p.preEnd, pos)
	case p.src[pos+1] == '!':
		if end := p.comment.next(p.src, pos+len("<!--")); end >= 0 {
			return end + len("-->")
		}
		return -1
	case hasFold(p.src[pos:], "<script"):
		return p.tagAfter(&p.scriptEnd, pos)
	}
	return p.tagAfter(&p.styleEnd, pos)
}

// tagAfter is where the next closing tag ends.
func (p *page) tagAfter(s *seeker, pos int) int {
	at := s.next(p.src, pos)
	if at < 0 {
		return -1
	}
	if end := tagEnd(p.file.Text[at:p.lineEnd(at)], len(s.word)); end >= 0 {
		return at + end + 1
	}
	return at + len(s.word)
}

// tablesEnd is where the table that starts at pos ends, and with it those that follow on its last line; -1 if the table is
// not closed before a blank line and another table.
func (p *page) tablesEnd(pos int) int {
	end := p.tableEnd(pos)
	for end >= 0 {
		next := p.openTag.next(p.src, end)
		if next < 0 || next > p.lineEnd(end) {
			break
		}
		after := p.tableEnd(next)
		if after < 0 {
			break
		}
		end = after
	}
	return end
}

const maxTables = 8 // tables inside tables

func (p *page) tableEnd(pos int) int {
	at := pos + len("<table")
	for depth := 1; depth <= maxTables; {
		end := p.closeTag.next(p.src, at)
		inner := p.openTag.next(p.src, at)
		switch {
		case inner >= 0 && (end < 0 || inner < end) && p.mistypedClosing(inner):
			at = inner + max(0, tagEnd(p.file.Text[inner:], 1)) + 1
			depth--
		case end < 0 || inner >= 0 && inner < end && afterBlankLine(p.file.Text[:inner]):
			return -1
		case inner >= 0 && inner < end:
			at = inner + len("<table")
			depth++
		default:
			at = p.tagAfter(&p.closeTag, at)
			depth--
		}
		if depth == 0 {
			return at
		}
	}
	return -1
}

// mistypedClosing reports whether the <table> at pos ends a table for want of a slash: it is bare, and no row follows.
func (p *page) mistypedClosing(pos int) bool {
	rest, ok := strings.CutPrefix(p.file.Text[pos:], "<table>")
	if !ok || !strings.HasSuffix(strings.TrimRight(p.file.Text[max(0, pos-64):pos], " \t\n"), "</tr>") {
		return false
	}
	rest = strings.TrimLeft(rest[:min(len(rest), 64)], " \t\n")
	for _, inside := range []string{"<t", "<c", "<!"} {
		if strings.HasPrefix(rest, inside) {
			return false
		}
	}
	return true
}

// afterBlankLine reports whether a text that goes on at the end of s does so on a new line after a blank one.
func afterBlankLine(s string) bool {
	trimmed := strings.TrimRight(s, " \t\n")
	return strings.Count(s[len(trimmed):], "\n") > 1
}
