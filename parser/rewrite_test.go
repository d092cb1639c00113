package parser

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/source"
)

// TestRewrite mends a page in each encoding and with each kind of line ends: what comes of it is the mended text in the same.
func TestRewrite(t *testing.T) {
	const page = "#查询\n|字段|类型|\n|id|int|\n\n说明\n"
	windows := strings.ReplaceAll(page, "\n", "\r\n")
	mend := strings.NewReplacer("#", "# ", "类型|\r\n", "类型|\r\n|---|---|\r\n", "类型|\r|", "类型|\r|---|---|\r|", "类型|\n", "类型|\n|---|---|\n")
	for name, c := range map[string]struct{ encoding, text string }{
		"unix lines":    {"", page},
		"windows lines": {"", windows},
		"mac lines":     {"", strings.ReplaceAll(page, "\n", "\r")},
		"mixed lines":   {"", strings.Replace(windows, "|id|int|\r\n", "|id|int|\n", 1)},
		"mark":          {"", byteOrderMark + windows},
		"gb18030":       {"gb18030", windows},
		"utf-16":        {"utf16le", page},
		"big utf-16":    {"utf16be", windows},
	} {
		raw, want := []byte(c.text), []byte(mend.Replace(c.text))
		if c.encoding != "" {
			raw, want = encodedAs(t, c.text, c.encoding), encodedAs(t, mend.Replace(c.text), c.encoding)
		}
		file, _ := Decode("a.md", raw)
		at := strings.Index(file.Text, "类型|") + len("类型|")
		got, ok := Rewrite(raw, file, []source.Edit{{Span: file.Span(at, at), Text: "\n|---|---|"}, {Span: file.Span(1, 1), Text: " "}})
		if !ok || string(got) != string(want) {
			t.Errorf("%s: %v %q, want %q", name, ok, got, want)
		}
	}
}

// TestRewriteRefuses: what cannot be written back as it was is left alone.
func TestRewriteRefuses(t *testing.T) {
	damaged := []byte("# 查询会员的接口\n\n说明文字\n\xff\n")
	file, _ := Decode("a.md", damaged)
	if got, ok := Rewrite(damaged, file, nil); ok {
		t.Errorf("a damaged page became %q", got)
	}
	if got, ok := Rewrite([]byte("# 别的\n"), file, nil); ok {
		t.Errorf("bytes of another page became %q", got)
	}
}

// FuzzRewrite puts a text into any place of a page of any bytes, and takes it out again: that leaves the very bytes.
func FuzzRewrite(f *testing.F) {
	for _, page := range []string{"# 查询\r\n|a|\n|-|\r|b|", byteOrderMark + "x\n", "\xff\xfea\x00\n\x00", "\xb2\xe9\xd1\xaf\r\n", "a\xffb"} {
		f.Add([]byte(page), 1, "|\n")
	}
	f.Fuzz(func(t *testing.T, raw []byte, at int, text string) {
		file, _ := Decode("a.md", raw)
		if file == nil || strings.Contains(text, "\r") {
			return
		}
		place := file.Span(at, at)
		mended, ok := Rewrite(raw, file, []source.Edit{{Span: place, Text: text}})
		if !ok {
			return
		}
		with, _ := Decode("a.md", mended)
		back, ok := Rewrite(mended, with, []source.Edit{{Span: with.Span(place.Start, place.Start+len(text))}})
		if ok && string(back) != string(raw) {
			t.Errorf("%q with %q at %d is %q, and without it %q", raw, text, at, mended, back)
		}
	})
}
