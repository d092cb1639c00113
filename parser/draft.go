package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// draft is an endpoint with its tables and samples read, before types are put together and references resolved.
type draft struct {
	ep      *ir.Endpoint
	page    *page
	fields  []*fieldSection
	samples []*example
	calls   []*sample.Call
	subs    []*decl
	media   ir.Media
	stated  bool // the page states the media type
	either  bool // it states JSON as well
	servers []*ir.Server
	same    []sameAs
	answers []*answer
	returns ir.Media // how the answer is encoded, as far as the page says
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
	decl    *decl // of a table that is titled after a type or field
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
	outside  bool // stands in a section of its own, not among the endpoint's
	made     *ir.TypeDecl
	building bool
}

// sharedParams are parameters stated once for all endpoints of a page.
type sharedParams struct {
	page   *page
	fields *fieldSection
}

// scan walks the blocks of a segment with the state that labels set.
type scan struct {
	r            *reader
	d            *draft
	p            *page
	role         role
	subject      ir.Text
	title        ir.Text // a title line directly above, for the table that follows it
	section      ir.Text // the heading that names the section around
	from         int     // the block that the endpoint starts with
	status       ir.Text
	shared       bool
	topic        lexicon.Topic // of the label that opened the section
	way          role          // whether the last plain label was about the request or the response
	begun        bool          // a label, a table or a code block of the endpoint has been met
	must         bool          // the label says that everything below it is required
	outsideLevel int           // of the heading that set outside
	outside      bool          // below a heading that stands above the endpoint's own
	level        int
	named        ir.Text // an environment that has no address yet
	lineSet      int     // index up to which text lines were taken as a sample
}

// front reads what stands on a page outside of its endpoints: the breadcrumb, the title, base addresses, shared parameters,
// type sections.
func (r *reader) front(p *page) {
	called := false
	for i, c := range p.cues {
		if i == 0 {
			r.breadcrumb(c)
		}
		r.baseOf(p, i)
		if c.call.found() && !c.call.weak {
			called = true
		}
		if c.titled() && p.title.Empty() && !called {
			p.title = c.title()
			if r.doc.Title.Empty() {
				_, r.doc.Title = splitNumber(p.title)
			}
		}
	}
}

// baseOf reads the address under which the paths of a page live, from the block at i on: behind its label, or in the line or
// code block below.
func (r *reader) baseOf(p *page, i int) {
	c := p.cues[i]
	if !c.label || c.role != roleBase {
		return
	}
	t := c.value
	if c.opens && i+1 < len(p.cues) && p.cues[i+1].Kind <= block.Code && p.cues[i+1].table == nil {
		span := p.cues[i+1].Span.Trim()
		t = ir.Text{Value: span.Text(), Span: span}
	}
	u := sample.SplitURL(t)
	if u.Base.Empty() && !strings.HasPrefix(u.Path.Value, "/") {
		return
	}
	if len(p.bases) > 0 && p.bases[len(p.bases)-1].url.Path.Empty() && u.Base.Empty() { // 域名 and 基础路径 on lines of their own
		u.Base = p.bases[len(p.bases)-1].url.Base
	}
	p.bases = append(p.bases, baseURL{i, u})
	if !u.Base.Empty() {
		r.bases = append(r.bases, &ir.Server{URL: u.Base, Span: t.Span})
	}
}

// breadcrumb reads the trail at the top of a page: "* [Op 接口文档](/x) > 2.16".
func (r *reader) breadcrumb(c *cue) {
	if c.Kind != block.Text || len(c.text.Links) != 1 {
		return
	}
	link := c.text.Links[0]
	at := strings.Index(c.text.Text, link.Text)
	rest := strings.TrimSpace(c.text.Text[at+len(link.Text):])
	if !strings.HasPrefix(rest, ">") && !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "»") {
		return
	}
	if r.doc.Group.Empty() {
		r.doc.Group = ir.Text{Value: link.Text, Span: link.Span}
	}
}

