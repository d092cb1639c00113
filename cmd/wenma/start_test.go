package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// atStartLimit is how many bytes the variables of a package may take before main begins. Tables and regular expressions that are made
// then cost every run, whatever it is for: they belong into functions, sync.OnceValue or arrays that lie in the program.
const atStartLimit = 2 << 10

// notYet are packages that still make more than that, and how much at most.
var notYet = map[string]int{
	"parser": 40 << 10, "parser/block": 20 << 10, "parser/prose": 190 << 10, "parser/sample": 16 << 10, "internal/lexicon": 24 << 10,
}

// needless are packages of the standard library that take their time at start and that wenma has no use for.
var needless = []string{"net/http", "crypto/tls", "html/template", "encoding/gob"}

var initLine = regexp.MustCompile(`(?m)^init (\S+) @.* (\d+) bytes, \d+ allocs$`)

// TestStartMakesNothing has the runtime say what each package does before main begins.
func TestStartMakesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("links the command")
	}
	c := exec.Command(buildProgram(t, "."), "version")
	c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	said, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	ours := 0
	for _, m := range initLine.FindAllStringSubmatch(string(said), -1) {
		name := m[1]
		if slices.Contains(needless, name) {
			t.Errorf("%s came into the program", name)
		}
		room, own := strings.CutPrefix(name, "github.com/wenma/wenma/")
		if !own && name != "main" {
			continue
		}
		ours++
		if bytes, limit := atoi(t, m[2]), max(atStartLimit, notYet[room]); bytes > limit {
			t.Errorf("%s takes %d bytes before main begins; the limit is %d", name, bytes, limit)
		}
	}
	if ours < 5 {
		t.Errorf("only %d packages of ours were seen in:\n%s", ours, said)
	}
}

func atoi(t *testing.T, digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// buildProgram compiles the main package of a directory as users do.
func buildProgram(tb testing.TB, dir string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "program")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	c := exec.Command("go", "build", "-o", path, ".")
	c.Dir = dir
	if said, err := c.CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, said)
	}
	return path
}

// BenchmarkStart runs processes that are over soon, in turns: a program that does nothing, wenma version, wenma gen of one page with
// nothing generated yet, and wenma gen in a project of that page with nothing changed. It reports the median of the processor time
// of each, in milliseconds.
//
//	go test ./cmd/wenma -run '^$' -bench Start -benchtime 100x
func BenchmarkStart(b *testing.B) {
	wenma := buildProgram(b, ".")
	nothing := buildProgram(b, benchProject(b, map[string]string{"go.mod": "module nothing\n\ngo 1.26\n", "main.go": "package main\n\nfunc main() {}\n"}))
	page, err := os.ReadFile("../../specs/op/getChatInfo.md")
	if err != nil {
		b.Fatal(err)
	}
	project := benchProject(b, map[string]string{
		"wenma.yaml": "inputs: [docs]\nout: api\n", "go.mod": "module example.com/api\n\ngo 1.26\n", "docs/page.md": string(page),
	})
	processorTime(b, project, wenma, "gen")
	time.Sleep(50 * time.Millisecond) // files as young as the memory of them are read again
	made := b.TempDir()
	var took struct{ nothing, version, cold, again []float64 }
	for round := 0; b.Loop(); round++ {
		out := filepath.Join(made, strconv.Itoa(round))
		took.nothing = append(took.nothing, processorTime(b, project, nothing))
		took.version = append(took.version, processorTime(b, project, wenma, "version"))
		took.cold = append(took.cold, processorTime(b, project, wenma, "gen", "docs/page.md", "--no-config", "--out", out))
		took.again = append(took.again, processorTime(b, project, wenma, "gen"))
	}
	b.ReportMetric(median(took.nothing), "nothing-ms")
	b.ReportMetric(median(took.version), "version-ms")
	b.ReportMetric(median(took.cold), "cold-ms")
	b.ReportMetric(median(took.again), "again-ms")
}

// processorTime runs a command and gives the milliseconds of processor time that it took.
func processorTime(b *testing.B, dir, program string, args ...string) float64 {
	c := exec.Command(program, args...)
	c.Dir = dir
	if said, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	return float64(c.ProcessState.UserTime()+c.ProcessState.SystemTime()) / 1e6
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}
