package generator

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// layoutPart is a part of a date or time: how Go writes it, how people do, and its initial in a name.
type layoutPart struct{ golang, letters, initial string }

// layoutParts are in the order in which they are looked for: those that begin like another come first.
var layoutParts = []layoutPart{
	{"2006", "yyyy", "Y"}, {"01", "MM", "M"}, {"02", "dd", "D"}, {"15", "HH", "H"}, {"04", "mm", "M"}, {"05", "ss", "S"},
	{"Z07:00", "XXX", "Z"}, {"Z0700", "XX", "Z"}, {"T", "'T'", "T"}, {"Z", "'Z'", "Z"},
}

// lettersOf is a layout of package time as people write it.
func lettersOf(layout string) string { return translateLayout(layout, layoutPart.inLetters) }

// initialsOf are the initials of a layout's parts.
func initialsOf(layout string) string {
	return translateLayout(layout, func(p layoutPart) string { return p.initial })
}

func (p layoutPart) inLetters() string { return p.letters }

func translateLayout(layout string, as func(layoutPart) string) string {
	var b strings.Builder
	for layout != "" {
		i := slices.IndexFunc(layoutParts, func(p layoutPart) bool { return strings.HasPrefix(layout, p.golang) })
		if i >= 0 {
			b.WriteString(as(layoutParts[i]))
			layout = layout[len(layoutParts[i].golang):]
			continue
		}
		_, n := utf8.DecodeRuneInString(layout)
		sign := layoutPart{letters: layout[:n]}
		if layout[0] == '0' {
			sign.letters, sign.initial = "S", "F"
		}
		b.WriteString(as(sign))
		layout = layout[n:]
	}
	return b.String()
}

// goLayout turns a layout as people write it (yyyy-MM-dd HH:mm:ss, YYYY/MM/DD hh:mm) into one of package time. It is not ok
// where the letters leave a doubt, or package time has no such layout.
func goLayout(written string) (layout string, ok bool) {
	if timeTypeName(written) != "" {
		return written, true
	}
	r := &layoutReader{rest: strings.Join(strings.Fields(written), " "), seen: make(map[string]bool)}
	for r.rest != "" {
		if !r.next() {
			return "", false
		}
	}
	return r.out.String(), r.complete()
}

// layoutReader reads a layout part by part.
type layoutReader struct {
	rest string
	out  strings.Builder
	seen map[string]bool // the parts, in Go's letters
}

// complete reports whether the parts together are a date or time: those between the first and the last are there too.
func (r *layoutReader) complete() bool {
	first, last, n := -1, -1, 0
	for i, p := range layoutParts[:6] {
		if r.seen[p.golang] {
			if first < 0 {
				first = i
			}
			last, n = i, n+1
		}
	}
	return n > 0 && n == last-first+1 && (n > 1 || first == 0)
}

// next reads a run of one letter, a quoted literal or a sign.
func (r *layoutReader) next() bool {
	c := r.rest[0]
	switch {
	case c == '\'':
		literal, rest, closed := strings.Cut(r.rest[1:], "'")
		return closed && r.literal(literal) && r.write(literal, rest)
	case c|0x20 < 'a' || c|0x20 > 'z':
		return r.sign()
	}
	n := 1
	for n < len(r.rest) && r.rest[n] == c {
		n++
	}
	return r.part(r.rest[:n], r.rest[n:])
}

// literal accepts what may stand in quotes: the letters of ISO 8601, and the words for the parts.
func (r *layoutReader) literal(text string) bool {
	switch text {
	case "T":
		return r.seen["02"] && !r.seen["15"]
	case "Z":
		return r.zone("Z")
	}
	return utf8.RuneCountInString(text) == 1 && strings.Contains(layoutSigns, text)
}

// layoutSigns may stand between parts; a digit would be a value and not a layout.
const layoutSigns = "-/:. 年月日时分秒"

func (r *layoutReader) sign() bool {
	if rest, ok := strings.CutPrefix(r.rest, "+08:00"); ok {
		return r.zone("Z07:00") && r.write("Z07:00", rest)
	}
	_, n := utf8.DecodeRuneInString(r.rest)
	return strings.Contains(layoutSigns, r.rest[:n]) && r.write(r.rest[:n], r.rest[n:])
}

func (r *layoutReader) write(text, rest string) bool {
	r.out.WriteString(text)
	r.rest = rest
	return true
}

// zone notes that the layout names the zone, which it does once and last.
func (r *layoutReader) zone(layout string) bool {
	if r.seen["zone"] || !r.seen["04"] {
		return false
	}
	r.seen["zone"] = true
	return layout != ""
}

// part reads a run of letters. People write months and minutes in either case: what comes after the hour is minutes.
func (r *layoutReader) part(run, rest string) bool {
	switch run {
	case "yyyy", "YYYY":
		return r.put("2006", rest)
	case "MM", "mm":
		if r.seen["15"] {
			return r.put("04", rest)
		}
		return (run == "MM" || r.seen["2006"]) && r.put("01", rest)
	case "dd", "DD":
		return r.put("02", rest)
	case "HH", "hh":
		return r.put("15", rest)
	case "ss", "SS":
		return r.seen["04"] && r.put("05", rest)
	case "SSS", "sss":
		return r.seen["05"] && strings.HasSuffix(r.out.String(), "05.") && r.write("000", rest)
	case "T":
		return r.literal("T") && r.write("T", rest)
	case "Z", "XXX", "ZZ":
		return r.zone("Z07:00") && r.write("Z07:00", rest)
	case "XX":
		return r.zone("Z0700") && r.write("Z0700", rest)
	}
	return false
}

// put writes a part, each of which comes once.
func (r *layoutReader) put(part, rest string) bool {
	if r.seen[part] || r.seen["zone"] {
		return false
	}
	r.seen[part] = true
	return r.write(part, rest)
}
