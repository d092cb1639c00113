package generator

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/goname"
)

// maxStem is how long the name of a page's files gets, without their endings.
const maxStem = 80

// maxParents is how many directories may tell two paths apart.
const maxParents = 4

// stems are what the files of pages are called, by the pages' paths. No two differ in case only, and with the endings that files get,
// none means something to the go command.
func stems(paths []string, namer *goname.Namer) map[string]string {
	return apart(paths, "_", func(page string, parents int) string { return stem(page, parents, namer) })
}

// apart names what stands at the given paths: each after itself, whatever others there are. Where two would have one name, the directories
// that they stand in come before it; if these do not help, numbers in the order of paths come after it.
func apart(paths []string, separator string, name func(path string, parents int) string) map[string]string {
	groups := make(map[string][]string)
	for _, p := range slices.Sorted(slices.Values(paths)) {
		groups[name(p, 0)] = append(groups[name(p, 0)], p)
	}
	n := namesApart{of: make(map[string]string, len(paths)), taken: make(map[string]bool), separator: separator}
	var clashing [][]string
	for wish, group := range groups {
		if len(group) == 1 {
			n.give(group[0], wish)
		} else {
			clashing = append(clashing, group)
		}
	}
	slices.SortFunc(clashing, slices.Compare)
	for _, group := range clashing {
		parents := parentsApart(group, name)
		for _, p := range group {
			n.give(p, name(p, parents))
		}
	}
	return n.of
}

// namesApart gives names out.
type namesApart struct {
	of        map[string]string
	taken     map[string]bool
	separator string
}

func (n *namesApart) give(path, wish string) {
	name := wish
	for i := 2; n.taken[name]; i++ {
		name = wish + n.separator + strconv.Itoa(i)
	}
	n.of[path], n.taken[name] = name, true
}

// parentsApart is how many directories tell paths apart; 0 when they do not.
func parentsApart(group []string, name func(string, int) string) int {
	for parents := 1; parents <= maxParents; parents++ {
		distinct := make(map[string]bool)
		for _, p := range group {
			distinct[name(p, parents)] = true
		}
		if len(distinct) == len(group) {
			return parents
		}
	}
	return 0
}

// stem is the name of a page's files with so many of its directories before it.
func stem(page string, parents int, namer *goname.Namer) string {
	words := wordsOf(strings.TrimSuffix(page, path.Ext(page)), parents, namer)
	name := cmp.Or(shortened(strings.ToLower(strings.Join(words, "_"))), "page")
	if slices.Contains(sharedStems, name) || strings.HasSuffix(name, "_codec") {
		name += "_page"
	}
	return name
}

// wordsOf are the words of a path's last element, after those of so many directories before it that have some.
func wordsOf(at string, parents int, namer *goname.Namer) []string {
	elements := strings.Split(path.Clean(at), "/")
	words := namer.Words(elements[len(elements)-1])
	for i := len(elements) - 2; i >= 0 && parents > 0; i-- {
		if above := namer.Words(elements[i]); len(above) > 0 {
			words = slices.Concat(above, words)
			parents--
		}
	}
	return words
}

// sharedStems are those of files that belong to no page.
var sharedStems = []string{
	"doc", "types", "enums", "times", "codec", "validate", "errors", "builder", "client", "server", "json", "runtime", "samples",
}

// shortened cuts a name that is too long after a word.
func shortened(name string) string {
	if len(name) <= maxStem {
		return name
	}
	name = name[:maxStem]
	if end := strings.LastIndexByte(name, '_'); end > 0 {
		return name[:end]
	}
	return name
}
