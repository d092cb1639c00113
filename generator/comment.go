package generator

import (
	"path"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// shortComment is how many characters of a description stand beside a field.
const shortComment = 40

// directives are beginnings of comments that mean something to tools; no page text may begin a comment so.
var directives = []string{
	"go:", "+build", "line ", "export ", "extern ", "nolint", "lint:", "nosec", "#nosec", "deprecated:", "code generated", "output:",
	"unordered output:", "todo", "fixme", "bug(", "cgo ", "#cgo", "/", "*",
}

// clean makes one line of page text, as addresses have it.
func clean(text string) string { return address.Word(text) }

// harmless is clean text that may stand first in a comment.
func harmless(text string) string {
	text = clean(text)
	lower := strings.ToLower(strings.TrimLeft(text, "/ "))
	for _, d := range directives {
		if strings.HasPrefix(lower, d) || strings.HasPrefix(text, d) {
			return "“" + text + "”"
		}
	}
	return text
}

// sentence is what a page says about something, and where: 会话id (getChatInfo.md:11). What the next text begins with, or the last
// one began with, is not said twice: a label is often the description's first word.
func (p Places) sentence(at source.Span, texts ...ir.Text) string {
	var parts []string
	for _, t := range texts {
		said, last := harmless(t.Value), len(parts)-1
		switch {
		case said == "" || last >= 0 && strings.HasPrefix(parts[last], said):
		case last >= 0 && strings.HasPrefix(said, parts[last]):
			parts[last] = said
		default:
			parts = append(parts, said)
		}
	}
	if place := p.of(at); place != "" {
		parts = append(parts, "("+place+")")
	}
	return strings.Join(parts, " ")
}

// row is a place as it stands beside a field or a constant, of which there are many: the page's name would only repeat.
func (p Places) row(at source.Span) source.Span {
	if p == PlacePages {
		return source.Span{}
	}
	return at
}

// of is the place as comments have it.
func (p Places) of(at source.Span) string {
	if p == PlacePages && at.Known() {
		return clean(path.Base(at.File.Path))
	}
	return placeOf(at)
}

// placeOf is a page's base name with the line: where somebody ran wenma must not show.
func placeOf(at source.Span) string {
	if !at.Known() {
		return ""
	}
	return clean(path.Base(at.File.Path)) + ":" + strconv.Itoa(at.Line())
}
