package goname

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write the table of syllables anew")

// TestPinyinTable: the table says of every character what go-pinyin says.
func TestPinyinTable(t *testing.T) {
	plain := pinyin.NewArgs()
	bySyllable := map[string][]rune{}
	for c := rune(firstHan); c <= lastHan; c++ {
		if s := pinyin.SinglePinyin(c, plain); len(s) > 0 {
			syllable := asciiOnly(s[0])
			bySyllable[syllable] = append(bySyllable[syllable], c)
		}
	}
	var b strings.Builder
	for _, s := range slices.Sorted(maps.Keys(bySyllable)) {
		b.WriteString(s + " " + string(bySyllable[s]) + "\n")
	}
	if *update {
		if err := os.WriteFile("pinyin.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != pinyinTable {
		t.Error("pinyin.txt is not what go-pinyin says; go test ./internal/goname -update writes it")
	}
}

func asciiOnly(s string) string {
	var b []byte
	for _, r := range fold(s) {
		if isLower(r) {
			b = append(b, byte(r))
		}
	}
	return string(b)
}
