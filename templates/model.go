// Package templates is what generated Go looks like: one file for each artefact, which prints a part of the Package that the
// generator planned. Nothing is decided here; every name arrives valid and unique, every text from a page arrives as one clean
// line. What does not depend on the page stands as ordinary Go in the runtime directory.
package templates

// Package is a generated package with every name decided.
type Package struct {
	Name       string
	Doc        []string // paragraphs of the package comment, one line each
	English    bool     // messages speak English unless told otherwise
	Servers    []Address
	DefaultURL string
	Common     *Common
	Part       // all operations and types
	Times      []*Time
	Zone       Zone
	Code       *Code     // the business code; nil when no answer has one
	Selector   *Selector // what tells the actions of a gateway apart; nil without actions
}

// Part are operations and types that are printed together: those of the package, of one of its pages, or of no single page. All
// lists are in the order in which they are printed.
type Part struct {
	Operations []*Operation
	Envelopes  []*Struct
	Structs    []*Struct // named and inline types
	Enums      []*Enum
	Lists      []*Helper // list and map types that need functions of their own
}

// Address is a named server.
type Address struct{ Const, URL, Comment string }

// Common are the parameters that all requests carry.
type Common struct {
	Fields []*Field
	// Signature is the parameter that a Signer fills; nil for none.
	Signature *Field
}

// Selector is the parameter that carries a gateway's action.
type Selector struct {
	Wire string
	In   string // "query", "header" or "body"
}

// Kind is a kind of Go value, as the codec has functions for it.
type Kind uint8

const (
	Raw     Kind = iota // json.RawMessage
	Text                // string
	Integer             // int64
	Number              // float64
	Boolean             // bool
	Object              // a struct
	List                // a slice
	Map                 // a map from string
	Stream              // *FileStream
	Bytes               // []byte
)

// Type is a Go type.
type Type struct {
	Kind   Kind
	Struct *Struct // of an Object
	Named  *Named  // of a Text or Integer that has a type of its own
	Elem   *Type   // of a List or Map
	Helper *Helper // of a List or Map whose elements need more than the engine has
	// Loose says that samples show another kind than the page declares, which decoding then takes too.
	Loose bool
}

// Helper is the pair of functions that read and write one list or map type.
type Helper struct {
	Name string // AddressList: decodeAddressList, appendAddressList
	Type *Type
}

// Field is a member of a struct.
type Field struct {
	Name    string // in Go
	Wire    string
	Label   string   // the wire name and what the page says, for the sentence of a setter
	Comment string   // what the page says, and where
	Remarks []string // what it says besides, as lines of a doc comment
	Long    bool     // the comment stands above the field rather than beside it
	Type    *Type
	Pointer bool
	// Omit leaves the member out when it is nil; a scalar that is no pointer, when it has the zero value.
	Omit bool
	// Required says that the member must be there, Nullable that it may be null even so.
	Required, Nullable bool
	In                 string // "body", "path", "query", "header" or "cookie"
	Checks             []Check
	Deprecated         string
	// Const is the value that the member always has on the wire; such a member has no place in the struct.
	Const string
}

// Struct is a struct type.
type Struct struct {
	Name   string
	Doc    string // the comment's text after the name
	Fields []*Field
	// Envelope is embedded in the root of an answer.
	Envelope *Struct
	// Wire lists the members of an answer's root in the order in which they travel, those of the envelope among them;
	// for other types it is the fields that are in the JSON.
	Wire []*Field
	// Conditions and Choices are rules between the fields, printed in this order.
	Conditions []*Condition
	Choices    []*Choice
	// Failure is set for an envelope with a business code.
	Failure *Failure
	// Request says that the struct is an operation's request; Checked that Validate has something to do.
	Request, Checked bool
	// Hidden says that the struct is no type of the API: it stands around a root that is not an object.
	Hidden bool
}

// Failure says how an envelope tells success from failure.
type Failure struct {
	Head    *Field // the member of the envelope that the others stand in; nil when they stand in the envelope itself
	Code    *Field
	Message *Field   // nil for none
	Passed  *Field   // the boolean that says whether the call went well; nil when the code says it
	Success []string // Go literals; empty when any code may be a success
	Text    string   // the message of a success, as the sample has it
}

// Known reports whether it is known of every answer whether the call went well.
func (fail *Failure) Known() bool { return fail.Passed != nil || len(fail.Success) > 0 }

// sign is the member that says whether the call went well.
func (fail *Failure) sign() *Field {
	if fail.Passed != nil {
		return fail.Passed
	}
	return fail.Code
}

// of is a member of the failure as a part of an envelope: e.Code, e.Head.Code.
func (fail *Failure) of(envelope string, f *Field) string {
	if fail.Head != nil {
		envelope += "." + fail.Head.Name
	}
	return envelope + "." + f.Name
}

