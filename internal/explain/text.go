package explain

import (
	"fmt"
	"io"
	"strings"

	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/source"
)

// wide is how many cells a line of text takes at most, lines of pages and of code aside.
const wide = 96

// How much is shown of a long declaration, of many facts of one kind (unless Verbose), and of many places.
const (
	maxLines  = 60
	maxRows   = 12
	maxPlaces = 6
)

// printer writes for people.
type printer struct {
	report.Options
	w    io.Writer
	api  *API
	home *source.File // the page of the subject: places on it go without its name
}

// Text writes subjects for people. Write errors are left to w.
func (a *API) Text(w io.Writer, subjects []*Subject, opts report.Options) {
	p := &printer{Options: opts, w: w, api: a}
	for i, s := range subjects {
		if i > 0 {
			fmt.Fprintln(w)
		}
		p.subject(s)
	}
}

func (p *printer) in(zh, en string) string { return source.Message{ZH: zh, EN: en}.In(p.Lang) }

func (p *printer) subject(s *Subject) {
	head := fmt.Sprintf("%s %s", kinds()[s.Kind].In(p.Lang), report.Plain(s.Key, wide))
	fmt.Fprintln(p.w, report.Bold(head, p.Options)+p.in("：Go 里是 ", ": in Go ")+report.Bold(s.Go, p.Options))
	p.home = nil
	p.frames(s)
	p.section(p.in("页面所写", "what the page says"), p.stated(s))
	p.section(p.in("由此得出", "what it comes to"), p.concluded(s))
	p.section(p.in("推断", "inferred"), p.inferences(s.Inferred))
	p.section(p.in("示例所示", "what samples show"), p.sightings(s))
	p.section(p.in("修复与提示", "repaired or reported"), p.repaired(s))
	p.declared(s)
}

// frames shows the rows. A thing that stands in many places shows one and names the others.
func (p *printer) frames(s *Subject) {
	if len(s.Places) == 0 {
		return
	}
	p.home = s.Places[0].span.File
	fmt.Fprintln(p.w)
	spans := []source.Span{p.api.masks.span(s.main())}
	for _, cell := range s.cells {
		if cell.Known() {
			spans = append(spans, p.api.masks.span(cell))
		}
	}
	report.Frame(p.w, spans, p.Options)
	if others := s.Places[1:]; len(others) > 0 {
		places := make([]string, len(others))
		for i, other := range others {
			places[i] = p.place(other)
		}
		p.wrap(2, "", p.in("也见 ", "also at ")+strings.Trim(p.listed(places), "()"))
	}
}

// main is what the frame marks first: the name in its row, where the row has one.
func (s *Subject) main() source.Span {
	at := s.Places[0].span
	if len(s.cells) > 0 && touches(s.cells[0], at) {
		return s.cells[0]
	}
	return at
}

// row is a line of a section: what, its value, where.
type row struct{ label, value, remark string }

func (p *printer) section(title string, rows []row) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(p.w, "\n%s\n", report.Bold(title, p.Options))
	column := 0
	for i := range rows {
		rows[i].label, rows[i].value = report.Plain(rows[i].label, wide/3), report.Plain(rows[i].value, 4*wide)
		column = max(column, report.Width(rows[i].label))
	}
	for _, r := range rows {
		label := "  " + r.label + strings.Repeat(" ", column-report.Width(r.label)) + "  "
		p.wrap(column+4, label, strings.TrimSpace(r.value+"  "+report.Plain(r.remark, 4*wide)))
	}
}

// wrap writes a text that begins behind a label and goes on below itself.
func (p *printer) wrap(indent int, label, text string) {
	if label == "" {
		label = strings.Repeat(" ", indent)
	}
	room := max(wide-indent, wide/3)
	for first := true; first || text != ""; first = false {
		line, rest := broken(text, room)
		if !first {
			label = strings.Repeat(" ", indent)
		}
		fmt.Fprintln(p.w, strings.TrimRight(label+line, " "))
		text = rest
	}
}

// broken cuts off as much of a text as fits, at a blank or between Chinese characters where there is one.
func broken(text string, room int) (line, rest string) {
	used, cut := 0, 0
	for i, r := range text {
		size := len(string(r))
		if used += report.Width(string(r)); used > room {
			if cut == 0 {
				cut = i
			}
			return strings.TrimRight(text[:cut], " "), strings.TrimLeft(text[cut:], " ")
		}
		if r == ' ' || report.Width(string(r)) == 2 && !strings.ContainsRune("（“《", r) {
			cut = i + size
		}
	}
	return text, ""
}

// place is a place as a line shows it.
func (p *printer) place(at *Place) string {
	if at == nil {
		return ""
	}
	if at.span.File == p.home {
		return fmt.Sprintf("%d:%d", at.Line, at.Column)
	}
	return fmt.Sprintf("%s:%d:%d", report.Plain(at.File, wide), at.Line, at.Column)
}

// aside is a place in brackets.
func (p *printer) aside(at *Place) string {
	if at == nil {
		return ""
	}
	return "(" + p.place(at) + ")"
}

