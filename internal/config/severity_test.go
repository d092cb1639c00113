package config

import (
	"slices"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

func TestSeverities(t *testing.T) {
	info, warning, failed := &source.Rule{Code: "a-note"}, &source.Rule{Code: "a-warning", Severity: source.Warning}, &source.Rule{Code: "a-loss", Severity: source.Error}
	rules := append([]*source.Rule{info, warning, failed}, Rules...)
	file := source.NewFile("page.md", "页面")
	found := source.Diagnostics{info.At(file.Span(0, 1)), warning.At(file.Span(1, 2)), failed.At(file.Span(2, 3))}
	for text, want := range map[string]string{
		"": "info warning error", "{a-note: error}": "error warning error", "{a-note: off, a-warning: off}": "error", "{a-loss: warning}": "info warning warning",
		"{a-loss: info}": "info warning error", "{a-warning: info, nothing: off}": "info info error",
	} {
		c, diags := Read(source.NewFile(Name, "rules: "+text))
		if len(diags) > 0 {
			t.Fatal(diags[0].Message.EN)
		}
		apply, _ := c.Severities(rules)
		got := ""
		for _, d := range apply(found) {
			got += " " + d.Severity.String()
		}
		if got != " "+want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if found[0].Severity != source.Info || found[2].Severity != source.Error {
		t.Error("the diagnostics themselves have changed")
	}
}

// TestSeverityMistakes: each is said at the code or the severity that is wrong.
func TestSeverityMistakes(t *testing.T) {
	loss := &source.Rule{Code: "a-loss", Severity: source.Error}
	for _, m := range []struct{ text, code, at string }{
		{"rules: {weather: info}", "config-unknown-rule", "weather"},
		{"rules: {a-los: warning}", "config-misspelt-rule", "a-los"},
		{"rules: {a-loss: off}", "config-severity-too-low", "off"},
		{"rules: {config-syntax: warning}", "config-severity-too-low", "warning"},
	} {
		c, _ := Read(source.NewFile(Name, m.text))
		if _, diags := c.Severities(append(Rules, loss)); len(diags) != 1 || diags[0].Rule.Code != m.code || diags[0].Span.Text() != m.at {
			t.Errorf("%s: %v", m.text, diags)
		}
	}
}

// TestWordsReachThePage: words of the project are read as those that they stand for.
func TestWordsReachThePage(t *testing.T) {
	c, _ := Read(source.NewFile(Name, "lexicon:\n  types: {流水号: 整型}\n  columns: {传参名: 字段名}\n  sections: {送出内容: 请求参数}\n  presence: {务必: 必填}\n"))
	lex, diags := c.Words()
	if len(diags) > 0 {
		t.Fatal(diags[0].Message.EN)
	}
	const page = "## 查询\n\nPOST /op/query\n\n### 送出内容\n\n|传参名|类型|必填|说明|\n|--|--|--|--|\n|no|流水号|务必|编号|\n"
	doc, _ := parser.Parse([]*source.File{source.NewFile("page.md", page)}, parser.Options{Lexicon: lex})
	fields := doc.Endpoints[0].Body
	if fields == nil {
		t.Fatal("there is no body")
	}
	f := ir.Fields(fields.Type)[0]
	if f.Name.Value != "no" || ir.KindOf(f.Type) != ir.Integer || f.Presence != ir.Required {
		t.Errorf("%s is a %s, %s", f.Name.Value, ir.TypeText(f.Type), f.Presence)
	}
}

// TestNoWords: a project without words has none looked up, so that the built-in ones need not be gone through.
func TestNoWords(t *testing.T) {
	for _, text := range []string{"out: api\n", "lexicon: {types: {}}\n"} {
		c, _ := Read(source.NewFile(Name, text))
		if lex, diags := c.Words(); lex != nil || len(diags) > 0 {
			t.Errorf("%q has words: %v %v", text, lex, diags)
		}
	}
}

// TestEmptyWord: a word without letters is wrong itself, whatever it is to mean, and a word with a letter is not.
func TestEmptyWord(t *testing.T) {
	c, _ := Read(source.NewFile(Name, "lexicon:\n  types: {'**': 整型, '*号': 整型}\n  columns: {'——': 天气预报}\n"))
	_, diags := c.Words()
	var got []string
	for _, d := range diags {
		got = append(got, d.Rule.Code+" "+d.Span.Text())
	}
	if want := []string{"config-empty-word '**'", "config-empty-word '——'"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
