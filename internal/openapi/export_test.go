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

// TestSummary: what stands for the title of an endpoint that has none.
func TestSummary(t *testing.T) {
	for want, e := range map[string]*ir.Endpoint{
		"查询门店":    {Title: ir.Text{Value: "查询门店"}, Doc: ir.Text{Value: "按编号查询。"}},
		"按编号查询门店": {Doc: ir.Text{Value: "按编号查询门店。\n自 1.2 起"}},
		"find":    {Name: ir.Text{Value: "find"}, Doc: ir.Text{Value: "公开"}},
		"list":    {Name: ir.Text{Value: "list"}, Doc: ir.Text{Value: strings.Repeat("很长的说明，", 10)}},
	} {
		e.Method, e.Path = ir.Text{Value: "GET"}, ir.Path{Text: ir.Text{Value: "/x"}}
		root := mustBeValid(t, openapi.Export(&ir.Document{Endpoints: []*ir.Endpoint{e}}))
		op := members(members(members(root["paths"])["/x"])["get"])
		if op["summary"] != want || members(root["info"])["title"] != want {
			t.Errorf("the summary is %v and the title %v, not %s", op["summary"], members(root["info"])["title"], want)
		}
	}
}
