package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

// generalWords say nothing of what an API is about: they make no package name.
const generalWords wordList = " api apis rest restful open openapi v service gateway interface web http https doc docs main "

// generalTerms are things that titles of any API speak of: they make no package name either.
const generalTerms wordList = " system platform document management data project server client version demo test common public new list info " +
	"description specification guide manual reference readme openplatform backend frontend overview changelog my the "

// DefaultPackage is the package name for a document that nobody named: the first meaningful segment of its paths, else the first
// meaningful thing that its group or title speaks of, else "api". The glossary is that of Options; without effect if it is not valid.
func DefaultPackage(doc *ir.Document, glossary map[string]string) string {
	namer, _ := goname.New(glossary)
	for _, e := range inPlaceOrder(doc).Endpoints {
		segments := strings.Split(e.Path.Value, "/")
		for _, segment := range segments[:max(len(segments)-1, 0)] {
			if name := meaningful(namer, segment); name != "" {
				return name
			}
		}
	}
	for _, text := range []ir.Text{doc.Group, doc.Title} {
		for _, term := range namer.Terms(text.Value) {
			if name := meaningful(namer, term); name != "" && !generalTerms.has(name) {
				return name
			}
		}
	}
	return "api"
}

// meaningful is the package name for a word, "" for a general one, a version or a parameter.
func meaningful(namer *goname.Namer, word string) string {
	name := namer.Package(word)
	if strings.ContainsAny(word, "{}") || generalWords.has(strings.TrimRight(name, "0123456789")) || !goname.IsPackage(name) {
		return ""
	}
	return name
}
