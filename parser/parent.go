package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
)

// healParents moves the members of parents that only dotted names have, and have misspelt, to the field beside them that is meant.
// A name that a sample has is none of these.
func (r *reader) healParents(n *node, shown []*ir.JSON) {
	for _, k := range slices.Clone(n.kids) {
		if k.row == nil && len(k.kids) > 0 {
			if meant := n.meant(k); meant != nil && shapeOf(shown).search(k.name.Value, nil) == nil {
				r.movedTo(meant, k)
				n.kids = slices.DeleteFunc(n.kids, func(other *node) bool { return other == k })
				n.byName = nil
				continue
			}
		}
		r.healParents(k, shown)
	}
}

// meant is the field with a row of its own, and room for members, whose name a parent without one misspells.
func (n *node) meant(k *node) *node {
	var holders []string
	for _, other := range n.kids {
		if other.row != nil && (len(other.kids) > 0 || other.row.holds()) {
			holders = append(holders, other.name.Value)
		}
	}
	near := newSpeller(holders).nearest(k.name.Value)
	if near == "" || len(near) != len(k.name.Value) {
		return nil // one of them is the plural of the other
	}
	return n.member(near)
}

// holds reports whether a row's type has members.
func (w *row) holds() bool {
	e := w.typ
	for e != nil && e.base == lexicon.ArrayBase {
		e = e.elem
	}
	return w.typ != nil && (e == nil || e.base == lexicon.ObjectBase)
}

// movedTo gives a field the members of its misspelt name, and reports each of these names.
func (r *reader) movedTo(meant, k *node) {
	for _, member := range k.kids {
		adopt(meant, member)
		at := k.name
		if w := member.row; w != nil && len(w.steps) > 1 && strings.EqualFold(w.steps[len(w.steps)-2].name.Value, at.Value) {
			at = w.steps[len(w.steps)-2].name
		}
		r.once(misspeltParent.At(at.Span, at.Value, meant.name.Value).Also(meant.name.Span, "可能指这里", "this is probably meant").Replace(at.Span, meant.name.Value))
	}
}
