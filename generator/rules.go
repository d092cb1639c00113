package generator

import "github.com/wenma/wenma/source"

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{
	nameClash, nameReserved, duplicateMember, duplicateRoute, nameless, badHeader, badPattern, tooDeep, xmlBody, errorCodeDiffers, errorCodeUnused, successUnknown,
	pinUnusable, pinnedTwice, overrideUnknown, overrideMisspelt, overrideTwice, overrideUnusable, overrideClash,
}

var nameClash = &source.Rule{
	Code: "name-clash", Severity: source.Warning,
	Message: source.Message{
		ZH: "%q 与另一处在 Go 中同名（%s），这里改用 %s",
		EN: "%q has the same Go name as another (%s); %s is used here",
	},
	Help: source.Message{ZH: "给其中一个换个名字", EN: "give one of the two another name"},
	Why: source.Message{
		ZH: "两个名字转成 Go 标识符后可能相同（user_id 与 userId）。wenma 给后一个加上数字，并在此说明；先后由位置决定（接口由路径决定），与页面给出的顺序无关",
		EN: "two names can become one Go identifier (user_id and userId); wenma numbers the later one and says so here. Places decide what is later (routes do, for operations), not the order in which pages are given",
	},
	Before: "|user_id|String|\n|userId|String|", After: "|userId|String|\n|ownerId|String|",
}

var nameReserved = &source.Rule{
	Code: "name-reserved", Severity: source.Info,
	Message: source.Message{
		ZH: "生成的包自己要用 %[2]s 这个名字，%[1]q 改用 %[3]s",
		EN: "the generated package needs the name %[2]s itself; %[1]q becomes %[3]s",
	},
	Help: source.Message{ZH: "不用改；介意的话换个名字", EN: "nothing to do, unless you mind the name"},
	Why: source.Message{
		ZH: "客户端、服务端和校验代码占用了一些名字（Handler、Problem 等），文档里的同名类型要让开",
		EN: "client, server and validation take some names (Handler, Problem and so on); a type of the page has to give way",
	},
	Before: "#Handler", After: "#OrderHandler",
	Fold: true,
}

var duplicateMember = &source.Rule{
	Code: "duplicate-member", Severity: source.Warning,
	Message: source.Message{ZH: "字段 %q 在同一处出现了两次，只用第一个", EN: "field %q stands here twice; the first one is used"},
	Help:    source.Message{ZH: "删去其中一行", EN: "remove one of the rows"},
	Why: source.Message{
		ZH: "一个对象里不能有两个同名字段，生成的代码只能有其中一个",
		EN: "an object has no two members of one name, and generated code can have only one of them",
	},
	Before: "|id|String|\n|id|Integer|", After: "|id|String|",
}

var duplicateRoute = &source.Rule{
	Code: "duplicate-route", Severity: source.Warning,
	Message: source.Message{
		ZH: "%s 与前面的接口重复，服务端只会调用前一个",
		EN: "%s is the route of an earlier endpoint too; the server calls only that one",
	},
	Help: source.Message{ZH: "改正路径或请求方式，或删去重复的接口", EN: "correct the path or method, or remove the second endpoint"},
	Why: source.Message{
		ZH: "服务端靠请求方式和路径区分接口；两者都相同就无法区分。客户端仍有两个方法",
		EN: "a server tells endpoints apart by method and path; where both agree it cannot. The client has a method for each",
	},
	Before: "POST /user/get\nPOST /user/get", After: "POST /user/get\nPOST /user/list",
}

var nameless = &source.Rule{
	Code: "nameless-member", Severity: source.Warning,
	Message: source.Message{ZH: "这个字段没有名字，不会生成", EN: "this field has no name and is left out"},
	Help:    source.Message{ZH: "补上字段名", EN: "give it its name"},
	Why:     source.Message{ZH: "没有名字的参数无法传输", EN: "a parameter without a name cannot be sent"},
	Before:  "| |String|用户|", After: "|userId|String|用户|",
}

