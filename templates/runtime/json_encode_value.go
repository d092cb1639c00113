package runtime

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"
)

// What JSON can't hold leaves a byte behind that occurs in no JSON text, and that encode looks for.
const (
	notFinite = 0xFF
	notJSON   = 0xFE
)

// UnwritableError tells which member can't be written as JSON.
type UnwritableError struct {
	Name   string // the member's name on the wire; "" for an element of a list
	Number bool   // it is NaN or an infinity; else a raw message that isn't JSON
}

// Error returns the matter in the package's language.
func (e *UnwritableError) Error() string { return e.In(defaultLanguage) }

// In returns the matter in a language.
func (e *UnwritableError) In(lang Language) string {
	name := strconv.Quote(e.Name)
	if e.Number {
		return lang.pick(
			"无法写成 JSON："+name+" 是 NaN 或无穷大",
			"cannot be written as JSON: "+name+" is NaN or infinite")
	}
	return lang.pick(
		"无法写成 JSON："+name+" 的原始内容不是 JSON",
		"cannot be written as JSON: the raw message "+name+" is not JSON")
}

// unwritable returns the first thing in an encoded document that JSON can't hold, as an error, or nil.
func unwritable(b []byte) error {
	i := bytes.IndexByte(b, notFinite)
	if j := bytes.IndexByte(b, notJSON); j >= 0 && (i < 0 || j < i) {
		i = j
	}
	if i < 0 {
		return nil
	}
	return &UnwritableError{Name: nameBefore(b[:i]), Number: b[i] == notFinite}
}

// nameBefore returns the name of the member whose value would come after b, as it is written.
func nameBefore(b []byte) string {
	key, ok := bytes.CutSuffix(b, []byte(`":`))
	if !ok {
		return ""
	}
	return string(key[bytes.LastIndexByte(key, '"')+1:])
}

// appendFloat appends a number as encoding/json writes it: the shortest text that reads back as the same
// float64, with an exponent if it is very large or very small.
func appendFloat(b []byte, v float64) []byte {
	size := math.Abs(v)
	if !(size <= math.MaxFloat64) {
		return append(b, notFinite)
	}
	if size == 0 || size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	b = strconv.AppendFloat(b, v, 'e', -1, 64)
	// strconv pads the exponent to two digits: 1e-07.
	if n := len(b); b[n-2] == '0' && b[n-3] == '-' && b[n-4] == 'e' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

// appendQuoted appends a string. It is copied first and looked through where it lies: most strings have
// nothing to escape.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	start := len(b)
	b = append(b, s...)
	end, ascii := scanText(b, start)
	if end < len(b) || !ascii && !utf8.ValidString(s) {
		b = appendEscaped(b[:start], s)
	}
	return append(b, '"')
}

// appendEscaped appends the text of a string that may need escapes or holds invalid UTF-8.
func appendEscaped(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= ' ':
			b = utf8.AppendRune(b, r)
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r == '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&0xF])
		}
		i += n
	}
	return b
}
