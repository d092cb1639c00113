package openapi_test

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/pb33f/libopenapi"
	"github.com/pb33f/libopenapi/datamodel"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/wenma/wenma/internal/openapi"
)

// officialSchema is the OpenAPI Initiative's JSON Schema of OpenAPI 3.1, compiled once.
var officialSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	data, err := jsonschema.UnmarshalJSON(strings.NewReader(datamodel.OpenAPI31SchemaData))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi-3.1.json", data); err != nil {
		return nil, err
	}
	return c.Compile("openapi-3.1.json")
})

// written is a document in both forms.
func written(t *testing.T, d *openapi.Document) (asJSON, asYAML string) {
	t.Helper()
	var j, y strings.Builder
	if err := d.JSON(&j); err != nil {
		t.Fatal(err)
	}
	if err := d.YAML(&y); err != nil {
		t.Fatal(err)
	}
	return j.String(), y.String()
}

// mustBeValid holds a document against everything independent that knows what one is: the official schema, another
// implementation's model, the JSON Schema meta-schema for each schema in it. Both forms must say the same.
func mustBeValid(t *testing.T, d *openapi.Document) map[string]any {
	t.Helper()
	asJSON, asYAML := written(t, d)
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(asJSON))
	if err != nil {
		t.Fatalf("not JSON: %v\n%s", err, asJSON)
	}
	schema, err := officialSchema()
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("the official schema refuses it: %v", err)
	}
	mustModel(t, asJSON)
	mustModel(t, asYAML)
	sameAsJSON(t, asJSON, asYAML)
	root := value.(map[string]any)
	checkRules(t, root)
	eachMedia(value, "#", func(pointer string, media map[string]any) {
		compiled(t, root, media["schema"], pointer)
	})
	return root
}

func mustModel(t *testing.T, text string) {
	t.Helper()
	// A list of itself and a nullable mention of itself are finite; libopenapi takes them for endless unless told so.
	config := datamodel.DocumentConfiguration{IgnorePolymorphicCircularReferences: true, IgnoreArrayCircularReferences: true}
	doc, err := libopenapi.NewDocumentWithConfiguration([]byte(text), &config)
	if err != nil {
		t.Errorf("libopenapi does not read it: %v", err)
		return
	}
	if _, err := doc.BuildV3Model(); err != nil {
		t.Errorf("libopenapi builds no model: %v", err)
	}
}

func sameAsJSON(t *testing.T, asJSON, asYAML string) {
	t.Helper()
	var fromYAML, fromJSON any
	if err := yaml.Unmarshal([]byte(asYAML), &fromYAML); err != nil {
		t.Errorf("not YAML: %v\n%s", err, asYAML)
		return
	}
	again, err := json.Marshal(fromYAML)
	if err != nil {
		t.Errorf("the YAML is no JSON value: %v", err)
		return
	}
	if err := json.Unmarshal(again, &fromYAML); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(asJSON), &fromJSON); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(fromYAML, fromJSON) {
		t.Errorf("the YAML says other than the JSON:\n%s\n%s", asYAML, asJSON)
	}
}

// checkRules holds the document against what the specification demands in prose and no schema of it checks.
func checkRules(t *testing.T, root map[string]any) {
	t.Helper()
	ids := map[any]bool{}
	for path, item := range members(root["paths"]) {
		for method, op := range members(item) {
			operation := op.(map[string]any)
			if id := operation["operationId"]; ids[id] {
				t.Errorf("%s %s: operationId %v is taken", method, path, id)
			} else {
				ids[id] = true
			}
			checkParameters(t, path, operation)
		}
	}
}

func checkParameters(t *testing.T, path string, operation map[string]any) {
	t.Helper()
	seen := map[[2]any]bool{}
	parameters, _ := operation["parameters"].([]any)
	for _, p := range parameters {
		parameter := p.(map[string]any)
		id := [2]any{parameter["in"], parameter["name"]}
		if seen[id] {
			t.Errorf("%s: parameter %v twice", path, id)
		}
		seen[id] = true
		if id[0] == "path" && !strings.Contains(path, "{"+id[1].(string)+"}") {
			t.Errorf("%s: no place for path parameter %v", path, id[1])
		}
	}
	for _, part := range strings.Split(path, "{")[1:] {
		if name, _, _ := strings.Cut(part, "}"); !seen[[2]any{"path", name}] {
			t.Errorf("%s: {%s} has no parameter", path, name)
		}
	}
}

func members(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// eachMedia visits everything in the document that has a schema: parameters, and bodies of one media type.
func eachMedia(value any, pointer string, visit func(pointer string, media map[string]any)) {
	switch v := value.(type) {
	case []any:
		for i, elem := range v {
			eachMedia(elem, pointer+"/"+strconv.Itoa(i), visit)
		}
	case map[string]any:
		if _, ok := v["schema"]; ok {
			visit(pointer, v)
		}
		for key, member := range v {
			eachMedia(member, pointer+"/"+key, visit)
		}
	}
}

// compiled is a schema of the document, whose references must lead somewhere; nil where it does not compile.
func compiled(t *testing.T, root map[string]any, schema any, pointer string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("doc.json", map[string]any{"components": root["components"], "schema": schema}); err != nil {
		t.Errorf("%s: %v", pointer, err)
		return nil
	}
	out, err := c.Compile("doc.json#/schema")
	if err != nil {
		t.Errorf("%s: %v", pointer, err)
	}
	return out
}

// examplesMustFit holds each example of a body against the schema beside it.
func examplesMustFit(t *testing.T, root map[string]any) {
	t.Helper()
	found := 0
	eachMedia(root, "#", func(pointer string, media map[string]any) {
		schema := compiled(t, root, media["schema"], pointer)
		for name, example := range members(media["examples"]) {
			found++
			if err := schema.Validate(example.(map[string]any)["value"]); err != nil {
				t.Errorf("%s: example %s: %v", pointer, name, err)
			}
		}
	})
	if found == 0 {
		t.Error("there are no examples")
	}
}
