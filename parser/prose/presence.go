package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

var (
	requiredWords = set("必填 必传 必须 必选 必需 必输 必填项 必传项 必填字段 不能为空 不可为空 不允许为空 非空 不为空 不得为空 required Required mandatory 必须填写 必须传 必须填")
	optionalWords = set("选填 可选 非必填 非必传 非必选 非必须 非必需 可空 可为空 可以为空 允许为空 optional Optional 可不填 可不传 选传 不必填 非必要 可选参数 可选字段 可选项 选填项 可以不传 可以不填 非必输 可传可不传")
	// must end a clause that says when the field has to be there.
	must = []string{"必填", "必传", "必须传", "必须填", "必选", "必输", "不能为空", "不可为空", "必须填写", "必须有值", "为必填", "必须指定", "必须提供", "必需"}
	// selfWords are the field itself: 此字段为必填 is no condition.
	selfWords = []string{"此字段", "该字段", "本字段", "字段", "为", "是", "此项", "该项", "此参数", "该参数", "参数", "均", "都", "，", "："}
)

// speaksOfPresence is a quick look whether a text may say that a field must or need not be there, or when: whatever does so has one of
// these characters, or one of the Latin words.
func speaksOfPresence(s string) bool {
	for _, c := range s {
		switch c {
		case '必', '选', '空', '填', '传', '输', '时', '才', '则', '如', '若', '当', '仅', '只', '首', '第', '根', '没', '无',
			'其', '个', '项', '择', '互', '都', '全', '均':
			return true
		}
	}
	return containsAny(s, presenceWordsLatin)
}

var presenceWordsLatin = []string{"equired", "andatory", "ptional"}

// minePresence reads whether the field must be there, and on what it depends.
func (r *reader) minePresence() {
	if !speaksOfPresence(r.s) {
		return
	}
	for i := range r.tokens {
		if r.standsAlone(i) && !r.listed.has(r.tokens[i].start) {
			r.presenceWord(i)
		}
	}
	for i, c := range r.clauses {
		if r.listed.meets(c.stretch) {
			continue
		}
		if r.conditional(i, c) {
			return
		}
	}
	for i, c := range r.clauses {
		if !r.listed.meets(c.stretch) && !r.isDefault(c) && r.depends(r.clauseText(c)) {
			r.setWhen(i)
			return
		}
	}
}

func (r *reader) isDefault(c clause) bool { return r.defaultAt.meets(c.stretch) }

// standsAlone reports whether nothing is glued to a token.
func (r *reader) standsAlone(i int) bool {
	k := r.tokens[i].kind
	if k != han && k != word {
		return false
	}
	before := i == 0 || r.tokens[i].gap || r.isKind(i-1, mark) && !r.isMark(i-1, "、/|=<>")
	after := i+1 == len(r.tokens) || r.tokens[i+1].gap || r.isKind(i+1, mark) && !r.isMark(i+1, "、/|=<>:?[")
	return before && after
}

func (r *reader) presenceWord(i int) {
	if r.rules.Presence != ir.Unstated {
		return
	}
	text := r.textOf(i)
	if k := r.conditionBefore(i); k >= 0 && (requiredWords[text] || optionalWords[text]) {
		if requiredWords[text] {
			r.setConditional(k, r.clauses[k])
		}
		return
	}
	switch {
	case requiredWords[text] && (len(text) > 6 || !r.isKind(i+1, han) || text != "必须"):
		r.rules.Presence = ir.Required
	case optionalWords[text] && !(text == "可选" && r.amongValues(i)):
		r.rules.Presence = ir.Optional
	default:
		return
	}
	r.rules.PresenceAt = r.at(r.inner(i))
}

// amongValues reports whether values stand beside 可选, which is then about them: 还有 1，2，3 可选.
func (r *reader) amongValues(i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if r.isKind(k, number) || r.isKind(k, word) || r.isKind(k, quoted) {
			return true
		}
	}
	return false
}

// conditionBefore is the clause with the condition that the word of token i depends on, -1 for none: "type为2时，可不填".
func (r *reader) conditionBefore(i int) int {
	for k, c := range r.clauses {
		if !c.has(r.tokens[i].start) {
			continue
		}
		if k == 0 || r.clauses[k-1].next != ',' {
			return -1
		}
		text := r.clauseText(r.clauses[k-1])
		_, starts := startsWithAny(text, []string{"如果", "若", "当", "仅当"})
		if starts && !strings.HasPrefix(text, "当前") || strings.HasSuffix(text, "时") || strings.HasSuffix(text, "的话") {
			return k - 1
		}
		return -1
	}
	return -1
}

// conditional reads a clause that ends in 必填 with a condition before it, or one that is about several fields.
func (r *reader) conditional(i int, c clause) bool {
	text := r.clauseText(c)
	if _, needed := choiceOf(text); needed {
		r.setConditional(i, c)
		return true
	}
	w, ok := endsWithAny(text, must)
	if !ok {
		return false
	}
	before := strings.TrimSuffix(text, w)
	for trimmed := ""; trimmed != before; {
		trimmed = before
		before = strings.TrimRight(before, blanks)
		for _, s := range selfWords {
			before = strings.TrimSuffix(before, s)
		}
	}
	if before == "" || negated(before) || !r.isCondition(before) && c.first {
		return false
	}
	r.setConditional(i, c)
	return true
}

// negated reports whether words before 必填 turn it around, and not what they are a condition of: 是否必填, but 家长不在场时必填.
func negated(before string) bool {
	if _, condition := endsWithAny(before, []string{"时", "情况下", "的话", "则"}); condition {
		return strings.Contains(before, "是否")
	}
	return containsAny(differing.Replace(before), []string{"非", "是否", "不"})
}

