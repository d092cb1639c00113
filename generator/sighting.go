package generator

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// witnessed is the kind of Go value that holds what the page declares and what its samples show besides: a fraction makes a number
// of an integer, digits that are no number (00000001, 2021-01-01, B1) make it text, and a list or object can only be kept as it comes.
// Words in the place of a number tell nothing: somebody wrote what belongs there.
func witnessed(declared templates.Kind, t ir.Type) templates.Kind {
	kind := declared
	numeric := declared == templates.Integer || declared == templates.Number
	for _, s := range t.Sightings() {
		text := strings.Trim(s.Span.Text(), `"'“”`)
		switch {
		case composite(s):
			return templates.Raw
		case numeric && s.Kind == ir.String && numbered(text) && !isNumeral(text):
			kind = templates.Text
		case kind == templates.Integer && s.Kind == ir.Number && !isWhole(text):
			kind = templates.Number
		}
	}
	return kind
}

// numbered reports texts with a number in front, or behind a letter as floors and versions have it; the types of programs (int32) are none.
func numbered(text string) bool {
	if startsWithLetter(text) {
		digits := strings.TrimPrefix(text[1:], "-")
		return digits != "" && strings.Trim(digits, "0123456789") == ""
	}
	return text != "" && '0' <= text[0] && text[0] <= '9'
}

// composite reports whether a sample shows an object or a list.
func composite(s ir.Sighting) bool { return s.Kind == ir.ObjectKind || s.Kind == ir.ArrayKind }

// seenComposite reports whether some sample shows an object or list where a scalar is declared.
func seenComposite(t ir.Type) bool {
	for _, s := range t.Sightings() {
		if composite(s) {
			return true
		}
	}
	return false
}

// isNumeral reports whether a text is a number as JSON writes it.
func isNumeral(text string) bool {
	return text != "" && text[0] != '"' && json.Valid([]byte(text)) && (text[0] == '-' || text[0] >= '0' && text[0] <= '9')
}

// isWhole reports whether a number as JSON writes it is an integer that an int64 holds.
func isWhole(text string) bool {
	if _, err := strconv.ParseInt(text, 10, 64); err == nil {
		return true
	}
	f, err := strconv.ParseFloat(text, 64)
	return err == nil && strings.ContainsAny(text, ".eE") && f == math.Trunc(f) && math.Abs(f) < 1<<53
}
