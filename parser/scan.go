package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// scan walks the blocks of a segment with the state that labels set.
type scan struct {
	r            *reader
	d            *draft
	p            *page
	role         role
	subject      ir.Text
	title        ir.Text     // a title line directly above, for the table that follows it
	section      ir.Text     // the heading that names the section around
	from         int         // the block that the endpoint starts with
	at           int         // the block at hand
	own          source.Span // its title, which may be a heading below that of the call
	status       ir.Text
	shared       bool
	general      bool          // the section itself says that it holds for all endpoints
	above        bool          // in a chapter that stands above the endpoint
	topic        lexicon.Topic // of the label that opened the section
	way          role          // whether the last plain label was about the request or the response
	unread       ir.Text       // the line above that is no label, for the table that follows it
	tabled       bool          // the section has had a table of fields
	begun        bool          // a label, a table or a code block of the endpoint has been met
	must         bool          // the label says that everything below it is required
	outsideLevel int           // of the heading that set outside
	outside      bool          // below a heading that stands above the endpoint's own
	level        int
	named        ir.Text         // an environment that has no address yet
	lineSet      int             // index up to which text lines were taken as a sample
	request      *requestSection // the heading of request parameters above
}

// block takes one block of the segment.
func (sc *scan) block(i int) {
	c := sc.p.cues[i]
	sc.at = i
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
	sc.enterRequest(c)
	if sc.level > 0 && c.Level < sc.level {
		sc.above = c.role != roleTypes
	}
	if c.titled() {
		sc.role, sc.subject, sc.shared, sc.title = noRole, ir.Text{}, c.shares(), ir.Text{}
		sc.general, sc.tabled = c.shares(), false
		if i != sc.from && c.title().Span != sc.own {
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

// enterRequest notes the heading of request parameters that the blocks below stand under, whatever deeper headings name.
func (sc *scan) enterRequest(c *cue) {
	switch {
	case c.opens && !sc.foreign() && (c.role == roleRequest || c.role == roleBody || c.role == roleForm || c.role == roleQuery):
		sc.request = &requestSection{level: c.Level, role: c.role}
	case sc.request != nil && (c.Level <= sc.request.level || !c.titled() && c.role != roleFields):
		sc.request = nil
	}
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
		sc.role, sc.subject, sc.title, sc.tabled = sc.narrow(c), c.subject, ir.Text{}, false
		sc.unread = ir.Text{}
		if way := wayOf(sc.role); way != noRole {
			sc.way = way
		}
		sc.topic = c.reading.Topic
		sc.must = strings.Contains(c.text.Text, "必须") || strings.Contains(c.text.Text, "必填")
		sc.status = statusIn(c.text)
		sc.shared, sc.general = sc.shared || c.shares(), c.shares()
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
		switch doc := sc.d.ep.Doc; {
		case lexicon.Placeholder(c.value.Value), c.reading.Has(lexicon.Signing) && !c.reading.Has(lexicon.Description): // 签名：需要
		case doc.Empty():
			sc.d.ep.Doc, sc.d.aside = c.value, lexicon.Aside(labelText(c).Value)
		case sc.role == roleDescription && c.Marker != "": // of the points of a description, the one that is called so comes first
			sc.d.ep.Doc = joinTexts([]ir.Text{c.value, doc})
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
	case rolePath:
		sc.pathLine(c)
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

// line takes a line of text.
func (sc *scan) line(i int, c *cue) {
	if i < sc.lineSet {
		return
	}
	if sc.d.ep.Method.Empty() && !sc.outside && !c.label {
		sc.d.ep.Method = methodInProse(c.text)
	}
	sc.unread = whole(c.text)
	switch {
	case sc.jsonLines(i, c):
	case sc.valueItems(i, c):
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
	case t.Empty() || lexicon.Placeholder(t.Value) || sc.yesOrNo(t.Value) || strings.HasSuffix(t.Value, sc.d.ep.Title.Value) && !sc.d.ep.Title.Empty():
	case sc.d.ep.Doc.Empty():
		sc.d.ep.Doc = t
	case len(sc.d.ep.Doc.Value) < maxDoc:
		sc.d.ep.Doc = joinTexts([]ir.Text{sc.d.ep.Doc, t})
	}
}

// yesOrNo reports whether a line tells of one thing whether it is so: "需要登录：是".
func (sc *scan) yesOrNo(line string) bool {
	at, n := colon(line)
	if at <= 0 {
		return false
	}
	said, more := sc.r.lex.Presence(strings.TrimSpace(line[at+n:]))
	return said != lexicon.NoPresence && !more
}

const maxDoc = 600

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
	return c.text.Bold() || strings.HasSuffix(t, ":") || strings.HasSuffix(t, "：") || identifier(t) && c.Gap
}

func titleText(c *cue) ir.Text {
	t := strings.TrimRight(c.text.Text, ":： ")
	return ir.Text{Value: t, Span: c.text.Span(0, len(t))}
}
