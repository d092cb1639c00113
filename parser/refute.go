package parser

import (
	"slices"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// instance is an object that a sample shows, or the parameters of a call.
type instance struct {
	object *ir.JSON
	fields []*ir.Field // that are known to be absent where the object does not have them
}

// instances are the objects that samples show of a type.
func (r *reader) instances(t *ir.Object) []*instance {
	var out []*instance
	for _, o := range r.objects[t] {
		out = append(out, &instance{object: o, fields: t.Fields})
	}
	return out
}

// showing is what an instance tells of a field.
type showing uint8

const (
	unclear showing = iota // nothing, or a value that means nothing
	present
	absent
)

// shows tells whether an instance has a field, under any of its spellings.
func (g *group) shows(in *instance, f *ir.Field) (showing, *ir.JSON) {
	for _, name := range append([]string{f.Name.Value}, g.spelt[f]...) {
		if v := in.object.Get(name); v != nil {
			if v.Kind == ir.Boolean || len(v.Members)+len(v.Elems) > 0 || !g.meaningless(v) {
				return present, v
			}
			return unclear, v
		}
	}
	if slices.Contains(in.fields, f) {
		return absent, nil
	}
	return unclear, nil
}

// upheld is a rule as the samples leave it: nil where they break it, weaker where they break a part. What is really sent knows
// better than the words.
func (g *group) upheld(f *ir.Field, rule ir.Rule) ir.Rule {
	told := false
	for _, in := range g.shown {
		weaker := g.held(in, f, rule)
		if weaker == rule {
			continue
		}
		if !told {
			g.diags.Add(sampleBreaksCondition.At(rule.Where(), f.Name.Value).Also(opening(in.object.Span), "样例", "the sample"))
		}
		told = true
		if rule = weaker; rule == nil {
			return nil
		}
	}
	return rule
}

// held is what one instance leaves of a rule.
func (g *group) held(in *instance, f *ir.Field, rule ir.Rule) ir.Rule {
	switch r := rule.(type) {
	case *ir.RequiredIf:
		if there, _ := g.shows(in, f); there == absent && g.meets(in, &r.Condition) == present {
			return nil
		}
	case *ir.AllowedIf:
		if there, _ := g.shows(in, f); there == present && g.meets(in, &r.Condition) == absent {
			return nil
		}
	case *ir.OneOf:
		return g.heldChoice(in, r)
	}
	return rule
}

// meets tells whether a condition holds in an instance: present if so, absent if not.
func (g *group) meets(in *instance, when *ir.Condition) showing {
	other := g.named(when.Field.Value)
	there, v := g.shows(in, other)
	holds := there == present
	switch {
	case there == unclear, there == absent && len(when.Values) > 0:
		return unclear
	case len(when.Values) > 0:
		holds = slices.ContainsFunc(when.Values, func(t ir.Text) bool { return t.Value == v.Text })
	}
	if holds != when.Not {
		return present
	}
	return absent
}

func (g *group) heldChoice(in *instance, r *ir.OneOf) ir.Rule {
	count := map[showing]int{}
	for _, name := range r.Fields {
		there, _ := g.shows(in, g.named(name.Value))
		count[there]++
	}
	switch {
	case r.HowMany != ir.AtMostOne && count[absent] == len(r.Fields):
		return nil
	case r.HowMany == ir.AtLeastOne || count[present] < 2:
		return r
	case r.HowMany == ir.AtMostOne:
		return nil
	}
	return &ir.OneOf{Fields: r.Fields, HowMany: ir.AtLeastOne, Span: r.Span}
}

// named is the field of a name on the wire.
func (g *group) named(name string) *ir.Field {
	return g.fields[slices.IndexFunc(g.fields, func(f *ir.Field) bool { return f.Name.Value == name })]
}

var sampleBreaksCondition = &source.Rule{
	Code: "sample-breaks-condition", Severity: source.Info,
	Message: source.Message{ZH: "样例不符合 %q 这里写的条件", EN: "the sample does not meet the condition that is stated here for %q"},
	Help:    source.Message{ZH: "改正说明或样例", EN: "correct the description or the sample"},
	Why: source.Message{
		ZH: "样例不符合的条件不校验；样例里二选一的字段都有时，只校验至少有一个。",
		EN: "A condition that the sample does not meet is not checked; where the sample has both of two fields of which one is wanted, only that there is one is checked.",
	},
	Before: "请求参数：\n\n|字段|类型|说明|\n|--|--|--|\n|orderId|string|订单号，与tradeNo二选一|\n|tradeNo|string|流水号|\n\n请求示例：\n\n```json\n{\"orderId\": \"A1\", \"tradeNo\": \"T1\"}\n```",
	After:  "请求参数：\n\n|字段|类型|说明|\n|--|--|--|\n|orderId|string|订单号，与tradeNo二选一|\n|tradeNo|string|流水号|\n\n请求示例：\n\n```json\n{\"orderId\": \"A1\"}\n```",
	Fold:   true,
}
