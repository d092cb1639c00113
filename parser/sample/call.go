package sample

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Call is a request that an example shows. Parts that it does not show are empty.
type Call struct {
	// Method is upper case. Where curl implies it, its Span is what implies it: the option or the command's name.
	Method ir.Text
	// URL is the whole address; SplitURL takes it apart.
	URL     ir.Text
	Headers []Pair
	Query   []Pair
	Form    []Pair
	// Multipart says that the form is sent in parts, each with headers of its own.
	Multipart bool
	Body      ir.Text
	// JSON is the body, when it is JSON; Diags say what is wrong with it.
	JSON  *ir.JSON
	Diags source.Diagnostics
	Span  source.Span
}

// Calls reads the requests in a piece of page text: curl commands, raw HTTP, lines of method and URL, URLs, lists of
// labelled parts (`请求地址：`, `Header：`, `Body:`) and form bodies. It gives nil where there is none; a response or a
// JSON document alone is none.
func Calls(span source.Span) []*Call {
	if !span.Known() {
		return nil
	}
	s := &script{view: newView(span)}
	for s.pos < len(s.text) {
		s.line()
	}
	s.flush()
	return s.calls
}

// section is which part of a request the lines at hand are.
type section uint8

const (
	noSection section = iota
	urlSection
	methodSection
	headerSection
	bodySection
	partSection // of a multipart body
	responseSection
)

// sections are the labels that stand before a part of a request, lower case, without blanks.
var sections = map[string]section{
	"url": urlSection, "请求地址": urlSection, "请求url": urlSection, "地址": urlSection, "接口地址": urlSection, "requesturl": urlSection, "访问地址": urlSection,
	"请求链接": urlSection, "调用地址": urlSection, "接口": urlSection, "请求": urlSection, "api": urlSection, "请求路径": urlSection, "路径": urlSection,
	"请求方式": methodSection, "请求方法": methodSection, "method": methodSection, "方式": methodSection, "requestmethod": methodSection,
	"header": headerSection, "headers": headerSection, "requestheaders": headerSection, "requestheader": headerSection, "请求头": headerSection,
	"请求头部": headerSection, "head": headerSection, "请求header": headerSection, "httpheader": headerSection,
	"body": bodySection, "data": bodySection, "postdata": bodySection, "putdata": bodySection, "deletedata": bodySection, "post": bodySection,
	"postbody": bodySection, "requestbody": bodySection, "请求参数": bodySection, "请求体": bodySection, "请求报文": bodySection, "请求body": bodySection,
	"入参": bodySection, "参数": bodySection, "payload": bodySection, "requestpayload": bodySection, "params": bodySection, "formdata": bodySection,
	"form-data": bodySection, "请求数据": bodySection, "request": bodySection, "请求示例": bodySection, "输入": bodySection, "输入参数": bodySection, "请求内容": bodySection,
	"response": responseSection, "responsebody": responseSection, "responsedata": responseSection, "responseheaders": responseSection, "返回": responseSection,
	"返回值": responseSection, "返回结果": responseSection, "返回示例": responseSection, "返回参数": responseSection, "返回数据": responseSection, "出参": responseSection,
	"响应": responseSection, "响应示例": responseSection, "响应结果": responseSection, "响应报文": responseSection, "响应参数": responseSection, "结果": responseSection,
	"输出": responseSection, "输出参数": responseSection, "output": responseSection, "result": responseSection,
}

var (
	headerLine = lazily(`^[A-Za-z][A-Za-z0-9_-]{0,60}[ \t]*[:：]`)
	formLine   = lazily(`^[A-Za-z_][\w.\[\]%-]*=[^&\s]*(?:&[A-Za-z_][\w.\[\]%-]*=[^&\n]*)+$`)
)

// methods are the names that requests start with.
var methods = [...]string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}

