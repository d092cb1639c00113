package generator

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

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
	keys       map[*ir.TypeDecl]string   // under which types stand in the ledger
	homes      map[*ir.TypeDecl][]string // by which they are told from others of their names
	pins       pins                      // names of earlier runs
	promised   map[string]*promises      // by scope
	listens    bool                      // that claims are noted
	heard      []*heard                  // those that can be promised a name
	ops        []*operation
	sharing    map[string]int // how many endpoints have a route, by the operation's plain key
	names      *scope         // of the package
	structs    map[*ir.TypeDecl]*templates.Struct
	enums      map[*ir.TypeDecl]*templates.Enum
	groups     map[string]*enumGroup          // enumerations in place, by field name and values
	lists      map[*templates.Enum]*ir.Enum   // the values of each enumeration
	enumPinned map[*templates.Enum]bool       // whether it has its name of an earlier run
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

// maxRounds bounds how often names are given anew because of those that have owners. Two rounds do, unless the name of one thing
// is part of another's key.
const maxRounds = 4

// plan decides everything. Names that were given earlier can only be kept once it is known what is still there: the first round
// gives names as if there were none.
func plan(doc *ir.Document, opts Options, namer *goname.Namer) *planner {
	earlier := newEarlier(opts)
	p := planRound(doc, opts, namer, earlier.pins, nil, !earlier.empty())
	if earlier.empty() {
		p.finish()
		return p
	}
	promised, told := earlier.settle(p.heard)
	for range maxRounds {
		p = planRound(doc, opts, namer, earlier.pins, promised, true)
		again, now := earlier.settle(p.heard)
		told = now
		if maps.EqualFunc(promised, again, (*promises).equal) {
			break
		}
		promised = again
	}
	p.heard = nil // with the scopes in it
	p.diags.Add(told...)
	p.finish()
	return p
}

// packageNames are those that nothing of the pages can have in the package.
var packageNames = sync.OnceValue(func() map[string]bool {
	return setOf(slices.Concat(templates.RuntimeNames(), ownNames, timeNames(), methodNames()))
})

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// planRound gives names to everything, with promises by scope. One that listens notes all claims.
func planRound(doc *ir.Document, opts Options, namer *goname.Namer, pinned pins, promised map[string]*promises, listens bool) *planner {
	p := &planner{
		doc: inPlaceOrder(doc), opts: opts, namer: namer, pins: pinned, promised: promised, listens: listens,
		pkg:     &templates.Package{Name: opts.Package, English: opts.Lang == source.English},
		structs: make(map[*ir.TypeDecl]*templates.Struct), enums: make(map[*ir.TypeDecl]*templates.Enum),
		groups: make(map[string]*enumGroup), lists: make(map[*templates.Enum]*ir.Enum),
		enumPinned: make(map[*templates.Enum]bool),
		times:      make(map[string]*templates.Time), moments: make(map[*templates.Time]*ir.Scalar), ids: make(map[*templates.Named]int),
		helpers: make(map[string]*templates.Helper), shapes: make(map[*ir.Envelope]*templates.Struct), restTypes: make(map[*templates.Field]string),
		siblingsOf: make(map[*templates.Struct]*siblings),
		fields:     make(map[*ir.TypeDecl]bool), keys: make(map[*ir.TypeDecl]string), homes: make(map[*ir.TypeDecl][]string), sharing: make(map[string]int),
	}
	p.names = p.scope("", packageNames())
	var named, surrounding, operations []*templates.Struct
	p.section = &named
	p.keyTypes()
	p.declareTypes()
	p.selector()
	p.common()
	p.ops = p.declareOperations()
	p.section = &surrounding
	shapes := p.envelopes()
	p.section = &named
	p.defineTypes()
	p.section = &operations
	for _, op := range p.ops {
		p.request(op)
		p.response(op)
	}
	p.errorCodes(p.ops)
	p.reportSilent(shapes)
	p.nameEnums()
	p.nameTimes()
	p.servers()
	p.nameHelpers()
	p.pkg.Structs = slices.Concat(operations, surrounding, named)
	p.namePatterns()
	return p
}

// finish decides what depends on no name.
func (p *planner) finish() {
	p.conditions()
	p.breakCycles()
	p.markChecked()
	if p.opts.Tests {
		p.samples(p.ops)
	}
	p.routes()
	p.packageDoc()
	p.owners = p.own()
	p.diags.Sort()
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
			p.structs[d] = p.newStruct(p.typeName(d), p.typeDoc(d))
		}
	case *ir.Enum:
		if p.enums[d] == nil && makesEnum(t) {
			p.enums[d] = p.declaredEnum(d, t)
		}
	}
}

// typeDoc is what the page says of a type: at least what it is called there, where Go spells that otherwise.
func (p *planner) typeDoc(d *ir.TypeDecl) string {
	what := d.Doc
	if what.Empty() && strings.ContainsFunc(d.Name.Value, func(r rune) bool { return r >= utf8.RuneSelf }) {
		what = d.Name
	}
	if !what.Empty() {
		return p.opts.Places.sentence(d.Span, what)
	}
	doc := "is a type of the API"
	if name := clean(d.Name.Value); name != p.namer.Exported(d.Name.Value) {
		doc = "is what the documentation calls " + name
	}
	if where := p.opts.Places.sentence(d.Span); where != "" {
		return doc + " " + where
	}
	return doc + "."
}

// typeName names a type that the page names.
func (p *planner) typeName(d *ir.TypeDecl) string {
	plain := typeKeyOf(d)
	key := p.ledger.number(TypeName, cmp.Or(p.keys[d], plain))
	p.keys[d] = key
	name := p.names.take(claim{
		ids: []nameID{{TypeName, key}}, name: p.namer.Exported(d.Name.Value), suffix: "Model", text: clean(d.Name.Value), span: d.Name.Span,
		told: d.Rival,
	}, &p.diags)
	span := spanOf(d.Name.Span, d.Span)
	p.enter(TypeName, key, name, d, span)
	p.noteHomes(key, plain, name, p.homes[d], d, span)
	return name
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