// differing takes the words out of a condition that compare: 类型不为1时 is one.
var differing = strings.NewReplacer("不为空", "", "不为", "", "不是", "", "不等于", "")

// isCondition reports whether the words before 必填 are a condition and not the name of the field.
func (r *reader) isCondition(before string) bool {
	return containsAny(before, []string{"时", "则", "如果", "若", "当", "情况", "=", "接口", "模式", "场景", "条件", "类型", "的话"})
}

func (r *reader) setConditional(i int, c clause) {
	r.rules.Presence = ir.Conditional
	r.rules.PresenceAt = r.at(c.stretch)
	r.setWhen(i)
}

// whenWords are in a clause that makes the field depend on something; whenStarts begin one.
var (
	whenWords  = []string{"不传则", "不填则", "为空则", "不传默认", "不传就", "时才", "时有效", "时传", "时填", "才有", "才会", "才返回", "则默认", "时不传", "时为空", "时无效", "不需要传", "才能", "不传表示", "不传为", "为空时", "不填表示", "为空表示", "则不返回", "时必", "不传返回", "不传查询"}
	whenStarts = []string{"如果", "若", "当", "仅当", "仅在", "只有", "首次传", "第一次", "不传", "不填", "为空", "根据", "没有则", "仅用于", "仅限", "只在", "只对", "仅对"}
)

// notWhen begin like conditions and are none.
var notWhen = []string{"当前", "当天", "当月", "当日", "当地", "当周", "当季", "当年", "当期", "当次", "当班", "当事", "若干", "第一次回", "根据地", "只有一个"}

func (r *reader) depends(text string) bool {
	if _, ok := startsWithAny(text, whenStarts); ok {
		_, other := startsWithAny(text, notWhen)
		return !other && !(strings.HasPrefix(text, "根据") && strings.HasSuffix(text, "排序"))
	}
	if strings.HasSuffix(text, "时返回") {
		return true
	}
	if found, _ := choiceOf(text); found {
		return true
	}
	return strings.HasSuffix(text, "无效") && len(text) > len("无效") || containsAny(text, whenWords)
}

// setWhen keeps the statement from clause i on: to the end of the sentence, the bracket or the line.
func (r *reader) setWhen(i int) {
	start, end := r.whenStart(i), r.clauses[i].end
	for j := i; j+1 < len(r.clauses) && r.clauses[j].next == ','; j++ {
		next := r.clauses[j+1]
		if r.isDefault(next) || r.listed.meets(next.stretch) {
			break
		}
		end = max(end, next.end)
	}
	when := r.piece(stretch{start, end})
	r.rules.When = &when
}

// whenStart is where the statement begins that clause i is of: what stands before it may be its condition (step=0时，不能为空), the
// value that a remark in brackets tells the meaning of (mode=1（自动）时必填), a first value (mode=1,2时必填), or a name (a，b 二选一).
func (r *reader) whenStart(i int) int {
	if _, goesOn := startsWithAny(r.clauseText(r.clauses[i]), []string{"时", "的时候", "的情况", "情况下"}); goesOn && i >= 2 && r.clauses[i-1].opener == '(' && r.clauses[i-2].next == '(' {
		i -= 2
	}
	for i > 0 && r.clauses[i-1].next == ',' && !r.isDefault(r.clauses[i-1]) && !r.listed.meets(r.clauses[i-1].stretch) {
		before := r.clauseText(r.clauses[i-1])
		switch {
		case strings.HasSuffix(before, "时") && !r.depends(before),
			moreValues().MatchString(r.clauseText(r.clauses[i])) && firstValue().MatchString(before):
			return r.clauses[i-1].start
		case !r.clauses[i-1].first && r.depends(before), isIdentifier(before) && !r.clauses[i-1].first:
			i--
		default:
			return r.clauses[i].start
		}
	}
	return r.clauses[i].start
}

// moreValues is a clause that goes on with the values of the one before it: kind=2,3时必填.
var (
	moreValues = lazily(`^[\w-]+(?:时|的|则|必|情况)`)
	firstValue = lazily(`(?:=|为|是)\s*[\w-]+$`)
)

// isIdentifier reports whether a clause is a name and nothing else.
func isIdentifier(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.`") == "" && !isDigit(s[0])
}

var deprecatedWords = set("已废弃 废弃 已弃用 弃用 已下线 已作废 作废 已过时 过时 不再使用 该字段已废弃 此字段已废弃 字段已废弃 已停用 即将废弃 暂不使用 deprecated Deprecated DEPRECATED 该字段已弃用 此字段已弃用 不推荐使用 已不再使用 此字段废弃 字段废弃 该字段废弃 废弃字段 已废除 不再维护 不再支持 该参数已废弃 此参数已废弃 参数已废弃 废弃参数")

// mineDeprecated reads 已废弃 where it is a statement and no value or name.
func (r *reader) mineDeprecated() {
	for i := range r.tokens {
		if !r.standsAlone(i) || !deprecatedWords[r.textOf(i)] || r.listed.has(r.tokens[i].start) || i+1 == len(r.tokens) && i == 0 && r.kind == ir.Boolean {
			continue
		}
		if r.rules.Enum != nil && (r.textOf(i) == "已停用" || r.textOf(i) == "已下线") {
			continue
		}
		text := r.piece(r.inner(i))
		r.rules.Deprecated = &text
		return
	}
}
