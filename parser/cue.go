package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

// role is what a heading or label says about the blocks below it.
type role uint8

const (
	noRole role = iota
	roleInfo
	roleName
	roleDescription
	roleMethod
	roleURL
	roleMedia
	roleFields
	roleRequest
	roleHeaders
	rolePath
	roleQuery
	roleCookie
	roleBody
	roleForm
	roleResponse
	roleResponseHeaders
	roleSample
	roleRequestSample
	roleResponseSample
	roleErrorSample
	roleErrors
	roleStatus
	roleHistory
	roleEnvironment
	roleTypes
	roleMeta
	roleBase
)

var roleNames = [...]string{"-", "info", "name", "description", "method", "url", "media", "fields", "request", "headers", "path", "query", "cookie", "body", "form", "response", "response-headers", "sample", "request-sample", "response-sample", "error-sample", "errors", "status", "history", "environment", "types", "meta", "base"}

func (r role) String() string { return roleNames[r] }

// roleRules say which role a set of notions is; the first that fits wins.
var roleRules = []struct {
	all, any, none lexicon.Topic
	role           role
}{
	{all: lexicon.History, role: roleHistory},
	{all: lexicon.Media, none: lexicon.Example, role: roleMedia},
	{all: lexicon.Prefix, none: lexicon.Example, role: roleBase},
	{all: lexicon.Success | lexicon.Request, none: lexicon.Fields | lexicon.Example, role: roleResponse}, // 请求成功
	{all: lexicon.Failure | lexicon.Request, none: lexicon.Fields | lexicon.Example | lexicon.Code, role: roleErrorSample},
	{all: lexicon.Example | lexicon.Failure, role: roleErrorSample},
	{all: lexicon.Example | lexicon.Response | lexicon.Request, role: roleSample},
	{all: lexicon.Example | lexicon.Response, role: roleResponseSample},
	{all: lexicon.Example | lexicon.Success, role: roleResponseSample},
	{all: lexicon.Example, any: lexicon.Request | lexicon.Body | lexicon.Call | lexicon.Address | lexicon.Method | lexicon.Fields | lexicon.Header | lexicon.Path, role: roleRequestSample},
	{all: lexicon.Example, role: roleSample},
	{all: lexicon.Code, none: lexicon.Fields, role: roleErrors},
	{all: lexicon.Status, role: roleStatus},
	{all: lexicon.Method, none: lexicon.Fields, role: roleMethod},
	{all: lexicon.Address, role: roleURL},
	{all: lexicon.Header | lexicon.Response, none: lexicon.Request, role: roleResponseHeaders},
	{all: lexicon.Header, role: roleHeaders},
	{all: lexicon.Path, any: lexicon.Fields, role: rolePath},
	{all: lexicon.Path, role: roleURL},
	{all: lexicon.Query | lexicon.Description, none: lexicon.Fields, role: roleDescription},
	{all: lexicon.Query, role: roleQuery},
	{all: lexicon.Cookie, role: roleCookie},
	{all: lexicon.Form, role: roleForm},
	{all: lexicon.Failure, any: lexicon.Response | lexicon.Code | lexicon.Description | lexicon.Filler | lexicon.Fields, role: roleErrors},
	{all: lexicon.Failure, role: roleErrors},
	{all: lexicon.Body | lexicon.Response, none: lexicon.Request, role: roleResponse},
	{all: lexicon.Body, role: roleBody},
	{all: lexicon.TypeDecl, none: lexicon.Request | lexicon.Response, role: roleTypes},
	{all: lexicon.Environment, role: roleEnvironment},
	{all: lexicon.Response, role: roleResponse},
	{all: lexicon.Request, role: roleRequest},
	{all: lexicon.Signing, none: lexicon.Fields, role: roleDescription},
	{all: lexicon.Fields, role: roleFields},
	{all: lexicon.Success, role: roleResponse},
	{all: lexicon.Title, role: roleName},
	{all: lexicon.Author, role: roleMeta},
	{all: lexicon.Description, role: roleDescription},
	{any: lexicon.Call | lexicon.Filler, role: roleInfo},
}

func roleOf(r lexicon.Reading) role {
	for _, rule := range roleRules {
		if r.Has(rule.all) && (rule.any == 0 || r.Any(rule.any)) && !r.Any(rule.none) {
			return rule.role
		}
	}
	return noRole
}

