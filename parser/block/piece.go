package block

import "github.com/yuin/goldmark/ast"

// piece is the node of our own block parsers: a block whose places are known when it is read.
type piece struct {
	ast.BaseBlock
	kind       Kind
	markup     markup
	start, end int // the content
	open       int // where the markers start
	whole      int // where the block ends, markers included
	level      int
	info       string
	table      *Table
	// until is where the element ends if its end is known, limit where it must not go on; -1 if neither.
	until, limit int

	// Of a pipe table: whether its rows start and end with a bar, whether the last line breaks inside of a cell, and where
	// a row starts whose first cell has several lines, -1 if none does.
	lead, closed bool
	hardBreak    bool
	rowFrom      int
	indent       int    // of the header
	above        *piece // the table that this one goes on with below a blank line
}

// markup is what an HTML piece is.
type markup uint8

const (
	notMarkup markup = iota
	htmlTable
	htmlPre
	htmlHidden // a comment, script or style sheet
)

var pieceKind = ast.NewNodeKind("Piece")

// Kind implements ast.Node.
func (n *piece) Kind() ast.NodeKind { return pieceKind }

// IsRaw keeps goldmark from reading the text as inline markup.
func (n *piece) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *piece) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
