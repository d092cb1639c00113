package runtime

import (
	"errors"
	"strings"
)

// and adds further problems, leaving out those with fields that have one already, or lie within one that has: one mistake
// is told once.
func (p Problems) and(more Problems) Problems {
	for _, problem := range more {
		if !p.covers(problem.Path) {
			p.add(problem)
		}
	}
	return p
}

func (p Problems) covers(path string) bool {
	for i := range p {
		rest, ok := strings.CutPrefix(path, p[i].Path)
		if ok && (rest == "" || p[i].Path == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}

// and adds what a Validate method found and returns it all, or nil.
func (c *checker) and(err error) error {
	if more := (Problems)(nil); errors.As(err, &more) {
		c.problems = c.problems.and(more)
	}
	return c.err()
}
