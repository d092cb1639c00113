package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// bearer is one of those that the pages call alike: types of one name, endpoints of one route. Each needs a key of its own, and
// must have the same one in the next run.
type bearer struct {
	// homes are what tells it from the others, by facts that stay: the pages that have it.
	homes []string
	// label tells it from others of its home, as far as anything does.
	label string
	// members are the keys of what is in it, behind the plain key.
	members []string
	// familiar says that its page has operations of earlier runs.
	familiar bool
}

// homeMark stands in a key before what tells its bearer from others: User@docs/b.md.
const homeMark = "@"

// keysOf gives each bearer of a plain key its own. One that is alone has the plain key. Of several that nobody has named yet,
// each has its home in its key, so that none depends on what the others are; those of one home have their labels too. A pinned key
// stays with its bearer: the plain one by the homes that were recorded for it, one with a home in it by that home; a plain one whose
// homes are gone by its members.
func (p *planner) keysOf(kind NameKind, plain string, all []bearer) []string {
	keys, used := make([]string, len(all)), make(map[string]bool)
	give := func(i int, key string) { keys[i], used[key] = key, true }
	addresses := addressesOf(all)
	for i, a := range addresses {
		if a.full != a.home && p.pins.has(kind, plain+a.full) {
			give(i, plain+a.full)
		}
	}
	if i := p.heir(kind, plain, all, keys); i >= 0 && p.atHome(plain, all[i]) {
		give(i, plain)
	}
	for _, b := range all {
		for _, home := range b.homes {
			key := plain + homeMark + home
			if i := p.resident(kind, key, home, all, keys); i >= 0 && !used[key] {
				give(i, key)
			}
		}
	}
	if i := p.heir(kind, plain, all, keys); i >= 0 && !used[plain] {
		give(i, plain)
	}
	for i, a := range addresses {
		switch {
		case keys[i] != "":
		case len(all) == 1:
			give(i, plain)
		default:
			give(i, plain+a.short)
		}
	}
	return keys
}

// bearerAddress is what stands behind a plain key to tell a bearer from others: its home; in full with its label, and a number where that
// is another's too, so that no two bearers have the same; and that of the two which it takes.
type bearerAddress struct{ home, full, short string }

func addressesOf(all []bearer) []bearerAddress {
	addresses, living, seen := make([]bearerAddress, len(all)), make(map[string]int), make(map[string]int)
	for i, b := range all {
		a := &addresses[i]
		if len(b.homes) > 0 {
			a.home = homeMark + b.homes[0]
		}
		living[a.home]++
		a.full = strings.TrimSuffix(a.home+" "+b.label, " ")
		if seen[a.full]++; seen[a.full] > 1 {
			a.full += "#" + strconv.Itoa(seen[a.full])
		}
	}
	for i := range addresses {
		a := &addresses[i]
		if a.short = a.home; living[a.home] > 1 {
			a.short = a.full
		}
	}
	return addresses
}

// resident is the bearer without a key to whom a pinned key with a home in it belongs; -1 for none.
func (p *planner) resident(kind NameKind, key, home string, all []bearer, keys []string) int {
	best, most := -1, -1
	if !p.pins.has(kind, key) {
		return best
	}
	for i, b := range all {
		if score := p.membersKnown(key, b); keys[i] == "" && slices.Contains(b.homes, home) && score > most {
			best, most = i, score
		}
	}
	return best
}

// heir is the bearer without a key to whom a pinned plain key belongs; -1 for none.
func (p *planner) heir(kind NameKind, plain string, all []bearer, keys []string) int {
	best, most := -1, -1
	if !p.pins.has(kind, plain) {
		return best
	}
	for i, b := range all {
		if score := p.kinship(plain, b); keys[i] == "" && score > most {
			best, most = i, score
		}
	}
	return best
}

// kinship is how much of a bearer the pins know under the plain key: a home counts for more than what else its page has, as when
// that page has another path now, and this for more than any number of members.
func (p *planner) kinship(plain string, b bearer) int {
	score := p.membersKnown(plain, b)
	if p.atHome(plain, b) {
		score += 1 << 30
	}
	if b.familiar {
		score += 1 << 20
	}
	return score
}

// atHome reports whether a bearer lives where what had the plain key did.
func (p *planner) atHome(plain string, b bearer) bool {
	return slices.ContainsFunc(b.homes, func(home string) bool { return p.pins.has(HomeName, plain+homeMark+home) })
}

// membersKnown counts the members of a bearer that the pins have under a key.
func (p *planner) membersKnown(key string, b bearer) (n int) {
	for _, member := range b.members {
		if p.pins.has(FieldName, key+member) {
			n++
		}
	}
	return n
}

// noteHomes records where the bearer of a plain key lives, so that a page added later cannot pass for it; nor can one that only
// repeated it so far, so what is recorded stays as long as it is true.
func (p *planner) noteHomes(key, plain, name string, homes []string, of any, span source.Span) {
	if key != plain {
		return
	}
	recorded := func(home string) bool { return p.pins.has(HomeName, plain+homeMark+home) }
	known := slices.ContainsFunc(homes, recorded)
	for _, home := range homes {
		if known && !recorded(home) {
			continue
		}
		p.record(HomeName, plain+homeMark+home, name, of, span)
	}
}

// alike groups things by what they are called, in the order of their first.
func alike[T any](things []T, called func(T) string) [][]T {
	var groups [][]T
	at := make(map[string]int)
	for _, t := range things {
		i, known := at[called(t)]
		if !known {
			i = len(groups)
			at[called(t)] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], t)
	}
	return groups
}

