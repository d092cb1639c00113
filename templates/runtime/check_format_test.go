package runtime

import (
	"strings"
	"testing"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		is   func(string) bool
		name string
		good []string
		bad  []string
	}{
		{isIP, "ip", []string{"127.0.0.1", "::1", "fe80::1"}, []string{"", "127.0.0", "localhost", "1.2.3.4:80"}},
		{isUUID, "uuid", []string{"6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b"}, []string{"", "6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4g", "6f1a2b3c-4d5e-4f60-8a7b09c0d1e2f3a4b"}},
		{isMD5, "md5", []string{"0123456789abcdef0123456789ABCDEF"}, []string{"", "0123456789abcdef", "0123456789abcdef0123456789abcdeg"}},
		{isJSON, "json", []string{`{"a":1}`, `[]`, `1`}, []string{"", "{a:1}", "{} {}"}},
		{isBase64, "base64", []string{"", "YWI=", "YWJj", "YW-_", "YWJj\r\nYWJj", "data:image/png;base64,YWI="}, []string{"a", "YWI=YWI", "a b", "会话"}},
		{isEmail, "email", []string{"a@b", "a.b@c.d"}, []string{"", "a", "@b", "a@", "a@b@c", "a b@c"}},
	} {
		for _, text := range c.good {
			if !c.is(text) {
				t.Errorf("%q is %s", text, c.name)
			}
		}
		for _, text := range c.bad {
			if c.is(text) {
				t.Errorf("%q is no %s", text, c.name)
			}
		}
	}
}

func TestTextRules(t *testing.T) {
	for _, c := range []struct {
		rule func(c *checker)
		want string
	}{
		{func(c *checker) { c.decimal("a", "0.01", "> 0", "") }, ""},
		{func(c *checker) { c.decimal("a", "0", "> 0", "") }, "a range > 0"},
		{func(c *checker) { c.decimal("a", "x", "> 0", "") }, "a range > 0"},
		{func(c *checker) { c.decimal("a", "1e999", "> 0", "") }, "a range > 0"},
		{func(c *checker) { c.decimal("a", "9007199254740993", "", "<= 9007199254740993") }, ""},
		{func(c *checker) { c.decimal("a", "9007199254740994", "", "<= 9007199254740993") }, "a range <= 9007199254740993"},
		{func(c *checker) { c.decimal("a", "-1.50", ">= -1.5", "< 0") }, ""},
		{func(c *checker) { c.parts("a", "1,2", 0, 2) }, ""},
		{func(c *checker) { c.parts("a", "1,2,3", 0, 2) }, "a items <= 2"},
		{func(c *checker) { c.parts("a", "", 1, 2) }, "a items 1..2"},
		{func(c *checker) { c.anyOf("a", "a | b", false, true) }, ""},
		{func(c *checker) { c.anyOf("a", "a | b", false, false) }, "a choice a | b"},
		{func(c *checker) { c.oneOf("a", "a | b", true, false) }, ""},
		{func(c *checker) { c.oneOf("a", "a | b", true, true) }, "a exclusive a | b"},
		{func(c *checker) { c.oneOf("a", "a | b", false, false) }, "a choice a | b"},
		{func(c *checker) { c.notBoth("a", "a | b", false, false) }, ""},
		{func(c *checker) { c.notBoth("a", "a | b", false, true) }, ""},
		{func(c *checker) { c.notBoth("a", "a | b | d", true, false, true) }, "a exclusive a | b | d"},
	} {
		var checks checker
		c.rule(&checks)
		got := ""
		for _, p := range checks.problems {
			got += p.Path + " " + string(p.Code) + " " + p.Want
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	m := map[string]string{"a": "x", "b": "y"}
	if n := testing.AllocsPerRun(100, func() {
		var c checker
		c.check(isIP("127.0.0.1"), "a", ProblemFormat, "ip")
		c.decimal("a", "0.01", "> 0", "")
		c.parts("a", "1,2", 0, 2)
		c.anyOf("a", "a | b", false, true)
		for k, v := range members(&c, "m", m) {
			c.notEmpty(k, v)
		}
	}); n > 0 {
		t.Errorf("%v allocations with nothing wrong", n)
	}
}

// TestMapOrder: problems of a map's members come by key, at any depth.
func TestMapOrder(t *testing.T) {
	inner := map[string]string{"c": "", "a": "", "b": "x"}
	outer := map[string]map[string]string{"z": inner, "y": inner}
	for range 20 {
		var c checker
		for k, v := range members(&c, "m", outer) {
			for k, v := range members(&c, k, v) {
				c.notEmpty(k, v)
			}
		}
		var got []string
		for _, p := range c.problems {
			got = append(got, p.Path)
		}
		if want := "m.y.a m.y.c m.z.a m.z.c"; strings.Join(got, " ") != want {
			t.Fatalf("got %s, want %s", strings.Join(got, " "), want)
		}
	}
}
