package ir

import "github.com/wenma/wenma/source"

// Type is the type of a value: *Scalar, *List, *Map, *Object, *Enum or *Ref.
type Type interface {
	// Where is the place that says so: the type cell, the sample's value, or the section of a declaration.
	Where() source.Span
	// Sightings are the kinds that samples show and the declaration does not; empty where both agree.
	Sightings() []Sighting
	typ()
}

// Kind is a kind of value on the wire.
type Kind uint8

const (
	// Any is a value of which nothing is known.
	Any Kind = iota
	String
	Integer
	Number
	Boolean
	ObjectKind
	ArrayKind
	Null
	// File is an uploaded or downloaded file.
	File
)

func (k Kind) String() string {
	return [...]string{"any", "string", "integer", "number", "boolean", "object", "array", "null", "file"}[k]
}

// Sighting is a kind of value that a sample shows, and where.
type Sighting struct {
	Kind Kind
	Span source.Span
}

type node struct {
	Span source.Span
	Seen []Sighting
}

func (n *node) Where() source.Span    { return n.Span }
func (n *node) Sightings() []Sighting { return n.Seen }

// Scalar is a value without parts.
type Scalar struct {
	node
	Kind Kind // Any, String, Integer, Number, Boolean or File
	Bits int  // 32 or 64 where the page says so, else 0
	// Format is a further statement about a string or number in JSON Schema's words where it has one ("date-time",
	// "date", "time", "email", "uri", "uuid", "byte"), else wenma's ("decimal", "unix-seconds", "unix-millis", "phone", "ip",
	// "md5", "base64", "json", "csv", "id-card"); empty when nothing is known.
	Format string
	// Layout is the layout of a date or time in the page's letters (yyyy-MM-dd HH:mm:ss), empty when unknown.
	Layout Text
	// Evident says that Format and Layout are what samples show, and that no words of the page state them.
	Evident bool
}

// List is an array.
type List struct {
	node
	Elem Type
}

// Map is an object whose member names are data.
type Map struct {
	node
	Elem Type
}

// Object is an object with known members, declared in place. Open says that the page names it an object and gives no
// members: anything may be in it.
type Object struct {
	node
	Fields []*Field
	Open   bool
	// Class is what the page calls the type of an object that it declares in place (i18n_content in a type cell).
	Class Text
}

// Field returns the member of that name, or nil.
func (o *Object) Field(name string) *Field {
	for _, f := range o.Fields {
		if f.Name.Value == name {
			return f
		}
	}
	return nil
}

// Enum is a scalar whose values are listed. Open lists are examples: other values are fine.
type Enum struct {
	node
	Base   *Scalar
	Values []EnumValue
	Open   bool
}

// EnumValue is a value and what it means.
type EnumValue struct {
	Value Text
	Label Text
}

// Ref is a mention of a named type. Name is how the page spells it, Target what it means, never nil.
type Ref struct {
	node
	Name   Text
	Target *TypeDecl
}

// TypeDecl is a named type, as a section `#User` declares it.
type TypeDecl struct {
	Name Text
	Doc  Text
	Type Type // *Object or *Enum
	// Recursive says that the type can contain itself.
	Recursive bool
	// Also are further places that declare the same type, on this page or another.
	Also []source.Span
	// Rival says that another type of the name cannot be the same one, and that the pages' author was told so.
	Rival bool
	Span  source.Span
}

func (*Scalar) typ() {}
func (*List) typ()   {}
func (*Map) typ()    {}
func (*Object) typ() {}
func (*Enum) typ()   {}
func (*Ref) typ()    {}

// At sets the place of a type and returns it; for builders of the tree.
func At[T interface{ at(source.Span) }](t T, span source.Span) T {
	t.at(span)
	return t
}

func (n *node) at(span source.Span) { n.Span = span }

// See records a kind that a sample shows and the declaration does not; each kind once.
func (n *node) See(k Kind, span source.Span) {
	for _, s := range n.Seen {
		if s.Kind == k {
			return
		}
	}
	n.Seen = append(n.Seen, Sighting{k, span})
}

// KindOf is the kind of a value of the type, looking through references and enums.
func KindOf(t Type) Kind {
	switch t := t.(type) {
	case *Scalar:
		return t.Kind
	case *Enum:
		return t.Base.Kind
	case *List:
		return ArrayKind
	case *Map, *Object:
		return ObjectKind
	case *Ref:
		return KindOf(t.Target.Type)
	}
	return Any
}

// Fields returns the members of an object type, looking through references; nil for other types.
func Fields(t Type) []*Field {
	switch t := t.(type) {
	case *Object:
		return t.Fields
	case *Ref:
		return Fields(t.Target.Type)
	}
	return nil
}