var badHeader = &source.Rule{
	Code: "bad-header-name", Severity: source.Warning,
	Message: source.Message{ZH: "%q 不能用作请求头或 Cookie 的名字，不会生成", EN: "%q cannot be the name of a header or cookie; it is left out"},
	Help:    source.Message{ZH: "写上实际发送的名字，例如 X-Token", EN: "write the name that is really sent, such as X-Token"},
	Why: source.Message{
		ZH: "HTTP 请求头和 Cookie 的名字只能用 ASCII 字母、数字和少数符号",
		EN: "names of headers and cookies are ASCII letters, digits and a few signs",
	},
	Before: "|令牌|String|", After: "|X-Token|String|",
}

var badPattern = &source.Rule{
	Code: "bad-pattern", Severity: source.Warning,
	Message: source.Message{ZH: "正则表达式 %q 无法使用，不作校验", EN: "the regular expression %q cannot be used; it is not checked"},
	Help:    source.Message{ZH: "改用 RE2 支持的写法（没有反向引用和环视）", EN: "write it as RE2 has it, without back references and look-around"},
	Why: source.Message{
		ZH: "生成的校验代码用 Go 的 regexp 包，它只支持 RE2 语法",
		EN: "generated validation uses Go's regexp package, which knows RE2 alone",
	},
	Before: "(?=.*\\d).+", After: "[0-9a-z]+",
}

var tooDeep = &source.Rule{
	Code: "type-too-deep", Severity: source.Warning,
	Message: source.Message{ZH: "类型嵌套过深，更里面的部分按任意 JSON 处理", EN: "the type nests too deep; what lies further in is taken as any JSON"},
	Help:    source.Message{ZH: "给里层对象单独起名列表", EN: "give the inner objects tables of their own"},
	Why:     source.Message{ZH: "内联对象的 Go 名字由路径拼成，太深就没法读了", EN: "inline objects are named by their path, which nobody can read when it gets too long"},
	Before:  "a.b.c.d. … .z", After: "#Inner",
}

var xmlBody = &source.Rule{
	Code: "xml-not-generated", Severity: source.Info,
	Message: source.Message{ZH: "XML 不生成编解码代码，内容原样收发", EN: "no codec is generated for XML: the content is passed on as it is"},
	Help:    source.Message{ZH: "不用改；需要时自己用 encoding/xml 处理内容", EN: "nothing to do; use encoding/xml on the content where you need it"},
	Why:     source.Message{ZH: "XML 的属性、命名空间和顺序无法从字段表得知", EN: "attributes, namespaces and order of XML cannot be known from a table of fields"},
	Before:  "Content-Type: application/xml", After: "Content-Type: application/json",
	Fold: true,
}

const (
	lockSample   = "name type User User"
	configSample = "overrides:\n  User: Account"
)

var pinUnusable = &source.Rule{
	Code: "pinned-name-unusable", Severity: source.Warning,
	Message: source.Message{
		ZH: "记下的名字不能用：%[1]s 不能叫 %[2]s，这里重新取名",
		EN: "a recorded name cannot be used: nothing can call %[1]s %[2]s; it is named anew",
	},
	Help: source.Message{ZH: "改成大写字母开头、wenma 自己没有占用的 Go 标识符", EN: "make it an exported Go identifier that wenma's own code does not need"},
	Why: source.Message{
		ZH: "记下的名字会原样用在生成的代码里；不合法或与运行时代码、方法同名的名字无法编译",
		EN: "recorded names are used as they are; one that is no identifier, or that the runtime or a method has, would not compile",
	},
	Before: "name type User user-info", After: lockSample,
}

