package ir

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Field is a parameter or a member of an object.
type Field struct {
	Name     Text // on the wire
	Label    Text // a short name for people (中文名)
	Doc      Text // description, free of placeholders and of notes to the author's own code
	Note     Text // a note to the author's own code (`*/userChat.Subtitle`); not for the reader of the API
	Declared Text // the type as the page spells it; empty when it does not
	In       In
	Type     Type // never nil
	Presence Presence
	// When is the condition under which the field must be there ("type为1时必填"), or, other than with Conditional, what its
	// meaning depends on ("不传则查询全部").
	When     Text
	Nullable *Sighting // a sample shows null
	Default  *Text
	Example  *Text
	Unit     *Text // what the number counts, as the page writes it (分, 毫秒)
	Rules    []Rule
	Origin   Origin
	// Common says that the parameter is the same for all endpoints (公共参数) and belongs to the client, not the request.
	Common bool
	// Secret says that the value must not be shown: token, password, signature.
	Secret bool
	// Private says that the default or example on the page is somebody's own, a telephone number or a key, although the name
	// is that of no secret: it must not be shown either.
	Private bool
	// Signature says that the value is computed over the request by a signer.
	Signature bool
	// Absent says that the page's samples, which show the object around it, do not have the field.
	Absent     bool
	Deprecated *Text
	Inferred   []*Inference
	Span       source.Span // the table row, or the member in the sample
}

// In is where a field travels.
type In uint8

const (
	// InBody is a member of a JSON body or a form.
	InBody In = iota
	InPath
	InQuery
	InHeader
	InCookie
	InResponse
)

func (i In) String() string {
	return [...]string{"body", "path", "query", "header", "cookie", "response"}[i]
}

// Presence says whether a field must be there.
type Presence uint8

const (
	// Unstated: the page has no word on it.
	Unstated Presence = iota
	Required
	Optional
	// Conditional: required under Field.When.
	Conditional
)

func (p Presence) String() string {
	return [...]string{"unstated", "required", "optional", "conditional"}[p]
}

// Origin is what kind of place documents a field.
type Origin uint8

const (
	FromTable Origin = iota
	// FromSample: only a sample shows the field.
	FromSample
	// FromURL: the field stands in the path or query of a URL on the page.
	FromURL
	FromProse
)

func (o Origin) String() string { return [...]string{"table", "sample", "url", "prose"}[o] }

// Rule is a checkable constraint: *NotEmpty, *Length, *Range, *Decimals, *Characters, *Affix, *Pattern, *RequiredIf, *AllowedIf or
// *OneOf.
type Rule interface {
	Where() source.Span
	rule()
}

// NotEmpty: the empty string, list or object is refused (可为空=否).
type NotEmpty struct{ Span source.Span }

// Length bounds a string's characters or a list's items. A nil bound is open.
type Length struct {
	Min, Max *int64
	Bytes    bool // of a string: what is counted is bytes
	Parts    bool // of a string: what is counted is the parts between commas
	Span     source.Span
}

// Range bounds a number, also one that travels in a string. Bounds are decimal literals, empty for none.
type Range struct {
	Min, Max                   string
	ExclusiveMin, ExclusiveMax bool
	Span                       source.Span
}

// Decimals: a number, also one that travels in a string, has at most Max digits behind the point.
type Decimals struct {
	Max  int64
	Span source.Span
}

// Characters: a string is made of nothing but the ASCII characters of Class, ranges and single ones with a blank between
// them: "0-9", "0-9 A-Z a-z - _".
type Characters struct {
	Class string
	Span  source.Span
}

// OnlyDigits is the class of strings that are made of digits.
const OnlyDigits = "0-9"

// Affix: a string begins with one of the texts, or ends with one if End.
type Affix struct {
	Texts []Text
	End   bool
	Span  source.Span
}

// Pattern is an RE2 regular expression that the whole string matches.
type Pattern struct {
	Expr string
	Span source.Span
}

// Condition holds when another field beside the one that depends on it (a member of the same object, a parameter of the same
// request) has one of the values, or, with Not, has none of them. Without values: when the other is there, or with Not is not. A
// text, list or map with nothing in it is not there. Name and values have a place where the words spell them so; they may also go
// by their labels.
type Condition struct {
	Field  Text // the other's name on the wire
	Values []Text
	Not    bool
}

// RequiredIf: the field must be there when the condition holds.
type RequiredIf struct {
	Condition
	Span source.Span
}

// AllowedIf: the field must not be there unless the condition holds. Of an other that is absent nothing is known, so a condition
// with values forbids nothing then.
type AllowedIf struct {
	Condition
	Span source.Span
}

// OneOf says how many of several fields, which stand beside each other, must be there. It stands on the first of them.
type OneOf struct {
	Fields  []Text // names on the wire, in the order of the fields
	HowMany HowMany
	Span    source.Span
}

// HowMany is how many of several fields must be there.
type HowMany uint8

const (
	AtLeastOne HowMany = iota
	ExactlyOne
	AtMostOne
)

// Takes reports whether a text is made of the characters of the class alone.
func (r *Characters) Takes(text string) bool {
	for i := range len(text) {
		if !slices.ContainsFunc(strings.Fields(r.Class), func(part string) bool { return part[0] <= text[i] && text[i] <= part[len(part)-1] }) {
			return false
		}
	}
	return true
}

// Takes reports whether a text begins, or ends, with one of those of the rule.
func (r *Affix) Takes(text string) bool {
	has := strings.HasPrefix
	if r.End {
		has = strings.HasSuffix
	}
	return slices.ContainsFunc(r.Texts, func(t Text) bool { return has(text, t.Value) })
}

func (r *NotEmpty) Where() source.Span   { return r.Span }
func (r *Length) Where() source.Span     { return r.Span }
func (r *Range) Where() source.Span      { return r.Span }
func (r *Decimals) Where() source.Span   { return r.Span }
func (r *Characters) Where() source.Span { return r.Span }
func (r *Affix) Where() source.Span      { return r.Span }
func (r *Pattern) Where() source.Span    { return r.Span }
func (r *RequiredIf) Where() source.Span { return r.Span }
func (r *AllowedIf) Where() source.Span  { return r.Span }
func (r *OneOf) Where() source.Span      { return r.Span }
func (*NotEmpty) rule()                  {}
func (*Length) rule()                    {}
func (*Range) rule()                     {}
func (*Decimals) rule()                  {}
func (*Characters) rule()                {}
func (*Affix) rule()                     {}
func (*Pattern) rule()                   {}
func (*RequiredIf) rule()                {}
func (*AllowedIf) rule()                 {}
func (*OneOf) rule()                     {}
