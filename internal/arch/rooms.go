package arch

import (
	"fmt"
	"path"
	"strings"
)

// module is the path of the module whose house this is.
const module = "github.com/wenma/wenma"

// room is a package, or a family of them, and what it may import besides the standard library.
type room struct {
	// dir is the package's directory; a trailing /... takes in all below it.
	dir string
	// ours are packages of this module, written as dir is.
	ours []string
	// theirs are modules of others: this room is one of their few homes.
	theirs []string
	// why is what the error says, for rules that are not plain from the table.
	why string
}

// shared are the packages that features may use.
var shared = []string{"internal/report", "internal/goname", "internal/lexicon", "internal/address", "internal/nearest", "internal/fact"}

// rooms is the import rule: imports point down. The first room that holds a directory counts.
var rooms = []room{
	{dir: "source"},
	{dir: "ir", ours: []string{"source"}},

	{dir: "parser/block", ours: []string{"source", "internal/lexicon"}, theirs: []string{"github.com/yuin/goldmark", "golang.org/x/net"}},
	{dir: "parser/sample", ours: []string{"source", "ir", "internal/lexicon"}},
	{dir: "parser/prose", ours: []string{"source", "ir", "internal/lexicon"}},
	{
		dir: "parser", ours: []string{"source", "ir", "parser/block", "parser/sample", "parser/prose", "internal/lexicon"},
		theirs: []string{"golang.org/x/text", "golang.org/x/sync", "github.com/hbollon/go-edlib"}, why: "Markdown is known to parser/block alone",
	},

	{dir: "templates/runtime/...", why: "it becomes part of generated packages, which need nothing but the standard library"},
	{dir: "templates", ours: []string{"ir", "internal/goname", "templates/runtime"}, theirs: []string{"github.com/dave/jennifer"}},
	{
		dir: "generator", ours: []string{"source", "ir", "templates", "templates/runtime", "internal/goname", "internal/address", "internal/nearest"},
		theirs: []string{"github.com/dave/jennifer", "golang.org/x/sync"},
	},

	{dir: "specs/...", why: "it holds pages and what they come to, and no code but tests"},

	{dir: "examples/...", why: "examples are modules of their own; here is no code but tests"},

	{dir: "internal/arch"},
	{dir: "internal/report", ours: []string{"source"}, theirs: []string{"golang.org/x/text"}},
	{dir: "internal/goname", theirs: []string{"github.com/mozillazg/go-pinyin", "golang.org/x/text"}},
	{dir: "internal/lexicon", theirs: []string{"golang.org/x/text"}},
	{dir: "internal/nearest", theirs: []string{"github.com/hbollon/go-edlib"}},
	{dir: "internal/address", ours: []string{"source", "ir", "internal/nearest"}},
	{dir: "internal/config", ours: []string{"source", "internal/lexicon", "internal/nearest"}, theirs: []string{"go.yaml.in/yaml"}},
	{
		dir: "internal/overlay", ours: append([]string{"source", "ir", "internal/config"}, shared...),
		why: "it does to a document what a configuration says, so it knows both",
	},
	{
		dir: "internal/explain", ours: append([]string{"source", "ir", "generator"}, shared...),
		why: "it tells what became of a page, so it knows the generator's decisions, and no sibling",
	},
	{
		dir: "internal/...", ours: append([]string{"source", "ir"}, shared...), theirs: []string{"go.yaml.in/yaml"},
		why: "a feature hangs off ir and knows no sibling",
	},

	{
		dir:    "cmd/wenma",
		ours:   []string{"source", "ir", "parser", "generator", "internal/..."},
		theirs: []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/bmatcuk/doublestar", "github.com/rogpeppe/go-internal", "golang.org/x/sync"},
	},
}

// generated is the room of every file that wenma generated, wherever it lies.
var generated = room{dir: "(generated)", why: "generated code needs nothing but the standard library"}

// oracles are modules that any test may use: the test frame, encodings of pages, and the oracles that check results independently.
var oracles = []string{
	"github.com/google/go-cmp", "github.com/rogpeppe/go-internal", "github.com/pb33f/libopenapi",
	"github.com/santhosh-tekuri/jsonschema", "go.yaml.in/yaml", "golang.org/x/text",
}

// roomOf finds the room of a directory; nil when the table has none.
func roomOf(dir string) *room {
	for i := range rooms {
		if within(dir, rooms[i].dir) {
			return &rooms[i]
		}
	}
	return nil
}

func within(dir, pattern string) bool {
	base, below := strings.CutSuffix(pattern, "/...")
	return dir == base || below && strings.HasPrefix(dir, base+"/")
}

// importer is a Go file as the rule sees it.
type importer struct {
	file      string // slash path from the root
	generated bool
	imports   []string
}

// violation says how an import breaks the rule; "" when it does not.
func violation(f importer, imported string) string {
	r, test := roomOf(path.Dir(f.file)), strings.HasSuffix(f.file, "_test.go")
	if f.generated {
		r = &generated
	}
	if r == nil {
		return fmt.Sprintf("%s: no room for this package; add it to the table in internal/arch/rooms.go", f.file)
	}
	if allowed(r, test, path.Dir(f.file), imported) {
		return ""
	}
	text := fmt.Sprintf("%s: %s must not import %s", f.file, r.dir, imported)
	if r.why != "" {
		text += ": " + r.why
	}
	return text
}

func allowed(r *room, test bool, dir, imported string) bool {
	if local, ok := strings.CutPrefix(imported, module); ok {
		local = strings.TrimPrefix(local, "/")
		// Nothing imports the command. A test may reach for any other package: it stands outside the house.
		return !within(local, "cmd/...") && (test || local == dir || containsRoom(r.ours, local))
	}
	if standard(imported) {
		return true
	}
	return containsModule(r.theirs, imported) || test && containsModule(oracles, imported)
}

// standard says whether an import path belongs to the standard library: its first element has no dot.
func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func containsRoom(patterns []string, dir string) bool {
	for _, p := range patterns {
		if within(dir, p) {
			return true
		}
	}
	return false
}

func containsModule(modules []string, imported string) bool {
	for _, m := range modules {
		if within(imported, m+"/...") {
			return true
		}
	}
	return false
}
