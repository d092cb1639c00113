package sample

import (
	"github.com/wenma/wenma/ir"
)

// element reads a value of an array, or a member that stands in one.
func (r *reader) element(b *box) {
	c, _ := r.peek()
	if isQuote(c) && r.keyAhead(r.pos) {
		r.impliedMember(b)
		return
	}
	if k := r.kind(c); k == 0 && (c == '【' || b.items > 0 && b.sep < 0 && !r.fresh && !isQuote(c)) {
		r.remark(b)
		return
	}
	r.separate(b)
	elem := &ir.JSON{}
	r.adopt(&elem.Comment)
	got := r.value(&elem.Comment)
	join(&got.Comment, elem.Comment)
	b.json.Elems = append(b.json.Elems, got)
	b.last, b.end = &got.Comment, r.pos
	r.owner, r.comma = b.last, false
}

// impliedMember reads a member that stands directly in an array; members with different names make up one object.
func (r *reader) impliedMember(b *box) {
	r.oddity(sampleMembersInArray, b.start, b.start+1)
	r.separate(b)
	m := r.pair()
	if b.implied == nil || b.implied.Get(m.Name.Value) != nil {
		b.implied = &ir.JSON{Kind: ir.ObjectKind, Span: m.Name.Span}
		b.json.Elems = append(b.json.Elems, b.implied)
	}
	b.implied.Members = append(b.implied.Members, m)
	b.implied.Span = b.implied.Span.To(m.Value.Span)
	b.last, b.end = &m.Comment, r.pos
}
