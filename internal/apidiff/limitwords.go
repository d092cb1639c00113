package apidiff

import (
	"strings"

	"github.com/wenma/wenma/source"
)

// limitWords says a rule of a surface to people.
func limitWords(text string) source.Message {
	head, rest, _ := strings.Cut(text, " ")
	switch head {
	case "length":
		return lengthWords(rest)
	case "range":
		return source.Message{ZH: "范围 " + signs(rest, " 且 "), EN: "range " + signs(rest, " and ")}
	case "decimals":
		most := strings.TrimPrefix(rest, "..")
		if most == "0" {
			return source.Message{ZH: "没有小数", EN: "no decimals"}
		}
		return source.Message{ZH: "至多 " + most + " 位小数", EN: "at most " + most + " decimals"}
	case "required", "allowed":
		return conditionWords(head, rest)
	case "pattern":
		return source.Message{ZH: "匹配 " + rest, EN: "matches " + rest}
	}
	for _, l := range listWords {
		if rest, ok := strings.CutPrefix(text, l.head+" "); ok {
			return source.Message{ZH: strings.ReplaceAll(l.zh, "{}", either(rest, l.zhAnd)), EN: strings.ReplaceAll(l.en, "{}", either(rest, l.enAnd))}
		}
	}
	return source.Message{ZH: text, EN: text}
}

// listWords are the limits that list something, those whose head begins with another's before that.
var listWords = []struct{ head, zh, zhAnd, en, enAnd string }{
	{"only one of", "{} 必须且只能有一个", "、", "exactly one of {}", ", "},
	{"at most one of", "{} 至多有一个", "、", "at most one of {}", ", "},
	{"one of", "{} 至少有一个", "、", "at least one of {}", ", "},
	{"begins with", "以 {} 开头", " 或 ", "begins with {}", " or "},
	{"ends with", "以 {} 结尾", " 或 ", "ends with {}", " or "},
	{"only", "只含 {}", "|", "only {}", "|"},
}

func either(values, or string) string { return strings.ReplaceAll(values, "|", or) }

// signs writes ">=1 <100" as people do.
func signs(bounds, and string) string {
	return strings.NewReplacer(" ", and, ">=", "≥", "<=", "≤").Replace(bounds)
}

func lengthWords(text string) source.Message {
	count, unit, _ := strings.Cut(text, " ")
	least, most, _ := strings.Cut(count, "..")
	m := source.Message{ZH: " " + least + "～" + most, EN: least + " to " + most}
	switch {
	case least == most:
		m = source.Message{ZH: " " + least, EN: least}
	case most == "" && least == "1" && unit == "":
		return source.Message{ZH: "不能为空", EN: "not empty"}
	case most == "":
		m = source.Message{ZH: "至少 " + least, EN: "at least " + least}
	case least == "":
		m = source.Message{ZH: "至多 " + most, EN: "at most " + most}
	}
	switch unit {
	case "bytes":
		return source.Message{ZH: "长度" + m.ZH + " 字节", EN: "length " + m.EN + " bytes"}
	case "parts":
		return source.Message{ZH: "逗号之间" + m.ZH + " 项", EN: m.EN + " parts between commas"}
	}
	return source.Message{ZH: "长度" + m.ZH, EN: "length " + m.EN}
}

// conditionWords says under which condition a field must or may be there.
func conditionWords(head, text string) source.Message {
	word, rest, _ := strings.Cut(text, " ")
	field, values, some := strings.Cut(rest, "=")
	m := source.Message{ZH: "有 " + field, EN: field + " is there"}
	if some {
		m = source.Message{ZH: field + " 为 " + either(values, " 或 "), EN: field + " is " + either(values, " or ")}
	}
	not := word == "unless"
	switch {
	case some && not:
		m.ZH = field + " 不为 " + either(values, " 或 ")
	case not:
		m.ZH = "没有 " + field
	}
	if head == "required" {
		return source.Message{ZH: m.ZH + " 时必填", EN: "required " + word + " " + m.EN}
	}
	if not {
		return source.Message{ZH: m.ZH + " 时才可传", EN: "not allowed if " + m.EN}
	}
	return source.Message{ZH: m.ZH + " 时才可传", EN: "allowed only if " + m.EN}
}
