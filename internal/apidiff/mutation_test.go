package apidiff_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/parser"
)

// mutation is an edit of one row of a table; false where the row has nothing to edit.
type mutation struct {
	name string
	edit func(r *rand.Rand, row string) (string, bool)
}

var mutations = []mutation{
	{"drop the row", func(*rand.Rand, string) (string, bool) { return "", true }},
	{"flip 是 and 否", func(_ *rand.Rand, row string) (string, bool) {
		return cell(row, func(c string) (string, bool) {
			other := map[string]string{"是": "否", "否": "是", "true": "false", "false": "true", "Y": "N", "N": "Y", "必填": "选填", "必选": "可选", "可选": "必选"}[c]
			return other, other != ""
		})
	}},
	{"another type", func(r *rand.Rand, row string) (string, bool) {
		return cell(row, func(c string) (string, bool) {
			if !slices.Contains(typeWords, strings.ToLower(c)) {
				return "", false
			}
			return typeWords[r.IntN(len(typeWords))], true
		})
	}},
	{"other numbers", func(_ *rand.Rand, row string) (string, bool) {
		changed := strings.NewReplacer("1", "2", "2", "3", "10", "20", "100", "50", "32", "64", "20", "16").Replace(row)
		return changed, changed != row
	}},
}

var typeWords = []string{"string", "int", "long", "integer", "number", "double", "boolean", "object", "array", "string[]"}

// cell edits the first cell of a row that can be.
func cell(row string, edit func(string) (string, bool)) (string, bool) {
	cells := strings.Split(row, "|")
	for i, c := range cells {
		if text, ok := edit(strings.TrimSpace(c)); ok {
			cells[i] = " " + text + " "
			return strings.Join(cells, "|"), true
		}
	}
	return row, false
}

// mutated is a text with one row of its tables edited, the same one for the same seed.
func mutated(text string, m mutation, seed uint64) (string, bool) {
	r := rand.New(rand.NewPCG(seed, 1))
	lines := strings.SplitAfter(text, "\n")
	for _, i := range r.Perm(len(lines)) {
		if i < 2 || !isRow(lines[i]) || !isRow(lines[i-1]) {
			continue
		}
		if edited, ok := m.edit(r, strings.TrimSuffix(lines[i], "\n")); ok {
			lines[i] = edited + "\n"
			if edited == "" {
				lines[i] = ""
			}
			return strings.Join(lines, ""), true
		}
	}
	return "", false
}

// isRow reports whether a line is a row of a table and not the one below its header; the row before it must be one too.
func isRow(line string) bool {
	return strings.Count(line, "|") > 1 && strings.Trim(line, "|-: \t\r\n") != "" || strings.HasPrefix(line, "|--")
}

// TestOracleOnMutations: what holds for the pairs holds for the pages of specs with one row edited.
func TestOracleOnMutations(t *testing.T) {
	pages, err := filepath.Glob("../../specs/*/*.md")
	if err != nil || len(pages) < 20 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	rounds := uint64(3)
	if testing.Short() {
		rounds = 1
	}
	tried, differed := 0, 0
	used := make([]int, len(disagreements))
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		file, _ := parser.Decode("page.md", raw)
		for _, m := range mutations {
			for round := range rounds {
				text, ok := mutated(file.Text, m, seedOf(page, m.name, round))
				if !ok || filepath.Base(page) == "README.md" {
					continue
				}
				tried++
				name := fmt.Sprintf("%s, %s, round %d", filepath.Base(page), m.name, round)
				if mutationAgrees(t, name, file.Text, text, used) {
					differed++
				}
			}
		}
	}
	t.Logf("%d mutations, %d of which changed an operation", tried, differed)
	if differed < 100*int(rounds)/3 {
		t.Errorf("only %d mutations changed anything", differed)
	}
}

func seedOf(parts ...any) uint64 {
	h := fnv.New64a()
	fmt.Fprint(h, parts...)
	return h.Sum64()
}

// mutationAgrees judges a page before and after an edit and reports whether that changed an operation.
func mutationAgrees(t *testing.T, name, before, after string, used []int) (changed bool) {
	t.Helper()
	old, new := parsed(t, "page.md", before), parsed(t, "page.md", after)
	from, to := operations(t, old), operations(t, new)
	for key, v := range judge(t, old, new) {
		changed = changed || len(v.ours)+len(v.theirs) > 0
		for _, what := range append(v.unexplained(used), v.contradict(witnesses(t, from[key], to[key]))...) {
			t.Errorf("%s, %s: %s", name, key, what)
		}
	}
	return changed
}
