package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCommitIsAllOrNothing lets the last of four files fail, after the others are in their places.
func TestCommitIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	write(t, "kept.go", "old")
	write(t, "wall/inside", "")
	err := commit([]step{
		{output: output{path: "made.go", content: []byte("new")}},
		{output: output{path: "kept.go", content: []byte("new")}, change: update, mode: 0o644, old: []byte("old")},
		{output: output{path: "a/b/made.go", content: []byte("new")}},
		{output: output{path: "wall", content: []byte("new")}}, // a directory that is not empty
	}, nil)
	if err == nil {
		t.Fatal("no error")
	}
	if got, want := tree(t), []string{"kept.go=old", "wall/", "wall/inside="}; !slices.Equal(got, want) {
		t.Errorf("left behind: %q, want %q", got, want)
	}
}

// TestStagingFailsCleanly lets a file fail before any is in its place.
func TestStagingFailsCleanly(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "file", "")
	err := commit([]step{
		{output: output{path: "new/made.go", content: []byte("new")}},
		{output: output{path: "file/made.go", content: []byte("new")}}, // its directory is a file
	}, nil)
	if err == nil {
		t.Fatal("no error")
	}
	if got, want := tree(t), []string{"file="}; !slices.Equal(got, want) {
		t.Errorf("left behind: %q, want %q", got, want)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// tree lists the working directory: directories with a slash, files with their content.
func tree(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == "." {
			return err
		}
		if entry.IsDir() {
			paths = append(paths, filepath.ToSlash(path)+"/")
			return nil
		}
		text, err := os.ReadFile(path)
		paths = append(paths, filepath.ToSlash(path)+"="+string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// TestABugIsOwnedUpTo lets a run panic.
func TestABugIsOwnedUpTo(t *testing.T) {
	var stderr strings.Builder
	a := &app{stderr: &stderr, getenv: func(string) string { return "" }}
	if status := a.guard(func() int { panic("index out of range") }); status != statusBug {
		t.Errorf("exit status %d, want %d", status, statusBug)
	}
	for _, want := range []string{"不是页面的问题", "panic: index out of range", "commit_test.go", "wenma "} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, stderr.String())
		}
	}
}

// TestProgressSpeaksUpLate shows the stages of a run only once it has taken a while, and leaves no trace.
func TestProgressSpeaksUpLate(t *testing.T) {
	var b strings.Builder
	p := newProgress(&b, 0)
	p.stage("读取", "reading")
	p.stop()
	if b.String() != "" {
		t.Errorf("a stream that is no terminal got %q", b.String())
	}
	p.w = &b
	p.due = false
	p.stage("读取", "reading")
	if b.String() != "" {
		t.Errorf("at once: %q", b.String())
	}
	p.begin()
	p.stage("写出", "writing")
	p.clear()
	if got, want := b.String(), "\r\x1b[K读取...\r\x1b[K写出...\r\x1b[K"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
