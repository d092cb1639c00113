package sample

import (
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// documents reads every document in the text and skips the words between them.
func (r *reader) documents() []*ir.JSON {
	var values []*ir.JSON
	for from := 0; ; {
		if !r.find() {
			break
		}
		start := r.pos
		r.read, r.junk, r.pending = 0, 0, nil
		noted := len(r.found)
		j := r.document()
		if r.junk > r.read {
			r.forget(noted)
			continue
		}
		r.introduce(j, from, start)
		values = append(values, j)
		r.trailing()
		from = r.pos
	}
	if len(values) == 0 {
		r.forget(0)
	}
	return values
}

// forget takes back diagnostics about text that turned out to be no sample.
func (r *reader) forget(from int) {
	for _, d := range r.found[from:] {
		delete(r.index, d.Rule)
	}
	r.found = r.found[:from]
}

// document reads the document at pos.
func (r *reader) document() *ir.JSON {
	var about ir.Text
	var j *ir.JSON
	if c, n := r.peek(); mark(c) == '{' || mark(c) == '[' {
		r.read++
		j = r.nested(mark(c), n, &about)
	} else {
		j = r.fragment(&about)
	}
	join(&j.Comment, about)
	return j
}

// fragment reads members that stand without the braces around them.
func (r *reader) fragment(about *ir.Text) *ir.JSON {
	b := &box{json: &ir.JSON{Kind: ir.ObjectKind}, start: r.pos, sep: -1, bare: true}
	r.oddity(sampleMissingBraces, r.pos, r.pos+1)
	r.open = append(r.open, '{')
	r.fill(b, about)
	r.open = r.open[:0]
	return b.json
}

// trailing moves over closing brackets that nothing opened.
func (r *reader) trailing() {
	for {
		i := r.space(r.pos)
		c, n := r.char(i)
		if i >= r.limit || mark(c) != '}' && mark(c) != ']' {
			return
		}
		r.flaw(sampleExtraBracket, i, i+n, "", string(c))
		r.pos = i + n
	}
}

// find moves to where the next document starts, false if there is none.
func (r *reader) find() bool {
	for r.pos < r.limit {
		c, n := r.peek()
		switch {
		case c == '\n':
			r.fresh = true
		case isBlank(c), r.fresh && (c == '>' || c == '<'):
		case r.fresh && c == '/' && strings.HasPrefix(r.text[r.pos:], "//"):
			n = r.lineEnd(r.pos) - r.pos // a sample that was commented out
		case r.starts(c):
			return true
		default:
			r.fresh = false
		}
		r.pos += n
	}
	return false
}

// starts reports whether a document starts at pos.
func (r *reader) starts(c rune) bool {
	switch m := mark(c); {
	case m == '{' || m == '[':
		return r.startsNested(r.pos, r.fresh || r.introduced(r.pos), 0)
	case isQuote(c) && r.fresh:
		return r.keyAhead(r.pos) && r.valueAfterKey(r.pos)
	}
	return false
}

// introduced reports whether what stands before i on the line leads up to a value: `返回：`, `data = `, `callback(`.
func (r *reader) introduced(i int) bool {
	b, _ := r.before(r.blanksBefore(i))
	return mark(b) == ':' || mark(b) == ',' || b == '(' || b == '（' || b == '>' || b == '*' || b == '`'
}

// startsNested reports whether the bracket at i opens a document. led says that it stands where one is expected; if not,
// only what can be nothing else counts.
func (r *reader) startsNested(i int, led bool, depth int) bool {
	c, n := r.char(i)
	object := mark(c) == '{'
	i = r.past(i + n)
	c, n = r.char(i)
	if i >= r.limit || depth > 8 {
		return false
	}
	switch m := mark(c); {
	case isQuote(c) && object:
		return r.keyAhead(i) || led && r.quoteOnLine(i)
	case isQuote(c):
		return led && (r.keyAhead(i) || r.quoteOnLine(i))
	case m == '{' || m == '[':
		return r.startsNested(i, led, depth+1)
	case m == '}' && object || m == ']' && !object:
		return led && r.endsLine(i+n)
	case c == '.' || c == '…':
		return led && depth > 0
	case object:
		return led && r.nameAhead(i)
	}
	return led && r.literalAhead(i)
}

// past is i moved over blanks, line breaks and comments, within a limit.
func (r *reader) past(i int) int {
	for range 4 {
		i = r.space(i)
		rest := r.text[i:min(r.limit, i+400)]
		switch {
		case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "#"):
			i += max(strings.IndexByte(rest, '\n'), 0)
		case strings.HasPrefix(rest, "/*"):
			i += max(strings.Index(rest, "*/")+2, 2)
		default:
			return i
		}
	}
	return i
}

