package runtime

// The loose readers take what the samples of a page show where its table says otherwise. What a sample can
// mean is taken exactly or not at all: a text that isn't a number is a problem for looseInteger too.

// looseText reads a string, or a number or a boolean as the text that it is written as.
func (d *decoder) looseText(p *string) {
	switch c := d.token(); {
	case c == 't' && d.literal("true"):
		*p = "true"
	case c == 'f' && d.literal("false"):
		*p = "false"
	case startsNumber(c):
		*p = string(d.numeral())
	default:
		d.text(p)
	}
}

// looseInteger reads an integer, or a string that holds one as JSON writes it. An empty string counts as null.
func (d *decoder) looseInteger(p *int64) {
	if d.token() != '"' {
		d.integer(p)
		return
	}
	if text := d.quotedNumber("integer"); text != nil {
		d.settleInteger(text, p)
	}
}

// looseNumber reads a number, or a string that holds one as JSON writes it. An empty string counts as null.
func (d *decoder) looseNumber(p *float64) {
	if d.token() != '"' {
		d.number(p)
		return
	}
	if text := d.quotedNumber("number"); text != nil {
		d.settleNumber(text, p)
	}
}

// quotedNumber reads a string that holds a number, and returns the number; nil if it holds something else.
func (d *decoder) quotedNumber(want string) []byte {
	text := d.quoted()
	if len(text) == 0 {
		d.absent()
		return nil
	}
	if end, ok := numberEnd(text, 0); !ok || end != len(text) {
		d.problem(ProblemType, want, "string")
		return nil
	}
	return text
}

// looseBoolean reads true, false, 1, 0, or a string that holds one of these. An empty string counts as null.
func (d *decoder) looseBoolean(p *bool) {
	c := d.token()
	if c != '"' && !startsNumber(c) {
		d.boolean(p)
		return
	}
	text, got := []byte(nil), "number"
	if c == '"' {
		text, got = d.quoted(), "string"
	} else {
		text = d.numeral()
	}
	switch string(text) {
	case "true", "1":
		*p = true
	case "false", "0":
		*p = false
	case "":
		d.absent()
	default:
		d.problem(ProblemType, "boolean", got)
	}
}

// looseNull takes a null, or an empty string, an empty list or false, which stand for an absent object where
// PHP writes the document, and says so.
func (d *decoder) looseNull() bool {
	switch d.token() {
	case 'n':
		return d.null()
	case '"':
		return d.blank('"')
	case '[':
		return d.blank(']')
	case 'f':
		if d.literal("false") {
			d.absent()
			return true
		}
	}
	return false
}

// blank takes a string or a list if there is nothing in it, and judges it as the null that it stands for.
func (d *decoder) blank(closing byte) bool {
	if !d.takeEmpty(closing) {
		return false
	}
	d.absent()
	return true
}

// takeEmpty takes a string, a list or an object if there is nothing in it.
func (d *decoder) takeEmpty(closing byte) bool {
	start := d.pos
	if d.pos++; closing != '"' {
		d.token()
	}
	if d.pos < len(d.data) && d.data[d.pos] == closing {
		d.pos++
		return true
	}
	d.pos = start
	return false
}

// looseList starts to read a list, or a single element without brackets. An empty string counts as null, and an
// empty object as an empty list, which is how Lua and PHP write one.
func (d *decoder) looseList() bool {
	state := cursorSingle
	switch d.token() {
	case '[', 'n', 0:
		return d.list()
	case '"':
		if d.blank('"') {
			return false
		}
	case '{':
		if d.takeEmpty('}') {
			state = cursorClosed
		}
	}
	d.push(nil, -1, state)
	return true
}

// looseTextPtr is looseText, or null.
func (d *decoder) looseTextPtr(p **string) {
	if *p = nil; !d.null() {
		*p = new(string)
		d.looseText(*p)
	}
}

// looseIntegerPtr is looseInteger, or null. So is an empty string.
func (d *decoder) looseIntegerPtr(p **int64) {
	if *p = nil; !d.nullOrBlank() {
		*p = new(int64)
		d.looseInteger(*p)
	}
}

// looseNumberPtr is looseNumber, or null. So is an empty string.
func (d *decoder) looseNumberPtr(p **float64) {
	if *p = nil; !d.nullOrBlank() {
		*p = new(float64)
		d.looseNumber(*p)
	}
}

// looseBooleanPtr is looseBoolean, or null. So is an empty string.
func (d *decoder) looseBooleanPtr(p **bool) {
	if *p = nil; !d.nullOrBlank() {
		*p = new(bool)
		d.looseBoolean(*p)
	}
}

func (d *decoder) nullOrBlank() bool {
	return d.null() || d.at('"') && d.blank('"')
}
