package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// tabStop is how far apart tab stops are in what Text shows.
const tabStop = 4

// visible gives the form in which a terminal may see a character, column being the 0-based cell where it stands. Tabs
// become blanks; control characters get the pictures that Unicode has for them, and other characters that a reader would
// not see, or that would reorder the line, their number.
func visible(r rune, column int) string {
	switch {
	case r == '\t':
		return strings.Repeat(" ", tabStop-column%tabStop)
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "\u2421"
	case unicode.IsGraphic(r):
		return string(r)
	}
	return fmt.Sprintf("<U+%04X>", r)
}

// cells is how many cells of a terminal the visible form of a character takes.
func cells(r rune, column int) int {
	switch {
	case r >= 0x20 && r < 0x7f:
		return 1
	case r == '\t':
		return tabStop - column%tabStop
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	if !unicode.IsGraphic(r) {
		return utf8.RuneCountInString(visible(r, column))
	}
	return 1
}

// messageLimit bounds a line of a message, in cells: it may quote page text of any length.
const messageLimit = 400

// cut marks where text was left out.
const cut = "..."

// Plain makes a text safe for a terminal and cuts it to a number of cells.
func Plain(text string, limit int) string {
	var b strings.Builder
	column := 0
	for i, r := range text {
		w := cells(r, column)
		if column+w > limit || i > 4*limit {
			return b.String() + cut
		}
		b.WriteString(visible(r, column))
		column += w
	}
	return b.String()
}
