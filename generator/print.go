package generator

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// Plan is a package that has been decided on: all names and all files, but not the files' text.
type Plan struct {
	// Package is the name of the package.
	Package string
	// Names are the decisions on what things are called, by key.
	Names []Name

	*planner                 // nil where there is nothing to make
	part     *templates.Part // what no page has to itself
	shared   *page           // of it, for what it needs; nil where no page has files of its own
	pages    []*page         // that have files of their own
	byPath   map[string]*page
	uses     struct { // what was printed so far needs of the runtime
		sync.Mutex
		*templates.Runtime
	}
	batch  int                     // how many pages make a batch
	ground func() (*ground, error) // what all batches are checked against
	whole  func() error            // checks everything at once
}

// Decide makes the plan for a document, and tells what is to say of the pages. The error is about what no page can cause: a package name
// that is none. A document without endpoints and types makes no files. The order in which the document's pages were given has no part
// in it.
func Decide(doc *ir.Document, opts Options) (*Plan, source.Diagnostics, error) {
	p, err := decide(doc, &opts)
	plan := &Plan{Package: opts.Package, planner: p, batch: pagesOfBatch}
	if p == nil {
		return plan, nil, err
	}
	plan.Names = p.ledger.sorted()
	plan.part = &p.pkg.Part
	if opts.Layout == ByPage {
		plan.part = p.sharedPart()
		plan.shared, plan.pages = p.pages()
		plan.byPath = make(map[string]*page, len(plan.pages))
		for _, of := range plan.pages {
			plan.byPath[of.path] = of
		}
	}
	plan.uses.Runtime = templates.NewRuntime()
	plan.ground, plan.whole = sync.OnceValues(plan.newGround), sync.OnceValue(plan.verifyWhole)
	plan.planner = &planner{opts: p.opts, pkg: p.pkg, owners: p.owners} // the document must not stay for what is left to do
	return plan, p.diags, err
}

// Forget lets go of all that is needed to print the files.
func (p *Plan) Forget() { *p = Plan{Package: p.Package, Names: p.Names} }

// Batch is a part of a package's files, which are printed, and can be checked, without the others being in memory.
type Batch struct {
	Files []File
	plan  *Plan
	pages []*page // none in the batch of what no page has to itself
}

// pagesOfBatch is how many pages make a batch: enough for what each is checked against to cost little, and few enough for what is
// in memory not to matter.
const pagesOfBatch = 16

// Print prints the files, a batch at a time, and has something done with each. Several batches are in work at once; the last comes
// alone, when all others are done. The first error ends it.
func (p *Plan) Print(do func(*Batch) error) error {
	if p.planner == nil {
		return nil
	}
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(runtime.GOMAXPROCS(0))
	for pages := range slices.Chunk(p.pages, p.batch) {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = broken{v, debug.Stack()}
				}
			}()
			return p.printPages(pages, do)
		})
	}
	if err := group.Wait(); err != nil {
		if b, ok := err.(broken); ok {
			panic(fmt.Sprintf("%v\n%s", b.by, b.stack)) // a mistake of ours, handed to where the caller can catch it
		}
		return err
	}
	return p.printRest(do)
}

func (p *Plan) printPages(pages []*page, do func(*Batch) error) error {
	files, err := p.filesOfAll(pages)
	if err != nil {
		return err
	}
	p.use(files)
	return do(&Batch{plan: p, pages: pages, Files: files})
}

// broken is a panic on its way to the caller.
type broken struct {
	by    any
	stack []byte
}

func (b broken) Error() string { return fmt.Sprint(b.by) }

// filesOfAll prints the files of pages.
func (p *Plan) filesOfAll(pages []*page) ([]File, error) {
	var files []File
	for _, of := range pages {
		for _, a := range p.filesOf(of) {
			f, err := a.print()
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	return files, nil
}

// use notes what files need of the runtime.
func (p *Plan) use(files []File) {
	p.uses.Lock()
	defer p.uses.Unlock()
	for _, f := range files {
		if f.compiled() {
			p.uses.UsedBy(f.Content)
		}
	}
}

// compiled reports whether a file is part of the package when it is built.
func (f *File) compiled() bool { return f.Kind == Generated && !isTest(f.Name) }

// printRest prints what no page has to itself, the runtime among it.
func (p *Plan) printRest(do func(*Batch) error) error {
	files, err := printAll(append(p.byKind(p.part), p.unread(p.part)...))
	if err != nil {
		return err
	}
	p.use(files)
	return do(&Batch{plan: p, Files: append(files, runtimeFiles(p.uses.Runtime, p.pkg.Name)...)})
}
