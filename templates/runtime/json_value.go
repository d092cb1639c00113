package runtime

import (
	"bytes"
	"encoding/json"
)

// text reads a string.
func (d *decoder) text(p *string) {
	if !d.at('"') && d.token() != '"' {
		d.other("string")
		return
	}
	start := d.pos + 1
	end, ascii := scanText(d.data, start)
	if end < len(d.data) && d.data[end] == '"' && (ascii || isUTF8(d.data, start, end)) {
		d.pos = end + 1
		*p = d.keep(d.data[start:end])
		return
	}
	*p = d.keep(d.quoted())
}

// Texts share pieces of memory, from one document to the next: most strings are short, and making room for each would be half the
// work. A piece is small, so that a string that is kept long holds on to little.
const (
	sharedText = 256
	sharedSize = 1024
)

// keep returns a text as a string of its own.
func (d *decoder) keep(text []byte) string {
	if len(text) > sharedText || len(text) == 0 {
		return string(text)
	}
	start := d.shared.Len()
	if start+len(text) > d.shared.Cap() {
		d.shared.Reset()
		d.shared.Grow(sharedSize)
		start = 0
	}
	d.shared.Write(text)
	return d.shared.String()[start:]
}

// integer reads an integer, which may be written with a fraction of zeros or an exponent.
func (d *decoder) integer(p *int64) {
	if n, digits, fraction, end := plainNumber(d.data, d.pos); end > 0 && digits <= int64Digits && fraction == 0 {
		*p, d.pos = n, end
		return
	}
	if !startsNumber(d.token()) {
		d.other("integer")
		return
	}
	if text := d.numeral(); text != nil {
		d.settleInteger(text, p)
	}
}

func (d *decoder) settleInteger(text []byte, p *int64) {
	switch n, trouble := exactInteger(text); trouble {
	case "":
		*p = n
	case ProblemRange:
		d.problem(ProblemRange, "int64", "")
	default:
		d.problem(ProblemType, "integer", "fraction")
	}
}

// integer32 is integer for what has to fit an int32.
func (d *decoder) integer32(p *int32) {
	n := int64(*p)
	d.integer(&n)
	if n != int64(int32(n)) {
		d.problem(ProblemRange, "int32", "")
		return
	}
	*p = int32(n)
}

// number reads a number, which is rounded to the nearest float64.
func (d *decoder) number(p *float64) {
	if n, digits, fraction, end := plainNumber(d.data, d.pos); end > 0 && digits <= float64Digits {
		*p, d.pos = float64(n)/powersOfTen[fraction], end
		return
	}
	if !startsNumber(d.token()) {
		d.other("number")
		return
	}
	if text := d.numeral(); text != nil {
		d.settleNumber(text, p)
	}
}

func (d *decoder) settleNumber(text []byte, p *float64) {
	f, ok := nearestFloat(text)
	if !ok {
		d.problem(ProblemRange, "float64", "")
		return
	}
	*p = f
}

// boolean reads true or false.
func (d *decoder) boolean(p *bool) {
	switch d.token() {
	case 't':
		if d.literal("true") {
			*p = true
		}
	case 'f':
		if d.literal("false") {
			*p = false
		}
	default:
		d.other("boolean")
	}
}

// raw reads any value, null included, and keeps it as it is written.
func (d *decoder) raw(p *json.RawMessage) {
	if d.token() == 'n' {
		if d.null(); d.err == nil {
			*p = json.RawMessage("null")
		}
		return
	}
	start := d.pos
	if d.skip(); d.err == nil {
		*p = bytes.Clone(d.data[start:d.pos])
	}
}

// textPtr reads a string or null.
func (d *decoder) textPtr(p **string) {
	if *p = nil; !d.null() {
		*p = new(string)
		d.text(*p)
	}
}

// integerPtr reads an integer or null.
func (d *decoder) integerPtr(p **int64) {
	if *p = nil; !d.null() {
		*p = new(int64)
		d.integer(*p)
	}
}

// integer32Ptr reads an int32 or null.
func (d *decoder) integer32Ptr(p **int32) {
	if *p = nil; !d.null() {
		*p = new(int32)
		d.integer32(*p)
	}
}

// numberPtr reads a number or null.
func (d *decoder) numberPtr(p **float64) {
	if *p = nil; !d.null() {
		*p = new(float64)
		d.number(*p)
	}
}

// booleanPtr reads a boolean or null.
func (d *decoder) booleanPtr(p **bool) {
	if *p = nil; !d.null() {
		*p = new(bool)
		d.boolean(*p)
	}
}
