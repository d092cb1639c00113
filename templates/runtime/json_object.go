package runtime

import "bytes"

// cursorState is where reading stands in an object, a list or a map.
type cursorState byte

const (
	cursorClosed  cursorState = iota // at its end, or the value was something else
	cursorSingle                     // before the only element of a list that was written without brackets
	cursorBetween cursorState = ','  // after a member
	cursorOpened  cursorState = '{'  // before the first member; in an object with a keySet, at the brace itself
)

// noMember is where an object ends.
const noMember = -1

// object starts to read an object, and returns its first known member, as next does. A value of another kind has none.
func (d *decoder) object(keys *keySet) int {
	if !d.at('{') && d.token() != '{' {
		d.other("object")
		d.wantCode(keys, false)
		return noMember
	}
	d.deepen()
	table := keys.known()
	d.push(table, noMember, cursorOpened)
	d.top().guess = table.guess(noMember)
	return d.next()
}

// next goes to the next known member, and returns its place in the key set; noMember at the end of the object, where it minds
// the required members.
//
// Most members are the one that was foreseen, and are taken here at one go, with the brace or the comma before the name and the
// colon after it; the rest is left to seek.
func (d *decoder) next() int {
	f := d.top()
	m := &f.table.members[f.guess]
	data, at := d.data, d.pos
	if at >= len(data) || data[at] != byte(f.state) {
		return d.seek(f)
	}
	if at++; at < len(data) && data[at] <= ' ' {
		at = blanksEnd(data, at)
	}
	end := at + quickBytes
	if end > len(data) || m.size == 0 || m.differs(data[at:end:end]) || f.seen&m.bit != 0 || m.rest != "" && !m.endsIn(data[end:]) {
		return d.seek(f)
	}
	f.state = cursorBetween
	f.seen |= m.bit
	f.index = f.guess - 1
	f.guess = int(m.after.Load())
	if at += int(m.size); at < len(data) && data[at] == ' ' {
		at++
	}
	d.pos = at
	return f.index
}

// seek goes to the next known member wherever it is. Unknown ones are skipped.
func (d *decoder) seek(f *frame) int {
	if d.at('}') {
		d.leave()
		return d.closeObject(f)
	}
	if f.state == cursorOpened && d.at('{') {
		d.pos++
	}
	for d.advance(&f.state, '}', faultObject) {
		if i := d.member(f); i >= 0 && d.colon() {
			f.table.learn(f.index, i)
			f.index, f.guess = i, f.table.guess(i)
			return i
		}
	}
	return d.closeObject(f)
}

// member takes the name of a member, whichever it is, and returns its place. An unknown one is skipped with its value.
func (d *decoder) member(f *frame) int {
	if d.data[d.pos] != '"' {
		d.fail(d.pos, faultName)
		return noMember
	}
	start := d.pos
	name := d.quoted()
	i := f.table.find(name)
	if i < 0 {
		d.unknown(f, start, name)
		return noMember
	}
	if !f.mark(i) {
		d.fail(start, faultDuplicate)
		return noMember
	}
	return i
}

func (d *decoder) unknown(f *frame, start int, name []byte) {
	if !d.unique(&f.names, name) {
		d.fail(start, faultDuplicate)
	}
	if d.mode&refuseUnknown != 0 {
		d.memberProblem(ProblemUnknown, string(name))
	}
	if d.colon() {
		d.skip()
	}
}

// mark notes that a member was there; false if it had been already.
func (f *frame) mark(i int) bool {
	bits := &f.seen
	if i >= 64 {
		if f.wide == nil {
			f.wide = make([]uint64, (len(f.table.keys.names)-1)/64)
		}
		bits = &f.wide[i/64-1]
	}
	if *bits&(1<<(i%64)) != 0 {
		return false
	}
	*bits |= 1 << (i % 64)
	return true
}

// has tells whether a member was there.
func (f *frame) has(i int) bool {
	if i < 64 {
		return f.seen&(1<<i) != 0
	}
	return f.wide != nil && f.wide[i/64-1]&(1<<(i%64)) != 0
}

// closeObject minds what an object that has been read must have had.
func (d *decoder) closeObject(f *frame) int {
	if d.mode&checkPresence != 0 && (f.seen&f.table.required != f.table.required || len(f.table.keys.names) > 64) {
		d.missing(f)
	}
	if code := f.table.code; code >= 0 {
		d.wantCode(f.table.keys, f.has(code))
	}
	d.shut()
	return noMember
}

// missing tells which of the required members of an object were not there.
func (d *decoder) missing(f *frame) {
	for _, i := range f.table.keys.required {
		if !f.has(int(i)) {
			d.memberProblem(ProblemMissing, f.table.keys.names[i])
		}
	}
}

// wantCode makes an answer without its business code a problem: nobody could tell whether it is a success.
func (d *decoder) wantCode(keys *keySet, there bool) {
	if keys.code != "" && !there && len(d.problems) == 0 {
		d.problems.add(Problem{Path: keys.code, Code: ProblemMissing})
	}
}

// advance goes to the next member or element of whatever is being read, past the comma; or past the closing
// bracket, if that is what comes next. On a failure there is no next.
func (d *decoder) advance(state *cursorState, closing byte, fault *syntaxFault) bool {
	switch *state {
	case cursorClosed:
		return false
	case cursorSingle:
		*state = cursorClosed
		return true
	}
	c := d.token()
	if c == closing {
		*state = cursorClosed
		d.leave()
		return false
	}
	switch {
	case *state == cursorOpened:
		*state = cursorBetween
	case c == ',':
		d.pos++
		d.token()
	default:
		d.fail(d.pos, fault)
	}
	if d.pos < len(d.data) {
		return true
	}
	d.fail(d.pos, faultEnd)
	*state = cursorClosed
	return false
}

// colon takes the colon after a name.
func (d *decoder) colon() bool {
	if !d.at(':') && d.token() != ':' {
		d.fail(d.pos, faultColon)
		return false
	}
	d.pos++
	return true
}

// nameSet is the names that an object holds beside known members, and that may not come twice. They are in
// the decoder's list from base on, and in an index as soon as they are many.
type nameSet struct {
	base  int // plus one; 0 while there are none
	index map[string]struct{}
}

// manyNames is from how many names on an index is faster than looking through them.
const manyNames = 16

// unique adds a name to those of an object, and tells whether it was new.
func (d *decoder) unique(s *nameSet, name []byte) bool {
	if s.index != nil {
		if _, ok := s.index[string(name)]; ok {
			return false
		}
		s.index[string(name)] = struct{}{}
		return true
	}
	if s.base == 0 {
		s.base = len(d.names) + 1
	}
	known := d.names[s.base-1:]
	for i := range known {
		if bytes.Equal(known[i], name) {
			return false
		}
	}
	if d.escaped(name) {
		name = bytes.Clone(name)
	}
	d.names = append(d.names, name)
	if len(known) == manyNames {
		s.index = make(map[string]struct{}, 4*manyNames)
		for _, n := range d.names[s.base-1:] {
			s.index[string(n)] = struct{}{}
		}
	}
	return true
}

// forget drops the names of an object that has been read.
func (d *decoder) forget(s *nameSet) {
	if s.base > 0 {
		clear(d.names[s.base-1:])
		d.names = d.names[:s.base-1]
		*s = nameSet{}
	}
}

// escaped tells whether a text that quoted returned is in scratch, where the next one will be.
func (d *decoder) escaped(text []byte) bool {
	return len(text) > 0 && len(d.scratch) > 0 && &text[0] == &d.scratch[0]
}
