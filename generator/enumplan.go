package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// enumGroup is one list of values that fields of one name have, wherever they stand: one type.
type enumGroup struct {
	enum   *templates.Enum
	field  string // the field's name in Go
	list   string // the values, as a text to compare
	places []enumPlace
}

// enumPlace is one place of a group, and what the type would be called after it.
type enumPlace struct {
	name, key, about string
	wire             ir.Text
	list             *ir.Enum
}

func (a enumPlace) compare(b enumPlace) int {
	return cmp.Or(
		cmp.Compare(len(a.name), len(b.name)), cmp.Compare(a.name, b.name),
		comparePlaces(a.list.Where(), b.list.Where()), cmp.Compare(a.key, b.key), cmp.Compare(a.about, b.about))
}

// listInText is the format of a text that holds several values between commas: none of them is the whole.
const listInText = "csv"

// makesEnum reports whether a list of values becomes a type: one of texts or integers, at least one of them written as such.
func makesEnum(t *ir.Enum) bool {
	if t.Base == nil || t.Base.Format == listInText {
		return false
	}
	kind := kindOf(t.Base.Kind)
	if t.Base.Kind == ir.File || kind != templates.Text && kind != templates.Integer {
		return false
	}
	return slices.ContainsFunc(t.Values, func(v ir.EnumValue) bool {
		_, ok := literalOf(kind, v.Value.Value)
		return ok
	})
}

// enumOf is the type for an enumeration in place; nil for one that makes none. It has no name yet: that depends on all
// places, and not on which of them comes first.
func (p *planner) enumOf(t *ir.Enum, at place) *templates.Enum {
	if at.plain || !makesEnum(t) {
		return nil
	}
	field, name := "", at.name
	if !at.wire.Empty() {
		field = p.namer.Exported(at.wire.Value)
	}
	if strings.HasPrefix(at.part, "Item") {
		field, name = singular(field), singular(name)
	}
	list := enumSignature(t)
	g := p.groups[field+"\n"+list]
	if g == nil {
		g = &enumGroup{field: field, list: list, enum: &templates.Enum{Named: namedEnum(t)}}
		p.groups[field+"\n"+list] = g
		p.pkg.Enums = append(p.pkg.Enums, g.enum)
	}
	g.places = append(g.places, enumPlace{name: cmp.Or(name, field, "Enum"), key: at.key, about: at.about, wire: at.wire, list: t})
	return g.enum
}

// namedEnum is the type of a list of values, without its name.
func namedEnum(t *ir.Enum) templates.Named {
	return templates.Named{Kind: kindOf(t.Base.Kind), Checked: !t.Open}
}

func enumSignature(t *ir.Enum) string {
	parts := []string{t.Base.Kind.String(), strconv.FormatBool(t.Open)}
	for _, v := range t.Values {
		parts = append(parts, strconv.Quote(v.Value.Value)+strconv.Quote(v.Label.Value))
	}
	return strings.Join(parts, "\n")
}

// declaredEnum makes the type of an enumeration that has a section of its own.
func (p *planner) declaredEnum(d *ir.TypeDecl, t *ir.Enum) *templates.Enum {
	e := &templates.Enum{Named: namedEnum(t)}
	e.Name, e.Doc = p.typeName(d), p.typeDoc(d)
	p.pkg.Enums = append(p.pkg.Enums, e)
	p.lists[e] = t
	p.enumPinned[e] = p.pins[nameID{TypeName, p.keys[d]}] == e.Name
	return e
}

// nameEnums names the enumerations in place, and the constants of all.
func (p *planner) nameEnums() {
	var groups []*enumGroup
	for _, g := range p.groups {
		groups = append(groups, g)
		slices.SortFunc(g.places, enumPlace.compare)
	}
	slices.SortFunc(groups, func(a, b *enumGroup) int {
		return cmp.Or(a.places[0].compare(b.places[0]), cmp.Compare(a.field, b.field), cmp.Compare(a.list, b.list))
	})
	names := p.enumNames(groups)
	for i, g := range groups {
		first := g.places[0]
		ids := p.idsOf(g)
		g.enum.Name = p.names.take(claim{ids: ids, name: names[i], suffix: "Enum", text: clean(first.wire.Value), span: first.wire.Span}, &p.diags)
		p.enumPinned[g.enum] = slices.ContainsFunc(ids, func(id nameID) bool { return p.pins[id] == g.enum.Name })
		g.enum.Doc = first.doc(p.opts.Places)
		p.lists[g.enum] = first.list
		for _, at := range g.places {
			p.enter(EnumName, at.key, g.enum.Name, at.list, at.list.Where())
		}
	}
	slices.SortFunc(p.pkg.Enums, func(a, b *templates.Enum) int { return cmp.Compare(a.Name, b.Name) })
	for _, e := range p.pkg.Enums {
		p.constants(e, p.lists[e], !p.enumPinned[e])
	}
}

