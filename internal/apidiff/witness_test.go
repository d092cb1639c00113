package apidiff_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/wenma/wenma/internal/apidiff"
)

// The second oracle tells callers from servers. A value that one state's schema takes and the other's refuses is a witness that
// somebody breaks: a request that was fine and is not breaks the caller who sends it, one that is fine and was not the server that
// gets it; an answer that is fine and was not breaks the caller who gets it, one that was fine and is not the server that gives it.
// The values are made from the exported schemas, the schemas are judged by a JSON Schema implementation.

// harm is whom a change breaks. Blind says that no value was found that fits, so that nothing could be seen.
type harm struct{ callers, servers, blind bool }

// witnesses looks for values that break somebody.
func witnesses(t *testing.T, old, new map[string]any) harm {
	t.Helper()
	request := refused(t, requestSchema(old), requestSchema(new))
	answer := refused(t, answerSchema(old), answerSchema(new))
	return harm{
		callers: request.byNew || answer.byOld, servers: request.byOld || answer.byNew,
		blind: request.blind || answer.blind,
	}
}

// refusals are the schemas that refuse values of the other.
type refusals struct{ byNew, byOld, blind bool }

func refused(t *testing.T, old, new map[string]any) refusals {
	t.Helper()
	var out refusals
	a, b := compile(t, old), compile(t, new)
	wasSeen, isSeen := false, false
	for _, v := range slices.Concat(values(old), values(new)) {
		was, is := a.Validate(v) == nil, b.Validate(v) == nil
		wasSeen, isSeen = wasSeen || was, isSeen || is
		out.byNew = out.byNew || was && !is
		out.byOld = out.byOld || is && !was
	}
	out.blind = !wasSeen || !isSeen
	return out
}

func compile(t *testing.T, schema map[string]any) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", value); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

