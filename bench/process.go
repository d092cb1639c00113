package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// usage is what a process took.
type usage struct {
	wall, cpu time.Duration
	peak      int64 // bytes; at least what this process has, which is little
}

// timed runs a program in a directory.
func timed(dir, name string, args ...string) (usage, error) {
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, said.Bytes())
	}
	u := usage{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = r.Maxrss << 10 // Linux counts KiB
	}
	return u, nil
}

// keep adds a run to the results: its time and its memory.
func (r *results) keep(name string, u usage) {
	r.add(name+"/wall", u.wall.Seconds())
	r.add(name+"/cpu", u.cpu.Seconds())
	r.add(name+"/peak", float64(u.peak)/(1<<20))
}