// draft reads the blocks of a segment.
func (r *reader) draft(p *page, s *segment) {
	if s.from > 0 && len(r.drafts) == 0 || r.lastPage() != p {
		r.preface(p, s.from)
	}
	ep := &ir.Endpoint{Span: p.cues[s.from].Whole.To(p.cues[s.to-1].Whole)}
	d := &draft{ep: ep, page: p}
	r.identify(d, p, s)
	sc := &scan{r: r, d: d, p: p, level: s.level, from: s.from}
	for i := s.from; i < s.to; i++ {
		sc.block(i)
	}
	sc.closeEnvironment()
	r.drafts = append(r.drafts, d)
}

func (r *reader) lastPage() *page {
	if len(r.drafts) == 0 {
		return nil
	}
	return r.drafts[len(r.drafts)-1].page
}

// preface reads the blocks before the first endpoint of a page.
func (r *reader) preface(p *page, to int) {
	sc := &scan{r: r, d: &draft{ep: &ir.Endpoint{}, page: p}, p: p, outside: true}
	for i := range to {
		sc.block(i)
	}
	for _, f := range sc.d.fields {
		switch f.role {
		case roleHeaders, roleQuery, roleCookie, roleBody, roleForm:
			f.shared = true
		case roleResponse:
			if p.frame == nil {
				p.frame = f
			}
			continue
		}
		if f.shared {
			r.shared = append(r.shared, &sharedParams{p, f})
		}
	}
	for i := range to {
		sc.proseSample(p.cues[i])
	}
	p.findGateway(sc.d.fields, to)
	for _, s := range sc.d.samples {
		for _, v := range s.values {
			if w := envelopeRoles(v); w.code != "" && w.data != "" && p.envelope == nil {
				p.envelope = v
			}
		}
	}
}

// proseSample keeps JSON in a code span of running text: 所有接口返回 `{"code": 0, "data": …}`.
func (sc *scan) proseSample(c *cue) {
	if c.Kind != block.Text {
		return
	}
	for _, code := range c.text.Codes {
		if strings.HasPrefix(code.Text(), "{") && strings.Contains(code.Text(), ":") {
			if values, _ := sample.JSON(code); len(values) > 0 {
				sc.keep(roleSample, values, code)
			}
		}
	}
}

// identify sets what names the endpoint: number, title, method, path.
func (r *reader) identify(d *draft, p *page, s *segment) {
	ep := d.ep
	ep.Number, ep.Title = splitNumber(s.title)
	if ep.Title.Empty() && p.title.Span.Known() && s.only && p.title.Span.Start < p.cues[s.anchorOr(s.from)].Whole.End {
		ep.Number, ep.Title = splitNumber(p.title)
	}
	ep.Title = withoutMethod(ep.Title)
	ep.Group = p.chapter(s)
	for _, m := range s.methods {
		if ep.Method.Empty() {
			ep.Method = m
		} else if m.Value != ep.Method.Value {
			ep.Methods = append(ep.Methods, m)
		}
	}
	for _, u := range s.urls {
		d.address(r, u, ir.Text{})
	}
	if p.gateway != nil && (ep.Path.Empty() || samePath(ep.Path.Value, p.gateway.url.Value)) {
		d.viaGateway(r, s)
	}
	ep.Name = r.nameOf(ep, p)
}

// withoutMethod takes the method off a title: "POST 注册".
func withoutMethod(t ir.Text) ir.Text {
	m := methodAt(t.Value, 0)
	if m == "" || t.Value[:len(m)] != m {
		return t
	}
	rest := strings.TrimLeft(t.Value[len(m):], " :：-")
	if rest == "" || strings.HasPrefix(rest, "/") {
		return t
	}
	at := len(t.Value) - len(rest)
	if t.Span.Text() == t.Value {
		t.Span = t.Span.Sub(at, len(rest))
	}
	t.Value = rest
	return t
}