// methodWord is the method that a text starts with, as it is written; "" for none.
func methodWord(text string) string {
	for _, m := range methods {
		if len(text) >= len(m) && strings.EqualFold(text[:len(m)], m) {
			if rest := text[len(m):]; rest == "" || !isWordByte(rest[0]) {
				return text[:len(m)]
			}
		}
	}
	return ""
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
}

// script reads requests line by line.
type script struct {
	*view
	pos   int
	calls []*Call
	call  *Call // in the making
	at    section
	// text[bodyStart:bodyEnd] is the body so far.
	bodyStart, bodyEnd int
	raw                bool // the call is raw HTTP: a blank line ends its headers
	noJSON             int  // no document starts before
}

// begin starts a new call unless the one at hand still lacks what comes.
func (s *script) begin(taken bool) {
	if s.call == nil || taken {
		s.flush()
		s.call = &Call{}
		s.raw = false
	}
}

// flush finishes the call at hand.
func (s *script) flush() {
	c := s.call
	s.call, s.at = nil, noSection
	if c == nil {
		return
	}
	if s.bodyEnd > s.bodyStart {
		c.setBody([]*view{s.sub(s.bodyStart, s.bodyEnd)})
	}
	s.bodyStart, s.bodyEnd = 0, 0
	if !c.URL.Empty() || len(c.Headers) > 0 && !c.Body.Empty() || len(c.Form) > 0 {
		s.calls = append(s.calls, c)
	}
}

// line reads one line, or a whole command or document that starts on it.
func (s *script) line() {
	end := s.lineEnd(s.pos)
	i, j := s.trim(s.pos, end)
	i = s.prompt(i, j)
	s.pos = end + 1
	text := s.text[i:j]
	switch {
	case text == "":
		if s.raw && s.at == headerSection {
			s.at = bodySection
		}
	case isCurl(text):
		s.curl(i)
	case s.disposition(i, j):
	case s.at == partSection:
		s.partValue(i, j)
	case strings.HasPrefix(text, "HTTP/"):
		s.flush()
		s.at = responseSection
	case s.requestLine(i, j), s.labelled(i, j), s.address(i, j):
	case s.at == responseSection:
	case s.at == headerSection || s.call != nil && s.at != bodySection && headerLine().MatchString(text):
		s.headerOrBody(i, j)
	case s.at == bodySection || s.call != nil && startsBody(text):
		s.body(i, j)
	case isForm(text):
		s.begin(s.call != nil && s.bodyEnd > s.bodyStart)
		s.body(i, j)
	}
}

// prompt is i moved over what terminals and listings put before a line.
func (s *script) prompt(i, j int) int {
	for _, mark := range []string{"$ ", "> ", "# ", ">", "- ", "* "} {
		if strings.HasPrefix(s.text[i:j], mark) {
			i += len(mark)
			break
		}
	}
	i, _ = s.trim(i, j)
	return i
}

func isCurl(text string) bool {
	rest, ok := strings.CutPrefix(text, "curl")
	rest = strings.TrimPrefix(rest, ".exe")
	next, _ := utf8.DecodeRuneInString(rest)
	return ok && (isBlank(next) || strings.HasPrefix(rest, "\\\n"))
}

func (s *script) curl(i int) {
	s.flush()
	words, end := shellWords(s.view, i)
	c := readCurl(words)
	c.Span = s.span(i, end)
	s.pos = max(s.pos, s.lineEnd(min(end, len(s.text)))+1)
	if !c.URL.Empty() {
		s.calls = append(s.calls, c)
	}
}

// extend makes text[i:j] part of the call.
func (s *script) extend(i, j int) {
	s.call.Span = s.call.Span.To(s.span(i, j))
}

// requestLine reads `POST /v1/x HTTP/1.1`.
func (s *script) requestLine(i, j int) bool {
	m := methodWord(s.text[i:j])
	url := min(s.blanks(i+len(m)), j)
	if m == "" || url == i+len(m) || !isAddress(s.text[url:j]) {
		return false
	}
	s.begin(true)
	s.call.Method = ir.Text{Value: strings.ToUpper(m), Span: s.span(i, i+len(m))}
	s.call.setURL(s.view, url, j)
	s.raw, s.at = true, headerSection
	s.extend(i, j)
	return true
}

