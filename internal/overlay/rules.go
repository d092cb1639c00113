package overlay

import "github.com/wenma/wenma/source"

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{
	unknownAddress, misspeltAddress, notNeeded, cannotCorrect, correctedTwice, emptyOverlay, unmatchedPattern, misspeltPattern, nothingChosen,
}

// The examples are of a page with POST /op/getChatInfo, whose request has chatId, a text that is required.

var whyLost = source.Message{ZH: "什么也不改的更正让人以为已经改好。页面改动后地址可能已经变了。", EN: "A correction that changes nothing makes people think that it did. The address may have changed with the page."}

var unknownAddress = &source.Rule{
	Code: "overlay-unknown-address", Severity: source.Error,
	Message: source.Message{ZH: "页面上没有 %q", EN: "no page has %q"},
	Help:    source.Message{ZH: "写成 类型.字段，或 \"POST /路径 request.字段\"、\"POST /路径 response.字段\"", EN: "write Type.field, or \"POST /path request.field\" or \"POST /path response.field\""},
	Why:     whyLost,
	Before:  "overlays:\n  - at: Nobody.name\n    drop: true", After: "overlays:\n  - at: POST /op/getChatInfo request.chatId\n    doc: 会话编号",
}

var misspeltAddress = &source.Rule{
	Code: "overlay-misspelt-address", Severity: source.Error,
	Message: source.Message{ZH: "页面上没有 %q，是不是 %q？", EN: "no page has %q; did you mean %q?"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why:     whyLost,
	Before:  "types:\n  POST /op/getChatInfo request.chatIdd: integer", After: "types:\n  POST /op/getChatInfo request.chatId: integer",
}

var notNeeded = &source.Rule{
	Code: "overlay-not-needed", Severity: source.Info,
	Message: source.Message{ZH: "页面已经这样写，%q 的更正可以删去", EN: "the page says so itself; the correction %q can be removed"},
	Help:    source.Message{ZH: "删去它", EN: "remove it"},
	Why:     source.Message{ZH: "不再需要的更正会在页面再次改动时悄悄盖住它。", EN: "A correction that is not needed hides what the page says when it changes again."},
	Before:  "overlays:\n  - at: POST /op/getChatInfo request.chatId\n    required: yes", After: "overlays:\n  - at: POST /op/getChatInfo request.chatId\n    required: no",
}

var cannotCorrect = &source.Rule{
	Code: "overlay-cannot-correct", Severity: source.Error,
	Message: source.Message{ZH: "%q 没有可以这样更正的 %q", EN: "%q has no %q that could be corrected so"},
	Help:    source.Message{ZH: "接口可以改 doc 和 drop，类型可以改 doc，字段都可以；值要合乎类型，路径里的参数不能改名、省略或去掉", EN: "operations take doc and drop, types take doc, fields take all; values must fit the type, and what is in the path cannot be renamed, optional or dropped"},
	Why:     source.Message{ZH: "做不到的更正不会悄悄略过。", EN: "A correction that cannot be made is not passed over silently."},
	Before:  "overlays:\n  - at: POST /op/getChatInfo\n    type: string", After: "overlays:\n  - at: POST /op/getChatInfo\n    doc: 会话详情",
}

var correctedTwice = &source.Rule{
	Code: "overlay-corrected-twice", Severity: source.Error,
	Message: source.Message{ZH: "%q 的 %q 已经更正过", EN: "%q has had its %q corrected already"},
	Help:    source.Message{ZH: "留下一处", EN: "keep one of the two"},
	Why:     source.Message{ZH: "两处说法不一时无法判断哪一处算数；先写的算数。", EN: "There is no telling which of the two is meant; the first one counts."},
	Before:  "types:\n  POST /op/getChatInfo request.chatId: integer\noverlays:\n  - at: POST /op/getChatInfo request.chatId\n    type: number",
	After:   "types:\n  POST /op/getChatInfo request.chatId: integer",
}

var emptyOverlay = &source.Rule{
	Code: "overlay-says-nothing", Severity: source.Warning,
	Message: source.Message{ZH: "没有写要怎样更正 %q", EN: "it is not said what of %q is to be corrected"},
	Help:    source.Message{ZH: "补上 type、required、doc、default、wire、values、open 或 drop", EN: "add type, required, doc, default, wire, values, open or drop"},
	Why:     whyLost,
	Before:  "overlays:\n  - at: POST /op/getChatInfo request.chatId", After: "overlays:\n  - at: POST /op/getChatInfo request.chatId\n    doc: 会话编号",
}

var whyPattern = source.Message{ZH: "选不中任何接口的模式多半是写错了，或者页面已经改了。", EN: "A pattern that chooses nothing is mostly a slip, or the page has changed."}

var unmatchedPattern = &source.Rule{
	Code: "endpoints-pattern-unmatched", Severity: source.Warning,
	Message: source.Message{ZH: "没有接口是 %q", EN: "no endpoint is %q"},
	Help:    source.Message{ZH: "写成 \"POST /路径\" 或 /路径，* 表示任意文字", EN: "write \"POST /path\" or /path; * is any text"},
	Why:     whyPattern,
	Before:  "endpoints:\n  exclude:\n    - /zz/*", After: "endpoints:\n  include:\n    - /op/*",
}

var misspeltPattern = &source.Rule{
	Code: "endpoints-pattern-misspelt", Severity: source.Warning,
	Message: source.Message{ZH: "没有接口是 %q，是不是 %q？", EN: "no endpoint is %q; did you mean %q?"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why:     whyPattern,
	Before:  "endpoints:\n  exclude:\n    - POST /op/getChatInfos", After: "endpoints:\n  include:\n    - POST /op/getChatInfo",
}

var nothingChosen = &source.Rule{
	Code: "endpoints-none-left", Severity: source.Warning,
	Message: source.Message{ZH: "一个接口也没有选中", EN: "no endpoint is left"},
	Help:    source.Message{ZH: "检查 include 和 exclude", EN: "look at include and exclude"},
	Why:     source.Message{ZH: "没有接口就没有客户端和服务端。", EN: "Without endpoints there is neither client nor server."},
	Before:  "endpoints:\n  exclude:\n    - \"*\"", After: "endpoints:\n  include:\n    - \"*\"",
}
