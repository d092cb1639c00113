package block

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// collector flattens goldmark's tree into blocks.
type collector struct {
	p      *page
	blocks []*Block
	chunk  []Block // the next blocks are cut from it
	list   int
	quote  int
	marker string // of the item whose first block is to come
	end    int    // of the last block
}

func collect(p *page, root ast.Node) []*Block {
	c := &collector{p: p}
	c.children(root)
	return c.blocks
}

func (c *collector) children(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.node(child)
	}
}

func (c *collector) node(n ast.Node) {
	switch n := n.(type) {
	case *piece:
		c.piece(n)
	case *ast.List:
		c.items(n)
	case *ast.Blockquote:
		c.quote++
		c.children(n)
		c.quote--
	case *ast.Heading:
		c.setext(n)
	case *ast.CodeBlock:
		c.indentedCode(n)
	case *ast.Paragraph, *ast.TextBlock:
		c.paragraph(n)
	}
}

func (c *collector) items(list *ast.List) {
	c.list++
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		c.marker = c.markerOf(item, list, number)
		c.children(item)
		c.marker = ""
		number++
	}
	c.list--
}

// markerOf is the marker of a list item as it is written.
func (c *collector) markerOf(item ast.Node, list *ast.List, number int) string {
	if !list.IsOrdered() {
		return string(list.Marker)
	}
	// The place that goldmark gives may be some blanks too far to the right where tabs are involved.
	at := min(item.Pos(), len(c.p.src))
	line := c.p.file.Text[c.p.lineStart(at):c.p.lineEnd(at)]
	if i := strings.IndexByte(line, list.Marker); i >= 0 {
		digits := i - len(strings.TrimRight(line[:i], "0123456789"))
		if digits > 0 {
			return line[i-digits : i+1]
		}
	}
	return itoa(number) + string(list.Marker)
}

// add makes a block of the kind with its content from start to end.
func (c *collector) add(kind Kind, start, end int) *Block {
	if len(c.chunk) == 0 {
		c.chunk = make([]Block, min(max(len(c.blocks), 16), 256))
	}
	b := &c.chunk[0]
	c.chunk = c.chunk[1:]
	line := c.p.lineStart(start)
	b.Kind, b.Span, b.List, b.Marker, b.Quote = kind, c.p.span(start, end), c.list, c.marker, c.quote
	b.Gap = c.blankBefore(line)
	b.Whole = c.p.span(max(c.firstMark(line, start), c.end), end)
	c.marker, c.end = "", b.Whole.End
	c.blocks = append(c.blocks, b)
	return b
}

// whole makes a block reach to end, where its markers end.
func (c *collector) whole(b *Block, start, end int) {
	line := c.p.lineStart(start)
	previous := 0
	if n := len(c.blocks); n > 1 {
		previous = c.blocks[n-2].Whole.End
	}
	b.Whole = c.p.span(max(c.firstMark(line, start), previous), max(end, b.Span.End))
	b.Gap = c.blankBefore(line)
	c.end = b.Whole.End
}

// firstMark is the place of the first visible character of a line, at most limit.
func (c *collector) firstMark(line, limit int) int {
	for line < limit && isBlank(c.p.src[line]) {
		line++
	}
	return line
}

