// Package prose reads the rules that a field's description states in plain words: the values and what they mean,
// limits, defaults, formats, units, and when the field must be there.
//
// A rule is mined only when a careful reader would bet on it. What stands behind 如, 例如 or 示例 is an example and
// yields nothing. Reading is by a tokenizer and a few shapes; the words are in tables.
package prose

import (
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Rules are what a description states about its field. A nil or empty member is something it does not state. Every
// finding carries the place it was read from.
type Rules struct {
	Enum    *Enum
	Twice   *ir.Text // the second place of a value that a list gives two meanings, for which there is no Enum
	Default *ir.Text // a literal of the field's kind; "true" or "false" for a boolean, however the page spells it
	// Min and Max bound a number, also one that travels in a string.
	Min, Max             *Bound
	MinLength, MaxLength *Count // characters
	MinBytes, MaxBytes   *Count
	MinItems, MaxItems   *Count   // of an array, or of the parts of a csv string
	Decimals             *Count   // most digits behind the point
	Characters           *ir.Text // the class as ir.Characters has it, at the words that name it
	Prefix, Suffix       *Affix
	Pattern              *ir.Text
	// Format is date-time, date, time, unix-seconds, unix-millis, email, phone, url, ip, uuid, md5, base64, json, csv
	// or id-card; empty when the text names none.
	Format     string
	FormatAt   source.Span
	Layout     *ir.Text // in the page's own letters
	Unit       *ir.Text // as written
	Presence   ir.Presence
	PresenceAt source.Span
	// When is the clause that makes presence or meaning depend on something. Presence is Conditional only where the clause
	// says that the field must be there.
	When       *ir.Text
	Deprecated *ir.Text
}

// Enum is a list of values, with labels where the text gives them. Open says that there may be further values. Heard says that
// the words may be what the values mean: they are the values where a sample shows one of them.
type Enum struct {
	Values []ir.EnumValue
	Open   bool
	Heard  bool
	Span   source.Span
}

// Bound is one end of a range: a decimal literal as written.
type Bound struct {
	Literal   string
	Exclusive bool
	Span      source.Span
}

// Count is a bound of a length or of a number of items.
type Count struct {
	N    int64
	Span source.Span
}

// maxText is how many bytes of a description are read; nobody states a rule after that.
const maxText = 8 << 10

// Mine reads the rules that a description states about its field. t.Value is free of markup, with \n for line breaks;
// kind is the declared kind of the field, ir.Any when unknown.
func Mine(t ir.Text, kind ir.Kind) Rules {
	if kind == ir.Null || !promising(t.Value) {
		return Rules{}
	}
	t.Value, t.Span = clip(t)
	return (&reader{text: t, s: t.Value, kind: kind}).read()
}

func (r *reader) read() Rules {
	r.tokenize()
	r.mineEnum()
	r.splitClauses()
	r.mineUnit()
	r.mineFormat()
	r.mineDefault()
	r.mineLimits()
	r.mineDecimals()
	r.mineCharacters()
	r.mineAffixes()
	r.minePattern()
	r.minePresence()
	r.mineDeprecated()
	return r.rules
}

// reader is one description being read.
type reader struct {
	text    ir.Text
	s       string // text.Value, behind the header that introduces it
	lead    int    // how many bytes of s are that header
	kind    ir.Kind
	tokens  []token
	clauses []clause
	listed  stretch // what the enum covers
	// openList says that the text itself has the list go on; openness for another reason is left aside.
	openList bool
	// defaultAt is the clause that states the default.
	defaultAt stretch
	// exact is the length that the text gives, and several says that it gives others too: it speaks of different things.
	exact   string
	several bool
	further int // what lastFurther found; 0 before it looked
	rules   Rules
}

// stretch is a half-open range of bytes of the text.
type stretch struct{ start, end int }

func (s stretch) empty() bool          { return s.end <= s.start }
func (s stretch) has(offset int) bool  { return offset >= s.start && offset < s.end }
func (s stretch) meets(o stretch) bool { return s.start < o.end && o.start < s.end }

// clip bounds what is read.
func clip(t ir.Text) (string, source.Span) {
	if len(t.Value) <= maxText {
		return t.Value, t.Span
	}
	end := maxText
	for end > 0 && !utf8.RuneStart(t.Value[end]) {
		end--
	}
	span := t.Span
	if span.Text() == t.Value {
		span = span.Sub(0, end)
	}
	return t.Value[:end], span
}

// promising reports whether the text has anything that a rule could be made of: a digit, a Latin letter or sign, or the
// first character of a key word.
func promising(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c > ' ' && c != ',' && c != '.' && c != '(' && c != ')' {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if trigger(r) {
			return true
		}
		i += size
	}
	return containsAny(s, writtenWords)
}

// writtenWords say how a value is written; their first characters are too common for a trigger.
var writtenWords = []string{"小数", "数字", "字母"}

// trigger reports the first characters of the words that say something without a digit or a Latin letter.
func trigger(r rune) bool {
	switch r {
	case '默', '缺', '单', '逗', '戳', '枚', '取', '值', '必', '选', '可', '非', '不', '手', '机', '邮', '链', '网', '身', '电', // words
		'废', '弃', '下', '作', '仅', '只', '若', '当', '如', '二', '互', '首', '为', '正', '自', '秒', '分', '元', '精', '时', '或', '根',
		'男', '℃', '‰', '％', '米', '克', '角', '年', '月', '天', '吨', '斤', '像', '度':
		return true
	}
	return false
}
