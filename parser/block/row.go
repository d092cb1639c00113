package block

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/source"
)

// wideBar is the full-width bar that Chinese input methods type.
const wideBar = "｜"

// bar is a mark in a line that may separate cells.
type bar struct {
	at, width int
	code      bool // inside a code span
}

// hasBar reports quickly whether a line can be a row.
func hasBar(line []byte) bool {
	return bytes.IndexByte(line, '|') >= 0 || bytes.Contains(line, []byte(wideBar))
}

// barsIn finds the bars of a line that are not escaped. The result is valid until the next call.
func (p *page) barsIn(start, end int) []bar {
	bars := p.bars[:0]
	var runs codeRuns
	for i := start; i < end; i++ {
		switch c := p.src[i]; {
		case c == '|':
			bars = append(bars, bar{at: i, width: 1, code: i < runs.end})
		case c == wideBar[0] && bytes.HasPrefix(p.src[i:end], []byte(wideBar)):
			bars = append(bars, bar{at: i, width: len(wideBar), code: i < runs.end})
			i += len(wideBar) - 1
		case c == '\\' && i+1 < end && isPunct(p.src[i+1]):
			i++
		case c == '`' && i >= runs.end:
			i += runs.enter(p.file.Text[:end], i) - 1
		}
	}
	p.bars = bars
	return bars
}

// codeRuns finds code spans: a run of back-quotes and the next run of the same length.
type codeRuns struct {
	end  int         // behind the span that was entered last
	last map[int]int // length of a run -> where the last one of the line starts
}

// enter is asked at a back-quote outside of code. It returns the length of the run there, and sets end if it opens code.
func (r *codeRuns) enter(line string, at int) (run int) {
	run = runOf(line, at)
	if r.last == nil {
		r.last = lastRuns(line, at)
	}
	if r.last[run] <= at {
		return run
	}
	for i := at + run; i < len(line); {
		if line[i] != '`' {
			i++
			continue
		}
		n := runOf(line, i)
		if i += n; n == run {
			r.end = i
			break
		}
	}
	return run
}

func runOf(line string, at int) (n int) {
	for at+n < len(line) && line[at+n] == '`' {
		n++
	}
	return n
}

