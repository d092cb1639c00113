package lock

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wenma/wenma/source"
)

func example() *Lock {
	return &Lock{
		Pages:     []Hash{{"docs/a b.md", Sum([]byte("a"))}, {"docs/会话.md", Sum([]byte("b"))}},
		Files:     []Hash{{"op/types_gen.go", Sum(nil)}},
		Scaffolds: []Hash{{"handler/chat_handler.go", Sum([]byte("h"))}},
		Names:     []Name{{"field", "POST /x body.a b", "AB"}, {"type", "User", "User"}},
		Inferred:  []string{`"POST /x body.a" enum 1=是`},
		API:       []string{`call "POST /x"`, `field "POST /x" body.a string`},
	}
}

func TestRoundTrip(t *testing.T) {
	text := example().Bytes()
	got, diags := Read(source.NewFile(FileName, string(text)))
	if len(diags) > 0 {
		t.Fatal(diags[0].Message.EN)
	}
	if diff := cmp.Diff(example(), got); diff != "" {
		t.Error(diff)
	}
	if string(got.Bytes()) != string(text) {
		t.Error("written again it differs")
	}
}

// TestLinesMayComeInAnyOrder: a merge that keeps both sides' lines gives the same lock.
func TestLinesMayComeInAnyOrder(t *testing.T) {
	lines := strings.SplitAfter(string(example().Bytes()), "\n")
	for i, j := 2, len(lines)-2; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	got, diags := Read(source.NewFile(FileName, strings.Join(lines, "")))
	if len(diags) > 0 || string(got.Bytes()) != string(example().Bytes()) {
		t.Errorf("%v\n%s", diags, got.Bytes())
	}
}

func TestRules(t *testing.T) {
	for _, rule := range Rules {
		lock, diags := Read(source.NewFile(FileName, rule.Before))
		if lock != nil || len(diags) != 1 || diags[0].Rule != rule {
			t.Errorf("%s: %v", rule.Code, diags)
		}
		if lock, diags := Read(source.NewFile(FileName, rule.After)); lock == nil {
			t.Errorf("%s: %s", rule.Code, diags[0].Message.EN)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(string(example().Bytes()))
	for _, rule := range Rules {
		f.Add(rule.Before)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lock, diags := Read(source.NewFile(FileName, text))
		if (lock == nil) != (len(diags) > 0) {
			t.Fatalf("lock %v, %d diagnostics", lock != nil, len(diags))
		}
		if lock == nil {
			return
		}
		if again, _ := Read(source.NewFile(FileName, string(lock.Bytes()))); again == nil {
			t.Errorf("what was written cannot be read:\n%s", lock.Bytes())
		}
	})
}
