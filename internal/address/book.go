package address

import (
	"strconv"

	"github.com/wenma/wenma/ir"
)

// Node is a thing that an address leads to.
type Node struct {
	// Key is the address.
	Key string
	// Endpoint is the operation that it is or is in; nil for types and what is in them.
	Endpoint *ir.Endpoint
	// Decl is the type that it is; nil for all else.
	Decl *ir.TypeDecl
	// Field is the parameter or member; for the elements of a list, that which the list is of. It is nil for an operation, a
	// type, all of a body or answer, and the elements of one that is a list.
	Field *ir.Field
	// Element says that it is the elements of a list or the values of a map.
	Element bool
	// Slot is where its type is kept; nil for an operation.
	Slot *ir.Type
	// List is where the field is kept; nil for what is no field.
	List *[]*ir.Field
}

// Book knows all addresses of a document, as it is when the book is made.
type Book struct {
	nodes    []Node // in the order of the document
	exact    map[string][]int
	loose    map[string][]int  // by what remains without case and marks
	golang   map[string][]int  // by what Go makes of names
	calls    map[string]string // addresses of operations by what people call them, folded; "" for what several are called
	decls    map[*ir.TypeDecl]string
	numbers  map[string]int
	exported func(string) string
}

// NewBook makes the book of a document. Exported says what a name on the wire is in Go, so that members can be found by that
// too; nil if they need not.
func NewBook(doc *ir.Document, exported func(string) string) *Book {
	b := &Book{
		exact: map[string][]int{}, loose: map[string][]int{}, golang: map[string][]int{}, calls: map[string]string{},
		decls: map[*ir.TypeDecl]string{}, numbers: map[string]int{}, exported: exported,
	}
	for _, d := range doc.Types {
		b.decl(d)
	}
	for _, e := range doc.Endpoints {
		b.operation(e)
	}
	return b
}

// entry is a node on its way into the book: its other spellings go along.
type entry struct {
	Node
	golang string
	long   string // with the way in which a parameter travels, or with the page of a type
}

func (b *Book) add(n entry) {
	at := len(b.nodes)
	b.nodes = append(b.nodes, n.Node)
	b.exact[n.Key] = append(b.exact[n.Key], at)
	b.loose[folded(n.Key)] = append(b.loose[folded(n.Key)], at)
	if n.long != "" && n.long != n.Key {
		b.exact[n.long] = append(b.exact[n.long], at)
		b.loose[folded(n.long)] = append(b.loose[folded(n.long)], at)
	}
	if b.exported != nil {
		b.golang[folded(n.golang)] = append(b.golang[folded(n.golang)], at)
	}
}

// numbered is a key that nothing else has: the second of a name is its #2.
func (b *Book) numbered(key string) string {
	if b.numbers[key]++; b.numbers[key] > 1 {
		return key + "#" + strconv.Itoa(b.numbers[key])
	}
	return key
}

func (b *Book) spell(name string) string {
	if b.exported == nil {
		return ""
	}
	return b.exported(name)
}

func (b *Book) decl(d *ir.TypeDecl) {
	n := entry{Node: Node{Key: b.numbered(Word(d.Name.Value)), Decl: d, Slot: &d.Type}, golang: b.spell(d.Name.Value)}
	if d.Span.Known() {
		n.long = Word(d.Name.Value) + "@" + Word(d.Span.File.Path)
	}
	b.decls[d] = n.Key
	b.add(n)
	b.below(n)
}

func (b *Book) operation(e *ir.Endpoint) {
	key := b.numbered(Operation(e))
	b.add(entry{Node: Node{Key: key, Endpoint: e}, golang: b.spell(e.Name.Value)})
	for i, name := range append([]string{key}, Operations(e)...) {
		known, taken := b.calls[folded(name)]
		switch {
		case !taken || i == 0:
			b.calls[folded(name)] = key
		case known != key && known != "" && folded(known) != folded(name):
			b.calls[folded(name)] = "" // it is no address, and there is no telling which is meant
		}
	}
	b.request(key, e)
	if r := e.Success(); r != nil {
		b.root(entry{Node: Node{Key: key + " response", Endpoint: e, Slot: &r.Type}, golang: key + " response"})
		b.envelope(e, r)
	}
}

// request adds parameters and the members of the body.
func (b *Book) request(key string, e *ir.Endpoint) {
	ways := Ways(e)
	body := &ir.Body{}
	if e.Body != nil {
		body = e.Body
	}
	at := entry{Node: Node{Key: key + " request", Endpoint: e}, golang: key + " request"}
	for _, f := range e.Params {
		b.parameter(at, &e.Params, f, wayOf(e, f) != ways[f.Name.Value])
		if f.Common && f.In != ir.InBody && f.In != ir.InPath {
			b.field(entry{Node: Node{Key: "common", Endpoint: e}, golang: "common"}, &e.Params, f)
		}
	}
	if object, ok := body.Type.(*ir.Object); ok {
		for _, f := range object.Fields {
			b.parameter(at, &object.Fields, f, ways[f.Name.Value] != ir.InBody)
		}
	} else if e.Body != nil {
		at.Slot = &body.Type
		b.root(at)
	}
}

// root adds all of a body or an answer.
func (b *Book) root(n entry) {
	b.add(n)
	b.below(n)
}

// parameter adds a parameter, with the way in which it travels where its name alone is another's.
func (b *Book) parameter(at entry, list *[]*ir.Field, f *ir.Field, another bool) {
	at.long = at.Key + "." + f.In.String()
	if another {
		at.Key, at.golang = at.long, at.golang+"."+f.In.String()
	}
	b.field(at, list, f)
}

// envelope adds the members of what surrounds an answer.
func (b *Book) envelope(e *ir.Endpoint, r *ir.Response) {
	object, ok := r.Type.(*ir.Object)
	if r.Envelope == nil || !ok {
		return
	}
	for _, f := range object.Fields {
		if f != r.Envelope.Data {
			b.field(entry{Node: Node{Key: Envelope(r.Envelope), Endpoint: e}, golang: Envelope(r.Envelope)}, &object.Fields, f)
		}
	}
}

// field adds a member of the node, and what is in it.
func (b *Book) field(in entry, list *[]*ir.Field, f *ir.Field) {
	n := in
	n.Decl, n.Element = nil, false
	n.Field, n.Slot, n.List = f, &f.Type, list
	n.Key += "." + Word(f.Name.Value)
	if n.long != "" {
		n.long += "." + Word(f.Name.Value)
	}
	n.golang += "." + b.spell(f.Name.Value)
	b.add(n)
	b.below(n)
}

// below adds what is in a node. Types that are only mentioned have addresses of their own.
func (b *Book) below(n entry) {
	switch t := (*n.Slot).(type) {
	case *ir.Object:
		for _, f := range t.Fields {
			b.field(n, &t.Fields, f)
		}
	case *ir.List:
		b.elements(n, "[]", &t.Elem)
	case *ir.Map:
		b.elements(n, "{}", &t.Elem)
	}
}

func (b *Book) elements(n entry, mark string, slot *ir.Type) {
	n.Key, n.golang, n.Element, n.Slot, n.List, n.Decl = n.Key+mark, n.golang+mark, true, slot, nil, nil
	if n.long != "" {
		n.long += mark
	}
	b.add(n)
	b.below(n)
}
