package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// timeTypes are what the types for well-known layouts are called, by the layout in Go's letters.
var timeTypes = [...]struct{ layout, name string }{
	{"2006-01-02 15:04:05", "DateTime"}, {"2006-01-02 15:04:05.000", "DateTimeMilli"}, {"2006-01-02 15:04", "DateMinute"},
	{"2006-01-02 15", "DateHour"}, {"2006-01-02", "Date"}, {"2006-01", "Month"}, {"2006", "Year"}, {"01-02", "MonthDay"},
	{"15:04:05", "TimeOfDay"}, {"15:04", "MinuteOfDay"},
	{"20060102150405", "CompactDateTime"}, {"200601021504", "CompactDateMinute"}, {"20060102", "CompactDate"}, {"200601", "CompactMonth"},
	{"150405", "CompactTimeOfDay"},
	{"2006/01/02 15:04:05", "SlashDateTime"}, {"2006/01/02 15:04", "SlashDateMinute"}, {"2006/01/02", "SlashDate"}, {"2006/01", "SlashMonth"},
	{"2006.01.02 15:04:05", "DotDateTime"}, {"2006.01.02", "DotDate"},
	{"2006年01月02日 15:04:05", "ChineseDateTime"}, {"2006年01月02日", "ChineseDate"}, {"2006年01月", "ChineseMonth"},
	{"2006-01-02T15:04:05", "LocalDateTime"}, {"2006-01-02T15:04:05.000", "LocalDateTimeMilli"},
	{"2006-01-02T15:04:05Z", "UTCDateTime"}, {"2006-01-02T15:04:05.000Z", "UTCDateTimeMilli"},
	{"2006-01-02T15:04:05Z07:00", "ZonedDateTime"}, {"2006-01-02T15:04:05.000Z07:00", "ZonedDateTimeMilli"},
	{"2006-01-02T15:04:05Z0700", "OffsetDateTime"}, {"2006-01-02T15:04:05.000Z0700", "OffsetDateTimeMilli"},
}

// timeTypeName is what the type for a layout is called, "" for one that is not well known.
func timeTypeName(layout string) string {
	for _, known := range timeTypes {
		if known.layout == layout {
			return known.name
		}
	}
	return ""
}

// The types of times that are written otherwise than in one layout of letters.
const (
	unstatedTime    = "Timestamp" // a date and time of which the page does not say how it is written
	unixSeconds     = "UnixSeconds"
	unixMillis      = "UnixMillis"
	unixSecondsText = "UnixSecondsText"
	unixMillisText  = "UnixMillisText"
)

// timeNames are the names that types of times have in every package, and those of their constructors. They are taken whether
// or not a page has such times: a name must not change when another page does.
func timeNames() []string {
	names := []string{unstatedTime, unixSeconds, unixMillis, unixSecondsText, unixMillisText}
	for _, known := range timeTypes {
		names = append(names, known.name)
	}
	for _, name := range names {
		names = append(names, "New"+name)
	}
	return names
}

// unixTimes are numbers since 1970, by kind and format.
var unixTimes = [...]struct {
	kind                    ir.Kind
	format, name, doc, unit string
}{
	{ir.Integer, "unix-seconds", unixSeconds, "is a time as the number of seconds since 1970.", "Unix"},
	{ir.Integer, "unix-millis", unixMillis, "is a time as the number of milliseconds since 1970.", "UnixMilli"},
	{ir.String, "unix-seconds", unixSecondsText, "is a time as the number of seconds since 1970, in digits.", "Unix"},
	{ir.String, "unix-millis", unixMillisText, "is a time as the number of milliseconds since 1970, in digits.", "UnixMilli"},
}

// unstatedLayouts are how a format is written whose layout the page does not give.
func unstatedLayouts(format string) []string {
	switch format {
	case "date-time":
		return []string{"2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05"}
	case "date":
		return []string{"2006-01-02"}
	case "time":
		return []string{"15:04:05"}
	}
	return nil
}

// timeOf is the type for times that are written in a known way; nil for other scalars, and where times are to be plain.
func (p *planner) timeOf(t *ir.Scalar, at place) *templates.Time {
	if p.opts.PlainTimes || at.plain {
		return nil
	}
	for _, unix := range unixTimes {
		if unix.kind == t.Kind && unix.format == t.Format {
			return p.timeType(t, unix.name, &templates.Time{
				Named: templates.Named{Name: unix.name, Kind: kindOf(t.Kind), Doc: unix.doc}, Unit: unix.unit,
			})
		}
	}
	if t.Kind != ir.String {
		return nil
	}
	if layouts := unstatedLayouts(t.Format); t.Layout.Empty() && len(layouts) > 0 {
		if len(layouts) == 1 {
			return p.layoutType(t, layouts[0])
		}
		return p.timeType(t, unstatedTime, &templates.Time{
			Named: templates.Named{
				Name: unstatedTime, Kind: templates.Text,
				Doc: "is a date and time whose layout the documentation does not give: it is read as RFC 3339 or " + lettersOf(layouts[1]) + ".",
			},
			Layouts: layouts, Dated: true,
		})
	}
	if layout, ok := goLayout(t.Layout.Value); ok {
		return p.layoutType(t, layout)
	}
	return nil
}

// layoutType is the type for a layout of package time.
func (p *planner) layoutType(from *ir.Scalar, layout string) *templates.Time {
	return p.timeType(from, layout, &templates.Time{
		Named:   templates.Named{Name: timeTypeName(layout), Kind: templates.Text, Doc: "is a time written as " + lettersOf(layout) + "."},
		Layouts: []string{layout}, UTC: strings.HasSuffix(layout, "Z"), Dated: strings.Contains(layout, "2006") || strings.Contains(layout, "02"),
	})
}

// timeType is the package's one type of a kind of times.
func (p *planner) timeType(from *ir.Scalar, key string, t *templates.Time) *templates.Time {
	if p.times[key] == nil {
		p.times[key] = t
		p.pkg.Times = append(p.pkg.Times, t)
		p.moments[t] = from
	}
	return p.times[key]
}

// nameTimes names the types of unusual layouts, by the first letters of what they hold.
func (p *planner) nameTimes() {
	byName := func(a, b *templates.Time) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), slices.Compare(a.Layouts, b.Layouts))
	}
	slices.SortFunc(p.pkg.Times, byName)
	for _, t := range p.pkg.Times {
		p.nameTime(t)
	}
	slices.SortFunc(p.pkg.Times, byName)
}

// nameTime names one type of times. The names of well-known layouts are nobody else's, so there is nothing to clash with.
func (p *planner) nameTime(t *templates.Time) {
	key := t.Name
	if len(t.Layouts) == 1 {
		key = lettersOf(t.Layouts[0])
	}
	c := claim{name: t.Name, own: true, suffix: "Text", also: func(name string) []string { return []string{"New" + name} }}
	if t.Name == "" {
		c.name, c.own = "Time"+initialsOf(t.Layouts[0]), false
	}
	of := p.moments[t]
	t.Name = p.claimed(TimeName, key, c, of, of.Layout.Span)
}
