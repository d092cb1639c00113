package block

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/wenma/wenma/source"
)

// markdown is goldmark put together from its own block parsers and ours. It reads block structure only: text stays as it
// is written until someone asks for it (see Read). It is safe for use by several goroutines.
var markdown = parser.NewParser(parser.WithBlockParsers(
	util.Prioritized(setextParser{parser.NewSetextHeadingParser()}, 100),
	util.Prioritized(breakParser{parser.NewThematicBreakParser()}, 200),
	util.Prioritized(listParser{parser.NewListParser()}, 300),
	util.Prioritized(itemParser{parser.NewListItemParser()}, 400),
	util.Prioritized(tableParser{}, 450), // before indented code: tables may be indented
	util.Prioritized(parser.NewCodeBlockParser(), 500),
	util.Prioritized(headingParser{}, 600),
	util.Prioritized(fenceParser{}, 700),
	util.Prioritized(quoteParser{parser.NewBlockquoteParser()}, 800),
	util.Prioritized(htmlParser{}, 900),
	util.Prioritized(parser.NewParagraphParser(), 1000),
))

// Parse reads a page. Every word of it stands in exactly one block, except for comments, scripts, front matter, link
// definitions and tags. The blocks come in source order and their Whole spans do not overlap.
func Parse(f *source.File) ([]*Block, source.Diagnostics) {
	p := newPage(f)
	pc := parser.NewContext()
	pc.Set(pageKey, p)
	reader := &lineReader{text.NewReader(p.src), p.src}
	reader.Advance(frontMatter(p.src))
	root := markdown.Parse(reader, parser.WithContext(pc))
	blocks := collect(p, root)
	p.diags.Sort()
	return blocks, p.diags
}

// lineReader passes over all but the last of several blank lines: they mean what one means, but would be looked at once
// for every open list and quotation.
type lineReader struct {
	text.Reader
	src []byte
}

// AdvanceLine moves to the next line that matters.
func (r *lineReader) AdvanceLine() {
	r.Reader.AdvanceLine()
	for {
		_, at := r.Position()
		if at.Start >= len(r.src) || !blankLine(r.src[at.Start:]) || !blankLine(r.src[at.Stop:]) {
			return
		}
		r.Reader.AdvanceLine()
	}
}

// blankLine reports whether the line at the start of src is blank; the end of the text is not a line.
func blankLine(src []byte) bool {
	for _, c := range src {
		switch c {
		case ' ', '\t', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return false
}

// frontMatter is the length of the YAML block that a page may start with.
func frontMatter(src []byte) int {
	at, ok := fenceOfDashes(src, 0)
	if !ok {
		return 0
	}
	for at < len(src) {
		end, closes := fenceOfDashes(src, at)
		if closes {
			return end
		}
		if !yamlLine(src[at:end]) {
			return 0
		}
		at = end
	}
	return 0
}

// fenceOfDashes reports whether the line at pos is "---", and where the next line starts.
func fenceOfDashes(src []byte, pos int) (next int, ok bool) {
	next = pos
	for next < len(src) && src[next] != '\n' {
		next++
	}
	line := util.TrimRightSpace(src[pos:next])
	if next < len(src) {
		next++
	}
	return next, string(line) == "---"
}

// yamlLine reports whether a line can stand in front matter: a key, something indented, a list entry or a comment.
func yamlLine(line []byte) bool {
	line = util.TrimRightSpace(line)
	if len(line) == 0 || isBlank(line[0]) || line[0] == '-' || line[0] == '#' {
		return true
	}
	for i, c := range line {
		if c == ':' {
			return i > 0 && (i+1 == len(line) || isBlank(line[i+1]))
		}
		if c == '|' || c == '`' {
			return false
		}
	}
	return false
}
