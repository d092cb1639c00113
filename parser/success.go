package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// success finds out which code means that a call went well: the one that the samples of such calls show, unless the code's
// description calls it a failure; else the one that the description names; else the one that a table of codes calls a success, or
// that the page's text does. What is left open here outcomes may settle.
func (r *reader) success(d *draft, e *ir.Envelope, values []*ir.JSON) {
	good, bad := r.statedCodes(e.Code)
	if shown, ok := shownSuccess(e, values, good, bad); ok {
		e.Success = []ir.Value{shown}
		return
	}
	if len(good) == 0 {
		good = r.listedSuccess(d, e.Code)
	}
	if len(good) == 0 {
		good = r.toldSuccess(d, e.Code)
	}
	if len(good) == 0 && ir.KindOf(e.Code.Type) == ir.Boolean {
		good = []ir.Text{{Value: "true", Span: e.Code.Name.Span}}
	}
	if len(good) > 0 {
		e.Success = []ir.Value{{Kind: codeKind(e.Code, good[0].Value), Text: good[0]}}
		inferSuccess(d, good[0], successWhy)
		return
	}
	r.unsettled = append(r.unsettled, &unsettled{d, e, values, bad})
}

// inferSuccess records where a code of success was read that no sample shows.
func inferSuccess(d *draft, code ir.Text, why source.Message) {
	d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "success", Value: code.Value, From: code.Span, Why: why})
}

// codeKind is the kind of a code that is only named: that of its member, or what its letters are.
func codeKind(code *ir.Field, value string) ir.Kind {
	switch kind := ir.KindOf(code.Type); {
	case kind != ir.Any:
		return kind
	case integerLiteral(value):
		return ir.Integer
	}
	return ir.String
}

// shownSuccess is the code of a sample that is known to mean success, or is said to.
func shownSuccess(e *ir.Envelope, values []*ir.JSON, good, bad []ir.Text) (ir.Value, bool) {
	for _, v := range values {
		c := e.CodeIn(v)
		if c == nil || c.Kind == ir.Any || c.Kind == ir.Null || among(bad, c.Text) {
			continue
		}
		if among(good, c.Text) || lexicon.SuccessValue(c.Text) {
			return ir.Value{Kind: c.Kind, Text: ir.Text{Value: c.Text, Span: literal(c)}}, true
		}
	}
	return ir.Value{}, false
}

func among(texts []ir.Text, value string) bool {
	for _, t := range texts {
		if t.Value == value {
			return true
		}
	}
	return false
}

// wentWell and wentWrong are what people call the outcomes.
var (
	wentWell  = []string{"成功", "正常", "success", "succeed", "ok"}
	wentWrong = []string{"失败", "错误", "异常", "不成功", "未成功", "fail", "error"}
)

