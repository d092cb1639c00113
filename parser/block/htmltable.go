package block

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wenma/wenma/source"
)

// maxCover is how many columns of a row cells from elsewhere may cover. Real tables have less; without a limit a short text
// could ask for any number of cells.
const maxCover = 64

// htmlTables reads the tables in a stretch of HTML, in order. Text outside of them is given to loose.
type htmlTables struct {
	p     *page
	at    int // where the token is
	next  int // where the next token is
	depth int // of tables
	loose func(start, end int)
	done  func(t *Table, start, end int)

	table  *Table
	start  int
	row    []Cell
	rowAt  int // where the row starts, -1 between rows
	rowEnd int
	head   bool // in <thead>
	cell   htmlCell
	covers []cover // by column
}

// htmlCell is the cell that is being read.
type htmlCell struct {
	open             bool
	head             bool
	start            int
	words            bool // a word has been read
	indent           int
	columns, rowspan int
}

// cover is a cell that reaches down into the rows to come.
type cover struct {
	rows int
	cell Cell
}

func (h *htmlTables) read(start, end int) {
	z := html.NewTokenizer(strings.NewReader(h.p.file.Text[start:end]))
	h.next, h.rowAt = start, -1
	for {
		kind := z.Next()
		h.at = h.next
		h.next += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			h.at = end
			h.endTable()
			return
		case html.TextToken:
			h.text(h.at, h.next)
		case html.StartTagToken, html.SelfClosingTagToken:
			h.startTag(z)
			z.NextIsNotRawText()
		case html.EndTagToken:
			name, _ := z.TagName()
			h.endTag(atom.Lookup(name))
		}
	}
}

func (h *htmlTables) text(start, end int) {
	switch {
	case h.cell.open:
		if !h.cell.words {
			h.cell.indent += h.entityIndent(start, end)
			h.cell.words = hasWords(h.p.file.Text[start:end])
		}
	case !hasWords(h.p.file.Text[start:end]):
	case h.table == nil || len(h.table.Rows) == 0 && h.table.Header == nil && h.rowAt < 0:
		h.loose(start, end)
		h.start = max(h.start, end)
	default: // misplaced, but not to be lost
		h.beginCell(false, start)
		h.at = end
		h.endCell()
	}
}

// entityIndent measures the blanks at the start of a text that are there to be seen.
func (h *htmlTables) entityIndent(start, end int) int {
	for start < end && strings.IndexByte(" \t\r\n", h.p.src[start]) >= 0 {
		start++
	}
	_, width := h.p.indented(start, end)
	return width
}

func (h *htmlTables) startTag(z *html.Tokenizer) {
	name, attrs := z.TagName()
	tag := atom.Lookup(name)
	if tag == atom.Table {
		if h.depth++; h.depth == 1 {
			h.table, h.start = &Table{HTML: true}, h.at
		}
		return
	}
	if h.depth != 1 {
		return
	}
	switch tag {
	case atom.Thead, atom.Tbody, atom.Tfoot:
		h.endRow()
		h.head = tag == atom.Thead
	case atom.Tr:
		h.endRow()
		h.rowAt = h.at
	case atom.Td, atom.Th:
		h.endCell()
		h.beginCell(tag == atom.Th, h.next)
	}
	if attrs && h.cell.open && !h.cell.words {
		h.attributes(z, tag == atom.Td || tag == atom.Th)
	}
}

func (h *htmlTables) beginCell(head bool, start int) {
	if h.rowAt < 0 {
		h.rowAt = h.at
	}
	h.cover()
	h.cell = htmlCell{open: true, head: head, start: start, columns: 1, rowspan: 1}
}

func (h *htmlTables) attributes(z *html.Tokenizer, ofCell bool) {
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch {
		case string(key) == "style":
			h.cell.indent += paddingLeft(string(value))
		case ofCell && string(key) == "colspan":
			h.cell.columns = spanning(string(value))
		case ofCell && string(key) == "rowspan":
			h.cell.rowspan = spanning(string(value))
		}
	}
}

