package config

import (
	"maps"
	"slices"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/source"
)

// Severities is how the project's severities are given to diagnostics: those of rules that are off are left out, others are
// changed. Rules are all that there are. A code that is none of theirs is reported, and so is a severity that is too low:
// what is an error is missing from what is generated, so it stays a warning at least, and the rules of this file stay errors.
func (c *Config) Severities(rules []*source.Rule) (func(source.Diagnostics) source.Diagnostics, source.Diagnostics) {
	var diags source.Diagnostics
	changed := make(map[string]string)
	for _, code := range slices.Sorted(maps.Keys(c.Rules)) {
		at := slices.IndexFunc(rules, func(r *source.Rule) bool { return r.Code == code })
		switch {
		case at < 0:
			diags.Add(unknownCode(c.Positions.Key("rules", code), code, rules))
		case rank(c.Rules[code]) < lowest(rules[at]):
			diags.Add(tooLow.At(c.Positions.Value("rules", code), code, severities[lowest(rules[at])]))
		default:
			changed[code] = c.Rules[code]
		}
	}
	diags.Sort()
	return func(found source.Diagnostics) source.Diagnostics { return weighed(found, changed) }, diags
}

// severities are the words of the file, by rank.
var severities = []string{"off", "info", "warning", "error"}

func rank(word string) int { return slices.Index(severities, word) }

func rankOf(s source.Severity) int { return int(s) + 1 }

// lowest is the rank that a rule's diagnostics have at least.
func lowest(r *source.Rule) int {
	switch {
	case slices.Contains(Rules, r):
		return rankOf(r.Severity)
	case r.Severity == source.Error:
		return rankOf(source.Warning)
	}
	return 0
}

// weighed are diagnostics with the severities that the project gives them. Those handed in stay as they are.
func weighed(found source.Diagnostics, changed map[string]string) source.Diagnostics {
	if len(changed) == 0 {
		return found
	}
	out := make(source.Diagnostics, 0, len(found))
	for _, d := range found {
		word, ok := changed[d.Rule.Code]
		switch {
		case !ok:
			out = append(out, d)
		case word != "off":
			other := *d
			other.Severity = source.Severity(rank(word) - 1)
			out = append(out, &other)
		}
	}
	return out
}

func unknownCode(at source.Span, code string, rules []*source.Rule) *source.Diagnostic {
	codes := make([]string, len(rules))
	for i, r := range rules {
		codes[i] = r.Code
	}
	if near := nearest.Of(code, codes); near != "" {
		return misspeltRule.At(at, code, near).Replace(at, near)
	}
	return unknownRule.At(at, code)
}
