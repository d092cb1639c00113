package goname

import (
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Namer makes names with a project's own glossary besides the built-in one. The nil Namer has the built-in one alone; the
// functions of the package are its methods.
type Namer struct{ own glossary }

// WordError is an entry of a glossary that is none.
type WordError struct {
	Word, English string
	// Foreign says that the word is not Chinese throughout; else the translation makes no identifier.
	Foreign bool
}

func (e *WordError) Error() string {
	if e.Foreign {
		return fmt.Sprintf("%q is not a Chinese word (for %q)", e.Word, e.English)
	}
	return fmt.Sprintf("%q cannot be part of a Go name (for %q)", e.English, e.Word)
}

// New makes a Namer for a glossary: Chinese words and the English words for them, "-" for a word to leave out. The error is a
// *WordError, about the first entry that is none.
func New(project map[string]string) (*Namer, error) {
	if len(project) == 0 {
		return nil, nil
	}
	n := &Namer{glossary{words: make(map[string]*meaning, len(project))}}
	for _, word := range slices.Sorted(maps.Keys(project)) {
		english := strings.TrimSpace(project[word])
		if !isHan(word) {
			return nil, &WordError{word, english, true}
		}
		if english != nothing && !makesName(english) {
			return nil, &WordError{word, english, false}
		}
		n.own.add(string(fold(word)), &meaning{words: ownWords(english), own: true})
	}
	return n, nil
}

// ownWords are the words of a translation; capitals inside one separate words as in any other name.
func ownWords(english string) string {
	if english == nothing {
		return ""
	}
	return strings.Join(Words(english), " ")
}

func isHan(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return pinyinOf(r) == "" })
}

// makesName tells words that an identifier may begin with. A keyword is fine: it gets a capital, or has others around it.
func makesName(english string) bool {
	name := strings.Join(strings.Fields(english), "")
	return name != "" && token.IsIdentifier("X"+name) && !isDigit(rune(name[0])) && len(Words(name)) > 0 &&
		!strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf })
}

// meaning is that of a word, nil for one that no glossary has.
func (n *Namer) meaning(word string) *meaning {
	if n != nil {
		if m := n.own.words[word]; m != nil {
			return m
		}
	}
	return builtin(word)
}

// Exported is the exported identifier for a text: chatId is ChatID, 用户列表 is UserList, "" is X.
func (n *Namer) Exported(text string) string { return exported(n.Words(text)) }

// Unexported is the identifier for a local variable or parameter: chatId is chatID, URL is url, type is typeValue.
func (n *Namer) Unexported(text string) string { return unexported(n.Words(text)) }

// Package is a package name for a text: lower-case letters and digits run together, "" when nothing is left of it or the
// word is not to be had.
func (n *Namer) Package(text string) string { return packageName(n.Words(text)) }

// File is a base name for a file: lower-case words joined by underscores, never empty, never with a separator or dot in it.
func (n *Namer) File(text string) string { return fileName(n.Words(text)) }

// Terms splits a text into the things it speaks of, each a text without spaces: 购物车列表 is ShoppingCart and List, and 银杏,
// which no glossary has, is YinXing.
func (n *Namer) Terms(text string) []string {
	s := splitter{namer: n, apart: true}
	s.split(text)
	return s.terms
}

// Translate splits a text as Words does and reports whether it is wholly understood: nothing of it had to be read aloud, no
// sign with a meaning (>, +) was left out, and something is left of it. What stands in brackets is a remark and left out:
// 待支付（未付款） is Pending Payment.
func (n *Namer) Translate(text string) (words []string, whole bool) {
	return n.translate(text, false)
}

// Label translates the label of a value, where a verb at the end says what was done: 禁用 is Disabled, but 禁用用户 Disable User.
func (n *Namer) Label(text string) (words []string, whole bool) { return n.translate(text, true) }

func (n *Namer) translate(text string, label bool) (words []string, whole bool) {
	short := len(text) <= maxText
	if !short {
		text = text[:maxText]
	}
	s := splitter{namer: n}
	s.split(withoutRemarks(text))
	words = s.words
	if label && s.label != nil {
		words = s.label
	}
	whole = len(words) > 0 && len(words) <= maxWords && short && !s.aloud && !s.lost && !digitsMeet(words)
	return words[:min(len(words), maxWords)], whole
}

// digitsMeet tells words that would be read as one number: 1 and 5 of 1-5.
func digitsMeet(words []string) bool {
	for i := 1; i < len(words); i++ {
		if before := words[i-1]; isDigit(rune(before[len(before)-1])) && isDigit(rune(words[i][0])) {
			return true
		}
	}
	return false
}

// withoutRemarks leaves out what stands in brackets, unless that is all.
func withoutRemarks(text string) string {
	if !strings.ContainsAny(text, "(（[【") {
		return text
	}
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune("(（[【", r):
			depth++
			b.WriteByte(' ')
		case strings.ContainsRune(")）]】", r):
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	if strings.TrimSpace(b.String()) == "" {
		return text
	}
	return b.String()
}
