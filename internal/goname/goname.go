// Package goname makes Go names of what people wrote: wire names, titles, path segments, Chinese. Whatever the text, the
// result is a valid identifier of ASCII letters and digits; that two texts may get one name is for the caller to settle.
package goname

import (
	"go/token"
	"strings"
)

// Fallback is the name of a text that has no letter or digit to make a name of, and the prefix of one that starts with a digit.
const Fallback = "X"

// Exported is the exported identifier for a text, as (*Namer).Exported with the built-in glossary.
func Exported(text string) string { return (*Namer)(nil).Exported(text) }

// Unexported is the identifier for a local variable or parameter, as (*Namer).Unexported with the built-in glossary.
func Unexported(text string) string { return (*Namer)(nil).Unexported(text) }

// Package is a package name for a text, as (*Namer).Package with the built-in glossary.
func Package(text string) string { return (*Namer)(nil).Package(text) }

// File is a base name for a file, as (*Namer).File with the built-in glossary.
func File(text string) string { return (*Namer)(nil).File(text) }

func exported(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(title(w))
	}
	name := b.String()
	if name == "" || isDigit(rune(name[0])) {
		return Fallback + name
	}
	return name
}

func unexported(words []string) string {
	if len(words) == 0 || isDigit(rune(words[0][0])) {
		words = append([]string{strings.ToLower(Fallback)}, words...)
	}
	var b strings.Builder
	b.WriteString(lowerFirst(words[0]))
	for _, w := range words[1:] {
		b.WriteString(title(w))
	}
	if name := b.String(); !isReserved(name) {
		return name
	}
	return b.String() + "Value"
}

func packageName(words []string) string {
	name := strings.ToLower(strings.Join(words, ""))
	name = strings.TrimLeft(name, "0123456789")
	if isReserved(name) {
		return ""
	}
	return name
}

func fileName(words []string) string {
	name := strings.ToLower(strings.Join(words, "_"))
	if name == "" {
		return "x"
	}
	return name
}

// IsPackage reports whether a person may call a package so.
func IsPackage(name string) bool {
	return token.IsIdentifier(name) && name != "_" && name != "main" && !isReserved(name)
}

// title capitalises one word as Go does.
func title(word string) string {
	lower := strings.ToLower(word)
	if c := compound(lower); c != "" {
		return c
	}
	upper := strings.ToUpper(word)
	if IsInitialism(upper) {
		return upper
	}
	if stem, ok := strings.CutSuffix(upper, "S"); ok && IsInitialism(stem) {
		return stem + "s"
	}
	if stem := strings.TrimRight(upper, "0123456789"); IsInitialism(stem) {
		return upper
	}
	if word == upper && len(word) <= maxCapitals {
		return word
	}
	return strings.ToUpper(word[:1]) + lower[1:]
}

// maxCapitals is how long a word in capitals may be that stays so: DTO, COUNT, but not a sentence that is shouted.
const maxCapitals = 5

// lowerFirst is the first word of an unexported name: initialisms and compounds lose their capitals (urlPath, appID).
func lowerFirst(word string) string {
	lower := strings.ToLower(word)
	if c := compound(lower); c != "" && !IsInitialism(c[:2]) {
		return strings.ToLower(c[:1]) + c[1:]
	}
	return lower
}
