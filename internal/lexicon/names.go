package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Identifies reports whether a name is that of a number which identifies, chooses or dates something by custom, and so is a whole one:
// an identifier, a page, a status, a switch.
func Identifies(name string) bool {
	return lastWord(name, identifierNames) || Moment(name) || switches(name)
}

// Counts reports whether a name is that of a number of things.
func Counts(name string) bool { return lastWord(name, countNames) }

// Fraction reports whether a name is that of something which may have a fraction: a price, a rate, a coordinate.
func Fraction(name string) bool {
	lower := strings.ToLower(name)
	return lastWord(name, fractionNames) || strings.HasPrefix(lower, "avg") || strings.HasPrefix(lower, "average")
}

// Moment reports whether a name is that of a point in time: createTime, updated_at, ts.
func Moment(name string) bool {
	return lastWord(name, momentNames) || strings.HasSuffix(strings.ToLower(name), "time")
}

// TextName reports whether what goes by a name is always a text: a message, a signature, an address on the web.
func TextName(name string) bool { return lastWord(name, textNames) }

// FileName reports whether a name is that of a file that is sent.
func FileName(name string) bool { return lastWord(name, fileNames) }

var fileNames = []string{"file", "files", "upfile", "uploadfile", "multipartfile", "attachment"}

// FileHead reports whether what people call something is a file itself, and nothing about one: 上传文件, 附件, but not 文件名.
func FileHead(head string) bool { return endsInWord(strings.TrimRight(head, "。.；; "), fileEnds) }

var fileEnds = []string{"文件", "附件", "图片", "照片", "文件流", "上传的文件", "file", "视频", "音频"}

// Several reports whether a name is that of several things, or of one with parts.
func Several(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") || lastWord(name, severalNames)
}

// lastWord reports whether a name, however its words are joined, ends in one of these.
func lastWord(name string, words []string) bool {
	lower := strings.ToLower(name)
	for _, w := range words {
		if lower == w || strings.HasSuffix(name, strings.ToUpper(w[:1])+w[1:]) || strings.HasSuffix(lower, "_"+w) || strings.HasSuffix(name, strings.ToUpper(w)) {
			return true
		}
	}
	return false
}

// switches reports whether a name asks a question that has 0 and 1 for answers: isShow, has_child.
func switches(name string) bool {
	for _, w := range switchStarts {
		if rest, ok := strings.CutPrefix(name, w); ok && rest != "" && (rest[0] == '_' || rest[0] >= 'A' && rest[0] <= 'Z') {
			return true
		}
	}
	return false
}

var momentNames = []string{"timestamp", "ts", "date", "at"}

var identifierNames = []string{
	"time", "timestamp", "ts", "year", "month", "id", "ids", "uid", "pid", "cid", "gid", "tid", "userid", "orderid", "shopid", "goodsid",
	"page", "pageno", "pagenum", "pagesize", "no", "status", "state", "type", "code", "retcode", "errcode", "errno", "gender", "sex", "port",
}

var countNames = []string{
	"count", "counts", "cnt", "pages", "size", "total", "limit", "offset", "index", "num", "nums", "seq", "level", "sort", "rank", "age", "days", "stock",
}

var switchStarts = []string{"is", "has", "can", "need"}

var fractionNames = []string{
	"price", "amount", "amt", "money", "fee", "fees", "cost", "rate", "ratio", "percent", "percentage", "pct", "proportion", "discount", "tax", "balance",
	"salary", "income", "profit", "commission", "lat", "lng", "lon", "latitude", "longitude", "x", "y", "z", "scale", "zoom", "opacity", "distance",
	"weight", "height", "width", "area", "score", "vol", "volume", "temperature", "speed", "average", "avg", "confidence", "similarity",
}

var textNames = []string{
	"msg", "message", "name", "nickname", "username", "title", "subtitle", "url", "uri", "href", "link", "remark", "remarks", "memo", "desc", "description",
	"sign", "signature", "sig", "address", "addr", "email", "phone", "mobile", "avatar", "nonce",
}

var severalNames = []string{"list", "arr", "array", "info", "obj", "object", "map", "data", "json", "detail"}

// Role says what the words of a field tell of the number that it holds.
type Role uint8

// The roles.
const (
	NoRole         Role = iota
	IdentifierRole      // it identifies, chooses or dates, and is a whole number
	CountRole           // it says how many
	AmountRole          // it measures, and may have a fraction
)

