package runtime

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

func TestHideQueries(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                            "plain",
		`Get "http://h/p?token=x": EOF`:    `Get "http://h/p?…": EOF`,
		"a?b c?d":                          "a?… c?…",
		"failed ?x=1\n?y":                  "failed ?…\n?…",
		`Location "http://h/?a=b c" wrong`: `Location "http://h/?… c" wrong`,
	} {
		if got := hideQueries(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	err := causeOf(&url.Error{Op: "Get", URL: "http://h/?token=x", Err: errors.New("EOF")})
	if err.Error() != "EOF" {
		t.Error(err)
	}
}

func TestParseBase(t *testing.T) {
	for _, bad := range []string{"", "h", "127.0.0.1:80", "/p", "http://", "http://h?a=b", ":x", "ftp//h"} {
		if u, err := parseBase(bad); err == nil {
			t.Errorf("%q gives %s", bad, u)
		}
	}
	base, err := parseBase("https://h/base/")
	if err != nil {
		t.Fatal(err)
	}
	o := &outbound{}
	o.setPath("/a%20b/", "x/y?", "/z")
	if u, err := o.url(base); err != nil || (&u).String() != "https://h/base/a%20b/x%2Fy%3F/z" {
		t.Errorf("%s, %v", &u, err)
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		value  string
		pieces []string
		want   []string // nil when it does not fit
	}{
		{"a.json", []string{"", "n", ".json"}, []string{"a"}},
		{"a.xml", []string{"", "n", ".json"}, nil},
		{"a.b.json", []string{"", "n", ".json"}, []string{"a.b"}},
		{"v1-x", []string{"v", "n", "-", "m", ""}, []string{"1", "x"}},
		{"1-x", []string{"v", "n", "-", "m", ""}, nil},
		{"v1x", []string{"v", "n", "-", "m", ""}, nil},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.SetPathValue("part", c.value)
		in := &inbound{r: r}
		if got := in.split("part", c.pieces...); got != (c.want != nil) {
			t.Errorf("%s, %q: %v", c.value, c.pieces, got)
			continue
		}
		for i, want := range c.want {
			if got := r.PathValue(c.pieces[2*i+1]); got != want {
				t.Errorf("%s, %q: part %d is %q", c.value, c.pieces, i, got)
			}
		}
	}
}

func TestProblemsOfOneMistake(t *testing.T) {
	found := Problems{{Path: "a", Code: ProblemType}, {Path: "b.c", Code: ProblemMissing}}
	got := found.and(Problems{{Path: "a"}, {Path: "a.x"}, {Path: "a[0]"}, {Path: "ab"}, {Path: "b"}, {Path: "b.c"}})
	if len(got) != 4 || got[2].Path != "ab" || got[3].Path != "b" {
		t.Errorf("got %v", got)
	}
}

func TestFailureOf(t *testing.T) {
	given := &Failure{Status: http.StatusTeapot, Message: "m"}
	if got := failureOf(errors.Join(errors.New("x"), given)); got != given {
		t.Errorf("got %v", got)
	}
	if got := failureOf(errors.New("secret")); got.Status != 500 || got.Message != "内部错误" {
		t.Errorf("got %v", got)
	}
}
