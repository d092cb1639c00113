package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wenma/wenma/source"
)

// TestFixesKeepMeaning carries out the fixes of all pages of the specs. None is left out because a page would say something else with it, and
// those that some bring to light come to an end.
func TestFixesKeepMeaning(t *testing.T) {
	var stderr strings.Builder
	a := &app{stdout: io.Discard, stderr: &stderr, getenv: os.Getenv, lang: source.English, progress: newProgress(&stderr, 0)}
	fixes := 0
	const readmePage, readmeFixes = "op/getChatInfo.md", 25 // of which the README speaks
	for _, path := range specPages(t) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		page := filepath.Join(t.TempDir(), "page.md")
		if err := os.WriteFile(page, text, 0o666); err != nil {
			t.Fatal(err)
		}
		pages, err := a.openToFix([]string{page})
		if err != nil {
			t.Fatal(err)
		}
		for range fixRounds {
			if !a.fixOnce(pages) {
				break
			}
		}
		for _, p := range pages {
			if strings.HasSuffix(filepath.ToSlash(path), readmePage) && p.fixes != readmeFixes {
				t.Errorf("%s: %d fixes, where the README says %d", path, p.fixes, readmeFixes)
			}
			if fixes += p.fixes; p.left > 0 {
				t.Errorf("%s: %d fixes would have it say something else", path, p.left)
			}
		}
		if a.fixOnce(pages) {
			t.Errorf("%s: its fixes do not end", path)
		}
	}
	if fixes < 50 {
		t.Errorf("only %d fixes were carried out: the pages are too clean to show anything", fixes)
	}
}

func specPages(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir("../../specs", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isPage(path) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	return paths
}
