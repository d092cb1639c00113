package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/internal/overlay"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// project is a directory with a wenma.yaml: what it says, and what the last run left beside it.
type project struct {
	file   *source.File
	config *config.Config
	words  *lexicon.Lexicon
	weigh  func(source.Diagnostics) source.Diagnostics
}

// stateDir holds what concerns one checkout alone: the journal, the lock that keeps two runs apart, and what the last run
// saw. It can be deleted at any time.
const stateDir = ".wenma"

// project finds and reads the wenma.yaml that counts for the working directory; nil where there is none, or --no-config says so.
// With enter its directory becomes the working directory: all its paths are relative to that, and so are those in messages and
// in what is generated, wherever a run was started. Paths that the command line gave are rewritten.
func (a *app) openProject(enter bool, given ...*string) (*project, error) {
	path, err := a.configPath()
	if err != nil || path == "" {
		return nil, err
	}
	if enter {
		if err := enterDirectory(filepath.Dir(path), given); err != nil {
			return nil, err
		}
		path = filepath.Base(path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, failed("读不了配置 %q", "cannot read the configuration %q", path).because(err)
	}
	a.inUse, err = a.readProject(path, raw)
	return a.inUse, err
}

// configPath is where the configuration is; "" for none.
func (a *app) configPath() (string, error) {
	switch {
	case a.noConfig && a.configFile != "":
		return "", failed("--config 和 --no-config 不能同时用", "--config and --no-config exclude each other")
	case a.noConfig:
		return "", nil
	case a.configFile == "":
		return findConfig()
	}
	if _, err := os.Stat(a.configFile); err != nil {
		return "", failed("读不了配置 %q", "cannot read the configuration %q", a.configFile).because(err)
	}
	return a.configFile, nil
}

// findConfig looks for wenma.yaml in the working directory and above, up to the top of the repository, submodules not counted.
func findConfig() (string, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return "", failed("找不到当前目录", "cannot find the working directory").because(err)
	}
	for dir, up := cwd, "."; ; dir, up = filepath.Dir(dir), filepath.Join(up, "..") {
		path := filepath.Join(up, config.Name)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		if isRepository(dir) || dir == filepath.Dir(dir) {
			return "", nil
		}
	}
}

// isRepository reports whether a directory is the top of a git repository that is no submodule: what a submodule holds belongs to
// the repository around it.
func isRepository(dir string) bool {
	git := filepath.Join(dir, ".git")
	if text, err := os.ReadFile(git); err == nil { // a file, of a submodule or of another working tree
		return !strings.Contains(filepath.ToSlash(string(text)), "/modules/")
	}
	return exists(git)
}

func (a *app) readProject(path string, raw []byte) (*project, error) {
	file, found := parser.Decode(filepath.ToSlash(path), raw)
	if file == nil {
		return nil, firstOf(a.show(a.stderr, found), failed("配置 %q 不是文本", "the configuration %q is not text", path))
	}
	c, found := config.Read(file)
	if err := a.show(a.stderr, found); err != nil {
		return nil, err
	}
	if found.Has(source.Error) {
		return nil, failed("配置 %q 有错误，什么也没做", "the configuration %q has errors; nothing was done", path)
	}
	p := &project{file: file, config: c}
	var more source.Diagnostics
	p.words, found = c.Words()
	p.weigh, more = c.Severities(allRules())
	found.Add(more...)
	if err := a.show(a.stderr, found); err != nil {
		return nil, err
	}
	if found.Has(source.Error) {
		return nil, failed("配置 %q 有错误，什么也没做", "the configuration %q has errors; nothing was done", path)
	}
	return p, nil
}

func enterDirectory(dir string, given []*string) error {
	cwd, err := os.Getwd()
	if err != nil {
		return failed("找不到当前目录", "cannot find the working directory").because(err)
	}
	root, err := filepath.Abs(dir)
	if err != nil {
		return failed("找不到目录 %q", "cannot find directory %q", dir).because(err)
	}
	for _, path := range given {
		if *path == "" || filepath.IsAbs(*path) {
			continue
		}
		rel, err := filepath.Rel(root, filepath.Join(cwd, *path))
		if err != nil {
			return failed("%q 与配置不在同一个盘上", "%q is on another volume than the configuration", *path).because(err)
		}
		*path = rel
	}
	if err := os.Chdir(root); err != nil {
		return failed("进不了目录 %q", "cannot enter directory %q", dir).because(err)
	}
	return nil
}

