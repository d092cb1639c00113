// Package specs holds the pages that wenma is built against and what they come to. A page NAME.md has beside it
//
//	NAME.want.txt         what a careful reader concludes, written by hand (specs/dialects, specs/rules)
//	NAME.ir.txt           the document, as ir.Dump shows it
//	NAME.diagnostics.txt  what wenma says about the page, in Chinese
//	NAME.openapi.yaml     its OpenAPI export
//
// A folder of specs/sets has pages that are read together, and the last three are called SET.
//
// They are written by go test ./specs -update and read by people.
package specs

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/diff"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "write the expected results anew")

// pages lists all pages that are read alone, slash paths relative to this folder.
func pages(t *testing.T) []string {
	var out []string
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path == setsFolder {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".md") && d.Name() != "README.md" {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d pages found", len(out))
	}
	return out
}

// parse reads one page as the command does.
func parse(t *testing.T, path string) (*source.File, *ir.Document, source.Diagnostics) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return parseText(t, path, raw)
}

func parseText(t *testing.T, path string, raw []byte) (*source.File, *ir.Document, source.Diagnostics) {
	t.Helper()
	file, diags := parser.Decode(path, raw)
	if file == nil {
		t.Fatalf("%s cannot be decoded", path)
	}
	doc, more := parser.Parse([]*source.File{file}, parser.Options{})
	return file, doc, append(diags, more...)
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
			_, doc, diags := parse(t, path)
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
	for _, path := range pages(t) {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		unix := bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
		var a, b bytes.Buffer
		_, doc, _ := parseText(t, path, unix)
		ir.Dump(&a, doc)
		_, doc, _ = parseText(t, path, bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n")))
		ir.Dump(&b, doc)
		if diff := cmp.Diff(a.String(), b.String()); diff != "" {
			t.Errorf("%s with CR LF differs:\n%s", path, diff)
		}
	}
}

// TestSpansReRead: whatever the document says that the page says stands there.
func TestSpansReRead(t *testing.T) {
	for _, path := range pages(t) {
		_, doc, diags := parse(t, path)
		n := 0
		ir.Walk(doc, func(node ir.Node) {
			if node.Text.Value == "" || !node.Text.Span.Known() || normalForm[node.Part] {
				return
			}
			n++
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
			_, doc, _ := parse(t, strings.TrimSuffix(path, ".want.txt")+".md")
			want := readWant(string(raw))
			got := stated(doc, want, strings.HasPrefix(filepath.ToSlash(path), rulesIn))
			if d := diff.Diff("want", lines(want), "got", lines(got)); d != nil {
				t.Errorf("%s", d)
			}
		})
	}
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