// cue is what one block announces.
type cue struct {
	*block.Block
	text block.Inline
	// role of the section that the block opens, or of the label that it starts with.
	role    role
	reading lexicon.Reading
	// label says that the block is a label or begins with one; value is what stands behind the label.
	label bool
	value ir.Text
	// opens says that the whole block is a heading or a label with nothing behind it, so that its role holds for what follows.
	opens bool
	// misspelt is the word of the label that a known word, meant, was read for.
	misspelt ir.Text
	meant    string
	// subject is the thing that a label speaks of besides its known words ("data" in "返回 data 说明").
	subject ir.Text
	// call is the method and URL that stand in the block.
	call call
	// table is the reading of a table.
	table *table
	// aside says that the block stands in a section that documents no HTTP endpoint: a change log, a WebSocket protocol.
	aside bool
}

// title is what a heading names.
func (c *cue) title() ir.Text {
	if !c.value.Empty() && c.role == noRole {
		return c.value
	}
	return whole(c.text)
}

// titled reports whether the block is a heading that names something rather than announcing a kind of section.
func (c *cue) titled() bool { return c.Kind == block.Heading && c.role == noRole }

// shares reports whether a label or title speaks of what all endpoints have in common: 公共参数, but not 公共号文章.
func (c *cue) shares() bool {
	return c.reading.Has(lexicon.Shared) && (c.reading.Pieces == 0 || c.reading.Any(lexicon.Fields|lexicon.Header))
}

const maxLabel = 90 // bytes; thirty Chinese characters

func (r *reader) cues(blocks []*block.Block) []*cue {
	cues, room := make([]*cue, len(blocks)), make([]cue, len(blocks))
	under := noRole // role of the label directly above, for values on a line of their own
	for i, b := range blocks {
		c := &room[i]
		c.Block, cues[i] = b, c
		switch b.Kind {
		case block.Heading, block.Text:
			c.text = block.Read(b.Span)
			r.readLabel(c)
			r.readCall(c, under)
		case block.TableBlock:
			c.table = r.readTable(b.Table)
			c.call = r.tableCall(c.table)
		case block.Code:
			r.readCodeCall(c, under)
		}
		under = nextUnder(c, under)
	}
	return cues
}

// nextUnder keeps the role of a label alive over the lines that may hold its value.
func nextUnder(c *cue, under role) role {
	switch {
	case c.opens:
		return c.role
	case c.Kind == block.Heading, c.Kind == block.TableBlock, c.Kind == block.Code, c.label:
		return noRole
	case c.call.url.Empty() && c.call.methods == nil && under != roleURL && under != roleMethod:
		return noRole
	}
	return under
}

// readLabel finds out whether a line is a section's title or begins with a label ("请求方式： POST").
func (r *reader) readLabel(c *cue) {
	text := c.text.Text
	if text == "" {
		return
	}
	head, from := text, len(text)
	if i, n := colon(text); i >= 0 {
		head, from = text[:i], i+n
	} else if i := r.blankLabel(text); i > 0 {
		head, from = text[:i], i
	} else if i := strings.IndexByte(text, '/'); c.Kind == block.Heading && i > 0 && urlLen(text[i:], false) > 1 {
		head, from = text[:i], i // "示例代码/v2/savefile"
	}
	head = strings.TrimSpace(head)
	if len(head) > maxLabel {
		return
	}
	bare := unbracket(head)
	reading := r.lex.Section(bare)
	if reading.Pieces == 1 {
		reading = r.mend(c, bare, reading)
	}
	c.reading = reading
	value := strings.TrimSpace(text[from:])
	if reading.Pieces == 0 && reading.Topic != 0 {
		c.role, c.label = roleOf(reading), true
		if value != "" {
			c.value = textAt(c.text, from, len(text))
		}
		c.opens = value == ""
		if c.Kind == block.Heading && value != "" && (c.role == roleName || c.role == roleDescription || c.role == roleInfo) {
			c.role, c.label = noRole, false // "接口描述: 查询用户" names the endpoint
			return
		}
		if c.opens && !c.announces(text, head) {
			c.role, c.label, c.opens = noRole, false, false
		}
		if _, variant := r.variantOf(text); c.opens && variant {
			c.subject = whole(c.text)
		}
		if inside := bracketed(head); c.opens && identifier(inside) && c.role == roleResponse {
			if at := strings.Index(text, inside); at >= 0 && r.partWord(inside) {
				c.subject = textAt(c.text, at, at+len(inside))
			}
		}
		return
	}
	if value != "" {
		return
	}
	// "返回 data 说明", "filter 参数": known words around the name of a thing
	if methodAt(text, 0) == "" && reading.Topic != 0 && reading.Pieces == 1 && identifier(reading.Rest) {
		if at := strings.Index(text, reading.Rest); at >= 0 {
			role := roleOf(reading)
			if role == roleFields || role == roleResponse || role == roleRequest || role == roleTypes || role == roleBody || (role == roleInfo || role == roleDescription) && c.Kind != block.Text && reading.Any(lexicon.Fields|lexicon.Description|lexicon.Filler) {
				c.subject = textAt(c.text, at, at+len(reading.Rest))
				c.label, c.opens = true, true
				if c.role = role; role == roleInfo || role == roleDescription || role == roleTypes {
					c.role = roleFields
				}
			}
		}
	}
}

