package generator

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// Verify checks the files of a package as a compiler would, before anybody sees them: they parse, every name is declared once,
// what the package's own names are used for fits. The packages that they import are not looked into, so it needs neither a
// toolchain nor the network. Tests and scaffolds are left out: they may be written against code that is not ours.
func Verify(files []File) error {
	fset := token.NewFileSet()
	parsed, err := parse(fset, files)
	if err != nil {
		return fmt.Errorf("what was generated is not Go: %w", err)
	}
	var found error
	conf := types.Config{
		Importer: noImports{},
		// What an import that failed is used for is not reported by go/types, so what remains is the package's own.
		Error: func(err error) {
			if e := (types.Error{}); found == nil && errors.As(err, &e) && !strings.Contains(e.Msg, errNotImported.Error()) {
				found = fmt.Errorf("what was generated does not compile: %w", err)
			}
		},
	}
	_, _ = conf.Check("generated", fset, parsed, nil) // errors went through Error
	return found
}

func parse(fset *token.FileSet, files []File) ([]*ast.File, error) {
	parsed := make([]*ast.File, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		if f.Kind != Generated || strings.HasSuffix(f.Name, "_test.go") {
			continue
		}
		group.Go(func() (err error) {
			parsed[i], err = parser.ParseFile(fset, f.Name, f.Content, parser.SkipObjectResolution)
			return err
		})
	}
	err := group.Wait()
	return slices.DeleteFunc(parsed, func(f *ast.File) bool { return f == nil }), err
}

var errNotImported = errors.New("not looked into")

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errNotImported }
