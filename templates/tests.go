package templates

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/dave/jennifer/jen"
)

// Sample is an example of the documentation that a test reads and writes.
type Sample struct {
	Name    string // of the test
	Place   string // where the documentation has it
	Root    *Struct
	Whole   bool   // it is the body of the operation's request, where that is no object of its own
	Text    string // JSON, without back-quotes
	Without string // what of the documentation's text is left out
	Code    string // for an answer that failed: the error that a client makes of it, as Go writes it
	Skipped string // why it makes no test; "" when it makes one
}

// sampleCheck is how a sample is checked: real Go, which is tested where it stands.
const sampleCheck = "runtime/samplecheck_test.go"

// Tests prints the test of the package's samples and the samples of the part; SampleCheck completes it.
func Tests(p *Package, part *Part) *jen.File {
	f := jen.NewFile(p.Name)
	p.sampleTest(f)
	part.samples(f)
	return f
}

// SampleCheck puts what Tests prints into the file that has how a sample is checked.
func (p *Package) SampleCheck(tests []byte) ([]byte, error) {
	_, body, _ := bytes.Cut(tests, []byte("\n"))
	check, err := runtimeFiles.ReadFile(sampleCheck)
	if err != nil {
		return nil, err
	}
	check = bytes.Replace(check, []byte("package runtime\n"), []byte(header+"\n\npackage "+p.Name+"\n"), 1)
	imports, functions, _ := bytes.Cut(check, []byte("\n)\n"))
	return slices.Concat(imports, []byte("\n)\n"), body, functions), nil
}

// PageTests prints the samples of a page.
func PageTests(p *Package, page *Page) *jen.File {
	f := newFile(p)
	page.part().samples(f)
	return f
}

// HasSamples reports whether PageTests has something to print.
func (page *Page) HasSamples() bool {
	return slices.ContainsFunc(page.part().Operations, func(op *Operation) bool { return len(op.Samples) > 0 })
}

func (p *Part) samples(f *jen.File) {
	for _, op := range p.Operations {
		op.sampleList(f)
		if slices.ContainsFunc(op.Samples, func(s *Sample) bool { return s.Whole && s.Skipped == "" }) {
			op.sampleOf(f)
		}
	}
}

// HasTests reports whether some sample makes a test.
func (p *Package) HasTests() bool {
	makes := func(s *Sample) bool { return s.Skipped == "" }
	return slices.ContainsFunc(p.Operations, func(op *Operation) bool { return slices.ContainsFunc(op.Samples, makes) })
}

func (p *Package) sampleTest(f *jen.File) {
	lists := []string{"for _, samples := range [][]sample{"}
	for _, op := range p.Operations {
		if len(op.Samples) > 0 {
			lists = append(lists, op.samplesName()+",")
		}
	}
	f.Add(comment("TestSamples reads each example of the documentation, writes what was read and reads that."))
	f.Add(line("func TestSamples(t *testing.T)")).Block(
		line(strings.Join(lists, "\n") + "\n}").Block(line("for _, s := range samples").Block(line("t.Run(s.name, s.check)"))))
}

func (op *Operation) samplesName() string { return "samplesOf" + op.Name }

// sampleList prints an operation's samples, and what those are that make no test.
func (op *Operation) sampleList(f *jen.File) {
	if len(op.Samples) == 0 {
		return
	}
	f.Add(comment(op.samplesName(), " are the examples of ", op.Name, ", laid out anew. Values that look like secrets are replaced by others of their kind."))
	f.Add(joined("var ", op.samplesName(), " = []sample", jen.BlockFunc(func(g *jen.Group) {
		for _, s := range op.Samples {
			if s.Skipped != "" {
				g.Add(comment(s.Name, s.place(), " is left out: ", s.Skipped))
				continue
			}
			g.Add(joined(jen.Block(s.members(op)...), ","))
		}
	})))
}

func (s *Sample) place() string {
	if s.Place == "" {
		return ""
	}
	return " (" + s.Place + ")"
}

func (s *Sample) members(op *Operation) []jen.Code {
	name := line("name: ", quote(s.Name), ",")
	if s.Place != "" {
		name.Comment("// " + s.Place)
	}
	into := "sampleOf" + op.Name
	if !s.Whole {
		into = s.Root.Name
	}
	if s.Without != "" {
		name.Line().Comment("// without " + s.Without)
	}
	members := []jen.Code{name, line("into: func() sampled { return new(", into, ") },")}
	if s.Code != "" {
		members = append(members, line("code: ", s.Code, ","))
	}
	return append(members, line("text: `", s.Text, "`,"))
}

// sampleOf prints the type that reads and writes a request's body which is one field of the request.
func (op *Operation) sampleOf(f *jen.File) {
	name, body := "sampleOf"+op.Name, op.whole()
	f.Add(comment(name, " is the body of ", op.Request.Name, "."))
	f.Add(line("type ", name, " struct")).Block(line(op.Request.Name))
	function(f, "func (x *", name, ") decodeJSON(d *decoder)").BlockFunc(func(g *jen.Group) { body.decode(g) })
	function(f, "func (x *", name, ") appendJSON(b []byte) []byte").Block(line("return ", body.Type.document("b", "x."+body.Name)))
}

// SampleText makes text fit between back-quotes: JSON can say the signs that Go cannot or should not show in another way.
func SampleText(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' || r != '`' && printable(string(r)):
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
