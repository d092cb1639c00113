package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/gotest"
	"github.com/wenma/wenma/internal/manypages"
	"github.com/wenma/wenma/ir"
)

// grouped are pages in directories: endpoints in two of them, types that both use in a third, and types that nobody uses in a fourth.
func grouped() []manypages.Page {
	return []manypages.Page{
		{Name: "docs/dock/v1/store.md", Text: listsPage},
		{Name: "docs/zoo/v1/register.md", Text: zebraPage},
		{Name: "docs/zoo/v1/feed.md", Text: strings.ReplaceAll(listsPage, "/v1/pallets/store", "/v1/zebras/feed")},
		{Name: "docs/common/types.md", Text: typesPage},
		{Name: "docs/common/codes.md", Text: "## 错误码\n\n|错误码|说明|\n|--|--|\n|40101|未登录|\n"},
		{Name: "docs/left/types.md", Text: strings.NewReplacer("Pallet", "Crate", "Box", "Lid").Replace(typesPage)},
	}
}

// outline says what is in a document.
func outline(d *ir.Document) string {
	var words []string
	for _, e := range d.Endpoints {
		words = append(words, e.Path.Value)
	}
	for _, t := range d.Types {
		words = append(words, t.Name.Value)
	}
	for _, e := range d.Errors {
		words = append(words, e.Value.Value)
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

func TestGroups(t *testing.T) {
	doc := parsed(grouped())
	before := outline(doc)
	var got []string
	for _, g := range Groups(doc, nil) {
		got = append(got, fmt.Sprintf("%s as %s: %s", g.Dir, g.Package, outline(g.Doc)))
	}
	want := []string{
		"docs/dock/v1 as dockv1: /v1/pallets/store 40101 Box Pallet",
		"docs/left as left: 40101 Crate Lid",
		"docs/zoo/v1 as zoov1: /v1/zebras/feed /v1/zebras/register 40101 Box Pallet Stripe",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if after := outline(doc); after != before {
		t.Errorf("the document was %s and is %s", before, after)
	}
}

// TestGroupPackages: each group makes a package that needs no other.
func TestGroupPackages(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := gotest.New(t)
	for _, g := range Groups(parsed(grouped()), nil) {
		for _, layout := range []Layout{ByKind, ByPage} {
			generate(t, m, fmt.Sprintf("%s%d", g.Package, layout), g.Doc, Options{Package: g.Package, Tests: true, Layout: layout})
		}
	}
	m.Go("vet", "./...")
	m.Go("test", "./...")
	m.Staticcheck()
}
