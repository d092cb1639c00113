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

// DefaultPackage is the package name for a document that nobody named: the first meaningful segment of its paths, else the first
// meaningful word of its group or title, else "api".
func DefaultPackage(doc *ir.Document) string {
	for _, e := range doc.Endpoints {
		segments := strings.Split(e.Path.Value, "/")
		for _, segment := range segments[:max(len(segments)-1, 0)] {
			if name := meaningful(segment); name != "" {
				return name
			}
		}
	}
	for _, text := range []ir.Text{doc.Group, doc.Title} {
		for _, word := range goname.Words(text.Value) {
			if name := meaningful(word); name != "" {
				return name
			}
		}
	}
	return "api"
}

// meaningful is the package name for a word, "" for a general one, a version or a parameter.
func meaningful(word string) string {
	name := goname.Package(word)
	if strings.ContainsAny(word, "{}") || generalWords[strings.TrimRight(name, "0123456789")] || !goname.IsPackage(name) {
		return ""
	}
	return name
}
