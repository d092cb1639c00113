package main

import (
	"bufio"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// errBreaking ends a comparison that found what --fail-on asked for.
var errBreaking = errors.New("breaking changes")

func (a *app) diffCommand() *cobra.Command {
	format, failOn := oneOf("text", "json", "markdown"), oneOf("never", "breaking", "any")
	c := &cobra.Command{
		Use:   a.text("diff [选项] 旧 新", "diff [flags] OLD NEW"),
		Short: a.text("比较两个时候的页面，说出接口变了什么", "compare two states of pages and say what changed in the API"),
		Long: a.text(
			"比较两边页面所说的接口，逐项说出变更，以及调用方或服务端是否不兼容。两边可以是页面、目录，\n或 git:版本[:路径]：版本库里那时的页面，不写路径就与另一边相同。措辞的改动不算变更。",
			"diff compares the APIs that the pages of both sides describe and says each change, and whether it\nbreaks callers or servers. A side is a page, a directory, or git:REVISION[:PATH], the pages as they\nwere then; without a path, that of the other side. Changes of wording are no changes."),
		Example: `  wenma diff git:HEAD docs/api
  wenma diff --format markdown git:v1.0:docs/api git:v1.1:docs/api > CHANGES.md
  wenma diff --fail-on breaking old.md new.md`,
		Args:              twoSides,
		ValidArgsFunction: pageNames,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.diff(args[0], args[1], format.value, failOn.value)
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

func twoSides(_ *cobra.Command, args []string) error {
	if len(args) == 2 {
		return nil
	}
	return failed("需要两边：旧的和新的，给出了 %d 个", "two sides are needed, the old and the new; %d given", len(args)).
		help("用法：wenma diff 旧.md 新.md，或 wenma diff git:HEAD docs/api", "usage: wenma diff OLD.md NEW.md, or wenma diff git:HEAD docs/api")
}

func (a *app) diff(old, new, format, failOn string) error {
	before, err := a.side(old, new)
	if err != nil {
		return err
	}
	after, err := a.side(new, old)
	if err != nil {
		return err
	}
	changes := apidiff.Diff(apidiff.Of(before), apidiff.Of(after))
	if err := a.show(a.stderr, apidiff.Unrecorded(before, after, changes)); err != nil {
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

// side reads the pages of one side. Their mistakes are for wenma check to tell.
func (a *app) side(arg, other string) (*ir.Document, error) {
	if !strings.HasPrefix(arg, gitPrefix) {
		doc, found, err := a.parse([]string{arg})
		if err != nil {
			return nil, firstOf(err, a.show(a.stderr, found))
		}
		return doc, nil
	}
	a.progress.stage("读取版本库", "reading the repository")
	files, err := a.pagesAt(arg, other)
	if err != nil {
		return nil, err
	}
	doc, _ := parser.Parse(files, parser.Options{})
	return doc, nil
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
