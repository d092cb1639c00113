// Package runtime is what every generated package carries of its own: it is compiled and tested here,
// and its declarations are copied, as far as they are used, into the packages that are generated.
//
// # The JSON engine
//
// Each generated type has one small method for either direction over a shared engine, which lives in the
// files called json*.go. A type's decode method is a loop over the members of an object:
//
//	var userKeys = keySet{
//		names:    []string{"userId", "userName", "phone", "location", "address"},
//		required: []uint16{0, 1},
//	}
//
//	func (x *User) decodeJSON(d *decoder) {
//		for i := d.object(&userKeys); i >= 0; i = d.next() {
//			switch i {
//			case 0:
//				d.text(&x.UserID)
//			case 1:
//				d.text(&x.UserName)
//			case 2:
//				d.textPtr(&x.Phone)
//			case 3:
//				if !d.null() {
//					x.Location = new(Location)
//					x.Location.decodeJSON(d)
//				}
//			case 4:
//				x.Address = decodeAddressList(d)
//			}
//		}
//	}
//
// and its encode method writes one member a line:
//
//	func (x *User) appendJSON(b []byte) []byte {
//		start := len(b)
//		b = appendText(b, `,"userId":`, x.UserID)
//		b = appendText(b, `,"userName":`, x.UserName)
//		b = appendTextOmit(b, `,"phone":`, x.Phone)
//		...
//		return endObject(b, start)
//	}
//
// Every key is written with a comma before it; [endObject] turns the first of them into the brace.
//
// # Decoding
//
// Values: text, integer, integer32, number, boolean, raw; with Ptr for a pointer (nil for null); texts,
// integers, numbers, booleans for lists of them. Named types go through a conversion:
// d.text((*string)(&x.Status)). A list of anything is
//
//	if !d.list() { // null, or not a list
//		return nil
//	}
//	list := []Address{}
//	for d.more() {
//		list = append(list, Address{})
//		list[len(list)-1].decodeJSON(d)
//	}
//
// and a map is d.entries(), for d.entry(), d.key(). A value that must be looked at before it
// is decoded: d.null() takes a null and says so, d.skip() takes any value.
//
// Where a page's samples contradict its table, the field alone is read loosely: looseText, looseInteger,
// looseNumber, looseBoolean and their Ptr forms, looseNull before an object, looseList for a list. What
// they take is written at each.
//
// A document is decoded by [decode], or, when its root isn't a struct, between [newDecoder] and end. Both
// return nil, a *[SyntaxError] when the text isn't JSON, or [Problems] when it is JSON, but not what the
// type holds. A problem doesn't stop decoding: the value is skipped, and all problems are told at once.
//
// The text must be JSON as RFC 8259 has it, skipped values included, and where the RFC leaves a choice
// the strict one is taken: valid UTF-8, no byte order mark, no unpaired surrogate escapes, no name twice
// in an object, at most [maxDepth] levels, nothing after the document. Names match exactly, case
// included. An integer may be written with a fraction or an exponent (1.0, 1e2) if its value is an
// integer; it must fit, and so must a number in a float64. Null leaves a field as it was, or sets nil.
//
// A keySet says which names are required; a [decodeMode] says whether to mind that: checkPresence makes a
// missing required member a problem, and a null one too, unless it is listed as nullable;
// refuseUnknown makes a problem of each member that the type doesn't have. Without them a missing member
// or a null leaves the zero value, and unknown members are skipped.
//
// # Encoding
//
// appendText, appendInteger, appendFloat..., each takes the buffer, the key with its comma and colon,
// and the value; Ptr writes null for nil, Omit leaves the member out. An object as a member is
//
//	b = x.Location.appendJSON(appendMember(b, `,"location":`))
//
// where the method of a type that is used through pointers starts with: if x == nil, append null. A list of
// objects is
//
//	b = appendMember(b, `,"address":`)
//	start := len(b)
//	for i := range list {
//		b = list[i].appendJSON(append(b, ','))
//	}
//	b = endList(b, start, list == nil)
//
// and a map the same with appendKey(b, name) and endMap.
//
// [encode] appends a whole document, and finds values that JSON can't hold: NaN, the infinities, a raw
// message that isn't JSON. They are an error there, never a silent null. Invalid UTF-8 in a string becomes
// U+FFFD. HTML isn't escaped.
//
// Strings of up to [sharedText] bytes that were decoded, of one document or several, share pieces of memory of [sharedSize] bytes.
//
// MarshalJSON and UnmarshalJSON are one line each over [encoded] and [decode].
package runtime

import "sync"

// maxDepth is how deep objects and lists may nest in a document.
const maxDepth = 512

// decodeMode says what decoding minds beyond the text being JSON and the values being of their types.
type decodeMode uint8

const (
	checkPresence decodeMode = 1 << iota // required members must be there, and not null
	refuseUnknown                        // members that the type doesn't have are problems
)

// jsonDecoder is a type that reads itself from a document.
type jsonDecoder interface{ decodeJSON(d *decoder) }

// jsonEncoder is a type that appends itself to a document.
type jsonEncoder interface{ appendJSON(b []byte) []byte }

// decode reads a whole document. The error is nil, a *SyntaxError or Problems; after an error, what could
// be read has been stored all the same.
func decode(data []byte, into jsonDecoder, mode decodeMode) error {
	d := newDecoder(data, mode)
	into.decodeJSON(d)
	return d.end()
}

// encode appends a whole document to b. Only a value that JSON can't hold makes an error; b is then
// returned as it came.
func encode(b []byte, from jsonEncoder) ([]byte, error) {
	start := len(b)
	b = from.appendJSON(b)
	if err := unwritable(b[start:]); err != nil {
		return b[:start], err
	}
	return b, nil
}

// encoded returns a document that was written, or the error that it can't be: what MarshalJSON has to return.
//
//go:noinline
func encoded(document []byte) ([]byte, error) {
	if err := unwritable(document); err != nil {
		return nil, err
	}
	return document, nil
}

var decoders = sync.Pool{New: func() any { return new(decoder) }}

// newDecoder starts to read a document, which the decoder only looks at until end.
func newDecoder(data []byte, mode decodeMode) *decoder {
	d := decoders.Get().(*decoder)
	d.data, d.mode = data, mode
	if len(data) >= 3 && string(data[:3]) == "\xef\xbb\xbf" {
		d.fail(0, faultMark)
	}
	return d
}

// end finishes reading a document and returns what was wrong with it. The decoder must not be used after.
func (d *decoder) end() error {
	if d.token(); d.pos < len(d.data) {
		d.fail(d.pos, faultTrailing)
	}
	err, problems := d.err, d.problems
	d.data, d.pos, d.depth, d.err, d.problems = nil, 0, 0, nil, nil
	d.frames, d.keys, d.names, d.scratch = d.frames[:0], d.keys[:0], d.names[:0], d.scratch[:0]
	if cap(d.scratch) <= 1<<16 && cap(d.names) <= 1<<10 {
		decoders.Put(d)
	}
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}
