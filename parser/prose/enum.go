package prose

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// entry is one value of a list being read.
type entry struct {
	value, label stretch
	marked       bool // the label says that it is the default
}

// listing is a list of values as it was read.
type listing struct {
	entries []entry
	open    bool
	heard   bool
	span    stretch
}

// region is a range of tokens: the whole text or what stands in a bracket.
type region struct{ from, to int }

// mineEnum reads the list of values, if the text has one. Values with labels are better than bare ones, and more are
// better than fewer.
func (r *reader) mineEnum() {
	if r.kind == ir.Boolean || r.kind == ir.ObjectKind || r.kind == ir.File {
		return
	}
	var best listing
	regions := r.regions()
	for _, read := range []func(region) listing{r.constructed, r.valueFirst, r.labelFirst, r.bare, r.fixed, r.spoken} {
		for _, g := range regions {
			if l := read(g); len(l.entries) > len(best.entries) && r.fits(l) {
				best = l
			}
		}
		if len(best.entries) > 0 {
			break
		}
	}
	if len(best.entries) == 0 {
		r.mineTwice(regions)
		return
	}
	r.jointLabels(&best)
	r.explainValues(&best)
	r.setEnum(best)
}

// mineTwice looks for a value that a list gives twice, with another meaning each time: 0-待付 0-已付. Only numbers before words are sure to be
// such a list and no ranges.
func (r *reader) mineTwice(regions []region) {
	if !r.repeatsNumber() {
		return
	}
	for _, g := range regions {
		l := r.valueFirst(g)
		labels := map[string]string{}
		var again *entry
		for i, e := range l.entries {
			value, label := r.s[e.value.start:e.value.end], r.s[e.label.start:e.label.end]
			if !isInteger(value) || !allHan(label) {
				again = nil
				break
			}
			if first, ok := labels[value]; ok && first != label && again == nil {
				again = &l.entries[i]
			}
			labels[value] = label
		}
		if again != nil {
			twice := r.piece(again.value)
			r.rules.Twice = &twice
			return
		}
	}
}

// repeatsNumber reports whether a number stands twice: few texts have one that does.
func (r *reader) repeatsNumber() bool {
	seen := map[string]bool{}
	for i, t := range r.tokens {
		if t.kind != number {
			continue
		}
		if seen[r.textOf(i)] {
			return true
		}
		seen[r.textOf(i)] = true
	}
	return false
}

func allHan(s string) bool {
	return s != "" && strings.IndexFunc(s, func(c rune) bool { return !unicode.Is(unicode.Han, c) }) < 0
}

// maxRegions bounds how many brackets are looked into.
const maxRegions = 24

// regions are the places where a list may stand: the text as a whole, then each bracket.
func (r *reader) regions() []region {
	out := []region{{0, len(r.tokens)}}
	depth := 0
	for i, t := range r.tokens {
		switch {
		case t.pair > i:
			if depth++; depth <= 3 && len(out) < maxRegions {
				out = append(out, region{i + 1, t.pair})
			}
		case t.pair >= 0:
			depth--
		}
	}
	return out
}

// fits reports whether the values are of the field's kind, distinct and of one sort.
func (r *reader) fits(l listing) bool {
	seen := make(map[string]bool, len(l.entries))
	numbers := 0
	for _, e := range l.entries {
		value := r.s[e.value.start:e.value.end]
		if seen[value] {
			return false
		}
		seen[value] = true
		if isInteger(value) {
			numbers++
		}
	}
	if r.kind == ir.Integer || r.kind == ir.Number {
		return numbers == len(l.entries)
	}
	return true
}

func isInteger(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if s == "" || len(s) > 18 {
		return false
	}
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// several are words that say that the field may hold more than one of the values at once, or values of elsewhere.
var several = []string{"可组合", "组合使用", "可多选", "支持多选", "多个状态", "可传多个", "多个用", "多个以", "逗号分隔", "逗号隔开", "逗号分割"}

func (r *reader) setEnum(l listing) {
	enum := &Enum{Open: l.open || r.kind != ir.ArrayKind && containsAny(r.s, several), Heard: l.heard, Span: r.at(l.span)}
	for _, e := range l.entries {
		value := ir.EnumValue{Value: r.piece(e.value)}
		if !e.label.empty() {
			value.Label = r.piece(e.label)
		}
		enum.Values = append(enum.Values, value)
		if e.marked && r.rules.Default == nil {
			value := r.piece(e.value)
			r.rules.Default = &value
		}
	}
	r.listed, r.openList = l.span, l.open
	r.rules.Enum = enum
}

// jointLabels takes what a bracket right behind a list of bare values lists for their labels, where it lists as many:
// ID/TRANSPORT(身份证、护照).
func (r *reader) jointLabels(l *listing) {
	open := r.tokenAt(l.span.end, region{0, len(r.tokens)})
	labels := r.jointly(open)
	if len(labels) != len(l.entries) || !l.entries[0].label.empty() {
		return
	}
	for i := range labels {
		l.entries[i].label = labels[i]
	}
	l.span.end = r.tokens[r.tokens[open].pair].end
}

// jointly are the words that a bracket at token i holds and nothing else; nil if it holds more.
func (r *reader) jointly(i int) []stretch {
	if !r.isMark(i, "(") || r.tokens[i].pair < 0 {
		return nil
	}
	var labels []stretch
	for k := i + 1; k < r.tokens[i].pair; k++ {
		odd := (k-i)%2 == 1
		if odd && !r.isKind(k, han) || !odd && !r.isMark(k, "、,/|;") {
			return nil
		}
		if odd {
			labels = append(labels, r.inner(k))
		}
	}
	return labels
}

// explainValues looks behind a list of bare values for what each means: 如果是and，则表示…. All or none.
func (r *reader) explainValues(l *listing) {
	rest := r.s[l.span.end:]
	labels := make([]stretch, len(l.entries))
	for i, e := range l.entries {
		if !e.label.empty() {
			return
		}
		labels[i] = r.meaning(r.s[e.value.start:e.value.end], rest, l.span.end)
		if labels[i].empty() {
			return
		}
	}
	for i := range labels {
		l.entries[i].label = labels[i]
	}
}

// meaning finds "VALUE，则表示LABEL" in a text that starts at an offset.
func (r *reader) meaning(value, rest string, offset int) stretch {
	for at := 0; ; {
		i := strings.Index(rest[at:], value)
		if i < 0 {
			return stretch{}
		}
		at += i + len(value)
		tail := strings.TrimLeft(rest[at:], " ,，\"'`”’:：")
		tail = strings.TrimPrefix(tail, "则")
		verb, ok := startsWithAny(tail, verbs)
		ends := "；;。\n"
		if !ok && strings.HasPrefix(rest[at:], tail) {
			verb, ok = startsWithAny(tail, weakVerbs)
			ends += "，,"
		}
		if !ok {
			continue
		}
		start := offset + len(rest) - len(tail) + len(verb)
		if end := strings.IndexAny(r.s[start:], ends); end >= 0 {
			return r.trim(stretch{start, start + end})
		}
		return r.trim(stretch{start, len(r.s)})
	}
}
