package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// table is a set of folded words and what each is. One that is made of a list is put together when it is first asked, since no run asks
// all.
type table[V any] struct {
	words   map[string]V
	longest int // in bytes
	fill    func(*table[V])
	filled  sync.Once
}

// add takes a word, which need not be folded.
func (t *table[V]) add(word string, v V) {
	if t.words == nil {
		t.words = map[string]V{}
	}
	word = Fold(word)
	t.words[word] = v
	t.longest = max(t.longest, len(word))
}

// find is what a text is as a word. Most texts that are asked about are none, and of those no more is folded than the longest word
// has.
func (t *table[V]) find(text string) (v V, ok bool) {
	if t.fill != nil {
		t.filled.Do(func() { t.fill(t) })
	}
	var room [64]byte
	folded := room[:0]
	for _, r := range text {
		if r, kept := foldRune(r); kept {
			folded = utf8.AppendRune(folded, r)
		}
		if len(folded) > t.longest {
			return v, false
		}
	}
	v, ok = t.words[string(folded)]
	return v, ok
}

func (t *table[V]) has(text string) bool {
	_, ok := t.find(text)
	return ok
}

// set is a table of words that are all the same.
func set(words ...string) *table[struct{}] {
	return &table[struct{}]{fill: func(t *table[struct{}]) {
		t.words = make(map[string]struct{}, len(words))
		for _, w := range words {
			t.add(w, struct{}{})
		}
	}}
}

// expand makes a table of lists of words, parted by blanks.
func expand[V comparable](lists map[V]string) *table[V] {
	return &table[V]{fill: func(t *table[V]) {
		for v, words := range lists {
			for w := range strings.FieldsSeq(words) {
				t.add(w, v)
			}
		}
	}}
}

// endings are what words end in, by the last byte.
type endings map[byte][]string

func endingsOf(words ...string) endings {
	e := endings{}
	for _, w := range words {
		last := w[len(w)-1]
		e[last] = append(e[last], w)
	}
	return e
}

// end reports whether a name ends, folded, in one of them. A name that its last letter rules out is not folded.
func (e endings) end(name string) bool {
	if name == "" {
		return false
	}
	if last := name[len(name)-1]; isWordByte(last) && e[byte(lowerASCII(last))] == nil {
		return false
	}
	folded := Fold(name)
	if folded == "" {
		return false
	}
	for _, w := range e[folded[len(folded)-1]] {
		if strings.HasSuffix(folded, w) {
			return true
		}
	}
	return false
}
