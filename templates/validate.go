package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Validation prints a Validate method for each type, and in which language they speak.
func Validation(p *Package, part *Part) *jen.File {
	f := newFile(p)
	if p.English {
		f.Add(comment("defaultLanguage is the language of messages that nobody chose one for."))
		f.Add(line("const defaultLanguage = English"))
	}
	part.validation(f)
	return f
}

func (p *Part) validation(f *jen.File) {
	for _, s := range p.structs() {
		if s.Checked || s.Request {
			s.validate(f)
		}
	}
	p.unchecked(f)
}

// structs are all that are types of the API: requests, envelopes, and the others.
func (p *Part) structs() []*Struct {
	var out []*Struct
	for _, op := range p.Operations {
		out = append(out, op.Request)
	}
	return append(append(out, p.Envelopes...), p.Structs...)
}

// unchecked prints the methods of the types that nothing is said about.
func (p *Part) unchecked(f *jen.File) {
	first := true
	for _, s := range p.structs() {
		if s.Checked || s.Request {
			continue
		}
		if first {
			f.Comment("// The documentation states no rule for the types that follow: nothing in them can be wrong.").Line()
			first = false
		}
		f.Add(line("func (*", s.Name, ") Validate() error { return nil }"))
	}
}

func (s *Struct) validate(f *jen.File) {
	if s.Checked {
		f.Add(comment("Validate checks the rules that the documentation states; the error is Problems, all of them."))
	} else {
		f.Add(comment("Validate wants a request, and nothing of it: the documentation states no rule."))
	}
	f.Add(line("func (x *", s.Name, ") Validate() error")).BlockFunc(func(g *jen.Group) {
		if s.Request {
			g.Add(line("if x == nil")).Block(line("return errNoRequest"))
		}
		if !s.Checked {
			g.Add(line("return nil"))
			return
		}
		g.Add(line("var c checker"))
		g.Add(line("x.check(&c)"))
		g.Add(line("return c.err()"))
	})
	if !s.Checked {
		return
	}
	s.characterClasses(f)
	function(f, "func (x *", s.Name, ") check(c *checker) int").BlockFunc(func(g *jen.Group) {
		g.Add(line("start := c.start()"))
		if s.Envelope != nil && s.Envelope.Checked {
			g.Add(line("x.", s.Envelope.Name, ".check(c)"))
		}
		perPlace(g, s.Fields, func(field *Field) bool { return field.rules() }, func(g *jen.Group, field *Field) { field.validate(g, s) })
		for _, rule := range s.Conditions {
			rule.print(g)
		}
		for _, rule := range s.Choices {
			rule.print(g)
		}
		g.Add(line("return start"))
	})
	for _, field := range s.Fields {
		field.patterns(f)
	}
}

func (f *Field) patterns(file *jen.File) {
	for _, c := range f.Checks {
		if c.Kind == Pattern {
			file.Add(line("var ", c.Var, " = pattern{expr: ", quote(c.Expr), "}"))
		}
	}
}

// classes are what texts in the struct may be made of, each once.
func (s *Struct) classes() (classes []string) {
	for _, f := range s.Fields {
		for _, c := range f.Checks {
			if c.Kind == Characters && !slices.Contains(classes, c.Want) {
				classes = append(classes, c.Want)
			}
		}
	}
	return classes
}

// characterClasses prints what texts in the struct may be made of.
func (s *Struct) characterClasses(f *jen.File) {
	classes := s.classes()
	if len(classes) == 0 {
		return
	}
	f.Add(joined("var charactersOf", s.Name, " = [", strconv.Itoa(len(classes)), "]class", jen.BlockFunc(func(g *jen.Group) {
		for _, want := range classes {
			g.Add(line("{want: ", quote(want), "},"))
		}
	})))
}

// class is the Go expression for one of them.
func (s *Struct) class(want string) string {
	return "&charactersOf" + s.Name + "[" + strconv.Itoa(slices.Index(s.classes(), want)) + "]"
}

// validate prints the checks of one field: that it is there, its own rules, and those of what is in it.
func (f *Field) validate(g *jen.Group, s *Struct) {
	value := "x." + f.Name
	if there := f.there(value); f.Required && there != "" {
		g.Add(line("c.required(", quote(f.Wire), ", ", there, ")"))
	}
	if len(f.Checks) == 0 && !f.Type.checked() {
		return
	}
	if guard := f.guard(value); guard != "" {
		g.Add(line("if ", guard)).BlockFunc(func(g *jen.Group) { f.checks(g, s, value) })
		return
	}
	f.checks(g, s, value)
}

