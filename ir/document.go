// Package ir is the pivot of wenma: what an API is, as a page states it. It knows neither Markdown nor Go.
//
// The parser builds a Document and freezes it; everything else (Go, OpenAPI, lint, diff, explain) only reads it. Slices
// are in source order and there are no maps. What a person typed carries its place (Text); what wenma concluded says so
// (Inference).
package ir

import (
	"slices"

	"github.com/wenma/wenma/source"
)

// Text is a piece of a page, cleaned of its markup, and the place that it was read from.
type Text struct {
	Value string
	Span  source.Span
}

// Empty reports whether there is no text.
func (t Text) Empty() bool { return t.Value == "" }

func (t Text) String() string { return t.Value }

// Document is one API: everything that the pages given together say.
type Document struct {
	Title     Text // of the first page that has one
	Group     Text // the set of interfaces that the page belongs to ("Op Api接口文档")
	Servers   []*Server
	Endpoints []*Endpoint
	Types     []*TypeDecl  // named types, each reachable by a Ref or at least documented
	Errors    []*ErrorCode // error codes that hold for all endpoints
	History   []*Revision
	Inferred  []*Inference // conclusions that belong to no endpoint or field
	// Secrets are the places on the pages where something stands that must not be shown: a real token, telephone number or
	// key, and every value that goes by the name of one. In reading order within each page.
	Secrets []source.Span
}

// Server is a base URL under which the endpoints live.
type Server struct {
	Name Text // 开发环境, 线上环境; empty for the one in the endpoints' own URLs
	URL  Text // scheme and host, with a base path where the page gives one; empty when the page names a server without an address
	Span source.Span
}

// Endpoint is one operation.
type Endpoint struct {
	Name   Text // the author's own identifier for it: last path segment, action, or title; never empty
	Number Text // section number, "2.16"
	Title  Text
	Doc    Text
	Group  Text // the heading above a family of endpoints, or the document's group
	Method Text // upper case; empty when the page never says it
	// Methods are further methods that the page allows besides Method ("POST/GET").
	Methods    []Text
	Path       Path
	Action     Text        // the value that selects this operation on a gateway with one path for all
	Params     []*Field    // path, query, header and cookie parameters
	Body       *Body       // nil when there is none
	Responses  []*Response // the success response first
	Samples    []*Sample
	Errors     []*ErrorCode
	History    []*Revision
	Deprecated *Text
	Inferred   []*Inference
	Span       source.Span // from the endpoint's first heading or line to its last
}

// Success is the response that a call that went well gets; nil when the page shows none.
func (e *Endpoint) Success() *Response {
	if len(e.Responses) == 0 {
		return nil
	}
	return e.Responses[0]
}

// Path is a URL path. Value is normal form: it starts with a slash and writes each parameter as {name}, whatever the
// page's own notation; empty when the page gives no path.
type Path struct {
	Text
	Params []Text // names of the parameters, in order
}

// Media is how a body is encoded.
type Media uint8

const (
	// MediaJSON is application/json, also assumed where a page does not say.
	MediaJSON Media = iota
	// MediaForm is application/x-www-form-urlencoded.
	MediaForm
	// MediaMultipart is multipart/form-data.
	MediaMultipart
	// MediaText is text/plain.
	MediaText
	// MediaBinary is a file or other bytes.
	MediaBinary
	// MediaXML is application/xml; wenma describes it but generates no codec for it.
	MediaXML
)

