package generator

import (
	"slices"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// planner decides all names and shapes of a package. Names are given in a fixed order: what wenma's own code is called, named types,
// operations, envelopes, and then types that have no name on the page.
type planner struct {
	doc     *ir.Document
	pkg     *templates.Package
	diags   source.Diagnostics
	names   *scope // of the package
	structs map[*ir.TypeDecl]*templates.Struct
	enums   map[*ir.TypeDecl]*templates.Enum
	helpers map[string]*templates.Helper
	shapes  map[string]*templates.Struct // envelopes, by signature
	fields  map[*ir.TypeDecl]bool        // whose fields are planned
	section *[]*templates.Struct         // that new structs stand in
}

// ownNames are declared by the templates, whether or not a page needs them: a name must not change when it does.
var ownNames = []string{
	"APIError", "ClientAPI", "CommonParams", "CommonParamsFrom", "DefaultBaseURL", "Handler", "Handlers", "NewClient", "NewServer",
	"UnimplementedHandler", "WithCommonParams", "WithSigner", "commonParamsKey", "receiveCommonParams",
}

// methodNames are the names that no operation's method can have, as operationName writes them.
func methodNames() []string {
	names := make([]string, len(standardMethods))
	for i, name := range standardMethods {
		names[i] = "." + name
	}
	return names
}

func plan(doc *ir.Document, opts Options) *planner {
	p := &planner{
		doc:     doc,
		pkg:     &templates.Package{Name: opts.Package, English: opts.Lang == source.English},
		names:   newScope(slices.Concat(templates.RuntimeNames(), ownNames, methodNames())...),
		structs: make(map[*ir.TypeDecl]*templates.Struct), enums: make(map[*ir.TypeDecl]*templates.Enum),
		helpers: make(map[string]*templates.Helper), shapes: make(map[string]*templates.Struct),
		fields: make(map[*ir.TypeDecl]bool),
	}
	var named, surrounding, operations []*templates.Struct
	p.section = &named
	p.declareTypes()
	p.selector()
	p.common()
	ops := p.declareOperations()
	p.section = &surrounding
	p.envelopes()
	p.section = &named
	p.defineTypes()
	p.section = &operations
	for _, op := range ops {
		p.request(op)
		p.response(op)
	}
	p.pkg.Structs = slices.Concat(operations, surrounding, named)
	p.breakCycles()
	p.markChecked()
	p.routes()
	p.servers()
	p.packageDoc()
	p.diags.Sort()
	return p
}

// operation is an endpoint on its way to becoming a templates.Operation.
type operation struct {
	*templates.Operation
	endpoint *ir.Endpoint
}

// declareTypes names the types that the page names.
func (p *planner) declareTypes() {
	for _, d := range p.doc.Types {
		p.declare(d)
	}
}

func (p *planner) declare(d *ir.TypeDecl) {
	switch t := d.Type.(type) {
	case *ir.Object:
		if len(t.Fields) > 0 && p.structs[d] == nil {
			p.structs[d] = p.newStruct(p.typeName(d.Name), typeDoc(d))
		}
	case *ir.Enum:
		if p.enums[d] == nil && t.Base != nil && len(t.Values) > 0 && kindOf(t.Base.Kind).IsScalar() {
			p.enums[d] = p.newEnum(d, t)
		}
	}
}

func typeDoc(d *ir.TypeDecl) string {
	if doc := sentence(d.Span, d.Doc); doc != "" {
		return doc
	}
	return "is a type of the API."
}

func (p *planner) typeName(name ir.Text) string {
	return p.names.take(claim{name: goname.Exported(name.Value), suffix: "Model", text: clean(name.Value), span: name.Span}, &p.diags)
}

// newStruct adds a struct to the package.
func (p *planner) newStruct(name, doc string) *templates.Struct {
	s := &templates.Struct{Name: name, Doc: doc}
	*p.section = append(*p.section, s)
	return s
}

// defineTypes gives the named types their fields.
func (p *planner) defineTypes() {
	for _, d := range p.doc.Types {
		p.define(d)
	}
}

func (p *planner) define(d *ir.TypeDecl) {
	s := p.structs[d]
	if s == nil || p.fields[d] {
		return
	}
	p.fields[d] = true
	p.fill(s, ir.Fields(d.Type), place{name: s.Name, owner: s.Name})
}

// packageDoc is the package's comment.
func (p *planner) packageDoc() {
	about := harmless(p.doc.Group.Value)
	if about == "" {
		about = harmless(p.doc.Title.Value)
	}
	if about == "" {
		about = "an HTTP API"
	}
	p.pkg.Doc = []string{
		"Package " + p.pkg.Name + " calls, serves and checks " + about + ".",
		"NewClient makes a client, NewServer serves a Handler, and each request type has a builder.",
	}
	if len(p.pkg.Operations) == 0 {
		p.pkg.Doc = p.pkg.Doc[:1]
	}
}
