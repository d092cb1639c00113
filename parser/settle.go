package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// settle puts a response table where the sample has its fields: at the root, or inside of data, or wherever the names are.
func (r *reader) settle(root, tree *node, values []*ir.JSON) {
	s := shapeOf(values)
	root.lists = max(root.lists, s.lists, tree.lists)
	cursor := s.best(tree)
	base, nested := cursor, tree.nested()
	holds := tree.containers()
	for _, n := range tree.kids {
		home := s.home(cursor, n.name.Value, nested)
		if home != nil && home.parent == base && holds[home.name.Value] && n.row != nil {
			at := home.kidOf(n.name.Value).name
			r.diags.Add(nestingDiffers.At(n.name.Span, base.path(n.name.Value), home.path(at.Value)).Also(at.Span, "样例里在这里", "the sample has it here"))
		}
		switch {
		case home != nil:
			cursor = home
		case lexicon.Envelope(n.name.Value) == lexicon.EnvelopeCode || lexicon.Envelope(n.name.Value) == lexicon.EnvelopeMessage:
			cursor = s // a code that the sample spells differently still stands at the root
		}
		home = cursor
		into := home.materialize(root)
		adopt(into, n)
		if kid := home.kid(n.name.Value); kid != nil {
			kid.taken = true
			if !nested && len(kid.order) > 0 {
				cursor.last = kid
			} else {
				cursor.last = nil
			}
		} else {
			cursor.last = nil
		}
	}
}

// containers are the names at the top of a table to which it gives members of their own: a further member beside one of them that
// the sample has inside of it is at the wrong level.
func (n *node) containers() map[string]bool {
	out := map[string]bool{}
	for _, k := range n.kids {
		if len(k.kids) > 0 {
			out[k.name.Value] = true
		}
	}
	return out
}

// path spells a member of a container out from the root.
func (s *shape) path(name string) string {
	for ; s.parent != nil; s = s.parent {
		name = s.name.Value + "." + name
	}
	return name
}

// adopt adds a node to a parent, on top of an implied one of the same name.
func adopt(parent, n *node) {
	k := parent.member(n.name.Value)
	if k == nil || k.row != nil {
		parent.add(n)
		return
	}
	n.lists = max(n.lists, k.lists)
	for _, kk := range k.kids {
		adopt(n, kk)
	}
	parent.kids[slices.Index(parent.kids, k)] = n
	if parent.byName != nil {
		parent.byName[n.name.Value] = n
	}
}

// settleSubs places tables that are titled after a part of the response which only the sample has.
func (r *reader) settleSubs(root *node, d *draft, values []*ir.JSON) {
	p := &subPlacer{r: r, root: root, values: values}
	for _, sub := range d.subs {
		if sub.section == roleResponse {
			p.place(sub)
		}
	}
}

// subPlacer places such tables.
type subPlacer struct {
	r      *reader
	root   *node
	values []*ir.JSON
	shown  *shape          // of the values, once asked for
	names  map[string]bool // of all nodes, lower case, once asked for
}

func (p *subPlacer) place(sub *decl) {
	name, _ := arrayMarks(strings.ReplaceAll(sub.name.Value, "[]", ""))
	if p.has(name) {
		return
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	if len(p.values) == 0 {
		if strings.EqualFold(last, "data") {
			sub.used = true
			n := p.root.child(ir.Text{Value: last, Span: sub.name.Span})
			n.kids = p.r.nest(sub.rows).kids
			p.note(n)
		}
		return
	}
	if p.shown == nil {
		p.shown = shapeOf(p.values)
	}
	at := p.shown.search(last, nil)
	if at == nil || len(at.kidOf(last).order) == 0 {
		return
	}
	n := at.kidOf(last).materialize(p.root)
	if len(n.kids) == 0 {
		sub.used = true
		n.kids = p.r.nest(sub.rows).kids
	}
	p.note(n)
	for ; at.parent != nil; at = at.parent {
		p.names[strings.ToLower(at.name.Value)] = true
	}
}

// has reports whether a title is that of a node: a path, or a name anywhere.
func (p *subPlacer) has(title string) bool {
	if p.names == nil {
		p.names = map[string]bool{}
		for _, k := range p.root.kids {
			p.note(k)
		}
	}
	for end := range endsOfPath(strings.ToLower(title)) {
		if p.names[end] {
			return true
		}
	}
	return false
}

// note adds the names of a node and what is below it.
func (p *subPlacer) note(n *node) {
	p.names[strings.ToLower(n.name.Value)] = true
	for _, k := range n.kids {
		p.note(k)
	}
}
