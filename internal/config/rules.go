package config

import (
	"strconv"

	"github.com/wenma/wenma/source"
)

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{badSyntax, unknownKey, misspeltKey, repeatedKey, missingKey, wrongKind, wrongValue, unknownRule, misspeltRule, tooLow, emptyWord, unknownWord, misspeltWord, ownsNothing}

var badSyntax = &source.Rule{
	Code: "config-syntax", Severity: source.Error,
	Message: source.Message{ZH: "不是正确的 YAML：%s", EN: "not valid YAML: %s"},
	Help:    source.Message{ZH: "检查缩进和引号；含 : # { } [ ] , & * 的文本要加引号", EN: "check indentation and quotes; text with : # { } [ ] , & * needs quotes"},
	Why:     source.Message{ZH: "配置读不懂就什么也不做。", EN: "Nothing is done with a configuration that cannot be read."},
	Before:  "out: [", After: "out: internal/chat",
}

var unknownKey = &source.Rule{
	Code: "config-unknown-key", Severity: source.Error,
	Message: source.Message{ZH: "没有 %[1]q 这个键", EN: "there is no key %[1]q"},
	Help:    source.Message{ZH: "这里可以写：%[2]s", EN: "the keys here are: %[2]s"},
	Why:     source.Message{ZH: "不认识的键多半是写错了；当作没看见会悄悄改变结果。", EN: "A key that is not known is mostly a slip; passing over it would change the result silently."},
	Before:  "colour: red", After: "out: internal/chat",
}

