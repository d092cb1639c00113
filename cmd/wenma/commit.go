package main

import (
	"cmp"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/sync/errgroup"
)

// writers is how many files are written at once; more only make a disk seek.
const writers = 8

// transaction is a plan being carried out: all of it, or, when anything fails, nothing. Each file is written beside its place, flushed
// to the disk and, once all are, renamed; a file whose content stays is not touched. With a journal, a run that is cut off between two
// renames is finished by the next one.
type transaction struct {
	journal     *journal
	mark        string // of the temporary files: it tells runs apart
	interrupted chan os.Signal
	over        bool

	mu     sync.Mutex // several may stage at once
	made   []string   // directories, outermost first
	staged []string   // temporary files

	steps    []step // files to put into their places
	removals []step // files to take away
	renamed  int    // steps whose file is in its place
	removed  int    // removals that are done
}

// commit carries out a plan that is all in memory.
func commit(steps []step, j *journal) error {
	t := begin(j)
	defer t.abandon()
	if err := t.stage(steps); err != nil {
		return err
	}
	return t.commit(steps)
}

// begin starts a transaction, which abandon ends unless commit has. From then on an interruption leaves nothing behind.
func begin(j *journal) *transaction {
	t := &transaction{journal: j, mark: newMark(), interrupted: make(chan os.Signal, 1)}
	signal.Notify(t.interrupted, os.Interrupt, syscall.SIGTERM)
	return t
}

// stage writes the files of a plan, or of a part of it, beside their places, and lets go of their content. Those that are there
// already it leaves.
func (t *transaction) stage(steps []step) error {
	var group errgroup.Group
	group.SetLimit(writers)
	for i := range steps {
		if s := &steps[i]; s.writes() && s.staged == "" {
			group.Go(func() error { return t.stageOne(s) })
		}
	}
	return group.Wait() // for all, whatever failed: nothing is written behind the back of what undoes it
}

// interruption is an error once the run was interrupted.
func (t *transaction) interruption() error {
	select {
	case s := <-t.interrupted:
		select { // whoever asks next is to know too
		case t.interrupted <- s:
		default: // of another signal already
		}
		return failed("已中断，没有写出任何文件", "interrupted, no file was written")
	default:
		return nil
	}
}

// stageOne writes one file. It gets the mode of the file that it replaces, else the usual one.
func (t *transaction) stageOne(s *step) error {
	if err := t.interruption(); err != nil {
		return err
	}
	if err := t.makeDirectory(filepath.Dir(s.path)); err != nil {
		return failed("建不了目录 %q", "cannot make directory %q", filepath.Dir(s.path)).because(err)
	}
	path := beside(s.path, t.mark)
	t.mu.Lock()
	t.staged = append(t.staged, path)
	t.mu.Unlock()
	err := theDisk.write(path, s.content)
	if err == nil && s.change == update {
		err = theDisk.chmod(path, s.mode)
	}
	if err != nil {
		return failed("写不了 %q", "cannot write %q", s.path).because(err)
	}
	s.staged, s.content = path, nil
	return nil
}

// commit puts all files of the plan, which are staged, into their places.
func (t *transaction) commit(steps []step) error {
	for _, s := range steps {
		switch {
		case s.writes():
			t.steps = append(t.steps, s)
		case s.change == remove:
			t.removals = append(t.removals, s)
		}
	}
	if len(t.steps)+len(t.removals) == 0 {
		return nil
	}
	if err := t.interruption(); err != nil {
		return err
	}
	if err := t.perform(); err != nil {
		return err
	}
	t.finish()
	t.removeEmptied()
	return t.journal.close()
}

func (t *transaction) finish() {
	t.over = true
	signal.Stop(t.interrupted)
}

// abandon puts everything back as it was, unless all is done. Where even that fails, on a full disk for one, the journal and what it
// speaks of stay, so that the next run goes on to the end; without a journal there is nothing more to try.
func (t *transaction) abandon() {
	if t.over {
		return
	}
	defer t.finish()
	if err := t.putBack(); err != nil && t.journal != nil {
		return
	}
	_ = t.journal.close()
	for _, path := range t.staged {
		_ = theDisk.remove(path) // but for those that are in their places, and so are no more there
	}
	for i := len(t.made) - 1; i >= 0; i-- {
		_ = theDisk.remove(t.made[i])
	}
}

// makeDirectory makes a directory, and those above it, unless it is there.
func (t *transaction) makeDirectory(dir string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	var missing []string
	for ; !exists(dir); dir = filepath.Dir(dir) {
		missing = append(missing, dir)
	}
	for _, dir := range slices.Backward(missing) {
		switch err := theDisk.mkdir(dir); {
		case err == nil:
			t.made = append(t.made, dir)
		case !errors.Is(err, fs.ErrExist):
			return err
		}
	}
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

// perform puts all files into their places, once the journal tells how to go on from anywhere in between.
func (t *transaction) perform() error {
	if err := t.journal.open(t); err != nil {
		return failed("写不了 %q", "cannot write %q", t.journal.path).because(err)
	}
	for _, s := range t.steps {
		if err := theDisk.rename(s.staged, s.path); err != nil {
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
