package parser

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// secretFinder marks what on the pages must not be shown, and reports what looks as if it were real.
type secretFinder struct {
	r      *reader
	looks  []look
	real   map[string]bool // the values of looks
	masked map[source.Span]bool
}

// look is a place where something stands that looks real.
type look struct {
	at          source.Span
	name, value string
}

// secrets marks the values in samples, examples, defaults, headers, addresses and descriptions that are secrets by their names or by
// their looks. A value is reported once, where it stands first, and only when it looks real; it is masked wherever it stands.
func (r *reader) secrets() {
	s := &secretFinder{r: r, real: map[string]bool{}, masked: map[source.Span]bool{}}
	s.samples(s.scalar)
	for _, d := range r.drafts {
		for _, c := range d.calls {
			s.call(c)
		}
	}
	for _, f := range r.fieldsMade {
		if hasMembers(f.Type) {
			f.Secret = false // a ticket with a subject and a date is a thing, and no secret
		}
		visit(f, s.given, f.Default, f.Example)
	}
	for _, f := range r.fieldsMade {
		visit(f, s.described, &f.Label, &f.Doc, &f.Note)
	}
	for _, f := range r.files {
		s.page(f)
		s.addressed(f)
	}
	if len(s.real) > 0 {
		s.samples(s.again)
		for _, f := range r.fieldsMade {
			visit(f, s.givenAgain, f.Default, f.Example)
		}
		s.everywhere()
		s.report()
	}
	for span := range s.masked {
		r.doc.Secrets = append(r.doc.Secrets, span)
	}
	slices.SortFunc(r.doc.Secrets, func(a, b source.Span) int { return cmp.Or(r.before(a, b), cmp.Compare(a.End, b.End)) })
}

// samples visits the scalars of all samples.
func (s *secretFinder) samples(visit func(name, around string, v *ir.JSON)) {
	for _, e := range s.r.doc.Endpoints {
		for _, sm := range e.Samples {
			scalars("", "", sm.JSON, visit)
		}
	}
}

// visit visits those of a field's texts that are there.
func visit(f *ir.Field, look func(*ir.Field, ir.Text), texts ...*ir.Text) {
	for _, t := range texts {
		if t != nil && t.Value != "" {
			look(f, *t)
		}
	}
}

// hasMembers reports whether a type is an object's, or that of a list of objects.
func hasMembers(t ir.Type) bool {
	switch t := inner(t).(type) {
	case *ir.Object:
		return !t.Open
	case *ir.Ref:
		return true
	}
	return false
}

// scalars visits the texts and numbers in a value. Name is that of the member which a value is, around that of the secret in
// which it stands: of {"token": {"value": …}} only what looks like a token is one.
func scalars(name, around string, v *ir.JSON, visit func(name, around string, v *ir.JSON)) {
	if v == nil {
		return
	}
	if len(v.Members) > 0 && lexicon.Secret(name) {
		around = name
	}
	for _, m := range v.Members {
		scalars(m.Name.Value, around, m.Value, visit)
	}
	for _, e := range v.Elems {
		scalars(name, around, e, visit)
	}
	if v.Text != "" && (v.Kind == ir.String || v.Kind == ir.Integer || v.Kind == ir.Number) {
		visit(name, around, v)
	}
}

// scalar marks a value in a sample.
func (s *secretFinder) scalar(name, around string, v *ir.JSON) {
	real := looksReal(name, v.Text)
	switch {
	case real || lexicon.Secret(name) && !chinese(v.Text):
	case around != "" && looksReal(around, v.Text):
		name, real = around, true
	default:
		return
	}
	s.mark(v)
	if real && sample.Exact(v) {
		s.look(bare(v.Span), name, v.Text)
	}
}

// chinese reports whether a text has Chinese in it: it tells of a secret, or is what somebody calls his signature.
func chinese(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Han, c) })
}

// again marks a value that looks real somewhere else.
func (s *secretFinder) again(_, _ string, v *ir.JSON) {
	if s.real[credential(v.Text)] {
		s.mark(v)
	}
}

func (s *secretFinder) mark(v *ir.JSON) {
	v.Secret = true
	s.masked[bare(v.Span)] = true
}

