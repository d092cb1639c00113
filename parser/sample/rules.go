package sample

import "github.com/wenma/wenma/source"

// Rules are all rules that this package reports under.
var Rules = []*source.Rule{
	sampleComment, sampleEllipsis, sampleTypeWord,
	sampleTrailingComma, sampleExtraComma, sampleMissingComma, sampleMissingColon, sampleWrongSeparator, sampleFullWidth, sampleOddSpace,
	sampleUnquotedKey, sampleSingleQuotes, sampleUnclosedString, sampleUnopenedString, sampleInnerQuote, sampleControlCharacter, sampleBadEscape,
	sampleForeignLiteral, sampleNotFinite, sampleMaskedNumber, sampleLeadingZero, sampleNumberForm, sampleBareString, sampleBareWord,
	sampleMissingValue, sampleMissingKey, sampleMembersInArray, sampleMissingBraces,
	sampleCutOff, sampleMissingBracket, sampleWrongBracket, sampleExtraBracket, sampleTooDeep,
	sampleRemark, sampleStrayText,
}

// What authors write on purpose.

var sampleComment = &source.Rule{
	Code: "sample-comment", Severity: source.Info,
	Message: source.Message{ZH: "示例中有注释，JSON 没有注释", EN: "comments in a sample; JSON has none"},
	Help: source.Message{
		ZH: "可以保留：注释会作为该字段的说明；若示例要能直接复制使用，把说明移到参数表中",
		EN: "they may stay and document the field beside them; move them to the table if people copy the sample",
	},
	Why:    source.Message{ZH: "行尾注释说明同一行的字段，独占一行的注释说明下一个字段。", EN: "A comment at the end of a line documents the member on it, one on a line of its own documents the next member."},
	Before: "{\"id\": 1 // 用户id\n}", After: `{"id": 1}`, Fold: true,
}

var sampleEllipsis = &source.Rule{
	Code: "sample-ellipsis", Severity: source.Info,
	Message: source.Message{ZH: "示例用省略号略去了一部分", EN: "an ellipsis stands for a part of the sample"},
	Help:    source.Message{ZH: "若略去的是同样的元素，可以保留；若略去的是字段，请写全", EN: "fine for further elements of the same kind; write out members that are left out"},
	Why:     source.Message{ZH: "省略的字段只能从参数表中得知。", EN: "Members that are left out can only be known from the table."},
	Before:  `{"ids": [1, 2, ...]}`, After: `{"ids": [1, 2]}`, Fold: true,
}

var sampleTypeWord = &source.Rule{
	Code: "sample-type-word", Severity: source.Info,
	Message: source.Message{ZH: "示例的值写成了类型名 ‘%[1]s’", EN: "the type's name ‘%[1]s’ stands in place of a value"},
	Help:    source.Message{ZH: "换成一个真实的值，例如 1 或 \"张三\"", EN: "write a real value, such as 1 or \"Zhang San\""},
	Why:     source.Message{ZH: "类型名会被当作该字段的类型，但没有值可作示例和测试数据。", EN: "The name is taken for the member's type; there is no value for examples and tests."},
	Before:  `{"code": int}`, After: `{"code": 0}`, Fold: true,
}

// Punctuation.

var sampleTrailingComma = &source.Rule{
	Code: "sample-trailing-comma", Severity: source.Warning,
	Message: source.Message{ZH: "最后一项后面多了逗号", EN: "a comma after the last item"},
	Help:    source.Message{ZH: "删去这个逗号", EN: "delete the comma"},
	Why:     source.Message{ZH: "多数 JSON 解析器会拒绝它。", EN: "Most JSON readers refuse it."},
	Before:  `{"a": 1,}`, After: `{"a": 1}`, Fold: true,
}

var sampleExtraComma = &source.Rule{
	Code: "sample-extra-comma", Severity: source.Warning,
	Message: source.Message{ZH: "多了一个逗号", EN: "a comma too many"},
	Help:    source.Message{ZH: "删去这个逗号", EN: "delete the comma"},
	Why:     source.Message{ZH: "两个逗号之间没有内容。", EN: "Nothing stands between the commas."},
	Before:  `{"a": 1,, "b": 2}`, After: `{"a": 1, "b": 2}`, Fold: true,
}

var sampleMissingComma = &source.Rule{
	Code: "sample-missing-comma", Severity: source.Warning,
	Message: source.Message{ZH: "两项之间缺少逗号", EN: "no comma between two items"},
	Help:    source.Message{ZH: "在这里补上逗号", EN: "add a comma here"},
	Why:     source.Message{ZH: "读取时当作有逗号。", EN: "The sample is read as if it were there."},
	Before:  "{\"a\": 1\n \"b\": 2}", After: "{\"a\": 1,\n \"b\": 2}", Fold: true,
}