// there is the condition under which a required field was given; "" where its type cannot tell.
func (f *Field) there(value string) string {
	switch {
	case f.Nullable:
		return ""
	case f.Pointer, f.Type.Kind == List, f.Type.Kind == Map, f.Type.Kind == Stream, f.Type.Kind == Bytes:
		return value + " != nil"
	case f.Type.Kind == Raw:
		return "len(" + value + ") > 0"
	}
	return ""
}

// guard is the condition under which there is a value to check: what is absent breaks no rule but that of its presence.
func (f *Field) guard(value string) string {
	switch {
	case f.Pointer, f.Type.Kind == List && len(f.Checks) > 0:
		return value + " != nil"
	case f.Required || len(f.Checks) == 0 && !f.Type.checked():
		return ""
	case f.Type.Kind == Text:
		return value + ` != ""`
	case f.Type.Kind == Integer, f.Type.Kind == Number:
		return value + " != 0"
	}
	return ""
}

func (f *Field) checks(g *jen.Group, s *Struct, value string) {
	scalar := value
	if f.Pointer && f.Type.Kind.IsScalar() {
		scalar = "*" + value
	}
	for _, c := range f.Checks {
		call := "c." + c.method(f.Type.Kind) + "(" + quote(f.Wire)
		switch {
		case c.Kind == Characters:
			g.Add(line("c.check(isMadeOf(", f.Type.plain("", scalar), ", ", s.class(c.Want), "), ", quote(f.Wire), ", ProblemCharacters, ", quote(c.Want), ")"))
		case c.Kind == Length && f.Type.Kind == Text && (c.Min <= 1 || f.isASCII()):
			c.print(g, f.Type, strings.Replace(call, "length", "quickLength", 1), scalar)
		default:
			c.print(g, f.Type, call, scalar)
		}
	}
	f.Type.checkParts(g, quote(f.Wire), value)
}

// isASCII reports whether a rule wants that the field's text be ASCII.
func (f *Field) isASCII() bool {
	return slices.ContainsFunc(f.Checks, func(c Check) bool { return c.Kind == Characters })
}

func (c *Check) method(kind Kind) string {
	switch c.Kind {
	case NotEmpty:
		if kind == Text {
			return "notEmpty"
		}
		return "items"
	case Length:
		if kind == Text {
			return "length"
		}
		return "items"
	case ByteLength:
		return "bytes"
	case Parts:
		return "parts"
	case Decimal:
		return "decimal"
	case Amount:
		return "amount"
	case Decimals:
		return "decimals"
	case Range:
		return scalars[kind].decode
	case Above, Below, Format, Prefix, Suffix:
		return "check"
	case Pattern:
		return "pattern"
	}
	return "add"
}

// print prints one check; call is the beginning of the checker's method call.
func (c *Check) print(g *jen.Group, t *Type, call, value string) {
	plain := t.plain("", value)
	switch c.Kind {
	case NotEmpty:
		if t.Kind == Text {
			g.Add(line(call, ", ", plain, ")"))
		} else {
			g.Add(line(call, ", len(", value, "), 1, -1)"))
		}
	case Length, ByteLength:
		if t.Kind != Text {
			plain = "len(" + value + ")"
		}
		g.Add(line(call, ", ", plain, ", ", strconv.Itoa(c.Min), ", ", strconv.Itoa(c.Max), ")"))
	case Parts:
		g.Add(line(call, ", ", plain, ", ", strconv.Itoa(c.Min), ", ", strconv.Itoa(c.Max), ")"))
	case Decimal:
		g.Add(line(call, ", ", plain, ", ", quote(c.Low), ", ", quote(c.High), ")"))
	case Amount:
		g.Add(line(call, ", ", plain, ", ", quote(c.Low), ", ", quote(c.High), ", ", strconv.Itoa(c.Max), ")"))
	case Decimals:
		g.Add(line(call, ", ", plain, ", ", strconv.Itoa(c.Max), ")"))
	case Prefix:
		c.printAffix(g, call, plain, "HasPrefix", "ProblemPrefix")
	case Suffix:
		c.printAffix(g, call, plain, "HasSuffix", "ProblemSuffix")
	case Format:
		g.Add(line("c.check(", c.Var, "(", plain, "), ", strings.TrimPrefix(call, "c.check("), ", ProblemFormat, ", quote(c.Want), ")"))
	case Moment:
		g.Add(line("if _, err := ", strings.TrimPrefix(value, "*"), ".Time(); err != nil")).Block(line(call, ", ProblemFormat, ", quote(c.Want), ")"))
	case Range:
		c.printRange(g, t.Kind, call, plain)
	case Above, Below:
		compare, want := " > ", c.Low
		if c.Kind == Below {
			compare, want = " < ", c.High
		}
		g.Add(line(strings.Replace(call, "(", "("+plain+compare+want+", ", 1), ", ProblemRange, ", quote(strings.TrimSpace(compare)+" "+want), ")"))
	case Pattern:
		g.Add(line(call, ", ", plain, ", &", c.Var, ")"))
	case OneOf:
		g.Switch(line(value)).Block(
			jen.Case(line(strings.Join(c.Values, ", "))),
			jen.Default().Block(line(call, ", ProblemEnum, ", quote(c.Want), ")")))
	}
}

