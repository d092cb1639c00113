package lock

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/source"
)

func set(lines ...string) map[string]bool {
	m := map[string]bool{}
	for _, line := range lines {
		m[line] = true
	}
	return m
}

func TestLines(t *testing.T) {
	l := example()
	lines := LinesOf(l.Bytes())
	if name, ok := lines.Name("field", "POST /x body.a b"); !ok || name != "AB" {
		t.Errorf("name %q, %v", name, ok)
	}
	if name, ok := lines.Name("field", "POST /x body.a"); ok {
		t.Errorf("a name %q for a part of a key", name)
	}
	got, ok := lines.Replace(set("page docs/会话.md "+Sum([]byte("b")), `api call "POST /x"`), set("page docs/会话.md sha256:1", `api call "POST /x"`, "name type Order Order"))
	if !ok {
		t.Fatal("not replaced")
	}
	l.Pages[1].Sum = "sha256:1"
	l.Names = append(l.Names, Name{"type", "Order", "Order"})
	if diff := cmp.Diff(string(l.Bytes()), string(got)); diff != "" {
		t.Error(diff)
	}
	if again, diags := Read(source.NewFile(FileName, string(got))); again == nil {
		t.Error(diags[0].Message.EN)
	}
}

// TestReplaceNames: a name that nothing has any more stays until something else has it.
func TestReplaceNames(t *testing.T) {
	lines := LinesOf(example().Bytes())
	old := set("name type User User")
	if got, ok := lines.Replace(old, nil); !ok || !strings.Contains(string(got), "\nname type User User\n") {
		t.Errorf("%v\n%s", ok, got)
	}
	got, ok := lines.Replace(old, set("name type Member User", "api call User"))
	if !ok || strings.Contains(string(got), "\nname type User User\n") || !strings.Contains(string(got), "\nname type Member User\n") {
		t.Errorf("%v\n%s", ok, got)
	}
}

// TestReplaceSharedName: so does one that something had all along.
func TestReplaceSharedName(t *testing.T) {
	lines := LinesOf((&Lock{Names: []Name{{"type", "Member", "User"}, {"type", "User", "User"}}}).Bytes())
	got, ok := lines.Replace(set("name type Member User", "name type User User"), set("name type Member User"))
	if !ok || strings.Contains(string(got), "name type User User\n") || !strings.Contains(string(got), "name type Member User\n") {
		t.Errorf("%v\n%s", ok, got)
	}
}

func TestReplaceRefuses(t *testing.T) {
	lines := LinesOf(example().Bytes())
	for _, c := range []struct{ old, now map[string]bool }{
		{set("name type Nobody Nobody"), nil},
		{nil, set(`inferred "" envelope code,msg`)},
		{nil, set(`inferred "envelope code,msg" type integer`)},
		{nil, set("inferred common.token type string")},
	} {
		if got, ok := lines.Replace(c.old, c.now); ok {
			t.Errorf("%v, %v: replaced:\n%s", c.old, c.now, got)
		}
	}
}
