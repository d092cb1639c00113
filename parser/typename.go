package parser

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// typeExpr is a type as a cell spells it, before names are looked up.
type typeExpr struct {
	base     lexicon.Base
	bits     int
	format   string
	loose    bool      // a number that may be a whole one
	elem     *typeExpr // of lists and maps; nil when the cell does not say
	name     string    // of a class, when base is NoBase
	head     string    // of a generic class: Page in Page«X»
	args     []*typeExpr
	word     string // the known word as the page spells it, when that alone is the type
	nullable bool
	length   string // what stands in brackets behind a scalar: varchar(50)
	also     *typeExpr
	span     source.Span
	// guess is the known word that name may misspell; it counts when no section has that name.
	guess string
}

func (e *typeExpr) known() bool { return e != nil && (e.base != lexicon.NoBase || e.name != "") }

// spells reports whether a type, or what it is a list of, goes by this name.
func (e *typeExpr) spells(name string) bool {
	for ; e != nil; e = e.elem {
		if e.name == name {
			return true
		}
	}
	return false
}

// holdsFile reports whether a type is a file or a list of them.
func (e *typeExpr) holdsFile() bool {
	for ; e != nil; e = e.elem {
		if e.base == lexicon.FileBase {
			return true
		}
	}
	return false
}

// typeMemo remembers what spellings of types came to. It depends on the lexicon alone, so pages that are read one after the other share it.
type typeMemo struct {
	likes map[string]bool // what typeLike found out
	words *speller        // of the lexicon
}

func newTypeMemo(lex *lexicon.Lexicon) *typeMemo {
	m := &typeMemo{likes: map[string]bool{}}
	if lex == lexicon.Default() {
		m.words = defaultTypeWords()
	} else {
		m.words = newSpeller(lex.TypeWords())
	}
	return m
}

// defaultTypeWords are the type words that everybody has.
var defaultTypeWords = sync.OnceValue(func() *speller { return newSpeller(lexicon.Default().TypeWords()) })

// typeLike reports whether a cell could be a type: a known word, alone or in a construction.
func (r *reader) typeLike(text string) bool {
	if len(text) > 60 {
		return false
	}
	if like, ok := r.memo.likes[text]; ok {
		return like
	}
	like := r.parseType(text, 0).like()
	r.memo.likes[text] = like
	return like
}

// like reports whether a spelling is that of a type, and not just a word that might name one.
func (e *typeExpr) like() bool {
	for e != nil && e.elem != nil {
		if e.base == lexicon.ArrayBase || e.base == lexicon.MapBase {
			return true
		}
		e = e.elem
	}
	return e != nil && (e.base != lexicon.NoBase || e.guess != "") && e.base != lexicon.NullBase
}

// A type's spelling is short and shallow; what is longer is prose. The bounds also keep the work small, since each construction
// reads its parts anew.
const (
	maxTypeDepth = 6
	maxTypeLen   = 160
)

// parseType reads a type's spelling; nil when there is nothing to read.
func (r *reader) parseType(text string, depth int) *typeExpr {
	text = strings.ReplaceAll(strings.Trim(text, " \t\n\u00a0\u3000`*"), "\t", " ")
	if text == "" || len(text) > maxTypeLen || depth > maxTypeDepth {
		return nil
	}
	if t, ok := r.lex.Type(text); ok && !strings.ContainsAny(text, "[]<>{}«»(（¦|") {
		e := word(t)
		e.word = text
		return e
	}
	if !oneWord(text) {
		text = closed(text, depth > 0)
		for _, form := range typeForms() {
			if e := form(r, text, depth); e != nil {
				return e
			}
		}
	}
	return r.className(text)
}

// closed is a spelling with the brackets that it lacks at its end, and, within another, without those around all of it:
// Map<String,List<X>, Map<String,<X>>.
func closed(text string, within bool) string {
	if lacks := strings.Count(text, "<") - strings.Count(text, ">"); lacks > 0 && text[0] != '<' {
		return text + strings.Repeat(">", lacks)
	}
	if inside, ok := strings.CutPrefix(text, "<"); ok && within && strings.HasSuffix(inside, ">") && strings.Count(text, "<") == 1 {
		return strings.TrimSpace(inside[:len(inside)-1])
	}
	return text
}

// oneWord reports whether a spelling has nothing in it that a construction is made with.
func oneWord(text string) bool {
	for i := range len(text) {
		if !alnumByte(text[i]) {
			return false
		}
	}
	return !strings.HasPrefix(text, "arrayOf")
}

func word(t lexicon.TypeWord) *typeExpr {
	return &typeExpr{base: t.Base, bits: t.Bits, format: t.Format, loose: t.Loose}
}

