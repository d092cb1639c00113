package parser

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// call is the evidence of an HTTP call in one block.
type call struct {
	methods []ir.Text
	url     ir.Text
	// rest is what stands behind the URL on the line: often the endpoint's title.
	rest ir.Text
	// weak evidence comes from an example, or is a URL without any label; it counts only where nothing better is.
	weak bool
	// labelled evidence of a method stands behind or under a label that says so.
	labelled bool
}

func (c call) found() bool { return !c.url.Empty() || len(c.methods) > 0 }

var httpMethods = [...]string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}

// methodAt reports the HTTP method that starts at i, as long as it is a word of its own.
func methodAt(s string, i int) string {
	if i >= len(s) || !startsMethod[s[i]] || i > 0 && wordByte(s[i-1]) {
		return ""
	}
	for _, m := range httpMethods {
		if len(s)-i >= len(m) && strings.EqualFold(s[i:i+len(m)], m) {
			if end := i + len(m); end < len(s) && wordByte(s[end]) {
				return ""
			}
			return m
		}
	}
	return ""
}

// startsMethod are the bytes that a method's name can start with.
var startsMethod = func() (set [256]bool) {
	for _, m := range httpMethods {
		set[m[0]], set[m[0]|0x20] = true, true
	}
	return set
}()

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// methodsIn lists the methods named in a text: "POST/GET", "HTTPS Post", "GET | POST".
func methodsIn(in block.Inline, from int) (found []ir.Text) {
	s := in.Text
	for i := from; i < len(s); i++ {
		if m := methodAt(s, i); m != "" {
			found = append(found, ir.Text{Value: m, Span: in.Span(i, i+len(m))})
			i += len(m)
		}
	}
	return found
}

// readCall finds a method and a URL in a line. under is the role of the label above it.
func (r *reader) readCall(c *cue, under role) {
	in := c.text
	switch {
	case c.label && c.role == roleMethod && !c.value.Empty():
		c.call.methods = methodsIn(in, len(in.Text)-len(c.value.Value))
		c.call.labelled = true
		r.lineCall(c, in, len(in.Text)-len(c.value.Value))
	case c.label && c.role == roleURL && !c.value.Empty():
		c.call.url = codeURL(in)
		if c.call.url.Empty() {
			c.call.url = urlIn(in, len(in.Text)-len(c.value.Value), true)
		}
		if _, typ := r.lex.Type(c.value.Value); c.call.url.Empty() && identifier(c.value.Value) && len(c.value.Value) > 3 && !typ {
			c.call.url = c.value // a route's name: teacher.get.preset
		}
		c.call.methods = methodsBefore(in, c.call.url)
	case c.label && exampleRole(c.role) && !c.value.Empty():
		c.call.url, c.call.weak = urlIn(in, len(in.Text)-len(c.value.Value), false), true
	case c.label && c.opens:
	case under == roleMethod && len(in.Text) < maxLabel:
		c.call.methods = methodsIn(in, 0)
		c.call.labelled = true
		if len(c.call.methods) > 0 {
			r.lineCall(c, in, 0)
		}
	case under == roleURL && !(c.label && c.role == roleDescription):
		if u := urlIn(in, 0, true); !u.Empty() {
			c.call.url = u
			c.call.methods = methodsBefore(in, u)
		} else {
			r.lineCall(c, in, 0)
		}
	default:
		if from, ok := r.labelEnd(c); ok {
			r.lineCall(c, in, from)
		}
		if c.call.url.Empty() && !c.label && !exampleRole(under) && under != roleEnvironment {
			r.bareURL(c)
		}
	}
	if c.label && c.role == roleURL && len(c.call.methods) == 0 && hostOnly(c.call.url) {
		c.role, c.value, c.call.url = roleBase, c.call.url, ir.Text{}
	}
	if c.call.url.Empty() && len(c.call.methods) == 0 {
		c.call = call{}
	}
}

// hostOnly reports whether a URL is only an address: it names no path.
func hostOnly(url ir.Text) bool {
	if url.Empty() {
		return false
	}
	u := sample.SplitURL(url)
	return !u.Base.Empty() && strings.Trim(u.Path.Value, "/") == "" && len(u.Query) == 0
}

