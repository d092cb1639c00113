package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// at is the place in the page of a range of the text. The text is free of markup and the page is not: where the two
// differ, the piece has a place of its own only if it occurs as often in the page's text, else it is the whole.
func (r *reader) at(p stretch) source.Span {
	span := r.text.Span
	raw := span.Text()
	if raw == r.s {
		return span.Sub(p.start, p.end-p.start)
	}
	piece := r.s[p.start:p.end]
	if piece == "" || strings.Count(raw, piece) != strings.Count(r.s, piece) {
		return span
	}
	offset := 0
	for range strings.Count(r.s[:p.start], piece) + 1 {
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
	text := r.s[p.start:p.end]
	p.start += len(text) - len(strings.TrimLeft(text, blanks))
	p.end = p.start + len(strings.Trim(text, blanks))
	return p
}

const blanks = " \t\r\n\u00a0\u3000\u200b\ufeff\u2002\u2003"