var misspeltKey = &source.Rule{
	Code: "config-misspelt-key", Severity: source.Error,
	Message: source.Message{ZH: "没有 %q 这个键，是不是 %q？", EN: "there is no key %q; did you mean %q?"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why:     source.Message{ZH: "不认识的键多半是写错了；当作没看见会悄悄改变结果。", EN: "A key that is not known is mostly a slip; passing over it would change the result silently."},
	Before:  "pakage: chat", After: "package: chat",
}

var repeatedKey = &source.Rule{
	Code: "config-repeated-key", Severity: source.Error,
	Message: source.Message{ZH: "%q 写了两次", EN: "%q stands there twice"},
	Help:    source.Message{ZH: "删去一处", EN: "remove one"},
	Why:     source.Message{ZH: "两处说法不一时无法判断哪一处算数。", EN: "There is no telling which of the two counts."},
	Before:  "out: a\nout: b", After: "out: a",
}

var missingKey = &source.Rule{
	Code: "config-missing-key", Severity: source.Error,
	Message: source.Message{ZH: "缺少 %q", EN: "%q is missing"},
	Help:    source.Message{ZH: "补上 %[1]s", EN: "add %[1]s"},
	Why:     source.Message{ZH: "没有它不知道改的是哪里。", EN: "Without it there is no telling what is meant."},
	Before:  "overlays:\n  - doc: 会话", After: "overlays:\n  - at: User.id\n    doc: 会话",
}

var wrongKind = &source.Rule{
	Code: "config-wrong-kind", Severity: source.Error,
	Message: source.Message{ZH: "%q 的值应是", EN: "the value of %q must be "},
	Help:    source.Message{ZH: "改成这样的值，写法见 wenma init 生成的文件", EN: "write such a value; wenma init writes a file that shows how"},
	Why:     source.Message{ZH: "值的种类不对就无从理解。", EN: "A value of another kind cannot be understood."},
	Before:  "inputs: docs", After: "inputs:\n  - docs",
}

var wrongValue = &source.Rule{
	Code: "config-wrong-value", Severity: source.Error,
	Message: source.Message{ZH: "%[1]q 不是 %[2]q 可以取的值", EN: "%[1]q is no value of %[2]q"},
	Help:    source.Message{ZH: "可选：%[3]s", EN: "choose from: %[3]s"},
	Why:     source.Message{ZH: "只有列出的值有意义。", EN: "Only the listed values mean something."},
	Before:  "times: epoch", After: "times: typed",
}

var whyRule = source.Message{ZH: "没有这个编号的诊断，写了也不起作用。", EN: "There is no diagnostic of that code, so the line does nothing."}

var unknownRule = &source.Rule{
	Code: "config-unknown-rule", Severity: source.Error,
	Message: source.Message{ZH: "没有编号为 %q 的诊断", EN: "there is no diagnostic %q"},
	Help:    source.Message{ZH: "编号见 docs/diagnostics.zh-CN.md，也写在每条诊断后面", EN: "docs/diagnostics.md has the codes; each diagnostic shows its own"},
	Why:     whyRule,
	Before:  "rules: {weather: info}", After: "rules: {config-missing-key: error}",
}

var misspeltRule = &source.Rule{
	Code: "config-misspelt-rule", Severity: source.Error,
	Message: source.Message{ZH: "没有编号为 %q 的诊断，是不是 %q？", EN: "there is no diagnostic %q; did you mean %q?"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why:     whyRule,
	Before:  "rules: {config-mising-key: error}", After: "rules: {config-missing-key: error}",
}

var tooLow = &source.Rule{
	Code: "config-severity-too-low", Severity: source.Error,
	Message: source.Message{ZH: "%q 至少是 %s", EN: "%q is at least %s"},
	Help:    source.Message{ZH: "改成 %[2]s 或更高", EN: "write %[2]s or higher"},
	Why: source.Message{
		ZH: "错误表示页面上有东西没能生成，最低降为警告，不能看不见；配置文件自己的错误不能降低。",
		EN: "An error means that something of a page is missing from what is generated: a warning is the least, or nobody would see it. Errors in the configuration cannot be lowered.",
	},
	Before: "rules: {config-missing-key: info}", After: "rules: {config-missing-key: error}",
}

var whyWord = source.Message{ZH: "本项目的词要用内置的词来解释，否则不知道它是什么意思。", EN: "A project's word is explained by a word that is known; otherwise there is no telling what it means."}

var emptyWord = &source.Rule{
	Code: "config-empty-word", Severity: source.Error,
	Message: source.Message{ZH: "%q 里没有文字，页面上找不到这样的词", EN: "%q has no letter, so that no page can have it as a word"},
	Help:    source.Message{ZH: "写上页面里的词，如 流水号；或删去这一项", EN: "write a word of the pages, such as 流水号, or remove the entry"},
	Why:     source.Message{ZH: "查词时不看标点，只有标点的词等于没有写。", EN: "Words are looked up without punctuation: of a word of nothing else nothing is left."},
	Before:  "lexicon: {types: {'**': string}}", After: "lexicon: {types: {流水号: string}}",
}

var unknownWord = &source.Rule{
	Code: "config-unknown-word", Severity: source.Error,
	Message: source.Message{ZH: "不认识 %q，无法用它来解释别的词", EN: "%q is not known, so no word can be explained by it"},
	Help:    source.Message{ZH: "写一个内置的词，如 string、字段名、请求参数、必填", EN: "write a word that is built in, such as string, 字段名, 请求参数 or 必填"},
	Why:     whyWord,
	Before:  "lexicon: {types: {流水号: 天气预报}}", After: "lexicon: {types: {流水号: string}}",
}

var misspeltWord = &source.Rule{
	Code: "config-misspelt-word", Severity: source.Error,
	Message: source.Message{ZH: "不认识 %q，是不是 %q？", EN: "%q is not known; did you mean %q?"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why:     whyWord,
	Before:  "lexicon: {types: {流水号: strng}}", After: "lexicon: {types: {流水号: string}}",
}

var ownsNothing = &source.Rule{
	Code: "config-owns-nothing", Severity: source.Warning,
	Message: source.Message{ZH: "没有生成的文件是 %q", EN: "no generated file is %q"},
	Help:    source.Message{ZH: "写成相对于 wenma.yaml 的路径，如 internal/api/client_gen.go；不再需要就删去", EN: "write a path relative to wenma.yaml, such as internal/api/client_gen.go; remove the entry when it is no longer needed"},
	Why:     source.Message{ZH: "写错的一项保护不了任何文件。", EN: "An entry that is mistyped protects no file."},
	Before:  "own: [client.go]", After: "own: [internal/api/client_gen.go]",
}

// OwnsNothing reports the entries of own that mean no file; generated tells whether an entry means one that is generated.
func (c *Config) OwnsNothing(generated func(entry string) bool) (diags source.Diagnostics) {
	for i, entry := range c.Own {
		if !generated(entry) {
			diags.Add(ownsNothing.At(c.Positions.Value("own", strconv.Itoa(i)), entry))
		}
	}
	return diags
}
