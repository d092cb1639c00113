package main

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"

	"golang.org/x/sync/errgroup"
)

// writers is how many files are written at once; more only make a disk seek.
const writers = 8

// commit carries out a plan: all of it, or, when anything fails, nothing. Each file is written beside its place, flushed
// to the disk and renamed; a file whose content stays is not touched.
func commit(steps []step) (err error) {
	t := &transaction{}
	for _, s := range steps {
		if s.change == create || s.change == update {
			t.steps = append(t.steps, s)
		}
	}
	finished := false
	defer func() {
		if !finished { // failed, or broke
			t.undo()
		}
	}()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	defer signal.Stop(interrupted)
	if err := errors.Join(t.makeDirectories(), t.stage()); err != nil {
		return err
	}
	select {
	case <-interrupted:
		return failed("已中断，没有写出任何文件", "interrupted, no file was written")
	default:
	}
	if err := t.rename(); err != nil {
		return err
	}
	finished = true
	return nil
}

// transaction is a plan being carried out, with what it takes to go back.
type transaction struct {
	steps   []step
	made    []string // directories, outermost first
	staged  []string // temporary files, by step
	renamed int      // steps whose file is in its place
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
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	t.made = append(t.made, dir)
	return nil
}

// stage writes every file beside its place.
func (t *transaction) stage() error {
	t.staged = make([]string, len(t.steps))
	mark := strconv.FormatUint(rand.Uint64(), 36)
	var group errgroup.Group
	group.SetLimit(writers)
	for i, s := range t.steps {
		dir, base := filepath.Split(s.path)
		t.staged[i] = filepath.Join(dir, ".wenma-"+mark+"-"+base)
		group.Go(func() error {
			if err := writeNew(t.staged[i], s); err != nil {
				return failed("写不了 %q", "cannot write %q", s.path).because(err)
			}
			return nil
		})
	}
	return group.Wait()
}

// writeNew writes a file that must not exist yet. It gets the mode of the file that it replaces, else the usual one.
func writeNew(path string, s step) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(s.content)
	if err == nil && s.change == update {
		err = f.Chmod(s.mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (t *transaction) rename() error {
	for i, s := range t.steps {
		if err := os.Rename(t.staged[i], s.path); err != nil {
			return failed("写不了 %q", "cannot write %q", s.path).because(err)
		}
		t.renamed++
	}
	return nil
}

// undo puts everything back as it was. What cannot be put back is left: there is nothing more to try.
func (t *transaction) undo() {
	for _, path := range t.staged[min(t.renamed, len(t.staged)):] {
		_ = os.Remove(path)
	}
	for _, s := range t.steps[:t.renamed] {
		if s.change == create {
			_ = os.Remove(s.path)
			continue
		}
		_ = os.WriteFile(s.path, s.old, s.mode)
	}
	for i := len(t.made) - 1; i >= 0; i-- {
		_ = os.Remove(t.made[i])
	}
}
