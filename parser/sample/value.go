package sample

import (
	"bytes"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// box is an object or array in the making.
type box struct {
	json  *ir.JSON
	start int
	last  *ir.Text // the comment of the member or element read last
	end   int      // where that one ends
	items int
	// sep is where the separator after the last item starts, -1 for none; sepLen is 0 where something else than a comma
	// separates.
	sep, sepLen int
	// loose are values without a name in an object.
	loose []*ir.JSON
	// implied is the object that members in an array make up.
	implied *ir.JSON
	// bare says that there are no brackets around it.
	bare bool
}

func (b *box) array() bool { return b.json.Kind == ir.ArrayKind }

// closer is the bracket that closes the value.
func (b *box) closer() byte {
	if b.array() {
		return ']'
	}
	return '}'
}

// value reads what stands after a colon or in an array. owner is what comments beside it are about.
func (r *reader) value(owner *ir.Text) *ir.JSON {
	c, n := r.peek()
	r.read++
	switch m := r.kind(c); {
	case m == '{' && r.placeholderEnd(r.pos) > 0:
		return r.bareValue(owner)
	case m == '{' || m == '[':
		return r.nested(m, n, owner)
	case isQuote(c):
		if !r.quotesJSON(c, n) {
			return r.quoted()
		}
		r.flaw(sampleStrayText, r.pos, r.pos+n, "", string(c))
		r.take(r.blanks(r.pos+n) - r.pos)
		return r.nested(r.text[r.pos], 1, owner)
	}
	return r.bareValue(owner)
}

// nested reads an object or array unless it is too deep.
func (r *reader) nested(bracket byte, n int, owner *ir.Text) *ir.JSON {
	b := &box{json: &ir.JSON{Kind: ir.ObjectKind}, start: r.pos, sep: -1}
	if bracket == '[' {
		b.json.Kind = ir.ArrayKind
	}
	r.bracket(bracket, n)
	if len(r.open) >= maxDepth {
		r.oddity(sampleTooDeep, b.start, b.start+n, maxDepth)
		r.beyond(b)
		return b.json
	}
	r.open = append(r.open, bracket)
	r.fill(b, owner)
	r.open = r.open[:len(r.open)-1]
	return b.json
}

// fill reads the items of an object or array up to its closing bracket.
func (r *reader) fill(b *box, owner *ir.Text) {
	b.end = r.pos
	r.owner, r.comma = owner, false
	for r.item(b) {
	}
	r.settle(b.last)
	end := r.pos
	if b.bare || r.done() {
		_, end = r.trim(b.start, r.pos)
	}
	b.json.Span = r.span(b.start, end)
	b.json = b.finished()
	r.owner, r.comma = owner, false
}

// kind is what the character at pos stands for. Lenticular brackets are an array only around what can be one, else they
// decorate a remark (`【20150513 增加】`).
func (r *reader) kind(c rune) byte {
	if c != '【' {
		return mark(c)
	}
	i := r.space(r.pos + len("【"))
	c, _ = r.char(i)
	if isQuote(c) || mark(c) != 0 || unicode.IsDigit(c) && r.literalAhead(i) {
		return '['
	}
	return 0
}

// bracket moves over a bracket, colon or comma and notes one that JSON does not have.
func (r *reader) bracket(is byte, n int) {
	c, _ := r.peek()
	r.judgeMark(is, c, r.pos, n)
	r.take(n)
}

func (r *reader) judgeMark(is byte, c rune, i, n int) {
	switch {
	case n > 1:
		r.flaw(sampleFullWidth, i, i+n, string(is), string(c), string(is))
	case byte(c) != is:
		r.flaw(sampleWrongSeparator, i, i+n, string(is), string(c), string(is))
	}
}

// beyond skips the rest of a value that is too deep, counting brackets.
func (r *reader) beyond(b *box) {
	for depth := 1; !r.done() && depth > 0; {
		c, n := r.peek()
		switch {
		case c == '"':
			n = r.stringToken(false).next - r.pos
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		r.take(n)
	}
	b.json.Span = r.span(b.start, r.pos)
}

// item reads one member, element, comma or piece of text; false at the end of the value.
func (r *reader) item(b *box) bool {
	r.skip()
	if r.done() {
		r.cutOff(b)
		return false
	}
	c, n := r.peek()
	switch k := r.kind(c); {
	case k == '}' || k == ']':
		return r.close(b, k, n)
	case k == ',':
		r.separator(b, n)
	case r.ellipsis():
		r.judgeSeparator(b)
		b.sep = b.end
	case b.array():
		r.element(b)
	default:
		return r.entry(b)
	}
	return true
}

// cutOff notes that the text ends inside of the value.
func (r *reader) cutOff(b *box) {
	if !b.bare {
		_, n := r.char(b.start)
		r.oddity(sampleCutOff, b.start, b.start+n, string(b.closer()))
	}
}

// separator moves over a comma.
func (r *reader) separator(b *box, n int) {
	if b.sepLen > 0 || b.items == 0 && b.sep < 0 {
		r.flaw(sampleExtraComma, r.pos, r.pos+n, "")
		r.take(n)
		return
	}
	r.judgeSeparator(b)
	b.sep, b.sepLen = r.pos, n
	r.take(n)
	r.comma = true
}

// judgeSeparator notes a separator that is no comma, once it is clear that it separates something.
func (r *reader) judgeSeparator(b *box) {
	if b.sepLen > 0 {
		c, n := r.char(b.sep)
		r.judgeMark(',', c, b.sep, n)
	}
	b.sepLen = 0
}

// separate notes that a comma is missing before the next item.
func (r *reader) separate(b *box) {
	if b.items > 0 && b.sep < 0 {
		r.flaw(sampleMissingComma, b.end, b.end, ",")
	}
	r.judgeSeparator(b)
	b.sep = -1
	b.items++
}

// close handles a closing bracket. It reports whether the value goes on all the same.
func (r *reader) close(b *box, is byte, n int) (goesOn bool) {
	switch {
	case b.bare:
		if is == '}' {
			r.bracket(is, n)
		}
		return false
	case is != b.closer() && r.opened(is) && !(r.root(is) && r.memberAfter(r.pos+n)):
		// The value around it is closed here, and so is this one.
		r.flaw(sampleMissingBracket, b.end, b.end, string(b.closer()), string(b.closer()))
		return false
	case is != b.closer():
		r.flaw(sampleWrongBracket, r.pos, r.pos+n, string(b.closer()), r.text[r.pos:r.pos+n], string(b.closer()))
		r.take(n)
		return false
	case len(r.open) == 1 && r.memberAfter(r.pos+n):
		r.flaw(sampleExtraBracket, r.pos, r.pos+n, "", r.text[r.pos:r.pos+n])
		r.take(n)
		return true
	}
	if b.sepLen > 0 {
		r.flaw(sampleTrailingComma, b.sep, b.sep+b.sepLen, "")
	}
	r.bracket(is, n)
	return false
}

// opened reports whether a value that the bracket closes is open around the innermost one.
func (r *reader) opened(closer byte) bool {
	opener := byte('{')
	if closer == ']' {
		opener = '['
	}
	for i := len(r.open) - 2; i >= 0; i-- {
		if r.open[i] == opener {
			return true
		}
	}
	return false
}

// root reports whether the bracket would close the outermost value.
func (r *reader) root(closer byte) bool {
	return closer == '}' && bytes.LastIndexByte(r.open, '{') == 0
}

// memberAfter reports whether a comma and a member follow: the bracket before them was one too many.
func (r *reader) memberAfter(i int) bool {
	i = r.space(i)
	if c, n := r.char(i); i < r.limit && mark(c) == ',' {
		i = r.space(i + n)
		c, _ = r.char(i)
		return i < r.limit && isQuote(c) && r.keyAhead(i)
	}
	return false
}

// space is the end of the blanks and line breaks at i, of which it looks through a few hundred.
func (r *reader) space(i int) int {
	fresh := false
	for limit := min(r.limit, i+300); i < limit; {
		c, n := r.char(i)
		quoted := fresh && c == '>'
		if c != '\n' && !isBlank(c) && !quoted {
			break
		}
		fresh = c == '\n'
		i += n
	}
	return i
}
