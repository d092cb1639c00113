package prose

import (
	"strings"
	"unicode/utf8"
)

// exampleWords introduce an example wherever they stand; the longest come first.
var exampleWords = []string{"示例值", "参考值", "样例值", "例如", "比如", "譬如", "诸如", "形如", "类似", "示例", "样例", "范例", "举例", "e.g.", "eg:", "eg：", "Ex:", "ex:", "example", "Example", "例:", "例：", "例子"}

// notExample are words behind 如 with which it means something else: if, as below, need.
var notExample = []string{"果", "下", "需", "有", "不", "未", "无", "何", "传", "若", "是", "为", "要", "该", "已", "没", "同", "期", "实", "上", "前", "后", "选", "填", "此", "遇", "使", "当", "超", "存", "收", "出", "失", "成", "按", "支", "多", "用", "想", "设", "指", "返", "修改为", "改为", "变更为"}

// resume are words that a rule starts with: behind a separator they end an example.
var resume = []string{"默认", "缺省", "单位", "必填", "选填", "可选", "非必填", "不填", "不传", "长度", "最大", "最多", "最长", "不超过", "多个", "精确", "取值", "枚举"}

// examples finds the examples in a text, in order: from behind the word that introduces one to the end of the
// statement, the bracket around it or the line.
func examples(s string) []stretch {
	var out []stretch
	for at := 0; at < len(s); {
		n := introducesExample(s, at)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
			continue
		}
		end := exampleEnd(s, at+n)
		out = append(out, stretch{at, end})
		at = end
	}
	return out
}

// introducesExample gives the length of the introducer at an offset, 0 for none.
func introducesExample(s string, at int) int {
	switch c, _ := utf8.DecodeRuneInString(s[at:]); c {
	case 'e', 'E', '示', '参', '样', '例', '比', '譬', '诸', '形', '类', '范', '举', '如':
	default:
		return 0
	}
	rest := s[at:]
	if word, ok := startsWithAny(rest, exampleWords); ok {
		if word[0] < utf8.RuneSelf && at > 0 && isAlnum(s[at-1]) {
			return 0
		}
		return len(word)
	}
	if !strings.HasPrefix(rest, "如") || strings.HasSuffix(s[:at], "例") || strings.HasSuffix(s[:at], "假") {
		return 0
	}
	rest = strings.TrimLeft(rest[len("如"):], blanks)
	if _, ok := startsWithAny(rest, notExample); ok || rest == "" {
		return 0
	}
	return len("如")
}

// exampleEnd is where an example ends that starts at an offset.
func exampleEnd(s string, at int) int {
	depth, text := 0, false
	for i := at; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch sign(c) {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth < 0 {
				return i
			}
		case '\n':
			if text {
				return i
			}
		case '。':
			if depth == 0 {
				return i
			}
		case ',', ';':
			if depth == 0 && (sign(c) == ';' && c == '；' || resumes(s[i+size:])) {
				return i
			}
		case ':', ' ', '\t':
		default:
			text = true
		}
		i += size
	}
	return len(s)
}

func resumes(s string) bool {
	_, ok := startsWithAny(strings.TrimLeft(s, blanks), resume)
	return ok
}

// startsWithAny gives the first of the words that the text starts with.
func startsWithAny(s string, words []string) (string, bool) {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w, true
		}
	}
	return "", false
}

func endsWithAny(s string, words []string) (string, bool) {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w, true
		}
	}
	return "", false
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
