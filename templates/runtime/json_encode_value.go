package runtime

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// What JSON can't hold leaves a byte behind that occurs in no JSON text, and that encode looks for; then one that tells what it is.
const (
	unwritableMark = 0xFF
	notFinite      = "\xFF#"
	notJSON        = "\xFF?"
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
	i := bytes.IndexByte(b, unwritableMark)
	if i < 0 {
		return nil
	}
	return &UnwritableError{Name: nameBefore(b[:i]), Number: b[i+1] == notFinite[1]}
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
	if n := uint64(size*scale + 0.5); size < maxDecimal && float64(n)/scale == size {
		if math.Signbit(v) {
			b = append(b, '-')
		}
		return appendDecimal(b, n)
	}
	if !(size <= math.MaxFloat64) {
		return append(b, notFinite...)
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

// Most numbers have few decimals. Of the texts of up to fifteen digits no two read as the same float64: one that reads as the
// number is its shortest.
const (
	decimals   = 6
	scale      = 1e6
	maxDecimal = 1e9
)

// appendDecimal appends n / scale.
func appendDecimal(b []byte, n uint64) []byte {
	b = strconv.AppendUint(b, n/scale, 10)
	n %= scale
	if n == 0 {
		return b
	}
	var digits [decimals]byte
	end := 0
	for i := decimals - 1; i >= 0; i-- {
		digits[i] = byte('0' + n%10)
		if n /= 10; end == 0 && digits[i] != '0' {
			end = i + 1
		}
	}
	return append(append(b, '.'), digits[:end]...)
}

// appendQuoted appends a key as it is written, and a string: most have nothing to escape, and are copied.
func appendQuoted(b []byte, key, s string) []byte {
	start := len(b) + len(key) + 1
	end := start + len(s)
	if end >= cap(b) {
		b = slices.Grow(b, end+1-len(b)+firstPiece)
	}
	copy(b[len(b):end], key)
	b = b[:end+1]
	b[start-1] = '"'
	copy(b[start:], s)
	b[end] = '"'
	if plain, ascii := isPlain(s); !plain || !ascii && !isUTF8(b, start, end) {
		return append(appendEscaped(b[:start], s), '"')
	}
	return b
}

// isPlainText tells whether a string may stand between quotes as it is.
func isPlainText(s string) bool {
	plain, ascii := isPlain(s)
	return plain && (ascii || utf8.ValidString(s))
}

// isPlain tells whether there is nothing in a string that must be escaped if it is valid UTF-8, and whether it is ASCII. It looks at
// eight bytes at a time, of the last of which it may have seen some already.
func isPlain(s string) (plain, ascii bool) {
	if len(s) < 8 {
		x := shortWord(s)
		return specialBytes(x) == 0, x&highBits == 0
	}
	x := word(s[len(s)-8:])
	special, high := specialBytes(x), x
	for ; len(s) > 8; s = s[8:] {
		x := word(s)
		special |= specialBytes(x)
		high |= x
	}
	return special == 0, high&highBits == 0
}

// shortWord is the bytes of a string of fewer than eight, some of them more than once, filled up with blanks.
func shortWord(s string) uint64 {
	n := len(s)
	if n >= 4 {
		return uint64(halfWord(s)) | uint64(halfWord(s[n-4:]))<<32
	}
	if n == 0 {
		return ' ' * everyByte
	}
	return uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16 | ' '*(everyByte&^0xFFFFFF)
}

// halfWord is the first four bytes of a string.
func halfWord(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// word is the first eight bytes of a string.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
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
