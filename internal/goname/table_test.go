package goname

import (
	"slices"
	"strings"
	"testing"
)

// TestEveryLineIsFound: a search finds each line of the tables, and nothing beside them.
func TestEveryLineIsFound(t *testing.T) {
	for name, table := range tables {
		for line := range strings.Lines(string(table)) {
			word, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			if says, ok := table.find(word); !ok || says != want {
				t.Errorf("%s: %s is %q", name, word, says)
			}
			for _, other := range []string{word[1:], word[:len(word)-1], word + "\x00", word + "龘"} {
				if says, ok := table.find(other); ok && !strings.Contains("\n"+string(table), "\n"+other+" ") {
					t.Errorf("%s: %q is %q", name, other, says)
				}
			}
		}
	}
	if _, ok := table("").find("一"); ok {
		t.Error("an empty table has words")
	}
}

// TestBegin: what a text begins with comes in the order of length, and only that.
func TestBegin(t *testing.T) {
	const list table = "一 One\n会 Meeting\n会员 Member\n会员卡 Member Card\n会场 Venue\n员 Clerk\n"
	for text, want := range map[string][]string{
		"会员卡号": {"会", "会员", "会员卡"}, "会员": {"会", "会员"}, "会": {"会"}, "会计": {"会"}, "一": {"一"}, "员": {"员"}, "卡": nil, "龘": nil, "A": nil, "": nil, "\xe4": nil,
	} {
		var got []string
		for word, says := range list.begin(text) {
			if found, _ := list.find(word); found != says {
				t.Errorf("%s says %q", word, says)
			}
			got = append(got, word)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q begins with %q, want %q", text, got, want)
		}
	}
}
