package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Server prints the handler's interface, the server that puts it behind the API's paths, and what it does for each operation of the
// part.
func Server(p *Package, part *Part) *jen.File {
	f := newFile(p)
	p.handler(f)
	p.unimplemented(f)
	p.newServer(f)
	p.receiveCommon(f)
	part.serving(f)
	for _, s := range part.Envelopes {
		s.option(f)
		if p.succeeds(s) {
			s.success(f)
		}
		if p.fails(s) {
			s.failed(f, p.Code)
		}
	}
	return f
}

// serving prints how operations are served.
func (p *Part) serving(f *jen.File) {
	for _, op := range p.Operations {
		op.receive(f)
	}
	for _, op := range p.Operations {
		if !op.Unserved {
			op.serve(f)
		}
	}
}

func (p *Package) handler(f *jen.File) {
	f.Add(comment("Handler is what the server calls: one method for each operation. Embed UnimplementedHandler to start with a part of them."))
	f.Add(line("type Handler interface")).BlockFunc(func(g *jen.Group) {
		for _, op := range p.Operations {
			op.doc(g, true)
			g.Add(op.signature(op.Name, &op.Result))
		}
	})
}

func (p *Package) unimplemented(f *jen.File) {
	f.Add(comment("UnimplementedHandler answers every operation with status 501."))
	f.Add(line("type UnimplementedHandler struct{}"))
	for _, op := range p.Operations {
		f.Add(comment(op.Name, " answers with status 501."))
		f.Add(joined("func (UnimplementedHandler) ", op.Name, "(", jen.Qual("context", "Context"), ", *", op.Request.Name, ") ", op.Result.returned(nil))).
			Block(line("return ", op.Result.with("notImplemented("+quote(op.Name)+")")))
	}
	f.Add(line("var _ Handler = UnimplementedHandler{}"))
}

func (p *Package) newServer(f *jen.File) {
	f.Add(comment("NewServer puts a handler behind the paths of the API."))
	f.Add(line("func NewServer(h Handler, opts ...ServerOption)")).Qual("net/http", "Handler").BlockFunc(func(g *jen.Group) {
		g.Add(line("s := newServer(h, routes, ", p.plainFailure(), ", opts)"))
		if p.Common != nil && len(p.Common.Fields) > 0 {
			g.Add(line("s.common = receiveCommonParams"))
		}
		g.Add(line("return s"))
	})
	f.Add(joined("var routes = []route", jen.BlockFunc(func(g *jen.Group) {
		for _, op := range p.Operations {
			if !op.Unserved {
				g.Add(op.route(p.Selector))
			}
		}
	})))
	f.Add(comment("handlerOf is what serves a request."))
	f.Add(line("func handlerOf(in *inbound) Handler")).Block(line("return in.server.handler.(Handler)"))
}

// plainFailure is the function that writes failures which belong to no operation: in the first envelope that has a code.
func (p *Package) plainFailure() string {
	for _, s := range p.Envelopes {
		if s.Failure != nil {
			return "failed" + s.Name
		}
	}
	return "failedPlain"
}

// route prints one route of the server. A gateway's action selects among the operations of one path.
func (op *Operation) route(sel *Selector) *jen.Statement {
	level := ""
	if op.Level > 0 {
		level = ", level: " + strconv.Itoa(op.Level)
	}
	return line("{").Line().
		Add(line("op: &", op.Var, ", under: ", quote(op.Pattern), level, ", methods: []string{", quoteAll(op.Methods), "},")).Line().
		Add(line("serve: serve", op.Name, op.Result.status(), ", failed: ", op.failedName(), ",", op.matcher(sel))).Line().
		Add(line("},"))
}

// status is the element of a route for another status than 200; "" for that.
func (r *Result) status() string {
	if r.Status == 0 {
		return ""
	}
	return ", status: " + strconv.Itoa(r.Status)
}

func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = quote(t)
	}
	return strings.Join(quoted, ", ")
}

// matcher is the route's match function: the conditions beyond path and method, "" for none.
func (op *Operation) matcher(sel *Selector) string {
	var conditions []string
	for _, s := range op.Splits {
		conditions = append(conditions, "in.split("+quote(s.Wildcard)+", "+quoteAll(s.Pieces)+")")
	}
	if op.Action != "" {
		conditions = append(conditions, "in."+sel.In+"Action("+quote(sel.Wire)+") == "+quote(op.Action))
	}
	if len(conditions) == 0 {
		return ""
	}
	return " match: func(in *inbound) bool { return " + strings.Join(conditions, " && ") + " },"
}

