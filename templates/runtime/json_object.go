package runtime

import "bytes"

// object is where reading stands in an object.
type object struct {
	field int // the member that next came to: its place in the key set
	keys  *keySet
	seen  uint64   // which of the first 64 members were there
	wide  []uint64 // which of the others
	names nameSet
	state cursorState
}

// cursorState is where reading stands in an object, a list or a map.
type cursorState uint8

const (
	cursorClosed  cursorState = iota // at its end, or the value was something else
	cursorOpened                     // before the first member
	cursorBetween                    // after a member
	cursorSingle                     // before the only element of a list that was written without brackets
)

// object starts to read an object. If the value is something else, next has nothing to go through.
func (d *decoder) object(keys *keySet) object {
	if !d.at('{') && d.token() != '{' {
		d.other("object")
		return object{}
	}
	d.enter()
	d.frames = append(d.frames, frame{keys: keys, index: -1})
	return object{field: -1, keys: keys, state: cursorOpened}
}

// next goes to the next known member, and tells whether there is one. At the end of the object it minds the
// required members.
//
// Most members are the one that was foreseen, and are taken here at one go, with the comma before the name and the
// colon after it; the rest is left to seek.
func (d *decoder) next(o *object) bool {
	if o.keys == nil {
		return false
	}
	i := o.keys.foreseen(o.field)
	if i >= len(o.keys.names) || i >= 64 || o.seen>>i&1 != 0 {
		return d.seek(o)
	}
	data, at := d.data, d.pos
	if o.state == cursorBetween {
		if at >= len(data) || data[at] != ',' {
			return d.seek(o)
		}
		at++
	}
	if at < len(data) && data[at] <= ' ' {
		at = blanksEnd(data, at)
	}
	name := o.keys.names[i]
	end := at + 1 + len(name)
	if end+1 >= len(data) || data[end] != '"' || data[end+1] != ':' || data[at] != '"' || string(data[at+1:end]) != name {
		return d.seek(o)
	}
	o.state = cursorBetween
	o.seen |= 1 << i
	o.field = i
	d.frames[len(d.frames)-1].index = i
	if d.pos = end + 2; d.at(' ') {
		d.pos++
	}
	return true
}

// seek goes to the next known member wherever it is. Unknown ones are skipped.
func (d *decoder) seek(o *object) bool {
	for d.advance(&o.state, '}', faultObject) {
		if d.member(o) && d.colon() {
			d.frames[len(d.frames)-1].index = o.field
			return true
		}
	}
	d.closeObject(o)
	return false
}

// member takes the next member's name, whichever it is. An unknown one is skipped with its value.
func (d *decoder) member(o *object) bool {
	if d.data[d.pos] != '"' {
		d.fail(d.pos, faultName)
		return false
	}
	start := d.pos
	name := d.quoted()
	i := o.keys.find(name, o.field)
	if i < 0 {
		d.unknown(o, start, name)
		return false
	}
	if !o.mark(i) {
		d.fail(start, faultDuplicate)
		return false
	}
	o.field = i
	return true
}

func (d *decoder) unknown(o *object, start int, name []byte) {
	if !d.unique(&o.names, name) {
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
func (o *object) mark(i int) bool {
	bits := &o.seen
	if i >= 64 {
		if o.wide == nil {
			o.wide = make([]uint64, (len(o.keys.names)-1)/64)
		}
		bits = &o.wide[i/64-1]
	}
	if *bits&(1<<(i%64)) != 0 {
		return false
	}
	*bits |= 1 << (i % 64)
	return true
}

// has tells whether a member was there.
func (o *object) has(i int) bool {
	if i < 64 {
		return o.seen&(1<<i) != 0
	}
	return o.wide != nil && o.wide[i/64-1]&(1<<(i%64)) != 0
}

func (d *decoder) closeObject(o *object) {
	if d.mode&checkPresence != 0 {
		for _, i := range o.keys.required {
			if !o.has(int(i)) {
				d.memberProblem(ProblemMissing, o.keys.names[i])
			}
		}
	}
	d.forget(&o.names)
	d.frames = d.frames[:len(d.frames)-1]
	o.keys = nil
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
