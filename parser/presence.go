package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
)

func (r *reader) readPresence(w *row, text ir.Text, read func(string) (lexicon.Presence, bool)) {
	p, rest := read(text.Value)
	if p != lexicon.NoPresence {
		w.presence = ir.Presence(p)
	}
	if rest && p != lexicon.NoPresence {
		w.when = text
		if p == lexicon.Required && len(text.Value) > 12 && strings.Contains(text.Value, "时") {
			w.presence = ir.Conditional
		}
	}
	switch {
	case !rest || p != lexicon.NoPresence || lexicon.Placeholder(text.Value):
	case utf8.RuneCountInString(text.Value) <= maxPresence && !r.typeLike(text.Value):
		r.once(unknownPresence.At(text.Span, text.Value))
	default:
		w.docs = append(w.docs, text)
	}
}

// maxPresence is how long a word in a column of yes and no is, in characters, that can be neither a remark nor a condition.
const maxPresence = 2

// presenceInText reads from the description whether a field must be there, where its cell does not say ("必填，用户名"), and the
// condition under which it must although its cell calls it optional: "上架时间，status = 1 时必填".
func presenceInText(w *row) {
	for _, d := range w.docs {
		p, when := prose.Presence(d)
		switch {
		case p == ir.Conditional && w.presence != ir.Required:
			w.presence, w.when = p, *when
			return
		case w.presence == ir.Unstated:
			w.presence = p
		}
	}
}
