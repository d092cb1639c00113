package block

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// calloutText strips the mark of a docsify callout.
func calloutText(line string) (string, bool) {
	if len(line) < 3 || line[0] != '?' && line[0] != '!' || line[1] != '>' || !isBlank(line[2]) {
		return "", false
	}
	return trimLeft(line[2:]), true
}

// isRule reports whether a line only separates.
func isRule(line string) bool {
	return len(line) > 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "" || strings.Trim(line, "*") == "")
}

// isLinkDefinition reports whether a line is [label]: destination "title", which is not shown. The destination must look
// like one: words after a bracketed term are text.
func isLinkDefinition(line string) bool {
	if line == "" || line[0] != '[' {
		return false
	}
	label, rest, ok := strings.Cut(line[1:], "]:")
	if !ok || label == "" || label[0] == '^' || strings.ContainsAny(label, "[]") {
		return false
	}
	rest = strings.TrimSpace(rest)
	destination, title, _ := strings.Cut(rest, " ")
	if !strings.ContainsAny(destination, "/#.<") {
		return false
	}
	title = strings.TrimSpace(title)
	return title == "" || strings.IndexByte(`"'(`, title[0]) >= 0
}

// blanks is the white space that may surround content.
const blanks = " \t\r\u00a0\u3000\u200b\ufeff"

// trimLeft and trimRight cut blanks off; most texts end in none, and those that do in ASCII ones.
func trimLeft(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\t' || s[0] == '\r') {
		s = s[1:]
	}
	if s != "" && s[0] >= utf8.RuneSelf {
		return strings.TrimLeft(s, blanks)
	}
	return s
}

func trimRight(s string) string {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	if s != "" && s[len(s)-1] >= utf8.RuneSelf && lastBlank(s) {
		return strings.TrimRight(s, blanks)
	}
	return s
}

func lastBlank(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(blanks, r)
}
