package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// generation is one run of `wenma gen`: from pages to files in memory, to a plan, to the disk.
type generation struct {
	*app
	project *project // nil for a package on its own
	flags   genFlags

	last   *state     // what the last run saw in this checkout; nil where that is not known
	before *lock.Lock // what the run before left; nil where there was none
	files  []*source.File
	doc    *ir.Document // until all that is needed of it is in gist
	found  source.Diagnostics
	made   []pack
	gist   gist
	t      *transaction // what is to be written goes there as it comes; nil while it stays in memory
	out    string       // the directory of the generated files
	// elsewhere is where --frozen puts them instead; "" for out itself
	elsewhere string
	steps     []step
}

// pack is a generated package: the only one, or one of several, which lies below the directory of all.
type pack struct {
	*generator.Plan
	doc   *ir.Document // likewise
	below string
	stubs string // the directory of the scaffold
}

// once makes a package from the pages of the command line. Nothing is remembered.
func (g *generation) once(args []string) error {
	var err error
	if g.files, g.found, err = g.readPages(args); err != nil {
		return firstOf(err, g.show(g.stderr, g.found))
	}
	g.parseAll()
	return g.carryOut()
}

// carryOut goes on from a document.
func (g *generation) carryOut() error {
	done, err := g.understandAll()
	if done || err != nil {
		return err
	}
	defer g.stageFor(nil)()
	if err := g.plan(history{discard: g.flags.discardEdits}); err != nil {
		return err
	}
	if g.flags.preview.wanted() {
		return g.present()
	}
	if err := g.write(nil); err != nil {
		return err
	}
	return verdict(g.found)
}

// understandAll decides on all that the document comes to, and shows what was found. It is done when there is nothing to write, or
// --strict forbids it.
func (g *generation) understandAll() (done bool, err error) {
	if len(g.doc.Endpoints) == 0 {
		g.found = g.inUse.judge(g.found)
		if err := g.show(g.stderr, g.found); err != nil {
			return true, err
		}
		g.noteEmpty(g.doc)
		return true, firstOf(verdict(g.found), g.emptied())
	}
	g.progress.stage("生成代码", "generating code")
	err = g.each(g.decide)
	g.found = g.inUse.judge(g.found)
	if err := firstOf(g.showNew(), err); err != nil {
		return true, err
	}
	if g.flags.strict && g.found.Has(source.Error) {
		g.say(message("wenma: 页面有错误，按 --strict 没有写出任何文件", "wenma: the pages have errors; with --strict nothing was written"))
		return true, errPages
	}
	g.condense()
	return false, nil
}

// emptied refuses to take it for the pages' meaning that nothing is left of an API.
func (g *generation) emptied() error {
	if g.before == nil || len(g.before.API) == 0 {
		return nil
	}
	return failed("上次生成时有接口，现在一个也没有：什么也没做", "the pages described endpoints when the lock was written, and describe none now: nothing was done").
		help("找回页面，或检查 wenma.yaml 的 inputs、exclude 和 endpoints", "bring the pages back, or look at inputs, exclude and endpoints in wenma.yaml").
		help("确实不要了：删掉 %s 和生成的文件", "where that is meant, delete %s and the generated files", lock.FileName)
}

// showNew shows what was found, but for warnings that the last run showed too: with them the new ones would be overlooked.
func (g *generation) showNew() error {
	switch {
	case g.verbose || g.project == nil:
		return g.show(g.stderr, g.found)
	case g.flags.preview.check && g.last == nil: // a check is about the files; wenma check is about the pages
		return g.showAfter(warningsOf(g.found), g.found)
	case g.last == nil:
		return g.show(g.stderr, g.found)
	}
	return g.showAfter(g.last.warnings, g.found)
}

