package generator

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Name is a decision: what something on the pages is called in Go.
//
// Names last when those of one run are given to the next (Options.Pinned), in any order:
//
//   - What is pinned and still on the pages has its name before anything else is named. So a page that is added, wherever it is
//     sorted, takes no name and renumbers none, and a name that a person changed in the pins is used wherever the thing is
//     spoken of. Nothing is said of it either: what was to say was said when the name was given.
//   - What is pinned and no longer on the pages holds no name: another thing may have it.
//   - Of two that are pinned to one name, which happens when branches are merged, the one with the smaller key keeps it; the other
//     is named anew, with a warning. A pinned name that nothing can be called is not used, with a warning.
//   - Options.Overrides come before pins.
//   - What is derived from a name follows it: a request and its builder, an answer, the constants of an enumeration, helpers.
type Name struct {
	Kind NameKind
	// Key says what is named, by facts of the page that stay when it is edited elsewhere: an address, as package address has
	// it, and for what no address leads to:
	//
	//	ChatStatus=1     a constant, behind the Go name of its type
	//	yyyy-MM-dd       a time, by its layout
	//	1001             an error code
	//	User@user.md     a type, where another page has another one of the name
	//	POST /chat@a.md  an operation, where another page has its route too; with its title behind it, where its own page has
	//
	// No two names of a kind have the same key. An enumeration in place has as many names, all the same, as it has places.
	//
	// A key does not change when something of the same name comes to the pages: what has the plain key keeps it, by the homes
	// that are recorded for it, and the newcomer has its home in its own. Of several that come at once, all have.
	Key string
	// Go is the identifier, with its type before it for a field: User.ServiceCount.
	Go string
	// Of is what is named, as the document has it: *ir.TypeDecl, *ir.Object, *ir.Enum, *ir.EnumValue, *ir.Field, *ir.Endpoint,
	// *ir.Envelope, *ir.Scalar, *ir.Server or *ir.ErrorCode.
	Of any
	// Span is where it stands; unknown for what no page states.
	Span source.Span
}

// NameKind is what a name is of.
type NameKind string

const (
	TypeName      NameKind = "type"   // a type that the page names
	ObjectName    NameKind = "object" // a type that the page does not name, called by its place
	EnumName      NameKind = "enum"
	ConstantName  NameKind = "constant"
	TimeName      NameKind = "time"
	ErrorName     NameKind = "error"
	EnvelopeName  NameKind = "envelope"
	OperationName NameKind = "operation"
	RequestName   NameKind = "request"
	ResponseName  NameKind = "response"
	FieldName     NameKind = "field"
	ServerName    NameKind = "server"
	// HomeName is no name of its own: it records a home of what has a plain key, "User@docs/user.md" for User.
	HomeName NameKind = "home"
)

// ledger collects the decisions.
type ledger struct {
	names []Name
	taken map[nameID]int // how often there is such a key
}

// nameID is under what a name is recorded.
type nameID struct {
	kind NameKind
	key  string
}

// number is the key under which a decision will stand: what the page calls alike is numbered, in the order of places.
func (l *ledger) number(kind NameKind, key string) string {
	if l.taken == nil {
		l.taken = make(map[nameID]int)
	}
	id := nameID{kind, key}
	l.taken[id]++
	if again := l.taken[id]; again > 1 {
		return key + "#" + strconv.Itoa(again)
	}
	return key
}

// sorted are the decisions by key and kind.
func (l *ledger) sorted() []Name {
	slices.SortFunc(l.names, func(a, b Name) int { return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Kind, b.Kind)) })
	return l.names
}

// record notes a name that was given, and gives the key under which it stands.
func (p *planner) record(kind NameKind, key, name string, of any, span source.Span) string {
	key = p.ledger.number(kind, key)
	p.enter(kind, key, name, of, span)
	return key
}

// enter is record for a key that has its number.
func (p *planner) enter(kind NameKind, key, name string, of any, span source.Span) {
	p.ledger.names = append(p.ledger.names, Name{kind, key, name, of, span})
}

// claimed takes a name of the package for something and records it.
func (p *planner) claimed(kind NameKind, key string, c claim, of any, span source.Span) string {
	key = p.ledger.number(kind, key)
	c.ids = []nameID{{kind, key}}
	name := p.names.take(c, &p.diags)
	p.enter(kind, key, name, of, span)
	return name
}

// inPlaceOrder is the document with its parts in the order of their places: pages by path, then offset. Whatever depends on
// order, names among them, is then the same however the pages were given.
func inPlaceOrder(doc *ir.Document) *ir.Document {
	ordered := *doc
	ordered.Servers = byPlace(doc.Servers, func(s *ir.Server) source.Span { return s.Span })
	ordered.Endpoints = byPlace(doc.Endpoints, func(e *ir.Endpoint) source.Span { return e.Span })
	ordered.Types = byPlace(doc.Types, func(t *ir.TypeDecl) source.Span { return t.Span })
	ordered.Errors = byPlace(doc.Errors, func(c *ir.ErrorCode) source.Span { return c.Span })
	return &ordered
}

func byPlace[T any](list []T, place func(T) source.Span) []T {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b T) int { return comparePlaces(place(a), place(b)) })
	return sorted
}

// claimOrder is the order in which operations get their names: what their routes are decides, before where they stand.
func claimOrder(endpoints []*ir.Endpoint) []*ir.Endpoint {
	sorted := slices.Clone(endpoints)
	slices.SortStableFunc(sorted, func(a, b *ir.Endpoint) int {
		aMethod, _ := address.Methods(a)
		bMethod, _ := address.Methods(b)
		return cmp.Or(cmp.Compare(a.Path.Value, b.Path.Value), cmp.Compare(aMethod, bMethod), cmp.Compare(a.Action.Value, b.Action.Value))
	})
	return sorted
}

// comparePlaces orders places by page, then offset.
func comparePlaces(a, b source.Span) int {
	path := func(s source.Span) string {
		if s.File == nil {
			return ""
		}
		return s.File.Path
	}
	return cmp.Or(cmp.Compare(path(a), path(b)), cmp.Compare(a.Start, b.Start))
}
