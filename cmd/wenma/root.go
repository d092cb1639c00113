package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/source"
)

// commands are the commands, in the order of the help.
var commands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"gen", (*app).genCommand}, {"init", (*app).initCommand}, {"check", (*app).checkCommand}, {"openapi", (*app).openapiCommand},
	{"outline", (*app).outlineCommand}, {"explain", (*app).explainCommand}, {"diff", (*app).diffCommand},
	{"completion", (*app).completionCommand}, {"version", (*app).versionCommand},
}

// rootCommand assembles the commands that a command line can be about. It is made anew for every run, in the language of the run.
func (a *app) rootCommand(args []string) *cobra.Command {
	root := &cobra.Command{
		Use:   "wenma",
		Short: a.text("把中文 Markdown 接口文档编译成 Go 代码", "compile Chinese Markdown API pages to Go"),
		Long: a.text(
			"文码（wenma）照原样读取中文 Markdown 接口文档（手写的，或由 ShowDoc、YApi、smart-doc、\nknife4j、Apifox 等导出的），生成 Go 的类型、请求构造器、客户端、服务端和校验代码。",
			"wenma reads Chinese Markdown API pages as they are (written by hand, or exported by ShowDoc,\nYApi, smart-doc, knife4j, Apifox and the like) and writes Go: types, request builders, a client,\na server and validation."),
		Example: `  wenma gen specs/op/getChatInfo.md
  wenma check docs/api
  wenma openapi --format json page.md | jq .paths`,
		SilenceErrors:    true,
		SilenceUsage:     true,
		Args:             a.noUnknownCommand,
		RunE:             a.bare,
		Version:          versionLine(),
		PersistentPreRun: func(c *cobra.Command, _ []string) { a.command = c.Name() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(flagFailure)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.writeHelp(a.stdout, c) })
	root.SetVersionTemplate("{{.Version}}\n")
	a.sharedFlags(root)
	alone := aloneIn(args)
	for _, c := range commands {
		if alone == "" || alone == c.name {
			root.AddCommand(c.make(a))
		}
	}
	root.SetHelpCommand(a.helpCommand())
	return root
}

// aloneIn is the command that a command line begins with, if it is about no other; "" where it may be about all of them. The flags of
// nine commands take longer to make than some commands run.
func aloneIn(args []string) string {
	if len(args) == 0 || args[0] == "completion" {
		return ""
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.name
		}
	}
	return ""
}

func (a *app) text(zh, en string) string { return source.Message{ZH: zh, EN: en}.In(a.lang) }

func (a *app) sharedFlags(root *cobra.Command) {
	lang := choice{words: []string{"zh", "en"}}
	a.color = oneOf("auto", "always", "never")
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.Var(&lang, "lang", a.text("说明文字的语言（默认取自 LC_ALL、LC_MESSAGES、LANG）", "language of messages (default: from LC_ALL, LC_MESSAGES, LANG)"))
	flags.Var(&a.color, "color", a.text("是否着色（默认 auto：仅在终端上，且未设 NO_COLOR）", "colour (default auto: on a terminal only, and not with NO_COLOR)"))
	flags.StringVar(&a.configFile, "config", "", a.text("配置`文件`（默认从当前目录向上找 wenma.yaml）", "the configuration `FILE` (default: wenma.yaml in this directory or above)"))
	flags.BoolVar(&a.noConfig, "no-config", false, a.text("不看 wenma.yaml", "go without wenma.yaml"))
	flags.BoolVarP(&a.verbose, "verbose", "v", false, a.text("列出全部信息，包括已自行处理的提示", "list everything, also what was repaired or inferred with certainty"))
	flags.BoolP("help", "h", false, a.text("显示帮助", "show help"))
	root.Flags().Bool("version", false, a.text("显示版本", "show the version"))
	words(root, "lang", lang.words)
	words(root, "color", a.color.words)
}

// words makes the shell offer the values of a flag.
func words(c *cobra.Command, flag string, values []string) {
	// The only error is a flag that does not exist or has words already, which would be a slip in this package.
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
}

// pageNames makes the shell offer pages and directories.
func pageNames(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"md", "markdown"}, cobra.ShellCompDirectiveFilterFileExt
}

// bare answers a command line without a command: help, but not as if something had been done.
func (a *app) bare(c *cobra.Command, _ []string) error {
	a.writeHelp(a.stderr, c)
	return failed("没有说明要执行哪个命令", "no command given")
}

func (a *app) noUnknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	f := failed("没有命令 %q", "there is no command %q", args[0])
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	switch near := nearest.Of(args[0], names); {
	case near != "":
		f.help("是不是 wenma %s？", "did you mean wenma %s?", near)
	case isPage(args[0]):
		f.help("要由页面生成代码：wenma gen %s", "to generate code from a page: wenma gen %s", args[0])
	default:
		f.help("可用的命令见 wenma --help", "see wenma --help for the commands")
	}
	return f
}

// noPages refuses a command line without pages where no wenma.yaml names any.
func (a *app) noPages() error {
	return failed("没有指定页面", "no page given").
		help("用法：wenma %s 页面.md...（目录表示其下全部 .md，- 表示标准输入）", "usage: wenma %s PAGE.md... (a directory means every .md below it, - means standard input)", a.command).
		help("要让项目记住页面：wenma init", "to have a project remember its pages: wenma init")
}

// noArguments refuses arguments to a command that takes none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return failed("wenma %s 不接受参数 %q", "wenma %s takes no argument %q", c.Name(), args[0])
}

// flagFailure says what is wrong with a flag, and which one may have been meant.
func flagFailure(c *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		wrong   *choiceError
	)
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown)
	case errors.As(err, &missing):
		return failed("选项 --%s 缺少值", "flag --%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &wrong):
		errors.As(err, &invalid)
		return failed("选项 --%s 的值不能是 %q", "flag --%s cannot be %q", invalid.GetFlag().Name, wrong.value).
			help("可选：%s", "choose from: %s", listed(wrong.words))
	case errors.As(err, &invalid):
		return failed("选项 --%s 的值不能是 %q", "flag --%s cannot be %q", invalid.GetFlag().Name, invalid.GetValue())
	}
	return failed("命令行有误", "the command line is wrong").because(err)
}

func unknownFlag(c *cobra.Command, err *pflag.NotExistError) *failure {
	name := err.GetSpecifiedName()
	shown := "--" + name
	if err.GetSpecifiedShortnames() != "" {
		shown = "-" + name
	}
	f := failed("没有选项 %s", "there is no flag %s", shown)
	var names []string
	c.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	if near := nearest.Of(name, names); near != "" && len(name) > 1 {
		return f.help("是不是 --%s？", "did you mean --%s?", near)
	}
	return f.help("可用的选项见 %s --help", "see %s --help for the flags", c.CommandPath())
}
