package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// results are all samples by name, in the order of the rounds.
type results struct{ samples map[string][]float64 }

func newResults() *results { return &results{map[string][]float64{}} }

func (r *results) add(name string, v float64) { r.samples[name] = append(r.samples[name], v) }

// saved is where the results are kept between runs.
const saved = "results.json"

func (r *results) load() error {
	text, err := os.ReadFile(saved)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(text, &r.samples)
}

func (r *results) save() error {
	text, err := json.Marshal(r.samples)
	if err != nil {
		return err
	}
	return os.WriteFile(saved, text, 0o666)
}

// drop forgets what is to be measured again.
func (r *results) drop(prefixes []string) {
	maps.DeleteFunc(r.samples, func(name string, _ []float64) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) })
	})
}

func middle(v []float64) (float64, bool) {
	if len(v) == 0 {
		return 0, false
	}
	v = slices.Sorted(slices.Values(v))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2, true
}

func (r *results) median(name string) (float64, bool) { return middle(r.samples[name]) }

// ratio is the median of the ratios of the rounds: what disturbs a round disturbs both sides of it.
func (r *results) ratio(name, other string) (float64, bool) {
	a, b := r.samples[name], r.samples[other]
	var ratios []float64
	for i := range min(len(a), len(b)) {
		ratios = append(ratios, a[i]/b[i])
	}
	return middle(ratios)
}

// under lists the next parts of the names that begin with prefix, each once.
func (r *results) under(prefix string) []string {
	seen := map[string]bool{}
	var out []string
	for name := range r.samples {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if next, _, _ := strings.Cut(rest, "/"); !seen[next] {
				seen[next] = true
				out = append(out, next)
			}
		}
	}
	slices.Sort(out)
	return out
}

// hostile are the times of a hostile page at a quarter, a half and the whole of its size, as far as they were measured.
func (r *results) hostile(name string) (times []float64) {
	for _, size := range []string{"1", "2", "4"} {
		if v, ok := r.median("hostile/" + name + "/" + size); ok {
			times = append(times, v)
		}
	}
	return times
}

// byTime lists who was timed in a group, the fastest first. A name may hold a slash.
func (r *results) byTime(prefix string) []string {
	var whos []string
	for name := range r.samples {
		if who, ok := strings.CutPrefix(name, prefix); ok && !strings.HasSuffix(who, "/allocs") && !strings.HasSuffix(who, "/bytes") {
			whos = append(whos, who)
		}
	}
	slices.SortFunc(whos, func(a, b string) int {
		x, _ := r.median(prefix + a)
		y, _ := r.median(prefix + b)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	})
	return whos
}
