// Package apidiff compares what two states of an API promise: which changes there are, in words, and whom each breaks. It works
// on a Surface, the flat list of facts that callers and servers rely on, so that one side may be pages and the other a
// snapshot of what pages once said.
package apidiff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Surface is an API without its prose: its operations, sorted by key.
type Surface struct{ Operations []*Operation }

// Operation is one endpoint. Key is its method and path, with a gateway's action behind a '#', its names where it has no path.
type Operation struct {
	Key        string
	Title      string
	Deprecated bool
	Success    []string // business codes of success
	Status     string   // HTTP status of success, where the page gives one
	Failures   []string // other HTTP statuses that it describes, sorted
	Fields     []*Field // sorted by direction and path
	At         source.Span
}

// Field is a parameter, or a member of a body or an answer. Path is its place from the root: "body.user.name",
// "query.page", "response.data.list[].id". The root of a body or answer that is no object is "body" or "response"; what comes with
// another status than that of success is "response@404".
type Field struct {
	Path     string
	Type     string   // string, integer, number, boolean, file, any, object, array, map
	Also     []string // types that samples show besides, sorted
	Format   string   // "int64", "date-time yyyy-MM-dd HH:mm:ss"; empty where the page says none
	Required bool
	Nullable bool
	Values   []string // of an enumeration, sorted
	Open     bool     // it may have further values
	Rules    []string // "length 1..32", "range >=1 <=100", sorted
	Default  string
	// Deprecated: the page says that it is on its way out.
	Deprecated bool

	// What follows only the pages know, and no snapshot: the place, the field's name within its declared type ("User.addr.city"),
	// and its description, by which one is known again under another name.
	At     source.Span
	Member string
	About  string
}

// Response reports whether the field is part of an answer.
func (f *Field) Response() bool { return f.Path == "response" || strings.HasPrefix(f.Path, "response") }

// Of flattens a document.
func Of(doc *ir.Document) *Surface {
	s := new(Surface)
	seen := map[string]bool{}
	for _, e := range doc.Endpoints {
		op := operationOf(e)
		if seen[op.Key] { // a second description of the same call
			continue
		}
		seen[op.Key] = true
		s.Operations = append(s.Operations, op)
	}
	slices.SortFunc(s.Operations, func(a, b *Operation) int { return strings.Compare(a.Key, b.Key) })
	return s
}

// KeyOf is what tells an endpoint from others, whatever page it stands on.
func KeyOf(e *ir.Endpoint) string {
	key := e.Path.Value
	if key == "" {
		key = e.Name.Value
	}
	for _, name := range e.Path.Params { // a parameter may be called otherwise and is the same place
		key = strings.Replace(key, "{"+name.Value+"}", "{}", 1)
	}
	if !e.Action.Empty() {
		key += "#" + e.Action.Value
	}
	return strings.TrimSpace(cmp.Or(strings.ToUpper(e.Method.Value), "-") + " " + key)
}

func operationOf(e *ir.Endpoint) *Operation {
	op := &Operation{Key: KeyOf(e), Title: e.Title.Value, Deprecated: e.Deprecated != nil, At: e.Title.Span}
	if !op.At.Known() {
		op.At = e.Name.Span
	}
	fl := flattener{op: op}
	for _, f := range e.Params {
		fl.field(f.In.String(), f)
	}
	if e.Body != nil {
		fl.root("body", e.Body.Type)
	}
	for i, r := range e.Responses {
		switch status := r.Status.Value; {
		case i == 0:
			fl.root("response", r.Type)
			op.Status = status
			op.Success = successOf(r.Envelope)
		case status != "" && status != op.Status && !slices.Contains(op.Failures, status):
			fl.root(failure+status, r.Type)
			op.Failures = append(op.Failures, status)
		}
	}
	slices.Sort(op.Failures)
	slices.SortStableFunc(op.Fields, func(a, b *Field) int { return strings.Compare(a.Path, b.Path) })
	return op
}

// failure begins the paths of what comes with another status than that of success.
const failure = "response@"

func successOf(e *ir.Envelope) []string {
	if e == nil {
		return nil
	}
	var out []string
	for _, v := range e.Success {
		out = append(out, v.Text.Value)
	}
	return out
}

