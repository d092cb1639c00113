package openapi

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// JSON writes the document as JSON, indented by two spaces, with a line break at the end. Text stays readable: only what
// JSON demands is escaped.
func (d *Document) JSON(w io.Writer) error {
	out := appendJSON(make([]byte, 0, 64<<10), d.root, 0)
	_, err := w.Write(append(out, '\n'))
	return err
}

func appendJSON(out []byte, n node, depth int) []byte {
	switch n := n.(type) {
	case text:
		return appendQuoted(out, string(n))
	case literal:
		return append(out, n...)
	case flag:
		if n {
			return append(out, "true"...)
		}
		return append(out, "false"...)
	case list:
		return appendArray(out, n, depth)
	case *object:
		return appendObject(out, n, depth)
	}
	return append(out, "null"...)
}

func appendArray(out []byte, values list, depth int) []byte {
	if len(values) == 0 {
		return append(out, "[]"...)
	}
	out = append(out, '[')
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendJSON(appendBreak(out, deeper(depth)), v, deeper(depth))
	}
	return append(appendBreak(out, depth), ']')
}

func appendObject(out []byte, o *object, depth int) []byte {
	if len(o.members) == 0 {
		return append(out, "{}"...)
	}
	out = append(out, '{')
	for i, m := range o.members {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendQuoted(appendBreak(out, deeper(depth)), m.key), ':', ' ')
		out = appendJSON(out, m.value, deeper(depth))
	}
	return append(appendBreak(out, depth), '}')
}

const (
	// deepest is the depth beyond which lines are indented no further: a sample nested a hundred thousand deep would
	// otherwise be mostly blanks, quadratically many.
	deepest = 64
	// compact is the depth of a value that is to stand on one line.
	compact = -1
)

// deeper is the depth of a collection's parts.
func deeper(depth int) int {
	if depth == compact {
		return compact
	}
	return depth + 1
}

func appendBreak(out []byte, depth int) []byte {
	if depth == compact {
		return out
	}
	out = append(out, '\n')
	for range min(depth, deepest) {
		out = append(out, ' ', ' ')
	}
	return out
}

// appendQuoted writes a JSON string. Bytes that are not UTF-8 become U+FFFD. Characters that some reader would not take,
// or not see, are escaped, so that the JSON is YAML too.
func appendQuoted(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if escape := escapeOf(r, size); escape != "" {
			out = append(append(out, s[start:i]...), escape...)
			start = i + size
		}
		i += size
	}
	return append(append(out, s[start:]...), '"')
}

// escapeOf is what stands for a character in a JSON string, "" where it stands for itself.
func escapeOf(r rune, size int) string {
	switch {
	case r == '"':
		return `\"`
	case r == '\\':
		return `\\`
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r == utf8.RuneError && size == 1:
		return `\ufffd`
	case !printable(r):
		return fmt.Sprintf(`\u%04x`, r)
	}
	return ""
}
