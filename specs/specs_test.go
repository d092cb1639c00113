// Package specs holds the pages that wenma is built against and what they come to. A page NAME.md has beside it, and so has a
// folder NAME of projects, whose pages make one API,
//
//	NAME.want.txt         what a careful reader concludes, written by hand (all but specs/op)
//	NAME.ir.txt           the document, as ir.Dump shows it
//	NAME.diagnostics.txt  what wenma says about the page, in Chinese
//	NAME.openapi.yaml     its OpenAPI export
//
// They are written by go test ./specs -update and read by people.
package specs

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/diff"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "write the expected results anew")

// projectsIn is the folder whose folders are read as a whole.
const projectsIn = "projects"

// pages lists all pages, and the projects, as slash paths relative to this folder.
func pages(t *testing.T) []string {
	var out []string
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && filepath.Base(filepath.Dir(path)) == projectsIn:
			out = append(out, path)
			return fs.SkipDir
		case strings.HasSuffix(path, ".md") && d.Name() != "README.md":
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d pages found", len(out))
	}
	return out
}

// sources lists the files of a page or a project, sorted as the command sorts them.
func sources(t *testing.T, path string) []string {
	t.Helper()
	if strings.HasSuffix(path, ".md") {
		return []string{path}
	}
	out, err := filepath.Glob(path + "/*.md")
	if err != nil || len(out) < 2 {
		t.Fatalf("%s has %d pages, %v", path, len(out), err)
	}
	return out
}

// parse reads a page or a project as the command does.
func parse(t *testing.T, path string) (*ir.Document, source.Diagnostics) {
	t.Helper()
	return parseChanged(t, path, func(raw []byte) []byte { return raw })
}

// checked reads a page or a project and tells, as the gen command does, what is wrong with it and with the names that it leads to.
func checked(t *testing.T, path string) (*ir.Document, source.Diagnostics) {
	t.Helper()
	doc, diags := parse(t, path)
	_, more, err := generator.Generate(doc, generator.Options{Package: "checked"})
	if err != nil {
		t.Fatal(err)
	}
	diags.Add(more...)
	diags.Sort()
	return doc, diags
}

// parseChanged reads a page or a project with each file's bytes changed.
func parseChanged(t *testing.T, path string, change func([]byte) []byte) (*ir.Document, source.Diagnostics) {
	t.Helper()
	var diags source.Diagnostics
	var files []*source.File
	for _, name := range sources(t, path) {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, found := parser.Decode(filepath.ToSlash(name), change(raw))
		if file == nil {
			t.Fatalf("%s cannot be decoded", name)
		}
		files, diags = append(files, file), append(diags, found...)
	}
	doc, more := parser.Parse(files, parser.Options{})
	return doc, append(diags, more...)
}

// golden compares with a file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./specs -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

func TestPages(t *testing.T) {
	for _, path := range pages(t) {
		t.Run(path, func(t *testing.T) {
			doc, diags := checked(t, path)
			base := strings.TrimSuffix(path, ".md")
			var tree, said bytes.Buffer
			ir.Dump(&tree, doc)
			golden(t, base+".ir.txt", tree.String())
			report.Text(&said, diags, report.Options{Lang: source.Chinese, Verbose: true})
			golden(t, base+".diagnostics.txt", said.String())
			var export bytes.Buffer
			if err := openapi.Export(doc).YAML(&export); err != nil {
				t.Fatal(err)
			}
			golden(t, base+".openapi.yaml", export.String())
		})
	}
}

