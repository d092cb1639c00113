package generator

import "github.com/wenma/wenma/templates"

// breakCycles puts a pointer wherever a struct would hold itself by value.
func (p *planner) breakCycles() {
	c := &components{order: make(map[*templates.Struct]int), low: make(map[*templates.Struct]int), id: make(map[*templates.Struct]int)}
	for _, s := range p.allStructs() {
		if c.order[s] == 0 {
			c.visit(s)
		}
	}
	for _, s := range p.allStructs() {
		for _, f := range s.Fields {
			if f.Type.Kind == templates.Object && c.id[f.Type.Struct] == c.id[s] {
				f.Pointer = true
			}
		}
	}
}

func (p *planner) allStructs() []*templates.Struct {
	var all []*templates.Struct
	for _, op := range p.pkg.Operations {
		all = append(all, op.Request)
	}
	return append(append(all, p.pkg.Envelopes...), p.pkg.Structs...)
}

// components finds the strongly connected structs, after Tarjan: those of one component hold each other.
type components struct {
	order, low, id map[*templates.Struct]int
	stack          []*templates.Struct
	found          int
}

func (c *components) visit(s *templates.Struct) {
	c.order[s] = len(c.order) + 1
	c.low[s] = c.order[s]
	c.stack = append(c.stack, s)
	for _, f := range s.Fields {
		if f.Type.Kind != templates.Object {
			continue
		}
		if t := f.Type.Struct; c.order[t] == 0 {
			c.visit(t)
			c.low[s] = min(c.low[s], c.low[t])
		} else if c.id[t] == 0 {
			c.low[s] = min(c.low[s], c.order[t])
		}
	}
	if c.low[s] == c.order[s] {
		c.close(s)
	}
}

// close names the component that a struct is the first of.
func (c *components) close(first *templates.Struct) {
	c.found++
	for {
		s := c.stack[len(c.stack)-1]
		c.stack = c.stack[:len(c.stack)-1]
		c.id[s] = c.found
		if s == first {
			return
		}
	}
}

// markChecked finds the structs whose Validate has something to do: rules of their own, or such a struct within.
func (p *planner) markChecked() {
	for changed := true; changed; {
		changed = false
		for _, s := range p.allStructs() {
			if !s.Checked && s.HasRules() {
				s.Checked, changed = true, true
			}
		}
	}
}