// bareURL takes a line that is a URL and nothing else for weak evidence.
func (r *reader) bareURL(c *cue) {
	n := urlLen(c.text.Text, false)
	if n > 0 && n == len(strings.TrimRight(c.text.Text, " .。")) && strings.Count(c.text.Text, "/") > 1 {
		c.call.url, c.call.weak = whole(c.text), true
	}
}

// tableCall is the call that a table states: in its rows of facts, or in its only row of addresses.
func (r *reader) tableCall(t *table) (c call) {
	switch {
	case t.kind == factTable:
		for _, f := range t.facts {
			switch f.role {
			case roleURL:
				if u := urlIn(f.value, 0, true); c.url.Empty() {
					c.url = u
					if c.methods == nil {
						c.methods = methodsBefore(f.value, u)
					}
				}
			case roleMethod:
				if onlyMethods(f.value.Text) {
					c.methods = methodsIn(f.value, 0)
				}
			}
		}
	case t.kind == callTable && len(t.rows) == 1 && !listsSection(t.rows[0]):
		c = r.callOfRow(t, t.rows[0])
	}
	return c
}

// codeURL takes a code span in a line that is a URL but for stray blanks in it: `/v1/ records `.
func codeURL(in block.Inline) ir.Text {
	if len(in.Codes()) != 1 {
		return ir.Text{}
	}
	span := in.Codes()[0].Trim()
	value := strings.ReplaceAll(span.Text(), " ", "")
	if n := urlLen(value, false); n == 0 || n != len(value) || !strings.Contains(span.Text(), " ") {
		return ir.Text{}
	}
	return ir.Text{Value: value, Span: span}
}

// methodInProse finds a method that running text states: "以 POST 方式请求", "使用GET请求".
func methodInProse(in block.Inline) ir.Text {
	for _, m := range methodsIn(in, 0) {
		at := offsetIn(in, m)
		after := strings.TrimLeft(in.Text[min(len(in.Text), at+len(m.Value)):], " *`")
		for _, word := range []string{"方式", "请求", "方法", "提交", "method", "request"} {
			if strings.HasPrefix(after, word) {
				return m
			}
		}
	}
	return ir.Text{}
}

// labelEnd is where a line's own words start: behind a label that announces a call or a request, else at the beginning.
func (r *reader) labelEnd(c *cue) (int, bool) {
	if !c.label {
		return 0, true
	}
	switch c.role {
	case roleRequest, roleInfo, roleSample, roleRequestSample:
		return len(c.text.Text) - len(c.value.Value), true
	}
	return 0, false
}

// lineCall reads "METHOD /path title" at from, the notation that needs no label.
func (r *reader) lineCall(c *cue, in block.Inline, from int) {
	s := in.Text
	i := from
	for i < len(s) {
		c0, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(" \t.、:：[]【】`*#-()（）", c0) && !(c0 >= '0' && c0 <= '9') {
			break
		}
		i += size
	}
	for _, p := range []string{"HTTPS ", "HTTP ", "http ", "https "} {
		if strings.HasPrefix(s[i:], p) {
			i += len(p)
			break
		}
	}
	m := methodAt(s, i)
	if m == "" {
		return
	}
	u := urlIn(in, i+len(m), s[i:i+len(m)] == m)
	if u.Empty() {
		return
	}
	gap := strings.Trim(s[i+len(m):offsetIn(in, u)], " \t\u00a0\u3000:：|`/、,，-]】)）>")
	if gap != "" && len(methodsIn(in, i+len(m))) == 0 {
		return
	}
	c.call.methods = methodsBefore(in, u)
	c.call.url = u
	rest := textAt(in, min(len(s), offsetIn(in, u)+len(u.Value)), len(s))
	if strings.HasPrefix(rest.Value, "HTTP/") {
		c.call.weak = true // of an example
		return
	}
	if len(rest.Value) < maxLabel {
		rest.Value = callTitle(rest.Value)
		c.call.rest = rest
	}
}

