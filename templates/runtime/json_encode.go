package runtime

import (
	"encoding/json"
	"slices"
	"strconv"
)

// Every key comes as it is written: comma, quoted name, colon.
//
// What generated code calls for each member isn't inlined there: that would make a third more code, take a
// third longer to compile, and gain little.

// endObject closes the object whose members were appended from start on, each with a comma before it.
//
//go:noinline
func endObject(b []byte, start int) []byte {
	if len(b) == start {
		return append(b, "{}"...)
	}
	b[start] = '{'
	return append(b, '}')
}

// endMap is endObject for a map, which is null if it is nil.
//
//go:noinline
func endMap(b []byte, start int, null bool) []byte {
	if null {
		return append(b[:start], "null"...)
	}
	return endObject(b, start)
}

// endList closes the list whose elements were appended from start on, each with a comma before it. A nil
// list is null.
//
//go:noinline
func endList(b []byte, start int, null bool) []byte {
	if null {
		return append(b[:start], "null"...)
	}
	if len(b) == start {
		return append(b, "[]"...)
	}
	b[start] = '['
	return append(b, ']')
}

// appendKey appends the key of a map's member.
//
//go:noinline
func appendKey(b []byte, name string) []byte {
	return append(appendQuoted(b, ",", name), ':')
}

// appendMember appends the key of a member, whose value comes next.
//
//go:noinline
func appendMember(b []byte, key string) []byte {
	if len(b)+len(key) > cap(b) {
		b = slices.Grow(b, len(key)+firstPiece)
	}
	return append(b, key...)
}

// firstPiece is how much room a document is given at first.
const firstPiece = 500

// appendNull appends a member that is null.
//
//go:noinline
func appendNull(b []byte, key string) []byte {
	return append(append(b, key...), "null"...)
}

//go:noinline
func appendText(b []byte, key, v string) []byte {
	return appendQuoted(b, key, v)
}

//go:noinline
func appendInteger(b []byte, key string, v int64) []byte {
	return strconv.AppendInt(appendMember(b, key), v, 10)
}

//go:noinline
func appendNumber(b []byte, key string, v float64) []byte {
	return appendFloat(appendMember(b, key), v)
}

//go:noinline
func appendBoolean(b []byte, key string, v bool) []byte {
	return strconv.AppendBool(appendMember(b, key), v)
}

// appendRaw appends a value that is JSON already; nil is null.
func appendRaw(b []byte, key string, v json.RawMessage) []byte {
	b = append(b, key...)
	if v == nil {
		return append(b, "null"...)
	}
	if !json.Valid(v) {
		return append(b, notJSON...)
	}
	return append(b, v...)
}

func appendTextPtr(b []byte, key string, v *string) []byte {
	if v == nil {
		return appendNull(b, key)
	}
	return appendText(b, key, *v)
}

func appendIntegerPtr(b []byte, key string, v *int64) []byte {
	if v == nil {
		return appendNull(b, key)
	}
	return appendInteger(b, key, *v)
}

func appendInteger32Ptr(b []byte, key string, v *int32) []byte {
	if v == nil {
		return appendNull(b, key)
	}
	return appendInteger(b, key, int64(*v))
}

func appendNumberPtr(b []byte, key string, v *float64) []byte {
	if v == nil {
		return appendNull(b, key)
	}
	return appendNumber(b, key, *v)
}

//go:noinline
func appendBooleanPtr(b []byte, key string, v *bool) []byte {
	if v == nil {
		return appendNull(b, key)
	}
	return appendBoolean(b, key, *v)
}
