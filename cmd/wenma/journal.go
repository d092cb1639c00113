package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/wenma/wenma/internal/fact"
)

// journal is a file that tells, while files are being put into their places, what is to be done: a run that is killed
// half-way is finished by the next. It is there only for that time. The nil journal keeps none.
//
//	rename op/.wenma-x-types_gen.go op/types_gen.go
//	remove op/old_gen.go
type journal struct{ path string }

// open writes the journal: whole, or not at all.
func (j *journal) open(t *transaction) error {
	if j == nil {
		return nil
	}
	var b bytes.Buffer
	for _, s := range t.steps {
		fmt.Fprintln(&b, fact.Line("rename", filepath.ToSlash(s.staged), filepath.ToSlash(s.path)))
	}
	for _, s := range t.removals {
		fmt.Fprintln(&b, fact.Line("remove", filepath.ToSlash(s.path)))
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

// redo does what one line of a journal says. What was done before the run was cut off is there no more, which is as well.
func redo(line string) error {
	words, ok := fact.Texts(line)
	var err error
	switch {
	case ok && len(words) == 3 && words[0] == "rename":
		err = theDisk.rename(filepath.FromSlash(words[1]), filepath.FromSlash(words[2]))
	case ok && len(words) == 2 && words[0] == "remove":
		err = theDisk.remove(filepath.FromSlash(words[1]))
	default:
		return fmt.Errorf("%s: %q", stateDir+"/journal", line)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
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
