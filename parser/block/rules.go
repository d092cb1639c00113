package block

import "github.com/wenma/wenma/source"

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{
	headingWithoutSpace, tableDelimiterMismatch, tableWithoutDelimiter, blankLineInTable, fullWidthBar, fenceNotClosed, tableNotClosed,
}

var headingWithoutSpace = &source.Rule{
	Code:     "heading-without-space",
	Severity: source.Info,
	Message: source.Message{
		ZH: "标题的 # 后面没有空格",
		EN: "no space after the # of a heading",
	},
	Help: source.Message{
		ZH: "在 # 和标题文字之间加一个空格，其他 Markdown 工具才会把它当作标题",
		EN: "put a space between the # and the words, so that other Markdown tools see a heading too",
	},
	Why: source.Message{
		ZH: "按 CommonMark，# 后面没有空格的行只是普通段落，还会和下一行连成一段。wenma 仍按标题读取。",
		EN: "To CommonMark a line without the space is a paragraph, and fuses with the lines below it. wenma reads it as the heading that it is meant to be.",
	},
	Before: "##返回参数",
	After:  "## 返回参数",
	Fold:   true,
}

var tableDelimiterMismatch = &source.Rule{
	Code:     "table-delimiter-mismatch",
	Severity: source.Info,
	Message: source.Message{
		ZH: "表头有 %d 列，分隔行却有 %d 列",
		EN: "the header has %d cells, the delimiter row has %d",
	},
	Help: source.Message{
		ZH: "让分隔行和表头的列数一致，否则多数 Markdown 工具不会显示成表格",
		EN: "give the delimiter row as many cells as the header; most Markdown tools show no table otherwise",
	},
	Why: source.Message{
		ZH: "列数以表头为准，分隔行只用来认出表格。",
		EN: "The header decides how many columns there are; the delimiter row only shows that it is a table.",
	},
	Before: "|字段|类型|\n|---|---|---|\n|id|int|",
	After:  "|字段|类型|\n|---|---|\n|id|int|",
}

var tableWithoutDelimiter = &source.Rule{
	Code:     "table-without-delimiter",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "表格缺少分隔行，第一行当作表头",
		EN: "the table has no delimiter row; its first row is taken as the header",
	},
	Help: source.Message{
		ZH: "在表头下面加一行 |---|---|",
		EN: "put a line |---|---| below the header",
	},
	Why: source.Message{
		ZH: "连续几行都以 | 开头且列数相同，只能是表格，但没有分隔行时其他工具会显示成一段文字。",
		EN: "Several lines of one shape that start with a bar can only be a table, yet other tools show them as running text.",
	},
	Before: "|字段|类型|\n|id|int|",
	After:  "|字段|类型|\n| --- | --- |\n|id|int|",
}

var blankLineInTable = &source.Rule{
	Code:     "blank-line-in-table",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "这一行和上面的表格之间有空行，仍按那张表的一行读",
		EN: "a blank line parts this row from the table above; it is read as a row of it",
	},
	Help: source.Message{
		ZH: "删去空行",
		EN: "delete the blank line",
	},
	Why: source.Message{
		ZH: "按 Markdown，表格到空行为止，后面的行会显示成一段文字。列数与上面的表相同、又没有表头的行只能是同一张表的。",
		EN: "To Markdown a table ends at a blank line, and what follows is running text. Rows with as many cells and no header of their own can only be more of the table.",
	},
	Before: "|字段|类型|\n|---|---|\n|id|int|\n\n|name|string|",
	After:  "|字段|类型|\n|---|---|\n|id|int|\n|name|string|",
	Fold:   true,
}

var fullWidthBar = &source.Rule{
	Code:     "full-width-bar",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "表格里用了全角竖线 ｜",
		EN: "a full-width bar ｜ stands in for | in a table",
	},
	Help: source.Message{
		ZH: "换成半角的 |",
		EN: "use the ASCII bar |",
	},
	Why: source.Message{
		ZH: "全角竖线对 Markdown 来说只是文字，这一行会错位。wenma 按半角竖线处理。",
		EN: "To Markdown the full-width bar is text, and the row's cells move. wenma takes it as a bar.",
	},
	Before: "|字段|类型|\n|---|---|\n｜id|int|",
	After:  "|字段|类型|\n|---|---|\n|id|int|",
	Fold:   true,
}

var fenceNotClosed = &source.Rule{
	Code:     "fence-not-closed",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "代码块没有结束标记",
		EN: "the code block is never closed",
	},
	Help: source.Message{
		ZH: "在代码的下一行加上与开头相同的标记",
		EN: "put the same marks on a line after the code",
	},
	Why: source.Message{
		ZH: "按 CommonMark，没有结束的代码块会一直延续到页面末尾。wenma 在下一个标题或下一个代码块之前结束它。",
		EN: "To CommonMark a code block without an end takes in the rest of the page. wenma ends it before the next heading or code block.",
	},
	Before: "```json\n{\"code\": 0}\n\n## 错误码",
	After:  "```json\n{\"code\": 0}\n```\n\n## 错误码",
}

var tableNotClosed = &source.Rule{
	Code:     "table-not-closed",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "HTML 表格没有 </table>",
		EN: "the HTML table has no </table>",
	},
	Help: source.Message{
		ZH: "在表格末尾加上 </table>",
		EN: "put </table> at its end",
	},
	Why: source.Message{
		ZH: "没有结束标签时，wenma 在第一个空行或标题之前结束表格。",
		EN: "Without the closing tag wenma ends the table before the first blank line or heading.",
	},
	Before: "<table>\n<tr><td>id</td></tr>",
	After:  "<table>\n<tr><td>id</td></tr>\n</table>",
}
