package report

import (
	"strings"
	"unicode/utf8"
)

// lineLimit is how many cells of a line are shown; longer lines are cut around what is marked.
const lineLimit = 100

// excerpt is a line, or the part of it around a mark, as a terminal shows it.
type excerpt struct {
	text     string
	from, to int // cells that the mark covers, 0-based, at least one
}

// excerptOf lays out a line whose bytes start to end are marked.
func excerptOf(line string, start, end int) excerpt {
	from, to := window(line, start)
	var (
		b strings.Builder
		e = excerpt{from: -1}
	)
	column := 0
	if from > 0 {
		b.WriteString(cut)
		column = len(cut)
	}
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(line[i:])
		if i >= start && e.from < 0 {
			e.from = column
		}
		b.WriteString(visible(r, column))
		column += cells(r, column)
		if i < end {
			e.to = column
		}
		i += size
	}
	if e.from < 0 { // the mark stands at the end of the line
		e.from = column
	}
	e.to = max(e.to, e.from+1)
	if to < len(line) {
		b.WriteString(cut)
	}
	e.text = strings.TrimRight(b.String(), " ")
	return e
}

// window picks the bytes of a line to be shown: all of it where it fits, else what stands around start.
func window(line string, start int) (from, to int) {
	right, used := ahead(line, start, lineLimit)
	lead := max(lineLimit/4, lineLimit-used)
	if right < len(line) {
		lead = lineLimit / 4
	}
	from = behind(line, start, lead)
	to, _ = ahead(line, from, lineLimit)
	return from, to
}

// ahead walks right from a byte over at most limit cells and gives where that ends and how many cells it was. Characters
// without width count too, so that a line full of them ends.
func ahead(line string, at, limit int) (end, used int) {
	for end = at; end < len(line); {
		r, size := utf8.DecodeRuneInString(line[end:])
		w := max(1, cells(r, used))
		if used+w > limit {
			break
		}
		used += w
		end += size
	}
	return end, used
}

// behind walks left from a byte over at most limit cells.
func behind(line string, at, limit int) int {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:at])
		w := max(1, cells(r, 0))
		if w > limit {
			break
		}
		limit -= w
		at -= size
	}
	return at
}
