package runtime

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// quoted reads the string that the text stands on, and returns what it says: a part of the document, or
// scratch, and then only until the next string with escapes.
func (d *decoder) quoted() []byte {
	start := d.pos + 1
	end, ascii := scanText(d.data, start)
	if end == len(d.data) || d.data[end] != '"' {
		return d.unquote(start, end)
	}
	d.pos = end + 1
	if !ascii && !isUTF8(d.data, start, end) {
		d.fail(start+validPrefix(d.data[start:end]), faultUTF8)
	}
	return d.data[start:end]
}

const (
	everyByte = 0x0101010101010101
	highBits  = 0x80 * everyByte
)

// scanText returns where the first quote, backslash or control character from i on is, or the end, and
// whether all bytes before it are ASCII; those right after it may make it say no all the same.
func scanText(data []byte, i int) (end int, ascii bool) {
	var high uint64
	for ; i+8 <= len(data); i += 8 {
		x := binary.LittleEndian.Uint64(data[i : i+8 : i+8])
		high |= x
		if special := specialBytes(x); special != 0 {
			return i + bits.TrailingZeros64(special)/8, high&highBits == 0
		}
	}
	for ; i < len(data); i++ {
		c := data[i]
		if c < ' ' || c == '"' || c == '\\' {
			break
		}
		high |= uint64(c)
	}
	return i, high&highBits == 0
}

// isUTF8 tells whether data[i:end] is valid UTF-8. Most of what isn't ASCII is Chinese: characters of three bytes, the first of which
// none of those after which not every other byte may come.
func isUTF8(data []byte, i, end int) bool {
	for i < end && i+4 <= len(data) {
		x := binary.LittleEndian.Uint32(data[i : i+4 : i+4])
		switch {
		case x&0x80 == 0:
			i++
		case x&0xC0C0F0 == 0x8080E0 && 0b1101_1111_1111_1110>>(x&0xF)&1 != 0:
			i += 3
		default:
			return utf8.Valid(data[i:end])
		}
	}
	return i >= end || utf8.Valid(data[i:end])
}

// specialBytes marks, at its high bit, the lowest of eight bytes that is a quote, a backslash or a control
// character; what it marks above that one means nothing. Bit 1 turned over, a quote is where the space was:
// one comparison then finds it along with the control characters.
func specialBytes(x uint64) uint64 {
	low := (x ^ 2*everyByte) - ('"'-1)*everyByte
	slash := (x ^ '\\'*everyByte) - everyByte
	return (low | slash) &^ x & highBits
}

// validPrefix returns how many bytes are valid UTF-8.
func validPrefix(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(text)
}

// unquote reads the rest of a string whose plain beginning ends with the byte at i.
func (d *decoder) unquote(start, i int) []byte {
	text := d.scratch[:0]
	for {
		if part := d.data[start:i]; !utf8.Valid(part) {
			d.fail(start+validPrefix(part), faultUTF8)
			return nil
		}
		text = append(text, d.data[start:i]...)
		switch {
		case i == len(d.data):
			d.fail(i, faultEnd)
			return nil
		case d.data[i] == '"':
			d.pos, d.scratch = i+1, text
			return text
		case d.data[i] != '\\':
			d.fail(i, faultControl)
			return nil
		}
		r, n := d.escape(i)
		if n == 0 {
			return nil
		}
		text = utf8.AppendRune(text, r)
		start = i + n
		i, _ = scanText(d.data, start)
	}
}

// escape reads the escape at i, and returns what it stands for and its length, which is 0 for a bad one.
func (d *decoder) escape(i int) (rune, int) {
	if i+1 == len(d.data) {
		d.fail(i+1, faultEnd)
		return 0, 0
	}
	switch c := d.data[i+1]; c {
	case '"', '\\', '/':
		return rune(c), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		return d.unicodeEscape(i)
	}
	d.fail(i, faultEscape)
	return 0, 0
}

func (d *decoder) unicodeEscape(i int) (rune, int) {
	r := hexEscape(d.data, i)
	if r < 0 {
		d.fail(min(i, len(d.data)), faultEscape)
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if pair := utf16.DecodeRune(r, hexEscape(d.data, i+6)); pair != utf8.RuneError {
		return pair, 12
	}
	d.fail(i, faultSurrogate)
	return 0, 0
}

// hexEscape returns the number in the \uXXXX at i, or -1 if there is none.
func hexEscape(data []byte, i int) rune {
	if i+6 > len(data) || data[i] != '\\' || data[i+1] != 'u' {
		return -1
	}
	var r rune
	for _, c := range data[i+2 : i+6] {
		switch {
		case isDigit(c):
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}
