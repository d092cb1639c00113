package generator

import (
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
)

// generalWords say nothing of what an API is about: they make no package name.
var generalWords = map[string]bool{
	"api": true, "apis": true, "rest": true, "restful": true, "open": true, "openapi": true, "v": true, "service": true,
	"gateway": true, "interface": true, "web": true, "http": true, "https": true, "doc": true, "docs": true, "main": true,
}

// generalTerms are things that titles of any API speak of: they make no package name either.
var generalTerms = map[string]bool{
	"system": true, "platform": true, "document": true, "management": true, "data": true, "project": true, "server": true,
	"client": true, "version": true, "demo": true, "test": true, "common": true, "public": true, "new": true, "list": true,
	"info": true, "description": true, "specification": true, "guide": true, "manual": true, "reference": true, "readme": true,
	"openplatform": true, "backend": true, "frontend": true, "overview": true, "changelog": true, "my": true, "the": true,
}

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
			if name := meaningful(namer, term); name != "" && !generalTerms[name] {
				return name
			}
		}
	}
	return "api"
}

// meaningful is the package name for a word, "" for a general one, a version or a parameter.
func meaningful(namer *goname.Namer, word string) string {
	name := namer.Package(word)
	if strings.ContainsAny(word, "{}") || generalWords[strings.TrimRight(name, "0123456789")] || !goname.IsPackage(name) {
		return ""
	}
	return name
}
