package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/explain"
	"github.com/wenma/wenma/internal/fact"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// A run in which few pages changed redoes these alone. That is sound because of what it checks, and because whatever it cannot
// prove ends in a run that does everything:
//
//   - The changed pages, with those that share something with them, are generated twice: as they were when the last run saw them
//     and as they are. What comes of the old texts must be what lies on the disk. So these pages do determine their files.
//   - What belongs to no single page must come out the same both times. So the change stays within its pages.
//   - What could reach another page without showing in either of these, a new name or a reference that leads nowhere, must not
//     have come up.

// manyPages is how many pages are redone at most; with more, a run that does everything costs little more.
const manyPages = 16

// increment redoes what changed, and says whether that was possible.
func (g *generation) increment(j *journal) (done bool, err error) {
	set := g.changedSet()
	if set == nil {
		return false, nil
	}
	text, err := os.ReadFile(lock.FileName)
	if err != nil {
		return false, nil // a run that does everything says why
	}
	lines := lock.LinesOf(text)
	var old, now *half
	if err := together(
		func() (err error) { old, err = g.half(set.old, lines); return err },
		func() (err error) { now, err = g.half(set.new, lines); return err },
	); err != nil {
		return false, nil
	}
	if !old.determines(set, g.last) || !old.staysWithin(now, set, text) {
		return false, nil
	}
	var edited []byte
	if err := together(
		func() error {
			var ok bool
			if edited, ok = lines.Replace(old.facts(), now.facts()); !ok {
				return errUnproved
			}
			return nil
		},
		func() error { return generator.Verify(now.made.Files) },
	); err != nil {
		return false, nil
	}
	return true, g.finishIncrement(j, set, old, now, edited)
}

// errUnproved says that a change may reach beyond its pages.
var errUnproved = errors.New("not proved to stay within its pages")

// changedSet is what an incremental run works on.
type changedSet struct {
	changed  map[string]bool
	old, new []*source.File // the changed pages, and those that share something with them
}

// changedSet finds the pages that changed since the last run; nil where that is not all that changed, or too much.
func (g *generation) changedSet() *changedSet {
	if g.last == nil || g.flags.layout.value != "page" || g.flags.preview.wanted() || g.flags.frozen || g.flags.out == "" {
		return nil
	}
	set := &changedSet{changed: map[string]bool{}}
	for _, f := range g.last.moved {
		switch {
		case f.role != pageFile:
			return nil
		default:
			set.changed[filepath.ToSlash(f.path)] = true
		}
	}
	members := maps.Clone(set.changed)
	for path := range set.changed {
		for _, with := range g.last.with[path] {
			members[with] = true
		}
	}
	for _, context := range g.last.paths(commonFile) {
		members[filepath.ToSlash(context)] = true
	}
	if len(set.changed) == 0 || len(members) > manyPages || !set.read(slices.Sorted(maps.Keys(members)), g) {
		return nil
	}
	return set
}

// read takes the old texts from what the last run kept, and the new ones from the disk.
func (set *changedSet) read(members []string, g *generation) bool {
	kept := keptPages(readState(pagesName))
	g.last.texts = kept
	for _, path := range members {
		text, ok := kept[path]
		if !ok {
			return false
		}
		file := source.NewFile(path, text)
		set.old = append(set.old, file)
		if set.changed[path] {
			raw, err := g.app.read(page{path: filepath.FromSlash(path)})
			if err != nil {
				return false
			}
			now, found := parser.Decode(path, raw)
			if now == nil || len(found) > 0 {
				return false
			}
			file = now
		}
		set.new = append(set.new, file)
	}
	return true
}

// half is one of the two generations that an incremental run compares.
type half struct {
	g     *generation
	files []*source.File
	doc   *ir.Document
	found source.Diagnostics
	made  generator.Result
}

// half makes the files of some pages, with the names that the lock has for what is on them.
func (g *generation) half(files []*source.File, lines *lock.Lines) (*half, error) {
	h := &half{g: g, files: files}
	h.doc, h.found = g.inUse.parse(files)
	opts := g.flags.options(cmp.Or(g.flags.pkg, packageOf(g.flags.out)), g.outputLang(g.flags.speak), nil)
	planned, _, err := generator.Decide(h.doc, opts)
	if err != nil {
		return nil, err
	}
	for _, n := range planned.Names {
		if name, ok := lines.Name(string(n.Kind), n.Key); ok {
			opts.Pinned = append(opts.Pinned, generator.Name{Kind: n.Kind, Key: n.Key, Go: name})
		}
	}
	var more source.Diagnostics
	h.made, more, err = generator.Generate(h.doc, opts)
	h.found.Add(more...)
	h.found = g.inUse.judge(h.found)
	return h, err
}

// together does several things at once, and gives the first error. A mistake of ours in one of them is handed to the caller.
func together(all ...func() error) error {
	var group errgroup.Group
	broken := make([]any, len(all))
	for i, do := range all {
		group.Go(func() error {
			defer func() { broken[i] = recover() }()
			return do()
		})
	}
	err := group.Wait()
	for _, b := range broken {
		if b != nil {
			panic(b)
		}
	}
	return err
}

// determines reports whether the half makes, for the changed pages, just the files that lie on the disk.
func (h *half) determines(set *changedSet, last *state) bool {
	own := 0
	for _, f := range h.made.Files {
		if set.changed[f.Page] {
			own++
			if last.sumOf(h.g.pathOf(f)) != lock.Sum(f.Content) {
				return false
			}
		}
	}
	return own > 0
}

