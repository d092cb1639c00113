//go:build generated

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

func parseCases() []timedCase {
	page := must(os.ReadFile("../specs/op/getChatInfo.md"))
	files := []*source.File{source.NewFile("getChatInfo.md", string(page))}
	gfm := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	return []timedCase{
		repeat("parse/seed/goldmark", func() { gfm.Parse(text.NewReader(page)) }),
		repeat("parse/seed/wenma", func() { parser.Parse(files, parser.Options{}) }),
		repeat("parse/seed/blocks", func() { block.Parse(files[0]) }),
	}
}

const table = "## x\n\nPOST /x\n\n返回参数：\n\n|字段|类型|说明|\n|--|--|--|\n"

// hostilePages are texts of about n bytes that a parser might take quadratic time for.
var hostilePages = []struct {
	name string
	size int
	page func(n int) string
}{
	{"pipes", 1_000_000, func(n int) string { return table + strings.Repeat("|", n) + "\n" }},
	{"line", 10_000_000, func(n int) string { return "# x\n\n" + strings.Repeat("长", n/3) + "\n" }},
	{"cell", 10_000_000, func(n int) string { return table + "|a|int|" + strings.Repeat("说", n/3) + "|\n" }},
	{"quotes", 200_000, func(n int) string { return strings.Repeat(">", n) + "a\n" }},
	{"lists", 200_000, nestedList},
	{"json", 1_000_000, func(n int) string { return table + "\n```json\n" + strings.Repeat(`{"a":[`, n/6) + "\n```\n" }},
	{"types", 1_000_000, func(n int) string { return table + "|a|" + strings.Repeat("List<", n/5) + "|b|\n" }},
	{"tags", 1_000_000, func(n int) string { return "# x\n\n" + strings.Repeat("<table><tr><td>", n/15) + "\n" }},
	{"brackets", 1_000_000, func(n int) string { return "# x\n\n" + strings.Repeat("[", n) + "\n" }},
	{"rows", 1_000_000, func(n int) string { return table + strings.Repeat("|a|int|b|\n", n/10) }},
}

// nestedList has every item in the one before it.
func nestedList(n int) string {
	var b strings.Builder
	for depth := 0; b.Len() < n; depth++ {
		b.WriteString(strings.Repeat("  ", depth) + "- a\n")
	}
	return b.String()
}

// hostile parses each page at a quarter, a half and the whole of its size. What takes too long is not tried at the next size.
func hostile(out *json.Encoder) {
	const tooLong = 20 * time.Second
	for _, h := range hostilePages {
		for quarter := 1; quarter <= 4; quarter *= 2 {
			files := []*source.File{source.NewFile("x.md", h.page(h.size/4*quarter))}
			c := repeat(fmt.Sprintf("hostile/%s/%d", h.name, quarter), func() { parser.Parse(files, parser.Options{}) })
			best := c.sample(1)
			for range 2 {
				if best.Ns < float64(tooLong)/4 {
					best.Ns = min(best.Ns, c.sample(1).Ns)
				}
			}
			best.Bytes = int64(len(files[0].Text))
			_ = out.Encode(best)
			if best.Ns > float64(tooLong) {
				break
			}
		}
	}
}
