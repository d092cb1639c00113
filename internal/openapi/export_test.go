package openapi_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/ir"
)

var update = flag.Bool("update", false, "rewrite the expected results")

func TestExport(t *testing.T) {
	exported := openapi.Export(shop())
	examplesMustFit(t, mustBeValid(t, exported))
	asJSON, asYAML := written(t, exported)
	golden(t, "testdata/shop.json", asJSON)
	golden(t, "testdata/shop.yaml", asYAML)
	again, _ := written(t, openapi.Export(shop()))
	if again != asJSON {
		t.Error("a second export of the same document differs")
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestExportNothing(t *testing.T) {
	root := mustBeValid(t, openapi.Export(&ir.Document{}))
	if info := members(root["info"]); info["title"] != "API" || info["version"] != "0" {
		t.Errorf("info is %v", info)
	}
}
