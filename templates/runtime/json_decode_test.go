package runtime

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// told is an error's problems, one a line: path, code, want, got.
func told(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var problems Problems
	if !errors.As(err, &problems) {
		t.Fatalf("not problems: %v", err)
	}
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = strings.TrimRight(fmt.Sprintf("%s %s %s %s", p.Path, p.Code, p.Want, p.Got), " ")
	}
	return strings.Join(lines, "\n")
}

func wantTold(t *testing.T, err error, want ...string) {
	t.Helper()
	if got := told(t, err); got != strings.Join(want, "\n") {
		t.Errorf("problems:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
}

func TestEveryKind(t *testing.T) {
	const doc = `{
		"texts": ["a", "", "会话"], "integers": [0, -1, 9223372036854775807, -9223372036854775808], "numbers": [0.5, 1e3],
		"booleans": [true, false], "integer32": -2147483648, "textPtr": "p", "integerPtr": 7, "int32Ptr": 8,
		"numberPtr": 1.25, "booleanPtr": true, "raw": {"a": [1, {"b": "\n"}] }, "map": {"x": {"host": "h"}, "y": {}},
		"nested": [["a"], [], null, ["b", "c"]], "self": {"self": null, "texts": []}, "selves": [{"integer32": 1}, {}]
	}`
	var got everything
	if err := decode([]byte(doc), &got, checkPresence|refuseUnknown); err != nil {
		t.Fatal(err)
	}
	text, integer, int32Value, number, boolean := "p", int64(7), int32(8), 1.25, true
	want := everything{
		Texts:      []string{"a", "", "会话"},
		Integers:   []int64{0, -1, math.MaxInt64, math.MinInt64},
		Numbers:    []float64{0.5, 1000},
		Booleans:   []bool{true, false},
		Integer32:  math.MinInt32,
		TextPtr:    &text,
		IntegerPtr: &integer,
		Int32Ptr:   &int32Value,
		NumberPtr:  &number,
		BooleanPtr: &boolean,
		Raw:        json.RawMessage(`{"a": [1, {"b": "\n"}] }`),
		Map:        map[string]chatFoot{"x": {Host: "h"}, "y": {}},
		Nested:     [][]string{{"a"}, {}, nil, {"b", "c"}},
		Self:       &everything{Texts: []string{}},
		Selves:     []everything{{Integer32: 1}, {}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// Null leaves a value as it is and makes a pointer, a list or a map nil; a raw value keeps it.
func TestNull(t *testing.T) {
	x := everything{Integer32: 3, LooseText: "kept"}
	var doc strings.Builder
	for i, name := range everythingKeys.names {
		fmt.Fprintf(&doc, `%c"%s":null`, "{,"[min(i, 1)], name)
		_ = i
	}
	text, integer, boolean, number, int32Value := "", int64(0), false, 0.0, int32(0)
	x.TextPtr, x.IntegerPtr, x.BooleanPtr, x.NumberPtr, x.Int32Ptr = &text, &integer, &boolean, &number, &int32Value
	x.Texts, x.Map, x.Nested, x.Self = []string{}, map[string]chatFoot{}, [][]string{}, &x
	if err := decode([]byte(doc.String()+"}"), &x, checkPresence|refuseUnknown); err != nil {
		t.Fatal(err)
	}
	want := everything{Integer32: 3, LooseText: "kept", Raw: json.RawMessage("null")}
	if !reflect.DeepEqual(x, want) {
		t.Errorf("got %+v", x)
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	const doc = `{
		"code": "200", "message": 5, "page": [],
		"data": {
			"user": {
				"userId": 1, "nickName": true, "phone": [], "tags": ["a", 2, {"b": 1}], "serviceCount": 1.5,
				"address": [{}, 5, {"remark": false}, {"address": {"a": "b"}}], "contacts": {"a": 1}
			},
			"channel": "none", "location": {"lat": "40", "lng": 1e999}, "isInGroup": "false",
			"client": {"clientId": 9223372036854775808}
		},
		"foot": [1, 2]
	}`
	var x chatEnvelope
	wantTold(t, decode([]byte(doc), &x, checkPresence),
		"code type integer string",
		"message type string number",
		"data.user.userId type string number",
		"data.user.nickName type string boolean",
		"data.user.phone type string array",
		"data.user.tags[1] type string number",
		"data.user.tags[2] type string object",
		"data.user.serviceCount type integer fraction",
		"data.user.address[1] type object number",
		"data.user.address[2].remark type string boolean",
		"data.user.address[3].address type string object",
		"data.user.contacts type array object",
		"data.user.userName missing",
		"data.channel type object string",
		"data.location.lat type number string",
		"data.location.lng range float64",
		"data.isInGroup type boolean string",
		"data.client.clientId range int64",
		"foot type object array",
	)
	if len(x.Data.User.Address) != 4 || len(x.Data.User.Tags) != 3 || x.Data.User.Tags[0] != "a" {
		t.Errorf("what is right was lost: %+v", x.Data.User)
	}
}

func TestProblemPaths(t *testing.T) {
	long := strings.Repeat("长", 40)
	var x everything
	wantTold(t, decode([]byte(`{
		"map": {"a": {"host": 1}, "a.b": {"host": 1}, "": {"host": 1}, "\"\n": {"host": 1}, "`+long+`": {"host": 1}, "z": 1},
		"nested": [[], ["a", 1], 2],
		"self": {"map": {"k": {"host": 1}}, "self": {"selves": [{"selves": [{}, {"textPtr": 1}]}]}}
	}`), &x, 0),
		"map.a.host type string number",
		`map["a.b"].host type string number`,
		`map[""].host type string number`,
		`map["\"\n"].host type string number`,
		"map."+strings.Repeat("长", 21)+"….host type string number",
		"map.z type object number",
		"nested[1][1] type string number",
		"nested[2] type array number",
		"self.map.k.host type string number",
		"self.self.selves[0].selves[1].textPtr type string number",
	)
	wantTold(t, decode([]byte("[]"), &x, 0), " type object array")

	d := newDecoder([]byte(`[{"host":1},{"host":"a"},null,2]`), 0)
	list := decodeLooseFootList(d)
	wantTold(t, d.end(), "[0].host type string number", "[3] type object number")
	if len(list) != 4 || list[1].Host != "a" {
		t.Errorf("%+v", list)
	}
}

var presenceKeys = keySet{names: []string{"a", "b", "c", "d"}, required: []uint16{0, 1, 2}, nullable: []uint16{1}}

// presence has two required members, of which one may be null, and a required list.
type presence struct {
	A string
	B *string
	C []string
	D string
}

func (x *presence) decodeJSON(d *decoder) {
	for i := d.object(&presenceKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.A)
		case 1:
			d.textPtr(&x.B)
		case 2:
			d.texts(&x.C)
		case 3:
			d.looseText(&x.D)
		}
	}
}

func TestPresence(t *testing.T) {
	for _, c := range []struct {
		doc      string
		mode     decodeMode
		problems []string
	}{
		{`{}`, checkPresence, []string{"a missing", "b missing", "c missing"}},
		{`{}`, 0, nil},
		{`{"x":1,"d":null}`, checkPresence, []string{"a missing", "b missing", "c missing"}},
		{`{"a":null,"b":null,"c":null,"d":null}`, checkPresence, []string{"a null", "c null"}},
		{`{"a":null,"b":null,"c":null,"d":null}`, 0, nil},
		{`{"c":[null],"b":"","a":""}`, checkPresence, nil},
		{`{"a":1,"b":2,"c":3}`, checkPresence, []string{"a type string number", "b type string number", "c type array number"}},
		{`null`, checkPresence, nil},
		{`5`, checkPresence, []string{" type object number"}},
		{`{"a":"","b":"","c":[],"x":1,"d":2,"y z":{"a":[]}}`, refuseUnknown, []string{"x unknown", `["y z"] unknown`}},
		{`{"x":1}`, checkPresence | refuseUnknown, []string{"x unknown", "a missing", "b missing", "c missing"}},
	} {
		err := decode([]byte(c.doc), new(presence), c.mode)
		if got := told(t, err); got != strings.Join(c.problems, "\n") {
			t.Errorf("%s in mode %d:\n%s\nwant:\n%s", c.doc, c.mode, got, strings.Join(c.problems, "\n"))
		}
	}
}

func TestProblemsHaveALimit(t *testing.T) {
	doc := `{"texts":[` + strings.Repeat("1,", 5000) + `1]}`
	err := decode([]byte(doc), new(everything), 0)
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != maxProblems {
		t.Errorf("%d problems", len(problems))
	}
}

// A text that isn't JSON is told as that, whatever was wrong before.
func TestSyntaxBeforeProblems(t *testing.T) {
	for _, doc := range []string{`{"code":"a","message":5,}`, `{"code":"a"`, `{"foot":[1,2}`, `{"code":1} 5`} {
		if err := decode([]byte(doc), new(chatEnvelope), checkPresence|refuseUnknown); syntaxOf(err) == nil {
			t.Errorf("%s: %v", doc, err)
		}
	}
}

// wide has more members than fit a word.
type wide struct{ values [150]int64 }

var wideKeys = func() *keySet {
	keys := &keySet{}
	for i := range 150 {
		keys.names = append(keys.names, "member"+strconv.Itoa(i))
	}
	keys.required = []uint16{0, 63, 64, 65, 128, 149}
	return keys
}()

func (x *wide) decodeJSON(d *decoder) {
	for i := d.object(wideKeys); i >= 0; i = d.next() {
		d.integer(&x.values[i])
	}
}

func TestManyMembers(t *testing.T) {
	members := func(order func(int) int, without ...int) string {
		var parts []string
		for i := range 150 {
			n := order(i)
			parts = append(parts, fmt.Sprintf(`"member%d":%d`, n, n+1))
			for _, w := range without {
				if n == w {
					parts = parts[:len(parts)-1]
				}
			}
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	forward, backward := func(i int) int { return i }, func(i int) int { return 149 - i }
	for _, order := range []func(int) int{forward, backward, forward} {
		var x wide
		if err := decode([]byte(members(order)), &x, checkPresence|refuseUnknown); err != nil {
			t.Fatal(err)
		}
		for i, v := range x.values {
			if v != int64(i+1) {
				t.Errorf("member %d is %d", i, v)
			}
		}
		err := decode([]byte(members(order, 64, 149, 0)), new(wide), checkPresence)
		wantTold(t, err, "member0 missing", "member64 missing", "member149 missing")
	}
	for _, i := range []int{0, 63, 64, 127, 128, 149} {
		doc := members(forward)
		doc = strings.TrimSuffix(doc, "}") + fmt.Sprintf(`,"member%d":1}`, i)
		if syntax := syntaxOf(decode([]byte(doc), new(wide), 0)); syntax == nil || syntax.Code != "duplicate-name" {
			t.Errorf("member %d twice: %v", i, syntax)
		}
	}
}

// Known names may come in any order, with unknown ones between, and escaped; never twice.
func TestMemberOrder(t *testing.T) {
	want := chatFoot{OperationTime: "t", ServicePhone: "p", Host: "h"}
	for _, doc := range []string{
		`{"operationTime":"t","servicePhone":"p","host":"h"}`,
		`{"host":"h","servicePhone":"p","operationTime":"t"}`,
		`{"servicePhone":"p","operationTime":"t","host":"h"}`,
		`{"x":[1,{"host":5}],"host":"h","y":{},"operationTime":"t","z":null,"servicePhone":"p","":0}`,
		`{"\u0068ost":"h","operation\u0054ime":"t","servicePhone":"p"}`,
		"{ \"host\" :\t\"h\" ,\r\n\"servicePhone\"\n:\n\"p\",          \"operationTime\":\"t\" }",
		`{"HOST":"no","Host":"no","host":"h","operationTime":"t","servicePhone":"p","servicePhone ":""}`,
	} {
		for range 3 { // the first time teaches the order
			var x chatFoot
			if err := decode([]byte(doc), &x, 0); err != nil || x != want {
				t.Errorf("%s: %+v %v", doc, x, err)
			}
		}
	}
	for _, doc := range []string{
		`{"host":"h","host":"h"}`,
		`{"host":"h","\u0068ost":"h"}`,
		`{"\u0068ost":"h","host":"h"}`,
		`{"operationTime":"","servicePhone":"","host":"","operationTime":""}`,
		`{"x":1,"host":"h","x":2}`,
		`{"x":1,"y":{"x":1,"z":[{"x":2}]},"x":2}`,
		`{"x":{"y":1,"y":2}}`,
		`{"x":[[{"y":1,"y":2}]]}`,
	} {
		for range 3 {
			if syntax := syntaxOf(decode([]byte(doc), new(chatFoot), 0)); syntax == nil || syntax.Code != "duplicate-name" {
				t.Errorf("%s: %v", doc, syntax)
			}
		}
	}
	if syntax := syntaxOf(decode([]byte(`{"map":{"a":{},"a":{}}}`), new(everything), 0)); syntax == nil || syntax.Code != "duplicate-name" {
		t.Errorf("a map: %v", syntax)
	}
}

func TestIntegers(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "-0": 0, "1": 1, "-1": -1, "1.0": 1, "1.000": 1, "1e2": 100, "1E+2": 100, "1.5e1": 15, "-1.50e1": -15, "100e-2": 1,
		"0.0": 0, "0e99999999999999999999": 0, "0e-99999999999999999999": 0, "0.000001e6": 1, "1234.5e1": 12345, "10.0e-1": 1,
		"999999999999999999": 999999999999999999, "1000000000000000000": 1000000000000000000,
		"9223372036854775807": math.MaxInt64, "-9223372036854775808": math.MinInt64, "9223372036854775807.00": math.MaxInt64,
		"9.223372036854775807e18": math.MaxInt64, "1e18": 1e18, "100200300e-2": 1002003, "0.1e1": 1, "1001.0": 1001,
	} {
		var x everything
		if err := decode([]byte(`{"integers":[`+text+`]}`), &x, 0); err != nil || x.Integers[0] != want {
			t.Errorf("%s: %v %v", text, x.Integers, err)
		}
	}
	for text, want := range map[string]string{
		"1.5": "type integer fraction", "1e-1": "type integer fraction", "0.1": "type integer fraction",
		"1e-99999999999999999999": "type integer fraction", "100e-3": "type integer fraction",
		"9223372036854775808": "range int64", "-9223372036854775809": "range int64", "1e19": "range int64",
		"1e99999999999999999999": "range int64", "123456789012345678901234567890": "range int64",
		"92233720368547758070e-1": "",
	} {
		var x everything
		if want != "" {
			want = "integers[0] " + want
		}
		if got := told(t, decode([]byte(`{"integers":[`+text+`]}`), &x, 0)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	var x everything
	wantTold(t, decode([]byte(`{"integer32":2147483648,"int32Ptr":-2147483649}`), &x, 0), "integer32 range int32", "int32Ptr range int32")
}

func TestNumbersAreNearest(t *testing.T) {
	for _, text := range []string{
		"0", "-0", "0.1", "0.3", "116.305801", "-40.050735", "123456789.123456", "999999999999999", "0.000000000000001", "1e22",
		"1e23", "1.7976931348623157e308", "4.9e-324", "1e-400", "9007199254740993", "0.1234567890123456789", "-0.0", "1e-5",
		"2.2250738585072011e-308", "1448.97265625e-3",
	} {
		want, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		var x everything
		if err := decode([]byte(`{"numbers":[`+text+`]}`), &x, 0); err != nil {
			t.Errorf("%s: %v", text, err)
		} else if got := x.Numbers[0]; math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestLoose(t *testing.T) {
	text, integer, number, boolean := "1", int64(12), 1.5, true
	foot := chatFoot{Host: "h"}
	for _, c := range []struct {
		doc      string
		want     everything
		problems []string
	}{
		{`{"looseText":"a"}`, everything{LooseText: "a"}, nil},
		{`{"looseText":-1.50e3}`, everything{LooseText: "-1.50e3"}, nil},
		{`{"looseText":true}`, everything{LooseText: "true"}, nil},
		{`{"looseText":false}`, everything{LooseText: "false"}, nil},
		{`{"looseText":null}`, everything{}, nil},
		{`{"looseText":[1]}`, everything{}, []string{"looseText type string array"}},
		{`{"looseTextPtr":1}`, everything{LooseTextPtr: &text}, nil},
		{`{"looseTextPtr":null}`, everything{}, nil},

		{`{"looseInteger":12}`, everything{LooseInteger: 12}, nil},
		{`{"looseInteger":"12"}`, everything{LooseInteger: 12}, nil},
		{`{"looseInteger":"-9223372036854775808"}`, everything{LooseInteger: math.MinInt64}, nil},
		{`{"looseInteger":"1.0"}`, everything{LooseInteger: 1}, nil},
		{`{"looseInteger":""}`, everything{}, nil},
		{`{"looseInteger":" 12"}`, everything{}, []string{"looseInteger type integer string"}},
		{`{"looseInteger":"012"}`, everything{}, []string{"looseInteger type integer string"}},
		{`{"looseInteger":"twelve"}`, everything{}, []string{"looseInteger type integer string"}},
		{`{"looseInteger":"1.5"}`, everything{}, []string{"looseInteger type integer fraction"}},
		{`{"looseInteger":"9223372036854775808"}`, everything{}, []string{"looseInteger range int64"}},
		{`{"looseInteger":true}`, everything{}, []string{"looseInteger type integer boolean"}},
		{`{"looseIntegerPtr":"12"}`, everything{LooseIntegerPtr: &integer}, nil},
		{`{"looseIntegerPtr":12}`, everything{LooseIntegerPtr: &integer}, nil},
		{`{"looseIntegerPtr":""}`, everything{}, nil},

		{`{"looseNumber":1.5}`, everything{LooseNumber: 1.5}, nil},
		{`{"looseNumber":"1.5"}`, everything{LooseNumber: 1.5}, nil},
		{`{"looseNumber":""}`, everything{}, nil},
		{`{"looseNumber":"NaN"}`, everything{}, []string{"looseNumber type number string"}},
		{`{"looseNumber":"1e999"}`, everything{}, []string{"looseNumber range float64"}},
		{`{"looseNumberPtr":"1.5"}`, everything{LooseNumberPtr: &number}, nil},
		{`{"looseNumberPtr":""}`, everything{}, nil},

		{`{"looseBoolean":true}`, everything{LooseBoolean: true}, nil},
		{`{"looseBoolean":"true"}`, everything{LooseBoolean: true}, nil},
		{`{"looseBoolean":1}`, everything{LooseBoolean: true}, nil},
		{`{"looseBoolean":"1"}`, everything{LooseBoolean: true}, nil},
		{`{"looseBoolean":0}`, everything{}, nil},
		{`{"looseBoolean":"0"}`, everything{}, nil},
		{`{"looseBoolean":"false"}`, everything{}, nil},
		{`{"looseBoolean":""}`, everything{}, nil},
		{`{"looseBoolean":2}`, everything{}, []string{"looseBoolean type boolean number"}},
		{`{"looseBoolean":"yes"}`, everything{}, []string{"looseBoolean type boolean string"}},
		{`{"looseBoolean":{}}`, everything{}, []string{"looseBoolean type boolean object"}},
		{`{"looseBooleanPtr":1}`, everything{LooseBooleanPtr: &boolean}, nil},
		{`{"looseBooleanPtr":""}`, everything{}, nil},

		{`{"looseObject":{"host":"h"},"looseValue":{"host":"h"}}`, everything{LooseObject: &foot, LooseValue: foot}, nil},
		{`{"looseObject":"","looseValue":""}`, everything{}, nil},
		{`{"looseObject":[],"looseValue":[ ]}`, everything{}, nil},
		{`{"looseObject":false,"looseValue":false}`, everything{}, nil},
		{`{"looseObject":null,"looseValue":null}`, everything{}, nil},
		{`{"looseObject":{},"looseValue":{}}`, everything{LooseObject: &chatFoot{}}, nil},
		{`{"looseValue":"a"}`, everything{}, []string{"looseValue type object string"}},
		{`{"looseValue":[1]}`, everything{}, []string{"looseValue type object array"}},
		{`{"looseValue":0}`, everything{}, []string{"looseValue type object number"}},

		{`{"looseList":[{"host":"h"},{}]}`, everything{LooseList: []chatFoot{foot, {}}}, nil},
		{`{"looseList":{"host":"h"}}`, everything{LooseList: []chatFoot{foot}}, nil},
		{`{"looseList":""}`, everything{}, nil},
		{`{"looseList":null}`, everything{}, nil},
		{`{"looseList":[]}`, everything{LooseList: []chatFoot{}}, nil},
		{`{"looseList":{}}`, everything{LooseList: []chatFoot{}}, nil},
		{`{"looseList":{ },"looseText":"a"}`, everything{LooseList: []chatFoot{}, LooseText: "a"}, nil},
		{`{"looseList":{"host":1},"looseText":[]}`, everything{LooseList: []chatFoot{{}}},
			[]string{"looseList[0].host type string number", "looseText type string array"}},
		{`{"looseTexts":["a",1]}`, everything{LooseTexts: []string{"a", "1"}}, nil},
		{`{"looseTexts":"a","looseText":"b"}`, everything{LooseTexts: []string{"a"}, LooseText: "b"}, nil},
		{`{"looseTexts":5}`, everything{LooseTexts: []string{"5"}}, nil},
	} {
		var x everything
		err := decode([]byte(c.doc), &x, 0)
		if got := told(t, err); got != strings.Join(c.problems, "\n") {
			t.Errorf("%s:\n%s\nwant:\n%s", c.doc, got, strings.Join(c.problems, "\n"))
		}
		if !reflect.DeepEqual(x, c.want) {
			t.Errorf("%s: got %+v", c.doc, x)
		}
	}
	for _, doc := range []string{
		`{"looseText":1.}`, `{"looseText":tru}`, `{"looseBoolean":01}`, `{"looseBoolean":"}`, `{"looseInteger":"1}`, `{"looseObject":[`,
		`{"looseObject":"`, `{"looseObject":fals}`, `{"looseList":`, `{"looseList":{`, `{"looseList":}`, `{"looseTexts":"a}`, `{"looseValue":[}`, `{"looseNumber":}`,
	} {
		if err := decode([]byte(doc), new(everything), 0); syntaxOf(err) == nil {
			t.Errorf("%s: %v", doc, err)
		}
	}
}

// What a loosely read field takes for null is judged as one.
func TestLoosePresence(t *testing.T) {
	keys := keySet{names: []string{"n"}, required: []uint16{0}}
	for _, read := range []func(*decoder){
		func(d *decoder) { d.looseInteger(new(int64)) },
		func(d *decoder) { d.looseNumber(new(float64)) },
		func(d *decoder) { d.looseBoolean(new(bool)) },
		func(d *decoder) { d.looseIntegerPtr(new(*int64)) },
		func(d *decoder) { d.looseNull() },
		func(d *decoder) { d.looseList() },
	} {
		d := newDecoder([]byte(`{"n":""}`), checkPresence)
		for i := d.object(&keys); i >= 0; i = d.next() {
			read(d)
		}
		wantTold(t, d.end(), "n null")
	}
}

func TestStringsAreKept(t *testing.T) {
	var docs []string
	for n := range 200 {
		docs = append(docs, strconv.Quote(strings.Repeat("x", n)), `"\u4f1a`+strings.Repeat("话", n)+`\n"`)
	}
	doc := []byte(`{"texts":[` + strings.Join(docs, ",") + `]}`)
	var x, want everything
	if err := decode(doc, &x, 0); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(doc, &want); err != nil {
		t.Fatal(err)
	}
	for i := range doc {
		doc[i] = '!'
	}
	if !reflect.DeepEqual(x.Texts, want.Texts) {
		t.Error("strings changed with the document")
	}
}

// The methods for encoding/json take part in its documents.
func TestInsideEncodingJSON(t *testing.T) {
	var list []chatEnvelope
	if err := json.Unmarshal([]byte(`[{"code":1},{"message":"<a>"},null]`), &list); err != nil || len(list) != 3 || list[0].Code != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if err := json.Unmarshal([]byte(`[{"code":"1"}]`), &list); told(t, err) != "code type integer string" {
		t.Error(err)
	}
	b, err := json.Marshal(map[string]any{"x": &chatEnvelope{Code: 1}})
	if want := `{"x":{"code":1,"message":"","data":null,"page":null,"foot":null}}`; err != nil || string(b) != want {
		t.Errorf("%s %v", b, err)
	}
}

func TestConcurrentUse(t *testing.T) {
	docs := []string{
		`{"operationTime":"t","servicePhone":"p","host":"h"}`,
		`{"host":"h","servicePhone":"p","operationTime":"t"}`,
		`{"servicePhone":"p","x":1,"host":"h","operationTime":"t"}`,
		`{"host":"h","operationTime":"t","servicePhone":`,
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 500 {
				doc := docs[(i+n)%len(docs)]
				var x chatFoot
				err := decode([]byte(doc), &x, 0)
				if x.Host != "h" || x.OperationTime != "t" || (err != nil) != strings.HasSuffix(doc, ":") {
					t.Errorf("%s: %+v %v", doc, x, err)
				}
			}
		})
	}
	wg.Wait()
}

// A name that JSON must escape is a member however it is escaped, and never as it is.
func TestNamesWithEscapes(t *testing.T) {
	keys := keySet{names: []string{`a"b`, `a\b`, "a\nb", "plain"}}
	read := func(doc string) (got []int, err error) {
		d := newDecoder([]byte(doc), 0)
		for i := d.object(&keys); i >= 0; i = d.next() {
			got = append(got, i)
			d.skip()
		}
		return got, d.end()
	}
	got, err := read(`{"a\"b":1,"a\\b":2,"a\u000ab":3,"pl\u0061in":4}`)
	if err != nil || !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("read %v, %v", got, err)
	}
	for _, doc := range []string{`{"a"b":1}`, `{"a\"b":1,"a\b":1,"a\u0008":1,"a\x":1}`, "{\"a\\\"b\":1,\"a\\\\b\":1,\"a\nb\":1}"} {
		if got, err := read(doc); syntaxOf(err) == nil {
			t.Errorf("%q: read %v", doc, got)
		}
	}
}

// memberList notes which members of a key set an object has.
type memberList struct {
	keys *keySet
	seen []int
}

func (l *memberList) decodeJSON(d *decoder) {
	for i := d.object(l.keys); i >= 0; i = d.next() {
		l.seen = append(l.seen, i)
		d.skip()
	}
}

// A name is taken if all of its bytes are right, however many they are and however much comes after it.
func TestNamesOfAnyLength(t *testing.T) {
	for n := range 40 {
		name := strings.Repeat("n", n) + "m"
		keys := &keySet{names: []string{"first", name, "last"}}
		for _, tail := range []string{"}", `,"last":3}`, `,"last":"` + strings.Repeat("x", 40) + `"}`} {
			for place := -1; place < len(name); place++ {
				given, want := []byte(name), []int{0, 1, 2}
				if place >= 0 {
					given[place], want = 'o', []int{0, 2}
				}
				if tail == "}" {
					want = want[:len(want)-1]
				}
				got := memberList{keys: keys}
				if err := decode([]byte(`{"first":1,"`+string(given)+`":2`+tail), &got, 0); err != nil || !slices.Equal(got.seen, want) {
					t.Errorf("%s in place of %s before %s: %v, want %v; %v", given, name, tail, got.seen, want, err)
				}
			}
			err := decode([]byte(`{"`+name+`":1,"`+name+`":2`+tail), &memberList{keys: keys}, 0)
			if syntax := syntaxOf(err); syntax == nil || syntax.Code != "duplicate-name" {
				t.Errorf("%s twice before %s: %v", name, tail, err)
			}
		}
	}
}

// UTF-8 is told as the standard library tells it, wherever a text ends and whatever comes after it.
func TestUTF8(t *testing.T) {
	texts := []string{"", "a", "会", "é", "\U0001F600", "\x80", "\xbf\xbf", "\xc0\x80", "\xe0\x80\x80", "\xe0\xa0\x80", "\xe1\x80", "\xed\x9f\xbf", "\xed\xa0\x80", "\xef\xbf\xbf", "\xf4\x90\x80\x80", "\xff"}
	for _, one := range texts {
		for _, two := range texts {
			for _, three := range texts {
				text := one + two + three
				for _, after := range []string{"", `"`, `","a":"会话"`} {
					if got := isUTF8([]byte("会"+text+after), 3, 3+len(text)); got != utf8.ValidString(text) {
						t.Errorf("%q before %q: %v", text, after, got)
					}
				}
			}
		}
	}
}
