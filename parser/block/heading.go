package block

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/wenma/wenma/source"
)

// directives are words that follow a # in code, not in headings.
var directives = []string{"include", "define", "ifdef", "ifndef", "endif", "pragma", "import", "undef"}

// opening marks may follow a single # directly; after several, anything but a mark of headingStops may.
const (
	openingMarks = "【《「『（“(*`[</"
	headingStops = "#|｜!"
)

// headingParser reads ATX headings, with or without the space that Markdown wants.
type headingParser struct{}

func (headingParser) Trigger() []byte             { return []byte{'#'} }
func (headingParser) CanInterruptParagraph() bool { return true }
func (headingParser) CanAcceptIndentedLine() bool { return false }

func (headingParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pageOf(pc)
	start, end := p.line(reader)
	h, ok := readHeading(p.file.Text[start:end])
	if !ok || h.number && p.opensTable(parent, reader, pc) {
		return nil, parser.NoChildren
	}
	if !h.spaced {
		d := headingWithoutSpace.At(p.span(start, start+h.level))
		d.Fix = &source.Fix{
			Title: source.Message{ZH: "加一个空格", EN: "insert the space"},
			Edits: []source.Edit{{Span: p.span(start+h.level, start+h.level), Text: " "}},
		}
		p.diags.Add(d)
	}
	reader.AdvanceToEOL()
	return &piece{
		kind: Heading, level: h.level, open: start, start: start + h.from, end: start + h.to, whole: end,
	}, parser.NoChildren
}

func (headingParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (headingParser) Close(ast.Node, text.Reader, parser.Context) {}

type heading struct {
	level    int
	from, to int  // the words
	spaced   bool // a space follows the hashes, or nothing does
	number   bool // "# | ...": the header of a numbered table, perhaps
}

// readHeading reads a line that starts with #.
func readHeading(line string) (heading, bool) {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	if level == 0 || level > 6 {
		return heading{}, false
	}
	rest := line[level:]
	words := trimLeft(rest)
	h := heading{level: level, from: len(line) - len(words), spaced: rest == "" || len(words) < len(rest)}
	h.number = strings.HasPrefix(words, "|")
	if !h.spaced && !startsHeading(level, rest) {
		return heading{}, false
	}
	h.to = h.from + len(withoutClosing(trimRight(words), level))
	return h, true
}

// startsHeading decides for text that follows its hashes directly.
func startsHeading(level int, rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	if level > 1 {
		return !strings.ContainsRune(headingStops, first)
	}
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return strings.ContainsRune(openingMarks, first)
	}
	word := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLower))]
	return !slices.Contains(directives, word)
}

// withoutClosing cuts off the hashes that may close a heading. Without a space before them they close it only when they
// are as many as at its start, and not the end of a word such as C#.
func withoutClosing(words string, level int) string {
	body := strings.TrimRight(words, "#")
	closing := len(words) - len(body)
	trimmed := trimRight(body)
	switch {
	case closing == 0 || strings.HasSuffix(body, `\`):
		return words
	case body == "" || len(trimmed) < len(body):
		return trimmed
	case closing != level:
		return words
	}
	last := body[len(body)-1]
	if level == 1 && (last|0x20 >= 'a' && last|0x20 <= 'z') {
		return words
	}
	return trimmed
}

// setextParser is goldmark's, except that a line of dashes makes a heading only of a single line of words: below several
// lines, a table row or a tag it is a break.
type setextParser struct{ parser.BlockParser }

func (s setextParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	paragraph, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	if !ok || paragraph.Lines().Len() == 0 {
		return nil, parser.NoChildren
	}
	p := pageOf(pc)
	start, _ := p.line(reader)
	lines := paragraph.Lines()
	last := lines.At(lines.Len() - 1)
	words := strings.Trim(string(p.src[last.Start:min(last.Stop, last.Start+8)]), blanks+"\n")
	unlikely := words == "" || strings.HasPrefix(words, "|") || strings.HasPrefix(words, "｜") || words[0] == '<'
	if unlikely || p.src[start] == '-' && lines.Len() > 1 {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}