func (op *Operation) failedName() string {
	if root := op.Result.Root; root != nil && root.Envelope != nil && root.Envelope.Failure != nil {
		return "failed" + root.Envelope.Name
	}
	return "failedPlain"
}

// serve prints the function that runs an operation: read, handle, wrap.
func (op *Operation) serve(f *jen.File) {
	f.Line()
	f.Add(joined("func serve", op.Name, "(ctx ", jen.Qual("context", "Context"), ", in *inbound) (reply, error)").BlockFunc(func(g *jen.Group) {
		g.Add(line("req := new(", op.Request.Name, ")"))
		g.Add(line("if err := in.read(req); err != nil")).Block(line("return nil, err"))
		call := "handlerOf(in)." + op.Name + "(ctx, req)"
		if op.Result.Nothing {
			g.Add(line("if err := ", call, "; err != nil")).Block(line("return nil, err"))
		} else {
			g.Add(line("result, err := ", call))
			g.Add(line("if err != nil")).Block(line("return nil, err"))
		}
		op.reply(g)
	}))
}

func (op *Operation) reply(g *jen.Group) {
	r := &op.Result
	switch {
	case r.Kind == RawResult:
		g.Add(line("return rawReply(result)"))
		return
	case r.Kind == TextResult:
		g.Add(line("return textReply(result)"))
		return
	case r.Kind == StreamResult:
		g.Add(line("return fileReply(result)"))
		return
	case r.Nothing:
		r.succeed(g, line("new(", r.Root.Name, ")"))
		return
	}
	value := "result"
	if r.Type.Kind == Object {
		g.Add(line("if result == nil")).Block(line("return nil, errNoResult"))
		if r.Data != nil && !r.Data.Pointer {
			value = "*result"
		}
	}
	if r.Data == nil {
		r.wholeRoot(g)
		return
	}
	e := r.Root.Envelope
	if e == nil {
		g.Add(line("return in.answer(&", r.Root.Name, "{", r.Data.Name, ": ", value, "})"))
		return
	}
	r.succeed(g, line("&", r.Root.Name, "{", r.Data.Name, ": ", value, "}"))
}

// succeed prints the answer of a call that went well, in its envelope.
func (r *Result) succeed(g *jen.Group, root *jen.Statement) {
	e := r.Root.Envelope
	g.Add(joined("resp := ", root))
	if e.Failure.hasSuccess() {
		g.Add(line("resp.", e.Name, ".succeed()"))
	}
	g.Add(line("return in.answerIn(ctx, &resp.", e.Name, ", resp)"))
}

// wholeRoot prints the answer of a handler that returns its root. Where that has an envelope, a code that was not set is that of
// a success.
func (r *Result) wholeRoot(g *jen.Group) {
	if e := r.Root.Envelope; e != nil {
		if fail := e.Failure; fail != nil && fail.Passed != nil {
			g.Add(line(fail.of("result", fail.Passed), " = true"))
		}
		if fail := e.Failure; fail != nil && len(fail.Success) > 0 {
			code := fail.of("result", fail.Code)
			if fail.Code.Type.Kind == Boolean {
				g.Add(line(code, " = ", fail.Success[0]))
			} else if zero := fail.Code.Type.Kind.zero(); zero != fail.Success[0] {
				g.Add(line("if ", code, " == ", zero)).Block(line(code, " = ", fail.Success[0]))
			}
		}
		g.Add(line("return in.answerIn(ctx, &result.", e.Name, ", result)"))
		return
	}
	g.Add(line("return in.answer(result)"))
}

// receiveCommon prints how the common parameters reach a handler: in the context.
func (p *Package) receiveCommon(f *jen.File) {
	if p.Common == nil || len(p.Common.Fields) == 0 {
		return
	}
	f.Add(line("type commonParamsKey struct{}"))
	f.Add(comment("CommonParamsFrom gives a handler the common parameters of the request that it serves."))
	f.Add(joined("func CommonParamsFrom(ctx ", jen.Qual("context", "Context"), ") (p CommonParams, ok bool)")).Block(
		line("p, ok = ctx.Value(commonParamsKey{}).(CommonParams)"),
		line("return p, ok"))
	f.Line()
	context := jen.Qual("context", "Context")
	f.Add(joined("func receiveCommonParams(ctx ", context, ", in *inbound) ", context)).BlockFunc(func(g *jen.Group) {
		g.Add(line("var p CommonParams"))
		for _, field := range p.Common.Fields {
			param := "in." + field.In + "Param(" + quote(field.Wire) + ")"
			if field.Required {
				param += ".required()"
			}
			field.Type.receive(g, param, "p."+field.Name, field.Pointer)
		}
		g.Add(joined("return ", jen.Qual("context", "WithValue"), "(ctx, commonParamsKey{}, p)"))
	})
}

