// Package parser turns pages into an ir.Document: Markdown bytes in, what the API is out, with a diagnostic for whatever the
// page gets wrong. It always answers; there is no error value.
//
// The phases, in order: decode (bytes to text), block (text to flat blocks), cue (what each block announces), segment (which
// blocks make up which endpoint), draft and scan (what an endpoint's blocks say), row and nest (tables to trees), request and
// response (where things travel), align (tables against samples), whole (which numbers have no fraction), envelope, account (nothing is lost),
// unify (what several pages repeat). docs/ARCHITECTURE.md has
// the files.
package parser

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
	"golang.org/x/sync/errgroup"
)

// Options steer the reading. The zero value is the default.
type Options struct {
	// Lexicon holds the words; nil means lexicon.Default.
	Lexicon *lexicon.Lexicon
}

// Parse reads pages as one API, in the order given.
func Parse(files []*source.File, opts Options) (*ir.Document, source.Diagnostics) {
	r := newReader(opts)
	r.files, r.fileAt = files, make(map[*source.File]int, len(files))
	for i, f := range files {
		r.fileAt[f] = i + 1 // before them is what is of no page
	}
	for _, p := range readPages(files, r.lex) {
		r.page(p)
	}
	r.title()
	r.resolve()
	r.wholes()
	r.differences()
	r.outcomes()
	r.envelopes()
	r.valueTables()
	r.namesakes()
	r.mine()
	r.survey()
	r.account()
	r.secrets()
	r.classes()
	r.unify()
	r.diags.Sort()
	return r.doc, r.diags
}

func newReader(opts Options) *reader {
	lex := opts.Lexicon
	if lex == nil {
		lex = lexicon.Default()
	}
	return &reader{
		lex: lex, memo: newTypeMemo(lex), doc: &ir.Document{}, decls: map[string][]*decl{},
		remarks: map[*ir.Field][]remark{}, shown: map[*ir.Field][]*ir.JSON{}, spelt: map[*ir.Field][]string{}, objects: map[*ir.Object][]*ir.JSON{},
		calls: map[*ir.Endpoint][]*instance{}, unknown: map[*ir.Object]*source.Diagnostic{}, inPlace: map[*ir.TypeDecl]bool{}, told: map[reported]bool{},
	}
}

// reader carries one run.
type reader struct {
	lex   *lexicon.Lexicon
	files []*source.File
	// fileAt is the place of each among them.
	fileAt map[*source.File]int
	pages  []*page
	doc    *ir.Document
	diags  source.Diagnostics

	argsAt      source.Span // where that section's arguments are given
	memo        *typeMemo
	args        []*typeExpr                       // of the generic section that is being instantiated
	drafts      []*draft                          // endpoints, before references are resolved
	remarks     map[*ir.Field][]remark            // what describes a field, where that is more than its Doc
	shown       map[*ir.Field][]*ir.JSON          // the values that samples show for a field
	spelt       map[*ir.Field][]string            // other spellings of a field's name, in a table or in samples
	objects     map[*ir.Object][]*ir.JSON         // the objects that samples show of a type
	calls       map[*ir.Endpoint][]*instance      // the parameters that examples of calls have
	unknown     map[*ir.Object]*source.Diagnostic // what was said of the unknown type that an object is
	inPlace     map[*ir.TypeDecl]bool             // types of objects that stand in place, whose names are in type cells
	told        map[reported]bool                 // what each endpoint that has a table would report again
	compared    *comparison                       // of the body that is being aligned; nil outside of one
	comparisons []*comparison
	shared      []*sharedParams    // 公共参数 sections
	unsettled   []*unsettled       // answers whose code of success is not known yet
	bases       []*ir.Server       // servers stated for a whole page
	decls       map[string][]*decl // type sections by folded name
	order       []*decl
	names       names                             // of the row at hand
	sections    *speller                          // the names of type sections, once asked for
	lists       valueLists                        // tables of values
	joined      []source.Span                     // rows of variants that another of their name stands for
	good        []ir.Text                         // the codes of success that are listed for all, once asked for
	digits      map[*source.File]map[ir.Kind]bool // how samples show numbers that tables have no type for, once asked for

	used       map[*source.File]places // what survey found
	fieldsMade []*ir.Field

	room struct {
		rows   arena[row]
		steps  arena[step]
		types  arena[typeExpr]
		nodes  arena[node]
		fields arena[ir.Field]
	}
}

