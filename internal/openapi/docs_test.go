package openapi_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every extension that the code can write is documented in both languages, and nothing is documented that it cannot.
func TestExtensionsAreDocumented(t *testing.T) {
	extension := regexp.MustCompile("[\"`](x-[A-Za-z-]+)[\"`]")
	written := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, match := range extension.FindAllStringSubmatch(readFile(t, file), -1) {
			written[match[1]] = true
		}
	}
	if len(written) < 20 {
		t.Fatalf("only %d extensions were found in the code", len(written))
	}
	for _, page := range []string{"OPENAPI.md", "OPENAPI.zh-CN.md"} {
		described := map[string]bool{}
		for line := range strings.Lines(readFile(t, filepath.Join("..", "..", "docs", page))) {
			cell, _, _ := strings.Cut(strings.TrimPrefix(line, "|"), "|")
			for _, match := range extension.FindAllStringSubmatch(cell, -1) {
				described[match[1]] = true
			}
		}
		for name := range written {
			if !described[name] {
				t.Errorf("%s does not describe %s", page, name)
			}
		}
		for name := range described {
			if !written[name] {
				t.Errorf("%s describes %s, which is never written", page, name)
			}
		}
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
