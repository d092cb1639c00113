package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// listedCode is a business code that the pages list, perhaps in several places.
type listedCode struct {
	*templates.ErrorCode
	value  string // as answers carry it
	first  *ir.ErrorCode
	name   string // the author's identifier for it
	differ bool   // the places tell different things of it
}

// errorCodes gives each business code that the pages list a constant, and tells the operations which are theirs.
func (p *planner) errorCodes(ops []*operation) {
	c := &codeCollector{planner: p, listed: make(map[string]*listedCode)}
	c.success = c.successes(p.pkg.Envelopes...)
	if p.pkg.Code == nil && p.onlyStatuses() {
		return
	}
	for _, e := range p.doc.Errors {
		c.add(e, c.success)
	}
	for _, op := range ops {
		c.operation(op)
	}
	c.nameCodes()
}

// onlyStatuses reports whether all the codes that the pages list are HTTP statuses.
func (p *planner) onlyStatuses() bool {
	isStatus := func(e *ir.ErrorCode) bool { return statusOf(e.Value.Value) != 0 }
	for _, e := range p.doc.Endpoints {
		for _, code := range e.Errors {
			if !isStatus(code) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(p.doc.Errors, func(e *ir.ErrorCode) bool { return !isStatus(e) })
}

// statusOf is an HTTP status; 0 for a text that is none.
func statusOf(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || len(text) != 3 || n < 100 || n > 599 {
		return 0
	}
	return n
}

// codeCollector makes one of what several places say.
type codeCollector struct {
	*planner
	listed  map[string]*listedCode // by value
	order   []*listedCode
	success map[string]bool // of any envelope
}

// successes are the codes that mean success in some of the envelopes.
func (c *codeCollector) successes(envelopes ...*templates.Struct) map[string]bool {
	values := make(map[string]bool)
	for _, e := range envelopes {
		if e.Failure == nil {
			continue
		}
		for _, literal := range e.Failure.Success {
			if text, err := strconv.Unquote(literal); err == nil {
				literal = text
			}
			values[literal] = true
		}
	}
	return values
}

// operation adds the codes of one operation.
func (c *codeCollector) operation(op *operation) {
	success, root := c.success, op.Result.Root
	answers := root != nil && root.Envelope != nil && root.Envelope.Failure != nil
	if answers && len(root.Envelope.Failure.Success) > 0 {
		success = c.successes(root.Envelope)
	}
	for _, e := range op.endpoint.Errors {
		if code := c.add(e, success); code != nil && answers && !slices.Contains(op.Errors, code.ErrorCode) {
			op.Errors = append(op.Errors, code.ErrorCode)
		}
	}
}

// add takes a row of a table of codes; nil for one that gets no constant.
func (c *codeCollector) add(e *ir.ErrorCode, success map[string]bool) *listedCode {
	value, ok := c.value(e.Value.Value)
	switch {
	case success[value] || isSuccessText(e.Doc.Value):
		return nil
	case !ok:
		if e.Value.Span.Known() {
			c.diags.Add(errorCodeUnused.At(e.Value.Span, clean(e.Value.Value)))
		}
		return nil
	}
	code := c.listed[value]
	if code == nil {
		code = &listedCode{ErrorCode: &templates.ErrorCode{Literal: value}, value: value, first: e}
		if c.pkg.Code.Kind == templates.Text {
			code.Literal = strconv.Quote(value)
		}
		c.listed[value] = code
		c.order = append(c.order, code)
	}
	c.merge(code, e)
	return code
}

// merge adds what a place says of a code. The first word on each thing counts.
func (c *codeCollector) merge(code *listedCode, e *ir.ErrorCode) {
	code.name = cmp.Or(code.name, e.Name.Value)
	code.Status = cmp.Or(code.Status, statusOf(e.Status.Value))
	said := clean(e.Doc.Value)
	switch {
	case code.Text == "":
		code.Text = said
		code.Comment = c.planner.opts.Places.codeComment(e)
	case said != "" && bareText(said) != bareText(code.Text):
		if !code.differ && e.Doc.Span.Known() {
			d := errorCodeDiffers.At(e.Doc.Span, clean(e.Value.Value), said, code.Text)
			if code.first.Span.Known() {
				d.Also(code.first.Span, "第一处", "the first place")
			}
			c.diags.Add(d)
		}
		code.differ = true
	}
}

// bareText is a text without its signs and the case of its letters: what two places say alike is one text.
func bareText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// codeComment is what a place says of a code, and where.
func (p Places) codeComment(e *ir.ErrorCode) string {
	remedy := e.Remedy
	if !e.Doc.Empty() && !e.Remedy.Empty() {
		return harmless(e.Doc.Value) + "; " + p.sentence(p.row(e.Span), remedy)
	}
	return p.sentence(p.row(e.Span), e.Doc, remedy)
}

// successTexts are what tables of codes say of those that are no errors.
var successTexts = []string{
	"成功", "操作成功", "请求成功", "处理成功", "调用成功", "返回成功", "执行成功", "响应成功", "正常", "请求正常", "ok", "success", "succeed",
	"successful", "noerror",
}

func isSuccessText(doc string) bool {
	return slices.Contains(successTexts, bareText(doc))
}

// maxCode is how long a code may be.
const maxCode = 64

// value is a code as answers carry it; false when none can carry it.
func (c *codeCollector) value(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if c.pkg.Code == nil {
		return text, false
	}
	base := 10
	if strings.HasPrefix(text, "0x") {
		base = 0
	}
	n, err := strconv.ParseInt(text, base, 64)
	if c.pkg.Code.Kind == templates.Integer {
		if err != nil {
			return text, false
		}
		return strconv.FormatInt(n, 10), true
	}
	fits := slices.ContainsFunc(c.pkg.Envelopes, func(s *templates.Struct) bool { return carries(s, text, err == nil) })
	return text, fits && len(text) <= maxCode && isCodeWord(text)
}

// carries reports whether the envelope's code can have a value.
func carries(s *templates.Struct, text string, isInteger bool) bool {
	if s.Failure == nil {
		return false
	}
	switch s.Failure.Code.Type.Kind {
	case templates.Text:
		return true
	case templates.Integer, templates.Number:
		return isInteger
	}
	return text == "true" || text == "false"
}

// isCodeWord reports whether a text is one word, as codes are: letters, digits and a few signs between them.
func isCodeWord(text string) bool {
	for _, r := range text {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.:#", r) {
			return false
		}
	}
	return strings.ContainsFunc(text, unicode.IsLetter) || strings.ContainsFunc(text, unicode.IsDigit)
}

// nameCodes names the constants. Names that two codes could have go to neither: those are called by the code itself, so that no
// name depends on the order of pages. Nor does one that another had in an earlier run.
func (c *codeCollector) nameCodes() {
	wishes := make(map[string]int)
	for _, code := range c.order {
		code.Const = c.wish(code)
		wishes[code.Const]++
	}
	for _, code := range c.order {
		if wishes[code.Const] > 1 || c.names.isPromised(code.Const) {
			code.Const = ownName(code.value)
		}
		c.pkg.Code.Errors = append(c.pkg.Code.Errors, code.ErrorCode)
	}
	slices.SortFunc(c.order, func(a, b *listedCode) int {
		return cmp.Or(cmp.Compare(a.Const, b.Const), cmp.Compare(a.value, b.value))
	})
	for _, code := range c.order {
		wish := claim{name: code.Const, suffix: "Code", text: code.value, span: code.first.Value.Span}
		code.Const = c.claimed(ErrorName, code.value, wish, code.first, code.first.Span)
	}
}

// maxErrorWords is how many words of a text make a name; a longer one is a sentence.
const maxErrorWords = 5

// wish is the name that a code would have if no other wanted it: of the author's identifier, of the code where that is a word, of
// its text where that is understood and all places agree on it, else of the code.
func (c *codeCollector) wish(code *listedCode) string {
	if hasWord(code.name) {
		return c.errorName(c.namer.Words(code.name))
	}
	if hasWord(code.value) {
		return c.errorName(c.namer.Words(code.value))
	}
	if words, whole := c.namer.Label(withoutAdvice(code.Text)); whole && len(words) <= maxErrorWords && !code.differ {
		return c.errorName(words)
	}
	return ownName(code.value)
}

// withoutAdvice is a text without the clause that asks to do something: 仓位异常，请联系客服 is 仓位异常.
func withoutAdvice(text string) string {
	for i, r := range text {
		if strings.ContainsRune("，,。.；;！!", r) && strings.HasPrefix(strings.TrimLeft(text[i:], "，,。.；;！! "), "请") {
			return text[:i]
		}
	}
	return text
}

// minWord is how many letters make a word rather than a mark before a number (A0230, E1001).
const minWord = 3

func hasWord(text string) bool {
	run := 0
	for _, r := range text {
		if run++; r > unicode.MaxASCII || !unicode.IsLetter(r) {
			run = 0
		}
		if run == minWord {
			return true
		}
	}
	return false
}

// errorName is Err and the words; that they speak of an error goes without saying.
func (c *codeCollector) errorName(words []string) string {
	isError := func(word string) bool { return strings.EqualFold(word, "err") || strings.EqualFold(word, "error") }
	if len(words) > 1 && isError(words[0]) {
		words = words[1:]
	}
	if len(words) > 1 && isError(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	name := c.namer.Exported(strings.Join(words, " "))
	if words[0] != "" && unicode.IsDigit(rune(words[0][0])) {
		name = name[1:] // without the letter that lets it start with a digit
	}
	return "Err" + name
}

// ownName is Err and the code: Err40101, ErrMinus1, ErrA0230.
func ownName(value string) string {
	var b strings.Builder
	b.WriteString("Err")
	for _, r := range value {
		switch {
		case r == '-' && b.Len() == len("Err"):
			b.WriteString("Minus")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToUpper(r))
		case b.Len() > len("Err"):
			b.WriteByte('_')
		}
	}
	return strings.TrimRight(b.String(), "_")
}

var errorCodeDiffers = &source.Rule{
	Code: "error-code-differs", Severity: source.Warning,
	Message: source.Message{
		ZH: "错误码 %s 在这里是“%s”，另一处是“%s”；生成的代码用另一处的",
		EN: "error code %s means “%s” here and “%s” elsewhere; generated code has the other text",
	},
	Help: source.Message{ZH: "统一说明，或换一个错误码", EN: "make the texts agree, or use another code"},
	Why: source.Message{
		ZH: "一个错误码只对应一个 Go 常量和一句说明；含义不同时调用方无法靠它区分",
		EN: "a code is one Go constant with one text; a caller cannot tell two meanings of it apart",
	},
	Before: "|1001|订单不存在|\n|1001|用户不存在|", After: "|1001|订单不存在|\n|1002|用户不存在|",
}

var errorCodeUnused = &source.Rule{
	Code: "error-code-unused", Severity: source.Info,
	Message: source.Message{
		ZH: "返回数据的业务码不可能是 %q，不生成常量",
		EN: "no answer can have the business code %q; it gets no constant",
	},
	Help: source.Message{
		ZH: "写成返回数据里的样子；业务码字段要在返回参数或返回示例中出现",
		EN: "write the code as answers carry it, and show the member that carries it in a table or a sample",
	},
	Why: source.Message{
		ZH: "错误常量与返回数据中的业务码比较。没有业务码，或业务码是整数而这里不是一个整数，比较就没有意义",
		EN: "constants are compared with the business code of answers; where there is none, or it is an integer and this is not one, there is nothing to compare",
	},
	Before: "|10xx|参数错误|", After: "|1001|参数错误|",
	Fold: true,
}

var successUnknown = &source.Rule{
	Code: "success-unknown", Severity: source.Warning,
	Message: source.Message{
		ZH: "没有说明 %q 取什么值表示成功；客户端把每个应答都当作成功",
		EN: "nobody says which value of %q means success; a client takes every answer for one",
	},
	Help: source.Message{
		ZH: "在说明里写出成功的值，如“0 表示成功”；或给出成功的返回示例，或错误码表",
		EN: "name the value in the description (0 表示成功), show an answer of a call that went well, or list the error codes",
	},
	Why: source.Message{
		ZH: "客户端靠业务码区分成功与失败。不知道成功的值，也没有错误码表，就不会返回 APIError，调用方要自己检查外层的业务码",
		EN: "a client tells failures by the business code. Without its value for a success or a list of errors no call returns an APIError, and callers must look at the code in the envelope themselves",
	},
	Before: "|code|String|返回码|", After: "|code|String|返回码，00 表示成功|",
	Fold: true,
}
