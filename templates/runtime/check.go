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
//	func (x *User) check(c *checker) int {
//		start := c.start()
//		c.notEmpty("userId", x.UserID)
//		for i := range x.Address {
//			c.element(x.Address[i].check(c), "address", i)
//		}
//		return start
//	}
//
// Nothing is allocated while nothing is wrong: what is wrong with a value is recorded with its place in that value, and whoever
// has the value checked puts the value's own place before it. The rules that most values have are compared where the value is; only
// what breaks one is a call.
type checker struct {
	problems Problems
}

// start is where the problems begin that are found from now on.
func (c *checker) start() int { return len(c.problems) }

// member puts the problems found since start into the member called name.
func (c *checker) member(start int, name string) {
	if len(c.problems) > start {
		c.move(start, name, -1)
	}
}

// element puts the problems found since start into an element of a list that is a member; name is "" where the list is itself an
// element.
func (c *checker) element(start int, name string, i int) {
	if len(c.problems) > start {
		c.move(start, name, i)
	}
}

// move puts the problems found since start into a member, or an element of it.
//
//go:noinline
func (c *checker) move(start int, name string, i int) {
	var head []byte
	if name != "" {
		head = appendName(head, name)
	}
	if i >= 0 {
		head = appendIndex(head, i)
	}
	for at := range c.problems[start:] {
		p := &c.problems[start+at]
		p.Path = joinPaths(string(head), p.Path)
	}
}

// joinPaths is the path of what is at one path in what is at another.
func joinPaths(head, tail string) string {
	if head == "" || tail == "" || tail[0] == '[' {
		return head + tail
	}
	return head + "." + tail
}

// err returns the problems found, or nil.
func (c *checker) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	return c.problems
}

// add records a problem with the member called name of the value being checked.
//
//go:noinline
func (c *checker) add(name string, code ProblemCode, want string) {
	var path []byte
	if name != "" {
		path = appendName(path, name)
	}
	c.problems.add(Problem{Path: string(path), Code: code, Want: want})
}

// check records a problem unless ok.
func (c *checker) check(ok bool, name string, code ProblemCode, want string) {
	if !ok {
		c.add(name, code, want)
	}
}

// required wants the member to be there.
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

// notEmpty wants a text with something in it.
func (c *checker) notEmpty(name, value string) {
	if value == "" {
		c.add(name, ProblemEmpty, "")
	}
}

// length wants min to max characters; a negative max is no limit.
func (c *checker) length(name, value string, min, max int) {
	// A text has at most as many characters as bytes, and a quarter of them at least: most texts need no counting.
	if n := len(value); n < min || n/utf8.UTFMax < min && min > 1 || uint(n) > uint(max) {
		c.count(name, value, min, max)
	}
}

// quickLength is length where as many bytes are proof enough that the characters are not too few: min is 1 at most, or another rule
// wants that the text be ASCII.
func (c *checker) quickLength(name, value string, min, max int) {
	if n := len(value); n < min || uint(n) > uint(max) {
		c.count(name, value, min, max)
	}
}

// count wants min to max characters.
//
//go:noinline
func (c *checker) count(name, value string, min, max int) {
	if n := utf8.RuneCountInString(value); n < min || max >= 0 && n > max {
		c.add(name, ProblemLength, sizes(min, max))
	}
}

// bytes wants min to max bytes; a negative max is no limit.
func (c *checker) bytes(name, value string, min, max int) {
	if n := len(value); n < min || uint(n) > uint(max) {
		c.size(name, ProblemBytes, min, max)
	}
}

// items wants a list of min to max elements; a negative max is no limit.
func (c *checker) items(name string, n, min, max int) {
	if n < min || uint(n) > uint(max) {
		c.size(name, ProblemItems, min, max)
	}
}

// size records that there are not min to max of something.
//
//go:noinline
func (c *checker) size(name string, code ProblemCode, min, max int) {
	c.add(name, code, sizes(min, max))
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
	if value < min || value > max {
		c.outside(name, min, max)
	}
}

// outside records that a number is not from min to max.
//
//go:noinline
func (c *checker) outside(name string, min, max int64) {
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
