package generator

import (
	"math"
	"math/big"
	"regexp/syntax"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// checks are the checks for a field's rules; a rule that says nothing about values of the field's type is none.
func (p *planner) checks(f *ir.Field, out *templates.Field) []templates.Check {
	var checks []templates.Check
	rules := f.Rules
	if out.Type.Named != nil && closedList(f.Type) != nil {
		rules = nil // the list says all that can be wrong
	}
	for _, rule := range rules {
		switch r := rule.(type) {
		case *ir.NotEmpty:
			if sized(out.Type.Kind) {
				checks = append(checks, templates.Check{Kind: templates.NotEmpty})
			}
		case *ir.Length:
			checks = append(checks, lengthCheck(r, out.Type.Kind)...)
		case *ir.Range:
			checks = append(checks, rangeChecks(r, out.Type.Kind)...)
		case *ir.Pattern:
			checks = append(checks, p.patternCheck(r, out)...)
		case *ir.Decimals:
			checks = append(checks, decimalsCheck(r, out.Type)...)
		case *ir.Characters:
			checks = append(checks, charactersCheck(r, out.Type)...)
		case *ir.Affix:
			checks = append(checks, affixCheck(r, out.Type)...)
		}
	}
	checks = append(checks, amountCheck(rules, out.Type)...)
	if e := closedList(f.Type); e != nil && out.Type.Named == nil {
		checks = append(checks, oneOf(e, out.Type.Kind)...)
	}
	return append(checks, formatCheck(f, out.Type)...)
}

// closedList is the enumeration that a type is or means, nil where values can be others than those listed.
func closedList(t ir.Type) *ir.Enum {
	if ref, ok := t.(*ir.Ref); ok && ref.Target != nil {
		t = ref.Target.Type
	}
	if e, ok := t.(*ir.Enum); ok && !e.Open && e.Base != nil && e.Base.Format != listInText {
		return e
	}
	return nil
}

func sized(k templates.Kind) bool {
	return k == templates.Text || k == templates.List || k == templates.Map
}

func lengthCheck(r *ir.Length, kind templates.Kind) []templates.Check {
	c := templates.Check{Kind: templates.Length, Max: -1}
	switch {
	case r.Parts && kind == templates.Text:
		c.Kind = templates.Parts
	case r.Bytes && kind == templates.Text:
		c.Kind = templates.ByteLength
	}
	if r.Min != nil {
		c.Min = int(max(*r.Min, 0))
	}
	if r.Max != nil {
		c.Max = int(max(*r.Max, 0))
	}
	if !sized(kind) || c.Min == 0 && c.Max < 0 || c.Max >= 0 && c.Min > c.Max {
		return nil
	}
	return []templates.Check{c}
}

func rangeChecks(r *ir.Range, kind templates.Kind) []templates.Check {
	switch kind {
	case templates.Integer:
		return integerRange(r)
	case templates.Number:
		return numberRange(r)
	}
	return nil
}

// integerRange takes exclusive and fractional bounds to the integers within them.
func integerRange(r *ir.Range) []templates.Check {
	low, high := integerBound(r.Min, r.ExclusiveMin, 1), integerBound(r.Max, r.ExclusiveMax, -1)
	if low == "" && high == "" {
		return nil
	}
	return []templates.Check{{Kind: templates.Range, Low: low, High: high}}
}

// integerBound is the nearest integer that a bound lets through, towards is 1 for a lower bound and -1 for an upper one. A
// bound beyond all integers is none.
func integerBound(text string, exclusive bool, towards int64) string {
	bound, ok := decimal(text)
	if !ok {
		return ""
	}
	n := new(big.Int).Quo(bound.Num(), bound.Denom()) // towards zero
	if bound.Sign() == int(towards) && !bound.IsInt() {
		n.Add(n, big.NewInt(towards))
	} else if exclusive && bound.IsInt() {
		n.Add(n, big.NewInt(towards))
	}
	if !n.IsInt64() {
		return ""
	}
	return n.String()
}

func numberRange(r *ir.Range) []templates.Check {
	var checks []templates.Check
	inclusive := templates.Check{Kind: templates.Range}
	if low := floatBound(r.Min); low != "" && r.ExclusiveMin {
		checks = append(checks, templates.Check{Kind: templates.Above, Low: low})
	} else {
		inclusive.Low = low
	}
	if high := floatBound(r.Max); high != "" && r.ExclusiveMax {
		checks = append(checks, templates.Check{Kind: templates.Below, High: high})
	} else {
		inclusive.High = high
	}
	if inclusive.Low != "" || inclusive.High != "" {
		checks = append(checks, inclusive)
	}
	return checks
}

func floatBound(text string) string {
	bound, ok := decimal(text)
	if !ok {
		return ""
	}
	f, _ := bound.Float64()
	if math.IsInf(f, 0) {
		return ""
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// maxBound is how long a bound's text may be: an exponent of a million digits is no limit that anybody means.
const maxBound = 40

func decimal(text string) (*big.Rat, bool) {
	if text == "" || len(text) > maxBound || strings.ContainsAny(text, "eEpP/_xXoObB") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// maxPattern is how long an expression may be: no page means a longer one.
const maxPattern = 1000

func usable(expr string) bool {
	_, err := syntax.Parse("^(?:"+expr+")$", syntax.Perl)
	return err == nil && len(expr) <= maxPattern
}

func (p *planner) patternCheck(r *ir.Pattern, out *templates.Field) []templates.Check {
	if out.Type.Kind != templates.Text {
		return nil
	}
	if !usable(r.Expr) {
		if r.Span.Known() {
			p.diags.Add(badPattern.At(r.Span, clean(r.Expr)))
		}
		return nil
	}
	return []templates.Check{{Kind: templates.Pattern, Expr: r.Expr}}
}

// namePatterns names the variables that hold the compiled expressions after the fields that they check, so that no other page has a part
// in what they are called.
func (p *planner) namePatterns() {
	for _, s := range p.allStructs() {
		for _, f := range s.Fields {
			for i := range f.Checks {
				if c := &f.Checks[i]; c.Kind == templates.Pattern {
					c.Var = p.names.take(claim{name: "patternOf" + s.Name + f.Name}, &p.diags)
				}
			}
		}
	}
}

func oneOf(e *ir.Enum, kind templates.Kind) []templates.Check {
	c := templates.Check{Kind: templates.OneOf}
	seen := make(map[string]bool)
	var shown []string
	for _, v := range e.Values {
		if literal, ok := literalOf(kind, v.Value.Value); ok && !seen[literal] {
			seen[literal] = true
			c.Values = append(c.Values, literal)
			shown = append(shown, clean(v.Value.Value))
		}
	}
	if len(c.Values) == 0 || kind == templates.Boolean {
		return nil
	}
	c.Want = strings.Join(shown, ", ")
	return []templates.Check{c}
}

// literalOf is a value as a Go literal of the kind.
func literalOf(kind templates.Kind, text string) (string, bool) {
	switch kind {
	case templates.Text:
		return strconv.Quote(text), true
	case templates.Integer:
		n, err := strconv.ParseInt(text, 10, 64)
		return strconv.FormatInt(n, 10), err == nil
	case templates.Number:
		f, err := strconv.ParseFloat(text, 64)
		return strconv.FormatFloat(f, 'g', -1, 64), err == nil && !math.IsNaN(f) && !math.IsInf(f, 0)
	case templates.Boolean:
		return text, text == "true" || text == "false"
	}
	return "", false
}

// amountCheck is the one check of a number that travels as text, for all rules about it.
func amountCheck(rules []ir.Rule, t *templates.Type) []templates.Check {
	if !plainText(t) {
		return nil
	}
	c := templates.Check{Kind: templates.Decimal}
	for _, rule := range rules {
		switch r := rule.(type) {
		case *ir.Range:
			c.Low, c.High = decimalBound(r.Min, ">", r.ExclusiveMin), decimalBound(r.Max, "<", r.ExclusiveMax)
		case *ir.Decimals:
			if countable(r) {
				c.Kind, c.Max = templates.Amount, int(r.Max)
			}
		}
	}
	if c.Kind == templates.Decimal && c.Low == "" && c.High == "" {
		return nil
	}
	return []templates.Check{c}
}

// plainText reports whether values are texts that are no more than that: neither times nor an enumeration.
func plainText(t *templates.Type) bool { return t.Kind == templates.Text && t.Named == nil }

// maxDecimals is more digits behind the point than a number of 64 bits has use for.
const maxDecimals = 30

func countable(r *ir.Decimals) bool { return r.Max >= 0 && r.Max <= maxDecimals }

func decimalsCheck(r *ir.Decimals, t *templates.Type) []templates.Check {
	if t.Kind != templates.Number || t.Named != nil || !countable(r) {
		return nil
	}
	return []templates.Check{{Kind: templates.Decimals, Max: int(r.Max)}}
}

func charactersCheck(r *ir.Characters, t *templates.Type) []templates.Check {
	if !plainText(t) || r.Class == "" {
		return nil
	}
	return []templates.Check{{Kind: templates.Characters, Want: r.Class}}
}

func affixCheck(r *ir.Affix, t *templates.Type) []templates.Check {
	c := templates.Check{Kind: templates.Prefix}
	if r.End {
		c.Kind = templates.Suffix
	}
	for _, text := range r.Texts {
		c.Values = append(c.Values, strconv.Quote(text.Value))
	}
	if !plainText(t) || len(c.Values) == 0 {
		return nil
	}
	return []templates.Check{c}
}

func decimalBound(text, sign string, exclusive bool) string {
	if _, ok := decimal(text); !ok || strings.Trim(text, "-0123456789.") != "" {
		return ""
	}
	if !exclusive {
		sign += "="
	}
	return sign + " " + text
}

// formatFunctions know the formats that can be told for certain. Phone numbers, addresses of pages and identity cards are
// written in too many ways that work.
var formatFunctions = map[string]string{
	"ip": "isIP", "uuid": "isUUID", "md5": "isMD5", "json": "isJSON", "base64": "isBase64", "byte": "isBase64", "email": "isEmail",
}

// formatCheck is the check of a format or layout that the page states in words; what only samples show is not checked.
func formatCheck(f *ir.Field, t *templates.Type) []templates.Check {
	s, ok := f.Type.(*ir.Scalar)
	if !ok || s.Evident || t.Kind != templates.Text {
		return nil
	}
	if t.Named != nil {
		if s.Layout.Empty() {
			return nil
		}
		return []templates.Check{{Kind: templates.Moment, Want: clean(s.Layout.Value)}}
	}
	if name := formatFunctions[s.Format]; name != "" && !(s.Format == "md5" && otherLength(f)) {
		return []templates.Check{{Kind: templates.Format, Var: name, Want: s.Format}}
	}
	return nil
}

// otherLength reports whether the page gives a sum another length than MD5 has: half of one is in use too.
func otherLength(f *ir.Field) bool {
	for _, rule := range f.Rules {
		if r, ok := rule.(*ir.Length); ok && r.Max != nil && *r.Max < 32 {
			return true
		}
	}
	return false
}
