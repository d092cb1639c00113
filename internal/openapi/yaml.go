package openapi

import (
	"io"
	"strings"
	"unicode"
)

// YAML writes the document as YAML 1.2, in block style with two spaces, for people to read and compare: the lines of a
// description stand as lines. What a reader of YAML 1.1 would take for something else (yes, 12:30) is quoted.
//
// It is written by hand because a general emitter took most of the time of an export.
func (d *Document) YAML(w io.Writer) error {
	out := yamlMembers(make([]byte, 0, 64<<10), d.root, 0, true)
	_, err := w.Write(out)
	return err
}

// yamlMembers writes an object's members, one line or more each. Inline, the first goes on the line that has been begun.
func yamlMembers(out []byte, o *object, depth int, inline bool) []byte {
	for i, m := range o.members {
		if i > 0 || !inline {
			out = yamlIndent(out, depth)
		}
		if len(m.key) > longestKey {
			out = append(yamlText(append(out, "? "...), m.key), '\n')
			out = yamlItem(append(yamlIndent(out, depth), ": "...), m.value, depth+1)
			continue
		}
		out = append(yamlText(out, m.key), ':')
		out = yamlValue(out, m.value, depth)
	}
	return out
}

// longestKey is how long a key may be, in bytes, to stand before a colon; YAML allows 1024 characters.
const longestKey = 512

// yamlValue writes what stands after "key:", and its line break.
func yamlValue(out []byte, n node, depth int) []byte {
	switch n := n.(type) {
	case text:
		if isBlock(string(n)) {
			return yamlLines(append(out, " |-\n"...), string(n), depth+1)
		}
	case *object:
		if len(n.members) > 0 && depth < deepest {
			return yamlMembers(append(out, '\n'), n, depth+1, false)
		}
	case list:
		if len(n) > 0 && depth < deepest {
			return yamlItems(append(out, '\n'), n, depth+1, false)
		}
	}
	return append(yamlScalar(append(out, ' '), n), '\n')
}

func yamlItems(out []byte, values list, depth int, inline bool) []byte {
	for i, v := range values {
		if i > 0 || !inline {
			out = yamlIndent(out, depth)
		}
		out = yamlItem(append(out, "- "...), v, depth+1)
	}
	return out
}

// yamlItem writes what stands after "- ": members and items begin on the same line.
func yamlItem(out []byte, n node, depth int) []byte {
	switch n := n.(type) {
	case *object:
		if len(n.members) > 0 && depth < deepest {
			return yamlMembers(out, n, depth, true)
		}
	case list:
		if len(n) > 0 && depth < deepest {
			return yamlItems(out, n, depth, true)
		}
	}
	return append(yamlScalar(out, n), '\n')
}

// yamlScalar writes a value on one line. A collection that is empty, or deeper than block style is readable and linear,
// is written as JSON, which YAML includes.
func yamlScalar(out []byte, n node) []byte {
	if s, ok := n.(text); ok {
		return yamlText(out, string(s))
	}
	return appendJSON(out, n, compact)
}

func yamlIndent(out []byte, depth int) []byte {
	for range depth {
		out = append(out, ' ', ' ')
	}
	return out
}

// yamlLines writes a literal block.
func yamlLines(out []byte, s string, depth int) []byte {
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" {
			out = append(yamlIndent(out, depth), line...)
		}
		out = append(out, '\n')
	}
	return out
}

// yamlText writes a string on one line: plain where that reads as the same string, else quoted as in JSON.
func yamlText(out []byte, s string) []byte {
	if isPlain(s) {
		return append(out, s...)
	}
	return appendQuoted(out, s)
}

// isBlock reports whether the text is best written as the lines that it consists of, and can be.
func isBlock(s string) bool {
	if !strings.Contains(s, "\n") || strings.Contains(s, " \n") || strings.TrimSpace(s) != s {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && !printable(r) })
}

// isPlain reports whether the text needs no quotes: it starts like a word or a path, holds nothing that YAML reads as
// punctuation, and is no other value in any version of YAML.
func isPlain(s string) bool {
	if s == "" || isReserved(strings.ToLower(s)) {
		return false
	}
	for i, r := range s {
		switch {
		case i == 0 && !unicode.IsLetter(r) && !strings.ContainsRune("_/^$(<（【《", r):
			return false
		case !printable(r):
			return false
		}
	}
	last := s[len(s)-1]
	return last != ':' && last != ' ' && s != "<<" && !strings.Contains(s, ": ") && !strings.Contains(s, " #")
}

// isReserved tells the words that some version of YAML takes for null or a boolean.
func isReserved(word string) bool {
	switch word {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return true
	}
	return false
}

// printable reports whether a character may stand unescaped and is no line break to anyone.
func printable(r rune) bool {
	return r >= ' ' && (r < 0x7f || r >= 0xa0) && r != '\u2028' && r != '\u2029' && r != '\ufeff' && r != unicode.ReplacementChar && r != 0xfffe && r != 0xffff
}
