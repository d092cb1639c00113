package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// journal is a file that tells, while files are being put into their places, what is to be done: a run that is killed
// half-way is finished by the next. It is there only for that time. The nil journal keeps none.
//
//	rename "op/.wenma-x-types_gen.go" "op/types_gen.go"
//	remove "op/old_gen.go"
type journal struct{ path string }

// open writes the journal: whole, or not at all.
func (j *journal) open(t *transaction) error {
	if j == nil {
		return nil
	}
	var b bytes.Buffer
	for i, s := range t.steps {
		fmt.Fprintf(&b, "rename %q %q\n", filepath.ToSlash(t.staged[i]), filepath.ToSlash(s.path))
	}
	for _, s := range t.removals {
		fmt.Fprintf(&b, "remove %q\n", filepath.ToSlash(s.path))
	}
	staged := beside(j.path, newMark())
	err := theDisk.write(staged, b.Bytes())
	if err == nil {
		err = theDisk.rename(staged, j.path)
	}
	if err != nil {
		_ = theDisk.remove(staged)
	}
	return err
}

func (j *journal) close() error {
	if j == nil {
		return nil
	}
	if err := theDisk.remove(j.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed("删不了 %q", "cannot remove %q", j.path).because(err)
	}
	return nil
}

// pending reports whether a run was cut off between two renames.
func (j *journal) pending() bool {
	_, err := os.Stat(j.path)
	return err == nil
}

// finish does what a run that was cut off had left to do. Doing it twice does no harm.
func (j *journal) finish() error {
	text, err := os.ReadFile(j.path)
	if err != nil {
		return failed("读不了 %q", "cannot read %q", j.path).because(err)
	}
	for line := range strings.Lines(string(text)) {
		if err := redo(strings.TrimSuffix(line, "\n")); err != nil {
			return failed("接不完上次中断的写出", "cannot finish what an interrupted run left").because(err).
				help("排除原因后再运行一次", "mend the cause and run again")
		}
	}
	return j.close()
}

// redo does what one line of a journal says.
func redo(line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	paths, ok := quoted(rest)
	switch {
	case ok && verb == "rename" && len(paths) == 2:
		if err := theDisk.rename(paths[0], paths[1]); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil // done before the run was cut off
	case ok && verb == "remove" && len(paths) == 1:
		if err := theDisk.remove(paths[0]); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	return fmt.Errorf("%s: %q", stateDir+"/journal", line)
}

// quoted reads texts in quotes, a space between two.
func quoted(s string) (texts []string, ok bool) {
	for s != "" {
		prefix, err := strconv.QuotedPrefix(s)
		if err != nil {
			return nil, false
		}
		text, err := strconv.Unquote(prefix)
		if err != nil {
			return nil, false
		}
		texts = append(texts, filepath.FromSlash(text))
		s = strings.TrimPrefix(s[len(prefix):], " ")
	}
	return texts, true
}

// sweep removes the temporary files that a killed run left in directories. No other run may be at work.
func sweep(dirs []string) {
	for _, dir := range dirs {
		entries, _ := os.ReadDir(dir) // a directory that is not there holds none
		for _, e := range entries {
			if e.Type().IsRegular() && isStaged(e.Name()) {
				_ = theDisk.remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}
