package lexicon

import "strings"

// Base is the kind of value that a type word names.
type Base uint8

// The bases.
const (
	NoBase Base = iota
	AnyBase
	StringBase
	IntegerBase
	NumberBase
	BooleanBase
	ObjectBase
	ArrayBase
	MapBase
	FileBase
	EnumBase // an enumeration of strings
	NullBase
)

// TypeWord is what a type word means.
type TypeWord struct {
	Base   Base
	Bits   int
	Format string // as ir.Scalar has it
	Loose  bool   // of a number: the word leaves open whether it may have a fraction
}

var typeTable = []struct {
	word  TypeWord
	words string
}{
	{TypeWord{Base: StringBase}, "string strings str 字符串 字符 字符型 char character varchar varchar2 nvarchar text 文本 字符类型 字符串型 字串 longtext charsequence alphanumeric tinytext 文本型 字符串类型 mediumtext 字符文本 an ans ascii utf8 汉字"},
	{TypeWord{Base: IntegerBase}, "int integer 整型 整数 整形 intger interger 整数型 整数类型 tinyint smallint mediumint ints uint unsignedint unsignedinteger 数值型 自然数 正整数 biginteger inter short ushort byte uint8 int8 uint16 int16 整型数 整型数字 数字型整数 sint count"},
	{TypeWord{Base: IntegerBase, Bits: 32}, "int32 uint32 sint32"},
	{TypeWord{Base: IntegerBase, Bits: 64}, "int64 long bigint uint64 长整型 长整形 longint ulong longlong 长整数 长整 long64"},
	{TypeWord{Base: IntegerBase, Bits: 64, Format: "unix-seconds"}, "时间戳 unix时间戳 unixtime unixtimestamp"},
	{TypeWord{Base: IntegerBase, Bits: 64, Format: "unix-millis"}, "毫秒时间戳"},
	{TypeWord{Base: NumberBase, Loose: true}, "number num numbers numeric 数 数字 数值 数字型 数字类型 数值类型"},
	{TypeWord{Base: NumberBase}, "float double decimal 浮点 浮点型 浮点数 小数 double型 float型 float32 float64 real 双精度 双精度浮点 双精度型 单精度 实数 实型"},
	{TypeWord{Base: NumberBase, Format: "decimal"}, "bigdecimal money 金额 currency"},
	{TypeWord{Base: BooleanBase}, "boolean bool 布尔 布尔型 布尔值 布尔类型 boolen bit logical boole"},
	{TypeWord{Base: ObjectBase}, "object obj 对象 json jsonobject jsonobj 对象类型 struct 结构体 结构 dict 字典 dictobject 实体 class 对象型 json对象 objects jsonb node 实体类 组合 模型"},
	{TypeWord{Base: MapBase}, "map hashmap 映射 dictionary hash linkedhashmap 键值对 treemap mapobject"},
	{TypeWord{Base: ArrayBase}, "array list 数组 列表 集合 jsonarray arraylist set 数组类型 collection json数组 数组型 arr lists arrays vector slice 对象数组 数组对象 objectarray arrayobject"},
	{TypeWord{Base: FileBase}, "file files 文件 multipart multipartfile 文件流 二进制 binary stream iostream blob 文件类型 文件对象 filestream inputstream 二进制流 bytes 附件 图片文件 流"},
	{TypeWord{Base: StringBase, Format: "date-time"}, "datetime timestamp 时间 日期时间 localdatetime 时间类型 time 时间型 日期时间型 timestring zoneddatetime"},
	{TypeWord{Base: StringBase, Format: "date"}, "date 日期 localdate 日期型 日期类型"},
	{TypeWord{Base: StringBase, Format: "uuid"}, "guid uuid"},
	{TypeWord{Base: StringBase, Format: "json"}, "jsonstring jsonstr json字符串 json串 stringjson json格式字符串 字符串json"},
	{TypeWord{Base: StringBase, Format: "uri"}, "url uri link 链接 网址"},
	{TypeWord{Base: StringBase, Format: "email"}, "email mail 邮箱"},
	{TypeWord{Base: StringBase, Format: "byte"}, "base64 base64string"},
	{TypeWord{Base: EnumBase}, "enum 枚举 枚举型 枚举值 枚举类型 enumstring stringenum enumeration"},
	{TypeWord{Base: AnyBase}, "any 任意 可变类型 mixed 不定 任意类型 t 动态 多种类型 泛型 不限 unknown interface dynamic objectany variant 混合 不固定"},
	{TypeWord{Base: NullBase}, "null nil none void 空 无"},
}

// Type looks a type word up; ok is false for an unknown one.
func (l *Lexicon) Type(word string) (TypeWord, bool) {
	return l.typeWord(word)
}

// TypeWords lists all known type words, folded, in no order; for suggestions.
func (l *Lexicon) TypeWords() []string {
	words := l.Words(Types)
	out := make([]string, 0, len(words))
	for _, w := range words {
		if len(w) > 3 && strings.IndexFunc(w, func(r rune) bool { return r > 127 }) < 0 {
			out = append(out, w)
		}
	}
	return out
}
