package config

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/source"
)

// Read reads a file. The configuration holds what could be read; each thing wrong is a diagnostic, an error.
func Read(file *source.File) (*Config, source.Diagnostics) {
	c := &Config{Positions: newPositions()}
	d := &decoder{file: file, places: c.Positions}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(file.Text), &doc); err != nil {
		d.syntax(err)
		return c, d.diags
	}
	if len(doc.Content) > 0 {
		d.value(doc.Content[0], reflect.ValueOf(c).Elem(), "", nil)
	}
	d.diags.Sort()
	return c, d.diags
}

type decoder struct {
	file   *source.File
	diags  source.Diagnostics
	places Positions
	path   []string // keys from the root to the value at hand
}

// within reads the value of a key, or an element of a list by its index, and keeps where both stand.
func (d *decoder) within(key string, at, value *yaml.Node, read func()) {
	d.path = append(d.path, key)
	d.places.put(d.path, d.span(at), d.span(value))
	read()
	d.path = d.path[:len(d.path)-1]
}

// syntax reports what the YAML reader says, at the line that it names.
func (d *decoder) syntax(err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if _, scan := fmt.Sscanf(text, "line %d:", &line); scan == nil {
		_, text, _ = strings.Cut(text, ": ")
	}
	line = min(max(line, 1), d.file.Lines())
	start := d.file.LineStart(line)
	d.diags.Add(badSyntax.At(d.file.Span(start, start+len(d.file.Line(line))), text))
}

// span is the place of a scalar or key.
func (d *decoder) span(n *yaml.Node) source.Span {
	if n.Line < 1 || n.Line > d.file.Lines() {
		return d.file.Span(0, 0)
	}
	start := d.file.LineStart(n.Line)
	for range n.Column - 1 { // columns are characters
		start += len(string([]rune(d.file.Text[start:min(start+4, len(d.file.Text))])[:1]))
	}
	end := start + len(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		end += 2
	}
	lineEnd := d.file.LineStart(n.Line) + len(d.file.Line(n.Line))
	if n.Kind != yaml.ScalarNode {
		end = lineEnd
	}
	return d.file.Span(start, min(end, lineEnd))
}

// value reads a node into a value; name is its key, values what a text may be, nil for anything.
func (d *decoder) value(n *yaml.Node, into reflect.Value, name string, values []string) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		d.object(n, into, name)
	case reflect.Slice:
		d.list(n, into, name, values)
	case reflect.Map:
		d.dictionary(n, into, name, values)
	case reflect.Bool:
		var v bool
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" || n.Decode(&v) != nil {
			d.diags.Add(d.wrongKind(n, name, "true 或 false", "true or false"))
			return
		}
		into.SetBool(v)
	case reflect.String:
		d.text(n, into, name, values)
	}
}

func (d *decoder) text(n *yaml.Node, into reflect.Value, name string, values []string) {
	if n.Kind != yaml.ScalarNode {
		d.diags.Add(d.wrongKind(n, name, "文本", "text"))
		return
	}
	if len(values) > 0 && !slices.Contains(values, n.Value) {
		d.diags.Add(wrongValue.At(d.span(n), n.Value, name, strings.Join(values, ", ")))
		return
	}
	into.SetString(n.Value)
}

func (d *decoder) list(n *yaml.Node, into reflect.Value, name string, values []string) {
	if n.Kind != yaml.SequenceNode {
		d.diags.Add(d.wrongKind(n, name, "列表", "a list"))
		return
	}
	for _, e := range n.Content {
		v := reflect.New(into.Type().Elem()).Elem()
		d.within(strconv.Itoa(into.Len()), e, e, func() { d.value(e, v, name, values) })
		into.Set(reflect.Append(into, v))
	}
}

func (d *decoder) dictionary(n *yaml.Node, into reflect.Value, name string, values []string) {
	if !d.mapping(n, name) {
		return
	}
	into.Set(reflect.MakeMap(into.Type()))
	d.pairs(n, func(key, value *yaml.Node) {
		v := reflect.New(into.Type().Elem()).Elem()
		d.within(key.Value, key, value, func() { d.value(value, v, key.Value, values) })
		into.SetMapIndex(reflect.ValueOf(key.Value), v)
	})
}

func (d *decoder) mapping(n *yaml.Node, name string) bool {
	if n.Kind == yaml.MappingNode {
		return true
	}
	d.diags.Add(d.wrongKind(n, name, "键和值", "keys and values"))
	return false
}

// wrongKind says what a value should be, in both languages; the whole file has no name.
func (d *decoder) wrongKind(n *yaml.Node, name, zh, en string) *source.Diagnostic {
	if name == "" {
		name = Name
	}
	x := wrongKind.At(d.span(n), name)
	x.Message.ZH += zh
	x.Message.EN += en
	return x
}

// pairs visits the keys of a mapping, each once.
func (d *decoder) pairs(n *yaml.Node, visit func(key, value *yaml.Node)) {
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if first := seen[key.Value]; first != nil {
			d.diags.Add(repeatedKey.At(d.span(key), key.Value).Also(d.span(first), "第一次在这里", "the first time is here"))
			continue
		}
		seen[key.Value] = key
		visit(key, n.Content[i+1])
	}
}

func (d *decoder) object(n *yaml.Node, into reflect.Value, name string) {
	if !d.mapping(n, name) {
		return
	}
	if at := into.FieldByName("Span"); at.IsValid() {
		at.Set(reflect.ValueOf(d.span(n)))
	}
	known := keysOf(into.Type())
	d.pairs(n, func(key, value *yaml.Node) {
		f, ok := known.field[key.Value]
		if !ok {
			d.unknown(key, known.names)
			return
		}
		d.within(key.Value, key, value, func() {
			d.value(value, into.FieldByIndex(f.Index), key.Value, strings.Fields(f.Tag.Get("values")))
		})
	})
	for _, name := range known.names {
		if f := known.field[name]; f.Tag.Get("required") == "true" && into.FieldByIndex(f.Index).IsZero() {
			d.diags.Add(missingKey.At(d.span(n), name))
		}
	}
}

func (d *decoder) unknown(key *yaml.Node, names []string) {
	if near := nearest.Of(key.Value, names); near != "" {
		d.diags.Add(misspeltKey.At(d.span(key), key.Value, near).Replace(d.span(key), near))
		return
	}
	d.diags.Add(unknownKey.At(d.span(key), key.Value, strings.Join(names, ", ")))
}

// keys are what a mapping may hold, in the order of the type.
type keys struct {
	names []string
	field map[string]reflect.StructField
}

func keysOf(t reflect.Type) keys {
	k := keys{field: map[string]reflect.StructField{}}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("yaml"); name != "-" {
			k.names = append(k.names, name)
			k.field[name] = t.Field(i)
		}
	}
	return k
}
