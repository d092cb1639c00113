package goname

import (
	"cmp"
	"maps"
	"slices"
	"unicode"
)

// Unknown lists the Chinese words of a text that no glossary has and that are read aloud in names: 银杏 of 银杏列表.
func (n *Namer) Unknown(text string) []string {
	var words []string
	runes := fold(text)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && unicode.Is(unicode.Han, runes[end]) {
			end++
		}
		for _, t := range n.terms(string(runes[i:end])) {
			if t.aloud() {
				words = append(words, t.text)
			}
		}
		i = max(end, i+1)
	}
	return words
}

// MostUnknown lists the unknown words that texts have more than once, the most frequent first, at most so many.
func (n *Namer) MostUnknown(texts []string, limit int) []string {
	count := make(map[string]int)
	for _, text := range texts {
		for _, word := range n.Unknown(text) {
			count[word]++
		}
	}
	maps.DeleteFunc(count, func(_ string, times int) bool { return times < 2 })
	words := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return words[:min(len(words), limit)]
}
