package runtime

import (
	"bytes"
	"cmp"
	"math"
	"strconv"
	"strings"
)

// decimal wants a text that is a decimal number within bounds: a sign and a number (">= 0.01", "< 100"), or "" for none. The
// comparison is exact, however many digits there are.
func (c *checker) decimal(name, value, low, high string) {
	if n, ok := readDecimal(value); !ok || !n.within(low) || !n.within(high) {
		c.add(name, ProblemRange, bounds(low, high))
	}
}

// amount is decimal for a text whose number has, besides, at most max digits behind the point; zeros at its end do not count.
// What is no number is reported once: as out of the bounds, where there are any.
func (c *checker) amount(name, value, low, high string, max int) {
	bounded := low != "" || high != ""
	if bounded {
		c.decimal(name, value, low, high)
	}
	if n, ok := readDecimal(value); ok && len(n.fraction) > max || !ok && !bounded {
		c.add(name, ProblemDecimals, strconv.Itoa(max))
	}
}

// decimals wants a number with at most max digits behind the point, written as it is sent: in the shortest way that reads back
// as the same number. 0.3 has one such digit, and 0.1+0.2, which is sent as 0.30000000000000004, has seventeen.
func (c *checker) decimals(name string, value float64, max int) {
	if math.Trunc(value) != value && fraction(value) > max || math.IsInf(value, 0) {
		c.add(name, ProblemDecimals, strconv.Itoa(max))
	}
}

// fraction is how many digits the shortest form of a number has behind the point; of what is no number, more than any limit.
func fraction(value float64) int {
	if math.IsNaN(value) {
		return math.MaxInt
	}
	var buf [32]byte
	digits, exponent, _ := bytes.Cut(strconv.AppendFloat(buf[:0], value, 'e', -1, 64), []byte("e")) // -1.25e-03
	shift, _ := strconv.Atoi(string(exponent))
	_, behind, _ := bytes.Cut(digits, []byte("."))
	return len(behind) - shift
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
