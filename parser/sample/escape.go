package sample

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// contents is the text that a string stands for; it notes what is wrong with the string.
func (r *reader) contents(t token) string {
	r.judgeQuotes(t)
	raw := r.text[t.start:t.end]
	if len(t.inner) > 0 {
		for _, i := range t.inner {
			r.flaw(sampleInnerQuote, i, i+1, `\"`)
		}
	}
	if t.broken {
		r.judgeBreaks(t)
	}
	if !t.escaped {
		return strings.ToValidUTF8(raw, "\ufffd")
	}
	return r.unescape(t)
}

// judgeQuotes notes quotes that are missing or of the wrong kind.
func (r *reader) judgeQuotes(t token) {
	if t.unclosed {
		r.oddity(sampleUnclosedString, t.open, t.start, string(t.quote))
		return
	}
	plain := !strings.Contains(r.text[t.start:t.end], `"`)
	closeQuote, _ := r.char(t.end)
	if t.quote == '"' && closeQuote == '"' {
		return
	}
	rule := sampleFullWidth
	if t.quote == '\'' || t.quote == '`' {
		rule = sampleSingleQuotes
	}
	if !plain {
		r.oddity(rule, t.open, t.start, string(t.quote), `"`)
		return
	}
	if t.quote != '"' {
		r.flaw(rule, t.open, t.start, `"`, string(t.quote), `"`)
	}
	r.judgeClosing(t.end, t.next-t.end)
}

// judgeClosing notes a closing quote, n bytes at i, that is not the double one.
func (r *reader) judgeClosing(i, n int) {
	c, _ := r.char(i)
	switch {
	case c == '\'' || c == '`':
		r.flaw(sampleSingleQuotes, i, i+n, `"`, string(c), `"`)
	case c != '"':
		r.flaw(sampleFullWidth, i, i+n, `"`, string(c), `"`)
	}
}

// judgeBreaks notes line breaks and other control characters in a string.
func (r *reader) judgeBreaks(t token) {
	for i := t.start; i < t.end; i++ {
		if c := r.text[i]; c < 0x20 {
			mend := strings.Trim(strconv.Quote(string(rune(c))), `"`)
			if mend[1] == 'x' || mend[1] == 'a' || mend[1] == 'v' {
				mend = `\u00` + strconv.FormatInt(int64(c)+0x100, 16)[1:]
			}
			r.flaw(sampleControlCharacter, i, i+1, mend, mend)
		}
	}
}

// simpleEscapes are the escapes of one letter.
var simpleEscapes = map[byte]string{
	'"': `"`, '\\': `\`, '/': "/", 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t",
}

// unescape decodes the contents of a string. An escape that JSON does not have stands for the character itself.
func (r *reader) unescape(t token) string {
	var out strings.Builder
	for i := t.start; i < t.end; {
		c, n := r.char(i)
		if c != '\\' || i+1 >= t.end {
			out.WriteRune(c)
			i += n
			continue
		}
		if text, ok := simpleEscapes[r.text[i+1]]; ok {
			out.WriteString(text)
			i += 2
			continue
		}
		if code, size := unicodeEscape(r.text[i:t.end]); size > 0 {
			out.WriteRune(code)
			i += size
			continue
		}
		_, n = r.char(i + 1)
		r.oddity(sampleBadEscape, i, i+1+n, r.text[i:i+1+n])
		i++
	}
	return out.String()
}

// unicodeEscape decodes \uXXXX, a pair of surrogates as one; size 0 if there is none.
func unicodeEscape(s string) (code rune, size int) {
	one, ok := hex4(s)
	if !ok {
		return 0, 0
	}
	if one < 0xd800 || one > 0xdfff {
		return one, 6
	}
	if two, ok := hex4(s[6:]); ok && one < 0xdc00 && two >= 0xdc00 && two <= 0xdfff {
		return (one-0xd800)<<10 | (two - 0xdc00) + 0x10000, 12
	}
	return utf8.RuneError, 6
}

func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	return rune(n), err == nil
}
