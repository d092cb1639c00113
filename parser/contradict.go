package parser

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// contradicted compares the rules of a field with the values that samples show for it. What is really sent knows better: a
// list with a value missing is open, and a bound that a sample breaks is none. Both are reported.
func (r *reader) contradicted(f *ir.Field) {
	if len(f.Rules) == 0 && enumOf(f.Type) == nil {
		return
	}
	for _, v := range r.shown[f] {
		if v.Kind == ir.ArrayKind {
			for _, e := range v.Elems {
				r.contradict(f, e)
			}
		}
		r.contradict(f, v)
	}
}

func (r *reader) contradict(f *ir.Field, v *ir.JSON) {
	if r.meaningless(v) || describes(f, v) {
		return
	}
	if enum := enumOf(f.Type); enum != nil && !enum.Open && !listed(enum, v.Text) {
		enum.Open = true
		r.diags.Add(valueNotListed.At(enum.Where(), f.Name.Value).Also(v.Span, "样例中是这个值", "the sample shows this value"))
		return
	}
	if enumOf(f.Type) != nil || ir.KindOf(f.Type) == ir.ArrayKind {
		return
	}
	kept := f.Rules[:0]
	for _, rule := range f.Rules {
		if breaks(rule, v) {
			r.diags.Add(sampleBreaksRule.At(rule.Where(), f.Name.Value).Also(v.Span, "样例中是这个值", "the sample shows this value"))
			continue
		}
		kept = append(kept, rule)
	}
	f.Rules = kept
}

// meaningless reports whether a value in a sample says nothing: null, an empty string, the zeros and type words that exporters
// fill in, a masked value.
func (r *reader) meaningless(v *ir.JSON) bool {
	switch v.Kind {
	case ir.Integer, ir.Number:
		_, word := r.lex.Type(v.Text)
		return word || strings.Trim(v.Text, "0.") == ""
	case ir.String:
		_, word := r.lex.Type(v.Text)
		return word || strings.TrimSpace(v.Text) == "" || strings.ContainsAny(v.Text, "*…{}<>") || strings.Contains(v.Text, "xxx") || strings.Contains(v.Text, "...")
	}
	return true
}

// describes reports whether a sample has the description of a field in place of its value: what the table says of it or calls it, or the
// values that it lists.
func describes(f *ir.Field, v *ir.JSON) bool {
	if v.Kind != ir.String {
		return false
	}
	shown := lexicon.Fold(v.Text)
	for _, said := range [...]string{f.Doc.Value, f.Label.Value, firstClause(f.Doc.Value)} {
		if said = lexicon.Fold(said); utf8.RuneCountInString(said) > 1 && strings.Contains(shown, said) {
			return true
		}
	}
	enum := enumOf(f.Type)
	return enum != nil && len(enum.Values) > 1 && strings.ContainsFunc(v.Text, func(c rune) bool { return c > unicode.MaxLatin1 }) &&
		!slices.ContainsFunc(enum.Values, func(e ir.EnumValue) bool { return !strings.Contains(v.Text, e.Value.Value) })
}

func enumOf(t ir.Type) *ir.Enum {
	switch t := t.(type) {
	case *ir.Enum:
		return t
	case *ir.List:
		return enumOf(t.Elem)
	case *ir.Ref:
		return enumOf(t.Target.Type)
	}
	return nil
}

// listed reports whether a list holds a value, or all the parts of a text that holds several between commas.
func listed(enum *ir.Enum, value string) bool {
	parts := []string{value}
	if enum.Base != nil && enum.Base.Format == "csv" {
		parts = strings.Split(value, ",")
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if !slices.ContainsFunc(enum.Values, func(v ir.EnumValue) bool { return v.Value.Value == part }) {
			return false
		}
	}
	return true
}

// breaks reports whether a value is against a rule about its length or size, or about how it is written.
func breaks(rule ir.Rule, v *ir.JSON) bool {
	switch rule := rule.(type) {
	case *ir.Length:
		if v.Kind != ir.String {
			return false
		}
		n := int64(utf8.RuneCountInString(v.Text))
		switch {
		case rule.Bytes:
			n = int64(len(v.Text))
		case rule.Parts:
			n = int64(strings.Count(v.Text, ",")) + 1
		}
		return rule.Min != nil && n < *rule.Min || rule.Max != nil && n > *rule.Max
	case *ir.Range:
		return outside(rule, v.Text)
	case *ir.Decimals:
		return !decimals(rule, v.Text)
	case *ir.Characters:
		return v.Kind == ir.String && !rule.Takes(v.Text)
	case *ir.Affix:
		return v.Kind == ir.String && !rule.Takes(v.Text)
	case *ir.Pattern:
		expr, err := regexp.Compile("^(?:" + rule.Expr + ")$")
		return v.Kind == ir.String && err == nil && !expr.MatchString(v.Text)
	}
	return false
}

// decimals reports whether a text is a number with as many digits behind the point as the rule allows, zeros at its end aside.
func decimals(rule *ir.Decimals, text string) bool {
	_, ok := number(text)
	_, fraction, _ := strings.Cut(text, ".")
	return ok && int64(len(strings.TrimRight(fraction, "0"))) <= rule.Max
}

// maxDigits is how long a number is that is compared: an exponent of a million digits is no amount of anything.
const maxDigits = 40

func outside(rule *ir.Range, text string) bool {
	compare := func(bound string) (int, bool) {
		a, ok1 := number(text)
		b, ok2 := number(bound)
		if !ok1 || !ok2 {
			return 0, false
		}
		return a.Cmp(b), true
	}
	if c, ok := compare(rule.Min); ok && (c < 0 || c == 0 && rule.ExclusiveMin) {
		return true
	}
	c, ok := compare(rule.Max)
	return ok && (c > 0 || c == 0 && rule.ExclusiveMax)
}

func number(text string) (*big.Rat, bool) {
	if text == "" || len(text) > maxDigits || strings.Trim(text, "-0123456789.") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}
