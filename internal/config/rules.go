package config

import "github.com/wenma/wenma/source"

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{badSyntax, unknownKey, misspeltKey, repeatedKey, missingKey, wrongKind, wrongValue}

var badSyntax = &source.Rule{
	Code: "config-syntax", Severity: source.Error,
	Message: source.Message{ZH: "不是正确的 YAML：%s", EN: "not valid YAML: %s"},
	Help:    source.Message{ZH: "检查缩进和引号；含 : # { } [ ] , & * 的文本要加引号", EN: "check indentation and quotes; text with : # { } [ ] , & * needs quotes"},
	Why:     source.Message{ZH: "配置读不懂就什么也不做。", EN: "Nothing is done with a configuration that cannot be read."},
	Before:  "out: [", After: "out: internal/chat",
}

var unknownKey = &source.Rule{
	Code: "config-unknown-key", Severity: source.Error,
	Message: source.Message{ZH: "没有 %q 这个键", EN: "there is no key %q"},
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
	Message: source.Message{ZH: "%q 不是 %q 可以取的值", EN: "%q is no value of %q"},
	Help:    source.Message{ZH: "可选：%[3]s", EN: "choose from: %[3]s"},
	Why:     source.Message{ZH: "只有列出的值有意义。", EN: "Only the listed values mean something."},
	Before:  "times: epoch", After: "times: typed",
}
