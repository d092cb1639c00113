package apidiff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/internal/fact"
)

// Lines writes the surface as text, one fact a line, sorted: what stands in a lock file merges and reviews well. ParseLines
// reads it back, places aside.
//
//	call "POST /op/getChatInfo" title=会话详情 success=0
//	field "POST /op/getChatInfo" body.chatId string required rule="length 1..64"
func (s *Surface) Lines() []string {
	var out []string
	for _, op := range s.Operations {
		out = append(out, op.line())
		for _, f := range op.Fields {
			out = append(out, f.line(op.Key))
		}
	}
	slices.Sort(out)
	return out
}

func (op *Operation) line() string {
	l := line{"call", word(op.Key)}
	l.value("title", op.Title)
	l.flag("deprecated", op.Deprecated)
	for _, v := range op.Success {
		l.value("success", v)
	}
	l.value("status", op.Status)
	for _, status := range op.Failures {
		l.value("failure", status)
	}
	return strings.Join(l, " ")
}

func (f *Field) line(key string) string {
	l := line{"field", word(key), word(f.Path), word(f.Type)}
	for _, kind := range f.Also {
		l.value("also", kind)
	}
	l.value("format", f.Format)
	l.flag("required", f.Required)
	l.flag("nullable", f.Nullable)
	l.flag("deprecated", f.Deprecated)
	for _, v := range f.Values {
		l = append(l, "value="+word(v))
	}
	l.flag("open", f.Open)
	for _, r := range f.Rules {
		l.value("rule", r)
	}
	l.value("default", f.Default)
	return strings.Join(l, " ")
}

type line []string

func (l *line) flag(name string, set bool) {
	if set {
		*l = append(*l, name)
	}
}

func (l *line) value(name, text string) {
	if text != "" {
		*l = append(*l, name+"="+word(text))
	}
}

// word is a text as it stands in a line: in quotes also where it would read as a name with its value.
func word(s string) string {
	if strings.Contains(s, "=") {
		return strconv.Quote(s)
	}
	return fact.Word(s)
}

// ParseLines reads what Lines wrote. The error names the line that cannot be read, from 1.
func ParseLines(lines []string) (*Surface, error) {
	s := new(Surface)
	byKey := map[string]*Operation{}
	for i, text := range lines {
		words, err := split(text)
		if err == nil {
			err = s.take(words, byKey)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	slices.SortFunc(s.Operations, func(a, b *Operation) int { return strings.Compare(a.Key, b.Key) })
	for _, op := range s.Operations {
		slices.SortStableFunc(op.Fields, func(a, b *Field) int { return strings.Compare(a.Path, b.Path) })
	}
	return s, nil
}

// item is a word of a line: a text, or a name with its value.
type item struct{ name, value string }

// empty reports whether the word is a name that says nothing. Among the values of an enumeration the empty text is one.
func (i item) empty() bool { return i.name != "" && i.name != "value" && i.value == "" }

func split(text string) ([]item, error) {
	var out []item
	for text = strings.TrimLeft(text, " "); text != ""; text = strings.TrimLeft(text, " ") {
		name := ""
		if end := strings.IndexAny(text, "= \""); end > 0 && text[end] == '=' {
			name, text = text[:end], text[end+1:]
		}
		value, rest, ok := fact.First(text)
		if !ok {
			return nil, fmt.Errorf("a quote is not closed: %s", text)
		}
		out = append(out, item{name, value})
		text = rest
	}
	return out, nil
}

func (s *Surface) take(words []item, byKey map[string]*Operation) error {
	if len(words) < 2 || words[0].name != "" {
		return fmt.Errorf("not a fact")
	}
	key := words[1].value
	op := byKey[key]
	if op == nil {
		op = &Operation{Key: key}
		byKey[key] = op
		s.Operations = append(s.Operations, op)
	}
	switch {
	case words[0].value == "call":
		return op.read(words[2:])
	case words[0].value == "field" && len(words) > 3:
		f := &Field{Path: words[2].value, Type: words[3].value}
		op.Fields = append(op.Fields, f)
		return f.read(words[4:])
	}
	return fmt.Errorf("not a fact: %s", words[0].value)
}

func (op *Operation) read(words []item) error {
	for _, w := range words {
		switch {
		case w.empty():
		case w.name == "title":
			op.Title = w.value
		case w.name == "success":
			op.Success = append(op.Success, w.value)
		case w.name == "status":
			op.Status = w.value
		case w.name == "failure":
			op.Failures = append(op.Failures, w.value)
		case w.name == "" && w.value == "deprecated":
			op.Deprecated = true
		default:
			return fmt.Errorf("unknown word %q", w.name+w.value)
		}
	}
	return nil
}

func (f *Field) read(words []item) error {
	flags := map[string]*bool{"required": &f.Required, "nullable": &f.Nullable, "deprecated": &f.Deprecated, "open": &f.Open}
	for _, w := range words {
		switch {
		case w.empty():
		case w.name == "value":
			f.Values = append(f.Values, w.value)
		case w.name == "rule":
			f.Rules = append(f.Rules, w.value)
		case w.name == "also":
			f.Also = append(f.Also, w.value)
		case w.name == "format":
			f.Format = w.value
		case w.name == "default":
			f.Default = w.value
		case w.name == "" && flags[w.value] != nil:
			*flags[w.value] = true
		default:
			return fmt.Errorf("unknown word %q", w.name+w.value)
		}
	}
	return nil
}
