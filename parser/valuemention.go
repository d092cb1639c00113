package parser

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// pointed are the lists that a description points at.
func (l *lister) pointed(f *ir.Field, at valueSite) []*valueList {
	text := f.Doc.Value
	if text == "" || len(text) > maxDoc*4 {
		return nil
	}
	var found []*valueList
	for _, key := range l.linked(f) {
		found = append(found, l.r.lists.byKey[key]...)
	}
	for _, marks := range [][]string{lexicon.RefMarks, lexicon.ListMarks} {
		for _, mark := range marks {
			for from := 0; len(found) == 0; {
				i := strings.Index(text[from:], mark)
				if i < 0 {
					break
				}
				from += i + len(mark)
				found = l.named(text[from:], mark)
			}
		}
	}
	if len(found) == 0 {
		found = l.word(text)
	}
	if len(found) == 0 {
		found = l.misspelt(f, at)
	}
	if len(found) == 0 {
		found = l.below(f, text, at)
	}
	return slices.DeleteFunc(slices.Clone(found), func(c *valueList) bool { return c.failing || c.codes && answerCode(f) })
}

// answerCode reports whether a field is the code that answers carry, whose values are in the tables of errors.
func answerCode(f *ir.Field) bool {
	head := headClause(f)
	return lexicon.FailureTitle(head) || strings.HasSuffix(strings.ToLower(f.Name.Value), "code") || head == "" && lexicon.Envelope(f.Name.Value) == lexicon.EnvelopeCode
}

// linked are the keys of what the links in a description lead to.
func (l *lister) linked(f *ir.Field) []string {
	raw := f.Doc.Span.Text()
	var keys []string
	for at := strings.Index(raw, "]("); at >= 0 && len(keys) < 8; {
		target, _, _ := strings.Cut(raw[at+2:], ")")
		if i := strings.LastIndexByte(target, '#'); i >= 0 && len(target) < maxListTitle {
			anchor := target[i+1:]
			keys = append(keys, lexicon.Fold(lexicon.ListName(anchor)))
		}
		next := strings.Index(raw[at+2:], "](")
		if next < 0 {
			break
		}
		at += 2 + next
	}
	return keys
}

// named are the lists whose name a text begins with, once the words around a name are off: 下面的《订单状态》表.
func (l *lister) named(tail, mark string) []*valueList {
	if mark == "附录" || mark == "附表" {
		if found := l.prefix(mark + tail); found != nil {
			return found
		}
	}
	for range 8 {
		tail = strings.TrimLeft(tail, listPunctuation)
		if found := l.prefix(tail); found != nil {
			return found
		}
		rest, ok := lexicon.CutListFiller(tail)
		if !ok {
			return nil
		}
		tail = rest
	}
	return nil
}

const listPunctuation = " \t:：《〈「『【[（(\"“'‘`-—_/>、"

// prefix are the lists of the longest name that a text begins with. What follows it must not go on with the word.
func (l *lister) prefix(text string) []*valueList {
	var best []*valueList
	var folded strings.Builder
	n := 0
	for i, c := range text {
		if n > l.r.lists.long || i > maxListTitle || strings.ContainsRune("，,。；;\n", c) {
			break
		}
		if c == '.' && i > 0 && digit(text[i-1]) {
			c = '点'
		}
		before := folded.Len()
		folded.WriteString(lexicon.Fold(string(c)))
		if folded.Len() == before {
			continue
		}
		n++
		rest := text[i+len(text[i:])-len(text[i:]):]
		_, size := utf8.DecodeRuneInString(rest)
		if found := l.r.lists.byKey[folded.String()]; found != nil && ends(text[:i+size], text[i+size:]) {
			best = found
		}
	}
	return best
}

// ends reports whether a name is over where a text is cut: no letter follows, or a word that stands around names.
func ends(before, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return true
	case last < utf8.RuneSelf:
		return next >= utf8.RuneSelf || !wordByte(byte(next)) && (next != '.' || len(rest) < 2 || !digit(rest[1]))
	case next < utf8.RuneSelf || !unicode.IsLetter(next):
		return true
	}
	_, ok := lexicon.CutListFiller(rest)
	return ok
}

// misspelt are the lists whose identifier is a letter or two away from the one that a description points at.
func (l *lister) misspelt(f *ir.Field, at valueSite) []*valueList {
	text := f.Doc.Value
	for _, mark := range lexicon.RefMarks {
		i := strings.Index(text, mark)
		if i < 0 {
			continue
		}
		from := len(text) - len(strings.TrimLeft(text[i+len(mark):], listPunctuation))
		end := from
		for end < len(text) && wordByte(text[end]) {
			end++
		}
		word := text[from:end]
		if len(word) < 4 || l.r.lookup(word, at.d) != nil {
			continue
		}
		if near := l.r.listNear(word); near != "" {
			if list := l.r.listNamed(near, at.d); list != nil {
				at := f.Doc.Span
				if i := strings.Index(at.Text(), word); i >= 0 {
					at = at.Sub(i, len(word))
				}
				l.r.diags.Add(list.healed(ir.Text{Value: word, Span: at}, near))
				return []*valueList{list}
			}
		}
	}
	return nil
}

