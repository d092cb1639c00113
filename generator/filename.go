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

// maxParents is how many directories may tell the files of two pages apart.
const maxParents = 4

// stems are what the files of pages are called, by the pages' paths: after the page, whatever other pages there are. Where two pages
// would have one name, the directories that they stand in come before it; if these do not help, numbers in the order of paths
// come after it. No two stems differ in case only, and with the endings that files get, none means something to the go command.
func stems(paths []string, namer *goname.Namer) map[string]string {
	groups := make(map[string][]string)
	for _, p := range slices.Sorted(slices.Values(paths)) {
		stem := stem(p, 0, namer)
		groups[stem] = append(groups[stem], p)
	}
	n := stemmer{of: make(map[string]string, len(paths)), taken: make(map[string]bool)}
	var clashing [][]string
	for stem, group := range groups {
		if len(group) == 1 {
			n.give(group[0], stem)
		} else {
			clashing = append(clashing, group)
		}
	}
	slices.SortFunc(clashing, slices.Compare)
	for _, group := range clashing {
		parents := parentsApart(group, namer)
		for _, p := range group {
			n.give(p, stem(p, parents, namer))
		}
	}
	return n.of
}

// stemmer gives names out.
type stemmer struct {
	of    map[string]string
	taken map[string]bool
}

func (n *stemmer) give(page, wish string) {
	name := wish
	for i := 2; n.taken[name]; i++ {
		name = wish + "_" + strconv.Itoa(i)
	}
	n.of[page], n.taken[name] = name, true
}

// parentsApart is how many directories tell the pages of a group apart; 0 when they do not.
func parentsApart(group []string, namer *goname.Namer) int {
	for parents := 1; parents <= maxParents; parents++ {
		distinct := make(map[string]bool)
		for _, p := range group {
			distinct[stem(p, parents, namer)] = true
		}
		if len(distinct) == len(group) {
			return parents
		}
	}
	return 0
}

// stem is the name of a page's files with so many of its directories before it.
func stem(page string, parents int, namer *goname.Namer) string {
	dir, base := path.Split(path.Clean(page))
	words := namer.Words(strings.TrimSuffix(base, path.Ext(base)))
	for dirs := strings.Split(dir, "/"); parents > 0 && len(dirs) > 0; dirs = dirs[:len(dirs)-1] {
		if above := namer.Words(dirs[len(dirs)-1]); len(above) > 0 {
			words = append(slices.Clone(above), words...)
			parents--
		}
	}
	name := cmp.Or(shortened(strings.ToLower(strings.Join(words, "_"))), "page")
	if slices.Contains(sharedStems, name) || strings.HasSuffix(name, "_codec") {
		name += "_page"
	}
	return name
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
