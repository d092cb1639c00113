package sample

import (
	"net/url"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// URL is an address in its parts, each with its place.
type URL struct {
	// Base is the scheme and host, or the placeholder that stands for them; empty for a bare path. It has no slash at its end.
	Base ir.Text
	// Path is what follows the base, placeholders as the page writes them; it starts with a slash unless the page leaves
	// that out. Empty for a base alone.
	Path     ir.Text
	Query    []Pair
	Fragment ir.Text
	Span     source.Span
}

// Pair is a name and a value: of a query, a form or a header. Names and values of queries and forms are decoded.
type Pair struct {
	Name, Value ir.Text
	// File says that the value is the name of a file that is sent.
	File bool
}

// SplitURL takes an address apart. It takes placeholders as they come ({host}, {{base}}, [[域名]], ${x}, <id>, :id), a
// host without a scheme, Chinese text, and ends the address at a blank or Chinese punctuation.
func SplitURL(t ir.Text) URL {
	v := viewOf(t)
	return splitURL(v, 0, len(v.text))
}

func splitURL(v *view, i, j int) URL {
	i, j = addressIn(v, i, j)
	u := URL{Span: v.span(i, j)}
	end := part(v, i, j, "?？#")
	base := baseEnd(v, i, end)
	u.Base = v.piece(i, base)
	u.Path = v.piece(base, end)
	if end == j {
		return u
	}
	c, n := v.char(end)
	if c != '#' {
		query := end + n
		end = part(v, query, j, "#")
		u.Query = pairs(v, query, end)
	}
	if end < j {
		u.Fragment = v.piece(end+1, j)
	}
	return u
}

// closerOf is the bracket that closes a placeholder which one opens, 0 for another character; what is inside has no structure.
func closerOf(c rune) rune {
	switch c {
	case '{':
		return '}'
	case '[':
		return ']'
	case '<':
		return '>'
	case '【':
		return '】'
	case '｛':
		return '｝'
	}
	return 0
}

// part is where the first of the characters stands between i and j outside of placeholders; j if there is none.
func part(v *view, i, j int, stops string) int {
	var closer rune
	for i < j {
		c, n := v.char(i)
		switch {
		case closer != 0:
			if c == closer {
				closer = 0
			}
		case strings.ContainsRune(stops, c):
			return i
		case closerOf(c) != 0 && strings.ContainsRune(v.text[i:min(j, i+60)], closerOf(c)):
			closer = closerOf(c)
		}
		i += n
	}
	return j
}

// addressIn narrows text[i:j] to the address that it starts with: without the quotes and stars around it and the words
// after it.
func addressIn(v *view, i, j int) (int, int) {
	i, j = v.trim(i, j)
	marks := len(v.text[i:j]) - len(strings.TrimLeft(v.text[i:j], "`'\"*"))
	i += marks
	end := part(v, i, j, " \t\r\n\u3000\u00a0，。；！、（）“”\"'`|")
	for end > i {
		last := v.text[end-1]
		paired := last == '>' && strings.Contains(v.text[i:end], "<") || last == ')' && strings.Contains(v.text[i:end], "(")
		if paired || strings.IndexByte(",;)>", last) < 0 && (last != '*' || marks == 0) {
			break
		}
		end--
	}
	return i, end
}

// hostName is a host that stands without its scheme: an address, localhost, or a name that ends like a domain.
var hostName = lazily(`^(?i)(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9*_-]+\.)+([a-z]{2,10}))(?::\d+)?$|^(?i)[a-z][a-z0-9.-]*:(?:\d+|port|端口)$|^\p{Han}+(?::(?:\d+|端口))?$`)

// schemeLen is the length of the scheme that a text starts with, slashes and all: https://, http(s)://, or the slashes alone. It is 0
// for none.
func schemeLen(text string) int {
	n := 0
	for n < len(text) && isSchemeByte(text[n], n) {
		n++
	}
	switch {
	case n == 0:
	case n < len(text) && text[n] == ':':
		n++
	default:
		return 0
	}
	if !strings.HasPrefix(text[n:], "//") {
		return 0
	}
	return n + len("//")
}

// isSchemeByte reports whether a byte can be the one at n of a scheme: (s) is how people write that there are two.
func isSchemeByte(c byte, n int) bool {
	letter := c|0x20 >= 'a' && c|0x20 <= 'z'
	return letter || n > 0 && (c >= '0' && c <= '9' || strings.IndexByte("+.()-", c) >= 0)
}

// pageSuffixes end file names of pages, which look like host names.
var pageSuffixes = map[string]bool{"php": true, "do": true, "action": true, "html": true, "htm": true, "json": true, "jsp": true, "asp": true, "aspx": true, "ashx": true, "xml": true, "cgi": true}

// baseEnd is where the scheme and host that start at i end.
func baseEnd(v *view, i, j int) int {
	if n := schemeLen(v.text[i:j]); n > 0 {
		return part(v, i+n, j, "/")
	}
	end := part(v, i, j, "/")
	first := v.text[i:end]
	if first == "" {
		return i
	}
	if c, _ := v.char(i); closerOf(c) != 0 || c == '$' {
		return end
	}
	if m := hostName().FindStringSubmatch(first); m != nil && !pageSuffixes[strings.ToLower(m[1])] && (end < j || m[1] == "") {
		return end
	}
	return i
}

// pairs splits a query or form.
func pairs(v *view, i, j int) []Pair {
	var out []Pair
	for i < j {
		end := part(v, i, j, "&")
		if p, ok := pair(v, i, end); ok {
			out = append(out, p)
		}
		i = end + 1
		if strings.HasPrefix(v.text[min(i, j):j], "amp;") {
			i += len("amp;")
		}
	}
	return out
}

// pair reads name=value; not ok for blanks and ellipses.
func pair(v *view, i, j int) (Pair, bool) {
	i, j = v.trim(i, j)
	if strings.Trim(v.text[i:j], ".…") == "" {
		return Pair{}, false
	}
	mid, after := j, j
	if n := strings.IndexByte(v.text[i:j], '='); n >= 0 {
		mid, after = i+n, i+n+1
	}
	name, value := v.piece(i, mid), v.piece(after, j)
	name.Value, value.Value = decoded(strings.TrimSpace(name.Value)), decoded(value.Value)
	return Pair{Name: name, Value: value}, name.Value != ""
}

// decoded is the text without percent encoding, where it is valid.
func decoded(s string) string {
	if !strings.ContainsAny(s, "%+") {
		return s
	}
	if out, err := url.QueryUnescape(s); err == nil {
		return strings.ToValidUTF8(out, "\ufffd")
	}
	return s
}
