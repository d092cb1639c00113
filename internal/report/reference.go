package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Reference makes the reference of all rules, in Markdown: a table to find them by and a section for each, in the order
// of their codes, whatever the order given.
func Reference(rules []*source.Rule, lang source.Lang) []byte {
	rules = slices.Clone(rules)
	slices.SortFunc(rules, func(a, b *source.Rule) int { return cmp.Compare(a.Code, b.Code) })
	r := &reference{lang: lang}
	r.intro()
	r.index(rules)
	for _, rule := range rules {
		r.rule(rule)
	}
	return []byte(r.String())
}

type reference struct {
	strings.Builder
	lang source.Lang
}

func (r *reference) in(zh, en string) string { return source.Message{ZH: zh, EN: en}.In(r.lang) }

func (r *reference) intro() {
	fmt.Fprintf(r, "# %s\n\n%s\n\n%s\n",
		r.in("诊断信息", "Diagnostics"),
		r.in("[English](diagnostics.md)", "[中文](diagnostics.zh-CN.md)"),
		r.in(introZH, introEN))
}

func (r *reference) index(rules []*source.Rule) {
	fmt.Fprintf(r, "\n## %s\n\n| %s | %s | %s |\n|---|---|---|\n", r.in("一览", "All of them"),
		r.in("代码", "code"), r.in("级别", "severity"), r.in("说明", "message"))
	for _, rule := range rules {
		fmt.Fprintf(r, "| [`%[1]s`](#%[1]s) | %s | %s |\n",
			rule.Code, severities[rule.Severity].In(r.lang), escapeCell(skeleton(rule.Message.In(r.lang))))
	}
}

func (r *reference) rule(rule *source.Rule) {
	fmt.Fprintf(r, "\n## %s\n\n**%s**%s%s\n", rule.Code, severities[rule.Severity].In(r.lang),
		r.in("：", ": "), escapeMarkup(skeleton(rule.Message.In(r.lang))))
	for _, text := range []string{rule.Why.In(r.lang), skeleton(rule.Help.In(r.lang))} {
		if text != "" {
			fmt.Fprintf(r, "\n%s\n", escapeMarkup(text))
		}
	}
	r.example(r.in("页面上的写法：", "On the page:"), rule.Before)
	r.example(r.in("应写成：", "Better:"), rule.After)
}

// example shows a piece of a page in a fence that is longer than any inside it.
func (r *reference) example(title, text string) {
	if text == "" {
		return
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	fmt.Fprintf(r, "\n%s\n\n%smarkdown\n%s\n%s\n", title, fence, strings.TrimRight(text, "\n"), fence)
}

// skeleton shows a format with "…" where its arguments go.
func skeleton(format string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(format, "%")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		verb := strings.IndexFunc(after, func(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '%' })
		if verb < 0 {
			return b.String() + "%" + after
		}
		switch after[verb] {
		case '%':
			b.WriteByte('%')
		case 'q':
			b.WriteString(`"…"`)
		default:
			b.WriteString("…")
		}
		format = after[verb+1:]
	}
}

var (
	cellEscaper   = strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;")
	markupEscaper = strings.NewReplacer("<", "&lt;", "*", `\*`)
)

// escapeCell makes a text fit for a table cell, escapeMarkup for a paragraph. Backquotes stay: rules use them for code.
func escapeCell(s string) string   { return cellEscaper.Replace(s) }
func escapeMarkup(s string) string { return markupEscaper.Replace(s) }

const introEN = "Everything that wenma says about a page. This file is made from the rules themselves.\n\n" +
	"An **error** is something that could not be understood and is missing from the result; the exit status is 1. A **warning** is a\n" +
	"mistake that wenma worked around. An **info** is something that it repaired or inferred and is sure of; infos are shown with `-v`.\n\n" +
	"`wenma check --format json` writes the same for programs:\n\n" +
	"```json\n" +
	`{
  "version": 1,
  "diagnostics": [
    {
      "file": "api/user.md",
      "code": "…",
      "severity": "error | warning | info",
      "message": {"zh": "…", "en": "…"},
      "help": {"zh": "…", "en": "…"},
      "span": {
        "start": {"offset": 120, "line": 9, "column": 4, "displayColumn": 7},
        "end": {"offset": 126, "line": 9, "column": 6, "displayColumn": 11}
      },
      "related": [{"file": "…", "span": {}, "message": {}}],
      "fix": {"title": {}, "edits": [{"file": "…", "span": {}, "text": "…"}]}
    }
  ],
  "summary": {"errors": 0, "warnings": 1, "infos": 0}
}` + "\n```\n\n" +
	"- Diagnostics come in the order of files and then of places, each once.\n" +
	"- Spans are half-open. `offset` counts bytes of the decoded page (UTF-8, no byte order mark, lines ending in `\\n`); `line` and\n" +
	"  `column` are 1-based, `column` counts characters, `displayColumn` the cells of a terminal (a Chinese character is two).\n" +
	"- `span` is `null` where no place is meant; `help`, `related` and `fix` are left out where there is none.\n" +
	"- The edits of a fix belong together and do not overlap.\n" +
	"- Members may be added; `version` changes only when what is there changes its meaning."

const introZH = "wenma 对页面给出的全部信息。本文件由规则本身生成。\n\n" +
	"**错误**：没能看懂、因而结果中缺失的内容；退出状态为 1。**警告**：页面上的毛病，wenma 已绕过。\n" +
	"**提示**：wenma 已修复或推断、并且有把握的内容；加 `-v` 才逐条列出。\n\n" +
	"`wenma check --format json` 为程序输出同样的内容，格式见[英文版](diagnostics.md)的说明：" +
	"各条按文件和位置排列；`span` 为左闭右开区间；\n`offset` 是解码后页面（UTF-8，无 BOM，`\\n` 换行）的字节偏移；`line`、`column` 从 1 开始，" +
	"`column` 按字符计，\n`displayColumn` 按终端格宽计（一个汉字占两格）；`fix` 中的修改须一并应用，互不重叠。"
