package config

import (
	"strings"

	"github.com/wenma/wenma/source"
)

// Places tell where keys and values stand in the file. A path is the keys from the root; an element of a list goes by its
// index: "overlays", "0", "type". What the file does not have is nowhere.
type Places struct{ keys, values map[string]source.Span }

func newPlaces() Places { return Places{map[string]source.Span{}, map[string]source.Span{}} }

func (p Places) put(path []string, key, value source.Span) {
	p.keys[joined(path)], p.values[joined(path)] = key, value
}

// Key is where a key stands; for an element of a list, where that does.
func (p Places) Key(path ...string) source.Span { return p.keys[joined(path)] }

// Value is where a key's value stands.
func (p Places) Value(path ...string) source.Span { return p.values[joined(path)] }

// joined separates keys by what no YAML key can hold.
func joined(path []string) string { return strings.Join(path, "\x00") }
