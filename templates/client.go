package templates

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// Client prints the client: addresses, common parameters, the interface, and a method or two for each operation of the part.
func Client(p *Package, part *Part) *jen.File {
	f := newFile(p)
	part.operationVars(f)
	p.addresses(f)
	p.newClient(f)
	p.commonParams(f)
	p.clientAPI(f)
	for _, op := range part.Operations {
		op.call(f)
		op.callEnvelope(f)
		op.send(f, p.Selector)
	}
	for _, s := range part.Envelopes {
		s.failure(f, p.Code)
	}
	return f
}

func (p *Part) operationVars(f *jen.File) {
	if len(p.Operations) == 0 {
		return
	}
	f.Var().DefsFunc(func(g *jen.Group) {
		for _, op := range p.Operations {
			g.Add(op.variable())
		}
	})
}

// variable is what the client and the server call the operation.
func (op *Operation) variable() *jen.Statement {
	return line(op.Var, " = Operation{", quote(op.Name), ", ", quote(op.Method), ", ", quote(op.Path), "}")
}

func (p *Package) addresses(f *jen.File) {
	if p.DefaultURL != "" {
		f.Add(comment("DefaultBaseURL is the address that the documentation gives."))
		f.Add(line("const DefaultBaseURL = ", quote(p.DefaultURL)))
	}
	if len(p.Servers) == 0 {
		return
	}
	f.Add(comment("Addresses that the documentation names, for WithBaseURL."))
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, s := range p.Servers {
			g.Add(line(s.Const, " = ", quote(s.URL)).Comment("// " + s.Comment))
		}
	})
}

func (p *Package) newClient(f *jen.File) {
	address := `""`
	if p.DefaultURL != "" {
		address = "DefaultBaseURL"
		f.Add(comment("NewClient makes a client of the API at DefaultBaseURL, or wherever WithBaseURL says."))
	} else {
		f.Add(comment("NewClient makes a client of the API. The documentation gives no address: set one with WithBaseURL."))
	}
	f.Add(line("func NewClient(opts ...ClientOption) *APIClient")).Block(line("return newAPIClient(", address, ", opts)"))
}

func (p *Package) commonParams(f *jen.File) {
	if p.Common == nil {
		return
	}
	if len(p.Common.Fields) > 0 {
		f.Add(comment("CommonParams are the parameters that every request carries; empty ones are left out."))
		f.Add(line("type CommonParams struct")).BlockFunc(func(g *jen.Group) {
			for _, field := range p.Common.Fields {
				untagged := *field
				untagged.In = ""
				structField(g, &untagged)
			}
		})
		f.Add(comment("WithCommonParams sets the parameters that every request carries."))
		f.Add(line("func WithCommonParams(p CommonParams) ClientOption")).Block(line("return func(c *APIClient) { c.common = p.send }"))
		function(f, "func (p CommonParams) send(o *outbound)").BlockFunc(func(g *jen.Group) {
			for _, field := range p.Common.Fields {
				field.send(g, "p."+field.Name, "o.add"+strings.ToUpper(field.In[:1])+field.In[1:]+"(")
			}
		})
	}
	if s := p.Common.Signature; s != nil {
		f.Add(comment("WithSigner has every request signed as the last step before it is sent: the signature travels as the ", s.In, " parameter ", s.Label))
		f.Add(line("func WithSigner(s Signer) ClientOption")).Block(
			line("return func(c *APIClient) { c.sign = signedBy(s, sign", strings.ToUpper(s.In[:1]), s.In[1:], "(", quote(s.Wire), ")) }"))
	}
}

func (p *Package) clientAPI(f *jen.File) {
	f.Add(comment("ClientAPI is what APIClient offers, for code that wants to be given a fake in tests."))
	f.Add(line("type ClientAPI interface")).BlockFunc(func(g *jen.Group) {
		for _, op := range p.Operations {
			op.doc(g, false)
			g.Add(op.signature(op.Name, &op.Result))
			if op.Result.surrounded() {
				g.Add(op.aboutEnvelope())
				g.Add(op.signature(op.Name+"Envelope", op.Result.whole()))
			}
		}
	})
	f.Add(line("var _ ClientAPI = (*APIClient)(nil)"))
}

// surrounded reports whether there is more to an answer than the result.
func (r *Result) surrounded() bool { return r.Nothing || r.Data != nil && !r.Root.Hidden }

// whole is the result with all that surrounds it.
func (r *Result) whole() *Result {
	return &Result{Type: &Type{Kind: Object, Struct: r.Root}}
}

// signature is a method of the client or the handler.
func (op *Operation) signature(name string, result *Result) *jen.Statement {
	return joined(name, "(ctx ", jen.Qual("context", "Context"), ", req *", op.Request.Name, ") ", result.returned(nil))
}

// returned is what the operation's methods return, as the package of a scaffold writes it; nil for the generated package itself.
func (r *Result) returned(s *Stub) *jen.Statement {
	switch {
	case r.Nothing:
		return jen.Id("error")
	case r.pointer():
		return joined("(*", r.Type.codeFrom(s), ", error)")
	}
	return joined("(", r.Type.codeFrom(s), ", error)")
}

// pointer reports whether the methods return a pointer: to an object, or to a scalar that may be null.
func (r *Result) pointer() bool {
	return r.Type.Kind == Object || r.Data != nil && r.Data.Pointer
}

// with is what the methods return with an error: the zero value of the result stands before it.
func (r *Result) with(err string) string {
	switch {
	case r.Nothing:
		return err
	case r.pointer():
		return "nil, " + err
	}
	return r.Type.Kind.zero() + ", " + err
}

