package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/source"
)

// state is what the last run saw, kept in the checkout and out of version control: with it the next run can tell that nothing
// changed without reading a page. A run that finds none, or another tool's, does all of its work.
type state struct {
	tool      string // the build that wrote it
	settings  string // hash of all that decides besides the files
	written   int64  // when, in nanoseconds
	endpoints int
	errors    int        // of the pages
	files     []sighting // pages, generated files, and the lock
	warnings  []string   // what was said about the pages
	// with are the pages that share something with a page, a type for one: what comes of it alone is not what comes of it with them.
	with map[string][]string
	// texts are the pages as they were read. They are kept in a file of their own, read only when a page changed.
	texts map[string]string
	sums  map[string]string // by path, once asked for
	moved []sighting        // the files that are not as they were seen, once compared
}

// role is what a file is to a run.
type role string

const (
	pageFile    role = "page"
	commonFile  role = "common"  // a page without endpoints, on which all others may depend
	madeFile    role = "made"    // a generated file, or the lock
	handlerFile role = "handler" // of which it counts only that it is there
)

// sighting is a file as a run saw or left it.
type sighting struct {
	role           role
	path           string
	size, modified int64
	sum            string
}

const (
	stateName = "state"
	pagesName = "pages"
)

// nothingChanged reports whether everything is as the last run left it, and says so.
func (g *generation) nothingChanged() (bool, error) {
	if g.flags.frozen || g.flags.preview.diff || g.flags.preview.dryRun {
		return false, nil
	}
	g.last = parseState(readState(stateName))
	if g.last == nil || g.last.tool != toolID() || g.last.settings != g.settings() {
		return false, nil
	}
	pages, err := g.project.pages()
	if err != nil {
		return false, err
	}
	known := g.last.paths(pageFile, commonFile)
	if !slices.Equal(known, pages) {
		g.last.files = nil // pages came or went: nothing is known of the whole
		return false, nil
	}
	if g.last.compare(); len(g.last.moved) > 0 {
		return false, nil
	}
	g.say(message("wenma: 没有变化（%s，%s）", "wenma: nothing changed (%s, %s)", source.Message{
		ZH: fmt.Sprintf("%d 个接口", g.last.endpoints), EN: plural(g.last.endpoints, "endpoint", "endpoints"),
	}, g.last.saying()))
	return true, g.last.verdict()
}

// verdict is what the last run ended with, as far as the pages are concerned.
func (s *state) verdict() error {
	if s.errors > 0 {
		return errPages
	}
	return nil
}

// saying counts the warnings that a run with nothing new does not repeat.
func (s *state) saying() source.Message {
	n := len(s.warnings)
	if s.errors > 0 {
		return source.Message{
			ZH: fmt.Sprintf("%d 个错误、%d 条警告，wenma check 列出", s.errors, n),
			EN: plural(s.errors, "error", "errors") + ", " + plural(n, "warning", "warnings") + "; wenma check shows them",
		}
	}
	if n == 0 {
		return message("没有警告", "no warnings")
	}
	return source.Message{ZH: fmt.Sprintf("%d 条警告，wenma check 列出", n), EN: plural(n, "warning", "warnings") + "; wenma check shows them"}
}

// remember notes what this run saw, for the next one to tell whether anything changed. That it cannot is no harm.
func (g *generation) remember() {
	s := &state{tool: toolID(), settings: g.settings(), endpoints: g.gist.endpoints, warnings: warningsOf(g.found), errors: g.found.Count(source.Error)}
	s.texts = map[string]string{}
	for _, f := range g.files {
		as := pageFile
		if !g.gist.homes[f.Path] {
			as = commonFile
		}
		s.see(as, filepath.FromSlash(f.Path), lock.Sum([]byte(f.Text)))
		s.texts[f.Path] = f.Text
	}
	s.with = g.gist.with
	for _, step := range g.generatedFiles() {
		s.see(madeFile, step.path, step.sum)
	}
	for _, step := range g.steps {
		if step.scaffold() && step.change != remove {
			s.see(handlerFile, step.path, "")
		}
	}
	s.keep()
}

// sumOf is the hash that a file had; "" for one that was not seen.
func (s *state) sumOf(path string) string {
	if s.sums == nil {
		s.sums = make(map[string]string, len(s.files))
		for _, f := range s.files {
			s.sums[f.path] = f.sum
		}
	}
	return s.sums[path]
}

// compare finds the files that are not as they were seen.
func (s *state) compare() {
	s.moved = slices.DeleteFunc(slices.Clone(s.files), func(f sighting) bool { return f.holds(s.written) })
}

// holds goes by size and time, and reads the file where those prove nothing: they differ, or the file was written so shortly before
// the state that a later change could have the same time.
func (f *sighting) holds(written int64) bool {
	info, err := os.Lstat(f.path)
	switch {
	case err != nil, f.role == madeFile && !info.Mode().IsRegular():
		return false
	case f.role == handlerFile:
		return true
	}
	if f.role == pageFile || f.role == commonFile {
		if info, err = os.Stat(f.path); err != nil {
			return false
		}
	}
	if at := info.ModTime(); info.Size() == f.size && at.UnixNano() == f.modified && written-f.modified > int64(tick(at)) {
		return true
	}
	text, err := os.ReadFile(f.path)
	return err == nil && lock.Sum(text) == f.sum
}

// tick bounds how long a file system may give changes the same time: some count whole seconds, or two.
func tick(at time.Time) time.Duration {
	if at.Nanosecond() == 0 {
		return 2 * time.Second
	}
	return 20 * time.Millisecond
}

// settings is a hash of what decides, besides the pages and the tool, what is generated.
func (g *generation) settings() string {
	stubs, err := stubsFor(g.flags.stubs, g.flags.out)
	return lock.Sum(fmt.Appendf(nil, "%+v\n%+v %v\n%v\n%s", g.flags.plain(), stubs, err, g.outputLang(g.flags.speak), g.project.file.Text))
}

// plain is what decides of the flags, without pointers.
func (f *genFlags) plain() []any {
	return []any{f.out, f.pkg, f.stubs, f.words, f.operations.value, f.times.value, f.layout.value, f.places.value, f.zone, f.speak, f.optional, f.tests, f.strict}
}

// toolID tells builds of wenma apart. A build without a version is known by the beginning of its file, which holds Go's build ID;
// its path and time say nothing, since go tool and go run build into a cache.
func toolID() string {
	info, ok := debug.ReadBuildInfo()
	if ok && info.Main.Sum != "" {
		return info.Main.Version + " " + info.Main.Sum
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, _ := io.ReadFull(f, head)
	return lock.Sum(head[:n])
}

// warningsOf are the warnings in words that stay when a page is edited elsewhere.
func warningsOf(found source.Diagnostics) []string {
	var all []string
	for _, d := range found {
		if d.Severity == source.Warning {
			all = append(all, warningID(d))
		}
	}
	slices.Sort(all)
	return all
}

func warningID(d *source.Diagnostic) string {
	page := ""
	if d.Span.Known() {
		page = d.Span.File.Path
	}
	return page + " " + d.Rule.Code + " " + d.Message.EN
}
