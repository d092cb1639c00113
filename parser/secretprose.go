package parser

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// drawnWord is a word of a description that may be a token or a number.
var drawnWord = regexp.MustCompile(`[A-Za-z0-9]{11,}`)

// described looks at the words of a field's description: 令牌，如 9f3Kq7Zr2LmX8vTb4Wc1Yd6N. A password has no such form; it is found
// by standing elsewhere too.
func (s *secretFinder) described(f *ir.Field, t ir.Text) {
	if lexicon.Password(f.Name.Value) || !t.Span.Known() {
		return
	}
	text := t.Span.Text()
	for _, at := range drawnWord.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if (allDigits(word) || shuffled(word)) && looksReal(f.Name.Value, word) {
			s.look(t.Span.Sub(at[0], len(word)), f.Name.Value, word)
		}
	}
}

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
	for _, at := range addressParameter.FindAllStringSubmatchIndex(f.Text, -1) {
		name, value := f.Text[at[2]:at[3]], f.Text[at[4]:at[5]]
		if lexicon.Secret(name) && looksReal(name, value) {
			s.look(f.Span(at[4], at[5]), name, value)
		}
	}
}

var addressParameter = regexp.MustCompile("[?&]([A-Za-z_-]+)=([^\\s&#\"'`<>|]{8,})")

// everywhere masks what looks real wherever it stands on the pages, and in the texts of the document that people wrote: these go
// into comments and descriptions as they are.
func (s *secretFinder) everywhere() {
	values := slices.SortedFunc(maps.Keys(s.real), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	for _, f := range s.r.files {
		s.standing(f, f.Masked(values).Text)
	}
	var pairs []string
	for _, v := range values {
		pairs = append(pairs, v, ir.Mask(ir.String, v))
	}
	mask := strings.NewReplacer(pairs...)
	ir.Walk(s.r.doc, func(n ir.Node) {
		if t := written(n); t != nil {
			t.Value = mask.Replace(t.Value)
		}
	})
}

// standing marks the places at which a page and its masked text differ.
func (s *secretFinder) standing(f *source.File, masked string) {
	known := make([]bool, len(f.Text))
	for span := range s.masked {
		if span.File == f {
			for i := span.Start; i < span.End; i++ {
				known[i] = true
			}
		}
	}
	for at := 0; at < len(masked); at++ {
		start := at
		for at < len(masked) && masked[at] != f.Text[at] && !known[at] {
			at++
		}
		if at > start {
			s.masked[f.Span(start, at)] = true
		}
	}
}

// written is the text of a node that is written for people; nil for other texts.
func written(n ir.Node) *ir.Text {
	switch of := n.Of.(type) {
	case *ir.Endpoint:
		return map[string]*ir.Text{"title": &of.Title, "doc": &of.Doc, "deprecated": of.Deprecated}[n.Part]
	case *ir.Field:
		return map[string]*ir.Text{"label": &of.Label, "doc": &of.Doc, "note": &of.Note, "when": &of.When, "deprecated": of.Deprecated}[n.Part]
	case *ir.Body:
		return map[string]*ir.Text{"doc": &of.Doc}[n.Part]
	case *ir.Response:
		return map[string]*ir.Text{"doc": &of.Doc}[n.Part]
	case *ir.TypeDecl:
		return map[string]*ir.Text{"doc": &of.Doc}[n.Part]
	case *ir.ErrorCode:
		return map[string]*ir.Text{"doc": &of.Doc, "remedy": &of.Remedy}[n.Part]
	case *ir.Revision:
		return map[string]*ir.Text{"doc": &of.Doc}[n.Part]
	case *ir.JSON:
		return map[string]*ir.Text{"comment": &of.Comment}[n.Part]
	case *ir.Member:
		return map[string]*ir.Text{"comment": &of.Comment}[n.Part]
	}
	return nil
}
