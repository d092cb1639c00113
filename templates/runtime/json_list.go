package runtime

// list is where reading stands in a list.
type list struct {
	ok    bool // the value is a list, not null or something else
	state cursorState
}

// list starts to read a list. If the value is something else, more has nothing to go through.
func (d *decoder) list() list {
	if d.token() != '[' {
		d.other("array")
		return list{}
	}
	d.enter()
	d.frames = append(d.frames, frame{index: -1})
	return list{ok: true, state: cursorOpened}
}

// more goes to the next element, and tells whether there is one.
func (d *decoder) more(a *list) bool {
	if d.advance(&a.state, ']', faultList) {
		d.frames[len(d.frames)-1].index++
		return true
	}
	if a.ok {
		a.ok = false
		d.frames = d.frames[:len(d.frames)-1]
	}
	return false
}

// entries is where reading stands in a map, an object whose names are data.
type entries struct {
	key   string // the name that entry came to
	ok    bool   // the value is an object, not null or something else
	names nameSet
	state cursorState
}

// entries starts to read a map. If the value is something else, entry has nothing to go through.
func (d *decoder) entries() entries {
	if d.token() != '{' {
		d.other("object")
		return entries{}
	}
	d.enter()
	d.frames = append(d.frames, frame{index: inMap})
	d.keys = append(d.keys, "")
	return entries{ok: true, state: cursorOpened}
}

// entry goes to the next member of a map, and tells whether there is one.
func (d *decoder) entry(m *entries) bool {
	if d.advance(&m.state, '}', faultObject) && d.entryName(m) {
		return true
	}
	if m.ok {
		m.ok = false
		d.forget(&m.names)
		d.keys[len(d.keys)-1] = ""
		d.keys = d.keys[:len(d.keys)-1]
		d.frames = d.frames[:len(d.frames)-1]
	}
	return false
}

func (d *decoder) entryName(m *entries) bool {
	if d.token() != '"' {
		d.fail(d.pos, faultName)
		return false
	}
	start := d.pos
	name := d.quoted()
	if !d.unique(&m.names, name) {
		d.fail(start, faultDuplicate)
		return false
	}
	m.key = string(name)
	d.keys[len(d.keys)-1] = m.key
	return d.colon()
}

// texts reads a list of strings; null makes it nil.
func (d *decoder) texts(p *[]string) {
	a := d.list()
	if *p = nil; !a.ok {
		return
	}
	*p = []string{}
	for d.more(&a) {
		var v string
		d.text(&v)
		*p = append(*p, v)
	}
}

// integers reads a list of integers; null makes it nil.
func (d *decoder) integers(p *[]int64) {
	a := d.list()
	if *p = nil; !a.ok {
		return
	}
	*p = []int64{}
	for d.more(&a) {
		var v int64
		d.integer(&v)
		*p = append(*p, v)
	}
}

// numbers reads a list of numbers; null makes it nil.
func (d *decoder) numbers(p *[]float64) {
	a := d.list()
	if *p = nil; !a.ok {
		return
	}
	*p = []float64{}
	for d.more(&a) {
		var v float64
		d.number(&v)
		*p = append(*p, v)
	}
}

// booleans reads a list of booleans; null makes it nil.
func (d *decoder) booleans(p *[]bool) {
	a := d.list()
	if *p = nil; !a.ok {
		return
	}
	*p = []bool{}
	for d.more(&a) {
		var v bool
		d.boolean(&v)
		*p = append(*p, v)
	}
}