// TestLineEndsDoNotMatter: a copy with CR LF line ends comes to the same document.
func TestLineEndsDoNotMatter(t *testing.T) {
	unix := func(raw []byte) []byte { return bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")) }
	dos := func(raw []byte) []byte { return bytes.ReplaceAll(unix(raw), []byte("\n"), []byte("\r\n")) }
	for _, path := range pages(t) {
		var a, b bytes.Buffer
		doc, _ := parseChanged(t, path, unix)
		ir.Dump(&a, doc)
		doc, _ = parseChanged(t, path, dos)
		ir.Dump(&b, doc)
		if diff := cmp.Diff(a.String(), b.String()); diff != "" {
			t.Errorf("%s with CR LF differs:\n%s", path, diff)
		}
	}
}

// TestSpansReRead: whatever the document says that the page says stands there, secrets aside, which it does not say.
func TestSpansReRead(t *testing.T) {
	for _, path := range pages(t) {
		doc, diags := parse(t, path)
		n := 0
		ir.Walk(doc, func(node ir.Node) {
			if node.Text.Value == "" || !node.Text.Span.Known() || normalForm[node.Part] {
				return
			}
			n++
			if secret := secretIn(doc, node.Span); secret != "" {
				if !shownMasked[node.Part] && strings.Contains(node.Value, secret) {
					t.Errorf("%s:%d: %T %s has the secret %q", path, node.Text.Span.Line(), node.Of, node.Part, secret)
				}
				return
			}
			if !reads(node.Text) {
				t.Errorf("%s:%d: %T %s is %q, but its place reads %q", path, node.Text.Span.Line(), node.Of, node.Part, node.Text.Value, node.Text.Span.Text())
			}
		})
		for _, d := range diags {
			if !d.Span.Known() {
				t.Errorf("%s: %s has no place", path, d.Rule.Code)
			}
		}
		if n == 0 && path != "dialects/index-without-endpoints.md" {
			t.Errorf("%s: no text with a place", path)
		}
	}
}

// shownMasked are the parts that keep a secret, and mask it when they are shown.
var shownMasked = map[string]bool{"default": true, "example": true, "body": true}

// secretIn is the first secret within a place; "" if there is none.
func secretIn(doc *ir.Document, at source.Span) string {
	for _, s := range doc.Secrets {
		if s.File == at.File && s.Start >= at.Start && s.End <= at.End {
			return s.Text()
		}
	}
	return ""
}

// normalForm are the parts that the document writes in a form of its own: a path with its parameters as {name} and the page's
// base path before it, the layout that a sample's time shows.
var normalForm = map[string]bool{"path": true, "layout": true}

// reads reports whether a text is what its place says, markup, escapes and line joins aside.
func reads(t ir.Text) bool {
	return bare(t.Span.Text(), t.Value) || strings.EqualFold(t.Value, t.Span.Text())
}

// bare reports whether the letters of value stand in text in that order, with nothing but markup left out of value's pieces.
func bare(text, value string) bool {
	rest := text
	for _, c := range value {
		if strings.ContainsRune(" \n{}/", c) {
			continue
		}
		i := strings.IndexRune(rest, c)
		if i < 0 {
			return false
		}
		rest = rest[i+len(string(c)):]
	}
	return true
}

// TestWants compares with what a careful reader concluded from the pages.
func TestWants(t *testing.T) {
	files, err := filepath.Glob("*/*.want.txt")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d want files, %v", len(files), err)
	}
	for _, path := range files {
		t.Run(path, func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			doc, diags := checked(t, described(path))
			want := readWant(string(raw))
			got := stated(doc, want, slices.Contains(rulesIn, filepath.Dir(path)))
			if d := diff.Diff("want", lines(want), "got", lines(got)); d != nil {
				t.Errorf("%s", d)
			}
			if told, listed := readPlaces(string(raw)); listed {
				if d := diff.Diff("want", lines(told), "got", lines(placesOf(diags))); d != nil {
					t.Errorf("%s", d)
				}
			}
		})
	}
}

// described is the page or project of a want file.
func described(want string) string {
	path := strings.TrimSuffix(filepath.ToSlash(want), ".want.txt")
	if strings.HasPrefix(path, projectsIn+"/") {
		return path
	}
	return path + ".md"
}

// readPlaces reads the lines of a want file that tell each diagnostic by its code and places. Older files tell them in words.
func readPlaces(text string) (out []string, listed bool) {
	_, text, _ = strings.Cut(text, "\ndiagnostics")
	kind, text, _ := strings.Cut(text, "\n")
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return out, strings.TrimSpace(kind) == "by code"
}

