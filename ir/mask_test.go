package ir

import "testing"

func TestMask(t *testing.T) {
	for _, c := range []struct {
		kind       Kind
		text, want string
	}{
		{String, "9f3Kq7Zr", "***"},
		{String, "", ""},
		{String, "15926874310", "13800000000"},
		{String, "330106", "100000"},
		{String, "0571", "0000"},
		{String, "二七", "***"},
		{Integer, "15926874310", "13800000000"},
		{Integer, "-42", "-10"},
		{Integer, "0", "0"},
		{Number, "3.25e7", "1.00e0"},
		{Boolean, "true", "true"},
		{Null, "null", "null"},
	} {
		if got := Mask(c.kind, c.text); got != c.want {
			t.Errorf("%s %q is masked as %q, want %q", c.kind, c.text, got, c.want)
		}
	}
}

func TestShown(t *testing.T) {
	text := &Text{Value: "hunter2"}
	for _, c := range []struct {
		f    Field
		want string
	}{{Field{}, "hunter2"}, {Field{Secret: true}, "***"}, {Field{Private: true}, "***"}} {
		if got := c.f.Shown(text); got != c.want {
			t.Errorf("%+v shows %q, want %q", c.f, got, c.want)
		}
	}
}

func TestParametersAreMasked(t *testing.T) {
	for text, want := range map[string]string{
		"a":                                  "a",
		"https://h/p?e=1&token=9f3K:7Zr":     "https://h/p?e=1&token=***",
		"https://h/p?token=9f3K&e=1#top":     "https://h/p?token=***&e=1#top",
		"/p?Access_Token=a&api-key=b 见下":     "/p?Access_Token=***&api-key=*** 见下",
		"/p?tokens=3&keyword=x&token=&key":   "/p?tokens=3&keyword=x&token=&key",
		"?sign=a?b=c&&signature==":           "?sign=***&&signature=***",
		"token=9f3K: no parameter":           "token=9f3K: no parameter",
		"http://h/?page2key=a&令牌key=b&key=中": "http://h/?page2key=a&令牌key=b&key=***",
	} {
		if got := (&JSON{Kind: String, Text: text}).Shown(); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}