// maxDepth is how deep fields are followed; what is deeper belongs to no promise that anybody reads.
const maxDepth = 16

type flattener struct {
	op    *Operation
	chain []*ir.TypeDecl // references being followed
	depth int
	decl  string // the declared type around, and the path to it
	base  string
}

// root takes the type of a body or an answer: the members of an object, or the whole.
func (fl *flattener) root(path string, t ir.Type) {
	if t == nil {
		return
	}
	if ir.KindOf(t) == ir.ObjectKind {
		fl.within(path, t)
		return
	}
	f := &Field{Path: path, Required: true, At: t.Where()}
	fl.add(f, t)
}

func (fl *flattener) field(place string, f *ir.Field) {
	out := &Field{
		Path: place + "." + f.Name.Value, Required: f.Presence == ir.Required, Nullable: f.Nullable != nil, Deprecated: f.Deprecated != nil,
		Rules: rulesOf(f.Rules), At: f.Span, About: cmp.Or(f.Doc.Value, f.Label.Value),
	}
	if f.Default != nil && !f.Secret {
		out.Default = f.Default.Value
	}
	fl.add(out, f.Type)
}

// add adds the field and what is in it.
func (fl *flattener) add(f *Field, t ir.Type) {
	f.Type, f.Format = typeOf(t), formatOf(t)
	for _, seen := range t.Sightings() {
		if kind := seen.Kind.String(); kind != f.Type && !slices.Contains(f.Also, kind) {
			f.Also = append(f.Also, kind)
		}
	}
	slices.Sort(f.Also)
	if fl.decl != "" {
		f.Member = fl.decl + strings.TrimPrefix(f.Path, fl.base)
	}
	if e := enumOf(t); e != nil {
		f.Open = e.Open
		for _, v := range e.Values {
			f.Values = append(f.Values, v.Value.Value)
		}
		slices.Sort(f.Values)
	}
	fl.op.Fields = append(fl.op.Fields, f)
	fl.within(f.Path, t)
}

// within follows a type to its members; the path of an element ends in [].
func (fl *flattener) within(path string, t ir.Type) {
	if fl.depth > maxDepth {
		return
	}
	fl.depth++
	defer func() { fl.depth-- }()
	switch t := t.(type) {
	case *ir.Object:
		for _, f := range t.Fields {
			fl.field(path, f)
		}
	case *ir.List:
		fl.element(path+"[]", t.Elem)
	case *ir.Map:
		fl.element(path+"{}", t.Elem)
	case *ir.Ref:
		if slices.Contains(fl.chain, t.Target) {
			return
		}
		outer := *fl
		fl.chain, fl.decl, fl.base = append(fl.chain, t.Target), t.Target.Name.Value, path
		fl.within(path, t.Target.Type)
		fl.chain, fl.decl, fl.base = outer.chain, outer.decl, outer.base
	}
}

// element takes the elements of a list: scalars are a field of their own.
func (fl *flattener) element(path string, t ir.Type) {
	if k := ir.KindOf(t); k != ir.ObjectKind {
		fl.add(&Field{Path: path, Required: true, At: t.Where()}, t)
		return
	}
	fl.within(path, t)
}

func typeOf(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Map:
		return "map"
	case *ir.Ref:
		return typeOf(t.Target.Type)
	}
	return ir.KindOf(t).String()
}

// formatOf is how a scalar is written: the size of an integer, the format of a text and the layout of a time. What samples alone
// show is no promise.
func formatOf(t ir.Type) string {
	if e := enumOf(t); e != nil {
		t = e.Base
	}
	s, ok := t.(*ir.Scalar)
	switch {
	case !ok, s.Evident:
		return ""
	case s.Kind == ir.Integer && s.Format == "" && s.Bits != 0:
		return "int" + strconv.Itoa(s.Bits)
	}
	return strings.TrimSpace(s.Format + " " + s.Layout.Value)
}

func enumOf(t ir.Type) *ir.Enum {
	switch t := t.(type) {
	case *ir.Enum:
		return t
	case *ir.Ref:
		return enumOf(t.Target.Type)
	}
	return nil
}

func rulesOf(rules []ir.Rule) []string {
	var out []string
	for _, r := range rules {
		out = append(out, ir.RuleText(r))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
