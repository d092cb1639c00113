package main

import (
	"bufio"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

func (a *app) checkCommand() *cobra.Command {
	format, fix := oneOf("text", "json"), false
	c := &cobra.Command{
		Use:   a.text("check [选项] [页面...]", "check [flags] [PAGE...]"),
		Short: a.text("检查页面，指出问题所在", "check pages and say what is wrong"),
		Long: a.text(
			"检查页面：每个问题给出位置、原因和改法。目录表示其下全部 .md，- 表示标准输入。\n不写任何文件；加 --fix 则在页面里改正标有“可自动修正”的问题，页面的意思不变，然后列出其余的。",
			"check reads the pages and says for each problem where it is, what it is and how to mend it.\nA directory means every .md below it, - means standard input.\nIt writes nothing; with --fix it mends in the pages what a \"fix\" is shown for, so that they go on saying what they said, and then lists the rest."),
		Example: `  wenma check page.md
  wenma check --fix docs/api
  wenma check -v docs/api
  wenma check --format json docs/api | jq -r '.diagnostics[].code'`,
		ValidArgsFunction: pageNames,
		RunE:              func(_ *cobra.Command, args []string) error { return a.check(args, format.value, fix) },
	}
	c.Flags().Var(&format, "format", a.text("输出格式（默认 text）", "output format (default text)"))
	words(c, "format", format.words)
	c.Flags().BoolVar(&fix, "fix", false, a.text("改正页面中可自动修正的问题", "mend what can be mended safely in the pages"))
	return c
}

func (a *app) check(args []string, format string, fix bool) error {
	pages, err := a.choose(args)
	if err == nil && fix {
		err = a.fixPages(pages)
	}
	if err != nil {
		return err
	}
	doc, found, failure := a.parse(pages)
	if failure != nil && len(found) == 0 {
		return failure
	}
	if failure == nil {
		if err = a.checkNames(doc, &found, len(args) == 0); err != nil {
			return err
		}
	}
	if format == "json" {
		out := bufio.NewWriter(a.stdout)
		report.JSON(out, found)
		err = written(out.Flush())
	} else {
		err = a.show(a.stdout, found)
	}
	if err != nil || failure != nil {
		return firstOf(failure, err)
	}
	a.noteEmpty(doc)
	return verdict(found)
}

// checkNames adds what generating would say of the pages, such as names that clash in Go. In a project that is as its configuration and
// its lock have the names; what they say of pages that were not asked for is left out.
func (a *app) checkNames(doc *ir.Document, found *source.Diagnostics, whole bool) error {
	if len(doc.Endpoints) == 0 {
		return nil
	}
	g := &generation{app: a, project: a.inUse, flags: newGenFlags(), doc: doc}
	if p := a.inUse; p != nil {
		g.flags.fill(p.config, func(string) bool { return false })
		if filepath.Dir(filepath.FromSlash(p.file.Path)) == "." { // else pages are called otherwise than the lock calls them
			var err error
			if g.before, err = a.readLock(); err != nil {
				return err
			}
		}
	}
	if err := g.each(g.decide); err != nil {
		return err
	}
	if !whole {
		g.found = slices.DeleteFunc(g.found, func(d *source.Diagnostic) bool {
			return !d.Span.Known() || a.inUse != nil && d.Span.File == a.inUse.file
		})
	}
	found.Add(a.inUse.judge(g.found)...)
	found.Sort()
	return nil
}

// parse reads pages and makes the document. Diagnostics come with a failure too: they name the pages at fault.
func (a *app) parse(pages []string) (*ir.Document, source.Diagnostics, error) {
	files, found, err := a.readPages(pages)
	if err != nil {
		return nil, found, err
	}
	doc, more := a.parseFiles(files)
	found.Add(more...)
	return doc, a.inUse.judge(found), nil
}

// choose settles which pages a command reads: those of its arguments, else those of the project, whose directory becomes the
// working directory.
func (a *app) choose(args []string) ([]string, error) {
	p, err := a.openProject(len(args) == 0)
	switch {
	case err != nil:
		return nil, err
	case len(args) > 0:
		return args, nil
	case p == nil:
		return nil, a.noPages()
	}
	return p.pages()
}

func (a *app) parseFiles(files []*source.File) (*ir.Document, source.Diagnostics) {
	a.progress.stage("分析页面", "parsing pages")
	return a.inUse.parse(files)
}

// understand chooses and parses for the commands that go on with the document: the diagnostics of a failed reading are shown.
func (a *app) understand(args []string) (*ir.Document, source.Diagnostics, error) {
	pages, err := a.choose(args)
	if err != nil {
		return nil, nil, err
	}
	doc, found, err := a.parse(pages)
	if err != nil {
		return nil, nil, firstOf(err, a.show(a.stderr, found))
	}
	return doc, found, nil
}

// noteEmpty says that the pages describe no endpoint, and whether that is so.
func (a *app) noteEmpty(doc *ir.Document) bool {
	if len(doc.Endpoints) > 0 {
		return false
	}
	a.say(message("wenma: 页面中没有找到接口", "wenma: the pages describe no endpoint"))
	return true
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
