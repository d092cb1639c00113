package specs

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/gotest"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// readmes are the two, and the language of each one's diagnostics.
var readmes = []struct {
	path string
	lang source.Lang
}{{"../README.md", source.English}, {"../README.zh-CN.md", source.Chinese}}

// excerpt is a fenced block of a README. Its mark is the comment above: "page", "diagnostics", "generated: FILE", "file: FILE";
// "config", which TestConfigurations reads, and "transcript", which is played in package examples.
type excerpt struct{ mark, lang, text string }

var fenced = regexp.MustCompile("(?s)(?:<!-- ([^\n]*?) -->\n)?```(\\w+)\n(.*?)```\n")

func readme(t *testing.T, path string) (string, []excerpt) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []excerpt
	for _, m := range fenced.FindAllStringSubmatch(string(raw), -1) {
		out = append(out, excerpt{m[1], m[2], m[3]})
	}
	if len(out) < 10 {
		t.Fatalf("%s: only %d excerpts found", path, len(out))
	}
	return string(raw), out
}

// seedDocument is the page that the READMEs show, read under the name that their commands give it.
func seedDocument(t *testing.T) (string, *ir.Document, source.Diagnostics) {
	t.Helper()
	raw, err := os.ReadFile("op/getChatInfo.md")
	if err != nil {
		t.Fatal(err)
	}
	file, diags := parser.Decode("specs/op/getChatInfo.md", raw)
	doc, more := parser.Parse([]*source.File{file}, parser.Options{})
	return string(raw), doc, append(diags, more...)
}

// TestReadmeExcerpts: what the READMEs show of the page, the generated package and the diagnostics stands there, line for line.
func TestReadmeExcerpts(t *testing.T) {
	page, doc, diags := seedDocument(t)
	made, _, err := generator.Generate(doc, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{"page": page}
	for _, f := range made.Files {
		shown["generated: "+f.Name] = string(f.Content)
	}
	for _, r := range readmes {
		var said bytes.Buffer
		report.Text(&said, diags, report.Options{Lang: r.lang})
		shown["diagnostics"] = said.String()
		_, excerpts := readme(t, r.path)
		for _, e := range excerpts {
			if original, ok := shown[e.mark]; ok {
				checkExcerpt(t, r.path, e, original)
			} else if !slices.Contains([]string{"", "config", "transcript"}, e.mark) && !strings.HasPrefix(e.mark, "file: ") {
				t.Errorf("%s: there is no %q", r.path, e.mark)
			}
		}
	}
}

// checkExcerpt wants runs of lines of the original, in their order; a line that holds only … stands for what is left out.
func checkExcerpt(t *testing.T, path string, e excerpt, original string) {
	t.Helper()
	for _, run := range regexp.MustCompile(`(?m)^\s*…\n`).Split(e.text, -1) {
		_, after, ok := strings.Cut("\n"+original, "\n"+run)
		if !ok {
			t.Errorf("%s: in %q these lines do not stand, or not in this order:\n%s", path, e.mark, run)
			return
		}
		original = after
	}
}

// TestReadmeExamples compiles the files that the READMEs write around the generated package; both show the same code.
func TestReadmeExamples(t *testing.T) {
	_, english := readme(t, readmes[0].path)
	_, chinese := readme(t, readmes[1].path)
	spoken := func(e excerpt) bool { return e.lang == "text" } // diagnostics have the language of the README
	if d := cmp.Diff(slices.DeleteFunc(slices.Clone(english), spoken), slices.DeleteFunc(chinese, spoken), cmp.AllowUnexported(excerpt{})); d != "" {
		t.Errorf("the READMEs show different code:\n%s", d)
	}
	if testing.Short() {
		t.Skip("compiles packages")
	}
	_, doc, _ := seedDocument(t)
	stubs := &generator.Stubs{Package: "handler", Import: "gen.test/chat"}
	made, _, err := generator.Generate(doc, generator.Options{Package: "chat", Stubs: stubs})
	if err != nil {
		t.Fatal(err)
	}
	m := gotest.New(t)
	for _, f := range made.Files {
		m.Write(map[generator.FileKind]string{generator.Generated: "chat/", generator.Scaffold: "handler/"}[f.Kind]+f.Name, f.Content)
	}
	examples := 0
	for _, e := range english {
		if name, ok := strings.CutPrefix(e.mark, "file: "); ok {
			examples++
			m.Write(name, []byte(strings.ReplaceAll(e.text, "example.com/shop", "gen.test")))
		}
	}
	if examples == 0 {
		t.Error("no example found")
	}
	m.Go("vet", "./...")
}

var (
	commandName = regexp.MustCompile(`(?:cmd/|\x60|tool )wenma (\w+)`)
	flagName    = regexp.MustCompile(`--([a-z]+(?:-[a-z]+)*)`)
)

// TestReadmeCommands: both READMEs name the same commands and flags, all of them and no others. The command's source is read
// as text: nothing imports it.
func TestReadmeCommands(t *testing.T) {
	sources, err := filepath.Glob("../cmd/wenma/*.go")
	if err != nil || len(sources) == 0 {
		t.Fatalf("the command has no source: %v", err)
	}
	var code strings.Builder
	for _, path := range sources {
		if text, err := os.ReadFile(path); err == nil && !strings.HasSuffix(path, "_test.go") {
			code.Write(text)
		}
	}
	// Every command is made by a method of its name; flags are declared by their name in quotes.
	commands := named(regexp.MustCompile(`\) (\w+)Command\(\) \*cobra`), code.String())
	commands = slices.DeleteFunc(commands, func(s string) bool { return s == "root" || s == "help" })
	for _, r := range readmes {
		text, _ := readme(t, r.path)
		if d := cmp.Diff(commands, named(commandName, text)); d != "" {
			t.Errorf("%s: commands that there are and that it names differ:\n%s", r.path, d)
		}
		for _, name := range named(flagName, text) {
			if !strings.Contains(code.String(), `"`+name+`"`) {
				t.Errorf("%s: there is no flag --%s", r.path, name)
			}
		}
	}
	english, _ := readme(t, readmes[0].path)
	chinese, _ := readme(t, readmes[1].path)
	if d := cmp.Diff(named(flagName, english), named(flagName, chinese)); d != "" {
		t.Errorf("the READMEs name different flags:\n%s", d)
	}
}

// named lists what the expression's group finds, sorted, each once.
func named(expr *regexp.Regexp, text string) []string {
	found := map[string]bool{}
	for _, m := range expr.FindAllStringSubmatch(text, -1) {
		found[m[1]] = true
	}
	return slices.Sorted(maps.Keys(found))
}
