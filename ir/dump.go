package ir

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// Dump writes a document for people: one line for each thing that was read, indented beneath what it belongs to.
//
//	endpoint getChatInfo POST /op/v2/getChatInfo @pages/chat.md:3:3
//	  body application/json @8:1
//	    chatId string, required, not empty @10:2 — 会话id
//	    tags []string, "List", from sample @12:2
//	      ~ items []string: the sample shows it @40:5
//
// A field's line is its name, its type, what is known of it, its place and its description. Types are written string,
// []T, map[]T, object, enum{1=男, 2=女} or by name; "integer|string" is declared as integer and shown by a sample as
// string; "?" follows the type of a field that a sample shows as null. In quotes stands the page's own spelling of the
// type where it is another. What is said by nothing is left out: a field with neither "required" nor "optional" is one
// of which the page says neither. Places are line and column; the file is named where it changes. "~" begins what wenma
// concluded, and why.
func Dump(w io.Writer, doc *Document) error {
	d := &dumper{out: bufio.NewWriter(w)}
	d.head(doc)
	for _, e := range doc.Endpoints {
		d.endpoint(e)
	}
	for _, t := range doc.Types {
		d.decl(t)
	}
	if len(doc.Errors)+len(doc.History)+len(doc.Inferred) > 0 {
		d.blank()
	}
	d.errors(doc.Errors)
	d.history(doc.History)
	d.inferred(doc.Inferred)
	return d.out.Flush()
}

// dumper writes lines; the writer keeps the first error.
type dumper struct {
	out   *bufio.Writer
	depth int
	file  *source.File // the file of the last place written
}

// line writes words parted by single blanks, empty ones left out.
func (d *dumper) line(words ...string) {
	for range min(d.depth, maxIndent) {
		d.out.WriteString("  ")
	}
	first := true
	for _, word := range words {
		if word == "" {
			continue
		}
		if !first {
			d.out.WriteByte(' ')
		}
		first = false
		d.out.WriteString(word)
	}
	d.out.WriteByte('\n')
}

// maxIndent bounds the indentation, which would make a dump of a deep tree quadratic.
const maxIndent = 40

func (d *dumper) blank() { d.out.WriteByte('\n') }

// under writes what belongs to the last line.
func (d *dumper) under(write func()) {
	d.depth++
	write()
	d.depth--
}

// labelled writes a text that the document may not have.
func (d *dumper) labelled(label string, t Text) {
	if !t.Empty() {
		d.line(label, oneLine(t.Value), d.at(t.Span))
	}
}

// at is a place as people write it.
func (d *dumper) at(s source.Span) string {
	if !s.Known() {
		return ""
	}
	p := s.Position()
	if s.File == d.file {
		return fmt.Sprintf("@%d:%d", p.Line, p.Column)
	}
	d.file = s.File
	return fmt.Sprintf("@%s:%d:%d", s.File.Path, p.Line, p.Column)
}

func (d *dumper) head(doc *Document) {
	d.labelled("api", doc.Title)
	d.labelled("group", doc.Group)
	for _, s := range doc.Servers {
		url := s.URL.Value
		if url == "" {
			url = "(no address)"
		}
		d.line("server", s.Name.Value, url, d.at(s.Span))
	}
}

func (d *dumper) endpoint(e *Endpoint) {
	d.blank()
	d.line("endpoint", name(e.Name), methodsOf(e), pathOf(e), d.at(e.Span))
	d.under(func() {
		d.labelled("title", e.Title)
		d.labelled("number", e.Number)
		d.labelled("group", e.Group)
		d.labelled("doc", e.Doc)
		d.labelled("action", e.Action)
		if e.Deprecated != nil {
			d.line("deprecated", oneLine(e.Deprecated.Value), d.at(e.Deprecated.Span))
		}
		d.inferred(e.Inferred)
		d.params(e.Params)
		d.body(e.Body)
		for _, r := range e.Responses {
			d.response(r)
		}
		for _, s := range e.Samples {
			d.sample(s)
		}
		d.errors(e.Errors)
		d.history(e.History)
	})
}

