package main

import (
	"slices"
	"strings"

	"github.com/hbollon/go-edlib"

	"github.com/wenma/wenma/source"
)

// nearest picks the word that was probably meant: at most a third of its letters differ. It is "" when none is near.
func nearest(typed string, words []string) string {
	best, distance := "", len([]rune(typed))/3+1
	for _, w := range words {
		if d := edlib.OSADamerauLevenshteinDistance(strings.ToLower(typed), strings.ToLower(w)); d < distance || d == distance && best == "" {
			best, distance = w, d
		}
	}
	return best
}

// nearestFew picks the words that were probably meant, as nearest does, the nearest first.
func nearestFew(typed string, words []string, n int) []string {
	var near []string
	for len(near) < n {
		word := nearest(typed, words)
		if word == "" {
			break
		}
		near = append(near, word)
		words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return strings.EqualFold(w, word) })
	}
	return near
}

// listed joins words as a sentence does.
func listed(words []string) source.Message {
	return source.Message{ZH: strings.Join(words, "、"), EN: strings.Join(words, ", ")}
}
