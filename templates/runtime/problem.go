package runtime

import "strings"

// maxProblems bounds how many problems one document or one value is charged with.
const maxProblems = 100

// Problem is one thing that is wrong with one field. It tells where and what, and holds the page's limit
// and the kind of value found, but never the value itself: that may be a secret.
type Problem struct {
	Path string      // the field's place in the document: "data.user.address[2].remark"; "" is the document itself
	Code ProblemCode // what is wrong
	Want string      // what would be right: a kind ("string"), a limit ("1..64", "<= 10"), a pattern, the allowed values
	Got  string      // the kind that was found ("number", "null"), where that helps
}

// ProblemCode says what is wrong with a field. The codes are stable: programs may compare them.
type ProblemCode string

// What can be wrong with a field.
const (
	ProblemMissing    ProblemCode = "missing"    // required, and absent
	ProblemNull       ProblemCode = "null"       // null where a value must be
	ProblemType       ProblemCode = "type"       // a value of another kind: Want, Got
	ProblemUnknown    ProblemCode = "unknown"    // not a field of this API
	ProblemEmpty      ProblemCode = "empty"      // present, but empty
	ProblemRange      ProblemCode = "range"      // a number outside Want
	ProblemLength     ProblemCode = "length"     // a text whose length in characters is outside Want
	ProblemBytes      ProblemCode = "bytes"      // a text whose length in bytes is outside Want
	ProblemItems      ProblemCode = "items"      // a list whose length is outside Want
	ProblemDecimals   ProblemCode = "decimals"   // not a number with at most Want digits behind the point
	ProblemCharacters ProblemCode = "characters" // a text with characters other than those in Want: "0-9 A-Z _"
	ProblemPrefix     ProblemCode = "prefix"     // a text that begins with none of Want: "08 | 09"
	ProblemSuffix     ProblemCode = "suffix"     // a text that ends with none of Want
	ProblemPattern    ProblemCode = "pattern"    // a text that doesn't match Want
	ProblemFormat     ProblemCode = "format"     // a text that isn't written as Want
	ProblemEnum       ProblemCode = "enum"       // a value other than those in Want
	ProblemCondition  ProblemCode = "condition"  // absent or empty, and required under the condition Want: "type=1|2", "type!=1", "orderId!=null"
	ProblemForbidden  ProblemCode = "forbidden"  // present, and allowed under the condition Want only
	ProblemChoice     ProblemCode = "choice"     // absent, like all others of Want, one of which must be there: "orderId | tradeNo"
	ProblemExclusive  ProblemCode = "exclusive"  // one of the fields in Want, of which more than one is there
)

// problemTexts holds the message of each code; %w and %g stand for the Want and the Got of the problem.
var problemTexts = []struct {
	code   ProblemCode
	zh, en string
}{
	{ProblemMissing, "缺少必填字段", "is required but missing"},
	{ProblemNull, "不能为 null", "must not be null"},
	{ProblemType, "类型应为%w，实际为%g", "must be %w, not %g"},
	{ProblemUnknown, "不是已知字段", "is not a known field"},
	{ProblemEmpty, "不能为空", "must not be empty"},
	{ProblemRange, "数值应在 %w 范围内", "must be within %w"},
	{ProblemLength, "字符数应为 %w", "must have %w characters"},
	{ProblemBytes, "字节数应为 %w", "must have %w bytes"},
	{ProblemItems, "元素个数应为 %w", "must have %w items"},
	{ProblemDecimals, "应为最多 %w 位小数的数字", "must be a number with at most %w decimals"},
	{ProblemCharacters, "只能由 %w 组成", "must consist of %w"},
	{ProblemPrefix, "应以 %w 开头", "must begin with %w"},
	{ProblemSuffix, "应以 %w 结尾", "must end with %w"},
	{ProblemPattern, "应匹配 %w", "must match %w"},
	{ProblemFormat, "格式应为 %w", "must be written as %w"},
	{ProblemEnum, "应为以下值之一：%w", "must be one of %w"},
	{ProblemCondition, "%w 时必填", "is required when %w"},
	{ProblemForbidden, "仅 %w 时可填", "is allowed only when %w"},
	{ProblemChoice, "%w 至少填一个", "or another of %w is required"},
	{ProblemExclusive, "%w 只能填一个", "is one of %w, of which only one may be given"},
}

// kindTexts holds the words for the kinds of values; other texts are the same in both languages.
var kindTexts = []struct{ kind, zh, en string }{
	{"string", "字符串", "a string"},
	{"number", "数字", "a number"},
	{"fraction", "小数", "a number with a fraction"},
	{"integer", "整数", "an integer"},
	{"boolean", "布尔值", "a boolean"},
	{"object", "对象", "an object"},
	{"array", "数组", "an array"},
	{"null", "null", "null"},
}

// In returns the problem as a message in a language: the path, then what is wrong.
func (p Problem) In(lang Language) string {
	text := string(p.Code)
	for i := range problemTexts {
		if t := &problemTexts[i]; t.code == p.Code {
			text = lang.pick(t.zh, t.en)
			break
		}
	}
	text = strings.NewReplacer("%w", kindIn(p.Want, lang), "%g", kindIn(p.Got, lang)).Replace(text)
	if p.Path == "" {
		return lang.pick("文档", "the document ") + text
	}
	return p.Path + lang.pick("：", " ") + text
}

// String returns the problem in the package's language.
func (p Problem) String() string { return p.In(defaultLanguage) }

func kindIn(kind string, lang Language) string {
	for i := range kindTexts {
		if k := &kindTexts[i]; k.kind == kind {
			return lang.pick(k.zh, k.en)
		}
	}
	return kind
}

// Problems is everything that is wrong with a document or a value, at most the first hundred things.
// It is an error whose text names every field; use errors.As to get at the single problems.
type Problems []Problem

// Error returns all problems in the package's language, in one line.
func (p Problems) Error() string { return p.In(defaultLanguage) }

// In returns all problems in a language, in one line.
func (p Problems) In(lang Language) string {
	texts := make([]string, len(p))
	for i := range p {
		texts[i] = p[i].In(lang)
	}
	return strings.Join(texts, lang.pick("；", "; "))
}

func (p *Problems) add(one Problem) {
	if len(*p) < maxProblems {
		*p = append(*p, one)
	}
}