var sampleMissingColon = &source.Rule{
	Code: "sample-missing-colon", Severity: source.Warning,
	Message: source.Message{ZH: "字段名和值之间缺少冒号", EN: "no colon between a name and its value"},
	Help:    source.Message{ZH: "在这里补上冒号", EN: "add a colon here"},
	Why:     source.Message{ZH: "读取时当作有冒号。", EN: "The sample is read as if it were there."},
	Before:  `{"a" 1}`, After: `{"a": 1}`, Fold: true,
}

var sampleWrongSeparator = &source.Rule{
	Code: "sample-wrong-separator", Severity: source.Warning,
	Message: source.Message{ZH: "‘%[1]s’ 应写作 ‘%[2]s’", EN: "‘%[1]s’ where JSON has ‘%[2]s’"},
	Help:    source.Message{ZH: "改为 ‘%[2]s’", EN: "write ‘%[2]s’"},
	Why:     source.Message{ZH: "名和值之间是冒号，各项之间是逗号。", EN: "A colon stands between name and value, a comma between items."},
	Before:  `{"a" = 1; "b" = 2}`, After: `{"a": 1, "b": 2}`, Fold: true,
}

var sampleFullWidth = &source.Rule{
	Code: "sample-full-width-punctuation", Severity: source.Warning,
	Message: source.Message{ZH: "示例中用了全角或中文标点 ‘%[1]s’", EN: "full-width or Chinese punctuation ‘%[1]s’ in a sample"},
	Help:    source.Message{ZH: "改为半角的 ‘%[2]s’", EN: "write ‘%[2]s’"},
	Why:     source.Message{ZH: "看起来相似，但 JSON 解析器不认。常见于输入法未切换。", EN: "It looks alike, but JSON readers refuse it; an input method was left on."},
	Before:  `{“a”：1，"b": 2}`, After: `{"a": 1, "b": 2}`, Fold: true,
}

var sampleOddSpace = &source.Rule{
	Code: "sample-odd-space", Severity: source.Warning,
	Message: source.Message{ZH: "示例中有 JSON 不允许的空白字符 %[1]U", EN: "white space that JSON does not allow: %[1]U"},
	Help:    source.Message{ZH: "换成普通空格", EN: "use a plain space"},
	Why:     source.Message{ZH: "这种空白看不出来，但复制示例的人会遇到解析错误。", EN: "It cannot be seen, but whoever copies the sample gets an error."},
	Before:  "{\u00a0\"a\": 1}", After: `{ "a": 1}`, Fold: true,
}

// Names and strings.

var sampleUnquotedKey = &source.Rule{
	Code: "sample-unquoted-key", Severity: source.Warning,
	Message: source.Message{ZH: "字段名 ‘%[1]s’ 没有引号", EN: "the name ‘%[1]s’ has no quotes"},
	Help:    source.Message{ZH: "写作 \"%[1]s\"", EN: "write \"%[1]s\""},
	Why:     source.Message{ZH: "JSON 的字段名必须用双引号括起。", EN: "Names in JSON stand in double quotes."},
	Before:  `{a: 1}`, After: `{"a": 1}`, Fold: true,
}

var sampleSingleQuotes = &source.Rule{
	Code: "sample-single-quotes", Severity: source.Warning,
	Message: source.Message{ZH: "字符串用了 ‘%[1]s’，应为双引号", EN: "a string in %[1]s instead of double quotes"},
	Help:    source.Message{ZH: "改用双引号 %[2]s", EN: "use double quotes %[2]s"},
	Why:     source.Message{ZH: "JSON 的字符串只能用双引号。", EN: "Strings in JSON stand in double quotes."},
	Before:  `{'a': 'x'}`, After: `{"a": "x"}`, Fold: true,
}

var sampleUnclosedString = &source.Rule{
	Code: "sample-unclosed-string", Severity: source.Warning,
	Message: source.Message{ZH: "字符串缺少结尾的引号", EN: "a string without its closing quote"},
	Help:    source.Message{ZH: "在字符串末尾补上引号", EN: "add the quote where the string ends"},
	Why:     source.Message{ZH: "读取时认为字符串到行尾（或冒号、下一个字段名）为止，可能与原意不同。", EN: "It is taken to end with its line, or before the colon or name that follows, which may not be what was meant."},
	Before:  "{\"a\": \"x,\n \"b\": 1}", After: "{\"a\": \"x\",\n \"b\": 1}", Fold: true,
}

