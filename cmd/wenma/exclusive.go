package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const (
	// politeness is how long a run waits for another one before it says so.
	politeness = 300 * time.Millisecond
	// waitLimit is how long it waits at all: no run takes as long, but one that hangs does.
	waitLimit = 30 * time.Second
)

// makeState makes the directory of what concerns this checkout alone, kept out of version control by a file in it.
func makeState() error {
	if err := theDisk.mkdir(stateDir); err != nil && !errors.Is(err, fs.ErrExist) {
		return failed("建不了目录 %q", "cannot make directory %q", stateDir).because(err)
	}
	ignore := filepath.Join(stateDir, ".gitignore")
	if exists(ignore) {
		return nil
	}
	if err := theDisk.write(ignore, []byte("*\n")); err != nil && !errors.Is(err, fs.ErrExist) {
		return failed("写不了 %q", "cannot write %q", ignore).because(err)
	}
	return nil
}

// exclusive keeps other runs out of the project until the result is called. The system ends the lock with the process, however
// that ends, so none is ever left over.
func (a *app) exclusive() (release func(), err error) {
	if err := makeState(); err != nil {
		return nil, err
	}
	type answer struct {
		unlock func()
		err    error
	}
	path, got := filepath.Join(stateDir, "lock"), make(chan answer, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		got <- answer{unlock, err}
	}()
	polite, limit := time.After(politeness), time.After(waitLimit)
	for {
		select {
		case r := <-got:
			if r.err != nil {
				return nil, failed("写不了 %q", "cannot write %q", path).because(r.err)
			}
			return r.unlock, nil
		case <-polite:
			a.say(message("wenma: 另一个 wenma 正在这个项目里工作，等它结束", "wenma: another wenma is at work in this project; waiting for it to end"))
		case <-limit:
			return nil, failed("另一个 wenma 在这个项目里工作了太久", "another wenma has been at work in this project for too long").
				help("确认没有挂住的 wenma 进程再运行；锁是 %s，进程结束它就失效", "see that no wenma process hangs, then run again; the lock is %s and ends with its process", absolute(path))
		}
	}
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// mend finishes what a run that was cut off left, and removes its temporary files.
func (a *app) mend(j *journal, dirs []string) error {
	if j.pending() {
		if err := j.finish(); err != nil {
			return err
		}
		a.say(message("wenma: 接完了上次中断的写出", "wenma: finished what an interrupted run had left"))
	}
	sweep(dirs)
	return nil
}

// stateFile is the path of a file in the state directory.
func stateFile(name string) string { return filepath.Join(stateDir, name) }

// readState reads a file of the state directory; nil where there is none or it cannot be read: it is only ever a memory.
func readState(name string) []byte {
	text, _ := os.ReadFile(stateFile(name))
	return text
}
