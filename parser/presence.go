package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

func (r *reader) readPresence(w *row, text ir.Text, read func(string) (lexicon.Presence, bool)) {
	p, rest := read(text.Value)
	if p != lexicon.NoPresence {
		w.presence = ir.Presence(p)
	}
	if rest && p != lexicon.NoPresence {
		w.when = text
		if p == lexicon.Required && len(text.Value) > 12 && strings.Contains(text.Value, "时") {
			w.presence = ir.Conditional
		}
	}
	if rest && p == lexicon.NoPresence && !lexicon.Placeholder(text.Value) {
		w.docs = append(w.docs, text)
	}
}

// presenceInText reads requiredness from the description of a row that has no cell for it: "必填，用户名", "(可选)".
func (r *reader) presenceInText(w *row) {
	if w.presence != ir.Unstated {
		return
	}
	for _, d := range w.docs {
		if p, ok := statedPresence(d.Value); ok {
			w.presence = p
			return
		}
	}
}

// conditionInText finds a condition under which a field is required that its cell calls optional: "上架时间，status = 1 时必填",
// "价格，限价单必填".
func conditionInText(w *row) {
	if w.presence == ir.Required {
		return
	}
	for _, d := range w.docs {
		for _, word := range []string{"必填", "必传", "必选", "则必须", "时必须", "时不能为空"} {
			before, _, ok := strings.Cut(d.Value, word)
			if !ok || before == "" || hasSuffix(before, "非", "不", "是否", "，", ",", "(", "（", " ", "；", "。") && w.presence == ir.Unstated || hasSuffix(before, "非", "不", "是否") {
				continue
			}
			w.presence, w.when = ir.Conditional, d
			return
		}
	}
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

var presencePhrases = []struct {
	words    []string
	presence ir.Presence
}{
	{[]string{"(可选)", "（可选）", "【可选】", "[可选]", "(选填)", "（选填）", "【选填】", "(非必填)", "（非必填）", "(非必须)", "（非必须）", "(optional)", "（optional）", "非必填", "选填", "可选参数", "可不填", "可不传", "(可空)", "（可空）", "（非必选）", "(非必选)", "非必传", "不填为", "不填则", "不填表示", "不填默认", "不传则", "不传默认", "不传为", "不传表示", "为空则", "留空则", "(选传)", "（选传）", "非必须"}, ir.Optional},
	{[]string{"(必填)", "（必填）", "【必填】", "[必填]", "(必选)", "（必选）", "【必选】", "(必须)", "（必须）", "(必传)", "（必传）", "(required)", "（required）", "必填项"}, ir.Required},
}

// presenceWords state requiredness as a piece of a description on their own: "版块id，必填".
var presenceWords = map[string]ir.Presence{
	"必填": ir.Required, "必选": ir.Required, "必传": ir.Required, "必须": ir.Required, "required": ir.Required, "不能为空": ir.Required, "不可为空": ir.Required,
	"可选": ir.Optional, "可空": ir.Optional, "选填": ir.Optional, "非必填": ir.Optional, "optional": ir.Optional, "可为空": ir.Optional, "选传": ir.Optional, "非必须": ir.Optional,
}

// statedPresence finds a plain statement of requiredness in a description.
func statedPresence(doc string) (ir.Presence, bool) {
	lower := strings.ToLower(doc)
	for _, row := range presencePhrases {
		for _, w := range row.words {
			if strings.Contains(lower, w) {
				return row.presence, true
			}
		}
	}
	for piece := range strings.FieldsFuncSeq(lower, func(c rune) bool { return strings.ContainsRune(",，.。;；:：、 \n()（）", c) }) {
		if p, ok := presenceWords[piece]; ok {
			return p, true
		}
	}
	return ir.Unstated, false
}
