package main

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/source"
)

// nearestFew picks the words that were probably meant, the nearest first.
func nearestFew(typed string, words []string, n int) []string {
	var near []string
	for len(near) < n {
		word := nearest.Of(typed, words)
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
