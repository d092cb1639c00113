package config

import (
	"encoding/json"
	"reflect"
	"strings"
)

// Schema is the JSON Schema of the file, for editors: made from the Go type, with the comments in Chinese and English.
func Schema() []byte {
	s := schemaOf(reflect.TypeFor[Config](), nil)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = Name
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // maps of texts and lists always encode
	}
	return append(text, '\n')
}

func schemaOf(t reflect.Type, values []string) map[string]any {
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": orNothing("boolean")}
	case reflect.Slice:
		return map[string]any{"type": orNothing("array"), "items": schemaOf(t.Elem(), values)}
	case reflect.Map:
		return map[string]any{"type": orNothing("object"), "additionalProperties": schemaOf(t.Elem(), values)}
	case reflect.Struct:
		return objectSchema(t)
	}
	s := map[string]any{"type": orNothing("string")}
	if len(values) > 0 {
		list := []any{nil}
		for _, v := range values {
			list = append(list, v)
		}
		s["enum"] = list
	}
	return s
}

// orNothing is a kind of value, or none: a key whose lines are all comments says nothing.
func orNothing(kind string) []string { return []string{kind, "null"} }

// given makes a key that must be there say something.
func given(s map[string]any) {
	s["type"], s["minLength"] = "string", 1
}

func objectSchema(t reflect.Type) map[string]any {
	known := keysOf(t)
	properties, required := map[string]any{}, []string{}
	for _, name := range known.names {
		f := known.field[name]
		s := schemaOf(f.Type, strings.Fields(f.Tag.Get("values")))
		s["description"] = f.Tag.Get("zh") + "\n\n" + f.Tag.Get("en")
		properties[name] = s
		if f.Tag.Get("required") == "true" {
			required = append(required, name)
			given(s)
		}
	}
	s := map[string]any{"type": orNothing("object"), "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}
