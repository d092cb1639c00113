package explain

import (
	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/source"
	"sync"
)

// labels are what facts are called.
var labels = sync.OnceValue(func() map[string]source.Message {
	return map[string]source.Message{
		"name": {ZH: "字段名", EN: "name"}, "in": {ZH: "位置", EN: "in"}, "label": {ZH: "名称", EN: "label"}, "doc": {ZH: "说明", EN: "description"},
		"type": {ZH: "类型", EN: "type"}, "when": {ZH: "条件", EN: "when"}, "default": {ZH: "默认值", EN: "default"}, "example": {ZH: "示例值", EN: "example"},
		"unit": {ZH: "单位", EN: "unit"}, "deprecated": {ZH: "已废弃", EN: "deprecated"}, "note": {ZH: "备注", EN: "note"}, "origin": {ZH: "出处", EN: "origin"},
		"layout": {ZH: "格式", EN: "layout"}, "reference": {ZH: "参考", EN: "refers to"}, "value": {ZH: "取值", EN: "value"}, "number": {ZH: "编号", EN: "number"},
		"title": {ZH: "标题", EN: "title"}, "group": {ZH: "分组", EN: "group"}, "method": {ZH: "方式", EN: "method"}, "path": {ZH: "路径", EN: "path"},
		"action": {ZH: "动作", EN: "action"}, "body": {ZH: "请求体", EN: "body"}, "response": {ZH: "返回", EN: "response"}, "sample": {ZH: "示例", EN: "sample"},
		"error": {ZH: "错误码", EN: "error"}, "status": {ZH: "HTTP 状态", EN: "HTTP status"}, "remedy": {ZH: "处理办法", EN: "remedy"},
		"code": {ZH: "外层：状态码", EN: "envelope code"}, "message": {ZH: "外层：消息", EN: "envelope message"}, "data": {ZH: "外层：数据", EN: "envelope data"},
		"success": {ZH: "外层：成功值", EN: "envelope success"}, "head": {ZH: "外层：头部", EN: "envelope head"}, "passed": {ZH: "外层：是否成功", EN: "envelope says that it went well"}, "beside": {ZH: "外层：其他", EN: "envelope other"}, "members": {ZH: "成员数", EN: "members"},
		"recursive": {ZH: "递归", EN: "recursive"}, "open": {ZH: "可有其他值", EN: "open"}, "server": {ZH: "环境", EN: "environment"}, "url": {ZH: "地址", EN: "address"},
		"presence": {ZH: "必填", EN: "presence"}, "null": {ZH: "null", EN: "null"}, "rule": {ZH: "规则", EN: "rule"},
	}
})

// values are the words for values that are ours and not the page's.
var values = sync.OnceValue(func() map[string]map[string]source.Message {
	return map[string]map[string]source.Message{
		"presence": {
			"required": {ZH: "必填", EN: "required"}, "optional": {ZH: "可选", EN: "optional"}, "conditional": {ZH: "有条件地必填", EN: "conditional"},
			"unstated": {ZH: "页面没有说", EN: "the page does not say"},
		},
		"in": {
			"body": {ZH: "请求体", EN: "body"}, "path": {ZH: "路径", EN: "path"}, "query": {ZH: "查询参数", EN: "query"}, "header": {ZH: "请求头", EN: "header"},
			"cookie": {ZH: "Cookie", EN: "cookie"}, "response": {ZH: "返回", EN: "response"},
		},
		"origin": {
			"table": {ZH: "表格", EN: "table"}, "sample": {ZH: "示例", EN: "sample"}, "url": {ZH: "URL", EN: "URL"}, "prose": {ZH: "文字说明", EN: "prose"},
		},
		"sample": {"request": {ZH: "请求", EN: "request"}, "response": {ZH: "返回", EN: "response"}, "error": {ZH: "出错时的返回", EN: "error"}},
		"open":   {"true": {ZH: "是", EN: "yes"}},
	}
})

// kinds are what things are called.
var kinds = sync.OnceValue(func() map[generator.NameKind]source.Message {
	return map[generator.NameKind]source.Message{
		generator.TypeName: {ZH: "类型", EN: "type"}, generator.ObjectName: {ZH: "未命名的对象", EN: "object without a name"},
		generator.EnumName: {ZH: "枚举", EN: "enumeration"}, generator.ConstantName: {ZH: "枚举值", EN: "constant"}, generator.TimeName: {ZH: "时间", EN: "time"},
		generator.ErrorName: {ZH: "错误码", EN: "error"}, generator.EnvelopeName: {ZH: "返回的外层", EN: "envelope"}, generator.OperationName: {ZH: "接口", EN: "operation"},
		generator.ResponseName: {ZH: "接口的全部返回", EN: "answer"}, generator.FieldName: {ZH: "字段", EN: "field"}, generator.ServerName: {ZH: "服务地址", EN: "server"},
	}
})

// abouts are what inferences are about.
var abouts = sync.OnceValue(func() map[string]source.Message {
	return map[string]source.Message{
		"envelope": {ZH: "外层", EN: "envelope"}, "type": {ZH: "类型", EN: "type"}, "items": {ZH: "元素", EN: "items"}, "presence": {ZH: "必填", EN: "presence"},
		"nullable": {ZH: "null", EN: "nullable"}, "reference": {ZH: "引用", EN: "reference"}, "wire-path": {ZH: "层级", EN: "place on the wire"},
		"common-parameter": {ZH: "公共参数", EN: "common parameter"}, "layout": {ZH: "格式", EN: "layout"}, "enum": {ZH: "枚举", EN: "enum"}, "range": {ZH: "范围", EN: "range"},
		"length": {ZH: "长度", EN: "length"}, "pattern": {ZH: "正则", EN: "pattern"}, "decimals": {ZH: "小数位", EN: "decimals"}, "characters": {ZH: "字符", EN: "characters"},
		"prefix": {ZH: "开头", EN: "prefix"}, "suffix": {ZH: "结尾", EN: "suffix"}, "format": {ZH: "格式", EN: "format"}, "default": {ZH: "默认值", EN: "default"},
		"unit": {ZH: "单位", EN: "unit"}, "condition": {ZH: "条件", EN: "condition"}, "deprecated": {ZH: "已废弃", EN: "deprecated"},
		"doc": {ZH: "说明", EN: "description"}, "drop": {ZH: "去掉", EN: "left out"}, "wire-name": {ZH: "传输名", EN: "name on the wire"},
	}
})

// worded is a text of a table, or the text itself where the table does not have it.
func worded(table map[string]source.Message, text string, lang source.Lang) string {
	if m, ok := table[text]; ok {
		return m.In(lang)
	}
	return text
}
