package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// wrapper is one way of wrapping answers, and the endpoints that have it.
type wrapper struct {
	envelope *ir.Envelope // the first
	pages    map[*page]bool
	uses     int
}

// enough is how many answers must agree before another way counts as different.
const enough = 3

// maxWays is how many ways there may be for any to be the usual one.
const maxWays = 32

// envelopes compares the wrappers of all answers. Where most agree, each other way is reported once.
func (r *reader) envelopes() {
	var ways []*wrapper
	byKey := map[string]*wrapper{}
	total := 0
	for _, d := range r.drafts {
		resp := d.ep.Success()
		if resp == nil || resp.Envelope == nil {
			continue
		}
		total++
		key := wrapperKey(resp.Envelope)
		w := byKey[key]
		if w == nil {
			w = &wrapper{envelope: resp.Envelope, pages: map[*page]bool{}}
			byKey[key] = w
			ways = append(ways, w)
		}
		w.uses++
		w.pages[d.page] = true
	}
	if len(ways) < 2 || len(ways) > maxWays {
		return
	}
	most, agree := (*wrapper)(nil), 0
	for _, w := range ways {
		uses := 0
		for _, o := range ways {
			if at, _ := apart(o, w); at == nil {
				uses += o.uses
			}
		}
		if most == nil || uses > agree || uses == agree && w.uses > most.uses {
			most, agree = w, uses
		}
	}
	if agree < enough || agree*3 < total*2 {
		return
	}
	for _, w := range ways {
		if at, other := apart(w, most); w != most && at != nil && w.related(most) {
			d := envelopeDiffers.At(at.Name.Span, shapeText(w.envelope), shapeText(most.envelope))
			r.diags.Add(d.Also(other.Name.Span, "多数接口是这样", "most endpoints have this"))
		}
	}
}

// wrapperKey is the same for wrappers that do not differ.
func wrapperKey(e *ir.Envelope) string {
	var parts []string
	for _, f := range []*ir.Field{e.Head, e.Code, e.Message, e.Data, e.Passed} {
		name := ""
		if f != nil {
			name = f.Name.Value
		}
		parts = append(parts, name)
	}
	parts = append(parts, ir.KindOf(e.Code.Type).String())
	for _, v := range e.Success {
		parts = append(parts, v.Text.Value)
	}
	return strings.Join(parts, "\n")
}

// apart finds the member by which one way differs from another: another name, another type of code, another code of success. What
// one of them lacks is no difference, nor is a list that an answer with a page has for its payload.
func apart(w, most *wrapper) (at, other *ir.Field) {
	a, b := w.envelope, most.envelope
	if a.Data == nil && b.Data != nil && a.Code.Name.Value != b.Code.Name.Value {
		return nil, nil // what a failure looks like
	}
	for _, pair := range [][2]*ir.Field{{a.Code, b.Code}, {a.Message, b.Message}, {a.Data, b.Data}} {
		rows := pair[0] == a.Data && pair[0] != nil && lexicon.Page(pair[0].Name.Value) == lexicon.PageList && ir.KindOf(pair[0].Type) == ir.ArrayKind
		if pair[0] != nil && pair[1] != nil && pair[0].Name.Value != pair[1].Name.Value && !rows {
			return pair[0], pair[1]
		}
	}
	ka, kb := numeric(ir.KindOf(a.Code.Type)), numeric(ir.KindOf(b.Code.Type))
	differ := ka != kb && ka != ir.Any && kb != ir.Any
	for _, v := range a.Success {
		differ = differ || len(b.Success) > 0 && !slices.ContainsFunc(b.Success, func(o ir.Value) bool { return o.Text.Value == v.Text.Value })
	}
	if differ {
		return a.Code, b.Code
	}
	return nil, nil
}

// numeric makes one of the words for numbers: a code of type number is a whole one.
func numeric(k ir.Kind) ir.Kind {
	if k == ir.Number {
		return ir.Integer
	}
	return k
}

// related reports whether two ways can be of one API: they stand on one page, or have a member in common. Pages of plainly
// different APIs differ in everything.
func (w *wrapper) related(most *wrapper) bool {
	for p := range w.pages {
		if most.pages[p] {
			return true
		}
	}
	a, b := w.envelope, most.envelope
	return a.Code.Name.Value == b.Code.Name.Value || a.Message != nil && b.Message != nil && a.Message.Name.Value == b.Message.Name.Value
}

// shapeText names the members of a wrapper, with the type and the success of its code.
func shapeText(e *ir.Envelope) string {
	var parts []string
	for _, f := range []*ir.Field{e.Code, e.Message, e.Data} {
		if f == nil {
			continue
		}
		text := f.Name.Value
		if f == e.Code {
			text += " " + ir.KindOf(f.Type).String()
			for _, v := range e.Success {
				text += "=" + v.Text.Value
			}
		}
		parts = append(parts, text)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
