package parser

import (
	"strings"

	"github.com/hbollon/go-edlib"
)

// maxMisspelt is how long a word may be to be compared at all, in bytes.
const maxMisspelt = 64

// nearest returns the candidate that a word most likely misspells, or "" when none is close: within one edit for short
// words, two for long ones, transpositions counting as one, digits the same. Ties are no answer.
func nearest(word string, candidates []string) string {
	limit := 1
	if len(word) >= 8 {
		limit = 2
	}
	if len(word) < 4 {
		return ""
	}
	if len(word) > maxMisspelt {
		return ""
	}
	folded := strings.ToLower(word)
	best, tie := "", false
	distance := limit + 1
	for _, c := range candidates {
		if abs(len(c)-len(word)) > limit || !share(folded, c, limit) || digitsIn(c) != digitsIn(word) {
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

// digitsIn are the digits of a word: line1 and line2 are two things, and no misspelling.
func digitsIn(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return ""
	}
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// share is a quick look whether two words can be within limit edits: one of their ends must agree for the most part.
func share(a, b string, limit int) bool {
	differ := 0
	for i := range min(len(a), len(b)) {
		if a[i]|0x20 != b[i]|0x20 {
			differ++
		}
	}
	if differ <= 2*limit {
		return true
	}
	differ = 0
	for i := range min(len(a), len(b)) {
		if a[len(a)-1-i]|0x20 != b[len(b)-1-i]|0x20 {
			differ++
		}
	}
	if differ <= 2*limit {
		return true
	}
	prefix := 0
	for prefix < min(len(a), len(b)) && a[prefix]|0x20 == b[prefix]|0x20 {
		prefix++
	}
	return prefix >= min(len(a), len(b))/2-limit
}
