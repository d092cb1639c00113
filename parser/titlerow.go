package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

var titleRowWhy = source.Message{ZH: "表里有一行以它为标题，下面各行是它的成员", EN: "a row of the table is titled after it; the rows below are its members"}

// groupTitle: a Chinese-only name and nothing that a field has beside it is a title for the rows below ("data 参数").
func (r *reader) groupTitle(t *table, cells []block.Inline, at int) bool {
	for i, c := range cells {
		if i == at || i >= len(t.cols) || c.Text == "" {
			continue
		}
		switch t.cols[i] {
		case lexicon.TypeColumn, lexicon.RequiredColumn, lexicon.NullableColumn, lexicon.LocationColumn, lexicon.TextColumn, lexicon.NoteColumn, lexicon.ExampleColumn:
			if !lexicon.Placeholder(c.Text) && c.Text != cells[at].Text {
				return false
			}
		}
	}
	return true
}

// titleOfPart reads a row with nothing but a name that the table has above it as the title of the rows below: they are the members of
// that field, or of each that the title names ("orders 格式如下", "first和second格式如下"). It gives nil for any other row.
func titleOfPart(above, read []*row, b *block.Row, cell string) []string {
	if len(read) == 0 || !read[0].alone {
		return nil
	}
	var holders []string
	var fields []*row
	for cell != "" {
		end := 0
		for end < len(cell) && wordByte(cell[end]) {
			end++
		}
		if end == 0 {
			break
		}
		at := slices.IndexFunc(above, func(w *row) bool { return w.holder(cell[:end]) })
		if at < 0 {
			return nil
		}
		holders, fields = append(holders, cell[:end]), append(fields, above[at])
		cell = strings.TrimLeft(cell[end:], " \t\n、，,/和及与")
	}
	if !titleWords(cell) {
		return nil
	}
	for _, w := range fields {
		w.titles = append(w.titles, b.Span.Trim())
	}
	return holders
}

// titleWords reports whether what follows the names in a title is a few words for people, and no condition: 格式如下, but not 为 1 时.
func titleWords(s string) bool {
	return utf8.RuneCountInString(s) <= maxSubheading && !strings.Contains(s, "时") && !strings.ContainsFunc(s, func(c rune) bool {
		return c < utf8.RuneSelf && c != ' ' && c != ':'
	})
}

// holder reports whether a row is a field of a name that may have members: a number has none.
func (w *row) holder(name string) bool {
	if w.name().Value != name {
		return false
	}
	switch e := w.typ; {
	case e == nil, e.base == lexicon.NoBase, e.base == lexicon.StringBase:
		return true
	default:
		return e.base == lexicon.ArrayBase || w.holds()
	}
}

// maxSubheading is how many characters a row that heads others has at most.
const maxSubheading = 16

// subheading reports whether a row is a heading of those below, and no more of the description above: a few words, in bars, where
// the names stand ("|联系人信息：|").
func subheading(t *table, b *block.Row, cells []block.Inline) bool {
	at := t.column(lexicon.NameColumn)
	if at >= len(cells) || !strings.HasPrefix(b.Span.Trim().Text(), "|") {
		return false
	}
	for i, c := range cells {
		if i != at && c.Text != "" {
			return false
		}
	}
	words := strings.TrimRight(cells[at].Text, " :：")
	return words != "" && utf8.RuneCountInString(words) <= maxSubheading && !strings.ContainsAny(words, "，。；,;\n")
}
