package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/source"
)

// TestDiagnosticsReference keeps docs/diagnostics.md and its Chinese twin as the rules have it.
func TestDiagnosticsReference(t *testing.T) {
	for name, lang := range map[string]source.Lang{"diagnostics.md": source.English, "diagnostics.zh-CN.md": source.Chinese} {
		path := filepath.Join("../../docs", name)
		want := report.Reference(allRules(), lang)
		if *rewrite {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/%s is not what the rules say; run go test ./cmd/wenma -update (%v)", name, err)
		}
	}
}

var (
	kebab = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)
	verbs = regexp.MustCompile(`%(?:\[\d+\])?[+#]?[a-zA-Z]`)
)

// TestRulesAreWellFormed checks what every rule must have: a code of its own, texts in both languages that take the same
// arguments, and the style of messages.
func TestRulesAreWellFormed(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range allRules() {
		if !kebab.MatchString(r.Code) || codes[r.Code] {
			t.Errorf("code %q is not kebab-case of two words or more, or is taken", r.Code)
		}
		codes[r.Code] = true
		for what, m := range map[string]source.Message{"message": r.Message, "help": r.Help, "why": r.Why} {
			if (m.ZH == "") != (m.EN == "") || what != "help" && m.ZH == "" {
				t.Errorf("%s: the %s is not in both languages", r.Code, what)
			}
			if what != "why" && !slices.Equal(arguments(m.ZH), arguments(m.EN)) {
				t.Errorf("%s: the %s takes %v in Chinese and %v in English", r.Code, what, arguments(m.ZH), arguments(m.EN))
			}
		}
		if m := r.Message; strings.HasSuffix(m.EN, ".") || strings.HasSuffix(m.ZH, "。") || m.EN != "" && m.EN[0] >= 'A' && m.EN[0] <= 'Z' && !abbreviation(m.EN) {
			t.Errorf("%s: a message starts with no capital and ends with no full stop: %q, %q", r.Code, m.EN, m.ZH)
		}
	}
}

// arguments lists the arguments that a format takes, in an order that does not depend on the sentence.
func arguments(format string) []string {
	found := verbs.FindAllString(format, -1)
	if slices.ContainsFunc(found, func(v string) bool { return strings.Contains(v, "[") }) {
		slices.Sort(found)
	}
	return slices.Compact(found)
}

// abbreviation says that a text starts with a word such as URL or JSON.
func abbreviation(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return len(word) > 1 && strings.ToUpper(word) == word
}
