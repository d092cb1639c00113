package parser

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/wenma/wenma/source"
)

func encodedAs(t *testing.T, text string, name string) []byte {
	t.Helper()
	var out []byte
	var err error
	switch name {
	case "gb18030":
		out, err = simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	case "utf16le":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "utf16be":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	const page = "# 查询\n|字段|类型|\n|---|---|\n|id|int|\n"
	for _, c := range []struct {
		name, raw, want, code string
	}{
		{"plain", page, page, ""},
		{"empty", "", "", ""},
		{"mark", "\ufeff" + page, page, ""},
		{"windows lines", strings.ReplaceAll(page, "\n", "\r\n"), page, ""},
		{"mac lines", strings.ReplaceAll(page, "\n", "\r"), page, ""},
		{"mixed lines", "a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd", ""},
		{"gb18030", string(encodedAs(t, page, "gb18030")), page, "page-not-utf8"},
		{"one word of gb18030", string(encodedAs(t, "id 用户\n", "gb18030")), "id 用户\n", "page-not-utf8"},
		{"utf-16, little end first", string(encodedAs(t, page, "utf16le")), page, ""},
		{"utf-16, big end first", string(encodedAs(t, page, "utf16be")), page, ""},
		{"cut off", page + "说明：用户\xe7\x94", page + "说明：用户\ufffd", "page-damaged"},
		{"latin", strings.Repeat("plain words ", 9) + "caf\xe9 ", strings.Repeat("plain words ", 9) + "caf\ufffd ", "page-damaged"},
		{"its own replacement characters", "用户\ufffd", "用户\ufffd", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, diags := Decode("a/b.md", []byte(c.raw))
			if f == nil {
				t.Fatalf("no file: %v", diags[0].Message.EN)
			}
			if f.Text != c.want || f.Path != "a/b.md" {
				t.Errorf("got %q", f.Text)
			}
			if got := decodeCodes(diags); got != c.code {
				t.Errorf("diagnostics %q, want %q", got, c.code)
			}
			for _, d := range diags {
				if d.Span.File != f || d.Span.Start == d.Span.End {
					t.Errorf("%s is nowhere", d.Rule.Code)
				}
			}
		})
	}
}

func decodeCodes(diags source.Diagnostics) string {
	var all []string
	for _, d := range diags {
		all = append(all, d.Rule.Code)
	}
	return strings.Join(all, " ")
}

func TestDecodeBinary(t *testing.T) {
	for name, raw := range map[string]string{
		"zero":     "# a\x00b",
		"image":    "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"controls": strings.Repeat("\x01\x02ab", 100),
		"noise":    strings.Repeat("\xff\xfd\x80\xf8", 100),
		"utf-16 without a mark": strings.TrimPrefix(
			string(encodedAs(t, "用户 name", "utf16le")), "\xff\xfe"),
	} {
		f, diags := Decode("dir/x.md", []byte(raw))
		if f != nil || decodeCodes(diags) != "page-not-text" {
			t.Errorf("%s: file %v, diagnostics %q", name, f, decodeCodes(diags))
			continue
		}
		if d := diags[0]; d.Severity != source.Error || !d.Span.Known() || d.Span.File.Path != "dir/x.md" {
			t.Errorf("%s: the diagnostic does not name the file", name)
		}
	}
}

func TestDecodeDamagedPlace(t *testing.T) {
	_, diags := Decode("x.md", []byte("用户\r\n名称\xff说明\xfe很多字"))
	if len(diags) != 1 {
		t.Fatalf("%d diagnostics", len(diags))
	}
	if at := diags[0].Span.Position(); at != (source.Position{Line: 2, Column: 3}) {
		t.Errorf("at %v", at)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("# 标题\r\n"))
	f.Add([]byte("\xc4\xe3\xba\xc3"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, diags := Decode("x.md", raw)
		if file == nil {
			if !diags.Has(source.Error) {
				t.Fatal("no file and no error")
			}
			return
		}
		if strings.ContainsAny(file.Text, "\r\x00") || strings.ToValidUTF8(file.Text, "") != file.Text {
			t.Fatalf("%q", file.Text)
		}
	})
}
