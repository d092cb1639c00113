package parser

import (
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// draft is an endpoint with its tables and samples read, before types are put together and references resolved.
type draft struct {
	ep      *ir.Endpoint
	page    *page
	start   int // the block that it starts with
	fields  []*fieldSection
	samples []*example
	calls   []*sample.Call
	headers []sample.Pair // that blocks of them have
	subs    []*decl
	shown   *shape           // of its answers, once asked for
	byTitle map[string][]int // the first subs by their titles, once asked for
	indexed int              // how many those are
	media   ir.Media
	stated  bool // the page states the media type
	either  bool // it states JSON as well
	servers []*ir.Server
	same    []sameAs
	answers []*answer
	returns ir.Media // how the answer is encoded, as far as the page says
	aside   bool     // the description begins with something else than what the endpoint is for
}

// answer is what a page says of one HTTP status: a row of a table, or "返回：User".
type answer struct {
	status   ir.Text
	doc      ir.Text
	declared ir.Text
	typ      *typeExpr
	span     source.Span
}

// sameAs is a section that only points at another endpoint's: 请求参数：同注册.
type sameAs struct {
	role  role
	title string // of the other endpoint; empty for the one before
	at    ir.Text
}

// fieldSection is a field table and what the labels above it say.
type fieldSection struct {
	role    role
	subject ir.Text
	rows    []*row
	table   *table
	status  ir.Text
	shared  bool
	decl    *decl   // of a table that is titled after a type or field
	doubt   bool    // no label right above says whether it is about the request or the response
	above   ir.Text // the line that stands there in place of a label
	at      int     // the block of the table
}

// example is a sample on the page and the label that it stands under.
type example struct {
	role   role
	status ir.Text
	values []*ir.JSON
	text   ir.Text
}

// decl is a type section: a table that declares the members of something that has a name.
type decl struct {
	name     ir.Text
	doc      ir.Text
	rows     []*row
	section  role // request or response, as far as known
	owner    *draft
	used     bool
	table    *table
	outside  bool            // stands in a section of its own, not among the endpoint's
	within   *requestSection // the section of request parameters whose heading is above; nil for none
	made     *ir.TypeDecl
	building bool
}

// sharedParams are parameters stated once for all endpoints of a page, or of a chapter.
type sharedParams struct {
	page   *page
	fields *fieldSection
	// from and to are the blocks of the chapter.
	from, to int
}

// of reports whether the parameters are those of an endpoint.
func (s *sharedParams) of(d *draft) bool {
	return s.page == d.page && d.start >= s.from && d.start < s.to
}

// draft reads the blocks of a segment.
func (r *reader) draft(p *page, s *segment) {
	if s.from > 0 && len(r.drafts) == 0 || r.lastPage() != p {
		r.preface(p, s.from)
	}
	last := max(s.from, s.to-1) // of a table of calls, each row is an endpoint, and only the last one has the blocks
	ep := &ir.Endpoint{Span: p.cues[s.from].Whole.To(p.cues[last].Whole)}
	d := &draft{ep: ep, page: p, start: s.from}
	r.identify(d, p, s)
	sc := &scan{r: r, d: d, p: p, level: s.level, from: s.from, own: s.title.Span}
	for i := s.from; i < s.to; i++ {
		sc.block(i)
	}
	sc.closeEnvironment()
	if !d.aside {
		entitle(ep)
	}
	d.fields = append(d.fields, p.orphansOf(s)...)
	r.drafts = append(r.drafts, d)
}

func (r *reader) lastPage() *page {
	if len(r.drafts) == 0 {
		return nil
	}
	return r.drafts[len(r.drafts)-1].page
}

// bytes; what a doc comment can bear
