package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/fact"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// mending is a page whose fixes are carried out.
type mending struct {
	page
	raw   []byte // as it lies on the disk
	now   []byte // as it is to be
	file  *source.File
	says  []string // what the page says, fact by fact: that stays
	fixes int      // how many were carried out
	left  int      // how many were not, in the last round
}

// fixRounds bounds how often pages are read again because some fixes touch others, or bring them to light.
const fixRounds = 8

// fixPages carries out the fixes of what is found in pages, but for those that would change what a page says. It writes all pages that
// this mends, or none.
func (a *app) fixPages(args []string) error {
	pages, err := a.openToFix(args)
	if err != nil {
		return err
	}
	for range fixRounds {
		if !a.fixOnce(pages) {
			break
		}
	}
	pages = slices.DeleteFunc(pages, func(p *mending) bool { return p.fixes+p.left == 0 })
	if err := writeFixed(pages); err != nil {
		return err
	}
	a.sayFixed(pages)
	return nil
}

// openToFix reads pages. Those that are not text are left to the check.
func (a *app) openToFix(args []string) ([]*mending, error) {
	all, err := expand(args)
	if err != nil {
		return nil, err
	}
	var pages []*mending
	for _, p := range all {
		if p.path == "-" {
			return nil, failed("--fix 不能修改标准输入", "--fix cannot write to standard input").help("先存成文件", "save it as a file first")
		}
		raw, err := a.read(p)
		if err != nil {
			return nil, failed("读不了页面 %q", "cannot read page %q", p.name).because(err)
		}
		if file, _ := parser.Decode(p.name, raw); file != nil {
			pages = append(pages, &mending{page: p, raw: raw, now: raw, file: file, says: a.saysAlone(file)})
		}
	}
	return pages, nil
}

// saysAlone is what a page says without the others: what the API promises, and the words about each field.
func (a *app) saysAlone(f *source.File) []string {
	doc, _ := a.inUse.parse([]*source.File{f})
	facts := apidiff.Of(doc).Lines()
	ir.Walk(doc, func(n ir.Node) {
		if f, ok := n.Of.(*ir.Field); ok && n.Part == "" {
			facts = append(facts, fact.Line(f.Name.Value, f.Label.Value, f.Declared.Value, f.Doc.Value))
		}
	})
	return facts
}

// fixOnce carries out the fixes that do not touch each other, and reports whether there were any.
func (a *app) fixOnce(pages []*mending) (some bool) {
	files := make([]*source.File, len(pages))
	for i, p := range pages {
		files[i] = p.file
	}
	_, found := a.inUse.parse(files)
	fixes := map[*source.File][]*source.Fix{}
	for _, d := range a.inUse.judge(found) {
		if d.Fix != nil && len(d.Fix.Edits) > 0 {
			f := d.Fix.Edits[0].Span.File
			fixes[f] = append(fixes[f], d.Fix)
		}
	}
	for _, p := range pages {
		before := p.fixes
		p.left = 0
		a.carryOut(p, source.Compatible(fixes[p.file]))
		some = some || p.fixes > before
	}
	return some
}

// carryOut makes the edits of fixes in a page, as far as it goes on saying what it said.
func (a *app) carryOut(p *mending, fixes []*source.Fix) {
	var kept []*source.Fix
	now, file := p.now, p.file
	var try func(more []*source.Fix)
	try = func(more []*source.Fix) {
		if len(more) == 0 {
			return
		}
		with := slices.Concat(kept, more)
		if raw, mended := a.rewritten(p, with); mended != nil {
			kept, now, file = with, raw, mended
			return
		}
		if len(more) > 1 {
			try(more[:len(more)/2])
			try(more[len(more)/2:])
		}
	}
	try(fixes)
	p.now, p.file = now, file
	p.fixes += len(kept)
	p.left = len(fixes) - len(kept)
}

// rewritten is a page with fixes carried out; nil where that cannot be, or where it would say something else.
func (a *app) rewritten(p *mending, fixes []*source.Fix) ([]byte, *source.File) {
	var edits []source.Edit
	for _, f := range fixes {
		edits = append(edits, f.Edits...)
	}
	raw, ok := parser.Rewrite(p.now, p.file, edits)
	if !ok {
		return nil, nil
	}
	file, _ := parser.Decode(p.name, raw)
	if file == nil || !slices.Equal(a.saysAlone(file), p.says) {
		return nil, nil
	}
	return raw, file
}

// writeFixed puts the pages into their places, those that are links into the places that they lead to.
func writeFixed(pages []*mending) error {
	var steps []step
	for _, p := range pages {
		if p.fixes == 0 {
			continue
		}
		path, err := filepath.EvalSymlinks(p.path)
		if err != nil {
			return failed("写不了 %q", "cannot write %q", p.name).because(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return failed("写不了 %q", "cannot write %q", p.name).because(err)
		}
		steps = append(steps, step{output: output{path: path, content: p.now}, change: update, mode: info.Mode().Perm(), old: p.raw})
	}
	return commit(steps, nil)
}

// sayFixed says how many fixes were carried out, and how many were not.
func (a *app) sayFixed(pages []*mending) {
	fixes, mended, left := 0, 0, 0
	for _, p := range pages {
		fixes, left = fixes+p.fixes, left+p.left
		if p.fixes > 0 {
			mended++
		}
	}
	if fixes+left == 0 {
		a.say(message("wenma: 没有可自动修正的问题", "wenma: nothing to fix"))
	}
	if fixes > 0 {
		a.say(message("wenma: 在%[2]s里改正了 %[1]d 处", "wenma: %[3]s carried out in %[2]s", fixes, source.Message{
			ZH: fmt.Sprintf(" %d 个页面", mended), EN: plural(mended, "page", "pages"),
		}, plural(fixes, "fix", "fixes")))
	}
	if left > 0 {
		a.say(message("wenma: %[1]d 处没有改：改了之后页面的意思会变", "wenma: %[2]s left out: the page would say something else with it", left, plural(left, "fix", "fixes")))
	}
}
