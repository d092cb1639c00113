package parser

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// resolve puts the endpoints together now that all pages are read: references lead somewhere, samples complete the tables.
func (r *reader) resolve() {
	for i := range r.drafts {
		r.copySame(i)
	}
	for _, d := range r.drafts {
		d.methodShown()
		r.requestVariants(d)
		r.dataVariants(d)
		r.adoptSubjects(d)
		r.reclaim(d)
		r.sortSamples(d)
		r.redirect(d)
		r.request(d)
		r.response(d)
		r.keepSamples(d)
		r.checkEndpoint(d)
		r.doc.Endpoints = append(r.doc.Endpoints, d.ep)
		d.fields = nil // there are fields now: rows take as much memory as all the rest
	}
	r.servers()
	for _, dec := range r.order {
		if !dec.used && identifier(dec.name.Value) {
			r.refTo(dec, dec.name)
			r.diags.Add(unusedType.At(dec.name.Span, dec.name.Value))
		}
	}
	slices.SortStableFunc(r.doc.Types, func(a, b *ir.TypeDecl) int { return r.before(a.Span, b.Span) })
}

// before compares places in reading order: pages as given, then the offset.
func (r *reader) before(a, b source.Span) int {
	if a.File != b.File {
		return cmp.Compare(r.fileAt[a.File], r.fileAt[b.File])
	}
	return cmp.Compare(a.Start, b.Start)
}

// adoptSubjects makes tables titled after a type or field available as sections.
func (r *reader) adoptSubjects(d *draft) {
	for _, f := range d.fields {
		if f.subject.Empty() || !identifier(f.subject.Value) {
			continue
		}
		dec := &decl{name: f.subject, rows: f.rows, section: f.role, owner: d}
		f.decl = dec
		key := lexicon.Fold(f.subject.Value)
		r.decls[key] = append(r.decls[key], dec)
	}
}

// copySame gives an endpoint the sections of another that its page says are the same.
func (r *reader) copySame(i int) {
	d := r.drafts[i]
	for _, s := range d.same {
		other := r.sameDraft(i, s.title)
		if other == nil {
			r.diags.Add(unknownReference.At(s.at.Span, s.at.Value))
			continue
		}
		for _, f := range other.fields {
			if f.role == s.role {
				d.fields = append(d.fields, f)
			}
		}
	}
}

// sameDraft is the endpoint that a title means: the nearest above that has it in its own title, else any; the one above for none.
func (r *reader) sameDraft(i int, title string) *draft {
	for j := i - 1; j >= 0; j-- {
		if title == "" || strings.Contains(r.drafts[j].ep.Title.Value, title) {
			return r.drafts[j]
		}
	}
	for _, d := range r.drafts[i+1:] {
		if title != "" && strings.Contains(d.ep.Title.Value, title) {
			return d
		}
	}
	return nil
}

// reclaim takes tables under headings that name nothing known for what their columns say they are: an endpoint's own table
// under "提交的东西" is not lost.
func (r *reader) reclaim(d *draft) {
	for _, s := range d.subs {
		if s.outside || identifier(s.name.Value) || r.mentioned(s, d) {
			continue
		}
		s.used = true
		sc := &scan{r: r, d: d}
		d.fields = append(d.fields, &fieldSection{role: sc.direction(noRole, s.table), rows: s.rows, table: s.table, doubt: true})
	}
}

// mentioned reports whether a field of the endpoint refers to a section by type or name.
func (r *reader) mentioned(s *decl, d *draft) bool {
	for _, f := range d.fields {
		for _, w := range f.rows {
			if w.typ.spells(s.name.Value) || w.ref != nil && w.ref.name.Value == s.name.Value || w.name().Value == s.name.Value {
				return true
			}
		}
	}
	return false
}

// servers gathers the base URLs of all endpoints, each once, those with a name first seen as such.
func (r *reader) servers() {
	byURL := map[string][]*ir.Server{}
	for _, s := range r.bases {
		s.URL.Value = oneScheme(s.URL.Value)
		if !r.knownServer(s, byURL) {
			r.doc.Servers = append(r.doc.Servers, s)
		}
	}
	for _, d := range r.drafts {
		for _, s := range d.servers {
			s.URL.Value = oneScheme(s.URL.Value)
			if s.URL.Empty() && s.Name.Empty() || r.knownServer(s, byURL) {
				continue
			}
			r.doc.Servers = append(r.doc.Servers, s)
		}
	}
	if len(r.doc.Servers) > 0 {
		return
	}
	if s := r.serverShown(); s != nil {
		r.doc.Servers = append(r.doc.Servers, s)
		r.doc.Inferred = append(r.doc.Inferred, &ir.Inference{About: "server", Value: s.URL.Value, From: s.Span, Why: shownServerWhy})
	}
}

// oneScheme makes one scheme of two that a page writes as one: http(s)://host is reached by https too.
func oneScheme(base string) string {
	for _, two := range [...]string{"http(s)://", "https(s)://"} {
		if len(base) >= len(two) && strings.EqualFold(base[:len(two)], two) {
			return "https://" + base[len(two):]
		}
	}
	return base
}

// knownServer reports whether the document has a server, and files one that it has not.
func (r *reader) knownServer(s *ir.Server, byURL map[string][]*ir.Server) bool {
	key := s.URL.Value
	if s.URL.Empty() {
		key = "\n" + s.Name.Value // only the name tells it from others
	}
	for _, have := range byURL[key] {
		if have.URL.Value == s.URL.Value && have.Name.Value == s.Name.Value {
			return true
		}
		if have.URL.Value == s.URL.Value && !s.URL.Empty() && (s.Name.Empty() || have.Name.Empty()) {
			if have.Name.Empty() {
				have.Name = s.Name
			}
			return true
		}
	}
	byURL[key] = append(byURL[key], s)
	return false
}

var sampleKinds = map[role]ir.SampleKind{roleRequestSample: ir.RequestSample, roleResponseSample: ir.ResponseSample, roleErrorSample: ir.ErrorSample}

// keepSamples hands the samples on, one for each document in them.
func (r *reader) keepSamples(d *draft) {
	for _, s := range d.samples {
		kind, ok := sampleKinds[s.role]
		if !ok {
			continue
		}
		for _, v := range s.values {
			d.ep.Samples = append(d.ep.Samples, &ir.Sample{Kind: kind, Body: s.text, JSON: v, Span: s.text.Span})
		}
	}
}

// checkEndpoint reports what an endpoint lacks.
func (r *reader) checkEndpoint(d *draft) {
	at := d.ep.Title.Span
	if !at.Known() {
		at = d.ep.Name.Span
	}
	if d.ep.Path.Empty() && d.ep.Action.Empty() && d.ep.Method.Empty() {
		r.diags.Add(callMissing.At(at, d.ep.Name.Value))
		return
	}
	if d.ep.Path.Empty() && d.ep.Action.Empty() {
		r.diags.Add(pathMissing.At(at, d.ep.Name.Value))
	}
	if d.ep.Method.Empty() {
		r.diags.Add(methodMissing.At(at, d.ep.Name.Value))
	}
}
