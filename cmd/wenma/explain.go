package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/explain"
	"github.com/wenma/wenma/internal/report"
)

// explainFlags is what `wenma explain` was told.
type explainFlags struct {
	genFlags
	format    choice
	all, json bool
}

func (a *app) explainCommand() *cobra.Command {
	flags := explainFlags{genFlags: newGenFlags(), format: oneOf("text", "json")}
	c := &cobra.Command{
		Use:   a.text("explain [选项] 名称 [页面...]", "explain [flags] NAME [PAGE...]"),
		Short: a.text("说明某个名称的来历：页面怎么写、推断了什么、生成了什么", "tell where a name comes from: cells, inferences, Go"),
		Long: a.text(
			"说明一个字段、类型、枚举值、错误码或接口的来历：它在页面的哪里，修复了什么，推断了什么、为什么，\n示例里是什么样，最后成了怎样的 Go。名称可以是 Go 的或页面的，可以只写一部分，不分大小写。\n不写名称（或 --all）则列出全部推断。",
			"explain tells where a field, type, constant, error or operation comes from: where on the pages it\nstands, what was repaired, what was inferred and why, what samples show, and the Go it became. A name\nis Go's or the page's, may be the last part of one, and has no case. Without a name, or with --all,\nall inferences are listed."),
		Example: `  wenma explain User.serviceCount page.md
  wenma explain "POST /op/getChatInfo" docs/api
  wenma explain getChatInfo.request.chatId page.md
  wenma explain --all --json docs/api | jq -r .about`,
		ValidArgsFunction: pageNames,
		RunE:              func(c *cobra.Command, args []string) error { return a.explain(args, flags, c.Flags().Changed) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.BoolVar(&flags.all, "all", false, a.text("列出全部推断", "list all inferences"))
	f.Var(&flags.format, "format", a.text("输出格式（默认 text）", "output format (default text)"))
	words(c, "format", flags.format.words)
	f.BoolVar(&flags.json, "json", false, a.text("同 --format json：每行一个 JSON 对象", "the same as --format json: one JSON object a line"))
	a.packageFlags(c, &flags.genFlags)
	return c
}

func (a *app) explain(args []string, flags explainFlags, given func(flag string) bool) error {
	if err := flags.check(); err != nil {
		return err
	}
	name, pages := asked(args, flags.all)
	api, err := a.ask(pages, flags.genFlags, given)
	if err != nil {
		return err
	}
	a.progress.clear()
	out := bufio.NewWriter(a.stdout)
	err = a.answer(out, api, name, flags.json || flags.format.value == "json")
	return firstOf(err, written(out.Flush()))
}

// asked tells the name from the pages. A method and a path that the shell took apart are one name.
func asked(args []string, all bool) (name string, pages []string) {
	if all || len(args) == 0 || isPage(args[0]) || args[0] == "-" || exists(args[0]) {
		return "", args
	}
	if len(args) > 1 && strings.HasPrefix(args[1], "/") && strings.ToUpper(args[0]) == args[0] && !exists(args[1]) {
		return args[0] + " " + args[1], args[2:]
	}
	return args[0], args[1:]
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// ask makes all of the pages that the answers are drawn from; nothing is written.
func (a *app) ask(pages []string, flags genFlags, given func(flag string) bool) (*explain.API, error) {
	doc, found, err := a.understand(pages)
	if err != nil {
		return nil, err
	}
	if a.inUse != nil {
		flags.fill(a.inUse.config, given)
	}
	a.progress.stage("生成代码", "generating code")
	made, more, err := generator.Generate(doc, flags.options("", a.outputLang(flags.speak), nil))
	if err != nil {
		return nil, failed("生成代码失败", "generating failed").because(err)
	}
	found.Add(more...)
	found.Sort()
	return explain.New(doc, found, made), nil
}

// maxAnswers is how many things of one name are told about in full.
const maxAnswers = 5

func (a *app) answer(w io.Writer, api *explain.API, name string, json bool) error {
	opts := report.Options{Lang: a.lang, Color: a.colored(a.stdout), Verbose: a.verbose}
	if name == "" {
		a.answerAll(w, api, json, opts)
		return nil
	}
	things, more := api.Find(name)
	switch {
	case len(things) == 0:
		return notFound(name, api.Words())
	case !json && len(things) > maxAnswers && !a.verbose:
		fmt.Fprintf(w, a.text("有 %d 处叫 %q，请写得更具体（-v 全部说明）：\n", "%d things are called %q; say which (-v explains all):\n"), len(things), name)
		api.List(w, things, opts)
		return nil
	}
	var subjects []*explain.Subject
	for _, t := range things {
		subjects = append(subjects, api.Explain(t))
	}
	if json {
		explain.JSON(w, subjects)
		return nil
	}
	api.Text(w, subjects, opts)
	if len(more) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.text("名称以它结尾的还有：", "further names that end so:"))
		api.List(w, more, opts)
	}
	return nil
}

// answerAll lists all inferences.
func (a *app) answerAll(w io.Writer, api *explain.API, json bool, opts report.Options) {
	switch entries := api.Ledger(); {
	case json:
		explain.JSON(w, entries)
	case len(entries) == 0:
		a.say(message("wenma: 这些页面上没有需要推断的", "wenma: nothing had to be inferred from these pages"))
	default:
		api.LedgerText(w, entries, opts)
	}
}

// notFound says that nothing has a name, and what has one like it.
func notFound(name string, words []string) error {
	f := failed("这些页面里没有 %q", "nothing on these pages is called %q", name)
	if near := nearestFew(name, words, 3); len(near) > 0 {
		return f.help("是不是 %s？", "did you mean %s?", listed(near))
	}
	return f.help("不写名称可以列出全部推断：wenma explain 页面.md", "without a name all inferences are listed: wenma explain PAGE.md")
}
