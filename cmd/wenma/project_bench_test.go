package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/wenma/wenma/internal/manypages"
)

// BenchmarkProject runs wenma gen, as a process of its own, in a project of a thousand pages: with nothing generated yet, with nothing
// changed, and with one page changed. Besides the time it reports the CPU time, the peak of the memory and how many files a run
// touched.
//
//	go test ./cmd/wenma -run '^$' -bench Project -benchtime 5x
func BenchmarkProject(b *testing.B) {
	const pages = 1000
	files := map[string]string{"wenma.yaml": "inputs: [docs]\nout: api\nlayout: page\n", "go.mod": "module example.com/api\n\ngo 1.26\n"}
	var names []string
	for _, p := range manypages.Pages(pages) {
		files["docs/"+p.Name] = p.Text
		if strings.Contains(p.Text, "地址") {
			names = append(names, filepath.Join("docs", p.Name))
		}
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			dir := benchProject(b, files)
			b.StartTimer()
			measuredRun(b, dir)
		}
	})
	dir := benchProject(b, files)
	measuredRun(b, dir)
	time.Sleep(50 * time.Millisecond) // files as young as the memory of them are read again
	b.Run("nothing", func(b *testing.B) {
		for b.Loop() {
			measuredRun(b, dir)
		}
	})
	next := 0
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			touched(b, filepath.Join(dir, names[next%len(names)]))
			next++
			b.StartTimer()
			measuredRun(b, dir)
		}
	})
}

func benchProject(b *testing.B, files map[string]string) string {
	dir := b.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// touched changes the words of a page.
func touched(b *testing.B, page string) {
	text, err := os.ReadFile(page)
	if err != nil {
		b.Fatal(err)
	}
	words := strings.NewReplacer("地址", "住址", "住址", "地址")
	if err := os.WriteFile(page, []byte(words.Replace(string(text))), 0o666); err != nil {
		b.Fatal(err)
	}
}

// measuredRun runs wenma gen and adds what it took.
func measuredRun(b *testing.B, dir string) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	before := time.Now()
	c := exec.Command(self, "gen")
	c.Dir, c.Env = dir, append(os.Environ(), faultPlan+"=none")
	if said, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	usage := c.ProcessState.SysUsage().(*syscall.Rusage)
	b.StopTimer()
	b.ReportMetric(float64(c.ProcessState.UserTime()+c.ProcessState.SystemTime())/1e6, "cpu-ms")
	b.ReportMetric(float64(usage.Maxrss)/1024, "peak-MB")
	b.ReportMetric(float64(writtenSince(b, dir, before)), "files")
	b.StartTimer()
}

// writtenSince counts the files that are new or changed.
func writtenSince(b *testing.B, dir string, at time.Time) (n int) {
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.ModTime().After(at) {
			n++
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}
