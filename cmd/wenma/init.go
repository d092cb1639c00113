package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

func (a *app) initCommand() *cobra.Command {
	schema := false
	c := &cobra.Command{
		Use:   a.text("init [选项] [页面...]", "init [flags] [PAGE...]"),
		Short: a.text("看看有哪些页面，写一个带注释的 wenma.yaml", "look at the pages and write a wenma.yaml with comments"),
		Long: a.text(
			"在当前目录写 wenma.yaml：每个键都有说明，已知的填好，其余注释掉。不写页面就在当前目录下找：\n只算里面有接口的页面。已有的 wenma.yaml 不覆盖。",
			"init writes wenma.yaml in this directory: every key explained, what is known filled in, the rest\ncommented out. Without pages it looks for them below this directory, and takes those that describe\nendpoints. A wenma.yaml that is there is not overwritten."),
		Example: `  wenma init
  wenma init docs/api
  wenma init --schema > wenma.schema.json`,
		ValidArgsFunction: pageNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if schema {
				_, err := a.stdout.Write(config.Schema())
				return written(err)
			}
			return a.init(args)
		},
	}
	c.Flags().BoolVar(&schema, "schema", false, a.text("只输出 wenma.yaml 的 JSON Schema，供编辑器用", "only print the JSON Schema of wenma.yaml, for editors"))
	return c
}

func (a *app) init(args []string) error {
	if exists(config.Name) {
		return failed("%q 已经有了", "%q is already there", config.Name).help("要重写就先移走它", "move it away to have a new one")
	}
	paths, err := a.candidates(args)
	if err != nil {
		return err
	}
	files, _, err := a.readPages(paths)
	if err != nil {
		return err
	}
	a.progress.stage("分析页面", "parsing pages")
	doc, _ := parser.Parse(files, parser.Options{})
	if a.noteEmpty(doc) {
		return failed("没有可写进 %s 的页面", "there is no page to name in %s", config.Name).
			help("指出页面所在，如 wenma init docs/api", "say where the pages are, as in wenma init docs/api")
	}
	c := &config.Config{Inputs: inputsOf(doc, args), Out: outFor(doc)}
	if len(homesOf(doc)) > fewPages {
		c.Layout = "page"
	}
	text := config.Init(c, unknownWords(doc))
	steps, err := plan([]output{{path: config.Name, content: text, flag: "--config"}}, history{})
	if err == nil {
		err = commit(steps, nil)
	}
	if err != nil {
		return err
	}
	a.say(message("wenma: 写好了 %s：%s，页面在 %s，包在 %s；看过之后运行 wenma gen", "wenma: wrote %s: %s, pages in %s, package in %s; look it over, then run wenma gen", config.Name,
		source.Message{ZH: fmt.Sprintf("%d 个接口", len(doc.Endpoints)), EN: plural(len(doc.Endpoints), "endpoint", "endpoints")}, listed(c.Inputs), c.Out))
	return nil
}

// fewPages is up to how many pages files that hold one kind of declaration each are easy to find one's way in.
const fewPages = 12

// searchLimit is how many Markdown files are looked at for pages. Who has more says where the pages are.
const searchLimit = 5000

// candidates are the Markdown files that may be pages: what the arguments mean, else all below the working directory that no other
// program keeps for itself.
func (a *app) candidates(args []string) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	var paths []string
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrPermission):
			return fs.SkipDir
		case err != nil:
			return err
		case entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains(foreign, entry.Name())):
			return fs.SkipDir
		case !entry.IsDir() && isPage(path) && mayDescribe(path):
			paths = append(paths, path)
		}
		if len(paths) > searchLimit {
			return failed("这里的 Markdown 文件超过 %d 个", "there are more than %d Markdown files here", searchLimit).
				help("指出页面所在，如 wenma init docs/api", "say where the pages are, as in wenma init docs/api")
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case len(paths) == 0:
		return nil, failed("当前目录下没有 .md 页面", "there is no .md page below this directory")
	}
	return paths, nil
}

// foreign are directories whose Markdown is somebody else's.
var foreign = []string{"node_modules", "vendor", "testdata", "third_party"}

// mayDescribe says whether a file holds what every description of an endpoint does: an address.
func mayDescribe(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.Contains(s.Text(), "/") {
			return true
		}
	}
	return false
}

// inputsOf names the pages that describe something: the arguments as they are, else the directories that hold the pages, the
// outermost of which do for those below.
func inputsOf(doc *ir.Document, args []string) []string {
	var inputs []string
	for _, arg := range args {
		inputs = append(inputs, filepath.ToSlash(filepath.Clean(arg)))
	}
	if len(args) > 0 {
		return inputs
	}
	for _, e := range doc.Endpoints {
		page := e.Span.File.Path
		if dir := path.Dir(page); dir != "." {
			page = dir
		}
		inputs = append(inputs, page)
	}
	slices.Sort(inputs)
	return withAncestors(slices.Compact(inputs))
}

// manyInputs is how many directories are listed one by one; of more, that around them is named if it is not the whole project.
const manyInputs = 2

// withAncestors leaves out what lies below another of the paths, and names the directory around many.
func withAncestors(paths []string) []string {
	outermost := slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		return slices.ContainsFunc(paths, func(above string) bool { return strings.HasPrefix(p, above+"/") })
	})
	around := outermost[0]
	for _, p := range outermost {
		for around != "." && p != around && !strings.HasPrefix(p, around+"/") {
			around = path.Dir(around)
		}
	}
	if len(outermost) > manyInputs && around != "." {
		return []string{around}
	}
	return outermost
}

// outFor is a directory for the package: below internal where a Go module is, as most keep what they generate.
func outFor(doc *ir.Document) string {
	name := cmp.Or(generator.DefaultPackage(doc, nil), "api")
	if exists("go.mod") {
		return "internal/" + name
	}
	return name
}

// suggestions is how many words are suggested for the glossary.
const suggestions = 12

// unknownWords are the words of titles and names that the built-in glossary does not know, with what they are called without.
func unknownWords(doc *ir.Document) []config.Word {
	var texts []string
	ir.Walk(doc, func(n ir.Node) {
		switch of := n.Of.(type) {
		case *ir.Endpoint:
			texts = append(texts, of.Title.Value)
		case *ir.Field:
			texts = append(texts, of.Name.Value)
		}
	})
	namer, err := goname.New(nil)
	if err != nil {
		panic(err) // no words cannot be wrong
	}
	var words []config.Word
	for _, text := range namer.MostUnknown(texts, 4*suggestions) {
		if utf8.RuneCountInString(text) < 2 || len(words) == suggestions {
			continue // a single character is part of a word that was not recognised as one
		}
		words = append(words, config.Word{Text: text, Name: namer.Exported(text)})
	}
	return words
}
