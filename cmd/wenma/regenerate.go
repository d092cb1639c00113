package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/source"
)

// again makes a project's package anew: from what wenma.yaml says, with the names that wenma.lock has, telling what changed.
func (g *generation) again() error {
	j := &journal{stateFile("journal")}
	if g.writes() && !g.flags.frozen {
		release, err := g.exclusive()
		if err != nil {
			return err
		}
		defer release()
		if err := g.mend(j, []string{".", stateDir, g.flags.out, g.flags.stubs}); err != nil {
			return err
		}
	} else if j.pending() {
		g.say(message("wenma: 上次写出时中断了；运行 wenma gen 接完它", "wenma: an earlier run was interrupted while writing; wenma gen finishes it"))
		return errStale
	}
	if upToDate, err := g.nothingChanged(); upToDate || err != nil {
		return err
	}
	if done, err := g.increment(j); done || err != nil {
		return err
	}
	return g.renew(j)
}

// writes reports whether the run may write.
func (g *generation) writes() bool { return !g.flags.preview.wanted() }

// renew carries out a run in which something may have changed.
func (g *generation) renew(j *journal) error {
	var err error
	if g.before, err = g.readLock(); err != nil {
		return err
	}
	if err := g.readProjectPages(); err != nil {
		return err
	}
	g.parseAll()
	if done, err := g.understandAll(); done || err != nil {
		return err
	}
	h := history{lock: g.before, discard: g.flags.discardEdits || g.flags.preview.wanted() || g.elsewhere != "", own: g.owned}
	defer g.stageFor(j)()
	if err := firstOf(g.plan(h), g.show(g.stderr, g.ownsNothing())); err != nil {
		return err
	}
	if g.writes() && g.flags.frozen {
		return g.writeFrozen()
	}
	if err := g.planLock(); err != nil {
		return err
	}
	if g.flags.preview.wanted() {
		return g.present()
	}
	g.tellChanges()
	g.tellRenamed()
	if err := g.write(j); err != nil {
		return err
	}
	g.remember()
	return verdict(g.found)
}

func (g *generation) readProjectPages() error {
	pages, err := g.project.pages()
	if err != nil {
		return err
	}
	if g.files, g.found, err = g.readPages(pages); err != nil {
		return firstOf(err, g.show(g.stderr, g.found))
	}
	return nil
}

// ownsNothing reports the entries of own that mean no file of the plan.
func (g *generation) ownsNothing() source.Diagnostics {
	return g.project.config.OwnsNothing(func(entry string) bool {
		return slices.ContainsFunc(g.steps, func(s step) bool { return covered([]string{entry}, s.path) })
	})
}

// owned says whether the configuration lists a generated file as taken over.
func (g *generation) owned(path string) bool { return covered(g.project.config.Own, path) }

// planLock adds the lock to the plan: it is a file like the others, and changes with them or not at all.
func (g *generation) planLock() error {
	steps, err := plan([]output{lockOutput(g.after().Bytes())}, history{})
	g.steps = append(g.steps, steps...)
	return err
}

func lockOutput(content []byte) output {
	return output{path: lock.FileName, content: content, mine: func([]byte) bool { return true }, flag: "--config"}
}

// after is the lock that goes with the plan.
func (g *generation) after() *lock.Lock {
	l := &lock.Lock{Names: g.names(), Inferred: g.gist.inferred, API: g.gist.api}
	for _, f := range g.files {
		l.Pages = append(l.Pages, lock.Hash{Path: f.Path, Sum: lock.Sum([]byte(f.Text))})
	}
	for _, s := range g.steps {
		if s.scaffold() || s.change == remove || s.change == orphan {
			continue // a file that was taken over stays: when it is given back, edits in it are known for such
		}
		l.Files = append(l.Files, lock.Hash{Path: filepath.ToSlash(s.path), Sum: s.sum})
	}
	l.Scaffolds = g.scaffolds()
	return l
}

// scaffolds are the handler files as they were first written, those of removed endpoints too while they are there.
func (g *generation) scaffolds() []lock.Hash {
	first := sumsOf(g.before)
	var list []lock.Hash
	for _, s := range g.steps {
		path := filepath.ToSlash(s.path)
		if !s.scaffold() || s.change == taken || s.change == remove {
			continue
		}
		sum := s.sum
		if known := first[path]; len(known) > 0 {
			sum = known[0]
		}
		list = append(list, lock.Hash{Path: path, Sum: sum})
	}
	return list
}

