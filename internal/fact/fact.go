// Package fact is how the files that wenma writes for itself state facts: words in a line, a blank between two, in quotes where a
// word would not read as one.
package fact

import (
	"strconv"
	"strings"
)

// Word is a text as it stands in a line.
func Word(s string) string {
	if s == "" || strings.ContainsAny(s, " \"\\") || strconv.Quote(s) != `"`+s+`"` {
		return strconv.Quote(s)
	}
	return s
}

// Line makes a line of several texts, without its end.
func Line(texts ...string) string {
	words := make([]string, len(texts))
	for i, text := range texts {
		words[i] = Word(text)
	}
	return strings.Join(words, " ")
}

// First takes the first text off a line. It is not ok where a quote is not closed.
func First(line string) (text, rest string, ok bool) {
	if !strings.HasPrefix(line, `"`) {
		text, rest, _ = strings.Cut(line, " ")
		return text, rest, true
	}
	quoted, err := strconv.QuotedPrefix(line)
	if err != nil {
		return "", "", false
	}
	text, err = strconv.Unquote(quoted)
	return text, strings.TrimPrefix(line[len(quoted):], " "), err == nil
}

// Texts takes a line apart that Line made. It is not ok where a quote is not closed.
func Texts(line string) (texts []string, ok bool) {
	for line != "" {
		var text string
		if text, line, ok = First(line); !ok {
			return nil, false
		}
		texts = append(texts, text)
	}
	return texts, true
}
