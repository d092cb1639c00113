package block

import "strings"

// tagUse is what an HTML element means for reading.
type tagUse uint8

const (
	// unknown names are not elements: <id>, List<Object>.
	unknown tagUse = iota
	// dressing changes how words look or where they stand.
	dressing
	// ambiguous names are also what authors write in place of a value or type: they are elements when they have
	// attributes or are closed.
	ambiguous
	breaking
	block // starts a new line where words stand before it
	bold
	struck
	codeTag
	anchor
	image
)

var tagUses = map[string]tagUse{
	"b": bold, "strong": bold, "s": struck, "del": struck, "strike": struck, "code": codeTag, "kbd": codeTag, "tt": codeTag,
	"samp": codeTag, "br": breaking, "a": anchor, "img": image, "hr": block,
	"i": dressing, "em": dressing, "u": dressing, "ins": dressing, "font": dressing, "span": dressing, "div": block,
	"p": block, "sup": dressing, "sub": dressing, "small": dressing, "big": dressing, "center": block,
	"mark": dressing, "h1": block, "h2": block, "h3": block, "h4": block, "h5": block, "h6": block,
	"ul": block, "ol": block, "li": block, "dl": block, "dt": block, "dd": block, "table": block,
	"thead": block, "tbody": block, "tfoot": block, "tr": block, "td": block, "th": block,
	"colgroup": dressing, "col": dressing, "caption": block, "pre": block, "blockquote": block,
	"details": block, "summary": block, "aside": block, "article": block, "section": block,
	"header": block, "footer": block, "nav": block, "main": block, "figure": block, "iframe": dressing,
	"html": dressing, "body": dressing, "head": dressing, "meta": dressing, "label": ambiguous, "button": ambiguous,
	"input": ambiguous, "form": ambiguous, "var": ambiguous, "data": ambiguous, "time": ambiguous, "title": ambiguous,
	"object": ambiguous, "address": ambiguous, "link": ambiguous, "map": ambiguous, "source": ambiguous,
	"video": ambiguous, "audio": ambiguous, "q": ambiguous, "text": ambiguous, "abbr": ambiguous, "cite": ambiguous,
}

// tag is one HTML tag.
type tag struct {
	name   string // lower case
	use    tagUse
	close  bool
	attrs  string
	length int
}

const longestTag = 10

// readTag reads the tag at the start of s, which starts with "<"; ok is false for anything that is not a known element.
func readTag(s string) (t tag, ok bool) {
	i := 1
	if i < len(s) && s[i] == '/' {
		t.close = true
		i++
	}
	var name [longestTag]byte
	n, upper := 0, 0
	for ; i < len(s) && isWord(s[i]); i++ {
		if n == longestTag {
			return tag{}, false
		}
		name[n] = s[i]
		if s[i] >= 'A' && s[i] <= 'Z' {
			name[n] |= 0x20
			upper++
		}
		n++
	}
	t.use = tagUses[string(name[:n])]
	if t.use == unknown || upper != 0 && upper != n && name[0] != 'h' {
		return tag{}, false
	}
	end := tagEnd(s, i)
	if end < 0 {
		return tag{}, false
	}
	t.name, t.attrs, t.length = string(name[:n]), strings.Trim(s[i:end], " \t\n/"), end+1
	return t, i == end || s[i] == '/' || s[i] == ' ' || s[i] == '\t' || s[i] == '\n'
}

// tagEnd finds the > that ends a tag, from behind its name; -1 if the text is not a tag.
func tagEnd(s string, i int) int {
	for ; i < len(s); i++ {
		switch s[i] {
		case '>':
			return i
		case '<':
			return -1
		case '"', '\'':
			n := strings.IndexByte(s[i+1:], s[i])
			if n < 0 {
				return -1
			}
			i += n + 1
		}
	}
	return -1
}

// attr is the value of an attribute, "" if the tag does not have it.
func (t tag) attr(name string) string {
	for rest := t.attrs; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return ""
		}
		value, found := strings.CutPrefix(strings.TrimLeft(rest[i+len(name):], " "), "=")
		if found && (i == 0 || isBlank(rest[i-1])) {
			return unquote(strings.TrimLeft(value, " "))
		}
		rest = rest[i+len(name):]
	}
}

func unquote(s string) string {
	if s == "" {
		return s
	}
	if s[0] == '"' || s[0] == '\'' {
		value, _, _ := strings.Cut(s[1:], s[:1])
		return value
	}
	value, _, _ := strings.Cut(s, " ")
	return value
}

// hasWords reports whether anything is left of a text without its tags, comments and blanks.
func hasWords(s string) bool {
	for s != "" {
		if n, _ := blankAt(s); n > 0 {
			s = s[n:]
			continue
		}
		if s[0] != '<' {
			return s[0] != '\n' || hasWords(s[1:])
		}
		if n := commentLength(s); n > 0 {
			s = s[n:]
			continue
		}
		t, ok := readTag(s)
		if !ok {
			return true
		}
		s = s[t.length:]
	}
	return false
}

// commentLength is the length of the comment at the start of s, 0 if there is none or it does not end in s.
func commentLength(s string) int {
	if !strings.HasPrefix(s, "<!--") {
		return 0
	}
	if i := strings.Index(s[4:], "-->"); i >= 0 {
		return i + 7
	}
	return 0
}
