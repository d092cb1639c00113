package apidiff

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/source"
)

// Text writes the changes for people, as List does, and counts them.
func Text(w io.Writer, changes []*Change, lang source.Lang) {
	List(w, changes, lang)
	fmt.Fprintln(w, Summary(changes).In(lang))
}

// List writes the changes for people: operation by operation, an edit a line, with the places on both sides. An edit of what
// several operations have in common is told once.
func List(w io.Writer, changes []*Change, lang source.Lang) {
	for _, s := range sectionsOf(editsOf(changes)) {
		fmt.Fprintln(w, strings.Join(s.headings(lang, operation.line), "\n"))
		for _, e := range s.edits {
			mark := " "
			if e.Breaking() {
				mark = "!"
			}
			line := "  " + mark + " " + e.Sentence().In(lang)
			if harm := e.Harm().In(lang); harm != "" {
				line += " [" + harm + "]"
			}
			if at := e.places(); at != "" {
				line += "  " + at
			}
			fmt.Fprintln(w, line)
		}
	}
}

func (o operation) line() string { return strings.TrimSpace(o.key + "  " + oneLine(o.title)) }

// Summary counts the changes, as Text tells them.
func Summary(changes []*Change) source.Message {
	edits := editsOf(changes)
	breaking := 0
	for _, e := range edits {
		if e.Breaking() {
			breaking++
		}
	}
	if len(changes) == 0 {
		return source.Message{ZH: "没有变更", EN: "no change"}
	}
	return source.Message{
		ZH: fmt.Sprintf("%d 处变更，其中 %d 处不兼容", len(edits), breaking),
		EN: fmt.Sprintf("%s, %d breaking", plural(len(edits), "change", "changes"), breaking),
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// places are where the change stands: old → new, or the one side that has it.
func (c *Change) places() string {
	from, to := placeOf(c.Old), placeOf(c.New)
	if from == "" || to == "" || from == to {
		return cmp.Or(from, to)
	}
	return from + " → " + to
}

func placeOf(s source.Span) string {
	if !s.Known() {
		return ""
	}
	return s.File.Path + ":" + strconv.Itoa(s.Line())
}

// Markdown writes the changes as a changelog entry or a comment on a pull request: what breaks comes first.
func Markdown(w io.Writer, changes []*Change, lang source.Lang) {
	if len(changes) == 0 {
		fmt.Fprintln(w, Summary(changes).In(lang))
		return
	}
	first := true
	for _, c := range chapters {
		edits := slices.DeleteFunc(editsOf(changes), func(e *edit) bool { return e.Breaking() != c.breaking })
		if len(edits) == 0 {
			continue
		}
		if !first {
			fmt.Fprintln(w)
		}
		first = false
		fmt.Fprintf(w, "### %s\n", c.title.In(lang))
		for _, s := range sectionsOf(edits) {
			fmt.Fprintf(w, "\n%s\n\n", strings.Join(s.headings(lang, operation.markdown), "  \n"))
			for _, e := range s.edits {
				fmt.Fprintln(w, e.item(lang))
			}
		}
	}
}

var chapters = []struct {
	title    source.Message
	breaking bool
}{
	{source.Message{ZH: "不兼容的变更", EN: "Breaking changes"}, true},
	{source.Message{ZH: "其他变更", EN: "Other changes"}, false},
}

func (o operation) markdown() string {
	return "**" + strings.TrimSpace(code(o.key)+" "+escape(oneLine(o.title))) + "**"
}

func (c *Change) item(lang source.Lang) string {
	item := "- " + escape(c.Sentence().In(lang))
	if harm := c.Harm().In(lang); harm != "" {
		item += " — *" + harm + "*"
	}
	if c.New.Known() {
		item += " (" + code(path.Base(c.New.File.Path)+":"+strconv.Itoa(c.New.Line())) + ")"
	}
	return item
}

// code is a text between back-quotes, whatever it holds.
func code(s string) string {
	return "`" + strings.ReplaceAll(oneLine(s), "`", "'") + "`"
}

// escape keeps page text from being read as Markdown or HTML.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", "|", `\|`).Replace(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// JSON writes the changes for programs: an object with "changes" and "breaking", one line. Here each operation has its own changes;
// those that come of one edit of a type have the same "member".
func JSON(w io.Writer, changes []*Change) error {
	type place struct {
		File string `json:"file"`
		Line int    `json:"line"`
	}
	type words struct {
		ZH string `json:"zh"`
		EN string `json:"en"`
	}
	type change struct {
		Kind          Kind   `json:"kind"`
		Operation     string `json:"operation"`
		Field         string `json:"field,omitempty"`
		Member        string `json:"member,omitempty"`
		From          string `json:"from,omitempty"`
		To            string `json:"to,omitempty"`
		BreaksCallers bool   `json:"breaksCallers"`
		BreaksServers bool   `json:"breaksServers"`
		Message       words  `json:"message"`
		Old           *place `json:"old,omitempty"`
		New           *place `json:"new,omitempty"`
	}
	said := func(m source.Message) words { return words{m.ZH, m.EN} }
	at := func(s source.Span) *place {
		if !s.Known() {
			return nil
		}
		return &place{s.File.Path, s.Line()}
	}
	out := struct {
		Breaking bool     `json:"breaking"`
		Changes  []change `json:"changes"`
	}{Changes: []change{}}
	for _, c := range changes {
		out.Breaking = out.Breaking || c.Breaking()
		out.Changes = append(out.Changes, change{c.Kind, c.Operation, c.Path, c.Member, c.From, c.To, c.BreaksCallers, c.BreaksServers, said(c.Sentence()), at(c.Old), at(c.New)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