// typeForms are the constructions, tried in order.
func typeForms() [8]func(*reader, string, int) *typeExpr {
	return [...]func(*reader, string, int) *typeExpr{
		(*reader).firstLine, (*reader).alternatives, (*reader).suffixList, (*reader).prefixList,
		(*reader).swaggerList, (*reader).generic, (*reader).bracketed, (*reader).wordPair,
	}
}

// firstLine: a type with a remark on a second line.
func (r *reader) firstLine(text string, depth int) *typeExpr {
	if first, _, ok := strings.Cut(text, "\n"); ok {
		return r.parseType(first, depth+1)
	}
	return nil
}

// alternatives: string¦null, int/string.
func (r *reader) alternatives(text string, depth int) *typeExpr {
	if depth > 1 {
		return nil
	}
	for _, sep := range []string{"¦", "|", "/", "或", " or ", "、", "，", ","} {
		a, b, ok := strings.Cut(text, sep)
		if !ok || strings.Count(a, "<") != strings.Count(a, ">") || strings.Count(a, "(") != strings.Count(a, ")") || strings.Count(a, "«") != strings.Count(a, "»") || strings.Count(a, "[") != strings.Count(a, "]") {
			continue
		}
		first, second := r.parseType(a, depth+1), r.parseType(b, depth+1)
		if first == nil || second == nil || first.name != "" && second.name != "" {
			continue
		}
		if second.name != "" && first.base != lexicon.NoBase && len(sep) == len(",") && sep != "/" && sep != "|" || second.name != "" && (sep == "，" || sep == "、") {
			return first // "string, 选填": a remark, not another type
		}
		if first.base == lexicon.NullBase {
			first, second = second, first
		}
		if second.base == lexicon.NullBase {
			first.nullable = true
		} else if second.base != first.base {
			first.also = second
		}
		return first
	}
	return nil
}

var listSuffixes = []string{"[]", "［］", "[0]", "[n]", "[N]", "数组", "列表", "集合", "(array)", "(list)", "-array", "_array"}

// suffixList: X[], X数组, X列表.
func (r *reader) suffixList(text string, depth int) *typeExpr {
	for _, s := range listSuffixes {
		if head, ok := strings.CutSuffix(text, s); ok && strings.TrimSpace(head) != "" {
			e := r.parseType(head, depth+1)
			if e == nil || e.base == lexicon.ArrayBase && e.elem == nil {
				return &typeExpr{base: lexicon.ArrayBase}
			}
			return &typeExpr{base: lexicon.ArrayBase, elem: e}
		}
	}
	return nil
}

// prefixList: []X, [X], array of X.
func (r *reader) prefixList(text string, depth int) *typeExpr {
	rest, ok := strings.CutPrefix(text, "[]")
	if !ok && strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		rest, ok = text[1:len(text)-1], true
	}
	for _, p := range []string{"array of ", "list of ", "Array of ", "List of ", "arrayOf"} {
		if !ok {
			rest, ok = strings.CutPrefix(text, p)
		}
	}
	if !ok {
		return nil
	}
	return &typeExpr{base: lexicon.ArrayBase, elem: r.parseType(rest, depth+1)}
}

// swaggerList: < integer (int32) > array.
func (r *reader) swaggerList(text string, depth int) *typeExpr {
	if !strings.HasPrefix(text, "<") {
		return nil
	}
	end := strings.LastIndexByte(text, '>')
	if end < 0 {
		return nil
	}
	if w, ok := r.lex.Type(text[end+1:]); ok && (w.Base == lexicon.ArrayBase || w.Base == lexicon.MapBase) {
		args := splitArgs(text[1:end]) // < string, object > map
		return &typeExpr{base: w.Base, elem: r.parseType(args[len(args)-1], depth+1)}
	}
	return nil
}

var typeBrackets = []struct{ open, close string }{{"<", ">"}, {"«", "»"}, {"[", "]"}, {"＜", "＞"}, {"{", "}"}, {"&lt;", "&gt;"}}

// generic: List<X>, Map<String, X>, Page«X», array[X].
func (r *reader) generic(text string, depth int) *typeExpr {
	for _, b := range typeBrackets {
		open := strings.Index(text, b.open)
		if open <= 0 || !strings.HasSuffix(text, b.close) {
			continue
		}
		return r.applied(text[:open], text[open+len(b.open):len(text)-len(b.close)], text, depth)
	}
	return nil
}