// chapter is the heading above a family of endpoints, as long as it is not the page's own title.
func (p *page) chapter(s *segment) ir.Text {
	for i := s.from - 1; i >= 0; i-- {
		c := p.cues[i]
		if c.Kind == block.Heading && c.Level < s.level {
			if t := c.title(); c.titled() && t.Span != p.title.Span && !c.call.found() {
				_, t = splitNumber(t)
				return t
			}
			return ir.Text{}
		}
	}
	return ir.Text{}
}

// splitNumber takes a section number off a title: "2.16 获取会话信息".
func splitNumber(t ir.Text) (number, title ir.Text) {
	s := t.Value
	i := 0
	if n := chineseNumber(s); n > 0 {
		i = n
	}
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	rest := strings.TrimLeft(s[i:], " 、.)）．\t:：-")
	if i == 0 || rest == "" || i < len(s) && wordByte(s[i]) {
		return ir.Text{}, t
	}
	n := strings.TrimRight(s[:i], ".")
	span := t.Span
	if span.Text() == s {
		return ir.Text{Value: n, Span: span.Sub(0, len(n))}, ir.Text{Value: rest, Span: span.Sub(len(s)-len(rest), len(rest))}
	}
	return ir.Text{Value: n, Span: span}, ir.Text{Value: rest, Span: span}
}

// chineseNumber is the length of a number in Chinese numerals that counts a title: "二、". It must have its own punctuation.
func chineseNumber(s string) int {
	rest := strings.TrimLeft(s, "一二三四五六七八九十")
	if n := len(s) - len(rest); n > 0 && (strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "．") || strings.HasPrefix(rest, ".")) {
		return n
	}
	return 0
}

// address takes a URL of the endpoint apart: server, path, parameters in path and query.
func (d *draft) address(r *reader, t ir.Text, env ir.Text) {
	u := sample.SplitURL(t)
	if !u.Base.Empty() || !env.Empty() {
		d.servers = append(d.servers, &ir.Server{Name: env, URL: u.Base, Span: t.Span})
	}
	if d.ep.Path.Empty() && !u.Path.Empty() {
		d.ep.Path = normalPath(u.Path)
		d.ep.Path.Value = d.page.based(u, d.ep.Path.Value)
	}
	d.calls = append(d.calls, &sample.Call{URL: t, Query: u.Query, Span: t.Span})
}

// based puts the page's base path before a path that has no host of its own and does not start with it already.
func (p *page) based(u sample.URL, path string) string {
	prefix := ""
	for i, b := range p.bases {
		if i == 0 || p.cues[b.at].Span.Start < u.Path.Span.Start {
			prefix = strings.TrimRight(b.url.Path.Value, "/")
		}
	}
	if prefix == "" || !u.Base.Empty() || strings.HasPrefix(path, prefix+"/") {
		return path
	}
	return prefix + path
}

// nameOf is the author's own identifier for an endpoint: the last fixed segment of its path, else its title, else the file name.
func (r *reader) nameOf(ep *ir.Endpoint, p *page) ir.Text {
	if !ep.Action.Empty() {
		return ep.Action
	}
	segments := strings.Split(ep.Path.Value, "/")
	for i := len(segments) - 1; i >= 0; i-- {
		if s := segments[i]; s != "" && !strings.HasPrefix(s, "{") {
			return ir.Text{Value: s, Span: ep.Path.Span}
		}
	}
	if !ep.Title.Empty() {
		return ep.Title
	}
	base := p.file.Path[strings.LastIndexByte(p.file.Path, '/')+1:]
	return ir.Text{Value: strings.TrimSuffix(base, ".md"), Span: p.file.Span(0, 0)}
}

// block takes one block of the segment.
func (sc *scan) block(i int) {
	c := sc.p.cues[i]
	sc.begun = sc.begun || c.label || c.Kind == block.TableBlock || c.Kind == block.Code || c.Kind == block.Heading && i != sc.from
	switch {
	case c.aside && c.Kind != block.Heading && (c.table == nil || sc.role != roleHistory):
	case c.Kind == block.Heading:
		sc.heading(i, c)
	case c.Kind == block.Text:
		sc.line(i, c)
	case c.Kind == block.Code:
		sc.code(c, c.Span)
	case c.Kind == block.TableBlock:
		sc.tableBlock(c)
	}
}

