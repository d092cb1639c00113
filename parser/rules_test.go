package parser

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/source"
)

// TestRulesShowWhatTheySay: the page under Before has the mistake, the one under After does not.
func TestRulesShowWhatTheySay(t *testing.T) {
	for _, rule := range Rules {
		t.Run(rule.Code, func(t *testing.T) {
			if !reports(rule, rule.Before) {
				t.Errorf("Before does not have the mistake:\n%s", rule.Before)
			}
			if reports(rule, rule.After) {
				t.Errorf("After still has the mistake:\n%s", rule.After)
			}
		})
	}
}

// frame makes a page of an excerpt that leaves the endpoint's own lines out.
func frame(excerpt string) string {
	if strings.HasPrefix(excerpt, "#") {
		return excerpt
	}
	return "## 查询\n\nPOST /v1/query\n\n返回参数：\n\n" + excerpt + "\n"
}

func reports(rule *source.Rule, excerpt string) bool {
	_, diags := Parse(pagesOf(excerpt), Options{})
	return slices.ContainsFunc(diags, func(d *source.Diagnostic) bool { return d.Rule == rule })
}

// pageName begins a page in an excerpt of several.
var pageName = regexp.MustCompile(`(?m)^([a-z-]+\.md):\n`)

func pagesOf(excerpt string) []*source.File {
	names := pageName.FindAllStringSubmatch(excerpt, -1)
	if names == nil {
		return []*source.File{source.NewFile("page.md", frame(excerpt))}
	}
	var files []*source.File
	for i, text := range pageName.Split(excerpt, -1)[1:] {
		files = append(files, source.NewFile(names[i][1], strings.TrimSpace(text)))
	}
	return files
}
