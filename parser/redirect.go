package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// redirect makes a table the response that stands under the request for want of a label which says so, where its rows are those of an
// answer: the members of the sample, or a code with a message and data. Words above it that are not understood are reported.
func (r *reader) redirect(d *draft) {
	answered := slices.ContainsFunc(d.fields, func(f *fieldSection) bool {
		return f.role == roleResponse && f.decl == nil && !f.failure()
	})
	for _, f := range d.fields {
		if !f.doubt || f.role != roleRequest || f.shared {
			continue
		}
		names, told := nodeNames(r.nest(f.rows).kids), d.asksBefore(f)
		switch {
		case showsMost(valuesOf(r.requestSamples(d)), names): // it is sent
		case !answered && r.answers(names, f, d):
			f.role, answered = roleResponse, true
			if told {
				r.unclear(f, "按返回读", "read as the answer")
			}
		case told && !answered && !f.table.asks():
			r.unclear(f, "按请求读", "read as part of the request")
		}
	}
}

// unclear reports words above a table that should say whether it is about the request or the response, and which of them was taken.
func (r *reader) unclear(f *fieldSection, zh, en string) {
	if label(f.above.Value) {
		r.once(directionUnclear.At(f.above.Span, f.above.Value).Also(f.rows[0].span, zh, en))
	}
}

// label reports whether a line could be meant for the label of what stands below, and is no sentence.
func label(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 12 && !strings.ContainsAny(s, "，。,;；`|")
}

// asks reports whether a table says what must be sent and where.
func (t *table) asks() bool {
	return t.has(lexicon.RequiredColumn, lexicon.LocationColumn, lexicon.NullableColumn)
}

// answers reports whether the names in a table are those of an answer.
func (r *reader) answers(names []string, f *fieldSection, d *draft) bool {
	if shown := valuesOf(responseSamples(d)); len(shown) > 0 {
		return showsMost(shown, names) && (!f.table.asks() || enveloped(names))
	}
	return !f.table.asks() && enveloped(names) && d.asksBefore(f)
}

// enveloped reports whether names are those of an envelope, all three of them: a state with a description may be sent as well.
func enveloped(names []string) bool {
	found, coded := map[lexicon.EnvelopeRole]bool{}, false
	for _, name := range names {
		found[lexicon.Envelope(name)] = true
		coded = coded || lexicon.PlainCode(name)
	}
	return coded && found[lexicon.EnvelopeMessage] && found[lexicon.EnvelopeData]
}

// asksBefore reports whether the endpoint has another table of the request above this one.
func (d *draft) asksBefore(f *fieldSection) bool {
	for _, other := range d.fields {
		if other == f {
			return false
		}
		if requestRole(other.role) && other.role != roleHeaders {
			return true
		}
	}
	return false
}

// showsMost reports whether a sample has most of several names at its root.
func showsMost(values []*ir.JSON, names []string) bool {
	for _, v := range values {
		n := 0
		for _, name := range names {
			count(&n, v.Get(name) != nil)
		}
		if n > 1 && n*3 >= len(names)*2 {
			return true
		}
	}
	return false
}
