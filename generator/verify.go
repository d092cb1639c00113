package generator

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"runtime"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"golang.org/x/sync/errgroup"

	"github.com/wenma/wenma/templates"
)

// Verify checks the files of a package as a compiler would, before anybody sees them: they parse, every name is declared once,
// what the package's own names are used for fits. The packages that they import are not looked into, so it needs neither a
// toolchain nor the network. Tests and scaffolds are left out: they may be written against code that is not ours. Of the runtime it is
// what it declares that is checked: its functions are the same in every package, and tested as they are.
func Verify(files []File) error {
	fset := token.NewFileSet()
	runtime, err := parse(fset, filter(files, isRuntime))
	if err != nil {
		return err
	}
	rest, err := parse(fset, filter(files, func(f File) bool { return !isRuntime(f) }))
	if err != nil {
		return err
	}
	return check(fset, runtime, rest)
}

func isRuntime(f File) bool { return f.Name == engineFile || f.Name == runtimeFile }

func filter(files []File, keep func(File) bool) []File {
	return slices.DeleteFunc(slices.Clone(files), func(f File) bool { return !keep(f) })
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// parse reads the files that are part of the package when it is built.
func parse(fset *token.FileSet, files []File) ([]*ast.File, error) {
	parsed := make([]*ast.File, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		if !f.compiled() {
			continue
		}
		group.Go(func() (err error) {
			text := f.Content
			if isRuntime(f) {
				text = withoutBodies(text)
			}
			parsed[i], err = parser.ParseFile(fset, f.Name, text, parser.SkipObjectResolution)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("what was generated is not Go: %w", err)
	}
	return slices.DeleteFunc(parsed, func(f *ast.File) bool { return f == nil }), nil
}

// withoutBodies is a file in gofmt's form with nothing in its functions: what they do is tested as it is, and to read it all takes most of
// the time.
func withoutBodies(file []byte) []byte {
	out := make([]byte, 0, len(file)/2)
	within := false
	for line := range bytes.Lines(file) {
		if within = within && line[0] != '}'; within {
			continue
		}
		out = append(out, line...)
		within = bytes.HasPrefix(line, []byte("func ")) && bytes.HasSuffix(line, []byte("{\n"))
	}
	return out
}

// check checks files against others, of which only what they declare is looked at.
func check(fset *token.FileSet, against, files []*ast.File) error {
	var found error
	conf := &types.Config{
		Importer: noImports{},
		Error: func(err error) {
			if e := (types.Error{}); found == nil && errors.As(err, &e) && !follows(e.Msg) {
				found = fmt.Errorf("what was generated does not compile: %w", err)
			}
		},
	}
	c := types.NewChecker(conf, fset, types.NewPackage("generated", ""), nil)
	if len(against) > 0 {
		conf.IgnoreFuncBodies = true
		_ = c.Files(against) // errors go through Error
		conf.IgnoreFuncBodies = false
	}
	_ = c.Files(files)
	return found
}

// follows tells errors that come of another one, which is reported too, or of an import that was not looked into.
func follows(msg string) bool {
	return strings.Contains(msg, errNotImported.Error()) || strings.Contains(msg, "invalid type") || strings.Contains(msg, "invalid operand")
}

var errNotImported = errors.New("not looked into")

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errNotImported }

// Verify checks the files of the batch as the function Verify does a package, against what all batches rest on. The client's and the
// server's files have all operations in them, and so every page: of these, each batch has the part for its own operations checked.
func (b *Batch) Verify() error {
	if len(b.plan.pages) == 0 {
		return Verify(b.Files)
	}
	verify := b.verifyPages
	if b.pages == nil {
		verify = b.verifyRest
	}
	err := verify()
	if err != nil {
		err = b.plan.whole() // says it too, unless the batch was checked against too little
	}
	return err
}

// ground is what all batches rest on: the runtime, what no page has to itself, and the pages that this needs.
type ground struct {
	fset  *token.FileSet
	files []*ast.File // without the client and the server
	pages []*page
}

func (p *Plan) newGround() (*ground, error) {
	files, err := printAll(p.byKind(p.part))
	if err != nil {
		return nil, err
	}
	all := templates.NewRuntime()
	for _, f := range files {
		all.UsedBy(f.Content)
	}
	all.UseAll()
	g := &ground{fset: token.NewFileSet(), pages: p.needed(p.shared)}
	ofPages, err := p.filesOfAll(g.pages)
	if err != nil {
		return nil, err
	}
	g.files, err = parse(g.fset, slices.Concat(runtimeFiles(all, p.pkg.Name), slices.DeleteFunc(files, hasAllOperations), ofPages))
	return g, err
}

// hasAllOperations tells the files in which every operation is.
func hasAllOperations(f File) bool { return f.Name == clientFile || f.Name == serverFile }

// verifyPages checks the files of pages, and of those that they need.
func (b *Batch) verifyPages() error {
	g, err := b.plan.ground()
	if err != nil {
		return err
	}
	own := filter(b.Files, func(f File) bool { return !g.has(f.Page) }) // what the ground has is checked with the rest
	needed := slices.DeleteFunc(b.plan.needed(b.pages...), func(of *page) bool { return g.has(of.path) || slices.Contains(b.pages, of) })
	more, err := b.plan.filesOfAll(needed)
	if err != nil {
		return err
	}
	operations, err := b.plan.operationsOf(slices.Concat(g.pages, b.pages, needed))
	if err != nil {
		return err
	}
	files, err := parse(g.fset, slices.Concat(own, more, operations))
	defer forget(g.fset, files)
	if err != nil {
		return err
	}
	return check(g.fset, g.files, files)
}

func (g *ground) has(path string) bool {
	return slices.ContainsFunc(g.pages, func(of *page) bool { return of.path == path })
}

// verifyRest checks what all batches rest on.
func (b *Batch) verifyRest() error {
	pages := b.plan.needed(b.plan.shared)
	more, err := b.plan.filesOfAll(pages)
	if err != nil {
		return err
	}
	operations, err := b.plan.operationsOf(pages)
	if err != nil {
		return err
	}
	if _, err := parse(token.NewFileSet(), filter(b.Files, hasAllOperations)); err != nil {
		return err
	}
	return Verify(slices.Concat(filter(b.Files, func(f File) bool { return !hasAllOperations(f) }), more, operations))
}

// operationsOf prints the client and the server as if there were no other operations than those of pages.
func (p *Plan) operationsOf(pages []*page) ([]File, error) {
	if len(p.pkg.Operations) == 0 {
		return nil, nil
	}
	pkg := *p.pkg
	pkg.Operations = slices.Clone(p.part.Operations)
	for _, of := range pages {
		pkg.Operations = append(pkg.Operations, of.operations()...)
	}
	return printAll([]artefact{
		{name: clientFile, build: func() *jen.File { return templates.Client(&pkg, p.part) }},
		{name: serverFile, build: func() *jen.File { return templates.Server(&pkg, p.part) }},
	})
}

// needed are the pages that others need, and these in turn; not themselves, unless others of them need them.
func (p *Plan) needed(by ...*page) []*page {
	seen := map[*page]bool{}
	for queue := by; len(queue) > 0; queue = queue[1:] {
		for path := range queue[0].needs {
			if of := p.byPath[path]; of != nil && !seen[of] {
				seen[of] = true
				queue = append(queue, of)
			}
		}
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b *page) int { return cmp.Compare(a.stem, b.stem) })
}

// forget lets go of what is kept of the places in files.
func forget(fset *token.FileSet, files []*ast.File) {
	for _, f := range files {
		fset.RemoveFile(fset.File(f.FileStart))
	}
}

// verifyWhole checks the package with all of it in memory.
func (p *Plan) verifyWhole() error {
	var all []File
	if err := p.Print(func(b *Batch) error { all = append(all, b.Files...); return nil }); err != nil {
		return err
	}
	return Verify(all)
}
