// Package nearest finds the word that was probably meant.
package nearest

import (
	"strings"

	"github.com/hbollon/go-edlib"
)

// Of is the word that a misspelt one means: a third of its letters and one more may differ, case aside. It is the first of
// several as near, and "" when none is near.
func Of(typed string, words []string) string {
	best, distance := "", len([]rune(typed))/3+1
	for _, word := range words {
		d := edlib.OSADamerauLevenshteinDistance(strings.ToLower(typed), strings.ToLower(word))
		if d < distance || d == distance && best == "" {
			best, distance = word, d
		}
	}
	return best
}