func spanning(value string) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 65534) // HTML's own limit for rows
}

// paddingLeft reads how far a style pushes to the right, in spaces.
func paddingLeft(style string) int {
	const pixels = 10 // of a space
	for _, property := range []string{"padding-left", "margin-left", "text-indent"} {
		i := strings.Index(style, property)
		if i < 0 {
			continue
		}
		value := strings.TrimLeft(style[i+len(property):], " :")
		digits := len(value) - len(strings.TrimLeft(value, "0123456789"))
		n, err := strconv.Atoi(value[:digits])
		if err != nil {
			continue
		}
		if strings.HasPrefix(value[digits:], "em") {
			return min(2*n, 400)
		}
		return min(n, 4000) / pixels
	}
	return 0
}

func (h *htmlTables) endTag(tag atom.Atom) {
	if tag == atom.Table && h.depth > 0 {
		if h.depth--; h.depth == 0 {
			h.endTable()
		}
		return
	}
	if h.depth != 1 {
		return
	}
	switch tag {
	case atom.Td, atom.Th:
		h.endCell()
	case atom.Tr:
		h.rowEnd = h.next
		h.endRow()
	case atom.Thead:
		h.endRow()
		h.head = false
	}
}

// endCell ends the cell before the current token.
func (h *htmlTables) endCell() {
	if !h.cell.open {
		return
	}
	c := h.cell
	h.cell = htmlCell{}
	cell := Cell{Span: h.content(c.start, h.at), Indent: c.indent, Head: c.head}
	if cell.Span.Start == cell.Span.End {
		cell.Indent = 0
	}
	h.add(cell, c.rowspan)
	cell.Covered = true
	for range min(c.columns-1, max(0, maxCover-len(h.row))) {
		h.add(cell, c.rowspan)
	}
}

// content narrows a cell to what is not blank.
func (h *htmlTables) content(start, end int) source.Span {
	at := start
	for at < end && strings.IndexByte(" \t\r\n", h.p.src[at]) >= 0 {
		at++
	}
	at, _ = h.p.indented(at, end)
	text := trimEntities(strings.TrimRight(h.p.file.Text[at:end], blanks+"\n"))
	if text == "" {
		at = start
	}
	return h.p.span(at, at+len(text))
}

func (h *htmlTables) add(cell Cell, rowspan int) {
	column := len(h.row)
	h.row = append(h.row, cell)
	if rowspan > 1 && column < maxCover {
		for len(h.covers) <= column {
			h.covers = append(h.covers, cover{})
		}
		cell.Covered = true
		h.covers[column] = cover{rowspan - 1, cell}
	}
}

// cover puts the cells that reach down from above into the row, up to the next free column.
func (h *htmlTables) cover() {
	for column := len(h.row); column < len(h.covers) && h.covers[column].rows > 0; column++ {
		h.covers[column].rows--
		h.row = append(h.row, h.covers[column].cell)
	}
}

// endRow ends the row, if there is one, before the current token.
func (h *htmlTables) endRow() {
	h.endCell()
	if h.rowAt < 0 {
		return
	}
	h.cover()
	end := max(h.at, h.rowEnd)
	row := &Row{Cells: h.p.take(append(h.p.room(len(h.row)), h.row...)), Span: h.p.span(h.rowAt, end).Trim()}
	isHead := h.head || allHeads(h.row)
	h.rowAt, h.row = -1, h.row[:0]
	switch {
	case len(row.Cells) == 0:
	case isHead && h.table.Header == nil && len(h.table.Rows) == 0:
		h.table.Header = row
	default:
		h.table.Rows = append(h.table.Rows, row)
	}
}

func allHeads(cells []Cell) bool {
	for _, c := range cells {
		if !c.Head {
			return false
		}
	}
	return true
}

func (h *htmlTables) endTable() {
	if h.table == nil {
		return
	}
	h.endRow()
	end := h.next
	if h.depth > 0 {
		end = h.at
	}
	h.done(h.table, h.start, end)
	h.table, h.covers, h.head, h.depth, h.rowEnd = nil, nil, false, 0, 0
}
