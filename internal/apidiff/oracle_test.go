package apidiff_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/pb33f/libopenapi"
	"github.com/pb33f/libopenapi/datamodel"
	"github.com/pb33f/libopenapi/what-changed/model"

	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

// The oracle is another implementation of the question what changed between two APIs: libopenapi's what-changed, which compares
// the OpenAPI exports of both sides. It knows neither who gives a value and who takes it nor what wenma's extensions mean, so that
// the two cannot agree everywhere; but where they do not, disagreements says why wenma's answer is the right one.

// level is how much two states of an operation differ.
type level int

const (
	same level = iota
	harmless
	breaking
)

func (l level) String() string { return [...]string{"same", "harmless", "breaking"}[l] }

// verdicts are what both say of an operation.
type verdicts struct {
	theirs []*model.Change
	ours   []*apidiff.Change
	parts  map[string]bool // paths of texts whose parts, between commas, have a list of values
}

func (v *verdicts) levels() (theirs, ours level) {
	for _, c := range v.theirs {
		theirs = max(theirs, theirLevel(c))
	}
	for _, c := range v.ours {
		ours = max(ours, ourLevel(c))
	}
	return theirs, ours
}

func theirLevel(c *model.Change) level {
	if c.Breaking {
		return breaking
	}
	return harmless
}

func ourLevel(c *apidiff.Change) level {
	if c.Breaking() {
		return breaking
	}
	return harmless
}

// judge asks both about the operations that both states have.
func judge(t *testing.T, old, new *ir.Document) map[string]*verdicts {
	t.Helper()
	from, to := operations(t, old), operations(t, new)
	out := map[string]*verdicts{}
	for key := range from {
		if to[key] == nil {
			delete(from, key)
		} else {
			out[key] = &verdicts{}
		}
	}
	for key := range to {
		if from[key] == nil {
			delete(to, key)
		}
	}
	for path, changes := range compared(t, from, to) {
		out[path].theirs = changes
	}
	was, is := apidiff.Of(old), apidiff.Of(new)
	for _, op := range slices.Concat(was.Operations, is.Operations) {
		if v := out[op.Key]; v != nil {
			v.parts = partsOf(op.Fields, v.parts)
		}
	}
	for _, c := range apidiff.Diff(was, is) {
		if v := out[c.Operation]; v != nil {
			v.ours = append(v.ours, c)
		}
	}
	return out
}

func partsOf(fields []*apidiff.Field, parts map[string]bool) map[string]bool {
	for _, f := range fields {
		if f.Format == "csv" {
			if parts == nil {
				parts = map[string]bool{}
			}
			parts[f.Path] = true
		}
	}
	return parts
}

// operations are the OpenAPI exports of each operation, alone and with its types written out in place, by wenma's keys.
func operations(t *testing.T, doc *ir.Document) map[string]map[string]any {
	t.Helper()
	out := map[string]map[string]any{}
	for _, e := range doc.Endpoints {
		key := apidiff.KeyOf(e)
		if out[key] != nil {
			continue
		}
		var text strings.Builder
		if err := openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}, Types: doc.Types}).JSON(&text); err != nil {
			t.Fatal(err)
		}
		var root map[string]any
		if err := json.Unmarshal([]byte(text.String()), &root); err != nil {
			t.Fatal(err)
		}
		for _, item := range root["paths"].(map[string]any) {
			for _, op := range item.(map[string]any) {
				out[key] = written(root, op, nil).(map[string]any)
			}
		}
	}
	return out
}

// silent are the members of OpenAPI that promise nothing to a program.
var silent = map[string]bool{
	"summary": true, "description": true, "title": true, "operationId": true, "tags": true, "example": true, "examples": true,
}

// written is a value with its references written out, each once on any way down, and without what promises nothing.
func written(root map[string]any, value any, following []string) any {
	switch v := value.(type) {
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = written(root, e, following)
		}
		return out
	case map[string]any:
		if ref, ok := v["$ref"].(string); ok {
			return target(root, ref, following)
		}
		out := map[string]any{}
		for name, member := range v {
			switch properties, ok := member.(map[string]any); {
			case name == "properties" && ok:
				all := map[string]any{}
				for property, schema := range properties {
					all[property] = written(root, schema, following)
				}
				out[name] = all
			case !silent[name] && !strings.HasPrefix(name, "x-"):
				out[name] = written(root, member, following)
			}
		}
		if _, parameter := v["in"].(string); parameter && out["required"] == nil {
			out["required"] = false // as the specification says; what-changed does not know what is left out
		}
		return out
	}
	return value
}

func target(root map[string]any, ref string, following []string) any {
	for _, f := range following {
		if f == ref {
			return map[string]any{}
		}
	}
	var at any = root
	for _, part := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
		at = at.(map[string]any)[part]
	}
	return written(root, at, append(following[:len(following):len(following)], ref))
}

// compared is what the oracle says of each operation.
func compared(t *testing.T, from, to map[string]map[string]any) map[string][]*model.Change {
	t.Helper()
	paths := map[string]string{}
	document := func(ops map[string]map[string]any) libopenapi.Document {
		all := map[string]any{}
		for key, op := range ops {
			path := "/" + strings.NewReplacer(" ", "/", "{}", "-", "{", "-", "}", "-").Replace(key)
			paths[path] = key
			all[path] = map[string]any{"post": op}
		}
		text, err := json.Marshal(map[string]any{"openapi": "3.1.0", "info": map[string]any{"title": "x", "version": "1"}, "paths": all})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := libopenapi.NewDocumentWithConfiguration(text, &datamodel.DocumentConfiguration{})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return doc
	}
	changes, err := libopenapi.CompareDocuments(document(from), document(to))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]*model.Change{}
	if changes == nil || changes.PathsChanges == nil {
		return out
	}
	for path, item := range changes.PathsChanges.PathItemsChanges {
		out[paths[path]] = item.GetAllChanges()
	}
	return out
}