// ContentType is the MIME type.
func (m Media) ContentType() string {
	return [...]string{"application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "application/octet-stream", "application/xml"}[m]
}

// Body is what a request carries. Type is *Object for JSON objects and forms.
type Body struct {
	Media Media
	Type  Type
	Doc   Text
	Span  source.Span
}

// Response is one answer. Type is the whole of what is on the wire, envelope included; nil when the page does not describe it.
type Response struct {
	Status   Text // HTTP status where the page gives one
	Doc      Text
	Media    Media
	Type     Type
	Envelope *Envelope // nil when the payload is not wrapped
	Span     source.Span
}

// Envelope says which members of a response's root object wrap the payload. All fields are members of that object, but for code,
// message and the sign of success where they stand in a head: {"head": {"code": 0}, "body": {}}.
type Envelope struct {
	// Head is the object that has nothing but what says how the call went; nil where that stands in the root itself.
	Head    *Field
	Code    *Field // business code or status; nil when there is none
	Message *Field // text for people; nil when there is none
	Data    *Field // the payload; nil when it stands beside the code
	// Passed is a boolean that says whether the call went well, whatever the code is; nil where the code alone says it.
	Passed  *Field
	Success []Value // of the code
	// Rest are the members of the root that are none of these.
	Rest []*Field
}

// Root are the members of the root object: what says how the call went, the payload, the rest.
func (e *Envelope) Root() []*Field {
	members := []*Field{e.Head, e.Data}
	if e.Head == nil {
		members = []*Field{e.Code, e.Message, e.Data, e.Passed}
	}
	members = append(members, e.Rest...)
	return slices.DeleteFunc(members, func(f *Field) bool { return f == nil })
}

// CodeIn is the business code of an answer; nil where it shows none.
func (e *Envelope) CodeIn(answer *JSON) *JSON { return e.in(answer, e.Code) }

// MessageIn is the message of an answer; nil where it shows none.
func (e *Envelope) MessageIn(answer *JSON) *JSON { return e.in(answer, e.Message) }

func (e *Envelope) in(answer *JSON, f *Field) *JSON {
	if f == nil {
		return nil
	}
	if e.Head != nil {
		answer = answer.Get(e.Head.Name.Value)
	}
	return answer.Get(f.Name.Value)
}

// Value is a literal from a page or sample. Text is what is between the quotes for strings and the literal itself otherwise.
type Value struct {
	Kind Kind
	Text Text
}

// Sample is an example on the page. Body is nil when it could not be read at all.
type Sample struct {
	Kind SampleKind
	Name Text
	Body Text  // the text of the sample as it stands
	JSON *JSON // the value, when it is JSON or nearly
	Span source.Span
}

// SampleKind says what an example shows.
type SampleKind uint8

const (
	// RequestSample shows a request body, query or call.
	RequestSample SampleKind = iota
	// ResponseSample shows a successful answer.
	ResponseSample
	// ErrorSample shows a failure.
	ErrorSample
)

// JSON is a value in a sample, with its places. It is what a tolerant reader made of the text; Strict tells whether the
// text was JSON as RFC 8259 has it.
type JSON struct {
	Kind    Kind
	Text    string    // string contents, or the literal of a number or boolean
	Members []*Member // of an object, in order, duplicates kept
	Elems   []*JSON   // of an array
	Comment Text      // a comment that stands beside the value
	Secret  bool      // the value must not be shown; Shown has what may stand in its place
	Strict  bool      // of the root: the whole text is strict JSON
	Span    source.Span
}

// Member is one name and value of an object in a sample.
type Member struct {
	Name  Text
	Value *JSON
	// Comment documents the member: `"id": 1, // 用户id`.
	Comment Text
}

// Get returns the first member of that name, or nil.
func (j *JSON) Get(name string) *JSON {
	if j == nil {
		return nil
	}
	for _, m := range j.Members {
		if m.Name.Value == name {
			return m.Value
		}
	}
	return nil
}

// ErrorCode is a row of an error table.
type ErrorCode struct {
	Value  Text
	Name   Text // the author's identifier for it (INVALID_TOKEN), where the table has one
	Status Text // the HTTP status that goes with it, where the table has one
	Doc    Text
	Remedy Text
	Span   source.Span
}

// Revision is a row of a version history.
type Revision struct {
	Version, Date, Doc, Author Text
	Span                       source.Span
}

// Inference is a conclusion that the page does not state: what was concluded, from where, and why.
type Inference struct {
	About string // what is concluded about: "envelope", "type", "items", "presence", "nullable", "reference", "wire-path", "common-parameter", "layout",
	// "enum", "range", "length", "decimals", "characters", "prefix", "suffix", "pattern", "format", "default", "unit", "condition", "deprecated", "success", "page",
	// "wire-name" and "nesting": the name and the place that the sample has, or that a title says; "doc" and "drop": what a project corrects
	Value string // the conclusion, in a short neutral form ("[]string", "success=200")
	From  source.Span
	Why   source.Message
}
