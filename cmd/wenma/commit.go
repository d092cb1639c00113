package main

import (
	"cmp"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"
)

// writers is how many files are written at once; more only make a disk seek.
const writers = 8

// commit carries out a plan: all of it, or, when anything fails, nothing. Each file is written beside its place, flushed
// to the disk and renamed; a file whose content stays is not touched. With a journal, a run that is cut off between two
// renames is finished by the next one.
func commit(steps []step, j *journal) (err error) {
	t := &transaction{journal: j}
	for _, s := range steps {
		switch s.change {
		case create, update:
			t.steps = append(t.steps, s)
		case remove:
			t.removals = append(t.removals, s)
		}
	}
	if len(t.steps)+len(t.removals) == 0 {
		return nil
	}
	finished := false
	defer func() {
		if !finished { // failed, or broke
			t.undo()
		}
	}()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(interrupted)
	if err := errors.Join(t.makeDirectories(), t.stage()); err != nil {
		return err
	}
	select {
	case <-interrupted:
		return failed("已中断，没有写出任何文件", "interrupted, no file was written")
	default:
	}
	if err := t.perform(); err != nil {
		return err
	}
	finished = true
	t.removeEmptied()
	return j.close()
}

// transaction is a plan being carried out, with what it takes to go back.
type transaction struct {
	journal  *journal
	steps    []step   // files to put into their places
	removals []step   // files to take away
	made     []string // directories, outermost first
	staged   []string // temporary files, by step
	renamed  int      // steps whose file is in its place
	removed  int      // removals that are done
}

func (t *transaction) makeDirectories() error {
	for _, s := range t.steps {
		if err := t.makeDirectory(filepath.Dir(s.path)); err != nil {
			return failed("建不了目录 %q", "cannot make directory %q", filepath.Dir(s.path)).because(err)
		}
	}
	return nil
}

func (t *transaction) makeDirectory(dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := t.makeDirectory(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := theDisk.mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	t.made = append(t.made, dir)
	return nil
}

// stagedPrefix begins the name of every temporary file.
const stagedPrefix = ".wenma-"

// beside is a name for a temporary file that becomes path; mark tells runs apart.
func beside(path, mark string) string {
	dir, base := filepath.Split(path)
	return filepath.Join(dir, stagedPrefix+mark+"-"+base)
}

func newMark() string { return strconv.FormatUint(rand.Uint64(), 36) }

// stage writes every file beside its place.
func (t *transaction) stage() error {
	t.staged = make([]string, len(t.steps))
	mark := newMark()
	var group errgroup.Group
	group.SetLimit(writers)
	for i, s := range t.steps {
		t.staged[i] = beside(s.path, mark)
		group.Go(func() error {
			if err := stageOne(t.staged[i], s); err != nil {
				return failed("写不了 %q", "cannot write %q", s.path).because(err)
			}
			return nil
		})
	}
	return group.Wait()
}

// stageOne writes one file. It gets the mode of the file that it replaces, else the usual one.
func stageOne(path string, s step) error {
	if err := theDisk.write(path, s.content); err != nil || s.change != update {
		return err
	}
	return theDisk.chmod(path, s.mode)
}

// perform puts all files into their places, once the journal tells how to go on from anywhere in between.
func (t *transaction) perform() error {
	if err := t.journal.open(t); err != nil {
		return failed("写不了 %q", "cannot write %q", t.journal.path).because(err)
	}
	for i, s := range t.steps {
		if err := theDisk.rename(t.staged[i], s.path); err != nil {
			return failed("写不了 %q", "cannot write %q", s.path).because(err)
		}
		t.renamed++
	}
	for _, s := range t.removals {
		if err := theDisk.remove(s.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return failed("删不了 %q", "cannot remove %q", s.path).because(err)
		}
		t.removed++
	}
	return nil
}

// removeEmptied takes away the directories that lost their last file. One that is not empty refuses, which is as well.
func (t *transaction) removeEmptied() {
	for _, s := range t.removals {
		if dir := filepath.Dir(s.path); dir != "." {
			_ = theDisk.remove(dir)
		}
	}
}

// undo puts everything back as it was. Where even that fails, on a full disk for one, the journal and what it speaks of stay, so
// that the next run goes on to the end; without a journal there is nothing more to try.
func (t *transaction) undo() {
	if err := t.putBack(); err != nil && t.journal != nil {
		return
	}
	_ = t.journal.close()
	for _, path := range t.staged[min(t.renamed, len(t.staged)):] {
		_ = theDisk.remove(path)
	}
	for i := len(t.made) - 1; i >= 0; i-- {
		_ = theDisk.remove(t.made[i])
	}
}

func (t *transaction) putBack() error {
	var errs []error
	for _, s := range t.removals[:t.removed] {
		errs = append(errs, putBack(s))
	}
	for _, s := range t.steps[:t.renamed] {
		if s.change == create {
			errs = append(errs, theDisk.remove(s.path))
			continue
		}
		errs = append(errs, putBack(s))
	}
	return errors.Join(errs...)
}

// putBack restores the file that a step replaced or removed, never leaving half of it.
func putBack(s step) error {
	path := beside(s.path, newMark())
	err := theDisk.write(path, s.old)
	if err == nil {
		err = theDisk.chmod(path, cmp.Or(s.mode, 0o666))
	}
	if err == nil {
		err = theDisk.rename(path, s.path)
	}
	if err != nil {
		_ = theDisk.remove(path)
	}
	return err
}

// isStaged says whether a file name is that of a temporary file.
func isStaged(name string) bool { return strings.HasPrefix(name, stagedPrefix) }