// names are the names of the run before and of this one. A name of something that the pages no longer have stays, for its
// return, unless something else has it now.
func (g *generation) names() []lock.Name {
	var names []lock.Name
	type key struct{ kind, key string }
	live, given := map[key]bool{}, map[string]bool{}
	for _, made := range g.made {
		for _, n := range made.Names {
			name := lock.Name{Kind: string(n.Kind), Key: made.lockKey(n.Key), Go: n.Go}
			names = append(names, name)
			live[key{name.Kind, name.Key}], given[made.lockKey(n.Go)] = true, true
		}
	}
	if g.before == nil {
		return names
	}
	for _, n := range g.before.Names {
		if !live[key{n.Kind, n.Key}] && !given[goOf(n)] {
			names = append(names, n)
		}
	}
	return names
}

// lockKey is a key as the lock has it: where there are several packages, theirs stands before it.
func (p pack) lockKey(key string) string {
	if p.below == "" {
		return key
	}
	return p.below + ": " + key
}

// goOf is a Go name as lockKey makes it.
func goOf(n lock.Name) string {
	if pkg, _, several := strings.Cut(n.Key, ": "); several {
		return pkg + ": " + n.Go
	}
	return n.Go
}

// tellRenamed says which Go names are others than the lock had: that happens when somebody wants it, or when two branches that gave
// names apart from each other are merged.
func (g *generation) tellRenamed() {
	if g.before == nil {
		return
	}
	type id struct{ kind, key string }
	was := map[id]string{}
	for _, n := range g.before.Names {
		was[id{n.Kind, n.Key}] = n.Go
	}
	told := map[string]bool{}
	for _, made := range g.made {
		for _, n := range made.Names {
			old := was[id{string(n.Kind), made.lockKey(n.Key)}]
			if old == "" || lastName(old) == lastName(n.Go) || told[old] {
				continue
			}
			told[old] = true
			g.say(message("wenma: Go 名字 %s 改成了 %s（%s）", "wenma: the Go name %s is now %s (%s)", old, n.Go, n.Key))
		}
	}
}

// lastName is a Go name without the type before it.
func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// unreadableRecord says that the lock's record of the API says nothing.
func unreadableRecord(err error) source.Message {
	return message("wenma: %s 里的接口记录读不懂，这次说不出接口变了什么：%s", "wenma: the record of the API in %s cannot be read, so this run cannot say what changed: %s", lock.FileName, err.Error())
}

// manyChanges is how many changes are listed in full; of more, as many that break somebody.
const manyChanges = 40

func (g *generation) tellChanges() {
	g.tell(g.gist.changes)
}

func (g *generation) tell(changes []*apidiff.Change) {
	if len(changes) == 0 {
		return
	}
	shown := changes
	if len(changes) > manyChanges && !g.verbose {
		shown = slices.DeleteFunc(slices.Clone(changes), func(c *apidiff.Change) bool { return !c.Breaking() })
		shown = shown[:min(len(shown), manyChanges)]
	}
	g.progress.clear()
	apidiff.List(g.stderr, shown, g.lang)
	summary := apidiff.Summary(changes)
	if len(shown) < len(changes) {
		g.say(message("wenma: %s（-v 列出全部）", "wenma: %s (-v lists all)", summary))
		return
	}
	g.say(message("wenma: %s", "wenma: %s", summary))
}

// writeFrozen writes the generated files, where the lock has all that they rest on.
func (g *generation) writeFrozen() error {
	g.tellChanges()
	if g.before == nil || !bytes.Equal(g.before.Bytes(), g.after().Bytes()) {
		return g.staleLock()
	}
	if g.elsewhere != "" {
		var err error
		if g.steps, err = g.moved(); err != nil {
			return err
		}
	}
	if err := g.write(nil); err != nil {
		return err
	}
	return verdict(g.found)
}

func (g *generation) staleLock() error {
	g.say(message("wenma: %s 与页面不符，按 --frozen 没有写出任何文件；运行 wenma gen 更新它并提交", "wenma: %s is not what the pages say; with --frozen nothing was written. Run wenma gen and commit it", lock.FileName))
	return errStale
}
