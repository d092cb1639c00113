package runtime

import (
	"encoding/binary"
	"slices"
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
	members []member
	after   []atomic.Pointer[member] // the member that is likely to come after each of them, at 0 the first one
	slots   []uint16                 // a hash table of places, plus one
	lessons atomic.Int32             // how often after was mended
}

// member is what the beginning of a member looks like.
type member struct {
	token string // the name in quotes and the colon; something that never comes where the name must be escaped
	place int
}

// known is the table of the names. The page's order is what is foreseen until a document shows another.
func (k *keySet) known() *keyTable {
	t := k.table.Load()
	if t == nil {
		t = newKeyTable(k.names)
		if !k.table.CompareAndSwap(nil, t) {
			t = k.table.Load()
		}
	}
	return t
}

// find returns the place of a name that came after a member, or -1.
func (k *keySet) find(name []byte, last int) int {
	t := k.known()
	mask := uint32(len(t.slots) - 1)
	for h := hashName(name) & mask; t.slots[h] != 0; h = (h + 1) & mask {
		if i := int(t.slots[h]) - 1; k.names[i] == string(name) {
			t.learn(last, i)
			return i
		}
	}
	return -1
}

// learn notes which member came after one. It stops after a while, so that members that come and go don't
// have the processors write to each other's memory for ever.
func (t *keyTable) learn(last, i int) {
	if int(t.lessons.Load()) < 8*len(t.after) {
		t.lessons.Add(1)
		t.after[last+1].Store(&t.members[i])
	}
}

// newKeyTable makes the table, the hash table in it at most a quarter full.
func newKeyTable(names []string) *keyTable {
	size := 8
	for size < 4*len(names) {
		size *= 2
	}
	t := &keyTable{
		members: make([]member, len(names)), after: make([]atomic.Pointer[member], len(names)+1), slots: make([]uint16, size),
	}
	mask := uint32(size - 1)
	for i, name := range names {
		t.members[i] = member{"\x00", i}
		if isPlainText(name) {
			t.members[i].token = `"` + name + `":`
		}
		t.after[i].Store(&t.members[i])
		h := hashName([]byte(name)) & mask
		for t.slots[h] != 0 {
			h = (h + 1) & mask
		}
		t.slots[h] = uint16(i + 1)
	}
	return t
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
