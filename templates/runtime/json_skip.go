package runtime

// skip reads a value of any kind, minds that it is JSON, and keeps nothing of it.
func (d *decoder) skip() {
	switch c := d.token(); c {
	case '"':
		d.quoted()
	case '{':
		d.skipObject()
	case '[':
		d.skipList()
	case 't':
		d.literal("true")
	case 'f':
		d.literal("false")
	case 'n':
		d.literal("null")
	default:
		if !startsNumber(c) {
			d.fail(d.pos, faultValue)
			return
		}
		d.numeral()
	}
}

func (d *decoder) skipObject() {
	var names nameSet
	state := cursorOpened
	d.enter()
	for d.advance(&state, '}', faultObject) {
		if d.data[d.pos] != '"' {
			d.fail(d.pos, faultName)
			break
		}
		start := d.pos
		if !d.unique(&names, d.quoted()) {
			d.fail(start, faultDuplicate)
			break
		}
		if d.colon() {
			d.skip()
		}
	}
	d.forget(&names)
}

func (d *decoder) skipList() {
	state := cursorOpened
	d.enter()
	for d.advance(&state, ']', faultList) {
		d.skip()
	}
}

// literal takes a word, of which the first letter has been seen.
func (d *decoder) literal(word string) bool {
	rest := d.data[d.pos:]
	if len(rest) >= len(word) && string(rest[:len(word)]) == word {
		d.pos += len(word)
		return true
	}
	i := 0
	for i < len(rest) && i < len(word) && rest[i] == word[i] {
		i++
	}
	d.fail(d.pos+i, faultLiteral)
	return false
}
