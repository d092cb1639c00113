package main

import (
	"runtime"
	"runtime/debug"
)

// atStart is the collector's percentage until it has run once. With it the first collection comes when the heap has 16 MB instead of
// 4, which a run with one page never has: nothing that such a run allocates is ever looked through.
const atStart = 400

// collectLater puts off the first collection. After that the collector works as it always does, so a run with many pages takes no
// more memory for it. What the environment says of the collector stands.
func collectLater(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(atStart)
	runtime.AddCleanup(&garbage{}, func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// garbage is what the first collection finds. It has a pointer so that it lies alone.
type garbage struct{ _ *garbage }
