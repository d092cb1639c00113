package generator

import (
	"bytes"
	"go/ast"
	"go/format"
	goparser "go/parser"
	"go/token"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/internal/manypages"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// parsed is what the parser makes of several pages.
func parsed(pages []manypages.Page) *ir.Document {
	files := make([]*source.File, len(pages))
	for i, p := range pages {
		files[i] = source.NewFile(p.Name, p.Text)
	}
	doc, _ := parser.Parse(files, parser.Options{})
	return doc
}

// specPages are the pages of the specification.
func specPages(t testing.TB) []manypages.Page {
	t.Helper()
	paths, err := filepath.Glob("../specs/*/*.md")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d pages, %v", len(paths), err)
	}
	pages := make([]manypages.Page, len(paths))
	for i, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = manypages.Page{Name: filepath.ToSlash(path), Text: string(text)}
	}
	return pages
}

// declarations are the declarations of files, comments included, each constant and variable apart.
func declarations(t *testing.T, files []File) []string {
	t.Helper()
	var all []string
	for _, f := range files {
		fset := token.NewFileSet()
		file, err := goparser.ParseFile(fset, f.Name, f.Content, goparser.ParseComments|goparser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			switch {
			case ok && g.Tok == token.IMPORT:
			case ok && g.Tok == token.VAR:
				for _, spec := range g.Specs {
					all = append(all, "var "+sourceOf(t, fset, f.Content, spec))
				}
			default:
				all = append(all, sourceOf(t, fset, f.Content, d))
			}
		}
	}
	slices.Sort(all)
	return all
}

// sourceOf is the text of a node, in gofmt's form wherever it stood; a declaration's comment comes along.
func sourceOf(t *testing.T, fset *token.FileSet, text []byte, n ast.Node) string {
	t.Helper()
	start := n.Pos()
	if doc := docOf(n); doc != nil {
		start = doc.Pos()
	}
	text = text[fset.Position(start).Offset:fset.Position(n.End()).Offset]
	if code, err := format.Source(text); err == nil {
		text = code
	}
	return string(text)
}

func docOf(n ast.Node) *ast.CommentGroup {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return n.Doc
	case *ast.GenDecl:
		return n.Doc
	}
	return nil
}

// TestLayoutsDeclareTheSame: what is declared, and what it is called, is the same in all layouts, and is there once.
func TestLayoutsDeclareTheSame(t *testing.T) {
	for name, doc := range map[string]*ir.Document{
		"seed": read(t, seedPage), "codes": read(t, "testdata/pages/codes.md"), "samples": read(t, "testdata/pages/samples.md"),
		"shop": shop(), "hostile": hostile(), "gateway": gateway(), "values": values(), "many": parsed(manypages.Pages(60)), "specs": parsed(specPages(t)),
	} {
		made := map[Layout]Result{}
		for _, layout := range []Layout{ByKind, ByPage} {
			result, _, err := Generate(doc, Options{Package: "p", Tests: true, Stubs: &Stubs{}, Lang: source.English, Layout: layout})
			if err != nil {
				t.Fatal(err)
			}
			made[layout] = result
		}
		byKind, byPage := declarations(t, made[ByKind].Files), declarations(t, made[ByPage].Files)
		if diff := cmp.Diff(byKind, byPage); diff != "" {
			t.Errorf("%s: by kind, by page (-want +got):\n%s", name, diff)
		}
		if once := slices.Compact(slices.Clone(byPage)); len(once) != len(byPage) {
			t.Errorf("%s: %d declarations are there twice", name, len(byPage)-len(once))
		}
		same := func(a, b Name) bool { return a.Kind == b.Kind && a.Key == b.Key && a.Go == b.Go }
		if !slices.EqualFunc(made[ByKind].Names, made[ByPage].Names, same) {
			t.Errorf("%s: the names differ", name)
		}
	}
}

