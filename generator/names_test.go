package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/ir"
)

// declared lists what the files of a package declare, with members behind their types. Methods stand as "Type.Method".
func declared(t *testing.T, files []File) map[string]bool {
	t.Helper()
	names := make(map[string]bool)
	for _, f := range files {
		if f.Kind != Generated {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Content, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				names[n.Name.Name] = true
				if s, ok := n.Type.(*ast.StructType); ok {
					for _, field := range s.Fields.List {
						for _, id := range field.Names {
							names[n.Name.Name+"."+id.Name] = true
						}
					}
				}
			case *ast.ValueSpec:
				for _, id := range n.Names {
					names[id.Name] = true
				}
			case *ast.FuncDecl:
				if n.Recv != nil {
					names[n.Name.Name] = true
				}
				return false
			}
			return true
		})
	}
	return names
}

// TestNamesAreDeclared: what the table of names says is what the files have, each once.
func TestNamesAreDeclared(t *testing.T) {
	for name, doc := range map[string]*ir.Document{"seed": read(t, seedPage), "shop": shop(), "hostile": hostile()} {
		made, _, err := Generate(doc, Options{Package: "p"})
		if err != nil {
			t.Fatal(err)
		}
		have, seen := declared(t, made.Files), make(map[string]bool)
		for _, n := range made.Names {
			if n.Kind == ResponseName && strings.HasPrefix(n.Go, "answerOf") {
				continue
			}
			if !have[n.Go] {
				t.Errorf("%s: %s %q is %s, which is nowhere declared", name, n.Kind, n.Key, n.Go)
			}
			if id := string(n.Kind) + " " + n.Key; seen[id] {
				t.Errorf("%s: %q stands there twice", name, id)
			} else {
				seen[id] = true
			}
			if n.Of == nil {
				t.Errorf("%s: %q is of nothing", name, n.Key)
			}
		}
		if len(made.Names) < 20 || !slices.IsSortedFunc(made.Names, func(a, b Name) int { return strings.Compare(a.Key, b.Key) }) {
			t.Errorf("%s: %d names, or not in order", name, len(made.Names))
		}
	}
}

// TestKeys shows the keys of each kind.
func TestKeys(t *testing.T) {
	str := scalar(ir.String)
	doc := &ir.Document{
		Types: []*ir.TypeDecl{{Name: name("User"), Type: object(member("address", &ir.List{Elem: object(member("city", str))}))}, {Name: name("User"), Type: object(member("x", str))}},
		Endpoints: []*ir.Endpoint{
			body(endpoint("POST", "/v1//chat", "chat", member("id", str, in(ir.InHeader)), member("id", str, in(ir.InQuery))), ir.MediaJSON, object(member("id", str), member("m", &ir.Map{Elem: object(member("k", str))}))),
			result(endpoint("GET", "/info", "info"), member("data", object(member("name", str)))),
		},
	}
	made, _, err := Generate(doc, Options{Package: "p"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range made.Names {
		got = append(got, string(n.Kind)+" "+n.Key+" = "+n.Go)
	}
	want := []string{
		"operation GET /info = Info",
		"request GET /info = InfoRequest",
		"response GET /info = InfoResponse",
		"field GET /info response.data = InfoResponse.Data",
		"object GET /info response.data = InfoData",
		"field GET /info response.data.name = InfoData.Name",
		"field GET /info response.retCode = Envelope.RetCode",
		"field GET /info response.retMsg = Envelope.RetMsg",
		"operation POST /v1/chat = Chat",
		"request POST /v1/chat = ChatRequest",
		"field POST /v1/chat request.header.id = ChatRequest.ID",
		"field POST /v1/chat request.id = ChatRequest.ID3",
		"field POST /v1/chat request.m = ChatRequest.M",
		"object POST /v1/chat request.m{} = ChatMValue",
		"field POST /v1/chat request.m{}.k = ChatMValue.K",
		"field POST /v1/chat request.query.id = ChatRequest.ID2",
		"type User = User",
		"type User#2 = User2",
		"field User#2.x = User2.X",
		"field User.address = User.Address",
		"object User.address[] = UserAddressItem",
		"field User.address[].city = UserAddressItem.City",
		"field envelope retCode,retMsg,data.retCode = Envelope.RetCode",
		"field envelope retCode,retMsg,data.retMsg = Envelope.RetMsg",
		"envelope retCode,retMsg,data = Envelope",
		"home retCode,retMsg,data@retCode:string retMsg:string=0=00 = Envelope",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOperationsAreNamedByRoute: of two operations that wish for one name, the route decides who gets it, wherever they stand.
func TestOperationsAreNamedByRoute(t *testing.T) {
	first := []*ir.Endpoint{endpoint("GET", "/b", "getUser"), endpoint("GET", "/a", "get_user")}
	second := []*ir.Endpoint{first[1], first[0]}
	for _, list := range [][]*ir.Endpoint{first, second} {
		made, _, err := Generate(&ir.Document{Endpoints: list}, Options{Package: "p"})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range made.Names {
			if want := map[string]string{"GET /a": "GetUser", "GET /b": "GetUser2"}[n.Key]; n.Kind == OperationName && n.Go != want {
				t.Errorf("%s is %s, want %s", n.Key, n.Go, want)
			}
		}
	}
}
