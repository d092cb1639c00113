package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Topic is a set of notions that a heading or label speaks of; 请求参数说明 speaks of Request and Fields.
type Topic uint32

// The notions.
const (
	Request Topic = 1 << iota
	Response
	Fields
	Example
	Header
	Body
	Path
	Query
	Cookie
	Form
	Failure
	Code
	Status
	Address
	Method
	History
	Environment
	Shared
	Description
	Success
	Media
	Signing
	Title
	Call     // 调用, 接口: of the whole interface
	TypeDecl // 数据模型, 公共结构: what follows are type declarations
	Callback // 回调, 通知
	Prefix   // 接口前缀, Base URL
	Author
	Filler // says nothing by itself: 说明, 列表, JSON
)

// topicNames are the notions by their bit.
var topicNames = [...]string{"request", "response", "fields", "example", "header", "body", "path", "query", "cookie", "form", "failure", "code", "status", "address", "method", "history", "environment", "shared", "description", "success", "media", "signing", "title", "call", "type", "callback", "prefix", "author", "filler"}

// String names the notions, joined by "+".
func (t Topic) String() string {
	var names []string
	for i, name := range topicNames {
		if t&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// sectionWords are the words of headings and labels. Chinese words are found by longest match inside the text, ASCII words
// as whole words.
var sectionWords = map[Topic][]string{
	Request:     {"请求", "输入", "入参", "传入", "提交", "上传参数", "request", "requests", "req", "input", "发送", "上行", "业务参数", "商户请求"},
	Response:    {"响应", "返回", "输出", "出参", "回参", "应答", "结果", "回传", "response", "responses", "resp", "return", "returns", "output", "result", "results", "反馈", "回复", "下行", "返回值", "回应"},
	Fields:      {"参数", "字段", "数据", "属性", "参数表", "内容", "变量", "parameter", "parameters", "params", "param", "field", "fields", "data", "args", "arguments", "properties", "报文", "消息", "业务数据", "payload"},
	Example:     {"示例", "例子", "样例", "事例", "范例", "举例", "实例", "例", "demo", "example", "examples", "sample", "samples", "示范", "示意", "案例", "模拟", "代码"},
	Header:      {"头", "头部", "表头", "请求头", "消息头", "报头", "头信息", "header", "headers", "包头"},
	Body:        {"体", "请求体", "正文", "主体", "body", "消息体", "报文体", "包体"},
	Path:        {"路径", "路由", "path", "uri参数", "rest参数", "restful参数"},
	Query:       {"查询参数", "query", "querystring", "get参数", "url参数", "查询字符串"},
	Cookie:      {"cookie", "cookies"},
	Form:        {"表单", "form", "formdata", "urlencoded"},
	Failure:     {"错误", "异常", "失败", "出错", "错误信息", "error", "errors", "fail", "failed", "failure", "exception"},
	Code:        {"码", "代码表", "错误码", "返回码", "状态码", "响应码", "结果码", "异常码", "code", "codes", "errcode", "errorcode", "代号", "状态代码", "错误代码", "返回代码", "错误编码", "返回编码", "错误编号"},
	Status:      {"状态", "http状态", "status"},
	Address:     {"地址", "url", "uri", "链接", "接入地址", "接入点", "endpoint", "api地址", "网址", "路由地址", "link", "入口", "接口路径", "接口路由", "请求路径", "请求路由", "访问路径", "apiurl", "calladdress", "interfaceaddress"},
	Method:      {"方式", "方法", "请求类型", "method", "httpmethod", "动作", "访问类型", "请求方法", "请求方式", "提交方式", "调用方法", "type", "methods"},
	History:     {"版本历史", "更新日志", "修订记录", "变更记录", "历史", "修改记录", "更新记录", "版本记录", "变更历史", "changelog", "history", "修订历史", "修订历史版本", "文档版本", "变更日志", "文档修订", "版本说明", "更新历史", "修改历史"},
	Environment: {"环境", "开发环境", "测试环境", "线上环境", "生产环境", "正式环境", "沙箱环境", "沙箱", "沙盒环境", "预发布环境", "预发环境", "灰度环境", "联调环境", "正式", "线上", "测试地址", "正式地址", "本地环境"},
	Shared:      {"公共", "全局", "系统级", "通用", "公用", "共用", "系统参数", "common", "global", "公有"},
	Description: {"描述", "简介", "简述", "介绍", "功能", "功能说明", "简要描述", "概述", "业务描述", "用途", "作用", "场景", "业务说明", "背景", "应用场景", "description", "desc", "summary", "概要", "备注", "注意", "注意事项", "注意点", "remark", "note", "notes", "注", "提示", "须知", "说明", "前置条件", "补充说明", "其他", "规则", "限制", "权限", "授权", "频率限制", "请求限制", "流程"},
	Success:     {"成功", "正常", "正确", "success", "ok", "successful", "succeeded"},
	Media:       {"contenttype", "content-type", "内容格式", "数据类型", "请求数据类型", "响应数据类型", "编码方式", "数据格式", "请求格式", "内容类型", "媒体类型", "提交格式", "支持格式", "消耗", "生成", "consumes", "produces", "请求编码", "参数格式", "传输格式", "body格式", "请求体格式"},
	Signing:     {"签名", "签名规则", "签名算法", "签名机制", "验签", "sign", "signature", "加密", "鉴权", "认证", "authentication", "auth", "安全"},
	Title:       {"接口名称", "接口名", "名称", "标题", "功能名称", "title", "name", "接口标题", "api名称"},
	Call:        {"接口", "api", "调用", "访问", "服务", "http", "https", "基本", "基础", "web", "rest", "相关", "具体", "详细"},
	TypeDecl:    {"数据模型", "数据结构", "公共结构", "类型定义", "模型", "实体", "定义", "结构体", "对象定义", "definitions", "models", "schemas", "schema", "model", "components", "数据字典", "字典", "结构", "实体说明", "公共实体", "枚举"},
	Prefix:      {"前缀", "接口前缀", "路径前缀", "url前缀", "baseurl", "baseurls", "basepath", "根地址", "根路径", "基础路径", "基础地址", "基础url", "基地址", "域名", "host", "服务器地址", "服务地址", "网关", "网关地址", "服务域名", "请求域名", "接口域名", "api域名", "主机", "统一前缀", "公共前缀", "根url", "请求前缀"},
	Callback:    {"回调", "通知", "推送", "callback", "notify", "webhook"},
	Author:      {"作者", "author", "开发者", "负责人", "维护人", "创建人", "更新人", "创建时间", "更新时间", "接口状态", "编写人", "修改人"},
	Filler:      {"编号", "必须", "包含", "内容", "所属", "版本", "version", "列表", "格式", "json", "xml", "信息", "表", "的", "及", "和", "与", "如下", "以下", "为", "是", "值", "解释", "明细", "清单", "详情", "部分", "定义如下", "如图", "主要", "所有", "全部", "其中", "中", "里", "各", "下", "样式", "文本", "串", "说明如下", "是否", "有", "规范", "要求", "对应", "相应", "html", "text", "raw", "and", "the", "of", "list", "info", "http返回", "类", "含义", "意义", "介绍", "一个", "本", "该", "商户", "平台", "用户端", "标准", "可选", "必选", "必填", "非必填", "选填", "function"},
}

// Reading is what a heading or label came to.
type Reading struct {
	Topic Topic
	// Rest is what no known word covers, in the text's own spelling and trimmed: the subject ("data" in "返回 data 说明").
	Rest string
	// RestAt is where Rest starts in the text; RestLen its length. Meaningful only when Rest is not empty and in one piece.
	RestAt, RestLen int
	// Pieces counts the runs of uncovered text.
	Pieces int
}

// Has reports whether all of the notions are spoken of.
func (r Reading) Has(t Topic) bool { return r.Topic&t == t }

// Any reports whether one of the notions is spoken of.
func (r Reading) Any(t Topic) bool { return r.Topic&t != 0 }

// Section reads a heading or label as a sequence of known words; numbering and punctuation are passed over.
func (l *Lexicon) Section(text string) Reading {
	text = closeHan(text)
	var r Reading
	end := 0 // of the uncovered run that is open
	for i := 0; i < len(text); {
		if n, topic := l.wordAt(text, i); n > 0 {
			r.Topic |= topic
			i += n
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(c) && c != '_' && !(unicode.IsDigit(c) && end == i && r.Pieces > 0) {
			if !(strings.ContainsRune(".[]<>«»-/", c) && end == i && r.Pieces > 0) {
				i += size
				continue
			}
		}
		n := size
		if c < utf8.RuneSelf {
			n = wordLen(text[i:])
		}
		if r.Pieces == 0 || end != i {
			r.Pieces++
			if r.Pieces == 1 {
				r.RestAt = i
			}
		}
		end = i + n
		r.RestLen = end - r.RestAt
		i += n
	}
	if r.Pieces > 0 {
		r.Rest = strings.TrimRight(text[r.RestAt:r.RestAt+r.RestLen], ".-/")
		r.RestLen = len(r.Rest)
	}
	return r
}

// closeHan drops blanks between Chinese characters: 接入地 址 is 接入地址. Texts without any are returned as they are.
func closeHan(s string) string {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ' ' && s[i-1] >= utf8.RuneSelf && s[i+1] >= utf8.RuneSelf {
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+1:])
			if unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after) {
				return closeHan(s[:i] + s[i+1:])
			}
		}
	}
	return s
}

