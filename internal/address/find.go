package address

import (
	"strings"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/ir"
)

// Find is what an address leads to: nothing, one thing, or all that have the address, as the same parameter of all requests
// does. Operations go by any name that people have for them, members also by their name in Go, parameters also as body.chatId
// or query.page, and a member of a mentioned type also by the way to there (response.data.list[].id for User.id). Case does
// not count where it leaves one meaning.
func (b *Book) Find(addr string) []Node { return b.find(addr, maxMentions) }

// maxMentions is how many mentions of types an address can lead through: types may mention each other.
const maxMentions = 32

func (b *Book) find(addr string, mentions int) []Node {
	addr = strings.Join(strings.Fields(addr), " ")
	if found := b.lookUp(addr); found != nil {
		return found
	}
	if known := b.known(addr); known != addr {
		if found := b.lookUp(known); found != nil {
			return found
		}
		addr = known
	}
	if mentions == 0 {
		return nil
	}
	return b.through(addr, mentions-1)
}

// lookUp finds an address as the book has it.
func (b *Book) lookUp(addr string) []Node {
	if found := b.exact[addr]; found != nil {
		return b.list(found)
	}
	for _, index := range []map[string][]int{b.loose, b.golang} {
		if found := b.list(index[folded(addr)]); alike(found) {
			return found
		}
	}
	return nil
}

func (b *Book) list(at []int) []Node {
	var out []Node
	for _, i := range at {
		out = append(out, b.nodes[i])
	}
	return out
}

// alike reports whether all nodes have one address.
func alike(found []Node) bool {
	for _, n := range found {
		if n.Key != found[0].Key {
			return false
		}
	}
	return len(found) > 0
}

// ways are the ways in which a parameter travels, as the first word of what follows an operation.
var ways = []ir.In{ir.InBody, ir.InPath, ir.InQuery, ir.InHeader, ir.InCookie}

// known puts the address of an operation in place of what people call it, and request.body.x in place of body.x.
func (b *Book) known(addr string) string {
	call, rest := b.split(addr)
	if call == "" {
		return addr
	}
	for _, in := range ways {
		if strings.HasPrefix(rest, " "+in.String()+".") || strings.HasPrefix(rest, " "+in.String()+"[") {
			rest = " request." + rest[1:]
		}
	}
	return call + rest
}

// split takes the longest beginning of an address that is an operation, and the rest with the blank before it.
func (b *Book) split(addr string) (call, rest string) {
	for at := len(addr); at > 0; at = strings.LastIndexByte(addr[:at], ' ') {
		if call := b.calls[folded(addr[:at])]; call != "" {
			return call, addr[at:]
		}
	}
	return "", addr
}

// through follows a mention of a type on the way.
func (b *Book) through(addr string, mentions int) []Node {
	for at := strings.LastIndexByte(addr, '.'); at > 0; at = strings.LastIndexByte(addr[:at], '.') {
		for _, n := range b.lookUp(addr[:at]) {
			if key := b.mentioned(n); key != "" {
				return b.find(key+addr[at:], mentions)
			}
		}
	}
	return nil
}

// mentioned is the address of the type that a node is of, itself or in a list or map.
func (b *Book) mentioned(n Node) string {
	if n.Slot == nil {
		return ""
	}
	t := *n.Slot
	for {
		switch in := t.(type) {
		case *ir.List:
			t = in.Elem
		case *ir.Map:
			t = in.Elem
		case *ir.Ref:
			return b.decls[in.Target]
		default:
			return ""
		}
	}
}

// Nearest is the address that was probably meant by one that leads nowhere; "" if none is near. As much of it as leads
// somewhere is right.
func (b *Book) Nearest(addr string) string {
	addr = b.known(strings.Join(strings.Fields(addr), " "))
	for at := strings.LastIndexAny(addr, ". "); at > 0; at = strings.LastIndexAny(addr[:at], ". ") {
		if near := b.nearestIn(addr[:at], addr[at:]); near != "" {
			return near
		}
	}
	var owners []string
	for _, n := range b.nodes {
		if n.Decl != nil || n.Slot == nil {
			owners = append(owners, n.Key)
		}
	}
	return nearest.Of(addr, owners)
}

// nearestIn is the nearest address within what the head leads to.
func (b *Book) nearestIn(head, rest string) string {
	base := head
	if found := b.Find(head); len(found) > 0 {
		if base = b.mentioned(found[0]); base == "" {
			base = found[0].Key
		}
	}
	var below []string
	for _, n := range b.nodes {
		if tail, ok := strings.CutPrefix(n.Key, base); ok && tail != "" && strings.IndexByte(". [{", tail[0]) >= 0 {
			below = append(below, tail)
		}
	}
	if near := nearest.Of(rest, below); near != "" {
		return base + near
	}
	return ""
}

// inner are marks of lists and maps that are not the end of an address.
var inner = strings.NewReplacer("[].", ".", "{}.", ".")

// folded is an address without case and inner marks.
func folded(addr string) string { return strings.ToLower(inner.Replace(addr)) }
