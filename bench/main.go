// Bench measures what wenma and the code it generates cost beside ogen, oapi-codegen and the JSON and validation libraries that
// people use, and compares that with the targets in targets.go.
//
//	go run .                     all of it: a quarter of an hour on an idle machine
//	go run . -only codec,binary  some of it again; the rest is what the last run saw
//	go run . -only none -update  none of it; put the tables of what was seen into ../docs/PERFORMANCE.md
//
// What it generates stays in gen, what it saw in results.json; git ignores both.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// options are what the command line says.
type options struct {
	rounds int
	pages  int
	large  bool
}

// many is the number of pages that the targets speak of.
const many = 1000

// part is one group of measurements, which adds what it saw to the results; their names begin with the prefixes.
type part struct {
	name     string
	prefixes []string
	measure  func(*results, options) error
}

var parts = []part{
	// Everything that runs in one process: JSON, server, client, validation, parser.
	{"codec", []string{"decode/", "encode/", "handler/", "client/", "roundtrip/", "validate/", "parse/", "hostile/"}, measureHarness},
	{"binary", []string{"binary/"}, measureBinary},
	{"start", []string{"start/"}, measureStart},
	{"change", []string{"change/"}, measureChange},
	{"compile", []string{"compile/"}, measureCompile},
	{"cold", []string{"cold/"}, measureCold},
	{"memory", []string{"memory/"}, measureMemory},
}

func main() {
	var o options
	only := flag.String("only", "", "measure these `PARTS` alone, the rest is what the last run saw: "+partNames())
	update := flag.Bool("update", false, "put the tables into "+document)
	flag.IntVar(&o.rounds, "rounds", 3, "interleaved rounds that medians are taken of")
	flag.IntVar(&o.pages, "pages", many, "pages that the generators are timed with; the targets speak of "+fmt.Sprint(many))
	flag.BoolVar(&o.large, "large", false, "look at wenma's memory with ten times the pages, too")
	flag.Parse()
	if err := run(o, *only, *update); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func partNames() string {
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	return strings.Join(names, ",")
}

func run(o options, only string, update bool) error {
	if update && o.pages != many {
		return errors.New("-update needs all pages")
	}
	r := newResults()
	if only != "" {
		if err := r.load(); err != nil {
			return err
		}
	}
	if only != "none" {
		if err := measure(r, o, only); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	r.print(&out)
	os.Stdout.Write(out.Bytes())
	if update {
		return putIntoDocument(out.String())
	}
	return nil
}

// measure runs the parts that were asked for. What one saw is kept before the next begins.
func measure(r *results, o options, only string) error {
	if err := generate(); err != nil {
		return err
	}
	for _, p := range parts {
		if only != "" && !slices.Contains(strings.Split(only, ","), p.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "bench: measuring:", p.name)
		r.drop(p.prefixes)
		if err := p.measure(r, o); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if err := r.save(); err != nil {
			return err
		}
	}
	return nil
}
