package prose

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// TestSaid reads the sentences under testdata/said: each line of the first file is a kind and a sentence, the second file has
// the sentences with what is mined below each, in the form of describe. Below one that states no rule stands "nothing".
func TestSaid(t *testing.T) {
	for _, path := range said(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) == 0 {
				t.Fatalf("no sentences: %v", err)
			}
			var got strings.Builder
			for _, line := range lines(archive) {
				text := strings.ReplaceAll(line.text, `\n`, "\n")
				rules := mine(line.kind, text)
				if err := placed(rules, text); err != "" {
					t.Errorf("%s: %s", line.text, err)
				}
				found := describe(rules)
				if found == "" {
					found = "nothing"
				}
				got.WriteString(line.kind.String() + " " + line.text + "\n    " + found + "\n")
			}
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got.String())})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 {
				t.Fatal("nothing is expected; run with -update")
			}
			if d := cmp.Diff(string(archive.Files[1].Data), got.String()); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func said(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/said/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return paths
}

// lines are the sentences of a case; \n in one stands for a line break.
func lines(archive *txtar.Archive) (out []sentence) {
	for line := range strings.Lines(string(archive.Files[0].Data)) {
		kind, text, ok := strings.Cut(strings.TrimSpace(line), " ")
		if ok {
			out = append(out, sentence{kind: kindCalled(kind), text: text})
		}
	}
	return out
}

func kindCalled(name string) ir.Kind {
	for k := ir.Any; k <= ir.File; k++ {
		if k.String() == name {
			return k
		}
	}
	panic("no kind is called " + name)
}