// Named is a type of the package over text or an integer: an enum or a time.
type Named struct {
	Name string
	Kind Kind
	Doc  string // the comment's text after the name
	// Checked says that not all values of the kind are values of the type.
	Checked bool
}

// Enum is a named type with listed values. It is Checked when no others are valid.
type Enum struct {
	Named
	Values []EnumValue
}

// EnumValue is a constant: its literal as Go writes it, and what the page calls the value, "" for nothing.
type EnumValue struct{ Const, Literal, Label, Comment string }

// Time is a named type for dates and times as they travel.
type Time struct {
	Named
	// Layouts are those of package time in which text is read, of which it is written in the first; none for an integer.
	Layouts []string
	// Unit is that of an integer or of digits: "Unix" for seconds, "UnixMilli" for milliseconds.
	Unit string
	// UTC says that the layout ends in the letter Z, Dated that it has a date, which is never all zeros.
	UTC, Dated bool
}

// Zone is the time zone of times that do not name theirs.
type Zone struct {
	Name    string
	Seconds int // east of UTC
}

// CheckKind is a kind of check that a field gets.
type CheckKind uint8

const (
	NotEmpty CheckKind = iota
	Length             // Min and Max characters or items
	ByteLength
	Range      // Low and High, Go literals, "" for none
	Above      // a number beyond Low
	Below      // a number under High
	Pattern    // Var names the compiled expression
	OneOf      // Values are Go literals
	Parts      // Min and Max parts of a text between commas
	Decimal    // a text that is a number with Low (">= 1") and High ("< 5"), "" for none
	Format     // Var names the function that knows the format
	Moment     // the time is written as its type says
	Decimals   // a number with at most Max digits behind the point
	Amount     // Decimal, with at most Max digits behind the point
	Characters // Want is the class
	Prefix     // one of Values, which are texts
	Suffix
)

// Check is one check on a field.
type Check struct {
	Kind      CheckKind
	Min, Max  int // Max is -1 for none
	Low, High string
	Var, Expr string
	Values    []string
	Want      string // what a message shows: the values, the class
}

// Condition is a rule between the fields of a struct: Field must be there when Other has one of the values, or, with Not, has
// none of them; without values, when it is there, or with Not is not. With Allowed, it must not be there otherwise.
type Condition struct {
	Field   *Field
	Other   *Field
	Values  []string // Go literals or constants
	Not     bool
	Allowed bool
	Want    string // the rule as a message shows it
}

// Choice is a rule about how many of several fields of a struct are there: Least, one of them at least; Most, one at most.
type Choice struct {
	Fields      []*Field
	Least, Most bool
	Want        string // the fields as a message shows them
}

// BodyKind says how an operation's request body travels.
type BodyKind uint8

const (
	NoBody    BodyKind = iota
	JSONBody           // the request's body fields are the members of one object
	JSONWhole          // one field is the whole body
	FormBody
	MultipartBody
	TextBody
	StreamBody
)

// Operation is an endpoint.
type Operation struct {
	Name       string // of the methods
	Var        string // of the Operation value
	Doc        string
	Remarks    []string // what the page says besides, as lines of a doc comment
	Method     string
	Methods    []string // that the server takes
	Path       string   // as documented, clean
	Pieces     []string // of the path: literals escaped for a URL and, between them, parameters as index into PathFields
	Params     []*Field // in path, in the order of the pieces
	Pattern    string   // of http.ServeMux
	Wild       []string // the wildcard of each parameter
	Splits     []Split  // segments that hold more than one wildcard
	Level      int
	Unserved   bool // the same method and path stands earlier
	Action     string
	Request    *Struct
	Body       BodyKind
	Result     Result
	Errors     []*ErrorCode // that its documentation lists
	Deprecated string
	Samples    []*Sample // that tests read and write
}

// Split takes a path segment with several parts apart.
type Split struct {
	Wildcard string
	Pieces   []string
}

// ResultKind says what an operation answers.
type ResultKind uint8

const (
	JSONResult ResultKind = iota
	RawResult             // bytes as they come
	TextResult
	StreamResult
)

// Result is an operation's answer.
type Result struct {
	Kind ResultKind
	// Type is what the method returns.
	Type *Type
	// Root is the struct on the wire: Type's own, or the one around it.
	Root *Struct
	// Data is the field of Root that holds Type; nil when Root is Type.
	Data *Field
	// Nothing says that there is no result beside Root, which has an envelope: the methods return an error alone.
	Nothing bool
	// Status is the HTTP status of an answer to a call that went well; 0 for 200.
	Status int
}
