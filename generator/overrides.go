package generator

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Override is a name by hand, with the places at which it is written; unknown ones are not told.
type Override struct {
	// Of is what is named: its Name.Key, its kind and key ("enum User.status") where the key alone means something else, or its name
	// in Go.
	Of ir.Text
	// Name is the identifier that it gets.
	Name ir.Text
}

// overrides are names by hand, by what they name.
type overrides struct {
	names []Override // in the order of what they name
	// found keeps what each names: a name in Go leads nowhere any more once it is changed.
	found map[string]nameID
}

func newOverrides(names []Override) *overrides {
	names = slices.SortedStableFunc(slices.Values(names), func(a, b Override) int { return cmp.Compare(a.Of.Value, b.Of.Value) })
	return &overrides{names: names, found: make(map[string]nameID)}
}

// kindsByKey is what a key without its kind means, where it is the key of several.
var kindsByKey = []NameKind{
	TypeName, OperationName, FieldName, ServerName, ErrorName, TimeName, ConstantName, EnvelopeName, EnumName, ObjectName, ResponseName,
}

// find tells what is to be called otherwise. What a name says is looked for among the keys, the names that were pinned, and the
// names that things would have.
func (o *overrides) find(claims []*heard, pinned map[string]nameID, diags *source.Diagnostics) map[*heard]wish {
	if len(o.names) == 0 {
		return nil
	}
	byID, byGo := make(map[nameID]*heard), make(map[string]nameID)
	for _, c := range claims {
		for _, id := range c.ids {
			byID[id] = c
		}
		if _, known := byGo[c.golang()]; !known {
			byGo[c.golang()] = c.ids[0]
		}
	}
	out := make(map[*heard]wish)
	for _, override := range o.names {
		key, name := override.Of.Value, override.Name.Value
		id, ok := o.meant(key, byID, pinned, byGo)
		if !ok {
			d := overrideUnknown.At(override.Of.Span, key)
			if near := nearestKey(key, byID, byGo); near != "" {
				d = overrideMisspelt.At(override.Of.Span, key, near)
			}
			diags.Add(d)
			continue
		}
		o.found[key] = id
		if c := byID[id]; out[c].heard == nil {
			out[c] = wish{c, id, name, override.Name.Span}
		} else if first := out[c]; first.name != name {
			d := overrideTwice.At(spanOf(override.Name.Span, c.span), id, first.name, name)
			if first.at.Known() {
				d.Also(first.at, "第一个", "the first")
			}
			diags.Add(d)
		}
	}
	return out
}

// golang is the whole name, as Name.Go has it.
func (h *heard) golang() string {
	if h.within != "" {
		return h.within + "." + h.name
	}
	return h.name
}

func (o *overrides) meant(key string, byID map[nameID]*heard, pinned, byGo map[string]nameID) (nameID, bool) {
	candidates := []nameID{o.found[key]}
	kind, rest, _ := strings.Cut(key, " ")
	candidates = append(candidates, nameID{NameKind(kind), rest})
	for _, kind := range kindsByKey {
		candidates = append(candidates, nameID{kind, key})
	}
	for _, id := range append(candidates, pinned[key], byGo[key]) {
		if byID[id] != nil {
			return id, true
		}
	}
	return nameID{}, false
}

// nearestKey is the key or name in Go that is written most like one that leads nowhere; "" if none is.
func nearestKey(key string, byID map[nameID]*heard, byGo map[string]nameID) string {
	words := slices.Collect(maps.Keys(byGo))
	for id := range byID {
		words = append(words, id.key)
	}
	slices.Sort(words)
	return nearest.Of(key, slices.Compact(words))
}
