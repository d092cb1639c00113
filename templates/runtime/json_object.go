package runtime

import (
	"bytes"
	"slices"
)

// cursorState is where reading stands in an object, a list or a map.
type cursorState uint8

const (
	cursorClosed  cursorState = iota // at its end, or the value was something else
	cursorOpened                     // before the first member
	cursorBetween                    // after a member
	cursorSingle                     // before the only element of a list that was written without brackets
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
	f := d.open(noMember)
	f.keys, f.after = keys, keys.known().after
	return d.next()
}

// next goes to the next known member, and returns its place in the key set; noMember at the end of the object, where it minds
// the required members.
//
// Most members are the one that was foreseen, and are taken here at one go, with the comma before the name and the
// colon after it; the rest is left to seek.
func (d *decoder) next() int {
	f := d.top()
	m := f.after[f.index+1].Load()
	if m == nil || m.place >= 64 || f.seen>>m.place&1 != 0 {
		return d.seek(f)
	}
	data, at := d.data, d.pos
	if f.state == cursorBetween {
		if at >= len(data) || data[at] != ',' {
			return d.seek(f)
		}
		at++
	}
	if at < len(data) && data[at] <= ' ' {
		at = blanksEnd(data, at)
	}
	end := at + len(m.token)
	if end >= len(data) || string(data[at:end]) != m.token {
		return d.seek(f)
	}
	f.state = cursorBetween
	f.seen |= 1 << m.place
	f.index = m.place
	if d.pos = end; data[end] == ' ' {
		d.pos++
	}
	return m.place
}

// seek goes to the next known member wherever it is. Unknown ones are skipped.
func (d *decoder) seek(f *frame) int {
	last := f.index
	for d.advance(&f.state, '}', faultObject) {
		if i := d.member(f, last); i >= 0 && d.colon() {
			f.index = i
			return i
		}
	}
	d.closeObject(f)
	return noMember
}

// member takes the name of the member after a known one, whichever it is, and returns its place. An unknown one is skipped
// with its value.
func (d *decoder) member(f *frame, last int) int {
	if d.data[d.pos] != '"' {
		d.fail(d.pos, faultName)
		return noMember
	}
	start := d.pos
	name := d.quoted()
	i := f.keys.find(name, last)
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
			f.wide = make([]uint64, (len(f.keys.names)-1)/64)
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

func (d *decoder) closeObject(f *frame) {
	if d.mode&checkPresence != 0 {
		for _, i := range f.keys.required {
			if !f.has(int(i)) {
				d.memberProblem(ProblemMissing, f.keys.names[i])
			}
		}
	}
	if code := f.keys.code; code != "" {
		d.wantCode(f.keys, f.has(slices.Index(f.keys.names, code)))
	}
	d.shut()
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
	}
}

// escaped tells whether a text that quoted returned is in scratch, where the next one will be.
func (d *decoder) escaped(text []byte) bool {
	return len(text) > 0 && len(d.scratch) > 0 && &text[0] == &d.scratch[0]
}
