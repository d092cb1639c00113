//go:build generated

// Harness times the generated code of all peers in one process. Each round runs every case for a moment, so that a drift of the
// machine meets all alike; each line of output is one case of one round. Times are processor times, which other processes on the
// machine leave alone: of the thread that works, as a clock would show on an idle machine, and of the whole process for what works
// on several threads.
package main

import (
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// timedCase is something to time; its name is GROUP/VARIANT/WHO.
type timedCase struct {
	name string
	run  func(n int)
	// threads says that it works on several threads.
	threads bool
}

// sample is one timed run of a case: the time and what was allocated in one go.
type sample struct {
	Name   string
	Ns     float64
	Allocs int64
	Bytes  int64
}

func main() {
	rounds := flag.Int("rounds", 1, "rounds to run")
	slice := flag.Duration("slice", 20*time.Millisecond, "time for a case in a round")
	only := flag.String("only", "", "cases to run, a regular expression; without hostile pages")
	profile := flag.String("cpuprofile", "", "write a profile to this file")
	flag.Parse()
	if *profile != "" {
		check(pprof.StartCPUProfile(must(os.Create(*profile))))
		defer pprof.StopCPUProfile()
	}
	cases := chosen(regexp.MustCompile(*only))
	times := make([]int, len(cases)) // how often each case is run in a round
	for i, c := range cases {
		times[i] = c.timesIn(*slice)
	}
	out := json.NewEncoder(os.Stdout)
	for range *rounds {
		for i, c := range cases {
			_ = out.Encode(c.sample(times[i]))
		}
	}
	if *only == "" {
		hostile(out)
	}
}

func chosen(only *regexp.Regexp) (cases []timedCase) {
	for _, group := range []func() []timedCase{decodeCases, encodeCases, handlerCases, clientCases, roundTripCases, validateCases, parseCases} {
		for _, c := range group() {
			if only.MatchString(c.name) {
				cases = append(cases, c)
			}
		}
	}
	return cases
}

// timesIn is how often a case runs in a slice of time, once it is warm: some compile or cache something when they meet a type.
func (c timedCase) timesIn(slice time.Duration) int {
	c.run(10)
	for n := 1; ; n *= 2 {
		if s := c.sample(n); s.Ns*float64(n) > float64(slice)/4 {
			return max(1, int(float64(slice)/s.Ns))
		}
	}
}

func (c timedCase) sample(n int) sample {
	var before, after runtime.MemStats
	var ns int64
	var done sync.WaitGroup
	runtime.GC() // so that nobody collects another's garbage
	runtime.ReadMemStats(&before)
	done.Go(func() {
		runtime.LockOSThread() // whose time is read
		defer runtime.UnlockOSThread()
		start := c.clock()
		c.run(n)
		ns = c.clock() - start
	})
	done.Wait()
	runtime.ReadMemStats(&after)
	per := func(before, after uint64) int64 { return int64(float64(after-before)/float64(n) + .5) }
	return sample{c.name, float64(ns) / float64(n), per(before.Mallocs, after.Mallocs), per(before.TotalAlloc, after.TotalAlloc)}
}

// clock shows the processor time that was used.
func (c timedCase) clock() int64 {
	id := int32(unix.CLOCK_THREAD_CPUTIME_ID)
	if c.threads {
		id = unix.CLOCK_PROCESS_CPUTIME_ID
	}
	var t unix.Timespec
	check(unix.ClockGettime(id, &t))
	return t.Nano()
}

// must is for what can't fail once the tests have passed.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// repeat is a case that does one thing over and over.
func repeat(name string, f func()) timedCase {
	return timedCase{name: name, run: func(n int) {
		for range n {
			f()
		}
	}}
}
