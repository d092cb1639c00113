// Package gotest compiles and runs generated packages in tests, each set of them as a module of its own.
package gotest

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Module is a module in a temporary directory.
type Module struct {
	t   testing.TB
	dir string
}

// New makes an empty module that is called gen.test.
func New(t testing.TB) *Module {
	t.Helper()
	m := &Module{t, t.TempDir()}
	m.Write("go.mod", []byte("module gen.test\n\ngo 1.26\n"))
	return m
}

// Write writes a file, whose name is a slash path within the module.
func (m *Module) Write(name string, content []byte) {
	m.t.Helper()
	path := filepath.Join(m.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		m.t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o666); err != nil {
		m.t.Fatal(err)
	}
}

// CopyFS copies a tree of files into the module.
func (m *Module) CopyFS(files fs.FS) {
	m.t.Helper()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, path)
		if err == nil {
			m.Write(path, content)
		}
		return err
	})
	if err != nil {
		m.t.Fatal(err)
	}
}

// Go runs the go command in the module, without a network; what it prints is told if it fails.
func (m *Module) Go(args ...string) {
	m.t.Helper()
	m.run("go", args...)
}

// Fails runs the go command in the module, which must fail and say something.
func (m *Module) Fails(says string, args ...string) {
	m.t.Helper()
	out, err := m.command("go", args...).CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte(says)) {
		m.t.Errorf("go %v: %v, want a failure that says %q\n%s", args, err, says, out)
	}
}

// Staticcheck runs staticcheck on the module's packages where it is installed, and says so where it is not.
func (m *Module) Staticcheck() {
	m.t.Helper()
	tool, err := exec.LookPath("staticcheck")
	if err != nil {
		out, _ := exec.Command("go", "env", "GOPATH").Output()
		tool, err = exec.LookPath(filepath.Join(filepath.Clean(string(out[:max(len(out)-1, 0)])), "bin", "staticcheck"))
	}
	if err != nil {
		m.t.Log("staticcheck is not installed")
		return
	}
	m.run(tool, "./...")
}

func (m *Module) run(name string, args ...string) {
	m.t.Helper()
	if out, err := m.command(name, args...).CombinedOutput(); err != nil {
		m.t.Errorf("%s %v: %v\n%s", filepath.Base(name), args, err, out)
	}
}

// command is one to run in the module, without a network.
func (m *Module) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	return cmd
}