func saysAny(text string, words []string) bool {
	lower := strings.ToLower(text)
	for _, w := range words {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

// meansSuccess reports whether what a code means is that the call went well.
func meansSuccess(text string) bool {
	return (saysAny(text, wentWell[:len(wentWell)-1]) || strings.EqualFold(strings.TrimSpace(text), "ok")) && !saysAny(text, wentWrong)
}

// statedCodes are the codes that the description of the code names: those of success and those of failure.
func (r *reader) statedCodes(code *ir.Field) (good, bad []ir.Text) {
	said := prose.Mine(code.Doc, ir.KindOf(code.Type))
	if said.Enum != nil {
		for _, v := range said.Enum.Values {
			label := v.Label.Value
			if label == "" {
				label = v.Value.Value // SUCCESS/FAIL
			}
			switch {
			case meansSuccess(label):
				good = append(good, v.Value)
			case saysAny(label, wentWrong):
				bad = append(bad, v.Value)
			}
		}
	}
	if len(good) == 0 && saysAny(code.Doc.Value, append(wentWell, wentWrong...)) {
		good = statedSuccess(code, code.Doc)
	}
	return good, bad
}

// statedSuccess reads "0表示成功", "成功返回 100", "非0为失败" in a description. What stands before the word for success counts
// first.
func statedSuccess(code *ir.Field, said ir.Text) []ir.Text {
	s := said.Value
	var before, after []ir.Text
	for at := 0; at < len(s); {
		if !wordByte(s[at]) || s[at] == '-' {
			at++
			continue
		}
		end := at
		for end < len(s) && wordByte(s[end]) && s[end] != '-' {
			end++
		}
		if fitsCode(code, s[at:end]) || calledSuccess(code, s, at, end) {
			literal := textIn(said, at, end)
			switch head, tail := lead(s[:at]), trail(s[end:]); {
			case negated(s[:at]):
				if startsWith(tail, wentWrong) {
					before = append(before, literal)
				}
			case startsWith(tail, wentWell) || digit(s[at]) && succeeds(tail) || !digit(s[at]) && meansSuccess(s[at:end]):
				before = append(before, literal)
			case endsWith(head, wentWell):
				after = append(after, literal)
			}
		}
		at = end
	}
	if len(before) > 0 {
		return before
	}
	return after
}

// fitsCode reports whether a word could be a value of the code: a number, or for text a word in capitals.
func fitsCode(code *ir.Field, word string) bool {
	digits := strings.Trim(word, "0123456789") == ""
	switch ir.KindOf(code.Type) {
	case ir.Integer, ir.Number:
		return integerLiteral(word)
	case ir.Boolean:
		return false
	}
	return digits || word == strings.ToUpper(word) && len(word) > 1
}

// calledSuccess reports whether a clause calls a word a success that does not look like a code: "ok为成功".
func calledSuccess(code *ir.Field, s string, at, end int) bool {
	if kind := ir.KindOf(code.Type); kind != ir.String && kind != ir.Any || digit(s[at]) || strings.EqualFold(s[at:end], code.Name.Value) {
		return false
	}
	head, tail := strings.TrimRight(s[:at], codeBlanks+"；;。"), strings.TrimLeft(s[end:], codeBlanks)
	if head != "" && len(strings.TrimRight(s[:at], " ")) == len(head) {
		return false // in the midst of a sentence
	}
	for _, verb := range calledVerbs {
		if rest, ok := strings.CutPrefix(tail, verb); ok && startsWith(trail(rest), wentWell) {
			return true
		}
	}
	return false
}

var calledVerbs = []string{"为", "是", "表示", "代表", "即"}

// maxDeed is how many characters tell what succeeded.
const maxDeed = 8

// succeeds reports whether what follows a code says in a few words that something went well: 00下单成功.
func succeeds(tail string) bool {
	if end := strings.IndexFunc(tail, func(r rune) bool { return !unicode.Is(unicode.Han, r) }); end >= 0 {
		tail = tail[:end]
	}
	return utf8.RuneCountInString(tail) <= maxDeed && strings.HasSuffix(tail, "成功") && !saysAny(tail, wentWrong)
}

const codeBlanks = " \t　\"'“”‘’`：:-—=,，()（）>→"

var joinWords = []string{"表示", "代表", "返回", "则", "为", "是", "即", "请求", "接口", "调用", "操作", "处理", "执行", "时", "码", "值", "都"}

// trail is a text without the words that may join a code to what it means.
func trail(s string) string {
	for again := true; again; {
		again = false
		s = strings.TrimLeft(s, codeBlanks)
		for _, w := range joinWords {
			if rest, ok := strings.CutPrefix(s, w); ok {
				s, again = rest, true
			}
		}
	}
	return s
}

// lead is trail from behind.
func lead(s string) string {
	for again := true; again; {
		again = false
		s = strings.TrimRight(s, codeBlanks)
		for _, w := range joinWords {
			if rest, ok := strings.CutSuffix(s, w); ok {
				s, again = rest, true
			}
		}
	}
	return s
}

func negated(s string) bool {
	s = strings.TrimRight(s, codeBlanks)
	for _, w := range []string{"非", "不为", "不是", "不等于", "!", "除"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func startsWith(s string, words []string) bool {
	lower := strings.ToLower(s[:min(len(s), 24)])
	for _, w := range words {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	return false
}

func endsWith(s string, words []string) bool {
	lower := strings.ToLower(s[max(0, len(s)-24):])
	for _, w := range words {
		if strings.HasSuffix(lower, w) {
			return true
		}
	}
	return false
}

// maxOutcome is how long the text of a code of success is, in bytes.
const maxOutcome = 48

// listedSuccess is the code that a table of codes calls a success: the endpoint's own table first, then those for all, then those
// of the page's other endpoints. More than one is no answer.
func (r *reader) listedSuccess(d *draft, code *ir.Field) []ir.Text {
	if r.good == nil {
		r.good = r.successes(r.doc.Errors, []ir.Text{})
	}
	for _, codes := range [][]ir.Text{r.successes(d.ep.Errors, nil), r.good, r.successesOn(d.page)} {
		var found []ir.Text
		for _, c := range codes {
			if fitsCode(code, c.Value) && !among(found, c.Value) {
				if found = append(found, c); len(found) > 1 {
					break
				}
			}
		}
		if len(found) == 1 {
			return found
		}
	}
	return nil
}

// successes adds the codes that their text calls a success.
func (r *reader) successes(codes []*ir.ErrorCode, to []ir.Text) []ir.Text {
	for _, e := range codes {
		if len(e.Doc.Value) <= maxOutcome && startsWith(trail(e.Doc.Value), wentWell) && meansSuccess(e.Doc.Value) && !r.lists.values[e.Span] {
			to = append(to, e.Value)
		}
	}
	return to
}

// successesOn are those that any endpoint of a page lists: a table at the end of the page is for all of them.
func (r *reader) successesOn(p *page) []ir.Text {
	if p.good == nil {
		p.good = []ir.Text{}
		for _, d := range r.drafts {
			if d.page == p {
				p.good = r.successes(d.ep.Errors, p.good)
			}
		}
	}
	return p.good
}

var successWhy = source.Message{ZH: "页面上说这个码表示成功", EN: "the page says that this code means success"}
