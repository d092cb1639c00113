package openapi

// node is a value of the exported tree: text, literal, flag, null, list or *object. The tree keeps the order in which it
// was built, so that the same page gives the same bytes.
type node interface{ node() }

type (
	// text is a string.
	text string
	// literal is a number, as JSON writes it.
	literal string
	// flag is a boolean.
	flag bool
	// null is the JSON null.
	null struct{}
	// list is an array.
	list []node
	// object is an object; its members stand in the order in which they were set.
	object struct{ members []member }
)

type member struct {
	key   string
	value node
}

func (text) node()    {}
func (literal) node() {}
func (flag) node()    {}
func (null) node()    {}
func (list) node()    {}
func (*object) node() {}

// set appends a member. The caller sees to it that a key is set once.
func (o *object) set(key string, value node) *object {
	o.members = append(o.members, member{key, value})
	return o
}

// setText appends a string member unless the string is empty.
func (o *object) setText(key, value string) *object {
	if value == "" {
		return o
	}
	return o.set(key, text(value))
}

// setList appends an array member unless the array is empty.
func (o *object) setList(key string, value list) *object {
	if len(value) == 0 {
		return o
	}
	return o.set(key, value)
}

// setObject appends an object member unless the object has no members.
func (o *object) setObject(key string, value *object) *object {
	if value == nil || len(value.members) == 0 {
		return o
	}
	return o.set(key, value)
}

// mark appends key: true where the condition holds.
func (o *object) mark(key string, holds bool) *object {
	if !holds {
		return o
	}
	return o.set(key, flag(true))
}

// get returns the member of that key, or nil.
func (o *object) get(key string) node {
	for _, m := range o.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// texts makes an array of strings.
func texts(values []string) list {
	out := make(list, len(values))
	for i, v := range values {
		out[i] = text(v)
	}
	return out
}
