package lexicon

import "strings"

// ValueColumn reports whether a header announces the values that something can have: 枚举值, 状态值, 编码.
func ValueColumn(header string) bool {
	return valueColumns.has(header) || valueColumnEnds.end(header)
}

var (
	valueColumns    = set("值", "取值", "编码", "代码", "value", "values", "enum", "code", "键值", "编号", "id", "key", "数值", "常量", "字段标识", "标识", "type", "status", "state", "状态码")
	valueColumnEnds = endingsOf("值", "状态", "枚举", "类型", "等级", "级别", "编码", "代码", "码值")
)

// MeaningColumn reports whether a header announces what a value means, in words for people.
func MeaningColumn(header string) bool {
	return meaningColumns.has(header) || meaningColumnEnds.end(header)
}

var (
	meaningColumns    = set("label", "text", "name", "desc", "description", "meaning", "中文", "中文名", "对应状态", "remark", "备注", "显示", "展示", "文案", "comment")
	meaningColumnEnds = endingsOf("说明", "含义", "描述", "名称", "意义", "解释", "释义", "中文名称", "中文名")
)

// DictionaryColumn reports whether a header announces what the values beside it are values of: one table holds several lists.
func DictionaryColumn(header string) bool {
	return dictionaryColumns.has(header)
}

var dictionaryColumns = set("字典", "字典名", "字典名称", "字典类型", "字典编码", "字典项", "枚举", "枚举名", "枚举名称", "枚举类型", "枚举类", "类别", "分类", "字段", "字段名", "字段名称", "参数", "参数名", "参数名称", "名称", "常量类", "enum", "dict", "field", "name")

// ValueTitle reports whether a title says that what follows are the values of something.
func ValueTitle(title string) bool {
	return containsAny(strings.ToLower(title), valueTitles)
}

var valueTitles = []string{"枚举", "字典", "取值", "可选值", "状态说明", "状态定义", "状态含义", "状态列表", "状态表", "类型说明", "类型定义", "类型列表", "类型表", "编码表", "代码表", "编码说明", "enum", "常量"}

// FailureTitle reports whether a title or a header speaks of errors or of the codes that all answers carry.
func FailureTitle(title string) bool {
	return containsAny(strings.ToLower(title), failureTitles)
}

var failureTitles = []string{"错误", "异常", "返回码", "响应码", "返回值", "状态码", "错误码", "结果码", "业务码", "返回代码", "响应代码", "全局码", "http", "error", "errcode", "retcode", "return code", "code列表", "code说明", "接口码"}

// FailureText reports whether the meaning of a value is that of an error.
func FailureText(text string) bool {
	return containsAny(strings.ToLower(text), failureTexts)
}

var failureTexts = []string{"错误", "异常", "不存在", "不能为空", "无权限", "没有权限", "未授权", "非法", "缺少", "请求成功", "操作成功", "调用成功", "必须的参数", "参数不", "签名", "error", "invalid", "missing", "not found", "unauthorized", "forbidden", "频繁", "重试"}

// Partial reports whether a title says that the list below it does not have all there is: 常见状态, 部分类型, 颜色等.
func Partial(title string) bool {
	return containsAny(title, partWords) || strings.HasSuffix(title, "等")
}

var partWords = []string{"部分", "常见", "常用", "例如", "示例", "举例", "比如", "等）", "等)"}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// ListName cuts the words off a title that only say that it is one of a list of values: 订单状态 of 订单状态枚举值说明.
func ListName(title string) string {
	for again := true; again; {
		again = false
		title = strings.Trim(title, " \t:：-—_·、，,。.的")
		for _, w := range listEnds {
			if rest, ok := strings.CutSuffix(title, w); ok && rest != "" {
				title, again = rest, true
			}
		}
		for _, w := range listStarts {
			if rest, ok := strings.CutPrefix(title, w); ok && rest != "" {
				title, again = rest, true
			}
		}
	}
	return title
}

var (
	listEnds   = []string{"说明", "定义", "取值范围", "可选值", "取值", "枚举值", "枚举", "列表", "含义", "数据字典", "字典", "对照表", "对照", "一览", "如下", "表", "编码", "代码", "值", "描述", "码", "字段", "参数", "为", "常量", "解释", "明细"}
	listStarts = []string{"数据字典", "字典", "枚举", "附录", "附表", "常量", "字段", "参数", "其中", "关于"}
)

// ListMarks introduce the name of a list of values in a description, besides those of RefMarks.
var ListMarks = []string{"取值", "枚举", "字典", "附录", "可选值", "请看", "详情看", "参看", "参阅", "对照"}

// listFillers may stand between a mark and the name that it introduces, and around it.
var listFillers = []string{"数据字典", "下面的", "下方的", "下面", "下方", "附录", "文档", "字典", "枚举类", "枚举", "中的", "里的", "章节", "小节", "的", "中", "表", "请", "见", "参考", "取值", "为", "如下", "列表", "页面", "页", "值", "定义", "说明", "部分", "部份", "类", "编码", "码"}

// CutListFiller removes one word from the start of a text that may stand around the name of a list.
func CutListFiller(s string) (string, bool) {
	for _, w := range listFillers {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest, true
		}
	}
	return s, false
}

// ListFiller reports whether a text is made of such words alone.
func ListFiller(s string) bool {
	for again := true; again && s != ""; {
		s, again = CutListFiller(s)
	}
	return s == ""
}

// ValueName reports whether an identifier names what has a list of values: OrderStatus, order_type.
func ValueName(ident string) bool {
	lower := strings.ToLower(ident)
	for _, end := range valueNameEnds {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

var valueNameEnds = []string{"status", "state", "type", "enum", "enums", "level", "kind", "mode", "dict"}