// blankBefore reports whether the line before the one that starts at pos is blank, quotation marks aside.
func (c *collector) blankBefore(pos int) bool {
	for i := pos - 2; i >= 0; i-- {
		switch c.p.src[i] {
		case ' ', '\t', '>', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return pos > 1
}

func (c *collector) piece(n *piece) {
	switch {
	case n.markup != notMarkup:
		c.html(n)
	case n.above != nil:
		b := c.blocks[len(c.blocks)-1]
		b.Span.End, b.Whole.End, c.end = n.end, n.whole, n.whole
	case n.kind == Heading:
		if n.start < n.end {
			b := c.add(Heading, n.start, n.end)
			b.Level = n.level
			c.whole(b, n.open, n.whole)
		}
	default:
		b := c.add(n.kind, n.start, n.end)
		b.Info, b.Table = n.info, n.table
		c.whole(b, n.open, n.whole)
	}
}

func (c *collector) indentedCode(n *ast.CodeBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	end := lines.At(lines.Len() - 1).Stop
	start := lines.At(0).Start
	c.add(Code, start, start+len(bytes.TrimRight(c.p.src[start:end], " \t\r\n")))
}

// setext makes a heading of the line above the underline; lines above that one are text.
func (c *collector) setext(n *ast.Heading) {
	lines := n.Lines()
	for i := range lines.Len() {
		start, end := c.trimmed(lines.At(i).Start, lines.At(i).Stop)
		if i+1 < lines.Len() {
			c.text(start, end)
			continue
		}
		if start == end {
			continue
		}
		b := c.add(Heading, start, end)
		b.Level = n.Level
		underline := c.p.lineEnd(min(c.p.lineEnd(end)+1, len(c.p.src)))
		c.whole(b, start, underline)
	}
}

func (c *collector) paragraph(n ast.Node) {
	lines := n.Lines()
	definitions := true // link definitions stand at the start of a paragraph
	for i := range lines.Len() {
		start, end := c.trimmed(lines.At(i).Start, lines.At(i).Stop)
		line := c.p.file.Text[start:end]
		if definitions = definitions && isLinkDefinition(line); definitions {
			continue
		}
		if n := listMarker(line); i > 0 && c.list == 0 && n > 2 {
			c.numbered(start, start+n, end)
			continue
		}
		c.text(start, end)
	}
}

// numbered makes an item of a numbered line right below text; Markdown has only the first number start a list there.
func (c *collector) numbered(start, text, end int) {
	c.list, c.marker = 1, strings.TrimRight(c.p.file.Text[start:text], " \t")
	c.text(c.trimmed(text, end))
	c.list, c.marker = 0, ""
}

// trimmed leaves out the blanks around a line, its line break and the backslash that stands for a hard one.
func (c *collector) trimmed(start, end int) (int, int) {
	text := trimRight(strings.TrimRight(c.p.file.Text[start:end], "\n"))
	if body, ok := strings.CutSuffix(text, `\`); ok && !strings.HasSuffix(body, `\`) {
		text = trimRight(body)
	}
	end = start + len(text)
	return end - len(trimLeft(text)), end
}

// text makes a block of one line of running text.
func (c *collector) text(start, end int) {
	line := c.p.file.Text[start:end]
	if rest, ok := calloutText(line); ok {
		start, line = end-len(rest), rest
	}
	switch {
	case line == "":
	case isRule(line):
		c.add(Break, start, end)
	case strings.IndexByte(line, '<') < 0:
		c.line(start, end)
	case !hasWords(line):
	default:
		c.taggedLine(start, end)
	}
}

func (c *collector) line(start, end int) {
	b := c.add(Text, start, end)
	b.Indent = c.indent(start)
}

// indent is the width of the white space at the start of the line that holds pos, quotation marks aside.
func (c *collector) indent(pos int) (width int) {
	for i := c.p.lineStart(pos); i < pos; i++ {
		switch c.p.src[i] {
		case ' ':
			width++
		case '\t':
			width += 4 - width%4
		case '>':
			if c.quote == 0 {
				return width
			}
			width = 0
			if i+1 < pos && c.p.src[i+1] == ' ' {
				i++
			}
		default:
			return width
		}
	}
	return width
}

// taggedLine makes a block of a line with tags: a heading if the line is an HTML one.
func (c *collector) taggedLine(start, end int) {
	t, ok := readTag(c.p.file.Text[start:end])
	if !ok || t.close || len(t.name) != 2 || t.name[0] != 'h' || t.name == "hr" {
		c.line(start, end)
		return
	}
	from, to := start+t.length, end
	if i := indexFold(c.p.src[:end], "</"+t.name, from); i >= 0 {
		to = i
	}
	from, to = c.trimmed(from, to)
	if !hasWords(c.p.file.Text[from:to]) {
		c.line(start, end)
		return
	}
	b := c.add(Heading, from, to)
	b.Level = int(t.name[1] - '0')
	after := end
	if closing := tagEnd(c.p.file.Text[to:end], 2); closing >= 0 && hasWords(c.p.file.Text[to:end]) {
		after = to + closing + 1
	}
	c.whole(b, start, after)
	if after < end && hasWords(c.p.file.Text[after:end]) {
		c.line(c.trimmed(after, end))
	}
}

func (c *collector) html(n *piece) {
	stop := n.until
	if stop < 0 {
		stop = n.end
	}
	switch n.markup {
	case htmlTable:
		c.htmlTables(n.start, stop)
	case htmlPre:
		c.pre(n.start, stop)
	}
	if stop < n.whole {
		if start, end := c.trimmed(stop, n.whole); start < end {
			c.text(start, end)
		}
	}
}

func (c *collector) htmlTables(start, end int) {
	h := htmlTables{
		p:     c.p,
		loose: func(from, to int) { c.loose(from, to) },
		done: func(t *Table, from, to int) {
			if t.Header == nil && len(t.Rows) == 0 {
				return
			}
			b := c.add(TableBlock, from, to)
			b.Table = t
		},
	}
	h.read(start, end)
}

// loose makes text blocks of the lines of a stretch of HTML.
func (c *collector) loose(start, end int) {
	for start < end {
		stop := min(c.p.lineEnd(start), end)
		if from, to := c.trimmed(start, stop); from < to {
			c.text(from, to)
		}
		start = stop + 1
	}
}

// pre makes code of what stands in <pre>, and in the <code> inside of it.
func (c *collector) pre(start, end int) {
	text := c.p.file.Text
	from, to := start, end
	info := ""
	for from < to && text[from] == '<' {
		t, ok := readTag(text[from:to])
		if !ok || t.name != "pre" && t.name != "code" {
			break
		}
		info = codeLanguage(t, info)
		from += t.length
		if t.name == "code" {
			break
		}
		if skipped := len(text[from:to]) - len(strings.TrimLeft(text[from:to], " \t\n")); strings.HasPrefix(text[from+skipped:to], "<code") {
			from += skipped
		}
	}
	to = from + len(cutClosing(text[from:to]))
	if from < to && text[from] == '\n' {
		from++
	}
	b := c.add(Code, from, to)
	b.Info = info
	c.whole(b, start, end)
}

// cutClosing cuts the closing tags of code off its end.
func cutClosing(s string) string {
	for {
		s = strings.TrimRight(s, " \t\r\n")
		i := strings.LastIndexByte(s, '<')
		if i < 0 {
			return s
		}
		t, ok := readTag(s[i:])
		if !ok || !t.close || i+t.length != len(s) || t.name != "pre" && t.name != "code" {
			return s
		}
		s = s[:i]
	}
}

// codeLanguage reads class="language-json".
func codeLanguage(t tag, otherwise string) string {
	for _, class := range strings.Fields(t.attr("class")) {
		for _, prefix := range []string{"language-", "lang-", "brush:"} {
			if name, ok := strings.CutPrefix(class, prefix); ok && name != "" {
				return name
			}
		}
	}
	return otherwise
}