// zero is the zero value of a kind; a struct stands for a pointer to it.
func (k Kind) zero() string {
	switch k {
	case Text:
		return `""`
	case Integer, Number:
		return "0"
	case Boolean:
		return "false"
	}
	return "nil"
}

func (op *Operation) method(f *jen.File, name string, result *Result) *jen.Statement {
	s := joined("func (c *APIClient) ", op.signature(name, result))
	f.Add(s)
	return s
}

// call prints the method that returns the result alone.
func (op *Operation) call(f *jen.File) {
	r := &op.Result
	op.doc(f, true)
	op.deprecate(f)
	method := op.method(f, op.Name, r)
	switch {
	case r.Nothing:
		method.Block(line("_, err := c.", op.Name, "Envelope(ctx, req)"), line("return err"))
	case r.Kind == RawResult:
		method.Block(line("return c.callRaw(ctx, &", op.Var, ", req)"))
	case r.Kind == TextResult:
		method.Block(line("text, err := c.callRaw(ctx, &", op.Var, ", req)"), line("return string(text), err"))
	case r.Kind == StreamResult:
		method.Block(line("return c.callFile(ctx, &", op.Var, ", req)"))
	case r.Data != nil && !r.surrounded():
		method.Block(
			line("resp := new(", op.Result.Root.Name, ")"),
			line("err := c.call(ctx, &", op.Var, ", req, resp)"),
			line("return resp.", r.Data.Name, ", err"))
	case r.Data != nil:
		value := "resp." + r.Data.Name
		if r.Type.Kind == Object && !r.Data.Pointer {
			value = "&" + value
		}
		method.Block(
			line("resp, err := c.", op.Name, "Envelope(ctx, req)"),
			line("if err != nil").Block(line("return ", r.with("err"))),
			line("return ", value, ", nil"))
	default:
		op.callJSON(method)
	}
}

func (op *Operation) aboutEnvelope() *jen.Statement {
	if op.Result.Nothing {
		return comment(op.Name, "Envelope is ", op.Name, " with the answer, which has no result in it.")
	}
	return comment(op.Name, "Envelope is ", op.Name, " with all that surrounds the result.")
}

// callEnvelope prints the method that returns the result with its envelope.
func (op *Operation) callEnvelope(f *jen.File) {
	if !op.Result.surrounded() {
		return
	}
	f.Add(op.aboutEnvelope())
	op.callJSON(op.method(f, op.Name+"Envelope", op.Result.whole()))
}

func (op *Operation) callJSON(method *jen.Statement) {
	method.Block(
		line("resp := new(", op.Result.Root.Name, ")"),
		line("if err := c.call(ctx, &", op.Var, ", req, resp); err != nil").Block(line("return nil, err")),
		line("return resp, nil"))
}

func (op *Operation) deprecate(f *jen.File) {
	if op.Deprecated != "" {
		f.Comment("//")
		f.Add(comment("Deprecated: ", op.Deprecated))
	}
}

// failure prints how an envelope's code becomes an error.
func (s *Struct) failure(f *jen.File, code *Code) {
	fail := s.Failure
	if !fail.Found(code) {
		return
	}
	f.Add(comment("failure is the error that the business code stands for; what else is wrong with the answer does not matter then."))
	f.Add(line("func (e *", s.Name, ") failure(op *Operation, status int, err error) error")).BlockFunc(func(g *jen.Group) {
		g.Add(line("if ", strings.Join(append(fail.unknown(), fail.passes(code)...), " || "))).Block(line("return nil"))
		message := `""`
		if fail.Message != nil {
			message = fail.of("e", fail.Message)
		}
		g.Add(line("return &APIError{op.Name, ", fail.errorCode(code.Kind), ", ", message, ", status}"))
	})
}

// Found reports whether a client can tell a failure: it knows what success is, or which codes are errors.
func (fail *Failure) Found(code *Code) bool {
	return fail != nil && (fail.Known() || len(code.Errors) > 0)
}

// unknown lists the conditions under which it was not read whether the call went well.
func (fail *Failure) unknown() []string {
	if fail.Head == nil {
		return []string{"!codeKnown(err, " + quote(fail.sign().Wire) + ")"}
	}
	return []string{"!codeKnown(err, " + quote(fail.Head.Wire) + ")", "!codeKnown(err, " + quote(fail.Head.Wire+"."+fail.sign().Wire) + ")"}
}

// passes lists the conditions under which the code is no failure. Where nobody says what success is, it is all codes that are
// not listed as errors.
func (fail *Failure) passes(code *Code) []string {
	value := fail.of("e", fail.Code)
	if fail.Passed != nil {
		return []string{fail.of("e", fail.Passed)}
	}
	if len(fail.Success) == 0 {
		return []string{"!" + fail.errorCode(code.Kind) + ".listed()"}
	}
	var out []string
	for _, literal := range fail.Success {
		switch literal {
		case "true":
			out = append(out, value)
		case "false":
			out = append(out, "!"+value)
		default:
			out = append(out, value+" == "+literal)
		}
	}
	return out
}

// errorCode is an envelope's code as an ErrorCode.
func (fail *Failure) errorCode(kind Kind) string {
	value := fail.of("e", fail.Code)
	if from := fail.Code.Type.Kind; from != kind {
		value = scalars[from].text + "(" + value + ")"
	}
	return "ErrorCode(" + value + ")"
}
