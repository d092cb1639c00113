package templates

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Times prints the types of dates and times: what travels, with the way to a time.Time and back.
func Times(p *Package) *jen.File {
	f := newFile(p)
	f.Add(comment("TimeZone is the zone of times that do not name theirs."))
	f.Var().Id("TimeZone").Op("=").Add(p.Zone.location())
	for _, t := range p.Times {
		t.declare(f)
		t.constructor(f)
		t.reader(f)
	}
	return f
}

// location is the zone as a *time.Location.
func (z Zone) location() *jen.Statement {
	if z.Seconds == 0 {
		return jen.Qual("time", "UTC")
	}
	hours, minutes := z.Seconds/3600, z.Seconds%3600/60
	offset := strconv.Itoa(hours) + "*60*60"
	if minutes != 0 {
		offset = "(" + strconv.Itoa(hours) + "*60 + " + strconv.Itoa(minutes) + ") * 60"
		offset = strings.Replace(offset, "+ -", "- ", 1)
	}
	return joined(jen.Qual("time", "FixedZone"), "(", quote(z.Name), ", ", offset, ")")
}

func (t *Time) declare(f *jen.File) {
	f.Add(comment(t.Name, " ", t.Doc))
	if t.Kind == Text {
		f.Add(comment("Whatever arrives is kept as it is: nothing is refused before somebody calls Time."))
	}
	f.Type().Id(t.Name).Id(scalars[t.Kind].golang)
}

// constructor prints the function that makes a value of a time.Time.
func (t *Time) constructor(f *jen.File) {
	zero := `""`
	if t.Kind == Integer {
		zero = "0"
	}
	f.Add(comment("New", t.Name, " writes a time", t.written(), "; the zero time is ", zero, "."))
	f.Add(joined("func New", t.Name, "(t ", jen.Qual("time", "Time"), ") ", t.Name)).BlockFunc(func(g *jen.Group) {
		g.Add(line("if t.IsZero()")).Block(line("return ", zero))
		value := "t." + t.Unit + "()"
		switch {
		case t.Unit == "":
			value = "t.In(" + t.zone() + ").Format(" + quote(t.Layouts[0]) + ")"
		case t.Kind == Text:
			value = "textOfInt(" + value + ")"
		}
		g.Add(line("return ", t.Name, "(", value, ")"))
	})
}

// written says in which zone a layout is written.
func (t *Time) written() string {
	switch {
	case t.Unit != "":
		return ""
	case t.UTC:
		return " in UTC"
	}
	return " in TimeZone"
}

// zone is the variable for the zone in which times are written.
func (t *Time) zone() string {
	if t.UTC {
		return "time.UTC"
	}
	return "TimeZone"
}

// reader prints the method that makes a time.Time of a value.
func (t *Time) reader(f *jen.File) {
	moment, unit := jen.Qual("time", "Time"), jen.Qual("time", t.Unit)
	method := func(results ...any) *jen.Statement {
		s := joined("func (x ", t.Name, ") Time() ", joined(results...))
		f.Add(s)
		return s
	}
	switch {
	case t.Kind == Integer:
		f.Add(comment("Time is the time in TimeZone; the zero time for 0."))
		method(moment).Block(
			line("if x == 0").Block(joined("return ", moment, "{}")),
			joined("return ", unit, "(", t.seconds("int64(x)"), ").In(TimeZone)"))
	case t.Unit != "":
		f.Add(comment("Time is the time in TimeZone; the zero time for the empty string and for zeros. It fails for what is no number."))
		method("(", moment, ", error)").Block(
			line("n, err := digitsOf(string(x))"),
			line("if err != nil || n == 0").Block(joined("return ", moment, "{}, err")),
			joined("return ", unit, "(", t.seconds("n"), ").In(TimeZone), nil"))
	default:
		f.Add(comment("Time is the time; the zero time for the empty string", t.zeros(), ". It fails for what is written otherwise."))
		parse := "parseTime"
		if t.Dated {
			parse = "parseDate"
		}
		method("(", moment, ", error)").Block(line("return ", parse, "(string(x), ", t.zone(), ", ", quotedList(t.Layouts), ")"))
	}
}

// seconds are the arguments for package time's constructor.
func (t *Time) seconds(value string) string {
	if t.Unit == "Unix" {
		return value + ", 0"
	}
	return value
}

// zeros says what else than the empty string is the zero time.
func (t *Time) zeros() string {
	if t.Dated {
		return " and for zeros"
	}
	return ""
}

func quotedList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = quote(text)
	}
	return strings.Join(quoted, ", ")
}
