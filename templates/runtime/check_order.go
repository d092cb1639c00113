package runtime

import (
	"iter"
	"maps"
	"slices"
)

// members goes through a map whose values are being checked: in whatever order comes while nothing is wrong, and again from the
// start by key when something is. So problems come in the same order each time, and sorting costs nothing where there are none.
func members[V any](c *checker, m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		found := len(c.problems)
		for k, v := range m {
			if !yield(k, v) {
				return
			}
			if len(c.problems) > found {
				break
			}
		}
		if len(c.problems) == found {
			return
		}
		c.problems = c.problems[:found]
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
