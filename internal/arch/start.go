package arch

import (
	"go/ast"
	"go/token"
	"strings"
)

// compiledAtStart finds where a file compiles regular expressions before main begins: in variables of the package, but not in
// functions there, and in init.
func compiledAtStart(f *ast.File) []token.Pos {
	var found []token.Pos
	see := func(n ast.Node) bool {
		if _, later := n.(*ast.FuncLit); later {
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok && compiles(call.Fun) {
			found = append(found, call.Pos())
		}
		return true
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			ast.Inspect(d, see)
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				ast.Inspect(d.Body, see)
			}
		}
	}
	return found
}

// compiles tells the functions of package regexp that compile, under its own name.
func compiles(fun ast.Expr) bool {
	s, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := s.X.(*ast.Ident)
	return ok && pkg.Name == "regexp" && strings.Contains(s.Sel.Name, "Compile")
}
