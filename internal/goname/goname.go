// Package goname makes Go names of what people wrote: wire names, titles, path segments, Chinese. Whatever the text, the
// result is a valid identifier of ASCII letters and digits; that two texts may get one name is for the caller to settle.
package goname

import (
	"go/token"
	"strings"
)

// fallback is the name of a text that has no letter or digit to make a name of, and the prefix of one that starts with a digit.
const fallback = "X"

// Exported is the exported identifier for a text: chatId is ChatID, user_name is UserName, 2fa is X2fa, "" is X.
func Exported(text string) string {
	var b strings.Builder
	for _, w := range Words(text) {
		b.WriteString(title(w))
	}
	name := b.String()
	if name == "" || isDigit(rune(name[0])) {
		return fallback + name
	}
	return name
}

// Unexported is the identifier for a local variable or parameter: chatId is chatID, URL is url, type is typ.
func Unexported(text string) string {
	words := Words(text)
	if len(words) == 0 || isDigit(rune(words[0][0])) {
		words = append([]string{strings.ToLower(fallback)}, words...)
	}
	var b strings.Builder
	b.WriteString(lowerFirst(words[0]))
	for _, w := range words[1:] {
		b.WriteString(title(w))
	}
	if name := b.String(); !reserved[name] {
		return name
	}
	return b.String() + "Value"
}

// Package is a package name for a text: lower-case letters and digits run together, "" when nothing is left of it or the
// word is not to be had.
func Package(text string) string {
	name := strings.ToLower(strings.Join(Words(text), ""))
	name = strings.TrimLeft(name, "0123456789")
	if reserved[name] {
		return ""
	}
	return name
}

// File is a base name for a file: lower-case words joined by underscores, never empty, never with a separator or dot in it.
func File(text string) string {
	name := strings.ToLower(strings.Join(Words(text), "_"))
	if name == "" {
		return "x"
	}
	return name
}

// IsPackage reports whether a person may call a package so.
func IsPackage(name string) bool {
	return token.IsIdentifier(name) && name != "_" && name != "main" && !reserved[name]
}

// title capitalises one word as Go does.
func title(word string) string {
	lower := strings.ToLower(word)
	if c, ok := compounds[lower]; ok {
		return c
	}
	upper := strings.ToUpper(word)
	if initialisms[upper] {
		return upper
	}
	if stem, ok := strings.CutSuffix(upper, "S"); ok && initialisms[stem] {
		return stem + "s"
	}
	if stem := strings.TrimRight(upper, "0123456789"); initialisms[stem] {
		return upper
	}
	return strings.ToUpper(word[:1]) + lower[1:]
}

// lowerFirst is the first word of an unexported name: initialisms and compounds lose their capitals (urlPath, appID).
func lowerFirst(word string) string {
	lower := strings.ToLower(word)
	if c, ok := compounds[lower]; ok && !initialisms[c[:2]] {
		return strings.ToLower(c[:1]) + c[1:]
	}
	return lower
}
