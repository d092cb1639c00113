package main

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/wenma/wenma/internal/lock"
)

// factList is a lock as its lines, sorted.
type factList struct {
	head []byte // what stands before the first fact
	text []byte
	at   []int // where each fact begins, and the end
}

func factLines(text []byte) factList {
	f := factList{text: text}
	for at := 0; at < len(text); {
		end := bytes.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		line := text[at : at+end]
		if len(f.at) == 0 && (bytes.HasPrefix(line, []byte("#")) || bytes.HasPrefix(line, []byte("version "))) {
			f.head = text[:at+end+1]
		} else {
			f.at = append(f.at, at)
		}
		at += end + 1
	}
	f.at = append(f.at, len(text))
	return f
}

func (f *factList) len() int { return len(f.at) - 1 }

func (f *factList) line(i int) []byte { return f.text[f.at[i] : f.at[i+1]-1] }

// from is the first fact that is not before a text.
func (f *factList) from(text string) int {
	return sort.Search(f.len(), func(i int) bool { return string(f.line(i)) >= text })
}

// nameOf is the name that the lock has for a key.
func (f *factList) nameOf(kind, key string) (string, bool) {
	prefix := lock.Line("name", kind, key) + " "
	i := f.from(prefix)
	if i == f.len() || !bytes.HasPrefix(f.line(i), []byte(prefix)) {
		return "", false
	}
	words, ok := lock.Words(string(f.line(i)))
	if !ok || len(words) != 4 {
		return "", false
	}
	return words[3], true
}

// replaced is the lock with some facts in place of others; an error where it does not have the others, or where the API as a whole
// is concerned. A name that nothing has any more stays, unless something new has it now.
func (f *factList) replaced(old, now map[string]bool) ([]byte, error) {
	var gone, come []string
	for line := range old {
		if now[line] {
			continue
		}
		if i := f.from(line); i == f.len() || string(f.line(i)) != line {
			return nil, errUnproved
		}
		gone = append(gone, line)
	}
	given := map[string]bool{}
	for line := range now {
		if !old[line] {
			come = append(come, line)
			given[lastWord(line)] = strings.HasPrefix(line, "name ")
		}
	}
	for _, line := range slices.Concat(gone, come) {
		if strings.HasPrefix(line, `inferred "" `) || strings.HasPrefix(line, `inferred "envelope `) || strings.HasPrefix(line, "inferred common.") {
			return nil, errUnproved
		}
	}
	gone = slices.DeleteFunc(gone, func(line string) bool { return strings.HasPrefix(line, "name ") && !given[lastWord(line)] })
	return f.merged(gone, come), nil
}

func lastWord(line string) string { return line[strings.LastIndexByte(line, ' ')+1:] }

// merged is the text without some lines and with others, sorted.
func (f *factList) merged(gone, come []string) []byte {
	slices.Sort(come)
	leave := make(map[int]bool, len(gone))
	for _, line := range gone {
		leave[f.from(line)] = true
	}
	var b bytes.Buffer
	b.Grow(len(f.text) + 4096)
	b.Write(f.head)
	for i := range f.len() {
		line := f.line(i)
		for len(come) > 0 && come[0] < string(line) {
			b.WriteString(come[0] + "\n")
			come = come[1:]
		}
		if len(come) > 0 && come[0] == string(line) {
			come = come[1:]
		}
		if !leave[i] {
			b.Write(f.text[f.at[i]:f.at[i+1]])
		}
	}
	for _, line := range come {
		b.WriteString(line + "\n")
	}
	return b.Bytes()
}
