package block

import (
	"bytes"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/wenma/wenma/source"
)

// page is the state of one parse: what the block parsers share with each other and with the collector.
type page struct {
	file  *source.File
	src   []byte
	diags source.Diagnostics

	fences              *fenceIndex
	openTag             seeker // <table
	closeTag            seeker // </table
	preEnd              seeker // </pre
	scriptEnd, styleEnd seeker
	comment             seeker // -->

	// hold keeps list items and quotations open, whatever the indentation, for lines that start before it: an element
	// with a known end holds its containers until there.
	hold int

	cells []Cell // the chunk that the next rows are cut from
	bars  []bar  // scratch
}

var pageKey = parser.NewContextKey()

func newPage(f *source.File) *page {
	p := &page{file: f, src: []byte(f.Text)}
	p.openTag.word, p.closeTag.word = "<table", "</table"
	p.preEnd.word, p.comment.word = "</pre", "-->"
	p.scriptEnd.word, p.styleEnd.word = "</script", "</style"
	return p
}

func pageOf(pc parser.Context) *page { return pc.Get(pageKey).(*page) }

func (p *page) span(start, end int) source.Span { return p.file.Span(start, end) }

// line gives the reader's current line: where its first visible character and its end are (line break left out).
func (p *page) line(reader text.Reader) (start, end int) {
	_, at := reader.Position()
	start, end = at.Start, at.Stop
	if end > start && p.src[end-1] == '\n' {
		end--
	}
	for start < end && isBlank(p.src[start]) {
		start++
	}
	return start, end
}

// indentWidth is the width of the white space at the start of the reader's current line.
func (p *page) indentWidth(reader text.Reader) int {
	line, _ := reader.PeekLine()
	width, _ := util.IndentWidth(line, reader.LineOffset())
	return width
}

// lineEnd is where the line that holds pos ends, its line break left out.
func (p *page) lineEnd(pos int) int {
	if i := bytes.IndexByte(p.src[pos:], '\n'); i >= 0 {
		return pos + i
	}
	return len(p.src)
}

// lineStart is where the line that holds pos starts.
func (p *page) lineStart(pos int) int { return bytes.LastIndexByte(p.src[:pos], '\n') + 1 }

// holding reports whether the current line is inside an element that keeps its containers open.
func (p *page) holding(reader text.Reader) bool {
	_, at := reader.Position()
	return at.Start < p.hold
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// seeker finds the next place of a word, letter case aside. It must be asked for rising positions to be cheap; the text
// is then read once, however often it is asked.
type seeker struct {
	word string
	from int // the answer holds for positions from here ...
	at   int // ... to here; -1 when there is none
	used bool
}

// next is the first place at or after pos, -1 when there is none.
func (s *seeker) next(src []byte, pos int) int {
	if s.used && pos >= s.from && (s.at < 0 || pos <= s.at) {
		return s.at
	}
	s.used, s.from, s.at = true, pos, indexFold(src, s.word, pos)
	return s.at
}

// indexFold is the first place of an ASCII word at or after pos, letter case aside; the word starts with a mark.
func indexFold(src []byte, word string, pos int) int {
	for pos < len(src) {
		i := bytes.IndexByte(src[pos:], word[0])
		if i < 0 {
			return -1
		}
		pos += i
		if hasFold(src[pos:], word) {
			return pos
		}
		pos++
	}
	return -1
}

func hasFold(src []byte, word string) bool {
	return len(src) >= len(word) && bytes.EqualFold(src[:len(word)], []byte(word))
}
