package lexicon

import (
	"strings"
	"sync"
)

var builtin = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{
		sections: make(map[string]Topic, 512),
		longest:  make(map[rune]int, 256),
	}
	for topic, words := range sectionWords {
		for _, w := range words {
			l.addTopic(w, topic)
		}
	}
	for _, row := range columnTable {
		for w := range strings.FieldsSeq(row.words) {
			l.columns.add(w, row.columns)
		}
	}
	for _, row := range typeTable {
		for w := range strings.FieldsSeq(row.words) {
			l.types.add(w, row.word)
		}
	}
	for p, words := range presenceTable {
		for w := range strings.FieldsSeq(words) {
			l.presence.add(w, p)
		}
	}
	return l
})
