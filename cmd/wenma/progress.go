package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/wenma/wenma/source"
)

// patience is how long a run may take before it says what it is at.
const patience = time.Second

// progress shows on a terminal what a long run is doing, on a line that clears itself.
type progress struct {
	w    io.Writer // nil where there is nobody to look
	lang source.Lang

	mu    sync.Mutex
	timer *time.Timer
	now   string
	due   bool // patience is over
	shown bool
}

func newProgress(w io.Writer, lang source.Lang) *progress {
	p := &progress{lang: lang}
	if isTerminal(w) {
		p.w = w
		p.timer = time.AfterFunc(patience, p.begin)
	}
	return p
}

// stage names what the run does from now on.
func (p *progress) stage(zh, en string) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = source.Message{ZH: zh, EN: en}.In(p.lang)
	if p.due {
		p.draw()
	}
}

func (p *progress) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.due = true
	p.draw()
}

func (p *progress) draw() {
	fmt.Fprintf(p.w, "\r\x1b[K%s...", p.now)
	p.shown = true
}

// clear takes the line away, before something else is printed; the next stage brings it back.
func (p *progress) clear() {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// stop ends it for good.
func (p *progress) stop() {
	if p.w == nil {
		return
	}
	p.timer.Stop()
	p.clear()
}
