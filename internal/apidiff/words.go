package apidiff

import (
	"cmp"
	"strings"
	"sync"

	"github.com/wenma/wenma/source"
)

// sentences say each kind of change, with {field}, what it was {from}, and what it is {to}.
var sentences = sync.OnceValue(func() map[Kind]source.Message {
	return map[Kind]source.Message{
		OperationAdded:      {ZH: "新增接口", EN: "the endpoint is new"},
		OperationRemoved:    {ZH: "删除接口", EN: "the endpoint is gone"},
		OperationMoved:      {ZH: "接口由 {from} 改为 {to}", EN: "the endpoint {from} is now {to}"},
		OperationDeprecated: {ZH: "接口标为废弃", EN: "the endpoint is deprecated"},
		SuccessChanged:      {ZH: "成功码由 {from} 改为 {to}", EN: "the code of success was {from} and is {to}"},
		StatusChanged:       {ZH: "成功时的 HTTP 状态由 {from} 改为 {to}", EN: "the HTTP status of success was {from} and is {to}"},
		FailureAdded:        {ZH: "新增失败状态 {to}", EN: "it may fail with status {to}"},
		FailureRemoved:      {ZH: "不再有失败状态 {from}", EN: "it no longer fails with status {from}"},
		FieldAdded:          {ZH: "新增字段 {field}（{to}）", EN: "field {field} ({to}) is new"},
		FieldRemoved:        {ZH: "删除字段 {field}（{from}）", EN: "field {field} ({from}) is gone"},
		FieldRenamed:        {ZH: "字段 {from} 改名为 {to}", EN: "field {from} is now called {to}"},
		FieldMoved:          {ZH: "{from} 移到 {to}", EN: "{from} moved to {to}"},
		FieldDeprecated:     {ZH: "{field} 标为废弃", EN: "{field} is deprecated"},
		TypeChanged:         {ZH: "{field} 的类型由 {from} 改为 {to}", EN: "{field} was {from} and is {to}"},
		AlternativeAdded:    {ZH: "示例中 {field} 也有 {to}", EN: "samples show {field} as {to} too"},
		AlternativeRemoved:  {ZH: "示例中 {field} 不再有 {from}", EN: "samples no longer show {field} as {from}"},
		FormatChanged:       {ZH: "{field} 的格式由 {from} 改为 {to}", EN: "the format of {field} was {from} and is {to}"},
		RequiredAdded:       {ZH: "{field} 改为必填", EN: "{field} is now required"},
		RequiredRemoved:     {ZH: "{field} 不再必填", EN: "{field} is no longer required"},
		NullableAdded:       {ZH: "{field} 可能为 null", EN: "{field} may be null"},
		NullableRemoved:     {ZH: "{field} 不再为 null", EN: "{field} is never null"},
		ValueAdded:          {ZH: "{field} 增加取值 {to}", EN: "{field} may also be {to}"},
		ValueRemoved:        {ZH: "{field} 去掉取值 {from}", EN: "{field} can no longer be {from}"},
		ValuesClosed:        {ZH: "{field} 限定为 {to}", EN: "{field} is limited to {to}"},
		ValuesOpened:        {ZH: "{field} 不再限定为 {from}", EN: "{field} is no longer limited to {from}"},
		RuleAdded:           {ZH: "{field} 增加限制：{to}", EN: "{field} has a further limit: {to}"},
		RuleRemoved:         {ZH: "{field} 去掉限制：{from}", EN: "{field} lost the limit: {from}"},
		RuleTightened:       {ZH: "{field} 的限制收紧为{to}（原来{from}）", EN: "the limit of {field} is tighter: {to} (was: {from})"},
		RuleLoosened:        {ZH: "{field} 的限制放宽为{to}（原来{from}）", EN: "the limit of {field} is looser: {to} (was: {from})"},
		RuleChanged:         {ZH: "{field} 的限制改为{to}（原来{from}）", EN: "the limit of {field} is another: {to} (was: {from})"},
		DefaultChanged:      {ZH: "{field} 的默认值由 {from} 改为 {to}", EN: "the default of {field} was {from} and is {to}"},
	}
})

// conditional says the changes of what is required where the other side has a condition, and what is new and required.
var conditional = sync.OnceValue(func() map[Kind]source.Message {
	return map[Kind]source.Message{
		FieldAdded:      {ZH: "新增必填字段 {field}（{to}）", EN: "required field {field} ({to}) is new"},
		RequiredAdded:   {ZH: "{field} 改为必填（原来{from}）", EN: "{field} is now required, and was {from}"},
		RequiredRemoved: {ZH: "{field} 不再总是必填（{to}）", EN: "{field} is no longer always required, but {to}"},
	}
})

// Sentence is the change in words, without the operation.
func (c *Change) Sentence() source.Message {
	m, from, to := sentences()[c.Kind], source.Message{ZH: c.From, EN: c.From}, source.Message{ZH: c.To, EN: c.To}
	switch c.Kind {
	case FieldAdded:
		if c.Breaking() {
			m = conditional()[c.Kind]
		}
	case RequiredAdded, RequiredRemoved:
		if c.From+c.To != "" {
			m = conditional()[c.Kind]
		}
		fallthrough
	case RuleAdded, RuleRemoved, RuleTightened, RuleLoosened, RuleChanged:
		from, to = limitWords(c.From), limitWords(c.To)
		from.ZH, to.ZH = apart(from.ZH), apart(to.ZH)
	}
	fill := func(format, from, to, none string) string {
		return strings.NewReplacer("{field}", c.Path, "{from}", cmp.Or(from, none), "{to}", cmp.Or(to, none)).Replace(format)
	}
	return source.Message{ZH: fill(m.ZH, from.ZH, to.ZH, "无"), EN: fill(m.EN, from.EN, to.EN, "none")}
}

// apart puts a blank before a text that does not begin with a Chinese character and follows one.
func apart(text string) string {
	if text != "" && text[0] < 0x80 && text[0] != ' ' {
		return " " + text
	}
	return text
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
