package main

import (
	"io"

	"github.com/spf13/cobra"
)

// shells are the shells that a completion script can be written for.
var shells = []struct {
	name  string
	write func(*cobra.Command, io.Writer) error
}{
	{"bash", func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) }},
	{"zsh", (*cobra.Command).GenZshCompletion},
	{"fish", func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) }},
	{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
}

func (a *app) completionCommand() *cobra.Command {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: a.text("输出 shell 补全脚本", "print a shell completion script"),
		Example: `  source <(wenma completion bash)
  wenma completion zsh > "${fpath[1]}/_wenma"
  wenma completion fish > ~/.config/fish/completions/wenma.fish`,
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return failed("要指定一种 shell", "name one shell").help("可选：%s", "choose from: %s", listed(names))
			}
			for _, s := range shells {
				if s.name == args[0] {
					return s.write(c.Root(), a.stdout)
				}
			}
			return failed("没有 %q 的补全脚本", "there is no completion script for %q", args[0]).
				help("可选：%s", "choose from: %s", listed(names))
		},
	}
}
