package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Code is the type of business codes, Text or Integer, and those that the documentation lists.
type Code struct {
	Kind   Kind
	Errors []*ErrorCode
}

// ErrorCode is a business code with a constant.
type ErrorCode struct {
	Const   string
	Literal string // as Go writes it
	Comment string // what the documentation says of it, and where
	Text    string // the text for people; "" for none
	Status  int    // the HTTP status that goes with it; 0 for none
}

// Errors prints the errors of the API: the type of business codes with its constants, and the error that holds one.
func Errors(p *Package) *jen.File {
	f := newFile(p)
	p.Code.declare(f)
	p.Code.constants(f)
	p.Code.said(f)
	p.Code.isListed(f, p.Envelopes)
	p.Code.answered(f)
	p.apiError(f)
	return f
}

// golang is the type beneath that of the codes.
func (c *Code) golang() string { return scalars[c.Kind].golang }

func (c *Code) declare(f *jen.File) {
	f.Add(comment("ErrorCode is a business code that says that a call failed. It is an error: errors.Is finds it in the *APIError of a"))
	f.Add(comment("client, and a handler that returns one answers with the code and its text."))
	f.Type().Id("ErrorCode").Id(c.golang())
}

func (c *Code) constants(f *jen.File) {
	if len(c.Errors) == 0 {
		return
	}
	f.Add(comment("The codes that the documentation lists."))
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, e := range c.Errors {
			def := line(e.Const, " ErrorCode = ", e.Literal)
			if e.Comment != "" {
				def.Comment("// " + e.Comment)
			}
			g.Add(def)
		}
	})
}

// said prints what a code says as an error.
func (c *Code) said(f *jen.File) {
	if !c.hasTexts() {
		f.Add(comment("Error names the code."))
		f.Add(line("func (c ErrorCode) Error() string")).Block(line(`return "code " + `, c.text("c")))
		return
	}
	f.Add(comment("Text is what the documentation says of the code; the empty string for a code that it does not list."))
	f.Add(line("func (c ErrorCode) Text() string")).Block(
		jen.Switch(jen.Id("c")).BlockFunc(func(g *jen.Group) {
			for _, e := range c.Errors {
				if e.Text != "" {
					g.Case(jen.Id(e.Const)).Block(line("return ", quote(e.Text)))
				}
			}
		}),
		line(`return ""`))
	f.Add(comment("Error names the code and what the documentation says of it."))
	f.Add(line("func (c ErrorCode) Error() string")).Block(
		line("if text := c.Text(); text != \"\"").Block(line(`return "code " + `, c.text("c"), ` + ": " + text`)),
		line(`return "code " + `, c.text("c")))
}

// hasTexts reports whether the documentation has a text for some code.
func (c *Code) hasTexts() bool {
	for _, e := range c.Errors {
		if e.Text != "" {
			return true
		}
	}
	return false
}

// isListed prints the method that tells an error from a success where that is not stated.
func (c *Code) isListed(f *jen.File, envelopes []*Struct) {
	needed := func(s *Struct) bool { return s.Failure != nil && !s.Failure.Known() }
	if len(c.Errors) == 0 || !slices.ContainsFunc(envelopes, needed) {
		return
	}
	consts := make([]string, len(c.Errors))
	for i, e := range c.Errors {
		consts[i] = e.Const
	}
	f.Add(comment("listed reports whether the documentation lists the code as an error."))
	f.Add(line("func (c ErrorCode) listed() bool")).Block(
		jen.Switch(jen.Id("c")).Block(jen.Case(line(folded(consts))).Block(line("return true"))),
		line("return false"))
}

// text is an expression for a code as text.
func (c *Code) text(value string) string {
	if c.Kind == Integer {
		return "textOfInt(int64(" + value + "))"
	}
	return "string(" + value + ")"
}

