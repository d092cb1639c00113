package generator

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// segment is a part of a path between slashes: literal texts and, between them, names of parameters.
type segment struct{ pieces []string }

func (s segment) literal() bool { return len(s.pieces) == 1 }

// whole reports whether the segment is one parameter and nothing else.
func (s segment) whole() bool { return len(s.pieces) == 3 && s.pieces[0] == "" && s.pieces[2] == "" }

type parsedPath []segment

// parsePath cuts a clean path. Braces that make no parameter are text.
func parsePath(path string) parsedPath {
	var segments parsedPath
	for _, text := range strings.Split(path, "/")[1:] {
		segments = append(segments, parseSegment(text))
	}
	return segments
}

func parseSegment(text string) segment {
	s := segment{pieces: []string{""}}
	for text != "" {
		open := strings.IndexByte(text, '{')
		length := strings.IndexByte(text[max(open, 0):], '}')
		if open < 0 || length <= 1 {
			break
		}
		s.pieces[len(s.pieces)-1] += text[:open]
		s.pieces = append(s.pieces, text[open+1:open+length], "")
		text = text[open+length+1:]
	}
	s.pieces[len(s.pieces)-1] += text
	return s
}

// params are the names of the parameters, each once.
func (p parsedPath) params() []string {
	var names []string
	for _, s := range p {
		for i := 1; i < len(s.pieces); i += 2 {
			names = append(names, s.pieces[i])
		}
	}
	return names
}

// pieces are the path's literal texts, escaped for a URL, with a parameter between each two.
func (p parsedPath) pieces() []string {
	out := []string{""}
	for _, s := range p {
		out[len(out)-1] += "/" + url.PathEscape(s.pieces[0])
		for i := 1; i < len(s.pieces); i += 2 {
			out = append(out, url.PathEscape(s.pieces[i+1]))
		}
	}
	return out
}

// shape is the pattern with all parameters alike: paths of one shape are one resource.
func (p parsedPath) shape() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteByte('/')
		if s.literal() {
			b.WriteString(url.PathEscape(s.pieces[0]))
		} else {
			b.WriteString("{}")
		}
	}
	return b.String()
}

// resource is what has one shape of path: its pattern, and the wildcards in it.
type resource struct {
	path    parsedPath
	pattern string
	wild    []string
	level   int
	taken   map[string]source.Span // by method and what else tells its routes apart, where they stand
}

// routes decides the patterns under which the server knows the operations. Where two patterns conflict (each takes a path that the other
// takes too, and neither is the more special) the later one goes to a mux of its own, which is asked next.
func (p *planner) routes() {
	resources := make(map[string]*resource)
	var order []*resource
	paths := make([]parsedPath, len(p.pkg.Operations))
	for i, op := range p.pkg.Operations {
		paths[i] = parsePath(op.Path)
		if shape := paths[i].shape(); resources[shape] == nil {
			resources[shape] = newResource(paths[i], p.namer)
			order = append(order, resources[shape])
		}
	}
	placeAll(order)
	for i, op := range p.pkg.Operations {
		res := resources[paths[i].shape()]
		op.Pieces, op.Pattern, op.Level = paths[i].pieces(), res.pattern, res.level
		res.connect(op, paths[i])
		p.serveOnce(res, op, p.doc.Endpoints[i])
	}
}

// placeAll finds a level for each resource. A path that ends in a slash makes a mux redirect the path without one, which is fine as
// long as no later mux knows that path: so those come last.
func placeAll(resources []*resource) {
	var levels [][]parsedPath
	for _, res := range resources {
		if !res.path.slashed() {
			levels = res.place(levels, 0)
		}
	}
	last := max(len(levels)-1, 0)
	for _, res := range resources {
		if res.path.slashed() {
			levels = res.place(levels, last)
		}
	}
}

func (p parsedPath) slashed() bool {
	last := p[len(p)-1]
	return len(p) > 1 && last.literal() && last.pieces[0] == ""
}

func newResource(path parsedPath, namer *goname.Namer) *resource {
	res := &resource{path: path, taken: make(map[string]source.Span)}
	names := newScope(nil)
	for _, s := range path {
		res.pattern += "/"
		if s.literal() {
			res.pattern += url.PathEscape(s.pieces[0])
			continue
		}
		wish := "part"
		if s.whole() {
			wish = namer.Unexported(s.pieces[1])
		}
		wild := names.take(claim{name: wish}, nil)
		res.wild = append(res.wild, wild)
		res.pattern += "{" + wild + "}"
	}
	if strings.HasSuffix(res.pattern, "/") {
		res.pattern += "{$}"
	}
	return res
}

// place puts the pattern into the first level, from the given one on, where it conflicts with none.
func (res *resource) place(levels [][]parsedPath, from int) [][]parsedPath {
	for level := from; level < len(levels); level++ {
		if !conflictsWithAny(res.path, levels[level]) {
			res.level = level
			levels[level] = append(levels[level], res.path)
			return levels
		}
	}
	res.level = len(levels)
	return append(levels, []parsedPath{res.path})
}

func conflictsWithAny(path parsedPath, others []parsedPath) bool {
	for _, other := range others {
		if conflict(path, other) {
			return true
		}
	}
	return false
}

// conflict reports whether both paths fit some request and neither is the more special: each has a literal where the other has
// a parameter.
func conflict(a, b parsedPath) bool {
	if len(a) != len(b) {
		return false
	}
	aSpecial, bSpecial := false, false
	for i := range a {
		switch {
		case a[i].literal() && b[i].literal():
			if a[i].pieces[0] != b[i].pieces[0] {
				return false
			}
		case a[i].literal():
			aSpecial = true
		case b[i].literal():
			bSpecial = true
		}
	}
	return aSpecial && bSpecial
}

// connect tells where the operation's parameters are found in the resource's wildcards.
func (res *resource) connect(op *templates.Operation, path parsedPath) {
	next := 0
	for _, s := range path {
		if s.literal() {
			continue
		}
		wild := res.wild[next]
		next++
		if s.whole() {
			op.Wild = append(op.Wild, wild)
			continue
		}
		split := templates.Split{Wildcard: wild, Pieces: append([]string(nil), s.pieces...)}
		for i := 1; i < len(s.pieces); i += 2 {
			split.Pieces[i] = wild + "." + strconv.Itoa(i/2+1)
			op.Wild = append(op.Wild, split.Pieces[i])
		}
		op.Splits = append(op.Splits, split)
	}
}

// serveOnce leaves out an operation that nothing tells apart from an earlier one.
func (p *planner) serveOnce(res *resource, op *templates.Operation, e *ir.Endpoint) {
	detail := " " + op.Action
	for _, s := range op.Splits {
		detail += " " + strings.Join(s.Pieces, "\x00")
	}
	var free []string
	var first source.Span
	span := spanOf(e.Path.Span, e.Name.Span, e.Span)
	for _, m := range op.Methods {
		if hasKey(res.taken, m+detail) {
			first = spanOf(first, res.taken[m+detail])
			continue
		}
		res.taken[m+detail] = span
		free = append(free, m)
	}
	op.Unserved = len(free) == 0
	if len(free) < len(op.Methods) && op.Path != "/" && span.Known() {
		d := duplicateRoute.At(span, op.Method+" "+clean(op.Path))
		if first.Known() {
			d.Also(first, "前面的接口", "the earlier endpoint")
		}
		p.diags.Add(d)
	}
	if !op.Unserved {
		op.Methods = free
	}
}
