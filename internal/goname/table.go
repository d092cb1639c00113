package goname

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// table is a list of words, a line each: the word, a blank, and what is said of it, in the order of the words' bytes. It is searched
// as it lies in the program: a map would have to be made of it in every process, which takes longer than a page.
type table string

// find gives what the table says of a word.
func (t table) find(word string) (says string, ok bool) {
	line, _, _ := strings.Cut(string(t[t.from(word):]), "\n")
	found, says, _ := strings.Cut(line, " ")
	return says, found == word && word != ""
}

// begin gives the words that a text begins with, the shortest first, and what the table says of each.
func (t table) begin(text string) iter.Seq2[string, string] {
	return func(yield func(word, says string) bool) {
		_, size := utf8.DecodeRuneInString(text)
		for rest := string(t[t.from(text[:size]):]); size > 0 && rest != ""; {
			var line string
			line, rest, _ = strings.Cut(rest, "\n")
			word, says, _ := strings.Cut(line, " ")
			if word > text || strings.HasPrefix(text, word) && !yield(word, says) {
				return
			}
		}
	}
}

// from is where the first line begins that has a word, or one that comes after it. Lines are compared as they are: a blank comes
// before whatever a word may go on with.
func (t table) from(word string) int {
	low, high := 0, len(t) // where lines begin
	for low < high {
		half := (low + high) / 2
		middle := low + strings.LastIndexByte(string(t[low:half]), '\n') + 1
		if string(t[middle:high]) < word {
			low = half + strings.IndexByte(string(t[half:high]), '\n') + 1
		} else {
			high = middle
		}
	}
	return low
}