// keyTypes gives the named types their keys.
func (p *planner) keyTypes() {
	familiar := make(map[string]bool)
	for _, e := range p.doc.Endpoints {
		if page := clean(pageOf(e.Span)); p.pins.has(OperationName, address.Operation(e)) {
			familiar[page] = true
		}
	}
	made := slices.DeleteFunc(slices.Clone(p.doc.Types), func(d *ir.TypeDecl) bool { return !makesType(d) })
	for _, group := range alike(made, typeKeyOf) {
		bearers := make([]bearer, len(group))
		for i, d := range group {
			bearers[i].homes = p.typeHomes(d, group)
			p.homes[d] = bearers[i].homes
			bearers[i].familiar = familiar[clean(pageOf(d.Span))]
			for _, f := range ir.Fields(d.Type) {
				bearers[i].members = append(bearers[i].members, "."+clean(f.Name.Value))
			}
		}
		for i, key := range p.keysOf(TypeName, typeKeyOf(group[0]), bearers) {
			p.keys[group[i]] = key
		}
	}
}

func typeKeyOf(d *ir.TypeDecl) string { return clean(d.Name.Value) }

// makesType reports whether a declaration gets a name in Go.
func makesType(d *ir.TypeDecl) bool {
	switch t := d.Type.(type) {
	case *ir.Object:
		return len(t.Fields) > 0
	case *ir.Enum:
		return makesEnum(t)
	}
	return false
}

// typeHomes are the pages that declare a type; of a page that has another type of the name, with the operation beside which it
// stands.
func (p *planner) typeHomes(d *ir.TypeDecl, group []*ir.TypeDecl) (homes []string) {
	for _, span := range append([]source.Span{d.Span}, d.Also...) {
		page := clean(pageOf(span))
		if page == "" {
			continue
		}
		home := page
		if slices.ContainsFunc(group, func(o *ir.TypeDecl) bool { return o != d && clean(pageOf(o.Span)) == page }) {
			if e := p.endpointAround(span); e != nil {
				home += " " + address.Operation(e)
			}
		}
		if !slices.Contains(homes, home) {
			homes = append(homes, home)
		}
	}
	slices.Sort(homes)
	return homes
}

func (p *planner) endpointAround(s source.Span) *ir.Endpoint {
	for _, e := range p.doc.Endpoints {
		if e.Span.File == s.File && e.Span.Start <= s.Start && s.End <= e.Span.End {
			return e
		}
	}
	return nil
}

// keyOperations gives the endpoints their keys.
func (p *planner) keyOperations() map[*ir.Endpoint]string {
	keys := make(map[*ir.Endpoint]string)
	for _, group := range alike(p.doc.Endpoints, address.Operation) {
		p.sharing[address.Operation(group[0])] = len(group)
		bearers := make([]bearer, len(group))
		for i, e := range group {
			bearers[i] = bearer{homes: endpointHomes(e), label: clean(cmp.Or(e.Title.Value, e.Name.Value)), members: requestMembers(e)}
		}
		for i, key := range p.keysOf(OperationName, address.Operation(group[0]), bearers) {
			keys[group[i]] = key
		}
	}
	return keys
}

func endpointHomes(e *ir.Endpoint) []string {
	if page := clean(pageOf(spanOf(e.Span, e.Name.Span))); page != "" {
		return []string{page}
	}
	return nil
}

func requestMembers(e *ir.Endpoint) (members []string) {
	fields := e.Params
	if e.Body != nil {
		fields = slices.Concat(fields, ir.Fields(e.Body.Type))
	}
	for _, f := range fields {
		members = append(members, " request."+clean(f.Name.Value))
	}
	return members
}

// keyServers gives the servers their keys: those of one name are told apart by their addresses.
func (p *planner) keyServers() map[*ir.Server]string {
	keys := make(map[*ir.Server]string)
	for _, group := range alike(p.doc.Servers, serverKey) {
		bearers := make([]bearer, len(group))
		for i, s := range group {
			bearers[i].homes = []string{clean(s.URL.Value)}
		}
		for i, key := range p.keysOf(ServerName, serverKey(group[0]), bearers) {
			keys[group[i]] = key
		}
	}
	return keys
}

func serverKey(s *ir.Server) string { return clean(s.Name.Value) }

// keyEnvelopes gives the shapes their keys: the members of one of its answers, if possible one that the pins know. Shapes with
// the same members are told apart by their types and by what success is.
func (p *planner) keyEnvelopes(shapes []*shape) map[*shape]string {
	keys := make(map[*shape]string)
	for _, group := range alike(shapes, p.plainEnvelopeKey) {
		bearers := make([]bearer, len(group))
		for i, s := range group {
			bearers[i].homes = []string{clean(s.head())}
		}
		for i, key := range p.keysOf(EnvelopeName, p.plainEnvelopeKey(group[0]), bearers) {
			keys[group[i]] = key
		}
	}
	return keys
}

func (p *planner) plainEnvelopeKey(s *shape) string {
	own := envelopeKey(s.envelope)
	best := own
	for _, a := range s.answers {
		key := envelopeKey(a.Envelope)
		if p.pins.has(EnvelopeName, key) && (best == own || cmp.Less(key, best)) {
			best = key
		}
	}
	if p.pins.has(EnvelopeName, own) {
		return own
	}
	return best
}