// callTitle is what stands behind a call without the marks that part the two: "（查询）", "- 查询", but "行情(24小时)" as it is.
func callTitle(s string) string {
	const marks = " :：-—*"
	s = strings.TrimLeft(strings.Trim(s, marks), ")）")
	s = strings.TrimRight(s, "(（")
	for _, pair := range [...]string{"()", "（）"} {
		open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
		switch {
		case strings.HasPrefix(s, open) && strings.HasSuffix(s, shut) && strings.Count(s, open) == 1:
			s = s[len(open) : len(s)-len(shut)]
		case !strings.Contains(s, open):
			s = strings.TrimSuffix(s, shut)
		case !strings.Contains(s, shut):
			s = strings.TrimPrefix(s, open)
		}
	}
	return strings.Trim(s, marks)
}

// offsetIn is where a text that was cut from a line starts in it.
func offsetIn(in block.Inline, t ir.Text) int { return max(strings.Index(in.Text, t.Value), 0) }

func methodsBefore(in block.Inline, u ir.Text) []ir.Text {
	if u.Empty() {
		return nil
	}
	cut := in
	cut.Text = in.Text[:offsetIn(in, u)]
	return methodsIn(cut, 0)
}

// urlIn finds the first URL or path in a line. With loose, a path without a leading slash counts too: the label says that it
// is one.
func urlIn(in block.Inline, from int, loose bool) ir.Text {
	s := in.Text
	for i := from; i < len(s); i++ {
		if i > from && !urlBoundary(s, i) {
			continue
		}
		if n := urlLen(s[i:], loose); n > 0 {
			return ir.Text{Value: s[i : i+n], Span: in.Span(i, i+n)}
		}
	}
	return ir.Text{}
}

func urlBoundary(s string, i int) bool {
	switch c := s[i-1]; {
	case c == ' ', c == '\t', c == '\n', c == ':', c == '`', c == '"', c == '(', c == '<', c == '=', c == '[', c == '|', c == ',', c == ']', c == ')', c == '\'':
		return true
	case c >= utf8.RuneSelf: // after Chinese text or punctuation
		return utf8.RuneStart(s[i]) && s[i] < utf8.RuneSelf
	default: // POST/v1/x
		return s[i] == '/' && i >= 3 && methodBefore(s, i)
	}
}

func methodBefore(s string, i int) bool {
	for _, m := range httpMethods {
		if i >= len(m) && strings.EqualFold(s[i-len(m):i], m) {
			return true
		}
	}
	return false
}

var schemes = [...]string{"http://", "https://", "http(s)://", "https(s)://", "//", "ws://", "wss://"}

// urlLen is the length of the URL at the start of s: with a scheme, a placeholder for the host, a host and port, or a path.
func urlLen(s string, loose bool) int {
	if s == "" {
		return 0
	}
	n := 0
	for _, scheme := range schemes {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			n = spanURL(s)
			if n > len(scheme)+1 {
				return n
			}
			return 0
		}
	}
	head := s[:min(len(s), maxHost)]
	if s[0] == '/' {
		if len(s) > 1 && (s[1] == '/' || s[1] == '*') || strings.Trim(head, "/.,") == "" {
			return 0
		}
		if n = spanURL(s); n < 2 || strings.Trim(s[:n], "/.,") == "" {
			return 0
		}
		return n
	}
	i := strings.IndexByte(head, '/')
	if i <= 0 || !hostAt(head, i, loose) {
		return 0
	}
	if n = spanURL(s); i < n-1 {
		return n
	}
	return 0
}

// maxHost is how many bytes stand at most before the path of an address. Without it a text of brackets would be gone through from each.
const maxHost = 256

// hostAt reports whether what stands before the first slash of a text, at i, may be a host, or stand in for one.
func hostAt(s string, i int, loose bool) bool {
	switch host := s[:i]; {
	case strings.HasPrefix(s, "${"), s[0] == '{', s[0] == '<' && strings.Contains(s, ">/"), strings.HasPrefix(s, "[["), strings.HasPrefix(s, "%s/"):
		return !strings.ContainsAny(host, "\"'“”=,; ")
	case strings.HasPrefix(s, "localhost"), loose && wordByte(s[0]):
		return true
	default:
		return s[0] >= '0' && s[0] <= '9' && (loose || strings.Contains(host, ":") || strings.Count(host, ".") == 3)
	}
}

