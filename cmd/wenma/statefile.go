package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wenma/wenma/internal/fact"
)

// keep writes the state, the texts first: a state never speaks of texts that are not there. Of the texts only those of some pages
// are new, unless none is named.
func (s *state) keep(pages ...string) {
	s.written = time.Now().UnixNano()
	if s.keepTexts(pages) {
		keepFile(stateName, s.bytes())
	}
}

// keepTexts puts new texts behind the others, where they count before those; now and then the file is made anew.
func (s *state) keepTexts(pages []string) bool {
	total := 0
	for _, text := range s.texts {
		total += len(text)
	}
	info, err := os.Stat(stateFile(pagesName))
	if len(pages) == 0 || err != nil || info.Size() > int64(3*total) {
		return keepFile(pagesName, pageBytes(s.texts))
	}
	some := map[string]string{}
	for _, page := range pages {
		some[page] = s.texts[page]
	}
	return theDisk.extend(stateFile(pagesName), pageBytes(some)) == nil
}

func keepFile(name string, content []byte) bool {
	staged := beside(stateFile(name), newMark())
	if theDisk.jot(staged, content) == nil && theDisk.rename(staged, stateFile(name)) == nil {
		return true
	}
	_ = theDisk.remove(staged)
	return false
}

// pageBytes is all pages in one file, each behind a line with its path and size.
func pageBytes(texts map[string]string) []byte {
	var b bytes.Buffer
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(&b, "%s %d\n%s", strconv.Quote(path), len(texts[path]), texts[path])
	}
	return b.Bytes()
}

// keptPages takes pageBytes apart; nil for what is damaged. Of two texts of a page the later counts.
func keptPages(all []byte) map[string]string {
	texts := map[string]string{}
	for len(all) > 0 {
		line, rest, found := bytes.Cut(all, []byte("\n"))
		at := bytes.LastIndexByte(line, ' ')
		if !found || at < 0 {
			return nil
		}
		path, badPath := strconv.Unquote(string(line[:at]))
		size, badSize := strconv.Atoi(string(line[at+1:]))
		if badPath != nil || badSize != nil || size < 0 || size > len(rest) {
			return nil
		}
		texts[path] = string(rest[:size])
		all = rest[size:]
	}
	return texts
}

func (s *state) see(as role, path, sum string) {
	if info, err := os.Stat(path); err == nil {
		s.files = append(s.files, sighting{as, path, info.Size(), info.ModTime().UnixNano(), sum})
	}
}

func (s *state) paths(roles ...role) []string {
	var paths []string
	for _, f := range s.files {
		if slices.Contains(roles, f.role) {
			paths = append(paths, f.path)
		}
	}
	slices.Sort(paths)
	return paths
}

func (s *state) bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, fact.Line("tool", s.tool))
	fmt.Fprintln(&b, fact.Line("settings", s.settings))
	fmt.Fprintln(&b, fact.Line("written", strconv.FormatInt(s.written, 10)))
	fmt.Fprintln(&b, fact.Line("endpoints", strconv.Itoa(s.endpoints)))
	fmt.Fprintln(&b, fact.Line("errors", strconv.Itoa(s.errors)))
	for _, f := range s.files {
		fmt.Fprintln(&b, fact.Line("file", string(f.role), filepath.ToSlash(f.path), strconv.FormatInt(f.size, 10), strconv.FormatInt(f.modified, 10), f.sum))
	}
	for _, path := range slices.Sorted(maps.Keys(s.with)) {
		fmt.Fprintln(&b, fact.Line(append([]string{"with", path}, s.with[path]...)...))
	}
	for _, w := range s.warnings {
		fmt.Fprintln(&b, fact.Line("warning", w))
	}
	b.WriteString("end\n")
	return b.Bytes()
}

// parseState reads a state; nil for one that is damaged or of another form.
func parseState(text []byte) *state {
	s := new(state)
	for line := range strings.Lines(string(text)) {
		words, ok := fact.Texts(strings.TrimSuffix(line, "\n"))
		switch {
		case ok && len(words) == 1 && words[0] == "end":
			return s
		case !ok || len(words) < 2 || !s.take(words[0], words[1:]):
			return nil
		}
	}
	return nil
}

func (s *state) take(kind string, words []string) bool {
	var err error
	number := func(text string) int64 {
		n, e := strconv.ParseInt(text, 10, 64)
		if e != nil {
			err = e
		}
		return n
	}
	switch {
	case kind == "tool":
		s.tool = words[0]
	case kind == "settings":
		s.settings = words[0]
	case kind == "written":
		s.written = number(words[0])
	case kind == "endpoints":
		s.endpoints = int(number(words[0]))
	case kind == "errors":
		s.errors = int(number(words[0]))
	case kind == "file" && len(words) == 5:
		s.files = append(s.files, sighting{role(words[0]), filepath.FromSlash(words[1]), number(words[2]), number(words[3]), words[4]})
	case kind == "with":
		if s.with == nil {
			s.with = map[string][]string{}
		}
		s.with[words[0]] = words[1:]
	case kind == "warning":
		s.warnings = append(s.warnings, words[0])
	default:
		return false
	}
	return err == nil
}
