package runtime

import "sync/atomic"

// class is what a text may be made of: ASCII characters, ranges and single ones, with a blank between them, as in "0-9 A-Z _".
type class struct {
	want   string
	others atomic.Pointer[[256]byte] // not 0 for the bytes that are not of the class; made when first used
}

// isMadeOf reports whether a text is made of the characters of a class.
func isMadeOf(text string, k *class) bool {
	others := k.others.Load()
	if others == nil {
		others = k.make()
	}
	var found byte
	for ; len(text) >= 8; text = text[8:] {
		found |= others[text[0]] | others[text[1]] | others[text[2]] | others[text[3]] |
			others[text[4]] | others[text[5]] | others[text[6]] | others[text[7]]
	}
	if len(text) >= 4 {
		found |= others[text[0]] | others[text[1]] | others[text[2]] | others[text[3]]
		text = text[4:]
	}
	for i := range len(text) {
		found |= others[text[i]]
	}
	return found == 0
}

func (k *class) make() *[256]byte {
	others := new([256]byte)
	for i := range others {
		others[i] = 1
	}
	for i := 0; i < len(k.want); i += 2 {
		low := k.want[i]
		if i+2 < len(k.want) && k.want[i+1] == '-' {
			i += 2
		}
		for char := int(low); char <= int(k.want[i]); char++ {
			others[char] = 0
		}
	}
	k.others.Store(others)
	return others
}
