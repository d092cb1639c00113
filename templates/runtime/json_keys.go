package runtime

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync/atomic"
)

// keySet is what an object type knows of its members: their names on the wire, in the page's order.
type keySet struct {
	names    []string
	required []uint16 // which of the names must be there
	nullable []uint16 // which of the required ones may be null
	code     string   // the one that says whether an answer is a success; "" for none

	table atomic.Pointer[keyTable]
}

func (k *keySet) isRequired(i int) bool { return slices.Contains(k.required, uint16(i)) }
func (k *keySet) isNullable(i int) bool { return slices.Contains(k.nullable, uint16(i)) }

// keyTable is what decoding looks names up in. It is made when a document first has an object of the type.
type keyTable struct {
	keys     *keySet
	members  []member     // by place, plus one; the first one stands for what comes before any
	slots    []uint16     // a hash table of places, plus one
	required uint64       // which of the first 64 must be there
	code     int          // the place of the business code, or noMember
	lessons  atomic.Int32 // how often the order was mended
}

// member is what the beginning of a member looks like: its name in quotes and the colon.
type member struct {
	head, tail         uint64       // the first eight bytes, and those after them
	headMask, tailMask uint64       // how far they go
	rest               string       // what comes behind these
	bit                uint64       // of the frame's seen
	size               int32        // of all of it; 0 where the name has to be read
	after              atomic.Int32 // which of the members is likely to come next
}

// known is the table of the names. The page's order is what is foreseen until a document shows another.
func (k *keySet) known() *keyTable {
	t := k.table.Load()
	if t == nil {
		t = newKeyTable(k)
		if !k.table.CompareAndSwap(nil, t) {
			t = k.table.Load()
		}
	}
	return t
}

// find returns the place of a name; noMember for none.
func (t *keyTable) find(name []byte) int {
	mask := uint32(len(t.slots) - 1)
	for h := hashName(name) & mask; t.slots[h] != 0; h = (h + 1) & mask {
		if i := int(t.slots[h]) - 1; t.keys.names[i] == string(name) {
			return i
		}
	}
	return noMember
}

// learn notes which member came after one. It stops after a while, so that members that come and go don't
// have the processors write to each other's memory for ever.
func (t *keyTable) learn(before, i int) {
	after := &t.members[before+1].after
	if after.Load() != int32(i+1) && int(t.lessons.Load()) < 8*len(t.members) {
		t.lessons.Add(1)
		after.Store(int32(i + 1))
	}
}

// guess is the member that is likely to come after one, as an index of members.
func (t *keyTable) guess(before int) int { return int(t.members[before+1].after.Load()) }

// newKeyTable makes the table, the hash table in it at most a quarter full.
func newKeyTable(k *keySet) *keyTable {
	size := 8
	for size < 4*len(k.names) {
		size *= 2
	}
	t := &keyTable{keys: k, members: make([]member, len(k.names)+1), slots: make([]uint16, size), code: noMember}
	if k.code != "" {
		t.code = slices.Index(k.names, k.code)
	}
	for _, i := range k.required {
		t.required |= 1 << i // the 65th is shifted out
	}
	mask := uint32(size - 1)
	for i, name := range k.names {
		t.members[i].after.Store(int32(i + 1))
		t.members[i+1].foresee(i, name)
		h := hashName([]byte(name)) & mask
		for t.slots[h] != 0 {
			h = (h + 1) & mask
		}
		t.slots[h] = uint16(i + 1)
	}
	return t
}

// quickBytes is how many bytes of a document are compared with a member at one go.
const quickBytes = 16

// foresee notes what the member called name begins with, unless the name may be written in several ways.
func (m *member) foresee(place int, name string) {
	if place >= 64 || !isPlainText(name) {
		return
	}
	token := `"` + name + `":`
	m.size, m.bit = int32(len(token)), 1<<place
	m.headMask, m.tailMask = firstBytes(len(token)), firstBytes(len(token)-8)
	padded := token + strings.Repeat("\x00", quickBytes)
	m.head, m.tail = word(padded)&m.headMask, word(padded[8:])&m.tailMask
	m.rest = token[min(len(token), quickBytes):]
}

// firstBytes is the mask of the first n of eight bytes.
func firstBytes(n int) uint64 {
	switch {
	case n <= 0:
		return 0
	case n >= 8:
		return 1<<64 - 1
	}
	return 1<<(8*n) - 1
}

// differs tells whether a text does not begin with the member, as far as its first bytes go.
func (m *member) differs(text []byte) bool {
	return (binary.LittleEndian.Uint64(text[:8])^m.head)&m.headMask|(binary.LittleEndian.Uint64(text[8:quickBytes])^m.tail)&m.tailMask != 0
}

// endsIn tells whether what comes behind the first bytes is that of the member.
func (m *member) endsIn(text []byte) bool {
	return len(text) >= len(m.rest) && string(text[:len(m.rest)]) == m.rest
}

// hashName looks at the first and the last eight bytes: the names of one type seldom differ in the middle
// alone, and those that do are found by comparing.
func hashName(b []byte) uint32 {
	const mix = 0x9e3779b97f4a7c15
	n := len(b)
	h := uint64(n)
	switch {
	case n >= 8:
		h = (h ^ binary.LittleEndian.Uint64(b)) * mix
		h ^= h>>32 ^ binary.LittleEndian.Uint64(b[n-8:])
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32(b))<<32 | uint64(binary.LittleEndian.Uint32(b[n-4:]))
	default:
		for _, c := range b {
			h = h<<8 | uint64(c)
		}
	}
	return uint32(h * mix >> 32)
}
