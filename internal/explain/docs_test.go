package explain

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestDocs: every member of the JSON form stands in its description, in both languages.
func TestDocs(t *testing.T) {
	for _, path := range []string{"../../docs/EXPLAIN.md", "../../docs/EXPLAIN.zh-CN.md"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for name := range members(reflect.TypeFor[Subject](), map[string]bool{}) {
			if !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("%s does not mention %s", path, name)
			}
		}
		for kind := range kinds() {
			if !strings.Contains(string(text), "`"+string(kind)+"`") {
				t.Errorf("%s does not mention the kind %s", path, kind)
			}
		}
	}
}

// members collects the names that a type's values have in JSON.
func members(t reflect.Type, names map[string]bool) map[string]bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return members(t.Elem(), names)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && name != "" {
				names[name] = true
			}
			if f.IsExported() {
				members(f.Type, names)
			}
		}
	}
	return names
}