// placesOf tells each diagnostic that has two places, and each that is more than an info, as a want file does.
func placesOf(diags source.Diagnostics) []string {
	var out []string
	for _, d := range diags {
		if d.Rule.Severity == source.Info && len(d.Related) == 0 {
			continue
		}
		line := d.Rule.Code + " " + lineOf(d.Span)
		for _, r := range d.Related {
			line += " " + lineOf(r.Span)
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

// lineOf is a line with the text that is marked there, as far as a person would write it down.
func lineOf(s source.Span) string {
	text, _, _ := strings.Cut(s.Text(), "\n")
	if r := []rune(text); len(r) > 24 {
		text = string(r[:24]) + "…"
	}
	name := ""
	if dir := filepath.Dir(s.File.Path); filepath.Base(filepath.Dir(dir)) == projectsIn {
		name = strings.TrimSuffix(filepath.Base(s.File.Path), ".md") + ":"
	}
	return fmt.Sprintf("%s%d[%s]", name, s.Line(), text)
}

func lines(s []string) []byte { return []byte(strings.Join(s, "\n") + "\n") }

// pathParam is a parameter in the notations that pages use; the document writes each as {name}.
var pathParam = regexp.MustCompile(`\$?\{\{?([^{}/]+)\}?\}|<([^<>/]+)>|\[([^\[\]/]+)\]|(?:^|/):([A-Za-z]\w*)`)

func normalPath(p string) string {
	return pathParam.ReplaceAllStringFunc(p, func(s string) string {
		slash := ""
		if strings.HasPrefix(s, "/") {
			slash = "/"
		}
		return slash + "{" + strings.Trim(s, "/:{}<>[]$") + "}"
	})
}

// readWant reads the endpoints and fields of a want file, sorted within each endpoint.
func readWant(text string) []string {
	var out []string
	endpoint, field := "", ""
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(words[0], "#"):
			continue
		case words[0] == "diagnostics":
			slices.Sort(out)
			return out
		case words[0] == "endpoint":
			endpoint = words[1] + " " + normalPath(words[2])
			out = append(out, endpoint)
		case places[words[0]]:
			field = endpoint + "  " + words[0] + " " + words[1]
			out = append(out, endpoint+"  "+strings.Join(words, " "))
		default: // a rule of the field
			out = append(out, field+": "+strings.Join(words, " "))
		}
	}
	slices.Sort(out)
	return out
}

var places = map[string]bool{"path": true, "query": true, "header": true, "cookie": true, "body": true, "response": true}

// stated lists what a document says, in the form of a want file. Fields that only samples or URLs show are listed where the
// want file has them. With rules it lists the rules of each field too.
func stated(doc *ir.Document, want []string, rules bool) []string {
	l := &lister{rules: rules, wanted: map[string]bool{}}
	for _, w := range want { // "POST /x  body name type presence": all but the last two words
		words := strings.Split(w, " ")
		if len(words) > 4 {
			l.wanted[strings.Join(words[:len(words)-2], " ")] = true
		}
	}
	for _, e := range doc.Endpoints {
		l.list(e)
	}
	slices.Sort(l.out)
	return l.out
}

type lister struct {
	out    []string
	rules  bool
	wanted map[string]bool
	open   []*ir.TypeDecl // being listed, to stop at the second round of a recursion
}

func (l *lister) list(e *ir.Endpoint) {
	path := "-"
	if !e.Path.Empty() {
		path = e.Path.Value
	}
	head := orDash(e.Method.Value) + " " + path
	l.out = append(l.out, head)
	for _, f := range e.Params {
		l.field(head, f.In.String(), f.Name.Value, f)
	}
	if e.Body != nil {
		l.walk(head, "body", "", e.Body.Type, 0)
	}
	if r := e.Success(); r != nil {
		l.walk(head, "response", "", r.Type, 0)
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func (l *lister) field(head, in, name string, f *ir.Field) {
	key := head + "  " + in + " " + name
	if f.Origin != ir.FromTable && !l.wanted[key] && f.Doc.Empty() && in != "path" {
		return
	}
	presence := f.Presence.String()
	if f.Presence == ir.Unstated {
		presence = "-"
	}
	l.out = append(l.out, key+" "+typeWord(f.Type)+" "+presence)
	if l.rules {
		for _, rule := range ruleLines(f) {
			l.out = append(l.out, key+": "+rule)
		}
	}
}

func (l *lister) walk(head, in, prefix string, t ir.Type, depth int) {
	if ref, ok := t.(*ir.Ref); ok {
		rounds := 0
		for _, d := range l.open {
			if d == ref.Target {
				rounds++
			}
		}
		if rounds > 1 {
			return
		}
		l.open = append(l.open, ref.Target)
		defer func() { l.open = l.open[:len(l.open)-1] }()
	}
	switch t := t.(type) {
	case *ir.List:
		l.walk(head, in, prefix+"[]", t.Elem, depth)
	case *ir.Map:
		l.walk(head, in, prefix+".*", t.Elem, depth)
	default:
		for _, f := range ir.Fields(t) {
			name := f.Name.Value
			if prefix != "" {
				name = prefix + "." + name
			}
			l.field(head, in, name, f)
			l.walk(head, in, name, f.Type, depth+1)
		}
	}
}

func typeWord(t ir.Type) string {
	switch t := t.(type) {
	case *ir.List:
		return "array<" + typeWord(t.Elem) + ">"
	case *ir.Map:
		return "map<" + typeWord(t.Elem) + ">"
	case *ir.Ref:
		return typeWord(t.Target.Type)
	}
	return ir.KindOf(t).String()
}
