package templates

import (
	"flag"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the list of dependencies anew")

// TestDependencies works out with Go's own type checker what each declaration of the runtime needs, and compares that with the
// list that the generator goes by.
func TestDependencies(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the standard library")
	}
	got := workOut(t)
	if *update {
		if err := os.WriteFile("runtime.deps", []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if got != dependencies {
		t.Error("runtime.deps is out of date: go test ./templates -run TestDependencies -update")
	}
}

// checked is the runtime, type-checked.
type checked struct {
	pkg   *types.Package
	info  *types.Info
	needs map[string]map[string]bool
}

func workOut(t *testing.T) string {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, f := range index().files {
		file, err := parser.ParseFile(fset, "runtime/"+f.name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	c := &checked{info: &types.Info{Uses: make(map[*ast.Ident]types.Object)}, needs: make(map[string]map[string]bool)}
	var err error
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	if c.pkg, err = conf.Check("runtime", fset, files, c.info); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		for _, d := range file.Decls {
			c.declaration(d)
		}
	}
	c.interfaces()
	return c.text()
}

// declaration notes what one declaration uses. The names of a group need each other: they are printed together.
func (c *checked) declaration(d ast.Decl) {
	names := make(map[string]bool)
	declaredBy(d, names)
	for name := range names {
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				c.use(strings.TrimPrefix(name, "."), c.info.Uses[id])
			}
			return true
		})
	}
}

func (c *checked) use(by string, obj types.Object) {
	if obj == nil || obj.Pkg() != c.pkg {
		return
	}
	if f, ok := obj.(*types.Func); ok && f.Signature().Recv() != nil {
		if receiver := receiverName(f); receiver != "" {
			c.note(by, receiver+"."+f.Name())
		}
	} else if obj.Parent() == c.pkg.Scope() {
		c.note(by, obj.Name())
	}
}

// receiverName is the type of a method, "" for a method of an interface.
func receiverName(f *types.Func) string {
	t := f.Signature().Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := t.(*types.Named); ok && !types.IsInterface(named) {
		return named.Obj().Name()
	}
	return ""
}

func (c *checked) note(by, needed string) {
	if by == needed {
		return
	}
	if c.needs[by] == nil {
		c.needs[by] = make(map[string]bool)
	}
	c.needs[by][needed] = true
}

// interfaces notes that a type needs the methods through which it is one of the runtime's interfaces.
func (c *checked) interfaces() {
	scope := c.pkg.Scope()
	for _, name := range scope.Names() {
		iface, ok := scope.Lookup(name).Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for _, other := range scope.Names() {
			obj, ok := scope.Lookup(other).(*types.TypeName)
			if !ok || types.IsInterface(obj.Type()) || !types.Implements(types.NewPointer(obj.Type()), iface) {
				continue
			}
			for m := range iface.Methods() {
				c.note(other, other+"."+m.Name())
			}
		}
	}
}

func (c *checked) text() string {
	var lines []string
	for name, needs := range c.needs {
		var list []string
		for need := range needs {
			list = append(list, need)
		}
		slices.Sort(list)
		lines = append(lines, name+": "+strings.Join(list, " ")+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
