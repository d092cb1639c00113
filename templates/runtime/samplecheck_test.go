package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"testing"
)

// sample is an example of the documentation.
type sample struct {
	name string
	into func() sampled // a new value of the type that it is an example of
	text string
	code error // what a client makes of it, for an answer that says that the call failed
}

// sampled is a type that examples are read into.
type sampled interface {
	jsonDecoder
	jsonEncoder
}

// check reads the example, writes what was read and reads that: nothing may be lost on the way.
func (s *sample) check(t *testing.T) {
	first := s.into()
	if s.code != nil {
		err := decode([]byte(s.text), first, 0)
		answer, ok := first.(interface {
			failure(op *Operation, status int, err error) error
		})
		if !ok || !errors.Is(answer.failure(&Operation{}, 200, err), s.code) {
			t.Errorf("the answer is not the error %v", s.code)
		}
		return
	}
	if err := decode([]byte(s.text), first, refuseUnknown); err != nil {
		t.Fatalf("read: %v", err)
	}
	text, err := encode(nil, first)
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	second := s.into()
	if err := decode(text, second, 0); err != nil {
		t.Fatalf("read what was written: %v\n%s", err, text)
	}
	if again, err := encode(nil, second); err != nil || !bytes.Equal(again, text) {
		t.Errorf("written again, it differs: %v\n%s\n%s", err, text, again)
	}
	for _, path := range lost(s, text) {
		t.Errorf("%s is lost: %s", path, text)
	}
}

// lost lists the values of an example that are not in what was written of it.
func lost(s *sample, written []byte) []string {
	var c comparison
	c.compare("", parsed([]byte(s.text)), parsed(written))
	return c.lost
}

// parsed is a document as the standard library reads it, with numbers as they are written.
func parsed(text []byte) (v any) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	_ = d.Decode(&v) // it has been read before
	return v
}

// comparison looks for the values of an example in what was written of it.
type comparison struct{ lost []string }

// compare looks at one value. Where the documentation contradicts itself, a value may have come to be of another kind that says
// the same: "1" and 1, [x] and x, null and nothing at all.
func (c *comparison) compare(path string, example, written any) {
	if blank(example) && zero(written) || sameScalar(example, written) {
		return
	}
	list, listed := written.([]any)
	switch e := example.(type) {
	case map[string]any:
		if w, ok := written.(map[string]any); ok {
			c.members(path, e, w)
			return
		}
	case []any:
		if listed && len(list) == len(e) {
			for i := range e {
				c.compare(string(appendIndex([]byte(path), i)), e[i], list[i])
			}
			return
		}
	}
	if listed && len(list) == 1 {
		c.compare(string(appendIndex([]byte(path), 0)), example, list[0])
		return
	}
	c.lost = append(c.lost, path)
}

func (c *comparison) members(path string, example, written map[string]any) {
	for name, value := range example {
		c.compare(string(appendName([]byte(path), name)), value, written[name])
	}
}

// blank reports whether a value of an example stands for nothing, as null does: PHP writes "" or [] for an object that is not there.
func blank(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// zero reports whether a value is what Go writes for nothing.
func zero(v any) bool {
	switch v := v.(type) {
	case json.Number:
		return v == "0"
	case bool:
		return !v
	case map[string]any:
		for _, member := range v {
			if !zero(member) {
				return false
			}
		}
		return true
	}
	return blank(v)
}

// sameScalar compares two values as what they say: 1.0 is 1, and where they are of different kinds "1" is 1 and true.
func sameScalar(a, b any) bool {
	x, okX := scalarText(a)
	y, okY := scalarText(b)
	if !okX || !okY {
		return false
	}
	_, textA := a.(string)
	_, textB := b.(string)
	return x == y || !(textA && textB) && (sameNumber(x, y) || sameFlag(x, y) || sameFlag(y, x))
}

// scalarText is a string, number or boolean as text.
func scalarText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return strconv.FormatBool(v), true
	}
	return "", false
}

func sameFlag(flag, number string) bool {
	return flag == "true" && number == "1" || flag == "false" && number == "0"
}

// sameNumber compares integers exactly, and other numbers as float64 has them.
func sameNumber(a, b string) bool {
	i, errI := strconv.ParseInt(a, 10, 64)
	j, errJ := strconv.ParseInt(b, 10, 64)
	if errI == nil && errJ == nil {
		return i == j
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && x == y
}
