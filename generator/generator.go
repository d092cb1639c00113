// Package generator turns an API into a Go package: every name and file is decided first, in one plan, and then printed by the
// templates. It is pure: files are made in memory, and the same document gives the same bytes.
package generator

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
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
	// Places says how exactly comments tell where something stands.
	Places Places
	// Optional says how scalars are held that need not be there.
	Optional OptionalStyle
	// Tests asks for a test of the samples on the pages.
	Tests bool
	// Pinned are the names of earlier runs, of which Kind, Key and Go matter: see Name for what they hold.
	Pinned []Name
	// Overrides are names by hand.
	Overrides []Override
	// Stubs asks for a scaffold of handlers; nil for none.
	Stubs *Stubs
	// Layout says what is written into which file. What is declared, and what it is called, does not depend on it.
	Layout Layout
}

// Places says how exactly comments tell where something stands.
type Places uint8

const (
	// PlaceLines names page and line.
	PlaceLines Places = iota
	// PlacePages names the page, of types and operations alone: a line that is added to a page changes no other comment.
	PlacePages
)

// OptionalStyle says how scalars are held that need not be there.
type OptionalStyle uint8

const (
	// OptionalPointers are nil for what is not there.
	OptionalPointers OptionalStyle = iota
	// OptionalZeros are plain values: the zero value is what is not there, and is not sent. Where it means something else a
	// pointer is kept: for what may be null, a list of values that has it, a boolean that is true by default.
	OptionalZeros
)

// Layout says how the declarations of a package are spread over its files.
type Layout uint8

const (
	// ByKind makes a file for each kind of declaration: types, builders, the client.
	ByKind Layout = iota
	// ByPage makes two files for each page: what people read, and how it is sent, read and checked. Their content depends on that
	// page, and on what it shares with others, alone. What belongs to no single page is in files by kind.
	ByPage
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
	// Page is the path of the page that all of the file comes from; empty for what several pages share.
	Page string
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
	// Files are the package's, by name, and then the scaffold's if there is one.
	Files []File
	// Names are the decisions on what things are called, by key.
	Names []Name
}

// Generate is Decide with all files printed and in memory.
func Generate(doc *ir.Document, opts Options) (Result, source.Diagnostics, error) {
	p, found, err := Decide(doc, opts)
	made := Result{Package: p.Package, Names: p.Names}
	if err != nil {
		return made, found, err
	}
	var files sync.Mutex
	err = p.Print(func(b *Batch) error {
		files.Lock()
		defer files.Unlock()
		made.Files = append(made.Files, b.Files...)
		return nil
	})
	slices.SortFunc(made.Files, func(a, b File) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name)) })
	return made, found, err
}

// decide plans the package, and settles its name; nil where there is nothing to make.
func decide(doc *ir.Document, opts *Options) (*planner, error) {
	if opts.Package == "" {
		opts.Package = DefaultPackage(doc, opts.Glossary)
	}
	if !goname.IsPackage(opts.Package) {
		return nil, fmt.Errorf("%q is not a package name", opts.Package)
	}
	namer, err := goname.New(opts.Glossary)
	if err != nil || len(doc.Endpoints) == 0 && len(doc.Types) == 0 {
		return nil, err
	}
	zone, err := ParseZone(cmp.Or(opts.Zone, defaultZone))
	if err != nil {
		return nil, err
	}
	p := plan(doc, *opts, namer)
	p.pkg.Zone = zone
	return p, nil
}
