package main

import (
	"strings"

	"github.com/wenma/wenma/source"
)

// language finds the language to speak: --lang, else the locale. The flag is looked for before the command line is
// parsed, because a mistake in the command line is reported in that language too. asked says that the flag decided.
func language(args []string, getenv func(string) string) (lang source.Lang, asked bool) {
	for i, arg := range args {
		value, inline := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return locale(getenv), false
		case arg == "--lang" && i+1 < len(args):
			value = args[i+1]
		case !inline:
			continue
		}
		switch value {
		case "zh":
			return source.Chinese, true
		case "en":
			return source.English, true
		}
	}
	return locale(getenv), false
}

// locale reads the variables in the order of POSIX. Without any the pages decide: Chinese.
func locale(getenv func(string) string) source.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "zh") {
				return source.Chinese
			}
			return source.English
		}
	}
	return source.Chinese
}

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	words []string
}

func oneOf(words ...string) choice { return choice{words[0], words} }

// String gives the word chosen; the first of the words until the flag is set.
func (c *choice) String() string { return c.value }

// Type names the value in the help text.
func (c *choice) Type() string { return strings.Join(c.words, "|") }

// Set takes one of the words.
func (c *choice) Set(value string) error {
	for _, w := range c.words {
		if w == value {
			c.value = w
			return nil
		}
	}
	return &choiceError{value, c.words}
}

// choiceError is a flag value that is none of the words.
type choiceError struct {
	value string
	words []string
}

func (e *choiceError) Error() string { return "want " + strings.Join(e.words, " or ") }
