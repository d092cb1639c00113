package parser

import (
	"strings"

	"github.com/hbollon/go-edlib"
)

// nearest returns the candidate that a word most likely misspells, or "" when none is close: within one edit for short
// words, two for long ones, transpositions counting as one. Ties are no answer.
func nearest(word string, candidates []string) string {
	limit := 1
	if len(word) >= 8 {
		limit = 2
	}
	if len(word) < 4 {
		return ""
	}
	folded := strings.ToLower(word)
	best, tie := "", false
	distance := limit + 1
	for _, c := range candidates {
		if abs(len(c)-len(word)) > limit {
			continue
		}
		d := edlib.OSADamerauLevenshteinDistance(folded, strings.ToLower(c))
		switch {
		case d < distance:
			best, distance, tie = c, d, false
		case d == distance && !strings.EqualFold(c, best):
			tie = true
		}
	}
	if tie || distance > limit {
		return ""
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
