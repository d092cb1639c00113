package templates

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// TestIndex compares the declarations that the index cuts out with those that Go's own parser sees.
func TestIndex(t *testing.T) {
	got := make(map[string]bool)
	for _, d := range index().decls {
		for _, name := range d.names {
			got[d.receiver+"."+name] = true
		}
	}
	want := make(map[string]bool)
	for _, f := range index().files {
		text, err := fs.ReadFile(runtimeFiles, "runtime/"+f.name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.name, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			declaredBy(d, want)
		}
	}
	for name := range want {
		if !got[name] {
			t.Errorf("%s is not in the index", name)
		}
	}
	for name := range got {
		if !want[name] {
			t.Errorf("%s is in the index, but not in the runtime", name)
		}
	}
}

func declaredBy(d ast.Decl, names map[string]bool) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		receiver := ""
		if d.Recv != nil {
			typ := d.Recv.List[0].Type
			if star, ok := typ.(*ast.StarExpr); ok {
				typ = star.X
			}
			receiver = typ.(*ast.Ident).Name
		}
		names[receiver+"."+d.Name.Name] = true
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names["."+spec.Name.Name] = true
			case *ast.ValueSpec:
				for _, n := range spec.Names {
					names["."+n.Name] = true
				}
			}
		}
	}
}

// TestRuntime takes what a package uses, and nothing else.
func TestRuntime(t *testing.T) {
	r := NewRuntime()
	r.UsedBy([]byte("package p\n\nvar _ = signQuery\n"))
	engine, rest := r.Print("p")
	if engine != nil {
		t.Errorf("the engine came along: %s", engine)
	}
	for _, wanted := range []string{"package p\n", "func signQuery(", "type Signer interface", "func appendPair("} {
		if !strings.Contains(string(rest), wanted) {
			t.Errorf("no %q in %s", wanted, rest)
		}
	}
	for _, unwanted := range []string{"signHeader", "APIClient struct", "ServeHTTP"} {
		if strings.Contains(string(rest), unwanted) {
			t.Errorf("%q came along", unwanted)
		}
	}
	formatted, err := format.Source(rest)
	if err != nil || string(formatted) != string(rest) {
		t.Errorf("not in gofmt's form: %v", err)
	}
}

func TestWordsOf(t *testing.T) {
	var got []string
	for w := range wordsOf([]byte("a.b(\"c\\\"d\", 'e', `f`, 0x1f) // g\nh.i().j x.")) {
		got = append(got, string(w.of)+"."+string(w.text))
	}
	if want := []string{".a", "a.b", ".h", "h.i", ").j", ".x"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
