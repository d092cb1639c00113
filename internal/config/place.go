package config

import (
	"strings"

	"github.com/wenma/wenma/source"
)

// Positions tell where keys and values stand in the file. A path is the keys from the root; an element of a list goes by its
// index: "overlays", "0", "type". What the file does not have is nowhere.
type Positions struct{ keys, values map[string]source.Span }

func newPositions() Positions { return Positions{map[string]source.Span{}, map[string]source.Span{}} }

func (p Positions) put(path []string, key, value source.Span) {
	p.keys[joined(path)], p.values[joined(path)] = key, value
}

// Key is where a key stands; for an element of a list, where that does.
func (p Positions) Key(path ...string) source.Span { return p.keys[joined(path)] }

// Value is where a key's value stands.
func (p Positions) Value(path ...string) source.Span { return p.values[joined(path)] }

// joined separates keys by what no YAML key can hold.
func joined(path []string) string { return strings.Join(path, "\x00") }