// reported is a mistake and its place.
type reported struct {
	rule *source.Rule
	at   source.Span
}

// once reports a mistake in a table once, for all endpoints that have the table.
func (r *reader) once(d *source.Diagnostic) {
	key := reported{d.Rule, d.Span}
	if !r.told[key] {
		r.told[key] = true
		r.diags.Add(d)
	}
}

// readPages reads the blocks of all pages and what each announces, several pages at a time. Nothing in that depends on another
// page, so the result does not depend on who is first.
func readPages(files []*source.File, lex *lexicon.Lexicon) []*page {
	pages := make([]*page, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	memos := sync.Pool{New: func() any { return newTypeMemo(lex) }}
	for i, f := range files {
		group.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("%s: %v\n%s", f.Path, v, debug.Stack())
				}
			}()
			blocks, diags := block.Parse(f)
			r := &reader{lex: lex, memo: memos.Get().(*typeMemo)}
			pages[i] = &page{file: f, cues: r.cues(blocks), diags: diags}
			memos.Put(r.memo)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		panic(err) // a mistake of ours, handed to where the caller can catch it
	}
	return pages
}

func (r *reader) page(p *page) {
	r.diags.Add(p.diags...)
	r.pages = append(r.pages, p)
	r.front(p)
	segments := r.segment(p)
	for _, b := range p.bases {
		if !b.url.Base.Empty() {
			r.bases = append(r.bases, &ir.Server{Name: b.name, URL: b.url.Base, Span: b.url.Base.Span})
		}
	}
	for _, s := range segments {
		p.starts = append(p.starts, s.from)
	}
	for _, s := range segments {
		r.draft(p, s)
	}
	switch {
	case p.socket.Known():
		r.diags.Add(socketPage.At(p.socket))
	case len(segments) == 0:
		r.preface(p, len(p.cues))
		r.diags.Add(noEndpoint.At(p.titleSpan()))
	}
}

// page is one file on its way.
type page struct {
	file  *source.File
	cues  []*cue
	above []int              // the headings above, once asked for (see outline)
	diags source.Diagnostics // of the block structure
	// title is the heading that names the page.
	title ir.Text
	// bases are the addresses under which the page's paths live (接口前缀), each from its block on.
	bases []baseURL
	// envelope is the sample of the wrapper that the page says all its responses have.
	envelope *ir.JSON
	// frame is the table of the members that all responses of the page have.
	frame *fieldSection
	// good are the codes of success that its endpoints list, once asked for.
	good []ir.Text
	// socket is the address of a page that documents the messages of a WebSocket and no endpoint.
	socket source.Span
	// placesMembers says that its tables of answers, too, have a place for each row: then "body" in that column means a member of the body,
	// and not the body itself.
	placesMembers bool
	// starts are the blocks that its endpoints start with.
	starts []int
	// orphans are tables of a request that stand before any endpoint, and are not said to be common to several.
	orphans []*fieldSection
	// gateway is the one address of a page whose endpoints are told apart by a parameter.
	gateway *gateway
}

// titleSpan is where the page's title stands, or its first line.
func (p *page) titleSpan() source.Span {
	if p.title.Span.Known() {
		return p.title.Span
	}
	return p.file.Span(0, len(p.file.Line(1)))
}

// baseURL is an address under which paths live, and the block that states it. One that is further is that of another environment,
// and says nothing of paths.
type baseURL struct {
	at      int
	url     sample.URL
	name    ir.Text // of the environment
	further bool
}
