package runtime

import (
	"slices"
	"testing"
)

// halved is a type that writes less than it reads, and something else.
type halved struct {
	count int64
	name  string
	flag  bool
	ids   []string
}

var keysOfHalved = keySet{names: []string{"count", "name", "flag", "ids"}}

func (x *halved) decodeJSON(d *decoder) {
	for i := d.object(&keysOfHalved); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.looseInteger(&x.count)
		case 1:
			d.looseText(&x.name)
		case 2:
			d.looseBoolean(&x.flag)
		case 3:
			d.texts(&x.ids)
		}
	}
}

func (x *halved) appendJSON(b []byte) []byte {
	start := len(b)
	b = appendInteger(b, `,"count":`, x.count/2*2)
	if len(x.name) < 3 {
		b = appendText(b, `,"name":`, x.name)
	}
	b = appendBoolean(b, `,"flag":`, x.flag)
	b = appendTexts(b, `,"ids":`, x.ids[:min(len(x.ids), 2)])
	return endObject(b, start)
}

// TestLost: what of an example is not in what was written of it.
func TestLost(t *testing.T) {
	for text, want := range map[string][]string{
		`{"count":2,"name":"ab","flag":true,"ids":["x","y"]}`: nil,
		`{"count":3}`:                              {"count"},
		`{"name":"abc","count":1}`:                 {"count", "name"},
		`{"name":"","flag":false,"count":0}`:       nil,
		`{"ids":["x","y","z"]}`:                    {"ids"},
		`{"unknown":{"a":1},"count":"2"}`:          {"unknown"},
		`{"flag":1,"name":7,"count":null}`:         nil,
		`{"flag":"0","count":4.0,"ids":null}`:      nil,
		`{"count":9007199254740993,"ids":["1.0"]}`: {"count"},
	} {
		v := new(halved)
		if err := decode([]byte(text), v, 0); err != nil {
			t.Fatal(err)
		}
		got := lost(&sample{into: func() sampled { return new(halved) }, text: text}, v.appendJSON(nil))
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: lost %q, want %q", text, got, want)
		}
	}
}

func TestSameScalar(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`1`, `1.0`, true}, {`"1"`, `1`, true}, {`"1"`, `"1.0"`, false}, {`true`, `1`, true}, {`"true"`, `true`, true}, {`1`, `true`, true},
		{`0`, `false`, true}, {`2`, `true`, false}, {`9007199254740993`, `9007199254740992`, false}, {`1e2`, `100`, true}, {`"a"`, `"b"`, false},
		{`0.1`, `0.10`, true}, {`null`, `0`, false}, {`[1]`, `1`, false},
	} {
		if got := sameScalar(parsed([]byte(c.a)), parsed([]byte(c.b))); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
