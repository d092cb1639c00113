package explain

import (
	"fmt"
	"io"
	"strings"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Entry is one inference of the ledger.
type Entry struct {
	// Owner is what it is about: a key as generator.Name has it, a name on the wire for what is not generated, or "" for the API
	// as a whole.
	Owner string `json:"owner"`
	Go    string `json:"go,omitempty"`
	Inferred
}

// Ledger lists all inferences, in the order of the document: what no page states and wenma concluded, from where, and why.
func (a *API) Ledger() []Entry { return Ledger(a.doc, a.made.Names) }

// Ledger is the ledger of a document whose parts have been named, without the rest of an API.
func Ledger(doc *ir.Document, names []generator.Name) []Entry {
	owners := ownersOf(names)
	masks := newMasks(doc)
	var entries []Entry
	add := func(owner Entry, list []*ir.Inference) {
		for _, i := range list {
			owner.Inferred = inferredOf(i)
			owner.Value = masks.text(owner.From, owner.Value)
			entries = append(entries, owner)
		}
	}
	add(Entry{}, doc.Inferred)
	ir.Walk(doc, func(n ir.Node) {
		if n.Part != "" {
			return
		}
		owner, known := owners[n.Of]
		switch of := n.Of.(type) {
		case *ir.Endpoint:
			add(owner, of.Inferred)
		case *ir.Field:
			if !known {
				owner.Owner = of.Name.Value
			}
			add(owner, of.Inferred)
		}
	})
	return entries
}

// ownersOf are how the ledger calls what has a name. A request is told of with its operation.
func ownersOf(names []generator.Name) map[any]Entry {
	owners := make(map[any]Entry, len(names))
	for _, n := range names {
		if _, known := owners[n.Of]; !known && n.Of != nil && n.Kind != generator.RequestName && n.Kind != generator.HomeName {
			owners[n.Of] = Entry{Owner: n.Key, Go: n.Go}
		}
	}
	return owners
}

// LedgerText writes the ledger for people: each owner, and below it what was inferred about it. Write errors are left to w.
func (a *API) LedgerText(w io.Writer, entries []Entry, opts report.Options) {
	p := &printer{Options: opts, w: w, api: a, home: onlyPage(entries)}
	if p.home != nil {
		fmt.Fprintln(w, report.Plain(p.home.Path, wide))
	}
	for len(entries) > 0 {
		same := 0
		var list []Inferred
		for same < len(entries) && entries[same].Owner == entries[0].Owner && entries[same].Go == entries[0].Go {
			list = append(list, entries[same].Inferred)
			same++
		}
		p.section(p.owner(entries[0]), p.inferences(list))
		entries = entries[same:]
	}
}

// owner is a heading of the ledger.
func (p *printer) owner(e Entry) string {
	switch {
	case e.Owner == "":
		return p.in("整个接口文档", "the API as a whole")
	case e.Go == "":
		return report.Plain(e.Owner, wide)
	}
	return strings.Join([]string{report.Plain(e.Owner, wide), e.Go}, p.in("：", ": "))
}

// onlyPage is the page that all entries are about; nil if there are several.
func onlyPage(entries []Entry) *source.File {
	var page *source.File
	for _, e := range entries {
		switch {
		case e.From == nil:
		case page == nil:
			page = e.From.span.File
		case page != e.From.span.File:
			return nil
		}
	}
	return page
}
