package runtime

// list starts to read a list, and tells whether the value is one. Then more is called until it says that there is no more.
func (d *decoder) list() bool {
	if d.token() != '[' {
		d.other("array")
		return false
	}
	d.open(-1)
	return true
}

// more goes to the next element, and tells whether there is one.
func (d *decoder) more() bool {
	f := d.top()
	if d.advance(&f.state, ']', faultList) {
		f.index++
		return true
	}
	d.shut()
	return false
}

// entries starts to read a map, an object whose names are data, and tells whether the value is one. Then entry is called until it
// says that there are no more.
func (d *decoder) entries() bool {
	if d.token() != '{' {
		d.other("object")
		return false
	}
	d.open(inMap)
	d.keys = append(d.keys, "")
	return true
}

// entry goes to the next member of a map, and tells whether there is one.
func (d *decoder) entry() bool {
	f := d.top()
	if d.advance(&f.state, '}', faultObject) && d.entryName(f) {
		return true
	}
	d.keys[len(d.keys)-1] = ""
	d.keys = d.keys[:len(d.keys)-1]
	d.shut()
	return false
}

// key is the name that entry came to.
func (d *decoder) key() string { return d.keys[len(d.keys)-1] }

func (d *decoder) entryName(f *frame) bool {
	if d.token() != '"' {
		d.fail(d.pos, faultName)
		return false
	}
	start := d.pos
	name := d.quoted()
	if !d.unique(&f.names, name) {
		d.fail(start, faultDuplicate)
		return false
	}
	d.keys[len(d.keys)-1] = string(name)
	return d.colon()
}

// texts reads a list of strings; null makes it nil.
func (d *decoder) texts(p *[]string) {
	if *p = nil; !d.list() {
		return
	}
	*p = []string{}
	for d.more() {
		var v string
		d.text(&v)
		*p = append(*p, v)
	}
}

// integers reads a list of integers; null makes it nil.
func (d *decoder) integers(p *[]int64) {
	if *p = nil; !d.list() {
		return
	}
	*p = []int64{}
	for d.more() {
		var v int64
		d.integer(&v)
		*p = append(*p, v)
	}
}

// numbers reads a list of numbers; null makes it nil.
func (d *decoder) numbers(p *[]float64) {
	if *p = nil; !d.list() {
		return
	}
	*p = []float64{}
	for d.more() {
		var v float64
		d.number(&v)
		*p = append(*p, v)
	}
}

// booleans reads a list of booleans; null makes it nil.
func (d *decoder) booleans(p *[]bool) {
	if *p = nil; !d.list() {
		return
	}
	*p = []bool{}
	for d.more() {
		var v bool
		d.boolean(&v)
		*p = append(*p, v)
	}
}
