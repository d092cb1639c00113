package generator

import (
	"cmp"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// pins are the names of earlier runs, as their identifiers.
type pins map[nameID]string

func (p pins) has(kind NameKind, key string) bool {
	_, ok := p[nameID{kind, key}]
	return ok
}

func (id nameID) compare(other nameID) int {
	return cmp.Or(cmp.Compare(id.key, other.key), cmp.Compare(id.kind, other.kind))
}

func (id nameID) String() string { return string(id.kind) + " " + id.key }

// identifierOf is a name without the type of a field before it.
func identifierOf(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// earlier is what is decided before a run: by earlier runs, and by hand.
type earlier struct {
	pins      pins
	golang    map[string]nameID // the pins by their whole names in Go
	overrides *overrides
}

// newEarlier sorts the pins, so that of two for one key it does not matter which comes first.
func newEarlier(opts Options) *earlier {
	e := &earlier{pins: make(pins), golang: make(map[string]nameID)}
	names := slices.Clone(opts.Pinned)
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Go, b.Go))
	})
	for _, n := range names {
		id := nameID{n.Kind, n.Key}
		if !e.pins.has(n.Kind, n.Key) {
			e.pins[id] = identifierOf(n.Go)
		}
		if _, known := e.golang[n.Go]; !known && n.Kind != HomeName {
			e.golang[n.Go] = id
		}
	}
	e.overrides = newOverrides(opts.Overrides)
	return e
}

func (e *earlier) empty() bool { return len(e.pins) == 0 && len(e.overrides.names) == 0 }

func (p *promises) equal(other *promises) bool { return maps.Equal(p.of, other.of) }

// wish is a name that something is to have.
type wish struct {
	*heard
	id   nameID
	name string
	at   source.Span // where a person wrote it; unknown for what was given before
}

// settler gives out promises, scope by scope.
type settler struct {
	out   map[string]*promises
	given map[*heard]string
	owner map[string]map[string]wish // of the names of each scope
	diags source.Diagnostics
}

// settle promises names to those who are still there: first what is pinned, where nobody says otherwise, then what is said by
// hand, and then what is pinned to those for whom that could not be done.
func (e *earlier) settle(claims []*heard) (map[string]*promises, source.Diagnostics) {
	s := &settler{out: make(map[string]*promises), given: make(map[*heard]string), owner: make(map[string]map[string]wish)}
	byHand := e.overrides.find(claims, e.golang, &s.diags)
	maps.DeleteFunc(byHand, func(_ *heard, w wish) bool { return !s.usable(w) })
	var pinned, failed []wish
	for _, c := range claims {
		w, ok := e.pinned(c)
		switch _, overridden := byHand[c]; {
		case ok && overridden:
			failed = append(failed, w)
		case ok:
			pinned = append(pinned, w)
		}
	}
	s.pins(pinned)
	s.byHand(byHand, claims)
	s.pins(slices.DeleteFunc(failed, func(w wish) bool { return s.given[w.heard] != "" }))
	return s.out, s.diags
}

// pinned is what something was called before.
func (e *earlier) pinned(c *heard) (wish, bool) {
	if c.novel {
		return wish{}, false
	}
	for _, id := range c.ids {
		name, ok := e.pins[id]
		if ok && !(c.own && name == c.claim.name) && strings.HasPrefix(name, c.follow) {
			return wish{c, id, name, source.Span{}}, true
		}
	}
	return wish{}, false
}

// pins promises names that were given before. The smaller key has precedence.
func (s *settler) pins(wishes []wish) {
	slices.SortFunc(wishes, func(a, b wish) int { return a.id.compare(b.id) })
	for _, w := range wishes {
		switch other := s.clash(w); {
		case !w.possible():
			s.diags.Add(pinUnusable.At(w.span, w.id, w.name))
		case other != nil:
			d := pinnedTwice.At(w.span, other.id, w.id, w.name)
			if other.span.Known() {
				d.Also(other.span, "另一处", "the other one")
			}
			s.diags.Add(d)
		default:
			s.promise(w)
		}
	}
}

// byHand promises names that a person gave. They take none that is in use.
func (s *settler) byHand(named map[*heard]wish, claims []*heard) {
	inUse := make(map[string]map[string]*heard)
	for _, c := range claims {
		if _, overridden := named[c]; overridden || s.given[c] != "" {
			continue
		}
		if inUse[c.scope.key] == nil {
			inUse[c.scope.key] = make(map[string]*heard)
		}
		for _, n := range c.all(c.name) {
			inUse[c.scope.key][n] = c
		}
	}
	wishes := slices.SortedFunc(maps.Values(named), func(a, b wish) int { return a.id.compare(b.id) })
	for _, w := range wishes {
		other := s.clash(w)
		for _, n := range w.all(w.name) {
			if c := inUse[w.scope.key][n]; c != nil && other == nil {
				other = &wish{heard: c, id: c.ids[0], name: c.name}
			}
		}
		if other == nil {
			s.promise(w)
			continue
		}
		d := w.says(overrideClash, w.id, w.name, other.id)
		if other.span.Known() {
			d.Also(other.span, "已有这个名字的一处", "this has the name")
		}
		s.diags.Add(d)
	}
}

// usable refuses names by hand that nothing can have.
func (s *settler) usable(w wish) bool {
	if !w.possible() {
		s.diags.Add(w.says(overrideUnusable, w.id, w.name))
	}
	return w.possible()
}

// says reports a name by hand where it is written, and what it is of.
func (w wish) says(rule *source.Rule, args ...any) *source.Diagnostic {
	d := rule.At(spanOf(w.at, w.span), args...)
	if w.at.Known() && w.span.Known() {
		d.Also(w.span, "指的是这里", "this is what it names")
	}
	return d
}

// possible reports whether something can be called so at all.
func (w wish) possible() bool {
	return token.IsIdentifier(w.name) && token.IsExported(w.name) && !slices.ContainsFunc(w.claim.all(w.name), w.scope.isReserved)
}

// clash is who has the name already, or one that comes with it.
func (s *settler) clash(w wish) *wish {
	for _, n := range w.all(w.name) {
		if other, ok := s.owner[w.scope.key][n]; ok {
			return &other
		}
	}
	return nil
}

func (s *settler) promise(w wish) {
	scope := w.scope.key
	if s.out[scope] == nil {
		s.out[scope] = &promises{of: make(map[nameID]string), names: make(map[string]source.Span)}
		s.owner[scope] = make(map[string]wish)
	}
	s.given[w.heard] = w.name
	for _, id := range w.ids {
		s.out[scope].of[id] = w.name
	}
	for _, n := range w.all(w.name) {
		s.out[scope].names[n] = w.span
		s.owner[scope][n] = w
	}
}
