package parser

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/wenma/wenma/source"
)

// Rewrite carries out edits, none overlapping another, on the bytes of a page of which Decode made file. Whatever they do not touch stays
// as it is, its encoding and its line ends too. It is not ok where that cannot be: the bytes are not those of one encoding, or the
// encoding lacks a character, or they would be taken for another page afterwards.
func Rewrite(raw []byte, file *source.File, edits []source.Edit) (rewritten []byte, ok bool) {
	from := encodingOf(raw)
	decoded, err := from.NewDecoder().Bytes(raw)
	if err != nil || unixLines(string(decoded)) != file.Text {
		return nil, false
	}
	if same, err := from.NewEncoder().Bytes(decoded); err != nil || !bytes.Equal(same, raw) {
		return nil, false
	}
	rewritten, err = from.NewEncoder().Bytes([]byte(rewriteLines(string(decoded), edits)))
	if err != nil {
		return nil, false
	}
	again, _ := Decode(file.Path, rewritten)
	return rewritten, again != nil && again.Text == source.Apply(file, edits)
}

// encodingOf is what Decode takes bytes for.
func encodingOf(raw []byte) encoding.Encoding {
	switch from := utf16(raw); {
	case from != nil:
		return from
	case bytes.HasPrefix(raw, []byte(byteOrderMark)):
		return unicode.UTF8BOM
	case utf8.Valid(raw):
		return unicode.UTF8
	}
	return simplifiedchinese.GB18030
}

// rewriteLines carries out edits that point into what unixLines makes of a text.
func rewriteLines(text string, edits []source.Edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b source.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	end := lineEnd(text)
	var out strings.Builder
	at, seen := 0, 0 // offsets into the text, and into what is made of it
	skip := func(to int) string {
		from := at
		for ; seen < to; seen++ {
			if strings.HasPrefix(text[at:], "\r\n") {
				at++
			}
			at++
		}
		return text[from:at]
	}
	for _, e := range edits {
		out.WriteString(skip(e.Span.Start))
		out.WriteString(strings.ReplaceAll(e.Text, "\n", end))
		skip(e.Span.End)
	}
	return out.String() + text[at:]
}

// lineEnd is how the first line of a text ends.
func lineEnd(text string) string {
	switch i := strings.IndexAny(text, "\r\n"); {
	case i < 0 || text[i] == '\n':
		return "\n"
	case strings.HasPrefix(text[i:], "\r\n"):
		return "\r\n"
	}
	return "\r"
}
