package generator

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Group is a part of a document that makes a package of its own.
type Group struct {
	// Dir is the directory that the group's pages are in; empty for what stands on no page.
	Dir string
	// Package is a name for the package. No other group has it.
	Package string
	Doc     *ir.Document
}

// Groups splits a document by the directories that its pages are in, directories below others being apart from these. A group has the
// endpoints of its pages, and the types that they mention or that its pages declare: what several groups mention is in each of them.
// A directory without endpoints makes a group only for types that no other group mentions; the error codes on its pages, like the
// addresses of servers, hold for all groups. The glossary is that of Options. The document itself stays as it is.
func Groups(doc *ir.Document, glossary map[string]string) []Group {
	namer, _ := goname.New(glossary)
	s := splitDocument(doc)
	dirs := slices.Sorted(maps.Keys(s.parts))
	names := apart(dirs, "", func(dir string, parents int) string {
		return packageOf(dir, parents, s.parts[dir], glossary, namer)
	})
	groups := make([]Group, len(dirs))
	for i, dir := range dirs {
		groups[i] = Group{dir, names[dir], s.parts[dir]}
	}
	return groups
}

// packageOf is a package's name after a directory, with so many of those above it.
func packageOf(dir string, parents int, part *ir.Document, glossary map[string]string, namer *goname.Namer) string {
	if name := namer.Package(strings.Join(wordsOf(dir, parents, namer), " ")); goname.IsPackage(name) {
		return name
	}
	return DefaultPackage(part, glossary)
}

// splitter makes the parts of a document, by directory.
type splitter struct {
	doc   *ir.Document
	parts map[string]*ir.Document
	types map[string]map[*ir.TypeDecl]bool // that are in each part
}

func splitDocument(doc *ir.Document) *splitter {
	s := &splitter{doc: doc, parts: make(map[string]*ir.Document), types: make(map[string]map[*ir.TypeDecl]bool)}
	for _, e := range doc.Endpoints {
		part := s.part(dirOf(e.Span, e.Name.Span))
		part.Endpoints = append(part.Endpoints, e)
	}
	s.shareTypes()
	for dir, part := range s.parts {
		part.Types = kept(doc.Types, func(t *ir.TypeDecl) bool { return s.types[dir][t] })
	}
	s.shareErrors()
	return s
}

// shareTypes decides which types are in which part.
func (s *splitter) shareTypes() {
	declared, mentioned := make(map[string][]*ir.TypeDecl), make(map[*ir.TypeDecl]bool)
	for _, t := range s.doc.Types {
		dir := dirOf(t.Name.Span, t.Span)
		declared[dir] = append(declared[dir], t)
	}
	for dir, part := range s.parts {
		s.types[dir] = mentions(part.Endpoints, declared[dir])
		maps.Copy(mentioned, s.types[dir])
	}
	for dir, types := range declared {
		if slices.ContainsFunc(types, func(t *ir.TypeDecl) bool { return !mentioned[t] }) && s.parts[dir] == nil {
			s.part(dir)
			s.types[dir] = mentions(nil, types)
		}
	}
}

// part is the part for a directory, with what holds for all.
func (s *splitter) part(dir string) *ir.Document {
	if s.parts[dir] == nil {
		part := *s.doc
		part.Endpoints, part.Types, part.Errors = nil, nil, nil
		if text := path.Base(dir); dir != "" && text != "." && text != ".." {
			part.Title, part.Group = ir.Text{Value: text}, ir.Text{}
		}
		s.parts[dir] = &part
	}
	return s.parts[dir]
}

// shareErrors gives each part the error codes of its own pages, and those of pages in directories that make no part.
func (s *splitter) shareErrors() {
	for _, e := range s.doc.Errors {
		of := dirOf(e.Span)
		for dir, part := range s.parts {
			if dir == of || s.parts[of] == nil {
				part.Errors = append(part.Errors, e)
			}
		}
	}
}

// mentions are the given types, those that the endpoints mention, and those that these mention in turn.
func mentions(endpoints []*ir.Endpoint, types []*ir.TypeDecl) map[*ir.TypeDecl]bool {
	found := make(map[*ir.TypeDecl]bool)
	ir.Walk(&ir.Document{Endpoints: endpoints, Types: types}, func(n ir.Node) {
		if t, ok := n.Of.(*ir.TypeDecl); ok {
			found[t] = true
		}
	})
	return found
}

// dirOf is the directory of the page that a place is on.
func dirOf(spans ...source.Span) string {
	page := pageOf(spans...)
	if page == shared {
		return ""
	}
	return path.Dir(page)
}
