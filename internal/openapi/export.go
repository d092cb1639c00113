// Package openapi exports an API as an OpenAPI 3.1 document, in JSON or YAML.
//
// What a page says and OpenAPI has no word for stands in extensions (x-…); docs/OPENAPI.md lists them all. What the page
// does not say is not made up: an endpoint without a method or a path is marked as such, a type that nothing is known of
// is the empty schema, and where the declared type and the samples disagree both are allowed.
package openapi

import (
	"fmt"
	"path"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Document is an OpenAPI 3.1 document, ready to be written.
type Document struct{ root *object }

// Export describes the API in OpenAPI. The document shares nothing with the IR and is the same for the same IR: the few
// texts in it that are wenma's own are in Chinese, the language of the pages, whatever the user's.
func Export(doc *ir.Document) *Document {
	x := &exporter{paths: newPaths(), components: newComponents(), used: map[string]bool{}}
	x.ids = operationIDs(doc.Endpoints, x.used)
	x.components.declare(doc.Types)
	for _, e := range doc.Endpoints {
		x.endpoint(e, doc)
	}
	schemas := x.schemas()
	root := new(object).
		setText("openapi", "3.1.0").
		set("info", info(doc)).
		setList("servers", servers(doc.Servers)).
		setList("tags", tags(doc)).
		set("paths", x.paths.object)
	if len(schemas.members) > 0 {
		root.set("components", new(object).set("schemas", schemas))
	}
	root.setList("x-servers-without-address", serversWithoutAddress(doc.Servers)).
		setList("x-errors", errorCodes(doc.Errors)).
		setList("x-history", history(doc.History)).
		setList("x-inferred", inferred(doc.Inferred))
	return &Document{root}
}

// exporter is the state of one export.
type exporter struct {
	paths      *paths
	components *components
	ids        map[*ir.Endpoint]string // operationId of each endpoint's first method
	used       map[string]bool         // all operationIds given so far
}

// inferred lists what the page does not state: the conclusion, why, and the place that it was drawn from.
func inferred(inferences []*ir.Inference) list {
	var out list
	for _, i := range inferences {
		out = append(out, new(object).
			setText("about", i.About).
			setText("value", i.Value).
			setText("why", i.Why.ZH).
			setText("from", place(i.From)))
	}
	return out
}

// place is a place as people write it: file name (a whole path would differ from machine to machine), line, column.
func place(s source.Span) string {
	if !s.Known() {
		return ""
	}
	at := s.Position()
	return fmt.Sprintf("%s:%d:%d", path.Base(s.File.Path), at.Line, at.Column)
}

func errorCodes(codes []*ir.ErrorCode) list {
	var out list
	for _, c := range codes {
		out = append(out, new(object).
			setText("code", c.Value.Value).
			setText("name", c.Name.Value).
			setText("status", c.Status.Value).
			setText("description", c.Doc.Value).
			setText("remedy", c.Remedy.Value))
	}
	return out
}

func history(revisions []*ir.Revision) list {
	var out list
	for _, r := range revisions {
		out = append(out, new(object).
			setText("version", r.Version.Value).
			setText("date", r.Date.Value).
			setText("description", r.Doc.Value).
			setText("author", r.Author.Value))
	}
	return out
}

// tags lists the groups in the order in which they first appear.
func tags(doc *ir.Document) list {
	var out list
	seen := map[string]bool{"": true}
	for _, e := range doc.Endpoints {
		if tag := tagOf(e, doc); !seen[tag] {
			seen[tag] = true
			out = append(out, new(object).setText("name", tag))
		}
	}
	return out
}

func tagOf(e *ir.Endpoint, doc *ir.Document) string {
	if !e.Group.Empty() {
		return e.Group.Value
	}
	return doc.Group.Value
}
