package lexicon

import "strings"

// Placeholder reports whether a cell's text says nothing: "-", "无", "待补充".
func Placeholder(cell string) bool {
	return placeholders.has(cell)
}

var placeholders = set("", // only punctuation: "*", "-", "/", "……"
	"无", "暂无", "略", "待补充", "todo", "tbd", "none", "null", "na", "空", "同上略", "待定", "暂无描述", "暂无参数", "暂无数据", "无参数", "无内容", "nil", "no comments found", "no description", "没有描述", "暂无说明", "无描述")

// Continuation reports whether a row's name only says that there is more ("...", "其他").
func Continuation(cell string) bool {
	return continuations.has(cell)
}

var continuations = set("其他", "其它", "更多", "等等", "省略", "etc")

// EnvelopeRole says what a root member of a response is likely to be.
type EnvelopeRole uint8

// The roles.
const (
	NoEnvelopeRole EnvelopeRole = iota
	EnvelopeCode
	EnvelopeMessage
	EnvelopeData
)

// Envelope looks up a member name of a response's root object.
func Envelope(name string) EnvelopeRole {
	role, _ := envelopeWords.find(name)
	return role
}

var envelopeWords = expand(map[EnvelopeRole]string{
	EnvelopeCode:    "issuccess isok ok succeed succeeded successful succ code ret retcode errcode errorcode status resultcode returncode success respcode state err_code statuscode errno err flag rescode result_code response_code",
	EnvelopeMessage: "msg message retinfo errmsg errormsg retmsg resultmsg info codemsg resultmessage respmsg errormessage description desc returnmsg err_msg reason resultdesc tips",
	EnvelopeData:    "data result datas payload result_data retdata content response body resultdata respdata returndata rows obj results",
})

// Head reports whether an object of that name in the root of an answer says how the call went.
func Head(name string) bool {
	return headWords.has(name)
}

var headWords = set("head", "header", "resphead", "rsphead", "responsehead", "responseheader", "msghead", "meta", "result", "resultinfo", "status", "statusinfo", "ret", "resp", "baseresp", "baseresponse", "commonresp")

// ClientHeader reports whether a header is one that clients send of themselves, which is no parameter of an API.
func ClientHeader(name string) bool {
	lower := strings.ToLower(name)
	return clientHeaders.has(name) || strings.HasPrefix(lower, "accept") || strings.HasPrefix(lower, "sec-") || strings.HasPrefix(lower, "if-")
}

var clientHeaders = set("host", "port", "content-type", "content-length", "content-encoding", "content-disposition", "content-transfer-encoding", "user-agent", "cookie",
	"connection", "cache-control", "pragma", "origin", "referer", "upgrade-insecure-requests", "x-requested-with", "postman-token", "transfer-encoding", "date", "expect",
	"dnt", "te", "upgrade", "via", "forwarded", "keep-alive", "server", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "proxy-connection", "header", "headers")

// HeaderLabel reports whether a word before a brace says that headers are in it.
func HeaderLabel(word string) bool {
	return headerLabels.has(word)
}

var headerLabels = set("header", "headers", "requestheader", "requestheaders")

// FailureWord reports whether a member of that name is there only when a call failed.
func FailureWord(name string) bool {
	return failureWords.has(name)
}

var failureWords = set("error", "err", "errors", "fault", "exception")

// Passed reports whether a boolean of that name, beside a code or a message, says that the call went well.
func Passed(name string) bool {
	return passedWords.has(name)
}

var passedWords = set("success", "issuccess", "isok", "ok", "succeed", "succeeded", "successful", "succ", "成功", "是否成功")

// PlainCode reports whether a name is that of the code in an answer's envelope, and hardly ever anything else: a status may be sent.
func PlainCode(name string) bool {
	return strings.Contains(plainCodes, " "+strings.ReplaceAll(Fold(name), "_", "")+" ")
}

const plainCodes = " code retcode errcode errorcode resultcode returncode respcode statuscode errno rescode "

// SuccessValue reports whether a literal in a code member announces success.
func SuccessValue(literal string) bool {
	return successValues.has(literal)
}

var successValues = set("0", "200", "00000", "success", "ok", "true", "1", "0000", "000000", "10000", "20000", "20000000", "1000", "00", "s", "succ", "a00000", "100", "2000", "201")

// Signature reports whether a parameter of that name is computed over the request.
func Signature(name string) bool {
	return signatures.has(name)
}

var signatures = set("sign", "signature", "sig", "signstr", "signdata", "xsign", "xsignature")

// RefMarks introduce the name of a type or section in a description: 详细信息参考`User`.
var RefMarks = []string{"参考", "参见", "请见", "详见", "见", "参照", "查看", "具体看", "see", "refer to"}

// Selector reports whether a common parameter of that name says which operation of a gateway is meant.
func Selector(name string) bool {
	return selectors.has(name)
}

var selectors = set("action", "method", "cmd", "apiname", "api", "service", "interface", "func", "function", "funcid", "trancode", "transcode", "servicename", "operation", "methodname", "interfacename", "command", "act")

// Index reports whether a word in the brackets of a name stands for a number: orders[key][price].
func Index(word string) bool {
	return indexWords.has(word)
}

var indexWords = set("key", "index", "idx", "k", "j", "num")

// OtherProtocol reports whether a title or an address announces a protocol other than HTTP.
func (l *Lexicon) OtherProtocol(text string) bool {
	lower := strings.ToLower(text)
	for _, w := range otherProtocols {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

var otherProtocols = []string{"websocket", "web socket", "ws://", "wss://", "mqtt", "tcp协议"}

// CommonWord reports whether a member of a wrapper has a name that things in general have too.
func CommonWord(name string) bool {
	return commonWords.has(name)
}

var commonWords = set("status", "state", "flag", "description", "desc", "info", "reason", "tips", "err")

// NamesAPI reports whether a title is that of an API, and not of one of its calls.
func NamesAPI(title string) bool {
	for _, w := range apiTitles {
		if strings.HasSuffix(strings.ToLower(strings.TrimSpace(title)), w) {
			return true
		}
	}
	return false
}

var apiTitles = []string{"接口文档", "api文档", "api 文档", "开放平台", "开放接口", "接口说明", "接口规范", "对接文档", "api"}

// ValueHead reports whether a header that is no column word speaks of the values of something.
func ValueHead(header string) bool {
	for _, w := range valueHeads {
		if strings.Contains(header, w) {
			return true
		}
	}
	return false
}

var valueHeads = []string{"值", "状态", "枚举", "类型", "等级", "级别"}
