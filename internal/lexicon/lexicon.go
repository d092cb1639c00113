// Package lexicon holds the words of API documents: what 必填, 可为空, 字段名 or 整型 mean. It is data; the parser asks it and
// decides. A project's configuration can add words of its own (Extend).
package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lexicon answers what words mean. The zero value knows nothing; use Default.
type Lexicon struct {
	sections map[string]Topic
	columns  map[string][]Column
	types    map[string]TypeWord
	presence map[string]Presence
	longest  int      // length in bytes of the longest Chinese section word
	base     *Lexicon // what answers for words that are not here; nil for none
}

// Default returns the built-in lexicon. It is built on first use and shared; it must not be changed.
func Default() *Lexicon { return builtin() }

// Fold normalizes a word for look-up: lower case, without blanks, marks of emphasis, punctuation and full-width forms.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r >= '！' && r <= '～': // full-width ASCII
			r -= '！' - '!'
		case unicode.IsSpace(r) || r == '\u3000' || r == '\u200b' || r == '\ufeff':
			continue
		}
		if r < utf8.RuneSelf && !isWordByte(byte(r)) {
			continue
		}
		if strings.ContainsRune("：。，、；“”‘’（）【】《》「」—…·●★", r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
