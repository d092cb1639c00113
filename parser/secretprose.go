package parser

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// minDrawn is how long a word of a description is at least that may be a token or a number.
const minDrawn = 11

// described looks at the words of a field's description: 令牌，如 9f3Kq7Zr2LmX8vTb4Wc1Yd6N. A password has no such form; it is found
// by standing elsewhere too.
func (s *secretFinder) described(f *ir.Field, t ir.Text) {
	text := t.Span.Text()
	for at := 0; at < len(text); at++ {
		from := at
		for at < len(text) && alnumByte(text[at]) {
			at++
		}
		if word := text[from:at]; len(word) >= minDrawn && (allDigits(word) || shuffled(word)) && !lexicon.Password(f.Name.Value) && looksReal(f.Name.Value, word) {
			s.look(t.Span.Sub(from, len(word)), f.Name.Value, word)
		}
	}
}

func alnumByte(c byte) bool { return wordByte(c) && c != '_' && c != '-' }

// shuffled reports whether letters and digits take turns in a word, as they do not in HmacSHA256WithBase64.
func shuffled(word string) bool {
	turns := 0
	for i := 1; i < len(word); i++ {
		count(&turns, digit(word[i]) != digit(word[i-1]))
	}
	return turns > 4
}

// addressed finds secrets among the parameters of addresses, anywhere in the text of a page.
func (s *secretFinder) addressed(f *source.File) {
	for at := nextParameter(f.Text, 0); at < len(f.Text); at = nextParameter(f.Text, at) {
		at++
		equals := at
		for equals < len(f.Text) && parameterByte(f.Text[equals]) {
			equals++
		}
		if equals == at || equals == len(f.Text) || f.Text[equals] != '=' {
			continue
		}
		name, value := f.Text[at:equals], addressValue(f.Text[equals+1:])
		if utf8.RuneCountInString(value) < minAddressed {
			continue
		}
		at = equals + 1 + len(value)
		if lexicon.Secret(name) && looksReal(name, value) {
			s.look(f.Span(equals+1, at), name, value)
		}
	}
}

// minAddressed is how many characters a secret in an address has at least.
const minAddressed = 8

// nextParameter is where a parameter of an address may begin, at the earliest at a place; the length of the text for none.
func nextParameter(text string, at int) int {
	for at < len(text) && text[at] != '?' && text[at] != '&' {
		at++
	}
	return at
}

// parameterByte reports a byte of the names that secrets have in addresses.
func parameterByte(c byte) bool { return wordByte(c) && !digit(c) }

// addressValue is the value of a parameter that a text begins with.
func addressValue(text string) string {
	if end := strings.IndexAny(text, " \t\n\f\r&#\"'`<>|"); end >= 0 {
		return text[:end]
	}
	return text
}

