package config

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Word is a suggestion for the glossary: a word of the pages that no glossary has, and the name that it gets without one.
type Word struct{ Text, Name string }

// Init writes a file that says what c says, its overlays aside, and explains every other key in a comment, with an example
// that only has to be uncommented: a # before a key is a key that is not used, and one before a blank is an explanation.
// Words are suggested for the glossary.
func Init(c *Config, words []Word) []byte {
	w := &initial{words: words}
	w.object(reflect.ValueOf(*c), "")
	return w.Bytes()
}

type initial struct {
	bytes.Buffer
	words []Word
}

// object writes the keys of a mapping.
func (w *initial) object(v reflect.Value, indent string) {
	known := keysOf(v.Type())
	for i, name := range known.names {
		if i > 0 && indent == "" {
			w.WriteByte('\n')
		}
		f := known.field[name]
		w.explain(f, indent)
		switch value := v.FieldByIndex(f.Index); {
		case f.Type.Kind() == reflect.Struct:
			fmt.Fprintf(w, "%s%s:\n", indent, name)
			w.object(value, indent+"  ")
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			fmt.Fprintf(w, "%s%s:\n", indent, name)
			w.element(f.Type.Elem(), indent+"  ")
		case !value.IsZero():
			w.said(name, value, indent)
		case name == "glossary" && len(w.words) > 0:
			w.glossary(indent)
		default:
			fmt.Fprintf(w, "%s#%s: %s\n", indent, name, f.Tag.Get("example"))
		}
	}
}

// explain writes what a key is for, in both languages, and what it may be.
func (w *initial) explain(f reflect.StructField, indent string) {
	for _, lang := range []string{"zh", "en"} {
		fmt.Fprintf(w, "%s# %s\n", indent, f.Tag.Get(lang))
	}
	if values := strings.Fields(f.Tag.Get("values")); len(values) > 0 {
		fmt.Fprintf(w, "%s# %s\n", indent, strings.Join(values, " | "))
	}
}

// said writes a key that is used.
func (w *initial) said(name string, value reflect.Value, indent string) {
	text, err := yaml.Marshal(map[string]any{name: value.Interface()})
	if err != nil {
		panic(err) // texts, lists and maps of texts always encode
	}
	for line := range strings.Lines(string(text)) {
		w.WriteString(indent + line)
	}
}

// element writes an example of an element of a list of mappings.
func (w *initial) element(t reflect.Type, indent string) {
	known, mark := keysOf(t), "#- "
	for _, name := range known.names {
		f := known.field[name]
		w.explain(f, indent+"  ")
		fmt.Fprintf(w, "%s%s%s: %s\n", indent, mark, name, f.Tag.Get("example"))
		if mark == "#- " {
			indent, mark = indent+"  ", "#"
		}
	}
}

// glossary suggests words.
func (w *initial) glossary(indent string) {
	fmt.Fprintf(w, "%s#glossary:\n", indent)
	for _, word := range w.words {
		text, err := yaml.Marshal(map[string]string{word.Text: word.Name})
		if err != nil {
			panic(err) // texts always encode
		}
		fmt.Fprintf(w, "%s  #%s", indent, text)
	}
}