func (p *printer) stated(s *Subject) []row {
	var rows []row
	before := ""
	count := 0
	for _, f := range s.Stated {
		if f.What != before {
			before, count = f.What, 0
		}
		if count++; count > maxRows && !p.Verbose {
			continue
		}
		value := f.Value
		if table := values()[f.What]; table != nil {
			value = worded(table, value, p.Lang)
		}
		rows = append(rows, row{worded(labels(), f.What, p.Lang), oneLine(value), p.aside(f.At)})
	}
	return rows
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func (p *printer) concluded(s *Subject) []row {
	var rows []row
	if s.Type != "" {
		rows = append(rows, row{worded(labels(), "type", p.Lang), s.Type, ""})
	}
	if s.Presence != "" {
		rows = append(rows, row{worded(labels(), "presence", p.Lang), worded(values()["presence"], s.Presence, p.Lang), ""})
	}
	if s.Nullable {
		rows = append(rows, row{"null", p.in("可以是 null", "may be null"), ""})
	}
	if s.Secret {
		rows = append(rows, row{p.in("保密", "secret"), p.in("值不显示", "its value is not shown"), ""})
	}
	for _, r := range s.Rules {
		rows = append(rows, row{worded(labels(), "rule", p.Lang), r.words.In(p.Lang), p.aside(r.At)})
	}
	return rows
}

func (p *printer) inferences(list []Inferred) []row {
	var rows []row
	for _, i := range list {
		rows = append(rows, row{worded(abouts(), i.About, p.Lang), oneLine(i.Value), oneLine(source.Message(i.Why).In(p.Lang)) + " " + p.aside(i.From)})
	}
	return rows
}

func (p *printer) sightings(s *Subject) []row {
	var rows []row
	for _, v := range s.Samples {
		remark := p.aside(v.At)
		if v.Count > 1 {
			remark += fmt.Sprintf(p.in(" 等 %d 处", " and %d more"), p.either(v.Count, v.Count-1))
		}
		if v.Unlike {
			remark += p.in(" 与声明的类型不同", " unlike the declared type")
		}
		rows = append(rows, row{v.Kind, report.Plain(v.Value, wide/2), remark})
	}
	if s.Absent {
		rows = append(rows, row{p.in("缺失", "absent"), p.in("示例里有它所在的对象，没有它", "samples show the object around it, and not this"), ""})
	}
	return rows
}

// repaired puts what is said in many places into one row.
func (p *printer) repaired(s *Subject) []row {
	type said struct{ code, message string }
	at := make(map[said]int)
	var rows []row
	var places [][]string
	for _, r := range s.Repaired {
		key := said{r.Code, oneLine(source.Message(r.Message).In(p.Lang))}
		i, again := at[key]
		if !again {
			i = len(rows)
			at[key], rows, places = i, append(rows, row{key.code, key.message, ""}), append(places, nil)
		}
		places[i] = append(places[i], p.place(r.At))
	}
	for i := range rows {
		rows[i].remark = p.listed(places[i])
	}
	if more := len(rows) - maxRows; more > 0 && !p.Verbose {
		rows = append(rows[:maxRows], row{"...", fmt.Sprintf(p.in("另有 %d 条（-v 全部列出）", "%d more (-v shows all)"), more), ""})
	}
	return rows
}

// listed puts places into brackets, the first few of many.
func (p *printer) listed(places []string) string {
	text := strings.Join(places[:min(len(places), maxPlaces)], p.in("、", ", "))
	if more := len(places) - maxPlaces; more > 0 {
		text += fmt.Sprintf(p.in(" 等 %d 处", " and %d more"), p.either(len(places), more))
	}
	return "(" + text + ")"
}

// either is the number that the language counts: all, or those beyond what was named.
func (p *printer) either(all, more int) int {
	if p.Lang == source.Chinese {
		return all
	}
	return more
}

// declared shows the Go.
func (p *printer) declared(s *Subject) {
	for _, d := range s.Declarations {
		fmt.Fprintf(p.w, "\n%s\n", report.Bold(fmt.Sprintf("%s:%d", d.File, d.Line), p.Options))
		lines := strings.Split(d.Text, "\n")
		shown := lines
		if len(lines) > maxLines && !p.Verbose {
			shown = lines[:maxLines]
		}
		for _, line := range shown {
			fmt.Fprintln(p.w, strings.TrimRight("  "+report.Plain(line, 4*wide), " "))
		}
		if more := len(lines) - len(shown); more > 0 {
			fmt.Fprintf(p.w, p.in("  ……（%d 行，-v 全部列出）\n", "  ... (%d lines, -v shows all)\n"), more)
		}
	}
}

// List writes things in one line each, for a name that is that of many: the Go name, which tells them apart, what the page calls
// it, and where.
func (a *API) List(w io.Writer, things []*Thing, opts report.Options) {
	p := &printer{Options: opts, w: w, api: a}
	column := 0
	for _, t := range things {
		column = max(column, len(t.Go))
	}
	for _, t := range things {
		place := p.place(t.Place())
		key := tail(report.Plain(t.names[0].Key, 4*wide), max(wide-column-report.Width(place)-6, wide/4))
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("  %-*s  %s  %s", column, t.Go, key, place), " "))
	}
}

// tail is the end of a text, as much as fits.
func tail(text string, room int) string {
	if report.Width(text) <= room {
		return text
	}
	runes := []rune(text)
	from, used := len(runes), len("...")
	for from > 0 && used+report.Width(string(runes[from-1])) <= room {
		from--
		used += report.Width(string(runes[from]))
	}
	return "..." + string(runes[from:])
}
