package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

func (a *app) openapiCommand() *cobra.Command {
	format, out := oneOf("yaml", "json"), ""
	c := &cobra.Command{
		Use:   a.text("openapi [选项] [页面...]", "openapi [flags] [PAGE...]"),
		Short: a.text("把页面导出为 OpenAPI 3.1", "export pages as OpenAPI 3.1"),
		Long: a.text(
			"把页面读到的内容导出为 OpenAPI 3.1，默认写到标准输出。目录表示其下全部 .md，- 表示标准输入。",
			"openapi writes what the pages say as OpenAPI 3.1, to standard output by default.\nA directory means every .md below it, - means standard input."),
		Example: `  wenma openapi page.md > openapi.yaml
  wenma openapi --format json --out api.json docs/api`,
		ValidArgsFunction: pageNames,
		RunE:              func(_ *cobra.Command, args []string) error { return a.export(args, format.value, out) },
	}
	c.Flags().Var(&format, "format", a.text("输出格式（默认 yaml）", "output format (default yaml)"))
	c.Flags().StringVarP(&out, "out", "o", "", a.text("写到 `文件`，而不是标准输出", "write to `FILE` instead of standard output"))
	words(c, "format", format.words)
	return c
}

func (a *app) export(args []string, format, out string) error {
	doc, found, err := a.understand(args)
	if err != nil {
		return err
	}
	if err := a.show(a.stderr, found); err != nil {
		return err
	}
	a.noteEmpty(doc)
	a.progress.stage("导出 OpenAPI", "exporting OpenAPI")
	content, err := encode(openapi.Export(doc), format)
	if err != nil {
		return err
	}
	if err := a.deliver(content, out, doc); err != nil {
		return err
	}
	return verdict(found)
}

func encode(doc *openapi.Document, format string) ([]byte, error) {
	var b bytes.Buffer
	write := doc.YAML
	if format == "json" {
		write = doc.JSON
	}
	err := write(&b)
	return b.Bytes(), err
}

// deliver writes the export to standard output, a file, or whatever else stands at the path (a pipe, a device).
func (a *app) deliver(content []byte, out string, doc *ir.Document) error {
	a.progress.clear()
	if out == "" || out == "-" {
		_, err := a.stdout.Write(content)
		return written(err)
	}
	if info, err := os.Stat(out); err == nil && info.Mode()&(fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket) != 0 {
		if err := os.WriteFile(out, content, 0); err != nil {
			return failed("写不了 %q", "cannot write %q", out).because(err)
		}
		return nil
	}
	steps, err := plan([]output{{path: out, content: content, mine: isOpenAPI, flag: "--out"}}, history{})
	if err != nil {
		return err
	}
	if err := commit(steps, nil); err != nil {
		return err
	}
	a.say(summaryOf(steps, filepath.ToSlash(out), len(doc.Endpoints)))
	return nil
}

// isOpenAPI says whether a file may be replaced by an export: it is one, of whatever version, or it is empty.
func isOpenAPI(old []byte) bool {
	head := bytes.TrimSpace(old[:min(len(old), 4096)])
	return len(head) == 0 || slices.ContainsFunc(
		[]string{"openapi:", `{"openapi"`, "{\n  \"openapi\""},
		func(start string) bool {
			return bytes.HasPrefix(bytes.ReplaceAll(head, []byte("\r"), nil), []byte(start))
		},
	)
}
