package main

import (
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// Percentages of the collector: how much may be allocated, of what was in use after its last run, until it runs again.
const (
	// atStart holds until it has run once. With it the first collection comes when the heap has 16 MB instead of 4, which a run with one
	// page never has: nothing that such a run allocates is ever looked through.
	atStart = 400
	// whileReading holds in a run that makes files until the document is let go of. That takes more memory than what follows, and little
	// of it is garbage.
	whileReading = 50
)

// collector is what steers the garbage collector. It is left alone where the environment says how it is to work.
var collector struct {
	steered bool
	usual   int
	fromNow atomic.Int64 // what holds once the collector has run
	hasRun  atomic.Bool
}

// collectLater puts off the first collection. After that the collector works as it always does, so a run with many pages takes no
// more memory for it.
func collectLater(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	collector.steered, collector.usual = true, debug.SetGCPercent(atStart)
	collector.fromNow.Store(int64(collector.usual))
	runtime.AddCleanup(&garbage{}, func(struct{}) {
		collector.hasRun.Store(true)
		debug.SetGCPercent(int(collector.fromNow.Load()))
	}, struct{}{})
}

// garbage is what the first collection finds. It has a pointer so that it lies alone.
type garbage struct{ _ *garbage }

// collectOften has the collector save memory from its first run on, until collectAsUsual.
func collectOften() { collectBy(whileReading) }

// collectAsUsual ends collectOften. What was let go of by then does not count as in use any more.
func collectAsUsual() {
	if collectBy(collector.usual); collector.steered && collector.hasRun.Load() {
		runtime.GC()
	}
}

func collectBy(percent int) {
	if !collector.steered {
		return
	}
	collector.fromNow.Store(int64(percent))
	if collector.hasRun.Load() {
		debug.SetGCPercent(percent)
	}
}
