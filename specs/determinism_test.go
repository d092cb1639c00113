package specs

import (
	"bytes"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

const runs = 20

// TestSameInputSameBytes: all pages as one API give the same package however often, on however many processors, and whatever
// else the process has done before.
func TestSameInputSameBytes(t *testing.T) {
	paths := pages(t)
	want := generateAll(t, paths)
	processors := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(processors)
	for i := range runs {
		runtime.GOMAXPROCS(1 + i%2)
		generateAll(t, []string{paths[rand.IntN(len(paths))]})
		if got := generateAll(t, paths); !bytes.Equal(got, want) {
			t.Fatalf("run %d gives other bytes", i)
		}
	}
}

// generateAll is the package of the pages, all files one after the other.
func generateAll(t *testing.T, paths []string) []byte {
	var files []*source.File
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := parser.Decode(path, raw)
		files = append(files, f)
	}
	doc, _ := parser.Parse(files, parser.Options{})
	made, _, err := generator.Generate(doc, generator.Options{Package: "all"})
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range made {
		all.WriteString(f.Name)
		all.Write(f.Content)
	}
	return all.Bytes()
}