// wordAt is the length and topic of the longest known word at i, 0 when there is none.
func (l *Lexicon) wordAt(text string, i int) (int, Topic) {
	if text[i] < utf8.RuneSelf {
		if !isWordByte(text[i]) || i > 0 && isWordByte(text[i-1]) {
			return 0, 0
		}
		n := wordLen(text[i:])
		if t, ok := l.topic(strings.ToLower(text[i : i+n])); ok {
			return n, t
		}
		// content-type, form-data: two words joined
		if i+n+1 < len(text) && strings.IndexByte("-_ ", text[i+n]) >= 0 && isWordByte(text[i+n+1]) {
			m := wordLen(text[i+n+1:])
			if t, ok := l.topic(strings.ToLower(text[i:i+n] + text[i+n+1:i+n+1+m])); ok {
				return n + 1 + m, t
			}
		}
		// get参数, http状态: ASCII that begins a mixed word
		return l.mixedWordAt(text, i)
	}
	return l.mixedWordAt(text, i)
}

// mixedWordAt is wordAt for words with Chinese characters in them.
func (l *Lexicon) mixedWordAt(text string, i int) (int, Topic) {
	limit := min(len(text), i+l.reach(text[i:]))
	for end := limit; end > i; end-- {
		if end < len(text) && !utf8.RuneStart(text[end]) || text[end-1] < utf8.RuneSelf {
			continue
		}
		if t, ok := l.topic(strings.ToLower(text[i:end])); ok {
			return end - i, t
		}
	}
	return 0, 0
}

// reach is how long a word with Chinese characters can be that starts as a text does; 0 when none does.
func (l *Lexicon) reach(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	longest := 0
	for ; l != nil; l = l.base {
		longest = max(longest, l.longest[unicode.ToLower(first)])
	}
	return longest
}

// addTopic notes what a word of headings means.
func (l *Lexicon) addTopic(word string, topic Topic) {
	l.sections[word] |= topic
	if first, _ := utf8.DecodeRuneInString(word); strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		l.longest[first] = max(l.longest[first], len(word))
	}
}

// wordLen is the length of the run of ASCII letters, digits and underscores at the start of s, at least 1.
func wordLen(s string) int {
	n := 0
	for n < len(s) && (isWordByte(s[n]) || s[n] == '_') {
		n++
	}
	return max(n, 1)
}

// asides are words of labels whose text is about an endpoint, and does not say what it is for.
var asides = []string{"权限", "授权", "频率", "限制", "注意", "规则", "流程", "条件", "须知", "备注"}

// Aside reports whether a label introduces a remark on an endpoint rather than what it is for: 权限要求.
func Aside(label string) bool {
	return slices.ContainsFunc(asides, func(word string) bool { return strings.Contains(label, word) })
}
