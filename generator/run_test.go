package generator

import (
	"os"
	"strconv"
	"testing"

	"github.com/wenma/wenma/internal/gotest"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// generate makes the package for a document, under its directory of a module; its scaffold goes to a directory beside it.
func generate(t *testing.T, m *gotest.Module, dir string, doc *ir.Document, opts Options) {
	t.Helper()
	files, _, err := Generate(doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		into := dir
		if f.Kind == Scaffold && opts.Stubs.Package != "" {
			into += opts.Stubs.Package
		}
		m.Write(into+"/"+f.Name, f.Content)
	}
}

// TestRun compiles, vets and runs generated packages. Their tests stand in testdata/run.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := gotest.New(t)
	m.CopyFS(os.DirFS("testdata/run"))
	generate(t, m, "op", read(t, seedPage), Options{Stubs: &Stubs{}})
	generate(t, m, "shop", shop(), Options{Package: "shop", Stubs: &Stubs{Package: "handlers", Import: "gen.test/shop"}})
	generate(t, m, "gateway", gateway(), Options{Package: "gateway", Lang: source.English})
	generate(t, m, "hostile", hostile(), Options{Package: "hostile", Stubs: &Stubs{}})
	generate(t, m, "types", &ir.Document{Types: shop().Types}, Options{Package: "types"})
	generate(t, m, "bare", &ir.Document{Endpoints: []*ir.Endpoint{endpoint("GET", "/ping", "ping")}}, Options{Package: "bare"})
	m.Write("op/sample_test.go", []byte("package op_test\n\nconst sample = "+strconv.Quote(sampleOf(t, seedPage))+"\n"))
	m.Go("vet", "./...")
	m.Go("test", "./...")
	m.Staticcheck()
}
