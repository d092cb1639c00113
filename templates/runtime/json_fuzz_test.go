package runtime

import (
	"bytes"
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// stricter are the faults that encoding/json lets pass.
var stricter = []string{"duplicate-name", "invalid-utf8", "lone-surrogate", "too-deep"}

// FuzzSyntax holds the engine's verdict against that of encoding/json, and its two ways of reading a text,
// skipping it and taking it apart, against each other.
func FuzzSyntax(f *testing.F) {
	for _, c := range conformanceCases(f) {
		f.Add(c.doc)
	}
	f.Add(string(sampleResponse(f)))
	f.Fuzz(func(t *testing.T, doc string) {
		value, err := readAll(doc)
		read, skipped := syntaxOf(err), syntaxOf(skipAll(doc))
		if !reflect.DeepEqual(read, skipped) {
			t.Fatalf("reading says %v, skipping %v", read, skipped)
		}
		valid := json.Valid([]byte(doc))
		if read != nil {
			if valid && !slices.Contains(stricter, read.Code) {
				t.Fatalf("refused: %v", read)
			}
			checkPlace(t, doc, read)
			return
		}
		if !valid {
			t.Fatal("accepted")
		}
		var want any
		if json.Unmarshal([]byte(doc), &want) == nil && !reflect.DeepEqual(value, want) {
			t.Fatalf("read %v, want %v", value, want)
		}
	})
}

func checkPlace(t *testing.T, doc string, e *SyntaxError) {
	if e.Offset > len(doc) {
		t.Fatalf("offset %d of %d", e.Offset, len(doc))
	}
	before := doc[:e.Offset]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	if e.Line != line || e.Column != column {
		t.Fatalf("line %d, column %d, want %d, %d", e.Line, e.Column, line, column)
	}
}

// FuzzTyped holds what the typed calls read against encoding/json, and has it written and read again.
func FuzzTyped(f *testing.F) {
	f.Add(sampleResponse(f))
	f.Add(compacted(f, sampleResponse(f)))
	for _, doc := range []string{
		`{"data":{"user":{"address":[{"remark":"a"},{}],"contacts":[{"name":"\u4f1a"}],"tags":[]}},"page":{"a":[1]}}`,
		`{"code":1.0,"message":null,"data":{"location":{"lat":1e3,"lng":-0.5},"isInGroup":true}}`,
		`{"code":"1","data":{"client":{"clientId":9223372036854775808},"user":null},"foot":{}}`,
		`{"foot":{"host":"a\nb","host2":[]},"page":null,"code":-5}`,
	} {
		f.Add([]byte(doc))
	}
	f.Fuzz(compareTyped)
}

// compareTyped is silent about documents that encoding/json takes and the engine doesn't, unless they ought
// to be read.
func compareTyped(t *testing.T, doc []byte) {
	var ours chatEnvelope
	var theirs plainEnvelope
	err, theirErr := decode(doc, &ours, refuseUnknown), json.Unmarshal(doc, &theirs)
	if err != nil {
		if syntax := syntaxOf(err); syntax != nil && json.Valid(doc) && !slices.Contains(stricter, syntax.Code) {
			t.Fatalf("refused: %v in %s", err, doc)
		}
		return
	}
	if theirErr != nil {
		if !strings.Contains(theirErr.Error(), "of type int64") {
			t.Fatalf("encoding/json refuses: %v", theirErr)
		}
		return // an integer written with a fraction or an exponent
	}
	if !reflect.DeepEqual(ours, chatEnvelope(theirs)) {
		t.Fatalf("read %+v, want %+v", ours, theirs)
	}
	b, err := encode(nil, &ours)
	if err != nil {
		t.Fatal(err)
	}
	var again chatEnvelope
	if err := decode(b, &again, refuseUnknown); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	if ours.Page == nil {
		ours.Page = json.RawMessage("null")
	}
	if !reflect.DeepEqual(ours, again) {
		t.Fatalf("wrote %s: %+v, want %+v", b, again, ours)
	}
}

// mutated is a text near a sample: pieces of it moved, doubled or dropped, and bytes that matter put in.
func mutated(r *rand.Rand, sample []byte) []byte {
	const pieces = `{}[]:,"\0123456789.eE+-tfnu \n` + "\x00\x1f\x7f\x80\xc3\xa9\xed\xa0\xff会"
	doc := bytes.Clone(sample)
	for range 1 + r.IntN(3) {
		i, j, n := r.IntN(len(doc)), r.IntN(len(doc)), r.IntN(12)
		switch part := doc[j:min(j+n, len(doc))]; r.IntN(4) {
		case 0:
			doc[i] = pieces[r.IntN(len(pieces))]
		case 1:
			doc = slices.Insert(doc, i, pieces[r.IntN(len(pieces))])
		case 2:
			doc = slices.Insert(doc, i, bytes.Clone(part)...)
		default:
			doc = slices.Delete(doc, i, min(i+n, len(doc)))
		}
	}
	return doc
}

// TestMutatedSample compares what is read from many texts near the sample.
func TestMutatedSample(t *testing.T) {
	const mutations = 3000
	r := rand.New(rand.NewPCG(1, 2))
	sample := compacted(t, sampleResponse(t))
	read := 0
	for range mutations {
		doc := mutated(r, sample)
		compareTyped(t, doc)
		if value, err := readAll(string(doc)); err == nil {
			read++
			var want any
			if err := json.Unmarshal(doc, &want); err != nil || !reflect.DeepEqual(value, want) {
				t.Fatalf("read %v, want %v %v", value, want, err)
			}
		} else if syntax := syntaxOf(err); syntax != nil && json.Valid(doc) && !slices.Contains(stricter, syntax.Code) {
			t.Fatalf("refused: %v in %s", err, doc)
		} else if got := syntaxOf(skipAll(string(doc))); !reflect.DeepEqual(got, syntax) {
			t.Fatalf("reading says %v, skipping %v", syntax, got)
		}
	}
	if read == 0 || read == mutations {
		t.Errorf("%d of %d texts were JSON", read, mutations)
	}
}

// FuzzEverything only wants an answer: the loose readers have no peer.
func FuzzEverything(f *testing.F) {
	f.Add([]byte(`{"looseText":1,"looseInteger":"12","looseNumber":"1.5","looseBoolean":"0","looseObject":[],"looseValue":""}`))
	f.Add([]byte(`{"looseList":{"host":"h"},"looseTexts":"a","looseTextPtr":true,"looseIntegerPtr":"","looseBooleanPtr":2}`))
	f.Add([]byte(`{"looseList":[{}],"looseTexts":5,"self":{"selves":[{"map":{"a":{"host":1}}}]},"nested":[["a"],null]}`))
	f.Add([]byte(`{"looseList":{},"looseNumberPtr":"x","x":{"x":1},"integer32":2147483648,"texts":[1],"raw":[ ]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, mode := range []decodeMode{0, checkPresence | refuseUnknown} {
			var x everything
			err := decode(doc, &x, mode)
			if syntax := syntaxOf(err); syntax != nil {
				if json.Valid(doc) && !slices.Contains(stricter, syntax.Code) {
					t.Fatal(err)
				}
			} else if !json.Valid(doc) {
				t.Fatalf("accepted: %v", err)
			} else {
				_ = told(t, err)
			}
		}
	})
}

// FuzzString holds the writing of strings against the reading of them, and encoding/json.
func FuzzString(f *testing.F) {
	for _, s := range []string{"", "会话", "a\"\\\n\x00\xff", "\u2028<>&", "\xed\xa0\x80", strings.Repeat("x", 64) + "\x1f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := appendQuoted(nil, "", s)
		got, err := readAll(string(b))
		if err != nil || got != string([]rune(s)) {
			t.Fatalf("%s: %q %v", b, got, err)
		}
	})
}

// FuzzNumber holds integers and numbers against strconv.
func FuzzNumber(f *testing.F) {
	for _, v := range []float64{0, 0.1, 1e21, 1e-7, math.MaxFloat64, 116.305801} {
		f.Add(string(appendFloat(nil, v)))
	}
	for _, s := range []string{"-0", "1.50e1", "9223372036854775808", "1e-400", "0.00e5", "120e-1", "00", "1.", "1e999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if end, ok := numberEnd([]byte(s), 0); !ok || end != len(s) {
			if s == strings.TrimSpace(s) && s != "" && startsNumber(s[0]) && json.Valid([]byte(s)) {
				t.Fatal("refused")
			}
			return
		}
		var want float64
		wantErr := json.Unmarshal([]byte(s), &want)
		got, ok := nearestFloat([]byte(s))
		if ok != (wantErr == nil) || ok && math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%v %v, want %v %v", got, ok, want, wantErr)
		}
		checkInteger(t, s)
	})
}

// checkInteger holds an integer against exact arithmetic.
func checkInteger(t *testing.T, s string) {
	_, exponent, _ := strings.Cut(strings.ToLower(s), "e")
	if len(exponent) > 4 {
		return // too large to write out
	}
	got, trouble := exactInteger([]byte(s))
	want, ok := new(big.Rat).SetString(s)
	switch {
	case !ok:
		t.Fatalf("%q is no number", s)
	case !want.IsInt():
		if trouble != ProblemType {
			t.Fatalf("%d %s, want a fraction", got, trouble)
		}
	case !want.Num().IsInt64():
		if trouble != ProblemRange {
			t.Fatalf("%d %s, want out of range", got, trouble)
		}
	case trouble != "" || got != want.Num().Int64():
		t.Fatalf("%d %s, want %s", got, trouble, want.Num())
	}
}
