package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
)

// foldParts puts rows below a row of their table that titles them after a field further up ("paper格式如下：") below that field.
func (r *reader) foldParts(rows []*row) []*row {
	f := &partFolding{seen: map[string]bool{}, parts: map[string][]*row{}}
	for _, w := range rows {
		if f.titles(w) {
			r.joined = append(r.joined, w.span)
		} else {
			f.keep(w)
		}
	}
	if len(f.parts) == 0 {
		return rows
	}
	for _, w := range f.top {
		f.emit(w, w.width)
	}
	return f.out
}

// partFolding is a table whose rows are put below one another.
type partFolding struct {
	seen  map[string]bool   // names so far
	parts map[string][]*row // rows by the field that they belong to
	top   []*row            // those of no other field
	title *row              // the one above
	names []string          // that it has: several fields may be alike
	out   []*row
}

// titles reports whether a row is the title of those below: it says nothing but how a field further up looks.
func (f *partFolding) titles(w *row) bool {
	name := w.written.Value
	if !w.alone || !f.seen[name] || !slices.ContainsFunc(w.docs, saysHow) {
		return false
	}
	if f.title == nil || f.title.span != w.span {
		f.names = nil
	}
	f.title, f.names = w, append(f.names, name)
	return true
}

// saysHow reports whether a text announces how something looks, and says no more.
func saysHow(t ir.Text) bool {
	s := strings.TrimRight(t.Value, " ：:。")
	return utf8.RuneCountInString(s) <= 6 && (strings.HasSuffix(s, "如下") || strings.Contains(s, "格式") || strings.Contains(s, "结构"))
}

func (f *partFolding) keep(w *row) {
	f.seen[w.written.Value] = true
	if len(f.names) == 0 {
		f.top = append(f.top, w)
	}
	for i, name := range f.names {
		if i > 0 {
			again := *w
			w = &again
		}
		f.parts[name] = append(f.parts[name], w)
	}
}

// emit writes a row and then those that belong to it, indented.
func (f *partFolding) emit(w *row, width int) {
	w.width = width
	f.out = append(f.out, w)
	part := f.parts[w.written.Value]
	delete(f.parts, w.written.Value)
	for _, k := range part {
		f.emit(k, width+bracketWidth)
	}
}
