package prose

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// at is the place in the page of a range of the text. The text is free of markup and the page is not: where the two
// differ, the piece has a place of its own only if it occurs as often in the page's text, else it is the whole.
func (r *reader) at(p stretch) source.Span {
	span := r.text.Span
	raw, said := span.Text(), r.s[r.lead:]
	p.start, p.end = max(p.start-r.lead, 0), max(p.end-r.lead, 0)
	if raw == said {
		return span.Sub(p.start, p.end-p.start)
	}
	piece := said[p.start:p.end]
	if piece == "" || strings.Count(raw, piece) != strings.Count(said, piece) {
		return span
	}
	offset := 0
	for range strings.Count(said[:p.start], piece) + 1 {
		i := strings.Index(raw[offset:], piece)
		if i < 0 {
			return span
		}
		offset += i + len(piece)
	}
	return span.Sub(offset-len(piece), len(piece))
}

// piece is a range of the text with its place, without blanks around it.
func (r *reader) piece(p stretch) ir.Text {
	p = r.trim(p)
	return ir.Text{Value: r.s[p.start:p.end], Span: r.at(p)}
}

func (r *reader) trim(p stretch) stretch {
	if p.end <= p.start {
		return stretch{p.start, p.start}
	}
	text := strings.TrimLeftFunc(r.s[p.start:p.end], isBlank)
	p.start = p.end - len(text)
	p.end = p.start + len(strings.TrimRightFunc(text, isBlank))
	return p
}

func isBlank(c rune) bool {
	return unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff'
}

// blanks are what counts as white space between words.
const blanks = " \t\r\n\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
