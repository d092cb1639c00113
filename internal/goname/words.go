package goname

import (
	"slices"
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

// Words splits a text as (*Namer).Words does, with the built-in glossary.
func Words(text string) []string { return (*Namer)(nil).Words(text) }

// Words splits a wire name, title or path segment into the words of an identifier: ASCII letters and digits only, Chinese
// translated where a glossary knows it and else as one word a syllable. Case changes, digits after signs, and everything
// that is neither letter nor digit separate.
func (n *Namer) Words(text string) []string {
	s := splitter{namer: n}
	s.split(text)
	if len(s.words) == 0 && len(s.silent) > 0 { // nothing but words that add nothing: better than no name
		s.words = syllablesOf(string(s.silent))
	}
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
	namer  *Namer
	words  []string
	from   int      // the first word of the run of letters and digits that is being read
	small  bool     // it has a small letter
	terms  []string // the words in one piece for each thing; where apart is set
	apart  bool
	word   []rune
	han    []rune   // a run of Chinese, not yet split
	silent []rune   // Chinese words that add nothing
	label  []string // the words for a label, where they are others
	aloud  bool     // some of it is in no glossary
	lost   bool     // something with a meaning was left out
}

func (s *splitter) split(text string) {
	for _, r := range fold(text) {
		s.add(r)
	}
	s.flush()
}

func (s *splitter) add(r rune) {
	switch {
	case isUpper(r):
		s.flushHan()
		s.upper(r)
	case isLower(r):
		s.flushHan()
		s.lower(r)
	case isDigit(r):
		s.flushHan()
		s.word = append(s.word, r)
	case pinyinOf(r) != "":
		s.endRun()
		s.han = append(s.han, r)
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		// an accent that fold took off its letter, or an invisible character: the word goes on
	default:
		s.flush()
		s.lost = s.lost || unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("<>=+*%≤≥≠±×÷→", r)
	}
}

// flush ends the word or the run of Chinese.
func (s *splitter) flush() {
	s.endRun()
	s.flushHan()
}

// endRun ends a run of letters and digits. Capitals are their author's choice only beside small letters: RegisterDTO has them, and
// STATUS_CODE does not.
func (s *splitter) endRun() {
	s.cut()
	for i := s.from; i < len(s.words) && !s.small; i++ {
		s.words[i] = strings.ToLower(s.words[i])
	}
	s.from, s.small = len(s.words), false
}

func (s *splitter) flushHan() {
	if len(s.han) == 0 {
		return
	}
	for _, t := range s.namer.terms(string(s.han)) {
		if len(t.words) == 0 {
			s.silent = append(s.silent, []rune(t.text)...)
			continue
		}
		s.aloud = s.aloud || t.aloud()
		s.term(t)
	}
	s.han = s.han[:0]
}

// term adds the words of a term, the first of them once: "ID 标识" is ID, "update 更新用户" UpdateUser.
func (s *splitter) term(t term) {
	words := t.words
	if n := len(s.words); n > 0 && !t.aloud() && strings.EqualFold(s.words[n-1], words[0]) {
		words = words[1:]
	}
	s.label = nil
	if !t.aloud() && t.means.state != "" {
		s.label = append(slices.Clip(s.words), strings.Fields(t.means.state)...)
	}
	s.words = append(s.words, words...)
	s.from = len(s.words)
	if s.apart && len(words) > 0 {
		s.terms = append(s.terms, exported(words))
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
	s.small = true
}

// pluralInitialism tells IDs and URLs, whose s belongs to the capitals.
func pluralInitialism(word []rune, next rune) bool {
	return next == 's' && IsInitialism(strings.ToUpper(string(word)))
}

func (s *splitter) cut() {
	if len(s.word) > 0 {
		word := string(s.word)
		s.words = append(s.words, word)
		if s.apart {
			s.terms = append(s.terms, word)
		}
		s.word, s.label = s.word[:0], nil
	}
}

func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }
func isLower(r rune) bool { return 'a' <= r && r <= 'z' }
func isDigit(r rune) bool { return '0' <= r && r <= '9' }
