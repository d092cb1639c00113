package goname

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write the table of syllables anew")

// TestPinyinTable: the table says of every character what go-pinyin says.
func TestPinyinTable(t *testing.T) {
	args := pinyin.NewArgs()
	read := func(c rune) string {
		if s := pinyin.SinglePinyin(c, args); len(s) > 0 {
			return asciiOnly(s[0])
		}
		return ""
	}
	if *update {
		if err := os.WriteFile("pinyin.txt", writtenTable(read), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(writtenTable(read)) != pinyinTable {
		t.Fatal("pinyin.txt is not what go-pinyin says; go test ./internal/goname -update writes it")
	}
	for c := rune(firstHan - 1); c <= lastHan+1; c++ {
		want := ""
		if c >= firstHan && c <= lastHan {
			want = read(c)
		}
		if got := pinyinOf(c); got != want {
			t.Errorf("%c is read %q, not %q", c, got, want)
		}
	}
}

// writtenTable is the table of what a function says of characters.
func writtenTable(read func(rune) string) []byte {
	var syllables []string
	for c := rune(firstHan); c <= lastHan; c++ {
		syllables = append(syllables, read(c))
	}
	numbered := slices.Sorted(slices.Values(syllables))
	numbered = slices.DeleteFunc(slices.Compact(numbered), func(s string) bool { return s == "" })
	var b strings.Builder
	for i, s := range syllables {
		if n, ok := slices.BinarySearch(numbered, s); ok {
			b.WriteByte('a' + byte(n/26))
			b.WriteByte('a' + byte(n%26))
		} else {
			b.WriteString("..")
		}
		if (i+1)%charactersOfLine == 0 {
			b.WriteByte('\n')
		}
	}
	for _, s := range numbered {
		fmt.Fprintf(&b, "%-*s", syllableWidth, s)
	}
	return append([]byte(b.String()), '\n')
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
