package generator

import "strings"

// wordList is a list of words with a blank on both sides of each. It lies in the program as it is used: a map would be made anew
// in every process.
type wordList string

// has reports whether a word is on the list.
func (l wordList) has(word string) bool {
	return word != "" && !strings.Contains(word, " ") && strings.Contains(string(l), " "+word+" ")
}