// enumNames are what enumerations would be called. The only list for a field's name is called so, if the name says what it is of
// (orderStatus). One that several types have is called so too, with what these begin with alike before it (UserStatus for
// UserItem and UserDetail), or without where they have nothing in common and no other list of that kind is there. Any other is called
// after the shortest of its places.
func (p *planner) enumNames(groups []*enumGroup) []string {
	lists, wanted := map[string]int{}, map[string]int{}
	for _, g := range groups {
		lists[g.field]++
		if g.isShared() {
			wanted[g.begin()+g.field]++
		}
	}
	names := make([]string, len(groups))
	for i, g := range groups {
		first, common := g.places[0], ""
		if g.isShared() {
			common = g.begin() + g.field
		}
		switch {
		case g.field != "" && lists[g.field] == 1 && len(p.namer.Words(first.wire.Value)) > 1:
			names[i] = g.field
		case common != "" && wanted[common] == 1:
			names[i] = common
		default:
			names[i] = first.name
		}
	}
	return names
}

// isShared reports whether several types have the list. The places are sorted, or all of one type.
func (g *enumGroup) isShared() bool {
	return slices.ContainsFunc(g.places, func(at enumPlace) bool { return at.name != g.places[0].name })
}

// begin is what all types that have the list begin with alike, in whole words.
func (g *enumGroup) begin() string {
	common := g.places[0].name
	for _, at := range g.places[1:] {
		common = common[:commonLength(common, at.name)]
	}
	for end := len(common); end > 0; end-- {
		if isWordEnd := !slices.ContainsFunc(g.places, func(at enumPlace) bool { return end >= len(at.name) || !isUpper(at.name[end]) }); isWordEnd {
			return common[:end]
		}
	}
	return ""
}

func commonLength(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// idsOf numbers the keys of a group's places, and lists them by key.
func (p *planner) idsOf(g *enumGroup) []nameID {
	ids := make([]nameID, len(g.places))
	for i := range g.places {
		at := &g.places[i]
		at.key = p.ledger.number(EnumName, at.key)
		ids[i] = nameID{EnumName, at.key}
	}
	slices.SortFunc(ids, nameID.compare)
	return ids
}

// doc says what the values are of.
func (a enumPlace) doc(p Places) string {
	what := harmless(a.about)
	if what == "" {
		what = "a value of " + clean(a.wire.Value)
	}
	if a.wire.Empty() {
		what = "one of the values that the documentation lists"
	}
	if where := p.of(a.list.Where()); where != "" {
		what += " (" + where + ")"
	}
	return "is " + what + "."
}

// constants names the values. Their keys have the name of the enumeration: where that is new, what is pinned under them was
// another one's.
func (p *planner) constants(e *templates.Enum, t *ir.Enum, novel bool) {
	var values []*ir.EnumValue
	seen := make(map[string]bool)
	inPlace := !slices.ContainsFunc(t.Values, func(v ir.EnumValue) bool { return placeOf(v.Value.Span) != placeOf(t.Where()) })
	for i := range t.Values {
		v := &t.Values[i]
		literal, ok := literalOf(e.Kind, v.Value.Value)
		if !ok || seen[literal] {
			continue
		}
		seen[literal] = true
		values = append(values, v)
		at := v.Value.Span
		if inPlace {
			at = source.Span{} // the type's comment has it
		}
		e.Values = append(e.Values, templates.EnumValue{Literal: literal, Label: clean(v.Label.Value), Comment: p.opts.Places.sentence(p.opts.Places.row(at), v.Label)})
	}
	for i, word := range p.constantWords(e.Kind, values) {
		v := values[i].Value
		wish := claim{name: e.Name + word, suffix: "Value", text: clean(v.Value), span: v.Span, novel: novel}
		e.Values[i].Const = p.claimed(ConstantName, e.Name+"="+clean(v.Value), wish, values[i], v.Span)
	}
}
