package sample

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// bareValue reads a value without quotes: a number, true, false, null, or words in the place of one.
func (r *reader) bareValue(owner *ir.Text) *ir.JSON {
	start := r.pos
	i, j := r.trim(start, r.bareEnd())
	if i >= j {
		_, n := r.peek()
		i, j = start, start+n
	}
	r.take(j - start)
	return r.classify(i, j, owner)
}

// bareEnd is where the words at pos end: at a comma, a bracket, a comment or the end of the line.
func (r *reader) bareEnd() int {
	depth := 0 // of parentheses
	for i := r.pos; i < r.limit; {
		c, n := r.char(i)
		switch m := mark(c); {
		case c == '\n', r.opensComment(i):
			return i
		case c == '(' || c == '（' || c == '【':
			depth++
		case c == ')' || c == '）' || c == '】' && depth > 0:
			if depth--; depth < 0 {
				return i
			}
		case m == '{' && r.placeholderEnd(i) > 0:
			n = r.placeholderEnd(i) - i
		case m == '[' && strings.HasPrefix(r.text[i:], "[]"):
			n = 2
		case depth == 0 && (m == '{' || m == '[' || m == ']' || m == '}' || m == ',' && r.endsValue(i, c, n)):
			return i
		case c == '"' || c == '”':
			if i > r.pos && r.keyAhead(i) {
				return i
			}
			if b, _ := r.before(i); depth == 0 && i > r.pos && !isBlank(b) && r.endsString(i+n, false) {
				return i + n
			}
		}
		i += n
	}
	return r.limit
}

// opensComment reports whether a comment or tag starts at i, within words.
func (r *reader) opensComment(i int) bool {
	rest := r.text[i:r.limit]
	b, _ := r.before(i)
	switch rest[0] {
	case '/':
		return strings.HasPrefix(rest, "//") && b != ':' || strings.HasPrefix(rest, "/*")
	case '#':
		return isBlank(b) && i > r.pos
	case '<':
		m := markupAt(rest)
		return strings.HasPrefix(rest, "<!--") || shown(m) != m
	}
	return false
}

// endsValue reports whether the comma at i ends the words before it. A full-width one may be punctuation of a sentence:
// it ends them only where a line ends or a name follows.
func (r *reader) endsValue(i int, c rune, n int) bool {
	if c == ',' {
		return !r.groups(i)
	}
	after := r.blanks(i + n)
	next, _ := r.char(after)
	return after >= r.limit || next == '\n' || isQuote(next) || mark(next) == '}' || strings.HasPrefix(r.text[after:], "//")
}

// groups reports whether the comma at i sets off thousands ("1,000") of a member's value.
func (r *reader) groups(i int) bool {
	if len(r.open) == 0 || r.open[len(r.open)-1] != '{' || i == r.pos {
		return false
	}
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if i-r.pos > 30 || !digits(strings.ReplaceAll(strings.TrimPrefix(r.text[r.pos:i], "-"), ",", "")) || len(r.text) < i+4 {
		return false
	}
	after, _ := r.char(r.blanks(i + 4))
	return digits(r.text[i+1:i+4]) && !unicode.IsDigit(after) && mark(after) != ':'
}

// placeholderEnd is where the placeholder at i ends ("{id}", "{{token}}"), 0 if there is none.
func (r *reader) placeholderEnd(i int) int {
	depth, named := 0, false
	for j := i; j < min(r.limit, i+80); {
		c, n := r.char(j)
		switch {
		case c == '{' && !named:
			depth++
		case c == '}' && named: // not "{...}"
			if depth--; depth == 0 {
				return j + n
			}
		case isName(c) && depth > 0:
			named = named || c != '.'
		default:
			return 0
		}
		j += n
	}
	return 0
}

