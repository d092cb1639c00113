package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// AllRules are the rules of this package and of those that read pages for it; some stand there more than once.
func AllRules() []*source.Rule {
	return slices.Concat(DecodeRules, block.Rules, sample.Rules, Rules)
}

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{
	rowNotField, elementOfList, rowTooLong, barMissing, cellMissing, cellTooMany, unknownPresence, nameWithBlank, cellsSwapped, columnsSwapped, duplicateField, misspeltHeading, directionUnclear, misspeltType, unknownType, misspeltParent, misspeltReference, unknownReference, ambiguousReference, envelopeDiffers,
	tableNotUsed, fieldsNotUsed, rowNotUsed, unusedType, typeConflict, layoutDiffers, valueListedTwice, valueNotListed, sampleBreaksRule, sampleBreaksCondition, nameDiffers, nameCaseDiffers, notInSample, undocumentedMember, nestingDiffers, nullInSample, secretInPage, undocumentedQuery, notInPath, callMissing, pathMissing, methodMissing, noEndpoint, socketPage,
	sharedTypeMerged, sharedTypeDiffers, sharedTypeUnrelated, sharedTypeAmbiguous, endpointCopied,
}

var rowNotField = &source.Rule{
	Code: "row-not-field", Severity: source.Info,
	Message: source.Message{ZH: "这一行没有字段名，不是字段", EN: "this row has no field name and is not a field"},
	Help:    source.Message{ZH: "若它是字段，请在名称列写上字段名；若是分组标题，可以不管", EN: "write the field's name in the name column if it is one; leave it if it is a group title"},
	Why: source.Message{
		ZH: "字段表里的每一行要么成为字段，要么在这里被指出，不会悄悄丢掉。",
		EN: "Every row of a field table becomes a field or is named here; nothing is dropped silently.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|第一部分| | |\n|id|int|编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|part.id|int|编号|",
	Fold:   true,
}

var tableNotUsed = &source.Rule{
	Code: "table-not-used", Severity: source.Info,
	Message: source.Message{ZH: "这张表（%d 行）不属于任何接口", EN: "this table (%d rows) is part of no endpoint"},
	Help:    source.Message{ZH: "若它说明参数或返回，请在上面写一行标题，如“请求参数”", EN: "if it documents parameters or an answer, title it so, for example “请求参数”"},
	Why: source.Message{
		ZH: "没有接口可归的字段表、没有字段指向的字典表不进入生成的代码；在这里列出，免得漏掉本该读的表。接口目录和没有字段列的表不列。",
		EN: "Tables of fields without an endpoint, and dictionaries that no field points at, do not become code; they are named here so that no table is missed that should be read. Indexes of endpoints, and tables without a column of fields, are not.",
	},
	Before: "## 查询\n\nGET /v1/get\n\n## 附录\n\n|名称|说明|\n|--|--|\n|sku|库存编号|",
	After:  "## 查询\n\nGET /v1/get\n\n返回参数：\n\n|名称|说明|\n|--|--|\n|sku|库存编号|",
	Fold:   true,
}

var fieldsNotUsed = &source.Rule{
	Code: "fields-not-used", Severity: source.Warning,
	Message: source.Message{ZH: "这张字段表（%d 行）没有用上：找不到它属于哪个接口", EN: "nothing was made of this table of fields (%d rows): no endpoint is found for it"},
	Help:    source.Message{ZH: "把它写到接口的请求方式和地址下面，中间不要有别的标题", EN: "put it below the method and address of its endpoint, without another heading between"},
	Why: source.Message{
		ZH: "“请求参数”“返回参数”下面的表应当属于一个接口；属于不了的，其中的字段不会进入生成的代码。",
		EN: "A table below 请求参数 or 返回参数 should be an endpoint's; the fields of one that is not do not become code.",
	},
	Before: "# 接口\n\n## 请求参数\n\n|字段|类型|必填|\n|--|--|--|\n|id|int|是|\n\n## 查询\n\nGET /v1/get\n\n## 删除\n\nPOST /v1/delete",
	After:  "# 接口\n\n## 查询\n\nGET /v1/get\n\n### 请求参数\n\n|字段|类型|必填|\n|--|--|--|\n|id|int|是|\n\n## 删除\n\nPOST /v1/delete",
	Fold:   true,
}

var rowNotUsed = &source.Rule{
	Code: "row-not-used", Severity: source.Info,
	Message: source.Message{ZH: "这一行没有用上", EN: "nothing was made of this row"},
	Help:    source.Message{ZH: "若它重要，请写成字段或正文", EN: "write it as a field or in the text if it matters"},
	Why: source.Message{
		ZH: "接口信息表里与调用无关的行（权限、频率限制等）不进入生成的代码。",
		EN: "Rows of an endpoint's fact table that the call does not need (permissions, rate limits) do not become code.",
	},
	Before: "## 上架\n\n|访问地址|/v1/on|\n|--|--|\n|访问类型|POST|\n|授权范围|店长|",
	After:  "## 上架\n\n|访问地址|/v1/on|\n|--|--|\n|访问类型|POST|",
	Fold:   true,
}

var elementOfList = &source.Rule{
	Code: "element-of-list", Severity: source.Info,
	Message: source.Message{ZH: "这一行没有名字，说明的是 %q 的元素类型", EN: "this row has no name; it tells what the elements of %q are"},
	Help:    source.Message{ZH: "也可以直接把类型写成 string[] 这样", EN: "the type can be written as string[] too"},
	Why: source.Message{
		ZH: "有的导出工具给数组的元素单列一行，没有名字，只有类型。",
		EN: "Some exporters give the elements of an array a row of their own, with a type and no name.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|tags|array|标签|\n|&nbsp;&nbsp;└─|string| |", After: "|字段|类型|说明|\n|--|--|--|\n|tags|string[]|标签|",
	Fold: true,
}

var rowTooLong = &source.Rule{
	Code: "row-too-long", Severity: source.Warning,
	Message: source.Message{ZH: "这一行有 %d 个单元格，表头只有 %d 个", EN: "this row has %d cells, the header has %d"},
	Help:    source.Message{ZH: "正文里的竖线请写成 \\|，或补上表头", EN: "write a bar in the text as \\|, or add to the header"},
	Why: source.Message{
		ZH: "多出来的内容并入备注；通常是正文里的竖线没有转义。",
		EN: "What is too much is read as a remark; mostly a bar in the text was not escaped.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|type|int|1|2|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|type|int|1\\|2|",
	Fold:   true,
}

var barMissing = &source.Rule{
	Code: "bar-missing", Severity: source.Warning,
	Message: source.Message{ZH: "这里少了竖线，按空格分成几格读", EN: "bars are missing here; it is read as several cells, parted at its blanks"},
	Help:    source.Message{ZH: "在单元格之间加上 |", EN: "put a | between the cells"},
	Why: source.Message{
		ZH: "比表头少几格的行，若某一格按空格分开后类型或是否必填正好对上表头，就按分开后的读。",
		EN: "Where a row has fewer cells than the header, and parting one at its blanks brings type or yes and no below the right words, it is read so.",
	},
	Before: "|字段|类型|必填|说明|\n|--|--|--|--|\n|id int|是|编号|",
	After:  "|字段|类型|必填|说明|\n|--|--|--|--|\n|id|int|是|编号|",
	Fold:   true,
}

var columnsSwapped = &source.Rule{
	Code: "columns-swapped", Severity: source.Warning,
	Message: source.Message{ZH: "%q 下面是字段名，%q 下面是类型，按内容读", EN: "names stand below %q and types below %q; the columns are read as what is in them"},
	Help:    source.Message{ZH: "交换这两个表头", EN: "exchange the two words of the header"},
	Why: source.Message{
		ZH: "“参数名”一列全是类型、“类型”一列全是名字时，只能是表头写反了。",
		EN: "Where types alone stand below the word for names, and names alone below that for types, the header can only be the wrong way round.",
	},
	Before: "|类型|参数名|必填|说明|\n|--|--|--|--|\n|roomId|String|是|房间编号|",
	After:  "|参数名|类型|必填|说明|\n|--|--|--|--|\n|roomId|String|是|房间编号|",
}

var cellMissing = &source.Rule{
	Code: "cell-missing", Severity: source.Warning,
	Message: source.Message{ZH: "这一行少了 %q 一格，后面的按右移一格读", EN: "this row lacks its cell for %q; what follows is read one column further"},
	Help:    source.Message{ZH: "在前面补上这一格，没有内容就留空", EN: "add the cell before this one, empty if need be"},
	Why: source.Message{
		ZH: "比表头少一格的行，若类型或是否必填因此错位，按空出一格后能对上的读。",
		EN: "A row with a cell less than the header, whose type or yes and no stand below the wrong words, is read with an empty cell where they are right.",
	},
	Before: "|字段|类型|必填|说明|\n|--|--|--|--|\n|id|是|编号|",
	After:  "|字段|类型|必填|说明|\n|--|--|--|--|\n|id||是|编号|",
	Fold:   true,
}

var cellTooMany = &source.Rule{
	Code: "cell-too-many", Severity: source.Warning,
	Message: source.Message{ZH: "前面多了一个空格子，这里起按左移一格读", EN: "there is an empty cell too many before this one; from here on the row is read one column earlier"},
	Help:    source.Message{ZH: "去掉多出来的竖线", EN: "delete the bar that is too much"},
	Why: source.Message{
		ZH: "比表头多一格的行，若类型或是否必填因此错位，去掉一个空格子就能对上，就按去掉后的读。",
		EN: "A row with a cell more than the header, whose type or yes and no stand below the wrong words, is read without an empty cell where they are right then.",
	},
	Before: "|字段|类型|必填|说明|\n|--|--|--|--|\n|price||decimal|是|价格|",
	After:  "|字段|类型|必填|说明|\n|--|--|--|--|\n|price|decimal|是|价格|",
	Fold:   true,
}

var unknownPresence = &source.Rule{
	Code: "unknown-presence", Severity: source.Warning,
	Message: source.Message{ZH: "看不懂 %q：这一列写的是是否必填", EN: "%q is not understood: this column tells whether the field is required"},
	Help:    source.Message{ZH: "写“是”或“否”", EN: "write 是 (yes) or 否 (no)"},
	Why: source.Message{
		ZH: "看不懂的按没有写处理。",
		EN: "What is not understood says nothing of whether the field must be there.",
	},
	Before: "|字段|类型|必填|\n|--|--|--|\n|id|int|事|\n|name|string|否|",
	After:  "|字段|类型|必填|\n|--|--|--|\n|id|int|是|\n|name|string|否|",
	Fold:   true,
}

var nameWithBlank = &source.Rule{
	Code: "name-with-blank", Severity: source.Warning,
	Message: source.Message{ZH: "字段名 %q 里有空格，按 %q 读", EN: "there is a blank in the name %q; it is read as %q"},
	Help:    source.Message{ZH: "写实际传的名字", EN: "write the name that is sent"},
	Why: source.Message{
		ZH: "JSON 和参数里的名字一般没有空格，多半是下划线丢了。",
		EN: "Names in JSON and of parameters hardly ever have blanks; mostly an underscore was lost.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|order id|int|编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|order_id|int|编号|",
	Fold:   true,
}

var cellsSwapped = &source.Rule{
	Code: "cells-swapped", Severity: source.Warning,
	Message: source.Message{ZH: "类型和是否必填写反了", EN: "the cells for type and required have changed places"},
	Help:    source.Message{ZH: "把两格对调", EN: "swap the two cells"},
	Why: source.Message{
		ZH: "“必填”列里是类型，“类型”列里是“是/否”：按对调后的读。",
		EN: "The required cell holds a type and the type cell yes or no: they are read the other way round.",
	},
	Before: "|字段|类型|必填|\n|--|--|--|\n|id|是|int|",
	After:  "|字段|类型|必填|\n|--|--|--|\n|id|int|是|",
	Fold:   true,
}

var duplicateField = &source.Rule{
	Code: "duplicate-field", Severity: source.Warning,
	Message: source.Message{ZH: "字段 %q 重复出现", EN: "field %q is documented twice"},
	Help:    source.Message{ZH: "删去一行，或改正名字；若它属于下一级对象，请写出层级（如 data.%[1]s）", EN: "remove one row, or correct its name; if it belongs to an object one level down, say so (data.%[1]s)"},
	Why: source.Message{
		ZH: "同一对象里、同一位置的参数里，名字只能出现一次，以第一行为准；两行类型不同也一样。",
		EN: "A name can stand only once in an object, and among the parameters of one place; the first row is taken, also where the two differ in type.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n|id|int|用户编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n|user.id|int|用户编号|",
	Fold:   true,
}

var misspeltHeading = &source.Rule{
	Code: "misspelt-heading", Severity: source.Warning,
	Message: source.Message{ZH: "标题里的 %q 按 %q 读", EN: "%q in this heading is read as %q"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why: source.Message{
		ZH: "标题或标签只因一个常见的错别字而不认识时，按改正后的读。",
		EN: "A heading or label that a common slip alone keeps from being understood is read as if it were right.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n\n返会示例：\n\n```json\n{\"id\": 1}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n\n返回示例：\n\n```json\n{\"id\": 1}\n```",
	Fold:   true,
}

var directionUnclear = &source.Rule{
	Code: "direction-unclear", Severity: source.Warning,
	Message: source.Message{ZH: "%q 没有说明下面的表是请求还是返回", EN: "%q does not say whether the table below it is sent or answered"},
	Help:    source.Message{ZH: "在表的上面写“请求参数”或“返回参数”", EN: "put “请求参数” or “返回参数” above the table"},
	Why: source.Message{
		ZH: "请求参数之后又有一张表，上面的文字认不出来：各行与返回样例相符、或是状态码、消息和数据的，当作返回；否则仍算请求。",
		EN: "Below a table of the request stands another one, under words that are not understood. It is the answer if its rows are the sample's members, or a code, a message and data; otherwise it goes with the request.",
	},
	Before: "## 查询\n\nGET /v1/get\n\n请求参数\n\n|参数|类型|必填|\n|--|--|--|\n|id|int|是|\n\n回来的东西\n\n|参数|类型|\n|--|--|\n|code|int|\n|msg|string|\n|data|object|",
	After:  "## 查询\n\nGET /v1/get\n\n请求参数\n\n|参数|类型|必填|\n|--|--|--|\n|id|int|是|\n\n返回参数\n\n|参数|类型|\n|--|--|\n|code|int|\n|msg|string|\n|data|object|",
}

var misspeltType = &source.Rule{
	Code: "misspelt-type", Severity: source.Warning,
	Message: source.Message{ZH: "没有类型 %q，按 %q 读", EN: "there is no type %q; read as %q"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why: source.Message{
		ZH: "与已知类型只差一两个字母的词按那个类型读。",
		EN: "A word that is one or two letters away from a known type is read as that type.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|id|Mumber|编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|id|Number|编号|",
	Fold:   true,
}

var unknownType = &source.Rule{
	Code: "unknown-type", Severity: source.Warning,
	Message: source.Message{ZH: "不认识类型 %q：本页没有这样的小节，也不是已知类型", EN: "unknown type %q: no section declares it and it is no known type"},
	Help:    source.Message{ZH: "给它写一张以 %[1]s 为标题的字段表，或改用已知类型", EN: "add a field table titled %[1]s, or use a known type"},
	Why: source.Message{
		ZH: "没有说明的类型按内容不明的对象处理，样例里有就以样例为准。",
		EN: "A type that is declared nowhere is an object of unknown content, or what the sample shows.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|user|UserVO|用户|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|user|UserVO|用户|\n\n#### UserVO\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	Fold:   true,
}

var misspeltParent = &source.Rule{
	Code: "misspelt-parent", Severity: source.Warning,
	Message: source.Message{ZH: "没有字段 %q，应是 %q", EN: "there is no field %q; %q is meant"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why: source.Message{
		ZH: "带点的名字里，上一级没有自己的一行，却与同一级的某个字段只差一两个字母，按那个字段读。",
		EN: "In a name with dots, a parent without a row of its own that is one or two letters away from a field beside it is read as that field.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|data|object|数据|\n|data.id|int|编号|\n|date.name|string|名称|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|data|object|数据|\n|data.id|int|编号|\n|data.name|string|名称|",
	Fold:   true,
}

var misspeltReference = &source.Rule{
	Code: "misspelt-reference", Severity: source.Warning,
	Message: source.Message{ZH: "没有 %q 小节，应是 %q", EN: "there is no section %q; %q is meant"},
	Help:    source.Message{ZH: "改成 %[2]s", EN: "write %[2]s"},
	Why: source.Message{
		ZH: "指向的名字与某一小节只差一两个字母，按那一小节读。",
		EN: "The name is one or two letters away from a section's; that section is taken.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|channel|Object|详细请参考`Channle`|\n\n#### Channel\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|channel|Object|详细请参考`Channel`|\n\n#### Channel\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
}

var unknownReference = &source.Rule{
	Code: "unknown-reference", Severity: source.Warning,
	Message: source.Message{ZH: "找不到 %q 小节", EN: "there is no section %q"},
	Help:    source.Message{ZH: "补上这一小节，或把它所在的页面一起交给 wenma", EN: "add the section, or give the page that has it to wenma too"},
	Why: source.Message{
		ZH: "说明里指向的小节不在给出的页面里，字段按内容不明的对象处理。",
		EN: "The section that a description points at is on none of the pages given; the field is an object of unknown content.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|user|Object|详见`Person`|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|user|Object|详见`Person`|\n\n#### Person\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	Fold:   true,
}

var ambiguousReference = &source.Rule{
	Code: "ambiguous-reference", Severity: source.Info,
	Message: source.Message{ZH: "%q 指向的取值表不止一张，没有采用", EN: "more than one table of values fits what %q points at; none is taken"},
	Help:    source.Message{ZH: "写清楚是哪一张，如加上附录编号", EN: "say which one, for example by its number"},
	Why: source.Message{
		ZH: "同名的取值表内容不同，猜错了会拒绝合法的值。",
		EN: "The tables of that name differ; a wrong guess would refuse values that are fine.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|state|int|见附录订单状态|\n\n附录一 订单状态：\n\n|值|说明|\n|--|--|\n|0|待付|\n|1|已付|\n\n附录二 订单状态：\n\n|值|说明|\n|--|--|\n|1|待付|\n|2|已付|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|state|int|见附录二|\n\n附录一 订单状态：\n\n|值|说明|\n|--|--|\n|0|待付|\n|1|已付|\n\n附录二 订单状态：\n\n|值|说明|\n|--|--|\n|1|待付|\n|2|已付|",
}

var envelopeDiffers = &source.Rule{
	Code: "envelope-differs", Severity: source.Warning,
	Message: source.Message{ZH: "返回的最外层是 %s，多数接口的是 %s", EN: "the root of this answer is %s, that of most endpoints is %s"},
	Help:    source.Message{ZH: "若是笔误，改成一致；确实不同的可以不管", EN: "make them agree if it is a slip; leave it if the answer really differs"},
	Why: source.Message{
		ZH: "同一套接口的状态码、消息和数据通常用同样的名字；不同的要各生成一种外层。",
		EN: "Endpoints of one API mostly call code, message and data the same; each other way becomes an envelope of its own.",
	},
	Before: beforeDiffers, After: strings.ReplaceAll(beforeDiffers, "errmsg", "msg"),
}

// beforeDiffers has four endpoints, the last with a message of another name.
var beforeDiffers = endpointShows("/a", "msg") + endpointShows("/b", "msg") + endpointShows("/c", "msg") + endpointShows("/d", "errmsg")

func endpointShows(path, message string) string {
	return "## 查询" + path[1:] + "\n\nGET " + path + "\n\n返回示例：\n\n```json\n{\"code\": 0, \"" + message + "\": \"ok\", \"data\": {\"id\": 1}}\n```\n\n"
}

var unusedType = &source.Rule{
	Code: "unused-type", Severity: source.Info,
	Message: source.Message{ZH: "没有字段用到 %q", EN: "no field uses %q"},
	Help:    source.Message{ZH: "在用到它的字段上写明类型为 %[1]s", EN: "give the field that uses it the type %[1]s"},
	Why: source.Message{
		ZH: "这一小节仍会生成类型，只是没有字段指向它。",
		EN: "The section still becomes a type, but no field refers to it.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|user|Object|用户|\n\n#### UserInfo\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|user|UserInfo|用户|\n\n#### UserInfo\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	Fold:   true,
}

var typeConflict = &source.Rule{
	Code: "type-conflict", Severity: source.Warning,
	Message: source.Message{ZH: "%q 写的是 %s，样例是 %s", EN: "%q is declared as %s, the sample shows %s"},
	Help:    source.Message{ZH: "表和样例改成一致", EN: "make table and sample agree"},
	Why: source.Message{
		ZH: "以表为准生成类型，同时接受样例里的写法。",
		EN: "The table decides the type; what the sample shows is accepted too.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|count|string|数量|\n\n返回示例：\n\n```json\n{\"count\": 3}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|count|int|数量|\n\n返回示例：\n\n```json\n{\"count\": 3}\n```",
	Fold:   true,
}

var valueListedTwice = &source.Rule{
	Code: "value-listed-twice", Severity: source.Warning,
	Message: source.Message{ZH: "取值 %q 列了两次，含义不同，这些取值没有采用", EN: "the value %q is listed twice, with two meanings; the list is not taken"},
	Help:    source.Message{ZH: "改正其中一个", EN: "correct one of them"},
	Why: source.Message{
		ZH: "一个值只能有一个含义；不知道哪个写错了，就不当作取值列表，也不校验。",
		EN: "A value has one meaning. As it is not clear which of the two is wrong, nothing is made of the list, and nothing is checked.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|state|int|状态：0-待付 0-已付|",
	After:  "|字段|类型|说明|\n|--|--|--|\n|state|int|状态：0-待付 1-已付|",
	Fold:   true,
}

var valueNotListed = &source.Rule{
	Code: "value-not-listed", Severity: source.Warning,
	Message: source.Message{ZH: "%q 的样例值不在列出的取值里", EN: "the sample's value of %q is not among those listed"},
	Help:    source.Message{ZH: "把这个值补进列表，或改正样例", EN: "add the value to the list, or correct the sample"},
	Why: source.Message{
		ZH: "样例里出现了没有列出的值，这个列表就不当作全部取值，也不校验。",
		EN: "A list that misses a value which a sample shows is not taken for all the values, and is not checked.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|state|int|状态：1-启用 2-停用|\n\n返回示例：\n\n```json\n{\"state\": 7}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|state|int|状态：1-启用 2-停用|\n\n返回示例：\n\n```json\n{\"state\": 2}\n```",
	Fold:   true,
}

var sampleBreaksRule = &source.Rule{
	Code: "sample-breaks-rule", Severity: source.Warning,
	Message: source.Message{ZH: "%q 的样例值不符合这里写的限制", EN: "the sample's value of %q breaks the limit that is stated here"},
	Help:    source.Message{ZH: "改正限制或样例", EN: "correct the limit or the sample"},
	Why: source.Message{
		ZH: "样例不符合的限制不校验：实际传的值更可信。",
		EN: "A limit that the sample breaks is not checked: what is really sent knows better.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|sn|string|编号，不超过4位|\n\n返回示例：\n\n```json\n{\"sn\": \"A10086\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|sn|string|编号，不超过6位|\n\n返回示例：\n\n```json\n{\"sn\": \"A10086\"}\n```",
	Fold:   true,
}

var layoutDiffers = &source.Rule{
	Code: "layout-differs", Severity: source.Warning,
	Message: source.Message{ZH: "写的格式是 %s，样例是 %s", EN: "the layout is said to be %s, the sample shows %s"},
	Help:    source.Message{ZH: "说明和样例改成一致", EN: "make description and sample agree"},
	Why: source.Message{
		ZH: "时间的写法以样例为准，也不按说明里的格式校验。",
		EN: "How a time is written is what the sample shows; the stated layout is not checked.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|at|string|时间，格式 yyyy-MM-dd|\n\n返回示例：\n\n```json\n{\"at\": \"2021-02-03 10:20:30\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|at|string|时间，格式 yyyy-MM-dd HH:mm:ss|\n\n返回示例：\n\n```json\n{\"at\": \"2021-02-03 10:20:30\"}\n```",
	Fold:   true,
}

var nameDiffers = &source.Rule{
	Code: "name-differs", Severity: source.Warning,
	Message: source.Message{ZH: "表里写 %q，样例里是 %q", EN: "the table says %q, the sample %q"},
	Help:    source.Message{ZH: "确认哪个是对的，改成一致", EN: "find out which is right and make them agree"},
	Why: source.Message{
		ZH: "只差一个字母、种类也相同的，当作同一个字段，返回以样例里的名字为准，请求以表里的为准；差得更多的两个都保留，等你决定。",
		EN: "Names that are one letter apart and alike in kind are taken for one field, called as in the sample in an answer and as in the table in a request; what is further apart is kept as two until you decide.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|operatorId|string|操作人|\n\n返回示例：\n\n```json\n{\"operaterId\": \"1\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|operatorId|string|操作人|\n\n返回示例：\n\n```json\n{\"operatorId\": \"1\"}\n```",
}

var notInSample = &source.Rule{
	Code: "not-in-sample", Severity: source.Info,
	Message: source.Message{ZH: "样例里没有 %q", EN: "the sample does not have %q"},
	Help:    source.Message{ZH: "若它不一定返回，请注明；否则把它补进样例", EN: "say so if it is not always there; else add it to the sample"},
	Why: source.Message{
		ZH: "有说明而样例里没有的字段按可有可无处理。",
		EN: "A field that is documented but not in the sample is taken as optional.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n|companyId|string|公司|\n\n返回示例：\n\n```json\n{\"id\": 1}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n|companyId|string|公司|\n\n返回示例：\n\n```json\n{\"id\": 1, \"companyId\": \"c1\"}\n```",
	Fold:   true,
}

var undocumentedQuery = &source.Rule{
	Code: "undocumented-query", Severity: source.Info,
	Message: source.Message{ZH: "示例地址带有没有说明的参数：%s", EN: "the example URL has parameters that no table documents: %s"},
	Help:    source.Message{ZH: "用一张公共参数表说明它们", EN: "document them in a table of common parameters"},
	Why: source.Message{
		ZH: "请求体之外、只在示例地址里出现的参数当作所有请求共有的参数，由客户端统一设置。",
		EN: "Parameters that only an example URL shows, beside a documented body, are taken as common to all calls and set on the client.",
	},
	Before: "## 查询\n\nPOST http://127.0.0.1/v1/get?version=1&sign=abc\n\n请求参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	After:  "# 接口\n\n公共请求参数：\n\n|参数|位置|类型|\n|--|--|--|\n|version|query|string|\n|sign|query|string|\n\n## 查询\n\nPOST http://127.0.0.1/v1/get?version=1&sign=abc\n\n请求参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
}

var undocumentedQueryWhy = source.Message{ZH: "示例地址的查询串里有，表里没有，而接口自己的参数在请求体里", EN: "stands in the query of an example URL and in no table, while the endpoint's own parameters are in the body"}

var notInPath = &source.Rule{
	Code: "not-in-path", Severity: source.Warning,
	Message: source.Message{ZH: "路径参数 %q 不在路径 %s 里", EN: "path parameter %q is not in the path %s"},
	Help:    source.Message{ZH: "在路径里写上 {%[1]s}，或改正参数名", EN: "write {%[1]s} in the path, or correct the name"},
	Why: source.Message{
		ZH: "路径里没有占位的参数发不出去。",
		EN: "A path parameter without a place in the path cannot be sent.",
	},
	Before: "## 查询\n\nGET /user/{id}\n\n请求参数：\n\n|参数|位置|类型|\n|--|--|--|\n|userId|path|int|",
	After:  "## 查询\n\nGET /user/{id}\n\n请求参数：\n\n|参数|位置|类型|\n|--|--|--|\n|id|path|int|",
}

var callMissing = &source.Rule{
	Code: "call-missing", Severity: source.Error,
	Message: source.Message{ZH: "接口 %q 没有写请求方式和地址", EN: "endpoint %q has neither a method nor an address"},
	Help:    source.Message{ZH: "写上“请求方式：GET”和“请求地址：/…”", EN: "add a line such as “GET /…”"},
	Why: source.Message{
		ZH: "有请求参数和返回参数的小节当作接口；怎么调用要由调用方补上。",
		EN: "A section with request and response fields is taken for an endpoint; the caller has to supply how it is called.",
	},
	Before: "## 查询用户\n\n请求参数：\n\n|参数|类型|\n|--|--|\n|id|int|\n\n返回参数：\n\n|参数|类型|\n|--|--|\n|name|string|",
	After:  "## 查询用户\n\nGET /user/get\n\n请求参数：\n\n|参数|类型|\n|--|--|\n|id|int|\n\n返回参数：\n\n|参数|类型|\n|--|--|\n|name|string|",
	Fold:   true,
}

var pathMissing = &source.Rule{
	Code: "path-missing", Severity: source.Warning,
	Message: source.Message{ZH: "接口 %q 没有写地址", EN: "endpoint %q has no address"},
	Help:    source.Message{ZH: "写上“请求地址：/…”", EN: "add a line “URL: /…”"},
	Why: source.Message{
		ZH: "没有地址的接口也会生成代码，地址要由调用方补上。",
		EN: "An endpoint without an address still becomes code; the caller has to supply the address.",
	},
	Before: "## 查询用户\n\n请求方式：GET\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	After:  "## 查询用户\n\n请求方式：GET\n\n请求地址：/user/get\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	Fold:   true,
}

var methodMissing = &source.Rule{
	Code: "method-missing", Severity: source.Warning,
	Message: source.Message{ZH: "接口 %q 没有写请求方式", EN: "endpoint %q has no method"},
	Help:    source.Message{ZH: "写上“请求方式：GET”", EN: "add a line “method: GET”"},
	Why: source.Message{
		ZH: "没有请求方式时，有请求体的按 POST、其余按 GET 生成。",
		EN: "Without a method, an endpoint with a body is a POST and any other a GET.",
	},
	Before: "## 查询用户\n\n请求地址：/user/get\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	After:  "## 查询用户\n\n请求地址：/user/get\n\n请求方式：GET\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n|id|int|编号|",
	Fold:   true,
}

var noEndpoint = &source.Rule{
	Code: "no-endpoint", Severity: source.Info,
	Message: source.Message{ZH: "这一页没有接口", EN: "this page documents no endpoint"},
	Help:    source.Message{ZH: "若它应有接口，请写明请求方式和地址", EN: "state method and address if it should"},
	Why: source.Message{
		ZH: "目录、词汇表、错误码页没有接口，这是正常的；它们的类型和错误码仍会用上。",
		EN: "Indexes, glossaries and error lists have no endpoint, which is fine; their types and error codes are still used.",
	},
	Before: "# 目录\n\n只有文字。",
	After:  "# 查询用户\n\nGET /user/get",
}

var socketPage = &source.Rule{
	Code: "socket-page", Severity: source.Info,
	Message: source.Message{ZH: "这一页说明的是 WebSocket 消息，没有 HTTP 接口，不从它生成任何代码", EN: "this page describes messages of a WebSocket and no HTTP endpoint; nothing is made of it"},
	Help:    source.Message{ZH: "若其中有 HTTP 接口，请写明请求方式和地址", EN: "state method and address if it has an HTTP endpoint"},
	Why: source.Message{
		ZH: "wenma 只读 HTTP 接口。页面只有 ws:// 或 wss:// 地址时，表里的字段属于消息，生成的客户端和服务端都用不上",
		EN: "wenma reads HTTP endpoints. Where all that a page has is an address with ws:// or wss://, its fields belong to messages, which neither a client nor a server of HTTP has",
	},
	Before: "# 行情推送\n\n地址：wss://stream.example.com/ws\n\n订阅后推送：\n\n|字段|类型|说明|\n|--|--|--|\n|price|string|价格|",
	After:  "# 行情\n\nGET /v1/price\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n|price|string|价格|",
}

// sharedBefore are two pages that have a type of one name, with a table each.
func sharedBefore(one, other string) string {
	return "user.md:\n\n# 查询用户\n\nPOST /user/get\n\n返回参数：\n\n" + one + "\n\norder.md:\n\n# 查询订单\n\nPOST /order/get\n\n返回参数：\n\n" + other
}

const (
	sharedRef  = "|字段|类型|\n|--|--|\n|user|User|\n\n"
	sharedUser = sharedRef + "### User\n\n|字段|类型|必填|\n|--|--|--|\n|id|Long|是|\n|name|String|是|"
	closeUser  = sharedRef + "### User\n\n|字段|类型|必填|\n|--|--|--|\n|id|Long|是|\n|name|String|否|"
	otherUser  = sharedRef + "### User\n\n|字段|类型|必填|\n|--|--|--|\n|id|String|是|\n|name|String|是|"
	farUser    = sharedRef + "### User\n\n|字段|类型|必填|\n|--|--|--|\n|account|String|是|\n|role|String|是|"
)

var sharedTypeMerged = &source.Rule{
	Code: "shared-type-merged", Severity: source.Info,
	Message: source.Message{ZH: "另一处也有 %[1]q，两处相容，合成一个类型；不同的是 %[2]s", EN: "%[1]q stands elsewhere too and the two fit: they are one type; they differ in %[2]s"},
	Help:    source.Message{ZH: "把两处写成一样；不是同一个类型就换个名字", EN: "make the two alike, or give one another name if it is another thing"},
	Why: source.Message{
		ZH: "几页组成一套接口，同名的表通常是同一个类型。只在一处必填、或只在一处出现的字段，合并后可以缺少；写法不同的限制不校验。",
		EN: "Several pages make one API, where tables of one name are mostly one type. What only one of them requires or has may be missing in it, and limits that differ are not checked.",
	},
	Before: sharedBefore(sharedUser, closeUser), After: sharedBefore(sharedUser, sharedUser),
	Fold: true,
}

var sharedTypeDiffers = &source.Rule{
	Code: "shared-type-differs", Severity: source.Warning,
	Message: source.Message{ZH: "另一处也有 %[1]q，字段 %[2]q 的类型、格式或取值却不同，生成两个类型", EN: "%[1]q stands elsewhere too, but its field %[2]q has another type, format or list of values there: they become two types"},
	Help:    source.Message{ZH: "改成一致；不是同一个类型就换个名字", EN: "make them agree, or give one another name if it is another thing"},
	Why: source.Message{
		ZH: "同名而不同的类型不能合成一个。Go 里后一个的名字要加数字，看代码的人分不清是哪个。",
		EN: "Types that differ cannot be made one. In Go the second gets a number, which tells its reader nothing.",
	},
	Before: sharedBefore(sharedUser, otherUser), After: sharedBefore(sharedUser, sharedUser),
}

var sharedTypeUnrelated = &source.Rule{
	Code: "shared-type-unrelated", Severity: source.Warning,
	Message: source.Message{ZH: "另一处也有 %q，字段却大多不同，生成两个类型", EN: "%q stands elsewhere too, with other members: they become two types"},
	Help:    source.Message{ZH: "给其中一个换个名字", EN: "give one of the two another name"},
	Why: source.Message{
		ZH: "同名而不同的类型不能合成一个。Go 里后一个的名字要加数字，看代码的人分不清是哪个。",
		EN: "Types that differ cannot be made one. In Go the second gets a number, which tells its reader nothing.",
	},
	Before: sharedBefore(sharedUser, farUser), After: sharedBefore(sharedUser, strings.ReplaceAll(farUser, "User", "Operator")),
}

var sharedTypeAmbiguous = &source.Rule{
	Code: "shared-type-ambiguous", Severity: source.Warning,
	Message: source.Message{ZH: "%q 在别的几页上各不相同，不知道指哪一个", EN: "%q is declared on several other pages, each in its own way; it is not clear which is meant"},
	Help:    source.Message{ZH: "把要用的那张表写在这一页，或给不同的类型不同的名字", EN: "put the table that is meant on this page, or give types that differ different names"},
	Why: source.Message{
		ZH: "先用本页的表；本页没有时用路径最靠前的一页的表，那可能不是作者想的那张。",
		EN: "A page's own table comes first, then that of the page that is first by its path, which may not be the one that is meant.",
	},
	Before: sharedBefore(sharedUser, otherUser) + "\n\nrole.md:\n\n# 查询角色\n\nPOST /role/get\n\n返回参数：\n\n" + sharedRef,
	After:  sharedBefore(sharedUser, sharedUser) + "\n\nrole.md:\n\n# 查询角色\n\nPOST /role/get\n\n返回参数：\n\n" + sharedRef,
}

var endpointCopied = &source.Rule{
	Code: "endpoint-copied", Severity: source.Warning,
	Message: source.Message{ZH: "这一页有 %d 个接口与另一页的完全相同，只读一次", EN: "%d endpoints of this page stand on another page just so; they are read once"},
	Help:    source.Message{ZH: "删去多余的一页，或不要把它交给 wenma", EN: "remove one of the pages, or do not give it to wenma"},
	Why: source.Message{
		ZH: "备份或另存的页面会让每个接口出现两次。请求方式、路径、参数和返回都相同时只生成一个。",
		EN: "A page that was copied has each endpoint a second time. Where method, path, parameters and answers agree, there is one of it.",
	},
	Before: "user.md:\n\n# 查询用户\n\nGET /user/get\n\nuser-backup.md:\n\n# 查询用户\n\nGET /user/get",
	After:  "user.md:\n\n# 查询用户\n\nGET /user/get",
}

// The reasons of inferences.
var (
	nullSeenWhy   = source.Message{ZH: "样例里是 null", EN: "the sample shows null"}
	typeSeenWhy   = source.Message{ZH: "页面没有写类型，样例里是这样", EN: "the page states no type; the sample shows this one"}
	arraySeenWhy  = source.Message{ZH: "样例里是数组，字段说明的是它的元素", EN: "the sample shows an array; the members are those of its elements"}
	stampSeenWhy  = source.Message{ZH: "名称指时间，样例是 1970 年以来的秒数或毫秒数", EN: "its name is that of a moment, and the samples count from 1970"}
	layoutSeenWhy = source.Message{ZH: "样例里的时间是这种写法", EN: "the times in the sample are written like this"}
	textParamWhy  = source.Message{ZH: "页面没有写类型；地址和请求头里的参数都是文本", EN: "the page states no type; what travels in a URL or header is text"}
	notSeenWhy    = source.Message{ZH: "有说明，样例里却没有", EN: "documented, but the sample does not have it"}
	healedWhy     = source.Message{ZH: "写法与这一小节只差一两个字母", EN: "the spelling is one or two letters away from this section's"}
	defaultWhy    = source.Message{ZH: "有默认值，可以不传", EN: "it has a default, so it may be left out"}
	exampleWhy    = source.Message{ZH: "页面没有写类型，示例值是这样", EN: "the page states no type; the example shows this one"}
	valueTableWhy = source.Message{ZH: "取值列在这张表里", EN: "the values are listed in this table"}
	proseWhy      = source.Message{ZH: "说明里写着", EN: "the description says so"}
	untypedWhy    = source.Message{ZH: "表里没有类型，样例里也没有这一项", EN: "the table gives no type and no sample shows it"}
	wholeSeenWhy  = source.Message{ZH: "类型词没有说死，样例里是整数", EN: "the declared word leaves it open; the sample shows a whole number"}
	envelopeWhy   = source.Message{ZH: "返回的最外层是状态码、消息和数据", EN: "the root of the response is a code, a message and the data"}
)
