package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// siblings are the fields of a struct with what they were made of. Rules between them are planned once all names are decided.
type siblings struct {
	owner *templates.Struct
	from  []*ir.Field
	made  map[string]*templates.Field // by name on the wire
}

// note remembers a field of a struct.
func (p *planner) note(owner *templates.Struct, f *ir.Field, made *templates.Field) {
	s := p.siblingsOf[owner]
	if s == nil {
		s = &siblings{owner: owner, made: make(map[string]*templates.Field)}
		p.siblingsOf[owner] = s
		p.siblings = append(p.siblings, s)
	}
	s.from = append(s.from, f)
	if s.made[f.Name.Value] == nil {
		s.made[f.Name.Value] = made
	}
}

// conditions plans the rules between fields. One that names a field that is not there, or a value that is none of its type's,
// stays in the comment.
func (p *planner) conditions() {
	for _, s := range p.siblings {
		for _, f := range s.from {
			for _, rule := range f.Rules {
				switch r := rule.(type) {
				case *ir.RequiredIf:
					p.condition(s, f, &r.Condition, false)
				case *ir.AllowedIf:
					p.condition(s, f, &r.Condition, true)
				case *ir.OneOf:
					choose(s, r)
				}
			}
		}
	}
}

// condition plans the rule that f must be there when the condition holds, or may be there only then.
func (p *planner) condition(s *siblings, f *ir.Field, r *ir.Condition, allowed bool) {
	c := &templates.Condition{Field: s.made[f.Name.Value], Other: s.made[r.Field.Value], Not: r.Not, Allowed: allowed}
	if c.Field == nil || c.Other == nil || c.Field == c.Other || !c.Field.CanMiss() {
		return
	}
	var shown []string
	for _, v := range r.Values {
		literal, ok := literalOf(c.Other.Type.Kind, v.Value)
		if !ok {
			return
		}
		c.Values = append(c.Values, p.constantOf(c.Other.Type, literal))
		shown = append(shown, clean(v.Value))
	}
	if len(c.Values) == 0 && !c.Other.CanMiss() || len(c.Values) > 0 && !c.Other.Type.Kind.IsScalar() {
		return
	}
	c.Want = clean(r.Field.Value) + sign(r.Not == (len(shown) > 0)) + cmp.Or(strings.Join(shown, "|"), "null")
	s.owner.Conditions = append(s.owner.Conditions, c)
}

func sign(differs bool) string {
	if differs {
		return "!="
	}
	return "="
}

// constantOf is the constant for a literal where the type has one.
func (p *planner) constantOf(t *templates.Type, literal string) string {
	for _, e := range p.pkg.Enums {
		if t.Named != &e.Named {
			continue
		}
		for _, v := range e.Values {
			if v.Literal == literal {
				return v.Const
			}
		}
	}
	return literal
}

// choose plans the rule of how many of several fields must be there.
func choose(s *siblings, r *ir.OneOf) {
	c := &templates.Choice{Least: r.HowMany != ir.AtMostOne, Most: r.HowMany != ir.AtLeastOne}
	var shown []string
	for _, name := range r.Fields {
		f := s.made[name.Value]
		if f == nil || !f.CanMiss() || slices.Contains(c.Fields, f) {
			return
		}
		c.Fields = append(c.Fields, f)
		shown = append(shown, clean(name.Value))
	}
	c.Want = strings.Join(shown, " | ")
	s.owner.Choices = append(s.owner.Choices, c)
}
