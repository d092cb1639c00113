package lexicon

import "strings"

// Presence is what a word says about whether a field must be there.
type Presence uint8

// The answers.
const (
	NoPresence Presence = iota
	Required
	Optional
	Conditional
)

var presenceTable = map[Presence]string{
	Required:    "是 true ture yes y 必填 必选 必须 必需 必传 必输 required m 必要 √ ✓ ✔ 1 t 要 需要 必填项 mandatory must 必 r 非空 notnull 不能为空 不可为空 不为空 必给 固定 yse",
	Optional:    "否 false flase fasle no n 选填 非必填 可选 非必须 非必选 非必需 非必传 可空 optional o not 不必填 × x ✗ ✘ 0 f 不必 不必须 可不填 可为空 可以为空 允许为空 不需要 非必要 非 可填 无需 可不传 选传 只读 可能为空 不是 notrequired 不必传 不要求 任选 不填",
	Conditional: "c conditional 条件必填 条件 视情况 条件必选 条件可选 部分必填 看情况 二选一 请看备注 见备注 见说明 特定条件必填",
}

// Presence reads a cell of a required column. A cell that says more than a word ("否(私有歌单必填)", "layer=20时必填") is read for
// its condition; rest is true when there is text beyond the word, which is worth keeping.
func (l *Lexicon) Presence(cell string) (p Presence, rest bool) {
	if p, ok := l.word(cell); ok {
		return p, false
	}
	if blank(cell) {
		return NoPresence, false
	}
	if hasAny(cell, "时必", "则必", "必填一", "选一", "至少") {
		return Conditional, true
	}
	head := leading(cell)
	if p, ok := l.word(head); ok && head != cell {
		return p, true
	}
	return NoPresence, true
}

// SaysPresence reports whether a cell is such a word and nothing else.
func (l *Lexicon) SaysPresence(cell string) bool {
	_, ok := l.word(cell)
	return ok
}

// Nullable reads a cell of an inverted column: 是 means optional.
func (l *Lexicon) Nullable(cell string) (Presence, bool) {
	switch p, rest := l.Presence(cell); p {
	case Required:
		if strings.Contains(cell, "空") { // the cell says 不可为空 itself
			return Required, rest
		}
		return Optional, rest
	case Optional:
		if f := Fold(cell); strings.Contains(f, "空") && !strings.HasPrefix(f, "不") && !strings.HasPrefix(f, "非") {
			return Optional, rest // the cell says 可空 itself
		}
		return Required, rest
	default:
		return p, rest
	}
}

// leading is the text before the first bracket, comma or blank.
func leading(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "(（,，;；。 \n[【:："); i > 0 {
		return s[:i]
	}
	return s
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// NotAlways reports whether a description says that its field is not there in each answer: 不返回, 支付成功时返回.
func NotAlways(text string) bool { return containsAny(text, absences) }

var absences = []string{"不返回", "不再返回", "不会返回", "未返回", "时返回", "才返回", "后返回", "才有", "时有值", "则返回", "时才", "可能没有", "可能不存在", "不一定有", "请忽略", "可忽略"}
