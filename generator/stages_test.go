package generator

import (
	"strconv"
	"testing"

	"github.com/wenma/wenma/internal/manypages"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// manyPages is how many pages the benchmarks of stages take.
const manyPages = 1000

func manyFiles() []*source.File { return filesOf(manyPages) }

func filesOf(pages int) []*source.File {
	var files []*source.File
	for _, p := range manypages.Pages(pages) {
		files = append(files, source.NewFile(p.Name, p.Text))
	}
	return files
}

func manyDocument(b *testing.B) *ir.Document {
	doc, _ := parser.Parse(manyFiles(), parser.Options{})
	if len(doc.Endpoints) != manyPages {
		b.Fatalf("%d endpoints", len(doc.Endpoints))
	}
	return doc
}

var byPage = Options{Package: "p", Layout: ByPage}

func mustDecide(b *testing.B, doc *ir.Document) *Plan {
	p, _, err := Decide(doc, byPage)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func BenchmarkStageParse(b *testing.B) {
	files := manyFiles()
	for b.Loop() {
		parser.Parse(files, parser.Options{})
	}
}

// BenchmarkParsePages shows whether the time grows as the pages do.
func BenchmarkParsePages(b *testing.B) {
	for _, n := range []int{100, 1000, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			files := filesOf(n)
			for b.Loop() {
				parser.Parse(files, parser.Options{})
			}
		})
	}
}

func BenchmarkStagePlan(b *testing.B) {
	doc := manyDocument(b)
	for b.Loop() {
		mustDecide(b, doc)
	}
}

// BenchmarkStagePrint says too how many files went through go/format.
func BenchmarkStagePrint(b *testing.B) {
	p := mustDecide(b, manyDocument(b))
	for b.Loop() {
		if err := p.Print(func(*Batch) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	_, unknown := compareLayout(b, manyDocument(b), byPage)
	b.ReportMetric(float64(unknown), "formatted")
}

// BenchmarkStageFormat is what go/format would take for the files of BenchmarkStagePrint, together with building them, on one processor.
func BenchmarkStageFormat(b *testing.B) {
	all := mustDecide(b, manyDocument(b)).artefacts()
	for b.Loop() {
		for i := range all {
			_ = all[i].build().GoString()
		}
	}
}

// BenchmarkStageLay is the layout alone, on one processor.
func BenchmarkStageLay(b *testing.B) {
	all := mustDecide(b, manyDocument(b)).artefacts()
	texts := make([][]byte, len(all))
	for i := range all {
		texts[i] = notLaidOut(b, &all[i])
	}
	for b.Loop() {
		for _, text := range texts {
			templates.Layout(text)
		}
	}
}

// BenchmarkStageVerify takes what is printed as it comes, and so has that in it too.
func BenchmarkStageVerify(b *testing.B) {
	p := mustDecide(b, manyDocument(b))
	for b.Loop() {
		if err := p.Print((*Batch).Verify); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStageAll is a run without the disk.
func BenchmarkStageAll(b *testing.B) {
	files := manyFiles()
	for b.Loop() {
		doc, _ := parser.Parse(files, parser.Options{})
		p, _, err := Decide(doc, byPage)
		if err == nil {
			err = p.Print((*Batch).Verify)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