var sampleUnopenedString = &source.Rule{
	Code: "sample-unopened-string", Severity: source.Warning,
	Message: source.Message{ZH: "‘%[1]s’ 缺少开头的引号", EN: "‘%[1]s’ lacks its opening quote"},
	Help:    source.Message{ZH: "在前面补上引号", EN: "add the quote before it"},
	Why:     source.Message{ZH: "读取时当作字符串。", EN: "It is read as a string."},
	Before:  `{online": false}`, After: `{"online": false}`, Fold: true,
}

var sampleInnerQuote = &source.Rule{
	Code: "sample-inner-quote", Severity: source.Warning,
	Message: source.Message{ZH: "字符串里的双引号没有转义", EN: "a double quote inside of a string without its backslash"},
	Help:    source.Message{ZH: "写作 \\\"", EN: "write \\\""},
	Why:     source.Message{ZH: "解析器会认为字符串在此结束。", EN: "To a JSON reader the string ends there."},
	Before:  `{"a": "<b id="x">"}`, After: `{"a": "<b id=\"x\">"}`, Fold: true,
}

var sampleControlCharacter = &source.Rule{
	Code: "sample-control-character", Severity: source.Warning,
	Message: source.Message{ZH: "字符串里直接写了换行或制表符", EN: "a line break or tab inside of a string"},
	Help:    source.Message{ZH: "写作 %[1]s", EN: "write %[1]s"},
	Why:     source.Message{ZH: "JSON 字符串里的换行、制表符等控制字符必须转义。", EN: "Control characters in JSON strings are written as escapes."},
	Before:  "{\"a\": \"x\ty\"}", After: `{"a": "x\ty"}`, Fold: true,
}

var sampleBadEscape = &source.Rule{
	Code: "sample-bad-escape", Severity: source.Warning,
	Message: source.Message{ZH: "JSON 没有转义 ‘%[1]s’", EN: "JSON has no escape ‘%[1]s’"},
	Help:    source.Message{ZH: "要写反斜杠就写 \\\\，否则删去它", EN: "write \\\\ for a backslash, or delete it"},
	Why:     source.Message{ZH: "读取时当作反斜杠后面的字符本身。", EN: "It is read as the character after the backslash."},
	Before:  `{"a": "it\'s"}`, After: `{"a": "it's"}`, Fold: true,
}

// Literals.

var sampleForeignLiteral = &source.Rule{
	Code: "sample-foreign-literal", Severity: source.Warning,
	Message: source.Message{ZH: "‘%[1]s’ 不是 JSON，应为 %[2]s", EN: "‘%[1]s’ is not JSON for %[2]s"},
	Help:    source.Message{ZH: "写作 %[2]s", EN: "write %[2]s"},
	Why:     source.Message{ZH: "这是其他语言（如 Python、JavaScript）的写法；JSON 只有小写的 true、false、null。", EN: "That is another language's word; JSON has true, false and null, in lower case."},
	Before:  `{"ok": False}`, After: `{"ok": false}`, Fold: true,
}

var sampleNotFinite = &source.Rule{
	Code: "sample-not-a-number", Severity: source.Warning,
	Message: source.Message{ZH: "JSON 不能表示 ‘%[1]s’", EN: "JSON cannot say ‘%[1]s’"},
	Help:    source.Message{ZH: "换成一个数字，或写 null", EN: "write a number, or null"},
	Why:     source.Message{ZH: "JSON 的数字没有 NaN 和 Infinity。", EN: "There is no NaN or Infinity among JSON's numbers."},
	Before:  `{"rate": NaN}`, After: `{"rate": null}`, Fold: true,
}

var sampleMaskedNumber = &source.Rule{
	Code: "sample-masked-number", Severity: source.Warning,
	Message: source.Message{ZH: "数字 ‘%[1]s’ 打了码，又没有引号", EN: "the number ‘%[1]s’ is masked and has no quotes"},
	Help:    source.Message{ZH: "数字请写一个假的完整数字；字符串请加引号", EN: "write a made-up number, or add quotes if it is a string"},
	Why:     source.Message{ZH: "看不出它是数字还是字符串；读取时当作整数。", EN: "Whether it is a number or a string cannot be told; it is read as an integer."},
	Before:  `{"uid": 138****}`, After: `{"uid": 13800000000}`, Fold: true,
}

