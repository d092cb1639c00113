package parser

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
)

// soften lets samples decide what a declared word leaves open: an enum is of whatever its values are, and a timestamp is text or a
// number.
func (r *reader) soften(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	if f == nil || f.Declared.Empty() || slices.ContainsFunc(values, func(v *ir.JSON) bool { return v.Kind != ir.Integer }) {
		return
	}
	w, ok := r.lex.Type(f.Declared.Value)
	switch {
	case !ok:
		return
	case w.Base == lexicon.EnumBase:
		t.Kind = ir.Integer
	case w.Format == "date-time" && t.Kind == ir.String:
		t.Kind, t.Format = ir.Integer, "unix-seconds"
	default:
		return
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: "integer", From: values[0].Span, Why: wholeSeenWhy})
}

// document takes the comment beside a member for the description of a field that has none.
func (r *reader) document(f *ir.Field, seen []*ir.Member) {
	for _, m := range seen {
		if f.Doc.Empty() && !m.Comment.Empty() {
			f.Doc = m.Comment
		}
	}
}

func memberValues(seen []*ir.Member) []*ir.JSON {
	out := make([]*ir.JSON, len(seen))
	for i, m := range seen {
		out[i] = m.Value
	}
	return out
}

// memberField makes a field of a member that only samples show.
func (r *reader) memberField(seen []*ir.Member, a alignment) *ir.Field {
	m := seen[0]
	f := &ir.Field{Name: m.Name, Origin: ir.FromSample, Span: m.Name.Span.To(m.Value.Span)}
	f.Type = r.fromJSON(memberValues(seen), a)
	f.Secret = lexicon.Secret(f.Name.Value)
	r.document(f, seen)
	for _, s := range seen {
		if f.Doc.Empty() && s.Value.Kind == ir.Any && !s.Value.Comment.Empty() {
			f.Doc = s.Value.Comment
		}
		if s.Value.Kind == ir.Null && f.Nullable == nil {
			f.Nullable = &ir.Sighting{Kind: ir.Null, Span: s.Value.Span}
		}
	}
	r.elementsInText(f)
	if t, ok := f.Type.(*ir.Scalar); ok {
		r.layout(t, memberValues(seen), f)
		r.stamp(t, memberValues(seen), f)
	}
	if a == alignRequest {
		f.Presence, _ = prose.Presence(f.Doc)
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "type", Value: typeName(f.Type), From: m.Value.Span, Why: typeSeenWhy})
	return f
}

// fromJSON makes the type that values show.
func (r *reader) fromJSON(values []*ir.JSON, a alignment) ir.Type {
	var known, elems, objects []*ir.JSON
	for _, v := range values {
		switch v.Kind {
		case ir.Null, ir.Any:
			continue
		case ir.ArrayKind:
			elems = append(elems, v.Elems...)
		case ir.ObjectKind:
			objects = append(objects, v)
		}
		known = append(known, v)
	}
	if len(known) == 0 {
		return ir.At(&ir.Scalar{Kind: ir.Any}, values[0].Span)
	}
	first := known[0]
	for _, v := range known {
		switch {
		case first.Kind == ir.ArrayKind && len(elems) == 0 && v.Kind == ir.ObjectKind:
			first = v // an empty array beside an object is how PHP sends an absent object
		case first.Kind == ir.ObjectKind && len(v.Elems) > 0:
			first = v // an object beside a full array is how some send an array of one
		}
	}
	switch first.Kind {
	case ir.ArrayKind:
		list := ir.At(&ir.List{Elem: ir.At(&ir.Scalar{Kind: ir.Any}, first.Span)}, first.Span)
		if len(elems) > 0 {
			list.Elem = r.fromJSON(append(elems, objects...), a)
		}
		r.sightings(list, ir.ArrayKind, known, nil)
		return list
	case ir.ObjectKind:
		if len(first.Members) == 1 && first.Members[0].Name.Value == "$ref" {
			return ir.At(&ir.Object{Open: true}, first.Span) // a serializer's mark for what it has written before
		}
		if keysAreData(objects) {
			m := ir.At(&ir.Map{Elem: r.fromJSON(membersOf(objects), a)}, first.Span)
			r.sightings(m, ir.ObjectKind, known, nil)
			return m
		}
		object := ir.At(&ir.Object{}, first.Span)
		r.members(object, objects, false, a)
		object.Open = len(object.Fields) == 0
		r.sightings(object, ir.ObjectKind, known, nil)
		return object
	}
	s := ir.At(&ir.Scalar{Kind: first.Kind}, first.Span)
	for _, v := range known {
		if v.Kind == ir.Number && s.Kind == ir.Integer {
			s.Kind = ir.Number
		}
	}
	r.sightings(s, s.Kind, known, nil)
	r.layout(s, known, nil)
	return s
}

// layout recognizes dates and times in the samples of a string.
func (r *reader) layout(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	if t.Kind != ir.String || t.Layout.Value != "" || t.Format == "decimal" {
		return
	}
	layout := ""
	for _, v := range values {
		l := layoutOf(v.Text)
		if l == compactLayout && (f == nil || !lexicon.Moment(f.Name.Value)) {
			return
		}
		if v.Kind != ir.String || l == "" || layout != "" && l != layout {
			moments(t, values, f)
			return
		}
		layout = l
	}
	t.Layout, t.Evident = ir.Text{Value: layout, Span: values[0].Span}, true
	if f != nil {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "layout", Value: layout, From: values[0].Span, Why: layoutSeenWhy})
	}
}

