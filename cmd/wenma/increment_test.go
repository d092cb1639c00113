package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/manypages"
)

// TestIncrementIsAFullRun edits pages one after the other, at random but the same each time. A run that goes by what the last one
// saw leaves the very files that a run without such a memory leaves.
func TestIncrementIsAFullRun(t *testing.T) {
	files := map[string]string{
		"wenma.yaml": "inputs: [docs]\nout: api\nlayout: page\ntests: true\nstubs: handler\n", "go.mod": "module example.com/api\n\ngo 1.26\n",
	}
	for _, p := range manypages.Pages(24) {
		files["docs/"+p.Name] = p.Text
	}
	for _, project := range []string{"hospital", "hotel", "clinic"} {
		addPages(t, files, "../../specs/projects/"+project, "docs/"+project)
	}
	steps := 60
	if testing.Short() {
		steps = 12
	}
	dir := projectOf(t, files)
	if status, said := faultyRun(t, dir, "none"); status != 0 {
		t.Fatalf("exit status %d:\n%s", status, said)
	}
	random := rand.New(rand.NewPCG(1, 2))
	increments := 0
	for n := range steps {
		before := snapshot(t, dir)
		what := edit(random, before)
		for name, text := range before {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil && strings.HasPrefix(name, "docs/") {
				t.Fatal(err)
			}
		}
		fresh := projectOf(t, before)
		status, said := faultyRun(t, dir, "none")
		want, _ := faultyRun(t, fresh, "none")
		if status != want {
			t.Errorf("step %d, %s: exit status %d, and %d without a memory:\n%s", n, what, status, want, said)
		}
		if diff := cmp.Diff(snapshot(t, fresh), snapshot(t, dir)); diff != "" {
			t.Fatalf("step %d, %s (-full +incremental):\n%s", n, what, diff)
		}
		if strings.Contains(said, "changed page") {
			increments++
		}
	}
	t.Logf("%d of %d runs were incremental", increments, steps)
	if increments < steps/5 {
		t.Errorf("only %d of %d runs were incremental", increments, steps)
	}
}

func addPages(t *testing.T, files map[string]string, from, to string) {
	t.Helper()
	pages, err := filepath.Glob(from + "/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages in %s", from)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		files[to+"/"+filepath.Base(page)] = string(text)
	}
}

// edit changes a page as people do: the first edit that fits a line of it.
func edit(random *rand.Rand, files map[string]string) string {
	pages := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return !strings.HasPrefix(name, "docs/") })
	for {
		page := pages[random.IntN(len(pages))]
		lines := strings.Split(files[page], "\n")
		kind, at := random.IntN(len(edits)), random.IntN(len(lines))
		e := edits[kind]
		if line, ok := e.change(lines[at], random); ok {
			lines[at] = line
			files[page] = strings.Join(lines, "\n")
			return e.name + " in " + page + ":" + strconv.Itoa(at+1)
		}
	}
}

var edits = []struct {
	name   string
	change func(line string, random *rand.Rand) (string, bool)
}{
	{"words changed", func(line string, _ *rand.Rand) (string, bool) {
		return swapped(line, "编号", "号码", "名称", "全称", "备注", "附言", "姓名", "全名")
	}},
	{"type changed", func(line string, _ *rand.Rand) (string, bool) {
		return swapped(line, "String", "Integer", "Long", "String", "BigDecimal", "String")
	}},
	{"presence changed", func(line string, _ *rand.Rand) (string, bool) {
		return swapped(line, "|是|", "|否|", "| 是 |", "| 否 |")
	}},
	{"row added", func(line string, random *rand.Rand) (string, bool) {
		if !strings.HasPrefix(line, "|") || strings.Contains(line, "--") || !strings.Contains(line, "String") {
			return line, false
		}
		cells := strings.Split(line, "|")
		cells[1] = "extra" + strconv.Itoa(random.IntN(1000))
		return line + "\n" + strings.Join(cells, "|"), true
	}},
	{"value added", func(line string, _ *rand.Rand) (string, bool) {
		return swapped(line, "2-停用", "2-停用 3-注销", "3-高", "3-高 4-特高")
	}},
	{"type mentioned", func(line string, _ *rand.Rand) (string, bool) { return swapped(line, "|String|", "|Doctor|") }},
	{"title changed", func(line string, _ *rand.Rand) (string, bool) {
		return swapped(line, "新增", "添加", "详情", "明细", "修改", "更新")
	}},
	{"member removed", func(line string, _ *rand.Rand) (string, bool) {
		return "", strings.HasPrefix(strings.TrimSpace(line), `"`) && strings.HasSuffix(line, ",")
	}},
	{"row removed", func(line string, _ *rand.Rand) (string, bool) {
		return "", strings.HasPrefix(line, "|") && !strings.Contains(line, "--")
	}},
	{"section added", func(line string, _ *rand.Rand) (string, bool) {
		return "## 另一节\n\n" + line, strings.HasPrefix(line, "**") || strings.HasPrefix(line, "```")
	}},
	{"path changed", func(line string, _ *rand.Rand) (string, bool) { return swapped(line, "/create", "/add") }},
}

// swapped replaces the first text of a pair that the line has.
func swapped(line string, pairs ...string) (string, bool) {
	for i := 0; i < len(pairs); i += 2 {
		if strings.Contains(line, pairs[i]) {
			return strings.Replace(line, pairs[i], pairs[i+1], 1), true
		}
	}
	return line, false
}