var pinnedTwice = &source.Rule{
	Code: "pinned-name-twice", Severity: source.Warning,
	Message: source.Message{
		ZH: "%[1]s 与 %[2]s 都记着 %[3]s 这个名字，归前者；后者重新取名",
		EN: "%[1]s and %[2]s are both recorded as %[3]s; the former keeps it, the latter is named anew",
	},
	Help: source.Message{ZH: "给其中一个换个名字：改锁文件的 name 行，或写进配置的 overrides", EN: "give one of the two another name, in the lock's name line or in the configuration's overrides"},
	Why: source.Message{
		ZH: "合并两个分支，或一张取值表分成了两张时，会有两处记着同一个名字；键小的保留，与先后无关",
		EN: "two branches that are merged, or a list of values that became two, can leave one name with two things; the smaller key keeps it, whatever came first",
	},
	Before: "name type Account User\nname type User User", After: "name type Account Account\nname type User User",
}

var overrideUnknown = &source.Rule{
	Code: "override-unknown", Severity: source.Warning,
	Message: source.Message{ZH: "配置里指定的 %q 在文档中没有对应的东西", EN: "the configuration names %q, which nothing on the pages is called"},
	Help:    source.Message{ZH: "wenma.lock 的 name 行列出了所有的键；不再需要就删掉", EN: "the name lines of wenma.lock have all keys; remove the entry if it is of no use any more"},
	Why:     source.Message{ZH: "写错的键不会起作用", EN: "an entry with a wrong key does nothing"},
	Before:  "overrides:\n  Customer: Account", After: configSample,
}

var overrideMisspelt = &source.Rule{
	Code: "override-misspelt", Severity: source.Warning,
	Message: source.Message{ZH: "配置里指定的 %q 在文档中没有对应的东西，是 %q 吗", EN: "the configuration names %q, which nothing on the pages is called; is %q meant?"},
	Help:    source.Message{ZH: "改正这个键", EN: "correct the key"},
	Why:     source.Message{ZH: "写错的键不会起作用", EN: "an entry with a wrong key does nothing"},
	Before:  "overrides:\n  Usr: Account", After: configSample,
}

var overrideTwice = &source.Rule{
	Code: "override-twice", Severity: source.Error,
	Message: source.Message{ZH: "配置给 %[1]s 指定了两个名字：%[2]s 和 %[3]s，用了前一个", EN: "the configuration gives %[1]s two names, %[2]s and %[3]s; the first is used"},
	Help:    source.Message{ZH: "只留一个", EN: "keep one of the entries"},
	Why:     source.Message{ZH: "同一个东西可以按键写，也可以按 Go 名字写，两种写法会指向同一处", EN: "a thing can be given by its key or by its name in Go, and two entries can mean the same one"},
	Before:  "overrides:\n  User.name: Nick\n  User.Name: Title", After: "overrides:\n  User.name: Nick",
}

var overrideUnusable = &source.Rule{
	Code: "override-unusable", Severity: source.Error,
	Message: source.Message{ZH: "配置指定的名字不能用：%[1]s 不能叫 %[2]s", EN: "the configuration's name cannot be used: nothing can call %[1]s %[2]s"},
	Help:    source.Message{ZH: "换成大写字母开头、wenma 自己没有占用的 Go 标识符", EN: "use an exported Go identifier that wenma's own code does not need"},
	Why: source.Message{
		ZH: "指定的名字会原样用在生成的代码里；不合法或与运行时代码、方法同名的名字无法编译",
		EN: "the name is used as it is; one that is no identifier, or that the runtime or a method has, would not compile",
	},
	Before: "overrides:\n  User: user-info", After: configSample,
}

var overrideClash = &source.Rule{
	Code: "override-clash", Severity: source.Error,
	Message: source.Message{ZH: "配置让 %[1]s 叫 %[2]s，但 %[3]s 已经叫这个名字（或要用到它）", EN: "the configuration calls %[1]s %[2]s, but that is the name of %[3]s, or comes with it"},
	Help:    source.Message{ZH: "换一个名字，或在 overrides 里也给另一个指定名字", EN: "use another name, or give the other one a name in overrides too"},
	Why:     source.Message{ZH: "已经在用的名字不能因为另一处改名而变", EN: "a name that is in use must not change because something else is renamed"},
	Before:  "overrides:\n  User: Order", After: configSample,
}
