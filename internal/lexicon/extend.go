package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Vocabulary is one of the sets of words.
type Vocabulary uint8

// The vocabularies.
const (
	Types Vocabulary = iota
	Columns
	Sections
	Presences
)

// Extend is a lexicon that knows all that l knows, and to which words can be added; l stays as it is.
func (l *Lexicon) Extend() *Lexicon {
	return &Lexicon{sections: map[string]Topic{}, longest: map[rune]int{}, base: l}
}

// Add lets a word mean what a word that is known means, for headings also several known words in a row (请求参数). It is false,
// and nothing is added, where the other word is not known, or the word has no letter that could be looked up.
func (l *Lexicon) Add(v Vocabulary, word, means string) bool {
	known := false
	if blank(word) {
		return false
	}
	switch v {
	case Types:
		var t TypeWord
		if t, known = l.Type(means); known {
			l.types.add(word, t)
		}
	case Columns:
		var c []Column
		if c, known = l.column(means); known {
			l.columns.add(word, c)
		}
	case Presences:
		var p Presence
		if p, known = l.word(means); known {
			l.presence.add(word, p)
		}
	case Sections:
		var r Reading
		if r = l.Section(means); r.Topic != 0 && r.Pieces == 0 {
			known = true
			l.addSection(word, r.Topic)
		}
	}
	return known
}

// addSection adds a word of headings, which are read as they stand: ASCII words in a row are looked up as one.
func (l *Lexicon) addSection(word string, topic Topic) {
	word = strings.ToLower(closeHan(strings.TrimSpace(word)))
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		word = Fold(word)
	}
	delete(l.sections, word) // the last one counts
	l.addTopic(word, topic)
}

// Words lists all known words of a vocabulary, as they are looked up, in no order; for suggestions.
func (l *Lexicon) Words(v Vocabulary) []string {
	if l == nil {
		return nil
	}
	words := l.base.Words(v)
	switch v {
	case Types:
		words = appendKeys(words, l.types.words)
	case Columns:
		words = appendKeys(words, l.columns.words)
	case Sections:
		words = appendKeys(words, l.sections)
	case Presences:
		words = appendKeys(words, l.presence.words)
	}
	return words
}

func appendKeys[V any](words []string, table map[string]V) []string {
	for w := range table {
		words = append(words, w)
	}
	return words
}

// The look-ups; a project's own words come first.

func (l *Lexicon) topic(word string) (t Topic, ok bool) {
	for ; l != nil && !ok; l = l.base {
		t, ok = l.sections[word]
	}
	return t, ok
}

func (l *Lexicon) column(word string) (c []Column, ok bool) {
	for ; l != nil && !ok; l = l.base {
		c, ok = l.columns.find(word)
	}
	return c, ok
}

func (l *Lexicon) typeWord(word string) (t TypeWord, ok bool) {
	for ; l != nil && !ok; l = l.base {
		t, ok = l.types.find(word)
	}
	return t, ok
}

func (l *Lexicon) word(word string) (p Presence, ok bool) {
	for ; l != nil && !ok; l = l.base {
		p, ok = l.presence.find(word)
	}
	return p, ok
}
