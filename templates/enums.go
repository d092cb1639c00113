package templates

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Enums prints the types with listed values: their constants and what can be asked of them.
func Enums(p *Package, part *Part) *jen.File {
	f := newFile(p)
	for _, e := range part.Enums {
		e.print(f)
		e.validate(f)
	}
	return f
}

// print prints what a reader asks of the type.
func (e *Enum) print(f *jen.File) {
	e.declare(f)
	e.label(f)
	e.known(f)
}

func (e *Enum) declare(f *jen.File) {
	f.Add(comment(e.Name, " ", e.Doc))
	if e.Checked {
		f.Add(comment("The list is closed: Validate refuses other values."))
	} else {
		f.Add(comment("The list is open: other values are valid too."))
	}
	f.Type().Id(e.Name).Id(scalars[e.Kind].golang)
	f.Add(comment("The values of ", e.Name, "."))
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range e.Values {
			def := line(v.Const, " ", e.Name, " = ", v.Literal)
			if v.Comment != "" {
				def.Comment("// " + v.Comment)
			}
			g.Add(def)
		}
	})
}

// label prints the method that tells the page's words for a value.
func (e *Enum) label(f *jen.File) {
	if !e.labelled() {
		return
	}
	f.Add(comment("Label is what the documentation calls the value; the value itself where it has no words for it."))
	f.Add(line("func (x ", e.Name, ") Label() string")).BlockFunc(func(g *jen.Group) {
		g.Switch(line("x")).BlockFunc(func(g *jen.Group) {
			for _, v := range e.Values {
				if v.Label != "" {
					g.Case(line(v.Const)).Block(line("return ", quote(v.Label)))
				}
			}
		})
		value := scalars[e.Kind].golang + "(x)"
		if e.Kind == Integer {
			value = "textOfInt(" + value + ")"
		}
		g.Add(line("return ", value))
	})
}

func (e *Enum) labelled() bool {
	for _, v := range e.Values {
		if v.Label != "" {
			return true
		}
	}
	return false
}

func (e *Enum) known(f *jen.File) {
	consts := make([]string, len(e.Values))
	for i, v := range e.Values {
		consts[i] = v.Const
	}
	f.Add(comment("Known reports whether the documentation lists the value."))
	f.Add(line("func (x ", e.Name, ") Known() bool")).Block(
		jen.Switch(line("x")).Block(jen.Case(line(folded(consts))).Block(line("return true"))),
		line("return false"))
}

// validate prints the check of a closed list.
func (e *Enum) validate(f *jen.File) {
	if !e.Checked {
		return
	}
	f.Add(comment("Validate refuses values that the documentation does not list."))
	f.Add(line("func (x ", e.Name, ") Validate() error")).Block(
		line("var c checker"),
		line(`x.check(&c, "")`),
		line("return c.err()"))
	function(f, "func (x ", e.Name, ") check(c *checker, name string)").Block(
		line("if !x.Known()").Block(line("c.add(name, ProblemEnum, ", quote(e.want()), ")")))
}

// maxWanted is how much of a list of values a message shows, in bytes.
const maxWanted = 200

// want is the list of values as a message shows it.
func (e *Enum) want() string {
	var b strings.Builder
	for i, v := range e.Values {
		text := v.Literal
		if unquoted, err := strconv.Unquote(text); err == nil {
			text = unquoted
		}
		if i > 0 {
			b.WriteString(", ")
		}
		if b.Len()+len(text) > maxWanted && i > 0 {
			b.WriteString("…")
			break
		}
		b.WriteString(text)
	}
	return b.String()
}

// folded is a list of words, on one line or as many as it takes.
func folded(words []string) string {
	var b strings.Builder
	length := 0
	for i, w := range words {
		if i > 0 {
			b.WriteByte(',')
			if length += len(w) + 2; length > maxLine {
				b.WriteByte('\n')
				length = 0
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}
