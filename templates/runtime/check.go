package runtime

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// checker collects what is wrong with a value whose fields are checked one by one:
//
//	func (x *User) Validate() error {
//		var c checker
//		x.check(&c)
//		return c.err()
//	}
//
//	func (x *User) check(c *checker) {
//		c.notEmpty("userId", x.UserID)
//		for i := range x.Address {
//			c.element("address", i)
//			x.Address[i].check(c)
//			c.leave()
//		}
//	}
//
// Nothing is allocated while nothing is wrong: the way to the value being checked lives in the checker, which lives on the stack,
// and becomes text in a problem.
type checker struct {
	problems Problems
	depth    int
	steps    [16]step // the way, outermost first
	deeper   []step   // what of the way steps has no room for
}

// step is one member on the way from the document's root to the value being checked.
type step struct {
	name string // on the wire; "" for an element of a list that is itself an element
	nth  int    // which element of the list called name, from 1; 0 for the member itself
}

// enter goes to a member of the value being checked.
func (c *checker) enter(name string) { c.push(step{name, 0}) }

// element goes to an element of a list that is a member; name is "" where the list is itself an element.
func (c *checker) element(name string, i int) { c.push(step{name, i + 1}) }

func (c *checker) push(s step) {
	if c.depth < len(c.steps) {
		c.steps[c.depth] = s
	} else {
		c.deeper = append(c.deeper, s)
	}
	c.depth++
}

// leave goes back to where enter or element came from.
func (c *checker) leave() {
	if c.depth--; c.depth >= len(c.steps) {
		c.deeper = c.deeper[:len(c.deeper)-1]
	}
}

// path returns the path of a member of the value being checked, or of the value itself if name is "", as text.
func (c *checker) path(name string) string {
	var b []byte
	for _, s := range c.steps[:min(c.depth, len(c.steps))] {
		b = s.appendTo(b)
	}
	for _, s := range c.deeper {
		b = s.appendTo(b)
	}
	return string(step{name, 0}.appendTo(b))
}

func (s step) appendTo(b []byte) []byte {
	if s.name != "" {
		b = appendName(b, s.name)
	}
	if s.nth > 0 {
		b = appendIndex(b, s.nth-1)
	}
	return b
}

// err returns the problems found, or nil.
//
//go:noinline
func (c *checker) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	return c.problems
}

// add records a problem with the member called name of the value being checked.
func (c *checker) add(name string, code ProblemCode, want string) {
	c.problems.add(Problem{Path: c.path(name), Code: code, Want: want})
}

// check records a problem unless ok.
//
//go:noinline
func (c *checker) check(ok bool, name string, code ProblemCode, want string) {
	if !ok {
		c.add(name, code, want)
	}
}

// required wants the member to be there.
//
//go:noinline
func (c *checker) required(name string, there bool) {
	if !there {
		c.add(name, ProblemMissing, "")
	}
}

// anyOf wants at least one of several members to be there; fields are their names, and name is that of one of them.
func (c *checker) anyOf(name, fields string, there ...bool) {
	if !slices.Contains(there, true) {
		c.add(name, ProblemChoice, fields)
	}
}

// oneOf wants one of several members to be there, and no more.
func (c *checker) oneOf(name, fields string, there ...bool) {
	c.anyOf(name, fields, there...)
	c.notBoth(name, fields, there...)
}

// notBoth wants no more than one of several members to be there.
func (c *checker) notBoth(name, fields string, there ...bool) {
	if first := slices.Index(there, true); first >= 0 && slices.Contains(there[first+1:], true) {
		c.add(name, ProblemExclusive, fields)
	}
}

// hasText reports whether a text that may be absent is there and not empty.
func hasText[T ~string](p *T) bool { return p != nil && *p != "" }

// notEmpty wants a text with something in it, and reports whether it is one.
//
//go:noinline
func (c *checker) notEmpty(name, value string) bool {
	c.check(value != "", name, ProblemEmpty, "")
	return value != ""
}

// length wants min to max characters; a negative max is no limit.
func (c *checker) length(name, value string, min, max int) {
	// A text has at most as many characters as bytes: most texts need no counting.
	if len(value) >= min && min <= 1 && (max < 0 || len(value) <= max) {
		return
	}
	if n := utf8.RuneCountInString(value); n < min || max >= 0 && n > max {
		c.add(name, ProblemLength, sizes(min, max))
	}
}

// bytes wants min to max bytes; a negative max is no limit.
func (c *checker) bytes(name, value string, min, max int) {
	if n := len(value); n < min || max >= 0 && n > max {
		c.add(name, ProblemBytes, sizes(min, max))
	}
}

// items wants a list of min to max elements; a negative max is no limit.
func (c *checker) items(name string, n, min, max int) {
	if n < min || max >= 0 && n > max {
		c.add(name, ProblemItems, sizes(min, max))
	}
}

// parts wants min to max parts between the commas of a text; a negative max is no limit. The empty text has none.
func (c *checker) parts(name, value string, min, max int) {
	n := 0
	if value != "" {
		n = strings.Count(value, ",") + 1
	}
	c.items(name, n, min, max)
}

// integer wants a number from min to max, math.MinInt64 and math.MaxInt64 being no limits.
func (c *checker) integer(name string, value, min, max int64) {
	if value >= min && value <= max {
		return
	}
	low, high := "", ""
	if min != math.MinInt64 {
		low = strconv.FormatInt(min, 10)
	}
	if max != math.MaxInt64 {
		high = strconv.FormatInt(max, 10)
	}
	c.add(name, ProblemRange, limits(low, high))
}

// number wants a finite number from min to max, the infinities being no limits.
func (c *checker) number(name string, value, min, max float64) {
	if value >= min && value <= max && !math.IsInf(value, 0) {
		return
	}
	low, high := "", ""
	if !math.IsInf(min, 0) {
		low = string(appendFloat(nil, min))
	}
	if !math.IsInf(max, 0) {
		high = string(appendFloat(nil, max))
	}
	c.add(name, ProblemRange, limits(low, high))
}

func sizes(min, max int) string {
	if min == max {
		return strconv.Itoa(min)
	}
	low, high := "", ""
	if min > 0 {
		low = strconv.Itoa(min)
	}
	if max >= 0 {
		high = strconv.Itoa(max)
	}
	return limits(low, high)
}

// limits writes a range as people do: "1..64", ">= 1", "<= 64". Without any limit left, the number is
// only wanted to be one: neither NaN nor an infinity.
func limits(low, high string) string {
	switch {
	case low == "" && high == "":
		return "float64"
	case low == "":
		return "<= " + high
	case high == "":
		return ">= " + low
	}
	return low + ".." + high
}
