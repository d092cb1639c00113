package runtime

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

var queries = []string{
	"", "a=1", "a", "a=", "=1", "=", "&", "&&a=1&", "a=1&b=2&a=3", "a=1&a=2", "b=1&a=2&c&a=4", "a=1=2", "a==",
	"a=%31&%61=2", "a=+x+%2B", "+a=1", "a=%", "a=%4", "a=%zz&b=1", "%zz=1&b=2", "a=1;b=2", "a=1&;&b=2", "a;b", "a=1&b;=2&b=3",
	"a=\x00&b=\xff", "名=值", "%E5%90%8D=%E5%80%BC&名=2", "A=1&a=2", "a=b&c=%26&d=%3D", "a=http://h/?x=1",
	strings.Repeat("a=1&", manyParams-1) + "b=2", strings.Repeat("a=1&", manyParams) + "b=2", strings.Repeat("&", 3*manyParams) + "a=1",
	strings.Repeat("a=1&", 20_000), // more than url.ParseQuery takes
}

// TestQuery: a query is what url.ParseQuery makes of it, name by name.
func TestQuery(t *testing.T) {
	var q query
	for _, raw := range queries {
		sameAsParseQuery(t, &q, raw)
	}
}

func FuzzQuery(f *testing.F) {
	for _, raw := range queries {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) { sameAsParseQuery(t, new(query), raw) })
}

func sameAsParseQuery(t *testing.T, q *query, raw string) {
	t.Helper()
	want, _ := url.ParseQuery(raw)
	for _, name := range []string{"", "a", "b", "A", "名", "absent"} {
		want[name] = slices.Clip(want[name])
	}
	for name, values := range want {
		if got := q.of(raw, name); !slices.Equal(got, values) {
			t.Errorf("%.100q: %q is %q, want %q", raw, name, got, values)
		}
	}
	q.reset()
}

// What is read of a query stays when another request is served.
func TestQueryIsCopied(t *testing.T) {
	var in inbound
	var pointer *string
	var list, repeated []string
	read := func(raw string) {
		in.query.of(raw, "a")
		param{in: &in, values: in.query.of(raw, "a")}.textPtr(&pointer)
		param{in: &in, values: in.query.of(raw, "b")}.texts(&list)
		param{in: &in, values: in.query.of(raw, "c")}.texts(&repeated)
		in.query.reset()
	}
	read("a=1&b=2&c=3&c=4")
	kept, keptList, keptRepeated := pointer, list, repeated
	read("a=x&b=y&c=z&c=z")
	if *kept != "1" || !slices.Equal(keptList, []string{"2"}) || !slices.Equal(keptRepeated, []string{"3", "4"}) {
		t.Errorf("kept %s, %s, %s", *kept, keptList, keptRepeated)
	}
}

func TestQueryAllocatesNothing(t *testing.T) {
	var q query
	if n := testing.AllocsPerRun(100, func() {
		q.of("page=1&size=20&name=x", "page")
		q.of("page=1&size=20&name=x", "name")
		q.reset()
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
