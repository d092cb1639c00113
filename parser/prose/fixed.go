package prose

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
)

var (
	// fixers stand behind 固定 and before the value.
	fixers = []string{"填写", "传入", "使用", "为", "是", "传", "填", "取", "用"}
	// fixedOwners may stand right before 固定: 此时固定为 link. Behind other words it is a size or a part that is fixed.
	fixedOwners = []string{"值", "这里", "此处", "此时", "目前", "当前", "现在", "暂时", "必须", "统一", "请", "需"}
	// fixedSizes are what a value has, and is not: 精度的固定值为8.
	fixedSizes = []string{"长度", "精度", "位数", "字数", "大小", "数量", "个数", "条数", "默认"}
	// otherwise are words of a text that gives the field another value elsewhere.
	otherwise = []string{"如果", "若", "当", "时", "否则", "其他", "其它", "除外", "以外"}
	// notOtherwise hold one of these and mean something else.
	notOtherwise = strings.NewReplacer("此时", "", "当前", "", "时间", "", "实时", "")
)

// fixed reads the one value that a field can have: 固定值：1, 固定传"MD5", 签名方式，固定为 MD5（摘要）.
func (r *reader) fixed(g region) listing {
	if r.kind == ir.ArrayKind || containsAny(notOtherwise.Replace(r.s), otherwise) {
		return listing{}
	}
	for i := g.from; i < g.to; i++ {
		at := r.fixes(i, g)
		if at == 0 || at >= g.to || !r.isFixed(at) || !r.endsFixed(at+1, g) {
			continue
		}
		value := r.inner(at)
		return listing{entries: []entry{{value: value, label: stretch{value.end, value.end}}}, span: stretch{r.tokens[at].start, r.tokens[at].end}}
	}
	return listing{}
}

// fixes reports where the value stands that token i says to be the only one, 0 for none.
func (r *reader) fixes(i int, g region) int {
	named := i == 1 && r.isKind(0, han) // the field's name alone before it
	if !r.isKind(i, han) || i > g.from && !named && !r.isMark(i-1, ",;:\n。") {
		return 0
	}
	text := r.textOf(i)
	verb, _ := endsWithAny(text, fixers)
	text = strings.TrimSuffix(text, verb)
	owner, ok := strings.CutSuffix(text, "固定值")
	if !ok {
		if owner, ok = strings.CutSuffix(text, "固定"); !ok || !ownsFixed(owner) {
			return 0
		}
	}
	if containsAny(owner, fixedSizes) {
		return 0
	}
	at := i + 1
	if r.isMark(at, ":,") {
		at++
	}
	if at > i+1 && verb == "" && r.isKind(at, han) && slices.Contains(fixers, r.textOf(at)) { // 固定值，传 x
		at++
	}
	return at
}

func ownsFixed(owner string) bool {
	if owner == "" {
		return true
	}
	_, now := endsWithAny(owner, fixedOwners)
	_, few := endsWithAny(owner, kindWords)
	return now || few
}

// isFixed reports whether token i can be the only value: as those of lists, and the number of a version.
func (r *reader) isFixed(i int) bool {
	text := strings.ToLower(r.textOf(i))
	if strings.Trim(text, "x") == "" || text == "null" {
		return false
	}
	return r.isValue(i, false) || r.isKind(i, number) && !r.numeric()
}

// endsFixed reports whether the value ends at token i: the clause does, or a bracket says what the value means.
func (r *reader) endsFixed(i int, g region) bool {
	if i >= g.to || r.isMark(i, "\n。;)]") {
		return true
	}
	if labels := r.jointly(i); len(labels) == 1 {
		return !isAmount(r.sliceOf(labels[0]))
	}
	return r.isMark(i, ",") && (i+1 >= g.to || r.isKind(i+1, han))
}