// NumberRole is the role of what is called so in words for people: 店铺ID, 每页条数, 最高价格.
func NumberRole(head string) Role {
	switch {
	case strings.Contains(head, "平均"):
		return AmountRole
	case endsInWord(head, identifierEnds) || strings.HasPrefix(head, "是否") || strings.HasPrefix(head, "第几"):
		return IdentifierRole
	case endsInWord(head, countEnds):
		return CountRole
	case containsAny(head, amountWords) || endsInWord(head, amountEnds):
		return AmountRole
	case endsInWord(head, pieceEnds) && head != pieceEnds[0]: // of what it does not say
		return CountRole
	}
	return NoRole
}

// WholeUnit reports whether what is measured in a unit is counted: money in cents, bytes, pieces.
func WholeUnit(unit string) bool { return wholeUnits.has(unit) }

// MeasuredUnit reports whether what is measured in a unit may well have a fraction.
func MeasuredUnit(unit string) bool { return !wholeUnits.has(unit) && !durationUnits.has(unit) }

var (
	wholeUnits    = set("分", "美分", "毫秒", "微秒", "纳秒", "ms", "字节", "byte", "bytes", "个", "次", "人", "件", "张", "条", "份", "套", "页", "像素", "px", "步")
	durationUnits = set("秒", "s", "分钟", "小时", "天", "日", "周", "月", "年")
)

// TextHead reports whether what is called so in words for people is always a text: 商户签名, 备注.
func TextHead(head string) bool { return endsInWord(head, textEnds) }

// PlainHead reports whether what is called so in words for people is one value without parts, be it a text or a number: 流水号, 对账日期.
func PlainHead(head string) bool { return endsInWord(head, plainEnds) }

// SeveralThings reports whether words for people speak of several things, or of one with parts.
func SeveralThings(head string) bool { return containsAny(head, severalWords) }

// endsInWord reports whether a text ends in one of the words; one of Latin letters begins where no other letter stands before it.
func endsInWord(text string, words []string) bool {
	text = strings.ToLower(strings.TrimRight(text, " \t。.,，:：)）]】"))
	for _, w := range words {
		rest, ok := strings.CutSuffix(text, w)
		if last, _ := utf8.DecodeLastRuneInString(rest); ok && !(w[0] < utf8.RuneSelf && last < utf8.RuneSelf && unicode.IsLetter(last)) {
			return true
		}
	}
	return false
}

var (
	identifierEnds = []string{
		"id", "编号", "序号", "主键", "页码", "每页条数", "年份", "月份", "排序号", "状态", "状态码", "返回码", "错误码", "响应码", "状态值", "时间戳", "类型", "类别", "性别", "当前页", "端口号",
	}
	countEnds = []string{
		"页数", "条数", "行数", "个数", "次数", "人数", "笔数", "件数", "天数", "份数", "张数", "年龄", "排序", "顺序", "级别", "等级", "总页",
	}
	pieceEnds   = []string{"数量", "总数", "库存"}
	amountWords = []string{"小数", "浮点", "百分", "委托", "成交", "持仓", "挂单", "冻结", "可用", "交易", "买", "卖", "下单", "转", "金额", "价格", "单价", "汇率", "经度", "纬度", "坐标", "重量", "币"}
	amountEnds  = []string{
		"价", "费", "费用", "率", "比", "比例", "占比", "比率", "折扣", "权重", "得分", "评分", "分数", "余额", "额", "合计", "小计", "总计", "总量", "距离", "体积",
		"面积", "温度", "长度", "高度", "宽度", "速度", "佣金", "押金", "奖金", "租金", "运费", "税", "工资", "收入", "利润", "amount", "price", "rate",
	}
	textEnds = []string{
		"签名", "签名串", "签名值", "名称", "姓名", "昵称", "用户名", "标题", "地址", "备注", "描述", "链接", "网址", "url", "手机号", "手机号码", "邮箱", "提示信息", "错误信息", "返回信息", "响应信息", "错误描述", "返回描述", "信息描述",
	}
	plainEnds = []string{
		"号", "号码", "码", "编码", "代码", "日期", "时间", "流水", "标识", "标志", "凭证", "随机数", "方式", "方法", "算法", "省", "市", "区", "县", "省份", "城市", "户名", "密码", "密钥", "口令", "摘要", "版本", "语种", "币种",
	}
	severalWords = []string{"列表", "数组", "集合", "对象", "多个"}
)
