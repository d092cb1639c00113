package goname

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxText bounds how much of a text is looked at and maxWords how many words a name keeps: a name is for people, and a
// cell can be a megabyte long.
const (
	maxText  = 256
	maxWords = 12
)

// Words splits a wire name, title or path segment into the words of an identifier: ASCII letters and digits only, Chinese
// as one word a syllable. Case changes, digits after signs, and everything that is neither letter nor digit separate.
func Words(text string) []string {
	s := splitter{}
	for _, r := range fold(text) {
		s.add(r)
	}
	s.cut()
	return s.words[:min(len(s.words), maxWords)]
}

// fold brings full-width forms to ASCII and takes accents off letters; what is left beyond ASCII is Chinese or dropped.
func fold(text string) []rune {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return []rune(norm.NFKD.String(text))
}

type splitter struct {
	words []string
	word  []rune
}

func (s *splitter) add(r rune) {
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		// an accent that fold took off its letter, or an invisible character: the word goes on
	case isUpper(r):
		s.upper(r)
	case isLower(r):
		s.lower(r)
	case isDigit(r):
		s.word = append(s.word, r)
	default:
		s.cut()
		if syllable := pinyinOf(r); syllable != "" {
			s.words = append(s.words, syllable)
		}
	}
}

// upper starts a word unless it continues a run of capitals: chatID, HTTPServer.
func (s *splitter) upper(r rune) {
	if n := len(s.word); n > 0 && isLower(s.word[n-1]) {
		s.cut()
	}
	s.word = append(s.word, r)
}

// lower ends a run of capitals before its last one, which belongs to the new word: HTTPServer is HTTP Server.
func (s *splitter) lower(r rune) {
	if n := len(s.word); n > 1 && isUpper(s.word[n-1]) && isUpper(s.word[n-2]) && !pluralInitialism(s.word, r) {
		last := s.word[n-1]
		s.word = s.word[:n-1]
		s.cut()
		s.word = append(s.word, last)
	}
	s.word = append(s.word, r)
}

// pluralInitialism tells IDs and URLs, whose s belongs to the capitals.
func pluralInitialism(word []rune, next rune) bool {
	return next == 's' && initialisms[strings.ToUpper(string(word))]
}

func (s *splitter) cut() {
	if len(s.word) > 0 {
		s.words = append(s.words, string(s.word))
		s.word = s.word[:0]
	}
}

func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }
func isLower(r rune) bool { return 'a' <= r && r <= 'z' }
func isDigit(r rune) bool { return '0' <= r && r <= '9' }
