package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// selfNamed are words that are sent as they stand, and not by a code that means them.
var selfNamed = map[string]bool{"男": true, "女": true, "男性": true, "女性": true, "未知": true, "保密": true}

// longestSpoken is how many characters a value has at most that is a word of everyday language.
const longestSpoken = 6

// spoken reads values that are words of everyday language, behind the name of something that has a few: 性别：男/女. Mostly such
// words tell what the values mean, which the text then does not give: so they are Heard, but for those that nobody gives a code.
func (r *reader) spoken(g region) listing {
	if r.kind != ir.String {
		return listing{}
	}
	for i := g.from; i < g.to; i++ {
		before := i - 1
		if r.isMark(before, ":(") {
			before--
		} else if i == 0 || !r.tokens[i].gap {
			continue
		}
		if before < 0 || !r.ofFewValues(before) {
			continue
		}
		if l := r.spokenFrom(i, g); len(l.entries) > 1 {
			return l
		}
	}
	return listing{}
}

// spokenFrom reads the words from token i on, if they end their clause.
func (r *reader) spokenFrom(i int, g region) listing {
	l := listing{heard: true, span: stretch{start: r.tokens[i].start}}
	known := 0
	for ; r.isSpoken(i, g); i += 2 {
		value := r.inner(i)
		if selfNamed[r.sliceOf(value)] {
			known++
		}
		l.entries = append(l.entries, entry{value: value, label: stretch{value.end, value.end}})
		if l.span.end = value.end; !r.isMark(i+1, "/、|") || i+2 >= g.to {
			i++
			break
		}
	}
	if i < g.to && !r.isMark(i, "\n。,;)") {
		return listing{}
	}
	l.heard = known < len(l.entries)
	return l
}

func (r *reader) isSpoken(i int, g region) bool {
	if i >= g.to || !r.isKind(i, han) {
		return false
	}
	text := r.textOf(i)
	return utf8.RuneCountInString(text) <= longestSpoken && !containsAny(text, stopWords) && !strings.HasSuffix(text, "等")
}
