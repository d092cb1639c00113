package generator

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// remarks makes the lines of a doc comment of page text, in the form that gofmt gives them: points are a list, and no line can be
// taken for a heading, a link or code. An empty line parts a list from what follows it.
func remarks(text string) []string {
	var lines []string
	list := false
	for line := range strings.SplitSeq(text, "\n") {
		said, point := pointOf(clean(line))
		switch {
		case said == "":
			continue
		case point:
			said = "  - " + said
		default:
			if said = paragraph(said); list {
				lines = append(lines, "")
			}
		}
		lines, list = append(lines, said), point
	}
	return lines
}

// pointMarks begin the points of a list on a page.
const pointMarks = "-*+•·●"

// pointOf takes the mark off a point of a list. A number stays.
func pointOf(line string) (said string, point bool) {
	first, size := utf8.DecodeRuneInString(line)
	rest := strings.TrimLeft(line[size:], " ")
	if size > 0 && strings.ContainsRune(pointMarks, first) && rest != "" && !unicode.IsDigit(rune(rest[0])) {
		return rest, true
	}
	digits := strings.TrimLeft(line, "0123456789")
	n := len(line) - len(digits)
	return line, 0 < n && n <= 2 && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ") || strings.HasPrefix(digits, "、") || strings.HasPrefix(digits, "）"))
}

// paragraph is a line that is a paragraph of a doc comment, or a part of one, and nothing else.
func paragraph(line string) string {
	line = harmless(strings.TrimLeft(line, "# "))
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	switch {
	case first == '[': // of a link
		return "“" + line + "”"
	case unicode.IsUpper(first) && (unicode.IsLetter(last) || unicode.IsDigit(last)): // of what used to be a heading
		return line + "."
	}
	return line
}

// withoutValues leaves out the lines that list the values of an enumeration, and what leads up to them: its constants have them. A text
// that says nothing else stays.
func withoutValues(text string, t ir.Type) string {
	e := listedBy(t)
	if e == nil {
		return text
	}
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if !namesValue(line, e) {
			kept = append(kept, line)
			continue
		}
		if last := len(kept) - 1; last >= 0 && (strings.HasSuffix(kept[last], ":") || strings.HasSuffix(kept[last], "：")) {
			kept = kept[:last]
		}
	}
	if len(kept) == 0 {
		return text
	}
	return strings.Join(kept, "\n")
}

// listedBy is the enumeration that a type is, or is a list of; nil for another type.
func listedBy(t ir.Type) *ir.Enum {
	switch t := t.(type) {
	case *ir.Enum:
		return t
	case *ir.List:
		return listedBy(t.Elem)
	case *ir.Ref:
		e, _ := t.Target.Type.(*ir.Enum)
		return e
	}
	return nil
}

// namesValue reports whether a line is a point that begins with a value.
func namesValue(line string, e *ir.Enum) bool {
	said := strings.TrimLeft(line, pointMarks+" `'\"“")
	for _, v := range e.Values {
		rest, ok := strings.CutPrefix(said, v.Value.Value)
		if next, _ := utf8.DecodeRuneInString(rest); ok && v.Value.Value != "" && (next >= utf8.RuneSelf || next == utf8.RuneError || !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '_') {
			return true
		}
	}
	return false
}
