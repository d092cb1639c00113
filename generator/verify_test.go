package generator

import (
	"strings"
	"testing"
)

// TestVerify lets everything that is generated from the test pages pass, and catches what a compiler would.
func TestVerify(t *testing.T) {
	good := File{Name: "a_gen.go", Content: []byte("package p\n\nimport \"net/http\"\n\ntype T struct{ A int }\n\nfunc f(t T, r *http.Request) string { return r.URL.Path }\n")}
	if err := Verify([]File{good}); err != nil {
		t.Errorf("a good package: %v", err)
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

// TestVerifyGenerated checks a real package.
func TestVerifyGenerated(t *testing.T) {
	made, _, err := Generate(read(t, seedPage), Options{Tests: true, Stubs: &Stubs{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := Verify(made.Files); err != nil {
		t.Error(err)
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