func (r *reader) quoteOnLine(i int) bool {
	quote, n := r.char(i)
	rest := r.text[i+n : min(r.limit, i+maxKey)]
	line, _, _ := strings.Cut(rest, "\n")
	return strings.ContainsAny(line, closersOf(quote))
}

func (r *reader) endsLine(i int) bool {
	i = r.blanks(i)
	c, _ := r.char(i)
	return i >= r.limit || c == '\n' || mark(c) == ',' || c == '`' || c == '\'' || c == ')' || c == '<'
}

// nameAhead reports whether a name without quotes and a colon stand at i.
func (r *reader) nameAhead(i int) bool {
	at := r.pos
	defer func() { r.pos = at }()
	r.pos = i
	end, next := r.bareKeyEnd()
	c, n := r.char(next)
	if end == i || next >= r.limit || mark(c) != ':' || isHan(r.text[i:end]) && !r.clearValue(next) {
		return false
	}
	after, _ := r.char(next + n)
	return after != '=' && after != ':' // x := 1, A::B
}

// literalAhead reports whether an array's first element, no string and no nested value, stands at i.
func (r *reader) literalAhead(i int) bool {
	end := i
	for end < min(r.limit, i+64) {
		c, n := r.char(end)
		if mark(c) != 0 || c == '\n' || isBlank(c) {
			break
		}
		end += n
	}
	word := r.text[i:end]
	_, number := numberKind(word)
	_, literal := literals[strings.ToLower(word)]
	_, named := typeWord(word)
	c, n := r.char(r.blanks(end))
	if mark(c) == ']' {
		return (number || literal || named) && r.endsLine(r.blanks(end)+n)
	}
	return (number || literal) && (mark(c) == ',' || c == '\n')
}

// valueAfterKey reports whether a value stands after the name and colon at i, for members without braces.
func (r *reader) valueAfterKey(i int) bool {
	line := r.text[i:min(r.lineEnd(i), i+2*maxKey)]
	n := strings.IndexAny(line, ":：=＝")
	if n < 0 {
		return false
	}
	_, size := r.char(i + n)
	after := r.space(i + n + size)
	c, _ := r.char(after)
	return after < r.limit && (isQuote(c) || mark(c) == '{' || mark(c) == '[' || unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-')
}

// introduce makes what stands between the last document and this one the document's comment: the HTTP status line, else
// the last line of words.
func (r *reader) introduce(j *ir.JSON, from, start int) {
	from = max(from, start-2000)
	var label ir.Text
	for end := start; end > from; {
		begin := max(strings.LastIndexByte(r.text[:end], '\n')+1, from)
		text := r.commentText(begin, end)
		switch {
		case isHeader(text.Value), strings.HasPrefix(text.Value, "-"), isCurl(text.Value):
		case strings.HasPrefix(text.Value, "HTTP/"):
			label = text
			end = from
			continue
		case label.Value == "" && text.Value != "":
			label = text
		}
		end = begin - 1
	}
	label.Value = strings.TrimRight(label.Value, "：:=({ ")
	if label.Value != "" {
		join(&label, j.Comment)
		j.Comment = label
	}
}

// isHeader reports whether a line is an HTTP header, and not a label that happens to be written like one.
func isHeader(line string) bool {
	m := headerLine().FindString(line)
	return m != "" && m != line
}