// pageFiles are the files of pages by name.
func pageFiles(t *testing.T, pages []manypages.Page) map[string]string {
	t.Helper()
	made, _, err := Generate(parsed(pages), Options{Package: "p", Tests: true, Layout: ByPage})
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string, len(made.Files))
	for _, f := range made.Files {
		if f.Page != shared {
			files[f.Name] = string(f.Content)
		}
	}
	return files
}

// changed lists the files that are not the same.
func changed(before, after map[string]string) []string {
	names := make(map[string]bool)
	for _, files := range []map[string]string{before, after} {
		for name := range files {
			if text, ok := before[name]; !ok || text != after[name] {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// TestOtherPagesChangeNothing: the files of a page depend on that page alone. A page that is added, edited, moved or taken away
// changes its own files, and those that are no page's.
func TestOtherPagesChangeNothing(t *testing.T) {
	pages := append(manypages.Pages(12), manypages.Page{Name: "types.md", Text: typesPage}, manypages.Page{Name: "lists.md", Text: listsPage})
	base := pageFiles(t, pages)
	with := func(at int, p manypages.Page) []manypages.Page {
		other := slices.Clone(pages)
		other[at] = p
		return other
	}
	room := pages[3]
	edited := manypages.Page{Name: room.Name, Text: strings.ReplaceAll(room.Text, "roomCount", "roomTotal")}
	if edited.Text == room.Text {
		t.Fatal("the edit changes nothing")
	}
	for _, c := range []struct {
		name  string
		pages []manypages.Page
		want  []string
	}{
		{"added last", append(slices.Clone(pages), manypages.Page{Name: "zebra.md", Text: zebraPage}), []string{"zebra_gen.go", "zebra_codec_gen.go", "zebra_gen_test.go"}},
		{"added first", append(slices.Clone(pages), manypages.Page{Name: "0.md", Text: zebraPage}), []string{"0_gen.go", "0_codec_gen.go", "0_gen_test.go"}},
		{"edited", with(3, edited), []string{"0003_room_create_gen.go", "0003_room_create_codec_gen.go"}},
		{"moved", with(3, manypages.Page{Name: "zz/hall.md", Text: room.Text}), []string{
			"0003_room_create_gen.go", "0003_room_create_codec_gen.go", "0003_room_create_gen_test.go", "hall_gen.go", "hall_codec_gen.go", "hall_gen_test.go",
		}},
		{"removed", slices.Delete(slices.Clone(pages), 3, 4), []string{"0003_room_create_gen.go", "0003_room_create_codec_gen.go", "0003_room_create_gen_test.go"}},
	} {
		slices.Sort(c.want)
		if diff := cmp.Diff(c.want, changed(base, pageFiles(t, c.pages))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestPagesInAnyOrder: neither the order in which pages are given nor that in which files are printed shows.
func TestPagesInAnyOrder(t *testing.T) {
	pages := specPages(t)
	want := pageFiles(t, pages)
	if len(want) < 2*len(pages) {
		t.Fatalf("only %d files", len(want))
	}
	for range 3 {
		rand.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		if names := changed(want, pageFiles(t, pages)); len(names) > 0 {
			t.Fatalf("other pages first: %v", names)
		}
	}
}

const typesPage = `# 类型

## Pallet

|字段|类型|必填|说明|
|---|---|---|---|
|palletNo|String|是|托盘号，格式 ^P[0-9]+$|
|boxes|List<Box>|否|箱子|

## Box

|字段|类型|必填|说明|
|---|---|---|---|
|boxNo|String|是|箱号|
|boxKind|Integer|是|箱型：1-纸箱 2-木箱|
`

const listsPage = `## 托盘入库

POST /v1/pallets/store

请求参数：

|参数|类型|必填|说明|
|--|--|--|--|
|pallets|List<Pallet>|是|托盘|
|storedAt|List<String>|否|时间，格式 yyyy-MM-dd HH:mm:ss|

返回参数：

|参数|类型|说明|
|--|--|--|
|accepted|List<Box>|收下的箱子|

返回示例：

` + "```json\n{\"code\": 0, \"msg\": \"ok\", \"data\": {\"accepted\": [{\"boxNo\": \"B1\", \"boxKind\": 1}]}}\n```\n"

const zebraPage = `## 斑马登记

POST /v1/zebras/register

请求参数：

|参数|类型|必填|说明|
|--|--|--|--|
|zebraNo|String|是|编号，格式 ^Z[0-9]+$|
|stripes|List<Stripe>|是|条纹|

Stripe：

|参数|类型|必填|说明|
|--|--|--|--|
|shade|Integer|是|深浅：1-浅 2-深|

返回参数：

|参数|类型|说明|
|--|--|--|
|zebraId|Long|编号|

返回示例：

` + "```json\n{\"code\": 0, \"msg\": \"登记好了\", \"data\": {\"zebraId\": 7}}\n```\n"

// TestFilesTellTheirPage: all that comes from one page is in files that say so, and these hold most of a package.
func TestFilesTellTheirPage(t *testing.T) {
	made, _, err := Generate(parsed(manypages.Pages(8)), Options{Package: "p", Layout: ByPage, Tests: true, Stubs: &Stubs{}})
	if err != nil {
		t.Fatal(err)
	}
	pages := make(map[string][]string)
	for _, f := range made.Files {
		pages[f.Page] = append(pages[f.Page], f.Name)
		if at, _, _ := bytes.Cut(f.Content, []byte(".md:")); f.Page != shared && f.Kind == Generated && bytes.Equal(at, f.Content) && !strings.Contains(f.Name, "_codec") {
			t.Errorf("%s does not come from a page", f.Name)
		}
	}
	want := []string{"0005_invoice_create_codec_gen.go", "0005_invoice_create_gen.go", "0005_invoice_create_gen_test.go", "invoice0create_handler.go"}
	if diff := cmp.Diff(want, pages["0005-invoice-create.md"]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []string{"client_gen.go", "codec_gen.go", "doc_gen.go", "errors_gen.go", "json_gen.go", "runtime_gen.go", "samples_gen_test.go", "server_gen.go", "times_gen.go", "types_gen.go", "validate_gen.go", "handlers.go"}
	if diff := cmp.Diff(want, pages[shared]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStems(t *testing.T) {
	for _, c := range []struct{ paths, want string }{
		{"docs/getChatInfo.md", "get_chat_info"},
		{"docs/会话列表.md", "session_list"},
		{"docs/linux_amd64.md docs/a_test.md", "linux_amd64 a_test"},
		{"types.md Client.markdown codec.md order_codec.md order.md", "types_page client_page codec_page order_codec_page order"},
		{"user/list.md order/list.md order/detail.md", "user_list order_list detail"},
		{"a/v1/list.md b/v1/list.md", "a_v1_list b_v1_list"},
		{"../a/list.md list.md", "a_list list"},
		{"List.md list.md LIST.md", "list_2 list_3 list"},
		{"a/x-y.md a/x_y.md", "x_y x_y_2"},
		{"user/list.md order/list.md user_list.md", "user_list_2 order_list user_list"},
		{"- ！.md", "page page_2"},
		{strings.Repeat("understand-", 40) + "end.md", strings.Repeat("understand_", 6) + "understand"},
	} {
		paths := strings.Fields(c.paths)
		got := stems(paths, (*goname.Namer)(nil))
		slices.Reverse(paths)
		if again := stems(paths, nil); !maps.Equal(got, again) {
			t.Errorf("%s: %v in another order", c.paths, again)
		}
		slices.Reverse(paths)
		names := make([]string, len(paths))
		for i, path := range paths {
			names[i] = got[path]
		}
		if text := strings.Join(names, " "); text != c.want {
			t.Errorf("%s: %s, want %s", c.paths, text, c.want)
		}
	}
}
