package lexicon

import (
	"strings"
	"sync"
)

var builtin = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{
		sections: make(map[string]Topic, 512),
		columns:  make(map[string][]Column, 512),
		types:    make(map[string]TypeWord, 512),
		presence: make(map[string]Presence, 128),
	}
	for topic, words := range sectionWords {
		for _, w := range words {
			l.sections[w] |= topic
			l.longest = max(l.longest, len(w))
		}
	}
	for _, row := range columnTable {
		for w := range strings.FieldsSeq(row.words) {
			l.columns[Fold(w)] = row.columns
		}
	}
	for _, row := range typeTable {
		for w := range strings.FieldsSeq(row.words) {
			l.types[Fold(w)] = row.word
		}
	}
	for p, words := range presenceTable {
		for w := range strings.FieldsSeq(words) {
			l.presence[Fold(w)] = p
		}
	}
	return l
})