// option prints the option that completes an envelope.
func (s *Struct) option(f *jen.File) {
	option := "With" + s.Name
	f.Add(comment(option, " adds a function that completes what surrounds a result or a failure, before it is sent."))
	context := jen.Qual("context", "Context")
	f.Add(joined("func ", option, "(fill func(ctx ", context, ", e *", s.Name, ")) ServerOption")).Block(
		line("return func(s *server)").Block(
			joined("s.fill = append(s.fill, func(ctx ", context, ", envelope any) ", jen.Block(
				line("if e, ok := envelope.(*", s.Name, "); ok").Block(line("fill(ctx, e)"))), ")")))
}

// fails reports whether failures are written in the envelope.
func (p *Package) fails(s *Struct) bool {
	if p.plainFailure() == "failed"+s.Name {
		return true
	}
	for _, op := range p.Operations {
		if !op.Unserved && op.failedName() == "failed"+s.Name {
			return true
		}
	}
	return false
}

// succeeds reports whether the server puts results into the envelope.
func (p *Package) succeeds(s *Struct) bool {
	return s.Failure.hasSuccess() && slices.ContainsFunc(p.Operations, func(op *Operation) bool {
		return !op.Unserved && (op.Result.Data != nil || op.Result.Nothing) && op.Result.Root.Envelope == s
	})
}

// hasSuccess reports whether it is known what surrounds a result.
func (fail *Failure) hasSuccess() bool {
	return fail != nil && (fail.Known() || fail.Message != nil && fail.Text != "")
}

// successMembers are the members that an answer which went well starts with, and their values.
func (fail *Failure) successMembers() (members, values []string) {
	if fail.Passed != nil {
		members, values = append(members, fail.of("e", fail.Passed)), append(values, "true")
	}
	if len(fail.Success) > 0 {
		members, values = append(members, fail.of("e", fail.Code)), append(values, fail.Success[0])
	}
	if fail.Message != nil && fail.Text != "" {
		members, values = append(members, fail.of("e", fail.Message)), append(values, quote(fail.Text))
	}
	return members, values
}

// success prints what surrounds the result of a call that went well. All operations share it, so that what one page shows of a success
// is in no other's code.
func (s *Struct) success(f *jen.File) {
	members, values := s.Failure.successMembers()
	f.Add(comment("succeed fills in what a call that went well is answered with."))
	f.Add(line("func (e *", s.Name, ") succeed()")).Block(line(strings.Join(members, ", "), " = ", strings.Join(values, ", ")))
}

// failed prints how a failure is written in the envelope.
func (s *Struct) failed(f *jen.File, code *Code) {
	fail := s.Failure
	if fail == nil {
		return
	}
	f.Add(comment("failed", s.Name, " is a failure in the envelope: its code is the handler's, or else the HTTP status."))
	f.Add(line("func failed", s.Name, "(f *Failure) jsonEncoder")).BlockFunc(func(g *jen.Group) {
		members := fail.Code.Name + ": " + fail.ofStatus()
		if fail.Message != nil {
			members += ", " + fail.Message.Name + ": f.Message"
		}
		if head := fail.Head; head != nil {
			members = head.Name + ": " + head.Type.text() + "{" + members + "}"
		}
		g.Add(line("e := &", s.Name, "{", members, "}"))
		g.Add(line("var code ErrorCode"))
		g.Add(joined("if ", jen.Qual("errors", "As"), "(f, &code)")).Block(line(fail.of("e", fail.Code), " = ", fail.ofErrorCode(code.Kind)))
		g.Add(line("return e"))
	})
}

// ofStatus is the code for an HTTP status.
func (fail *Failure) ofStatus() string {
	switch fail.Code.Type.Kind {
	case Integer:
		return "int64(f.Status)"
	case Number:
		return "float64(f.Status)"
	case Boolean:
		return strconv.FormatBool(len(fail.Success) > 0 && fail.Success[0] == "false")
	}
	return "textOfInt(int64(f.Status))"
}

// ofErrorCode is the code that a handler's error carries, as the envelope's own type.
func (fail *Failure) ofErrorCode(kind Kind) string {
	to := fail.Code.Type.Kind
	switch {
	case to == kind:
		return scalars[kind].golang + "(code)"
	case to == Integer:
		return "codeAsInteger(string(code))"
	case to == Number:
		return "codeAsNumber(string(code))"
	}
	return "code == \"true\""
}