// classify decides what the words text[i:j] stand for.
func (r *reader) classify(i, j int, owner *ir.Text) *ir.JSON {
	word := r.text[i:j]
	json := &ir.JSON{Text: word, Span: r.span(i, j)}
	if kind, ok := numberKind(word); ok {
		json.Kind = kind
		return json
	}
	switch word {
	case "true", "false":
		json.Kind = ir.Boolean
		return json
	case "null":
		json.Kind = ir.Null
		return json
	}
	for _, reading := range readings {
		if reading(r, json, i, j, owner) {
			return json
		}
	}
	r.oddity(sampleBareWord, i, j, shorten(word))
	if isHan(word) || strings.Contains(word, " ") && strings.ContainsFunc(word, isName) {
		join(owner, ir.Text{Value: word, Span: json.Span})
	}
	return json
}

// readings are the ways in which words in the place of a value can be understood, tried in order.
var readings = []func(r *reader, json *ir.JSON, i, j int, owner *ir.Text) bool{
	(*reader).unopened, (*reader).foreignLiteral, (*reader).oddNumber, (*reader).bareString, (*reader).typeName, (*reader).annotated,
}

// unopened reads a string that lacks its opening quote.
func (r *reader) unopened(json *ir.JSON, i, j int, _ *ir.Text) bool {
	c, n := r.before(j)
	if c != '"' && c != '”' {
		return false
	}
	json.Kind, json.Text = ir.String, r.text[i:j-n]
	r.flaw(sampleUnopenedString, i, i, `"`, shorten(json.Text))
	r.judgeClosing(j-n, n)
	return true
}

// foreignLiteral reads the literals of other languages: True, None, undefined.
func (r *reader) foreignLiteral(json *ir.JSON, i, j int, _ *ir.Text) bool {
	literal, ok := literals[strings.ToLower(json.Text)]
	if !ok {
		return false
	}
	if json.Kind = literal.kind; literal.text == "" {
		r.oddity(sampleNotFinite, i, j, json.Text)
		return true
	}
	r.flaw(sampleForeignLiteral, i, j, literal.text, json.Text, literal.text)
	json.Text = literal.text
	return true
}

var (
	maskedNumber  = lazily(`^[-+]?(?:[0-9][0-9.*]*\*[0-9.*]*|[0-9]+[xX]{2,}[0-9xX]*)$`)
	zeroNumber    = lazily(`^0[0-9]+$`)
	groupedNumber = lazily(`^-?[0-9]{1,3}(?:,[0-9]{3})+$`)
	looseNumber   = lazily(`^([-+]?)([0-9]*)(\.?)([0-9]*)([eE][-+]?[0-9]+)?[LlFfDd]?$`)
	dateLike      = lazily(`^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}`)
)

// oddNumber reads numbers that JSON does not allow. A number with leading zeros is a code, hence a string.
func (r *reader) oddNumber(json *ir.JSON, i, j int, _ *ir.Text) bool {
	word := json.Text
	switch {
	case maskedNumber().MatchString(word):
		json.Kind = ir.Integer
		r.oddity(sampleMaskedNumber, i, j, shorten(word))
	case zeroNumber().MatchString(word):
		json.Kind = ir.String
		r.oddity(sampleLeadingZero, i, j, shorten(word))
	case groupedNumber().MatchString(word):
		json.Kind, json.Text = ir.Integer, strings.ReplaceAll(word, ",", "")
		r.flaw(sampleNumberForm, i, j, json.Text, shorten(word), json.Text)
	default:
		m := looseNumber().FindStringSubmatch(word)
		if m == nil || m[2]+m[4] == "" {
			return false
		}
		json.Text = plainNumber(m)
		kind, ok := numberKind(json.Text)
		if !ok {
			return false
		}
		json.Kind = kind
		r.flaw(sampleNumberForm, i, j, json.Text, shorten(word), json.Text)
	}
	return true
}

// plainNumber writes the parts of a number as JSON does: "+.5" is 0.5, "5." is 5, "10L" is 10.
func plainNumber(m []string) string {
	sign, whole, fraction := strings.Trim(m[1], "+"), m[2], m[4]
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction + m[5]
}

