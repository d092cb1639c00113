package sample

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// entry reads what stands in an object: a member, a value without a name, or words. It reports whether the object goes on.
func (r *reader) entry(b *box) bool {
	c, _ := r.peek()
	first := r.fresh || b.sep >= 0 || b.items == 0
	switch {
	case isQuote(c) && (first || r.keyAhead(r.pos)), r.bareKey(first):
		r.separate(b)
		m := r.pair()
		b.json.Members = append(b.json.Members, m)
		b.last, b.end = &m.Comment, r.pos
	case b.bare:
		return false
	case r.kind(c) == '{' || r.kind(c) == '[':
		r.looseValue(b)
	default:
		r.remark(b)
	}
	return true
}

// looseValue reads an object or array that stands in an object without a name.
func (r *reader) looseValue(b *box) {
	start := r.pos
	r.separate(b)
	j := &ir.JSON{}
	r.adopt(&j.Comment)
	got := r.value(&j.Comment)
	join(&got.Comment, j.Comment)
	r.oddity(sampleMissingKey, start, start+1)
	b.loose = append(b.loose, got)
	b.last, b.end = &got.Comment, r.pos
	r.owner, r.comma = b.last, false
}

// finished is the value that a person means by the box: an object of nothing but objects is a list of them, and a lone
// object in an object is that object.
func (b *box) finished() *ir.JSON {
	if len(b.loose) == 0 {
		return b.json
	}
	first := b.loose[0]
	switch {
	case len(b.json.Members) > 0:
		for _, j := range b.loose {
			b.json.Members = append(b.json.Members, j.Members...)
		}
	case len(b.loose) > 1:
		b.json.Kind, b.json.Elems = ir.ArrayKind, b.loose
	default:
		b.json.Kind, b.json.Members, b.json.Elems = first.Kind, first.Members, first.Elems
		b.json.Comment = first.Comment
	}
	return b.json
}

// pair reads a name, a colon and a value.
func (r *reader) pair() *ir.Member {
	m := &ir.Member{}
	r.adopt(&m.Comment)
	r.owner, r.comma = &m.Comment, false
	m.Name = r.key()
	r.skip()
	if c, n := r.peek(); !r.done() && mark(c) == ':' {
		if strings.HasPrefix(r.text[r.pos:r.limit], "=>") {
			r.flaw(sampleWrongSeparator, r.pos, r.pos+2, ":", "=>", ":")
			r.take(2)
		} else {
			r.bracket(':', n)
		}
		r.skip()
	} else if r.done() || r.fresh || !r.startsValue() {
		r.junk++
		m.Value = r.noValue(m.Name)
		return m
	} else {
		r.flaw(sampleMissingColon, r.pos, r.pos, ": ")
	}
	m.Value = r.memberValue(m)
	r.owner, r.comma = &m.Comment, false
	return m
}

// memberValue reads the value of a member, if there is one.
func (r *reader) memberValue(m *ir.Member) *ir.JSON {
	c, n := r.peek()
	k := mark(c)
	if i := r.blanks(r.pos + n); k == ',' && r.valueAt(i) {
		r.flaw(sampleExtraComma, r.pos, r.pos+n, "")
		r.take(i - r.pos)
		c, _ = r.peek()
		k = 0
	}
	name := isQuote(c) && r.keyAhead(r.pos) || (c == '_' || unicode.IsLetter(c)) && r.bareKey(true)
	if r.done() || k == ',' || k == '}' || k == ']' || r.fresh && name {
		return r.noValue(m.Name)
	}
	j := r.value(&m.Comment)
	if r.described(j) {
		c, n := r.peek()
		j = r.nested(r.kind(c), n, &m.Comment)
	}
	return j
}

// valueAt reports whether a string that is no name stands at i.
func (r *reader) valueAt(i int) bool {
	c, _ := r.char(i)
	return i < r.limit && isQuote(c) && !r.keyAhead(i)
}

// described moves to the object or array that the words just read describe, if there is one: `"data": 用户对象 {`,
// `"list": 列表, [`.
func (r *reader) described(j *ir.JSON) bool {
	if j.Kind != ir.Any && j.Kind != ir.ObjectKind && j.Kind != ir.ArrayKind || Exact(j) {
		return false
	}
	i := r.space(r.pos)
	c, n := r.char(i)
	if c == ',' && r.blanks(i) == i {
		i = r.blanks(i + n)
		c, _ = r.char(i)
	}
	if i >= r.limit || mark(c) != '{' && mark(c) != '[' || r.placeholderEnd(i) > 0 {
		return false
	}
	r.skip()
	if i > r.pos {
		r.take(i - r.pos)
	}
	return r.kind(c) != 0
}

// noValue is the value of a member that has none.
func (r *reader) noValue(name ir.Text) *ir.JSON {
	r.note(sampleMissingValue, name.Span, nil, name.Value)
	end := name.Span.File.Span(name.Span.End, name.Span.End)
	return &ir.JSON{Kind: ir.Any, Span: end}
}

// startsValue reports whether what follows can only be a value.
func (r *reader) startsValue() bool {
	c, _ := r.peek()
	return isQuote(c) || mark(c) == '{' || mark(c) == '[' || unicode.IsDigit(c)
}
