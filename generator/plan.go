package generator

import (
	"slices"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// planner decides all names and shapes of a package. Names are given in a fixed order: what wenma's own code is called, named types,
// operations, envelopes, and then types that have no name on the page; among them, in the order of places, or of routes for
// operations, and never in that in which pages were given.
type planner struct {
	siblings   []*siblings // structs whose fields may have rules between them
	siblingsOf map[*templates.Struct]*siblings
	doc        *ir.Document
	opts       Options
	namer      *goname.Namer
	pkg        *templates.Package
	diags      source.Diagnostics
	ledger     ledger
	keys       map[*ir.TypeDecl]string // under which types stand in the ledger
	names      *scope                  // of the package
	structs    map[*ir.TypeDecl]*templates.Struct
	enums      map[*ir.TypeDecl]*templates.Enum
	groups     map[string]*enumGroup          // enumerations in place, by field name and values
	lists      map[*templates.Enum]*ir.Enum   // the values of each enumeration
	times      map[string]*templates.Time     // by layout
	moments    map[*templates.Time]*ir.Scalar // of each type of times, the first of its kind
	ids        map[*templates.Named]int
	helpers    map[string]*templates.Helper
	shapes     map[*ir.Envelope]*templates.Struct // the struct of each envelope
	restTypes  map[*templates.Field]string        // of the members besides code and message
	fields     map[*ir.TypeDecl]bool              // whose fields are planned
	section    *[]*templates.Struct               // that new structs stand in
	owners     *ownership                         // whose the parts of the package are
}

// ownNames are declared by the templates, whether or not a page needs them: a name must not change when it does.
var ownNames = []string{
	"APIError", "ClientAPI", "CommonParams", "CommonParamsFrom", "DefaultBaseURL", "ErrorCode", "Handler", "Handlers", "NewClient", "NewServer",
	"TestSamples", "TimeZone", "UnimplementedHandler", "WithCommonParams", "WithSigner", "commonParamsKey", "receiveCommonParams",
}

// methodNames are the names that no operation's method can have, as operationName writes them.
func methodNames() []string {
	names := make([]string, len(standardMethods))
	for i, name := range standardMethods {
		names[i] = "." + name
	}
	return names
}

func plan(doc *ir.Document, opts Options, namer *goname.Namer) *planner {
	p := &planner{
		doc: inPlaceOrder(doc), opts: opts, namer: namer,
		pkg:     &templates.Package{Name: opts.Package, English: opts.Lang == source.English},
		names:   newScope(slices.Concat(templates.RuntimeNames(), ownNames, timeNames(), methodNames())...),
		structs: make(map[*ir.TypeDecl]*templates.Struct), enums: make(map[*ir.TypeDecl]*templates.Enum),
		groups: make(map[string]*enumGroup), lists: make(map[*templates.Enum]*ir.Enum),
		times: make(map[string]*templates.Time), moments: make(map[*templates.Time]*ir.Scalar), ids: make(map[*templates.Named]int),
		helpers: make(map[string]*templates.Helper), shapes: make(map[*ir.Envelope]*templates.Struct), restTypes: make(map[*templates.Field]string),
		siblingsOf: make(map[*templates.Struct]*siblings),
		fields:     make(map[*ir.TypeDecl]bool), keys: make(map[*ir.TypeDecl]string),
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
	p.errorCodes(ops)
	p.nameEnums()
	p.nameTimes()
	p.nameHelpers()
	p.conditions()
	p.pkg.Structs = slices.Concat(operations, surrounding, named)
	p.namePatterns()
	p.breakCycles()
	p.markChecked()
	if opts.Tests {
		p.samples(ops)
	}
	p.routes()
	p.servers()
	p.packageDoc()
	p.owners = p.own()
	p.diags.Sort()
	return p
}

// operation is an endpoint on its way to becoming a templates.Operation.
type operation struct {
	*templates.Operation
	endpoint *ir.Endpoint
	key      string // how Name.Key calls it
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
			p.keys[d] = p.record(TypeName, clean(d.Name.Value), p.structs[d].Name, d, spanOf(d.Name.Span, d.Span))
		}
	case *ir.Enum:
		if p.enums[d] == nil && makesEnum(t) {
			p.enums[d] = p.declaredEnum(d, t)
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
	return p.names.take(claim{name: p.namer.Exported(name.Value), suffix: "Model", text: clean(name.Value), span: name.Span}, &p.diags)
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
	p.fill(s, ir.Fields(d.Type), place{name: s.Name, owner: s.Name, key: p.keys[d]})
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