// moments recognizes times of RFC 3339 that are not all written alike: Go leaves out the zeros at the end of a fraction.
func moments(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	if t.Format != "" || slices.ContainsFunc(values, func(v *ir.JSON) bool {
		_, err := time.Parse(time.RFC3339, v.Text)
		return v.Kind != ir.String || err != nil
	}) {
		return
	}
	t.Format, t.Evident = "date-time", true
	if f != nil {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "format", Value: t.Format, From: values[0].Span, Why: layoutSeenWhy})
	}
}

// layouts are the shapes of dates and times, a digit written as 0.
var layouts = map[string]string{
	"0000-00-00 00:00:00": "yyyy-MM-dd HH:mm:ss", "0000-00-00": "yyyy-MM-dd", "0000/00/00 00:00:00": "yyyy/MM/dd HH:mm:ss",
	"0000/00/00": "yyyy/MM/dd", "0000-00-00 00:00": "yyyy-MM-dd HH:mm", "0000-00-00T00:00:00Z": "yyyy-MM-dd'T'HH:mm:ss'Z'",
	"0000-00-00 00:00:00.000": "yyyy-MM-dd HH:mm:ss.SSS", "0000-00-00T00:00:00": "yyyy-MM-dd'T'HH:mm:ss",
	"0000-00-00T00:00:00+00:00": "yyyy-MM-dd'T'HH:mm:ssXXX", "0000-00-00T00:00:00.000Z": "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
	"0000-00-00T00:00:00.000+00:00": "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "0000-00-00T00:00:00.000+0000": "yyyy-MM-dd'T'HH:mm:ss.SSSXX", "0000-00-00T00:00:00+0000": "yyyy-MM-dd'T'HH:mm:ssXX", "0000年00月00日": "yyyy年MM月dd日", compactShape: compactLayout,
}

// compactShape is that of a time without marks. Numbers of things have it too, so it counts only for a time that there was, in a
// field whose name is that of a moment.
const compactShape, compactLayout = "00000000000000", "yyyyMMddHHmmss"

func layoutOf(s string) string {
	if len(s) < 8 || len(s) > 34 {
		return ""
	}
	shape := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return '0'
		}
		return c
	}, s)
	if shape == compactShape {
		if at, err := time.Parse("20060102150405", s); err != nil || at.Year() < 1970 || at.Year() > 2100 {
			return ""
		}
	}
	return layouts[shape]
}

// stamp recognizes numbers since 1970: all samples of an integer that is a moment by its name, or by its declared type.
func (r *reader) stamp(t *ir.Scalar, values []*ir.JSON, f *ir.Field) {
	declared := t.Format == "unix-seconds"
	if t.Kind != ir.Integer || !declared && (t.Format != "" || !lexicon.Moment(f.Name.Value)) {
		return
	}
	format := ""
	for _, v := range values {
		if v.Kind == ir.Null {
			continue
		}
		seen := stampOf(v)
		if seen == "" || format != "" && seen != format {
			return
		}
		format = seen
	}
	if format == t.Format || format == "" {
		return
	}
	t.Format, t.Evident = format, true
	f.Inferred = append(f.Inferred, &ir.Inference{About: "format", Value: format, From: values[0].Span, Why: stampSeenWhy})
}

// stampOf is the format of a number that counts from 1970 to a day between 2001 and 2064.
func stampOf(v *ir.JSON) string {
	switch n, err := strconv.ParseInt(v.Text, 10, 64); {
	case v.Kind != ir.Integer || err != nil:
		return ""
	case n >= 1e9 && n < 3e9:
		return "unix-seconds"
	case n >= 1e12 && n < 3e12:
		return "unix-millis"
	}
	return ""
}

// keysAreData reports whether the members of objects are named by data and not by the API: identifiers of things, words for
// people; and all of one kind.
func keysAreData(objects []*ir.JSON) bool {
	members := 0
	kind := ir.Null
	for _, o := range objects {
		for _, m := range o.Members {
			name := m.Name.Value
			if !allDigits(name) && (len(name) < 3 || name[0] < utf8.RuneSelf && !(digit(name[0]) && len(name) >= 8)) {
				return false
			}
			if kind == ir.Null {
				kind = m.Value.Kind
			}
			if m.Value.Kind != kind && m.Value.Kind != ir.Null {
				return false
			}
			members++
		}
	}
	return members > 1
}

func membersOf(objects []*ir.JSON) (out []*ir.JSON) {
	for _, o := range objects {
		for _, m := range o.Members {
			out = append(out, m.Value)
		}
	}
	return out
}

// trimNames takes stray blanks off the names of members, throughout.
func trimNames(v *ir.JSON) {
	for _, m := range v.Members {
		name, _, _ := strings.Cut(m.Name.Value, "【") // "date【20150513修改】": a remark is no part of the name
		if trimmed := strings.TrimSpace(name); trimmed != m.Name.Value && trimmed != "" {
			m.Name = ir.Text{Value: trimmed, Span: m.Name.Span.Trim()}
		}
		trimNames(m.Value)
	}
	for _, e := range v.Elems {
		trimNames(e)
	}
}