// disagreement is a reason for which one of both sees more in a change than the other.
type disagreement struct {
	// ours are the kinds, and theirs the OpenAPI members, of the changes that only that side sees, or sees as breaking.
	ours   []apidiff.Kind
	when   func(*apidiff.Change) bool // holds for ours, or for one of those beside theirs; nil for always
	theirs string
	why    string
}

var disagreements = []disagreement{
	{
		ours: []apidiff.Kind{apidiff.ValueAdded},
		why:  "a value that is new to an answer meets callers that do not know it, and one that is new to a request, such servers; what-changed takes more values for harmless anywhere",
	},
	{
		ours: []apidiff.Kind{apidiff.ValuesClosed, apidiff.ValuesOpened},
		why:  "with its first list a field takes less than before, without its list more; what-changed looks at values one by one and breaks with none that is new",
	},
	{
		ours: []apidiff.Kind{apidiff.RuleAdded, apidiff.RuleRemoved},
		why:  "a limit where there was none refuses what was fine, and one that is gone lets through what nobody had to expect; what-changed counts only limits that changed",
	},
	{
		ours: []apidiff.Kind{apidiff.RuleTightened, apidiff.RuleLoosened, apidiff.RuleChanged},
		why:  "OpenAPI has no word for decimals, characters, beginnings and conditions: they stand in extensions, which what-changed does not judge",
	},
	{
		ours: []apidiff.Kind{apidiff.SuccessChanged},
		why:  "which code means success stands in an extension; a caller that tests for the old one takes every answer for a failure",
	},
	{
		ours: []apidiff.Kind{apidiff.FormatChanged},
		why:  "a time in another layout is not read by who read the old one; OpenAPI has the layout in an extension, and what-changed takes a format that appears for harmless",
	},
	{
		ours: []apidiff.Kind{apidiff.TypeChanged},
		when: func(c *apidiff.Change) bool { return c.From == "any" || c.To == "any" },
		why:  "what could be anything and is a text takes less than before; what-changed takes a type that comes or goes for harmless",
	},
	{
		ours:   []apidiff.Kind{apidiff.TypeChanged},
		theirs: "type",
		when:   func(c *apidiff.Change) bool { return c.Kind == apidiff.TypeChanged && !c.Breaking() },
		why:    "what the table says and what the samples show changed places: either side allows both, and the page is another all the same",
	},
	{
		theirs: "default",
		why:    "with another default all that was accepted still is, and all that was understood; it is listed and breaks nobody",
	},
	{
		theirs: "parameters",
		why:    "the name of a placeholder is written in the path and sent by nobody",
	},
	{
		theirs: "codes",
		why:    "a status with which an operation fails is listed and breaks nobody: callers expect failures, and need not get them",
	},
	{
		theirs: "format",
		why:    "an integer whose size only one side gives promises none, and a format that samples alone show is no promise either",
	},
	{
		theirs: "additionalProperties",
		why:    "that an object may have further members is so with every object",
	},
}

// unexplained are the changes by which one side sees more than the other and for which there is no reason. The reasons that hold are
// counted in used.
func (v *verdicts) unexplained(used []int) []string {
	theirs, ours := v.levels()
	var out []string
	explain := func(what string, applies func(d disagreement) bool) {
		i := slices.IndexFunc(disagreements, applies)
		if i < 0 {
			out = append(out, what)
			return
		}
		used[i]++
	}
	for _, c := range v.ours {
		if ours > theirs && ourLevel(c) > theirs {
			explain(fmt.Sprintf("wenma: %s %s %s>%s %s", c.Kind, c.Path, c.From, c.To, c.Harm().EN), func(d disagreement) bool {
				return slices.Contains(d.ours, c.Kind) && (d.when == nil || d.when(c))
			})
		}
	}
	for _, c := range v.theirs {
		if theirs > ours && theirLevel(c) > ours {
			explain(fmt.Sprintf("what-changed: %s %q>%q breaking %v", c.Property, c.Original, c.New, c.Breaking), func(d disagreement) bool {
				return d.theirs == c.Property
			})
		}
	}
	return out
}

// TestOracle: of each pair, both say the same, or there is a reason. Each reason is that of some pair.
func TestOracle(t *testing.T) {
	used := make([]int, len(disagreements))
	for name, p := range pairs(t) {
		for key, v := range judge(t, p.old, p.new) {
			for _, what := range v.unexplained(used) {
				t.Errorf("%s, %s: %s", name, key, what)
			}
		}
	}
	for i, n := range used {
		if n == 0 {
			t.Errorf("no pair has the disagreement: %s", disagreements[i].why)
		}
	}
}

// TestOracleKnowsOperations: both find the operations that came and went.
func TestOracleKnowsOperations(t *testing.T) {
	for name, p := range pairs(t) {
		from, to := operations(t, p.old), operations(t, p.new)
		for _, c := range apidiff.Diff(apidiff.Of(p.old), apidiff.Of(p.new)) {
			switch c.Kind {
			case apidiff.OperationMoved:
				delete(from, c.From)
				delete(to, c.To)
			case apidiff.OperationRemoved:
				delete(from, c.Operation)
			case apidiff.OperationAdded:
				delete(to, c.Operation)
			}
		}
		if a, b := slices.Sorted(maps.Keys(from)), slices.Sorted(maps.Keys(to)); !slices.Equal(a, b) {
			t.Errorf("%s: operations that came or went unnoticed: %v, %v", name, a, b)
		}
	}
}