// printAffix prints the check that a text begins or ends with one of the values.
func (c *Check) printAffix(g *jen.Group, call, value, has, code string) {
	method, name, _ := strings.Cut(call, "(")
	parts := []any{method + "("}
	texts := make([]string, len(c.Values))
	for i, v := range c.Values {
		or := " || "
		if i == len(c.Values)-1 {
			or = ", "
		}
		parts = append(parts, jen.Qual("strings", has), "(", value, ", ", v, ")", or)
		texts[i], _ = strconv.Unquote(v) // a literal
	}
	parts = append(parts, name, ", ", code, ", ", quote(strings.Join(texts, " | ")), ")")
	g.Add(joined(parts...))
}

func (c *Check) printRange(g *jen.Group, kind Kind, call, value string) {
	bound := func(literal, integer, sign string) *jen.Statement {
		switch {
		case literal != "":
			return line(literal)
		case kind == Integer:
			return jen.Qual("math", integer)
		}
		return joined(jen.Qual("math", "Inf"), "(", sign, ")")
	}
	g.Add(joined(call, ", ", value, ", ", bound(c.Low, "MinInt64", "-1"), ", ", bound(c.High, "MaxInt64", "1"), ")"))
}

// checked reports whether values of the type have rules of their own.
func (t *Type) checked() bool {
	switch t.Kind {
	case Object:
		return t.Struct.Checked
	case List, Map:
		return t.Elem.checked()
	}
	return t.Named != nil && t.Named.Checked
}

// checkParts checks what is in a value; name is a Go expression for the member's name.
func (t *Type) checkParts(g *jen.Group, name, value string) {
	if !t.checked() {
		return
	}
	switch t.Kind {
	case Object:
		g.Add(line("c.member(", value, ".check(c), ", name, ")"))
	case List:
		t.checkList(g, name, value)
	case Map:
		g.Add(line("for k, v := range members(c, ", name, ", ", value, ")")).BlockFunc(func(g *jen.Group) { t.Elem.checkParts(g, "k", "v") })
	default:
		g.Add(line(value, ".check(c, ", name, ")"))
	}
}

func (t *Type) checkList(g *jen.Group, name, value string) {
	index := "i" + strings.Repeat("i", strings.Count(value, "["))
	elem := value + "[" + index + "]"
	g.Add(line("for ", index, " := range ", value)).BlockFunc(func(g *jen.Group) {
		start := elem + ".check(c)"
		if t.Elem.Kind != Object {
			start = "start"
			g.Add(line("start := c.start()"))
			t.Elem.checkParts(g, `""`, elem)
		}
		g.Add(line("c.element(", start, ", ", name, ", ", index, ")"))
	})
}

// HasRules reports whether a value of the struct can break a rule, as far as is known of the structs within.
func (s *Struct) HasRules() bool {
	if s.Envelope != nil && s.Envelope.Checked {
		return true
	}
	for _, f := range s.Fields {
		if f.rules() {
			return true
		}
	}
	return len(s.Conditions)+len(s.Choices) > 0
}

func (f *Field) rules() bool {
	return f.Required && f.there("x") != "" || len(f.Checks) > 0 || f.Type.checked()
}

// perPlace prints something for those fields that have it. The problems of what is no member of a body stand under query, path, header
// or cookie.
func perPlace(g *jen.Group, fields []*Field, has func(*Field) bool, print func(*jen.Group, *Field)) {
	fields = slices.DeleteFunc(slices.Clone(fields), func(f *Field) bool { return !has(f) })
	for len(fields) > 0 {
		place, n := fields[0].In, 1
		for n < len(fields) && fields[n].In == place {
			n++
		}
		inPlace(g, place, func(g *jen.Group) {
			for _, f := range fields[:n] {
				print(g, f)
			}
		})
		fields = fields[n:]
	}
}

// inPlace prints checks of what travels at a place, as a block of their own.
func inPlace(g *jen.Group, place string, print func(*jen.Group)) {
	if place == "body" {
		print(g)
		return
	}
	g.BlockFunc(func(g *jen.Group) { within(g, place, print) })
}

// within is inPlace where the block is there already.
func within(g *jen.Group, place string, print func(*jen.Group)) {
	if place == "body" {
		print(g)
		return
	}
	g.Add(line("start := c.start()"))
	print(g)
	g.Add(line("c.member(start, ", quote(place), ")"))
}
