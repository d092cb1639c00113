package apidiff

import (
	"slices"
	"strconv"
	"strings"
)

// field compares a field that both states have. What one side gives, the other takes: callers give requests and servers
// answers, so what narrows a request breaks callers and what widens it breaks servers; for answers it is the other way round.
func (d *differ) field(old, new *Field) {
	c := comparison{differ: d, old: old, new: new, giver: !new.Response()}
	if new.Deprecated && !old.Deprecated {
		d.add(FieldDeprecated, "", "", false, false, old, new)
	}
	if old.Type != new.Type {
		if callers, servers := c.types(); !callers || !servers {
			c.presence()
			c.nulls()
		}
		return
	}
	for _, kind := range without(new.Also, old.Also) {
		c.wider(AlternativeAdded, "", kind)
	}
	for _, kind := range without(old.Also, new.Also) {
		c.narrower(AlternativeRemoved, kind, "")
	}
	c.format()
	c.presence()
	c.nulls()
	c.values()
	c.limits()
	if old.Default != new.Default {
		d.add(DefaultChanged, old.Default, new.Default, false, false, old, new)
	}
}

// comparison is that of one field.
type comparison struct {
	*differ
	old, new *Field
	giver    bool // callers give the field: it is part of a request
}

func (c comparison) narrower(kind Kind, from, to string) {
	c.add(kind, from, to, c.giver, !c.giver, c.old, c.new)
}

func (c comparison) wider(kind Kind, from, to string) {
	c.add(kind, from, to, !c.giver, c.giver, c.old, c.new)
}

// types compares fields of different types. What samples show besides counts too: a page that says integer and shows text allows
// both. Where each takes the other's, what is in them differs: lists of something else.
func (c comparison) types() (breaksCallers, breaksServers bool) {
	wider, narrower := takesAll(c.new, c.old), takesAll(c.old, c.new)
	switch {
	case wider && narrower && scalar(c.old) && scalar(c.new): // what the table says and what samples show changed places
	case wider == narrower:
		breaksCallers, breaksServers = true, true
	default:
		breaksCallers, breaksServers = narrower == c.giver, wider == c.giver
	}
	c.add(TypeChanged, c.old.Type, c.new.Type, breaksCallers, breaksServers, c.old, c.new)
	return breaksCallers, breaksServers
}

// scalar reports whether the field has no parts, in samples either.
func scalar(f *Field) bool {
	return !slices.ContainsFunc(append([]string{f.Type}, f.Also...), func(t string) bool { return t == "array" || t == "object" || t == "map" })
}

// takesAll reports whether all values that one field may have are values of the other's types.
func takesAll(wider, narrower *Field) bool {
	for _, kind := range append([]string{narrower.Type}, narrower.Also...) {
		if !slices.ContainsFunc(append([]string{wider.Type}, wider.Also...), func(w string) bool { return takes(w, kind) }) {
			return false
		}
	}
	return true
}

// takes reports whether all values of a type are values of the wider one.
func takes(wider, narrower string) bool {
	return wider == narrower || wider == "any" || wider == "number" && narrower == "integer"
}

// format compares how values are written. An integer of no size promises nothing.
func (c comparison) format() {
	from, to := c.old.Format, c.new.Format
	size := func(format string) int {
		n, _ := strconv.Atoi(strings.TrimPrefix(format, "int"))
		return n
	}
	switch was, is := size(from), size(to); {
	case from == to, c.new.Type == "integer" && (from == "" && is > 0 || was > 0 && to == ""):
	case from == "" || was > is && is > 0:
		c.narrower(FormatChanged, from, to)
	case to == "" || is > was && was > 0:
		c.wider(FormatChanged, from, to)
	default:
		c.add(FormatChanged, from, to, true, true, c.old, c.new)
	}
}

// presence compares whether the field must be there. A condition under which it must is part of that.
func (c comparison) presence() {
	switch {
	case c.new.Required && !c.old.Required:
		c.narrower(RequiredAdded, mustBe(c.old), "")
	case c.old.Required && !c.new.Required:
		c.wider(RequiredRemoved, "", mustBe(c.new))
	}
}

// mustBe is the condition under which a field must be there; empty for none.
func mustBe(f *Field) string {
	i := slices.IndexFunc(f.Rules, demands)
	if i < 0 {
		return ""
	}
	return f.Rules[i]
}

func demands(rule string) bool { return strings.HasPrefix(rule, "required ") }

// nulls compares whether samples show null.
func (c comparison) nulls() {
	switch {
	case c.new.Nullable && !c.old.Nullable:
		c.wider(NullableAdded, "", "")
	case c.old.Nullable && !c.new.Nullable:
		c.narrower(NullableRemoved, "", "")
	}
}

// values compares lists of values. No list means any value; so does an open one.
func (c comparison) values() {
	old, new := c.old.Values, c.new.Values
	wasClosed, isClosed := len(old) > 0 && !c.old.Open, len(new) > 0 && !c.new.Open
	switch {
	case isClosed && !wasClosed:
		c.narrower(ValuesClosed, "", strings.Join(new, ", "))
	case wasClosed && !isClosed:
		c.wider(ValuesOpened, strings.Join(old, ", "), strings.Join(new, ", "))
	case isClosed:
		for _, v := range without(new, old) {
			c.wider(ValueAdded, "", v)
		}
		for _, v := range without(old, new) {
			c.narrower(ValueRemoved, v, "")
		}
	}
}

// limits compares the rules. One of the same kind on both sides is one that changed.
func (c comparison) limits() {
	old, new := limitsOf(c.old), limitsOf(c.new)
	if c.old.Required != c.new.Required { // said by presence
		old, new = slices.DeleteFunc(old, limit.demands), slices.DeleteFunc(new, limit.demands)
	}
	for _, n := range new {
		i := slices.IndexFunc(old, func(o limit) bool { return o.key == n.key })
		if i < 0 {
			c.narrower(RuleAdded, "", n.text)
			continue
		}
		c.limit(old[i], n)
		old = slices.Delete(old, i, i+1)
	}
	for _, o := range old {
		c.wider(RuleRemoved, o.text, "")
	}
}

func (l limit) demands() bool { return demands(l.text) }

func (c comparison) limit(old, new limit) {
	tighter, looser := new.extent.within(old.extent), old.extent.within(new.extent)
	switch {
	case old.text == new.text, tighter && looser:
	case tighter:
		c.narrower(RuleTightened, old.text, new.text)
	case looser:
		c.wider(RuleLoosened, old.text, new.text)
	default:
		c.add(RuleChanged, old.text, new.text, true, true, c.old, c.new)
	}
}

// without are the texts of a that b does not have.
func without(a, b []string) []string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}
