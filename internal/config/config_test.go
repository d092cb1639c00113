package config

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/wenma/wenma/source"
)

const whole = `# 聊天服务
inputs: [docs/**/*.md]
out: internal/chat
tests: true
names:
  glossary: {会话: Chat}
  operations: title
types: {User.id: string}
times: string
rules: {not-in-sample: "off", type-conflict: error}
endpoints:
  include: ["POST /op/*"]
overlays:
  - at: User.name
    required: yes
    values: [1=启用]
`

func TestRead(t *testing.T) {
	got, diags := Read(source.NewFile(Name, whole))
	if len(diags) > 0 {
		t.Fatal(diags[0].Message)
	}
	want := &Config{
		Inputs: []string{"docs/**/*.md"}, Out: "internal/chat", Tests: true,
		Names: Names{Glossary: map[string]string{"会话": "Chat"}, Operations: "title"}, Types: map[string]string{"User.id": "string"},
		Times: "string", Rules: map[string]string{"not-in-sample": "off", "type-conflict": "error"},
		Endpoints: Endpoints{Include: []string{"POST /op/*"}},
		Overlays:  []Overlay{{At: "User.name", Required: "yes", Values: []string{"1=启用"}}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(source.Span{}, Positions{})); diff != "" {
		t.Error(diff)
	}
	if got.Overlays[0].Span.Line() != 14 {
		t.Errorf("the overlay is in line %d", got.Overlays[0].Span.Line())
	}
	if got, diags := Read(source.NewFile(Name, "# nothing\n")); len(diags) > 0 || got.Out != "" {
		t.Errorf("an empty file: %v", diags)
	}
}

// TestMistakes: each is one diagnostic at the smallest wrong text.
func TestMistakes(t *testing.T) {
	for _, c := range mistakes {
		_, diags := Read(source.NewFile(Name, c.text))
		if len(diags) != 1 || diags[0].Rule.Code != c.code || diags[0].Span.Text() != c.at {
			t.Errorf("%q:", c.text)
			for _, d := range diags {
				t.Errorf("  %s at %q: %s", d.Rule.Code, d.Span.Text(), d.Message.EN)
			}
		}
	}
}

var mistakes = []struct{ text, code, at string }{
	{"pakage: chat", "config-misspelt-key", "pakage"},
	{"# 说明\nnames:\n  词汇表: {}", "config-unknown-key", "词汇表"},
	{"names: {glosary: {}}", "config-misspelt-key", "glosary"},
	{"inputs: docs", "config-wrong-kind", "docs"},
	{"out: [a]", "config-wrong-kind", "[a]"},
	{"tests: maybe", "config-wrong-kind", "maybe"},
	{"times: epoch", "config-wrong-value", "epoch"},
	{"rules: {x: \"loud\"}", "config-wrong-value", `"loud"`},
	{"会话: 1", "config-unknown-key", "会话"},
	{"out: a\nout: b", "config-repeated-key", "out"},
	{"overlays:\n  - doc: 会话", "config-missing-key", "doc: 会话"},
	{"- a", "config-wrong-kind", "- a"},
	{"out: [", "config-syntax", "out: ["},
	{"\ta: b", "config-syntax", "\ta: b"},
	{"layout: folder", "config-wrong-value", "folder"},
	{"overlays:\n  - at: User\n    type: int", "config-wrong-value", "int"},
	{"types: {User.id: long}", "config-wrong-value", "long"},
	{"endpoints: [a]", "config-wrong-kind", "[a]"},
}

// read is all that is wrong with a configuration by itself.
func read(text string) source.Diagnostics {
	c, diags := Read(source.NewFile(Name, text))
	_, codes := c.Severities(Rules)
	_, words := c.Words()
	own := c.OwnsNothing(func(entry string) bool { return entry == "internal/api/client_gen.go" })
	return slices.Concat(diags, codes, words, own)
}

// TestRules: every rule's Before has the mistake and its After has not.
func TestRules(t *testing.T) {
	for _, rule := range Rules {
		has := func(text string) bool {
			return slices.ContainsFunc(read(text), func(d *source.Diagnostic) bool { return d.Rule == rule })
		}
		for _, d := range read(rule.Before) {
			if text := d.Message.ZH + d.Message.EN + d.Help.ZH + d.Help.EN; strings.Contains(text, "%!") {
				t.Error(text)
			}
		}
		if !has(rule.Before) || has(rule.After) {
			t.Errorf("%s: before %v, after %v", rule.Code, has(rule.Before), has(rule.After))
		}
	}
}

// TestSchema: the schema takes what Read takes and refuses what it refuses.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(Schema())))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("wenma.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("wenma.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		var v any
		if err := yaml.Unmarshal([]byte(strings.Replace(text, "required: yes", `required: "yes"`, 1)), &v); err != nil {
			t.Fatal(err)
		}
		plain, _ := json.Marshal(v)
		instance, _ := jsonschema.UnmarshalJSON(strings.NewReader(string(plain)))
		return schema.Validate(instance)
	}
	for _, text := range []string{whole, "names:\noverlays:\nout:\n", "{}", "layout: group", string(Init(everything, nil))} {
		if err := valid(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, m := range mistakes {
		if m.code == "config-syntax" || m.code == "config-repeated-key" {
			continue // of YAML, not of what it says
		}
		if valid(m.text) == nil {
			t.Errorf("%q: the schema takes it", m.text)
		}
	}
}

// TestSchemaDescribes: each key has its description, in both languages.
func TestSchemaDescribes(t *testing.T) {
	var seen int
	var visit func(path string, v any)
	visit = func(path string, v any) {
		m, _ := v.(map[string]any)
		properties, _ := m["properties"].(map[string]any)
		for key, p := range properties {
			seen++
			zh, en, ok := strings.Cut(p.(map[string]any)["description"].(string), "\n\n")
			if !ok || zh == "" || en == "" {
				t.Errorf("%s.%s: %q and %q", path, key, zh, en)
			}
			visit(path+"."+key, p)
		}
		if items, ok := m["items"]; ok {
			visit(path+"[]", items)
		}
	}
	var schema any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	visit("", schema)
	if seen < 30 {
		t.Errorf("only %d keys", seen)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(whole)
	for _, rule := range Rules {
		f.Add(rule.Before)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, diags := Read(source.NewFile(Name, text))
		for _, d := range diags {
			if !d.Span.Known() {
				t.Errorf("%s is nowhere", d.Rule.Code)
			}
		}
	})
}
