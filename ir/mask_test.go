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
	if got := (&JSON{Kind: String, Text: "a"}).Shown(); got != "a" {
		t.Errorf("a plain value is shown as %q", got)
	}
}
