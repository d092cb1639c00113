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

// keyTable is what decoding looks names up in. It is made when a document first has its members in another
// order than the page.
type keyTable struct {
	slots   []uint16        // a hash table of places in names, plus one
	after   []atomic.Uint32 // the member that came after each of them lately; the first one at 0
	lessons atomic.Int32    // how often after was mended
}

// order is the member that is likely to come after each of them, at 0 the first one; nil for the page's order, which is
// foreseen until a document shows another.
func (k *keySet) order() []atomic.Uint32 {
	if t := k.table.Load(); t != nil {
		return t.after
	}
	return nil
}

// find returns the place of a name that came after a member, or -1.
func (k *keySet) find(name []byte, last int) int {
	t := k.table.Load()
	if t == nil {
		t = newKeyTable(k.names)
		if !k.table.CompareAndSwap(nil, t) {
			t = k.table.Load()
		}
	}
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
		t.after[last+1].Store(uint32(i))
	}
}

// newKeyTable makes the hash table, at most a quarter full.
func newKeyTable(names []string) *keyTable {
	size := 8
	for size < 4*len(names) {
		size *= 2
	}
	t := &keyTable{slots: make([]uint16, size), after: make([]atomic.Uint32, len(names)+1)}
	mask := uint32(size - 1)
	for i, name := range names {
		t.after[i].Store(uint32(i))
		h := hashName([]byte(name)) & mask
		for t.slots[h] != 0 {
			h = (h + 1) & mask
		}
		t.slots[h] = uint16(i + 1)
	}
	t.after[len(names)].Store(uint32(len(names)))
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
