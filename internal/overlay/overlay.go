// Package overlay corrects a document by what a project's configuration says, before anything is made of it: what pages say
// wrong and cannot be edited (overlays, types), and which endpoints are wanted (endpoints). What it changed says so as an
// ir.Inference whose place is in the configuration; what it cannot do is a diagnostic there.
package overlay

import (
	"maps"
	"slices"
	"strconv"

	"github.com/wenma/wenma/internal/address"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Apply changes the document. An address leads to all that have it: the member of a type is corrected wherever the type is
// mentioned. Corrections come before the choice of endpoints, types before overlays, and these in their order.
func Apply(doc *ir.Document, c *config.Config) source.Diagnostics {
	a := &applier{doc: doc, done: make(map[change]source.Span)}
	if edits := edits(c); len(edits) > 0 {
		a.shown = shownKinds(doc)
		a.book = address.NewBook(doc, exported(c))
		for _, e := range edits {
			a.apply(e)
		}
	}
	a.choose(c)
	a.diags.Sort()
	return a.diags
}

// exported is what names on the wire are in Go; nil where the glossary is not to be used.
func exported(c *config.Config) func(string) string {
	namer, err := goname.New(c.Names.Glossary)
	if err != nil {
		return nil
	}
	return namer.Exported
}

// applier carries one run.
type applier struct {
	doc   *ir.Document
	book  *address.Book
	shown map[*ir.Field][]*ir.JSON
	done  map[change]source.Span // what has been corrected, and by what
	diags source.Diagnostics
}

// change is one property of one thing.
type change struct {
	of  any
	key string
}

// edit is a correction and where its parts stand.
type edit struct {
	config.Overlay
	at    source.Span                  // of the address
	place func(key string) source.Span // of a key
	value func(key string) source.Span // of its value
}

// edits are all corrections: types in the order of addresses, then overlays.
func edits(c *config.Config) []edit {
	var out []edit
	for _, at := range slices.Sorted(maps.Keys(c.Types)) {
		key, value := c.Positions.Key("types", at), c.Positions.Value("types", at)
		out = append(out, edit{
			config.Overlay{At: at, Type: c.Types[at], Span: key}, key,
			func(string) source.Span { return key }, func(string) source.Span { return value },
		})
	}
	for i, o := range c.Overlays {
		path := func(key string) []string { return []string{"overlays", strconv.Itoa(i), key} }
		out = append(out, edit{
			o, c.Positions.Value(path("at")...),
			func(key string) source.Span { return c.Positions.Key(path(key)...) },
			func(key string) source.Span { return c.Positions.Value(path(key)...) },
		})
	}
	return out
}

// outcome is what became of one correction of one thing.
type outcome uint8

const (
	unfit outcome = iota // there is nothing of the kind to correct
	same                 // the page says so itself
	changed
)

// apply carries out an edit on all that its address leads to.
func (a *applier) apply(e edit) {
	nodes := a.book.Find(e.At)
	if len(nodes) == 0 {
		a.lost(e)
		return
	}
	asked, stale := 0, source.Diagnostics(nil)
	for _, c := range corrections {
		if !c.asked(&e.Overlay) {
			continue
		}
		asked++
		switch a.correct(e, c, nodes) {
		case unfit:
			a.diags.Add(cannotCorrect.At(e.place(c.key), e.At, c.key))
		case same:
			stale.Add(notNeeded.At(e.place(c.key), c.key))
		}
	}
	if len(stale) == asked && asked > 0 {
		stale = source.Diagnostics{notNeeded.At(e.at, e.At)}
	}
	if asked == 0 {
		a.diags.Add(emptyOverlay.At(e.at, e.At))
	}
	a.diags.Add(stale...)
}

// correct makes one correction to each of the nodes, and says what became of it for the best of them.
func (a *applier) correct(e edit, c correction, nodes []address.Node) outcome {
	best, seen := unfit, make(map[any]bool)
	for _, n := range nodes {
		t := &target{applier: a, edit: e, Node: n, span: e.value(c.key)}
		id := change{t.identity(), c.key}
		if seen[id.of] {
			continue
		}
		seen[id.of] = true
		if first, again := a.done[id]; again {
			a.diags.Add(correctedTwice.At(e.place(c.key), e.At, c.key).Also(first, "第一次在这里", "the first time is here"))
			return changed
		}
		result := c.correct(t)
		if result == changed {
			a.done[id] = e.place(c.key)
		}
		best = max(best, result)
	}
	return best
}

func (a *applier) lost(e edit) {
	if near := a.book.Nearest(e.At); near != "" {
		a.diags.Add(misspeltAddress.At(e.at, e.At, near))
		return
	}
	a.diags.Add(unknownAddress.At(e.at, e.At))
}

// shownKinds are the values that samples have for each field.
func shownKinds(doc *ir.Document) map[*ir.Field][]*ir.JSON {
	shown := make(map[*ir.Field][]*ir.JSON)
	for _, e := range doc.Endpoints {
		e.Shown(func(f *ir.Field, j *ir.JSON) { shown[f] = append(shown[f], j) })
	}
	return shown
}

// target is a node that is being corrected.
type target struct {
	*applier
	edit
	address.Node
	span source.Span // of the value that corrects
}

// identity is what is being corrected.
func (t *target) identity() any {
	switch {
	case t.Slot != nil:
		return t.Slot
	case t.Endpoint != nil:
		return t.Endpoint
	}
	return t.Decl
}

func (t *target) text(value string) ir.Text { return ir.Text{Value: value, Span: t.span} }

// because is why something is as it is.
var because = source.Message{ZH: config.Name + " 里这样写", EN: config.Name + " says so"}

// note records the correction on what it changed.
func (t *target) note(about, value string) outcome {
	made := &ir.Inference{About: about, Value: value, From: t.span, Why: because}
	switch {
	case t.Field != nil:
		t.Field.Inferred = append(t.Field.Inferred, made)
	case t.Endpoint != nil:
		t.Endpoint.Inferred = append(t.Endpoint.Inferred, made)
	default:
		made.Value = t.Key + ": " + value
		t.doc.Inferred = append(t.doc.Inferred, made)
	}
	return changed
}