var sampleLeadingZero = &source.Rule{
	Code: "sample-leading-zero", Severity: source.Warning,
	Message: source.Message{ZH: "数字 ‘%[1]s’ 以 0 开头", EN: "the number ‘%[1]s’ starts with a zero"},
	Help:    source.Message{ZH: "编号请加引号写成字符串，数字请去掉前面的 0", EN: "put a code in quotes; drop the zeros of a number"},
	Why:     source.Message{ZH: "JSON 的数字不能以 0 开头；读取时当作字符串。", EN: "Numbers in JSON have no leading zeros; it is read as a string."},
	Before:  `{"no": 001}`, After: `{"no": "001"}`, Fold: true,
}

var sampleNumberForm = &source.Rule{
	Code: "sample-number-form", Severity: source.Warning,
	Message: source.Message{ZH: "JSON 的数字不能写作 ‘%[1]s’", EN: "JSON does not write numbers as ‘%[1]s’"},
	Help:    source.Message{ZH: "写作 %[2]s", EN: "write %[2]s"},
	Why:     source.Message{ZH: "千分位逗号、正号、缺整数或小数部分、L/F 后缀都不是 JSON。", EN: "Grouping commas, a plus sign, a missing whole or fraction and suffixes like L are not JSON."},
	Before:  `{"total": 1,000}`, After: `{"total": 1000}`, Fold: true,
}

var sampleBareString = &source.Rule{
	Code: "sample-bare-string", Severity: source.Warning,
	Message: source.Message{ZH: "字符串 ‘%[1]s’ 没有引号", EN: "the string ‘%[1]s’ has no quotes"},
	Help:    source.Message{ZH: "加上双引号", EN: "put it in double quotes"},
	Why:     source.Message{ZH: "JSON 没有日期、地址之类的值，它只能是字符串。", EN: "JSON has no dates or addresses; it can only be a string."},
	Before:  `{"day": 2019-01-01}`, After: `{"day": "2019-01-01"}`, Fold: true,
}

var sampleBareWord = &source.Rule{
	Code: "sample-bare-word", Severity: source.Warning,
	Message: source.Message{ZH: "‘%[1]s’ 不是 JSON 的值", EN: "‘%[1]s’ is no JSON value"},
	Help:    source.Message{ZH: "字符串请加引号；说明文字请写成注释，并给出一个真实的值", EN: "put a string in quotes; make an explanation a comment and give a real value"},
	Why:     source.Message{ZH: "看不出值的类型；这些文字会作为该字段的说明。", EN: "The type of the value cannot be told; the words are taken to document the member."},
	Before:  `{"level": 层级}`, After: `{"level": 1}`, Fold: true,
}

// Structure.

var sampleMissingValue = &source.Rule{
	Code: "sample-missing-value", Severity: source.Warning,
	Message: source.Message{ZH: "字段 ‘%[1]s’ 没有值", EN: "the member ‘%[1]s’ has no value"},
	Help:    source.Message{ZH: "写上一个值；确实没有就写 null", EN: "give it a value, or null"},
	Why:     source.Message{ZH: "看不出它的类型。", EN: "Its type cannot be told."},
	Before:  `{"a": , "b": 2}`, After: `{"a": 1, "b": 2}`, Fold: true,
}

var sampleMissingKey = &source.Rule{
	Code: "sample-missing-key", Severity: source.Warning,
	Message: source.Message{ZH: "对象里直接写了值，没有字段名", EN: "a value without a name in an object"},
	Help:    source.Message{ZH: "给它加上字段名；若是列表，外层改用 [ ]", EN: "give it a name, or use [ ] around a list"},
	Why:     source.Message{ZH: "几个没有名字的对象读作列表，只有一个时读作外层对象本身。", EN: "Several objects without names are read as a list, a single one as the object around it."},
	Before:  `{"list": {{"id": 1}, {"id": 2}}}`, After: `{"list": [{"id": 1}, {"id": 2}]}`, Fold: true,
}

var sampleMembersInArray = &source.Rule{
	Code: "sample-members-in-array", Severity: source.Warning,
	Message: source.Message{ZH: "数组里直接写了字段，没有 { }", EN: "members directly in an array, without { }"},
	Help:    source.Message{ZH: "用 { } 括起每个元素的字段", EN: "put { } around the members of each element"},
	Why:     source.Message{ZH: "读取时认为它们合成一个元素。", EN: "They are read as one element."},
	Before:  `{"list": ["id": 1, "name": "x"]}`, After: `{"list": [{"id": 1, "name": "x"}]}`, Fold: true,
}

