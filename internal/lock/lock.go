// Package lock is wenma.lock: what a run knew when it last wrote. It is text, one fact a line, sorted, so that it can be read
// in review and two branches merge; it holds no time, host or tool version.
package lock

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/fact"
	"github.com/wenma/wenma/source"
)

// FileName is what the file is called.
const FileName = "wenma.lock"

// version is of the format; a file of a higher one is not read.
const version = 1

// Lock is the file's content.
type Lock struct {
	Pages     []Hash   // the pages that were read
	Files     []Hash   // the generated files, as they were written
	Scaffolds []Hash   // the handler files, as they were first written
	Names     []Name   // all Go names that were given, also those of what the pages no longer have
	Inferred  []string // conclusions, each as one line
	API       []string // what the API promised, fact by fact
}

// Hash is a file and the hash of its content. Path has slashes and is relative to the lock file.
type Hash struct{ Path, Sum string }

// Name is a Go name that was given to something on a page.
type Name struct{ Kind, Key, Go string }

// Sum is the hash of a content as the lock has it. Line ends have no part in it: a checkout may have made \r\n of them.
func Sum(content []byte) string {
	if bytes.Contains(content, crlf) {
		content = bytes.ReplaceAll(content, crlf, crlf[1:])
	}
	sum := sha256.Sum256(content)
	return "sha256:" + hex.EncodeToString(sum[:])
}

var crlf = []byte("\r\n")

// Find is the hash of a path in a list; "" when it is not there.
func Find(list []Hash, path string) string {
	for _, h := range list {
		if h.Path == path {
			return h.Sum
		}
	}
	return ""
}

// header stands at the top of the file.
const header = "# Written by wenma. Commit it. One fact a line, sorted.\n"

// Bytes writes the file: the same facts give the same bytes.
func (l *Lock) Bytes() []byte {
	var lines []string
	add := func(words ...string) { lines = append(lines, strings.Join(words, " ")) }
	for _, h := range l.Pages {
		add("page", fact.Word(h.Path), fact.Word(h.Sum))
	}
	for _, h := range l.Files {
		add("file", fact.Word(h.Path), fact.Word(h.Sum))
	}
	for _, h := range l.Scaffolds {
		add("scaffold", fact.Word(h.Path), fact.Word(h.Sum))
	}
	for _, n := range l.Names {
		add("name", fact.Word(n.Kind), fact.Word(n.Key), fact.Word(n.Go))
	}
	for _, text := range l.Inferred {
		add("inferred", text)
	}
	for _, text := range l.API {
		add("api", text)
	}
	slices.Sort(lines)
	var b bytes.Buffer
	b.WriteString(header + "version " + strconv.Itoa(version) + "\n")
	for _, text := range slices.Compact(lines) {
		b.WriteString(text + "\n")
	}
	return b.Bytes()
}

// Read reads a file. A file that cannot be trusted gives diagnostics, which are errors, and no lock.
func Read(file *source.File) (*Lock, source.Diagnostics) {
	r := &reader{file: file, lock: new(Lock)}
	for n := 1; n <= file.Lines(); n++ {
		if !r.line(n) {
			return nil, r.diags
		}
	}
	if !r.versioned {
		r.diags.Add(noVersion.At(file.Span(0, len(file.Line(1)))))
		return nil, r.diags
	}
	r.lock.sort()
	return r.lock, nil
}

func (l *Lock) sort() {
	byPath := func(a, b Hash) int { return cmp.Compare(a.Path, b.Path) }
	slices.SortFunc(l.Pages, byPath)
	slices.SortFunc(l.Files, byPath)
	slices.SortFunc(l.Scaffolds, byPath)
	slices.SortFunc(l.Names, func(a, b Name) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key)) })
}

type reader struct {
	file      *source.File
	lock      *Lock
	diags     source.Diagnostics
	versioned bool
}

// refuse reports a line and ends the reading.
func (r *reader) refuse(rule *source.Rule, n int, args ...any) bool {
	start := r.file.LineStart(n)
	r.diags.Add(rule.At(r.file.Span(start, start+len(r.file.Line(n))), args...))
	return false
}

func (r *reader) line(n int) bool {
	text := r.file.Line(n)
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(text, mark) {
			return r.refuse(conflict, n)
		}
	}
	kind, rest, _ := strings.Cut(text, " ")
	switch kind {
	case "", "#":
		return true
	case "version":
		return r.version(n, rest)
	case "inferred":
		r.lock.Inferred = append(r.lock.Inferred, rest)
	case "api":
		r.lock.API = append(r.lock.API, rest)
	default:
		return r.fact(n, kind, rest)
	}
	return true
}

func (r *reader) version(n int, text string) bool {
	v, err := strconv.Atoi(text)
	switch {
	case err != nil || v < 1:
		return r.refuse(badLine, n)
	case v > version:
		return r.refuse(newer, n, v, version)
	}
	r.versioned = true
	return true
}

// fact reads a line of words.
func (r *reader) fact(n int, kind, rest string) bool {
	words, ok := fact.Texts(rest)
	switch {
	case !ok:
	case kind == "page" && len(words) == 2:
		r.lock.Pages = append(r.lock.Pages, Hash{words[0], words[1]})
		return true
	case kind == "file" && len(words) == 2:
		r.lock.Files = append(r.lock.Files, Hash{words[0], words[1]})
		return true
	case kind == "scaffold" && len(words) == 2:
		r.lock.Scaffolds = append(r.lock.Scaffolds, Hash{words[0], words[1]})
		return true
	case kind == "name" && len(words) == 3:
		r.lock.Names = append(r.lock.Names, Name{words[0], words[1], words[2]})
		return true
	}
	return r.refuse(badLine, n)
}
