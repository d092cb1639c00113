// Package generator turns an API into a Go package: every name and file is decided first, in one plan, and then printed by the
// templates. It is pure: files are made in memory, and the same document gives the same bytes.
package generator

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// Options say what to generate.
type Options struct {
	// Package is the name of the package; empty means DefaultPackage.
	Package string
	// Lang is the language in which the generated package speaks unless its user says otherwise.
	Lang source.Lang
	// Glossary has the project's own translations for names: Chinese words, and English ones, "-" to leave a word out.
	Glossary map[string]string
	// Operations says what operations are named by.
	Operations NameStyle
	// PlainTimes leaves dates and times the strings and integers that they are on the wire.
	PlainTimes bool
	// Zone is the zone of times that do not name theirs, as ParseZone reads it; empty means +08:00.
	Zone string
	// Optional says how scalars are held that need not be there.
	Optional OptionalStyle
	// Tests asks for a test of the samples on the pages.
	Tests bool
	// Pinned are the names of earlier runs, of which Kind, Key and Go matter: see Name for what they hold.
	Pinned []Name
	// Overrides are names by hand: what is named, by its Name.Key, its kind and key ("enum User.status") where the key alone
	// means something else, or its name in Go, and the identifier that it gets.
	Overrides map[string]string
	// Stubs asks for a scaffold of handlers; nil for none.
	Stubs *Stubs
}

// OptionalStyle says how scalars are held that need not be there.
type OptionalStyle uint8

const (
	// OptionalPointers are nil for what is not there.
	OptionalPointers OptionalStyle = iota
	// OptionalZeros are plain values: the zero value is what is not there, and is not sent. Where it means something else a
	// pointer is kept: for what may be null, a list of values that has it, a boolean that is true by default.
	OptionalZeros
)

// Stubs say where a scaffold of handlers lives.
type Stubs struct {
	// Package is the name of the scaffold's package; empty means the generated package itself.
	Package string
	// Import is the import path of the generated package, needed when Package is another.
	Import string
}

// File is a file to write.
type File struct {
	// Name is the path with slashes, relative to the output directory, or to the scaffold's for a Scaffold.
	Name    string
	Content []byte
	Kind    FileKind
}

// FileKind says who owns a file.
type FileKind uint8

const (
	// Generated files are written anew each time.
	Generated FileKind = iota
	// Scaffold files are written once, and are the user's then.
	Scaffold
)

// Result is what becomes of a document.
type Result struct {
	// Package is the name of the package.
	Package string
	// Files are the package's, and the scaffold's if there is one.
	Files []File
	// Names are the decisions on what things are called, by key.
	Names []Name
}

// Generate makes the package for a document. The error is about what no page can cause: a package name that is none. A
// document without endpoints and types gives no files. The order in which the document's pages were given has no part in it.
func Generate(doc *ir.Document, opts Options) (Result, source.Diagnostics, error) {
	if opts.Package == "" {
		opts.Package = DefaultPackage(doc, opts.Glossary)
	}
	if !goname.IsPackage(opts.Package) {
		return Result{}, nil, fmt.Errorf("%q is not a package name", opts.Package)
	}
	namer, err := goname.New(opts.Glossary)
	if err != nil || len(doc.Endpoints) == 0 && len(doc.Types) == 0 {
		return Result{Package: opts.Package}, nil, err
	}
	zone, err := ParseZone(cmp.Or(opts.Zone, defaultZone))
	if err != nil {
		return Result{Package: opts.Package}, nil, err
	}
	p := plan(doc, opts, namer)
	p.pkg.Zone = zone
	files, err := generated(p.pkg)
	if err == nil && opts.Tests {
		files, err = withTests(files, p.pkg)
	}
	if err == nil && opts.Stubs != nil && len(p.pkg.Operations) > 0 {
		var stubs []File
		stubs, err = scaffold(p.pkg, opts.Stubs)
		files = append(files, stubs...)
	}
	return Result{opts.Package, files, p.ledger.sorted()}, p.diags, err
}

// artefacts are the files of a package that depend on the page.
var artefacts = []struct {
	name   string
	print  func(*templates.Package) *jen.File
	needed func(*templates.Package) bool
}{
	{"doc_gen.go", templates.Doc, always},
	{"types_gen.go", templates.Types, always},
	{"enums_gen.go", templates.Enums, func(p *templates.Package) bool { return len(p.Enums) > 0 }},
	{"times_gen.go", templates.Times, func(p *templates.Package) bool { return len(p.Times) > 0 }},
	{"codec_gen.go", templates.Codec, always},
	{"validate_gen.go", templates.Validation, always},
	{"errors_gen.go", templates.Errors, hasCode},
	{"builder_gen.go", templates.Builders, hasOperations},
	{"client_gen.go", templates.Client, hasOperations},
	{"server_gen.go", templates.Server, hasOperations},
}

func always(*templates.Package) bool { return true }

func hasCode(p *templates.Package) bool { return p.Code != nil }

func hasOperations(p *templates.Package) bool { return len(p.Operations) > 0 }

func generated(p *templates.Package) ([]File, error) {
	var files []File
	var texts [][]byte
	for _, a := range artefacts {
		if !a.needed(p) {
			continue
		}
		text, err := render(a.print(p))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.name, err)
		}
		files = append(files, File{a.name, text, Generated})
		texts = append(texts, text)
	}
	engine, rest := templates.Runtime(p, texts)
	for _, f := range []File{{"json_gen.go", engine, Generated}, {"runtime_gen.go", rest, Generated}} {
		if f.Content != nil {
			files = append(files, f)
		}
	}
	return files, nil
}

// withTests adds the test of the samples, if there are any.
func withTests(files []File, p *templates.Package) ([]File, error) {
	text, err := templates.Tests(p)
	if text != nil {
		files = append(files, File{"samples_gen_test.go", text, Generated})
	}
	return files, err
}

func render(f *jen.File) ([]byte, error) {
	var b bytes.Buffer
	err := f.Render(&b)
	return b.Bytes(), err
}

// scaffoldType is the struct that a scaffold's handlers hang on.
const scaffoldType = "Handlers"

func scaffold(p *templates.Package, opts *Stubs) ([]File, error) {
	stub := &templates.Stub{Package: opts.Package, Import: opts.Import, Type: scaffoldType}
	if stub.Package == "" {
		stub.Package, stub.Import = p.Name, ""
	}
	text, err := render(templates.StubType(p, stub))
	files := []File{{"handlers.go", text, Scaffold}}
	for _, op := range p.Operations {
		if err != nil {
			break
		}
		text, err = render(templates.StubMethod(p, stub, op))
		files = append(files, File{stubFile(op.Name), text, Scaffold})
	}
	return files, err
}

// stubFile ends in a word that no build constraint or test has.
func stubFile(operation string) string { return goname.File(operation) + "_handler.go" }
