package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

// print writes all tables, of what was measured.
func (r *results) print(w io.Writer) {
	fmt.Fprintf(w, "Measured on %s, %d cores, %s.\n\n", processor(), runtime.NumCPU(), runtime.Version())
	r.printTargets(w)
	r.printPeers(w)
	r.printGenerators(w)
	r.printHostile(w)
}

// processor is the model of the processor, and nothing else that would tell the machine.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}

func (r *results) printTargets(w io.Writer) {
	fmt.Fprint(w, "| what | measured | target | met |\n|:--|--:|--:|:--|\n")
	for _, t := range targets {
		if v, ok := t.of(r); ok {
			fmt.Fprintf(w, "| %s | %s%s | %s | %s |\n", t.what, round(v), t.unit, t.wanted(), t.met(v))
		}
	}
	fmt.Fprintln(w)
}

// round keeps three digits, and no fraction of large numbers.
func round(v float64) string {
	switch {
	case v >= 100 || v == float64(int(v)):
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	case v >= 1:
		return fmt.Sprintf("%.2f", v)
	default:
		return fmt.Sprintf("%.3f", v)
	}
}

// inProcess are the groups that one process timed: what they are called, and against whom their times stand.
var inProcess = []struct{ prefix, title, unit string }{
	{"decode/compact/", "decode", "encoding/json"},
	{"decode/printed/", "decode, as printed on the page", "encoding/json"},
	{"decode/alphabetical/", "decode, alphabetical order", "encoding/json"},
	{"encode/buffer/", "encode", "encoding/json"},
	{"handler/alone/", "handler alone", "net/http+encoding/json"},
	{"handler/with-query/", "handler with the page's query", "net/http+encoding/json"},
	{"client/alone/", "client alone", "net/http+encoding/json"},
	{"roundtrip/one/", "round trip, one at a time", "net/http+encoding/json"},
	{"roundtrip/parallel/", "round trip, both cores busy", "net/http+encoding/json"},
	{"validate/order/", "validate an order", "validator"},
	{"validate/seed/", "validate the seed's request", "validator"},
	{"parse/seed/", "parse the seed page", "goldmark"},
}

func (r *results) printPeers(w io.Writer) {
	if _, ok := r.median("decode/compact/wenma"); !ok {
		return
	}
	fmt.Fprint(w, "Processor time, as a share of the first one's, and allocations:\n\n| what | first | others |\n|:--|:--|:--|\n")
	for _, g := range inProcess {
		whos := r.byTime(g.prefix)
		var cells []string
		for _, who := range whos {
			if v, _ := r.ratio(g.prefix+who, g.prefix+g.unit); who != g.unit {
				cells = append(cells, fmt.Sprintf("%s %s (%s)", who, round(v), r.allocs(g.prefix+who)))
			}
		}
		ns, _ := r.median(g.prefix + g.unit)
		fmt.Fprintf(w, "| %s | %s: %s µs (%s) | %s |\n", g.title, g.unit, round(ns/1000), r.allocs(g.prefix+g.unit), strings.Join(cells, " · "))
	}
	fmt.Fprintln(w)
}

func (r *results) allocs(name string) string {
	v, _ := r.median(name + "/allocs")
	return round(v)
}

func (r *results) printGenerators(w io.Writer) {
	var rows bytes.Buffer
	for _, g := range []struct{ prefix, title string }{
		{"cold/", "all pages from nothing:"}, {"change/", "all pages again, changed:"}, {"memory/", "wenma, pages:"}, {"start/", "one page:"}, {"compile/", "compile 100 endpoints:"},
	} {
		for _, name := range r.under(g.prefix) {
			wall, _ := r.median(g.prefix + name + "/wall")
			cpu, _ := r.median(g.prefix + name + "/cpu")
			peak, _ := r.median(g.prefix + name + "/peak")
			fmt.Fprintf(&rows, "| %s %s | %s | %s | %s |\n", g.title, name, round(wall), round(cpu), round(peak))
		}
	}
	if rows.Len() > 0 {
		fmt.Fprintf(w, "| process | wall s | CPU s | peak MiB |\n|:--|--:|--:|--:|\n%s\n", rows.Bytes())
	}
	r.printBinaries(w)
}

func (r *results) printBinaries(w io.Writer) {
	base, ok := r.median("binary/1/net/http")
	if !ok {
		return
	}
	fmt.Fprint(w, "| client program, KB more than net/http alone | 1 endpoint | 100 endpoints |\n|:--|--:|--:|\n")
	for _, who := range r.byTime("binary/1/") {
		one, _ := r.median("binary/1/" + who)
		hundred, _ := r.median("binary/100/" + who)
		fmt.Fprintf(w, "| %s | %.0f | %.0f |\n", who, one-base, hundred-base)
	}
	fmt.Fprintln(w)
}

func (r *results) printHostile(w io.Writer) {
	names := r.under("hostile/")
	if len(names) == 0 {
		return
	}
	fmt.Fprint(w, "| hostile page | bytes | ms at a quarter | half | whole |\n|:--|--:|--:|--:|--:|\n")
	for _, name := range names {
		cells := []string{"–", "–", "–"}
		for i, v := range r.hostile(name) {
			cells[i] = round(v / 1e6)
		}
		size, ok := r.median("hostile/" + name + "/4/bytes")
		bytes := round(size)
		if !ok {
			bytes = "given up"
		}
		fmt.Fprintf(w, "| %s | %s | %s |\n", name, bytes, strings.Join(cells, " | "))
	}
	fmt.Fprintln(w)
}