// everywhere masks what looks real wherever it stands on the pages, and in the texts of the document that people wrote: these go
// into comments and descriptions as they are.
func (s *secretFinder) everywhere() {
	values := slices.SortedFunc(maps.Keys(s.real), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	wanted := newNeedles(values)
	masked := map[*source.File][]source.Span{}
	for span := range s.masked {
		masked[span.File] = append(masked[span.File], span)
	}
	for _, f := range s.r.files {
		s.standing(f, wanted, masked[f])
	}
	var pairs []string
	for _, v := range values {
		pairs = append(pairs, v, ir.Mask(ir.String, v))
	}
	mask, shortest := strings.NewReplacer(pairs...), len(values[len(values)-1])
	ir.Walk(s.r.doc, func(n ir.Node) {
		if len(n.Value) < shortest {
			return
		}
		if t := written(n); t != nil {
			t.Value = mask.Replace(t.Value)
		}
	})
}

// standing marks the places on a page at which one of the values stands and that are not masked yet: all of a value but the line ends
// and the stars that it has itself.
func (s *secretFinder) standing(f *source.File, wanted *needles, masked []source.Span) {
	slices.SortFunc(masked, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	until := 0
	known := func(at int) bool { // asked for rising places
		for len(masked) > 0 && masked[0].Start <= at {
			until, masked = max(until, masked[0].End), masked[1:]
		}
		return at < until
	}
	open, last := -1, 0 // where the place at hand begins, and where the value before ends
	closeAt := func(at int) {
		if open >= 0 {
			s.masked[f.Span(open, at)] = true
		}
		open = -1
	}
	for at, value := range wanted.in(f.Text) {
		if at > last {
			closeAt(last)
		}
		for last = at + len(value); at < last; at++ {
			if c := f.Text[at]; c == '\n' || c == '*' || known(at) {
				closeAt(at)
			} else if open < 0 {
				open = at
			}
		}
	}
	closeAt(last)
}

// needles are values that are looked for at each place of a text.
type needles struct {
	values  map[string]bool
	lengths map[string][]int // of the values that begin with these bytes, the longest first
	pairs   [64]uint64       // which two bytes they may begin with
}

// needleStart is how many bytes a value has at least that is looked for: shorter ones stand anywhere.
const needleStart = 4

// newNeedles takes values, the longest first.
func newNeedles(values []string) *needles {
	n := &needles{values: map[string]bool{}, lengths: map[string][]int{}}
	for _, v := range values {
		if len(v) < needleStart {
			continue
		}
		n.values[v] = true
		start := v[:needleStart]
		if known := n.lengths[start]; len(known) == 0 || known[len(known)-1] != len(v) {
			n.lengths[start] = append(known, len(v))
		}
		bit := pairBit(start)
		n.pairs[bit/64] |= 1 << (bit % 64)
	}
	return n
}

// in goes through the places of a text at which one of the values stands, the longest that does.
func (n *needles) in(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at := 0; at+needleStart <= len(text); {
			bit := pairBit(text[at:])
			if n.pairs[bit/64]>>(bit%64)&1 == 0 {
				at++
				continue
			}
			value := n.at(text[at:])
			if value != "" && !yield(at, value) {
				return
			}
			at += max(len(value), 1)
		}
	}
}

// at is the longest value that a text begins with, "" for none.
func (n *needles) at(text string) string {
	for _, length := range n.lengths[text[:needleStart]] {
		if length <= len(text) && n.values[text[:length]] {
			return text[:length]
		}
	}
	return ""
}

// pairBit is the bit of the two bytes that a text begins with.
func pairBit(s string) uint { return (uint(s[0])*31 + uint(s[1])) % (64 * 64) }

// written is the text of a node that is written for people; nil for other texts.
func written(n ir.Node) *ir.Text {
	switch of := n.Of.(type) {
	case *ir.Endpoint:
		return cmp.Or(ifPart(n, "title", &of.Title), ifPart(n, "doc", &of.Doc), ifPart(n, "deprecated", of.Deprecated))
	case *ir.Field:
		return writtenOf(of, n.Part)
	case *ir.Body:
		return ifPart(n, "doc", &of.Doc)
	case *ir.Response:
		return ifPart(n, "doc", &of.Doc)
	case *ir.TypeDecl:
		return ifPart(n, "doc", &of.Doc)
	case *ir.Revision:
		return ifPart(n, "doc", &of.Doc)
	case *ir.ErrorCode:
		return cmp.Or(ifPart(n, "doc", &of.Doc), ifPart(n, "remedy", &of.Remedy))
	case *ir.JSON:
		return ifPart(n, "comment", &of.Comment)
	case *ir.Member:
		return ifPart(n, "comment", &of.Comment)
	}
	return nil
}

func ifPart(n ir.Node, part string, t *ir.Text) *ir.Text {
	if n.Part == part {
		return t
	}
	return nil
}

// writtenOf is that text of a field.
func writtenOf(f *ir.Field, part string) *ir.Text {
	switch part {
	case "label":
		return &f.Label
	case "doc":
		return &f.Doc
	case "note":
		return &f.Note
	case "when":
		return &f.When
	case "deprecated":
		return f.Deprecated
	}
	return nil
}
