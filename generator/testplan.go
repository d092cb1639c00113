package generator

import (
	"slices"
	"strconv"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// samples plans a test for each sample that shows a document of a type of the package.
func (p *planner) samples(ops []*operation) {
	for _, op := range ops {
		counted := make(map[string]int)
		for _, s := range op.endpoint.Samples {
			if s.JSON == nil {
				continue
			}
			out := &templates.Sample{Name: op.Name + "/" + sampleWord(s.Kind), Place: p.opts.Places.of(s.Span)}
			if counted[out.Name]++; counted[out.Name] > 1 {
				out.Name += " " + strconv.Itoa(counted[out.Name])
			}
			p.sample(op, s, out)
			op.Samples = append(op.Samples, out)
		}
	}
}

func sampleWord(k ir.SampleKind) string { return [...]string{"request", "response", "error"}[k] }

// maxSample is how long a sample may be, in bytes.
const maxSample = 64 << 10

// sample decides what a sample is read as.
func (p *planner) sample(op *operation, s *ir.Sample, out *templates.Sample) {
	if s.Kind == ir.RequestSample {
		requestSample(op, out)
	} else {
		p.answerSample(op, s, out)
	}
	if out.Skipped != "" {
		return
	}
	w, t := &sampleWriter{}, rootOf(op.Operation, out)
	switch {
	case misfit(t, s.JSON) != "":
		out.Skipped = "it is " + misfit(t, s.JSON) + "."
	case !w.value(t, s.JSON):
		out.Skipped = "words stand in its place."
	case len(w.b) > maxSample:
		out.Skipped = "it is very long."
	}
	out.Text, out.Without = templates.SampleText(string(w.b)), w.without()
}

// rootOf is the type that a sample is read as; nil for a failed answer, of which nothing counts but the code.
func rootOf(op *templates.Operation, s *templates.Sample) *templates.Type {
	switch {
	case s.Code != "":
		return nil
	case s.Whole:
		return bodyOf(op).Type
	case s.Root.Hidden:
		return s.Root.Fields[0].Type
	}
	return &templates.Type{Kind: templates.Object, Struct: s.Root}
}

// bodyOf is the field that is the whole of a request's body.
func bodyOf(op *templates.Operation) *templates.Field {
	at := slices.IndexFunc(op.Request.Fields, func(f *templates.Field) bool { return f.In == "body" })
	return op.Request.Fields[at]
}

// requestSample is a sample of a request's body.
func requestSample(op *operation, out *templates.Sample) {
	switch op.Body {
	case templates.JSONBody:
		out.Root = op.Request
	case templates.JSONWhole:
		out.Whole = true
	case templates.NoBody:
		out.Skipped = "the request has no body."
	default:
		out.Skipped = "the body does not travel as JSON."
	}
}

// answerSample is a sample of an answer.
func (p *planner) answerSample(op *operation, s *ir.Sample, out *templates.Sample) {
	root := op.Result.Root
	if op.Result.Kind != templates.JSONResult || root == nil {
		out.Skipped = "the answer is taken as it comes."
		return
	}
	out.Root = root
	if e := root.Envelope; e != nil && e.Failure != nil {
		out.Code, out.Skipped = p.failureOf(e.Failure, s.JSON, s.Kind == ir.ErrorSample)
	} else if s.Kind == ir.ErrorSample {
		out.Skipped = "no business code says that it is an error."
	}
}

// failureOf is what a client makes of an answer: an error's code, as Go writes it, "" for a success; or why it can make nothing.
func (p *planner) failureOf(fail *templates.Failure, j *ir.JSON, isError bool) (code, skipped string) {
	if fail.Head != nil {
		j = j.Get(fail.Head.Wire)
	}
	value := j.Get(fail.Code.Wire)
	if value == nil {
		return "", "it shows no " + clean(fail.Code.Wire) + "."
	}
	literal, ok := literalOf(fail.Code.Type.Kind, value.Text)
	if fail.Passed != nil && isError {
		passed := j.Get(fail.Passed.Wire)
		if passed == nil || passed.Text != "false" {
			return "", "its " + clean(fail.Passed.Wire) + " is not false."
		}
	}
	switch {
	case misfit(fail.Code.Type, value) != "" || !ok:
		return "", "its " + clean(fail.Code.Wire) + " is no business code."
	case !isError || fail.Passed == nil && slices.Contains(fail.Success, literal):
		return "", ""
	}
	if listed := p.listedAs(value.Text); listed != nil {
		return listed.Const, ""
	}
	if !fail.Known() {
		return "", "nobody says what its " + clean(fail.Code.Wire) + " means."
	}
	if p.pkg.Code.Kind == templates.Text {
		literal = strconv.Quote(value.Text)
	}
	return "ErrorCode(" + literal + ")", ""
}

// listedAs is the constant for a code; nil for none.
func (p *planner) listedAs(value string) *templates.ErrorCode {
	literal, _ := literalOf(p.pkg.Code.Kind, value)
	for _, e := range p.pkg.Code.Errors {
		if e.Literal == literal {
			return e
		}
	}
	return nil
}
