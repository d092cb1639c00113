package config

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/wenma/wenma/source"
)

// everything has a value for each key but those of overlays.
var everything = &Config{
	Inputs: []string{"docs/**/*.md", "a: b"}, Exclude: []string{"docs/草稿"}, Out: "internal/chat", Package: "chat", Stubs: "handlers", Layout: "page",
	Tests: true, Lang: "en", Names: Names{Glossary: map[string]string{"会话": "Chat", "是": "yes"}, Overrides: map[string]string{"User.id": "Key"}, Operations: "path"},
	Types: map[string]string{"POST /op/x request.a": "raw"}, Times: "string", Zone: "+08:00", Optional: "zero",
	Lexicon: Lexicon{map[string]string{"流水": "string"}, map[string]string{"传参": "字段名"}, map[string]string{"送出": "请求"}, map[string]string{"务必": "必填"}},
	Rules:   map[string]string{"config-syntax": "error"}, Endpoints: Endpoints{[]string{"POST /op/*"}, []string{"*: x"}},
}

// TestInit: what is written reads back as what was asked for, and every key is explained in both languages.
func TestInit(t *testing.T) {
	words := []Word{{"银杏", "YinXing"}, {"蒹葭", "JianJia"}}
	for _, c := range []*Config{{}, {Inputs: []string{"docs"}, Package: "chat"}, everything} {
		text := string(Init(c, words))
		got, diags := Read(source.NewFile(Name, text))
		for _, d := range diags {
			t.Errorf("%s at %q", d.Message.EN, d.Span.Text())
		}
		if diff := cmp.Diff(c, got, cmpopts.IgnoreTypes(Positions{}), cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
		explained(t, text, reflect.TypeFor[Config]())
	}
}

func explained(t *testing.T, text string, typ reflect.Type) {
	t.Helper()
	known := keysOf(typ)
	for _, name := range known.names {
		f := known.field[name]
		lines := `(?m)^ *# ` + regexp.QuoteMeta(f.Tag.Get("zh")) + `\n *# ` + regexp.QuoteMeta(f.Tag.Get("en")) + `\n( *# [a-z |]+\n)? *#?(- )?` + name + ":"
		if f.Tag.Get("zh") == "" || f.Tag.Get("en") == "" || !regexp.MustCompile(lines).MatchString(text) {
			t.Errorf("%s is not explained", name)
		}
		switch inner := f.Type; {
		case inner.Kind() == reflect.Slice && inner.Elem().Kind() == reflect.Struct:
			explained(t, text, inner.Elem())
		case inner.Kind() == reflect.Struct:
			explained(t, text, inner)
		}
	}
}

// TestInitExamples: each example is a value that its key takes.
func TestInitExamples(t *testing.T) {
	for _, words := range [][]Word{nil, {{"银杏", "YinXing"}, {"是", "yes"}}} {
		text := regexp.MustCompile(`(?m)^( *)#(\S)`).ReplaceAllString(string(Init(&Config{}, words)), "$1$2")
		c, diags := Read(source.NewFile(Name, text))
		for _, d := range diags {
			t.Errorf("%s at %q", d.Message.EN, d.Span.Text())
		}
		if _, diags := c.Words(); len(diags) > 0 {
			t.Error(diags[0].Message.EN)
		}
		filled(t, reflect.ValueOf(*c))
		if len(words) > 0 && c.Names.Glossary["是"] != "yes" {
			t.Errorf("the glossary is %v", c.Names.Glossary)
		}
		if strings.Contains(text, "\t") {
			t.Error("YAML has no tabs")
		}
	}
}

// filled reports the keys without a value.
func filled(t *testing.T, v reflect.Value) {
	t.Helper()
	known := keysOf(v.Type())
	for _, name := range known.names {
		value := v.FieldByIndex(known.field[name].Index)
		switch {
		case value.IsZero():
			t.Errorf("%s has no example", name)
		case value.Kind() == reflect.Struct:
			filled(t, value)
		case value.Kind() == reflect.Slice && value.Index(0).Kind() == reflect.Struct:
			filled(t, value.Index(0))
		}
	}
}