// showAfter shows what was found, but for warnings that were shown before.
func (g *generation) showAfter(before []string, found source.Diagnostics) error {
	old := map[string]int{}
	for _, w := range before {
		old[w]++
	}
	repeated := 0
	fresh := slices.DeleteFunc(slices.Clone(found), func(d *source.Diagnostic) bool {
		id := warningID(d)
		switch {
		case d.Severity == source.Warning && old[id] > 0:
			old[id]--
			repeated++
			return true
		default:
			return d.Severity == source.Info
		}
	})
	if err := g.show(g.stderr, fresh); err != nil || repeated == 0 {
		return err
	}
	g.say(message("wenma: 另有 %s与上次相同，wenma check 列出", "wenma: %s as in the last run; wenma check shows them", source.Message{
		ZH: fmt.Sprintf("%d 条警告", repeated), EN: plural(repeated, "warning", "warnings"),
	}))
	return nil
}

func (g *generation) parseAll() {
	collectOften()
	var more source.Diagnostics
	g.doc, more = g.parseFiles(g.files)
	g.found.Add(more...)
}

// each goes through the packages that the document makes: the only one, or, below the directory of all, one of several.
func (g *generation) each(do func(group generator.Group, below string) error) error {
	pkg := cmp.Or(g.flags.pkg, packageOf(g.flags.out), generator.DefaultPackage(g.doc, g.flags.words))
	g.out = cmp.Or(g.flags.out, pkg)
	if g.flags.layout.value != "group" {
		return do(generator.Group{Package: pkg, Doc: g.doc}, "")
	}
	for _, group := range generator.Groups(g.doc, g.flags.words) {
		if err := do(group, group.Package); err != nil {
			return err
		}
	}
	return nil
}

// decide plans one package: all that there is, or, below the directory of that, one of several.
func (g *generation) decide(group generator.Group, below string) error {
	out, stubsDir := filepath.Join(g.out, below), g.flags.stubs
	if stubsDir != "" {
		stubsDir = filepath.Join(stubsDir, below)
	}
	stubs, err := stubsFor(stubsDir, out)
	if err != nil {
		return err
	}
	opts := g.flags.options(group.Package, g.outputLang(g.flags.speak), stubs)
	opts.Pinned = g.pinned(below)
	made, more, err := generator.Decide(group.Doc, opts)
	g.found.Add(more...)
	if err != nil {
		return failed("生成代码失败", "generating failed").because(err)
	}
	g.made = append(g.made, pack{made, group.Doc, below, stubsDir})
	return nil
}

// pinned are the names that the lock has for a package.
func (g *generation) pinned(below string) []generator.Name {
	if g.before == nil {
		return nil
	}
	var names []generator.Name
	for _, n := range g.before.Names {
		pkg, key, several := strings.Cut(n.Key, ": ")
		switch {
		case below == "":
			key = n.Key
		case !several || pkg != below:
			continue
		}
		names = append(names, generator.Name{Kind: generator.NameKind(n.Kind), Key: key, Go: n.Go})
	}
	return names
}

// placed gives the files their places: generated ones below one directory, the scaffold below another. A name that leads
// out of them would be a slip of the generator.
func placed(files []generator.File, out, stubs string) []output {
	outputs := make([]output, 0, len(files))
	for _, f := range files {
		if !filepath.IsLocal(f.Name) {
			panic("generated file name leads out of its directory: " + f.Name)
		}
		o := output{path: filepath.Join(out, filepath.FromSlash(f.Name)), content: f.Content, mine: isGenerated, flag: "--out", page: f.Page}
		if f.Kind == generator.Scaffold {
			o.path, o.mine, o.flag = filepath.Join(stubs, filepath.FromSlash(f.Name)), nil, "--stubs"
		}
		outputs = append(outputs, o)
	}
	return outputs
}

// stageFor has what is planned written beside its place as it comes, where the run writes at all: so little of it is in memory. What
// it gives undoes that, unless all was put into its place by then.
func (g *generation) stageFor(j *journal) (undo func()) {
	if !g.writes() || g.flags.frozen {
		return func() {}
	}
	g.t = begin(j)
	return g.t.abandon
}