// answered prints how a code is answered.
func (c *Code) answered(f *jen.File) {
	statuses := c.statuses()
	status, message := "200", ""
	if len(statuses) > 0 {
		status = "c.status()"
	}
	if c.hasTexts() {
		message = "Message: c.Text(), "
	}
	function(f, "func (c ErrorCode) answer() *Failure").Block(
		line("return &Failure{Status: ", status, ", ", message, "Err: c}"))
	if len(statuses) == 0 {
		return
	}
	f.Add(comment("status is the HTTP status that a code travels with."))
	f.Add(line("func (c ErrorCode) status() int")).Block(
		jen.Switch(jen.Id("c")).BlockFunc(func(g *jen.Group) {
			for _, s := range statuses {
				g.Case(line(folded(s.consts))).Block(line("return ", strconv.Itoa(s.status)))
			}
		}),
		line("return 200"))
}

// withStatus are the codes that travel with an HTTP status.
type withStatus struct {
	status int
	consts []string
}

func (c *Code) statuses() []*withStatus {
	var all []*withStatus
	of := make(map[int]*withStatus)
	for _, e := range c.Errors {
		if e.Status == 0 || e.Status == 200 {
			continue
		}
		if of[e.Status] == nil {
			of[e.Status] = &withStatus{status: e.Status}
			all = append(all, of[e.Status])
		}
		of[e.Status].consts = append(of[e.Status].consts, e.Const)
	}
	return all
}

// apiError prints the error that an answer with a business code other than success is.
func (p *Package) apiError(f *jen.File) {
	orElse := "200"
	if len(p.Code.statuses()) > 0 {
		orElse = "the one that goes with the code, or 200"
	}
	if p.failuresKnown() {
		f.Add(comment("APIError is an answer whose business code says that the call failed. A handler returns one to answer so, with a text of its own."))
	} else {
		f.Add(comment("APIError is what a handler returns to answer with a business code and a text of its own. A client returns none: the"))
		f.Add(comment("documentation does not say which codes mean success, so every answer is taken for one, whatever its code."))
	}
	f.Add(line("type APIError struct")).Block(
		line("Operation string").Comment("// the name of the method"),
		line("Code ErrorCode").Comment("// the business code"),
		line("Message string").Comment("// the text for people, as it was sent"),
		line("HTTPStatus int").Comment("// 0 from a handler means "+orElse),
	)
	f.Add(comment("Error names the operation, the code and the message."))
	f.Add(line("func (e *APIError) Error() string")).Block(
		line(`return e.Operation + ": code " + `, p.Code.text("e.Code"), ` + ": " + e.Message`))
	f.Add(comment("Unwrap gives the code."))
	f.Add(line("func (e *APIError) Unwrap() error")).Block(line("return e.Code"))
	function(f, "func (e *APIError) answer() *Failure").Block(
		line("f := e.Code.answer()"),
		line("f.Err = e"),
		line(`if e.Message != ""`).Block(line("f.Message = e.Message")),
		line("if e.HTTPStatus != 0").Block(line("f.Status = e.HTTPStatus")),
		line("return f"))
}

// failuresKnown reports whether a client can tell failures in some envelope.
func (p *Package) failuresKnown() bool {
	return slices.ContainsFunc(p.Envelopes, func(s *Struct) bool { return s.Failure.Found(p.Code) })
}

// fails says which errors an operation's documentation lists, as a comment below its own.
func (op *Operation) fails(g adder) {
	if len(op.Errors) == 0 {
		return
	}
	names := make([]string, len(op.Errors))
	for i, e := range op.Errors {
		names[i] = e.Const
	}
	words := strings.Split("It fails with "+strings.Join(names, ", ")+".", " ")
	for len(words) > 0 {
		n, length := 0, 0
		for n < len(words) && (n == 0 || length+len(words[n]) <= maxLine) {
			length += len(words[n]) + 1
			n++
		}
		g.Add(comment(strings.Join(words[:n], " ")))
		words = words[n:]
	}
}
