package generator

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// overrides are names by hand, by what they name.
type overrides struct {
	names map[string]string
	// found keeps what each names: a name in Go leads nowhere any more once it is changed.
	found map[string]nameID
}

func newOverrides(names map[string]string) *overrides {
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
	for _, key := range slices.Sorted(maps.Keys(o.names)) {
		id, ok := o.meant(key, byID, pinned, byGo)
		if !ok {
			d := overrideUnknown.At(source.Span{}, key)
			if near := nearestKey(key, byID, byGo); near != "" {
				d = overrideMisspelt.At(source.Span{}, key, near)
			}
			diags.Add(d)
			continue
		}
		o.found[key] = id
		if c := byID[id]; out[c].heard == nil {
			out[c] = wish{c, id, o.names[key]}
		} else if out[c].name != o.names[key] {
			diags.Add(overrideTwice.At(c.span, id, out[c].name, o.names[key]))
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

// maxNearKey is how long a key may be to be compared with all others.
const maxNearKey = 200

// nearestKey is the key or name in Go that is written most like one that leads nowhere; "" if none is.
func nearestKey(key string, byID map[nameID]*heard, byGo map[string]nameID) string {
	if len(key) > maxNearKey {
		return ""
	}
	best, distance := "", len(key)/3+1
	consider := func(candidate string) {
		if len(candidate) > maxNearKey {
			return
		}
		d := editDistance(strings.ToLower(key), strings.ToLower(candidate))
		if d < distance || d == distance && best != "" && cmp.Less(candidate, best) {
			best, distance = candidate, d
		}
	}
	for id := range byID {
		consider(id.key)
	}
	for name := range byGo {
		consider(name)
	}
	return best
}

// editDistance is how many bytes are put in, taken out or changed.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
