package specs

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/overlay"
	"github.com/wenma/wenma/source"
)

// guides tell how a project works, each in its language; lang is that of the tags of config.Config.
var guides = []struct{ path, lang, head string }{
	{"../docs/PROJECT.md", "en", "| key | says | may be | example |\n|---|---|---|---|\n"},
	{"../docs/PROJECT.zh-CN.md", "zh", "| 键 | 说明 | 可以是 | 例子 |\n|---|---|---|---|\n"},
}

func content(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

var keyTable = regexp.MustCompile(`(?s)(<!-- keys -->\n).*?(<!-- /keys -->)`)

// TestGuideKeys: the tables of keys are those of config.Config.
func TestGuideKeys(t *testing.T) {
	for _, g := range guides {
		was := content(t, g.path)
		table := g.head + strings.Join(keyRows(reflect.TypeFor[config.Config](), "", g.lang), "")
		now := keyTable.ReplaceAllString(was, "${1}"+strings.ReplaceAll(table, "$", "$$")+"${2}")
		if *update {
			if err := os.WriteFile(g.path, []byte(now), 0o666); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(was, now); diff != "" || !keyTable.MatchString(was) {
			t.Errorf("%s is not what config.Config says; -update rewrites it (-there +wanted):\n%s", g.path, diff)
		}
	}
}

func keyRows(t reflect.Type, above, lang string) (rows []string) {
	for f := range t.Fields() {
		name := f.Tag.Get("yaml")
		switch {
		case name == "-":
			continue
		case f.Type.Kind() == reflect.Struct:
			rows = append(rows, keyRows(f.Type, above+name+".", lang)...)
			continue
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			rows = append(rows, keyRows(f.Type.Elem(), above+name+"[].", lang)...)
			continue
		}
		values := strings.Fields(f.Tag.Get("values"))
		for i, v := range values {
			values[i] = "`" + v + "`"
		}
		says := strings.ReplaceAll(f.Tag.Get(lang), "*", `\*`)
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s | `%s` |\n", above+name, says, strings.Join(values, " "), f.Tag.Get("example")))
	}
	return rows
}

// TestConfigurations: the configurations that the documents show can be read, and what they correct is on the page of the example.
func TestConfigurations(t *testing.T) {
	shown := 0
	for _, path := range []string{readmes[0].path, readmes[1].path, guides[0].path, guides[1].path} {
		for _, m := range fenced.FindAllStringSubmatch(content(t, path), -1) {
			if m[1] != "config" {
				continue
			}
			shown++
			c, diags := config.Read(source.NewFile(config.Name, m[3]))
			_, doc, _ := seedDocument(t)
			for _, d := range append(diags, overlay.Apply(doc, c)...) {
				t.Errorf("%s: %s: %s", path, d.Span.Text(), d.Message.EN)
			}
		}
	}
	if shown < 6 {
		t.Errorf("only %d configurations found", shown)
	}
}

var (
	statusConst = regexp.MustCompile(`\tstatus\w+ += (\d+)`)
	statusRow   = regexp.MustCompile(`(?m)^\| (\d+) \|`)
	projectFlag = regexp.MustCompile(`&flags\.(?:preview\.\w+|discardEdits|frozen), "([a-z-]+)"`)
)

// TestGuideFlags: the guides name all flags that concern projects, and none that there is not; they and the READMEs have all
// exit statuses.
func TestGuideFlags(t *testing.T) {
	gen, root := content(t, "../cmd/wenma/gen.go"), content(t, "../cmd/wenma/root.go")
	statuses := named(statusConst, content(t, "../cmd/wenma/app.go"))
	if len(statuses) < 5 || len(named(projectFlag, gen)) < 5 {
		t.Fatal("the command's source is not as expected")
	}
	for _, path := range []string{readmes[0].path, readmes[1].path, guides[0].path, guides[1].path} {
		if diff := cmp.Diff(statuses, named(statusRow, content(t, path))); diff != "" {
			t.Errorf("%s: statuses that there are and that it names differ:\n%s", path, diff)
		}
	}
	for _, g := range guides {
		have := named(flagName, content(t, g.path))
		for _, name := range append(named(projectFlag, gen), "layout", "config", "no-config") {
			if !slices.Contains(have, name) {
				t.Errorf("%s does not name --%s", g.path, name)
			}
		}
	}
	english, chinese := named(flagName, content(t, guides[0].path)), named(flagName, content(t, guides[1].path))
	if diff := cmp.Diff(english, chinese); diff != "" {
		t.Errorf("the guides name different flags:\n%s", diff)
	}
	git := []string{"remote"} // of git submodule update
	for _, name := range english {
		if !slices.Contains(git, name) && !strings.Contains(gen+root+content(t, "../cmd/wenma/init.go"), `"`+name+`"`) {
			t.Errorf("there is no flag --%s", name)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)\)`)

// TestGuideLinks: what the documents link to is there.
func TestGuideLinks(t *testing.T) {
	for _, path := range []string{readmes[0].path, readmes[1].path, guides[0].path, guides[1].path} {
		dir := path[:strings.LastIndexByte(path, '/')+1]
		links := named(link, content(t, path))
		if len(links) == 0 {
			t.Errorf("%s: no links found", path)
		}
		for _, to := range links {
			if _, err := os.Stat(dir + to); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}
