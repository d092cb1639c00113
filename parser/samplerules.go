package parser

import "github.com/wenma/wenma/source"

// What tables say against what samples show.

var nameCaseDiffers = &source.Rule{
	Code: "name-case-differs", Severity: source.Warning,
	Message: source.Message{ZH: "表里写 %q，样例里是 %q，只是写法不同", EN: "the table says %q, the sample %q: one name, spelt in two ways"},
	Help:    source.Message{ZH: "表和样例改成同一种写法", EN: "spell it in one way in both"},
	Why: source.Message{
		ZH: "只有大小写、下划线或连字符不同的名字是同一个字段；返回以样例里的写法为准，请求以表里的为准。",
		EN: "Names that differ in case, underscores or hyphens only are one field, spelt as the sample has it in an answer and as the table has it in a request.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|shopId|string|门店|\n\n返回示例：\n\n```json\n{\"shop_id\": \"s1\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|shop_id|string|门店|\n\n返回示例：\n\n```json\n{\"shop_id\": \"s1\"}\n```",
	Fold:   true,
}

var undocumentedMember = &source.Rule{
	Code: "undocumented-member", Severity: source.Info,
	Message: source.Message{ZH: "样例里有表里没有的字段：%s", EN: "the sample has members that the table does not document: %s"},
	Help:    source.Message{ZH: "在表里补上它们，或从样例里去掉", EN: "document them in the table, or take them out of the sample"},
	Why: source.Message{
		ZH: "只有样例里有的字段也会生成，类型取自样例，没有说明。",
		EN: "A member that only a sample shows becomes a field too, of the sample's type and without a description.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n\n返回示例：\n\n```json\n{\"id\": 1, \"city\": \"杭州\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|id|int|编号|\n|city|string|城市|\n\n返回示例：\n\n```json\n{\"id\": 1, \"city\": \"杭州\"}\n```",
	Fold:   true,
}

var nestingDiffers = &source.Rule{
	Code: "nesting-differs", Severity: source.Warning,
	Message: source.Message{ZH: "表里写的是 %q，样例里在 %q", EN: "the table puts it at %q, the sample has it at %q"},
	Help:    source.Message{ZH: "按实际返回改正表里的层级或样例", EN: "correct the level in the table, or the sample"},
	Why: source.Message{
		ZH: "同一个名字在样例里只出现在另一层，就当作同一个字段，以样例的层级为准；写在公共类型里的字段不移动，只在这里指出。",
		EN: "A name that the sample has at another level and nowhere else is the same field, and stands where the sample has it; a field of a named type is not moved, only reported.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|user|object|用户|\n|user.id|int|编号|\n|user.phone|string|电话|\n\n返回示例：\n\n```json\n{\"user\": {\"id\": 1}, \"phone\": \"0571\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|user|object|用户|\n|user.id|int|编号|\n|phone|string|电话|\n\n返回示例：\n\n```json\n{\"user\": {\"id\": 1}, \"phone\": \"0571\"}\n```",
	Fold:   true,
}

var nullInSample = &source.Rule{
	Code: "null-in-sample", Severity: source.Warning,
	Message: source.Message{ZH: "%q 标为必填或不可为空，样例里却是 null", EN: "%q is marked as required or never empty, the sample shows null"},
	Help:    source.Message{ZH: "确认它是否可能为 null，改正表或样例", EN: "find out whether it can be null, and correct the table or the sample"},
	Why: source.Message{
		ZH: "样例里出现过 null 的字段，生成的代码也接受 null。",
		EN: "Generated code takes null for a field of which a sample shows it.",
	},
	Before: "|字段|类型|必填|说明|\n|--|--|--|--|\n|id|int|是|编号|\n|city|string|是|城市|\n\n返回示例：\n\n```json\n{\"id\": 1, \"city\": null}\n```",
	After:  "|字段|类型|必填|说明|\n|--|--|--|--|\n|id|int|是|编号|\n|city|string|否|城市|\n\n返回示例：\n\n```json\n{\"id\": 1, \"city\": null}\n```",
	Fold:   true,
}

var secretInPage = &source.Rule{
	Code: "secret-in-page", Severity: source.Warning, Secret: true,
	Message: source.Message{ZH: "这里的 %s 像是真的", EN: "this %s looks like a real one"},
	Help:    source.Message{ZH: "换成占位符（如 your-token、13800138000），并作废已经泄露的密钥", EN: "put a placeholder in its place (your-token, 13800138000), and revoke a key that has become known"},
	Why: source.Message{
		ZH: "文档会被很多人看到。令牌、密码、签名、私钥、手机号、身份证号、银行卡号不该用真的；导出和生成时，页面上这样的值一律遮盖。",
		EN: "Many people read a page. Tokens, passwords, signatures, private keys, telephone, identity card and bank card numbers on it should not be real; such values are masked in whatever is made of the page.",
	},
	Before: "|字段|类型|说明|\n|--|--|--|\n|token|string|令牌|\n\n返回示例：\n\n```json\n{\"token\": \"9f3Kq7Zr2LmX8vTb4Wc1Yd6N\"}\n```",
	After:  "|字段|类型|说明|\n|--|--|--|\n|token|string|令牌|\n\n返回示例：\n\n```json\n{\"token\": \"your-token\"}\n```",
	Fold:   true,
}

// The reasons of inferences.
var (
	wireNameWhy = source.Message{ZH: "表里的写法与样例只差一点，样例里是实际收发的名字", EN: "the table spells it a little differently; the sample has the name that is sent"}
	nestingWhy  = source.Message{ZH: "表里写在另一层，样例里只有这里有", EN: "the table has it at another level; the sample has it here and nowhere else"}
)
