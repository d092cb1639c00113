package generator

import (
	"fmt"
	"runtime"
	"slices"

	"github.com/dave/jennifer/jen"
	"golang.org/x/sync/errgroup"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/templates"
)

// artefact is a file to print. It is built when it is printed, so that few are in memory at a time.
type artefact struct {
	name  string
	page  string
	kind  FileKind
	build func() *jen.File
	frame func([]byte) ([]byte, error) // what stands around the text; nil for nothing
}

func (a *artefact) print() (File, error) {
	text, err := templates.Source(a.build())
	if err == nil && a.frame != nil {
		text, err = a.frame(text)
	}
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", a.name, err)
	}
	return File{a.name, text, a.kind, a.page}, nil
}

// printAll prints files on all processors.
func printAll(artefacts []artefact) ([]File, error) {
	files := make([]File, len(artefacts))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range artefacts {
		g.Go(func() (err error) {
			files[i], err = artefacts[i].print()
			return err
		})
	}
	return files, g.Wait()
}

// runtimeFiles are the parts of the runtime that a package uses.
func runtimeFiles(r *templates.Runtime, pkg string) []File {
	engine, rest := r.Print(pkg)
	made := []File{{Name: engineFile, Content: engine}, {Name: runtimeFile, Content: rest}}
	return slices.DeleteFunc(made, func(f File) bool { return f.Content == nil })
}

// The files that have all operations in them, and those of the runtime.
const (
	clientFile, serverFile  = "client_gen.go", "server_gen.go"
	engineFile, runtimeFile = "json_gen.go", "runtime_gen.go"
)

// kinds are the files that hold one kind of declaration each.
var kinds = []struct {
	name   string
	print  func(*templates.Package, *templates.Part) *jen.File
	needed func(*templates.Package, *templates.Part) bool
}{
	{"doc_gen.go", whole(templates.Doc), always},
	{"types_gen.go", templates.Types, hasStructs},
	{"enums_gen.go", templates.Enums, func(_ *templates.Package, part *templates.Part) bool { return len(part.Enums) > 0 }},
	{"times_gen.go", whole(templates.Times), func(p *templates.Package, _ *templates.Part) bool { return len(p.Times) > 0 }},
	{"codec_gen.go", templates.Codec, func(p *templates.Package, part *templates.Part) bool {
		return hasStructs(p, part) || len(part.Lists) > 0
	}},
	{"validate_gen.go", templates.Validation, func(p *templates.Package, part *templates.Part) bool {
		return hasStructs(p, part) || p.English
	}},
	{"errors_gen.go", whole(templates.Errors), func(p *templates.Package, _ *templates.Part) bool { return p.Code != nil }},
	{"builder_gen.go", templates.Builders, func(_ *templates.Package, part *templates.Part) bool { return len(part.Operations) > 0 }},
	{clientFile, templates.Client, hasOperations},
	{serverFile, templates.Server, hasOperations},
}

// whole is for files that do not depend on the part.
func whole(print func(*templates.Package) *jen.File) func(*templates.Package, *templates.Part) *jen.File {
	return func(p *templates.Package, _ *templates.Part) *jen.File { return print(p) }
}

func always(*templates.Package, *templates.Part) bool { return true }

func hasStructs(_ *templates.Package, part *templates.Part) bool {
	return len(part.Operations)+len(part.Envelopes)+len(part.Structs) > 0
}

func hasOperations(p *templates.Package, _ *templates.Part) bool { return len(p.Operations) > 0 }

// byKind are the files of the part that no page has to itself: of all, unless there are files for each page.
func (p *planner) byKind(part *templates.Part) []artefact {
	var out []artefact
	for _, k := range kinds {
		if k.needed(p.pkg, part) {
			out = append(out, artefact{name: k.name, build: func() *jen.File { return k.print(p.pkg, part) }})
		}
	}
	return out
}

// unread are the files of that part which the package does not need: of tests, and of the scaffold.
func (p *planner) unread(part *templates.Part) []artefact {
	var out []artefact
	if p.tested() {
		tests := func() *jen.File { return templates.Tests(p.pkg, part) }
		out = append(out, artefact{name: "samples_gen_test.go", build: tests, frame: p.pkg.SampleCheck})
	}
	if stub := p.stub(); stub != nil {
		out = append(out, artefact{name: "handlers.go", kind: Scaffold, build: func() *jen.File { return templates.StubType(p.pkg, stub) }})
		out = append(out, p.handlers(stub, part.Operations)...)
	}
	return out
}

// tested reports whether the package gets tests.
func (p *planner) tested() bool { return p.opts.Tests && p.pkg.HasTests() }

// filesOf are the files of a page.
func (p *planner) filesOf(of *page) []artefact {
	out := []artefact{p.ofPage(of, "_gen.go", templates.PageTypes)}
	if of.HasCodec() {
		out = append(out, p.ofPage(of, "_codec_gen.go", templates.PageCodec))
	}
	if p.tested() && of.HasSamples() {
		out = append(out, p.ofPage(of, "_gen_test.go", templates.PageTests))
	}
	if stub := p.stub(); stub != nil {
		out = append(out, p.handlers(stub, of.operations())...)
	}
	return out
}

func (p *planner) ofPage(of *page, ending string, print func(*templates.Package, *templates.Page) *jen.File) artefact {
	return artefact{name: of.stem + ending, page: of.path, build: func() *jen.File { return print(p.pkg, &of.Page) }}
}

// scaffoldType is the struct that a scaffold's handlers hang on.
const scaffoldType = "Handlers"

// stub is how the scaffold's files are printed; nil for none.
func (p *planner) stub() *templates.Stub {
	opts := p.opts.Stubs
	if opts == nil || len(p.pkg.Operations) == 0 {
		return nil
	}
	if opts.Package == "" {
		return &templates.Stub{Package: p.pkg.Name, Type: scaffoldType}
	}
	return &templates.Stub{Package: opts.Package, Import: opts.Import, Type: scaffoldType}
}

// handlers are the scaffold's files for operations.
func (p *planner) handlers(stub *templates.Stub, ops []*templates.Operation) []artefact {
	var out []artefact
	for _, op := range ops {
		out = append(out, artefact{
			name: stubFile(op.Name), page: p.owners.operations[op], kind: Scaffold,
			build: func() *jen.File { return templates.StubMethod(p.pkg, stub, op) },
		})
	}
	return out
}

// stubFile ends in a word that no build constraint or test has.
func stubFile(operation string) string { return goname.File(operation) + "_handler.go" }