// parse makes one document of pages, as the configuration has them read and corrected. The nil project has none.
func (p *project) parse(files []*source.File) (*ir.Document, source.Diagnostics) {
	doc, found := parser.Parse(files, p.reading())
	if p == nil {
		return doc, found
	}
	found.Add(overlay.Apply(doc, p.config)...)
	found.Sort()
	return doc, found
}

func (p *project) reading() parser.Options {
	if p == nil {
		return parser.Options{}
	}
	return parser.Options{Lexicon: p.words}
}

// judge gives diagnostics the severities that the configuration wants.
func (p *project) judge(found source.Diagnostics) source.Diagnostics {
	if p == nil {
		return found
	}
	return p.weigh(found)
}

// pages are what the configuration's inputs mean, sorted, without what it excludes. The working directory is the project's.
func (p *project) pages() ([]string, error) {
	if len(p.config.Inputs) == 0 {
		return nil, failed("%s 没有写 inputs", "%s names no inputs", config.Name).
			help("写上页面所在，如 inputs: [docs/api]", "say where the pages are, as in inputs: [docs/api]")
	}
	var paths []string
	for _, input := range p.config.Inputs {
		found, err := pagesOf(input)
		if err != nil {
			return nil, err
		}
		paths = append(paths, found...)
	}
	paths, err := p.without(paths, p.config.Exclude)
	if err == nil && len(paths) == 0 {
		err = failed("%s 的 inputs 下没有 .md 页面", "there is no .md page in the inputs of %s", config.Name)
	}
	slices.Sort(paths)
	return slices.Compact(paths), err
}

// pagesOf are the pages of one input: a file, a directory, or a pattern.
func pagesOf(input string) ([]string, error) {
	path := filepath.FromSlash(input)
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return pagesBelow(path)
	case err == nil:
		return []string{filepath.Clean(path)}, nil
	case !strings.ContainsAny(input, "*?[{"):
		return nil, notThere(path, err)
	}
	found, err := doublestar.FilepathGlob(path, doublestar.WithFilesOnly(), doublestar.WithFailOnIOErrors())
	switch {
	case errors.Is(err, doublestar.ErrBadPattern):
		return nil, failed("%s 中 inputs 的模式 %q 写法不对", "in %s the input pattern %q is malformed", config.Name, input)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, failed("读不了 %q", "cannot read %q", input).because(err)
	case len(found) == 0:
		return nil, failed("没有文件符合 %q", "no file matches %q", input)
	}
	return found, nil
}

// without leaves out the pages that a file, a directory or a pattern of a list means.
func (p *project) without(paths, patterns []string) ([]string, error) {
	for _, pattern := range patterns {
		if !doublestar.ValidatePattern(pattern) {
			return nil, failed("%s 中 exclude 的模式 %q 写法不对", "in %s the pattern %q of exclude is malformed", config.Name, pattern)
		}
	}
	return slices.DeleteFunc(paths, func(path string) bool { return covered(patterns, path) }), nil
}

// covered says whether a path is one of the files, lies in one of the directories or matches one of the patterns of a list.
func covered(patterns []string, path string) bool {
	path = filepath.ToSlash(filepath.Clean(path))
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		clean := strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/")
		return path == clean || strings.HasPrefix(path, clean+"/") || doublestar.MatchUnvalidated(clean, path)
	})
}

// lock reads wenma.lock; an empty one where there is none yet. A lock that cannot be trusted ends the run.
func (a *app) readLock() (*lock.Lock, error) {
	raw, err := os.ReadFile(lock.FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failed("读不了 %q", "cannot read %q", lock.FileName).because(err)
	}
	file, found := parser.Decode(lock.FileName, raw)
	if file == nil {
		return nil, firstOf(a.show(a.stderr, found), failed("%s 不是文本", "%s is not text", lock.FileName))
	}
	l, found := lock.Read(file)
	if l == nil {
		return nil, firstOf(a.show(a.stderr, found), failed("%s 用不了，什么也没做", "%s cannot be used; nothing was done", lock.FileName))
	}
	return l, nil
}
