package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// nouns end the name of a field whose format they tell.
var nouns = []struct {
	format string
	words  []string
}{
	{"phone", []string{"手机", "手机号", "手机号码", "联系电话", "电话号码", "手机电话"}},
	{"email", []string{"邮箱", "邮箱地址", "电子邮箱", "邮件地址", "电子邮件", "email", "e-mail", "邮箱号", "电子邮箱地址"}},
	{"url", []string{"url", "url地址", "链接", "链接地址", "网址", "uri", "url链接"}},
	{"ip", []string{"ip", "ip地址", "ipv4地址", "ipv6地址", "ipv4", "ipv6"}},
	{"id-card", []string{"身份证", "身份证号", "身份证号码"}},
	{"uuid", []string{"uuid", "guid"}},
	{"md5", []string{"md5", "md5值", "md5码", "md5校验值", "md5加密", "md5加密串"}},
	{"json", []string{"json", "json串", "json字符串"}},
	{"base64", []string{"base64", "base64编码", "base64字符串", "base64串"}},
}

// notions are words anywhere in a clause that tell the format; each of them has one of the roots.
var notions = []struct {
	format string
	roots  []string
	words  []string
}{
	{"json", []string{"json"}, []string{"json字符串", "json格式", "json 格式", "json串", "json 字符串", "json数组字符串", "json数据"}},
	{"base64", []string{"base64"}, []string{"base64编码", "base64字符串", "base64格式", "base64 编码", "base64串"}},
	{"md5", []string{"md5"}, []string{"32位md5", "md5加密后", "md5值"}},
	{"uuid", []string{"uuid"}, []string{"uuid格式", "标准uuid"}},
	{"date-time", []string{"iso", "rfc"}, []string{"iso8601", "iso 8601", "iso-8601", "rfc3339", "rfc 3339"}},
}

// notNames make a text more than the name of a thing: two things, or a question.
var notNames = []string{"或", "和", "及", "、", "/", "是否", "与", "根据", "获取", "查询", "有效", "对应的参数"}

func (r *reader) mineFormat() {
	switch r.kind {
	case ir.Boolean, ir.ObjectKind, ir.File:
		return
	}
	r.mineLayout()
	if r.rules.Format == "" {
		r.mineStamp()
	}
	if r.numeric() || r.rules.Format != "" {
		return
	}
	if r.kind != ir.ArrayKind && r.mineCSV() {
		if r.rules.Enum != nil {
			r.rules.Enum.Open = r.openList // what is listed are the parts
		}
		return
	}
	if r.rules.Enum != nil {
		return
	}
	if !r.mineNotion() {
		r.mineNoun()
	}
}

func (r *reader) setFormat(format string, p stretch) {
	r.rules.Format, r.rules.FormatAt = format, r.at(p)
}

// ranges are words of a text by which an address may also stand for many.
var ranges = []string{"cidr", "网段", "ip段", "ip 段", "地址段", "范围", "通配"}

// mineNoun reads what the field is called: 联系人手机, 头像url.
func (r *reader) mineNoun() {
	text, c := r.headText()
	if text == "" || c.next == '[' || containsAny(text, notNames) || strings.ContainsAny(text, ":：=") {
		return
	}
	if c.next == '(' && len(r.clauses) > 2 && r.clauses[1].next == ',' && r.clauses[1].opener != 0 {
		return // kinds of it: 网址(个人,单位)
	}
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return
	}
	if len(words) > 1 { // "昵称 必填"
		if _, ok := endsWithAny(words[len(words)-1], []string{"必填", "选填", "可选"}); ok {
			words = words[:len(words)-1]
		}
	}
	name := unspace(words)
	for _, n := range nouns {
		if n.format == "ip" && containsAny(strings.ToLower(r.s), ranges) {
			continue
		}
		for _, w := range n.words {
			if strings.HasSuffix(name, w) && startsWord(name, len(name)-len(w)) {
				r.setFormat(n.format, c.stretch)
				return
			}
		}
	}
}

// unspace puts words together where one of the two at a blank is not Latin: authors write both "MD5值" and "MD5 值".
func unspace(words []string) string {
	name := words[0]
	for _, w := range words[1:] {
		if name[len(name)-1] < utf8.RuneSelf && w[0] < utf8.RuneSelf {
			name += " "
		}
		name += w
	}
	return name
}

// startsWord reports whether a word can start at an offset: Latin letters need a boundary.
func startsWord(s string, at int) bool {
	return at == 0 || s[at] >= utf8.RuneSelf || !isAlnum(s[at-1]) && s[at-1] != '_'
}

func (r *reader) mineNotion() bool {
	for _, c := range r.clauses {
		if c.line && strings.HasPrefix(r.clauseText(c), "format") {
			continue
		}
		text := strings.ToLower(r.clauseText(c))
		for _, n := range notions {
			if !containsAny(text, n.roots) {
				continue
			}
			for _, w := range n.words {
				i, size := indexSpaced(text, w)
				if i < 0 || len(text) != c.end-c.start || containsAny(text, []string{"返回", "解码", "解密", "仅支持", "请求", "payload"}) {
					continue
				}
				r.setFormat(n.format, stretch{c.start + i, c.start + i + size})
				return true
			}
		}
	}
	return false
}

// indexSpaced finds a word that starts with Latin letters, also with a blank behind them: "UUID 格式".
func indexSpaced(text, w string) (at, size int) {
	if at = strings.Index(text, w); at >= 0 {
		return at, len(w)
	}
	latin := strings.IndexFunc(w, func(c rune) bool { return c >= utf8.RuneSelf })
	if latin < 1 || w[latin-1] == ' ' {
		return -1, 0
	}
	return strings.Index(text, w[:latin]+" "+w[latin:]), len(w) + 1
}

var partWords = []string{"分隔", "分割", "隔开", "间隔", "分开", "分格", "拼接", "连接", "相连", "区分"}

// mineCSV reads 多个以逗号分隔, 用","隔开.
func (r *reader) mineCSV() bool {
	for _, w := range partWords {
		i := strings.Index(r.s, w)
		if i < 0 || r.listed.has(i) {
			continue
		}
		from := max(0, i-24)
		for from > 0 && !utf8.RuneStart(r.s[from]) {
			from++
		}
		before := r.s[from:i]
		if cut := strings.LastIndexAny(before, "。；\n"); cut >= 0 {
			before = before[cut:]
		}
		before = strings.TrimRight(before, blanks+"\"'`”“’‘)）")
		for _, link := range []string{"进行", "符号", "来", "作为", "做"} {
			before = strings.TrimRight(strings.TrimSuffix(before, link), blanks+"\"'`”“’‘)）")
		}
		if strings.HasSuffix(before, "逗号") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, "，") && strings.ContainsAny(before, "用以\"“") {
			r.setFormat("csv", stretch{from + strings.Index(r.s[from:i], strings.TrimLeft(before, blanks)), i + len(w)})
			return true
		}
	}
	return false
}
