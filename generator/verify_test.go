package generator

import (
	"errors"
	"go/ast"
	goparser "go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// TestVerify lets everything that is generated from the test pages pass, and catches what a compiler would.
func TestVerify(t *testing.T) {
	good := File{Name: "a_gen.go", Content: []byte("package p\n\nimport \"net/http\"\n\ntype T struct{ A int }\n\nfunc f(t T, r *http.Request) string { return r.URL.Path }\n")}
	if err := Verify([]File{good}); err != nil {
		t.Errorf("a good package: %v", err)
	}
	ranged := []File{
		{Name: runtimeFile, Content: []byte("package p\n\nimport \"iter\"\n\nfunc pairs() iter.Seq2[string, int] { return nil }\n")},
		{Name: "b_gen.go", Content: []byte("package p\n\nfunc g() {\n\tfor k, v := range pairs() {\n\t\t_, _ = k, v\n\t}\n}\n")},
	}
	if err := Verify(ranged); err != nil {
		t.Errorf("what an import is of, ranged over: %v", err)
	}
	for name, text := range map[string]string{
		"is not Go":                "package p\n\nfunc {",
		"redeclared":               "package p\n\ntype T struct{}\n",
		"undefined: U":             "package p\n\nvar x U\n",
		"t.B undefined":            "package p\n\nfunc g(t T) int { return t.B }\n",
		"cannot use":               "package p\n\nvar s string = T{}.A\n",
		"not enough arguments":     "package p\n\nvar s = f()\n",
		"declared and not used: x": "package p\n\nfunc h() { x := 1 }\n",
	} {
		err := Verify([]File{good, {Name: "b_gen.go", Content: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "_gen.go:") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Verify([]File{good, {Name: "c_handler.go", Content: []byte("package q"), Kind: Scaffold}}); err != nil {
		t.Errorf("a scaffold: %v", err)
	}
}

// TestVerifyGenerated checks real packages, in both languages: one declares something in the runtime's place.
func TestVerifyGenerated(t *testing.T) {
	for _, lang := range []source.Lang{source.Chinese, source.English} {
		made, _, err := Generate(read(t, seedPage), Options{Tests: true, Stubs: &Stubs{}, Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		if err := Verify(made.Files); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	made, _, err := Generate(read(b, seedPage), Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Verify(made.Files); err != nil {
			b.Fatal(err)
		}
	}
}

// TestVerifyBatches has each page checked alone: with all that it rests on, and with no more. Nothing falls back to checking everything.
func TestVerifyBatches(t *testing.T) {
	projects, err := filepath.Glob("../specs/*/*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string][]*source.File{"many": manyFiles()[:60]}
	for _, path := range projects {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, of := range []string{"all specs", filepath.Dir(path)} {
			pages[of] = append(pages[of], source.NewFile(filepath.ToSlash(path), string(text)))
		}
	}
	needing := 0
	for name, files := range pages {
		doc, _ := parser.Parse(files, parser.Options{})
		p, _, err := Decide(doc, byPage)
		if err != nil {
			t.Fatal(err)
		}
		p.batch = 1
		p.whole = func() error { return errors.New("checked against too little") }
		for _, of := range p.pages {
			needing += len(of.needs)
		}
		if err := p.Print((*Batch).Verify); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if needing == 0 {
		t.Error("no page needs another: the test shows nothing")
	}
}

// TestVerifyBatchesFindsMistakes breaks one file of a package after the other.
func TestVerifyBatchesFindsMistakes(t *testing.T) {
	doc, _ := parser.Parse(manyFiles()[:4], parser.Options{})
	for name, spoil := range map[string]func(text []byte) []byte{
		"is not Go":    func(text []byte) []byte { return append(text, "func {"...) },
		"undefined: U": func(text []byte) []byte { return append(text, "\nvar _ U\n"...) },
		"redeclared":   func(text []byte) []byte { return append(text, "\ntype checker struct{}\n"...) },
		"not used: x":  func(text []byte) []byte { return append(text, "\nfunc spoilt() { x := 1 }\n"...) },
	} {
		for _, file := range []string{"runtime_gen.go", "types_gen.go", "0000_parcel_create_gen.go", "0003_room_create_codec_gen.go"} {
			if file == runtimeFile && (name == "redeclared" || name == "not used: x") {
				continue // it is the one that declares it, and its functions are not looked at
			}
			p, _, err := Decide(doc, byPage)
			if err != nil {
				t.Fatal(err)
			}
			p.whole = func() error { return errSpoilt }
			spoilt := false
			err = p.Print(func(b *Batch) error {
				for i := range b.Files {
					if b.Files[i].Name == file {
						b.Files[i].Content, spoilt = spoil(slices.Clone(b.Files[i].Content)), true
					}
				}
				return b.Verify()
			})
			if !spoilt || !errors.Is(err, errSpoilt) {
				t.Errorf("%s, %s: spoilt %v, %v", name, file, spoilt, err)
			}
		}
	}
}

var errSpoilt = errors.New("spoilt")

// TestWithoutBodies: of the runtime nothing is left out but what functions do.
func TestWithoutBodies(t *testing.T) {
	all := templates.NewRuntime()
	all.UseAll()
	functions := 0
	for _, f := range runtimeFiles(all, "p") {
		declarations := func(text []byte) string {
			fset := token.NewFileSet()
			file, err := goparser.ParseFile(fset, f.Name, text, goparser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for _, d := range file.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok {
					functions++
					fn.Body = nil
				}
				if err := printer.Fprint(&out, fset, d); err != nil {
					t.Fatal(err)
				}
				out.WriteByte('\n')
			}
			return out.String()
		}
		less := withoutBodies(f.Content)
		if diff := cmp.Diff(declarations(f.Content), declarations(less)); diff != "" || len(less) > len(f.Content)*2/3 {
			t.Errorf("%s: %d of %d bytes\n%s", f.Name, len(less), len(f.Content), diff)
		}
	}
	if functions < 200 {
		t.Errorf("only %d functions", functions)
	}
}
