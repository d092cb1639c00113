package prose

import (
	"strings"
	"unicode/utf8"
)

type tokenKind uint8

const (
	han    tokenKind = iota // a run of letters that are not Latin
	word                    // a Latin word or a name: entry_asc, UTF-8, 15min
	number                  // -1, 0.25, 007
	quoted                  // "BTC", ‘spot’
	mark                    // a sign; token.mark says which
)

// token is a piece of the text. An example is one token, the mark 'e'.
type token struct {
	kind       tokenKind
	mark       rune // the half-width form of a sign; '>' for all arrows, '-' for all dashes, '…' for all dots
	gap        bool // blanks stand before it
	start, end int  // bytes of the text
	pair       int  // of a bracket: the token of the other one; -1 for none
}

// signs are the half-width forms of signs. Half-width signs stand for themselves.
var signs = map[rune]rune{
	'：': ':', '﹕': ':', '∶': ':', '，': ',', '﹐': ',', '；': ';', '（': '(', '）': ')', '【': '[', '】': ']', '［': '[', '］': ']',
	'「': '[', '」': ']', '｛': '{', '｝': '}', '／': '/', '｜': '|', '＝': '=', '、': '、', '。': '。', '．': '.', '～': '~', '∼': '~',
	'〜': '~', '－': '-', '—': '-', '–': '-', '―': '-', '−': '-', '─': '-', '→': '>', '⇒': '>', '…': '…', '！': '!', '？': '?',
	'＜': '<', '＞': '>', '≤': '≤', '≥': '≥', '％': '%', '·': '*', '•': '*', '●': '*', '＋': '+', '《': '<', '》': '>', '￥': '￥',
}

// quotes are the closing marks by the opening ones.
var quotes = map[rune]string{
	'"': `"`, '\'': `'`, '`': "`", '“': `”“"`, '”': `”“"`, '‘': `’‘'`, '’': `’'`, '＂': `＂"`,
}

// maxQuoted bounds what stands between quotes, in bytes, so that a stray quote does not swallow the text.
const maxQuoted = 80

// sign is the half-width form of a sign, 0 for a letter or digit.
func sign(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if isAlnum(byte(r)) || r == '_' || r == '$' {
			return 0
		}
		return r
	case r >= 0x4e00 && r <= 0x9fff:
		return 0
	}
	return signs[r]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool { return isDigit(c) || isAlpha(c) }

// tokenize cuts the text into tokens, pairs brackets and hides examples.
func (r *reader) tokenize() {
	r.tokens = make([]token, 0, len(r.s)/4+4)
	hidden := examples(r.s)
	for at := 0; at < len(r.s); {
		if len(hidden) > 0 && at >= hidden[0].start {
			r.add(token{kind: mark, mark: 'e', start: at, end: hidden[0].end})
			at, hidden = hidden[0].end, hidden[1:]
			continue
		}
		limit := len(r.s)
		if len(hidden) > 0 {
			limit = hidden[0].start
		}
		at = r.scan(at, limit)
	}
	r.pairBrackets()
}

func (r *reader) add(t token) {
	t.pair = -1
	if n := len(r.tokens); n > 0 {
		between := r.s[r.tokens[n-1].end:t.start]
		t.gap = between != ""
	}
	r.tokens = append(r.tokens, t)
}

// scan reads the token at an offset and returns where the next may start.
func (r *reader) scan(at, limit int) int {
	c, size := utf8.DecodeRuneInString(r.s[at:limit])
	s := sign(c)
	switch {
	case c == '\n':
		r.add(token{kind: mark, mark: '\n', start: at, end: at + 1})
		return at + 1
	case isBlank(c):
		return at + size
	case isNumberStart(r, at, limit, s):
		return r.addNumber(at, limit)
	case c < utf8.RuneSelf && s == 0:
		end := wordEnd(r.s[:limit], at)
		r.add(token{kind: word, start: at, end: end})
		return end
	case quotes[c] != "":
		if end := quoteEnd(r.s[:limit], at, c); end > 0 {
			r.add(token{kind: quoted, start: at, end: end})
			return end
		}
		return at + size // a stray quote says nothing
	case s != 0:
		return r.addMark(at, limit, s, size)
	}
	end := hanEnd(r.s[:limit], at)
	r.add(token{kind: han, start: at, end: end})
	return end
}

// isNumberStart reports a digit, or a minus that is a sign and not a separator.
func isNumberStart(r *reader, at, limit int, s rune) bool {
	if isDigit(r.s[at]) {
		return true
	}
	_, size := utf8.DecodeRuneInString(r.s[at:])
	if s != '-' || size > 1 || at+1 >= limit || !isDigit(r.s[at+1]) {
		return false
	}
	if len(r.tokens) == 0 {
		return true
	}
	last := r.tokens[len(r.tokens)-1]
	if last.end < at {
		return true
	}
	return last.kind == mark && last.mark != ')' && last.mark != ']' && last.mark != '%'
}

