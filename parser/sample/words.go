package sample

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// marks are the characters that give a sample its structure, and what JSON has in their place.
var marks = map[rune]byte{
	'{': '{', '}': '}', '[': '[', ']': ']', ':': ':', ',': ',',
	'｛': '{', '｝': '}', '［': '[', '］': ']', '【': '[', '】': ']', '：': ':', '，': ',', '、': ',', '﹐': ',', '﹕': ':',
	';': ',', '；': ',', '=': ':', '＝': ':',
}

// mark is what the character stands for in JSON, 0 for one without structure.
func mark(c rune) byte {
	switch c {
	case '{', '}', '[', ']', ':', ',':
		return byte(c)
	case ';':
		return ','
	case '=':
		return ':'
	}
	if c < 0x80 {
		return 0
	}
	return marks[c]
}

// closers are the characters that may close a string, by the one that opened it. The ASCII ones come last: they close
// a string that was opened by another kind only where a string can end.
var closers = map[rune]string{
	'“': `”“＂"`, '”': `”“＂"`, '„': `”“„"`, '＂': `＂”"`, '〝': `〞〝"`, '‘': `’‘'`, '’': `’‘'`,
}

func isQuote(c rune) bool { return closersOf(c) != "" }

// closersOf are the characters that may close a string which one opens; "" for one that opens none.
func closersOf(c rune) string {
	switch {
	case c == '"':
		return `"`
	case c == '\'':
		return `'`
	case c == '`':
		return "`"
	case c < 0x80:
		return ""
	}
	return closers[c]
}

// closes reports whether a character is one of those that may close a string.
func closes(set string, c rune) bool {
	if len(set) == 1 {
		return rune(set[0]) == c
	}
	return strings.ContainsRune(set, c)
}

// isBlank reports white space within a line.
func isBlank(c rune) bool {
	return c == ' ' || c == '\t' || c == '\r' || isOddSpace(c)
}

// isOddSpace reports white space that JSON does not allow; most of it cannot be seen.
func isOddSpace(c rune) bool {
	switch c {
	case '\u00a0', '\u3000', '\ufeff', '\u200b', '\u200c', '\u200d', '\u2060', '\u2028', '\u2029', '\v', '\f':
		return true
	}
	return c >= '\u2000' && c <= '\u200a'
}

// isName reports a character of a name that stands without quotes.
func isName(c rune) bool {
	return c == '_' || c == '-' || c == '$' || c == '.' || c == '@' || unicode.IsLetter(c) || unicode.IsDigit(c)
}

func isHan(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Han, c) })
}

// literals are the words that other languages have in place of true, false and null.
var literals = map[string]struct {
	kind ir.Kind
	text string
}{
	"true": {ir.Boolean, "true"}, "false": {ir.Boolean, "false"}, "null": {ir.Null, "null"},
	"none": {ir.Null, "null"}, "nil": {ir.Null, "null"}, "undefined": {ir.Null, "null"},
	"nan": {ir.Number, ""}, "infinity": {ir.Number, ""}, "-infinity": {ir.Number, ""},
}

// typeWords are the names of types that authors write where a value belongs.
var typeWords = map[string]ir.Kind{
	"string": ir.String, "str": ir.String, "text": ir.String, "char": ir.String, "varchar": ir.String, "字符串": ir.String, "字符": ir.String,
	"字符型": ir.String, "文本": ir.String, "date": ir.String, "datetime": ir.String,
	"int": ir.Integer, "integer": ir.Integer, "long": ir.Integer, "short": ir.Integer, "byte": ir.Integer, "bigint": ir.Integer,
	"int8": ir.Integer, "int16": ir.Integer, "int32": ir.Integer, "int64": ir.Integer, "uint": ir.Integer, "uint8": ir.Integer,
	"uint16": ir.Integer, "uint32": ir.Integer, "uint64": ir.Integer, "tinyint": ir.Integer, "整数": ir.Integer, "整型": ir.Integer, "长整型": ir.Integer,
	"number": ir.Number, "float": ir.Number, "double": ir.Number, "decimal": ir.Number, "bigdecimal": ir.Number, "float32": ir.Number,
	"float64": ir.Number, "数字": ir.Number, "浮点数": ir.Number, "浮点型": ir.Number, "小数": ir.Number,
	"bool": ir.Boolean, "boolean": ir.Boolean, "布尔": ir.Boolean, "布尔值": ir.Boolean, "布尔型": ir.Boolean,
	"object": ir.ObjectKind, "json": ir.ObjectKind, "jsonobject": ir.ObjectKind, "map": ir.ObjectKind, "dict": ir.ObjectKind, "对象": ir.ObjectKind,
	"array": ir.ArrayKind, "list": ir.ArrayKind, "jsonarray": ir.ArrayKind, "数组": ir.ArrayKind, "列表": ir.ArrayKind,
	"file": ir.File, "文件": ir.File,
}

// typeWord is the kind that a type's name stands for: "int", "varchar(50)", "List<String>", "string[]".
func typeWord(word string) (ir.Kind, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	if strings.HasSuffix(word, "[]") {
		_, known := typeWords[strings.TrimSuffix(word, "[]")]
		return ir.ArrayKind, known
	}
	if i := strings.IndexAny(word, "<(（["); i > 0 {
		word = strings.TrimSpace(word[:i])
	}
	kind, known := typeWords[word]
	return kind, known
}
