package lexicon

import "strings"

// Column is what the cells of a table column hold.
type Column uint8

// The columns.
const (
	NoColumn Column = iota
	NameColumn
	LabelColumn
	TypeColumn
	RequiredColumn
	NullableColumn // inverted: 是 means that the field may be left out
	LocationColumn
	TextColumn
	NoteColumn // a second text column
	DefaultColumn
	ExampleColumn
	LimitColumn // lengths, ranges, enumerations
	LengthColumn
	SchemaColumn // the name of a type beside a kind ("array", "User")
	SinceColumn
	CodeColumn // error or status codes
	RemedyColumn
	VersionColumn
	DateColumn
	AuthorColumn
	AddressColumn
	MethodColumn
	NumberColumn // row numbers
)

func (c Column) String() string {
	return [...]string{"-", "name", "label", "type", "required", "nullable", "location", "text", "note", "default", "example", "limit", "length", "schema", "since", "code", "remedy", "version", "date", "author", "address", "method", "number"}[c]
}

// columnTable has the words of table headers, the most likely meaning first where a word has several.
var columnTable = []struct {
	columns []Column
	words   string
}{
	{[]Column{NameColumn}, "参数名 参数名称 字段 字段名 字段名称 参数 parameter parameters param field fieldname key keyname 键 键名 键值 变量名 变量 返回字段 关键字 英文名 英文名称 字段英文名 parametername paramname 参数代码 参数英文名 元素 tables header headers 请求头 头名称 header名称 请求参数 返回参数 响应参数 输入参数 输出参数 参数字段 数据项 成员 成员名 attribute 入参 出参 标识 字段标识 参数标识 参数key 字段key 参数编码 path query body 响应字段 请求字段 标识符 http头 字段代码"},
	{[]Column{NameColumn, LabelColumn}, "名称 name 名字 属性名 属性名称 item 项 项目 参数项"},
	{[]Column{NameColumn, LabelColumn, RequiredColumn}, "选项"},
	{[]Column{NameColumn, TypeColumn}, "属性"},
	{[]Column{TypeColumn}, "数据类型 字段类型 类型及其范围 datatype 参数数据类型 变量类型 java类型 值类型 类型长度 typeformat 标签类型 paramtype 属性类型 字段属性 类型格式"},
	{[]Column{TypeColumn, LocationColumn, MethodColumn}, "类型 type 参数类型 种类"},
	{[]Column{TypeColumn, TextColumn, LimitColumn}, "格式 format"},
	{[]Column{RequiredColumn}, "必填 是否必填 必选 是否必选 必须 是否必须 必需 是否必需 必传 是否必传 必要 必要性 是否必要 required require mandatory 必填项 是否必输 必输 必填否 是否需要 必填性 isrequired 可选 是否可选 m/o mo 必输项 约束条件 填写 是否强制 强制 输入要求 是否必含 requird 是否必备 optional"},
	{[]Column{NullableColumn}, "可为空 是否可空 是否允许为空 允许为空 可空 是否为空 能否为空 nullable 是否可为空 允许空 可否为空 null"},
	{[]Column{LocationColumn}, "位置 参数区域 请求类型 参数位置 in 传参方式 传递方式 传入方式 传参位置 区域 所在位置 提交位置 参数种类 传输位置 paramin 请求参数类型"},
	{[]Column{TextColumn}, "说明 描述 含义 description desc 参数说明 参数描述 字段说明 字段描述 解释 释义 意义 说明信息 comment comments 用途 参数含义 字段含义 中文描述 详细说明 描述说明 describe 详情 explanation 内容 中文说明 属性描述 属性说明 作用 概述 meaning introduction 参数意义 错误描述 详细描述 功能 说明描述 detail 介绍 状态码含义 提示 参数解释 字段解释 descriptions"},
	{[]Column{NoteColumn}, "备注 注释 remark remarks note notes 其他信息 其它 其他 补充说明 备注说明 附加说明 说明2"},
	{[]Column{DefaultColumn}, "默认值 默认 default 缺省值 缺省 defaultvalue"},
	{[]Column{ExampleColumn}, "示例 示例值 示例数据 例子 样例 举例 参数示例 example examples 样例值 例 样例数据 范例 参考值 sample 参数例子 实例 值示例 exmaple"},
	{[]Column{ExampleColumn, TextColumn, LimitColumn}, "参数值 值 value 属性值 固定值"},
	{[]Column{LimitColumn}, "取值范围 范围值 范围 约束 验证条件 枚举 枚举值 可选值 限制条件 限制 校验 校验规则 规则 取值 constraint constraints 值范围 允许值 取值说明 格式要求 有效值 参数范围 参数限制 条件 验证规则 合法值"},
	{[]Column{LengthColumn}, "长度 最大长度 length maxlength 字段长度 参数长度 长度限制 size 最大长度字符 大小"},
	{[]Column{SchemaColumn}, "schema 数据模型 模型 引用 引用类型 对应实体 数据结构"},
	{[]Column{SinceColumn}, "since 版本号 起始版本 引入版本 支持版本"},
	{[]Column{VersionColumn}, "版本 version 版本编号 文档版本"},
	{[]Column{LabelColumn}, "中文名 中文名称 标题 中文 label title 字段中文名 参数中文名 中文含义 汉语名"},
	{[]Column{CodeColumn}, "错误码 返回码 状态码 响应码 code errcode 错误代码 错误编码 状态代码 返回值 http状态码 http代码 httpcode errorcode 异常码 代码 ret 结果码 编码 retcode 业务码 错误号 httpstatuscode 响应状态码 返回代码 状态值 statuscode 错误"},
	{[]Column{RemedyColumn}, "解决办法 解决方法 解决方案 处理建议 处理方式 处理方法 建议 排查建议 排查方法 操作建议 修复建议"},
	{[]Column{DateColumn}, "时间 日期 date 更新时间 修改时间 修订日期 更新日期 修改日期 变更时间"},
	{[]Column{AuthorColumn}, "操作人 作者 修改人 author 修订人 编写人 负责人 变更人 更新人"},
	{[]Column{AddressColumn}, "地址 url 请求地址 接口地址 路径 请求路径 接口路径 uri 接口url 请求url 访问地址 api 接口 接口链接 path路径 链接 路由"},
	{[]Column{MethodColumn}, "请求方式 方法 请求方法 method 方式 httpmethod 提交方式 调用方式"},
	{[]Column{NumberColumn}, "序号 编号 no 序 id号 行号 num"},
}

// Columns returns what a header cell may announce, most likely first; nil for a word that is not known.
func (l *Lexicon) Columns(header string) []Column {
	if c, ok := l.column(header); ok {
		return c
	}
	// 参数名称（必填）, 长度(字节): the remark after the word is not part of it
	if i := strings.IndexAny(header, "(（/[【"); i > 0 {
		c, _ := l.column(header[:i])
		return c
	}
	return nil
}

// Location is where a cell of a location column says that a parameter travels; "" when it is no such word.
func (l *Lexicon) Location(cell string) string {
	in, _ := locations.find(cell)
	return in
}

var locations = expand(map[string]string{
	"path":   "path 路径 路径参数 uri rest url路径 pathvariable path参数 pathparam",
	"query":  "query get url 查询 查询参数 querystring param params queryparam requestparam 请求参数 query参数 url参数 地址栏 querystringparameters 参数",
	"header": "header headers 头 请求头 头部 http头 httpheader head requestheader header参数",
	"cookie": "cookie cookies",
	"body":   "body post 请求体 json bodyjson requestbody 消息体 body参数 payload 报文体 data bodyparam",
	"form":   "form formdata 表单 urlencoded xwwwformurlencoded multipart multipartformdata 表单参数 bodyform formparam",
})
