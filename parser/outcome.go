package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

var outcomeWhy = source.Message{ZH: "样例里调用成功时是这个码", EN: "samples show this code where a call went well"}

// unsettled is an answer of which nothing states the code of success, with the samples of it and the codes that are called failures.
type unsettled struct {
	draft    *draft
	envelope *ir.Envelope
	values   []*ir.JSON
	bad      []ir.Text
}

// outcomes settles codes of success by samples that show none which is known to be one: where the message beside it says that the call
// went well, or where an answer that failed is shown apart, with another code. Whatever else the page has by the name of the code must
// agree with it.
func (r *reader) outcomes() {
	told := map[namesake]*ir.Value{} // nil where the page is of several minds
	for _, d := range r.drafts {
		if resp := d.ep.Success(); resp != nil && resp.Envelope != nil && len(resp.Envelope.Success) > 0 {
			told[namesakeOf(resp.Envelope.Code)] = nil
		}
	}
	for _, u := range r.unsettled {
		shown, ok := u.outcome()
		if !ok {
			continue
		}
		key := namesakeOf(u.envelope.Code)
		if have, met := told[key]; !met {
			told[key] = &shown
		} else if have != nil && have.Text.Value != shown.Text.Value {
			told[key] = nil
		}
	}
	for _, u := range r.unsettled {
		shown := told[namesakeOf(u.envelope.Code)]
		if shown == nil {
			continue
		}
		u.envelope.Success = []ir.Value{*shown}
		inferSuccess(u.draft, shown.Text, outcomeWhy)
		for _, i := range u.draft.ep.Inferred {
			if i.About == "envelope" && i.From == u.envelope.Code.Span {
				i.Value = envelopeText(u.envelope)
			}
		}
	}
}

// outcome is the code that all samples of an answer show, if they tell that it is one of success.
func (u *unsettled) outcome() (ir.Value, bool) {
	var found *ir.JSON
	for _, v := range u.values {
		c := u.envelope.CodeIn(v)
		if c == nil || c.Kind != ir.Integer && c.Kind != ir.String || c.Text == "" || among(u.bad, c.Text) || u.envelope.Passed != nil {
			return ir.Value{}, false
		}
		if found != nil && found.Text != c.Text || !saysWell(u.envelope, v) && !u.draft.failsOtherwise(u.envelope, c.Text) {
			return ir.Value{}, false
		}
		found = c
	}
	if found == nil || httpStatus(found) && found.Text[0] != '2' {
		return ir.Value{}, false
	}
	return ir.Value{Kind: found.Kind, Text: ir.Text{Value: found.Text, Span: literal(found)}}, true
}

// saysWell reports whether the message of an answer is that the call went well.
func saysWell(e *ir.Envelope, v *ir.JSON) bool {
	if e.Head != nil {
		v = v.Get(e.Head.Name.Value)
	}
	if e.Message == nil || v == nil {
		return false
	}
	m := v.Get(e.Message.Name.Value)
	return m != nil && m.Kind == ir.String && utf8.RuneCountInString(m.Text) <= maxMessage && meansSuccess(m.Text)
}

// maxMessage is how many characters a message has at most that tells of nothing but the outcome.
const maxMessage = 12

// failsOtherwise reports whether the answers that failed show codes, and none of them is this one.
func (d *draft) failsOtherwise(e *ir.Envelope, code string) bool {
	shown := false
	for _, s := range d.samples {
		if s.role != roleErrorSample {
			continue
		}
		for _, v := range s.values {
			if c := e.CodeIn(v); c != nil {
				if shown = true; c.Text == code {
					return false
				}
			}
		}
	}
	return shown
}

// toldSuccess is the code that the text of a page calls a success, beside the code's name or what the table calls it: "respCode：00（查询
// 成功）", "返回码（00）为成功". More than one is no answer.
func (r *reader) toldSuccess(d *draft, code *ir.Field) []ir.Text {
	var found []ir.Text
	for _, c := range d.page.cues {
		if c.Kind != block.Text || !saysAny(c.text.Text, wentWell) {
			continue
		}
		for _, name := range []string{code.Name.Value, code.Label.Value} {
			for _, literal := range told(c.text, code, name) {
				if !among(found, literal.Value) {
					found = append(found, literal)
				}
			}
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// told reads what a text says right behind a name.
func told(text block.Inline, code *ir.Field, name string) []ir.Text {
	at := strings.Index(text.Text, name)
	if name == "" || at < 0 || wordByte(name[0]) && at > 0 && wordByte(text.Text[at-1]) || lexicon.CommonWord(name) {
		return nil
	}
	at += len(name)
	rest := strings.TrimPrefix(trail(text.Text[at:]), "等于")
	rest = trail(rest)
	if rest == "" || !wordByte(rest[0]) {
		return nil
	}
	at = len(text.Text) - len(rest)
	end := len(text.Text)
	if stop := strings.IndexAny(rest, "。；;\n"); stop >= 0 {
		end = at + stop
	}
	return statedSuccess(code, textAt(text, at, end))
}
