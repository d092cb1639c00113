// Package lexicon holds the words of API documents: what 必填, 可为空, 字段名 or 整型 mean. It is data; the parser asks it and
// decides. A project's configuration can add words of its own (Extend).
package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Lexicon answers what words mean. The zero value knows nothing; use Default.
type Lexicon struct {
	sections map[string]Topic
	columns  table[[]Column]
	types    table[TypeWord]
	presence table[Presence]
	longest  map[rune]int // length in bytes of the longest section word with Chinese in it that starts with a character
	base     *Lexicon     // what answers for words that are not here; nil for none
}

// Default returns the built-in lexicon. It is built on first use and shared; it must not be changed.
func Default() *Lexicon { return builtin() }

// Fold normalizes a word for look-up: lower case, without blanks, marks of emphasis, punctuation and full-width forms. A word that is
// so already is returned as it is.
func Fold(s string) string {
	for i, r := range s {
		if folded, kept := foldRune(r); !kept || folded != r || r == utf8.RuneError {
			return foldFrom(s, i)
		}
	}
	return s
}

// foldFrom folds a word of which the first n bytes are so already.
func foldFrom(s string, n int) string {
	out := make([]byte, n, len(s)+utf8.UTFMax)
	copy(out, s)
	for _, r := range s[n:] {
		if folded, kept := foldRune(r); kept {
			out = utf8.AppendRune(out, folded)
		}
	}
	return string(out)
}

// Same reports whether two words are the same when they are folded.
func Same(a, b string) bool {
	for {
		x, restA := nextFolded(a)
		y, restB := nextFolded(b)
		if x != y {
			return false
		}
		if x < 0 {
			return true
		}
		a, b = restA, restB
	}
}

// nextFolded is the first character of a folded word, -1 at its end, and what follows it.
func nextFolded(s string) (rune, string) {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if folded, kept := foldRune(r); kept {
			return folded, s
		}
	}
	return -1, ""
}

// blank reports whether nothing is left of a text that is folded.
func blank(s string) bool {
	for _, r := range s {
		if _, kept := foldRune(r); kept {
			return false
		}
	}
	return true
}

// foldRune is what stands for a character in a folded word; kept is false for one that is left out.
func foldRune(r rune) (folded rune, kept bool) {
	if r >= '一' && r <= '鿿' { // most of what there is to fold, and as it should be
		return r, true
	}
	if r >= '！' && r <= '～' { // full-width ASCII
		r -= '！' - '!'
	}
	switch {
	case r < utf8.RuneSelf:
		return lowerASCII(byte(r)), isWordByte(byte(r))
	case unicode.IsSpace(r), foldedAway(r):
		return 0, false
	}
	return unicode.ToLower(r), true
}

// foldedAway reports the punctuation and the invisible characters beyond ASCII that words are looked up without.
func foldedAway(r rune) bool {
	switch r {
	case '。', '、', '“', '”', '‘', '’', '【', '】', '《', '》', '「', '」', '—', '…', '·', '●', '★', '\u3000', '\u200b', '\ufeff':
		return true
	}
	return false
}

func lowerASCII(c byte) rune {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return rune(c)
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
