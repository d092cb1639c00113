package goname

import (
	"slices"
	"testing"
)

func TestUnknown(t *testing.T) {
	namer, err := New(map[string]string{"银杏": "Ginkgo"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"银杏列表": {"银杏"}, "查询用户列表": nil, "userId": nil, "": nil, "查询银杏(银杏)": {"银杏", "银杏"},
	} {
		if got := (*Namer)(nil).Unknown(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := namer.Unknown("银杏列表"); len(got) > 0 {
		t.Errorf("a word of the project is unknown: %q", got)
	}
}

func TestMostUnknown(t *testing.T) {
	texts := []string{"银杏列表", "查询银杏", "蒹葭详情", "蒹葭", "银杏", "用户", "用户", "鹧鸪"}
	if got := (*Namer)(nil).MostUnknown(texts, 9); !slices.Equal(got, []string{"银杏", "蒹葭"}) {
		t.Errorf("%q", got)
	}
	if got := (*Namer)(nil).MostUnknown(texts, 1); !slices.Equal(got, []string{"银杏"}) {
		t.Errorf("%q", got)
	}
}