func (sc *scan) heading(i int, c *cue) {
	if c.titled() {
		sc.role, sc.subject, sc.shared, sc.title = noRole, ir.Text{}, c.shares(), ir.Text{}
		if i != sc.from {
			sc.outside = sc.level == 0 || c.Level <= sc.level
			if sc.outside {
				sc.outsideLevel = c.Level
			}
			sc.section, sc.title = c.title(), c.title()
		}
		return
	}
	switch c.role {
	case roleTypes:
		sc.outside = sc.outside || c.Level <= sc.level
	case roleFields, roleInfo, roleDescription:
	default:
		if c.Level >= sc.level && !sc.below(c.Level) {
			sc.outside = sc.level == 0
		}
	}
	sc.open(c)
}

// below reports whether a heading stands in the section of a foreign heading: deeper than it, with fields or an address of its own
// and so about that, not about the endpoint. A type section at the top of a page is no such home.
func (sc *scan) below(level int) bool {
	return sc.outside && sc.outsideLevel >= sc.level && level > sc.outsideLevel
}

// foreign reports whether the scan is in a chapter beside the endpoint's own, whose fields and samples are not the endpoint's.
func (sc *scan) foreign() bool { return sc.outside && sc.level > 0 && sc.outsideLevel >= sc.level }

// open enters the section that a label opens, or takes the value behind the label.
func (sc *scan) open(c *cue) {
	sc.closeEnvironment()
	if c.opens {
		if c.role == roleEnvironment {
			sc.named = labelText(c)
		}
		sc.role, sc.subject, sc.title = sc.narrow(c), c.subject, ir.Text{}
		if way := wayOf(sc.role); way != noRole {
			sc.way = way
		}
		sc.topic = c.reading.Topic
		sc.must = strings.Contains(c.text.Text, "必须") || strings.Contains(c.text.Text, "必填")
		sc.status = statusIn(c.text)
		sc.shared = sc.shared || c.shares()
		sc.mediaHint(c)
		return
	}
	sc.value(c)
}

// closeEnvironment keeps an environment that the page names without giving its address.
func (sc *scan) closeEnvironment() {
	if !sc.named.Empty() {
		sc.d.servers = append(sc.d.servers, &ir.Server{Name: sc.named, Span: sc.named.Span})
	}
	sc.named = ir.Text{}
}

// labelText is the label of a line, without its colon.
func labelText(c *cue) ir.Text {
	t := c.text.Text
	if i, _ := colon(t); i > 0 {
		t = t[:i]
	}
	return textAt(c.text, 0, len(strings.TrimRight(t, " :：")))
}

// narrow keeps the direction of the section around it: "参数说明" under 返回 is about the response, "示例" under 请求 is a request.
func (sc *scan) narrow(c *cue) role {
	response := sc.role == roleResponse || sc.role == roleResponseSample || sc.role == roleErrorSample
	request := sc.role == roleRequest || sc.role == roleBody || sc.role == roleRequestSample || sc.role == roleQuery || sc.role == roleHeaders || sc.role == roleForm || sc.role == rolePath
	switch c.role {
	case roleFields, roleInfo, roleTypes, roleDescription:
		if c.role != roleFields && c.subject.Empty() {
			return c.role
		}
		if response {
			return roleResponse
		}
		if request && !c.subject.Empty() {
			return roleRequest
		}
	case roleBody:
		if response {
			return roleResponse
		}
	case roleHeaders:
		if response && !c.reading.Has(lexicon.Request) {
			return roleResponseHeaders
		}
	case roleSample:
		if response {
			return roleResponseSample
		}
		if request {
			return roleRequestSample
		}
	}
	return c.role
}

