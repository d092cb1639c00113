// Package sample reads the examples on a page: JSON and what people write in its place, curl calls, raw HTTP, query
// strings and forms. It never fails: it gives what it could read, with places, and says what was wrong.
package sample

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// JSON reads the JSON documents in a piece of page text, in order: the inside of a fence or <pre>, a cell, or lines of
// text. It gives nil for text in which nothing looks like JSON.
//
// A value's Span covers the literal as it stands, quotes and brackets included; a member's Name has the place between
// its quotes. String and boolean Text is decoded and normalised (False is "false"), numbers keep their digits. Words in
// the place of a value give the kind that they tell of (`int` is Integer with Text "int") or Any, and then document the
// member too; Exact tells such stand-ins from values. A root's Comment is what introduces it: the comment, label or HTTP
// status line above it.
//
// A text that is one scalar is read only if it is strict JSON.
func JSON(span source.Span) (values []*ir.JSON, diags source.Diagnostics) {
	if !span.Known() {
		return nil, nil
	}
	return read(newView(span))
}

func read(v *view) ([]*ir.JSON, source.Diagnostics) {
	strict := json.Valid([]byte(v.text))
	r := newReader(v)
	if c, _ := r.char(r.space(0)); strict && mark(c) == 0 {
		r.skip()
		root := r.value(&ir.Text{})
		root.Strict = true
		return []*ir.JSON{root}, nil
	}
	values := r.documents()
	diags := r.report()
	r.proveFixes(diags, values)
	if len(values) == 1 && strict && len(diags) == 0 {
		values[0].Strict = true
	}
	return values, diags
}

// Exact reports whether the value is one that could be on the wire, and not a type's name, a masked number or other
// words in the place of a value.
func Exact(j *ir.JSON) bool {
	switch j.Kind {
	case ir.Any, ir.File:
		return false
	case ir.Integer, ir.Number:
		_, ok := numberKind(j.Text)
		return ok
	case ir.Boolean:
		return j.Text == "true" || j.Text == "false"
	case ir.String:
		text := j.Span.Text()
		_, named := typeWord(text[:min(len(text), maxKey)])
		return !named && !zeroNumber().MatchString(text)
	case ir.ObjectKind, ir.ArrayKind:
		c, _ := utf8.DecodeRuneInString(j.Span.Text())
		return c == '&' || mark(c) != 0 || isQuote(c)
	}
	return true
}
