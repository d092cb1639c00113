package prose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// Choice is what words say of how many of several fields there must be: 二选一, 至少填一个, 互斥.
type Choice struct {
	HowMany ir.HowMany
	// Of is how many fields the words speak of; 0 where they do not say.
	Of int
	// Together says that what is refused is all of the fields at once (不能同时填写), which of more than two leaves it open
	// whether some of them may be.
	Together   bool
	Start, End int // where the words stand in the text
}

// choiceWords are the words of choices, the surer ones first: what one of them has matched is not looked at again. A group that
// matches is how many fields there are.
var choiceWords = []struct {
	expr     func() *regexp.Regexp
	howMany  ir.HowMany
	together bool
}{
	{lazily(`不(?:能|可|可以|允许|得)(?:同时|都|全|全部|均)(?:为空|为null|不填写?|不传|不存在|没有|缺失|缺省)`), ir.AtLeastOne, false},
	{lazily(`(?:有且[仅只]能?|必[须需填传选]{0,2}且[只仅]能|[只仅]能且必须)(?:有|填写?|传入?|选择?)?(?:其中)?(?:[一1]个|其[一1])`), ir.ExactlyOne, false},
	{lazily(`(?:至少|最少)(?:需要?|要|应|得|必须)?(?:填写?|传入?|提供|选填?|选择|输入|指定|上送|有|存在|设置)?(?:其中)?(?:之)?(?:[一1]个|[一1]项|其[一1])`), ir.AtLeastOne, false},
	{lazily(`([二两三四])者必(?:须)?[填传选输][一1]`), ir.AtLeastOne, false},
	{lazily(`(?:必|必须|必需|需要?|只需要?)(?:要)?(?:填写?|传入?|选填?|选择|输入?|有|存在|提供|上送|指定)(?:其中)?(?:[一1]个|[一1]项|其[一1])`), ir.AtLeastOne, false},
	{lazily(`选填(?:其中)?(?:[一1]个|其[一1])`), ir.AtLeastOne, false},
	{lazily(`([二两三四五234])(?:者|个|项)?(?:之?中)?(?:只能)?任?选其?[一1]个?`), ir.ExactlyOne, false},
	{lazily(`任选其[一1]|任选[一1]个|选其[一1]|择其?一`), ir.ExactlyOne, false},
	{lazily(`不(?:能|可|可以|允许|得)(?:[和与跟同][^，,。；;\n]{1,60}?)?同时(?:填写?|传入?|传递|传值|使用|存在|设置|指定|出现|提供|有值|选择|上送|赋值|不为空)`), ir.AtMostOne, true},
	{lazily(`[只仅](?:能|可|可以|允许)(?:填写?|传入?|使用|选填?|选择|指定|设置|提供|存在)(?:其中)?(?:[一1]个|其[一1])`), ir.AtMostOne, false},
	{lazily(`互斥`), ir.AtMostOne, false},
}

// choiceMarks are in the words of all choices.
var choiceMarks = []string{"选一", "选1", "其一", "其1", "一个", "1个", "一项", "1项", "择一", "填一", "传一", "输一", "同时", "互斥", "都为空", "都不", "全为空", "全不", "全部", "均为空", "均不", "都没有", "都缺", "均没有", "均缺", "全没有", "全缺"}

// fieldNumbers are how many fields the words speak of.
var fieldNumbers = map[string]int{"二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5}

// countBefore is how many fields a choice is said to be of right before its words: 两者不能同时为空.
var countBefore = lazily(`([二两三四])(?:者|个|项)(?:字段|参数)?(?:之?中|里|之间)?(?:必须)?$`)

// choiceGoesOn may follow the words of a choice; another word makes them part of something else: 至少一个字母, 二选一的题目.
var choiceGoesOn = []string{"必填", "必传", "必选", "必须", "即可", "就可以", "不能", "不可", "填", "传", "字段", "参数", "且", "或", "为空", "有值", "不为空", "非空", "都", "其他"}

// Choices finds the words in a text that say how many of several fields there must be, in no order.
func Choices(text string) []Choice {
	if !containsAny(text, choiceMarks) {
		return nil
	}
	var out []Choice
	for _, w := range choiceWords {
		for _, at := range w.expr().FindAllStringSubmatchIndex(text, -1) {
			c := Choice{HowMany: w.howMany, Together: w.together, Start: at[0], End: at[1]}
			if overlaps(out, c) || !endsChoice(text[c.End:]) {
				continue
			}
			if before := countBefore().FindStringSubmatch(text[:c.Start]); before != nil {
				c.Of = fieldNumbers[before[1]]
			} else if len(at) > 2 && at[2] >= 0 {
				c.Of = fieldNumbers[text[at[2]:at[3]]]
			}
			out = append(out, c)
		}
	}
	return out
}

func overlaps(found []Choice, c Choice) bool {
	for _, f := range found {
		if c.Start < f.End && f.Start < c.End {
			return true
		}
	}
	return false
}

// endsChoice reports whether what follows the words of a choice leaves them what they are.
func endsChoice(rest string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, blanks))
	if rest == "" || !unicode.Is(unicode.Han, next) {
		return true
	}
	_, ok := startsWithAny(strings.TrimLeft(rest, blanks), choiceGoesOn)
	return ok
}

// choiceOf reports whether a clause says how many of several fields there must be, and whether there must be any. A number alone
// (至少一个) may count what is in the field.
func choiceOf(text string) (found, needed bool) {
	for _, c := range Choices(text) {
		words := text[c.Start:c.End]
		if c.HowMany != ir.ExactlyOne && c.Of == 0 && strings.ContainsAny(words, "一1") && !strings.Contains(words, "其") && !severalIn(text) {
			continue
		}
		found, needed = true, needed || c.HowMany != ir.AtMostOne
	}
	return found, needed
}

// severalIn reports whether a clause has room for the names of several fields.
func severalIn(text string) bool {
	return strings.ContainsAny(text, "和与跟或及、,/|") || strings.ContainsFunc(text, func(c rune) bool { return c < utf8.RuneSelf && unicode.IsLetter(c) })
}