// value takes a label with its value on the same line.
func (sc *scan) value(c *cue) {
	switch c.role {
	case roleMedia:
		if !c.reading.Has(lexicon.Response) {
			sc.media(c.value.Value)
		}
	case roleDescription:
		if sc.d.ep.Doc.Empty() && !lexicon.Placeholder(c.value.Value) {
			sc.d.ep.Doc = c.value
		}
	case roleEnvironment:
		sc.d.address(sc.r, c.value, labelText(c))
	case roleErrors:
		if strings.Contains(c.value.Value, "{") {
			if values, _ := sample.JSON(c.value.Span); len(values) > 0 {
				sc.keep(roleErrorSample, values, c.value.Span)
			}
		}
	case roleRequestSample, roleResponseSample, roleSample, roleErrorSample, roleRequest, roleResponse, roleFields, roleBody, roleQuery, roleHeaders, roleForm:
		// "请求参数：无" says that there is nothing; anything else behind the colon is text
		sc.role, sc.subject, sc.title = sc.narrow(c), ir.Text{}, ir.Text{}
		sc.mediaHint(c)
		sc.valueText(c)
	case roleName:
		if t := c.value; sc.d.ep.Title.Empty() {
			sc.d.ep.Title = t
		}
	}
}

// valueText reads what stands behind the label of a section: a sample in one line, or "同注册".
func (sc *scan) valueText(c *cue) {
	if strings.ContainsAny(c.value.Value, "{[") {
		if values, diags := sample.JSON(c.value.Span); len(values) > 0 && values[0].Kind == ir.ObjectKind {
			sc.r.diags.Add(diags...)
			sc.keep(sc.sampleRole(), values, c.value.Span)
		}
		return
	}
	if sc.sameSection(c.value) {
		return
	}
	if sc.role == roleResponse {
		sc.returned(c.value)
	}
}

// sameSection takes "同上" and "同注册" for another endpoint's section.
func (sc *scan) sameSection(t ir.Text) bool {
	same, ok := strings.CutPrefix(t.Value, "同")
	if !ok || len(same) > 40 {
		return false
	}
	sc.d.same = append(sc.d.same, sameAs{sc.role, strings.Trim(same, "。.；; \"“”上"), t})
	return true
}

// streams reports whether a line below a response label says that a file or text is sent.
func (sc *scan) streams(c *cue) bool {
	before := sc.d.returns
	sc.returned(ir.Text{Value: strings.ReplaceAll(c.text.Text, " ", "")})
	return sc.d.returns != before
}

// returned takes what a label says is returned: a type's name, or a file.
func (sc *scan) returned(t ir.Text) {
	lower := strings.ToLower(t.Value)
	for _, row := range returnWords {
		if strings.Contains(lower, row.word) {
			sc.d.returns = row.media
			return
		}
	}
	if word, _, _ := strings.Cut(t.Value, " "); identifier(word) || strings.ContainsAny(word, "<[«") {
		if e := sc.r.parseType(word, 0); e != nil {
			e.span = t.Span
			sc.d.answers = append(sc.d.answers, &answer{declared: t, typ: e, span: t.Span})
		}
	}
}

var returnWords = []struct {
	word  string
	media ir.Media
}{
	{"文件流", ir.MediaBinary}, {"二进制", ir.MediaBinary}, {"octet-stream", ir.MediaBinary}, {"图片流", ir.MediaBinary}, {"文件下载", ir.MediaBinary}, {"text/plain", ir.MediaText}, {"纯文本", ir.MediaText},
}

// media notes how the request body is encoded.
func (sc *scan) media(text string) {
	if m, ok := mediaIn(text); ok {
		sc.d.media, sc.d.stated = m, true
		sc.d.either = m != ir.MediaJSON && strings.Contains(strings.ToLower(text), "json")
	}
}

// mediaIn finds an encoding named in a text.
func mediaIn(text string) (ir.Media, bool) {
	lower := strings.ToLower(text)
	for _, row := range mediaWords {
		if strings.Contains(lower, row.word) {
			return row.media, true
		}
	}
	return 0, false
}

