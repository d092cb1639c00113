package specs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/gotest"
	"github.com/wenma/wenma/ir"
)

// TestGeneratedPackages makes a package of every page and project, vets it, runs the tests of its samples, and has its client call
// its server: each operation is sent a request with all fields set and must hand the same request to the handler and the handler's
// answer back. What else a package must do stands in testdata/run, in a folder of the page's name.
func TestGeneratedPackages(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := gotest.New(t)
	for _, name := range []string{"answer.go", "fill.go", "named.go", "repair.go"} {
		text, err := os.ReadFile("testdata/wire/" + name)
		if err != nil {
			t.Fatal(err)
		}
		m.Write("wire/"+name, text)
	}
	operations := 0
	for i, path := range pages(t) {
		operations += writePackage(t, m, path, "p", generator.ByKind)
		if i%4 == 0 { // the other layout declares the same: that some of it runs will do
			writePackage(t, m, path, "bypage", generator.ByPage)
		}
	}
	if operations < 60 {
		t.Errorf("only %d operations", operations)
	}
	m.Go("vet", "./...")
	m.Staticcheck()
	m.Go("test", "./...")
}

// writePackage generates the package of a page with its tests, and counts its operations.
func writePackage(t *testing.T, m *gotest.Module, path, prefix string, layout generator.Layout) int {
	doc, _ := parse(t, path)
	base := strings.TrimSuffix(filepath.Base(path), ".md")
	name := prefix + strings.ReplaceAll(base, "-", "")
	made, _, err := generator.Generate(doc, generator.Options{Package: name, Tests: true, Layout: layout})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var methods []method
	for _, f := range made.Files {
		m.Write(name+"/"+f.Name, f.Content)
		if f.Name == "server_gen.go" {
			methods = handlerMethods(t, f.Content)
		}
	}
	if len(methods) > 0 {
		m.Write(name+"/wire_test.go", []byte(wireTest(name, methods, clientOptions(made.Files), success(doc))))
	}
	if text, err := os.ReadFile("testdata/run/" + base + "/run_test.go"); err == nil && layout == generator.ByKind {
		m.Write(name+"/run_test.go", text)
		m.Write(name+"/page_test.go", []byte(pageTest(name, doc)))
	}
	return len(methods)
}

// pageTest gives a package's tests the answers that the page shows, in the order in which they stand.
func pageTest(name string, doc *ir.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nvar responses = []string{\n", name)
	for _, e := range doc.Endpoints {
		for _, s := range e.Samples {
			if s.Kind != ir.RequestSample {
				fmt.Fprintf(&b, "\t%q,\n", s.Body.Value)
			}
		}
	}
	return b.String() + "}\n"
}

// clientOptions are the options that a package's client needs besides the address.
func clientOptions(files []generator.File) string {
	options := ""
	for _, f := range files {
		if f.Name != "client_gen.go" {
			continue
		}
		if strings.Contains(string(f.Content), "func WithCommonParams(") {
			options += ", WithCommonParams(wire.Fill[CommonParams]())"
		}
		if strings.Contains(string(f.Content), "func WithSigner(") {
			options += ", WithSigner(SignerFunc(func(*http.Request, []byte) (string, error) { return \"signed\", nil }))"
		}
	}
	return options
}

// success is a statement that makes an answer called v a successful one, by the page's envelope.
func success(doc *ir.Document) string {
	for _, e := range doc.Endpoints {
		if r := e.Success(); r != nil && r.Envelope != nil && len(r.Envelope.Success) > 0 {
			return fmt.Sprintf("wire.Succeed(&v, %q, %q)", r.Envelope.Code.Name.Value, r.Envelope.Success[0].Text.Value)
		}
	}
	return ""
}

// method is one of the Handler interface: its name, and the types of its request and result as the package writes them.
type method struct{ name, request, result string }

func handlerMethods(t *testing.T, code []byte) (out []method) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "server_gen.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || spec.Name.Name != "Handler" {
			return true
		}
		for _, f := range spec.Type.(*ast.InterfaceType).Methods.List {
			fn := f.Type.(*ast.FuncType)
			out = append(out, method{f.Names[0].Name, text(fset, fn.Params.List[1].Type), text(fset, fn.Results.List[0].Type)})
		}
		return false
	})
	return out
}

func text(fset *token.FileSet, e ast.Expr) string {
	var b strings.Builder
	_ = printer.Fprint(&b, fset, e)
	return b.String()
}

// wireTest is the test of one package.
func wireTest(name string, methods []method, options, success string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `package %s

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"gen.test/wire"
)

var (
	_ json.RawMessage
	_ http.Handler
)

type capture struct {
	UnimplementedHandler
	got any
}
`, name)
	for _, m := range methods {
		form := resultTest
		if m.result == "error" {
			form = nothingTest
		}
		fmt.Fprintf(&b, form, m.name, m.request, options, m.result, success)
	}
	return b.String()
}

// nothingTest is the test of a method that returns an error alone.
const nothingTest = `
func (h *capture) %[1]s(_ context.Context, req %[2]s) error {
	wire.Settle(req)
	h.got = req
	return nil
}

func Test%[1]s(t *testing.T) {
	h := new(capture)
	server := httptest.NewServer(NewServer(h))
	defer server.Close()
	sent, want := wire.Fill[%[2]s](), wire.Fill[%[2]s]()
	if err := NewClient(WithBaseURL(server.URL)%[3]s).%[1]s(context.Background(), sent); err != nil {
		t.Fatal(err)
	}
	wire.Settle(want)
	if !wire.Same(h.got, want) {
		t.Errorf("the handler got %%+v, sent was %%+v", h.got, want)
	}
}
`

// resultTest is the test of a method that returns a result too.
const resultTest = `
func (h *capture) %[1]s(_ context.Context, req %[2]s) (%[4]s, error) {
	wire.Settle(req)
	h.got = req
	return answer%[1]s(), nil
}

func answer%[1]s() %[4]s {
	v := wire.Fill[%[4]s]()
	%[5]s
	return v
}

func Test%[1]s(t *testing.T) {
	h := new(capture)
	server := httptest.NewServer(NewServer(h))
	defer server.Close()
	sent, want := wire.Fill[%[2]s](), wire.Fill[%[2]s]()
	got, err := NewClient(WithBaseURL(server.URL)%[3]s).%[1]s(context.Background(), sent)
	if err != nil {
		t.Fatal(err)
	}
	wire.Settle(want)
	if !wire.Same(h.got, want) {
		t.Errorf("the handler got %%+v, sent was %%+v", h.got, want)
	}
	wire.Settle(&got)
	answer := answer%[1]s()
	wire.Settle(&answer)
	if !wire.Same(got, answer) {
		t.Errorf("the client got %%+v, the handler gave %%+v", got, answer)
	}
}
`
