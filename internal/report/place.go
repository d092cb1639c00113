package report

import (
	"sort"
	"unicode/utf8"

	"github.com/wenma/wenma/source"
)

// place is where something starts or ends, in all the ways in which programs and people count.
type place struct {
	Offset        int `json:"offset"`
	Line          int `json:"line"`
	Column        int `json:"column"`
	DisplayColumn int `json:"displayColumn"`
}

// locator turns offsets into places. Asked for places in order, it passes over each line once, so that thousands of
// diagnostics on one line of megabytes cost no more than the line.
type locator struct {
	file *source.File
	last place
}

func (l *locator) at(file *source.File, offset int) place {
	line := lineAt(file, offset)
	if l.file != file || l.last.Line != line || l.last.Offset > offset {
		l.file, l.last = file, place{Offset: file.LineStart(line), Line: line, Column: 1, DisplayColumn: 1}
	}
	for l.last.Offset < offset {
		r, size := utf8.DecodeRuneInString(file.Text[l.last.Offset:])
		l.last.Offset += size
		l.last.Column++
		l.last.DisplayColumn += cells(r, l.last.DisplayColumn-1)
	}
	return l.last
}

// lineAt is the 1-based line of an offset. Unlike File.Position it does not count columns.
func lineAt(file *source.File, offset int) int {
	return sort.Search(file.Lines(), func(i int) bool { return file.LineStart(i+1) > offset })
}
