package main

import (
	"cmp"
	"errors"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/goname"
)

// stubsFor settles where a scaffold of handlers lives: in the generated package, or in a package of its own that imports
// it. No directory means no scaffold.
func stubsFor(dir, out string) (*generator.Stubs, error) {
	if dir == "" {
		return nil, nil
	}
	here, err := filepath.Abs(dir)
	if err != nil {
		return nil, failed("找不到目录 %q", "cannot find directory %q", dir).because(err)
	}
	generated, err := filepath.Abs(out)
	if err != nil {
		return nil, failed("找不到目录 %q", "cannot find directory %q", out).because(err)
	}
	if here == generated {
		return &generator.Stubs{}, nil
	}
	imported, err := importPath(generated, out)
	if err != nil {
		return nil, err
	}
	name := cmp.Or(packageIn(here), goname.Package(filepath.Base(here)), "handler")
	return &generator.Stubs{Package: name, Import: imported}, nil
}

// packageIn is the name of the package that already stands in a directory, "" when there is none.
func packageIn(dir string) string {
	files, _ := filepath.Glob(filepath.Join(dir, "*.go")) // the pattern is well-formed
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		if f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly); err == nil {
			return f.Name.Name
		}
	}
	return ""
}

// importPath is the path by which the package in a directory is imported: that of the module around it, and the way down.
// shown is how the user calls the directory.
func importPath(dir, shown string) (string, error) {
	for root := dir; ; root = filepath.Dir(root) {
		text, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err == nil {
			rel, err := filepath.Rel(root, dir)
			if module := moduleOf(string(text)); err == nil && module != "" {
				return path.Join(module, filepath.ToSlash(rel)), nil
			}
			return "", failed("%q 里没有 module 一行", "%q has no module line", filepath.Join(root, "go.mod"))
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
			return "", failed("读不了 %q", "cannot read %q", filepath.Join(root, "go.mod")).because(err)
		}
		if root == filepath.Dir(root) {
			return "", failed("%q 不在任何 Go 模块中，处理函数无从导入它", "%q is in no Go module, so the handlers cannot import it", shown).
				help("先运行 go mod init，或让 --stubs 与 --out 是同一个目录", "run go mod init first, or give --stubs and --out the same directory")
		}
	}
}

// moduleOf reads the module path of a go.mod file.
func moduleOf(text string) string {
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "//")
		if words := strings.Fields(line); len(words) == 2 && words[0] == "module" {
			if unquoted, err := strconv.Unquote(words[1]); err == nil {
				return unquoted
			}
			return words[1]
		}
	}
	return ""
}