// isAddress reports whether the text starts like a URL or a path.
func isAddress(text string) bool {
	if strings.HasPrefix(text, "//") {
		return len(text) > 2 && isName(rune(text[2]))
	}
	if schemeLen(text) > 0 || strings.HasPrefix(text, "/") {
		return true
	}
	v := &view{text: text}
	start, end := addressIn(v, 0, len(text))
	base := baseEnd(v, start, part(v, start, end, "?？#"))
	return base > 0 && base < end && !strings.HasPrefix(text, "[") || strings.HasPrefix(text, "[[") && base < end
}

// address reads a URL that stands alone on a line.
func (s *script) address(i, j int) bool {
	if s.at == bodySection && s.call != nil || !strings.Contains(s.text[i:j], "://") || schemeLen(s.text[i:j]) == 0 {
		return false
	}
	if _, end := addressIn(s.view, i, j); end < j {
		return false
	}
	s.begin(s.call != nil && !s.call.URL.Empty())
	s.call.setURL(s.view, i, j)
	s.at = noSection
	s.extend(i, j)
	return true
}

// labelled reads a line that starts with the label of a part: `Header：`, `POST url: https://…`, `Body`.
func (s *script) labelled(i, j int) bool {
	end, rest := j, j
	if n := strings.IndexAny(s.text[i:min(j, i+60)], ":："); n >= 0 {
		_, size := s.char(i + n)
		end, rest = i+n, min(s.blanks(i+n+size), j)
	}
	label := strings.TrimSpace(strings.Trim(s.text[i:end], "*#`[]【】"))
	if !startsLabel(label) {
		return false
	}
	label = strings.ToLower(strings.Join(strings.Fields(label), ""))
	method := ""
	if m := methodWord(label); m != "" && strings.HasPrefix(sectionless(label, m), "url") {
		method, label = strings.ToUpper(m), "url"
	} else if m := methodWord(s.text[i:end]); m != "" && strings.HasPrefix(sectionless(label, strings.ToLower(m)), "url") {
		method, label = strings.ToUpper(m), "url"
	}
	at, ok := sections[label]
	if !ok || s.at == headerSection && at != bodySection && at != responseSection && rest < j && !isAddress(s.text[rest:j]) {
		return false
	}
	return s.open(at, method, i, rest, j)
}

