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

// text prints the file.
func (a *artefact) text() ([]byte, error) {
	text, err := templates.Source(a.build())
	if err == nil && a.frame != nil {
		text, err = a.frame(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.name, err)
	}
	return text, nil
}

// files prints the package, with the scaffold and the tests that were asked for.
func (p *planner) files() ([]File, error) {
	artefacts, own := p.artefacts()
	files, err := printAll(artefacts)
	if err != nil {
		return nil, err
	}
	return slices.Insert(files, own, runtimeFiles(p.pkg, files[:own])...), nil
}

// artefacts are the files of the package; behind its own ones stand those of tests and of the scaffold.
func (p *planner) artefacts() (all []artefact, own int) {
	part, pages := p.layOut()
	all = append(p.byKind(part), p.byPage(pages)...)
	own = len(all)
	if p.opts.Tests && p.pkg.HasTests() {
		tests := func() *jen.File { return templates.Tests(p.pkg, part) }
		all = append(all, artefact{name: "samples_gen_test.go", build: tests, frame: p.pkg.SampleCheck})
		all = append(all, p.testsByPage(pages)...)
	}
	if p.opts.Stubs != nil && len(p.pkg.Operations) > 0 {
		all = append(all, p.scaffold(p.opts.Stubs)...)
	}
	return all, own
}

// printAll prints files on all processors.
func printAll(artefacts []artefact) ([]File, error) {
	files := make([]File, len(artefacts))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, a := range artefacts {
		g.Go(func() error {
			text, err := a.text()
			files[i] = File{a.name, text, a.kind, a.page}
			return err
		})
	}
	return files, g.Wait()
}

// runtimeFiles are the parts of the runtime that the given files use.
func runtimeFiles(p *templates.Package, files []File) []File {
	texts := make([][]byte, len(files))
	for i, f := range files {
		texts[i] = f.Content
	}
	engine, rest := templates.Runtime(p, texts)
	made := []File{{Name: "json_gen.go", Content: engine}, {Name: "runtime_gen.go", Content: rest}}
	return slices.DeleteFunc(made, func(f File) bool { return f.Content == nil })
}

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
	{"client_gen.go", templates.Client, hasOperations},
	{"server_gen.go", templates.Server, hasOperations},
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

// layOut gives what is printed by kind, and the pages of which each has files of its own.
func (p *planner) layOut() (*templates.Part, []*page) {
	if p.opts.Layout == ByPage {
		return p.sharedPart(), p.pages()
	}
	return &p.pkg.Part, nil
}

func (p *planner) byKind(part *templates.Part) []artefact {
	var out []artefact
	for _, k := range kinds {
		if k.needed(p.pkg, part) {
			out = append(out, artefact{name: k.name, build: func() *jen.File { return k.print(p.pkg, part) }})
		}
	}
	return out
}

// byPage are the files of pages, in the order of their names.
func (p *planner) byPage(pages []*page) []artefact {
	var out []artefact
	for _, of := range pages {
		out = append(out, p.ofPage(of, "_gen.go", templates.PageTypes))
		if of.HasCodec() {
			out = append(out, p.ofPage(of, "_codec_gen.go", templates.PageCodec))
		}
	}
	return out
}

// testsByPage are the samples of pages.
func (p *planner) testsByPage(pages []*page) []artefact {
	var out []artefact
	for _, of := range pages {
		if of.HasSamples() {
			out = append(out, p.ofPage(of, "_gen_test.go", templates.PageTests))
		}
	}
	return out
}

func (p *planner) ofPage(of *page, ending string, print func(*templates.Package, *templates.Page) *jen.File) artefact {
	return artefact{name: of.stem + ending, page: of.path, build: func() *jen.File { return print(p.pkg, &of.Page) }}
}

// scaffoldType is the struct that a scaffold's handlers hang on.
const scaffoldType = "Handlers"

func (p *planner) scaffold(opts *Stubs) []artefact {
	stub := &templates.Stub{Package: opts.Package, Import: opts.Import, Type: scaffoldType}
	if stub.Package == "" {
		stub.Package, stub.Import = p.pkg.Name, ""
	}
	out := []artefact{{name: "handlers.go", kind: Scaffold, build: func() *jen.File { return templates.StubType(p.pkg, stub) }}}
	for _, op := range p.pkg.Operations {
		out = append(out, artefact{
			name: stubFile(op.Name), page: p.owners.operations[op], kind: Scaffold,
			build: func() *jen.File { return templates.StubMethod(p.pkg, stub, op) },
		})
	}
	return out
}

// stubFile ends in a word that no build constraint or test has.
func stubFile(operation string) string { return goname.File(operation) + "_handler.go" }
