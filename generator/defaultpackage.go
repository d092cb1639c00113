package generator

import (
	"cmp"
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

// generalWords say nothing of what an API is about: they make no package name.
const generalWords wordList = " api apis rest restful open openapi v service gateway interface web http https doc docs main "

// generalTerms are things that titles of any API speak of: they make no package name either.
const generalTerms wordList = " system platform document management data project server client version demo test common public new list info " +
	"description specification guide manual reference readme openplatform backend frontend overview changelog my the "

// DefaultPackage is the package name for a document that nobody named: the first meaningful segment of most of its paths, else the first
// meaningful thing that its group or title speaks of, else "api". The glossary is that of Options; without effect if it is not valid.
func DefaultPackage(doc *ir.Document, glossary map[string]string) string {
	namer, _ := goname.New(glossary)
	counts := make(map[string]int)
	for _, e := range doc.Endpoints {
		if name := firstSegment(namer, e.Path.Value); name != "" {
			if counts[name]++; 2*counts[name] > len(doc.Endpoints) {
				return name
			}
		}
	}
	done := "" // what is done, for want of what it is done to
	for _, text := range []ir.Text{doc.Group, doc.Title} {
		for _, term := range namer.Terms(text.Value) {
			switch name := meaningful(namer, term); {
			case name == "" || generalTerms.has(name):
			case verbs.has(name):
				done = cmp.Or(done, name)
			default:
				return name
			}
		}
	}
	return cmp.Or(done, "api")
}

// firstSegment is the first segment of a path that says something, before the last; "" for none.
func firstSegment(namer *goname.Namer, path string) string {
	segments := strings.Split(path, "/")
	for _, segment := range segments[:max(len(segments)-1, 0)] {
		if name := meaningful(namer, segment); name != "" {
			return name
		}
	}
	return ""
}

// meaningful is the package name for a word, "" for a general one, a version or a parameter.
func meaningful(namer *goname.Namer, word string) string {
	name := namer.Package(word)
	if strings.ContainsAny(word, "{}") || generalWords.has(strings.TrimRight(name, "0123456789")) || !goname.IsPackage(name) {
		return ""
	}
	return name
}
