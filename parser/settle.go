package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// settle puts a response table where the sample has its fields: at the root, or inside of data, or wherever the names are. Where the
// table lists the members of classes right behind these, without levels, and a field of a class is in no sample, what follows and is
// in none either are its members.
func (r *reader) settle(root, tree *node, values []*ir.JSON) {
	s := shapeOf(values)
	root.lists = max(root.lists, s.lists, tree.lists)
	cursor := s.best(tree)
	base, nested := cursor, tree.nested()
	holds := tree.containers()
	var open *node
	flat := !nested && r.spellsOut(tree, s)
	for _, n := range tree.kids {
		home := s.home(cursor, n.name.Value, nested)
		switch {
		case home != nil || !flat:
			open = nil
		case r.classed(n):
			open = n
		case open != nil:
			adopt(open, n)
			continue
		}
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

// spellsOut reports whether a table without levels lists the members of classes behind the fields that are of them: samples show so of
// two such fields at least, and of more than they show otherwise.
func (r *reader) spellsOut(tree *node, s *shape) bool {
	yes, no := 0, 0
	for i, n := range tree.kids {
		if !r.classed(n) {
			continue
		}
		next := ""
		if i+1 < len(tree.kids) {
			next = tree.kids[i+1].name.Value
		}
		shown := slices.DeleteFunc(slices.Clone(s.having(n.name.Value)), func(c *shape) bool {
			k := c.kid(n.name.Value)
			return k == nil || len(k.order) == 0
		})
		follows := slices.ContainsFunc(shown, func(c *shape) bool { return c.kid(n.name.Value).kid(next) != nil })
		count(&yes, follows)
		count(&no, !follows && len(shown) > 0)
	}
	return yes > 1 && yes > no
}

// classed reports whether a field's type is a class that no section declares.
func (r *reader) classed(n *node) bool {
	if n.row == nil {
		return false
	}
	e := n.row.typ
	for e != nil && e.elem != nil {
		e = e.elem
	}
	return e.isClass() && len(r.decls[lexicon.Fold(e.name)]) == 0
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
	p := &subPlacer{r: r, d: d, root: root, values: values, trees: map[*decl]*node{}}
	for _, sub := range d.subs {
		if sub.section == roleResponse {
			p.place(sub)
		}
	}
}

// subPlacer places such tables.
type subPlacer struct {
	r      *reader
	d      *draft
	root   *node
	values []*ir.JSON
	shown  *shape          // of the values, once asked for
	names  map[string]bool // of all nodes, lower case, once asked for
	trees  map[*decl]*node // of sections that document members
}

func (p *subPlacer) place(sub *decl) {
	name := titlePath(sub.name.Value)
	if p.has(name) {
		return
	}
	n := p.homeOf(sub, lastStep(name))
	if n == nil {
		return
	}
	if len(n.kids) == 0 {
		sub.used = true
		n.kids = p.r.nest(sub.rows).kids
	}
	p.note(n)
}

// homeOf is the node that a table is titled after; nil where there is none, or a section has it.
func (p *subPlacer) homeOf(sub *decl, name string) *node {
	if len(p.values) == 0 {
		if !strings.EqualFold(name, "data") || p.d.namedIn(sub, name) {
			return nil
		}
		return p.root.child(ir.Text{Value: name, Span: sub.name.Span})
	}
	if p.shown == nil {
		p.shown = shapeOf(p.values)
	}
	at := p.shown.search(name, nil)
	if at == nil || len(at.kidOf(name).order) == 0 {
		return nil
	}
	return p.seat(at.kidOf(name))
}

// loan is the tree of a section for the field that it documents.
type loan struct {
	field *node
	of    *decl
}

// seat makes the nodes from the root down to a container that only the sample has. A field on the way whose members a section
// documents gets these first: an implied member would hide them. It gives nil for a container that such a section documents, for
// then its own section is found when its turn comes.
func (p *subPlacer) seat(s *shape) *node {
	var loans []loan
	at := p.root
	for _, step := range s.steps() {
		next := at.member(step.name.Value)
		if next == nil {
			p.lend(loans)
			n := s.materialize(p.root)
			for ; s.parent != nil; s = s.parent {
				p.names[strings.ToLower(s.name.Value)] = true
			}
			return n
		}
		if dec := p.r.membersOf(next, step.parent.path(step.name.Value), p.d); dec != nil {
			loans = append(loans, loan{next, dec})
			next = p.treeOf(dec)
		}
		at = next
	}
	return nil
}

// lend gives fields the members that their sections document.
func (p *subPlacer) lend(loans []loan) {
	for _, l := range loans {
		l.field.kids, l.of.used = p.treeOf(l.of).kids, true
		delete(p.trees, l.of) // another field has members of its own
		p.note(l.field)
	}
}

func (p *subPlacer) treeOf(dec *decl) *node {
	if p.trees[dec] == nil {
		p.trees[dec] = p.r.nest(dec.rows)
	}
	return p.trees[dec]
}

// membersOf is the section that documents the members of a field which has none in its own table.
func (r *reader) membersOf(n *node, path string, d *draft) *decl {
	if n.row == nil || len(n.kids) > 0 {
		return nil
	}
	for e := n.row.typ; e != nil; e = e.elem {
		if dec := r.lookup(e.name, d); e.name != "" && dec != nil {
			return dec
		}
	}
	if n.row.ref != nil {
		if dec := r.lookup(n.row.ref.name.Value, d); dec != nil {
			return dec
		}
	}
	return r.sectionOf(path, d)
}

// namedIn reports whether a row of another section has the name that a section is titled after: it is a part of that one.
func (d *draft) namedIn(sub *decl, name string) bool {
	for _, other := range d.subs {
		for _, w := range other.rows {
			if other != sub && strings.EqualFold(w.name().Value, name) {
				return true
			}
		}
	}
	return false
}

// titledFor reports whether a table of the response would go, by its names alone, to a part of the sample that another table is
// titled after, and that one fits too: it is about something else, such as what can be asked for.
func (r *reader) titledFor(tree *node, d *draft, values []*ir.JSON) bool {
	if len(d.subs) == 0 {
		return false
	}
	at := shapeOf(values).best(tree)
	if at.parent == nil {
		return false
	}
	sub := r.sectionOf(at.parent.path(at.name.Value), d)
	return sub != nil && sub.section == roleResponse && slices.ContainsFunc(sub.rows, func(w *row) bool { return at.kid(w.name().Value) != nil })
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
