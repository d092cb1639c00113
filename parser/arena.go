package parser

// arena hands out values of which many are made, and allocates several at a time. What it hands out is kept as long as any of its
// neighbours; so it is for things that live as long as the run.
type arena[T any] struct {
	room []T
	next int // how many to allocate then
}

// The first allocation of an arena is small, for small pages.
const (
	minArena = 4
	maxArena = 64
)

func (a *arena[T]) put(v T) *T { return &a.one(v)[0] }

// one is a slice of one value, without room for a second.
func (a *arena[T]) one(v T) []T {
	if len(a.room) == 0 {
		a.next = min(max(2*a.next, minArena), maxArena)
		a.room = make([]T, a.next)
	}
	taken := a.room[:1:1]
	a.room = a.room[1:]
	taken[0] = v
	return taken
}