var sampleMissingBraces = &source.Rule{
	Code: "sample-missing-braces", Severity: source.Warning,
	Message: source.Message{ZH: "示例只有字段，外面没有 { }", EN: "a sample of members without { } around them"},
	Help:    source.Message{ZH: "在整个示例外面加上 { }", EN: "put { } around the sample"},
	Why:     source.Message{ZH: "读取时当作一个对象。", EN: "It is read as an object."},
	Before:  `"code": 0, "msg": "ok"`, After: `{"code": 0, "msg": "ok"}`, Fold: true,
}

var sampleCutOff = &source.Rule{
	Code: "sample-cut-off", Severity: source.Warning,
	Message: source.Message{ZH: "示例到末尾也没有关闭这个括号", EN: "the sample ends before this bracket is closed"},
	Help:    source.Message{ZH: "补上 ‘%[1]s’，并检查后面是否漏了内容", EN: "add ‘%[1]s’ and check whether more is missing"},
	Why:     source.Message{ZH: "读取时在末尾关闭；漏掉的内容无从得知。", EN: "It is taken to close at the end; what was lost cannot be known."},
	Before:  `{"data": {"id": 1}`, After: `{"data": {"id": 1}}`, Fold: true,
}

var sampleMissingBracket = &source.Rule{
	Code: "sample-missing-bracket", Severity: source.Warning,
	Message: source.Message{ZH: "这里缺少 ‘%[1]s’", EN: "‘%[1]s’ is missing here"},
	Help:    source.Message{ZH: "补上 ‘%[1]s’", EN: "add ‘%[1]s’"},
	Why:     source.Message{ZH: "后面的括号关闭的是外层。", EN: "The bracket that follows closes the value around this one."},
	Before:  `{"list": [{"id": 1]}`, After: `{"list": [{"id": 1}]}`, Fold: true,
}

var sampleWrongBracket = &source.Rule{
	Code: "sample-wrong-bracket", Severity: source.Warning,
	Message: source.Message{ZH: "‘%[1]s’ 应为 ‘%[2]s’", EN: "‘%[1]s’ where ‘%[2]s’ belongs"},
	Help:    source.Message{ZH: "改为 ‘%[2]s’", EN: "write ‘%[2]s’"},
	Why:     source.Message{ZH: "它和开头的括号不配对。", EN: "It does not match the bracket that it closes."},
	Before:  `{"ids": [1, 2}, "a": 3}`, After: `{"ids": [1, 2], "a": 3}`, Fold: true,
}

var sampleExtraBracket = &source.Rule{
	Code: "sample-extra-bracket", Severity: source.Warning,
	Message: source.Message{ZH: "多了一个 ‘%[1]s’", EN: "a ‘%[1]s’ too many"},
	Help:    source.Message{ZH: "删去它", EN: "delete it"},
	Why:     source.Message{ZH: "没有与它配对的开头括号，或者后面还有同一个对象的字段。", EN: "Nothing opens it, or more members of the same object follow."},
	Before:  `{"a": 1}}`, After: `{"a": 1}`, Fold: true,
}

var sampleTooDeep = &source.Rule{
	Code: "sample-too-deep", Severity: source.Warning,
	Message: source.Message{ZH: "嵌套超过 %[1]d 层，更深的内容已略去", EN: "nested deeper than %[1]d levels; the rest is left out"},
	Help:    source.Message{ZH: "精简示例", EN: "shorten the sample"},
	Why:     source.Message{ZH: "真实的接口不会嵌套这么深。", EN: "No real interface nests that deep."},
	Before:  `{"a": {"a": {"a": 1}}}`, After: `{"a": 1}`, Fold: true,
}

// Words.

var sampleRemark = &source.Rule{
	Code: "sample-remark", Severity: source.Warning,
	Message: source.Message{ZH: "示例中的说明文字没有写成注释", EN: "an explanation in a sample that is no comment"},
	Help:    source.Message{ZH: "在前面加 //，或移到参数表中", EN: "put // before it, or move it to the table"},
	Why:     source.Message{ZH: "读取时当作注释，说明同一行的字段。", EN: "It is read as a comment on the member beside it."},
	Before:  `{"a": 1, 编号` + "\n}", After: `{"a": 1 // 编号` + "\n}", Fold: true,
}

var sampleStrayText = &source.Rule{
	Code: "sample-stray-text", Severity: source.Warning,
	Message: source.Message{ZH: "看不懂示例中的 ‘%[1]s’", EN: "‘%[1]s’ makes no sense in a sample"},
	Help:    source.Message{ZH: "删去它，或写成字段", EN: "delete it, or write it as a member"},
	Why:     source.Message{ZH: "这一段被跳过，不会出现在结果中。", EN: "It was skipped and is missing from the result."},
	Before:  "{\"a\": 1,\n *share*}", After: `{"a": 1}`, Fold: true,
}
