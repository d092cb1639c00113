package report

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/source"
)

func TestFrame(t *testing.T) {
	text := "|名称|type|说明|\n" + strings.Repeat("长", 200) + "x\n"
	f := source.NewFile("p.md", text)
	at := func(s string) source.Span {
		i := strings.Index(text, s)
		return f.Span(i, i+len(s))
	}
	for _, c := range []struct {
		name  string
		spans []source.Span
		want  string
	}{
		{"others on the line", []source.Span{at("type"), at("说明"), at("名称"), at("yp"), at("x"), {}}, `
 --> p.md:1:5
  |
1 | |名称|type|说明|
  |  ---- ^^^^ ----
`},
		{"alone", []source.Span{at("说明")}, `
 --> p.md:1:10
  |
1 | |名称|type|说明|
  |            ^^^^
`},
		{"several lines", []source.Span{f.Span(1, 40), at("type")}, `
 --> p.md:1:2
  |
1 | / |名称|type|说明|
2 | | ` + strings.Repeat("长", 50) + `...
  | |___^
`},
		{"nowhere", []source.Span{{}, at("x")}, "\n"},
	} {
		var b strings.Builder
		Frame(&b, c.spans, Options{})
		if got := "\n" + b.String(); got != c.want {
			t.Errorf("%s:%s", c.name, got)
		}
	}
	var b strings.Builder
	if Frame(&b, []source.Span{at("x"), at("type")}, Options{}); !strings.Contains(b.String(), "长x\n") || strings.Count(b.String(), "^") != 1 {
		t.Errorf("a long line:\n%s", b.String())
	}
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "中文a": 5, "é": 1, "e\u0301": 1} {
		if got := Width(text); got != want {
			t.Errorf("%q is %d wide, want %d", text, got, want)
		}
	}
}
