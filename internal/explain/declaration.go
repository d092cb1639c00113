package explain

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/wenma/wenma/generator"
)

// declarations finds the lines of the generated package that declare a name.
type declarations struct {
	files  []generator.File
	set    *token.FileSet
	parsed map[string]*ast.File
}

func newDeclarations(files []generator.File) *declarations {
	return &declarations{files: files, set: token.NewFileSet(), parsed: make(map[string]*ast.File)}
}

// of lists the declarations of a thing: for an operation its method and request, for an enumeration its constants too.
func (d *declarations) of(t *Thing) []Declaration {
	switch t.Kind {
	case generator.OperationName:
		return slices.Concat(d.method(t.Go), d.typ(t.Go+"Request"))
	case generator.FieldName:
		owner, name, _ := strings.Cut(t.Go, ".")
		return d.field(owner, name)
	case generator.ConstantName, generator.ServerName, generator.ErrorName:
		return d.value(t.Go)
	}
	return slices.Concat(d.typ(t.Go), d.constants(t.Go))
}

// search asks the files that hold a text for what it announces, until one knows.
func (d *declarations) search(text string, find func(f *ast.File) (from, to token.Pos)) []Declaration {
	for _, file := range d.files {
		if file.Kind != generator.Generated || !bytes.Contains(file.Content, []byte(text)) {
			continue
		}
		tree := d.parsed[file.Name]
		if tree == nil {
			var err error
			if tree, err = parser.ParseFile(d.set, file.Name, file.Content, parser.ParseComments|parser.SkipObjectResolution); err != nil {
				continue
			}
			d.parsed[file.Name] = tree
		}
		if from, to := find(tree); from.IsValid() {
			return []Declaration{d.lines(file, from, to)}
		}
	}
	return nil
}

// lines are the whole lines between two places, without the indentation that all have.
func (d *declarations) lines(file generator.File, from, to token.Pos) Declaration {
	first, last := d.set.Position(from), d.set.Position(to).Offset
	start := bytes.LastIndexByte(file.Content[:first.Offset], '\n') + 1
	end := len(file.Content)
	if length := bytes.IndexByte(file.Content[last:], '\n'); length >= 0 {
		end = last + length
	}
	lines := strings.Split(string(file.Content[start:end]), "\n")
	for strings.HasPrefix(lines[0], "\t") {
		for i, line := range lines {
			lines[i] = strings.TrimPrefix(line, "\t")
		}
	}
	return Declaration{file.Name, first.Line, strings.Join(lines, "\n")}
}

func (d *declarations) typ(name string) []Declaration {
	return d.search(name, func(f *ast.File) (from, to token.Pos) {
		if decl, spec := typeSpec(f, name); spec != nil {
			return start(decl.Doc, decl), decl.End()
		}
		return token.NoPos, token.NoPos
	})
}

func typeSpec(f *ast.File, name string) (*ast.GenDecl, *ast.TypeSpec) {
	for _, decl := range f.Decls {
		if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
			for _, spec := range g.Specs {
				if s, ok := spec.(*ast.TypeSpec); ok && s.Name.Name == name {
					return g, s
				}
			}
		}
	}
	return nil, nil
}

func start(doc *ast.CommentGroup, node ast.Node) token.Pos {
	if doc != nil {
		return doc.Pos()
	}
	return node.Pos()
}

func (d *declarations) field(owner, name string) []Declaration {
	return d.search(owner, func(f *ast.File) (from, to token.Pos) {
		_, spec := typeSpec(f, owner)
		if spec == nil {
			return token.NoPos, token.NoPos
		}
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, field := range s.Fields.List {
				if slices.ContainsFunc(field.Names, func(id *ast.Ident) bool { return id.Name == name }) {
					return start(field.Doc, field), field.End()
				}
			}
		}
		return token.NoPos, token.NoPos
	})
}

// method is the client's method, as far as its signature.
func (d *declarations) method(name string) []Declaration {
	found := d.search(") "+name+"(", func(f *ast.File) (from, to token.Pos) {
		for _, decl := range f.Decls {
			if m, ok := decl.(*ast.FuncDecl); ok && m.Recv != nil && m.Name.Name == name {
				return start(m.Doc, m), m.Type.End()
			}
		}
		return token.NoPos, token.NoPos
	})
	for i := range found {
		found[i].Text = strings.TrimSuffix(found[i].Text, " {")
	}
	return found
}

// constants is the block in which a type's constants stand.
func (d *declarations) constants(typ string) []Declaration {
	return d.search(" "+typ+" = ", func(f *ast.File) (from, to token.Pos) {
		for _, decl := range f.Decls {
			if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.CONST && slices.ContainsFunc(g.Specs, func(s ast.Spec) bool { return ofType(s, typ) }) {
				return start(g.Doc, g), g.End()
			}
		}
		return token.NoPos, token.NoPos
	})
}

func ofType(s ast.Spec, typ string) bool {
	v, ok := s.(*ast.ValueSpec)
	if !ok {
		return false
	}
	id, ok := v.Type.(*ast.Ident)
	return ok && id.Name == typ
}

// value is a constant or variable.
func (d *declarations) value(name string) []Declaration {
	return d.search(name, func(f *ast.File) (from, to token.Pos) {
		for _, decl := range f.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && slices.ContainsFunc(v.Names, func(id *ast.Ident) bool { return id.Name == name }) {
					return start(v.Doc, v), v.End()
				}
			}
		}
		return token.NoPos, token.NoPos
	})
}