func methodsOf(e *Endpoint) string {
	if e.Method.Empty() {
		return "(no method)"
	}
	methods := e.Method.Value
	for _, m := range e.Methods {
		methods += "/" + m.Value
	}
	return methods
}

func pathOf(e *Endpoint) string {
	if e.Path.Empty() {
		return "(no path)"
	}
	return oneLine(e.Path.Value)
}

// params writes parameters beneath their kind, in the order in which the kinds are usually read.
func (d *dumper) params(fields []*Field) {
	for _, in := range [...]In{InPath, InQuery, InHeader, InCookie, InBody, InResponse} {
		first := true
		for _, f := range fields {
			if f.In != in {
				continue
			}
			if first {
				d.line(in.String())
				first = false
			}
			d.under(func() { d.field(f) })
		}
	}
}

func (d *dumper) body(b *Body) {
	if b != nil {
		d.content([]string{"body", b.Media.ContentType()}, b.Type, b.Doc, b.Span)
		d.under(func() { d.children(b.Type) })
	}
}

func (d *dumper) response(r *Response) {
	d.content([]string{"response", r.Status.Value, r.Media.ContentType()}, r.Type, r.Doc, r.Span)
	d.under(func() {
		if r.Envelope != nil {
			d.line("envelope", envelope(r.Envelope))
		}
		d.children(r.Type)
	})
}

// content writes the line of a body.
func (d *dumper) content(head []string, t Type, doc Text, span source.Span) {
	words := head
	if _, plain := t.(*Object); t != nil && !plain {
		words = append(words, typeName(t))
	}
	d.line(append(words, d.at(span), remark(doc))...)
}

func envelope(e *Envelope) string {
	var words []string
	add := func(role string, f *Field) {
		if f != nil {
			words = append(words, role+"="+name(f.Name))
		}
	}
	add("head", e.Head)
	add("code", e.Code)
	add("message", e.Message)
	add("data", e.Data)
	add("passed", e.Passed)
	for _, v := range e.Success {
		words = append(words, "success="+literal(v))
	}
	for _, f := range e.Rest {
		add("rest", f)
	}
	return strings.Join(words, " ")
}

func literal(v Value) string {
	if v.Kind == String {
		return fmt.Sprintf("%q", v.Text.Value)
	}
	return v.Text.Value
}

func (d *dumper) decl(t *TypeDecl) {
	d.blank()
	kind := ""
	if _, plain := t.Type.(*Object); !plain && t.Type != nil {
		kind = typeName(t.Type)
	}
	recursive := ""
	if t.Recursive {
		recursive = "(recursive)"
	}
	d.line("type", name(t.Name), kind, recursive, d.at(t.Span), remark(t.Doc))
	d.under(func() {
		for _, s := range t.Also {
			d.line("also", d.at(s))
		}
		d.children(t.Type)
	})
}

func (d *dumper) errors(codes []*ErrorCode) {
	for _, c := range codes {
		remedy := ""
		if !c.Remedy.Empty() {
			remedy = "→ " + oneLine(c.Remedy.Value)
		}
		words := []string{oneLine(c.Value.Value), oneLine(c.Name.Value)}
		if !c.Status.Empty() {
			words = append(words, "HTTP", oneLine(c.Status.Value))
		}
		d.line("error", strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "), d.at(c.Span), remark(c.Doc), remedy)
	}
}

func (d *dumper) history(revisions []*Revision) {
	for _, r := range revisions {
		author := ""
		if !r.Author.Empty() {
			author = "(" + oneLine(r.Author.Value) + ")"
		}
		d.line("revision", oneLine(r.Version.Value), oneLine(r.Date.Value), author, d.at(r.Span), remark(r.Doc))
	}
}

func (d *dumper) inferred(inferences []*Inference) {
	for _, i := range inferences {
		why := oneLine(i.Why.In(source.English))
		if why != "" {
			why = ": " + why
		}
		d.line("~", strings.TrimSpace(i.About+" "+oneLine(i.Value))+why, d.at(i.From))
	}
}