var mediaWords = []struct {
	word  string
	media ir.Media
}{
	{"multipart", ir.MediaMultipart}, {"form-data", ir.MediaMultipart}, {"formdata", ir.MediaMultipart}, {"urlencoded", ir.MediaForm},
	{"x-www-form", ir.MediaForm}, {"x-www-url", ir.MediaForm}, {"json", ir.MediaJSON}, {"xml", ir.MediaXML}, {"octet-stream", ir.MediaBinary}, {"text/plain", ir.MediaText}, {"表单", ir.MediaForm},
}

// mediaHint reads the encoding from a label: 请求参数(JSON), form-data 参数.
func (sc *scan) mediaHint(c *cue) {
	if sc.role == roleResponse || sc.role == roleResponseSample || sc.d.stated {
		return
	}
	if sc.role == roleForm {
		sc.d.media = ir.MediaForm
	}
	sc.media(c.text.Text)
}

// statusIn finds an HTTP status in a label: "响应 200", "Status 404".
func statusIn(in block.Inline) ir.Text {
	s := in.Text
	for i := 0; i+3 <= len(s); i++ {
		if s[i] >= '1' && s[i] <= '5' && digit(s[i+1]) && digit(s[i+2]) && (i == 0 || !wordByte(s[i-1]) && s[i-1] != '.') && (i+3 == len(s) || !wordByte(s[i+3]) && s[i+3] != '.') {
			return ir.Text{Value: s[i : i+3], Span: in.Span(i, i+3)}
		}
	}
	return ir.Text{}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// line takes a line of text.
func (sc *scan) line(i int, c *cue) {
	if i < sc.lineSet {
		return
	}
	if sc.d.ep.Method.Empty() && !sc.outside && !c.label {
		sc.d.ep.Method = methodInProse(c.text)
	}
	switch {
	case sc.jsonLines(i, c):
	case c.label && !(sc.role == roleErrors && c.role == noRole):
		sc.open(c)
	case sc.role == roleEnvironment && !urlIn(c.text, 0, false).Empty():
		sc.d.address(sc.r, urlIn(c.text, 0, false), sc.named)
		sc.named = ir.Text{}
	case sc.role == roleMedia:
		sc.media(c.text.Text)
	case sc.listField(i, c):
	case sc.role == roleResponse && !sc.foreign() && len(c.text.Text) < maxLabel && sc.streams(c):
	case fieldRole(sc.role) && sc.sameSection(whole(c.text)):
	case titleLine(c):
		sc.title = titleText(c)
	case sc.role == roleDescription && !sc.outside && (sc.d.ep.Doc.Empty() || !c.Gap):
		sc.introduce(c)
	case !sc.begun && sc.level > 0 && !sc.outside && c.Marker == "" && !c.call.found():
		sc.introduce(c)
	default:
		sc.quotedCall(c)
	}
}

// introduce takes the prose between an endpoint's title and its first label for its description.
func (sc *scan) introduce(c *cue) {
	t := whole(c.text)
	switch {
	case t.Empty() || lexicon.Placeholder(t.Value) || strings.HasSuffix(t.Value, sc.d.ep.Title.Value) && !sc.d.ep.Title.Empty():
	case sc.d.ep.Doc.Empty():
		sc.d.ep.Doc = t
	case len(sc.d.ep.Doc.Value) < maxDoc:
		sc.d.ep.Doc = joinTexts([]ir.Text{sc.d.ep.Doc, t})
	}
}

const maxDoc = 600 // bytes; what a doc comment can bear

// quotedCall keeps a URL that stands in running text under a sample label.
func (sc *scan) quotedCall(c *cue) {
	if sc.role != roleRequestSample && sc.role != roleSample {
		return
	}
	sc.d.calls = append(sc.d.calls, sample.Calls(c.Span)...)
}

// wayOf is whether a section is about the request or the response, noRole for one that is about neither.
func wayOf(r role) role {
	switch r {
	case roleResponse, roleResponseSample, roleErrorSample, roleResponseHeaders:
		return roleResponse
	case roleRequest, roleBody, roleForm, roleQuery, roleRequestSample:
		return roleRequest
	}
	return noRole
}

// fieldRole reports whether a section of that role is made of fields.
func fieldRole(r role) bool { return requestRole(r) || r == roleResponse }

// titleLine reports whether a line names what follows it: bold, ending in a colon, or a name alone.
func titleLine(c *cue) bool {
	t := c.text.Text
	if t == "" || len(t) > maxLabel {
		return false
	}
	return c.text.Bold || strings.HasSuffix(t, ":") || strings.HasSuffix(t, "：") || identifier(t) && c.Gap
}

func titleText(c *cue) ir.Text {
	t := strings.TrimRight(c.text.Text, ":： ")
	return ir.Text{Value: t, Span: c.text.Span(0, len(t))}
}

// jsonLines takes lines of text that hold JSON outside of any fence.
func (sc *scan) jsonLines(i int, c *cue) bool {
	t := c.text.Text
	if t == "" || t[0] != '{' && t[0] != '[' || c.call.found() || len(c.text.Links) > 0 {
		return false
	}
	if t[0] == '{' && !strings.ContainsAny(t, "\":：'“") && t != "{" || t[0] == '[' && len(t) > 1 && !strings.ContainsAny(t, "{\"") {
		return false
	}
	depth, end := 0, i
	for j := i; j < len(sc.p.cues) && sc.p.cues[j].Kind == block.Text; j++ {
		depth += balance(sc.p.cues[j].Span.Text())
		end = j
		if depth <= 0 {
			break
		}
	}
	sc.lineSet = end + 1
	sc.code(c, c.Span.To(sc.p.cues[end].Span))
	return true
}

func balance(s string) int {
	return strings.Count(s, "{") + strings.Count(s, "[") - strings.Count(s, "}") - strings.Count(s, "]")
}

// code takes a code block: a sample in JSON, or a call.
func (sc *scan) code(c *cue, span source.Span) {
	if calls := sample.Calls(span); len(calls) > 0 {
		response := sc.role == roleResponse || sc.role == roleResponseSample
		if !response || !calls[0].Method.Empty() && calls[0].JSON != nil {
			sc.d.calls = append(sc.d.calls, calls...)
			for _, call := range calls {
				sc.r.diags.Add(call.Diags...)
				if call.JSON != nil {
					sc.keep(roleRequestSample, []*ir.JSON{call.JSON}, call.Body.Span)
				}
			}
			return
		}
	}
	if sc.foreign() {
		return
	}
	values, diags := sample.JSON(span)
	if len(values) == 0 {
		sc.listCode(span)
		return
	}
	if sc.sampleRole() != noRole || !sc.outside {
		sc.r.diags.Add(diags...)
	}
	sc.keep(sc.sampleRole(), values, span)
}

func (sc *scan) keep(role role, values []*ir.JSON, span source.Span) {
	for _, v := range values {
		trimNames(v)
	}
	for _, v := range values {
		text := ir.Text{Value: span.Text(), Span: span}
		if len(values) > 1 {
			text = ir.Text{Value: v.Span.Text(), Span: v.Span}
		}
		sc.d.samples = append(sc.d.samples, &example{role: introduced(v, role), status: sc.status, values: []*ir.JSON{v}, text: text})
	}
}

// introduced lets the words before a document in a block say what it shows: "// Status Codes 400 失败返回".
func introduced(v *ir.JSON, r role) role {
	intro := strings.ToLower(v.Comment.Value)
	for _, word := range []string{"失败", "错误", "异常", "error", "fail", " 400", " 401", " 403", " 404", " 500"} {
		if strings.Contains(intro, word) && r != roleRequestSample {
			return roleErrorSample
		}
	}
	return r
}

func (sc *scan) sampleRole() role {
	switch sc.role {
	case roleRequest, roleBody, roleForm, roleRequestSample, roleEnvironment, roleQuery:
		return roleRequestSample
	case roleResponse, roleResponseSample:
		return roleResponseSample
	case roleErrorSample, roleErrors:
		return roleErrorSample
	case roleTypes, roleHeaders:
		return noRole
	}
	return roleSample
}
