package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpCommand is `wenma help gen`, the same as `wenma gen --help`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.text("help [命令]", "help [COMMAND]"),
		Short: a.text("显示某个命令的帮助", "show the help of a command"),
		RunE: func(c *cobra.Command, args []string) error {
			target, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noUnknownCommand(c.Root(), args)
			}
			a.writeHelp(a.stdout, target)
			return nil
		},
	}
}

// writeHelp prints a command's help in the language of the run.
func (a *app) writeHelp(w io.Writer, c *cobra.Command) {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short
	}
	fmt.Fprintf(&b, "%s\n", about)
	a.section(&b, "用法", "Usage", "  "+a.useLine(c)+"\n")
	a.section(&b, "示例", "Examples", c.Example)
	a.section(&b, "命令", "Commands", commandList(c))
	a.section(&b, "选项", "Flags", flagList(c.LocalFlags()))
	a.section(&b, "通用选项", "Shared flags", flagList(c.InheritedFlags()))
	a.section(&b, "退出状态", "Exit status", a.text(exitStatus.ZH, exitStatus.EN))
	io.WriteString(w, b.String())
}

var exitStatus = message(
	`  0   完成
  1   页面有错误；能看懂的部分照常写出（除非 --strict）
  2   用法不对，或系统拒绝（文件缺失、不可读、磁盘满……）；不会留下写了一半的文件
  3   生成的文件与页面不符（--check、--frozen）
  70  wenma 自身的缺陷`,
	`  0   done
  1   the pages have errors; what was understood is written all the same (unless --strict)
  2   wrong usage, or the system refused (missing file, disk full ...); nothing is half-written
  3   generated files are not what the pages say (--check, --frozen)
  70  a bug in wenma itself`)

func (a *app) section(b *strings.Builder, zh, en, body string) {
	if strings.TrimSpace(body) != "" {
		fmt.Fprintf(b, "\n%s\n%s\n", a.text(zh+"：", en+":"), strings.TrimRight(body, "\n"))
	}
}

func (a *app) useLine(c *cobra.Command) string {
	if c.HasAvailableSubCommands() {
		return c.CommandPath() + " " + a.text("命令 [选项] 页面...", "COMMAND [flags] PAGE...")
	}
	return strings.TrimSpace(c.Parent().CommandPath() + " " + c.Use)
}

func commandList(c *cobra.Command) string {
	var b strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&b, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// flagList lists flags in two columns. Flags without a shorthand are set in by its width.
func flagList(flags *pflag.FlagSet) string {
	var names, texts []string
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		names, texts = append(names, name), append(texts, text)
		widest = max(widest, len(name))
	})
	var b strings.Builder
	for i, name := range names {
		fmt.Fprintf(&b, "  %-*s  %s\n", widest, name, texts[i])
	}
	return b.String()
}
