package runtime

import (
	"cmp"
	"strings"
)

// decimal wants a text that is a decimal number within bounds: a sign and a number (">= 0.01", "< 100"), or "" for none. The
// comparison is exact, however many digits there are.
func (c *checker) decimal(name, value, low, high string) {
	if n, ok := readDecimal(value); !ok || !n.within(low) || !n.within(high) {
		c.add(name, ProblemRange, bounds(low, high))
	}
}

// decimalText is a decimal number in text, without the zeros that make no difference.
type decimalText struct {
	negative        bool
	whole, fraction string
}

func readDecimal(text string) (n decimalText, ok bool) {
	if text != "" && (text[0] == '-' || text[0] == '+') {
		n.negative, text = text[0] == '-', text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	n.whole, n.fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	n.negative = n.negative && n.whole+n.fraction != ""
	return n, len(whole)+len(fraction) > 0 && isDigits(whole) && isDigits(fraction)
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// compare is negative if n is less than m, and positive if it is greater.
func (n decimalText) compare(m decimalText) int {
	switch {
	case n.negative && m.negative:
		n, m = m, n
	case n.negative:
		return -1
	case m.negative:
		return 1
	}
	return cmp.Or(cmp.Compare(len(n.whole), len(m.whole)), cmp.Compare(n.whole, m.whole), cmp.Compare(n.fraction, m.fraction))
}

func (n decimalText) within(bound string) bool {
	sign, limit, _ := strings.Cut(bound, " ")
	m, _ := readDecimal(limit)
	switch order := n.compare(m); sign {
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	}
	return true
}

// bounds writes the bounds together: "1..64", "> 0, <= 1".
func bounds(low, high string) string {
	from, closed := strings.CutPrefix(low, ">= ")
	to, both := strings.CutPrefix(high, "<= ")
	switch {
	case closed && both:
		return limits(from, to)
	case low == "" || high == "":
		return low + high
	}
	return low + ", " + high
}