func (r *reader) addNumber(at, limit int) int {
	end, dots := at+1, 0
	for end < limit && (isDigit(r.s[end]) || r.s[end] == '.' && end+1 < limit && isDigit(r.s[end+1])) {
		if r.s[end] == '.' {
			dots++
		}
		end++
	}
	kind := number
	if dots > 1 {
		kind = word
	}
	if end < limit && (isAlpha(r.s[end]) || r.s[end] == '_' || r.s[end] == '$') {
		kind, end = word, wordEnd(r.s[:limit], end)
	}
	r.add(token{kind: kind, start: at, end: end})
	return end
}

// wordEnd is where the name ends that starts at an offset; -, . and @ join its parts.
func wordEnd(s string, at int) int {
	for at++; at < len(s); at++ {
		c := s[at]
		if isAlnum(c) || c == '_' || c == '$' {
			continue
		}
		if (c == '-' || c == '.' || c == '@') && at+1 < len(s) && (isAlnum(s[at+1]) || s[at+1] == '_' || s[at+1] == '$') {
			continue
		}
		break
	}
	return at
}

func quoteEnd(s string, at int, open rune) int {
	rest := s[at+utf8.RuneLen(open):]
	if len(rest) > maxQuoted {
		rest = rest[:maxQuoted]
	}
	i := strings.IndexAny(rest, quotes[open])
	if i < 0 || strings.ContainsAny(rest[:i], "\n") {
		return 0
	}
	_, size := utf8.DecodeRuneInString(rest[i:])
	return at + utf8.RuneLen(open) + i + size
}

func hanEnd(s string, at int) int {
	for at < len(s) {
		c, size := utf8.DecodeRuneInString(s[at:])
		if c < utf8.RuneSelf || isBlank(c) || sign(c) != 0 || quotes[c] != "" {
			break
		}
		at += size
	}
	return at
}

// addMark adds a sign; dashes, equals signs and arrows in a row are one, and so are dots.
func (r *reader) addMark(at, limit int, s rune, size int) int {
	end := at + size
	take := func(also string) bool {
		c, n := utf8.DecodeRuneInString(r.s[end:limit])
		if n == 0 || !strings.ContainsRune(also, sign(c)) || sign(c) == 0 {
			return false
		}
		end += n
		return true
	}
	switch s {
	case '-', '=':
		for take(string(s)) {
		}
		if take(">") {
			s = '>'
		}
	case '.', '…', '。':
		dots := string(s)
		for take(dots) {
			s = '…'
		}
		if s == '…' && dots == "。" {
			s = '。'
		}
	case '<', '>':
		if take("=") {
			s = map[rune]rune{'<': '≤', '>': '≥'}[s]
		}
	}
	r.add(token{kind: mark, mark: s, start: at, end: end})
	return end
}

var closing = map[rune]rune{')': '(', ']': '[', '}': '{'}

func (r *reader) pairBrackets() {
	var open []int
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind != mark {
			continue
		}
		switch t.mark {
		case '(', '[', '{':
			open = append(open, i)
		case ')', ']', '}':
			n := len(open)
			if n > 0 && r.tokens[open[n-1]].mark == closing[t.mark] {
				t.pair, r.tokens[open[n-1]].pair = open[n-1], i
				open = open[:n-1]
			}
		}
	}
}

// textOf is the token as it stands.
func (r *reader) textOf(i int) string { return r.s[r.tokens[i].start:r.tokens[i].end] }

// isMark reports whether token i is one of the signs.
func (r *reader) isMark(i int, of string) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].kind == mark && strings.ContainsRune(of, r.tokens[i].mark)
}

func (r *reader) isKind(i int, k tokenKind) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].kind == k
}

// glued reports whether token i stands right behind the one before it.
func (r *reader) glued(i int) bool { return i > 0 && !r.tokens[i].gap }

// inner is the range of the token without its quotes.
func (r *reader) inner(i int) stretch {
	t := r.tokens[i]
	if t.kind != quoted {
		return stretch{t.start, t.end}
	}
	_, a := utf8.DecodeRuneInString(r.s[t.start:])
	_, b := utf8.DecodeLastRuneInString(r.s[t.start:t.end])
	return stretch{t.start + a, t.end - b}
}

func runeAt(s string, at int) (rune, int) { return utf8.DecodeRuneInString(s[at:]) }

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}
