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

// andOf adds the problems that an error is.
func (p Problems) andOf(err error) Problems {
	if more := (Problems)(nil); errors.As(err, &more) {
		return p.and(more)
	}
	return p
}

// and adds what a Validate method found and returns it all, or nil.
func (c *checker) and(err error) error {
	c.problems = c.problems.andOf(err)
	return c.err()
}
