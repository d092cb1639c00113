package generator

import (
	"slices"
	"strconv"

	"github.com/wenma/wenma/source"
)

// scope is where names must differ: a package, or a struct.
type scope struct {
	key      string          // how keys of what is in it begin; empty for the package
	reserved map[string]bool // for all scopes of the kind
	more     []string        // that are reserved in this one
	taken    map[string]source.Span
	numbered map[string]int // the last number given to a name; nil for none
	promised *promises      // nil for none
	heard    *[]*heard      // where claims are noted; nil for none
}

func newScope(reserved map[string]bool) *scope {
	return &scope{reserved: reserved, taken: make(map[string]source.Span)}
}

// scope is a new one of the planner's, in which promises are kept.
func (p *planner) scope(key string, reserved map[string]bool) *scope {
	s := newScope(reserved)
	s.key, s.promised = key, p.promised[key]
	if p.listens {
		s.heard = &p.heard
	}
	return s
}

// claim is a wish for a name.
type claim struct {
	ids    []nameID // under which the name is recorded; an enumeration has as many as it has places
	name   string   // wished for
	suffix string   // what makes another name of one that is reserved
	text   string   // as the page has it
	span   source.Span
	within string                     // the struct of a field
	also   func(name string) []string // further names that come with it
	only   bool                       // that only those are given, not the name itself
	follow string                     // what a promised name must begin with: it was made of another name
	own    bool                       // that the name wished for is kept for this and nothing else
	novel  bool                       // that what was pinned under the ids was something else
	told   bool                       // that the page's author knows of the clash
}

// promises are the names of a scope that are somebody's before anybody asks.
type promises struct {
	of    map[nameID]string
	names map[string]source.Span // all that come with them, and where their owners stand
}

// heard is a claim that was answered.
type heard struct {
	claim
	scope *scope
	name  string
}

// take gives the name that the claim was promised; else the one that it wishes for, or the nearest that is free, and says so if
// it is another.
func (s *scope) take(c claim, diags *source.Diagnostics) string {
	name := s.promise(c)
	if name == "" {
		name = s.fresh(c, diags)
	}
	for _, also := range c.all(name) {
		s.taken[also] = c.span
	}
	if s.heard != nil && len(c.ids) > 0 {
		*s.heard = append(*s.heard, &heard{c, s, name})
	}
	return name
}

func (s *scope) promise(c claim) string {
	if s.promised == nil {
		return ""
	}
	for _, id := range c.ids {
		name := s.promised.of[id]
		if name != "" && !slices.ContainsFunc(c.all(name), func(n string) bool { return s.isTaken(n) || s.isReserved(n) }) {
			return name
		}
	}
	return ""
}

func (s *scope) fresh(c claim, diags *source.Diagnostics) string {
	name := c.name
	if c.own {
		return name
	}
	if slices.ContainsFunc(c.all(name), s.isReserved) {
		name += c.suffix
	}
	wished := name
	for !s.free(c, name) {
		if s.numbered == nil {
			s.numbered = make(map[string]int)
		}
		s.numbered[wished] = max(s.numbered[wished], 1) + 1
		name = wished + strconv.Itoa(s.numbered[wished])
	}
	if c.span.Known() {
		s.report(c, wished, name, diags)
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

func (s *scope) isReserved(name string) bool {
	return s.reserved[name] || slices.Contains(s.more, name)
}

func (s *scope) isTaken(name string) bool {
	_, taken := s.taken[name]
	return taken
}

func (s *scope) isPromised(name string) bool {
	if s.promised == nil {
		return false
	}
	_, promised := s.promised.names[name]
	return promised
}

func (s *scope) free(c claim, name string) bool {
	return !slices.ContainsFunc(c.all(name), func(n string) bool { return s.isTaken(n) || s.isReserved(n) || s.isPromised(n) })
}

// owner is where something stands that has a name or was promised it.
func (s *scope) owner(name string) source.Span {
	if !s.isTaken(name) && s.promised != nil {
		return s.promised.names[name]
	}
	return s.taken[name]
}

func (s *scope) report(c claim, wished, name string, diags *source.Diagnostics) {
	switch {
	case name != wished && c.told:
	case name != wished:
		d := nameClash.At(c.span, c.text, wished, name)
		for _, n := range c.all(wished) {
			if other := s.owner(n); other.Known() {
				d.Also(other, "另一处", "the other one")
				break
			}
		}
		diags.Add(d)
	case wished != c.name:
		diags.Add(nameReserved.At(c.span, c.text, c.name, name))
	}
}
