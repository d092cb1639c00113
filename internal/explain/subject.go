package explain

import (
	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Subject is all that is known about one thing. Its JSON form is described in docs/EXPLAIN.md.
type Subject struct {
	Kind    generator.NameKind `json:"kind"`
	Key     string             `json:"key"` // as generator.Name has it
	Go      string             `json:"go"`
	Package string             `json:"package"`
	// Places are where the page names it; an envelope's member has one for each answer.
	Places []*Place `json:"places,omitempty"`
	// Type, Presence, Nullable and Rules are what was made of it all.
	Type     string     `json:"type,omitempty"`
	Presence string     `json:"presence,omitempty"`
	Nullable bool       `json:"nullable,omitempty"`
	Secret   bool       `json:"secret,omitempty"`
	Rules    []Rule     `json:"rules,omitempty"`
	Stated   []Fact     `json:"stated,omitempty"`
	Inferred []Inferred `json:"inferred,omitempty"`
	Samples  []Sighting `json:"samples,omitempty"`
	// Absent says that the samples, which show what is around it, do not have it.
	Absent       bool          `json:"absent,omitempty"`
	Repaired     []Repair      `json:"repaired,omitempty"`
	Declarations []Declaration `json:"declarations,omitempty"`

	cells []source.Span // what else of its row is worth a mark
	told  map[*ir.Field]bool
}

// Place is where something stands. Line and column are 1-based, columns count characters.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`

	span source.Span
}

func placeOf(s source.Span) *Place {
	if !s.Known() {
		return nil
	}
	at := s.Position()
	return &Place{s.File.Path, at.Line, at.Column, s}
}

func (p *Place) is(other *Place) bool {
	return p == other || p != nil && other != nil && *p == *other
}

// Fact is something that the page says.
type Fact struct {
	// What it is about: "title", "type", "default" and so on.
	What  string `json:"what"`
	Value string `json:"value"`
	At    *Place `json:"at,omitempty"`
}

// Rule is a check and where it was read.
type Rule struct {
	Rule string `json:"rule"` // as ir.RuleText has it
	At   *Place `json:"at,omitempty"`

	words source.Message
}

// Inferred is a conclusion that the page does not state.
type Inferred struct {
	About string `json:"about"`
	Value string `json:"value"`
	Why   Both   `json:"why"`
	From  *Place `json:"from,omitempty"`
}

// Both is a text in both languages.
type Both struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// Sighting is what a sample shows.
type Sighting struct {
	// Kind is the kind of the value: "string", "null" and so on.
	Kind string `json:"kind"`
	// Value is the value itself, masked if it is secret; empty for objects, arrays and null.
	Value string `json:"value,omitempty"`
	// Unlike says that the kind is another than the declared type's.
	Unlike bool `json:"unlike,omitempty"`
	// Count is how many samples' members show the same.
	Count int    `json:"count"`
	At    *Place `json:"at,omitempty"`
}

// Repair is a diagnostic at the place: what was put right, or found wrong.
type Repair struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Message  Both   `json:"message"`
	At       *Place `json:"at,omitempty"`
}

// Declaration is a piece of the generated package.
type Declaration struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
}

// state adds what the page says, if it does.
func (s *Subject) state(what string, t ir.Text) {
	if !t.Empty() {
		s.Stated = append(s.Stated, Fact{what, t.Value, placeOf(t.Span)})
	}
}

func (s *Subject) stateOptional(what string, t *ir.Text) {
	if t != nil {
		s.state(what, *t)
	}
}

func (s *Subject) infer(list []*ir.Inference) {
	for _, i := range list {
		s.Inferred = append(s.Inferred, inferredOf(i))
	}
}

func inferredOf(i *ir.Inference) Inferred {
	return Inferred{i.About, i.Value, Both(i.Why), placeOf(i.From)}
}
