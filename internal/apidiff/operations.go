package apidiff

import (
	"slices"
	"strings"
)

// paired finds the endpoints that are on one side under one method or path and on the other under another: those of the same
// path, or of the same title with most of the fields.
func paired(from, to []*Operation) (old, new map[*Operation]*Operation) {
	old, new = map[*Operation]*Operation{}, map[*Operation]*Operation{}
	gone, come := lacking(from, to), lacking(to, from)
	for _, o := range gone {
		n := only(come, func(n *Operation) bool { return moved(o, n) })
		if n != nil && only(gone, func(o *Operation) bool { return moved(o, n) }) != nil {
			old[n], new[o] = o, n
		}
	}
	return old, new
}

// lacking are the operations of a list that the other does not have.
func lacking(list, other []*Operation) []*Operation {
	return slices.DeleteFunc(slices.Clone(list), func(o *Operation) bool {
		return slices.ContainsFunc(other, func(p *Operation) bool { return p.Key == o.Key })
	})
}

func moved(o, n *Operation) bool {
	_, from, _ := strings.Cut(o.Key, " ")
	_, to, _ := strings.Cut(n.Key, " ")
	return from == to || o.Title != "" && o.Title == n.Title && sameFields(o, n)
}

// sameFields reports whether operations have most of their fields in common.
func sameFields(a, b *Operation) bool {
	shared := 0
	for _, f := range a.Fields {
		if slices.ContainsFunc(b.Fields, func(g *Field) bool { return g.Path == f.Path && g.Type == f.Type }) {
			shared++
		}
	}
	return 2*shared >= max(len(a.Fields), len(b.Fields))
}
