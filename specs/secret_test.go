package specs

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/explain"
	"github.com/wenma/wenma/internal/openapi"
	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/source"
)

// TestSecretsStayOnThePage: nothing that is made of a page has what its NAME.secret.txt lists.
func TestSecretsStayOnThePage(t *testing.T) {
	lists, err := filepath.Glob("*/*.secret.txt")
	if err != nil || len(lists) == 0 {
		t.Fatalf("%d lists, %v", len(lists), err)
	}
	for _, list := range lists {
		raw, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		page := strings.TrimSuffix(filepath.ToSlash(list), ".secret.txt") + ".md"
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		made := allMadeOf(t, page)
		for secret := range strings.Lines(string(raw)) {
			secret = strings.TrimSpace(secret)
			if !bytes.Contains(text, []byte(secret)) {
				t.Errorf("%s does not have %s", page, secret)
			}
			for name, content := range made {
				if i := strings.Index(content, secret); i >= 0 {
					line := content[strings.LastIndex(content[:i], "\n")+1:]
					t.Errorf("%s of %s has it: %.200s", name, page, line)
				}
			}
		}
	}
}

// TestMaskedEverywhere: nothing that is made of any page has what its document says must not be shown.
func TestMaskedEverywhere(t *testing.T) {
	for _, page := range pages(t) {
		doc, diags := parse(t, page)
		made := allMadeOf(t, page)
		for _, d := range diags {
			if !d.Rule.Secret {
				continue
			}
			for name, content := range made {
				if strings.Contains(content, d.Span.Text()) {
					t.Errorf("%s of %s has %q", name, page, d.Span.Text())
				}
			}
		}
		if len(doc.Endpoints) > 0 && len(made["explain"]) == 0 {
			t.Errorf("nothing is explained of %s", page)
		}
	}
}

// allMadeOf has all that wenma writes of a page or project, by name.
func allMadeOf(t *testing.T, path string) map[string]string {
	t.Helper()
	doc, diags := checked(t, path)
	made, _, err := generator.Generate(doc, generator.Options{Package: "p", Tests: true, Stubs: &generator.Stubs{Package: "h", Import: "gen.test/p"}})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range made.Files {
		out[f.Name] = string(f.Content)
	}
	for _, lang := range []source.Lang{source.Chinese, source.English} {
		var said bytes.Buffer
		report.Text(&said, diags, report.Options{Lang: lang, Verbose: true})
		out[fmt.Sprintf("diagnostics %v", lang)] = said.String()
	}
	var structured, export, told bytes.Buffer
	report.JSON(&structured, diags)
	out["diagnostics JSON"] = structured.String()
	if err := openapi.Export(doc).YAML(&export); err != nil {
		t.Fatal(err)
	}
	out["OpenAPI"] = export.String()
	api := explain.New(doc, diags, made)
	var subjects []*explain.Subject
	for _, n := range made.Names {
		things, more := api.Find(n.Key)
		for _, thing := range append(things, more...) {
			subjects = append(subjects, api.Explain(thing))
		}
	}
	api.Text(&told, subjects, report.Options{Lang: source.English, Verbose: true})
	api.LedgerText(&told, api.Ledger(), report.Options{Lang: source.English, Verbose: true})
	explain.JSON(&told, subjects)
	explain.JSON(&told, api.Ledger())
	out["explain"] = told.String()
	return out
}
