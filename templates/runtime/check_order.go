package runtime

import (
	"iter"
	"maps"
	"slices"
)

// members goes through a map that is a member called name, and whose values are being checked: in whatever order comes while nothing
// is wrong, and again from the start by key when something is. So problems come in the same order each time, and sorting costs nothing
// where there are none.
func members[V any](c *checker, name string, m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		start := c.start()
		for k, v := range m {
			if !yield(k, v) {
				return
			}
			if c.start() > start {
				break
			}
		}
		if c.start() == start {
			return
		}
		c.problems = c.problems[:start]
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
		c.member(start, name)
	}
}
