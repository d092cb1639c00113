package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
)

func (a *app) outlineCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.text("outline [选项] [页面...]", "outline [flags] [PAGE...]"),
		Short: a.text("列出页面的每个标题、表格和列被当作什么", "show what each heading, table and column was taken for"),
		Long: a.text(
			"逐行列出页面中的标题、标签、表格、列和示例被当作什么。结果与预期不符时，先看这里。",
			"outline lists, line by line, what the headings, labels, tables, columns and samples of a page were\ntaken for. Look here first when the result is not what you expect."),
		Example:           `  wenma outline page.md`,
		ValidArgsFunction: pageNames,
		RunE:              func(_ *cobra.Command, args []string) error { return a.outline(args) },
	}
}

// outlineWidth bounds what is shown of a piece of a page, in terminal cells.
const outlineWidth = 60

func (a *app) outline(args []string) error {
	args, err := a.choose(args)
	if err != nil {
		return err
	}
	files, found, err := a.readPages(args)
	if err != nil {
		return firstOf(a.show(a.stderr, found), err)
	}
	doc, _ := parser.Parse(files, a.inUse.reading())
	a.progress.clear()
	mask := masking(doc)
	out := bufio.NewWriter(a.stdout)
	for _, file := range files {
		fmt.Fprintln(out, report.Plain(file.Path, 4*outlineWidth))
		for _, t := range parser.Explain(file, a.inUse.reading()) {
			fmt.Fprintf(out, "%6d  %-8s %s\n", t.Span.Line(), t.Block, report.Plain(outlined(t, mask), 4*outlineWidth)+a.because(t))
		}
	}
	return written(out.Flush())
}

// because is the reason, in brackets; "" where there is none to give.
func (a *app) because(t parser.Taken) string {
	why := t.Why.In(a.lang)
	if why == "" {
		return ""
	}
	return a.text("（", " (") + why + a.text("）", ")")
}

// outlined says what a piece was taken for, after the piece itself. A table's columns speak for it.
func outlined(t parser.Taken, mask *strings.Replacer) string {
	line, _, more := strings.Cut(t.Span.Text(), "\n")
	if more {
		return mask.Replace(t.As)
	}
	return report.Plain(mask.Replace(line), outlineWidth) + " -> " + mask.Replace(t.As)
}

// masking takes out of a text what must not be shown of the pages.
func masking(doc *ir.Document) *strings.Replacer {
	var pairs []string
	for _, s := range doc.Secrets {
		if text := s.Text(); len(text) >= shortestSecret {
			pairs = append(pairs, text, "***")
		}
	}
	return strings.NewReplacer(pairs...)
}

// shortestSecret is how many bytes a secret has at least that is looked for in other texts: shorter ones stand everywhere.
const shortestSecret = 4
