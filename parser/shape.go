package parser

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// shape is the structure that samples show: objects by member, arrays seen through and counted.
type shape struct {
	name   ir.Text
	lists  int
	order  []*shape
	byName map[string]*shape // the members, once there are many
	parent *shape
	taken  bool
	last   *shape      // the container that was documented last
	index  *shapeIndex // of the root, once asked for
}

// shapeIndex has all containers of a structure, and those that have a member of a name, letter case aside; shallower ones come first.
type shapeIndex struct {
	all    []*shape
	having map[string][]*shape
}

// indexed is the index of a structure that is complete.
func (s *shape) indexed() *shapeIndex {
	if s.index != nil {
		return s.index
	}
	s.index = &shapeIndex{all: []*shape{s}, having: map[string][]*shape{}}
	for i := 0; i < len(s.index.all); i++ {
		c := s.index.all[i]
		for _, k := range c.order {
			key := strings.ToLower(k.name.Value)
			if have := s.index.having[key]; len(have) == 0 || have[len(have)-1] != c {
				s.index.having[key] = append(have, c)
			}
		}
		s.index.all = append(s.index.all, c.order...)
	}
	return s.index
}

// having are the containers that have a member of that name, letter case aside.
func (s *shape) having(name string) []*shape { return s.indexed().having[strings.ToLower(name)] }

const maxShapeDepth = 32

func shapeOf(values []*ir.JSON) *shape {
	s := &shape{}
	for _, v := range values {
		s.add(v, 0)
	}
	return s
}

func (s *shape) add(v *ir.JSON, depth int) {
	lists := 0
	for v != nil && v.Kind == ir.ArrayKind && depth < maxShapeDepth {
		lists++
		s.lists = max(s.lists, lists)
		if len(v.Elems) == 0 {
			return
		}
		for _, e := range v.Elems[1:] {
			if e.Kind == ir.ObjectKind {
				s.add(e, depth+1)
			}
		}
		v = v.Elems[0]
		depth++
	}
	if v == nil || v.Kind != ir.ObjectKind || depth >= maxShapeDepth {
		return
	}
	for _, m := range v.Members {
		k := s.kid(m.Name.Value)
		if k == nil {
			k = &shape{name: m.Name, parent: s}
			s.order = append(s.order, k)
			if s.byName != nil {
				s.byName[m.Name.Value] = k
			}
		}
		k.add(m.Value, depth+1)
	}
}

// kid is the member of that name.
func (s *shape) kid(name string) *shape {
	if len(s.order) < manyMembers {
		for _, k := range s.order {
			if k.name.Value == name {
				return k
			}
		}
		return nil
	}
	if s.byName == nil {
		s.byName = make(map[string]*shape, 2*len(s.order))
		for _, k := range s.order {
			s.byName[k.name.Value] = k
		}
	}
	return s.byName[name]
}

// kidOf is the member of that name, letter case aside where none is written so.
func (s *shape) kidOf(name string) *shape {
	if k := s.kid(name); k != nil {
		return k
	}
	for _, k := range s.order {
		if strings.EqualFold(k.name.Value, name) {
			return k
		}
	}
	return nil
}

// home finds the container in which a table's next field belongs: the one in use, the one just documented, one around, or any.
func (s *shape) home(cursor *shape, name string, nested bool) *shape {
	if k := cursor.kid(name); k != nil && !k.taken {
		return cursor
	}
	if cursor.last != nil && cursor.last.kid(name) != nil && !cursor.last.kid(name).taken {
		return cursor.last
	}
	for p := cursor.parent; p != nil; p = p.parent {
		if k := p.kid(name); k != nil && !k.taken {
			return p
		}
	}
	if nested && cursor == s && s.anyTaken() && s.holders(name) != 1 {
		return nil
	}
	return s.search(name, func(k *shape) bool { return !k.taken })
}

// best is the container that has the most of a table's names; the shallowest of equals.
func (s *shape) best(tree *node) *shape {
	knows := map[*shape]int{}
	for _, k := range tree.kids {
		if s.kid(k.name.Value) != nil && s.holders(k.name.Value) == 1 {
			return s // the table has a member that only the root has
		}
		for _, c := range s.having(k.name.Value) {
			if c.kid(k.name.Value) != nil {
				knows[c]++
			}
		}
	}
	best := s
	for _, c := range s.indexed().all {
		if knows[c] > knows[best] {
			best = c
		}
	}
	return best
}

// holders counts the containers that have a member of that name.
func (s *shape) holders(name string) (n int) {
	for _, c := range s.having(name) {
		count(&n, c.kid(name) != nil)
	}
	return n
}

func (s *shape) anyTaken() bool {
	for _, k := range s.order {
		if k.taken {
			return true
		}
	}
	return false
}

// search finds the shallowest container that has a member of that name.
func (s *shape) search(name string, accept func(*shape) bool) *shape {
	for _, c := range s.having(name) {
		if k := c.kidOf(name); k != nil && (accept == nil || accept(k)) {
			return c
		}
	}
	return nil
}

// steps are the containers from the first below the root down to this one.
func (s *shape) steps() []*shape {
	if s.parent == nil {
		return nil
	}
	return append(s.parent.steps(), s)
}

// materialize makes the implied nodes from the root down to this container.
func (s *shape) materialize(root *node) *node {
	if s.parent == nil {
		return root
	}
	n := s.parent.materialize(root).child(s.name)
	if n.row == nil || n.row.typ == nil {
		n.lists = max(n.lists, s.lists)
	}
	return n
}
