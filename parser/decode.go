package parser

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/wenma/wenma/source"
)

// byteOrderMark may begin a page of UTF-8.
const byteOrderMark = "\xef\xbb\xbf"

// Decode makes a file of the bytes of a page: UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030 (and so
// GBK and GB2312), with any line ends. The file is nil when the bytes are not text; the diagnostic then points into an
// empty file of that path.
func Decode(path string, raw []byte) (*source.File, source.Diagnostics) {
	if from := utf16(raw); from != nil {
		text, err := from.NewDecoder().Bytes(raw)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return nil, notText(path)
		}
		return source.NewFile(path, unixLines(string(text))), nil
	}
	raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
	if isBinary(raw) {
		return nil, notText(path)
	}
	if utf8.Valid(raw) {
		return source.NewFile(path, unixLines(string(raw))), nil
	}
	return decodeForeign(path, raw)
}

// decodeForeign settles what bytes are that are not quite UTF-8.
func decodeForeign(path string, raw []byte) (*source.File, source.Diagnostics) {
	good, bad := countUTF8(raw)
	chinese, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	broken := bytes.Count(chinese, []byte("\ufffd"))
	if err != nil || good > 2*bad || broken >= bad {
		return damaged(path, raw, bad)
	}
	if broken*20 > utf8.RuneCount(chinese) {
		return nil, notText(path)
	}
	f := source.NewFile(path, unixLines(string(chinese)))
	return f, source.Diagnostics{pageNotUTF8.At(f.Span(0, len(f.Line(1))))}
}

// damaged keeps a page of UTF-8 in which some bytes are wrong.
func damaged(path string, raw []byte, bad int) (*source.File, source.Diagnostics) {
	if bad*5 > len(raw) {
		return nil, notText(path)
	}
	const placeholder = "\ufffd"
	first := 0
	for first < len(raw) {
		r, n := utf8.DecodeRune(raw[first:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		first += n
	}
	f := source.NewFile(path, unixLines(strings.ToValidUTF8(string(raw), placeholder)))
	at := len(unixLines(string(raw[:first])))
	return f, source.Diagnostics{pageDamaged.At(f.Span(at, at+len(placeholder)), bad)}
}

// countUTF8 counts the characters of more than one byte, and the bytes that belong to none.
func countUTF8(raw []byte) (good, bad int) {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		raw = raw[n:]
	}
	return good, bad
}

func utf16(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// isBinary reports bytes that no text has, or more control characters than a text has.
func isBinary(raw []byte) bool {
	controls := 0
	for _, c := range raw {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			controls++
		}
	}
	return controls*20 > len(raw)
}

func notText(path string) source.Diagnostics {
	return source.Diagnostics{pageNotText.At(source.NewFile(path, "").Span(0, 0))}
}

// unixLines turns the line ends of Windows and of old Macs into \n.
func unixLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	var w strings.Builder
	w.Grow(len(text))
	for {
		i := strings.IndexByte(text, '\r')
		if i < 0 {
			w.WriteString(text)
			return w.String()
		}
		w.WriteString(text[:i])
		w.WriteByte('\n')
		text = strings.TrimPrefix(text[i+1:], "\n")
	}
}

// DecodeRules are the diagnostics of Decode.
var DecodeRules = []*source.Rule{pageNotText, pageNotUTF8, pageDamaged}

var pageNotText = &source.Rule{
	Code:     "page-not-text",
	Severity: source.Error,
	Message: source.Message{
		ZH: "这个文件不是文本",
		EN: "the file is not text",
	},
	Help: source.Message{
		ZH: "传入 Markdown 页面；如果它是 UTF-16，请另存为 UTF-8",
		EN: "pass a Markdown page; if it is UTF-16, save it as UTF-8",
	},
	Why: source.Message{
		ZH: "文件里有文本中不会出现的字节，例如 0。wenma 不读取这样的文件。",
		EN: "The file has bytes that no text has, such as 0. wenma does not read such a file.",
	},
}

var pageNotUTF8 = &source.Rule{
	Code:     "page-not-utf8",
	Severity: source.Info,
	Message: source.Message{
		ZH: "页面不是 UTF-8，按 GB18030 读取",
		EN: "the page is not UTF-8 and was read as GB18030",
	},
	Help: source.Message{
		ZH: "把页面另存为 UTF-8",
		EN: "save the page as UTF-8",
	},
	Why: source.Message{
		ZH: "GBK、GB2312 都是 GB18030 的一部分。很多工具只认 UTF-8，会显示成乱码。",
		EN: "GBK and GB2312 are parts of GB18030. Many tools read UTF-8 only and show such a page garbled.",
	},
}

var pageDamaged = &source.Rule{
	Code:     "page-damaged",
	Severity: source.Warning,
	Message: source.Message{
		ZH: "页面里有 %d 个字节不是 UTF-8，用 U+FFFD 代替",
		EN: "bytes of the page that are not UTF-8, replaced by U+FFFD: %d",
	},
	Help: source.Message{
		ZH: "从这里开始检查乱码的文字，重新输入后保存为 UTF-8",
		EN: "look for garbled words from here on, type them again and save as UTF-8",
	},
	Why: source.Message{
		ZH: "多半是文件被截断，或者把两种编码的文字拼到了一起。",
		EN: "Most likely the file was cut off, or text in two encodings was put together.",
	},
}
