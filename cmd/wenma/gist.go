package main

import (
	"slices"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/explain"
	"github.com/wenma/wenma/internal/fact"
)

// gist is what a run needs of a document once the names and files of all packages are decided. The document itself takes more memory than
// anything else, so it is let go of before the files are printed.
type gist struct {
	endpoints int
	api       []string            // what the API promises, fact by fact
	changes   []*apidiff.Change   // to what the lock has
	inferred  []string            // conclusions, each as a line that does not change when a page is edited elsewhere
	homes     map[string]bool     // see homesOf
	with      map[string][]string // see sharers
}

// condense takes the gist of the document and lets go of it.
func (g *generation) condense() {
	g.gist = gist{endpoints: len(g.doc.Endpoints)}
	if g.project != nil {
		g.takeGist()
	}
	g.doc = nil
	for i := range g.made {
		g.made[i].doc = nil
		for j := range g.made[i].Names {
			g.made[i].Names[j].Of = nil
		}
	}
	collectAsUsual()
}

func (g *generation) takeGist() {
	surface := apidiff.Of(g.doc)
	g.gist.api = surface.Lines()
	g.gist.changes = g.changesTo(surface)
	g.gist.homes, g.gist.with = homesOf(g.doc), g.sharers()
	for _, made := range g.made {
		for _, e := range explain.Ledger(made.doc, made.Names) {
			g.gist.inferred = append(g.gist.inferred, fact.Line(made.lockKey(e.Owner), e.About, e.Value))
		}
	}
	slices.Sort(g.gist.inferred)
	g.gist.inferred = slices.Compact(g.gist.inferred)
}

// changesTo is what the API promises and did not when the lock was written, and the other way round.
func (g *generation) changesTo(surface *apidiff.Surface) []*apidiff.Change {
	if g.before == nil {
		return nil
	}
	old, err := apidiff.ParseLines(g.before.API)
	if err != nil {
		g.say(unreadableRecord(err))
		return nil
	}
	return apidiff.Diff(old, surface)
}