// plan decides what becomes of each file. What would be written is checked as a compiler would; where nothing would, nothing is.
func (g *generation) plan(h history) (err error) {
	p := newPlanner(h)
	var left sync.Map // batches that were not checked, by the name of their first file
	for _, made := range g.made {
		if err := made.Print(func(b *generator.Batch) error { return g.planBatch(p, made, b, &left) }); err != nil {
			return err
		}
	}
	if g.steps, err = p.done(); err == nil && len(g.pending()) > 0 {
		g.checkLeft(&left)
	}
	for _, made := range g.made {
		made.Forget()
	}
	return err
}

// planBatch plans some of a package's files.
func (g *generation) planBatch(p *planner, made pack, b *generator.Batch, left *sync.Map) error {
	steps := p.decide(placed(b.Files, filepath.Join(g.out, made.below), made.stubs))
	if len(pending(steps)) == 0 {
		left.Store(b.Files[0].Name, true)
	} else if err := b.Verify(); err != nil {
		panic(err)
	}
	if g.t != nil && !p.refuses() {
		if err := g.t.stage(steps); err != nil {
			return err
		}
	}
	p.keep(steps)
	return nil
}

// checkLeft checks the files that stay: what they are written against may have changed.
func (g *generation) checkLeft(left *sync.Map) {
	some := false
	left.Range(func(any, any) bool { some = true; return false })
	if !some {
		return
	}
	for _, made := range g.made {
		if err := made.Print(func(b *generator.Batch) error {
			if _, ok := left.Load(b.Files[0].Name); !ok {
				return nil
			}
			return b.Verify()
		}); err != nil {
			panic(err)
		}
	}
}

// write carries out the plan and says what was done.
func (g *generation) write(j *journal) error {
	g.progress.stage("写出文件", "writing files")
	if err := g.commit(j); err != nil {
		return err
	}
	g.tellSteps()
	g.say(summaryOf(g.steps, filepath.ToSlash(g.out), g.gist.endpoints))
	return nil
}

// commit puts what is planned into its place: all of it, or nothing.
func (g *generation) commit(j *journal) error {
	if g.t == nil {
		return commit(g.steps, j)
	}
	if err := g.t.stage(g.steps); err != nil {
		return err
	}
	return g.t.commit(g.steps)
}

// tellSteps says what happened, or did not happen, to files for reasons that are worth a word.
func (g *generation) tellSteps() {
	removed := 0
	for _, s := range g.steps {
		if s.change == remove {
			removed++
		}
	}
	for _, s := range g.steps {
		if m, ok := remarks[s.change]; ok && (s.change != remove || removed <= fewRemoved) {
			g.say(message(m.ZH, m.EN, filepath.ToSlash(s.path)))
		}
	}
	for _, path := range leftOver(g.out, g.steps) {
		g.say(message("wenma: %s 是以前生成的，这些页面不再产生它；不需要就删掉", "wenma: %s was generated before and these pages no longer make it; delete it unless something needs it", filepath.ToSlash(path)))
	}
}

// fewRemoved is how many removed files are named; more are counted.
const fewRemoved = 5

// remarks are said of files that a plan does something unusual to.
var remarks = map[change]source.Message{
	remove: message("wenma: 删除了 %s：页面不再产生它", "wenma: removed %s: the pages no longer make it"),
	orphan: message("wenma: %s 不再由页面产生，但被改过，所以留着；不需要就删掉", "wenma: %s is no longer made from the pages; it was edited, so it stays: delete it unless something needs it"),
	taken:  message("wenma: %s 由你维护，没有写出", "wenma: %s is yours to keep; it was not written"),
}

// generatedFiles are the steps whose files stay wenma's.
func (g *generation) generatedFiles() []step {
	return slices.DeleteFunc(slices.Clone(g.steps), func(s step) bool {
		return s.scaffold() || s.change == taken || s.change == remove || s.change == orphan
	})
}