// bare is the place of a literal without its quotes.
func bare(s source.Span) source.Span {
	if text := s.Text(); len(text) > 2 && text[0] == '"' && text[len(text)-1] == '"' {
		return s.Sub(1, len(text)-2)
	}
	return s
}

// given marks a field's default or example.
func (s *secretFinder) given(f *ir.Field, t ir.Text) {
	real := looksReal(f.Name.Value, t.Value)
	if real || f.Secret {
		s.hide(f, t)
	}
	if real {
		s.look(t.Span, f.Name.Value, t.Value)
	}
}

// givenAgain marks a default or example that looks real somewhere else.
func (s *secretFinder) givenAgain(f *ir.Field, t ir.Text) {
	if s.real[credential(t.Value)] {
		s.hide(f, t)
	}
}

// hide masks a default or example, also in the ledger.
func (s *secretFinder) hide(f *ir.Field, t ir.Text) {
	if !f.Secret {
		f.Private = true
		for _, i := range f.Inferred {
			if i.Value == t.Value {
				i.Value = f.Shown(&t)
			}
		}
	}
	if t.Span.Known() {
		s.masked[t.Span] = true
	}
}

// call looks at what an example sends.
func (s *secretFinder) call(c *sample.Call) {
	for _, pairs := range [][]sample.Pair{c.Headers, c.Query, c.Form} {
		for _, p := range pairs {
			if strings.EqualFold(p.Name.Value, "Cookie") {
				s.cookies(p.Value)
				continue
			}
			s.pair(p.Name.Value, p.Value)
		}
	}
}

func (s *secretFinder) pair(name string, value ir.Text) {
	if value.Empty() || !value.Span.Known() {
		return
	}
	real := looksReal(name, value.Value)
	if real || lexicon.Secret(name) {
		s.masked[value.Span] = true
	}
	if real {
		s.look(value.Span, name, value.Value)
	}
}

// cookies takes a Cookie header apart.
func (s *secretFinder) cookies(value ir.Text) {
	if len(value.Value) != value.Span.End-value.Span.Start {
		return
	}
	at := 0
	for part := range strings.SplitSeq(value.Value, ";") {
		name, val, ok := strings.Cut(part, "=")
		start := at + len(name) + 1
		at += len(part) + 1
		if ok && val != "" {
			s.pair(strings.TrimSpace(name), ir.Text{Value: val, Span: value.Span.Sub(start, len(val))})
		}
	}
}

// look notes that a value looks real. Keys and web tokens, which show themselves by their form, are found on the page as a whole.
func (s *secretFinder) look(at source.Span, name, value string) {
	if value = credential(value); webToken(value) || privateKey(value) {
		return
	}
	if i := strings.LastIndex(at.Text(), value); i >= 0 {
		at = at.Sub(i, len(value))
	}
	s.found(at, name, value)
}

func (s *secretFinder) found(at source.Span, name, value string) {
	s.real[value] = true
	s.looks = append(s.looks, look{at, name, value})
}

// report says of each value once that it looks real.
func (s *secretFinder) report() {
	slices.SortStableFunc(s.looks, func(a, b look) int { return s.r.before(a.at, b.at) })
	told := map[string]bool{}
	for _, l := range s.looks {
		if !told[l.value] {
			told[l.value] = true
			s.r.diags.Add(secretInPage.At(l.at, l.name))
		}
	}
}

// page finds private keys and web tokens anywhere in the text.
func (s *secretFinder) page(f *source.File) {
	for at := range indexes(f.Text, "-----BEGIN ") {
		if end := keyEnd(f.Text[at:]); end > 0 {
			s.shape(f.Span(at, at+end), "PRIVATE KEY")
		}
	}
	for at := range indexes(f.Text, "eyJ") {
		if at > 0 && (tokenByte(f.Text[at-1]) || f.Text[at-1] == '.') {
			continue
		}
		end := at
		for end < len(f.Text) && (tokenByte(f.Text[end]) || f.Text[end] == '.') {
			end++
		}
		if token := strings.TrimRight(f.Text[at:end], "."); webToken(token) {
			s.shape(f.Span(at, at+len(token)), "JWT")
		}
	}
}

// shape notes what is a secret by its form.
func (s *secretFinder) shape(at source.Span, name string) {
	s.masked[at] = true
	s.found(at, name, at.Text())
}
