package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// faultPlan is the environment variable that makes the test binary a run of wenma on a faulty disk: "none", "kill N", "full N"
// (from the N-th call on nothing can be written), "refuse N" (the N-th call fails), "read-only DIR".
const faultPlan = "WENMA_TEST_FAULT"

// faultyDisk is a disk that fails as planned. It counts its calls, and leaves their number in the file that the environment
// names.
type faultyDisk struct {
	osDisk
	kind, dir string
	at        int64
	calls     atomic.Int64
}

func newFaultyDisk(plan string) *faultyDisk {
	d := new(faultyDisk)
	kind, rest, _ := strings.Cut(plan, " ")
	d.kind = kind
	if kind == "read-only" {
		d.dir = rest
	} else {
		fmt.Sscan(rest, &d.at)
	}
	return d
}

// strike fails the call, or ends the process in the middle of it; half is what is done by then.
func (d *faultyDisk) strike(path string, grows bool, half func()) error {
	n := d.calls.Add(1)
	if file := os.Getenv(faultPlan + "_COUNT"); file != "" {
		_ = os.WriteFile(file, []byte(fmt.Sprint(n)), 0o666)
	}
	switch {
	case d.kind == "kill" && n == d.at:
		half()
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	case d.kind == "full" && n >= d.at && grows:
		half()
		return syscall.ENOSPC
	case d.kind == "refuse" && n == d.at:
		return syscall.EIO
	case d.kind == "read-only" && filepath.Dir(path) == d.dir:
		return syscall.EROFS
	}
	return nil
}

func nothing() {}

func (d *faultyDisk) mkdir(path string) error {
	if err := d.strike(path, true, nothing); err != nil {
		return err
	}
	return d.osDisk.mkdir(path)
}

func (d *faultyDisk) write(path string, content []byte) error {
	half := func() { _ = os.WriteFile(path, content[:len(content)/2], 0o666) }
	if err := d.strike(path, true, half); err != nil {
		return err
	}
	return d.osDisk.write(path, content)
}

func (d *faultyDisk) jot(path string, content []byte) error {
	half := func() { _ = os.WriteFile(path, content[:len(content)/2], 0o666) }
	if err := d.strike(path, true, half); err != nil {
		return err
	}
	return d.osDisk.jot(path, content)
}

func (d *faultyDisk) extend(path string, content []byte) error {
	half := func() { _ = d.osDisk.extend(path, content[:len(content)/2]) }
	if err := d.strike(path, true, half); err != nil {
		return err
	}
	return d.osDisk.extend(path, content)
}

func (d *faultyDisk) chmod(path string, mode fs.FileMode) error {
	if err := d.strike(path, false, nothing); err != nil {
		return err
	}
	return d.osDisk.chmod(path, mode)
}

func (d *faultyDisk) rename(from, to string) error {
	if err := d.strike(to, false, nothing); err != nil {
		return err
	}
	return d.osDisk.rename(from, to)
}

func (d *faultyDisk) remove(path string) error {
	if err := d.strike(path, false, nothing); err != nil {
		return err
	}
	return d.osDisk.remove(path)
}

// faultyRun runs wenma gen in a directory on a faulty disk. It gives the exit status, -1 for a run that was killed, and what
// was said.
func faultyRun(t *testing.T, dir, plan string, env ...string) (int, string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, "gen", "--lang", "en")
	c.Dir, c.Env = dir, append(os.Environ(), append(env, faultPlan+"="+plan)...)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Run(); err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), said.String()
}

// scenario is a project before a run, and what the run makes of it.
type scenario struct {
	before, after map[string]string
	calls         int // of the disk, in a run that succeeds
}

// scenarios are the first run of a project of two pages; a later state of it has another endpoint changed, one gone and one new.
func scenarios(t *testing.T) map[string]scenario {
	t.Helper()
	first := map[string]string{
		"wenma.yaml": "inputs: [docs]\nout: op\nstubs: handler\n", "go.mod": "module example.com/op\n\ngo 1.26\n",
		"docs/chat.md": smallPage("getChat"), "docs/close.md": smallPage("closeChat"),
	}
	fresh := runOf(t, first)
	later := maps.Clone(fresh.after)
	later["docs/chat.md"] = strings.ReplaceAll(later["docs/chat.md"], "chatId", "chatCode")
	delete(later, "docs/close.md")
	later["docs/open.md"] = smallPage("openChat")
	later["op/mine.go"] = "package op\n"
	return map[string]scenario{"first run": fresh, "later run": runOf(t, later)}
}

func smallPage(call string) string {
	return "# 会话\n\n## 操作\n\nPOST /op/v2/" + call + "\n\n请求参数\n\n|参数|必选|类型|说明|\n|---|---|---|---|\n|chatId|是|string|会话 id|\n"
}

func runOf(t *testing.T, before map[string]string) scenario {
	t.Helper()
	dir := projectOf(t, before)
	count := filepath.Join(t.TempDir(), "count")
	if status, said := faultyRun(t, dir, "none", faultPlan+"_COUNT="+count); status != 0 {
		t.Fatalf("exit status %d:\n%s", status, said)
	}
	s := scenario{before: before, after: snapshot(t, dir)}
	text, err := os.ReadFile(count)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Sscan(string(text), &s.calls)
	return s
}

func projectOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// snapshot has the content of every file but those in the state directory that change with time.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, volatile := range []string{".wenma/state", ".wenma/pages", ".wenma/lock", ".wenma/.gitignore"} {
		delete(files, volatile)
	}
	return files
}

// stride is how far apart the calls are that are tried: all of them, but for short runs.
func stride() int {
	if testing.Short() {
		return 7
	}
	return 1
}

// TestKilledAnywhere kills a run in the middle of each thing that it does to the disk. What is there then is whole, each file old
// or new, and the next run gets to where the killed one was going.
func TestKilledAnywhere(t *testing.T) {
	for name, s := range scenarios(t) {
		t.Run(name, func(t *testing.T) {
			for n := 1; n <= s.calls; n += stride() {
				dir := projectOf(t, s.before)
				if status, said := faultyRun(t, dir, fmt.Sprint("kill ", n)); status != -1 {
					t.Fatalf("call %d: the run was not killed: %d\n%s", n, status, said)
				}
				for path, text := range snapshot(t, dir) {
					old, new := s.before[path], s.after[path]
					if temporary := strings.Contains(path, stagedPrefix) || path == ".wenma/journal"; !temporary && text != old && text != new {
						t.Errorf("killed in call %d: %s is neither the old file nor the new one", n, path)
					}
				}
				if status, said := faultyRun(t, dir, "none"); status != 0 {
					t.Errorf("killed in call %d: the next run ends with %d:\n%s", n, status, said)
				}
				if diff := cmp.Diff(s.after, snapshot(t, dir)); diff != "" {
					t.Fatalf("killed in call %d: the next run leaves (-want +got):\n%s", n, diff)
				}
			}
		})
	}
}

// TestDiskFails lets the disk fill up, or refuse, at each thing that a run does to it. The run says so, and leaves the old tree or the
// new one; where it could not even go back, the next run goes on.
func TestDiskFails(t *testing.T) {
	for name, s := range scenarios(t) {
		for _, kind := range []string{"full", "refuse"} {
			t.Run(name+"/"+kind, func(t *testing.T) {
				for n := 1; n <= s.calls; n += stride() {
					dir := projectOf(t, s.before)
					status, said := faultyRun(t, dir, fmt.Sprint(kind, " ", n))
					got := snapshot(t, dir)
					switch {
					case status == 0 && cmp.Equal(got, s.after): // what failed was not needed
					case status != statusFailed || !strings.Contains(said, "wenma: ") || strings.Contains(said, "panic"):
						t.Errorf("%s at call %d: exit status %d:\n%s", kind, n, status, said)
					case kind == "full" && !strings.Contains(said, "no space left on the disk"):
						t.Errorf("full at call %d, and it says:\n%s", n, said)
					case !cmp.Equal(got, s.before) && got[".wenma/journal"] == "":
						t.Errorf("%s at call %d leaves (-want +got):\n%s", kind, n, cmp.Diff(s.before, got))
					}
					if status, said := faultyRun(t, dir, "none"); status != 0 || !cmp.Equal(snapshot(t, dir), s.after) {
						t.Errorf("%s at call %d: the next run ends with %d:\n%s", kind, n, status, said)
					}
				}
			})
		}
	}
}

// TestReadOnly refuses writes in one directory after the other.
func TestReadOnly(t *testing.T) {
	s := scenarios(t)["later run"]
	for _, dir := range []string{"op", "handler", "."} {
		root := projectOf(t, s.before)
		status, said := faultyRun(t, root, "read-only "+dir)
		if status != statusFailed || !strings.Contains(said, "the file system is read-only") {
			t.Errorf("%s: exit status %d:\n%s", dir, status, said)
		}
		if diff := cmp.Diff(s.before, snapshot(t, root)); diff != "" {
			t.Errorf("%s: left behind (-want +got):\n%s", dir, diff)
		}
	}
}

// TestTwoAtOnce starts runs in one project together: they take turns, and the result is that of one.
func TestTwoAtOnce(t *testing.T) {
	s := scenarios(t)["later run"]
	dir := projectOf(t, s.before)
	t.Chdir(dir)
	a := &app{stderr: new(bytes.Buffer), getenv: os.Getenv}
	a.progress = newProgress(a.stderr, 0)
	release, err := a.exclusive()
	if err != nil {
		t.Fatal(err)
	}
	type end struct {
		status int
		said   string
	}
	ends := make(chan end, 3)
	for range cap(ends) {
		go func() {
			status, said := faultyRun(t, dir, "none")
			ends <- end{status, said}
		}()
	}
	time.Sleep(4 * politeness)
	release()
	for range cap(ends) {
		if e := <-ends; e.status != 0 || !strings.Contains(e.said, "another wenma is at work in this project") {
			t.Errorf("exit status %d:\n%s", e.status, e.said)
		}
	}
	if diff := cmp.Diff(s.after, snapshot(t, dir)); diff != "" {
		t.Errorf("left behind (-want +got):\n%s", diff)
	}
}
