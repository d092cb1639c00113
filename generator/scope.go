package generator

import (
	"slices"
	"strconv"

	"github.com/wenma/wenma/source"
)

// scope is where names must differ: a package, or a struct.
type scope struct {
	reserved map[string]bool
	taken    map[string]source.Span
	numbered map[string]int // the last number given to a name
}

func newScope(reserved ...string) *scope {
	s := &scope{reserved: make(map[string]bool), taken: make(map[string]source.Span), numbered: make(map[string]int)}
	for _, name := range reserved {
		s.reserved[name] = true
	}
	return s
}

// claim is a wish for a name.
type claim struct {
	name   string // wished for
	suffix string // what makes another name of one that is reserved
	text   string // as the page has it
	span   source.Span
	also   func(name string) []string // further names that come with it
	only   bool                       // that only those are given, not the name itself
}

// take gives the name, or the nearest that is free, and says so if it is another.
func (s *scope) take(c claim, diags *source.Diagnostics) string {
	name := c.name
	if s.isReserved(c, name) {
		name += c.suffix
	}
	wished := name
	for !s.free(c, name) {
		s.numbered[wished] = max(s.numbered[wished], 1) + 1
		name = wished + strconv.Itoa(s.numbered[wished])
	}
	if c.span.Known() {
		s.report(c, wished, name, diags)
	}
	for _, also := range c.all(name) {
		s.taken[also] = c.span
	}
	return name
}

func (c *claim) all(name string) []string {
	if c.also == nil {
		return []string{name}
	}
	if c.only {
		return c.also(name)
	}
	return append(c.also(name), name)
}

func (s *scope) isReserved(c claim, name string) bool {
	return slices.ContainsFunc(c.all(name), func(n string) bool { return s.reserved[n] })
}

func (s *scope) free(c claim, name string) bool {
	return !slices.ContainsFunc(c.all(name), func(n string) bool {
		_, taken := s.taken[n]
		return taken || s.reserved[n]
	})
}

func (s *scope) report(c claim, wished, name string, diags *source.Diagnostics) {
	if name != wished {
		d := nameClash.At(c.span, c.text, wished, name)
		for _, n := range c.all(wished) {
			if other := s.taken[n]; other.Known() {
				d.Also(other, "另一处", "the other one")
				break
			}
		}
		diags.Add(d)
	} else if wished != c.name {
		diags.Add(nameReserved.At(c.span, c.text, c.name, name))
	}
}
