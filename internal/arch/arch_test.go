package arch

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the top of the module as seen from this package.
const root = "../.."

// TestImportsPointDown reads the import clauses of every Go file itself: what a child process such as go list reads, the
// test cache does not see.
func TestImportsPointDown(t *testing.T) {
	files := 0
	walk(t, func(file string, text []byte) {
		if path.Ext(file) != ".go" || strings.Contains(file, "/testdata/") {
			return
		}
		files++
		f := read(t, file, text)
		if violation(f, "fmt") != "" { // the file has no room
			t.Error(violation(f, "fmt"))
			return
		}
		for _, imported := range f.imports {
			if v := violation(f, imported); v != "" {
				t.Error(v)
			}
		}
	})
	if files < 20 {
		t.Errorf("only %d Go files seen; is %q the root?", files, root)
	}
}

// TestEveryRoomExists keeps the table from outliving the house.
func TestEveryRoomExists(t *testing.T) {
	for _, r := range rooms {
		dir := strings.TrimSuffix(r.dir, "/...")
		if info, err := os.Stat(filepath.Join(root, dir)); err != nil || !info.IsDir() {
			t.Errorf("the table has a room %q that is not in the house", r.dir)
		}
	}
}

// TestViolationsAreFound is the test of the test.
func TestViolationsAreFound(t *testing.T) {
	for _, c := range []struct {
		file, imported string
		ok             bool
	}{
		{"ir/type.go", module + "/source", true},
		{"ir/type.go", module + "/parser", false},
		{"source/file.go", module + "/ir", false},
		{"source/file.go", "github.com/yuin/goldmark/ast", false},
		{"parser/parser.go", module + "/parser/block", true},
		{"parser/parser.go", "github.com/yuin/goldmark", false},
		{"parser/block/parse.go", "github.com/yuin/goldmark/parser", true},
		{"parser/block/parse.go", module + "/parser", false},
		{"parser/block/parse.go", "github.com/yuin/goldmark-emoji", false},
		{"parser/parser.go", module + "/generator", false},
		{"generator/plan.go", module + "/templates", true},
		{"templates/types.go", module + "/generator", false},
		{"templates/runtime/json.go", module + "/ir", false},
		{"internal/openapi/export.go", module + "/ir", true},
		{"internal/openapi/export.go", module + "/parser", false},
		{"internal/openapi/export.go", module + "/internal/lint", false},
		{"internal/openapi/export_test.go", module + "/parser", true},
		{"internal/openapi/oracle.go", "github.com/pb33f/libopenapi", false},
		{"internal/openapi/oracle_test.go", "github.com/pb33f/libopenapi/datamodel", true},
		{"internal/report/text.go", "github.com/spf13/cobra", false},
		{"cmd/wenma/gen.go", module + "/internal/openapi", true},
		{"cmd/wenma/gen.go", "github.com/dave/jennifer/jen", false},
		{"generator/gen_test.go", module + "/cmd/wenma", false},
		{"attic/new.go", "fmt", false},
		{"cmd/wenma/gen.go", "encoding/json/v2", true},
	} {
		v := violation(importer{file: c.file}, c.imported)
		if (v == "") != c.ok {
			t.Errorf("%s importing %s: got %q", c.file, c.imported, v)
		}
	}
	if violation(importer{file: "specs/op/types_gen.go", generated: true}, module+"/ir") == "" {
		t.Error("generated code may import the tool")
	}
	if v := violation(importer{file: "specs/op/types_gen.go", generated: true}, "net/http"); v != "" {
		t.Error(v)
	}
}

// TestNothingIsCompiledAtStart keeps the time of a short run: what is compiled when a process starts costs every run, also one that
// does not use it.
func TestNothingIsCompiledAtStart(t *testing.T) {
	walk(t, func(file string, text []byte) {
		if path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") || strings.Contains(file, "/testdata/") {
			return
		}
		for _, line := range compiledIn(t, file, text) {
			t.Errorf("%s:%d: a regular expression is compiled when the process starts", file, line)
		}
	})
}

func compiledIn(t *testing.T, file string, text []byte) (lines []int) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range compiledAtStart(f) {
		lines = append(lines, fset.Position(at).Line)
	}
	return lines
}

// TestCompilingIsFound is the test of that test.
func TestCompilingIsFound(t *testing.T) {
	const text = `package p

var a = regexp.MustCompile("a")
var b = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("b") })
var c = []rule{
	{regexp.MustCompilePOSIX("c")},
}

func init() { d, _ = regexp.Compile("d") }
func e() { regexp.MustCompile("e") }
`
	if got, want := compiledIn(t, "p.go", []byte(text)), []int{3, 6, 9}; !slices.Equal(got, want) {
		t.Errorf("found in lines %v, want %v", got, want)
	}
}

// private are words of somebody's workshop: paths of one machine, and papers that do not come with the project. They are
// put together here so that this file does not hold them.
var private = regexp.MustCompile("(?i)" + strings.Join([]string{
	"/wo" + "rk/", "/ro" + "ot/", `[a-z]:\\us` + "ers",
	`\bsco` + `re\.py`, `\b(READ` + `ING|DES` + `IGN|sha` + `red/PERFORM` + `ANCE|WORKF` + `LOW)\.md`,
	"sub" + "agent", "co-auth" + "ored-by",
}, "|"))

func TestNoTextIsPrivate(t *testing.T) {
	if !private.MatchString("see /wo" + "rk/main") {
		t.Fatal("the words are not found at all")
	}
	walk(t, func(file string, text []byte) {
		if bytes.IndexByte(text, 0) >= 0 {
			return
		}
		for i, line := range bytes.Split(text, []byte("\n")) {
			if found := private.Find(line); found != nil {
				t.Errorf("%s:%d: %q does not belong into the project", file, i+1, found)
			}
		}
	})
}

// walk visits the files of the module: not what git keeps, and not the modules below it.
func walk(t *testing.T, visit func(file string, text []byte)) {
	err := filepath.WalkDir(root, func(p string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if p != root && (entry.Name() == ".git" || isModule(p)) {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.Type().IsRegular() || entry.Name() == ".git" { // a linked worktree has a file of that name
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(p)
		if err == nil {
			visit(filepath.ToSlash(rel), text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func read(t *testing.T, file string, text []byte) importer {
	f, err := parser.ParseFile(token.NewFileSet(), file, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	out := importer{file: file, generated: bytes.HasPrefix(text, []byte("// Code generated by wenma. DO NOT EDIT."))}
	for _, spec := range f.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out.imports = append(out.imports, imported)
	}
	return out
}
