package prose

import (
	"slices"
	"strings"
)

// constructed reads the constants of a program with what they are made of, where the field holds their numbers:
// WOMAN -(0,"女人"), MAN -(2,"男人").
func (r *reader) constructed(g region) listing {
	if !r.numeric() {
		return listing{}
	}
	l := listing{}
	for i := g.from; i < g.to; i++ {
		open := i + 1
		if r.isMark(open, "-") {
			open++
		}
		if !r.isKind(i, word) || open >= g.to || !r.isMark(open, "(") || r.tokens[open].pair < 0 {
			continue
		}
		if name := r.textOf(i); strings.ToUpper(name) != name || i > g.from && !r.isMark(i-1, "\n,;、") {
			return listing{}
		}
		e, ok := r.numberOf(open)
		if !ok {
			return listing{}
		}
		if len(l.entries) == 0 {
			l.span.start = r.tokens[i].start
		}
		i = r.tokens[open].pair
		l.entries, l.span.end = append(l.entries, e), r.tokens[i].end
	}
	if len(l.entries) < 2 {
		return listing{}
	}
	return l
}

// numberOf reads a number and perhaps its label, and nothing else, in the bracket at token i.
func (r *reader) numberOf(i int) (entry, bool) {
	e := entry{value: r.inner(i + 1)}
	switch end := r.tokens[i].pair; {
	case !r.isKind(i+1, number):
		return e, false
	case end == i+2:
		return e, true
	case end == i+4 && r.isMark(i+2, ",") && (r.isKind(i+3, quoted) || r.isKind(i+3, han)):
		e.label = r.inner(i + 3)
		return e, true
	}
	return e, false
}

// lined reads the constants that stand alone on the last lines of a text: 颜色⏎RED⏎BLUE.
func (r *reader) lined(g region) listing {
	end := g.to
	for end > g.from && r.isMark(end-1, "\n") {
		end--
	}
	l := listing{}
	for i := end - 1; i > g.from && r.isKind(i, word) && r.isMark(i-1, "\n"); i -= 2 {
		l.entries = append(l.entries, entry{value: r.inner(i)})
		l.span.start = r.tokens[i].start
	}
	if len(l.entries) < 2 || !r.constants(l) {
		return listing{}
	}
	slices.Reverse(l.entries)
	l.span.end = l.entries[len(l.entries)-1].value.end
	return l
}

// slashed reads words between slashes that are all of a text: card/cash. They may be anything, so they are Heard.
func (r *reader) slashed(g region) listing {
	l, end := r.values(g.from, g, false)
	if len(l.entries) < 2 || end < g.to || !r.isMark(g.from+1, "/") || !r.names(l) {
		return listing{}
	}
	l.heard = true
	return l
}