// healed is the message on a reference that misspells a list's name.
func (l *valueList) healed(word ir.Text, near string) *source.Diagnostic {
	return misspeltReference.At(word.Span, word.Value, near).Also(l.title.Span, "可能指这里", "this is probably meant").Replace(word.Span, near)
}

// listNear is the identifier of a list that a word most likely misspells; "" for none.
func (r *reader) listNear(word string) string {
	if len(r.lists.all) == 0 {
		return ""
	}
	if r.lists.names == nil {
		r.lists.names = newSpeller(nil)
	}
	for ; r.lists.spelt < len(r.lists.all); r.lists.spelt++ {
		for _, id := range r.lists.all[r.lists.spelt].idents {
			r.lists.names.add(id.Value)
		}
	}
	return r.lists.names.nearest(word)
}

// word are the lists whose identifier stands in a text by itself, written like the name of a type: 订单状态 OrderStatus.
func (l *lister) word(text string) []*valueList {
	for at := 0; at < len(text); at++ {
		if !wordByte(text[at]) {
			continue
		}
		end := at
		for end < len(text) && wordByte(text[end]) {
			end++
		}
		word := text[at:end]
		if c := word[0]; c >= 'A' && c <= 'Z' && distinctive(word) {
			var found []*valueList
			for _, list := range l.r.lists.byKey[lexicon.Fold(word)] {
				if slices.ContainsFunc(list.idents, func(t ir.Text) bool { return t.Value == word }) {
					found = append(found, list)
				}
			}
			if found != nil {
				return found
			}
		}
		at = end
	}
	return nil
}

// belowWords say that the list is the next table.
var belowWords = []string{"下表", "下面表", "下方表", "下面的表", "下方的表", "以下表", "见下方", "见下面", "如下表"}

// below are the tables next below the field's own, when the description says so: those whose title speaks of the field, else those
// that can hold its values.
func (l *lister) below(f *ir.Field, text string, at valueSite) []*valueList {
	if at.d == nil || !slices.ContainsFunc(belowWords, func(w string) bool { return strings.Contains(text, w) }) {
		return nil
	}
	p, found := at.d.page, []*valueList(nil)
	for i := p.indexAfter(f.Span); i < len(p.cues) && len(found) < 2; i++ {
		lists := l.r.lists.byTable[p.cues[i]]
		if lists == nil && p.cues[i].table == nil {
			continue
		}
		if lists == nil {
			break
		}
		found = append(found, lists...)
	}
	if len(found) < 2 {
		return found
	}
	if spoken := keep(found, func(c *valueList) bool { return c.speaksOf(f) }); len(spoken) > 0 {
		return spoken
	}
	found = keep(found, func(c *valueList) bool { return l.holds(c, f) })
	if nameless := keep(found, func(c *valueList) bool { return !c.named() }); len(nameless) > 0 || len(found) < 2 {
		return nameless // a title that speaks of something else
	}
	return found
}

func keep(lists []*valueList, fits func(*valueList) bool) []*valueList {
	return slices.DeleteFunc(slices.Clone(lists), func(c *valueList) bool { return !fits(c) })
}

// holds reports whether a field's values can be those of a list: they are of its kind, and samples show no others.
func (l *lister) holds(list *valueList, f *ir.Field) bool {
	if s := listedScalar(f.Type); s == nil || (s.Kind == ir.Integer || s.Kind == ir.Number) && !list.integers() {
		return false
	}
	values := &ir.Enum{Values: list.values}
	for _, v := range l.r.shown[f] {
		if !l.r.meaningless(v) && !listed(values, v.Text) {
			return false
		}
	}
	return true
}

// speaksOf reports whether the title of a list has a word for what a field is called.
func (l *valueList) speaksOf(f *ir.Field) bool {
	for _, w := range l.words {
		if strings.Contains(f.Doc.Value, w.Value) {
			return true
		}
	}
	return slices.ContainsFunc(l.idents, func(id ir.Text) bool { return lexicon.Fold(id.Value) == lexicon.Fold(f.Name.Value) })
}

// indexAfter is the first block that begins behind a place of the page.
func (p *page) indexAfter(s source.Span) int {
	if s.File != p.file {
		return len(p.cues)
	}
	return sort.Search(len(p.cues), func(i int) bool { return p.cues[i].Whole.Start >= s.End })
}