func lastRuns(line string, at int) map[int]int {
	last := make(map[int]int, 2)
	for at < len(line) {
		if line[at] != '`' {
			at++
			continue
		}
		n := runOf(line, at)
		last[n] = at
		at += n
	}
	return last
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// readRow cuts a line into cells. want is how many cells the table has, 0 if that is not known: it decides where a
// bar inside code or a full-width bar can be meant either way.
func (p *page) readRow(start, end, want int) *Row {
	for end > start && isBlank(p.src[end-1]) {
		end--
	}
	bars := p.barsIn(start, end)
	bars = separators(bars, start, end, want)
	p.reportWide(bars)
	cells := p.room(len(bars) + 1)
	from := start
	for i, b := range bars {
		if i > 0 || b.at > start {
			cells = append(cells, p.cell(from, b.at))
		}
		from = b.at + b.width
	}
	if from < end || len(cells) == 0 {
		cells = append(cells, p.cell(from, end))
	}
	return &Row{Cells: p.take(cells), Span: p.span(start, end)}
}

func (p *page) reportWide(bars []bar) {
	for _, b := range bars {
		if b.width > 1 {
			mark := p.span(b.at, b.at+b.width)
			p.diags.Add(fullWidthBar.At(mark).Replace(mark, "|"))
		}
	}
}

// separators picks the bars that part cells: not those inside code unless only they make up the number wanted, and the
// full-width ones inside the line only if the others do not make it up.
func separators(bars []bar, start, end, want int) []bar {
	inCode, wide := 0, 0
	for _, b := range bars {
		if b.code {
			inCode++
		} else if b.width > 1 && !b.edge(start, end) {
			wide++
		}
	}
	if inCode == 0 && wide == 0 {
		return bars
	}
	without := pick(bars, func(b bar) bool { return !b.code && (b.width == 1 || b.edge(start, end)) })
	if want > 0 && cellCount(without, start, end) == want {
		return without
	}
	if inCode > 0 && want > 0 {
		naive := pick(bars, func(b bar) bool { return b.width == 1 || b.edge(start, end) })
		if cellCount(naive, start, end) == want {
			return naive
		}
	}
	if want > 0 && cellCount(without, start, end) > want {
		return without
	}
	return pick(bars, func(b bar) bool { return !b.code })
}

func (b bar) edge(start, end int) bool { return b.at == start || b.at+b.width == end }

func pick(bars []bar, keep func(bar) bool) []bar {
	picked := make([]bar, 0, len(bars))
	for _, b := range bars {
		if keep(b) {
			picked = append(picked, b)
		}
	}
	return picked
}

// cellCount is how many cells the bars part a line into: bars at its edges enclose.
func cellCount(bars []bar, start, end int) int {
	n := len(bars) + 1
	if len(bars) > 0 && bars[0].at == start {
		n--
	}
	if len(bars) > 0 && bars[len(bars)-1].at+bars[len(bars)-1].width == end {
		n--
	}
	return max(n, 1)
}

// cell makes the cell that lies between two bars. The first blank after a bar is usual; the others push.
func (p *page) cell(from, to int) Cell {
	usual := 0
	if from < to && isBlank(p.src[from]) {
		_, usual = blankAt(p.file.Text[from:to])
	}
	at, width := p.indented(from, to)
	if at == to {
		at = min(from+min(usual, 1), to)
		return Cell{Span: p.span(at, at)}
	}
	text := trimRight(p.file.Text[at:to])
	if strings.HasSuffix(text, ";") {
		text = trimEntities(text)
	}
	return Cell{Span: source.Span{File: p.file, Start: at, End: at + len(text)}, Indent: width - usual}
}

// indented steps over what pushes content to the right, and says how far it does.
func (p *page) indented(from, to int) (at, width int) {
	for at = from; at < to; {
		n, w := blankAt(p.file.Text[at:to])
		if n == 0 {
			break
		}
		at += n
		width += w
	}
	return at, width
}

// blankAt measures one blank at the start of s: its bytes, and its width in spaces. 0 bytes if there is none.
func blankAt(s string) (n, width int) {
	switch s[0] {
	case ' ', '\r':
		return 1, 1
	case '\t':
		return 1, 4
	case '&':
		return blankEntity(s)
	case 0xc2, 0xe2, 0xe3, 0xef:
		r, n := utf8.DecodeRuneInString(s)
		if w, ok := blankRunes[r]; ok {
			return n, w
		}
	}
	return 0, 0
}

// blankRunes are the blanks outside of ASCII with their width in spaces.
var blankRunes = map[rune]int{
	'\u00a0': 1, '\u2002': 1, '\u2003': 2, '\u2009': 1, '\u3000': 2, '\u200b': 0, '\u200c': 0, '\u200d': 0, '\ufeff': 0,
}

// blankEntities are the character references of blanks, without their semicolons.
var blankEntities = []struct {
	name  string
	width int
}{
	{"&nbsp", 1}, {"&ensp", 1}, {"&emsp", 2}, {"&thinsp", 1}, {"&#160", 1}, {"&#xa0", 1}, {"&#8194", 1}, {"&#8195", 2},
	{"&#12288", 2}, {"&#x3000", 2}, {"&zwnj", 0}, {"&zwj", 0},
}

func blankEntity(s string) (n, width int) {
	for _, e := range blankEntities {
		if len(s) < len(e.name) || !strings.EqualFold(s[:len(e.name)], e.name) {
			continue
		}
		n = len(e.name)
		if n < len(s) && s[n] == ';' {
			return n + 1, e.width
		}
		if n == len(s) || !isWord(s[n]) {
			return n, e.width
		}
	}
	return 0, 0
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// trimEntities cuts blanks that are written as character references off the end.
func trimEntities(s string) string {
	for strings.HasSuffix(s, ";") {
		i := strings.LastIndexByte(s[max(0, len(s)-10):], '&')
		if i < 0 {
			return s
		}
		i += max(0, len(s)-10)
		if n, _ := blankEntity(s[i:]); n != len(s)-i {
			return s
		}
		s = trimRight(s[:i])
	}
	return s
}

// cellChunk is how many cells are allocated at once.
const cellChunk = 128

// room gives an empty slice with space for n cells, cut from a common chunk unless it is long.
func (p *page) room(n int) []Cell {
	if n > cellChunk/4 {
		return make([]Cell, 0, n)
	}
	if cap(p.cells)-len(p.cells) < n {
		p.cells = make([]Cell, 0, cellChunk)
	}
	used := len(p.cells)
	return p.cells[used : used : used+n]
}

// take ends what room began: the chunk goes on behind the cells.
func (p *page) take(cells []Cell) []Cell {
	if used := len(p.cells); cap(cells) <= cap(p.cells)-used && cap(cells) <= cellChunk/4 {
		p.cells = p.cells[:used+len(cells)]
	}
	return cells[:len(cells):len(cells)]
}
