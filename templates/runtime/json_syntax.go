package runtime

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// SyntaxError tells where and why a text is not JSON. It quotes nothing of the text.
type SyntaxError struct {
	Offset int    // of the first byte that is wrong
	Line   int    // from 1
	Column int    // from 1, in characters
	Code   string // what is wrong, for programs: "unexpected-end", "duplicate-name" ...

	fault *syntaxFault
}

// syntaxFault is a way of not being JSON.
type syntaxFault struct{ code, zh, en string }

var (
	faultEnd       = &syntaxFault{"unexpected-end", "内容不完整", "the text ends too early"}
	faultValue     = &syntaxFault{"expected-value", "此处应为一个值", "expected a value"}
	faultName      = &syntaxFault{"expected-name", "此处应为双引号括起的字段名", "expected a name in double quotes"}
	faultColon     = &syntaxFault{"expected-colon", "字段名之后应为冒号", "expected a colon after the name"}
	faultObject    = &syntaxFault{"unexpected-in-object", "此处应为逗号或 }", "expected a comma or }"}
	faultList      = &syntaxFault{"unexpected-in-array", "此处应为逗号或 ]", "expected a comma or ]"}
	faultTrailing  = &syntaxFault{"trailing-data", "文档结束后还有多余内容", "unexpected text after the document"}
	faultMark      = &syntaxFault{"byte-order-mark", "开头有字节顺序标记（BOM）", "the text starts with a byte order mark"}
	faultLiteral   = &syntaxFault{"bad-literal", "应为 true、false 或 null", "expected true, false or null"}
	faultNumber    = &syntaxFault{"bad-number", "数字写法不合规范", "the number is not written as JSON has it"}
	faultControl   = &syntaxFault{"control-character", "字符串中有未转义的控制字符", "unescaped control character in a string"}
	faultEscape    = &syntaxFault{"bad-escape", "字符串中的转义序列无效", "invalid escape in a string"}
	faultSurrogate = &syntaxFault{"lone-surrogate", "字符串中的代理对不完整", "unpaired surrogate escape in a string"}
	faultUTF8      = &syntaxFault{"invalid-utf8", "字符串不是有效的 UTF-8", "invalid UTF-8 in a string"}
	faultDuplicate = &syntaxFault{"duplicate-name", "同一对象中字段名重复", "the name is already taken in this object"}
	faultDepth     = &syntaxFault{"too-deep", "嵌套过深", "nested too deep"}
)

// Error returns the place and the reason in the package's language.
func (e *SyntaxError) Error() string { return e.In(defaultLanguage) }

// In returns the place and the reason in a language.
func (e *SyntaxError) In(lang Language) string {
	line, column, offset := strconv.Itoa(e.Line), strconv.Itoa(e.Column), strconv.Itoa(e.Offset)
	reason := e.Code
	if e.fault != nil {
		reason = lang.pick(e.fault.zh, e.fault.en)
	}
	return lang.pick(
		"不是有效的 JSON：第 "+line+" 行第 "+column+" 列（偏移 "+offset+" 字节）："+reason,
		"not valid JSON: line "+line+", column "+column+" (offset "+offset+"): "+reason)
}

// fail ends decoding: the rest of the text counts as read, so that every loop over it comes to its end.
// The first failure is the one that is told.
func (d *decoder) fail(at int, fault *syntaxFault) {
	if d.err != nil {
		return
	}
	if at >= len(d.data) {
		at, fault = len(d.data), faultEnd
	}
	before := d.data[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	d.err = &SyntaxError{
		Offset: at,
		Line:   bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
		Code:   fault.code,
		fault:  fault,
	}
	d.pos = len(d.data)
}
