package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// plainJSON is what encoding/json writes, with HTML as it is.
func plainJSON(tb testing.TB, v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		tb.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestEncodeMembers(t *testing.T) {
	text, integer, int32Value, number, boolean := "a", int64(-1), int32(2), 0.5, true
	for name, c := range map[string]struct{ got, want []byte }{
		"text":        {appendText(nil, `,"k":`, "a"), []byte(`,"k":"a"`)},
		"integer":     {appendInteger(nil, `,"k":`, math.MinInt64), []byte(`,"k":-9223372036854775808`)},
		"number":      {appendNumber(nil, `,"k":`, 1.5), []byte(`,"k":1.5`)},
		"boolean":     {appendBoolean(nil, `,"k":`, true), []byte(`,"k":true`)},
		"raw":         {appendRaw(nil, `,"k":`, json.RawMessage(`{"a": 1}`)), []byte(`,"k":{"a": 1}`)},
		"raw null":    {appendRaw(nil, `,"k":`, nil), []byte(`,"k":null`)},
		"pointers":    {pointers(&text, &integer, &int32Value, &number, &boolean), []byte(`,"a":"a","b":-1,"c":2,"d":0.5,"e":true`)},
		"nil":         {pointers(nil, nil, nil, nil, nil), []byte(`,"a":null,"b":null,"c":null,"d":null,"e":null`)},
		"omit":        {omitted(&text, &integer, &int32Value, &number, &boolean), []byte(`,"a":"a","b":-1,"c":2,"d":0.5,"e":true`)},
		"omitted":     {omitted(nil, nil, nil, nil, nil), nil},
		"lists":       {lists([]string{"a", ""}, []int64{1, 2}, []float64{1, 2.5}, []bool{true, false}), []byte(`,"a":["a",""],"b":[1,2],"c":[1,2.5],"d":[true,false]`)},
		"empty lists": {lists([]string{}, []int64{}, []float64{}, []bool{}), []byte(`,"a":[],"b":[],"c":[],"d":[]`)},
		"nil lists":   {lists(nil, nil, nil, nil), []byte(`,"a":null,"b":null,"c":null,"d":null`)},
		"omit lists":  {appendTextsOmit(appendRawOmit(nil, `,"r":`, nil), `,"k":`, nil), nil},
		"no members":  {endObject([]byte("x"), 1), []byte("x{}")},
		"map":         {endMap(appendText(appendKey([]byte("x"), "a\"\n"), "", "v"), 1, false), []byte(`x{"a\"\n":"v"}`)},
		"empty map":   {endMap([]byte("x"), 1, false), []byte("x{}")},
		"nil map":     {endMap([]byte("x"), 1, true), []byte("xnull")},
	} {
		if !bytes.Equal(c.got, c.want) {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
}

func pointers(text *string, integer *int64, small *int32, number *float64, boolean *bool) []byte {
	b := appendTextPtr(nil, `,"a":`, text)
	b = appendIntegerPtr(b, `,"b":`, integer)
	b = appendInteger32Ptr(b, `,"c":`, small)
	b = appendNumberPtr(b, `,"d":`, number)
	return appendBooleanPtr(b, `,"e":`, boolean)
}

func omitted(text *string, integer *int64, small *int32, number *float64, boolean *bool) []byte {
	b := appendTextOmit(nil, `,"a":`, text)
	b = appendIntegerOmit(b, `,"b":`, integer)
	b = appendInteger32Omit(b, `,"c":`, small)
	b = appendNumberOmit(b, `,"d":`, number)
	return appendBooleanOmit(b, `,"e":`, boolean)
}

func lists(texts []string, integers []int64, numbers []float64, booleans []bool) []byte {
	b := appendTexts(nil, `,"a":`, texts)
	b = appendIntegers(b, `,"b":`, integers)
	b = appendNumbers(b, `,"c":`, numbers)
	b = appendBooleans(b, `,"d":`, booleans)
	if texts != nil {
		omit := appendTextsOmit(nil, `,"a":`, texts)
		omit = appendIntegersOmit(omit, `,"b":`, integers)
		omit = appendNumbersOmit(omit, `,"c":`, numbers)
		if omit = appendBooleansOmit(omit, `,"d":`, booleans); !bytes.Equal(b, omit) {
			return omit
		}
	}
	return b
}

func TestEncodeStrings(t *testing.T) {
	for _, s := range []string{
		"", "a", "会话", "a\"b\\c/d", "\x00\x01\x1f\x7f", "\b\f\n\r\t", "<a href='x'>&</a>", "\xff", "a\xe4\xbcb", "\xed\xa0\x80", "𝄞\ufffd",
		strings.Repeat("abcdefgh", 20), strings.Repeat("abcdefgh", 20) + "\n", strings.Repeat("会", 50) + "\xff", "\u0080\u07ff",
	} {
		got := string(appendQuoted(nil, "", s))
		// encoding/json always escapes two characters that JavaScript once took for line ends, and shortens fewer escapes.
		want := plainJSON(t, s)
		if !json.Valid([]byte(got)) {
			t.Errorf("%q: not JSON: %s", s, got)
		}
		if anyOf(t, []byte(got)) != anyOf(t, []byte(want)) {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
	if got := string(appendQuoted(nil, "", "\u2028<\xff>")); got != "\"\u2028<\ufffd>\"" {
		t.Error(got)
	}
}

// One odd character is seen at every place of strings of every length.
func TestEncodeOddCharacters(t *testing.T) {
	for n := range 40 {
		plain := strings.Repeat("abcdefghij", 4)[:n]
		for place := range n + 1 {
			for _, odd := range []string{"", "\"", "\\", "\n", "\x00", "\x1f", "\x7f", "é", "会", "\U0001F600", "\xff", "\xe4\xbc"} {
				s := plain[:place] + odd + plain[place:]
				got := appendQuoted(make([]byte, 0, 64), "", s)
				if !json.Valid(got) || anyOf(t, got) != anyOf(t, []byte(plainJSON(t, s))) {
					t.Errorf("%q: %s", s, got)
				}
			}
		}
	}
}

func TestEncodeNumbers(t *testing.T) {
	numbers := []float64{
		0, math.Copysign(0, -1), 1, -1, 0.1, 116.305801, 1e20, 1e21, 1e22, -1e21, 1e-6, 9.99e-7, 1e-7, 1e-9, 1e-10, 1.5e-100, 1e100, 123456789,
		math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxInt64, math.Pi,
	}
	for range 20_000 {
		numbers = append(numbers, math.Float64frombits(rand.Uint64()), rand.NormFloat64(), float64(rand.Int64()))
		short := float64(rand.Int64N(2e15)-1e15) / math.Pow10(rand.IntN(9))
		numbers = append(numbers, short, math.Nextafter(short, 0), math.Nextafter(short, math.Inf(1)))
	}
	for _, v := range numbers {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		if got, want := string(appendFloat(nil, v)), plainJSON(t, v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

// What JSON can't hold is an error that names the member, and leaves the buffer as it was.
func TestUnwritable(t *testing.T) {
	for _, c := range []struct {
		x    chatEnvelope
		want UnwritableError
	}{
		{chatEnvelope{Data: &chatData{Location: &chatLocation{Lng: math.NaN()}}}, UnwritableError{"lng", true}},
		{chatEnvelope{Data: &chatData{Location: &chatLocation{Lat: math.Inf(-1)}}}, UnwritableError{"lat", true}},
		{chatEnvelope{Page: json.RawMessage("{")}, UnwritableError{"page", false}},
		{chatEnvelope{Page: json.RawMessage("")}, UnwritableError{"page", false}},
		{chatEnvelope{Page: json.RawMessage("\"\xff")}, UnwritableError{"page", false}},
		{chatEnvelope{Page: json.RawMessage("{"), Data: &chatData{Location: &chatLocation{Lat: math.Inf(1)}}}, UnwritableError{"lat", true}},
	} {
		b, err := encode([]byte("kept"), &c.x)
		var unwritable *UnwritableError
		if !errors.As(err, &unwritable) || *unwritable != c.want || string(b) != "kept" {
			t.Errorf("%+v: %s %v", c.want, b, err)
		}
	}
	b, err := encode(nil, &chatEnvelope{Page: json.RawMessage("\"\xff\"")})
	if err == nil {
		t.Errorf("a raw message that isn't UTF-8: %s", b)
	}
	if got := unwritable(appendNumbers(nil, `,"a":`, []float64{1, math.NaN()})); got.Error() != `无法写成 JSON："" 是 NaN 或无穷大` {
		t.Error(got)
	}
	e := UnwritableError{"page", false}
	if got := e.In(English); got != `cannot be written as JSON: the raw message "page" is not JSON` {
		t.Error(got)
	}
}

func TestEncodeAllocatesNothing(t *testing.T) {
	var x chatEnvelope
	if err := decode(sampleResponse(t), &x, 0); err != nil {
		t.Fatal(err)
	}
	buffer := make([]byte, 0, 4096)
	if n := testing.AllocsPerRun(100, func() { buffer, _ = encode(buffer[:0], &x) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