// spanURL is how far a URL reaches: up to a blank or a character that no URL holds, placeholders in brackets and segments in
// Chinese taken whole.
func spanURL(s string) int {
	depth, taken := 0, 0
	for i, c := range s {
		if i < taken {
			continue
		}
		switch c {
		case '{', '[', '<', '(':
			depth++
		case '}', ']', '>', ')':
			if depth == 0 {
				return i
			}
			depth--
		case '\n', '\t', '`', '"', '|', '，', '。', '；', '）', '（', '、', '“', '”', '*', '：', '\'', '！':
			if depth == 0 || c == '\n' || c == '`' {
				return i
			}
		case ' ', '\u00a0', '\u3000':
			if depth == 0 || !strings.ContainsAny(s[i:min(len(s), i+40)], "}]>") {
				return i
			}
		default:
			if depth > 0 || c < utf8.RuneSelf {
				continue
			}
			if taken = segmentEnd(s, i); taken == 0 {
				return i
			}
		}
	}
	return len(s)
}

// notSegments are words of those who talk about a path: /api/开头的接口, https://host/接口地址.
var notSegments = []string{"的", "开头", "接口", "地址", "方法", "路径", "目录", "以下", "下面", "请求"}

// segmentEnd is where a segment of a path ends that starts with a Chinese letter, 0 where there is none: it stands behind one that
// does not, is made of letters and digits, and nothing but a blank or more of the address follows.
func segmentEnd(s string, i int) int {
	behind := i > 1 && s[i-1] == '/' && strings.ContainsFunc(s[:i], unicode.IsLetter)
	n := strings.IndexFunc(s[i:], func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-_.", c)
	})
	if n < 0 {
		n = len(s) - i
	}
	if !behind || n == 0 || slices.ContainsFunc(notSegments, func(w string) bool { return strings.Contains(s[i:i+n], w) }) {
		return 0
	}
	if end := i + n; end == len(s) || strings.IndexByte("/?`\" \t\n", s[end]) >= 0 {
		return end
	}
	return 0
}

// readCodeCall finds the call in a code block. "POST /v1/x" alone is as good as a line of text; what stands under a sample's
// label, has a protocol version or a body, or is a curl command is an example: weak evidence.
func (r *reader) readCodeCall(c *cue, under role) {
	for line := range shortLines(c.Span) {
		if !callLike(line.Text()) {
			continue
		}
		c.text = block.Read(line)
		if under == roleURL || under == roleMethod {
			c.call.url = urlIn(c.text, 0, true)
			c.call.methods = methodsBefore(c.text, c.call.url)
		} else {
			r.lineCall(c, c.text, 0)
		}
		if !c.call.url.Empty() {
			c.call.rest = ir.Text{}
			c.call.weak = strings.Contains(line.Text(), "HTTP/") || exampleRole(under) || under == roleResponse || under == roleHeaders || c.wholeRequest(line, under)
			return
		}
	}
	if text := strings.TrimSpace(c.Span.Text()); !callLike(text) || strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return
	}
	if calls := sample.Calls(c.Span); len(calls) > 0 && !calls[0].URL.Empty() {
		c.call = call{url: calls[0].URL, weak: true}
		if !calls[0].Method.Empty() {
			c.call.methods = []ir.Text{calls[0].Method}
		}
	}
}

// wholeRequest reports whether a code block goes on behind the line of its call: with a body, or below the label of a request with
// anything.
func (c *cue) wholeRequest(line source.Span, under role) bool {
	text := c.Span.Text()
	return strings.Contains(text, "{\n") || (under == roleRequest || under == roleBody) && strings.TrimSpace(text[line.End-c.Span.Start:]) != ""
}

func exampleRole(r role) bool {
	return r == roleSample || r == roleRequestSample || r == roleResponseSample || r == roleErrorSample
}

const callLines = 6 // a call in a code block stands near its top

// shortLines goes through the first lines of a code block, as long as they are of a sensible length.
func shortLines(span source.Span) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		text := span.Text()
		for n, at := 0, 0; n < callLines && at < len(text); n++ {
			end := strings.IndexByte(text[at:], '\n')
			if end < 0 {
				end = len(text) - at
			}
			if line := span.Sub(at, end).Trim(); line.Start < line.End && end < 1000 && !yield(line) {
				return
			}
			at += end + 1
		}
	}
}

// callLike is a quick look whether a line may hold a call at all.
func callLike(s string) bool { return strings.Contains(s, "/") || strings.Contains(s, "curl") }
