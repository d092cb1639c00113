package main

import (
	"bufio"
	"cmp"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// errBreaking ends a comparison that found what --fail-on asked for.
var errBreaking = errors.New("breaking changes")

func (a *app) diffCommand() *cobra.Command {
	format, failOn := oneOf("text", "json", "markdown"), oneOf("never", "breaking", "any")
	c := &cobra.Command{
		Use:   a.text("diff [选项] [旧 [新]]", "diff [flags] [OLD [NEW]]"),
		Short: a.text("比较两个时候的页面，说出接口变了什么", "compare two states of pages and say what changed in the API"),
		Long: a.text(
			"比较两边页面所说的接口，逐项说出变更，以及调用方或服务端是否不兼容。两边可以是页面、目录，\n或 git:版本[:路径]：版本库里那时的页面，不写路径就与另一边相同。措辞的改动不算变更。\n在有 wenma.yaml 的项目里，新的一边可以不写，就是项目现在的页面；旧的一边也不写，就是 git:HEAD。\n两边都按现在的 wenma.yaml 来读，所以改配置不算变更。",
			"diff compares the APIs that the pages of both sides describe and says each change, and whether it\nbreaks callers or servers. A side is a page, a directory, or git:REVISION[:PATH], the pages as they\nwere then; without a path, that of the other side. Changes of wording are no changes.\nIn a project with wenma.yaml the new side may be left out and is the project's pages as they are;\nso may the old one, which is git:HEAD then. Both sides are read as wenma.yaml says now: to change it\nis no change of the API."),
		Example: `  wenma diff
  wenma diff git:v1.0
  wenma diff git:HEAD docs/api
  wenma diff --format markdown git:v1.0:docs/api git:v1.1:docs/api > CHANGES.md
  wenma diff --fail-on breaking old.md new.md`,
		ValidArgsFunction: pageNames,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.diff(args, format.value, failOn.value)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.Var(&format, "format", a.text("输出格式（默认 text）", "output format (default text)"))
	f.Var(&failOn, "fail-on", a.text("有什么样的变更时以状态 1 结束：never（默认）、breaking（不兼容）、any（任何）", "end with status 1 on: never (default), breaking, any change"))
	words(c, "format", format.words)
	words(c, "fail-on", failOn.words)
	return c
}

func (a *app) diff(args []string, format, failOn string) error {
	old, new, err := a.sides(args)
	if err != nil {
		return err
	}
	before, err := a.side(old, new)
	if err != nil {
		return err
	}
	after, err := a.side(new, old)
	if err != nil {
		return err
	}
	changes := apidiff.Diff(apidiff.Of(before), apidiff.Of(after))
	if err := a.show(a.stderr, a.inUse.judge(apidiff.Unrecorded(before, after, changes))); err != nil {
		return err
	}
	if err := a.writeChanges(changes, format); err != nil {
		return err
	}
	for _, c := range changes {
		if failOn == "any" || failOn == "breaking" && c.Breaking() {
			return errBreaking
		}
	}
	return nil
}

// projectPages is the side that means the project's pages as they are.
const projectPages = ""

// sides settles what is compared. With less than two arguments it is a project's pages with what they were, and the project's
// directory becomes the working directory.
func (a *app) sides(args []string) (old, new string, err error) {
	revision := len(args) == 0 || len(args) == 1 && strings.HasPrefix(args[0], gitPrefix)
	p, err := a.openProject(revision)
	switch {
	case err != nil:
		return "", "", err
	case len(args) == 2:
		return args[0], args[1], nil
	case !revision || p == nil:
		return "", "", failed("需要两边：旧的和新的，给出了 %d 个", "two sides are needed, the old and the new; %d given", len(args)).
			help("用法：wenma diff 旧.md 新.md，或 wenma diff git:HEAD docs/api", "usage: wenma diff OLD.md NEW.md, or wenma diff git:HEAD docs/api").
			help("有 wenma.yaml 的项目里可以不写：wenma diff", "in a project with wenma.yaml both can be left out: wenma diff")
	case len(args) == 1:
		return args[0], projectPages, nil
	}
	return gitPrefix + "HEAD", projectPages, nil
}

// side reads the pages of one side, as the configuration of today has them read. Their mistakes are for wenma check to tell.
func (a *app) side(arg, other string) (*ir.Document, error) {
	var files []*source.File
	var err error
	if strings.HasPrefix(arg, gitPrefix) {
		a.progress.stage("读取版本库", "reading the repository")
		files, err = a.pagesAt(arg, other)
	} else {
		files, err = a.pagesNow(arg)
	}
	if err != nil {
		return nil, err
	}
	doc, _ := a.parseFiles(files)
	return doc, nil
}

func (a *app) pagesNow(arg string) ([]*source.File, error) {
	paths := []string{arg}
	if arg == projectPages {
		var err error
		if paths, err = a.inUse.pages(); err != nil {
			return nil, err
		}
	}
	files, found, err := a.readPages(paths)
	if err != nil {
		var f *failure
		if errors.As(err, &f) && !exists(arg) && isRevision(arg) {
			f.help("是版本库里的版本吗？写成 %s", "is the revision of the repository meant? That is %s", gitPrefix+arg)
		}
		return nil, firstOf(err, a.show(a.stderr, found))
	}
	return files, nil
}

// pagesAt are the pages of a revision. Where the argument has no path, that of the other side counts; a page that was not there then
// is new.
func (a *app) pagesAt(arg, other string) ([]*source.File, error) {
	name, path, given := strings.Cut(strings.TrimPrefix(arg, gitPrefix), ":")
	r, err := openRevision(name)
	if err != nil {
		return nil, err
	}
	if path == "" {
		path, given = pathOf(other), false
	}
	wanted := r.below(path)
	if path == projectPages {
		wanted = a.inUse.covers
	}
	files, err := r.pages(wanted)
	if err != nil || len(files) > 0 {
		return files, err
	}
	if given {
		return nil, failed("%s 下没有 .md 页面", "there is no .md page in %s", arg)
	}
	if former := r.formerName(pageName(path)); former != "" {
		return r.pages(r.below(former))
	}
	a.say(message("wenma: 版本 %s 里还没有 %s，其中的接口都算新增", "wenma: revision %s has no %s yet, so that all its endpoints are new", name, cmp.Or(path, config.Name)))
	return nil, nil
}

// pathOf is the path that a side means: the working directory for a revision of all.
func pathOf(side string) string {
	rest, ok := strings.CutPrefix(side, gitPrefix)
	if !ok {
		return side
	}
	_, path, _ := strings.Cut(rest, ":")
	return cmp.Or(path, ".")
}

// covers says whether a path is one of the project's pages, be it there or not.
func (p *project) covers(path string) bool {
	return isPage(path) && covered(p.config.Inputs, path) && !covered(p.config.Exclude, path) && !hidden(path)
}

func (a *app) writeChanges(changes []*apidiff.Change, format string) error {
	a.progress.clear()
	out := bufio.NewWriter(a.stdout)
	lang := a.lang
	switch format {
	case "json":
		if err := apidiff.JSON(out, changes); err != nil {
			return written(err)
		}
	case "markdown":
		apidiff.Markdown(out, changes, lang)
	default:
		apidiff.Text(out, changes, lang)
	}
	return written(out.Flush())
}

// decoded is the page in a text from elsewhere than the disk; nil for bytes that are no text.
func decoded(name string, raw []byte) *source.File {
	file, _ := parser.Decode(name, raw)
	return file
}
