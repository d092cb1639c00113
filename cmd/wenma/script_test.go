package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var rewrite = flag.Bool("update", false, "rewrite the expected results: scripts and the diagnostics reference")

func TestMain(m *testing.M) {
	if plan := os.Getenv(faultPlan); plan != "" { // this process is a run of wenma on a disk that fails
		theDisk = newFaultyDisk(plan)
		main()
	}
	testscript.Main(m, map[string]func(){"wenma": main})
}

// TestScript runs the command as people do. Every script starts in an empty directory that has the pages of
// testdata/pages and the real page of specs in it; messages are English unless a script says otherwise.
//
// Besides testscript's own commands there are: crlf FROM TO (a copy with Windows line ends), binary FILE (a file that is no
// text), age FILE... (makes files old) and untouched FILE... (fails unless they still are), mode FILE OCTAL (checks
// permissions), drop FILE WORD (removes the lines that hold a word), exits STATUS COMMAND... (exec, with the exit status that it must have).
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *rewrite,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_US.UTF-8")
			env.Setenv("GOCACHE", buildCache()) // else go vet compiles the standard library anew
			env.Setenv("GOPROXY", "off")
			for _, from := range []string{"testdata/pages", "../../specs/op"} {
				if err := os.CopyFS(env.Cd, os.DirFS(from)); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"crlf": crlf, "binary": binary, "age": age, "untouched": untouched, "mode": mode, "exits": exits, "drop": drop,
		},
	})
}

// buildCache is the cache of the go command, which a script's empty home directory would hide.
var buildCache = sync.OnceValue(func() string {
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(out))
})

func crlf(ts *testscript.TestScript, _ bool, args []string) {
	text := []byte(ts.ReadFile(args[0]))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), 0o666))
}

func binary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), 0o666))
}

func drop(ts *testscript.TestScript, _ bool, args []string) {
	var kept strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if !strings.Contains(line, args[1]) {
			kept.WriteString(line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(kept.String()), 0o666))
}

// longAgo is when aged files were last changed.
var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

func age(ts *testscript.TestScript, _ bool, args []string) {
	for _, path := range glob(ts, args) {
		ts.Check(os.Chtimes(path, longAgo, longAgo))
	}
}

func untouched(ts *testscript.TestScript, neg bool, args []string) {
	for _, path := range glob(ts, args) {
		info, err := os.Stat(path)
		ts.Check(err)
		if same := info.ModTime().Equal(longAgo); same == neg {
			ts.Fatalf("%s: last changed %v", path, info.ModTime())
		}
	}
}

func glob(ts *testscript.TestScript, patterns []string) (paths []string) {
	for _, p := range patterns {
		found, err := filepath.Glob(ts.MkAbs(p))
		ts.Check(err)
		if len(found) == 0 {
			ts.Fatalf("no file %s", p)
		}
		paths = append(paths, found...)
	}
	return paths
}

func mode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.ParseUint(args[1], 8, 32)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := info.Mode().Perm(); got != os.FileMode(want) {
		ts.Fatalf("%s has mode %o", args[0], got)
	}
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}
