// Package block turns the text of a page into a flat list of blocks: headings, lines of text, tables and code. It is the
// only home of goldmark. It knows how people break Markdown, and nothing about APIs.
package block

import "github.com/wenma/wenma/source"

// Kind is what a block is.
type Kind uint8

const (
	// Text is one line of running text, list item or quotation; its markers are left out of the span.
	Text Kind = iota
	// Heading is an ATX or setext heading.
	Heading
	// TableBlock is a pipe table or an HTML table.
	TableBlock
	// Code is a fence, an indented block, or a <pre>.
	Code
	// Break is a thematic break.
	Break
)

// Block is one piece of a page. Blocks come in source order and do not overlap.
type Block struct {
	Kind Kind
	// Span is the content without its markers: the heading's words, the line's words, the code between the fences,
	// the whole table.
	Span source.Span
	// Whole is the block with its markers.
	Whole source.Span
	// Level is 1 to 6 for a heading.
	Level int
	// List is the depth of the list item that the block stands in, 0 outside of lists; Marker is the item's marker
	// ("-", "1.") on the first block of an item and "" on the others.
	List   int
	Marker string
	// Quote is the depth of block quotation.
	Quote int
	// Indent is the width of the white space before a line of text, a tab being 4.
	Indent int
	// Gap says that a blank line stands before the block.
	Gap bool
	// Info is the info string of a fence, "" for other code.
	Info string
	// Table is set for a table.
	Table *Table
}

// Table is a table, whatever its notation.
type Table struct {
	// Header is the header row; nil when the table has none.
	Header *Row
	Rows   []*Row
	// HTML says that it was written in HTML.
	HTML bool
	// Delimiter is the row of dashes; nowhere for HTML tables and tables without one. Columns is how many cells it has.
	Delimiter source.Span
	Columns   int
}

// Row is one row. Its cells are as many as stand there: rows may be shorter or longer than the header.
type Row struct {
	Cells []Cell
	Span  source.Span
	texts []Inline // of the cells, once read
}

// Texts are the texts of the cells, which are read once (see Read).
func (r *Row) Texts() []Inline {
	if r.texts == nil {
		r.texts = make([]Inline, len(r.Cells))
		for i, c := range r.Cells {
			r.texts[i] = Read(c.Span)
		}
	}
	return r.texts
}

// Cell is one cell: the span is its content without surrounding blanks and bars. An empty cell has an empty span at its
// place. A cell may go on over several lines.
type Cell struct {
	Span source.Span
	// Indent is how far the content is pushed to the right, in spaces: blanks beyond the usual one, &nbsp; (1),
	// &ensp; (1), &emsp; (2), padding-left (10 px to a space). The span does not contain them.
	Indent int
	// Covered says that an HTML cell spanning several rows or columns stands here too; the span is the spanning cell's.
	Covered bool
	// Head says that an HTML cell is a <th>.
	Head bool
}
