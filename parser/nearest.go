package parser

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/hbollon/go-edlib"
)

// maxMisspelt is how long a word may be to be compared at all, in bytes.
const maxMisspelt = 64

// speller finds the word, among those that it was given, that another one misspells. Words are kept by their length, so that most are
// never looked at, and with the letters that they have, so that most of the others cost a comparison of two numbers.
type speller struct {
	byLength [maxMisspelt + 3][]spelt
	words    int
}

// spelt is a word that may be meant.
type spelt struct {
	word, lower string
	letters     uint64
	place       int // in the order in which the words were given
}

func newSpeller(words []string) *speller {
	s := &speller{}
	for _, w := range words {
		s.add(w)
	}
	return s
}

// add gives the speller one more word.
func (s *speller) add(word string) {
	if len(word) < len(s.byLength) {
		lower := strings.ToLower(word)
		s.byLength[len(word)] = append(s.byLength[len(word)], spelt{word, lower, letters(lower), s.words})
	}
	s.words++
}

// nearest returns the word that another most likely misspells, or "" when none is close: within one edit for short
// words, two for long ones, transpositions counting as one, digits the same. Ties are no answer.
func (s *speller) nearest(word string) string {
	if len(word) < 4 || len(word) > maxMisspelt {
		return ""
	}
	limit := 1
	if len(word) >= 8 {
		limit = 2
	}
	var best *spelt
	tie, distance := false, limit+1
	lower := strings.ToLower(word)
	mine := letters(lower)
	for length := len(word) - limit; length <= len(word)+limit; length++ {
		for i := range s.byLength[length] {
			c := &s.byLength[length][i]
			if bits.OnesCount64(mine^c.letters) > 2*limit || !share(lower, c.word, limit) || !sameDigits(word, c.word) {
				continue
			}
			switch d := edits(lower, c.lower, limit); {
			case d > limit:
			case d < distance:
				best, distance, tie = c, d, false
			case d > distance:
			case !strings.EqualFold(c.word, best.word):
				tie = true
			case c.place < best.place:
				best = c
			}
		}
	}
	if tie || best == nil {
		return ""
	}
	return best.word
}

// edits is how many edits are between two words, a transposition of neighbours being one. Beyond the limit it only says that they are
// more.
func edits(a, b string, limit int) int {
	if !ascii(a) || !ascii(b) || max(len(a), len(b)) >= maxCompared {
		return edlib.OSADamerauLevenshteinDistance(a, b)
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if more := max(len(a), len(b)) - min(len(a), len(b)); min(len(a), len(b)) == 0 || more > limit {
		return more
	}
	var rows [3][maxCompared]uint8
	for j := range len(b) + 1 {
		rows[0][j] = uint8(j)
	}
	before := 0 // the least of the row before
	for i := 1; i <= len(a); i++ {
		least := fillEdits(&rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3], a[:i], b)
		if least > limit && before > limit {
			return limit + 1
		}
		before = least
	}
	return int(rows[len(a)%3][len(b)])
}

// maxCompared is more than what the longest words that are compared have, in bytes.
const maxCompared = maxMisspelt + 4

// fillEdits computes the edits between a and each beginning of b, from those of a without its last byte and without its last two, and
// returns the least of them.
func fillEdits(row, last, beforeLast *[maxCompared]uint8, a, b string) int {
	i := len(a)
	row[0] = uint8(i)
	least := row[0]
	for j := 1; j <= len(b); j++ {
		n := last[j-1]
		if a[i-1] != b[j-1] {
			n = min(n, last[j], row[j-1]) + 1
		}
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
			n = min(n, beforeLast[j-2]+1)
		}
		row[j] = n
		least = min(least, n)
	}
	return int(least)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// letters is a set of the characters of a word. An edit changes two of its bits at most.
func letters(s string) (set uint64) {
	for _, c := range s {
		set |= 1 << (c & 63)
	}
	return set
}

// sameDigits reports whether words have the same digits in the same order: line1 and line2 are two things, and no misspelling.
func sameDigits(a, b string) bool {
	i, j := 0, 0
	for {
		i, j = nextDigit(a, i), nextDigit(b, j)
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}

func nextDigit(s string, i int) int {
	for i < len(s) && !digit(s[i]) {
		i++
	}
	return i
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
