package specs

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

const runs = 20

// TestSameInputSameBytes: all pages as one API give the same package however often, on however many processors, and whatever
// else the process has done before.
func TestSameInputSameBytes(t *testing.T) {
	paths := allSources(t)
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

// TestNamesIgnorePageOrder: what things are called does not depend on the order in which the pages are given.
func TestNamesIgnorePageOrder(t *testing.T) {
	paths := allSources(t)
	want := namesOf(generateResult(t, paths))
	if len(want) < 500 {
		t.Fatalf("only %d names", len(want))
	}
	for range 3 {
		rand.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		if diff := cmp.Diff(want, namesOf(generateResult(t, paths))); diff != "" {
			t.Fatalf("%v give other names (-want +got):\n%s", paths, diff)
		}
	}
}

// TestPageOrderDoesNotMatter: a project gives the same bytes in whatever order its pages are given.
func TestPageOrderDoesNotMatter(t *testing.T) {
	for _, path := range pages(t) {
		files := sources(t, path)
		if len(files) < 2 {
			continue
		}
		want := generateAll(t, files)
		for range 5 {
			rand.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
			if got := generateAll(t, files); !bytes.Equal(got, want) {
				t.Errorf("%v give other bytes:\n%s", files, cmp.Diff(string(want), string(got)))
			}
		}
	}
}

// allSources lists the files of all pages and projects.
func allSources(t *testing.T) (out []string) {
	for _, path := range pages(t) {
		out = append(out, sources(t, path)...)
	}
	return out
}

// namesOf lists names with the places that they stand at.
func namesOf(made generator.Result) []string {
	lines := make([]string, len(made.Names))
	for i, n := range made.Names {
		lines[i] = fmt.Sprintf("%s %s is %s", n.Kind, n.Key, n.Go)
		if n.Span.Known() {
			lines[i] += fmt.Sprintf(" (%s:%d)", n.Span.File.Path, n.Span.Start)
		}
	}
	slices.Sort(lines)
	return lines
}

// generateAll is the package of the pages, all files one after the other.
func generateAll(t *testing.T, paths []string) []byte {
	made := generateResult(t, paths)
	var all bytes.Buffer
	for _, f := range made.Files {
		all.WriteString(f.Name)
		all.Write(f.Content)
	}
	return all.Bytes()
}

// generateResult is what becomes of the pages, taken for one API.
func generateResult(t *testing.T, paths []string) generator.Result {
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
	return made
}
