package fact

import (
	"slices"
	"strings"
	"testing"
)

func TestLine(t *testing.T) {
	for line, texts := range map[string][]string{
		"":                        nil,
		"type User":               {"type", "User"},
		`name "POST /op a b" 会话`:  {"name", "POST /op a b", "会话"},
		`"" "a\"b" "c\\d" "e\nf"`: {"", `a"b`, `c\d`, "e\nf"},
	} {
		if got := Line(texts...); got != line {
			t.Errorf("%q: line %s, want %s", texts, got, line)
		}
		if got, ok := Texts(line); !ok || !slices.Equal(got, texts) {
			t.Errorf("%s: texts %q, %v", line, got, ok)
		}
	}
	if _, ok := Texts(`a "b`); ok {
		t.Error("a quote that is not closed")
	}
}

func FuzzLine(f *testing.F) {
	f.Add("type", "a b")
	f.Add("", "\x00\"")
	f.Fuzz(func(t *testing.T, a, b string) {
		line := Line(a, b)
		if got, ok := Texts(line); !ok || !slices.Equal(got, []string{a, b}) || strings.Contains(line, "\n") {
			t.Errorf("%q, %q: %s gives %q, %v", a, b, line, got, ok)
		}
	})
}