// mend reads a label that one misspelt word keeps from being all known words as if that word were right.
func (r *reader) mend(c *cue, label string, reading lexicon.Reading) lexicon.Reading {
	meant, ok := lexicon.Misspelt(reading.Rest)
	at := strings.Index(c.text.Text, reading.Rest)
	if !ok || at < 0 {
		return reading
	}
	mended := r.lex.Section(strings.Replace(label, reading.Rest, meant, 1))
	if mended.Pieces > 0 {
		return reading
	}
	if c := reading.Rest[0]; c >= 'A' && c <= 'Z' {
		meant = strings.ToUpper(meant[:1]) + meant[1:]
	}
	c.misspelt, c.meant = textAt(c.text, at, at+len(reading.Rest)), meant
	return mended
}

// blankLabel is the length of a label that only a blank parts from its value: "url   /api/x". It must announce a call and its
// value must be one.
func (r *reader) blankLabel(text string) int {
	i := strings.IndexAny(text, " \t\u00a0\u3000")
	if i <= 0 || i > 40 {
		return 0
	}
	reading := r.lex.Section(text[:i])
	if reading.Pieces > 0 || reading.Topic == 0 {
		return 0
	}
	value := strings.TrimSpace(text[i:])
	switch roleOf(reading) {
	case roleURL:
		if urlLen(value, false) > 0 || urlLen(value, true) == len(value) {
			return i
		}
	case roleMethod:
		if m := methodAt(value, 0); m != "" && len(value) < 24 {
			return i
		}
	}
	return 0
}

// bracketed is what stands in the first brackets of a label: data in 返回参数（data）.
func bracketed(s string) string {
	i := strings.IndexAny(s, "(（")
	if i < 0 {
		return ""
	}
	inside, _, ok := strings.Cut(s[i:], "）")
	if !ok {
		if inside, _, ok = strings.Cut(s[i:], ")"); !ok {
			return ""
		}
	}
	return strings.TrimSpace(strings.TrimLeft(inside, "(（"))
}

// partWord reports whether a word in brackets names a part of a response rather than its encoding.
func (r *reader) partWord(s string) bool {
	_, word := r.lex.Type(s)
	return lexicon.Envelope(s) == lexicon.EnvelopeData || !word && r.lex.Section(s).Topic == 0
}

// announces tells a label from a sentence that happens to consist of known words: a heading, a bold line, a list item, a line
// that ends in a colon, or a short line.
func (c *cue) announces(text, head string) bool {
	return c.Kind == block.Heading || c.text.Bold() || c.Marker != "" || len(head) < len(text) || len(text) <= 36 || c.Quote > 0
}

// colon finds the first colon that can end a label: not that of a URL or a time. A "=" between blanks counts too.
func colon(s string) (at, length int) {
	for i, c := range s {
		switch c {
		case '：':
			return i, len("：")
		case ':':
			if strings.HasPrefix(s[i:], "://") {
				return -1, 0
			}
			return i, 1
		case '=':
			if i > 0 && s[i-1] == ' ' && strings.HasPrefix(s[i:], "= ") {
				return i, 1
			}
		}
	}
	return -1, 0
}

// unbracket drops remarks in brackets: 请求参数(JSON) is 请求参数.
func unbracket(s string) string {
	if !strings.ContainsAny(s, "(（【[") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch c {
		case '(', '（', '【', '[':
			depth++
		case ')', '）', '】', ']':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(c)
			}
		}
	}
	if strings.TrimSpace(b.String()) == "" {
		return s
	}
	return b.String()
}

// identifier reports whether s is a name as APIs use them, a path of such names included.
func identifier(s string) bool {
	if s == "" || s[0] >= '0' && s[0] <= '9' && !strings.ContainsAny(s, "_") {
		return false
	}
	for _, c := range s {
		ok := c == '_' || c == '-' || c == '.' || c == '[' || c == ']' || c == '$' || c == '@' || c == ':' ||
			c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !ok {
			return false
		}
	}
	return true
}

// textAt cuts a piece out of a cleaned line, trimmed.
func textAt(in block.Inline, from, to int) ir.Text {
	s := in.Text[from:to]
	trimmed := strings.TrimSpace(s)
	from += strings.Index(s, trimmed)
	return ir.Text{Value: trimmed, Span: in.Span(from, from+len(trimmed))}
}

// whole is the text of a cleaned line or cell.
func whole(in block.Inline) ir.Text {
	return ir.Text{Value: in.Text, Span: in.Span(0, len(in.Text))}
}
