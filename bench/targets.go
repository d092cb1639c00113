package main

import (
	"fmt"
	"math"
)

// figure is one number made of the results; ok is false when what it is made of was not measured.
type figure func(r *results) (v float64, ok bool)

// target is a figure and what it should be at most, or at least.
type target struct {
	what    string
	of      figure
	unit    string
	limit   float64
	atLeast bool
}

// share is how much of another's time, or whatever is counted, something takes: the median over the rounds.
func share(name, other string) figure {
	return func(r *results) (float64, bool) { return r.ratio(name, other) }
}

func median(name string) figure { return func(r *results) (float64, bool) { return r.median(name) } }

// over is how much more something is than another.
func over(name, other string) figure {
	return func(r *results) (float64, bool) {
		a, ok := r.median(name)
		b, ok2 := r.median(other)
		return a - b, ok && ok2
	}
}

// growth is the worst growth of the time per byte when a hostile page doubles.
func growth(r *results) (worst float64, ok bool) {
	for _, name := range r.under("hostile/") {
		times := r.hostile(name)
		for i := 1; i < len(times); i++ {
			worst, ok = max(worst, times[i]/times[i-1]), true
		}
		if len(times) < 3 {
			return math.Inf(1), true // it was given up
		}
	}
	return worst, ok
}

var targets = []target{
	{"decode, against encoding/json", share("decode/compact/wenma", "decode/compact/encoding/json"), "×", .12, false},
	{"decode, against ogen", share("decode/compact/wenma", "decode/compact/ogen"), "×", .75, false},
	{"decode as printed on the page, against encoding/json", share("decode/printed/wenma", "decode/printed/encoding/json"), "×", .12, false},
	{"decode as printed on the page, against ogen", share("decode/printed/wenma", "decode/printed/ogen"), "×", .75, false},
	{"decode, members in alphabetical order, against ogen", share("decode/alphabetical/wenma", "decode/alphabetical/ogen"), "×", .9, false},
	{"encode into a reused buffer, against ogen", share("encode/buffer/wenma", "encode/buffer/ogen"), "×", .40, false},
	{"encode into a reused buffer", median("encode/buffer/wenma/allocs"), " allocations", 0, false},
	{"handler alone, against ogen", share("handler/alone/wenma", "handler/alone/ogen"), "×", .25, false},
	{"handler alone", median("handler/alone/wenma/allocs"), " allocations", 6, false},
	{"handler with the page's query, against ogen", share("handler/with-query/wenma", "handler/with-query/ogen"), "×", .25, false},
	{"round trip on loopback, both cores busy, against net/http without JSON", share("roundtrip/parallel/wenma", "roundtrip/parallel/net/http"), "×", 1.2, false},
	{"round trip on loopback, one at a time, against net/http without JSON", share("roundtrip/one/wenma", "roundtrip/one/net/http"), "×", 1.2, false},
	{"client, more than net/http alone", over("client/alone/wenma/allocs", "client/alone/net/http/allocs"), " allocations", 10, false},
	{"validate a valid order", median("validate/order/wenma/allocs"), " allocations", 0, false},
	{"validate a valid order, faster than validator", share("validate/order/validator", "validate/order/wenma"), "×", 100, true},
	{"compile 100 endpoints, against oapi-codegen (wall time)", share("compile/wenma/wall", "compile/oapi-codegen/wall"), "×", 1.5, false},
	{"compile 100 endpoints, against oapi-codegen (CPU time)", share("compile/wenma/cpu", "compile/oapi-codegen/cpu"), "×", 1.5, false},
	{"binary of a client, 1 endpoint in the package, more than net/http alone", over("binary/1/wenma", "binary/1/net/http"), " KB", 330, false},
	{"binary of a client, 100 endpoints in the package, more than with 1", over("binary/100/wenma", "binary/1/wenma"), " KB", 10, false},
	{"1,000 pages cold, faster than oapi-codegen (wall time)", share("cold/oapi-codegen/wall", "cold/wenma/wall"), "×", 10, true},
	{"1,000 pages cold, faster than ogen (wall time)", share("cold/ogen/wall", "cold/wenma/wall"), "×", 60, true},
	{"1,000 pages cold, faster than oapi-codegen (CPU time)", share("cold/oapi-codegen/cpu", "cold/wenma/cpu"), "×", 10, true},
	{"1,000 pages cold, faster than ogen (CPU time)", share("cold/ogen/cpu", "cold/wenma/cpu"), "×", 60, true},
	{"peak memory, 1,000 pages", median("memory/01000/peak"), " MiB", 64, false},
	{"peak memory, 5,000 pages against 100", share("memory/05000/peak", "memory/00100/peak"), "×", 1.1, false},
	{"one page alone, against a program that does nothing", share("start/page/wall", "start/nothing/wall"), "×", 3, false},
	{"parse the seed page, against goldmark with GFM", share("parse/seed/wenma", "parse/seed/goldmark"), "×", 2, false},
	{"hostile pages, worst growth of the time when the size doubles", growth, "×", 2.5, false},
}

// met says in a word what became of a target.
func (t target) met(v float64) string {
	if v == t.limit || v > t.limit == t.atLeast {
		return "yes"
	}
	return "**no**"
}

// wanted is the limit as it stands in the table.
func (t target) wanted() string {
	sign := "≤"
	if t.atLeast {
		sign = "≥"
	}
	return fmt.Sprintf("%s %g%s", sign, t.limit, t.unit)
}
