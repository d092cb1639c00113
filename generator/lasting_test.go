package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// lastingCase is an archive of testdata/lasting: the pages of each step stand in a folder (1/b.md, 2/a.md), "pins" are names that
// a person changed before the last step, "overrides" those in the configuration then, and "want" is what the last step gives.
type lastingCase struct {
	steps     [][]*source.File
	pins      map[string]string
	overrides []Override
	want      string
}

func readLasting(t *testing.T, path string) (*txtar.Archive, *lastingCase) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &lastingCase{pins: make(map[string]string)}
	for _, f := range archive.Files {
		step, page, isPage := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "want":
			c.want = string(f.Data)
		case f.Name == "pins":
			for _, a := range assignments(source.NewFile("pins", string(f.Data))) {
				c.pins[a.Of.Value] = a.Name.Value
			}
		case f.Name == "overrides":
			c.overrides = assignments(source.NewFile("overrides", string(f.Data)))
		case !isPage || step != fmt.Sprint(len(c.steps)) && step != fmt.Sprint(len(c.steps)+1):
			t.Fatalf("%s: what is %s?", path, f.Name)
		default:
			if step != fmt.Sprint(len(c.steps)) {
				c.steps = append(c.steps, nil)
			}
			last := len(c.steps) - 1
			c.steps[last] = append(c.steps[last], source.NewFile(page, string(f.Data)))
		}
	}
	return archive, c
}

// assignments reads lines of "key = name".
func assignments(f *source.File) []Override {
	var out []Override
	at := 0
	for line := range strings.Lines(f.Text) {
		if key, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " = "); ok {
			from := at + len(line) - len(name) - 1
			out = append(out, Override{ir.Text{Value: key, Span: f.Span(at, at+len(key))}, ir.Text{Value: name, Span: f.Span(from, from+len(name))}})
		}
		at += len(line)
	}
	return out
}

func made(t *testing.T, pages []*source.File, opts Options) (Result, source.Diagnostics) {
	t.Helper()
	doc, _ := parser.Parse(pages, parser.Options{})
	opts.Package = "p"
	result, diags, err := Generate(doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	have := declared(t, result.Files)
	for _, n := range result.Names {
		if !have[n.Go] && !strings.HasPrefix(n.Go, "answerOf") {
			t.Errorf("%s %q is %s, which is nowhere declared", n.Kind, n.Key, n.Go)
		}
	}
	return result, diags
}

func nameTable(names []Name) map[string]string {
	out := make(map[string]string)
	for _, n := range names {
		if n.Kind != HomeName {
			out[nameID{n.Kind, n.Key}.String()] = n.Go
		}
	}
	return out
}

// pinned are all names of a run, and those of earlier runs that it has no more.
func pinned(names, before []Name) []Name {
	out := slices.Clone(names)
	for _, n := range before {
		if !slices.ContainsFunc(out, func(o Name) bool { return o.Kind == n.Kind && o.Key == n.Key }) {
			out = append(out, n)
		}
	}
	return out
}

// TestLastingNames: what was named keeps its name, whatever comes to the pages.
func TestLastingNames(t *testing.T) {
	paths, err := filepath.Glob("testdata/lasting/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, c := readLasting(t, path)
			got := c.run(t)
			if *update {
				archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
				archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// run is the table of names after the last step: "=" before those that are as they were, "!" before those that are not, "+" before
// new ones; and what was said.
func (c *lastingCase) run(t *testing.T) string {
	var before []Name
	last := len(c.steps) - 1
	for _, pages := range c.steps[:last] {
		result, _ := made(t, pages, Options{Pinned: before})
		before = pinned(result.Names, before)
	}
	for i, n := range before {
		if name, changed := c.pins[nameID{n.Kind, n.Key}.String()]; changed {
			before[i].Go = name
		}
	}
	opts := Options{Pinned: before, Overrides: c.overrides}
	result, diags := made(t, c.steps[last], opts)
	c.sameAnyway(t, opts, result)
	c.stays(t, opts, result)
	old := nameTable(before)
	var b strings.Builder
	for _, n := range result.Names {
		if n.Kind == HomeName {
			continue
		}
		id := nameID{n.Kind, n.Key}.String()
		mark := "+"
		if was, known := old[id]; known && identifierOf(was) == identifierOf(n.Go) {
			mark = "="
		} else if known {
			mark = "!"
		}
		fmt.Fprintf(&b, "%s %s = %s\n", mark, id, n.Go)
	}
	for _, d := range diags {
		fmt.Fprintf(&b, "%s %s: %s\n", d.Severity, d.Rule.Code, d.Message.EN)
		for _, r := range append([]source.Related{{Span: d.Span}}, d.Related...) {
			if r.Span.Known() {
				fmt.Fprintf(&b, "  at %s:%d %q\n", r.Span.File.Path, r.Span.Line(), r.Span.Text())
			}
		}
	}
	return b.String()
}

// sameAnyway: the orders of pages and of pins have no part in the names.
func (c *lastingCase) sameAnyway(t *testing.T, opts Options, want Result) {
	t.Helper()
	pages := slices.Clone(c.steps[len(c.steps)-1])
	slices.Reverse(pages)
	opts.Pinned = slices.Clone(opts.Pinned)
	slices.Reverse(opts.Pinned)
	got, _ := made(t, pages, opts)
	if diff := cmp.Diff(nameTable(want.Names), nameTable(got.Names)); diff != "" {
		t.Errorf("in another order (-one +other):\n%s", diff)
	}
}

// stays: another run changes nothing, and has nothing to say of names.
func (c *lastingCase) stays(t *testing.T, opts Options, want Result) {
	t.Helper()
	opts.Pinned = pinned(want.Names, opts.Pinned)
	got, diags := made(t, c.steps[len(c.steps)-1], opts)
	if diff := cmp.Diff(nameTable(want.Names), nameTable(got.Names)); diff != "" {
		t.Errorf("in the next run (-one +other):\n%s", diff)
	}
	if diff := cmp.Diff(want.Files, got.Files); diff != "" { // the names may have changed hands
		t.Errorf("in the next run (-one +other):\n%s", diff)
	}
	for _, d := range diags {
		if d.Rule == nameClash || d.Rule == nameReserved || d.Rule == pinnedTwice || d.Rule == pinUnusable {
			t.Errorf("in the next run: %s", d.Message.EN)
		}
	}
}
