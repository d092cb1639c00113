package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// pageLimit bounds what is taken for a page. The largest real ones have a few megabytes; a device or a disk image given
// by mistake must not fill the memory.
const pageLimit = 64 << 20

// standardInput is how "-" is called in messages and in what is generated.
const standardInput = "<stdin>"

// page is a page to read: where it is, and the name by which messages and generated comments call it.
type page struct{ path, name string }

// readPages reads and decodes the pages that the arguments mean, in the order of their names, each once. Pages that
// cannot be read or decoded fail the run, all of them named at once.
func (a *app) readPages(args []string) ([]*source.File, source.Diagnostics, error) {
	a.progress.stage("读取页面", "reading pages")
	pages, err := expand(args)
	if err != nil {
		return nil, nil, err
	}
	var (
		files   []*source.File
		found   source.Diagnostics
		refused []error
		opaque  int
	)
	for _, p := range pages {
		raw, err := a.read(p)
		if err != nil {
			refused = append(refused, failed("读不了页面 %q", "cannot read page %q", p.name).because(err))
			continue
		}
		file, ds := parser.Decode(p.name, raw)
		found.Add(ds...)
		if file == nil {
			opaque++
			continue
		}
		files = append(files, file)
	}
	if err := errors.Join(refused...); err != nil {
		return nil, found, joined(refused)
	}
	if opaque > 0 {
		return nil, found, failed("已停止：%s", "stopped: %s", source.Message{
			ZH: fmt.Sprintf("有 %d 个文件不是文本", opaque), EN: plural(opaque, "file is", "files are") + " not text",
		})
	}
	return files, found, nil
}

// read takes the bytes of a page, up to the limit.
func (a *app) read(p page) ([]byte, error) {
	in := a.stdin
	if p.path != "-" {
		f, err := os.Open(p.path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, pageLimit+1))
	if err == nil && len(raw) > pageLimit {
		err = failed("文件超过 %d MB，不像接口文档", "it is larger than %d MB, which no page is", pageLimit>>20)
	}
	return raw, err
}

// expand turns arguments into pages: files as they are, directories into the pages below them, patterns that the shell
// left alone into what they match.
func expand(args []string) ([]page, error) {
	var pages []page
	for _, arg := range args {
		paths, err := matches(arg)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			pages = append(pages, page{path, pageName(path)})
		}
	}
	slices.SortFunc(pages, func(a, b page) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.path, b.path)) })
	return distinct(pages), nil
}

func matches(arg string) ([]string, error) {
	if arg == "-" {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return pagesBelow(arg)
	case err == nil:
		return []string{arg}, nil
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		return matching(arg)
	case errors.Is(err, fs.ErrNotExist):
		return nil, notThere(arg, err)
	}
	return nil, failed("读不了页面 %q", "cannot read page %q", arg).because(err)
}

func matching(pattern string) ([]string, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, failed("文件名模式 %q 写法不对", "the pattern %q is malformed", pattern)
	}
	if len(paths) == 0 {
		return nil, failed("没有文件符合 %q", "no file matches %q", pattern)
	}
	return paths, nil
}

// notThere reports a page that does not exist, and the file beside it that may have been meant.
func notThere(path string, err error) *failure {
	f := failed("读不了页面 %q", "cannot read page %q", path).because(err)
	dir, base := filepath.Split(path)
	entries, _ := os.ReadDir(cmp.Or(dir, "."))
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := nearest.Of(base, names); near != "" {
		f.help("是不是 %q？", "did you mean %q?", dir+near)
	}
	return f
}

// pagesBelow lists the Markdown files of a directory and its subdirectories, hidden ones left out.
func pagesBelow(dir string) ([]string, error) {
	var paths []string
	root := dir + string(filepath.Separator) // with it a link to a directory is followed
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case !entry.IsDir() && isPage(path):
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		return nil, failed("读不了目录 %q", "cannot read directory %q", dir).because(err)
	}
	if len(paths) == 0 {
		return nil, noPagesBelow(dir)
	}
	return paths, nil
}

func noPagesBelow(dir string) error {
	f := failed("目录 %q 下没有 .md 页面", "there is no .md page below %q", dir)
	if entries, err := os.ReadDir(dir); err == nil && len(entries) == 0 {
		f.help("目录是空的；如果它是 git 子模块：git submodule update --init", "the directory is empty; where it is a git submodule: git submodule update --init")
	}
	return f
}

// isPage says whether a file name is a page's.
func isPage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// pageName is the name of a page in messages and generated comments: relative to the working directory where there is a
// way from there, so that nothing generated tells how a machine is laid out.
func pageName(path string) string {
	if path == "-" {
		return standardInput
	}
	name := filepath.Clean(path)
	if filepath.IsAbs(name) {
		if cwd, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(cwd, name); err == nil {
				name = rel
			}
		}
	}
	return filepath.ToSlash(name)
}

// distinct leaves out pages that are the same file as one before, be it by name or by a link.
func distinct(pages []page) []page {
	type trait struct{ size, modified int64 }
	seen := map[trait][]fs.FileInfo{}
	return slices.DeleteFunc(slices.CompactFunc(pages, func(a, b page) bool { return a.name == b.name }), func(p page) bool {
		info, err := os.Stat(p.path)
		if err != nil || !info.Mode().IsRegular() {
			return false
		}
		key := trait{info.Size(), info.ModTime().UnixNano()}
		if slices.ContainsFunc(seen[key], func(other fs.FileInfo) bool { return os.SameFile(info, other) }) {
			return true
		}
		seen[key] = append(seen[key], info)
		return false
	})
}

// joined makes one failure of several: the first speaks, the others follow as lines below it, and then what is to be done.
func joined(errs []error) error {
	first, _ := errs[0].(*failure)
	if first == nil || len(errs) == 1 {
		return errs[0]
	}
	const shown = 10
	help := first.hints
	first.hints = nil
	for _, err := range errs[1:min(len(errs), shown)] {
		var f *failure
		if errors.As(err, &f) {
			first.hints = append(first.hints, source.Message{ZH: f.line(source.Chinese), EN: f.line(source.English)})
		}
	}
	if more := len(errs) - shown; more > 0 {
		first.help("……另有 %d 个", "... and %d more", more)
	}
	first.hints = append(first.hints, help...)
	return first
}

// plural picks the English form for a number.
func plural(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}