// requestSchema is one schema of all that a request has: an object with the parameters by place, and the body.
func requestSchema(op map[string]any) map[string]any {
	properties, required := map[string]any{}, []any{}
	parameters, _ := op["parameters"].([]any)
	places := 0
	for _, p := range parameters {
		p := p.(map[string]any)
		name := fmt.Sprint(p["in"], ".", p["name"])
		if p["in"] == "path" { // sent by place
			places++
			name = fmt.Sprint("path ", places)
		}
		properties[name] = p["schema"]
		if p["required"] == true {
			required = append(required, name)
		}
	}
	if body, ok := op["requestBody"].(map[string]any); ok {
		properties["body"] = content(body)
		required = append(required, "body")
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

// answerSchema is that of success.
func answerSchema(op map[string]any) map[string]any {
	responses := op["responses"].(map[string]any)
	first := slices.Sorted(maps.Keys(responses))[0]
	return content(responses[first].(map[string]any))
}

func content(of map[string]any) map[string]any {
	media, _ := of["content"].(map[string]any)
	for _, m := range media {
		if schema, ok := m.(map[string]any)["schema"].(map[string]any); ok {
			return schema
		}
	}
	return map[string]any{}
}

// values are values of a schema, among them those at its edges.
func values(schema map[string]any) []any {
	if enum, ok := schema["enum"].([]any); ok {
		return enum
	}
	var out []any
	for _, kind := range kindsOf(schema) {
		switch kind {
		case "object":
			out = append(out, objects(schema)...)
		case "array":
			out = append(out, arrays(schema)...)
		case "string":
			out = append(out, strs(schema)...)
		case "integer", "number":
			out = append(out, numbers(schema, kind)...)
		case "boolean":
			out = append(out, true)
		case "null":
			out = append(out, nil)
		}
	}
	return out
}

func kindsOf(schema map[string]any) []string {
	switch kind := schema["type"].(type) {
	case string:
		return []string{kind}
	case []any:
		var out []string
		for _, k := range kind {
			out = append(out, k.(string))
		}
		return out
	}
	return []string{"object", "string", "integer", "boolean", "null"}
}

// objects are one with all members, one for each member without it, and one for each further value of a member.
func objects(schema map[string]any) []any {
	properties, _ := schema["properties"].(map[string]any)
	whole := map[string]any{}
	choices := map[string][]any{}
	for name, p := range properties {
		if choices[name] = values(p.(map[string]any)); len(choices[name]) > 0 {
			whole[name] = choices[name][0]
		}
	}
	out := []any{whole}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		less := maps.Clone(whole)
		delete(less, name)
		out = append(out, less)
		for _, v := range choices[name][1:] {
			other := maps.Clone(whole)
			other[name] = v
			out = append(out, other)
		}
	}
	return out
}

func arrays(schema map[string]any) []any {
	items, _ := schema["items"].(map[string]any)
	least, _ := schema["minItems"].(float64)
	most, _ := schema["maxItems"].(float64)
	var out []any
	for i, v := range values(items) {
		out = append(out, slices.Repeat([]any{v}, int(max(least, 1))))
		if i == 0 {
			out = append(out, slices.Repeat([]any{v}, int(max(most, 1))), slices.Repeat([]any{v}, int(max(most, 1))+1))
		}
	}
	return append(out, []any{})
}

// strs are texts of the lengths at the edges of the schema, and of one that no schema of a test allows; the first fits.
func strs(schema map[string]any) []any {
	least, _ := schema["minLength"].(float64)
	most, limited := schema["maxLength"].(float64)
	if !limited {
		most = 200
	}
	return []any{strings.Repeat("a", int(max(least, 1))), strings.Repeat("a", int(least)), strings.Repeat("a", int(most)), strings.Repeat("a", int(most)+1)}
}

func numbers(schema map[string]any, kind string) []any {
	least, below := schema["minimum"].(float64)
	most, above := schema["maximum"].(float64)
	if n, ok := schema["exclusiveMinimum"].(float64); ok {
		least, below = n+1, true
	}
	if n, ok := schema["exclusiveMaximum"].(float64); ok {
		most, above = n-1, true
	}
	if !below {
		least = -1000
	}
	if !above {
		most = 1000
	}
	out := []any{least, most}
	if kind == "number" {
		out = append(out, (least+most)/2+0.25)
	}
	return out
}

// unwitnessed are the kinds of changes that no value is a witness of, and why they break somebody nonetheless.
var unwitnessed = map[apidiff.Kind]string{
	apidiff.FieldRemoved:   "a member that need not be there may always be missing; who read it when it was there does not get it again",
	apidiff.FieldRenamed:   "so may one that is called otherwise",
	apidiff.FieldMoved:     "and one that is elsewhere",
	apidiff.FormatChanged:  "the sizes of integers and the layouts of times are no matter of JSON Schema",
	apidiff.StatusChanged:  "a status is no part of a value",
	apidiff.SuccessChanged: "the codes of success stand in an extension",
}

// shown reports whether there must be a witness of a change. Of rules, JSON Schema has words for lengths and ranges. What lists and
// maps have in them, and what samples show in their place, may fit after all; so may the numbers of a list that are integers. What
// comes with failures is not looked at, the parts of a text are no matter of JSON Schema, and a field that is elsewhere has no value that
// both know.
func (v *verdicts) shown(c *apidiff.Change) bool {
	if strings.HasPrefix(c.Path, "response@") || v.parts[c.Path] || v.elsewhere(c.Path) {
		return false
	}
	rule := c.From + c.To
	switch c.Kind {
	case apidiff.RuleAdded, apidiff.RuleRemoved, apidiff.RuleTightened, apidiff.RuleLoosened, apidiff.RuleChanged:
		return (strings.HasPrefix(rule, "length ") || strings.HasPrefix(rule, "range ")) && !strings.Contains(rule, "bytes")
	case apidiff.TypeChanged:
		change := c.From + ">" + c.To
		return !strings.Contains(change, "array") && !strings.Contains(change, "map") && !strings.Contains(change, "any") && change != "integer>number" && change != "number>integer"
	}
	return unwitnessed[c.Kind] == ""
}

// elsewhere reports whether the field has another path than it had, so that no value has both.
func (v *verdicts) elsewhere(path string) bool {
	return slices.ContainsFunc(v.ours, func(c *apidiff.Change) bool {
		return (c.Kind == apidiff.FieldRenamed || c.Kind == apidiff.FieldMoved) && strings.HasPrefix(path, c.To)
	})
}

// TestWitnesses: who breaks by a value is said to break, and nobody else is, but for kinds of changes that no value can show.
func TestWitnesses(t *testing.T) {
	seen := 0
	for name, p := range pairs(t) {
		from, to := operations(t, p.old), operations(t, p.new)
		for key, v := range judge(t, p.old, p.new) {
			found := witnesses(t, from[key], to[key])
			if found.blind {
				t.Errorf("%s, %s: no value fits the schemas", name, key)
			}
			if found.callers || found.servers {
				seen++
			}
			for _, what := range v.contradict(found) {
				t.Errorf("%s, %s: %s", name, key, what)
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d pairs have a witness", seen)
	}
}

// contradict holds what wenma says against the witnesses.
func (v *verdicts) contradict(found harm) []string {
	var out []string
	said := harm{}
	for _, c := range v.ours {
		said.callers = said.callers || c.BreaksCallers
		said.servers = said.servers || c.BreaksServers
		if !found.blind && v.shown(c) && (c.BreaksCallers && !found.callers || c.BreaksServers && !found.servers) {
			out = append(out, fmt.Sprintf("no value shows that %s %s %s>%s %s", c.Kind, c.Path, c.From, c.To, c.Harm().EN))
		}
	}
	if found.callers && !said.callers {
		out = append(out, "a value breaks callers, and nothing is said")
	}
	if found.servers && !said.servers {
		out = append(out, "a value breaks servers, and nothing is said")
	}
	return out
}
