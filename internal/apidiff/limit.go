package apidiff

import (
	"math/big"
	"slices"
	"strings"
)

// limit is a rule of a field, taken apart so that one that changed is known as such. Two of one key are the same limit.
type limit struct {
	key    string
	text   string // as a surface has it
	extent extent
}

// extent is what a limit lets through.
type extent interface {
	// within reports whether all that passes this one passes the other too, which is of the same limit.
	within(other extent) bool
}

// limitsOf takes the rules of a field apart. That a text or list is not empty is part of the limit of its length; of a number it
// says nothing.
func limitsOf(f *Field) []limit {
	var out []limit
	for _, text := range f.Rules {
		if text == notEmpty {
			if f.Type == "integer" || f.Type == "number" || f.Type == "boolean" {
				continue
			}
			text = atLeastOne
		}
		l := limitOf(text)
		if i := slices.IndexFunc(out, func(o limit) bool { return o.key == l.key }); i >= 0 {
			out[i] = narrowed(out[i], l)
			continue
		}
		out = append(out, l)
	}
	return out
}

const (
	notEmpty   = "not empty"
	atLeastOne = "length 1.."
)

// narrowed is the limit that two of one key come to: lengths meet, of others the first that is stricter counts.
func narrowed(a, b limit) limit {
	if x, ok := a.extent.(interval); ok {
		if met := x.meet(b.extent.(interval)); strings.HasPrefix(a.key, "length") {
			return limitOf(strings.Replace(a.key, "length", "length "+met.min.text+".."+met.max.text, 1))
		}
	}
	if b.extent.within(a.extent) {
		return b
	}
	return a
}

// limitOf reads a rule as ir.RuleText writes it.
func limitOf(text string) limit {
	l := limit{key: text, text: text, extent: opaque{}}
	head, rest, _ := strings.Cut(text, " ")
	switch head {
	case "length", "decimals":
		count, unit, _ := strings.Cut(rest, " ")
		least, most, _ := strings.Cut(count, "..")
		l.key, l.extent = strings.TrimSpace(head+" "+unit), interval{bound{text: least}, bound{text: most}}
	case "range":
		l.key, l.extent = head, rangeOf(rest)
	case "required", "allowed":
		l.key, l.extent = conditionOf(head, rest)
	case "pattern":
		l.key = head
	default:
		listed(&l, text)
	}
	return l
}

// listed reads the limits that list what they allow.
func listed(l *limit, text string) {
	for _, head := range []string{"only one of", "at most one of", "one of", "begins with", "ends with", "only"} {
		rest, ok := strings.CutPrefix(text, head+" ")
		if !ok {
			continue
		}
		switch head {
		case "begins with", "ends with":
			l.key, l.extent = head, words(strings.Split(rest, "|"))
		case "only":
			l.key, l.extent = head, classOf(rest)
		default:
			l.key, l.extent = "one of "+rest, choice(head)
		}
		return
	}
}

// opaque is what cannot be compared: an expression.
type opaque struct{}

func (opaque) within(extent) bool { return false }

// interval is all between two bounds.
type interval struct{ min, max bound }

// bound is one end of an interval; no text for an open one.
type bound struct {
	text      string
	exclusive bool
}

func rangeOf(text string) interval {
	var out interval
	for _, part := range strings.Fields(text) {
		b := bound{strings.TrimLeft(part, "<>="), !strings.Contains(part, "=")}
		if part[0] == '>' {
			out.min = b
		} else {
			out.max = b
		}
	}
	return out
}

func (i interval) within(other extent) bool {
	o, ok := other.(interval)
	return ok && !o.min.cuts(i.min, 1) && !o.max.cuts(i.max, -1)
}

// cuts reports whether the bound takes away some of what the other, at the same end, leaves; up is 1 for lower ends, -1 for upper.
func (b bound) cuts(other bound, up int) bool {
	if b.text == "" || other.text == "" {
		return b.text != ""
	}
	order := number(b.text).Cmp(number(other.text)) * up
	return order > 0 || order == 0 && b.exclusive && !other.exclusive
}

func (i interval) meet(o interval) interval {
	if o.min.cuts(i.min, 1) {
		i.min = o.min
	}
	if o.max.cuts(i.max, -1) {
		i.max = o.max
	}
	return i
}

// number reads a decimal literal, with more digits than any that is meant.
func number(text string) *big.Float {
	n, _, err := big.ParseFloat(text, 10, 256, big.ToNearestEven)
	if err != nil {
		return new(big.Float)
	}
	return n
}

// words are texts of which each is let through.
type words []string

func (w words) within(other extent) bool {
	o, ok := other.(words)
	return ok && len(without(w, o)) == 0
}

// class is a set of bytes.
type class [256]bool

// classOf reads ranges and single characters with blanks between them.
func classOf(text string) class {
	var out class
	for _, part := range strings.Fields(text) {
		for b := int(part[0]); b <= int(part[len(part)-1]); b++ {
			out[b] = true
		}
	}
	return out
}

func (c class) within(other extent) bool {
	o, ok := other.(class)
	for b := range c {
		if c[b] && !o[b] {
			return false
		}
	}
	return ok
}

// choice says how many of several fields there must be.
type choice string

func (c choice) within(other extent) bool { return c == other || c == "only one of" }

// condition says under which values of another field a field must be there (or, with more taken in, may be).
type condition struct {
	values []string // none for any
	wider  bool     // the more values, the more is let through
}

// conditionOf reads "if type=1|2" and "unless orderId".
func conditionOf(head, text string) (key string, c condition) {
	word, rest, _ := strings.Cut(text, " ")
	field, values, some := strings.Cut(rest, "=")
	if some {
		c.values = strings.Split(values, "|")
	}
	c.wider = (head == "allowed") == (word == "if")
	return head + " " + word + " " + field, c
}

func (c condition) within(other extent) bool {
	o, ok := other.(condition)
	if c.wider {
		return ok && c.covers(o)
	}
	return ok && o.covers(c)
}

// covers reports whether the values of the other have all of this one.
func (c condition) covers(o condition) bool {
	return len(o.values) == 0 || len(c.values) > 0 && len(without(c.values, o.values)) == 0
}