// applied is a generic type with its arguments.
func (r *reader) applied(head, inside, text string, depth int) *typeExpr {
	args := splitArgs(inside)
	w, known := r.lex.Type(head)
	switch {
	case known && w.Base == lexicon.ArrayBase:
		return &typeExpr{base: lexicon.ArrayBase, elem: r.parseType(args[0], depth+1)}
	case known && (w.Base == lexicon.MapBase || w.Base == lexicon.ObjectBase && len(args) == 2):
		return &typeExpr{base: lexicon.MapBase, elem: r.parseType(args[len(args)-1], depth+1)}
	case known:
		return word(w)
	case identifier(strings.TrimSpace(head)) || wordy(head):
		e := &typeExpr{name: strings.TrimSpace(text), head: strings.TrimSpace(head)}
		for _, a := range args {
			e.args = append(e.args, r.parseType(a, depth+1))
		}
		return e
	}
	return nil
}

// splitArgs cuts at commas outside of brackets.
func splitArgs(s string) []string {
	var out []string
	depth, from := 0, 0
	for i, c := range s {
		switch c {
		case '<', '«', '[', '(', '{':
			depth++
		case '>', '»', ']', ')', '}':
			depth--
		case ',', '，':
			if depth == 0 {
				out = append(out, s[from:i])
				from = i + utf8.RuneLen(c)
			}
		}
	}
	return append(out, s[from:])
}

// bracketed: integer(int64), varchar(50), List(String), number (double).
func (r *reader) bracketed(text string, depth int) *typeExpr {
	open := strings.IndexAny(text, "(（")
	if open <= 0 {
		return nil
	}
	_, size := utf8.DecodeRuneInString(text[open:])
	inside, _, _ := strings.Cut(text[open+size:], ")")
	inside, _, _ = strings.Cut(inside, "）")
	head := r.parseType(text[:open], depth+1)
	if head == nil {
		return nil
	}
	detail, known := r.lex.Type(inside)
	switch {
	case head.base == lexicon.ArrayBase && head.elem == nil:
		if elem := r.parseType(inside, depth+1); elem != nil && (elem.base != lexicon.NoBase || identifier(inside)) && elem.base != lexicon.ArrayBase {
			head.elem = elem
		}
	case known && head.base != lexicon.NoBase && detail.Base == lexicon.ArrayBase:
		return &typeExpr{base: lexicon.ArrayBase, elem: head}
	case known && (head.base == lexicon.IntegerBase || head.base == lexicon.NumberBase) && (detail.Base == lexicon.IntegerBase || detail.Base == lexicon.NumberBase):
		if unicode.IsLetter(rune(inside[0])) {
			head.base, head.bits, head.loose = detail.Base, max(head.bits, detail.Bits), detail.Loose
		}
	case known && head.base == lexicon.StringBase:
		if detail.Base == lexicon.StringBase {
			head.format = detail.Format
		} else if detail.Base == lexicon.FileBase {
			head.base = lexicon.FileBase
		}
	default:
		head.length = strings.TrimSpace(inside)
	}
	return head
}

// wordPair: object array, array object, enum string, unsigned int, string varchar(50), dict object.
func (r *reader) wordPair(text string, depth int) *typeExpr {
	a, b, ok := strings.Cut(text, " ")
	if !ok {
		if a, b, ok = strings.Cut(text, ":"); !ok {
			return nil
		}
	}
	left, lok := r.lex.Type(a)
	right := r.parseType(b, depth+1)
	switch {
	case right != nil && right.base == lexicon.ArrayBase && right.elem == nil:
		return &typeExpr{base: lexicon.ArrayBase, elem: r.parseType(a, depth+1)}
	case lok && left.Base == lexicon.ArrayBase && right != nil:
		return &typeExpr{base: lexicon.ArrayBase, elem: right}
	case lok && left.Base == lexicon.EnumBase && right != nil && right.base != lexicon.NoBase:
		return right
	case strings.EqualFold(a, "unsigned") || strings.EqualFold(a, "signed"):
		return right
	case lok:
		return word(left)
	}
	return nil
}

// className takes an unknown word for the name of a type when it looks like one, or for a misspelling of a known word.
func (r *reader) className(text string) *typeExpr {
	if !identifier(text) && !wordy(text) {
		return nil
	}
	return &typeExpr{name: text, guess: r.memo.words.nearest(text)}
}

// wordy reports whether a text is one word of letters, Chinese ones included, and so may name a type.
func wordy(s string) bool {
	s = strings.TrimSpace(s)
	n := 0
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '.' {
			return false
		}
		n++
	}
	return n > 0 && n <= 24 && !unicode.IsDigit([]rune(s)[0])
}

// scalarKinds maps the lexicon's bases to the IR's kinds.
var scalarKinds = [...]ir.Kind{
	lexicon.AnyBase: ir.Any, lexicon.StringBase: ir.String, lexicon.IntegerBase: ir.Integer, lexicon.NumberBase: ir.Number,
	lexicon.BooleanBase: ir.Boolean, lexicon.FileBase: ir.File, lexicon.EnumBase: ir.String, lexicon.NullBase: ir.Any,
}
