package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// units are what values are measured in; those of time are told apart, as they make a moment of a number.
var (
	timeUnits = map[string]bool{"秒": true, "毫秒": true, "微秒": true, "纳秒": true, "分钟": true, "小时": true, "s": true, "ms": true, "天": true, "日": true, "周": true, "月": true, "年": true}
	units     = set("秒 毫秒 微秒 纳秒 分钟 小时 s ms S MS 分 元 角 万元 亿元 千元 人民币 人民币元 美元 港币 日元 美分 % ％ ‰ ℃ °C °c 度 米 千米 公里 厘米 毫米 海里 平方米 ㎡ 平方公里 亩 公顷 千克 公斤 克 毫克 斤 吨 " +
		"字节 KB kb Kb MB mb GB G TB byte bytes Byte Bytes bit mA kA A mV kV KV V kW KW W kWh KWh kwh KWH Wh kVA kVar kvar Hz MHz GHz km m cm mm KG kg Kg g mg mL ml L 升 毫升 立方米 m³ m3 px 像素 dp rpm bps Mbps kbps dB Pa kPa MPa lux ppm km/h m/s 千卡 大卡 卡 步 vCPU 次/分 次/分钟")
	// looseUnits are units only behind 单位.
	looseUnits = set("天 日 周 月 年 个 次 人 件 张 条 台 份 套 页 帧 点 币 枚 手 股 万 亿 USDT BTC ETH USD CNY RMB 核")
	// signUnits need a number: in a string's description they mean something else as often as not.
	signUnits = set("A V W m g L G s S B")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// mineUnit reads 单位：分, 单位(元), 以分为单位, （秒）.
func (r *reader) mineUnit() {
	switch r.kind {
	case ir.Boolean, ir.ObjectKind, ir.File:
		return
	}
	if r.afterUnitWord() || r.aroundUnitWord() {
		return
	}
	for i, c := range r.clauses {
		if r.listed.meets(c.stretch) {
			continue
		}
		text := r.clauseText(c)
		switch {
		case c.whole && c.opener != 0 && i > 0 && units[text] && !(signUnits[text] && !r.numeric()):
			r.setUnit(c.stretch)
			return
		case !c.first && c.opener == 0 && (text == "毫秒" || text == "秒"):
			r.setUnit(c.stretch)
			return
		}
		if p, ok := r.behindMoment(c); ok {
			r.setUnit(p)
			return
		}
		if p, ok := r.precision(c); ok {
			r.setUnit(p)
			return
		}
	}
}

func (r *reader) numeric() bool { return r.kind == ir.Integer || r.kind == ir.Number }

func (r *reader) setUnit(p stretch) {
	unit := r.piece(p)
	r.rules.Unit = &unit
}

// unitOwners may stand right before 单位.
var unitOwners = []string{"金额", "时间", "价格", "费用", "大小", "长度", "时长", "数值", "的", "货币", "重量", "面积", "距离"}

// afterUnitWord reads what follows 单位.
func (r *reader) afterUnitWord() bool {
	for at := 0; ; {
		i := strings.Index(r.s[at:], "单位")
		if i < 0 {
			return false
		}
		start := at + i
		at = start + len("单位")
		if r.listed.has(start) || !r.ownWord(start, unitOwners) {
			continue
		}
		c := cursor{r.s, at}
		c.skip([]string{"为", "是", "：", ":", "（", "(", "【", "[", "统一", "-", "\"", "“", "`"})
		if p, ok := r.unitAt(&c, true); ok {
			r.setUnit(p)
			return true
		}
	}
}

// ownWord reports whether a word starts at an offset by itself or behind one of the owners.
func (r *reader) ownWord(at int, owners []string) bool {
	if at == 0 || sign(lastRune(r.s[:at])) != 0 || strings.ContainsRune(blanks, lastRune(r.s[:at])) {
		return true
	}
	_, ok := endsWithAny(r.s[:at], owners)
	return ok
}

// unitAt reads a unit at the cursor, with nothing glued to it.
func (r *reader) unitAt(c *cursor, loose bool) (stretch, bool) {
	start := c.at
	for n := 0; n < 8 && !c.ended() || c.peek() == '%' || c.peek() == '％' || c.peek() == '/'; n++ {
		_, size := runeAt(c.s, c.at)
		c.at += size
	}
	word := c.s[start:c.at]
	if c.peek() == '\'' || word == "" {
		return stretch{}, false
	}
	return stretch{start, c.at}, units[word] || loose && looseUnits[word]
}

// aroundUnitWord reads 以分为单位.
func (r *reader) aroundUnitWord() bool {
	i := strings.Index(r.s, "为单位")
	if i < 0 {
		return false
	}
	start := strings.LastIndex(r.s[:i], "以")
	if start < 0 || i-start > 16 {
		return false
	}
	p := r.trim(stretch{start + len("以"), i})
	word := strings.Trim(r.s[p.start:p.end], "\"'`“”")
	if !units[word] && !looseUnits[word] {
		return false
	}
	at := p.start + strings.Index(r.s[p.start:p.end], word)
	r.setUnit(stretch{at, at + len(word)})
	return true
}

// behindMoment reads the unit that a blank parts from the name of a moment: 创建时间 毫秒.
func (r *reader) behindMoment(c clause) (stretch, bool) {
	text := r.clauseText(c)
	for _, u := range []string{"毫秒", "秒"} {
		name, ok := strings.CutSuffix(text, u)
		bare := strings.TrimRight(name, blanks)
		if _, moment := endsWithAny(bare, momentWords); c.first && ok && bare != name && moment {
			return stretch{c.end - len(u), c.end}, true
		}
	}
	return stretch{}, false
}

// precision reads 精确到毫秒 of a number or a time stamp.
func (r *reader) precision(c clause) (stretch, bool) {
	text := r.clauseText(c)
	i := strings.Index(text, "精确到")
	if i < 0 || !r.numeric() && !strings.Contains(r.s, "时间戳") {
		return stretch{}, false
	}
	at := i + len("精确到")
	for _, u := range []string{"毫秒", "秒"} {
		if strings.HasPrefix(text[at:], u) {
			return stretch{c.start + at, c.start + at + len(u)}, true
		}
	}
	return stretch{}, false
}