// bareString reads what can be nothing but a string: a date, an address, an identifier that starts with a digit.
func (r *reader) bareString(json *ir.JSON, i, j int, _ *ir.Text) bool {
	word := json.Text
	digit := word[0] >= '0' && word[0] <= '9'
	glued := !strings.ContainsAny(word, " \t(（/|~,") && !isHan(word)
	if !dateLike().MatchString(word) && !strings.Contains(word, "://") && !(digit && glued) {
		return false
	}
	json.Kind = ir.String
	r.flaw(sampleBareString, i, j, quoteJSON(word), shorten(word))
	return true
}

func quoteJSON(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`).Replace(s) + `"`
}

// typeName reads the name of a type: `int`, `string|名称`, `string（用户名）`.
func (r *reader) typeName(json *ir.JSON, i, j int, owner *ir.Text) bool {
	word, remark := json.Text, -1
	if n := strings.IndexAny(word, "|,，:： "); n > 0 {
		word, remark = word[:n], n
	} else if n := strings.IndexAny(word, "(（"); n > 0 && isHan(word[n:]) {
		word, remark = word[:n], n
	}
	kind, ok := typeWord(word)
	if !ok {
		return false
	}
	json.Kind, json.Text, json.Span = kind, word, r.span(i, i+len(word))
	r.oddity(sampleTypeWord, i, i+len(word), word)
	r.remarkOn(i+max(remark, len(word)), j, owner)
	return true
}

// remarkOn gives the words text[i:j] after a value to its owner.
func (r *reader) remarkOn(i, j int, owner *ir.Text) {
	for i < j {
		c, n := r.char(i)
		if !strings.ContainsRune("|,，:： \t(（/-=<【", c) {
			break
		}
		i += n
	}
	for i < j {
		c, n := r.before(j)
		if !strings.ContainsRune(" \t)）】,，", c) {
			break
		}
		j -= n
	}
	if i < j {
		join(owner, ir.Text{Value: r.text[i:j], Span: r.span(i, j)})
	}
}

var leading = lazily(`^-?[A-Za-z0-9_.]+`)

// annotated reads a literal with words after it: `1（男）`, `true 表示成功`, and a choice of literals: `0/1`.
func (r *reader) annotated(json *ir.JSON, i, j int, owner *ir.Text) bool {
	word := leading().FindString(json.Text)
	rest := json.Text[len(word):]
	kind, ok := numberKind(word)
	if literal, known := literals[strings.ToLower(word)]; known && literal.text != "" {
		kind, word, ok = literal.kind, literal.text, true
	}
	if !ok || rest == "" {
		return false
	}
	c, _ := r.char(j - len(rest))
	literal := kind == ir.Boolean || kind == ir.Null
	if !strings.ContainsRune(" \t(（/|~,，【", c) && !((c == ':' || c == '：' || literal) && isHan(rest)) {
		return false // "24小时成交量" tells no number
	}
	r.oddity(sampleRemark, j-len(rest), j)
	json.Kind, json.Text = kind, word
	json.Span = r.span(i, j-len(rest))
	if choice := strings.TrimLeft(rest, " \t"); strings.IndexAny(choice, "/|~") == 0 {
		join(owner, ir.Text{Value: r.text[i:j], Span: r.span(i, j)})
	} else {
		r.remarkOn(j-len(rest), j, owner)
	}
	return true
}

// numberKind is the kind of a number as JSON writes it.
func numberKind(s string) (ir.Kind, bool) {
	i := 0
	digits := func() bool {
		start := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i > start
	}
	if strings.HasPrefix(s, "-") {
		i++
	}
	if strings.HasPrefix(s[i:], "0") {
		i++
	} else if !digits() {
		return ir.Any, false
	}
	kind := ir.Integer
	if i < len(s) && s[i] == '.' {
		kind = ir.Number
		if i++; !digits() {
			return ir.Any, false
		}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		kind = ir.Number
		if i++; i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return ir.Any, false
		}
	}
	return kind, i == len(s)
}
