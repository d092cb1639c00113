package apidiff

import (
	"cmp"
	"strings"

	"github.com/wenma/wenma/source"
)

// sentences say each kind of change, with {field}, what it was {from}, and what it is {to}.
var sentences = map[Kind]source.Message{
	OperationAdded:      {ZH: "新增接口", EN: "the endpoint is new"},
	OperationRemoved:    {ZH: "删除接口", EN: "the endpoint is gone"},
	OperationDeprecated: {ZH: "接口标为废弃", EN: "the endpoint is deprecated"},
	SuccessChanged:      {ZH: "成功码由 {from} 改为 {to}", EN: "the code of success was {from} and is {to}"},
	FieldAdded:          {ZH: "新增字段 {field}（{to}）", EN: "field {field} ({to}) is new"},
	FieldRemoved:        {ZH: "删除字段 {field}（{from}）", EN: "field {field} ({from}) is gone"},
	FieldRenamed:        {ZH: "字段 {from} 改名为 {to}", EN: "field {from} is called {to}"},
	FieldMoved:          {ZH: "参数 {from} 移到 {to}", EN: "parameter {from} moved to {to}"},
	TypeChanged:         {ZH: "{field} 的类型由 {from} 改为 {to}", EN: "{field} was {from} and is {to}"},
	RequiredAdded:       {ZH: "{field} 改为必填", EN: "{field} is now required"},
	RequiredRemoved:     {ZH: "{field} 不再必填", EN: "{field} is no longer required"},
	NullableAdded:       {ZH: "{field} 可能为 null", EN: "{field} may be null"},
	NullableRemoved:     {ZH: "{field} 不再为 null", EN: "{field} is never null"},
	ValueAdded:          {ZH: "{field} 增加取值 {to}", EN: "{field} has a further value {to}"},
	ValueRemoved:        {ZH: "{field} 去掉取值 {from}", EN: "{field} no longer has the value {from}"},
	ValuesClosed:        {ZH: "{field} 限定为 {to}", EN: "{field} is limited to {to}"},
	ValuesOpened:        {ZH: "{field} 不再限定为 {from}", EN: "{field} is no longer limited to {from}"},
	RuleAdded:           {ZH: "{field} 增加限制 {to}", EN: "{field} has a further limit: {to}"},
	RuleRemoved:         {ZH: "{field} 去掉限制 {from}", EN: "{field} lost the limit: {from}"},
	DefaultChanged:      {ZH: "{field} 的默认值由 {from} 改为 {to}", EN: "the default of {field} was {from} and is {to}"},
}

// Sentence is the change in words, without the operation.
func (c *Change) Sentence() source.Message {
	fill := func(format, none string) string {
		return strings.NewReplacer("{field}", c.Path, "{from}", cmp.Or(c.From, none), "{to}", cmp.Or(c.To, none)).Replace(format)
	}
	m := sentences[c.Kind]
	return source.Message{ZH: fill(m.ZH, "无"), EN: fill(m.EN, "none")}
}

// Harm says whom the change breaks; empty for nobody.
func (c *Change) Harm() source.Message {
	switch {
	case c.BreaksCallers && c.BreaksServers:
		return source.Message{ZH: "调用方和服务端都不兼容", EN: "breaks callers and servers"}
	case c.BreaksCallers:
		return source.Message{ZH: "调用方不兼容", EN: "breaks callers"}
	case c.BreaksServers:
		return source.Message{ZH: "服务端不兼容", EN: "breaks servers"}
	}
	return source.Message{}
}
