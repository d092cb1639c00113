package main

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/source"
)

// errStale ends a run that found generated files out of date, after it said so.
var errStale = errors.New("generated files are out of date")

// preview is what a run shows instead of writing.
type preview struct{ check, diff, dryRun bool }

func (p preview) wanted() bool { return p.check || p.diff || p.dryRun }

// present shows what a run would do: what changed in the API first, then the files or their differences.
func (g *generation) present() error {
	g.progress.clear()
	out := bufio.NewWriter(g.stdout)
	if changes := g.gist.changes; len(changes) > 0 {
		apidiff.Text(out, changes, g.lang)
		fmt.Fprintln(out)
	}
	pending := g.pending()
	if g.flags.preview.dryRun {
		g.list(out)
	}
	if g.flags.preview.check || g.flags.preview.diff {
		g.differences(out, pending)
	}
	if err := out.Flush(); err != nil {
		return written(err)
	}
	return g.judge(len(pending))
}

// pending are the steps that would change a file.
func (g *generation) pending() []step { return pending(g.steps) }

func pending(steps []step) []step {
	return slices.DeleteFunc(slices.Clone(steps), func(s step) bool { return !s.writes() && s.change != remove })
}

// differences are unified diffs. That of the lock is shown only where nothing else differs: it says the same again.
func (g *generation) differences(out *bufio.Writer, pending []step) {
	for _, s := range pending {
		if s.path == lock.FileName && len(pending) > 1 {
			continue
		}
		name := filepath.ToSlash(s.path)
		from, to := "a/"+name, "b/"+name
		switch s.change {
		case create:
			from = "/dev/null"
		case remove:
			to = "/dev/null"
		}
		out.Write(diff.Diff(from, s.old, to, s.content))
	}
}

// actions are how a list calls what is done to a file.
var actions = map[change]source.Message{
	create: message("新建", "create"), update: message("更新", "update"), unchanged: message("不变", "unchanged"), kept: message("保留", "keep"),
	taken: message("由你维护", "yours"), missing: message("已被你删去", "gone by you"), remove: message("删除", "remove"), orphan: message("不再产生，改过，留着", "no longer made, edited, stays"),
}

func (g *generation) list(out *bufio.Writer) {
	for _, s := range g.steps {
		if s.change == unchanged && !g.verbose {
			continue
		}
		fmt.Fprintf(out, "%s  %s\n", actions[s.change].In(g.lang), filepath.ToSlash(s.path))
	}
}

// tellEdited names the files that wenma gen would refuse to overwrite, as it does.
func (g *generation) tellEdited() bool {
	var refused []error
	for _, s := range g.steps {
		if s.edited && !g.flags.discardEdits {
			refused = append(refused, edited(s.path))
		}
	}
	var f *failure
	if len(refused) == 0 || !errors.As(joined(refused), &f) {
		return false
	}
	g.progress.clear()
	f.write(g.stderr, g.lang)
	return true
}

// judge gives the verdict of a preview: the pages' errors first, then, for --check, whether anything is out of date.
func (g *generation) judge(pending int) error {
	if err := verdict(g.found); err != nil {
		return err
	}
	if !g.flags.preview.check {
		return nil
	}
	if g.tellEdited() {
		return errStale
	}
	if pending > 0 {
		g.say(message("wenma: %s：%s；运行 wenma gen 更新", "wenma: %s: %s; run wenma gen", filepath.ToSlash(g.out), source.Message{
			ZH: fmt.Sprintf("%d 个文件已过时", pending), EN: plural(pending, "file is out of date", "files are out of date"),
		}))
		return errStale
	}
	g.say(message("wenma: %s：与页面一致", "wenma: %s: up to date", filepath.ToSlash(g.out)))
	return nil
}