// startsLabel reports whether a text starts as labels do, with a letter: most lines of a document in JSON do not.
func startsLabel(text string) bool {
	return text != "" && (text[0] >= utf8.RuneSelf || text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z')
}

func sectionless(label, method string) string { return strings.TrimPrefix(label, method) }

// open starts a part of a request, with what stands on the label's line.
func (s *script) open(at section, method string, i, rest, j int) bool {
	switch at {
	case responseSection:
		s.flush()
		s.at = responseSection
		return true
	case urlSection:
		if rest >= j || !isAddress(s.text[rest:j]) {
			return false
		}
		s.begin(s.call != nil && !s.call.URL.Empty())
		s.call.setURL(s.view, rest, j)
		if method != "" {
			s.call.Method = ir.Text{Value: method, Span: s.span(i, i+len(method))}
		}
	case methodSection:
		m := methodWord(s.text[rest:j])
		if m == "" {
			return false
		}
		s.begin(s.call != nil && !s.call.Method.Empty())
		s.call.Method = ir.Text{Value: strings.ToUpper(m), Span: s.span(rest, rest+len(m))}
	case headerSection, bodySection:
		s.begin(at == headerSection && s.call != nil && len(s.call.Headers) > 0)
	}
	s.at, s.raw = at, false
	s.extend(i, j)
	if at == bodySection && rest < j {
		s.body(rest, j)
	}
	return true
}

// headerOrBody reads a line after the headers have begun.
func (s *script) headerOrBody(i, j int) {
	if startsBody(s.text[i:j]) {
		s.body(i, j)
		return
	}
	if p, ok := header(s.view, i, j); ok {
		s.call.Headers = append(s.call.Headers, p)
		s.extend(i, j)
	}
}

// startsBody reports whether a line can only be the start of a body.
func startsBody(text string) bool {
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[{") || text == "[" || strings.HasPrefix(text, `["`) || isForm(text)
}

// isForm reports whether a line is the body of a form: a=1&b=2.
func isForm(text string) bool { return strings.Contains(text, "&") && formLine().MatchString(text) }

// body takes a line, or the JSON document that starts on it, as the body.
func (s *script) body(i, j int) {
	text := s.text[i:j]
	if s.bodyEnd > s.bodyStart && startsBody(text) {
		s.at = responseSection // a second document is the answer
		s.skipDocument(i)
		return
	}
	if startsBody(text) && text[0] != '[' || strings.HasPrefix(text, "[{") || text == "[" || strings.HasPrefix(text, `["`) {
		s.bodyStart, s.bodyEnd = i, max(s.skipDocument(i), j)
	} else if s.bodyEnd > s.bodyStart {
		if s.text[s.bodyStart] == '{' || s.text[s.bodyStart] == '[' {
			return
		}
		s.bodyEnd = j
	} else if strings.ContainsAny(text, "=&") {
		s.bodyStart, s.bodyEnd = i, j
	} else {
		return
	}
	s.at = bodySection
	s.extend(s.bodyStart, s.bodyEnd)
}

// skipDocument moves past the JSON document at i and gives its end, i if there is none.
func (s *script) skipDocument(i int) int {
	if c := s.text[i]; c != '{' && c != '[' || i < s.noJSON {
		return i
	}
	r := newReader(s.view)
	r.pos = i
	r.document()
	if r.junk > r.read {
		s.noJSON = r.pos
		return i
	}
	if r.pos > s.pos {
		s.pos = min(s.lineEnd(min(r.pos, len(s.text)))+1, len(s.text))
	}
	return r.pos
}

// header reads `Name: value`.
func header(v *view, i, j int) (Pair, bool) {
	text := v.text[i:j]
	m := headerLine().FindString(text)
	if m == "" {
		return Pair{}, false
	}
	name, _ := v.trim(i, i+len(m))
	_, end := v.trim(i, i+len(strings.TrimRight(m, ":： \t")))
	from, to := v.trim(i+len(m), j)
	return Pair{Name: v.piece(name, end), Value: v.piece(from, to)}, true
}

// whole is the text of a view.
func (v *view) whole() ir.Text { return v.piece(0, len(v.text)) }

// setURL sets the address of the call and reads its query.
func (c *Call) setURL(v *view, i, j int) {
	i, j = addressIn(v, i, j)
	c.URL = v.piece(i, j)
	c.Query = append(c.Query, splitURL(v, i, j).Query...)
}

// setBody sets the body, which curl joins from several pieces.
func (c *Call) setBody(pieces []*view) {
	var texts []string
	for _, v := range pieces {
		texts = append(texts, v.text)
		c.Body.Span = c.Body.Span.To(v.whole().Span)
	}
	c.Body.Value = strings.Join(texts, "&")
	for _, v := range pieces {
		head := strings.TrimLeft(v.text, " \t\r\n")
		switch {
		case strings.HasPrefix(head, "@"):
		case strings.HasPrefix(head, "{") || strings.HasPrefix(head, "["):
			if values, diags := read(v); len(values) > 0 && c.JSON == nil {
				c.JSON, c.Diags = values[0], diags
			}
		case strings.Contains(head, "="):
			c.Form = append(c.Form, pairs(v, 0, len(v.text))...)
		}
	}
}