func (g *generation) pathOf(f generator.File) string {
	return filepath.Join(g.flags.out, filepath.FromSlash(f.Name))
}

// staysWithin reports whether the difference between two halves can concern no page but the changed ones.
func (h *half) staysWithin(now *half, set *changedSet, lockText []byte) bool {
	switch {
	case len(h.made.Files) != len(now.made.Files) || now.found.Count(source.Error) != h.found.Count(source.Error):
		return false
	case !slices.Equal(warningsOf(h.found), warningsOf(now.found)): // a name that leads nowhere here may lead somewhere with all pages
		return false
	}
	for i, f := range h.made.Files {
		other := now.made.Files[i]
		if f.Name != other.Name || !set.changed[f.Page] && !bytes.Equal(f.Content, other.Content) {
			return false
		}
	}
	return namesStay(h.made.Names, now.made.Names, lockText)
}

// namesStay reports whether only members, constants and types without a name on the pages came or went, and none of the new ones has a
// name that something else on other pages has or had.
func namesStay(old, now []generator.Name, lockText []byte) bool {
	type id struct {
		kind     generator.NameKind
		key, gon string
	}
	set := func(names []generator.Name) map[id]bool {
		m := make(map[id]bool, len(names))
		for _, n := range names {
			m[id{n.Kind, n.Key, n.Go}] = true
		}
		return m
	}
	before, after := set(old), set(now)
	for n := range before {
		if !after[n] && !within(n.kind) {
			return false
		}
	}
	for n := range after {
		if before[n] {
			continue
		}
		if !within(n.kind) || n.kind != generator.FieldName && bytes.Contains(lockText, []byte(" "+n.gon+"\n")) {
			return false
		}
	}
	return true
}

// within says whether names of a kind are given without regard to other pages.
func within(kind generator.NameKind) bool {
	return kind == generator.FieldName || kind == generator.ConstantName || kind == generator.ObjectName
}

// facts are the lines of the lock that the half has part in.
func (h *half) facts() map[string]bool {
	lines := map[string]bool{}
	for _, f := range h.files {
		lines[fact.Line("page", f.Path, lock.Sum([]byte(f.Text)))] = true
	}
	for _, f := range h.made.Files {
		if f.Page != "" {
			lines[fact.Line("file", filepath.ToSlash(h.g.pathOf(f)), lock.Sum(f.Content))] = true
		}
	}
	for _, n := range h.made.Names {
		lines[fact.Line("name", string(n.Kind), n.Key, n.Go)] = true
	}
	for _, e := range explain.Ledger(h.doc, h.made.Names) {
		lines["inferred "+fact.Line(e.Owner, e.About, e.Value)] = true
	}
	for _, line := range apidiff.Of(h.doc).Lines() {
		lines["api "+line] = true
	}
	return lines
}

// finishIncrement writes, and remembers, what came of the changed pages.
func (g *generation) finishIncrement(j *journal, set *changedSet, old, now *half, lockText []byte) error {
	g.doc, g.found, g.out = now.doc, now.found, g.flags.out
	if err := g.showAfter(warningsOf(old.found), now.found); err != nil {
		return err
	}
	var outputs []output
	for _, f := range now.made.Files {
		if set.changed[f.Page] {
			outputs = append(outputs, output{path: g.pathOf(f), content: f.Content, mine: isGenerated, flag: "--out", page: f.Page})
		}
	}
	outputs = append(outputs, lockOutput(lockText))
	var err error
	if g.steps, err = plan(outputs, history{}); err != nil {
		return err
	}
	g.tell(apidiff.Diff(apidiff.Of(old.doc), apidiff.Of(now.doc)))
	if err := g.commit(j); err != nil {
		return err
	}
	g.rememberSome(set, old, now)
	g.say(message("wenma: %s：%s，改动的页面 %d 个（%s）", "wenma: %s: %s, %[4]s (%[5]s)", filepath.ToSlash(g.out), source.Message{
		ZH: fmt.Sprintf("%d 个接口", g.last.endpoints), EN: plural(g.last.endpoints, "endpoint", "endpoints"),
	}, len(set.changed), plural(len(set.changed), "changed page", "changed pages"), source.Message{
		ZH: fmt.Sprintf("更新 %d 个文件", len(g.pending())), EN: plural(len(g.pending()), "file updated", "files updated"),
	}))
	return g.last.verdict()
}

// rememberSome notes what became of the changed pages, beside what is known of the others.
func (g *generation) rememberSome(set *changedSet, old, now *half) {
	s := g.last
	sums := map[string]string{}
	for _, step := range g.steps {
		sums[step.path] = step.sum
	}
	for _, f := range set.new {
		if set.changed[f.Path] {
			sums[filepath.FromSlash(f.Path)] = lock.Sum([]byte(f.Text))
			s.texts[f.Path] = f.Text
		}
	}
	files := s.files
	s.files = nil
	for _, f := range files {
		if sum, renewed := sums[f.path]; renewed {
			s.see(f.role, f.path, sum)
		} else {
			s.files = append(s.files, f)
		}
	}
	s.warnings = without(s.warnings, warningsOf(old.found))
	s.warnings = append(s.warnings, warningsOf(now.found)...)
	slices.Sort(s.warnings)
	s.keep(slices.Sorted(maps.Keys(set.changed))...)
}

// without takes texts out of a list, each once.
func without(list, less []string) []string {
	count := map[string]int{}
	for _, text := range less {
		count[text]++
	}
	return slices.DeleteFunc(slices.Clone(list), func(text string) bool {
		count[text]--
		return count[text] >= 0
	})
}
